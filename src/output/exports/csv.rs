//! Tables as CSV.

use super::escape::{guard, guard_inside};
use super::table::{Cell, Table};
use crate::text::clean;

/// RFC 4180, with a byte order mark: without one, common spreadsheets read UTF-8 as something else.
pub(super) fn csv(table: &Table<'_>) -> String {
    let mut out = String::from('\u{feff}');
    let heads: Vec<Cell<'_>> = table.columns.iter().map(|column| Cell::from(column.label)).collect();
    for row in std::iter::once(&heads).chain(&table.rows) {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            if cell.is_number() {
                out.push_str(&cell.text());
                continue;
            }
            out.push('"');
            for sign in guard(&guard_inside(&clean(&cell.text()))).chars() {
                if sign == '"' {
                    out.push('"');
                }
                out.push(sign);
            }
            out.push('"');
        }
        out.push_str("\r\n");
    }
    out
}
