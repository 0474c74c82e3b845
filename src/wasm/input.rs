//! What JavaScript hands in, checked: it may be anything.

use super::JsResult;
use super::error::wrong_type;
use crate::assessment::{Answer, DocumentStatus, EvidenceLink, InclusionReason};
use crate::catalog::Edition;
use crate::error::{ErrorCode, ReadinessError};
use crate::questionnaire::Level;
use crate::text::contains;
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Texts that an option object may give.
pub(super) struct Fields {
    subject: &'static str,
    object: Option<Object>,
}

impl Fields {
    /// An options object; `undefined` and `null` stand for an empty one.
    pub(super) fn of(value: &JsValue, subject: &'static str) -> JsResult<Self> {
        if value.is_undefined() || value.is_null() {
            return Ok(Self { subject, object: None });
        }
        match value.dyn_ref::<Object>() {
            Some(object) => Ok(Self { subject, object: Some(object.clone()) }),
            None => wrong_type(subject, words!("error.object")),
        }
    }

    /// The names and values of its own members.
    pub(super) fn members(&self) -> JsResult<Vec<(String, JsValue)>> {
        let Some(object) = &self.object else { return Ok(Vec::new()) };
        let mut members = Vec::new();
        for pair in Object::entries(object).iter() {
            let pair = Array::from(&pair);
            members.push((text(&pair.get(0), self.subject)?, pair.get(1)));
        }
        Ok(members)
    }

    /// A member; `None` if it is missing or undefined.
    pub(super) fn get(&self, key: &str) -> JsResult<Option<JsValue>> {
        match &self.object {
            Some(object) => match Reflect::get(object, &key.into()) {
                Ok(value) => Ok(Some(value).filter(|value| !value.is_undefined())),
                // A getter threw: perhaps one that a page put into the prototype of all objects.
                Err(_) => Err(self.refused(key, words!("error.property"))),
            },
            None => Ok(None),
        }
    }

    /// A text member.
    pub(super) fn text(&self, key: &str) -> JsResult<Option<String>> {
        let Some(value) = self.get(key)? else { return Ok(None) };
        match value.as_string() {
            Some(text) => Ok(Some(text)),
            None => Err(self.refused(key, words!("error.text"))),
        }
    }

    /// Several text members, in this order.
    pub(super) fn texts<const N: usize>(&self, keys: [&str; N]) -> JsResult<[Option<String>; N]> {
        let mut texts = [const { None }; N];
        for (place, key) in texts.iter_mut().zip(keys) {
            *place = self.text(key)?;
        }
        Ok(texts)
    }

    /// A member that is true or false; false if it is missing.
    pub(super) fn flag(&self, key: &str) -> JsResult<bool> {
        let Some(value) = self.get(key)? else { return Ok(false) };
        value.as_bool().ok_or_else(|| self.refused(key, words!("error.flag")))
    }

    /// A list member.
    pub(super) fn list(&self, key: &str) -> JsResult<Option<Array>> {
        let Some(value) = self.get(key)? else { return Ok(None) };
        match value.dyn_into::<Array>() {
            Ok(list) => Ok(Some(list)),
            Err(_) => Err(self.refused(key, words!("error.array"))),
        }
    }

    pub(super) fn refused(&self, key: &str, expected: &'static str) -> JsValue {
        let mut subject = String::from(self.subject);
        subject.push('.');
        subject.push_str(key);
        ReadinessError::new(ErrorCode::WrongType, &subject, expected).into()
    }
}

/// A text argument.
pub(super) fn text(value: &JsValue, subject: &str) -> JsResult<String> {
    match value.as_string() {
        Some(text) => Ok(text),
        None => wrong_type(subject, words!("error.text")),
    }
}

/// The text of a file. JavaScript's texts may hold half of a surrogate pair, which no file can.
pub(super) fn file_text(value: &JsValue) -> JsResult<String> {
    let text = text(value, "$")?;
    // A half becomes this character on the way in.
    if contains(&text, "\u{fffd}") && value.dyn_ref::<JsString>().is_some_and(|text| !text.is_valid_utf16()) {
        let message = words!("error.surrogate");
        return Err(ReadinessError::new(ErrorCode::LoneSurrogate, "$", message).into());
    }
    Ok(text)
}

/// A whole number argument; `None` for other numbers.
pub(super) fn integer(value: &JsValue) -> Option<i64> {
    let number = value.as_f64()?;
    // The cast saturates and cuts off; comparing back finds both.
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "compared back at once")]
    Some(number as i64).filter(|whole| *whole as f64 == number)
}

pub(super) fn edition(value: &JsValue) -> JsResult<Edition> {
    let year = text(value, "edition")?;
    Edition::from_year(&year)
        .ok_or_else(|| ReadinessError::new(ErrorCode::UnknownEdition, &year, "expected \"2013\" or \"2022\"").into())
}

/// A level or `"unknown"`.
pub(super) fn answer(value: &JsValue, id: &str) -> JsResult<Answer> {
    if value.as_f64().is_some() {
        return integer(value)
            .and_then(Level::new)
            .map(Answer::Level)
            .ok_or_else(|| ReadinessError::new(ErrorCode::LevelOutOfRange, id, words!("error.level")).into());
    }
    match value.as_string().as_deref() {
        Some("unknown") => Ok(Answer::Unknown),
        Some("not-applicable") => Ok(Answer::NotApplicable),
        Some(_) => Err(ReadinessError::new(ErrorCode::UnknownValue, id, words!("error.level-or-unknown")).into()),
        None => wrong_type(id, words!("error.level-or-unknown")),
    }
}

pub(super) fn status(value: &JsValue, key: &str) -> JsResult<DocumentStatus> {
    DocumentStatus::from_name(&text(value, key)?).ok_or_else(|| {
        ReadinessError::new(ErrorCode::UnknownValue, key, "expected \"missing\", \"draft\" or \"in-force\"").into()
    })
}

/// Links to evidence.
pub(super) fn evidence(list: &Array, subject: &'static str) -> JsResult<Vec<EvidenceLink>> {
    let mut links = Vec::new();
    for item in list.iter() {
        let [label, href] = Fields::of(&item, subject)?.texts(["label", "href"])?;
        links.push(EvidenceLink::new(label.unwrap_or_default(), href.unwrap_or_default()));
    }
    Ok(links)
}

pub(super) fn inclusion_reasons(list: &Array) -> JsResult<Vec<InclusionReason>> {
    let mut reasons = Vec::new();
    for item in list.iter() {
        match InclusionReason::from_name(&text(&item, "because")?) {
            Some(reason) => reasons.push(reason),
            None => {
                let expected = "expected \"risk\", \"law\", \"contract\" or \"good-practice\"";
                return Err(ReadinessError::new(ErrorCode::UnknownValue, "because", expected).into());
            }
        }
    }
    Ok(reasons)
}
