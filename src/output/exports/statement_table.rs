//! The Statement of Applicability as a sheet that can be filled in and returned.

use super::source::{Source, level_name};
use super::table::{Cell, Column, Holds, Table};
use crate::assessment::{InclusionReason, evidence_lines};
use crate::output::statement::{Implementation, StatementRow};
use crate::questionnaire::Level;

fn columns(source: &Source<'_>) -> Vec<Column<'static>> {
    let words = source.words;
    let t = |key| source.t(key);
    let yes = String::from(t("applicable.yes"));
    let mut levels: Vec<String> = Level::ALL.into_iter().map(level_name).collect();
    levels.push(String::from(t("answer.unknown")));
    let states =
        [Implementation::Implemented, Implementation::Partly, Implementation::NotImplemented, Implementation::Unknown]
            .map(|state| String::from(words.named("statement", state.as_str())));
    let applies = [t("applicable.yes"), t("applicable.no"), t("applicable.open")].map(String::from);
    let mut columns = vec![
        Column::new("control", t("statement.column.control"), 10),
        Column::new("title", t("exports.title"), 34),
        Column::new("group", t("statement.group"), 20),
        Column::new("applicable", t("statement.column.applicable"), 11).of(applies.to_vec()),
        Column::new("level", t("statement.answer"), 16).of(levels),
        Column::new("state", t("statement.column.state"), 18).of(states.to_vec()),
    ];
    for reason in InclusionReason::ALL {
        let label = words.named("because", reason.as_str());
        columns.push(Column::new(reason.as_str(), label, 11).of(vec![yes.clone()]));
    }
    columns.extend([
        Column::holding(Holds::Typed, "inclusion", t("statement.because.note"), 24),
        Column::holding(Holds::Typed, "reason", t("exports.reason"), 28),
        Column::holding(Holds::Typed, "owner", t("notes.owner"), 18),
        Column::holding(Holds::Links, "evidence", t("evidence.title"), 30),
        Column::holding(Holds::Typed, "note", t("notes.note"), 34),
        Column::new("view", t("statement.view"), 24),
        Column::new("basis", t("exports.basis"), 24),
    ]);
    columns
}

/// What is to be said of an exclusion that no auditor would accept; empty for all else.
pub(super) fn view(source: &Source<'_>, row: &StatementRow<'_>) -> &'static str {
    if row.refused { source.t("statement.refused") } else { "" }
}

/// Whether a control applies, in words.
pub(super) fn applies(source: &Source<'_>, applicable: Option<bool>) -> &'static str {
    source.t(match applicable {
        Some(true) => "applicable.yes",
        Some(false) => "applicable.no",
        None => "applicable.open",
    })
}

/// Every control of the edition.
pub(super) fn statement<'a>(source: &Source<'a>) -> Table<'a> {
    let basis = source.basis();
    let mut rows = Vec::new();
    for row in &source.statement {
        let title = source.edition.groups().iter().find(|group| group.id == row.group).map_or("", |group| group.title);
        let mut group = String::from(row.group);
        group.push(' ');
        group.push_str(title);
        let mut cells: Vec<Cell<'a>> = vec![
            row.id.into(),
            row.title.into(),
            group.into(),
            applies(source, row.applicable).into(),
            source.level(row.answer, row.provisional).into(),
            source.words.named("statement", row.state.as_str()).into(),
        ];
        for reason in InclusionReason::ALL {
            cells.push(if row.because.contains(&reason) { source.t("applicable.yes").into() } else { Cell::EMPTY });
        }
        cells.extend([
            row.inclusion_note.into(),
            Cell::from(if row.applicable == Some(false) { row.reason } else { "" }),
            row.owner.into(),
            evidence_lines(row.evidence).into(),
            row.note.into(),
            view(source, row).into(),
            basis.clone().into(),
        ]);
        rows.push(cells);
    }
    Table { name: "statement", title: source.t("statement.title"), columns: columns(source), rows, tone: None }
}
