//! What the review desk alone asks for: one file of many, read, recomputed and held against the reviewer's own rules.

use super::{JsResult, input};
use crate::json::Json;
use crate::output::exports::{Rows, RowsFormat};
use crate::output::portfolio::{Minimums, Reviewed, Weights, read, text_of};
use js_sys::{Array, JSON, Uint8Array};
use wasm_bindgen::prelude::*;

/// The figures of an assessment or a result from its bytes, and the text of the assessment: a pair.
///
/// Throws a `ReadinessError` if it cannot be read. `minimums` and `weights` are texts of JSON objects, or empty for none.
#[wasm_bindgen(unchecked_return_type = "[Reviewed, string]")]
pub fn review(
    bytes: &Uint8Array,
    #[wasm_bindgen(unchecked_param_type = "string")] minimums: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] weights: &JsValue,
) -> JsResult<Array> {
    let (minimums, weights) = rules(minimums, weights)?;
    let it = Reviewed::of(read(text_of(&bytes.to_vec())?)?, minimums.as_ref(), weights.as_ref());
    Ok(Array::of2(&JSON::parse(&it.json().text())?, &it.assessment.to_json().into()))
}

/// What a file in the age format holds. The passphrase stays in the module's memory: whoever calls replaces the instance
/// afterwards, which also gives back what scrypt took.
#[cfg(feature = "encryption")]
#[wasm_bindgen]
pub fn decrypt(
    file: &Uint8Array,
    #[wasm_bindgen(unchecked_param_type = "string")] passphrase: &JsValue,
) -> JsResult<Uint8Array> {
    let bytes = crate::age::decrypt(&file.to_vec(), &input::text(passphrase, "passphrase")?)?;
    Ok(Uint8Array::from(bytes.as_slice()))
}

/// Throws a `ReadinessError` if `review` would refuse these rules for every file.
#[wasm_bindgen(js_name = "checkRules")]
pub fn check_rules(
    #[wasm_bindgen(unchecked_param_type = "string")] minimums: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] weights: &JsValue,
) -> JsResult<()> {
    rules(minimums, weights).map(|_| ())
}

fn rules(minimums: &JsValue, weights: &JsValue) -> JsResult<(Option<Minimums>, Option<Weights>)> {
    let [minimums, weights] = [input::text(minimums, "minimums")?, input::text(weights, "weights")?];
    let minimums = (!minimums.is_empty()).then(|| Minimums::read(&minimums)).transpose()?;
    let weights = (!weights.is_empty()).then(|| Weights::read(&weights)).transpose()?;
    Ok((minimums, weights))
}

/// A table of the desk as a file: `"csv"`, `"markdown"` or `"xlsx"` of the text of an object with `title`, `head` and `rows`,
/// whose cells are texts or figures in hundredths.
#[wasm_bindgen(js_name = "rowsAs")]
pub fn rows_as(
    #[wasm_bindgen(unchecked_param_type = "\"csv\" | \"markdown\" | \"xlsx\"")] format: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] rows: &JsValue,
) -> JsResult<Uint8Array> {
    let format = match input::text(format, "format")?.as_str() {
        "csv" => RowsFormat::Csv,
        "markdown" => RowsFormat::Markdown,
        _ => RowsFormat::Workbook,
    };
    Ok(Uint8Array::from(Rows::read(&input::file_text(rows)?)?.file(format).as_slice()))
}
