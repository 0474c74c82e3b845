//! Texts of other people's sheets made alike: white space of any kind, dashes, accents and capitals told apart no more.

use crate::text::{begins_formula, clean, is_space};

/// A letter without its accent; `None` for what is no accented Latin letter.
fn base(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ő' => "o",
        'œ' => "oe",
        'ù'..='ü' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ß' => "ss",
        'ł' => "l",
        'ś' | 'š' | 'ş' => "s",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

/// Signs that nobody sees.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe0f}' | '\u{300}'..='\u{36f}')
}

/// Small letters without accents, one space between words, one kind of dash.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if is_unseen(sign) {
            continue;
        }
        if sign.is_whitespace() || sign == '_' {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        for small in sign.to_lowercase() {
            match small {
                '‐'..='―' | '−' => out.push('-'),
                '’' | '‘' | '´' | '`' => out.push('\''),
                _ if is_unseen(small) => {}
                _ => match base(small) {
                    Some(letters) => out.push_str(letters),
                    None => out.push(small),
                },
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The words of a text alone: what is neither letter, digit nor a sign of its own becomes a space.
pub(crate) fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in plain(text).chars() {
        if sign.is_alphanumeric()
            || (!sign.is_ascii() && !matches!(sign, '«' | '»' | '“' | '”' | '„' | '…' | '·' | '¿' | '¡'))
        {
            out.push(sign);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a text begins a formula, white space before it or not.
fn opens_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start_matches(is_space).starts_with(begins_formula)
}

/// The text without the apostrophe that keeps a spreadsheet from taking it for a formula.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if opens_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// The same within a cell, where a spreadsheet that expects another separator begins a new one.
fn unguarded_inside(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = false;
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        if begins && sign == '\'' {
            // A row of apostrophes is looked through once; the first of it is ours where a formula follows.
            let bare = rest.trim_start_matches('\'');
            let ours = usize::from(bare.starts_with(begins_formula));
            let marks = rest.len().saturating_sub(bare.len());
            out.push_str(rest.get(ours..marks).unwrap_or_default());
            rest = bare;
            begins = false;
            continue;
        }
        begins = matches!(sign, ';' | '\t' | '\n');
        out.push(sign);
        rest = rest.get(sign.len_utf8()..).unwrap_or_default();
    }
    out
}

/// What a cell says: our guards undone, line ends alike, nothing outside.
pub(crate) fn said(cell: &str) -> String {
    let inside = unguarded_inside(unguarded(&clean(cell)));
    String::from(inside.trim())
}

/// Whether a cell is a text whose escapes of an escape were undone. The standard library's search for a text would be two
/// kilobytes of WebAssembly.
fn is_undone(mut cell: &str, mut written: &str) -> bool {
    const ESCAPED: &str = "_x005F_";
    while let Some(sign) = written.chars().next() {
        let length = if written.starts_with(ESCAPED) { ESCAPED.len() } else { sign.len_utf8() };
        let Some(rest) = cell.strip_prefix(sign) else { return false };
        (cell, written) = (rest, written.get(length..).unwrap_or_default());
    }
    cell.is_empty()
}

/// Whether a cell, as it was read, is how a text was written that stood there: without a guard, with one at its start as
/// in a workbook, or with those within as in a CSV. What is blank around it counts for nothing. LibreOffice undoes the
/// escape of an escape as well, so that `_x005F_x0041_` comes back as `_x0041_`.
pub(crate) fn same(cell: &str, text: &str) -> bool {
    let (cell, written) = (clean(cell), clean(text));
    let (bare, written) = (unguarded(&cell), written.trim());
    let is_written = |cell: &str| {
        let cell = cell.trim();
        cell == written || is_undone(cell, written)
    };
    is_written(&cell) || is_written(bare) || is_written(&unguarded_inside(bare))
}

#[cfg(test)]
mod tests {
    use super::{key, plain, said, same};

    #[test]
    fn texts_are_alike_whoever_wrote_them() {
        assert_eq!(plain("  Maß\u{a0}nahme –\u{200b} ÉTAT_x "), "mass nahme - etat x");
        assert_eq!(key("N/A"), "n a");
        assert_eq!(key("Partially-implemented!"), "partially implemented");
        assert_eq!(key("✓\u{fe0f}"), "✓");
        assert_eq!(key("Don’t know"), "don t know");
    }

    #[test]
    fn an_escape_that_was_undone_twice_is_the_same_text() {
        assert!(same("_x0041_", "_x005F_x0041_"));
        assert!(!same("A", "_x005F_x0041_"));
        assert!(!same("_x005F_x0041_", "_x0041_"));
    }

    #[test]
    fn guards_are_undone_once() {
        assert_eq!(said("'=1+1"), "=1+1");
        assert_eq!(said("''=1"), "'=1");
        assert_eq!(said("'tis"), "'tis");
        assert_eq!(said("a;'=b\r\n'-c"), "a;=b\n-c");
        assert!(same("'=x", "=x") && same("a;'=b", "a;'=b") && !same("a", "b"));
        // One text in a workbook and in a CSV.
        assert!(same("a\n''=x", "a\n''=x") && same("a\n'''=x", "a\n''=x") && same("'\t-x\u{1}", "\t-x\u{1}"));
    }
}
