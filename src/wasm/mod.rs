//! The only room that knows JavaScript: it converts, and does nothing else.
//!
//! Every call either returns what `types.d.ts` says or throws an `Error` named `ReadinessError` with `code` and
//! `subject`, and leaves the object as it was.

mod assessment;
mod catalog;
mod error;
mod input;
mod platform;
mod verify;

use crate::json::Value;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// What a call gives back or throws.
type JsResult<T> = Result<T, JsValue>;

/// A large result, by way of its text: less time than member by member.
fn via_text(value: Value<'_>) -> JsResult<JsValue> {
    js_sys::JSON::parse(&value.text())
}

/// Plain objects and null, so that `JSON.stringify` and `structuredClone` keep a result whole.
fn via_serde(value: Value<'_>) -> JsResult<JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
