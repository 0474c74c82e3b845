//! Where inputs come from: files that are good, the pieces of a text, and tokens to put between them.

use crate::random::Random;

pub const FIXTURE: &str = include_str!("../data/assessment-v1.json");
pub const SMALL: [&str; 4] = [
    r#"{"format":"iso27001-readiness/assessment","version":1,"edition":"2022"}"#,
    r#"{"format":"iso27001-readiness/assessment","version":1,"edition":"2013","target":2,
        "requirements":{"4.1":{"answer":3,"note":"n"},"A.11.2.1":{"answer":"not-applicable","reason":"none"},
        "A.9.2.3":{"answer":"unknown"}},"areas":{"A.9":{"answer":0}},"documents":{"isms_scope":{"status":"draft"}}}"#,
    r#"{"edition":"2022","x":[null,true,-1.5e-7,"\ud834\udd1e\n",{"y":{}}],"version":1,"target":5,
        "areas":{"policy":{"answer":5},"backup":{"answer":"unknown","due":"2027-01-31"}},
        "organisation":{"headcount":64,"name":"N"},"format":"iso27001-readiness/assessment"}"#,
    r#"{"format":"iso27001-readiness/assessment","version":1,"edition":"2022","requirements":{"A.5.1":{"answer":4,
        "evidence":[{"label":"l","href":"https://example.com"}],"inclusion":{"because":["law"],"note":"n"},
        "provenance":["a: 1"]}},"snapshots":[{"at":"t","label":"l","overall":{"low":1,"high":2},"z":0}],
        "statement":{"version":"1","approver":"a","date":"2026-11-20"}}"#,
];

/// Tokens that steer a mutation towards what the reader looks for, and towards its edges.
pub const TOKENS: [&str; 96] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    " ",
    "\n",
    "null",
    "true",
    "false",
    "0",
    "1",
    "2",
    "3",
    "5",
    "6",
    "-1",
    "-0",
    "2.5",
    "3.0",
    "1e0",
    "1e21",
    "1e300",
    "1e999",
    "-1e-400",
    "10000",
    "10001",
    "10000000",
    "4294967296",
    "9223372036854775808",
    "00",
    "1.",
    ".1",
    "1e",
    "NaN",
    "Infinity",
    "\"\"",
    "\"unknown\"",
    "\"not-applicable\"",
    "\"in-force\"",
    "\"draft\"",
    "\"missing\"",
    "\"2013\"",
    "\"2022\"",
    "\"answer\"",
    "\"reason\"",
    "\"note\"",
    "\"owner\"",
    "\"due\"",
    "\"evidence\"",
    "\"inclusion\"",
    "\"because\"",
    "\"law\"",
    "\"good-practice\"",
    "\"status\"",
    "\"overall\"",
    "\"low\"",
    "\"high\"",
    "\"requirements\"",
    "\"areas\"",
    "\"documents\"",
    "\"snapshots\"",
    "\"organisation\"",
    "\"headcount\"",
    "\"statement\"",
    "\"date\"",
    "\"target\"",
    "\"version\"",
    "\"edition\"",
    "\"format\"",
    "\"provenance\"",
    "\"4.1\"",
    "\"A.5.1\"",
    "\"A.5.1.1\"",
    "\"A.7.4\"",
    "\"policy\"",
    "\"secure-areas\"",
    "\"isms_scope\"",
    "\"__proto__\"",
    "\"2026-02-30\"",
    "\"2024-02-29\"",
    "\"iso27001-readiness/assessment\"",
    "\\u0000",
    "\\ud800",
    "\\udc00",
    "\\ud834\\udd1e",
    "\\u00e9",
    "\u{feff}",
    "\u{2028}",
    "é",
    "𝄞",
    "\"answer\":3,",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
];

pub fn base(random: &mut Random) -> &'static str {
    const EXAMPLES: [&str; 2] =
        [include_str!("../../languages/en/example_2013.json"), include_str!("../../languages/en/example_2022.json")];
    match random.under(100) {
        0 => random.of_these(&EXAMPLES),
        1..8 => FIXTURE,
        _ => random.of_these(&SMALL),
    }
}

/// The pieces of a JSON text: strings, words and numbers, single signs; white space stays with what follows.
pub fn pieces(text: &str) -> Vec<&str> {
    let (mut pieces, mut start, mut in_string, mut escaped) = (Vec::new(), 0, false, false);
    let mut cut = |start: &mut usize, end: usize| {
        pieces.extend(text.get(*start..end).filter(|piece| !piece.is_empty()));
        *start = end;
    };
    for (at, character) in text.char_indices() {
        if in_string {
            (in_string, escaped) = (escaped || character != '"', !escaped && character == '\\');
            if !in_string {
                cut(&mut start, at.saturating_add(1));
            }
        } else if character == '"' {
            cut(&mut start, at);
            in_string = true;
        } else if "{}[],:".contains(character) {
            cut(&mut start, at);
            cut(&mut start, at.saturating_add(1));
        }
    }
    cut(&mut start, text.len());
    pieces
}

#[test]
fn pieces_put_together_are_the_text_again() {
    for text in SMALL.into_iter().chain([FIXTURE]) {
        assert_eq!(pieces(text).concat(), text);
    }
    assert_eq!(pieces(r#"{"a\"}": [1, null]}"#), ["{", r#""a\"}""#, ":", " ", "[", "1", ",", " null", "]", "}"]);
}
