//! Sheets that JavaScript hands in, and how they are to be read.

use super::JsResult;
use super::error::wrong_type;
use super::input::{self, Fields, text};
use crate::error::{ErrorCode, ReadinessError};
use crate::import::{ColumnChoice, Meaning, Options, Role, Sheet, column_at};
use crate::json::push_integer;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

/// A list that was handed in.
pub(super) fn list(value: &JsValue, subject: &str) -> JsResult<Array> {
    match value.dyn_ref::<Array>() {
        Some(list) => Ok(list.clone()),
        None => wrong_type(subject, words!("error.array")),
    }
}

/// `sheets[2].rows[17]`
fn place(sheet: usize, row: usize) -> String {
    let mut subject = String::from("sheets[");
    push_integer(&mut subject, u64::try_from(sheet).unwrap_or(u64::MAX));
    subject.push_str("].rows[");
    push_integer(&mut subject, u64::try_from(row).unwrap_or(u64::MAX));
    subject.push(']');
    subject
}

pub(super) fn sheets_of(value: &JsValue) -> JsResult<Vec<Sheet>> {
    let mut sheets = Vec::new();
    for (at, item) in list(value, "sheets")?.iter().enumerate() {
        let fields = Fields::of(&item, "sheets")?;
        let mut rows = Vec::new();
        let Some(given) = fields.list("rows")? else { return Err(fields.refused("rows", words!("error.rows"))) };
        for (number, row) in given.iter().enumerate() {
            let Some(row) = row.dyn_ref::<Array>() else {
                return wrong_type(&place(at, number), words!("error.texts.array"));
            };
            let mut cells = Vec::new();
            for cell in row.iter() {
                let Some(cell) = cell.as_string() else {
                    return wrong_type(&place(at, number), words!("error.texts"));
                };
                cells.push(cell);
            }
            rows.push(cells);
        }
        sheets.push(Sheet { name: fields.text("name")?.unwrap_or_default(), rows });
    }
    Ok(sheets)
}

/// What somebody has said about them.
pub(super) fn options_of(value: &JsValue) -> JsResult<Options> {
    let fields = Fields::of(value, "options")?;
    let mut options = Options::default();
    if let Some(edition) = fields.get("edition")? {
        options.edition = Some(input::edition(&edition)?);
    }
    if let Some(words) = fields.get("words")? {
        for (word, means) in Fields::of(&words, "options.words")?.members()? {
            let means = meaning(&means, &word)?;
            options.words.push((word, means));
        }
    }
    if let Some(columns) = fields.get("columns")? {
        for (sheet, roles) in Fields::of(&columns, "options.columns")?.members()? {
            for (role, letters) in Fields::of(&roles, "options.columns")?.members()? {
                let column =
                    match &letters {
                        none if none.is_null() => None,
                        letters => Some(column_at(&text(letters, &role)?).ok_or_else(|| {
                            ReadinessError::new(ErrorCode::UnknownValue, &role, words!("error.column"))
                        })?),
                    };
                let role = Role::from_name(&role)
                    .ok_or_else(|| ReadinessError::new(ErrorCode::UnknownValue, &role, words!("error.column.holds")))?;
                options.columns.push(ColumnChoice { sheet: sheet.clone(), role, column });
            }
        }
    }
    Ok(options)
}

fn meaning(value: &JsValue, word: &str) -> JsResult<Option<Meaning>> {
    if value.is_null() {
        return Ok(None);
    }
    if value.as_f64().is_some() {
        return Ok(Some(Meaning::Answer(input::answer(value, word)?)));
    }
    let name = text(value, word)?;
    // A level is a number here, as it is everywhere.
    let known = Meaning::from_name(&name).filter(|_| name.len() > 1);
    known.map(Some).ok_or_else(|| ReadinessError::new(ErrorCode::UnknownValue, word, words!("error.word.means")).into())
}
