//! What the cells of a sheet would say if they said what is answered.

use super::row::Row;
use super::{FilledCell, Kept, KeptReason};
use crate::assessment::Assessment;
use crate::catalog::Requirement;
use crate::import::collect::Subject;
use crate::import::mapping::{Mapping, mappings};
use crate::import::plain::plain;
use crate::import::reading::Scale;
use crate::import::row::BECAUSE;
use crate::import::sheet::{Own, cell};
use crate::import::vocabulary::{Language, Vocabulary};
use crate::import::words::Table;
use crate::import::{Field, Meaning, Options, Role, Sheet};
use crate::order::{Index, sort_by};

/// How a text is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// A word of a column with few of them; a figure may be one.
    Word,
    /// A day; its place in the file is `FilledCell::to`, or written as the column has it.
    Date,
}

/// A cell, and what it is to say.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) sheet: usize,
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) kind: Kind,
    /// The day as files have it, where it is one.
    pub(super) day: String,
    pub(super) cell: FilledCell,
    /// Whether it says that already.
    pub(super) stands: bool,
    pub(super) means: Option<Meaning>,
}

/// What is wanted of all sheets, and what cannot be said.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub(super) cells: Vec<Wanted>,
    pub(super) kept: Vec<Kept>,
    /// Of how many rows something has no column, by field.
    pub(super) unplaced: Vec<(Field, u32)>,
    /// Requirements and documents with a row.
    pub(super) found: Index,
}

impl Entries {
    /// Of so many more rows this has no column.
    pub(super) fn count(&mut self, field: Field, rows: u32) {
        match self.unplaced.iter_mut().find(|(of, _)| *of == field) {
            Some((_, count)) => *count = count.saturating_add(rows),
            None => self.unplaced.push((field, rows)),
        }
    }
}

/// The columns of words of a sheet.
pub(super) struct Words<'a> {
    pub(super) level: Option<Vocabulary<'a>>,
    pub(super) status: Option<Vocabulary<'a>>,
    pub(super) applicable: Option<Vocabulary<'a>>,
    pub(super) because: [Option<Vocabulary<'a>>; 4],
}

/// What all these sheets would say.
pub(super) fn wanted_entries(assessment: &Assessment, sheets: &[Sheet], options: &Options) -> Entries {
    let settled: Vec<_> = options.words.iter().map(|(word, means)| (plain(word), *means)).collect();
    let mut out = Entries::default();
    for (place, (mapping, sheet)) in mappings(assessment, sheets, options).iter().zip(sheets).enumerate() {
        let words = words(mapping, sheet, &settled);
        for (at, subjects) in &mapping.rows {
            let Some(cells) = sheet.rows.get(*at) else { continue };
            let mut found: Vec<Entries> = Vec::new();
            for subject in subjects {
                let mut one = Entries::default();
                let id = id_of(assessment, *subject);
                out.found.place(id.clone(), 0);
                let row = Row { sheet, place, at: *at, cells, mapping, assessment, out: &mut one, id };
                match subject {
                    Subject::Requirement(index) => {
                        if let Some(requirement) = Requirement::at(assessment.edition(), *index) {
                            row.requirement(requirement, &words);
                        }
                    }
                    Subject::Document(index) => row.document(*index, &words),
                }
                found.push(one);
            }
            join(&mut out, found, &sheet.name);
        }
    }
    sort_by(&mut out.unplaced, &|(one, _), (other, _)| one.cmp(other));
    out
}

fn id_of(assessment: &Assessment, subject: Subject) -> String {
    let edition = assessment.edition();
    match subject {
        Subject::Requirement(index) => Requirement::at(edition, index).map_or("", Requirement::id).into(),
        Subject::Document(index) => {
            ["document:", edition.documents().nth(index).map_or("", |document| document.key)].concat()
        }
    }
}

fn in_column(all: &[Wanted], column: usize) -> Vec<&Wanted> {
    all.iter().filter(|wanted| wanted.column == column).collect()
}

/// A row that was split into several requirements says what all of them say, or nothing. Columns that are crossed say it
/// together.
fn join(out: &mut Entries, found: Vec<Entries>, sheet: &str) {
    let count = found.len();
    let mut all: Vec<Wanted> = Vec::new();
    for one in found {
        out.kept.extend(one.kept);
        for (field, rows) in one.unplaced {
            out.count(field, rows);
        }
        all.extend(one.cells);
    }
    if count < 2 {
        out.cells.extend(all);
        return;
    }
    let mut columns: Vec<usize> = all.iter().map(|wanted| wanted.column).collect();
    sort_by(&mut columns, &Ord::cmp);
    columns.dedup();
    let agrees = |of: &[&Wanted]| {
        of.len() == count && of.windows(2).all(|two| matches!(two, [one, other] if one.cell.to == other.cell.to))
    };
    for column in columns {
        let of_column = in_column(&all, column);
        let Some(first) = of_column.first() else { continue };
        let mut beside = all.iter().filter(|one| one.cell.role == first.cell.role);
        if beside.all(|one| agrees(&in_column(&all, one.column))) {
            out.cells.push((*first).clone());
        } else if of_column.iter().any(|one| !one.stands) {
            let mut source = first.cell.source.clone();
            source.sheet = String::from(sheet);
            out.kept.push(Kept { source, reason: KeptReason::Several, value: first.cell.id.clone() });
        }
    }
}

fn words<'a>(mapping: &Mapping, sheet: &Sheet, settled: &'a [(String, Option<Meaning>)]) -> Words<'a> {
    let headings = mapping.heading.and_then(|heading| sheet.rows.get(heading)).map_or(&[][..], Vec::as_slice);
    let language = Language::of(headings.iter().map(String::as_str));
    let of = |role: Role, table: Table| {
        let column = mapping.column(role)?;
        let crosses = mapping.crosses(sheet, role);
        let cells = mapping.rows.iter().filter(|_| crosses.is_empty()).filter_map(|(at, _)| sheet.rows.get(*at));
        let cells = cells.map(|row| cell(row, column)).chain(crosses.iter().map(|(_, label)| *label));
        let scale = if table == Table::Status { mapping.scale } else { Scale::Levels };
        Some(Vocabulary::of(cells, (table, scale, language), settled, role == Role::Level))
    };
    // The documents of our own plan and list have statuses of another kind.
    let is_documents = mapping.own == Some(Own::Documents) || mapping.column(Role::Document).is_some();
    Words {
        level: of(Role::Level, Table::Status),
        status: of(Role::Status, if is_documents { Table::Document } else { Table::Status }),
        applicable: of(Role::Applicable, Table::Applicable),
        because: BECAUSE.map(|(role, _)| of(role, Table::Applicable)),
    }
}
