use crate::assessment::Assessment;
use crate::fill::{self, TextFile};
use crate::json::Json;
use crate::wasm::sheets::{options_of, sheets_of};
use crate::wasm::{JsResult, input, via_text};
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::*;

/// The workbook that these sheets were read from, with the answers of an assessment in its cells: a pair of its bytes and of
/// what is to be known beside them.
#[wasm_bindgen(js_name = "fillWorkbook", unchecked_return_type = "[Filled[\"bytes\"], Omit<Filled, \"bytes\">]")]
pub fn fill_workbook(
    #[wasm_bindgen(unchecked_param_type = "string")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "readonly Grid[]")] sheets: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "ProposeOptions | undefined")] options: &JsValue,
    bytes: &Uint8Array,
) -> JsResult<Array> {
    let assessment = Assessment::parse(&input::file_text(assessment)?)?;
    pair(&fill::workbook(&bytes.to_vec(), &sheets_of(sheets)?, &assessment, &options_of(options)?)?)
}

/// The same of a text file with one sheet. `bytes` are without a mark; `encode` gives the bytes of a text in the file's
/// encoding, or null where that has no place for one of its letters.
#[wasm_bindgen(js_name = "fillText", unchecked_return_type = "[Filled[\"bytes\"], Omit<Filled, \"bytes\">]")]
pub fn fill_text(
    #[wasm_bindgen(unchecked_param_type = "string")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "readonly Grid[]")] sheets: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "ProposeOptions | undefined")] options: &JsValue,
    bytes: &Uint8Array,
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "(text: string) => Uint8Array | null")] encode: &Function,
) -> JsResult<Array> {
    let assessment = Assessment::parse(&input::file_text(assessment)?)?;
    let (sheets, text) = (sheets_of(sheets)?, input::text(text, "text")?);
    let encode = |text: &str| {
        let encoded = encode.call1(&JsValue::UNDEFINED, &text.into()).ok().filter(|encoded| !encoded.is_null())?;
        Some(encoded.unchecked_into::<Uint8Array>().to_vec())
    };
    let file = TextFile { bytes: &bytes.to_vec(), text: &text, encode: &encode };
    let sheet = sheets.into_iter().next().unwrap_or_default();
    pair(&fill::delimited(&file, &sheet, &assessment, &options_of(options)?)?)
}

fn pair(filled: &fill::Filled) -> JsResult<Array> {
    Ok(Array::of2(&Uint8Array::from(filled.bytes.as_slice()), &via_text(filled.json())?))
}
