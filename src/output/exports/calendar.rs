//! The way to a certificate as dates, and as a calendar (RFC 5545).

use super::escape::seen;
use super::source::VERSION;
use super::uuid::Namer;
use super::words::Words;
use crate::assessment::{Assessment, before_month, before_year, check_date, day_number};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::push_integer;
use crate::text::{named, one_line};

/// A step on the way to a certificate, and its day.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Milestone {
    /// Its day, `YYYY-MM-DD`.
    pub day: String,
    /// What is due.
    pub title: &'static str,
}

/// Each step, and how many weeks before the certificate. Three months of records stand before the internal audit; the rest
/// leaves four weeks for what each step finds. The first surveillance has to come within twelve months of the decision.
const STEPS: [(&str, i64); 7] = [
    ("operate", 28),
    ("internal-audit", 16),
    ("management-review", 12),
    ("stage1", 8),
    ("stage2", 4),
    ("certificate", 0),
    ("surveillance", -48),
];
const WEEK: i64 = 7;
/// What RFC 5545 lets stand in a line, in bytes.
const LINE: usize = 75;

/// The steps, counted back from the day of the certificate, or on from a first day of operation.
pub(super) fn milestones(words: &Words, first: &str, certificate: &str) -> Result<Vec<Milestone>, ReadinessError> {
    check_date("certificate", certificate)?;
    check_date("day", first)?;
    let [(_, longest), ..] = STEPS;
    let (name, day, from) =
        if certificate.is_empty() { ("day", first, longest) } else { ("certificate", certificate, 0) };
    let bad = || ReadinessError::new(ErrorCode::BadDate, name, words!("error.date"));
    let start = day_number(day).ok_or_else(bad)?;
    let mut found = Vec::new();
    for (step, before) in STEPS {
        let day = day_of(start.saturating_add(from.saturating_sub(before).saturating_mul(WEEK))).ok_or_else(bad)?;
        found.push(Milestone { day, title: words.named("calendar", step) });
    }
    Ok(found)
}

/// The calendar: a whole day for each step, which takes nobody's time.
pub(super) fn ics(words: &Words, assessment: &Assessment, made: &str, milestones: &[Milestone]) -> String {
    let organisation = one_line(&seen(&assessment.organisation().name));
    let names = Namer::new(&["calendar", assessment.id(), &organisation]);
    let mut out = String::new();
    line(&mut out, &["BEGIN:VCALENDAR"]);
    line(&mut out, &["VERSION:2.0"]);
    line(&mut out, &["PRODID:-//iso27001-readiness//", VERSION, "//", words.language]);
    for ((step, _), Milestone { day, title }) in STEPS.iter().zip(milestones) {
        let compact = day.replace('-', "");
        let summary = if organisation.is_empty() { String::from(*title) } else { named(title, &organisation) };
        line(&mut out, &["BEGIN:VEVENT"]);
        line(&mut out, &["UID:", &names.uuid(step, "")]);
        line(&mut out, &["DTSTAMP:", &made.replace('-', ""), "T000000Z"]);
        line(&mut out, &["DTSTART;VALUE=DATE:", &compact]);
        line(&mut out, &["SUMMARY:", &escaped(&summary)]);
        line(&mut out, &["TRANSP:TRANSPARENT"]);
        line(&mut out, &["END:VEVENT"]);
    }
    line(&mut out, &["END:VCALENDAR"]);
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        if matches!(sign, '\\' | ';' | ',') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

/// One line, folded before the byte that would be one too many; no character is torn.
fn line(out: &mut String, parts: &[&str]) {
    let mut length = 0_usize;
    for sign in parts.iter().flat_map(|part| part.chars()) {
        if length.saturating_add(sign.len_utf8()) > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        length = length.saturating_add(sign.len_utf8());
        out.push(sign);
    }
    out.push_str("\r\n");
}

/// The day of a number; none before the year 1 or after 9999.
fn day_of(number: i64) -> Option<String> {
    // Never too small, and at most one too large.
    let mut year = number.checked_div(365)?;
    while before_year(year)? > number {
        year = year.checked_sub(1)?;
    }
    let rest = number.checked_sub(before_year(year)?)?;
    let month = rest.checked_mul(5)?.checked_add(2)?.checked_div(153)?;
    let date = rest.checked_sub(before_month(month)?)?.checked_add(1)?;
    let (year, month) =
        if month < 10 { (year, month.checked_add(3)?) } else { (year.checked_add(1)?, month.checked_sub(9)?) };
    if !(1..=9999).contains(&year) {
        return None;
    }
    let mut out = String::new();
    for (part, width) in [(year, 4_usize), (month, 2), (date, 2)] {
        if !out.is_empty() {
            out.push('-');
        }
        let mut digits = String::new();
        push_integer(&mut digits, u64::try_from(part).ok()?);
        for _ in digits.len()..width {
            out.push('0');
        }
        out.push_str(&digits);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::is_date;

    #[test]
    fn every_day_is_that_of_its_number() {
        for year in 1..=2400_i64 {
            let first = format!("{year:04}-03-01");
            let number = day_number(&first).expect("a day");
            assert_eq!(day_of(number).as_deref(), Some(first.as_str()));
            let before = day_of(number - 1).expect("a day");
            assert!(is_date(&before), "{before}");
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            assert_eq!(before, format!("{year:04}-02-{}", if leap { 29 } else { 28 }));
        }
        for number in 700_000..740_000 {
            let day = day_of(number).expect("a day");
            assert!(is_date(&day), "{day}");
            assert_eq!(day_number(&day), Some(number), "{day}");
        }
        assert!(day_number("").is_none() && day_number("2026-02-30").is_none());
        let last = day_number("9999-12-31").expect("a day");
        assert!(day_of(last + 1).is_none());
    }

    #[test]
    fn a_line_is_folded_at_75_bytes_and_no_character_is_torn() {
        let mut out = String::new();
        line(&mut out, &["SUMMARY:", &"ä".repeat(100)]);
        assert!(out.ends_with("\r\n") && out.split("\r\n").all(|part| part.len() <= LINE));
        assert_eq!(out.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "ä".repeat(100)));
    }
}
