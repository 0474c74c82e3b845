use crate::import;
use crate::json::Json;
use crate::output::exports;
use crate::wasm::{JsResult, file, input, via_text};
use wasm_bindgen::prelude::*;

/// The OSCAL that other tools import, as one archive.
#[wasm_bindgen(js_name = "oscalBundle", unchecked_return_type = "Export")]
pub fn oscal_bundle(
    #[wasm_bindgen(unchecked_param_type = "string")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ExportOptions")] options: &JsValue,
) -> JsResult<JsValue> {
    file::made(assessment, options, &exports::oscal_bundle)
}

/// What a file of OSCAL says of requirements, as the rows of a sheet.
#[wasm_bindgen(js_name = "readOscal", unchecked_return_type = "Grid")]
pub fn read_oscal(#[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue) -> JsResult<JsValue> {
    via_text(import::oscal(&input::file_text(text)?)?.json())
}
