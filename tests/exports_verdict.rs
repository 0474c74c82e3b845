//! Exports say what the method knows beside the scores: why a stage is not ready, what adds up, what is not accepted.
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::assessment::{Answer, Assessment};
use iso27001_readiness::catalog::{self, Demand, Edition};
use iso27001_readiness::output::exports::{ExportName, ExportOptions, export};
use iso27001_readiness::scoring::Report;
use serde_json::Value;

const NOW: &str = "2026-11-23T10:00:00Z";

/// Every requirement at this level; every sixth one level lower.
fn answered(edition: Edition, level: i64) -> Assessment {
    let mut assessment = Assessment::new(edition);
    for (place, requirement) in edition.requirements().enumerate() {
        let lower = i64::from(place % 6 == 0);
        assessment.respond(requirement.id(), Answer::level(level - lower).unwrap(), NOW).unwrap();
    }
    assessment
}

fn text(name: ExportName, assessment: &Assessment) -> String {
    String::from_utf8(export(name, assessment, &ExportOptions::default()).expect("made").bytes).expect("UTF-8")
}

/// The report as Markdown, without what keeps its text text.
fn markdown_of(assessment: &Assessment) -> String {
    text(ExportName::ReportMarkdown, assessment).replace('\\', "")
}

/// The line of a fact in it.
fn fact<'t>(report: &'t str, label: &str) -> Option<&'t str> {
    report.lines().find(|line| line.starts_with(&format!("| **{label}** |")))
}

#[test]
fn a_stage_that_is_not_ready_says_which_must_haves_are_not_met() {
    for edition in [Edition::E2013, Edition::E2022] {
        let assessment = answered(edition, 3);
        let report = Report::of(&assessment);
        let markdown = markdown_of(&assessment);
        let gates: Vec<_> = report.stages.iter().flat_map(|stage| &stage.gates).collect();
        let open: Vec<_> = gates.iter().filter(|gate| gate.state.as_str() == "open").collect();
        assert!(!open.is_empty());
        let line = fact(&markdown, "Stage 2 (implementation)").expect("a line");
        assert!(
            line.contains(&format!("Not ready. Must-haves not met ({} of {}): ", open.len(), gates.len())),
            "{line}"
        );
        for gate in open {
            assert!(line.contains(gate.title), "{}: {line}", gate.title);
        }
        let certificate = fact(&markdown, "Certificate");
        assert_eq!(certificate.is_some(), edition == Edition::E2013, "nobody certifies it any more");
        assert_eq!(certificate.is_some(), report.stages.iter().any(|stage| !stage.certifiable));
        assert!(text(ExportName::ReportHtml, &assessment).contains("Must-haves not met ("));
    }
    let empty = markdown_of(&Assessment::new(Edition::E2022));
    let line = fact(&empty, "Stage 1 (readiness and documents)").expect("a line");
    assert!(line.contains("Not known yet. Must-haves that need answers or a confirmation"), "{line}");
    assert!(fact(&empty, "Likely findings").is_none());
}

#[test]
fn findings_are_counted_and_what_adds_up_is_named() {
    let assessment = answered(Edition::E2022, 3);
    let report = Report::of(&assessment);
    assert!(report.findings.minor > 0 && !report.accumulated.is_empty());
    let markdown = markdown_of(&assessment);
    let findings = fact(&markdown, "Likely findings").expect("a line");
    assert!(findings.contains(&format!("Minor nonconformity: {}", report.findings.minor)), "{findings}");
    assert!(findings.contains("Single minors do not stop a certificate."), "{findings}");
    let piled = fact(&markdown, "Small findings that add up to a major one").expect("a line");
    for one in &report.accumulated {
        for id in one.touched_ids() {
            assert!(piled.contains(id), "{id}: {piled}");
        }
    }
    let oscal: Value = serde_json::from_str(&text(ExportName::OscalResults, &assessment)).expect("JSON");
    let props = oscal["assessment-results"]["results"][0]["props"].as_array().expect("a list");
    let count = props.iter().filter(|prop| prop["name"] == "accumulated").count();
    assert_eq!(count, report.accumulated.len());
    let value = |name: &str| props.iter().find(|prop| prop["name"] == name).map(|prop| prop["value"].clone());
    assert_eq!(value("findings-minor"), Some(report.findings.minor.to_string().into()));
    assert_eq!(value("findings-major"), Some(report.findings.major.to_string().into()));
    assert_eq!(value("stage-1-certifiable"), Some("true".into()));
}

#[test]
fn an_exclusion_that_no_auditor_would_accept_is_named() {
    let mut assessment = answered(Edition::E2022, 3);
    let before = markdown_of(&assessment);
    assert!(fact(&before, "Exclusions that an auditor would not accept").is_none());
    assessment.exclude("A.5.1", "we have none", NOW).unwrap();
    let report = Report::of(&assessment);
    assert!(report.requirements.iter().any(|one| one.id == "A.5.1" && one.refused));
    let markdown = markdown_of(&assessment);
    let line = fact(&markdown, "Exclusions that an auditor would not accept").expect("a line");
    assert!(line.contains("A.5.1"), "{line}");
    let is_told = |line: &&str| line.contains("| Excluded. An auditor would not accept the exclusion. |");
    let told: Vec<_> = markdown.lines().filter(is_told).collect();
    assert!(matches!(*told, [row] if row.starts_with("| A.5.1 ")), "{told:?}");
    let statement = text(ExportName::Statement, &assessment);
    assert_eq!(statement.matches("An auditor would not accept the exclusion.").count(), 1);
    let oscal: Value = serde_json::from_str(&text(ExportName::OscalResults, &assessment)).expect("JSON");
    let findings = oscal["assessment-results"]["results"][0]["findings"].as_array().expect("a list");
    let refused = findings.iter().filter(|finding| {
        finding["props"].as_array().is_some_and(|props| props.iter().any(|prop| prop["value"] == "refused"))
    });
    assert_eq!(refused.count(), 1);
}

#[test]
fn every_finding_says_in_words_what_it_is() {
    let mut assessment = answered(Edition::E2022, 1);
    assessment.respond("A.5.1", Answer::Unknown, NOW).unwrap();
    let oscal: Value = serde_json::from_str(&text(ExportName::OscalResults, &assessment)).expect("JSON");
    let findings = oscal["assessment-results"]["results"][0]["findings"].as_array().expect("a list");
    let said: Vec<_> = findings.iter().filter_map(|finding| finding["description"].as_str()).collect();
    assert!(said.contains(&"Likely finding: Not known yet") && said.len() == findings.len());
    assert!(said.iter().all(|words| words.len() > "Likely finding: ".len()), "{said:?}");
}

#[test]
fn a_document_that_nobody_demands_is_told_from_those_that_are_required() {
    let documents = text(ExportName::Documents, &Assessment::new(Edition::E2022));
    let usual = documents.matches("\"Usual evidence, not required\"").count();
    let of_catalog =
        catalog::documents().iter().filter(|document| document.demand(Edition::E2022) == Some(Demand::Usual)).count();
    assert!(usual > 0);
    assert_eq!(usual, of_catalog);
}
