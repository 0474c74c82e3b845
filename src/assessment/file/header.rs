//! What decides how a file is read: its encoding, its format, its version and its edition.

use crate::catalog::Edition;
use crate::error::{ErrorCode, ReadinessError};
use crate::json::{Kind, Reader, string};
use crate::text::contains;

/// What the member `format` of an assessment file says.
pub const FORMAT: &str = "iso27001-readiness/assessment";
/// The major version of the file format that is read and written.
pub const VERSION: u32 = 1;

type Result<T> = std::result::Result<T, ReadinessError>;

/// Text from the bytes of a file.
///
/// # Errors
/// `too-large`, `not-utf-8`.
pub fn utf8(bytes: &[u8]) -> Result<&str> {
    utf8_up_to(crate::json::MAX_BYTES, words!("error.file.large"), bytes)
}

/// The same with another limit, and what is said of a longer file.
pub(crate) fn utf8_up_to<'a>(limit: usize, too_large: &'static str, bytes: &'a [u8]) -> Result<&'a str> {
    let refuse = |code, message: &'static str| Err(ReadinessError::new(code, "$", message));
    if bytes.len() > limit {
        return refuse(ErrorCode::TooLarge, too_large);
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return refuse(ErrorCode::NotUtf8, words!("error.file.utf-16"));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(_) => refuse(ErrorCode::NotUtf8, words!("error.file.utf-8")),
    }
}

/// The edition of a file of our format and version, or what is wrong with its head or its text.
pub(super) fn edition_of(text: &str) -> Result<Edition> {
    let mut reader = Reader::new(text)?;
    // Canonical texts; empty if missing.
    let [mut format, mut version, mut edition] = [const { String::new() }; 3];
    let read = reader.object(&mut |r, key| {
        match key {
            "format" => format = r.any()?,
            "version" => version = r.any()?,
            "edition" => edition = r.any()?,
            _ => r.skip()?,
        }
        Ok(())
    });
    let read = read.and_then(|()| reader.end());
    if format == string(FORMAT) && is_newer(&version) {
        // Nothing else of it is ours to judge.
        return Err(ReadinessError::new(ErrorCode::NewerVersion, "$.version", words!("error.file.newer")));
    }
    read?;
    if format != string(FORMAT) {
        return Err(refused("$.format", &format, ErrorCode::WrongFormat, "expected \"iso27001-readiness/assessment\""));
    }
    if version != "1" {
        return Err(refused("$.version", &version, ErrorCode::OutOfRange, words!("error.file.version")));
    }
    let year = edition.strip_prefix('"').and_then(|year| year.strip_suffix('"')).unwrap_or_default();
    Edition::from_year(year)
        .ok_or_else(|| refused("$.edition", &edition, ErrorCode::UnknownEdition, "expected \"2013\" or \"2022\""))
}

/// What is wrong with a member of the head whose canonical text is not the one that was expected.
fn refused(path: &str, value: &str, code: ErrorCode, expected: &'static str) -> ReadinessError {
    let (sort, of_that_sort) = match code {
        ErrorCode::OutOfRange => (Kind::Number, words!("error.number")),
        _ => (Kind::Text, words!("error.text")),
    };
    if value.is_empty() {
        return ReadinessError::new(ErrorCode::MissingKey, path, expected);
    }
    match Reader::new(value).map(|mut reader| reader.kind()) {
        Ok(found) if found == sort => ReadinessError::new(code, path, expected),
        _ => ReadinessError::new(ErrorCode::WrongType, path, of_that_sort),
    }
}

/// Whether a version, as canonical text, is a whole number above [`VERSION`], however large.
fn is_newer(version: &str) -> bool {
    let is_whole = version.bytes().all(|byte| byte.is_ascii_digit()) || contains(version, "e+");
    is_whole && !version.starts_with(['-', '"', '[', '{']) && !matches!(version, "" | "0" | "1")
}
