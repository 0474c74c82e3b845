use crate::output::catalog_json::{Detail, value};
use crate::wasm::{JsResult, input, via_text};
use wasm_bindgen::prelude::*;

/// All that is known of an edition: clauses, groups, controls, areas, documents, gates, levels, with our questions.
///
/// Throws a `ReadinessError` `unknown-edition` for other years than 2013 and 2022.
#[wasm_bindgen(unchecked_return_type = "Catalog")]
pub fn catalog(#[wasm_bindgen(unchecked_param_type = "Edition")] edition: &JsValue) -> JsResult<JsValue> {
    via_text(value(input::edition(edition)?, Detail::Worded))
}

/// Hands in all texts but the quick scan of 2022, which come apart from the module: `texts.js` of the package. Until then
/// they are empty. A second time changes nothing.
#[wasm_bindgen(js_name = "provideTexts")]
pub fn provide_texts(#[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue) -> JsResult<()> {
    crate::questionnaire::provide(input::text(text, "text")?);
    Ok(())
}
