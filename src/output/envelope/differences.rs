//! Where a claim differs from what was computed: two canonical texts, gone through side by side.
//!
//! A text of any size and shape is gone through once a level, and a path is put together only where something differs.
//! Titles are words of a language, so another title is noted but is no difference.

use crate::json::{json_object, push_integer, push_quoted_key};
use crate::text::shortened;

/// How many differences are listed; of others only the number is given.
pub const MAX_DIFFERENCES: usize = 100;
/// The longest path or value that is given whole, in characters.
const MAX_SHOWN: usize = 200;

/// Where a claim differs from what was computed. What is longer than 200 characters ends with an ellipsis.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The JSON text that was claimed; empty if the envelope holds nothing there.
    pub claimed: String,
    /// The JSON text that was computed; empty if nothing belongs there.
    pub computed: String,
    /// The JSON path in the envelope.
    pub path: String,
}

json_object! {
    Difference { claimed, computed, path }
}

/// The differences that were found.
#[derive(Default)]
pub(super) struct Differences {
    pub(super) list: Vec<Difference>,
    pub(super) more: u32,
    /// The paths of titles that were claimed in other words; `[*]` stands for any place in a list.
    pub(super) titles: Vec<String>,
}

/// A place in a text, as the steps that lead to it.
pub(super) struct Path<'a> {
    above: Option<&'a Path<'a>>,
    step: Step<'a>,
}

enum Step<'a> {
    /// A key in quotes, as canonical text has it.
    Key(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    /// A member of the envelope, by its key in quotes.
    pub(super) fn of(key: &'a str) -> Self {
        Self { above: None, step: Step::Key(key) }
    }

    /// A member of what is at another place.
    pub(super) fn below(above: &'a Path<'a>, key: &'a str) -> Self {
        Self { above: Some(above), step: Step::Key(key) }
    }

    fn is_title(&self) -> bool {
        matches!(self.step, Step::Key("\"title\""))
    }

    /// With `[*]` for the place in a list if it is to stand for any.
    fn text(&self, is_any: bool) -> String {
        let mut steps = Vec::new();
        let mut at = Some(self);
        while let Some(path) = at {
            steps.push(&path.step);
            at = path.above;
        }
        let mut out = String::from("$");
        for step in steps.into_iter().rev() {
            match step {
                Step::Key(key) => push_quoted_key(&mut out, key),
                Step::Index(_) if is_any => out.push_str("[*]"),
                Step::Index(index) => {
                    out.push('[');
                    push_integer(&mut out, u64::try_from(*index).unwrap_or(u64::MAX));
                    out.push(']');
                }
            }
            if out.len() > 4 * MAX_SHOWN {
                break;
            }
        }
        shortened(&out, MAX_SHOWN)
    }
}

impl Differences {
    /// Adds a difference; an empty text stands for nothing.
    pub(super) fn add(&mut self, path: &Path<'_>, claimed: &str, computed: &str) {
        if self.list.len() >= MAX_DIFFERENCES {
            self.more = self.more.saturating_add(1);
            return;
        }
        self.list.push(Difference {
            claimed: shortened(claimed, MAX_SHOWN),
            computed: shortened(computed, MAX_SHOWN),
            path: path.text(false),
        });
    }

    /// Adds everything in which two canonical texts differ. What stands on one side only is one difference.
    pub(super) fn compare(&mut self, path: &Path<'_>, claimed: &str, computed: &str) {
        if claimed == computed {
            return;
        }
        if claimed.starts_with('{') && computed.starts_with('{') {
            // What is computed has few members to an object, so that looking for one is cheap.
            let mut expected: Vec<_> = Parts::of(computed).map(|part| (part, true)).collect();
            for (key, value) in Parts::of(claimed) {
                let below = Path::below(path, key);
                match expected.iter_mut().find(|((other, _), _)| *other == key) {
                    Some(((_, computed), is_missing)) => {
                        *is_missing = false;
                        self.compare(&below, value, computed);
                    }
                    None => self.add(&below, value, ""),
                }
            }
            for ((key, value), is_missing) in expected {
                if is_missing {
                    self.add(&Path::below(path, key), "", value);
                }
            }
        } else if claimed.starts_with('[') && computed.starts_with('[') {
            let (mut claimed, mut computed) = (Parts::of(claimed), Parts::of(computed));
            for index in 0.. {
                let (one, other) = (claimed.next(), computed.next());
                if one.is_none() && other.is_none() {
                    break;
                }
                let below = Path { above: Some(path), step: Step::Index(index) };
                let [one, other] = [one, other].map(|part| part.map_or("", |(_, value)| value));
                self.compare(&below, one, other);
            }
        } else if path.is_title() && claimed.starts_with('"') && computed.starts_with('"') {
            let place = path.text(true);
            if !self.titles.contains(&place) {
                self.titles.push(place);
            }
        } else {
            self.add(path, claimed, computed);
        }
    }
}

