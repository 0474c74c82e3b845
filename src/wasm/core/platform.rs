//! What the platform offers the core alone: random ids, and files that a person picks.

use crate::assessment::utf8;
use crate::error::{ErrorCode, ReadinessError};
use crate::json::MAX_BYTES;
use crate::wasm::JsResult;
use crate::wasm::error::wrong_type;
use gloo::file::callbacks::{FileReader, read_as_bytes};
use js_sys::{Function, Promise};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The random numbers of the platform, if it has any: a page, a worker and Node do. Whatever it throws is caught, as
    /// that of the clock.
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn fill_random(bytes: &mut [u8]) -> JsResult<JsValue>;
}

/// A random UUID (version 4); empty where the platform has no random numbers.
pub(super) fn new_id() -> String {
    // Not randomUUID: that one is missing on plain http, and this one is everywhere.
    let mut bytes = [0_u8; 16];
    if fill_random(&mut bytes).is_err() {
        return String::new();
    }
    let [.., seventh, _, ninth, _, _, _, _, _, _, _] = &mut bytes;
    *seventh = (*seventh & 0x0f) | 0x40;
    *ninth = (*ninth & 0x3f) | 0x80;
    let mut id = String::new();
    for (index, byte) in bytes.into_iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            id.push('-');
        }
        for half in [byte.wrapping_shr(4), byte & 15] {
            id.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
    }
    id
}

/// Reads the text of a file that a person picked or dropped. Its size is looked at before a byte is read.
///
/// Rejects with a `ReadinessError`: `too-large` over 2 MiB, `not-utf-8`, `wrong-type` if it is not a `File`.
#[wasm_bindgen(js_name = "readFile", unchecked_return_type = "Promise<string>")]
pub fn read_file(#[wasm_bindgen(unchecked_param_type = "File")] file: JsValue) -> Promise {
    match start_reading(file) {
        Ok(promise) => promise,
        Err(error) => Promise::reject(&error),
    }
}

fn start_reading(file: JsValue) -> JsResult<Promise> {
    let Ok(file) = file.dyn_into::<web_sys::File>() else {
        return wrong_type("file", words!("error.file.object"));
    };
    let file = gloo::file::File::from(file);
    if usize::try_from(file.size()).unwrap_or(usize::MAX) > MAX_BYTES {
        return Err(ReadinessError::new(ErrorCode::TooLarge, "$", words!("error.file.large")).into());
    }
    Ok(Promise::new(&mut |resolve: Function, reject: Function| {
        // The reader stops when it is dropped, so it is kept until it has called back.
        let keep: Rc<Cell<Option<FileReader>>> = Rc::default();
        let kept = Rc::clone(&keep);
        let reader = read_as_bytes(&file, move |result| {
            let outcome: JsResult<JsValue> = match result {
                Ok(bytes) => utf8(&bytes).map(JsValue::from_str).map_err(JsValue::from),
                Err(_) => Err(ReadinessError::new(ErrorCode::Syntax, "$", words!("error.file.unreadable")).into()),
            };
            let _ = match &outcome {
                Ok(text) => resolve.call1(&JsValue::UNDEFINED, text),
                Err(error) => reject.call1(&JsValue::UNDEFINED, error),
            };
            drop(kept.take());
        });
        keep.set(Some(reader));
    }))
}
