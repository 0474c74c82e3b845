//! Ids in every spelling seen in sheets: `A.5.1`, `A5.1`, `5.1`, `A.5.01`, `A 5.1`, `Annex A 5.1`, `ISO27001-A.5.1`.

use super::plain::plain;
use super::words::is_of;
use crate::json::push_integer;

/// Words that may stand before a number.
const BEFORE: &str = "\
    iso|iec|en|din|bs|nf|une|control|controls|requirement|ref|chapter|section|massnahme|referenzmassnahme|mesure|mesures|\
    exigence|medida|requisito|nr|no|kontrolle|anforderung|and|und|et|to|bis|ctrl|sec|point|punkt|punto";
const ANNEX: &str = "a|annex|annexa|anhang|annexe|anexo|allegato|bijlage";
const CLAUSE: &str =
    "clause|cl|klausel|kapitel|kap|abschnitt|ziffer|article|chapitre|clausula|capitulo|apartado|clausola|paragraaf";

/// An id as a cell spells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelled {
    /// Whether it says that it belongs to Annex A, or that it is a clause; a bare number says neither.
    pub(super) kind: Kind,
    /// Its one to three numbers, joined by dots.
    pub(super) number: String,
    /// How many numbers.
    pub(super) parts: u8,
    /// What stands behind it, as it is compared.
    pub(super) rest: String,
}

/// What an id says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Control,
    Clause,
    Bare,
}

/// The beginning of a text that is all letters or all digits.
fn token(text: &str) -> (&str, &str) {
    let is_number = text.starts_with(|sign: char| sign.is_ascii_digit());
    let end = text
        .find(|sign: char| if is_number { !sign.is_ascii_digit() } else { !sign.is_ascii_lowercase() })
        .unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn after_separators(text: &str) -> &str {
    text.trim_start_matches([' ', '.', ':', '-', '/', '#', '(', '[', '§', '\'', ';', '&', '+'])
}

/// The id that a cell begins with, if it begins with one.
pub(super) fn spelled(cell: &str) -> Option<Spelled> {
    // No spelling is longer; what comes behind may be.
    let start: String = cell.trim_start().chars().take(400).collect();
    let text = plain(&start);
    let mut rest = after_separators(&text);
    let mut kind = Kind::Bare;
    let mut standard = false;
    for _ in 0..8 {
        let (word, behind) = token(rest);
        if is_of(ANNEX, word) {
            kind = Kind::Control;
        } else if is_of(CLAUSE, word) {
            kind = Kind::Clause;
        } else if matches!(word, "27001" | "27002") || (standard && matches!(word, "2013" | "2017" | "2022")) {
            standard = true;
        } else if !is_of(BEFORE, word) {
            break;
        }
        rest = after_separators(behind);
    }
    let mut number = String::new();
    let mut parts = 0_u8;
    loop {
        let (digits, behind) = token(rest);
        let value: u64 = digits.parse().ok().filter(|value| *value < 100)?;
        push_integer(&mut number, value);
        parts = parts.saturating_add(1);
        rest = behind;
        let next = rest.strip_prefix(['.', ',', '-']).map(str::trim_start);
        match next.filter(|next| next.starts_with(|sign: char| sign.is_ascii_digit())) {
            Some(_) if parts == 3 => return None,
            // "5 - 3 years" is no id of two numbers.
            Some(next) if rest.starts_with('-') && kind == Kind::Bare && next.len() < rest.len().saturating_sub(1) => {
                break;
            }
            Some(next) => {
                number.push('.');
                rest = next;
            }
            None => break,
        }
    }
    if rest.starts_with(|sign: char| sign.is_alphanumeric() || sign == '%') {
        return None;
    }
    let rest = String::from(rest.trim_start_matches([' ', '.', ':', '-', '/', ')', ']', ',']));
    // A lone number before a text is an amount or a level.
    if parts == 1 && kind == Kind::Bare && !rest.is_empty() {
        return None;
    }
    Some(Spelled { kind, number, parts, rest })
}

/// Day and month of an ISO date, both ways round: a spreadsheet takes "5.1" for one.
pub(super) fn taken_for_date(cell: &str) -> Option<[String; 2]> {
    let text = cell.trim();
    let date = text.get(..10)?;
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |part: &str| part.parse::<u64>().ok();
    if year.len() != 4 || parts.next().is_some() || number(year).is_none() {
        return None;
    }
    let (month, day) = (number(month)?, number(day)?);
    let join = |one: u64, other: u64| {
        let mut id = String::new();
        push_integer(&mut id, one);
        id.push('.');
        push_integer(&mut id, other);
        id
    };
    Some([join(day, month), join(month, day)])
}

#[cfg(test)]
mod tests {
    use super::{Kind, spelled, taken_for_date};

    #[test]
    fn every_spelling_is_the_same_id() {
        for cell in [
            "A.5.1",
            "A5.1",
            "A.5.01",
            "A 5.1",
            "a.5.1.",
            "Annex A 5.1",
            "ISO27001-A.5.1",
            "ISO/IEC 27001:2022 A.5.1",
            "A\u{a0}5.1",
            "A.5.1 Policies for information security",
            "A.\u{200b}5.1",
            "Control A.5.1",
            "A–5.1",
            "A.05.01",
            "[A.5.1]",
            "Anhang A.5.1",
            "A.5,1",
        ] {
            let id = spelled(cell).unwrap_or_else(|| panic!("{cell}"));
            assert_eq!((id.kind, id.number.as_str()), (Kind::Control, "5.1"), "{cell}");
        }
        for (cell, kind, number) in [
            ("5.1", Kind::Bare, "5.1"),
            ("ISO-5.1", Kind::Bare, "5.1"),
            ("Clause 6.1.2", Kind::Clause, "6.1.2"),
            ("9.2.3", Kind::Bare, "9.2.3"),
            ("5,1", Kind::Bare, "5.1"),
            ("A.11.1.4", Kind::Control, "11.1.4"),
            ("Kapitel 4.1", Kind::Clause, "4.1"),
            ("A.5", Kind::Control, "5"),
            ("7", Kind::Bare, "7"),
        ] {
            let id = spelled(cell).unwrap_or_else(|| panic!("{cell}"));
            assert_eq!((id.kind, id.number.as_str()), (kind, number), "{cell}");
        }
    }

    #[test]
    fn what_is_no_id_is_none() {
        for cell in [
            "",
            "Policies",
            "2026-01-07",
            "31.01.2027",
            "5.1.1.1",
            "3 - Defined",
            "10 people",
            "5.1%",
            "60 %",
            "A",
            "1000.1",
            "A. Smith",
            "5a.1",
            "-",
            "3 Defined",
            "12 - 14 days",
        ] {
            assert_eq!(spelled(cell), None, "{cell}");
        }
        assert_eq!(spelled("A.5.1 Policies").map(|id| id.rest), Some(String::from("policies")));
        assert_eq!(taken_for_date("2026-01-05"), Some([String::from("5.1"), String::from("1.5")]));
        assert_eq!(taken_for_date("5.1"), None);
    }
}
