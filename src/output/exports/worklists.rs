//! What is left to do, as tables: gaps, the plan, and the documents.

use super::source::Source;
use super::table::{Cell, Column, Holds, Table, Tone};
use crate::assessment::{DocumentStatus, evidence_lines};
use crate::catalog::{self, Demand};
use crate::output::checklist::ChecklistRow;
use crate::questionnaire;
use crate::scoring::{Finding, ItemKind};

/// A document's status in words.
fn status(source: &Source<'_>, status: Option<DocumentStatus>) -> &'static str {
    source.words.named("status", status.map_or("none", DocumentStatus::as_str))
}

/// What an auditor would likely write, the gravest first.
pub(super) fn gaps<'a>(source: &Source<'a>) -> Table<'a> {
    let t = |key| source.t(key);
    let basis = source.basis();
    let (mut rows, mut tones) = (Vec::new(), Vec::new());
    for finding in [Finding::Major, Finding::Minor, Finding::Opportunity] {
        for (requirement, report) in source.edition.requirements().zip(&source.report.requirements) {
            if report.finding != Some(finding) {
                continue;
            }
            let question = questionnaire::question(requirement);
            let response = source.assessment.response(requirement);
            rows.push(vec![
                source.reference(requirement.id()).into(),
                requirement.title().into(),
                source.words.named("finding", finding.as_str()).into(),
                source.level(report.answer, report.provisional).into(),
                Cell::Number(i32::from(report.points.map_or(0, |points| points.lost))),
                question.next_step.into(),
                source.words.named("effort.short", question.effort.as_str()).into(),
                response.owner().into(),
                response.due().into(),
                evidence_lines(response.evidence()).into(),
                response.note().into(),
                basis.clone().into(),
            ]);
            tones.push(Tone::of(finding.as_str()));
        }
    }
    Table {
        name: "gaps",
        title: t("exports.gaps"),
        columns: vec![
            Column::holding(Holds::Short, "requirement", t("explain.requirement"), 12),
            Column::new("title", t("exports.title"), 34),
            Column::new("finding", t("finding.kind"), 24),
            Column::new("level", t("statement.answer"), 16),
            Column::new("lost", t("exports.lost"), 9),
            Column::holding(Holds::Sentences, "step", t("help.next"), 40),
            Column::new("effort", t("plan.column.effort"), 9),
            Column::holding(Holds::Typed, "owner", t("notes.owner"), 18),
            Column::holding(Holds::Date, "due", t("notes.due"), 12),
            Column::holding(Holds::Links, "evidence", t("evidence.title"), 30),
            Column::holding(Holds::Typed, "note", t("notes.note"), 34),
            Column::new("basis", t("exports.basis"), 24),
        ],
        rows,
        tone: Some(("finding", tones)),
    }
}

/// The actions, in order.
pub(super) fn plan<'a>(source: &Source<'a>) -> Table<'a> {
    let t = |key| source.t(key);
    let basis = source.basis();
    let mut rows = Vec::new();
    for (index, action) in source.plan.actions.iter().enumerate() {
        let is_document = action.kind == ItemKind::Document;
        let gates = catalog::gates().iter().filter(|gate| action.gates.contains(&gate.id)).map(|gate| gate.title);
        rows.push(vec![
            Cell::whole(i32::try_from(index).unwrap_or(i32::MAX).saturating_add(1)),
            if is_document { t("document.document").into() } else { source.reference(action.id).into() },
            action.title.into(),
            action.step.into(),
            action.stage.map_or(Cell::EMPTY, |stage| Cell::whole(stage.number())),
            source.words.list("list.long", gates).into(),
            Cell::Number(action.gain),
            source.words.named("effort.short", action.effort.as_str()).into(),
            if is_document {
                status(source, action.status).into()
            } else {
                source.words.named("finding", action.finding.as_str()).into()
            },
            action.owner.into(),
            action.due.into(),
            basis.clone().into(),
        ]);
    }
    Table {
        name: "plan",
        title: t("plan.title"),
        columns: vec![
            Column::new("order", t("exports.order"), 7),
            Column::holding(Holds::Short, "reference", t("report.refs"), 12),
            Column::new("action", t("exports.title"), 34),
            Column::holding(Holds::Sentences, "step", t("help.next"), 44),
            Column::new("stage", t("exports.stage"), 8),
            Column::new("gates", t("report.gates"), 34),
            Column::new("gain", t("exports.gain"), 9),
            Column::new("effort", t("plan.column.effort"), 9),
            Column::new("now", t("compare.now"), 24),
            Column::holding(Holds::Typed, "owner", t("notes.owner"), 18),
            Column::holding(Holds::Date, "due", t("plan.column.due"), 12),
            Column::new("basis", t("exports.basis"), 24),
        ],
        rows,
        tone: None,
    }
}

/// The documents and records, with the status of each.
pub(super) fn documents<'a>(source: &Source<'a>) -> Table<'a> {
    documents_that(source, &|_| true)
}

/// Those of them that are wanted.
pub(super) fn documents_that<'a>(source: &Source<'a>, is_wanted: &dyn Fn(&ChecklistRow<'_>) -> bool) -> Table<'a> {
    let t = |key| source.t(key);
    let basis = source.basis();
    let (mut rows, mut tones) = (Vec::new(), Vec::new());
    for row in source.checklist.iter().filter(|row| is_wanted(row)) {
        let asking = if row.required { row.because.as_slice() } else { row.refs };
        rows.push(vec![
            row.name.into(),
            source.words.named("document", row.kind.as_str()).into(),
            t(match row.demand {
                Demand::Usual => "document.usual",
                _ if row.required => "applicable.yes",
                _ => "applicable.no",
            })
            .into(),
            source.words.list("list.short", asking.iter().map(|id| source.reference(id))).into(),
            row.stage.map_or(Cell::EMPTY, |stage| Cell::whole(stage.number())),
            status(source, row.status).into(),
            row.owner.into(),
            row.href.into(),
            row.note.into(),
            basis.clone().into(),
        ]);
        let unsaid = if row.required { "missing" } else { "" };
        tones.push(Tone::of(row.status.map_or(unsaid, DocumentStatus::as_str)));
    }
    Table {
        name: "documents",
        title: t("documents.title"),
        columns: vec![
            Column::new("document", t("explain.document"), 40),
            Column::new("kind", t("exports.kind"), 11),
            Column::new("required", t("exports.required"), 10),
            Column::new("because", t("exports.because"), 20),
            Column::new("stage", t("exports.stage"), 8),
            Column::new("status", t("report.status"), 12),
            Column::holding(Holds::Typed, "owner", t("notes.owner"), 18),
            Column::holding(Holds::Links, "href", t("document.href"), 34),
            Column::holding(Holds::Typed, "note", t("notes.note"), 34),
            Column::new("basis", t("exports.basis"), 24),
        ],
        rows,
        tone: Some(("status", tones)),
    }
}