/// The members of an object with their keys in quotes, or the items of an array with empty keys, of a canonical text.
struct Parts<'a> {
    rest: &'a str,
    is_object: bool,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Self {
        Self { rest: text.get(1..).unwrap_or_default(), is_object: text.starts_with('{') }
    }

    /// The text up to the next comma, colon or closing bracket of this level, and what stands behind that.
    fn take(&mut self) -> &'a str {
        let (mut depth, mut is_text, mut is_escaped) = (0_u32, false, false);
        let end = self.rest.bytes().position(|byte| {
            if is_text {
                is_text = is_escaped || byte != b'"';
                is_escaped = !is_escaped && byte == b'\\';
                return false;
            }
            match byte {
                b'"' => is_text = true,
                b'{' | b'[' => depth = depth.saturating_add(1),
                b',' | b':' => return depth == 0,
                b'}' | b']' => match depth.checked_sub(1) {
                    Some(outer) => depth = outer,
                    None => return true,
                },
                _ => {}
            }
            false
        });
        let end = end.unwrap_or(self.rest.len());
        let part = self.rest.get(..end).unwrap_or_default();
        self.rest = self.rest.get(end.saturating_add(1)..).unwrap_or_default();
        part
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let key = if self.is_object { self.take() } else { "" };
        let value = self.take();
        (!value.is_empty()).then_some((key, value))
    }
}

#[cfg(test)]
mod tests {
    use super::{Differences, Path};

    fn found(claimed: &str, computed: &str) -> Vec<(String, String, String)> {
        let mut differences = Differences::default();
        differences.compare(&Path::of("\"report\""), claimed, computed);
        differences.list.into_iter().map(|found| (found.path, found.claimed, found.computed)).collect()
    }

    #[test]
    fn every_difference_is_found_where_it_stands() {
        let none: [(String, String, String); 0] = [];
        assert_eq!(found("{}", "{}"), none);
        for (claimed, computed, path, one, other) in [
            ("1", "2", "$.report", "1", "2"),
            ("{}", "[]", "$.report", "{}", "[]"),
            (r#"{"a":1}"#, "{}", "$.report.a", "1", ""),
            ("{}", r#"{"a":[1]}"#, "$.report.a", "", "[1]"),
            (r#"{"a":{"b":[0,"x"]}}"#, r#"{"a":{"b":[0,"y"]}}"#, "$.report.a.b[1]", r#""x""#, r#""y""#),
            ("[1,2,3]", "[1,2]", "$.report[2]", "3", ""),
            ("[]", "[null]", "$.report[0]", "", "null"),
            (r#"{"a,\":]}":{"b":1}}"#, r#"{"a,\":]}":{"b":2}}"#, r#"$.report["a,\":]}"].b"#, "1", "2"),
            (r#"{"":"\\","b":"\"}"}"#, r#"{"":"\\","b":"\"]"}"#, "$.report.b", r#""\"}""#, r#""\"]""#),
        ] {
            assert_eq!(found(claimed, computed), [(path.into(), one.into(), other.into())], "{claimed} {computed}");
        }
    }

    #[test]
    fn another_title_is_noted_and_is_no_difference_but_what_is_no_title_is() {
        let mut differences = Differences::default();
        let titled = |title: &str| format!(r#"{{"areas":[{{"title":"A"}},{{"title":{title}}},{{"title":"C"}}]}}"#);
        differences.compare(&Path::of("\"report\""), &titled("\"X\"").replace("\"C\"", "\"Y\""), &titled("\"B\""));
        assert_eq!((differences.list.len(), differences.titles), (0, vec!["$.report.areas[*].title".to_owned()]));
        for title in ["1", "null", "{\"x\":1}", "[\"B\"]"] {
            let expected = ("$.report.areas[1].title".to_owned(), title.to_owned(), "\"B\"".to_owned());
            assert_eq!(found(&titled(title), &titled("\"B\"")), [expected]);
        }
        let expected = ("$.report.title".to_owned(), "\"X\"".to_owned(), String::new());
        assert_eq!(found("{\"title\":\"X\"}", "{}"), [expected]);
    }

    #[test]
    fn a_hundred_are_listed_and_the_rest_is_counted_and_what_is_long_is_cut() {
        let mut differences = Differences::default();
        let claimed = format!("[{}]", ["\"x\""; 150].join(","));
        differences.compare(&Path::of("\"report\""), &claimed, "[]");
        assert_eq!((differences.list.len(), differences.more), (100, 50));
        let long = "é".repeat(5000);
        let found = found(&format!("{{\"{long}\":\"{long}\"}}"), "{}");
        assert!(found.iter().all(|(path, claimed, _)| {
            [path, claimed].into_iter().all(|text| text.chars().count() == 200 && text.ends_with('…'))
        }));
    }
}
