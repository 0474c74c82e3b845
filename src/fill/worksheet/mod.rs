//! One sheet's part with some of its cells filled: every other byte of it stays.

mod cell;
mod spots;

use super::KeptReason;
use super::cells::Wanted;
use super::markup::{Result, malformed};
use super::other_file;
use super::styles::Shown;
use crate::json::push_integer;
use crate::order::sort_by;
use crate::output::exports::escape::guard;
use crate::output::exports::xlsx::{MOST_IN_CELL, units};
use crate::text::clean;
use cell::cell;
use spots::{Spot, Spots, spots, within};

/// What is known of the workbook around the sheet.
pub(super) struct Around<'a> {
    pub(super) styles: &'a [Shown],
    pub(super) from_1904: bool,
}

/// What became of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It said that already.
    Stands,
    Filled,
    /// It is merged with one above, which says it.
    Hidden,
    Kept(KeptReason),
}

/// The part with its cells filled, what became of each of those, and whether the sheet computes anything.
pub(super) struct Outcome {
    pub(super) part: String,
    pub(super) fates: Vec<Fate>,
    pub(super) computes: bool,
}

/// A text that takes the place of what stands between two places.
type Edit = (usize, usize, String);

/// The cells that are wanted of one row, which they are sorted by.
pub(super) fn of_row<'w, 'a>(wanted: &'w [&'a Wanted], row: usize) -> (usize, &'w [&'a Wanted]) {
    let first = wanted.partition_point(|one| one.row < row);
    let count = wanted.get(first..).unwrap_or_default().partition_point(|one| one.row == row);
    (first, wanted.get(first..first.saturating_add(count)).unwrap_or_default())
}

/// Fills the cells of a sheet: they are sorted by row and column, and each is wanted once.
pub(super) fn fill(part: &str, wanted: &[&Wanted], around: &Around<'_>) -> Result<Outcome> {
    let found = spots(part, wanted, around)?;
    let mut fates = Vec::with_capacity(wanted.len());
    let mut edits: Vec<Edit> = Vec::new();
    // For each row that is filled: the cells that are new in it, and the first and last of them.
    let mut texts = vec![String::new(); found.rows.len()];
    let mut widths: Vec<Option<(usize, usize)>> = vec![None; found.rows.len()];
    for (place, one) in wanted.iter().enumerate() {
        if one.stands {
            fates.push(Fate::Stands);
            continue;
        }
        let spot = found.cells.get(place).and_then(Option::as_ref).ok_or_else(other_file)?;
        let is_below = |range: &spots::Range| within(range, one.row, one.column) && range.0 != one.row;
        let fate = match reason_to_keep(one, spot, &found, wanted) {
            Some(reason) => Fate::Kept(reason),
            None if found.merged.iter().any(is_below) => Fate::Hidden,
            None => Fate::Filled,
        };
        fates.push(fate);
        if fate != Fate::Filled {
            continue;
        }
        let text = cell(spot, one, &found.look(one.column), around);
        let is_unopened = found.rows.get(spot.row).is_some_and(|row| row.unopened.is_some());
        if let (true, Some(width)) = (spot.is_new, widths.get_mut(spot.row)) {
            let (first, last) = width.unwrap_or((one.column, one.column));
            *width = Some((first.min(one.column), last.max(one.column)));
        }
        match texts.get_mut(spot.row).filter(|_| is_unopened) {
            Some(row) => row.push_str(&text),
            None => edits.push((spot.start, spot.end, text)),
        }
    }
    for ((row, text), width) in found.rows.iter().zip(texts).zip(widths) {
        if let Some((end, name)) = row.unopened.filter(|_| !text.is_empty()) {
            // The tag ends with "/>"; what stands before it stays.
            let text = [">", &text, "</", name, ">"].concat();
            edits.push((end.saturating_sub(2), end, text));
        }
        if let (Some((start, end)), Some((first, last))) = (row.spans, width) {
            edits.extend(spans(part, start, end, first, last));
        }
    }
    Ok(Outcome { part: edited(part, edits)?, fates, computes: found.computes })
}

/// What is put in at one place keeps the order of its columns.
fn edited(part: &str, mut edits: Vec<Edit>) -> Result<String> {
    sort_by(&mut edits, &|(one, _, _), (other, _, _)| one.cmp(other));
    let mut out = String::with_capacity(part.len());
    let mut done = 0_usize;
    for (start, end, text) in edits {
        out.push_str(part.get(done..start).ok_or_else(malformed)?);
        out.push_str(&text);
        done = end;
    }
    out.push_str(part.get(done..).ok_or_else(malformed)?);
    Ok(out)
}

/// The hint of which columns a row has, made wide enough.
fn spans(part: &str, start: usize, end: usize, first: usize, last: usize) -> Option<Edit> {
    let whole = part.get(start..end)?;
    let said = whole.split(['"', '\'']).nth(1)?;
    // Several ranges are left as they are: it is but a hint.
    let (from, to) = said.split_once(':')?;
    let (from, to): (usize, usize) = (from.parse().ok()?, to.parse().ok()?);
    let (wide_from, wide_to) = (from.min(first.saturating_add(1)), to.max(last.saturating_add(1)));
    if (wide_from, wide_to) == (from, to) {
        return None;
    }
    let mut text = String::from("spans=\"");
    push_integer(&mut text, u64::try_from(wide_from).ok()?);
    text.push(':');
    push_integer(&mut text, u64::try_from(wide_to).ok()?);
    text.push('"');
    Some((start, end, text))
}

fn reason_to_keep(one: &Wanted, spot: &Spot<'_>, found: &Spots<'_>, wanted: &[&Wanted]) -> Option<KeptReason> {
    if spot.has_formula || found.spread.iter().any(|range| within(range, one.row, one.column)) {
        return Some(KeptReason::Formula);
    }
    if units(&guard(&clean(&one.cell.to))) > MOST_IN_CELL {
        return Some(KeptReason::TooLong);
    }
    let merged = found.merged.iter().find(|range| within(range, one.row, one.column))?;
    // One cell for several rows: it may be filled if all of them are to say the same, and the first of them says it.
    let says_same = |row: usize| {
        let mut cells = of_row(wanted, row).1.iter();
        cells.any(|other| other.column == one.column && other.cell.to == one.cell.to)
    };
    let is_small = merged.1.saturating_sub(merged.0) < 1000;
    let is_one = one.column == merged.2 && is_small && (merged.0..=merged.1).all(says_same);
    (!is_one).then_some(KeptReason::Merged)
}
