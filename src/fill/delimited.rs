//! CSV and its kin: the text between two separators, replaced.

use super::cells::{Wanted, wanted_entries};
use super::checked::checked;
use super::{Filled, Kept, KeptReason, MAX_SPREADSHEET, missing, other_file};
use crate::archive::too_large;
use crate::assessment::Assessment;
use crate::error::{ErrorCode, ReadinessError};
use crate::import::delimited::{Record, SEPARATORS, named_separator, records, says};
use crate::import::{Options, Sheet};
use crate::order::sort_by;
use crate::output::exports::escape::{guard, guard_inside};
use crate::text::clean;
use std::ops::Range;

/// A reader cuts a cell there, and reads no columns behind these.
const MOST_IN_CELL: usize = 32_767;
const MOST_COLUMNS: usize = 1000;

/// A text file, its text, and how text is put back into its encoding.
pub struct TextFile<'a> {
    /// The file, without a byte order mark.
    pub bytes: &'a [u8],
    /// What it says.
    pub text: &'a str,
    /// The bytes of a text in the file's encoding; `None` for a text with a letter that it has no place for.
    pub encode: &'a dyn Fn(&str) -> Option<Vec<u8>>,
}

/// Whether a reader shows these records as these rows.
fn shows(text: &str, records: &[Record], rows: &[Vec<String>], first: usize) -> bool {
    let blank = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
    if !rows.iter().take(first).all(blank) {
        return false;
    }
    let mut rows = rows.iter().skip(first);
    for record in records {
        let row = rows.next().map_or(&[][..], Vec::as_slice);
        let width = record.cells.len().max(row.len()).min(MOST_COLUMNS);
        for column in 0..width {
            let cell = record.cells.get(column).map(|cell| says(text, cell)).unwrap_or_default();
            let other = row.get(column).map_or("", String::as_str);
            let is_cut = other.len() >= MOST_IN_CELL && cell.starts_with(other);
            if cell != other && !is_cut && !(cell.trim().is_empty() && other.trim().is_empty()) {
                return false;
            }
        }
    }
    rows.all(blank)
}

/// A file whose cells have their places.
struct Parted {
    separator: char,
    records: Vec<Record>,
    /// How many rows stand before the first record: the line that names the separator.
    first: usize,
}

/// Parts a text so that it shows these rows.
fn parted(text: &str, rows: &[Vec<String>]) -> Result<Parted, ReadinessError> {
    let told = named_separator(text);
    let (tried, begin) = match told {
        Some((separator, begin)) => (vec![separator], begin),
        None => (Vec::from(SEPARATORS), 0),
    };
    let first = usize::from(told.is_some());
    for separator in tried {
        let found = records(text, begin, separator, usize::MAX).records;
        if shows(text, &found, rows, first) {
            return Ok(Parted { separator, records: found, first });
        }
    }
    Err(other_file())
}

/// A text as this file writes it.
fn written(text: &str, separator: char, quotes: bool) -> String {
    let safe = guard_inside(&clean(text)).into_owned();
    let safe = guard(&safe);
    let must = safe.contains([separator, '"', '\n', '\r']) || safe.trim() != safe;
    if must || (quotes && !safe.is_empty()) {
        return ["\"", &safe.replace('"', "\"\""), "\""].concat();
    }
    safe.into_owned()
}

