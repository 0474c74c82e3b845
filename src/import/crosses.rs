//! Columns that are headed by states, one of which each row marks with a cross.

use super::columns::{is_id, sample};
use super::grid::Sheet;
use super::headings::{LEAST_RANK, Role, Said, is_otherwise, said_by};
use super::plain::{key, plain};
use super::reading::{Scale, meaning, scale};
use super::sheet::{MOST_COLUMNS, cell};
use super::words::{Meaning, Table, is_of, of_applicable};
use crate::assessment::Answer;

/// Whether a cell is crossed; `None` where it says something else.
pub(crate) fn mark(cell: &str) -> Option<bool> {
    let text = plain(cell);
    let is_unmarked = text.is_empty() || is_of("-|0|false|falsch|faux|falso|☐|○", &text);
    let is_crossed = is_of("*|●|■|☒|×", &text) || of_applicable(&text) == Some(Meaning::Applicable);
    (is_unmarked || is_crossed).then_some(!is_unmarked)
}

/// A column that is headed by a word.
struct Headed {
    role: Role,
    column: usize,
    means: Meaning,
    /// "Yes" or "No", of which nothing above says what it is about.
    is_open: bool,
}

/// The columns of a row of words that may be crossed.
fn candidates(labels: &[String], above: &[String]) -> Vec<Headed> {
    let scale = scale("", &labels.iter().map(String::as_str).collect::<Vec<_>>());
    let mut found: Vec<Headed> = Vec::new();
    let (mut over, mut next) = ("", 0);
    for column in 0..labels.len().min(MOST_COLUMNS) {
        let (label, own) = (cell(labels, column), cell(above, column));
        let state = meaning(label, Table::Status, scale);
        let applies = meaning(label, Table::Applicable, Scale::Levels).filter(|means| *means != Meaning::Open);
        if state.or(applies).is_none() {
            continue;
        }
        // A heading over several columns stands above the first of them.
        if !own.is_empty() || next != column {
            over = own;
        }
        next = column.saturating_add(1);
        let over = if over == label { "" } else { over };
        let (wanted, is_told) = match said_by(over) {
            Said::Role { role: Role::Applicable, rank: 0..LEAST_RANK } => (Role::Applicable, true),
            Said::Role { role: Role::Level, .. } => (Role::Level, true),
            Said::Role { role: Role::Status, .. } => (Role::Status, true),
            Said::Role { role: Role::Applicable | Role::Note, .. } | Said::Either | Said::Nothing => {
                (Role::Status, false)
            }
            _ => continue,
        };
        if is_otherwise(&key(over)) {
            continue;
        }
        let said = if wanted == Role::Applicable { applies } else { state };
        let (role, means) = match (said, applies) {
            (Some(means), _) => (wanted, means),
            (None, Some(means)) => (Role::Applicable, means),
            (None, None) => continue,
        };
        // The same word twice is about two things.
        if found.iter().any(|one| one.role == role && cell(labels, one.column) == label) {
            return Vec::new();
        }
        found.push(Headed { role, column, means, is_open: !is_told && role != Role::Applicable && applies.is_some() });
    }
    // Beside "Applicable" it is "Not applicable" that says the other.
    if found.iter().any(|one| one.means == Meaning::Applicable) {
        for one in &mut found {
            if one.is_open && one.means == Meaning::Answer(Answer::NotApplicable) {
                (one.role, one.is_open) = (Role::Applicable, false);
            }
        }
    }
    found
}

/// Gives the columns that are crossed their role, each of them the same; the row of their headings, which may be the one
/// below the others.
pub(super) fn crosses(sheet: &Sheet, heading: usize, columns: &mut Vec<(Role, usize)>) -> usize {
    let row = |at: usize| sheet.rows.get(at).map_or(&[][..], Vec::as_slice);
    for at in [heading, heading.saturating_add(1)] {
        if row(at).iter().any(|text| is_id(text)) {
            break;
        }
        let first = at.saturating_add(1);
        let found = candidates(row(at), at.checked_sub(1).map_or(&[], row));
        let mut taken = Vec::new();
        for role in [Role::Applicable, Role::Level, Role::Status] {
            let before = taken.len();
            let (mut filled, mut marked, mut means) = (0_usize, 0_usize, None);
            let (mut is_open, mut is_choice) = (true, false);
            for one in &found {
                if one.role == role {
                    let (all, so) = sample(sheet, first, one.column, &|text| mark(text).is_some());
                    (filled, marked) = (filled.saturating_add(all), marked.saturating_add(so));
                    is_choice |= means.is_some_and(|means| means != one.means);
                    means = Some(one.means);
                    is_open &= one.is_open;
                    taken.push((role, one.column));
                }
            }
            let is_open = is_open && taken.len().saturating_sub(before) < 3;
            // A column of words beside them says it.
            let has_words = columns.iter().any(|(of, column)| {
                *of == role && !taken.contains(&(role, *column)) && sample(sheet, first, *column, &|_| true).0 > 0
            });
            if !is_choice || is_open || has_words || marked.saturating_mul(10) < filled.saturating_mul(8) {
                taken.truncate(before);
            }
        }
        if !taken.is_empty() {
            columns.retain(|(role, column)| !taken.iter().any(|(of, at)| of == role || at == column));
            columns.append(&mut taken);
            return at;
        }
    }
    heading
}
