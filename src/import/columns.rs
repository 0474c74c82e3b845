//! Which row of a sheet holds the headings, and which column holds what, before anybody says otherwise.

use super::grid::Sheet;
use super::headings::{LEAST_RANK, Role, Said, is_otherwise, said_by};
use super::ids;
use super::plain::key;
use super::reading::{Scale, meaning};
use super::resolve::{is_ours, names};
use super::sheet::{MOST_COLUMNS, Own, cell};
use super::words::{Table, of_applicable};

/// The headings are among the first rows that hold something.
const SEARCHED: usize = 30;
/// Rows that are looked at to see what a column holds.
const SAMPLED: usize = 200;

/// How many roles a row of headings names.
fn named(row: &[String]) -> usize {
    let mut roles = Vec::new();
    for heading in row.iter().take(MOST_COLUMNS) {
        let said = match said_by(heading) {
            Said::Role { role, .. } => Said::Role { rank: 0, role },
            said => said,
        };
        if said != Said::Nothing && !roles.contains(&said) {
            roles.push(said);
        }
    }
    roles.len()
}

pub(super) fn heading_row(sheet: &Sheet) -> Option<usize> {
    let mut best = (1, None);
    let filled = sheet.rows.iter().enumerate().filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()));
    let mut single = None;
    for (at, row) in filled.take(SEARCHED) {
        let count = named(row);
        if count > best.0 {
            best = (count, Some(at));
        }
        // One known heading among several texts is enough where no row has two.
        if count == 1 && single.is_none() && row.len() > 1 && !row.iter().any(|text| is_id(text)) {
            single = Some(at);
        }
    }
    best.1.or(single)
}

/// How many of the first cells of a column hold something, and how many of those are so.
pub(super) fn sample(sheet: &Sheet, from: usize, column: usize, is_so: &dyn Fn(&str) -> bool) -> (usize, usize) {
    let cells = sheet.rows.iter().skip(from).map(|row| cell(row, column)).filter(|text| !text.is_empty());
    let (mut all, mut so) = (0_usize, 0_usize);
    for text in cells.take(SAMPLED) {
        all = all.saturating_add(1);
        so = so.saturating_add(usize::from(is_so(text)));
    }
    (all, so)
}

/// Whether a cell holds the id of a requirement or a control.
pub(super) fn is_id(text: &str) -> bool {
    ids::spelled(text).is_some_and(|id| id.parts > 1)
}

/// Gives each column its role: `(role, rank, column)`, the best of each role.
struct Roles<'a> {
    headings: &'a [String],
    found: Vec<(Role, usize, usize)>,
}

impl Roles<'_> {
    /// Takes a column for a role unless a better one has it; of two with the same right the one with the later year in its
    /// heading, or whose heading comes later by its letters, whichever stands first.
    fn offer(&mut self, role: Role, rank: usize, column: usize) {
        let heading = |column| key(cell(self.headings, column));
        match self.found.iter_mut().find(|(of, _, _)| *of == role) {
            Some(place) if place.1 > rank || (place.1 == rank && heading(column) > heading(place.2)) => {
                *place = (role, rank, column)
            }
            Some(_) => {}
            None => self.found.push((role, rank, column)),
        }
    }

    fn has(&self, role: Role) -> bool {
        self.found.iter().any(|(of, _, _)| *of == role)
    }

    fn uses(&self, column: usize) -> bool {
        self.found.iter().any(|(_, _, of)| *of == column)
    }
}

