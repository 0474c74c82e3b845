//! Whole files: the example of the contract, the built-in ones, and one of every released version.

use crate::given::{CONTRACT, EXAMPLES};
use iso27001_readiness::assessment::{Answer, Assessment, DocumentStatus, InclusionReason};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::scoring::Report;
use serde_json::Value;

#[test]
fn the_example_of_the_contract_is_accepted_and_means_what_it_says() {
    let assessment = Assessment::parse(CONTRACT).unwrap();
    assert_eq!((assessment.edition(), assessment.target().number()), (Edition::E2022, 3));
    assert_eq!((assessment.id(), assessment.organisation().headcount), ("uuid", Some(120)));
    let response = |id| assessment.response(Edition::E2022.requirement(id).unwrap());
    assert_eq!(response("4.1").answer(), Some(Answer::level(3).unwrap()));
    assert_eq!((response("4.1").due(), response("4.1").evidence().len()), ("2027-01-31", 1));
    assert_eq!((response("A.7.4").answer(), response("A.7.4").reason()), (Some(Answer::NotApplicable), "no premises"));
    assert_eq!(response("A.5.7").answer(), Some(Answer::Unknown));
    let policy = Edition::E2022.area_index("policy").unwrap();
    assert_eq!(assessment.area_response(policy).answer(), Some(Answer::level(2).unwrap()));
    assert_eq!(assessment.document_response(0).status(), Some(DocumentStatus::InForce));
    let snapshot = assessment.snapshots().first().unwrap();
    assert_eq!((snapshot.label.as_str(), snapshot.overall.low(), snapshot.overall.high()), ("Q4", 4100, 6500));
}

#[test]
fn the_built_in_examples_are_read_and_written_back_whole() {
    for (edition, text) in Edition::ALL.into_iter().zip(EXAMPLES) {
        let assessment = Assessment::parse(text).unwrap();
        assert_eq!(Assessment::example(edition).unwrap(), assessment);
        assert_eq!(assessment.edition(), edition);
        let [read, written] = [text, &assessment.to_json()].map(|text| serde_json::from_str::<Value>(text).unwrap());
        assert_eq!(read, written);
    }
}

// A fixture of every released version, for ever: these tests are added to, never changed.

#[test]
fn a_file_of_version_1_is_read_for_ever() {
    let text = include_str!("../data/assessment-v1.json");
    let assessment = Assessment::parse(text).unwrap();
    assert_eq!((assessment.edition(), assessment.target().number()), (Edition::E2022, 4));
    assert_eq!(assessment.id(), "0b7f6c2e-54a1-4d9e-8f3b-9a1c27d4e605");
    assert_eq!(assessment.organisation().name, "Example & Söhne <GmbH> \u{202e}🔒");
    assert_eq!(assessment.organisation().headcount, Some(120));
    assert_eq!(assessment.organisation().scope, "Two sites.\nOne \"hosted\" product.");
    assert_eq!((assessment.assessor(), assessment.created()), ("=1+1", "2026-01-05T08:00:00Z"));
    assert_eq!(assessment.modified(), "2026-11-23T10:00:00Z");
    let statement = assessment.statement();
    assert_eq!([&statement.version, &statement.approver, &statement.date], ["1.0", "Managing Director", "2026-11-20"]);

    let response = |id| assessment.response(Edition::E2022.requirement(id).unwrap());
    let level = |number| Some(Answer::level(number).unwrap());
    let context = response("4.1");
    assert_eq!((context.answer(), context.note(), context.owner()), (level(3), "Workshop in June.", "CISO"));
    assert_eq!((context.due(), context.modified()), ("2027-01-31", "2026-06-12T09:30:00Z"));
    let links: Vec<_> = context.evidence().iter().map(|link| (link.label.as_str(), link.href.as_str())).collect();
    let expected =
        [("Context paper", "https://example.com/context"), ("On paper only", ""), ("", "mailto:isms@example.com")];
    assert_eq!(links, expected);
    assert_eq!([response("4.2").answer(), response("5.2").answer()], [level(0), level(5)]);
    assert_eq!(response("6.3").answer(), Some(Answer::Unknown));
    assert_eq!((response("9.1").answer(), response("9.1").note()), (None, "Not answered yet, but a note stands here."));
    assert_eq!(response("A.5.1").inclusion().because(), InclusionReason::ALL);
    assert_eq!(response("A.5.1").inclusion().note(), "Asked for by all.");
    assert_eq!(response("A.5.7").provenance(), ["Alex: 2", "Sam: unknown"]);
    assert_eq!((response("A.7.4").answer(), response("A.7.4").reason()), (Some(Answer::NotApplicable), "no premises"));
    assert_eq!((response("A.8.30").reason(), response("A.8.30").owner()), ("nobody develops for us", "Head of IT"));

    let area = |key| assessment.area_response(Edition::E2022.area_index(key).unwrap());
    assert_eq!([area("policy").answer(), area("cryptography").answer()], [level(2), level(3)]);
    assert_eq!(area("improvement").answer(), Some(Answer::Unknown));
    assert_eq!(
        (area("secure-areas").answer(), area("secure-areas").reason()),
        (Some(Answer::NotApplicable), "everybody works from home")
    );

    let document = |key| assessment.document_response(assessment.document_index(key).unwrap());
    let scope = document("isms_scope");
    assert_eq!((scope.status(), scope.owner()), (Some(DocumentStatus::InForce), "CISO"));
    assert_eq!((scope.href(), scope.note()), ("https://example.com/scope", "2.0"));
    assert_eq!(document("security_policy").status(), Some(DocumentStatus::Draft));
    assert_eq!(document("event_logs").status(), Some(DocumentStatus::Missing));
    assert_eq!(
        (document("asset_inventory").status(), document("asset_inventory").note()),
        (None, "Somewhere on the wiki.")
    );

    let kept: Vec<_> =
        assessment.snapshots().iter().map(|s| (s.label.as_str(), s.overall.low(), s.overall.high())).collect();
    assert_eq!(kept, [("Q2", 0, 10_000), ("Q3", 812, 9433)]);

    assert!(assessment.snapshots().iter().all(|snapshot| snapshot.method.is_none()), "scored by readiness/1");

    let overall = Report::of(&assessment).overall;
    assert_eq!((overall.low(), overall.high()), (513, 9265), "by readiness/2");
    let [read, written] = [text, &assessment.to_json()].map(|text| serde_json::from_str::<Value>(text).unwrap());
    assert_eq!(read, written, "nothing is lost on the way");
}
