//! Dates as people write them. Which of two numbers is the day is settled by the whole column, never by a guess.

use super::plain::plain;
use crate::assessment::is_date;
use crate::json::push_integer;

/// How a column of dates is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
    /// Nothing in the column says which.
    Open,
}

/// The three numbers of a date, and whether dots part them.
fn numbers(text: &str) -> Option<([u64; 3], [usize; 3], bool)> {
    // A time of day may stand behind.
    let date = text.trim().split([' ', 'T']).next()?.trim_end_matches(['.', '日']);
    let mut values = [0_u64; 3];
    let mut lengths = [0_usize; 3];
    let mut parts = date.split(['.', '/', '-', '年', '月']);
    for (value, length) in values.iter_mut().zip(lengths.iter_mut()) {
        let part = parts.next().filter(|part| (1..=4).contains(&part.len()))?;
        *value = part.parse().ok()?;
        *length = part.len();
    }
    parts.next().is_none().then_some((values, lengths, date.contains('.')))
}

/// The names of the months in English, German, French, Spanish, Italian, Dutch and Portuguese, in plain letters.
const MONTHS: [&str; 12] = [
    "january|januari|janner|janvier|janeiro|enero|gennaio",
    "february|februari|febrero|febbraio|fevrier|fevereiro|feber",
    "march|marzo|mars|marco|maart|mrt",
    "april|aprile|avril|abril",
    "may|mayo|mai|maio|maggio|mei",
    "june|juni|junio|junho|juin|giugno",
    "july|juli|julio|julho|juillet|luglio",
    "augustus|agosto|aout",
    "september|septembre|septiembre|setembro|settembre",
    "october|octobre|octubre|oktober|outubro|ottobre",
    "november|novembre|noviembre|novembro",
    "december|decembre|dezember|dezembro|diciembre|dicembre",
];

/// The month that a word names in full or by its beginning, if no other begins so.
fn month(word: &str) -> Option<u64> {
    let is_it = |names: &&str| names.split('|').any(|name| word.len() > 2 && name.starts_with(word));
    let mut found = MONTHS.iter().zip(1..).filter(|(names, _)| is_it(names)).map(|(_, month)| month);
    found.next().filter(|_| found.next().is_none())
}

/// Year, month and day of a date that names its month: "12. März 2026", "March 12th, 2026", "12-Mar-26".
fn named(text: &str) -> Option<[u64; 3]> {
    let (mut named, mut day, mut year) = (None, None, None);
    let text = plain(text);
    // The name of a day may stand before: "Thu, Mar 12, 2026".
    let is_day = |word: &str| {
        word.chars().all(char::is_alphabetic)
            && (word.len() < 4 || ["day", "tag", "dag", "di"].iter().any(|end| word.ends_with(end)))
    };
    let date = text.split_once(", ").filter(|(day, _)| is_day(day)).map_or(&*text, |(_, date)| date);
    for word in date.split([' ', ',', '.', '-', '/']) {
        // A time of day stands behind.
        if word.contains(':') && year.is_some() {
            break;
        }
        let digits = word.trim_end_matches(|sign: char| !sign.is_ascii_digit());
        if let Ok(number) = digits.parse::<u64>() {
            let ends = word.get(digits.len()..).unwrap_or_default();
            match digits.len() {
                1 | 2 if day.is_none() && matches!(ends, "" | "st" | "nd" | "rd" | "th" | "er" | "e" | "º" | "°") => {
                    day = Some(number);
                }
                2 if year.is_none() && named.is_some() && ends.is_empty() => year = Some(number.saturating_add(2000)),
                4 if year.is_none() && ends.is_empty() => year = Some(number),
                _ => return None,
            }
        } else if named.is_none() && month(word).is_some() {
            named = month(word);
        } else if !matches!(word, "" | "de" | "del" | "of") {
            return None;
        }
    }
    Some([year?, named?, day?])
}

/// What the cells of a column say about their order.
pub(super) fn order<'a>(cells: impl Iterator<Item = &'a str>) -> Order {
    let mut found = Order::Open;
    for cell in cells {
        let Some(([first, second, _], [length, ..], dotted)) = numbers(cell) else { continue };
        if length == 4 {
            continue;
        }
        // Only Europe writes dots, and there the day comes first.
        if first > 12 || dotted {
            return Order::DayFirst;
        }
        if second > 12 {
            found = Order::MonthFirst;
        }
    }
    found
}

