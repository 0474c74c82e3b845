//! The organisation's name as a part of a file's name.

/// The most characters of it.
const MOST: usize = 40;

/// Letters and figures of any script stay, with the marks that belong to them; what a file system could stumble over
/// becomes a hyphen.
pub(super) fn file_part(name: &str) -> String {
    let mut out = String::new();
    let mut taken = 0_usize;
    let mut is_gap = false;
    for sign in name.chars().flat_map(char::to_lowercase) {
        let belongs = if out.is_empty() { is_letter(sign) } else { is_letter(sign) || is_mark(sign) };
        if !belongs {
            is_gap = !out.is_empty();
            continue;
        }
        let needed = if is_gap { 2 } else { 1 };
        taken = taken.saturating_add(needed);
        if taken > MOST {
            break;
        }
        if is_gap {
            out.push('-');
            is_gap = false;
        }
        out.push(sign);
    }
    out
}

/// A letter or a figure; letters in circles and squares are symbols.
fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() && !matches!(sign, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}')
}

/// Marks that stand with a letter and are none themselves: accents set apart, tone marks, signs that silence a vowel.
fn is_mark(sign: char) -> bool {
    matches!(sign,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{9bc}'
        | '\u{9cd}' | '\u{a3c}' | '\u{a4d}' | '\u{abc}' | '\u{acd}' | '\u{b3c}' | '\u{b4d}' | '\u{bcd}' | '\u{c4d}'
        | '\u{cbc}' | '\u{ccd}' | '\u{d4d}' | '\u{dca}' | '\u{e47}'..='\u{e4e}' | '\u{ec8}'..='\u{ecd}'
        | '\u{f39}' | '\u{f84}' | '\u{1037}'..='\u{103a}' | '\u{17d2}' | '\u{3099}' | '\u{309a}')
}

#[cfg(test)]
mod tests {
    use super::file_part;

    #[test]
    fn a_name_is_safe_wherever_it_is_saved() {
        for (name, part) in [
            ("Larkfield", "larkfield"),
            ("../../etc/passwd", "etc-passwd"),
            (" . ", ""),
            ("\u{202e}gnp.exe", "gnp-exe"),
            ("株式会社", "株式会社"),
            ("Ünïcode & Söhne GmbH", "ünïcode-söhne-gmbh"),
            ("-rf", "rf"),
            ("\u{301}a\u{301}", "a\u{301}"),
            ("Ⓐ x", "x"),
        ] {
            assert_eq!(file_part(name), part, "{name}");
        }
        assert_eq!(file_part(&"x".repeat(300)).len(), 40);
        assert_eq!(file_part(&"x ".repeat(300)).len(), 39);
    }
}
