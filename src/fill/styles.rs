//! How the styles of a workbook show numbers.

use super::markup::{Result, Token, Tokens, local, value};
use crate::assessment::day_number;
use crate::import::bare_code;
use crate::json::push_integer;
use crate::order::Index;

/// What a style makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Plain,
    Text,
    Percent,
    Date,
}

fn shown_by(code: &str) -> Shown {
    match bare_code(code).to_lowercase().trim() {
        "@" => Shown::Text,
        code if code.contains('%') => Shown::Percent,
        code if code.contains(['d', 'y']) => Shown::Date,
        _ => Shown::Plain,
    }
}

/// The formats that every spreadsheet has: those of times alone are none of dates.
fn built_in(id: u32) -> Shown {
    match id {
        9 | 10 => Shown::Percent,
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Shown::Date,
        49 => Shown::Text,
        _ => Shown::Plain,
    }
}

fn counted(id: u32) -> String {
    let mut out = String::new();
    push_integer(&mut out, u64::from(id));
    out
}

/// What each style of the cells makes of a number, by its place.
pub(super) fn styles(part: &str) -> Result<Vec<Shown>> {
    let (mut ids, mut codes) = (Index::default(), Vec::new());
    let (mut found, mut is_inside) = (Vec::new(), false);
    let mut tokens = Tokens::of(part);
    while let Some(placed) = tokens.next()? {
        match placed.token {
            Token::Open { name, attributes, .. } => match local(name) {
                "numFmt" => {
                    let id = value(attributes, "numFmtId")?.and_then(|id| id.parse().ok());
                    if let (Some(id), Some(code)) = (id, value(attributes, "formatCode")?) {
                        let place = ids.place(counted(id), codes.len());
                        match codes.get_mut(place) {
                            Some(shown) => *shown = shown_by(&code),
                            None => codes.push(shown_by(&code)),
                        }
                    }
                }
                "cellXfs" => is_inside = true,
                "xf" if is_inside => {
                    let id = value(attributes, "numFmtId")?.and_then(|id| id.parse().ok()).unwrap_or(0);
                    let own = ids.get(&counted(id)).and_then(|place| codes.get(place)).copied();
                    found.push(own.unwrap_or_else(|| built_in(id)));
                }
                _ => {}
            },
            Token::Close { name } if local(name) == "cellXfs" => is_inside = false,
            _ => {}
        }
    }
    Ok(found)
}

/// The serial number of a day; none for one before the calendars agree.
pub(super) fn serial(day: &str, from_1904: bool) -> Option<String> {
    let days = day_number(day).filter(|_| day >= "1905")?;
    // 30 December 1899 and 1 January 1904 as the same count.
    let days = days.checked_sub(if from_1904 { 695_361 } else { 693_899 })?;
    let mut out = String::new();
    push_integer(&mut out, u64::try_from(days).ok()?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_serial_numbers() {
        assert_eq!(serial("2027-01-31", false).as_deref(), Some("46418"));
        assert_eq!(serial("2027-01-31", true).as_deref(), Some("44956"));
        assert_eq!(serial("2024-02-29", false).as_deref(), Some("45351"));
        assert_eq!(serial("2024-03-01", false).as_deref(), Some("45352"));
        assert!(serial("1900-01-01", false).is_none() && serial("soon", false).is_none());
    }

    #[test]
    fn formats_say_what_a_number_is() {
        for (code, shown) in [
            ("General", Shown::Plain),
            ("0.0%", Shown::Percent),
            ("yyyy-mm-dd", Shown::Date),
            ("[$-407]d. MMM yyyy;@", Shown::Date),
            ("@", Shown::Text),
            ("0 \"days\"", Shown::Plain),
            ("hh:mm", Shown::Plain),
            ("[Red]0", Shown::Plain),
        ] {
            assert_eq!(shown_by(code), shown, "{code}");
        }
    }
}
