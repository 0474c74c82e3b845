//! OSCAL back in: our own results without a loss of answers, and what others say.

#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::ErrorCode;
use iso27001_readiness::assessment::{Annotation, Answer, Assessment, EvidenceLink};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::import::{Options, RefusalReason, apply, is_oscal, oscal, propose};
use iso27001_readiness::output::exports::{ExportName, ExportOptions, export};

const NOW: &str = "2026-11-23T10:00:00Z";

fn results(assessment: &Assessment) -> String {
    let file = export(ExportName::OscalResults, assessment, &ExportOptions::default()).unwrap();
    String::from_utf8(file.bytes).unwrap()
}

/// What a file of OSCAL makes of an empty assessment.
fn taken(text: &str, edition: Edition) -> Assessment {
    let empty = Assessment::new(edition);
    let proposal = propose(&empty, &[oscal(text).unwrap()], &Options::default());
    assert!(proposal.refused.iter().all(|one| one.reason == RefusalReason::Word), "{:?}", proposal.refused);
    apply(&empty, &proposal.changes, NOW).unwrap()
}

#[test]
fn our_own_results_come_back_with_every_answer() {
    for edition in Edition::ALL {
        let mut assessment = Assessment::example(edition).unwrap();
        let first = edition.requirements().next().unwrap();
        let annotation = Annotation {
            owner: Some("Ana *B*".into()),
            note: Some("1. one\n- two & @three <b>".into()),
            evidence: Some(vec![
                EvidenceLink::new("Plan", "https://example.com/p"),
                EvidenceLink::new("", "https://example.com/q"),
            ]),
            ..Annotation::default()
        };
        assessment.annotate(first, annotation, NOW).unwrap();
        let text = results(&assessment);
        assert!(is_oscal(&text));
        let back = taken(&text, edition);
        for requirement in edition.requirements() {
            let (was, now) = (assessment.response(requirement), back.response(requirement));
            assert_eq!(now.answer(), was.answer(), "{}", requirement.id());
            assert_eq!(now.reason(), was.reason(), "{}", requirement.id());
            assert_eq!(
                now.owner(),
                if was.answer().is_some() { was.owner() } else { now.owner() },
                "{}",
                requirement.id()
            );
        }
        if assessment.response(first).answer().is_some() {
            let (was, now) = (assessment.response(first), back.response(first));
            assert_eq!((now.note(), now.evidence()), (was.note(), was.evidence()));
        }
    }
}

#[test]
fn findings_of_others_become_answers_that_their_words_explain() {
    let text = r#"{ "assessment-results": { "uuid": "u", "results": [ {
        "observations": [
            { "uuid": "o1", "description": "No list of feeds was shown.", "methods": ["EXAMINE"],
              "relevant-evidence": [ { "href": "https://example.com/e", "description": "Interview" } ] } ],
        "findings": [
            { "uuid": "f1", "title": "Threats", "description": "Sources are missing",
              "target": { "type": "objective-id", "target-id": "A.5.7_obj", "status": { "state": "not-satisfied" } },
              "related-observations": [ { "observation-uuid": "o1" } ] },
            { "uuid": "f2", "title": "Policies", "description": "Seen",
              "target": { "type": "statement-id", "target-id": "a.5.1_smt.a", "status": { "state": "satisfied" } } },
            { "uuid": "f3", "title": "Policies", "description": "Not reviewed",
              "target": { "type": "statement-id", "target-id": "a.5.1_smt.b", "status": { "state": "not-satisfied" } } },
            { "uuid": "f4", "target": { "target-id": "ac-2_obj", "status": { "state": "satisfied" } } } ] } ] } }"#;
    let found = taken(text, Edition::E2022);
    let of = |id: &str| found.response(Edition::E2022.requirement(id).unwrap()).clone();
    assert_eq!(of("A.5.7").answer(), Some(Answer::level(0).unwrap()));
    assert_eq!(of("A.5.7").note(), "Sources are missing\nNo list of feeds was shown.");
    assert_eq!(of("A.5.7").evidence(), [EvidenceLink::new("Interview", "https://example.com/e")]);
    assert_eq!(of("A.5.1").answer(), Some(Answer::level(0).unwrap()), "the worst of its statements counts");
    let proposal = propose(&Assessment::new(Edition::E2022), &[oscal(text).unwrap()], &Options::default());
    assert!(proposal.words.iter().any(|word| word.word == "not satisfied"), "{:?}", proposal.words);
}

#[test]
fn a_system_security_plan_says_how_far_its_controls_are() {
    let text = r#"{ "system-security-plan": { "control-implementation": { "implemented-requirements": [
        { "uuid": "1", "control-id": "A.5.1", "by-components": [
            { "implementation-status": { "state": "implemented" } }, { "implementation-status": { "state": "partial" } } ] },
        { "uuid": "2", "control-id": "clause-4.1", "by-components": [ { "implementation-status": { "state": "implemented" } } ] },
        { "uuid": "3", "control-id": "A.7.4", "by-components": [
            { "implementation-status": { "state": "not-applicable", "remarks": "No premises \\*of our own\\*" } } ] },
        { "uuid": "4", "control-id": "A.8.4", "props": [ { "name": "implementation-status", "value": "planned" } ] } ] } } }"#;
    let found = taken(text, Edition::E2022);
    let of = |id: &str| found.response(Edition::E2022.requirement(id).unwrap()).clone();
    assert_eq!(of("A.5.1").answer(), Some(Answer::level(2).unwrap()));
    assert_eq!(of("4.1").answer(), Some(Answer::level(3).unwrap()));
    assert_eq!((of("A.7.4").answer(), of("A.7.4").reason()), (Some(Answer::NotApplicable), "No premises *of our own*"));
    assert_eq!(of("A.8.4").answer(), Some(Answer::level(0).unwrap()));
}

#[test]
fn what_is_no_oscal_is_refused() {
    for (text, code) in [
        ("{}", ErrorCode::WrongFormat),
        ("[1]", ErrorCode::WrongType),
        ("{\"assessment-results\": ", ErrorCode::Syntax),
        ("{\"catalog\": {}}", ErrorCode::WrongFormat),
    ] {
        assert_eq!(oscal(text).unwrap_err().code(), code, "{text}");
        assert!(!is_oscal(text));
    }
    let deep = format!("{{\"assessment-results\": {}{}}}", "[".repeat(40), "]".repeat(40));
    assert_eq!(oscal(&deep).unwrap_err().code(), ErrorCode::TooDeep);
    // Anything may stand where something else is expected.
    for text in [
        r#"{"assessment-results": {"results": [{"findings": [1, null, {"target": 3, "props": [2]}], "observations": {}}]}}"#,
        r#"{"assessment-results": {"findings": [{"target": {"target-id": 1, "status": "x"}, "related-observations": [4]}]}}"#,
    ] {
        assert_eq!(oscal(text).unwrap().rows.len(), 1, "{text}");
    }
}
