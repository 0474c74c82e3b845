//! The only room that knows JavaScript: it converts, and does nothing else.
//!
//! Every call either returns what `types.d.ts` says or throws an `Error` named `ReadinessError` with `code` and
//! `subject`, and leaves the object as it was.
//!
//! The crate becomes two modules, so that the first question need not wait for what nobody needs before it: the whole,
//! and `core` alone, which is cut out of it (`pkg-config/xtask/src/build/core_part`). What stands in `deferred` is called
//! in the whole, and holds no assessment: text goes in, text or a file comes out.

mod clock;
mod core;
mod deferred;
mod error;
mod input;

use crate::json::Value;
use wasm_bindgen::JsValue;

/// The standard library's own is 2.2 KB more over the line and within a tenth as fast.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What a call gives back or throws.
type JsResult<T> = Result<T, JsValue>;

/// A large result, by way of its text: less time than member by member.
fn via_text(value: Value<'_>) -> JsResult<JsValue> {
    js_sys::JSON::parse(&value.text())
}
