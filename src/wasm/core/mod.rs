//! The first module: the assessment as an object, its results, the catalog, and `verify`.

mod assessment;
mod catalog;
mod input;
mod platform;
mod verify;

use super::JsResult;
use crate::json::Value;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../types.d.ts");

/// Plain objects and null, so that `JSON.stringify` and `structuredClone` keep a result whole.
fn via_serde(value: Value<'_>) -> JsResult<JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
