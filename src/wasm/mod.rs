//! The only room that knows JavaScript: it converts, and does nothing else.
//!
//! Every call either returns what `types.d.ts` says or throws an `Error` named `ReadinessError` with `code` and
//! `subject`, and leaves the object as it was.
//!
//! The crate is compiled once and cut into modules (`pkg-config/xtask/src/build/core_part`), so that the first question
//! need not wait for what nobody needs before it: `core` alone, and the core with `deferred`, which holds no assessment:
//! text goes in, text or a file comes out. The review desk has a module of its own, the core with `desk`. The package alone
//! brings `exchange`, without the core: files of other programs, filled, made and read.

mod clock;
mod core;
mod deferred;
mod desk;
mod error;
mod exchange;
mod file;
mod input;
mod sheets;

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
