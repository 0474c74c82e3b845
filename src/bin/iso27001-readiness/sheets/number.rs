//! Numbers of a workbook as people see them: a percentage, fixed decimals, or plain.

use iso27001_readiness::import::bare_code;

/// What a number's format makes of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shown {
    Plain,
    Fixed(usize),
    Percent(usize),
}

pub(super) fn shown_by(code: &str) -> Shown {
    let bare = bare_code(code);
    let is_digit = |sign: char| matches!(sign, '0' | '#' | '?');
    let places = bare.split_once('.').map_or("", |(_, behind)| behind);
    let places: Vec<char> = places.chars().take_while(|sign| is_digit(*sign)).collect();
    let decimals = if places.contains(&'#') { 0 } else { places.len() };
    if bare.contains('%') {
        Shown::Percent(decimals)
    } else if decimals > 0 {
        Shown::Fixed(decimals)
    } else {
        Shown::Plain
    }
}

/// The text that a cell shows.
#[expect(clippy::float_arithmetic, reason = "a workbook holds doubles, and shows them rounded")]
pub(super) fn text(value: f64, shown: Shown) -> String {
    let fixed = |value: f64, decimals: usize| {
        // Halves go up, as spreadsheets show them; the format of Rust has the even digit.
        let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
        format!("{:.decimals$}", (value * scale).round() / scale)
    };
    match shown {
        Shown::Percent(decimals) => format!("{}%", fixed(value * 100.0, decimals)),
        Shown::Fixed(decimals) => fixed(value, decimals),
        // Without the noise of binary fractions.
        Shown::Plain => format!("{value:.14e}").parse::<f64>().unwrap_or(value).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Shown, shown_by, text};

    #[test]
    fn numbers_are_shown_by_their_format() {
        for (code, shown) in [
            ("General", Shown::Plain),
            ("0", Shown::Plain),
            ("0%", Shown::Percent(0)),
            ("0.00%", Shown::Percent(2)),
            ("#,##0.00", Shown::Fixed(2)),
            ("[Red]0.0;-0.00", Shown::Fixed(1)),
            ("0\\%", Shown::Plain),
            ("0\"%\"", Shown::Plain),
        ] {
            assert_eq!(shown_by(code), shown, "{code}");
        }
        assert_eq!(text(1.0, Shown::Percent(0)), "100%");
        assert_eq!(text(0.125, Shown::Percent(0)), "13%");
        assert_eq!(text(0.1 + 0.2, Shown::Plain), "0.3");
        assert_eq!(text(3.0, Shown::Plain), "3");
        assert_eq!(text(2.5, Shown::Fixed(2)), "2.50");
    }
}
