//! Two assessors, one assessment.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::assessment::{
    Annotation, Answer, Assessment, Comparison, DocumentStatus, OrganisationChange, Resolution, Side,
};
use iso27001_readiness::catalog::Edition;
use proptest::prelude::*;

const NOW: &str = "2026-11-23T10:00:00Z";

fn assessor(name: &str) -> Assessment {
    let mut assessment = Assessment::new(Edition::E2022);
    assessment.set_assessor(name, NOW).unwrap();
    assessment
}

fn level(number: i64) -> Answer {
    Answer::level(number).unwrap()
}

fn answer(assessment: &Assessment, id: &str) -> Option<Answer> {
    assessment.response(assessment.edition().requirement(id).unwrap()).answer()
}

#[test]
fn every_likeness_is_told() {
    let (mut ana, mut ben) = (assessor("Ana"), assessor("Ben"));
    ana.respond("4.1", level(3), NOW).unwrap();
    ben.respond("4.1", level(3), "2026-11-24T10:00:00Z").unwrap();
    ana.respond("4.2", level(3), NOW).unwrap();
    ben.respond("4.2", level(2), NOW).unwrap();
    ana.respond("4.3", level(1), NOW).unwrap();
    ben.respond("4.4", level(1), NOW).unwrap();
    ben.set_document("isms_scope", DocumentStatus::Draft, NOW).unwrap();
    let rows = ana.compare(&ben).unwrap();
    let found: Vec<_> = rows.iter().map(|row| (row.id.as_str(), row.likeness, &*row.here, &*row.there)).collect();
    assert_eq!(
        found,
        [
            ("4.1", Comparison::Same, "3", "3"),
            ("4.2", Comparison::Differs, "3", "2"),
            ("4.3", Comparison::OnlyHere, "1", ""),
            ("4.4", Comparison::OnlyThere, "", "1"),
            ("document:isms_scope", Comparison::OnlyThere, "", "draft"),
        ]
    );
}

#[test]
fn better_is_the_higher_level_or_the_further_status_and_nothing_else() {
    let (mut ana, mut ben) = (assessor("Ana"), assessor("Ben"));
    for (id, here, there) in [
        ("4.1", level(3), level(2)),
        ("4.2", level(0), level(5)),
        ("4.3", level(2), level(2)),
        ("4.4", Answer::Unknown, level(2)),
        ("5.1", level(2), Answer::Unknown),
    ] {
        ana.respond(id, here, NOW).unwrap();
        ben.respond(id, there, NOW).unwrap();
    }
    ana.exclude("A.7.4", "no premises", NOW).unwrap();
    ben.respond("A.7.4", level(1), NOW).unwrap();
    ana.respond("5.2", level(1), NOW).unwrap();
    ana.set_document("isms_scope", DocumentStatus::InForce, NOW).unwrap();
    ben.set_document("isms_scope", DocumentStatus::Missing, NOW).unwrap();
    for (assessment, headcount) in [(&mut ana, 20), (&mut ben, 50)] {
        let change = OrganisationChange { headcount: Some(Some(headcount)), ..OrganisationChange::default() };
        assessment.set_organisation(change, NOW).unwrap();
    }
    let rows = ana.compare(&ben).unwrap();
    let found: Vec<_> = rows.iter().map(|row| (row.id.as_str(), row.better)).collect();
    assert_eq!(
        found,
        [
            ("organisation.headcount", None),
            ("4.1", Some(Side::Here)),
            ("4.2", Some(Side::There)),
            ("4.3", None),
            ("4.4", None),
            ("5.1", None),
            ("5.2", None),
            ("A.7.4", None),
            ("document:isms_scope", Some(Side::Here)),
        ]
    );
}

#[test]
fn the_lower_level_counts_unless_somebody_settles_it() {
    let (mut ana, mut ben) = (assessor("Ana"), assessor("Ben"));
    ana.respond("4.2", level(3), NOW).unwrap();
    ben.respond("4.2", level(2), NOW).unwrap();
    for (settlement, expected) in [(Resolution::Lower, 2), (Resolution::Here, 3), (Resolution::There, 2)] {
        let mut merged = ana.clone();
        merged.merge(&ben, &|_| settlement, NOW).unwrap();
        assert_eq!(answer(&merged, "4.2"), Some(level(expected)));
        let response = merged.response(Edition::E2022.requirement("4.2").unwrap());
        assert_eq!(response.provenance(), ["Ana: 3", "Ben: 2"]);
    }
}

#[test]
fn not_applicable_gives_way_to_a_level_and_unknown_to_nothing() {
    let (mut ana, mut ben) = (assessor("Ana"), assessor("Ben"));
    ana.exclude("A.7.4", "no premises", NOW).unwrap();
    ben.respond("A.7.4", level(4), NOW).unwrap();
    ana.respond("A.5.1", Answer::Unknown, NOW).unwrap();
    ben.respond("A.5.1", level(0), NOW).unwrap();
    ana.merge(&ben, &|_| Resolution::Lower, NOW).unwrap();
    assert_eq!(answer(&ana, "A.7.4"), Some(level(4)));
    assert_eq!(answer(&ana, "A.5.1"), Some(Answer::Unknown));
}

