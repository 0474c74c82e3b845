//! Limits: how deep, how large and how long, to the last one that is read.

use crate::given::{file, verdict};
use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::{MAX_BYTES, MAX_DEPTH, MAX_TEXT};

fn nested(open: &str, close: &str, depth: usize) -> String {
    format!("{}0{}", open.repeat(depth), close.repeat(depth))
}

#[test]
fn thirty_two_levels_are_read_and_thirty_three_are_not() {
    assert_eq!(MAX_DEPTH, 32);
    // How many levels there are around the place at which the nesting begins.
    for (around, before, after) in [
        (1, r#""x":"#, ""),
        (2, r#""organisation":{"x":"#, "}"),
        (3, r#""requirements":{"4.1":{"x":"#, "}}"),
        (5, r#""requirements":{"4.1":{"evidence":[{"x":"#, "}]}}"),
        (3, r#""snapshots":[{"overall":{"low":0,"high":1},"x":"#, "}]"),
    ] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let document = |depth| file(&format!("{before}{}{after}", nested(open, close, depth)));
            assert_eq!(verdict(&Assessment::parse(&document(32 - around))), "accepted", "{before}");
            let refused = Assessment::parse(&document(33 - around)).unwrap_err();
            assert_eq!(refused.code().as_str(), "too-deep", "{before}");
            // The innermost may be empty: it is a level all the same.
            for empty in ["[]", "{}", "[ ]"] {
                let document = |depth: usize| {
                    file(&format!("{before}{}{empty}{}{after}", open.repeat(depth - 1), close.repeat(depth - 1)))
                };
                assert_eq!(verdict(&Assessment::parse(&document(32 - around))), "accepted", "{before}{empty}");
                let refused = Assessment::parse(&document(33 - around)).unwrap_err();
                assert_eq!(refused.code().as_str(), "too-deep", "{before}{empty}");
            }
        }
    }
}

#[test]
fn a_million_levels_are_refused_and_do_not_exhaust_the_stack() {
    for (open, count) in [("[", 1_000_000), ("{\"a\":", 400_000), ("[{\"a\":", 300_000)] {
        let error = Assessment::parse(&file(&format!("\"x\":{}", open.repeat(count)))).unwrap_err();
        assert_eq!(error.code().as_str(), "too-deep");
        let bare = Assessment::parse(&open.repeat(count)).unwrap_err();
        assert!(["too-deep", "wrong-type"].contains(&bare.code().as_str()));
    }
    let closing = Assessment::parse(&format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000))).unwrap_err();
    assert_eq!(closing.code().as_str(), "wrong-type");
    // Where a known member stands it is no other.
    for member in ["requirements", "areas", "documents", "snapshots", "organisation", "statement", "id", "target"] {
        let error = Assessment::parse(&file(&format!("\"{member}\":{}", "[".repeat(100_000)))).unwrap_err();
        assert_eq!(error.code().as_str(), "too-deep", "{member}");
    }
}

#[test]
fn two_mebibytes_are_read_and_one_byte_more_is_not() {
    assert_eq!(MAX_BYTES, 2_097_152);
    let padded = |bytes: usize| {
        let text = file("");
        format!("{text}{}", " ".repeat(bytes - text.len()))
    };
    assert_eq!(verdict(&Assessment::parse(&padded(MAX_BYTES))), "accepted");
    assert_eq!(verdict(&Assessment::parse_bytes(padded(MAX_BYTES).as_bytes())), "accepted");
    assert_eq!(verdict(&Assessment::parse(&padded(MAX_BYTES + 1))), "too-large $");
    assert_eq!(verdict(&Assessment::parse_bytes(padded(MAX_BYTES + 1).as_bytes())), "too-large $");
    assert_eq!(
        verdict(&Assessment::parse_bytes(&vec![0xff; 30_000_000])),
        "too-large $",
        "before anything else is looked at"
    );
}

#[test]
fn ten_thousand_characters_are_read_and_one_more_is_not() {
    assert_eq!(MAX_TEXT, 10_000);
    let fields = [
        (r#""id":"#, "", "$.id"),
        (r#""assessor":"#, "", "$.assessor"),
        (r#""created":"#, "", "$.created"),
        (r#""modified":"#, "", "$.modified"),
        (r#""organisation":{"name":"#, "}", "$.organisation.name"),
        (r#""organisation":{"scope":"#, "}", "$.organisation.scope"),
        (r#""statement":{"version":"#, "}", "$.statement.version"),
        (r#""statement":{"approver":"#, "}", "$.statement.approver"),
        (r#""requirements":{"4.1":{"note":"#, "}}", r#"$.requirements["4.1"].note"#),
        (r#""requirements":{"4.1":{"reason":"#, "}}", r#"$.requirements["4.1"].reason"#),
        (r#""requirements":{"4.1":{"owner":"#, "}}", r#"$.requirements["4.1"].owner"#),
        (r#""requirements":{"4.1":{"modified":"#, "}}", r#"$.requirements["4.1"].modified"#),
        (r#""requirements":{"4.1":{"inclusion":{"note":"#, "}}}", r#"$.requirements["4.1"].inclusion.note"#),
        (r#""requirements":{"4.1":{"evidence":[{"label":"#, "}]}}", r#"$.requirements["4.1"].evidence[0].label"#),
        (r#""requirements":{"4.1":{"evidence":[{},{"href":"#, "}]}}", r#"$.requirements["4.1"].evidence[1].href"#),
        (r#""areas":{"policy":{"note":"#, "}}", "$.areas.policy.note"),
        (r#""documents":{"isms_scope":{"owner":"#, "}}", "$.documents.isms_scope.owner"),
        (r#""documents":{"isms_scope":{"href":"#, "}}", "$.documents.isms_scope.href"),
        (r#""documents":{"isms_scope":{"note":"#, "}}", "$.documents.isms_scope.note"),
        (r#""snapshots":[{"overall":{"low":0,"high":1},"at":"#, "}]", "$.snapshots[0].at"),
        (r#""snapshots":[{"overall":{"low":0,"high":1},"label":"#, "}]", "$.snapshots[0].label"),
    ];
    for (before, after, path) in fields {
        // One to four bytes each, and an escape of six that is one character, or twelve for one.
        for character in ["a", "é", "€", "𝄞", r"\u0041", r"\ud834\udd1e", r"\n"] {
            let is_address = path.ends_with("href");
            if is_address && character == r"\n" {
                continue;
            }
            let start = if is_address { "https://" } else { "" };
            let document =
                |count: usize| file(&format!("{before}\"{start}{}\"{after}", character.repeat(count - start.len())));
            assert_eq!(verdict(&Assessment::parse(&document(MAX_TEXT))), "accepted", "{path} {character}");
            assert_eq!(
                verdict(&Assessment::parse(&document(MAX_TEXT + 1))),
                format!("text-too-long {path}"),
                "{character}"
            );
        }
    }
}

#[test]
fn a_member_that_nobody_knows_may_be_as_long_as_the_file() {
    let text = file(&format!("\"x\":\"{}\"", "y".repeat(1_000_000)));
    assert_eq!(Assessment::parse(&text).unwrap().to_json().len(), text.len() + r#""target":3,"#.len());
}
