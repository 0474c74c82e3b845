//! Files that are made of an assessment, as JavaScript gets them.

use super::JsResult;
use super::input::{self, Fields};
use crate::assessment::Assessment;
use crate::error::ReadinessError;
use crate::output::exports::{Export, ExportOptions};
use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::JsValue;

/// One export of the assessment of this text.
pub(super) fn made(
    assessment: &JsValue,
    options: &JsValue,
    export: &dyn Fn(&Assessment, &ExportOptions<'_>) -> Result<Export, ReadinessError>,
) -> JsResult<JsValue> {
    let assessment = Assessment::parse(&input::file_text(assessment)?)?;
    let fields = Fields::of(options, "options")?;
    let [day, language] = fields.texts(["day", "language"])?;
    let mut options = ExportOptions { anonymous: fields.flag("anonymous")?, ..ExportOptions::default() };
    if let Some(day) = &day {
        options.day = day;
    }
    if let Some(language) = &language {
        options.language = language;
    }
    file(export(&assessment, &options)?, &[])
}

/// Its name, its media type, what it holds, and more.
pub(super) fn file(made: Export, more: &[(&str, JsValue)]) -> JsResult<JsValue> {
    let members: [(&str, JsValue); 3] = [
        ("name", made.name.into()),
        ("type", made.media_type.into()),
        ("bytes", Uint8Array::from(made.bytes.as_slice()).into()),
    ];
    let pairs = members.iter().chain(more).map(|(key, value)| Array::of2(&(*key).into(), value));
    // Made in one go, so that no setter that a page put into the prototype of all objects hears of it.
    Ok(Object::from_entries(&pairs.collect::<Array>())?.into())
}
