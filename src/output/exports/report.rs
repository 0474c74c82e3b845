//! What a report holds, before it is written as HTML or Markdown.

use super::source::{Source, joined};
use super::statement_table::{applies, view};
use super::summary::{about, answered, gates, results};
use super::table::{Column, Fact, Holds, Table};
use super::worklists::{documents, documents_that, gaps, plan};
use crate::assessment::evidence_lines;
use crate::catalog::Stage;
use crate::output::statement::StatementRow;

/// A part of a report.
pub(super) enum Block<'a> {
    Heading { name: &'static str, text: &'static str },
    Text(&'static str),
    Facts(Vec<Fact<'a>>),
    Table(Table<'a>),
}

fn sections<'a>(source: &Source<'a>) -> Table<'a> {
    let mut rows = Vec::new();
    for section in &source.report.sections {
        rows.push(vec![
            joined([section.id, section.title], " ").into(),
            source.words.range(section.score).into(),
            answered(source, &section.coverage).into(),
        ]);
    }
    Table {
        name: "sections",
        title: source.t("report.sections"),
        columns: vec![
            Column::new("section", source.t("result.section"), 0),
            Column::holding(Holds::Short, "score", source.t("explain.score"), 0),
            Column::new("answered", source.t("result.answered"), 0),
        ],
        rows,
        tone: None,
    }
}

/// Why a control is in the statement, or why it is not.
fn why(source: &Source<'_>, row: &StatementRow<'_>) -> String {
    if row.applicable == Some(false) {
        return String::from(row.reason);
    }
    let reasons = row.because.iter().map(|reason| source.words.named("because", reason.as_str()));
    source.words.list("list.long", reasons.chain([row.inclusion_note]).filter(|text| !text.is_empty()))
}

/// The state of a control, and what an auditor would say to its exclusion.
fn stated(source: &Source<'_>, row: &StatementRow<'_>) -> String {
    let (state, view) = (source.words.named("statement", row.state.as_str()), view(source, row));
    if view.is_empty() {
        return String::from(state);
    }
    source.words.filled("statement.with-view", &[("state", state), ("view", view)])
}

fn statement<'a>(source: &Source<'a>) -> Table<'a> {
    let t = |key| source.t(key);
    let mut rows = Vec::new();
    for row in &source.statement {
        rows.push(vec![
            joined([row.id, row.title], " ").into(),
            applies(source, row.applicable).into(),
            why(source, row).into(),
            source.level(row.answer, row.provisional).into(),
            stated(source, row).into(),
            row.owner.into(),
            evidence_lines(row.evidence).into(),
        ]);
    }
    Table {
        name: "statement",
        title: t("statement.title"),
        columns: vec![
            Column::new("control", t("statement.column.control"), 0),
            Column::holding(Holds::Short, "applicable", t("statement.column.applicable"), 0),
            Column::holding(Holds::Typed, "why", t("statement.column.why"), 0),
            Column::new("level", t("statement.answer"), 0),
            Column::new("state", t("statement.column.state"), 0),
            Column::holding(Holds::Typed, "owner", t("notes.owner"), 0),
            Column::holding(Holds::Links, "evidence", t("evidence.title"), 0),
        ],
        rows,
        tone: None,
    }
}

fn notes<'a>(source: &Source<'a>) -> Table<'a> {
    let t = |key| source.t(key);
    let mut rows = Vec::new();
    for requirement in source.edition.requirements() {
        let note = source.assessment.response(requirement).note();
        if !note.is_empty() {
            rows.push(vec![source.reference(requirement.id()).into(), note.into()]);
        }
    }
    for row in &source.checklist {
        if !row.note.is_empty() {
            rows.push(vec![row.name.into(), row.note.into()]);
        }
    }
    Table {
        name: "notes",
        title: t("report.notes"),
        columns: vec![
            Column::holding(Holds::Short, "reference", t("report.refs"), 0),
            Column::holding(Holds::Typed, "note", t("notes.note"), 0),
        ],
        rows,
        tone: None,
    }
}

/// The whole report.
pub(super) fn report<'a>(source: &Source<'a>) -> Vec<Block<'a>> {
    let t = |key| source.t(key);
    let approval = source.assessment.statement();
    let is_approved = [&approval.version, &approval.approver, &approval.date].into_iter().any(|text| !text.is_empty());
    let gaps = gaps(source).only(&["requirement", "title", "finding", "level", "step", "owner", "due"]);
    let plan = plan(source).only(&["order", "reference", "action", "step", "stage", "gain", "effort", "owner", "due"]);
    let documents =
        documents(source).only(&["document", "kind", "required", "because", "stage", "status", "owner", "href"]);
    let mut blocks = vec![Block::Facts(results(source)), Block::Facts(about(source))];
    for (table, text) in [
        (gates(source), ""),
        (sections(source), ""),
        (gaps, t("result.findings.text")),
        (plan, t("exports.plan.text")),
        (documents, ""),
        (statement(source), if is_approved { "" } else { t("exports.unapproved") }),
        (notes(source), ""),
    ] {
        if table.rows.is_empty() {
            continue;
        }
        blocks.push(Block::Heading { name: table.name, text: table.title });
        if !text.is_empty() {
            blocks.push(Block::Text(text));
        }
        blocks.push(Block::Table(table));
    }
    blocks
}

/// What the auditor of stage 1 asks for first: each required document with where it is kept, by the stage that needs it.
pub(super) fn pack<'a>(source: &Source<'a>) -> Vec<Block<'a>> {
    let mut blocks = vec![Block::Text(source.t("pack.text")), Block::Facts(about(source))];
    for (name, stage) in [("pack.1", Some(Stage::One)), ("pack.2", Some(Stage::Two)), ("pack.controls", None)] {
        let table = documents_that(source, &|row| row.required && row.stage == stage);
        blocks.push(Block::Heading { name, text: source.t(name) });
        blocks.push(Block::Table(table.only(&["document", "because", "status", "owner", "href", "note"])));
    }
    blocks
}
