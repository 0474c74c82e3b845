//! The platform's clock.

use super::JsResult;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Date)]
    type Clock;
    // It is the page's to replace: whatever it throws is caught, so that it never runs through the module's frames.
    #[wasm_bindgen(catch, constructor, js_class = "Date")]
    fn new() -> JsResult<Clock>;
    #[wasm_bindgen(catch, method, js_name = toISOString)]
    fn time(this: &Clock) -> JsResult<JsValue>;
}

/// The time of the device, RFC 3339 in UTC; empty where the platform has no clock that gives one.
pub(super) fn now() -> String {
    Clock::new().and_then(|clock| clock.time()).ok().and_then(|time| time.as_string()).unwrap_or_default()
}
