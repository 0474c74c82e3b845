//! CSV and its kin: whichever sign parts the cells, found by trial on the first records.

use std::ops::Range;

pub(crate) const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// So many records are tried, of so many bytes.
const TRIED: usize = 60;
const TRIED_BYTES: usize = 100_000;
/// So many quotations may end where none can: after them, marks are signs like any other.
const MOST_FAULTS: usize = 100;

/// What a delimited text says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delimited {
    /// The sign between its cells.
    pub separator: char,
    /// Its rows as a spreadsheet shows them: a first line like `sep=;`, which names the separator, is an empty one.
    pub rows: Vec<Vec<String>>,
    /// The first row with a quotation that never ends, or ends in the middle of a later line, counted from 0: it is taken
    /// as written.
    pub unclosed: Option<usize>,
}

/// A cell: where it is written, its quotation marks included.
pub(crate) struct Cell {
    pub(crate) place: Range<usize>,
    pub(crate) is_quoted: bool,
}

/// A record, and where it ends.
pub(crate) struct Record {
    pub(crate) cells: Vec<Cell>,
    pub(crate) end: usize,
}

/// The records of a text.
pub(crate) struct Records {
    pub(crate) records: Vec<Record>,
    /// The first one with a quotation that is taken as written.
    unclosed: Option<usize>,
}

/// Where a quotation ends that begins here; `None` if it never does.
fn quotation(inside: &str) -> Option<usize> {
    let mut at = 0_usize;
    loop {
        let rest = inside.get(at..)?;
        let mark = at.saturating_add(rest.find('"')?).saturating_add(1);
        if !inside.get(mark..)?.starts_with('"') {
            return Some(mark);
        }
        at = mark.saturating_add(1);
    }
}

/// As many records as are wanted from this place on; line ends of any kind.
pub(crate) fn records(text: &str, begin: usize, separator: char, most: usize) -> Records {
    let mut found = Records { records: Vec::new(), unclosed: None };
    let (mut cells, mut at, mut faults) = (Vec::new(), begin, 0_usize);
    while at < text.len() && found.records.len() < most {
        let start = at;
        let mut is_quoted = false;
        let rest = text.get(at..).unwrap_or_default();
        if faults < MOST_FAULTS
            && let Some(inside) = rest.strip_prefix('"')
        {
            let end = quotation(inside);
            let ends = end.is_some_and(|end| {
                let (quoted, behind) = inside.split_at_checked(end).unwrap_or((inside, ""));
                let is_last = behind.is_empty() || behind.starts_with([separator, '\r', '\n']);
                is_last || !quoted.contains(['\r', '\n'])
            });
            match end {
                Some(end) if ends => {
                    is_quoted = true;
                    at = at.saturating_add(1).saturating_add(end);
                }
                _ => {
                    found.unclosed.get_or_insert(found.records.len());
                    faults = if end.is_none() { MOST_FAULTS } else { faults.saturating_add(1) };
                }
            }
        }
        let rest = text.get(at..).unwrap_or_default();
        at = at.saturating_add(rest.find([separator, '\r', '\n']).unwrap_or(rest.len()));
        cells.push(Cell { place: start..at, is_quoted });
        let rest = text.get(at..).unwrap_or_default();
        if rest.starts_with(separator) {
            at = at.saturating_add(separator.len_utf8());
            if at < text.len() {
                continue;
            }
            cells.push(Cell { place: at..at, is_quoted: false });
        }
        let rest = text.get(at..).unwrap_or_default();
        found.records.push(Record { cells: std::mem::take(&mut cells), end: at });
        at = at.saturating_add(if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) });
    }
    found
}

/// What a cell says.
pub(crate) fn says(text: &str, cell: &Cell) -> String {
    let written = text.get(cell.place.clone()).unwrap_or_default();
    let said = match written.strip_prefix('"').filter(|_| cell.is_quoted) {
        Some(inside) => {
            let end = quotation(inside).unwrap_or(inside.len());
            let (quoted, behind) = inside.split_at_checked(end).unwrap_or((inside, ""));
            [&quoted.strip_suffix('"').unwrap_or(quoted).replace("\"\"", "\""), behind].concat()
        }
        None => String::from(written),
    };
    if said.contains('\r') { said.replace("\r\n", "\n").replace('\r', "\n") } else { said }
}

