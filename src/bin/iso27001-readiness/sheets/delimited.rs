//! CSV and its kin, into a sheet.

use iso27001_readiness::import;

use super::{Grid, Result};

pub(super) fn read(text: &str, name: &str, grid: &mut Grid) -> Result<()> {
    let read = import::delimited(text);
    grid.begin(name)?;
    for (row, cells) in read.rows.into_iter().enumerate() {
        for (column, cell) in cells.into_iter().enumerate() {
            grid.put(row, column, cell)?;
        }
    }
    if let Some(row) = read.unclosed {
        let row = row.saturating_add(1);
        grid.notices.push(format!(words!("command.sheet.quote"), row = row));
    }
    Ok(())
}
