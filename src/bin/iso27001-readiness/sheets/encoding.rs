//! Which encoding a text is in: by its mark, by its zeros, as UTF-8, else by the letters that each reading would show.

use std::borrow::Cow;

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, MACINTOSH, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254,
};

/// Letters that texts of each language of an encoding are full of, and those that are rarer.
static LETTERS: [(&Encoding, &[&str], &str); 6] = [
    (
        WINDOWS_1252,
        &["àèéìòù", "áéíóúüñ¿¡", "áàâãçéêíóõôú", "äöüß", "àâçéèêëîïôùûœ", "åäöæøé"],
        "ÄÖÜÉÈÀÇÑÁÍÓÚÃÕÂÊÔÅÆØìîïòùûëŒ–—„“”‘’…•€§°«»ªº®©·½",
    ),
    (
        MACINTOSH,
        &["àèéìòù", "áéíóúüñ", "áàâãçéêíóõôú", "äöüß", "àâçéèêëîïôùûœ", "åäöæøé"],
        "ÄÖÜÉÀÇÑÃÕÊÅÆØìîïòùûëœŒ–—„“”‘’…•€§°«»¿¡ªº®©",
    ),
    (
        WINDOWS_1250,
        &["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ"],
        "ĄĘŁŃÓŚŻŹĆČŘŠŽĚŮÁÍÉÝÄÖÜŐŰĺľŕß–—„”…§°«»",
    ),
    (WINDOWS_1251, &["абвгдежзийклмнопрстуфхцчшщьыэюяіїє"], "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЬЫЭЮЯІЇЄ–—«»…№"),
    (WINDOWS_1253, &["αβγδεζηθικλμνξοπρστυφχψωάέήίόύώς"], "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ–—«»…"),
    (WINDOWS_1254, &["çğıöşüİâ"], "ĞŞÇÖÜ–—“”‘’…«»"),
];
/// What is looked at to tell encodings apart.
const SAMPLE: usize = 65_536;

/// The text of these bytes, and its encoding where that had to be guessed.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<&'static str>) {
    let Found { encoding, mark, is_guess } = encoding_of(bytes);
    let text = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0;
    (text, is_guess.then(|| encoding.name()))
}

/// An encoding, and how it was found.
pub(super) struct Found {
    pub(super) encoding: &'static Encoding,
    /// How many bytes its mark has.
    pub(super) mark: usize,
    is_guess: bool,
}

pub(super) fn encoding_of(bytes: &[u8]) -> Found {
    let found = |encoding, mark, is_guess| Found { encoding, mark, is_guess };
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return found(encoding, mark, false);
    }
    if let Some(encoding) = zeros(bytes) {
        return found(encoding, 0, false);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return found(UTF_8, 0, false);
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let (narrow, sum, count) = narrow(sample);
    let wide = if sum < count.saturating_mul(2) && is_paired(sample) { wide(sample) } else { None };
    found(wide.unwrap_or(narrow), 0, true)
}

/// A text in an encoding; `None` where it has no place for a letter.
pub(super) fn encode(text: &str, encoding: &'static Encoding) -> Option<Vec<u8>> {
    let units = || text.encode_utf16();
    if encoding == UTF_16LE {
        return Some(units().flat_map(u16::to_le_bytes).collect());
    }
    if encoding == UTF_16BE {
        return Some(units().flat_map(u16::to_be_bytes).collect());
    }
    let (bytes, _, is_lossy) = encoding.encode(text);
    (!is_lossy).then(|| bytes.into_owned())
}

