//! What is checked before anything changes, and of what a file holds: texts, dates, times, and what cannot be excluded.

use super::{Assessment, Subject};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::MAX_TEXT;
use crate::text::{integer, is_blank, length, starts_with_word};

type Result<T> = std::result::Result<T, ReadinessError>;

/// Checks a text field against the limit of the file format.
pub(super) fn within_limit(subject: &str, text: &str) -> Result<()> {
    if text.len() > MAX_TEXT && length(text) > MAX_TEXT {
        return Err(ReadinessError::new(ErrorCode::TextTooLong, subject, words!("error.text.long")));
    }
    Ok(())
}

/// Checks named text fields; how many bytes they have together.
pub(super) fn within_limits<const N: usize>(fields: [(&str, &Option<String>); N]) -> Result<usize> {
    let mut texts = 0_usize;
    for (subject, text) in fields {
        let text = text.as_deref().unwrap_or_default();
        within_limit(subject, text)?;
        texts = texts.saturating_add(text.len());
    }
    Ok(texts)
}

/// What an address is expected to be.
pub(super) const ADDRESS: &str = words!("error.address");

/// Whether a text is empty or an address that is safe as a link: of http, https or mailto, without control characters,
/// which browsers take out before they read an address.
pub(crate) fn is_address(text: &str) -> bool {
    let is_known = ["https://", "http://", "mailto:"]
        .into_iter()
        .any(|word| text.len() > word.len() && starts_with_word(text, word));
    text.is_empty() || (is_known && !text.bytes().any(|byte| byte.is_ascii_control()))
}

/// Checks that a text is empty or an address that is safe as a link.
pub(super) fn check_address(subject: &str, text: &str) -> Result<()> {
    if is_address(text) {
        return Ok(());
    }
    Err(ReadinessError::new(ErrorCode::UnsafeAddress, subject, ADDRESS))
}

/// Whether a text is empty or a day of the calendar, `YYYY-MM-DD`.
pub(crate) fn is_date(text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let digits = |part: Option<&str>| part.filter(|part| !part.starts_with('-')).and_then(integer);
    let separated = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let (Some(year), Some(month), Some(day)) = (digits(text.get(..4)), digits(text.get(5..7)), digits(text.get(8..)))
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    separated && (1..=days).contains(&day)
}

/// Days since 1 March of the year 0, which makes the day that leap years add the last of a year. None for what
/// is no day.
pub(crate) fn day_number(day: &str) -> Option<i64> {
    if day.is_empty() || !is_date(day) {
        return None;
    }
    let mut parts = day.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, date) = (parts.next()??, parts.next()??, parts.next()??);
    let (year, month) =
        if month > 2 { (year, month.checked_sub(3)?) } else { (year.checked_sub(1)?, month.checked_add(9)?) };
    before_year(year)?.checked_add(before_month(month)?)?.checked_add(date)?.checked_sub(1)
}

/// Days of so many years of that count.
pub(crate) fn before_year(year: i64) -> Option<i64> {
    year.checked_mul(365)?.checked_add(year / 4)?.checked_sub(year / 100)?.checked_add(year / 400)
}

/// Days of a year of that count before a month, whose first is March.
pub(crate) fn before_month(month: i64) -> Option<i64> {
    month.checked_mul(153)?.checked_add(2)?.checked_div(5)
}

/// Checks that a text is empty or a date.
pub(crate) fn check_date(subject: &str, text: &str) -> Result<()> {
    if is_date(text) {
        return Ok(());
    }
    Err(ReadinessError::new(ErrorCode::BadDate, subject, words!("error.date")))
}

/// Checks that a time is empty or one of RFC 3339.
pub(super) fn check_time(text: &str) -> Result<()> {
    if is_time(text) {
        return Ok(());
    }
    Err(ReadinessError::new(ErrorCode::BadDate, "now", words!("error.time")))
}

/// Whether a text is empty or a time of RFC 3339, of at most 40 characters.
pub(super) fn is_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let part = |at: usize, sign: u8, most: [u8; 2]| match bytes.get(at..at.saturating_add(3)) {
        Some([first, tens @ b'0'..=b'9', ones @ b'0'..=b'9']) => *first == sign && [*tens, *ones] <= most,
        _ => false,
    };
    let mut zone = 19;
    if bytes.get(zone) == Some(&b'.') {
        zone =
            bytes.iter().skip(20).position(|byte| !byte.is_ascii_digit()).map_or(0, |digits| digits.saturating_add(20));
    }
    let is_shift = part(zone, b'+', *b"23") || part(zone, b'-', *b"23");
    let is_zone = bytes.get(zone..) == Some(b"Z")
        || (is_shift && part(zone.saturating_add(3), b':', *b"59") && bytes.len() == zone.saturating_add(6));
    let is_clock = part(10, b'T', *b"23") && part(13, b':', *b"59") && part(16, b':', *b"60");
    text.is_empty() || (text.len() <= 40 && text.get(..10).is_some_and(is_date) && is_clock && zone != 20 && is_zone)
}

/// Why a not-applicable answer would be refused.
pub(super) fn check_exclusion(
    subject: Subject,
    assessment: &Assessment,
    reason: &str,
) -> std::result::Result<(), (ErrorCode, &'static str)> {
    if !subject.can_be_excluded(assessment.edition) {
        return Err((ErrorCode::ClauseNotApplicable, words!("error.clause.not-applicable")));
    }
    if is_blank(reason) {
        return Err((ErrorCode::BlankReason, words!("error.reason")));
    }
    Ok(())
}
