//! The only room that knows JavaScript: it converts, and does nothing else.
//!
//! Every call either returns what `types.d.ts` says or throws an `Error` named `ReadinessError` with `code` and
//! `subject`, and leaves the object as it was.
//!
//! The crate becomes two modules, so that the first question need not wait for what nobody needs before it: the core, and
//! behind the feature `deferred` what sheets of others would change. The second holds no assessment: text goes in, text
//! comes out.

mod clock;
#[cfg(not(feature = "deferred"))]
mod core;
#[cfg(feature = "deferred")]
mod deferred;
mod error;
mod input;

use crate::json::Value;
use wasm_bindgen::JsValue;

/// What a call gives back or throws.
type JsResult<T> = Result<T, JsValue>;

/// A large result, by way of its text: less time than member by member.
fn via_text(value: Value<'_>) -> JsResult<JsValue> {
    js_sys::JSON::parse(&value.text())
}
