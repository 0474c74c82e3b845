//! Small things about plain text. The standard library's own bring their whole machinery with them, which
//! WebAssembly pays for by the kilobyte.

/// The parts of a text before and after the first `at`, an ASCII character.
pub(crate) fn split_once(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..place)?, text.get(place.saturating_add(1)..)?))
}

/// A text with its `{placeholders}` filled; a name without a value stands for itself.
pub(crate) fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = split_once(rest, b'{') {
        out.push_str(before);
        let (name, behind) = split_once(after, b'}').unwrap_or((after, ""));
        out.push_str(values.iter().find(|(key, _)| *key == name).map_or(name, |(_, value)| value));
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// A name with its value, as the language parts them: "Owner: Ada".
pub(crate) fn named(name: &str, value: &str) -> String {
    filled(words!("named"), &[("name", name), ("value", value)])
}

/// A text with what is said beside it: "3 (Plan!E7)".
pub(crate) fn aside(text: &str, more: &str) -> String {
    filled(words!("aside"), &[("text", text), ("more", more)])
}

/// The number of characters (Unicode scalar values).
pub(crate) fn length(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count()
}

/// A text of at most so many characters: a longer one ends with an ellipsis.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if text.len() <= most || length(text) <= most {
        return String::from(text);
    }
    let mut short: String = text.chars().take(most.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// The letters of a column, counted from 0: `A`, `Z`, `AA`.
pub(crate) fn column_letters(column: usize) -> String {
    let mut out = match (column / 26).checked_sub(1) {
        Some(before) => column_letters(before),
        None => String::new(),
    };
    out.push(char::from(b'A'.saturating_add(u8::try_from(column % 26).unwrap_or(0))));
    out
}

/// Whether there is nothing in a text but white space.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// White space as spreadsheets and browsers take it: the byte order mark is, the next line is not.
pub(crate) fn is_space(sign: char) -> bool {
    sign == '\u{feff}' || (sign != '\u{85}' && sign.is_whitespace())
}

/// On one line, with single spaces: all that a property, a title or a name in a list holds.
pub(crate) fn one_line(text: &str) -> String {
    let mut out = String::new();
    for part in text.split(is_space) {
        if !out.is_empty() && !part.is_empty() {
            out.push(' ');
        }
        out.push_str(part);
    }
    out
}

/// What begins a formula in a spreadsheet, its full-width twins included.
pub(crate) fn begins_formula(sign: char) -> bool {
    matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// Line ends as one sign, and no character that XML or a spreadsheet has no place for.
pub(crate) fn clean(text: &str) -> String {
    marked(text, &|_| false)
}

/// The same, and what else is to be a mark.
pub(crate) fn marked(text: &str, is_hidden: &dyn Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\r' => {
                if signs.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\t' | '\n' => out.push(sign),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => mark(&mut out, sign),
            _ if is_hidden(sign) => mark(&mut out, sign),
            _ => out.push(sign),
        }
    }
    out
}

/// The name of a character in place of it: `[U+202E]`.
fn mark(out: &mut String, sign: char) {
    out.push_str("[U+");
    let code = u32::from(sign);
    let digits = (32_u32.saturating_sub(code.leading_zeros()).saturating_add(3) / 4).max(4);
    for place in (0..digits).rev() {
        let digit = char::from_digit(code.wrapping_shr(place.saturating_mul(4)) & 15, 16).unwrap_or('0');
        out.push(digit.to_ascii_uppercase());
    }
    out.push(']');
}

/// A whole number written with digits, perhaps after a minus; `None` if it does not fit.
pub(crate) fn integer(text: &str) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let mut value = (!digits.is_empty()).then_some(0_i64)?;
    for byte in digits.bytes() {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit <= 9)?;
        value = value.checked_mul(10)?.checked_add(i64::from(digit))?;
    }
    Some(value.saturating_mul(sign))
}

/// Whether a text begins with a word, in capitals or not; the word is in small letters of ASCII.
pub(crate) fn starts_with_word(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// Whether one text stands in another. Knuth, Morris and Pratt's way: no byte of the text is looked at twice.
pub(crate) fn contains(text: &str, part: &str) -> bool {
    let part = part.as_bytes();
    let step = |borders: &[usize], mut matched: usize, byte: u8| {
        while part.get(matched) != Some(&byte) {
            match matched.checked_sub(1).and_then(|last| borders.get(last)) {
                Some(border) => matched = *border,
                None => return 0,
            }
        }
        matched.saturating_add(1)
    };
    // How long the longest proper border of each beginning of the part is.
    let mut borders = Vec::with_capacity(part.len());
    let mut matched = 0;
    for (at, byte) in part.iter().enumerate() {
        matched = if at == 0 { 0 } else { step(&borders, matched, *byte) };
        borders.push(matched);
    }
    matched = 0;
    for byte in text.bytes() {
        if matched == part.len() {
            break;
        }
        matched = step(&borders, matched, byte);
    }
    matched == part.len()
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn a_text_stands_in_another_exactly_where_the_standard_library_says_so() {
        // Every pair of words of up to seven and four letters of two.
        let words = |most: u32| {
            (0..=most).flat_map(|length| {
                (0..1_u32 << length).map(move |bits| {
                    (0..length).map(|bit| if bits >> bit & 1 == 1 { 'a' } else { 'b' }).collect::<String>()
                })
            })
        };
        for text in words(7) {
            for part in words(4) {
                assert_eq!(contains(&text, &part), text.contains(&part), "{part} in {text}");
            }
        }
        assert!(contains("Grüße", "üß") && !contains("Grüße", "üe"));
    }
}
