//! Rows that somebody else put together, such as a reviewer's overview of many: the same formats, and text stays text.

use super::csv::csv;
use super::escape::markdown as plain;
use super::markdown;
use super::table::{Cell, Column, Table};
use super::xlsx::{titled, workbook};
use crate::error::ReadinessError;
use crate::json::{Kind, Reader};

/// The longest text of rows that is read, in bytes.
const MOST: usize = 64 * 1024 * 1024;
/// How deep it nests: an object, its rows, their cells.
const DEEPEST: usize = 4;
/// The widths of a column in a spreadsheet, in characters.
const NARROW: usize = 9;
const WIDE: usize = 60;

/// What a table of rows becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowsFormat {
    /// CSV with a byte order mark.
    Csv,
    /// A heading and a table.
    Markdown,
    /// One sheet (XLSX).
    Workbook,
}

/// A title, headings and rows of texts and figures.
#[derive(Debug, Default)]
pub struct Rows {
    title: String,
    head: Vec<String>,
    rows: Vec<Vec<Cell<'static>>>,
}

impl Rows {
    /// Reads an object of `title`, `head` (texts) and `rows` (of texts, and of figures in hundredths).
    ///
    /// # Errors
    /// When it is none; the subject is the path. A figure that is not whole, or does not fit into 32 bits, is 0.
    pub fn read(text: &str) -> Result<Self, ReadinessError> {
        let mut it = Self::default();
        let mut reader = Reader::up_to(MOST, DEEPEST, words!("error.rows.large"), text)?;
        reader.object(&mut |r, key| match key {
            "title" => {
                it.title = r.text()?;
                Ok(())
            }
            "head" => r.array(&mut |r| {
                it.head.push(r.text()?);
                Ok(())
            }),
            "rows" => r.array(&mut |r| {
                let mut row = Vec::new();
                r.array(&mut |r| {
                    row.push(match r.kind() {
                        Kind::Number => Cell::Number(r.integer()?.and_then(|it| i32::try_from(it).ok()).unwrap_or(0)),
                        _ => Cell::from(r.word()?.into_owned()),
                    });
                    Ok(())
                })?;
                it.rows.push(row);
                Ok(())
            }),
            _ => r.skip(),
        })?;
        reader.end()?;
        Ok(it)
    }

    /// The bytes of a file of that format.
    #[must_use]
    pub fn file(self, format: RowsFormat) -> Vec<u8> {
        let Self { title, head, rows } = self;
        let mut columns = Vec::new();
        for (index, label) in head.iter().enumerate() {
            let cells = rows.iter().filter_map(|row| row.get(index)).map(|cell| crate::text::length(&cell.text()));
            let width = cells.max().unwrap_or(0).max(crate::text::length(label)).clamp(NARROW, WIDE);
            columns.push(Column::new("", label, u32::try_from(width).unwrap_or(0).saturating_add(2)));
        }
        let table = Table { name: "", title: "", columns, rows, tone: None };
        match format {
            RowsFormat::Csv => csv(&table).into_bytes(),
            RowsFormat::Markdown => {
                let mut out = ["# ", &plain(&title), "\n\n"].concat();
                markdown::rows(&mut out, &table);
                out.into_bytes()
            }
            RowsFormat::Workbook => workbook(&[table], &[&title], false, &titled(&title, "")),
        }
    }
}