/// The text file that this sheet was read from, with the answers of an assessment in its cells; its encoding, separator,
/// line ends and quotation marks stay.
///
/// # Errors
/// `too-large` over [`MAX_SPREADSHEET`]; `wrong-format` for another file than the sheet is of, or one whose encoding does not
/// give back the bytes that it was read from.
pub fn delimited(
    file: &TextFile<'_>,
    sheet: &Sheet,
    assessment: &Assessment,
    options: &Options,
) -> Result<Filled, ReadinessError> {
    if file.bytes.len() > MAX_SPREADSHEET {
        return Err(too_large());
    }
    let parted = parted(file.text, &sheet.rows)?;
    let sheets = std::slice::from_ref(sheet);
    let mut wanted_entries = checked(wanted_entries(assessment, sheets, options), assessment, sheets, options);
    // By record and column, so that what is put behind the end of a short one keeps its order.
    let mut wanted: Vec<&Wanted> = wanted_entries.cells.iter().filter(|one| !one.stands).collect();
    sort_by(&mut wanted, &|one, other| (one.row, one.column).cmp(&(other.row, other.column)));
    let mut edits: Vec<(Range<usize>, Vec<u8>)> = Vec::new();
    let (mut cells, mut kept) = (Vec::new(), Vec::new());
    for of_row in wanted.chunk_by(|one, other| one.row == other.row) {
        let Some(row) = of_row.first().map(|one| one.row) else { continue };
        let record = row.checked_sub(parted.first).and_then(|at| parted.records.get(at)).ok_or_else(other_file)?;
        let filled = || record.cells.iter().filter(|cell| !cell.place.is_empty());
        let all_quoted = filled().next().is_some() && filled().all(|cell| cell.is_quoted);
        let mut width = record.cells.len();
        for one in of_row {
            let cell = record.cells.get(one.column);
            let quotes = cell.map_or(all_quoted, |cell| cell.is_quoted || (cell.place.is_empty() && all_quoted));
            let mut text = written(&one.cell.to, parted.separator, quotes);
            let place = match cell {
                Some(cell) => cell.place.clone(),
                None => {
                    let separators = one.column.saturating_add(1).saturating_sub(width);
                    text.insert_str(0, &String::from(parted.separator).repeat(separators));
                    record.end..record.end
                }
            };
            match (file.encode)(&text) {
                Some(bytes) => {
                    width = width.max(one.column.saturating_add(1));
                    edits.push((place, bytes));
                    cells.push(one.cell.clone());
                }
                None => {
                    let (source, value) = (one.cell.source.clone(), one.cell.id.clone());
                    kept.push(Kept { source, reason: KeptReason::Encoding, value });
                }
            }
        }
    }
    let bytes = spliced(file, edits)?;
    wanted_entries.kept.append(&mut kept);
    let missing = missing(assessment, &wanted_entries);
    let unplaced = wanted_entries.unplaced;
    Ok(Filled { bytes, cells, kept: wanted_entries.kept, unplaced, missing, computes: false, signed: false })
}

/// The file with some of its text replaced; what is not is copied, and has to be what its text is in the file's encoding.
fn spliced(file: &TextFile<'_>, mut edits: Vec<(Range<usize>, Vec<u8>)>) -> Result<Vec<u8>, ReadinessError> {
    sort_by(&mut edits, &|(one, _), (other, _)| one.start.cmp(&other.start));
    let mut out = Vec::with_capacity(file.bytes.len());
    let (mut done, mut at) = (0_usize, 0_usize);
    let unwritable = || ReadinessError::new(ErrorCode::WrongFormat, "spreadsheet", words!("error.sheet.encoding"));
    let encoded = |text: Option<&str>, at: &mut usize| -> Result<Range<usize>, ReadinessError> {
        let bytes = text.and_then(|text| (file.encode)(text)).ok_or_else(unwritable)?;
        let place = *at..at.saturating_add(bytes.len());
        if file.bytes.get(place.clone()) != Some(&bytes[..]) {
            return Err(unwritable());
        }
        *at = place.end;
        Ok(place)
    };
    for (place, new) in edits {
        let before = encoded(file.text.get(done..place.start), &mut at)?;
        out.extend_from_slice(file.bytes.get(before).unwrap_or_default());
        encoded(file.text.get(place.clone()), &mut at)?;
        out.extend(new);
        done = place.end;
    }
    let rest = encoded(file.text.get(done..), &mut at)?;
    out.extend_from_slice(file.bytes.get(rest).unwrap_or_default());
    if at != file.bytes.len() {
        return Err(unwritable());
    }
    Ok(out)
}
