//! JSON itself, in the manner of the public JSON test suite (y: must be accepted, n: must be refused, i: either).

use crate::given::{check, file, verdict};
use iso27001_readiness::assessment::Assessment;

/// Values that are JSON, with the text in which they are written back.
const Y: &[(&str, &str)] = &[
    ("[]", "[]"),
    ("[ ]", "[]"),
    ("{}", "{}"),
    ("[[] ]", "[[]]"),
    ("[\"\"]", "[\"\"]"),
    ("[true,false,null]", "[true,false,null]"),
    ("[1,\n2\r\n,\t3 ]", "[1,2,3]"),
    ("[null, 1, \"1\", {}]", "[null,1,\"1\",{}]"),
    ("[0]", "[0]"),
    ("[-0]", "[0]"),
    ("[-0.0e-0]", "[0]"),
    ("[0e1]", "[0]"),
    ("[0E+1]", "[0]"),
    ("[-1]", "[-1]"),
    ("[20e1]", "[200]"),
    ("[1E22]", "[1e+22]"),
    ("[1e-2]", "[0.01]"),
    ("[123.456e78]", "[1.23456e+80]"),
    ("[0.1e-6]", "[1e-7]"),
    ("[123456789012345680000000000000]", "[1.2345678901234568e+29]"),
    ("[0e99999999]", "[0]"),
    // All that a double holds: it ends below 2^1024 and begins above 2^-1075.
    ("[1e300,1e301,1e308]", "[1e+300,1e+301,1e+308]"),
    ("[1.7976931348623157e308]", "[1.7976931348623157e+308]"),
    ("[1e-300,1e-301,5e-324]", "[1e-300,1e-301,5e-324]"),
    (r#"["\u0000\u001f\u007f"]"#, "[\"\\u0000\\u001f\u{7f}\"]"),
    (r#"["\"\\\/\b\f\n\r\t"]"#, r#"["\"\\/\b\f\n\r\t"]"#),
    (r#"["\u0041\u00e9\u20AC"]"#, "[\"Aé€\"]"),
    (r#"["\uD834\uDD1E \ud834\udd1e"]"#, "[\"𝄞 𝄞\"]"),
    (r#"["\uDBFF\uDFFF"]"#, "[\"\u{10ffff}\"]"),
    (r#"["\uFFFF\uFDD0"]"#, "[\"\u{ffff}\u{fdd0}\"]"),
    (r#"["\\u0041"]"#, r#"["\\u0041"]"#),
    ("[\"\u{7f}\u{80}\u{2028}\u{2029}\u{feff}\"]", "[\"\u{7f}\u{80}\u{2028}\u{2029}\u{feff}\"]"),
    ("{\"\":0}", "{\"\":0}"),
    (r#"{"\u0000":0}"#, r#"{"\u0000":0}"#),
    ("{\"b\":1,\"a\":2}", "{\"a\":2,\"b\":1}"),
    // By UTF-16 code units: the surrogates of a character beyond U+FFFF come before U+FB33.
    (
        "{\"\u{fb33}\":1,\"\u{1f600}\":2,\"\u{20ac}\":3,\"\\r\":4,\"1\":5,\"\u{80}\":6,\"\u{f6}\":7}",
        "{\"\\r\":4,\"1\":5,\"\u{80}\":6,\"\u{f6}\":7,\"\u{20ac}\":3,\"\u{1f600}\":2,\"\u{fb33}\":1}",
    ),
    ("{\"a\":{\"a\":{\"a\":{}}}}", "{\"a\":{\"a\":{\"a\":{}}}}"),
];

/// Values that are not JSON, with code and path below `$.x`.
pub const N: &[(&str, &str)] = &[
    ("", "syntax $.x"),
    ("[", "syntax $.x[0]"),
    ("[1", "syntax $.x"),
    ("[1,", "syntax $.x[1]"),
    ("[1,]", "syntax $.x[1]"),
    ("[,1]", "syntax $.x[0]"),
    ("[1,,2]", "syntax $.x[1]"),
    ("[1 2]", "syntax $.x"),
    ("[1}", "syntax $.x"),
    ("[1:2]", "syntax $.x"),
    ("]", "syntax $.x"),
    // The closing brace of the file closes this object, and the file stays open.
    ("{", "syntax $"),
    ("{\"a\"", "syntax $.x.a"),
    ("{\"a\":", "syntax $.x.a"),
    ("{\"a\":1", "syntax $"),
    ("{\"a\":1,}", "syntax $.x"),
    ("{\"a\" 1}", "syntax $.x.a"),
    ("{\"a\"::1}", "syntax $.x.a"),
    ("{\"a\":1 \"b\":2}", "syntax $.x"),
    ("{\"a\":1;\"b\":2}", "syntax $.x"),
    ("{,}", "syntax $.x"),
    ("{a:1}", "syntax $.x"),
    ("{'a':1}", "syntax $.x"),
    ("{1:1}", "syntax $.x"),
    ("{null:1}", "syntax $.x"),
    ("{[]:1}", "syntax $.x"),
    ("[1]]", "syntax $"),
    ("01", "syntax $"),
    ("-01", "syntax $"),
    ("+1", "syntax $.x"),
    (".5", "syntax $.x"),
    ("-", "syntax $.x"),
    ("--1", "syntax $.x"),
    ("1.", "syntax $.x"),
    ("1.e3", "syntax $.x"),
    ("1e", "syntax $.x"),
    ("1e+", "syntax $.x"),
    ("1e1.5", "syntax $"),
    ("1.2.3", "syntax $"),
    ("0x1F", "syntax $"),
    ("1_000", "syntax $"),
    ("1,000", "syntax $"),
    ("\u{ff11}", "syntax $.x"),
    ("\u{0661}", "syntax $.x"),
    ("NaN", "syntax $.x"),
    ("-NaN", "syntax $.x"),
    ("Infinity", "syntax $.x"),
    ("-Infinity", "syntax $.x"),
    ("inf", "syntax $.x"),
    ("undefined", "syntax $.x"),
    ("True", "syntax $.x"),
    ("TRUE", "syntax $.x"),
    ("nul", "syntax $.x"),
    ("truth", "syntax $.x"),
    ("nulll", "syntax $"),
    ("true false", "syntax $"),
    ("'a'", "syntax $.x"),
    ("`a`", "syntax $.x"),
    ("\u{201c}a\u{201d}", "syntax $.x"),
    ("\"a", "syntax $.x"),
    ("\"a\\\"", "syntax $.x"),
    ("\"\\", "syntax $.x"),
    ("\"a\tb\"", "syntax $.x"),
    ("\"a\nb\"", "syntax $.x"),
    ("\"a\u{0}b\"", "syntax $.x"),
    ("\"\u{1f}\"", "syntax $.x"),
    (r#""\x41""#, "syntax $.x"),
    (r#""\'""#, "syntax $.x"),
    (r#""\a""#, "syntax $.x"),
    (r#""\0""#, "syntax $.x"),
    (r#""\u""#, "syntax $.x"),
    (r#""\u12""#, "syntax $.x"),
    (r#""\u12G4""#, "syntax $.x"),
    (r#""\u 041""#, "syntax $.x"),
    (r#""\u+041""#, "syntax $.x"),
    (r#""\U0041""#, "syntax $.x"),
    (r#""\u{41}""#, "syntax $.x"),
    ("\"\\u00\u{e9}\"", "syntax $.x"),
    ("\"\\\u{e9}\"", "syntax $.x"),
    ("/* c */ 1", "syntax $.x"),
    ("1 // c\n", "syntax $"),
    ("1 # c\n", "syntax $"),
    ("\u{a0}1", "syntax $.x"),
    ("\u{b}1", "syntax $.x"),
    ("\u{c}1", "syntax $.x"),
    ("\u{feff}1", "syntax $.x"),
    ("\u{2060}1", "syntax $.x"),
    ("<null>", "syntax $.x"),
    ("1}{", "syntax $"),
    // What other parsers may take. Ours names each.
    (r#""\ud800""#, "lone-surrogate $.x"),
    (r#""\udc00""#, "lone-surrogate $.x"),
    (r#""\ud800\ud800""#, "lone-surrogate $.x"),
    (r#""\udc00\ud800""#, "lone-surrogate $.x"),
    (r#""\ud800 \udc00""#, "lone-surrogate $.x"),
    (r#""\ud800\n""#, "lone-surrogate $.x"),
    (r#""\ud800\u0041""#, "lone-surrogate $.x"),
    (r#""\ud800\u00""#, "syntax $.x"),
    (r#"{"\ud800":1}"#, "lone-surrogate $.x"),
    ("1e999", "number-out-of-range $.x"),
    ("-1e400", "number-out-of-range $.x"),
    ("1e-999", "number-out-of-range $.x"),
    ("1e99999999999999999999", "number-out-of-range $.x"),
    ("[0,1e999]", "number-out-of-range $.x[1]"),
    ("1e309", "number-out-of-range $.x"),
    ("1.797693134862315808e308", "number-out-of-range $.x"),
    ("-179769313486231580800e288", "number-out-of-range $.x"),
    ("2.4e-324", "number-out-of-range $.x"),
    // Another number as a double: as an object of JavaScript the file would not be the same.
    ("9007199254740993", "number-out-of-range $.x"),
    ("0.1000000000000000055", "number-out-of-range $.x"),
    ("[{\"n\":-12345678901234567890}]", "number-out-of-range $.x[0].n"),
    ("2.5e-324", "number-out-of-range $.x"),
    ("4.94e-324", "number-out-of-range $.x"),
    ("1e-324", "number-out-of-range $.x"),
];

#[test]
fn a_value_that_is_json_is_kept_in_its_canonical_form() {
    for (value, canonical) in Y {
        let assessment = Assessment::parse(&file(&format!("\"x\":{value}"))).unwrap();
        let expected = r#"{"edition":"2022","format":"iso27001-readiness/assessment","target":3,"version":1,"x":"#;
        assert_eq!(assessment.to_json(), format!("{expected}{canonical}}}"), "{value}");
    }
}

#[test]
fn a_value_that_is_not_json_is_refused_where_it_stands() {
    check(N.iter().map(|(value, verdict)| (file(&format!("\"x\":{value}")), String::from(*verdict))));
    println!("{} values that are JSON, {} that are not", Y.len(), N.len());
}

#[test]
fn nothing_follows_the_end() {
    for after in ["x", "{}", "]", "}", ",", "\"", "\u{0}", "\u{a0}", "\u{feff}", "//", "null"] {
        assert_eq!(verdict(&Assessment::parse(&format!("{}{after}", file("")))), "syntax $", "{after:?}");
    }
    for after in ["", " ", "\n", "\r\n\t "] {
        assert_eq!(verdict(&Assessment::parse(&format!("{after}{}{after}", file("")))), "accepted", "{after:?}");
    }
}
