//! An assessment of 2013 carried over to 2022, and back.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::assessment::{Annotation, Answer, Assessment, Change};
use iso27001_readiness::catalog::Edition;

const NOW: &str = "2026-11-23T10:00:00Z";

fn level(number: i64) -> Answer {
    Answer::level(number).unwrap()
}

fn answer(assessment: &Assessment, id: &str) -> Option<Answer> {
    assessment.response(assessment.edition().requirement(id).unwrap()).answer()
}

#[test]
fn everything_is_reviewed_once_and_what_is_new_is_named() {
    let (next, review) = Assessment::new(Edition::E2013).carry_over(NOW).unwrap();
    assert_eq!(next.edition(), Edition::E2022);
    assert_eq!(review.len(), 123);
    let of =
        |change| review.iter().filter(|row| row.change == change).map(|row| row.requirement.id()).collect::<Vec<_>>();
    assert_eq!(
        of(Change::New),
        [
            "6.3", "A.5.7", "A.5.23", "A.5.30", "A.7.4", "A.8.9", "A.8.10", "A.8.11", "A.8.12", "A.8.16", "A.8.23",
            "A.8.28"
        ]
    );
    assert_eq!(of(Change::Split), ["9.2.1", "9.2.2", "9.3.1", "9.3.2", "9.3.3"]);
    assert_eq!(of(Change::Merged).len(), 24);
    assert_eq!(of(Change::Kept).len(), 123 - 12 - 5 - 24);
    assert!(of(Change::Dropped).is_empty());
}

#[test]
fn back_in_2013_what_2022_added_is_dropped_by_name() {
    let (_, review) = Assessment::new(Edition::E2022).carry_over(NOW).unwrap();
    let dropped = review.iter().filter(|row| row.change == Change::Dropped);
    assert_eq!(dropped.count(), 12);
    assert_eq!(review.len(), 140 + 12);
}

#[test]
fn improvement_keeps_its_answers_when_the_numbers_change_places() {
    let mut old = Assessment::new(Edition::E2013);
    old.respond("10.1", level(2), NOW).unwrap();
    old.respond("10.2", level(4), NOW).unwrap();
    old.respond("9.3", level(3), NOW).unwrap();
    let (new, _) = old.carry_over(NOW).unwrap();
    assert_eq!(answer(&new, "10.2"), Some(level(2)));
    assert_eq!(answer(&new, "10.1"), Some(level(4)));
    for id in ["9.3.1", "9.3.2", "9.3.3"] {
        assert_eq!(answer(&new, id), Some(level(3)));
    }
}

#[test]
fn a_control_made_of_several_takes_the_lowest_and_names_them_all() {
    let mut old = Assessment::new(Edition::E2013);
    for (id, number) in [("A.12.4.1", 4), ("A.12.4.2", 2), ("A.12.4.3", 3)] {
        old.respond(id, level(number), NOW).unwrap();
        old.annotate(id, Annotation { note: Some(format!("note on {id}")), ..Annotation::default() }, NOW).unwrap();
    }
    let (new, review) = old.carry_over(NOW).unwrap();
    assert_eq!(answer(&new, "A.8.15"), Some(level(2)));
    let row = review.iter().find(|row| row.requirement.id() == "A.8.15").unwrap();
    assert_eq!(row.change, Change::Merged);
    let sources: Vec<_> = row.sources.iter().map(|(source, answer)| (source.id(), *answer)).collect();
    assert_eq!(sources, [("A.12.4.1", Some(level(4))), ("A.12.4.2", Some(level(2))), ("A.12.4.3", Some(level(3)))]);
    let note = new.response(Edition::E2022.requirement("A.8.15").unwrap()).note();
    assert_eq!(note, "note on A.12.4.1\nnote on A.12.4.2\nnote on A.12.4.3");
}

#[test]
fn a_control_of_which_a_part_was_not_answered_stays_unanswered() {
    let mut old = Assessment::new(Edition::E2013);
    old.respond("A.12.4.1", level(4), NOW).unwrap();
    let (new, _) = old.carry_over(NOW).unwrap();
    assert_eq!(answer(&new, "A.8.15"), None);
}

#[test]
fn a_control_is_not_applicable_only_if_all_its_parts_are() {
    let mut old = Assessment::new(Edition::E2013);
    old.exclude("A.8.3.1", "no removable media", NOW).unwrap();
    old.exclude("A.8.3.2", "no media at all", NOW).unwrap();
    old.exclude("A.8.3.3", "nothing is carried", NOW).unwrap();
    old.exclude("A.11.2.5", "nothing leaves", NOW).unwrap();
    let (new, _) = old.carry_over(NOW).unwrap();
    assert_eq!(answer(&new, "A.7.10"), Some(Answer::NotApplicable));
    let reason = new.response(Edition::E2022.requirement("A.7.10").unwrap()).reason();
    assert_eq!(reason, "no removable media\nno media at all\nnothing is carried\nnothing leaves");

    old.respond("A.8.3.2", level(1), NOW).unwrap();
    let (new, _) = old.carry_over(NOW).unwrap();
    assert_eq!(answer(&new, "A.7.10"), Some(level(1)));
}

#[test]
fn a_quick_scan_is_carried_over_where_it_covers_the_new_area() {
    let mut old = Assessment::new(Edition::E2013);
    old.respond("area:policy", level(3), NOW).unwrap();
    old.respond("area:A.9", level(1), NOW).unwrap();
    let (new, _) = old.carry_over(NOW).unwrap();
    let area = |key| new.area_response(Edition::E2022.area_index(key).unwrap()).answer();
    assert_eq!(area("policy"), Some(level(3)));
    assert_eq!(area("access"), Some(level(1)), "A.5.15 to A.5.18 are all of A.9");
    assert_eq!(area("suppliers"), None);
}

#[test]
fn documents_go_along_and_the_example_survives_the_way() {
    let old = Assessment::example(Edition::E2013).unwrap();
    let (new, review) = old.carry_over(NOW).unwrap();
    assert_eq!(Assessment::parse(&new.to_json()).unwrap(), new);
    for row in &review {
        let effective = new.effective_answer(row.requirement).answer;
        if let Some(own) = answer(&new, row.requirement.id()) {
            assert_eq!(Some(own), row.answer, "{}", row.requirement.id());
            assert_eq!(effective, row.answer);
        }
    }
}