/// A date as files have it; `None` for what is no date, or one that can be read two ways.
pub(crate) fn date(text: &str, order: Order) -> Option<String> {
    // No date is longer.
    if text.len() > 60 {
        return None;
    }
    if let Some(date) = named(text) {
        return joined(date);
    }
    let ([one, two, three], [length, _, year_length], _) = numbers(text)?;
    let (year, month, day) = if length == 4 {
        (one, two, three)
    } else {
        let year = if year_length == 2 { three.saturating_add(2000) } else { three };
        match order {
            Order::DayFirst => (year, two, one),
            Order::MonthFirst => (year, one, two),
            Order::Open if one == two => (year, one, two),
            Order::Open => return None,
        }
    };
    joined([year, month, day])
}

/// A date as files have it, if there is such a day.
fn joined([year, month, day]: [u64; 3]) -> Option<String> {
    let mut out = String::new();
    push_integer(&mut out, year);
    for part in [month, day] {
        out.push('-');
        if part < 10 {
            out.push('0');
        }
        push_integer(&mut out, part);
    }
    is_date(&out).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::{Order, date, order};

    #[test]
    fn the_column_says_which_number_is_the_day() {
        assert_eq!(order(["03/04/2027", "31/01/2027"].into_iter()), Order::DayFirst);
        assert_eq!(order(["03/04/2027", "01/31/2027"].into_iter()), Order::MonthFirst);
        assert_eq!(order(["03/04/2027"].into_iter()), Order::Open);
        assert_eq!(order(["03.04.2027"].into_iter()), Order::DayFirst);
        assert_eq!(date("03/04/2027", Order::Open), None);
        assert_eq!(date("04/04/2027", Order::Open).as_deref(), Some("2027-04-04"));
        assert_eq!(date("3.4.27", Order::DayFirst).as_deref(), Some("2027-04-03"));
        assert_eq!(date("2027-04-03 12:30", Order::Open).as_deref(), Some("2027-04-03"));
        assert_eq!(date("04/31/2027", Order::MonthFirst), None);
        for text in ["soon", "Q3", "2027", "1/2", "1/2/3/4", "99.99.2027"] {
            assert_eq!(date(text, Order::DayFirst), None, "{text}");
        }
    }

    #[test]
    fn a_month_has_its_name_in_seven_languages() {
        for text in [
            "12 March 2026",
            "March 12, 2026",
            "12th of March 2026",
            "Mar. 12, 2026",
            "12. März 2026",
            "12 mars 2026",
            "12-Mar-26",
            "12/Mar/2026",
            "2026-Mar-12",
            "12 de marzo de 2026",
            "12 marzo 2026",
            "12 maart 2026",
            "12 mrt. 2026",
            "12 de março de 2026",
            "12 MAR 2026 10:30",
            "Thu, Mar 12, 2026",
            "Donnerstag, 12. März 2026",
            "2026年3月12日",
        ] {
            assert_eq!(date(text, Order::Open).as_deref(), Some("2026-03-12"), "{text}");
        }
        for (text, is) in [
            ("1er août 2026", "2026-08-01"),
            ("1. Jänner 2026", "2026-01-01"),
            ("3 giu 2026", "2026-06-03"),
            ("3 de set. de 2026", "2026-09-03"),
            ("3 juil. 2026", "2026-07-03"),
            ("29 Feb 2028", "2028-02-29"),
            ("5 okt 2026", "2026-10-05"),
            ("5 déc. 2026", "2026-12-05"),
        ] {
            assert_eq!(date(text, Order::Open).as_deref(), Some(is), "{text}");
        }
        for text in [
            "31 April 2026",
            "29 Feb 2027",
            "March 2026",
            "12 March",
            "3 jui 2026",
            "12 13 March 2026",
            "Marketing 12 2026",
            "Expired, 12 March 2026",
            "end of March 2026",
            "12 March 26 27",
            "32. Mai 2026",
            "12-13-Mar",
        ] {
            assert_eq!(date(text, Order::DayFirst), None, "{text}");
        }
    }
}
