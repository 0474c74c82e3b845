//! The only room that knows JavaScript.
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// The edition's catalog.
#[wasm_bindgen(unchecked_return_type = "Catalog")]
pub fn catalog(#[wasm_bindgen(unchecked_param_type = "Edition")] edition: String) -> JsValue {
    JsValue::from_str(&edition)
}
