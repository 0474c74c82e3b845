//! Workbooks: what their cells show, with nothing computed and no link followed.

use std::io::Cursor;

use calamine::{DataRef, Dimensions, Reader, SheetVisible, Xlsx, XlsxError};
use iso27001_readiness::ReadinessError;
use iso27001_readiness::archive::Archive;
use iso27001_readiness::fill::hidden;

use super::number::{self, Shown, shown_by};
use super::{DAMAGED, Grid, MOST_COLUMNS, NO_SHEET, Result};

fn damaged(error: &XlsxError) -> String {
    match error {
        XlsxError::Password => words!("error.sheet.password").into(),
        _ => DAMAGED.into(),
    }
}

pub(super) fn read(bytes: &[u8], grid: &mut Grid) -> Result<()> {
    let refused = |error: ReadinessError| String::from(error.message());
    let mut archive = Archive::open(bytes).map_err(refused)?;
    let has = |part: &str| archive.find(part).is_some();
    if has("xl/workbook.bin") {
        return Err(words!("command.sheet.binary").into());
    }
    if !has("_rels/.rels") || has("content.xml") || has("word/document.xml") {
        return Err(NO_SHEET.into());
    }
    let stored = archive.as_stored().map_err(refused)?;
    let mut book = Xlsx::new(Cursor::new(stored)).map_err(|error| damaged(&error))?;
    // Only said beside: a part that this reader takes and that one does not is read all the same.
    let hidden = hidden(bytes).unwrap_or_default();
    let listed: Vec<_> = book.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
    for (name, visible) in listed {
        if visible != SheetVisible::Visible {
            grid.notices.push(format!(words!("command.sheet.hidden"), sheet = name));
        }
        for one in hidden.iter().filter(|one| one.sheet == name) {
            if one.rows > 0 {
                let (row, n) = (one.first, one.rows);
                grid.notices.push(format!(words!("command.sheet.hidden-rows"), sheet = name, row = row, n = n));
            }
            if one.columns {
                grid.notices.push(format!(words!("command.sheet.hidden-columns"), sheet = name));
            }
        }
        grid.begin(&name)?;
        match sheet(&mut book, &name, grid) {
            Ok(put) => put?,
            // A sheet of charts is none.
            Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => {
                grid.sheets.pop();
                grid.notices.push(format!(words!("command.sheet.no-table"), sheet = name));
            }
            Err(error) => return Err(damaged(&error)),
        }
    }
    if grid.sheets.is_empty() {
        return Err(words!("command.sheet.no-rows").into());
    }
    Ok(())
}

fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str, grid: &mut Grid) -> std::result::Result<Result<()>, XlsxError> {
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let mut reader = book.worksheet_cells_reader(name)?;
    let shown: Vec<_> = reader
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().map_or(Shown::Plain, |format| shown_by(&format.format_code)))
        .collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let (row, column) = cell.get_position();
        let shown = shown.get(style).copied().unwrap_or(Shown::Plain);
        let (Ok(row), Ok(column)) = (usize::try_from(row), usize::try_from(column)) else { continue };
        if let Err(reason) = grid.put(row, column, text(cell.get_value(), shown)) {
            return Ok(Err(reason));
        }
    }
    Ok(spread(&merged, grid))
}

fn text(value: &DataRef<'_>, shown: Shown) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => match shown {
            Shown::Plain => number.to_string(),
            _ => number.to_string().parse().map_or_else(|_| number.to_string(), |value| number::text(value, shown)),
        },
        DataRef::Float(number) => number::text(*number, shown),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).into(),
        DataRef::Bool(is) => (if *is { "TRUE" } else { "FALSE" }).into(),
        DataRef::DateTime(serial) => {
            let (year, month, day, hour, minute, second, milli) = serial.to_ymd_hms_milli();
            let rounded = second.saturating_add(u8::from(milli >= 500));
            let mut clock = format!("{hour:02}:{minute:02}");
            if rounded > 0 {
                clock.push_str(&format!(":{rounded:02}"));
            }
            if (0.0..1.0).contains(&serial.as_f64()) || serial.is_duration() {
                return clock;
            }
            let date = format!("{year:04}-{month:02}-{day:02}");
            if clock == "00:00" { date } else { format!("{date} {clock}") }
        }
        DataRef::DateTimeIso(text) => match text.split_once('T') {
            Some((day, clock)) if clock.trim_end_matches('Z').chars().all(|sign| matches!(sign, '0' | ':' | '.')) => {
                day.into()
            }
            _ => text.replace('T', " "),
        },
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// Puts what a merged range shows into each of its rows: one answer for several requirements is one for each.
fn spread(merged: &[Dimensions], grid: &mut Grid) -> Result<()> {
    for range in merged {
        let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        let (first, last, column) = (place(range.start.0), place(range.end.0), place(range.start.1));
        let Some(sheet) = grid.sheets.last().filter(|_| column < MOST_COLUMNS) else { continue };
        let cell = |row: usize| sheet.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str);
        let text = String::from(cell(first));
        let last = last.min(sheet.rows.len().saturating_sub(1));
        let blank: Vec<_> = (first.saturating_add(1)..=last).filter(|row| cell(*row).is_empty()).collect();
        for row in blank {
            grid.put(row, column, text.clone())?;
        }
    }
    Ok(())
}
