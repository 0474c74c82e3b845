use super::{JsResult, via_text};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::{ObjectWriter, Value, list};
use crate::output::envelope;
use wasm_bindgen::prelude::*;

/// Recomputes a result envelope, an object or its text, from its answers: `ok` if every figure is right and the seal
/// holds, else the differences.
///
/// Throws a `ReadinessError` if it is no envelope, or holds an assessment that cannot be read.
#[wasm_bindgen(unchecked_return_type = "Verification")]
pub fn verify(
    #[wasm_bindgen(unchecked_param_type = "ResultEnvelope | string")] envelope: &JsValue,
) -> JsResult<JsValue> {
    let text = match envelope.as_string() {
        Some(text) => text,
        None => js_sys::JSON::stringify(envelope)
            .ok()
            .and_then(|text| text.as_string())
            .ok_or_else(|| ReadinessError::new(ErrorCode::WrongType, "$", "expected a result envelope, or its text"))?,
    };
    let differences = envelope::verify(&text)?;
    let mut verification = ObjectWriter::new();
    verification.value("differences", list(&differences));
    verification.value("ok", Value::Flag(differences.is_empty()));
    via_text(Value::Object(verification))
}