/// The sign that a first line like `sep=;` names, and where the next line begins.
pub(crate) fn named_separator(text: &str) -> Option<(char, usize)> {
    let named = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| text.get(4..))?;
    let separator = named.chars().next()?;
    let at = 4_usize.saturating_add(separator.len_utf8());
    let line = text.get(at..)?;
    let end = if line.starts_with("\r\n") { 2 } else { usize::from(line.starts_with(['\r', '\n'])) };
    (end > 0).then(|| (separator, at.saturating_add(end)))
}

/// How well a sign parts the first records: as many cells in most of them. A share, as dividend and divisor.
fn suitability(text: &str, separator: char) -> (usize, usize) {
    let tried = text.get(..text.floor_char_boundary(TRIED_BYTES)).unwrap_or(text);
    let mut records = records(tried, 0, separator, TRIED).records;
    records.retain(|record| record.cells.iter().any(|cell| !says(tried, cell).is_empty()));
    let mut best = 0_usize;
    for record in &records {
        let width = record.cells.len();
        if width > 1 {
            let count = records.iter().filter(|other| other.cells.len() == width).count();
            best = best.max(count.saturating_mul(width.min(6)));
        }
    }
    (best, records.len().max(1))
}

/// What a delimited text says, in rows of cells.
///
/// ```
/// let text = iso27001_readiness::import::delimited("Control;Status\nA.5.1;\"in \"\"part\"\"\"\n");
/// assert_eq!((text.separator, text.rows[1][1].as_str()), (';', "in \"part\""));
/// ```
#[must_use]
pub fn delimited(text: &str) -> Delimited {
    let (named, begin) = match named_separator(text) {
        Some((separator, begin)) => (Some(separator), begin),
        None => (None, 0),
    };
    let separator = named.unwrap_or_else(|| {
        let mut best = (',', (0_usize, 1_usize));
        for separator in SEPARATORS {
            let value = suitability(text, separator);
            if value.0.saturating_mul(best.1.1) > best.1.0.saturating_mul(value.1) {
                best = (separator, value);
            }
        }
        best.0
    });
    let first = usize::from(named.is_some());
    let Records { records, unclosed } = records(text, begin, separator, usize::MAX);
    let mut rows = vec![Vec::new(); first];
    rows.extend(records.iter().map(|record| record.cells.iter().map(|cell| says(text, cell)).collect::<Vec<_>>()));
    Delimited { separator, rows, unclosed: unclosed.map(|row| row.saturating_add(first)) }
}

#[cfg(test)]
mod tests {
    use super::{delimited, records, says};

    #[test]
    fn records_are_parted_as_spreadsheets_do() {
        let rows = |text: &str| {
            let cells = |record: &super::Record| record.cells.iter().map(|cell| says(text, cell)).collect::<Vec<_>>();
            records(text, 0, ';', 100).records.iter().map(cells).collect::<Vec<_>>()
        };
        assert_eq!(
            rows("a;\"b;\"\"c\"\"\nd\";e\r\nf;;\rg"),
            [vec!["a", "b;\"c\"\nd", "e"], vec!["f", "", ""], vec!["g"]]
        );
        assert_eq!(rows(""), Vec::<Vec<String>>::new());
        assert_eq!(rows("a;"), [["a", ""]]);
        assert_eq!(rows("\"5\" disk;x"), [["5 disk", "x"]], "what ends within its line is taken");
        let open = records("a;\"b\nc;d\n", 0, ';', 100);
        assert_eq!((open.records.len(), open.unclosed), (2, Some(0)));
    }

    #[test]
    fn a_line_that_names_the_separator_counts_as_a_row() {
        let read = delimited("sep=|\r\na|b,c;d\r\n\"x|y");
        assert_eq!(read.rows, [vec![], vec!["a", "b,c;d"], vec!["\"x", "y"]]);
        assert_eq!((read.separator, read.unclosed), ('|', Some(2)));
        assert_eq!(delimited("a,b;c;d\n1;2;3\n").separator, ';');
        assert_eq!(delimited("").rows, Vec::<Vec<String>>::new());
    }
}
