//! What JavaScript hands in to the core alone.

use crate::assessment::{Annotation, MAX_HEADCOUNT, Resolution};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::MAX_TEXT;
use crate::output::envelope::Binding;
use crate::questionnaire::Target;
use crate::wasm::JsResult;
use crate::wasm::error::wrong_type;
use crate::wasm::input::{self, Fields, integer, text};
use wasm_bindgen::JsValue;

/// For which request a result is made; `undefined` and `null` stand for none.
pub(super) fn binding(value: &JsValue) -> JsResult<Option<Binding>> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let [nonce, audience] = Fields::of(value, "binding")?.texts(["nonce", "audience"])?;
    let (Some(nonce), Some(audience)) = (nonce, audience) else {
        return wrong_type("binding", words!("error.binding.texts"));
    };
    let is_short = |text: &str| text.len() <= MAX_TEXT;
    if is_short(&nonce) && is_short(&audience) {
        return Ok(Some(Binding { audience, nonce }));
    }
    Err(ReadinessError::new(ErrorCode::TextTooLong, "binding", words!("error.text.long")).into())
}

pub(super) fn target(value: &JsValue) -> JsResult<Target> {
    integer(value)
        .and_then(Target::new)
        .ok_or_else(|| ReadinessError::new(ErrorCode::TargetOutOfRange, "target", words!("error.target")).into())
}

/// A headcount: a number, `null` to take it back, or missing to leave it.
pub(super) fn headcount(fields: &Fields) -> JsResult<Option<Option<u32>>> {
    let Some(value) = fields.get("headcount")? else { return Ok(None) };
    if value.is_null() {
        return Ok(Some(None));
    }
    let whole = integer(&value).and_then(|number| u32::try_from(number).ok());
    match whole.filter(|number| (1..=MAX_HEADCOUNT).contains(number)) {
        Some(number) => Ok(Some(Some(number))),
        None => {
            Err(ReadinessError::new(ErrorCode::OutOfRange, "organisation.headcount", words!("error.headcount")).into())
        }
    }
}

pub(super) fn annotation(value: &JsValue) -> JsResult<Annotation> {
    let fields = Fields::of(value, "annotation")?;
    let evidence = fields.list("evidence")?.map(|list| input::evidence(&list, "annotation.evidence")).transpose()?;
    let [note, owner, due] = fields.texts(["note", "owner", "due"])?;
    Ok(Annotation { note, owner, due, evidence })
}

/// A place counted from 0; what is no such number becomes a place that nothing has.
pub(super) fn index(value: &JsValue) -> usize {
    integer(value).and_then(|number| usize::try_from(number).ok()).unwrap_or(usize::MAX)
}

/// Resolutions by the id of a comparison.
pub(super) fn resolutions(value: &JsValue) -> JsResult<Vec<(String, Resolution)>> {
    let mut found = Vec::new();
    for (id, resolution) in Fields::of(value, "settle")?.members()? {
        match Resolution::from_name(&text(&resolution, &id)?) {
            Some(resolution) => found.push((id, resolution)),
            None => {
                let expected = "expected \"here\", \"there\" or \"lower\"";
                return Err(ReadinessError::new(ErrorCode::UnknownValue, &id, expected).into());
            }
        }
    }
    Ok(found)
}