fn organisation(name: &str, scope: Option<&str>) -> OrganisationChange {
    OrganisationChange { name: Some(name.into()), headcount: Some(Some(40)), scope: scope.map(String::from) }
}

#[test]
fn clashes_of_scope_are_named_and_editions_are_not_mixed() {
    let (mut ana, mut ben) = (assessor("Ana"), assessor("Ben"));
    ana.set_organisation(organisation("North", None), NOW).unwrap();
    ben.set_organisation(organisation("South", Some("Hosting")), NOW).unwrap();
    let rows = ana.compare(&ben).unwrap();
    assert_eq!(rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["organisation.name"]);
    ana.merge(&ben, &|_| Resolution::Lower, NOW).unwrap();
    assert_eq!((ana.organisation().name.as_str(), ana.organisation().scope.as_str()), ("North", "Hosting"));

    let error = ana.compare(&Assessment::new(Edition::E2013)).unwrap_err();
    assert_eq!(error.code().as_str(), "wrong-edition");
}

#[test]
fn notes_of_both_are_kept_and_too_long_ones_change_nothing() {
    let (mut ana, mut ben) = (assessor("Ana"), assessor("Ben"));
    let note = |text: &str| Annotation { note: Some(text.into()), ..Annotation::default() };
    ana.annotate("4.1", note("see the minutes"), NOW).unwrap();
    ben.annotate("4.1", note("workshop in May"), NOW).unwrap();
    ana.merge(&ben, &|_| Resolution::Lower, NOW).unwrap();
    let here = Edition::E2022.requirement("4.1").unwrap();
    assert_eq!(ana.response(here).note(), "see the minutes\nworkshop in May");

    ben.annotate("4.2", note(&"b".repeat(9000)), NOW).unwrap();
    ana.annotate("4.2", note(&"a".repeat(9000)), NOW).unwrap();
    let before = ana.clone();
    assert_eq!(ana.merge(&ben, &|_| Resolution::Lower, NOW).unwrap_err().code().as_str(), "text-too-long");
    assert_eq!(ana, before);
}

fn answers() -> impl Strategy<Value = Vec<(usize, u8)>> {
    prop::collection::vec((0_usize..123, 0_u8..8), 0..60)
}

fn filled(name: &str, answers: &[(usize, u8)]) -> Assessment {
    let mut assessment = assessor(name);
    for (index, answer) in answers {
        let id = Edition::E2022.requirements().nth(*index).unwrap().id();
        match answer {
            0..=5 => assessment.respond(id, level(i64::from(*answer)), NOW).unwrap(),
            6 => assessment.respond(id, Answer::Unknown, NOW).unwrap(),
            // A clause refuses; then it stays without an answer.
            _ => drop(assessment.exclude(id, "no such thing", NOW)),
        }
    }
    assessment
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn merging_is_commutative_but_for_who_is_named_first(one in answers(), other in answers()) {
        let (ana, ben) = (filled("Ana", &one), filled("Ben", &other));
        let (mut here, mut there) = (ana.clone(), ben.clone());
        here.merge(&ben, &|_| Resolution::Lower, NOW).unwrap();
        there.merge(&ana, &|_| Resolution::Lower, NOW).unwrap();
        for requirement in Edition::E2022.requirements() {
            let (a, b) = (here.response(requirement), there.response(requirement));
            prop_assert_eq!(a.answer(), b.answer());
            prop_assert_eq!(a.reason(), b.reason());
            let names = |of: &[String]| { let mut of = of.to_vec(); of.sort(); of };
            prop_assert_eq!(names(a.provenance()), names(b.provenance()));
        }
    }

    #[test]
    fn merging_again_changes_nothing(one in answers(), other in answers()) {
        let (ana, ben) = (filled("Ana", &one), filled("Ben", &other));
        let mut once = ana.clone();
        once.merge(&ana, &|_| Resolution::Lower, NOW).unwrap();
        prop_assert_eq!(&once.to_json(), &ana.to_json());
        once.merge(&ben, &|_| Resolution::Lower, NOW).unwrap();
        let mut twice = once.clone();
        twice.merge(&ben, &|_| Resolution::Lower, NOW).unwrap();
        for requirement in Edition::E2022.requirements() {
            prop_assert_eq!(once.response(requirement).answer(), twice.response(requirement).answer());
        }
    }

    #[test]
    fn a_merged_assessment_can_be_saved_and_read(one in answers(), other in answers()) {
        let mut merged = filled("Ana", &one);
        merged.merge(&filled("Ben", &other), &|_| Resolution::Lower, NOW).unwrap();
        prop_assert_eq!(&Assessment::parse(&merged.to_json()).unwrap(), &merged);
    }
}
