use crate::assessment::Assessment;
use crate::output::exports::{self, ExportName, ExportOptions, TextFormat};
use crate::wasm::JsResult;
use crate::wasm::file::{file, made};
use crate::wasm::input::{self, Fields};
use js_sys::Array;
use wasm_bindgen::prelude::*;

/// One export of an assessment as a file: its name, its media type, what it holds.
#[wasm_bindgen(js_name = "exportAs", unchecked_return_type = "Export")]
pub fn export_as(
    #[wasm_bindgen(unchecked_param_type = "ExportName")] name: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ExportOptions")] options: &JsValue,
) -> JsResult<JsValue> {
    let name = ExportName::from_name(&input::text(name, "name")?)?;
    made(assessment, options, &|assessment, options| exports::export(name, assessment, options))
}

/// A first version of a document of an assessment, as a file like those of `exportAs`.
#[wasm_bindgen(js_name = "firstVersion", unchecked_return_type = "Export")]
pub fn first_version(
    #[wasm_bindgen(unchecked_param_type = "string")] document: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "TextFormat")] format: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ExportOptions")] options: &JsValue,
) -> JsResult<JsValue> {
    let document = input::text(document, "document")?;
    let format = TextFormat::from_name(&input::text(format, "format")?)?;
    made(assessment, options, &|assessment, options| exports::first_version(&document, assessment, format, options))
}

/// The way to a certificate as a file, and as steps with their days.
#[wasm_bindgen(unchecked_return_type = "Calendar")]
pub fn calendar(
    #[wasm_bindgen(unchecked_param_type = "string")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "CalendarOptions")] options: &JsValue,
) -> JsResult<JsValue> {
    let assessment = Assessment::parse(&input::file_text(assessment)?)?;
    let fields = Fields::of(options, "options")?;
    let [day, certificate] = fields.texts(["day", "certificate"])?;
    let options = ExportOptions { day: day.as_deref().unwrap_or_default(), ..ExportOptions::default() };
    let made = exports::calendar(&assessment, &options, certificate.as_deref().unwrap_or_default())?;
    let steps = made.milestones.into_iter().map(|step| Array::of2(&step.title.into(), &step.day.into()));
    file(made.file, &[("milestones", steps.collect::<Array>().into())])
}

/// What can be exported.
#[wasm_bindgen(js_name = "exportNames", unchecked_return_type = "ExportName[]")]
pub fn export_names() -> Array {
    ExportName::ALL.iter().map(|name| JsValue::from(name.as_str())).collect()
}
