//! Writes an assessment file canonically; what is empty is left out.

use super::header::{FORMAT, VERSION};
use crate::assessment::{
    Answer, Assessment, DocumentResponse, DocumentStatus, EvidenceLink, Organisation, Response, Snapshot, Statement,
};
use crate::json::{Array, Object, string};

impl Assessment {
    /// The canonical text of the assessment file: RFC 8785, the same assessment gives the same bytes.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut file = Object::default();
        file.text("format", FORMAT);
        file.integer("version", VERSION);
        file.text("edition", self.edition.year());
        file.integer("target", u32::from(self.target.number()));
        file.text_if_any("id", &self.id);
        file.raw_if_any("organisation", write_organisation(&self.organisation));
        file.text_if_any("assessor", &self.assessor);
        file.text_if_any("created", &self.created);
        file.text_if_any("modified", &self.modified);
        file.raw_if_any("statement", write_statement(&self.statement));
        let mut requirements = Object::default();
        for (requirement, response) in self.edition.requirements().zip(&self.requirements) {
            requirements.raw_if_any(requirement.id(), write_response(response));
        }
        file.raw_if_any("requirements", requirements.finish());
        let mut areas = Object::default();
        for (area, response) in self.edition.areas().iter().zip(&self.areas) {
            areas.raw_if_any(area.key, write_response(response));
        }
        file.raw_if_any("areas", areas.finish());
        let mut documents = Object::default();
        for (document, response) in self.edition.documents().zip(&self.documents) {
            documents.raw_if_any(document.key, write_document(response));
        }
        file.raw_if_any("documents", documents.finish());
        let mut snapshots = Array::new();
        for snapshot in &self.snapshots {
            snapshots.raw(&write_snapshot(snapshot));
        }
        file.raw_if_any("snapshots", snapshots.finish());
        file.members(&self.unknown);
        file.finish()
    }
}

fn write_organisation(it: &Organisation) -> String {
    let mut out = Object::default();
    out.text_if_any("name", &it.name);
    out.text_if_any("scope", &it.scope);
    if let Some(headcount) = it.headcount {
        out.integer("headcount", headcount);
    }
    out.members(&it.unknown);
    out.finish()
}

fn write_statement(it: &Statement) -> String {
    let mut out = Object::default();
    out.text_if_any("version", &it.version);
    out.text_if_any("approver", &it.approver);
    out.text_if_any("date", &it.date);
    out.members(&it.unknown);
    out.finish()
}

fn write_response(it: &Response) -> String {
    let mut out = Object::default();
    match it.answer {
        Some(Answer::Level(level)) => out.integer("answer", u32::from(level.number())),
        Some(Answer::Unknown) => out.text("answer", "unknown"),
        Some(Answer::NotApplicable) => out.text("answer", "not-applicable"),
        None => {}
    }
    out.text_if_any("reason", &it.reason);
    out.text_if_any("note", &it.note);
    out.text_if_any("owner", &it.owner);
    out.text_if_any("due", &it.due);
    let mut links = Array::new();
    for link in &it.evidence {
        links.raw(&write_link(link));
    }
    out.raw_if_any("evidence", links.finish());
    let mut inclusion = Object::default();
    let mut because = Array::new();
    for reason in &it.inclusion.because {
        because.raw(&string(reason.as_str()));
    }
    inclusion.raw_if_any("because", because.finish());
    inclusion.text_if_any("note", &it.inclusion.note);
    inclusion.members(&it.inclusion.unknown);
    out.raw_if_any("inclusion", inclusion.finish());
    let mut provenance = Array::new();
    for said in &it.provenance {
        provenance.raw(&string(said));
    }
    out.raw_if_any("provenance", provenance.finish());
    out.text_if_any("modified", &it.modified);
    out.members(&it.unknown);
    out.finish()
}

pub(in crate::assessment) fn write_link(it: &EvidenceLink) -> String {
    let mut out = Object::default();
    out.text_if_any("label", &it.label);
    out.text_if_any("href", &it.href);
    out.members(&it.unknown);
    out.finish()
}

fn write_document(it: &DocumentResponse) -> String {
    let mut out = Object::default();
    out.text_if_any("status", it.status.map(DocumentStatus::as_str).unwrap_or_default());
    out.text_if_any("owner", &it.owner);
    out.text_if_any("href", &it.href);
    out.text_if_any("note", &it.note);
    out.members(&it.unknown);
    out.finish()
}

pub(in crate::assessment) fn write_snapshot(it: &Snapshot) -> String {
    let mut overall = Object::default();
    overall.integer("low", u32::from(it.overall.low()));
    overall.integer("high", u32::from(it.overall.high()));
    overall.members(&it.unknown_of_overall);
    let mut out = Object::default();
    out.text("at", &it.at);
    out.text("label", &it.label);
    if let Some(method) = &it.method {
        out.text("method", method);
    }
    out.raw("overall", overall.finish());
    out.members(&it.unknown);
    out.finish()
}