/// Texts of UTF-16 without a mark have zeros in every other byte.
fn zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..2000).unwrap_or(bytes);
    let of = |rest: usize| head.iter().enumerate().filter(|(at, byte)| at % 2 == rest && **byte == 0).count();
    let (even, odd) = (of(0), of(1));
    let many = |count: usize| count.saturating_mul(5) > head.len();
    match (many(even), many(odd)) {
        (false, true) if even == 0 => Some(UTF_16LE),
        (true, false) if odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding of one byte a sign whose letters look most like somebody's language, how much, and for how many signs.
fn narrow(sample: &[u8]) -> (&'static Encoding, i64, i64) {
    let mut best = (WINDOWS_1252, i64::MIN, 1);
    for (encoding, usual, rarer) in &LETTERS {
        let is_latin = ![WINDOWS_1251, WINDOWS_1253].contains(encoding);
        let (mut sum, mut count, mut before) = (0_i64, 0_i64, ' ');
        // One text is of one language: a letter that only another has counts as a rarer one.
        let mut fitting: Vec<(&str, i64)> = usual.iter().map(|letters| (*letters, 0)).collect();
        for sign in encoding.decode_without_bom_handling(sample).0.chars() {
            let is_beyond = !sign.is_ascii();
            if is_beyond {
                count = count.saturating_add(1);
                for (letters, sum) in &mut fitting {
                    *sum = sum.saturating_add(if letters.contains(sign) { 2 } else { 0 });
                }
                // A capital within a word is a wrong reading.
                let is_usual = usual.iter().any(|letters| letters.contains(sign));
                sum = sum.saturating_add(match (is_usual, rarer.contains(sign)) {
                    (true, _) => 1,
                    (_, true) if sign.is_uppercase() && before.is_lowercase() => -3,
                    (_, true) => 1,
                    _ => -4,
                });
            }
            // So is a word of two scripts.
            let (one, other) = if is_beyond { (before, sign) } else { (sign, before) };
            if !is_latin && one.is_ascii_alphabetic() && other.is_alphabetic() && !other.is_ascii() {
                sum = sum.saturating_sub(4);
            }
            before = sign;
        }
        sum = sum.saturating_add(fitting.iter().map(|(_, sum)| *sum).max().unwrap_or_default());
        if sum > best.1 {
            best = (encoding, sum, count);
        }
    }
    best
}

/// Whether high bytes stand in runs, as they do where every letter takes two.
fn is_paired(sample: &[u8]) -> bool {
    let (mut lone, mut runs) = (0_usize, 0_usize);
    for run in sample.split(u8::is_ascii) {
        lone = lone.saturating_add(usize::from(run.len() == 1));
        runs = runs.saturating_add(usize::from(run.len() > 1));
    }
    runs > lone
}

/// The encoding of several bytes a sign that fits best, if one fits well.
fn wide(sample: &[u8]) -> Option<&'static Encoding> {
    let is_han = |sign: char| matches!(sign, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}');
    let is_kana = |sign: char| matches!(sign, '\u{3040}'..='\u{30ff}');
    let is_japanese = |sign: char| is_han(sign) || is_kana(sign) || matches!(sign, '\u{ff01}'..='\u{ff9f}');
    let is_korean = |sign: char| matches!(sign, '\u{ac00}'..='\u{d7af}');
    let is_chinese = |sign: char| is_han(sign) || matches!(sign, '\u{ff01}'..='\u{ff5e}');
    // Signs that every text of these has many of: nearly all bytes of one are also some sign of the other.
    let korean = "이다의가는을를에고하지정보안관리책통제시기사자도로인구업무적용검토승접근제어물";
    let chinese = "的一是不了人我在有他这为之大来以个中上们全理信息安管制度控文件规定策略";
    let candidates: [(&'static Encoding, &dyn Fn(char) -> bool); 5] = [
        (SHIFT_JIS, &is_japanese),
        (EUC_JP, &is_japanese),
        (EUC_KR, &is_korean),
        (BIG5, &is_chinese),
        (GB18030, &is_chinese),
    ];
    let mut best = None;
    for (encoding, fits) in candidates {
        // The cut may halve a sign.
        let whole = (0..4).find_map(|cut| {
            let end = sample.len().saturating_sub(cut);
            encoding.decode_without_bom_handling_and_without_replacement(sample.get(..end)?)
        });
        let Some(text) = whole else { continue };
        let beyond: Vec<char> = text.chars().filter(|sign| !sign.is_ascii()).collect();
        let count = |is: &dyn Fn(char) -> bool| {
            i64::try_from(beyond.iter().filter(|sign| is(**sign)).count()).unwrap_or(i64::MAX)
        };
        // Half-width kana stand for what is Western text read wrongly.
        let odd = count(&|sign| matches!(sign, '\u{ff61}'..='\u{ff9f}' | '\u{e000}'..='\u{f8ff}'));
        let mut sum = count(fits).saturating_sub(odd.saturating_mul(2));
        if [SHIFT_JIS, EUC_JP].contains(&encoding) {
            sum = sum.saturating_add(count(&|sign| fits(sign) && is_kana(sign)));
        }
        for (of, common) in [(EUC_KR, korean), (GB18030, chinese)] {
            if encoding == of {
                sum = sum.saturating_add(count(&|sign| common.contains(sign)));
            }
        }
        let all = count(&|_| true);
        let is_better = best.is_none_or(|(_, other, of): (_, i64, i64)| {
            i128::from(sum) * i128::from(of) > i128::from(other) * i128::from(all)
        });
        if all > 0 && sum.saturating_mul(10) > all.saturating_mul(7) && is_better {
            best = Some((encoding, sum, all));
        }
    }
    best.map(|(encoding, _, _)| encoding)
}
