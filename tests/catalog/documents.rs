//! Documents and records, and who demands them.

use crate::rows::BOTH;
use iso27001_readiness::assessment::{Answer, Assessment, DocumentStatus};
use iso27001_readiness::catalog::{self, Demand, Document, DocumentKind, Edition, Requirement};
use iso27001_readiness::scoring::{Accumulated, Report};
use std::collections::{BTreeMap, BTreeSet};

fn resolve(edition: Edition, reference: &str) -> Option<Requirement> {
    // "6.1.3 d" is an item of 6.1.3.
    edition.requirement(reference.split(' ').next()?)
}

#[test]
fn there_are_31_documents_and_30_of_them_in_2013() {
    assert_eq!(catalog::documents().len(), 31);
    assert_eq!(BOTH.map(|edition| edition.documents().count()), [30, 31]);
    let keys: BTreeSet<_> = catalog::documents().iter().map(|document| document.key).collect();
    assert_eq!(keys.len(), 31);
    let only_2022: Vec<_> =
        catalog::documents().iter().filter(|d| d.refs(Edition::E2013).is_empty()).map(|d| d.key).collect();
    assert_eq!(only_2022, ["configuration_baselines"]);
}

#[test]
fn the_list_of_16_documents_and_7_records_is_answered_line_by_line() {
    let mut lines = BTreeMap::<&str, Vec<&Document>>::new();
    for document in catalog::documents() {
        if let Some(line) = document.source_line {
            lines.entry(line).or_default().push(document);
        }
    }
    let documents = (1..=16).map(|line| (format!("D{line}"), DocumentKind::Document));
    let records = (1..=7).map(|line| (format!("R{line}"), DocumentKind::Record));
    for (line, kind) in documents.chain(records) {
        let answers = lines.remove(line.as_str()).unwrap_or_default();
        assert!(!answers.is_empty(), "nothing answers {line}");
        // D2 is policy and objectives in one line, D3 both methods.
        assert_eq!(answers.len(), if ["D2", "D3"].contains(&line.as_str()) { 2 } else { 1 }, "{line}");
        assert!(answers.iter().all(|document| document.kind == kind), "{line}");
    }
    assert!(lines.is_empty(), "{lines:?}");
}

#[test]
fn only_clauses_always_demand_a_document_and_else_a_control_can() {
    for edition in BOTH {
        for document in edition.documents() {
            let resolved = document.refs(edition).iter().map(|reference| {
                resolve(edition, reference).unwrap_or_else(|| panic!("{reference} of {}", document.key))
            });
            let on_controls = resolved.filter(|requirement| requirement.is_control()).count() > 0;
            let demand = document.demand(edition).unwrap();
            assert_eq!(on_controls, demand != Demand::Always, "{}", document.key);
            assert!(!document.core || demand == Demand::Always, "{}", document.key);
        }
        assert_eq!(edition.documents().filter(|one| one.demand(edition) == Some(Demand::Always)).count(), 17);
    }
    let unknown: Vec<_> = catalog::documents().iter().filter(|one| one.demand(Edition::E2013).is_none()).collect();
    assert_eq!(unknown.iter().map(|one| one.key).collect::<Vec<_>>(), ["configuration_baselines"]);
}

#[test]
fn an_item_stands_in_a_reference_only_where_the_clause_has_items() {
    let with_item: BTreeSet<_> = BOTH
        .iter()
        .flat_map(|edition| edition.documents().flat_map(|document| document.refs(*edition)))
        .filter(|reference| reference.contains(' '))
        .collect();
    assert_eq!(with_item.into_iter().collect::<Vec<_>>(), [&"6.1.3 d", &"6.1.3 e"]);
}

#[test]
fn the_roles_document_is_asked_for_by_its_controls_and_counts_with_5_3() {
    for (edition, controls) in [(Edition::E2013, ["A.6.1.1", "A.7.1.2"]), (Edition::E2022, ["A.5.2", "A.6.2"])] {
        let mut assessment = Assessment::new(edition);
        let roles = |assessment: &Assessment| {
            Report::of(assessment).documents.into_iter().find(|row| row.key == "security_roles").unwrap()
        };
        assert_eq!(roles(&assessment).because, controls);
        // A gap of the document is one of 5.3, the first of its references: three requirements make clause 5 a major.
        assessment.set_document("security_roles", DocumentStatus::Missing, "").unwrap();
        for id in ["5.1", "5.2"] {
            assessment.respond(id, Answer::level(2).unwrap(), "").unwrap();
        }
        let touched: Vec<_> = Report::of(&assessment).accumulated.iter().map(Accumulated::touched_ids).collect();
        assert_eq!(touched, [["5.1", "5.2", "5.3"]], "{edition:?}");
    }
}
