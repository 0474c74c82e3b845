//! What a table holds, before it is written as one format or another.

use crate::json::push_integer;
use crate::score_range::ScoreRange;
use std::borrow::Cow;

/// A cell: text, or a figure in hundredths.
#[derive(Debug, Clone)]
pub(super) enum Cell<'a> {
    Text(Cow<'a, str>),
    Number(i32),
}

impl Cell<'_> {
    /// An empty cell.
    pub(super) const EMPTY: Self = Self::Text(Cow::Borrowed(""));

    /// A whole number.
    pub(super) fn whole(number: impl Into<i32>) -> Self {
        Self::Number(number.into().saturating_mul(100))
    }

    /// Its text; of a figure its digits.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => {
                let mut text = String::new();
                figure(&mut text, *number);
                Cow::Owned(text)
            }
        }
    }

    /// Whether it is a figure.
    pub(super) fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

/// Writes a figure in hundredths with as few digits as it needs.
pub(super) fn figure(out: &mut String, hundredths: i32) {
    if hundredths < 0 {
        out.push('-');
    }
    let all = u64::from(hundredths.unsigned_abs());
    push_integer(out, all / 100);
    let rest = all % 100;
    if rest > 0 {
        out.push('.');
        push_integer(out, rest / 10);
        if rest % 10 > 0 {
            push_integer(out, rest % 10);
        }
    }
}

/// What a column holds, which decides how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Our own words.
    Words,
    /// Our own words, short enough to stay on one line.
    Short,
    /// Our own sentences, which take the space that is left.
    Sentences,
    /// What people typed.
    Typed,
    /// A date that people typed.
    Date,
    /// Lines that are, or end in, an address that people typed.
    Links,
}

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Column<'a> {
    pub(super) key: &'static str,
    pub(super) label: &'a str,
    /// In characters, for a spreadsheet.
    pub(super) width: u32,
    pub(super) holds: Holds,
    /// What may be chosen; empty where anything may stand.
    pub(super) options: Vec<String>,
}

impl<'a> Column<'a> {
    pub(super) fn new(key: &'static str, label: &'a str, width: u32) -> Self {
        Self::holding(Holds::Words, key, label, width)
    }

    pub(super) fn holding(holds: Holds, key: &'static str, label: &'a str, width: u32) -> Self {
        Self { key, label, width, holds, options: Vec::new() }
    }

    pub(super) fn of(mut self, options: Vec<String>) -> Self {
        self.options = options;
        self
    }

    /// Whether people typed what stands in it.
    pub(super) fn is_typed(&self) -> bool {
        matches!(self.holds, Holds::Typed | Holds::Date | Holds::Links)
    }

    /// Whether its cells stay on one line.
    pub(super) fn is_whole(&self) -> bool {
        matches!(self.holds, Holds::Short | Holds::Date)
    }
}

/// How good a row's news is; the words beside it say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Good,
    Bad,
    Warn,
}

impl Tone {
    /// Its class in HTML.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Bad => "bad",
            Self::Warn => "warn",
        }
    }

    /// The tone of a state, finding or status by its name.
    pub(super) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "met" | "ready" | "in-force" => Self::Good,
            "open" | "not-ready" | "major" | "missing" => Self::Bad,
            "undetermined" | "minor" | "draft" => Self::Warn,
            _ => return None,
        })
    }
}

/// A table.
#[derive(Debug, Clone)]
pub(super) struct Table<'a> {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) columns: Vec<Column<'a>>,
    pub(super) rows: Vec<Vec<Cell<'a>>>,
    /// The key of the column that has a tone, and which one in each row.
    pub(super) tone: Option<(&'static str, Vec<Option<Tone>>)>,
}

impl Table<'_> {
    /// The same rows with these columns, in this order.
    pub(super) fn only(self, keys: &[&str]) -> Self {
        let mut columns = Vec::new();
        let mut places = Vec::new();
        for key in keys {
            if let Some(place) = self.columns.iter().position(|column| column.key == *key) {
                places.push(place);
                columns.extend(self.columns.get(place).cloned());
            }
        }
        let mut rows = Vec::new();
        for row in &self.rows {
            let mut picked = Vec::new();
            for place in &places {
                picked.push(row.get(*place).cloned().unwrap_or(Cell::EMPTY));
            }
            rows.push(picked);
        }
        Self { columns, rows, ..self }
    }
}

/// A line of a summary.
#[derive(Debug, Clone)]
pub(super) struct Fact<'a> {
    pub(super) label: Cow<'a, str>,
    pub(super) value: Cow<'a, str>,
    /// Whether people typed it.
    pub(super) is_typed: bool,
    /// The score that the value names.
    pub(super) score: Option<ScoreRange>,
    pub(super) tone: Option<Tone>,
}

impl<'a> Fact<'a> {
    pub(super) fn new(label: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, str>>) -> Self {
        Self { label: label.into(), value: value.into(), is_typed: false, score: None, tone: None }
    }

    pub(super) fn typed(label: impl Into<Cow<'a, str>>, value: &'a str) -> Self {
        Self { is_typed: true, ..Self::new(label, value) }
    }
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn a_figure_has_as_few_digits_as_it_needs() {
        for (hundredths, written) in [(0, "0"), (83, "0.83"), (120, "1.2"), (300, "3"), (-5, "-0.05"), (1001, "10.01")]
        {
            let mut out = String::new();
            figure(&mut out, hundredths);
            assert_eq!(out, written);
        }
    }
}
