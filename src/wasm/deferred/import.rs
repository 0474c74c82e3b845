use crate::assessment::Assessment;
use crate::error::{ErrorCode, ReadinessError};
use crate::import::{self, Change, ColumnChoice, Field, FieldValue, Meaning, Options, Role, Sheet, Source, column_at};
use crate::json::{Json, push_integer};
use crate::wasm::clock::now;
use crate::wasm::error::wrong_type;
use crate::wasm::input::{self, Fields, text};
use crate::wasm::{JsResult, via_text};
use js_sys::Array;
use wasm_bindgen::prelude::*;

/// What these sheets would change in an assessment. Nothing is changed by it.
#[wasm_bindgen(unchecked_return_type = "Proposal")]
pub fn propose(
    #[wasm_bindgen(unchecked_param_type = "string")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "readonly Grid[]")] sheets: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ProposeOptions")] options: &JsValue,
) -> JsResult<JsValue> {
    let assessment = Assessment::parse(&input::file_text(assessment)?)?;
    via_text(import::propose(&assessment, &sheets_of(sheets)?, &options_of(options)?).json())
}

/// The text of the assessment with these changes of a proposal made: all of them, or an error and none.
#[wasm_bindgen]
pub fn apply(
    #[wasm_bindgen(unchecked_param_type = "string")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "readonly ProposedChange[]")] changes: &JsValue,
) -> JsResult<String> {
    let assessment = Assessment::parse(&input::file_text(assessment)?)?;
    let mut wanted = Vec::new();
    for item in list(changes, "changes")?.iter() {
        wanted.push(change(&item)?);
    }
    Ok(import::apply(&assessment, &wanted, &now())?.to_json())
}

fn list(value: &JsValue, subject: &str) -> JsResult<Array> {
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

fn sheets_of(value: &JsValue) -> JsResult<Vec<Sheet>> {
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

fn options_of(value: &JsValue) -> JsResult<Options> {
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

fn change(value: &JsValue) -> JsResult<Change> {
    let fields = Fields::of(value, "changes")?;
    let [id, field] = fields.texts(["id", "field"])?;
    let id = id.unwrap_or_default();
    let field = field
        .as_deref()
        .and_then(Field::from_name)
        .ok_or_else(|| ReadinessError::new(ErrorCode::UnknownValue, &id, words!("error.field")))?;
    let to = fields.get("to")?.unwrap_or(JsValue::UNDEFINED);
    let to = match field {
        Field::Answer if to.is_null() => FieldValue::Answer(None),
        Field::Answer => FieldValue::Answer(Some(input::answer(&to, &id)?)),
        Field::Status if to.is_null() => FieldValue::Status(None),
        Field::Status => FieldValue::Status(Some(input::status(&to, &id)?)),
        Field::Because => FieldValue::Because(input::inclusion_reasons(&list(&to, &id)?)?),
        Field::Evidence => FieldValue::Evidence(input::evidence(&list(&to, &id)?, "changes.to")?),
        _ => FieldValue::Text(text(&to, &id)?),
    };
    let source = Source { sheet: String::new(), row: 0, column: String::new() };
    // Where it was read, and what stood there, is for people: taking a change asks neither.
    Ok(Change { id, field, from: to.clone(), to, source })
}
