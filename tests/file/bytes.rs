//! Bytes before they are text: a file that was cut off, marks, and other encodings.

use crate::given::{CONTRACT, EXAMPLES, file, verdict};
use iso27001_readiness::MAX_BYTES;
use iso27001_readiness::assessment::Assessment;

#[test]
fn a_file_that_was_cut_off_anywhere_is_refused() {
    let fixture = include_str!("../data/assessment-v1.json");
    for text in EXAMPLES.into_iter().chain([CONTRACT, fixture]) {
        let whole = text.trim_end().as_bytes();
        for length in 0..whole.len() {
            let error = Assessment::parse_bytes(whole.get(..length).unwrap()).unwrap_err();
            let codes = ["syntax", "not-utf-8", "lone-surrogate"];
            assert!(codes.contains(&error.code().as_str()), "{length}: {error}");
        }
        Assessment::parse_bytes(whole).unwrap();
    }
}

#[test]
fn a_byte_order_mark_is_passed_over_once() {
    let text = file("");
    assert_eq!(
        Assessment::parse(&format!("\u{feff}{text}")).unwrap().to_json(),
        Assessment::parse(&text).unwrap().to_json()
    );
    assert_eq!(verdict(&Assessment::parse_bytes(format!("\u{feff}{text}").as_bytes())), "accepted");
    // The mark is part of the file, and counts.
    for (bytes, expected) in [(MAX_BYTES, "accepted"), (MAX_BYTES + 1, "too-large $"), (MAX_BYTES + 3, "too-large $")] {
        let marked = format!("\u{feff}{text}{}", " ".repeat(bytes - text.len() - 3));
        assert_eq!(verdict(&Assessment::parse(&marked)), expected);
        assert_eq!(verdict(&Assessment::parse_bytes(marked.as_bytes())), expected);
    }
    assert_eq!(verdict(&Assessment::parse(&format!("\u{feff}\u{feff}{text}"))), "syntax $");
    assert_eq!(verdict(&Assessment::parse(&format!(" \u{feff}{text}"))), "syntax $");
}

#[test]
fn utf_16_is_refused_by_name() {
    let text = file("");
    for mark in [true, false] {
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            let bytes: Vec<u8> = units.flat_map(to_bytes).collect();
            let error = Assessment::parse_bytes(&bytes).unwrap_err();
            if mark {
                assert_eq!(
                    (error.code().as_str(), error.message()),
                    ("not-utf-8", "the file is UTF-16: save it as UTF-8")
                );
            } else {
                assert_eq!(error.code().as_str(), "syntax", "zero bytes between the characters");
            }
        }
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_refused() {
    let wrong: [&[u8]; 11] = [
        b"\xff",
        b"\x80",
        b"\xc0\x80",
        b"\xc1\xbf",
        b"\xe2\x82",
        b"\xe0\x80\x80",
        b"\xed\xa0\x80",
        b"\xf0\x80\x80\x80",
        b"\xf4\x90\x80\x80",
        b"\xf8\x88\x80\x80\x80",
        b"caf\xe9",
    ];
    for bytes in wrong {
        let mut document = file("\"x\":\"").into_bytes();
        document.pop();
        document.extend(bytes);
        document.extend(b"\"}");
        assert_eq!(verdict(&Assessment::parse_bytes(&document)), "not-utf-8 $", "{bytes:x?}");
    }
}
