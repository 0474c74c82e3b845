//! One sheet: which row holds the headings, which column holds what, and what its bare numbers are.

use super::columns::{heading_row, roles};
use super::crosses::{crosses, mark};
use super::grid::Sheet;
use super::headings::{Role, begins};
use super::ids::{self, Kind};
use super::options::Options;
use super::reading::{Scale, scale};
use super::titles::Titles;
use crate::catalog::Edition;
use crate::order::sort_by;
use crate::text::column_letters;

/// No sheet has more columns that are worth a look.
pub(super) const MOST_COLUMNS: usize = 400;

/// Sheets of our own workbook, in which a blank cell says that there is nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Own {
    Statement,
    Documents,
    Gaps,
    Plan,
}

/// Headings that only our own sheets have together.
const OWN: [(Own, [&str; 4]); 4] = [
    (Own::Statement, ["control", "theme or group", "applies", "more on the justification"]),
    (Own::Documents, ["document", "asked for by", "status", "where it is kept"]),
    (Own::Gaps, ["requirement", "likely finding", "points lost", "next step"]),
    (Own::Plan, ["reference", "gain in points", "must haves", "due"]),
];

/// What numbers without a letter are in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bare {
    Controls,
    Clauses,
    /// Nothing says which.
    Open,
}

/// A sheet with its columns named.
pub(super) struct Mapped<'a> {
    pub(super) sheet: &'a Sheet,
    /// The place of the row of headings.
    pub(super) heading: Option<usize>,
    /// That of the headings of columns with crosses, which may stand below it; the rows begin behind it.
    pub(super) labels: Option<usize>,
    /// In the order of the roles; several with one role are crossed.
    pub(super) columns: Vec<(Role, usize)>,
    pub(super) own: Option<Own>,
    pub(super) scale: Scale,
    pub(super) bare: Bare,
    /// Whether its numbers are those of another standard.
    pub(super) is_other: bool,
}

impl<'a> Mapped<'a> {
    pub(super) fn column(&self, role: Role) -> Option<usize> {
        self.columns.iter().find(|(of, _)| *of == role).map(|(_, column)| *column)
    }

    /// The column of ids, whatever is said about them.
    pub(super) fn ids(&self) -> Option<usize> {
        [Role::Control, Role::Clause, Role::Id].into_iter().find_map(|role| self.column(role))
    }

    /// The rows below the headings, with their places.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, &'a [String])> + use<'a> {
        let first = self.labels.map_or(0, |heading| heading.saturating_add(1));
        let sheet = self.sheet;
        sheet.rows.iter().enumerate().skip(first).map(|(at, row)| (at, row.as_slice()))
    }

    /// Whether one column of several with this role is crossed.
    pub(super) fn is_crossed(&self, role: Role) -> bool {
        self.columns.iter().filter(|(of, _)| *of == role).count() > 1
    }

    /// The column of a role that a row says something in: of several that which is crossed.
    pub(super) fn column_in(&self, row: &[String], role: Role) -> Option<usize> {
        let mut first = None;
        for (of, column) in &self.columns {
            if *of == role {
                if mark(cell(row, *column)) == Some(true) {
                    return Some(*column);
                }
                first = first.or(Some(*column));
            }
        }
        first
    }

    /// What stands above a column, next to its rows first.
    pub(super) fn heading(&self, column: usize) -> &'a str {
        let of = |at: Option<usize>| at.and_then(|at| self.sheet.rows.get(at)).map_or("", |row| cell(row, column));
        let next = of(self.labels);
        if next.is_empty() { of(self.heading) } else { next }
    }

    /// The same, or its letters where there is nothing.
    pub(super) fn name(&self, column: usize) -> String {
        match self.heading(column) {
            "" => column_letters(column),
            text => String::from(text),
        }
    }

    /// What a row says in a column; blank where it has none.
    pub(crate) fn cell<'r>(&self, row: &'r [String], role: Role) -> &'r str {
        self.column(role).map_or("", |column| cell(row, column))
    }
}

/// A cell without what is blank around it.
pub(crate) fn cell(row: &[String], column: usize) -> &str {
    row.get(column).map_or("", |text| text.trim())
}

fn own_of(row: Option<&Vec<String>>) -> Option<Own> {
    let keys: Vec<String> = row?.iter().take(MOST_COLUMNS).map(|text| super::plain::key(text)).collect();
    OWN.into_iter().find(|(_, wanted)| wanted.iter().all(|one| keys.iter().any(|key| key == one))).map(|(own, _)| own)
}

