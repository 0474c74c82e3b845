use super::JsResult;
use crate::error::{ErrorCode, ReadinessError};
use wasm_bindgen::JsValue;

impl From<ReadinessError> for JsValue {
    fn from(error: ReadinessError) -> Self {
        thrown(error.code().as_str(), error.subject(), error.message())
    }
}

fn thrown(code: &str, subject: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    error.set_name("ReadinessError");
    for (key, value) in [("code", code), ("subject", subject)] {
        // Setting a member of a fresh error cannot fail.
        let _ = js_sys::Reflect::set(&error, &key.into(), &value.into());
    }
    error.into()
}

/// A value of the wrong type, with what was expected.
pub(super) fn wrong_type<T>(subject: &str, expected: &'static str) -> JsResult<T> {
    Err(ReadinessError::new(ErrorCode::WrongType, subject, expected).into())
}
