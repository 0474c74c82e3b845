use crate::assessment::Assessment;
use crate::error::{ErrorCode, ReadinessError};
use crate::import::{self, Change, Field, FieldValue, Source};
use crate::json::Json;
use crate::wasm::clock::now;
use crate::wasm::input::{self, Fields, text};
use crate::wasm::sheets::{list, options_of, sheets_of};
use crate::wasm::{JsResult, via_text};
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
