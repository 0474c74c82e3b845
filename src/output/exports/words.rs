//! The words of the exports, read once from a text file, a folder a language.

use super::table::figure;
use crate::order::sort_by;
use crate::score_range::{ScoreRange, WHOLE};
use crate::text::{filled, split_once};
use std::sync::OnceLock;

const TEXT: &str = include_str!(concat!(env!("LANGUAGE"), "/exports.txt"));
/// The language of the build, as BCP 47 names it.
pub(super) const TAG: &str = env!("LANGUAGE_TAG");

/// The words in one language, sorted by their keys.
pub(super) struct Words {
    /// The language they are in, as BCP 47 names it.
    pub(super) language: &'static str,
    entries: Vec<(&'static str, &'static str)>,
}

/// The words in a language; none if the build holds no such words.
pub(super) fn in_language(tag: &str) -> Option<&'static Words> {
    static WORDS: OnceLock<Words> = OnceLock::new();
    (tag == TAG).then(|| WORDS.get_or_init(|| Words::read(TAG, TEXT)))
}

impl Words {
    fn read(language: &'static str, text: &'static str) -> Self {
        let mut entries = Vec::new();
        let mut rest = text;
        while let Some((line, after)) = split_once(rest, b'\n') {
            rest = after;
            if !line.starts_with('#')
                && let Some((key, words)) = split_once(line, b':')
            {
                entries.push((key, words.strip_prefix(' ').unwrap_or(words)));
            }
        }
        sort_by(&mut entries, &|(one, _), (other, _)| one.cmp(other));
        Self { language, entries }
    }

    /// The text of a key; the key itself where it has none, so that a mistake of ours shows.
    pub(super) fn text(&self, key: &'static str) -> &'static str {
        self.find(key).unwrap_or(key)
    }

    /// The text of a name in a group of keys: of `status.draft`.
    pub(super) fn named(&self, group: &str, name: &str) -> &'static str {
        let mut key = String::from(group);
        key.push('.');
        key.push_str(name);
        self.find(&key).unwrap_or_default()
    }

    /// The text of a key with its `{placeholders}` filled.
    pub(super) fn filled(&self, key: &'static str, values: &[(&str, &str)]) -> String {
        filled(self.text(key), values)
    }

    /// Texts one after the other, as the language parts them: by `list.short` or, where they have commas, `list.long`.
    pub(super) fn list(&self, pattern: &'static str, texts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
        let mut list = String::new();
        for text in texts {
            let text = text.as_ref();
            list = if list.is_empty() {
                String::from(text)
            } else {
                self.filled(pattern, &[("list", &list), ("item", text)])
            };
        }
        list
    }

    /// A score as the page writes it: "41%", or "41–65%" while the two ends differ.
    pub(super) fn range(&self, score: Option<ScoreRange>) -> String {
        let Some(score) = score else { return String::from(self.text("score.none")) };
        let (low, high) = (score.low(), score.high());
        if low == high {
            return self.filled("score.exact", &[("n", &whole(percent(low)))]);
        }
        let write = |points| if percent(low) == percent(high) { self.tenths(points) } else { whole(percent(points)) };
        self.filled("score.range", &[("from", &write(low)), ("to", &write(high))])
    }

    /// Percent with one decimal, which stands there even if it is 0.
    fn tenths(&self, points: u16) -> String {
        let tenths = i32::from(points.saturating_add(5).wrapping_div(10));
        let (before, after) = (whole(tenths.wrapping_div(10)), whole(tenths.wrapping_rem(10)));
        self.filled("score.tenths", &[("whole", &before), ("tenths", &after)])
    }

    fn find(&self, key: &str) -> Option<&'static str> {
        let place = self.entries.binary_search_by(|(other, _)| (*other).cmp(key)).ok()?;
        self.entries.get(place).map(|(_, words)| *words)
    }
}

/// Whole percent of a score in basis points. Neither end of the scale is claimed before it is reached.
fn percent(points: u16) -> i32 {
    match points.saturating_add(50).wrapping_div(100) {
        100 if points < WHOLE => 99,
        0 if points > 0 => 1,
        whole => i32::from(whole),
    }
}

fn whole(number: i32) -> String {
    let mut out = String::new();
    figure(&mut out, number.saturating_mul(100));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_written_as_on_the_page() {
        let words = in_language("en").expect("English");
        for (low, high, written) in [
            (4123, 4123, "41%"),
            (4123, 6500, "41–65%"),
            (4105, 4124, "41.1–41.2%"),
            (4100, 4149, "41.0–41.5%"),
            (0, 0, "0%"),
            (1, 1, "1%"),
            (9999, 9999, "99%"),
            (0, 10_000, "0–100%"),
        ] {
            assert_eq!(words.range(Some(ScoreRange::new(low, high))), written, "{low} {high}");
        }
        assert_eq!(words.range(None), words.text("score.none"));
    }

    #[test]
    fn every_line_is_a_comment_a_key_with_its_text_or_empty_and_no_key_stands_twice() {
        let words = in_language("en").expect("English");
        for line in TEXT.lines() {
            assert!(line.is_empty() || line.starts_with("# ") || line.contains(": "), "{line}");
        }
        for pair in words.entries.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{}", pair[0].0);
        }
        assert!(TEXT.ends_with('\n') && in_language("xx").is_none());
    }
}
