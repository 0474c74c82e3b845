//! What a workbook keeps out of sight within its sheets.

use super::MAX_SPREADSHEET;
use super::markup::{Token, Tokens, local, text_of, value};
use super::workbook::book;
use crate::archive::{Archive, too_large};
use crate::error::ReadinessError;

/// Of one sheet, by its name: how many rows are hidden and the first of them, from 1, and whether any column is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hidden {
    /// The name of the sheet.
    pub sheet: String,
    /// How many rows are hidden.
    pub rows: u32,
    /// The first of them as the spreadsheet counts it; 0 where none is.
    pub first: u32,
    /// Whether a column is hidden.
    pub columns: bool,
}

/// The sheets of a workbook that have hidden rows or columns, in its order.
///
/// # Errors
/// `too-large` and `wrong-format`, as of [`workbook`](super::workbook).
pub fn hidden(bytes: &[u8]) -> Result<Vec<Hidden>, ReadinessError> {
    if bytes.len() > MAX_SPREADSHEET {
        return Err(too_large());
    }
    let mut archive = Archive::open(bytes)?;
    let mut found = Vec::new();
    for (sheet, part) in book(&mut archive)?.sheets {
        let Some(part) = archive.find(&part) else { continue };
        let markup = text_of(archive.unpacked(&part)?)?;
        let mut one = Hidden { sheet, ..Hidden::default() };
        let mut tokens = Tokens::of(&markup);
        let mut row = 0_u32;
        while let Some(placed) = tokens.next()? {
            let Token::Open { name, attributes, .. } = placed.token else { continue };
            let name = local(name);
            if !matches!(name, "row" | "col") {
                continue;
            }
            let is_hidden = matches!(value(attributes, "hidden")?.as_deref(), Some("1" | "true"));
            if name == "row" {
                let number = value(attributes, "r")?.and_then(|number| number.parse().ok());
                row = number.unwrap_or_else(|| row.saturating_add(1));
                if is_hidden {
                    one.rows = one.rows.saturating_add(1);
                    one.first = if one.first == 0 { row } else { one.first };
                }
            } else {
                one.columns |= is_hidden;
            }
        }
        if one.rows > 0 || one.columns {
            found.push(one);
        }
    }
    Ok(found)
}
