use crate::error::{ErrorCode, ReadinessError};
use crate::json::Json;
use crate::output::envelope;
use crate::wasm::{JsResult, input, via_text};
use wasm_bindgen::prelude::*;

/// Recomputes a result envelope, an object or its text, from its answers: `ok` if every figure is right and the seal
/// holds, else the differences. `report` is the recomputed one: use that. `unverified` lists what nothing was computed
/// from, `binding` says for which request it was made.
///
/// Throws a `ReadinessError` if it is no envelope of this version and method, or holds an assessment that cannot be read.
#[wasm_bindgen(unchecked_return_type = "Verification")]
pub fn verify(#[wasm_bindgen(unchecked_param_type = "unknown")] envelope: &JsValue) -> JsResult<JsValue> {
    let text = match envelope.is_string() {
        true => input::file_text(envelope)?,
        false => js_sys::JSON::stringify(envelope)
            .ok()
            .and_then(|text| text.as_string())
            .ok_or_else(|| ReadinessError::new(ErrorCode::WrongType, "$", words!("error.envelope")))?,
    };
    via_text(envelope::verify(&text)?.json())
}