/// What each column of a sheet holds, before anybody says otherwise.
pub(super) fn roles(sheet: &Sheet, heading: Option<usize>, own: Option<Own>) -> Vec<(Role, usize)> {
    let from = heading.map_or(0, |heading| heading.saturating_add(1));
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or_default().min(MOST_COLUMNS);
    let headings = heading.and_then(|heading| sheet.rows.get(heading));
    let mut roles = Roles { headings: headings.map_or(&[], Vec::as_slice), found: Vec::new() };
    let share_of_ids = |column| {
        let (all, so) = sample(sheet, from, column, &is_id);
        so.saturating_mul(100).checked_div(all).unwrap_or_default()
    };
    let mut elsewhere = 0_usize;
    for column in 0..width {
        let text = headings.map_or("", |row| cell(row, column));
        match said_by(text) {
            // Running numbers are no ids, and what is headed "Name" may begin with them.
            Said::Role { role: Role::Id, rank } if share_of_ids(column) >= 30 => roles.offer(Role::Id, rank, column),
            Said::Role { role: Role::Title, rank } if share_of_ids(column) >= 50 => {
                roles.offer(Role::Id, rank.saturating_add(LEAST_RANK), column);
            }
            Said::Role { role: Role::Id, .. } | Said::Nothing => {}
            Said::Elsewhere => elsewhere = elsewhere.saturating_add(1),
            Said::Role { role, rank } => roles.offer(role, rank, column),
            Said::Either if share_of_ids(column) >= 50 => roles.offer(Role::Id, 500, column),
            Said::Either => roles.offer(Role::Title, 500, column),
        }
    }
    if own == Some(Own::Plan) || own == Some(Own::Gaps) {
        // Only the first of their columns is ours to read by its heading; an id may stand beside a document's name.
        if let Some(column) = headings.and_then(|row| {
            row.iter().position(|text| {
                let key = key(text);
                key == "reference" || key == "requirement"
            })
        }) {
            roles.found.retain(|(_, _, of)| *of != column);
            roles.offer(Role::Id, 0, column);
        }
    }
    // The numbers of another catalogue, and ours beside them.
    let ours = |column: usize, is_named: bool| {
        sample(sheet, from, column, &|text| {
            ids::spelled(text)
                .is_some_and(|id| id.parts > 1 && (is_named || id.kind == ids::Kind::Control) && is_ours(&id))
        })
    };
    let few = |(all, so): (usize, usize)| so.saturating_mul(2) < all;
    let of_others = |one: &(Role, usize, usize)| one.0 == Role::Id && own.is_none() && few(ours(one.2, true));
    if let Some(place) = roles.found.iter().position(of_others) {
        let before = roles.found.swap_remove(place);
        for column in 0..width {
            let is_named = names(headings.map_or("", |row| cell(row, column))) == Some(true);
            let counted = ours(column, is_named);
            if !roles.uses(column) && counted.1 > 0 && !few(counted) {
                roles.offer(Role::Id, LEAST_RANK, column);
            }
        }
        if !roles.has(Role::Id) {
            roles.found.push(before);
        }
    }
    if !roles.has(Role::Id) {
        for column in 0..width {
            if !roles.uses(column) && share_of_ids(column) >= 60 {
                roles.offer(Role::Id, LEAST_RANK, column);
            }
        }
    }
    if own.is_none() {
        let misleading = misleading(&roles, sheet, from, elsewhere);
        if let Some(place) = roles.found.iter().position(|(role, _, _)| Some(*role) == misleading) {
            roles.found.swap_remove(place);
        }
    }
    // What no heading says the words say; below one, a bare yes, no or figure may be about anything.
    let is_told = heading.is_some() && (own.is_some() || roles.has(Role::Status) || roles.has(Role::Level));
    let said = |text: &str| meaning(text, Table::Status, Scale::Levels).is_some();
    let tells = |text: &str| said(text) && of_applicable(&key(text)).is_none() && text.chars().any(char::is_alphabetic);
    for column in 0..width {
        let above = headings.map_or("", |row| cell(row, column));
        let is_other = is_otherwise(&key(above)) || said_by(above) == Said::Elsewhere;
        if is_told || is_other || !roles.has(Role::Id) || roles.uses(column) {
            continue;
        }
        let (all, so) = sample(sheet, from, column, &said);
        let telling = if heading.is_some() { sample(sheet, from, column, &tells).1 } else { so };
        if telling.saturating_mul(10) > all && so.saturating_mul(10) >= all.saturating_mul(6) {
            roles.offer(Role::Status, LEAST_RANK, column);
        }
    }
    roles.found.into_iter().map(|(role, _, column)| (role, column)).collect()
}

/// The role that is none in a list of something else than requirements, to which it only points.
fn misleading(roles: &Roles<'_>, sheet: &Sheet, from: usize, elsewhere: usize) -> Option<Role> {
    if elsewhere > 2 && !roles.has(Role::Title) {
        return Some(Role::Id);
    }
    if !roles.has(Role::Id) {
        return None;
    }
    // Documents are drafts or approved; elsewhere their names stand beside requirements.
    let status = roles.found.iter().find(|(role, _, _)| *role == Role::Status).map(|(_, _, column)| *column);
    let of = |text: &str, table| meaning(text, table, Scale::Levels).is_some();
    let is_so = |text: &str| of(text, Table::Document) && !of(text, Table::Status);
    let (all, so) = status.map_or((0, 0), |column| sample(sheet, from, column, &is_so));
    Some(if roles.has(Role::Document) && so.saturating_mul(2) > all { Role::Id } else { Role::Document })
}
