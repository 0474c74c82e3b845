//! Sheets as they come in: rows of text, and places as spreadsheets name them.

use crate::json::{Json, ObjectWriter, Value, list};
use crate::text::column_letters;

/// A sheet as rows of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows; a spreadsheet counts them from 1.
    pub rows: Vec<Vec<String>>,
}

impl Json for Sheet {
    fn json(&self) -> Value<'_> {
        let mut object = ObjectWriter::new();
        object.field("name", &self.name);
        object.value("rows", Value::List(self.rows.iter().map(|row| list(row)).collect()));
        Value::Object(object)
    }
}

/// Where something was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// The name of the sheet.
    pub sheet: String,
    /// The row as the spreadsheet counts it, from 1.
    pub row: u32,
    /// The column by its letters; empty where it is about the whole row.
    pub column: String,
}

impl Source {
    pub(crate) fn at(sheet: &Sheet, row: usize, column: Option<usize>) -> Self {
        Self {
            sheet: sheet.name.clone(),
            row: u32::try_from(row).unwrap_or(u32::MAX).saturating_add(1),
            column: column.map_or_else(String::new, column_letters),
        }
    }
}

impl Json for Source {
    fn json(&self) -> Value<'_> {
        let mut object = ObjectWriter::new();
        object.field("column", &self.column);
        object.field("row", &self.row);
        object.field("sheet", &self.sheet);
        Value::Object(object)
    }
}

/// The place of a column by its letters.
#[must_use]
pub fn column_at(letters: &str) -> Option<usize> {
    if !(1..=3).contains(&letters.len()) {
        return None;
    }
    let mut place = 0_usize;
    for letter in letters.bytes() {
        let digit = letter.to_ascii_uppercase().checked_sub(b'A').filter(|digit| *digit < 26)?;
        place = place.checked_mul(26)?.checked_add(usize::from(digit))?.checked_add(1)?;
    }
    place.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::column_at;
    use crate::text::column_letters;

    #[test]
    fn columns_have_letters() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!((column_letters(column).as_str(), column_at(name)), (name, Some(column)));
        }
        assert!(column_at("").is_none() && column_at("1").is_none() && column_at("ABCD").is_none());
    }
}
