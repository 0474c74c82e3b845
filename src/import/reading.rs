//! What a cell says: a word or a figure, and what stands around it.

use super::headings::{LEAST_RANK, Role, Said, said_by};
use super::plain::{key, plain};
use super::words::{
    self, Meaning, Table, is_undecided, of_applicable, of_document, of_maturity, of_scale, of_state, of_status,
    scale_of,
};
use crate::assessment::Answer;
use crate::catalog::constants::CONFORMITY_LEVEL;
use crate::text::split_once;

/// How the figures of a column are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scale {
    /// 0 to 5.
    Levels,
    /// 0 to 100.
    Percent,
    /// 0 to 1.
    Fraction,
    /// Up to 10, and nothing says of what.
    Open,
    /// 0 to 5, and the words are those of a scale of their own.
    Words(usize),
}

/// A number with up to three decimals, in thousandths.
fn thousandths(text: &str) -> Option<u32> {
    let (whole, decimals) = match text.split_once(['.', ',']) {
        Some((whole, decimals)) if (1..=3).contains(&decimals.len()) => (whole, decimals),
        Some(_) => return None,
        None => (text, ""),
    };
    if whole.is_empty() || whole.len() > 4 || !whole.bytes().chain(decimals.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut value: u32 = whole.parse().ok()?;
    for place in 0..3 {
        let digit = decimals.as_bytes().get(place).map_or(0, |digit| u32::from(digit.saturating_sub(b'0')));
        value = value.checked_mul(10)?.checked_add(digit)?;
    }
    Some(value)
}

/// How the figures among these cells are meant, below this heading.
pub(crate) fn scale(heading: &str, cells: &[&str]) -> Scale {
    let (mut most, mut decimals) = (0, false);
    for cell in cells {
        if let Some(value) = thousandths(cell.trim()) {
            most = most.max(value);
            decimals |= value % 1000 != 0;
        }
    }
    match most {
        0..=1000 if decimals => Scale::Fraction,
        1001.. if heading.contains('%') => Scale::Percent,
        0..=5000 => {
            scale_of(&cells.iter().map(|cell| key(cell)).collect::<Vec<_>>()).map_or(Scale::Levels, Scale::Words)
        }
        5001..=10_000 => Scale::Open,
        _ => Scale::Percent,
    }
}

/// A share of what is to be done, in thousandths of the whole: all of it is conformity, never more.
fn of_share(share: u32) -> Option<Meaning> {
    let level = match share {
        0 => 0,
        1..=333 => 1,
        334..=999 => 2,
        1000 => 3,
        _ => return None,
    };
    words::level(level)
}

/// What a figure means: "3", "3.0", "3/5", "60 %", "Level 3", "3 - Defined".
fn of_figure(text: &str, scale: Scale) -> Option<Meaning> {
    let level = |value: u32| words::level(i64::from(value));
    if let Some(percent) = text.strip_suffix('%') {
        return of_share(thousandths(percent.trim_end())?.checked_div(100)?);
    }
    let text = text.strip_prefix('(').unwrap_or(text);
    let labelled = "level|stufe|reifegrad|niveau|nivel|maturity|tier|l"
        .split('|')
        .find_map(|word| text.strip_prefix(word).map(str::trim_start));
    let bare = labelled.unwrap_or(text);
    if let Some(value) = thousandths(bare) {
        return match scale {
            Scale::Levels | Scale::Words(_) => level(value.checked_div(1000)?),
            Scale::Open => None,
            Scale::Percent => of_share(value.checked_div(100)?),
            Scale::Fraction => of_share(value),
        };
    }
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = bare.split_at_checked(digits)?;
    let value: u32 = number.parse().ok().filter(|_| number.len() == 1)?;
    // "3/5", "3 of 5", "3 - Defined", "3) Defined", "3 (Defined)"; but not "3rd" or "3 years ago in 2021".
    let behind = rest.trim_start();
    let word = key(behind);
    if matches!(word.as_str(), "5" | "of 5" | "von 5" | "sur 5" | "de 5") {
        return level(value);
    }
    let state = of_state(&word);
    if !matches!(behind.as_bytes().first(), Some(b'-' | b':' | b'(' | b'.' | b'=' | b')'))
        && (!rest.starts_with(' ') || state.or_else(|| of_maturity(&word)).is_none())
    {
        return None;
    }
    // "1. Not implemented", "4 - N/A" are counted through: the word says it. "5 - Fully implemented" says more than that.
    match state {
        Some(state) if labelled.is_none() => level(value).filter(|of| is_done(*of) && is_done(state)).or(Some(state)),
        _ => level(value),
    }
}

/// Stars or balls, five of them, the full ones first.
fn of_signs(text: &str) -> Option<Meaning> {
    let (mut full, mut all) = (0_i64, 0_i64);
    for sign in text.chars() {
        match sign {
            '★' | '⭐' | '●' | '■' if full == all => full = full.saturating_add(1),
            '☆' | '○' | '□' => {}
            _ => return None,
        }
        all = all.saturating_add(1);
    }
    if all == 5 { words::level(full) } else { None }
}

fn is_done(means: Meaning) -> bool {
    match means {
        Meaning::Answer(Answer::Level(level)) => level.number() >= CONFORMITY_LEVEL,
        means => means == Meaning::Applicable,
    }
}

/// What a word or a figure means by itself.
fn alone(text: &str, table: Table, scale: Scale) -> Option<Meaning> {
    let word = key(text);
    let found = match table {
        Table::Status => {
            let of_scale = || if let Scale::Words(set) = scale { of_scale(&word, set) } else { None };
            of_figure(text, scale).or_else(of_scale).or_else(|| of_status(&word))
        }
        Table::Applicable => of_applicable(&word),
        Table::Document => of_document(&word),
    };
    found.or_else(|| is_undecided(&word).then_some(Meaning::Open))
}

/// Whether a text only says what the word behind it is about: "Status: Implemented".
fn is_label(text: &str) -> bool {
    matches!(said_by(text), Said::Role { role: Role::Status | Role::Level | Role::Applicable, rank } if rank < LEAST_RANK)
}

/// What a word means that has signs or another word beside it, none of which may say otherwise.
fn decorated(text: &str, table: Table, scale: Scale) -> Option<Meaning> {
    // "Implemented (2024)": what stands in brackets explains.
    let (before, inside) = split_once(text, b'(').unwrap_or((text, ""));
    let (mut said, mut signs) = (None, None);
    let mut part = String::new();
    // "-1" and "~3" are no figures with a sign beside them.
    let mut has_letters = false;
    let mut rest = before.chars();
    loop {
        let next = rest.next();
        let sign = next.unwrap_or('/');
        has_letters |= sign.is_alphabetic();
        if sign.is_alphanumeric() || matches!(sign, ' ' | '.' | '\'' | '%') {
            part.push(sign);
            continue;
        }
        if !sign.is_ascii() {
            let means = alone(sign.encode_utf8(&mut [0; 4]), table, scale);
            if means.is_some() && signs.is_some() && means != signs {
                return None;
            }
            signs = signs.or(means);
        }
        let word = part.trim();
        let means = alone(word, table, scale);
        if !word.is_empty() && (means.is_some() || !is_label(word)) {
            if means.is_none() || said.is_some_and(|said| Some(said) != means) {
                return None;
            }
            said = means;
        }
        if next.is_none() {
            break;
        }
        part.clear();
    }
    let said = said.filter(|_| has_letters)?;
    let agrees = |other: Meaning| other == said || (table == Table::Status && is_done(other) == is_done(said));
    let inside = alone(&key(inside), table, Scale::Open);
    (signs.is_none_or(agrees) && inside.is_none_or(|inside| inside == said)).then_some(said)
}

/// What a cell of a column means; `None` for a word that nobody has given a meaning.
pub(crate) fn meaning(cell: &str, table: Table, scale: Scale) -> Option<Meaning> {
    if cell.len() > 200 {
        return None;
    }
    let text = plain(cell);
    // A box before a word: crossed it says so, empty it does not.
    let text = match text.get(..3) {
        Some("[x]" | "(x)") => text.get(3..).unwrap_or_default(),
        Some("[ ]" | "( )") => return None,
        _ if text.starts_with("[]") => return None,
        _ => &text,
    };
    let stars = if table == Table::Status { of_signs(text) } else { None };
    stars.or_else(|| alone(text, table, scale)).or_else(|| decorated(text, table, scale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::DocumentStatus;
    use crate::import::words::level;

    fn of(cell: &str) -> Option<Meaning> {
        meaning(cell, Table::Status, Scale::Levels)
    }

    #[test]
    fn words_and_figures_mean_levels() {
        for (cell, number) in [
            ("Implemented", 3),
            ("Teilweise umgesetzt", 2),
            ("Non conforme", 0),
            ("No implementado", 0),
            ("OPTIMISED", 5),
            ("Managed", 4),
            ("Initial", 1),
            ("3", 3),
            ("3.0", 3),
            ("2,5", 2),
            ("3/5", 3),
            ("4 von 5", 4),
            ("Level 2", 2),
            ("3 - Defined", 3),
            ("1: Initial", 1),
            ("60 %", 2),
            ("100%", 3),
            ("0%", 0),
            ("Reifegrad 4", 4),
            ("✓", 3),
            ("partially_compliant", 2),
            ("Implemented (2024)", 3),
            ("4 Managed", 4),
            ("5", 5),
            ("Done (closed)", 3),
        ] {
            assert_eq!(of(cell), level(number), "{cell}");
        }
        assert_eq!(of("N/A"), Some(Meaning::Answer(Answer::NotApplicable)));
        assert_eq!(of("? Unknown"), Some(Meaning::Answer(Answer::Unknown)));
        for cell in ["", "6", "120%", "see ticket", "3rd quarter", "3 years", "not quite", "-1", "1e3"] {
            assert_eq!(of(cell), None, "{cell}");
        }
    }

    #[test]
    fn the_column_says_how_its_figures_are_meant() {
        assert_eq!(scale("", &["0", "3", "5"]), Scale::Levels);
        assert_eq!(scale("", &["0", "80", "5"]), Scale::Percent);
        assert_eq!(scale("", &["0", "0.5", "1"]), Scale::Fraction);
        assert_eq!(scale("", &["2", "7", "10"]), Scale::Open, "of ten, or per cent");
        assert_eq!(scale("Umsetzung in %", &["0", "5"]), Scale::Percent);
        assert_eq!(meaning("7", Table::Status, Scale::Open), None);
        assert_eq!(meaning("80", Table::Status, Scale::Percent), level(2));
        assert_eq!(meaning("0.5", Table::Status, Scale::Fraction), level(2));
        assert_eq!(meaning("1", Table::Status, Scale::Fraction), level(3));
    }

    #[test]
    fn what_stands_around_a_word_says_nothing_else() {
        for (cell, number) in [
            ("✅ Implemented", 3),
            ("✅Implemented", 3),
            ("🟢 Done", 3),
            ("Implemented ✓", 3),
            ("🔴 Not started", 0),
            ("🟡 Planned", 0),
            ("❌ In progress", 2),
            ("→ In progress", 2),
            ("⏳ in Bearbeitung", 2),
            ("🟢 4 - Managed", 4),
            ("[x] Yes", 3),
            ("[X] Teilweise umgesetzt", 2),
            ("(x) No", 0),
            ("[x] Not implemented", 0),
            ("(3) Defined", 3),
            ("3) Defined", 3),
            ("1. Not implemented", 0),
            ("3 - No", 0),
            ("2 = Yes", 3),
            ("2 - Managed", 2),
            ("5 - Fully implemented", 5),
            ("Level 1 (partially implemented)", 1),
            ("Stufe 3 (Defined)", 3),
            ("- Partially -", 2),
            ("Status: Implemented", 3),
            ("Umsetzungsstatus: teilweise", 2),
            ("Implemented.", 3),
            ("IMPLEMENTED / OK", 3),
            ("Yes, done", 3),
            ("Level 3, implemented", 3),
            ("Yes!", 3),
            ("★★★☆☆", 3),
            ("●●●○○", 3),
            ("☆☆☆☆☆", 0),
            ("●●●●●", 5),
            ("3 / 5", 3),
            ("Not met", 0),
            ("Partially met", 2),
            ("nicht konform", 0),
            ("Largely compliant", 2),
        ] {
            assert_eq!(of(cell), level(number), "{cell}");
        }
        assert_eq!(of("⚪ Not applicable"), Some(Meaning::Answer(Answer::NotApplicable)));
        assert_eq!(of("4 - N/A"), Some(Meaning::Answer(Answer::NotApplicable)));
        for cell in [
            "✅ Not implemented",
            "🟢 Partially",
            "❌ Yes",
            "✅ N/A",
            "[ ] Implemented",
            "[] Yes",
            "[x]",
            "[ ] No",
            "☐ Yes ☒ No",
            "Yes / No",
            "yes, partly",
            "✓ ✗",
            "●●○",
            "★★★",
            "★☆★☆☆",
            "Not complete",
            "Not fully implemented",
            "Low",
            "Medium",
            "High",
        ] {
            assert_eq!(of(cell), None, "{cell}");
        }
        let applies = |cell| meaning(cell, Table::Applicable, Scale::Levels);
        assert_eq!(applies("✅ Applicable"), Some(Meaning::Applicable));
        assert_eq!(applies("[x] Ja"), Some(Meaning::Applicable));
        assert_eq!(applies("❌ Not applicable"), Some(Meaning::Answer(Answer::NotApplicable)));
        for cell in ["✅ Not applicable", "[ ] Yes", "❌ Yes", "Yes/No"] {
            assert_eq!(applies(cell), None, "{cell}");
        }
        let document = meaning("✅ Approved", Table::Document, Scale::Levels);
        assert_eq!(document, Some(Meaning::Document(DocumentStatus::InForce)));
    }
}
