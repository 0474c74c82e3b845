//! The required-documents checklist.

use crate::assessment::{Assessment, DocumentStatus};
use crate::catalog::{self, Demand, DocumentKind, Stage};
use crate::json::json_object;
use crate::scoring::{Finding, Report};

/// One line of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChecklistRow<'a> {
    /// Whether a clause asks for it, so that it is always required.
    pub always: bool,
    /// What makes it required: clauses, or the applicable controls; empty when it is not.
    pub because: Vec<&'static str>,
    /// Who asks for it.
    pub demand: Demand,
    /// What an auditor would likely write; none without a status, and where it is not required.
    pub finding: Option<Finding>,
    /// Where it is.
    pub href: &'a str,
    /// The key of the document.
    pub key: &'static str,
    /// Document or record.
    pub kind: DocumentKind,
    /// Its name.
    pub name: &'static str,
    /// A note in the assessor's words.
    pub note: &'a str,
    /// Who looks after it.
    pub owner: &'a str,
    /// All that refers to it in this edition.
    pub refs: &'static [&'static str],
    /// Whether it is required.
    pub required: bool,
    /// The first stage with a gate that asks for it.
    pub stage: Option<Stage>,
    /// Its status, if that was said.
    pub status: Option<DocumentStatus>,
}

json_object! {
    ChecklistRow<'_> { always, because, demand, finding, href, key, kind, name, note, owner, refs, required, stage, status }
}

/// The checklist of an assessment: every document of its edition, in catalog order.
///
/// ```
/// use iso27001_readiness::{assessment::Assessment, catalog::Edition, output::checklist::checklist};
///
/// let assessment = Assessment::new(Edition::E2022);
/// let scope = checklist(&assessment).into_iter().find(|row| row.key == "isms_scope").expect("in the catalog");
/// assert!(scope.required && scope.status.is_none());
/// ```
#[must_use]
pub fn checklist(assessment: &Assessment) -> Vec<ChecklistRow<'_>> {
    let edition = assessment.edition();
    let mut rows = Vec::new();
    for (index, (document, report)) in edition.documents().zip(Report::of(assessment).documents).enumerate() {
        let response = assessment.document_response(index);
        rows.push(ChecklistRow {
            key: document.key,
            name: document.name,
            kind: document.kind,
            required: report.required,
            always: report.demand == Demand::Always,
            demand: report.demand,
            finding: report.finding,
            because: report.because,
            refs: document.refs(edition),
            // The gates of stage 1 come first.
            stage: catalog::gates().iter().find(|gate| gate.documents.contains(&document.key)).map(|gate| gate.stage),
            status: response.status(),
            owner: response.owner(),
            href: response.href(),
            note: response.note(),
        });
    }
    rows
}
