//! Text that stays text in whatever it is written into. Each function reads its text once.

use crate::text::{begins_formula, is_space, marked};
use std::borrow::Cow;

/// Text that a spreadsheet takes for text: white space before a formula does not make it harmless. Apostrophes that
/// stand there already are kept apart from ours, so that a reader can take ours away.
pub(crate) fn guard(text: &str) -> Cow<'_, str> {
    let inner = text.trim_start_matches('\'');
    let is_formula = inner.trim_start_matches(is_space).starts_with(begins_formula);
    if is_formula || inner.starts_with(['\t', '\r', '\n']) {
        let mut guarded = String::from("'");
        guarded.push_str(text);
        return Cow::Owned(guarded);
    }
    Cow::Borrowed(text)
}

/// For CSV: where a spreadsheet expects another separator than the comma, a cell also begins after that one.
pub(crate) fn guard_inside(text: &str) -> Cow<'_, str> {
    let separators: [char; 3] = [';', '\t', '\n'];
    if !text.contains(separators) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(separators) {
        // The separators are ASCII, so the next place is a character boundary.
        let (before, after) = rest.split_at_checked(at.saturating_add(1)).unwrap_or((rest, ""));
        out.push_str(before);
        if after.trim_start_matches('\'').starts_with(begins_formula) {
            out.push('\'');
        }
        rest = after;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// For reports: also what turns the direction of text, or is not seen at all, becomes a mark.
pub(super) fn seen(text: &str) -> String {
    marked(text, &|sign| {
        matches!(sign,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
    })
}

/// For HTML and XML: nothing in it is a tag, an entity or the end of an attribute.
pub(super) fn markup(out: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(sign),
        }
    }
}

/// For Markdown: no mark-up, no tag, no name that a forge would call somebody by. Line ends become breaks.
pub(super) fn markdown(text: &str) -> String {
    let is_special = |sign: char| "\\`*_{}[]<>()#|~!$^=".contains(sign);
    let safe = prose_with(&seen(text), &is_special, "<br>");
    // Isolated, so that it cannot turn what stands beside it.
    if text.chars().any(is_right_to_left) {
        let mut isolated = String::from('\u{2068}');
        isolated.push_str(&safe);
        isolated.push('\u{2069}');
        return isolated;
    }
    safe
}

/// For the prose of OSCAL, which its schema reads as mark-up: text in lines that stays text.
pub(super) fn prose(text: &str) -> String {
    let is_special = |sign: char| "\\`*_{}[]<>#|~^$".contains(sign);
    let text = seen(text);
    let mut out = String::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        out.push_str(&prose_with(line, &is_special, "\n"));
    }
    out
}

/// One text with its special characters escaped, and with nothing at its start that would make it a list.
fn prose_with(text: &str, is_special: &dyn Fn(char) -> bool, line_end: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let start = text.trim_start_matches(is_space);
    let digits = start.bytes().take_while(u8::is_ascii_digit).count();
    let space = text.len().saturating_sub(start.len());
    let after_digits = space.saturating_add(digits);
    let is_numbered = digits > 0 && matches!(text.as_bytes().get(after_digits), Some(b'.' | b')'));
    for (at, sign) in text.char_indices() {
        let begins_list = (at == space && matches!(sign, '-' | '+')) || (is_numbered && at == after_digits);
        match sign {
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("&#64;"),
            '\t' => out.push(' '),
            '\n' => out.push_str(line_end),
            _ => {
                if begins_list || is_special(sign) {
                    out.push('\\');
                }
                out.push(sign);
            }
        }
    }
    out
}

fn is_right_to_left(sign: char) -> bool {
    matches!(sign,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_guarded_once_wherever_a_cell_may_begin() {
        for (text, guarded) in [
            ("=1+1", "'=1+1"),
            (" \u{feff}@x", "' \u{feff}@x"),
            ("'=1", "''=1"),
            ("\tplain", "'\tplain"),
            ("－1", "'－1"),
            ("plain", "plain"),
            ("'quoted'", "'quoted'"),
            ("", ""),
        ] {
            assert_eq!(guard(text), guarded);
        }
        assert_eq!(guard_inside("a;=1;'+1;b\n@x"), "a;'=1;''+1;b\n'@x");
    }

    #[test]
    fn what_cannot_be_seen_is_named() {
        assert_eq!(
            crate::text::clean("a\r\nb\rc\u{0}\u{9f}\u{ffff}\u{202e}"),
            "a\nb\nc[U+0000][U+009F][U+FFFF]\u{202e}"
        );
        assert_eq!(seen("\u{202e}\u{e0001}x"), "[U+202E][U+E0001]x");
    }

    #[test]
    fn text_in_mark_up_stays_text() {
        assert_eq!(markdown("1. [x](y)\n- z"), "1\\. \\[x\\]\\(y\\)<br>- z");
        assert_eq!(markdown("-1 & @me"), "\\-1 &amp; &#64;me");
        assert_eq!(markdown("שלום"), "\u{2068}שלום\u{2069}");
        assert_eq!(prose("\n+1"), "\n\\+1");
        assert_eq!(prose("# a *b*\n- c\n2) d_e"), "\\# a \\*b\\*\n\\- c\n2\\) d\\_e");
    }
}