/// Reads what a sheet holds; `options` settle what somebody has said about it.
pub(super) fn map<'a>(sheet: &'a Sheet, options: &Options) -> Mapped<'a> {
    let heading = heading_row(sheet);
    let own = own_of(heading.and_then(|heading| sheet.rows.get(heading)));
    let mut columns = roles(sheet, heading, own);
    let has_rows = columns.iter().any(|(role, _)| matches!(role, Role::Id | Role::Title));
    let labels = heading.filter(|_| own.is_none() && has_rows).map(|heading| crosses(sheet, heading, &mut columns));
    let labels = labels.or(heading);
    for choice in options.columns.iter().filter(|choice| choice.sheet == sheet.name) {
        let is_ids = |role: Role| matches!(role, Role::Id | Role::Control | Role::Clause);
        columns.retain(|(role, column)| {
            *role != choice.role
                && Some(*column) != choice.column
                && !(choice.column.is_some() && is_ids(choice.role) && is_ids(*role))
        });
        if let Some(column) = choice.column {
            columns.push((choice.role, column));
        }
    }
    sort_by(&mut columns, &Ord::cmp);
    let mut mapped =
        Mapped { sheet, heading, labels, columns, own, scale: Scale::Levels, bare: Bare::Open, is_other: false };
    let is_settled = options
        .columns
        .iter()
        .any(|choice| choice.sheet == sheet.name && matches!(choice.role, Role::Id | Role::Control | Role::Clause));
    mapped.is_other = !is_settled && super::resolve::is_of_others(&mapped);
    let role = if mapped.column(Role::Level).is_some() { Role::Level } else { Role::Status };
    if let Some(first) = mapped.column(role) {
        let mut cells = Vec::new();
        if mapped.is_crossed(role) {
            for (of, column) in &mapped.columns {
                if *of == role {
                    cells.push(mapped.heading(*column));
                }
            }
        } else {
            for (_, row) in mapped.rows() {
                cells.push(cell(row, first));
            }
        }
        mapped.scale = scale(mapped.heading(first), &cells);
    }
    mapped
}

/// Words in the name of a sheet, or above its ids, that say that they are controls.
fn names_controls(text: &str) -> bool {
    const WORDS: &str = "annex|anhang|27002|soa|applicab|anwendbar|aplicab|control|kontrolle|massnahme|\
        referenzmassnahme|mesure|medida";
    begins(&super::plain::key(text), WORDS)
}

/// What the bare numbers of a sheet are, by all of them together, their titles, and what the sheet is called.
pub(super) fn bare(mapped: &Mapped<'_>, edition: Edition, titles: &Titles) -> Bare {
    if mapped.column(Role::Control).is_some() {
        return Bare::Controls;
    }
    if mapped.column(Role::Clause).is_some() {
        return Bare::Clauses;
    }
    let Some(column) = mapped.ids() else { return Bare::Open };
    let (mut controls, mut clauses) = (0_usize, 0_usize);
    for (_, row) in mapped.rows() {
        let Some(id) = ids::spelled(cell(row, column)).filter(|id| id.kind == Kind::Bare && id.parts > 1) else {
            continue;
        };
        let title = title_of(mapped, row, &id.rest);
        let is_control = edition.requirement(&control_id(&id.number)).is_some();
        let is_clause = edition.clauses().iter().any(|clause| clause.id == id.number);
        let titled = titles.requirement(title).map(|requirement| requirement.is_control());
        if is_control && (!is_clause || titled == Some(true)) {
            controls = controls.saturating_add(1);
        }
        if is_clause && (!is_control || titled == Some(false)) {
            clauses = clauses.saturating_add(1);
        }
    }
    match (controls, clauses) {
        (1.., 0) => Bare::Controls,
        (0, 1..) => Bare::Clauses,
        (0, 0) => {
            let says_so = names_controls(&mapped.sheet.name) || names_controls(mapped.heading(column));
            if says_so { Bare::Controls } else { Bare::Open }
        }
        _ => Bare::Open,
    }
}

/// The title that a row gives: of its column, else what stands behind the id.
pub(super) fn title_of<'t>(mapped: &Mapped<'_>, row: &'t [String], rest: &'t str) -> &'t str {
    match mapped.cell(row, Role::Title) {
        "" => rest,
        title => title,
    }
}

pub(super) fn control_id(number: &str) -> String {
    let mut id = String::from("A.");
    id.push_str(number);
    id
}

/// The headings of the columns that hold something and are not read.
pub(super) fn unread(mapped: &Mapped<'_>) -> Vec<String> {
    let mut names = Vec::new();
    let width = mapped.sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut filled = Vec::new();
    filled.resize(width, false);
    for (_, row) in mapped.rows() {
        for (place, text) in filled.iter_mut().zip(row) {
            *place |= !text.trim().is_empty();
        }
    }
    for (column, _) in filled.into_iter().enumerate().filter(|(_, filled)| *filled) {
        if mapped.columns.iter().any(|(_, of)| *of == column) {
            continue;
        }
        names.push(mapped.name(column));
    }
    names
}
