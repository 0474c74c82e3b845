//! In which words a file is refused, and with what subject.

use crate::given::{NOW, file};
use crate::json::N;
use crate::table::{DOCUMENTS, MEMBERS};
use iso27001_readiness::MAX_BYTES;
use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::catalog::Edition;
use std::collections::BTreeSet;

fn message(document: &str) -> String {
    Assessment::parse(document).unwrap_err().to_string()
}

#[test]
fn the_usual_mistakes_are_told_in_these_words() {
    for (document, expected) in [
        (
            file(r#""requirements":{"4.1":{"answer":7}}"#),
            r#"$.requirements["4.1"].answer: expected a level from 0 to 5"#,
        ),
        (
            file(r#""requirements":{"4.1":{"answer":"3"}}"#),
            r#"$.requirements["4.1"].answer: expected a level from 0 to 5, "unknown" or "not-applicable""#,
        ),
        (
            file(r#""requirements":{"4.1":{"answer":"not-applicable","reason":"x"}}"#),
            r#"$.requirements["4.1"].answer: a clause cannot be not applicable: only controls of Annex A can"#,
        ),
        (
            file(r#""requirements":{"A.7.4":{"answer":"not-applicable","reason":" "}}"#),
            r#"$.requirements["A.7.4"].reason: not applicable needs a reason that is not blank"#,
        ),
        (
            file(r#""requirements":{"A.9.2.3":{}}"#),
            r#"$.requirements["A.9.2.3"]: expected the id of a requirement of this edition"#,
        ),
        (file(r#""areas":{"A.9":{}}"#), r#"$.areas["A.9"]: expected the key of an area of this edition"#),
        (
            file(r#""documents":{"scope":{}}"#),
            "$.documents.scope: expected the key of a document that this edition asks for",
        ),
        (
            file(r#""documents":{"isms_scope":{"status":"done"}}"#),
            r#"$.documents.isms_scope.status: expected "missing", "draft" or "in-force""#,
        ),
        (
            file(r#""requirements":{"4.1":{"due":"31.01.2027"}}"#),
            r#"$.requirements["4.1"].due: expected a date of the form YYYY-MM-DD"#,
        ),
        (
            file(r#""organisation":{"headcount":0}"#),
            "$.organisation.headcount: expected a headcount from 1 to 10,000,000",
        ),
        (file(r#""target":6"#), "$.target: expected a target from 1 to 5"),
        (file(r#""target":"3""#), "$.target: expected a number"),
        (file(r#""requirements":[]"#), "$.requirements: expected an object"),
        (file(r#""snapshots":{}"#), "$.snapshots: expected an array"),
        (file(r#""id":1"#), "$.id: expected a text"),
        (file(r#""x":1,"x":2"#), "$.x: expected each key once: this object has it twice"),
        (file(r#""x":"\ud800""#), "$.x: expected both halves of a surrogate pair: a character is cut in two"),
        (file(r#""x":1e999"#), "$.x: a number out of range"),
        (String::from("{}"), r#"$.format: expected "iso27001-readiness/assessment""#),
        (String::from("[]"), "$: expected an object"),
        (
            file("").replace(":1", ":2"),
            "$.version: a newer version of this tool wrote this file: open it there, since this one reads version 1",
        ),
        (file("").replace(":1", ":0"), "$.version: expected version 1 of the file format"),
        (file("").replace("2022", "2005"), r#"$.edition: expected "2013" or "2022""#),
        (String::new(), "$: the text ends where a value should be (line 1, column 1)"),
        (String::from("{\n  \"x\": tru\n}"), "$.x: a value expected (line 2, column 8)"),
        (String::from("{\r\n\"é€𝄞\": 1 2}"), "$: a comma or a closing brace expected (line 2, column 10)"),
        (
            String::from("{\"x\": [1, 2"),
            "$.x: the text ends where a comma or a closing bracket should be (line 1, column 12)",
        ),
        (
            String::from("{\"x\": \"a\tb\"}"),
            "$.x: an escape in place of this control character expected (line 1, column 9)",
        ),
        (String::from("{x: 1}"), "$: a key in quotes expected (line 1, column 2)"),
    ] {
        assert_eq!(message(&document), expected);
    }
    let long = "x".repeat(10_001);
    assert_eq!(message(&file(&format!("\"id\":\"{long}\""))), "$.id: a text field has at most 10,000 characters");
    assert_eq!(message(&" ".repeat(MAX_BYTES + 1)), "$: the file is larger than 2 MiB");
    let deep = message(&file(&format!("\"x\":{}", "[".repeat(40))));
    assert_eq!(deep, format!("$.x{}: objects and arrays are nested more than 32 deep", "[0]".repeat(31)));
}

#[test]
fn a_message_says_what_was_expected_and_blames_nobody() {
    let documents = MEMBERS.iter().map(|(members, _)| file(members));
    let documents = documents.chain(N.iter().map(|(value, _)| file(&format!("\"x\":{value}"))));
    let documents = documents.chain(DOCUMENTS.iter().map(|(document, _)| String::from(*document)));
    let mut codes = BTreeSet::new();
    for error in documents.filter_map(|document| Assessment::parse(&document).err()) {
        let message = error.message();
        assert!(message.starts_with(char::is_lowercase) && !message.ends_with('.'), "{message}");
        for word in ["invalid", "illegal", "please", "oops", "error", "failed", "you", "bad"] {
            assert!(!message.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|w| w == word), "{message}");
        }
        assert!(error.subject().starts_with('$'), "{error}");
        codes.insert(error.code().as_str());
    }
    let expected = [
        "blank-reason",
        "clause-not-applicable",
        "duplicate-key",
        "level-out-of-range",
        "lone-surrogate",
        "missing-key",
        "newer-version",
        "number-out-of-range",
        "out-of-range",
        "syntax",
        "target-out-of-range",
        "unknown-edition",
        "unknown-id",
        "unknown-value",
        "wrong-format",
        "wrong-type",
    ];
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn a_subject_has_at_most_two_hundred_characters() {
    for character in ["k", "é", "𝄞", "\\n"] {
        let key = character.repeat(100_000);
        let error = Assessment::parse(&file(&format!("\"requirements\":{{\"{key}\":{{}}}}"))).unwrap_err();
        assert_eq!(error.code().as_str(), "unknown-id");
        assert_eq!(error.subject().chars().count(), 200);
        assert!(error.subject().starts_with("$.requirements") && error.subject().ends_with('…'));
        let error = Assessment::new(Edition::E2022).clear(&key, NOW).unwrap_err();
        assert_eq!(error.subject(), format!("{}…", key.chars().take(199).collect::<String>()));
    }
    let exact = "k".repeat(200);
    assert_eq!(Assessment::new(Edition::E2022).clear(&exact, NOW).unwrap_err().subject(), exact);
}
