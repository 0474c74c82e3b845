//! CSV and its kin: whichever sign parts the cells, found by trial on the first records.

use std::collections::BTreeMap;

use super::{Grid, Result};

const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// So many records are tried, of so many bytes.
const TRIED: usize = 60;
const TRIED_BYTES: usize = 100_000;
/// So many quotations may end where none can: after them, marks are signs like any other.
const MOST_FAULTS: usize = 100;

/// The records of a text.
struct Records {
    rows: Vec<Vec<String>>,
    /// The first record with a quotation that never ends, or ends in the middle of a later line.
    unclosed: Option<usize>,
}

/// As many as are wanted; line ends of any kind. A quotation that never ends is taken as written.
fn records(text: &str, separator: char, most: usize) -> Records {
    let mut found = Records { rows: Vec::new(), unclosed: None };
    let (mut rest, mut row, mut faults) = (text, Vec::new(), 0_usize);
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([separator, '\r', '\n']);
    while !rest.is_empty() && found.rows.len() < most {
        let mut cell = String::new();
        if faults < MOST_FAULTS
            && let Some(inside) = rest.strip_prefix('"')
        {
            let (quoted, behind) = quotation(inside);
            match behind {
                Some(behind) if ends(behind) || !quoted.contains(['\r', '\n']) => {
                    (cell, rest) = (quoted, behind);
                }
                _ => {
                    found.unclosed.get_or_insert(found.rows.len());
                    faults = if behind.is_none() { MOST_FAULTS } else { faults.saturating_add(1) };
                }
            }
        }
        let end = rest.find([separator, '\r', '\n']).unwrap_or(rest.len());
        let (plain, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        cell.push_str(plain);
        row.push(cell);
        rest = behind;
        if let Some(behind) = rest.strip_prefix(separator) {
            rest = behind;
            if !rest.is_empty() {
                continue;
            }
            row.push(String::new());
        } else {
            rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or_default();
        }
        found.rows.push(std::mem::take(&mut row));
    }
    found
}

/// A quoted text with its doubled marks made single, and what stands behind its end; none if it never ends.
fn quotation(inside: &str) -> (String, Option<&str>) {
    let (mut text, mut rest) = (String::new(), inside);
    while let Some((part, behind)) = rest.split_once('"') {
        text.push_str(part);
        match behind.strip_prefix('"') {
            Some(behind) => {
                text.push('"');
                rest = behind;
            }
            None => return (text, Some(behind)),
        }
    }
    (text, None)
}

/// How well a sign parts the first records: as many cells in most of them. A share, as dividend and divisor.
fn suitability(text: &str, separator: char) -> (usize, usize) {
    let tried = text.get(..text.floor_char_boundary(TRIED_BYTES)).unwrap_or(text);
    let rows = records(tried, separator, TRIED).rows;
    let rows: Vec<_> = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for row in &rows {
        let count = widths.entry(row.len()).or_default();
        *count = count.saturating_add(1);
    }
    let best =
        widths.into_iter().filter(|(width, _)| *width > 1).map(|(width, count)| count.saturating_mul(width.min(6)));
    (best.max().unwrap_or(0), rows.len().max(1))
}

/// The sign that a first line like `sep=;` names, and the text behind that line.
fn told(text: &str) -> Option<(char, &str)> {
    let named = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| text.get(4..))?;
    let separator = named.chars().next()?;
    let behind = named.get(separator.len_utf8()..)?;
    let rest = behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix(['\r', '\n']))?;
    Some((separator, rest))
}

pub(super) fn read(text: &str, name: &str, grid: &mut Grid) -> Result<()> {
    let told = told(text);
    let (separator, rest) = told.unwrap_or_else(|| {
        let mut best = (',', (0_usize, 1_usize));
        for separator in SEPARATORS {
            let value = suitability(text, separator);
            if value.0.saturating_mul(best.1.1) > best.1.0.saturating_mul(value.1) {
                best = (separator, value);
            }
        }
        (best.0, text)
    });
    // The line that names the separator counts as the spreadsheet's first.
    let first = usize::from(told.is_some());
    let Records { rows, unclosed } = records(rest, separator, usize::MAX);
    grid.begin(name)?;
    for (row, cells) in rows.into_iter().enumerate() {
        for (column, cell) in cells.into_iter().enumerate() {
            let cell = if cell.contains('\r') { cell.replace("\r\n", "\n").replace('\r', "\n") } else { cell };
            grid.put(row.saturating_add(first), column, cell)?;
        }
    }
    if let Some(row) = unclosed {
        let row = row.saturating_add(first).saturating_add(1);
        grid.notices.push(format!("row {row}: a quotation mark is not closed, and is taken as written"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::records;

    #[test]
    fn records_are_parted_as_spreadsheets_do() {
        let rows = |text: &str| records(text, ';', 100).rows;
        assert_eq!(
            rows("a;\"b;\"\"c\"\"\nd\";e\r\nf;;\rg"),
            [vec!["a", "b;\"c\"\nd", "e"], vec!["f", "", ""], vec!["g"]]
        );
        assert_eq!(rows(""), Vec::<Vec<String>>::new());
        assert_eq!(rows("a;"), [["a", ""]]);
        assert_eq!(rows("\"5\" disk;x"), [["5 disk", "x"]], "what ends within its line is taken");
        let open = records("a;\"b\nc;d\n", ';', 100);
        assert_eq!((open.rows.len(), open.unclosed), (2, Some(0)));
    }
}
