//! Strict reading: what is refused, where, and in which words; what is accepted; and the limits.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::assessment::{
    Annotation, Answer, Assessment, DocumentChange, DocumentStatus, EvidenceLink, InclusionChange, InclusionReason,
    OrganisationChange, Resolution, StatementChange,
};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::questionnaire::Target;
use iso27001_readiness::scoring::Report;
use iso27001_readiness::{MAX_BYTES, MAX_DEPTH, MAX_TEXT, ReadinessError, ScoreRange};
use serde_json::Value;
use std::collections::BTreeSet;

const EXAMPLES: [&str; 2] =
    [include_str!("../src/assessment/example_2013.json"), include_str!("../src/assessment/example_2022.json")];

/// The example of the contract (API.md), character by character.
const CONTRACT: &str = r#"{ "format": "iso27001-readiness/assessment", "version": 1,
  "id": "uuid", "edition": "2022", "target": 3,
  "organisation": { "name": "", "headcount": 120, "scope": "" }, "assessor": "",
  "created": "2026-11-23T10:00:00Z", "modified": "2026-11-23T10:00:00Z",
  "requirements": { "4.1": { "answer": 3, "note": "", "owner": "", "due": "2027-01-31",
                             "evidence": [ { "label": "", "href": "" } ], "modified": "…" },
                    "A.7.4": { "answer": "not-applicable", "reason": "no premises" },
                    "A.5.7": { "answer": "unknown" } },
  "areas": { "policy": { "answer": 2 } },
  "documents": { "isms_scope": { "status": "in-force", "owner": "", "href": "", "note": "" } },
  "snapshots": [ { "at": "…", "label": "Q4", "overall": { "low": 4100, "high": 6500 } } ] }"#;

/// A file of 2022 with these further members.
fn file(members: &str) -> String {
    let comma = if members.is_empty() { "" } else { "," };
    format!(r#"{{"format":"iso27001-readiness/assessment","version":1,"edition":"2022"{comma}{members}}}"#)
}

/// `accepted`, or the code and the path of what is wrong.
fn verdict(result: &Result<Assessment, ReadinessError>) -> String {
    match result {
        Ok(_) => String::from("accepted"),
        Err(error) => format!("{} {}", error.code().as_str(), error.subject()),
    }
}

/// Checks rows of a document and its verdict; fails with all that differ.
fn check<D: AsRef<str>>(rows: impl IntoIterator<Item = (D, String)>) {
    let found = rows.into_iter().filter_map(|(document, expected)| {
        let document = document.as_ref();
        let found = verdict(&Assessment::parse(document));
        (found != expected).then(|| {
            let shown: String = document.chars().take(160).collect();
            format!("{shown}\n    expected {expected}\n    found    {found}")
        })
    });
    let found: Vec<_> = found.collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

// The table

/// Members of an otherwise good file of 2022, each with its verdict.
const MEMBERS: &[(&str, &str)] = &[
    // Known members, as they should be.
    ("", "accepted"),
    (r#""target":1"#, "accepted"),
    (r#""target":5"#, "accepted"),
    (r#""requirements":{}"#, "accepted"),
    (r#""requirements":{"4.1":{}}"#, "accepted"),
    (r#""requirements":{"4.1":{"answer":0},"A.8.34":{"answer":5}}"#, "accepted"),
    (r#""requirements":{"A.7.4":{"reason":"no premises","answer":"not-applicable"}}"#, "accepted"),
    (r#""requirements":{"4.1":{"answer":3,"reason":"kept, though nothing is excluded"}}"#, "accepted"),
    (r#""areas":{"policy":{"answer":2},"secure-areas":{"answer":"not-applicable","reason":"none"}}"#, "accepted"),
    (r#""documents":{"isms_scope":{"status":"missing"},"event_logs":{}}"#, "accepted"),
    (r#""snapshots":[{"overall":{"low":0,"high":0}},{"overall":{"low":10000,"high":10000}}]"#, "accepted"),
    (r#""organisation":{"headcount":1}"#, "accepted"),
    (r#""organisation":{"headcount":10000000}"#, "accepted"),
    (r#""requirements":{"A.5.1":{"inclusion":{"because":["law","risk","law"]}}}"#, "accepted"),
    // Members that this version does not know, and names that mean something to JavaScript.
    (r#""x":null,"y":[1,{"z":true}],"":0"#, "accepted"),
    (r#""__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}"#, "accepted"),
    (r#""requirements":{"4.1":{"__proto__":{"answer":5},"toString":0}}"#, "accepted"),
    (r#""requirements":{"__proto__":{"answer":5}}"#, r#"unknown-id $.requirements.__proto__"#),
    (r#""areas":{"constructor":{}}"#, r#"unknown-id $.areas.constructor"#),
    (r#""documents":{"__proto__":{}}"#, r#"unknown-id $.documents.__proto__"#),
    // Duplicate keys, at every depth and however they are spelt.
    (r#""version":1"#, "duplicate-key $.version"),
    (r#""edition":"2013""#, "duplicate-key $.edition"),
    (r#""x":1,"x":1"#, "duplicate-key $.x"),
    (r#""x":1,"\u0078":2"#, "duplicate-key $.x"),
    (r#""__proto__":1,"__proto__":2"#, "duplicate-key $.__proto__"),
    (r#""requirements":{},"requirements":{}"#, "duplicate-key $.requirements"),
    (r#""requirements":{"4.1":{"answer":1},"4.1":{"answer":5}}"#, r#"duplicate-key $.requirements["4.1"]"#),
    (r#""requirements":{"4.1":{"answer":1,"answer":5}}"#, r#"duplicate-key $.requirements["4.1"].answer"#),
    (
        r#""requirements":{"4.1":{"evidence":[{},{"href":"a","href":"b"}]}}"#,
        r#"duplicate-key $.requirements["4.1"].evidence[1].href"#,
    ),
    (r#""x":[[{"a":{"b":1,"b":2}}]]"#, "duplicate-key $.x[0][0].a.b"),
    (r#""snapshots":[{"overall":{"low":0,"high":1,"low":1}}]"#, "duplicate-key $.snapshots[0].overall.low"),
    // Levels.
    (r#""requirements":{"4.1":{"answer":6}}"#, r#"level-out-of-range $.requirements["4.1"].answer"#),
    (r#""requirements":{"4.1":{"answer":7}}"#, r#"level-out-of-range $.requirements["4.1"].answer"#),
    (r#""requirements":{"4.1":{"answer":-1}}"#, r#"level-out-of-range $.requirements["4.1"].answer"#),
    (r#""requirements":{"4.1":{"answer":2.5}}"#, r#"level-out-of-range $.requirements["4.1"].answer"#),
    (r#""requirements":{"4.1":{"answer":1e2}}"#, r#"level-out-of-range $.requirements["4.1"].answer"#),
    (
        r#""requirements":{"4.1":{"answer":18446744073709551616}}"#,
        r#"number-out-of-range $.requirements["4.1"].answer"#,
    ),
    (r#""requirements":{"4.1":{"answer":"3"}}"#, r#"unknown-value $.requirements["4.1"].answer"#),
    (r#""requirements":{"4.1":{"answer":"Unknown"}}"#, r#"unknown-value $.requirements["4.1"].answer"#),
    (r#""requirements":{"4.1":{"answer":""}}"#, r#"unknown-value $.requirements["4.1"].answer"#),
    (r#""requirements":{"4.1":{"answer":null}}"#, r#"wrong-type $.requirements["4.1"].answer"#),
    (r#""requirements":{"4.1":{"answer":true}}"#, r#"wrong-type $.requirements["4.1"].answer"#),
    (r#""requirements":{"4.1":{"answer":[3]}}"#, r#"wrong-type $.requirements["4.1"].answer"#),
    (r#""requirements":{"4.1":{"answer":{"level":3}}}"#, r#"wrong-type $.requirements["4.1"].answer"#),
    (r#""areas":{"policy":{"answer":6}}"#, r#"level-out-of-range $.areas.policy.answer"#),
    // A number is what it says, however it is written.
    (
        r#""requirements":{"4.1":{"answer":-0},"4.2":{"answer":3.0},"4.3":{"answer":30e-1},"4.4":{"answer":0.3E+1}}"#,
        "accepted",
    ),
    // Not applicable.
    (
        r#""requirements":{"4.1":{"answer":"not-applicable","reason":"not for us"}}"#,
        r#"clause-not-applicable $.requirements["4.1"].answer"#,
    ),
    (r#""requirements":{"4.1":{"answer":"not-applicable"}}"#, r#"clause-not-applicable $.requirements["4.1"].answer"#),
    (
        r#""areas":{"policy":{"answer":"not-applicable","reason":"none"}}"#,
        r#"clause-not-applicable $.areas.policy.answer"#,
    ),
    (r#""requirements":{"A.7.4":{"answer":"not-applicable"}}"#, r#"blank-reason $.requirements["A.7.4"].reason"#),
    (
        r#""requirements":{"A.7.4":{"answer":"not-applicable","reason":""}}"#,
        r#"blank-reason $.requirements["A.7.4"].reason"#,
    ),
    (
        r#""requirements":{"A.7.4":{"answer":"not-applicable","reason":" \t\r\n"}}"#,
        r#"blank-reason $.requirements["A.7.4"].reason"#,
    ),
    (
        "\"requirements\":{\"A.7.4\":{\"answer\":\"not-applicable\",\"reason\":\"\u{a0}\u{2003}\u{3000}\"}}",
        r#"blank-reason $.requirements["A.7.4"].reason"#,
    ),
    (r#""areas":{"backup":{"reason":"  ","answer":"not-applicable"}}"#, r#"blank-reason $.areas.backup.reason"#),
    // Ids.
    (r#""requirements":{"A.5.38":{}}"#, r#"unknown-id $.requirements["A.5.38"]"#),
    (r#""requirements":{"A.9.2.3":{"answer":3}}"#, r#"unknown-id $.requirements["A.9.2.3"]"#),
    (r#""requirements":{"9.2":{"answer":3}}"#, r#"unknown-id $.requirements["9.2"]"#),
    (r#""requirements":{"6.1":{}}"#, r#"unknown-id $.requirements["6.1"]"#),
    (r#""requirements":{"a.5.1":{}}"#, r#"unknown-id $.requirements["a.5.1"]"#),
    (r#""requirements":{"A.5.01":{}}"#, r#"unknown-id $.requirements["A.5.01"]"#),
    (r#""requirements":{" 4.1":{}}"#, r#"unknown-id $.requirements[" 4.1"]"#),
    (r#""requirements":{"":{}}"#, r#"unknown-id $.requirements[""]"#),
    (r#""requirements":{"area:policy":{}}"#, r#"unknown-id $.requirements["area:policy"]"#),
    (r#""areas":{"A.9":{"answer":1}}"#, r#"unknown-id $.areas["A.9"]"#),
    (r#""areas":{"area:policy":{}}"#, r#"unknown-id $.areas["area:policy"]"#),
    (r#""documents":{"isms-scope":{}}"#, r#"unknown-id $.documents["isms-scope"]"#),
    // Documents and snapshots.
    (r#""documents":{"isms_scope":{"status":"in force"}}"#, "unknown-value $.documents.isms_scope.status"),
    (r#""documents":{"isms_scope":{"status":""}}"#, "unknown-value $.documents.isms_scope.status"),
    (r#""documents":{"isms_scope":{"status":null}}"#, "wrong-type $.documents.isms_scope.status"),
    (r#""documents":{"isms_scope":"in-force"}"#, "wrong-type $.documents.isms_scope"),
    (r#""snapshots":{}"#, "wrong-type $.snapshots"),
    (r#""snapshots":[{}]"#, "missing-key $.snapshots[0].overall"),
    (r#""snapshots":[{"overall":{"low":1}}]"#, "missing-key $.snapshots[0].overall.high"),
    (r#""snapshots":[{"overall":{"high":1}}]"#, "missing-key $.snapshots[0].overall.low"),
    (r#""snapshots":[{"overall":{"low":0,"high":10001}}]"#, "out-of-range $.snapshots[0].overall.high"),
    (r#""snapshots":[{"overall":{"low":-1,"high":1}}]"#, "out-of-range $.snapshots[0].overall.low"),
    (r#""snapshots":[{"overall":{"low":0.5,"high":1}}]"#, "out-of-range $.snapshots[0].overall.low"),
    (r#""snapshots":[{"overall":{"low":2,"high":1}}]"#, "out-of-range $.snapshots[0].overall"),
    // Types of everything else.
    (r#""requirements":[]"#, "wrong-type $.requirements"),
    (r#""requirements":null"#, "wrong-type $.requirements"),
    (r#""requirements":{"4.1":3}"#, r#"wrong-type $.requirements["4.1"]"#),
    (r#""requirements":{"4.1":{"note":1}}"#, r#"wrong-type $.requirements["4.1"].note"#),
    (r#""requirements":{"4.1":{"evidence":{}}}"#, r#"wrong-type $.requirements["4.1"].evidence"#),
    (
        r#""requirements":{"4.1":{"evidence":["https://example.com"]}}"#,
        r#"wrong-type $.requirements["4.1"].evidence[0]"#,
    ),
    (
        r#""requirements":{"A.5.1":{"inclusion":{"because":"law"}}}"#,
        r#"wrong-type $.requirements["A.5.1"].inclusion.because"#,
    ),
    (
        r#""requirements":{"A.5.1":{"inclusion":{"because":["Law"]}}}"#,
        r#"unknown-value $.requirements["A.5.1"].inclusion.because[0]"#,
    ),
    (r#""organisation":"Example""#, "wrong-type $.organisation"),
    (r#""organisation":{"name":null}"#, "wrong-type $.organisation.name"),
    (r#""statement":[]"#, "wrong-type $.statement"),
    (r#""id":1"#, "wrong-type $.id"),
    (r#""created":1700000000"#, "wrong-type $.created"),
    // Numbers out of bounds.
    (r#""target":0"#, "target-out-of-range $.target"),
    (r#""target":6"#, "target-out-of-range $.target"),
    (r#""target":2.5"#, "target-out-of-range $.target"),
    (r#""target":"3""#, "wrong-type $.target"),
    (r#""target":null"#, "wrong-type $.target"),
    (r#""organisation":{"headcount":0}"#, "out-of-range $.organisation.headcount"),
    (r#""organisation":{"headcount":-5}"#, "out-of-range $.organisation.headcount"),
    (r#""organisation":{"headcount":10000001}"#, "out-of-range $.organisation.headcount"),
    (r#""organisation":{"headcount":4294967297}"#, "out-of-range $.organisation.headcount"),
    (r#""organisation":{"headcount":12.5}"#, "out-of-range $.organisation.headcount"),
    (r#""organisation":{"headcount":"120"}"#, "wrong-type $.organisation.headcount"),
    (r#""organisation":{"headcount":null}"#, "wrong-type $.organisation.headcount"),
    (r#""requirements":{"4.1":{"answer":1e999}}"#, r#"number-out-of-range $.requirements["4.1"].answer"#),
    (r#""organisation":{"headcount":1e999}"#, "number-out-of-range $.organisation.headcount"),
];

/// Whole documents with their verdicts.
const DOCUMENTS: &[(&str, &str)] = &[
    ("", "syntax $"),
    (" \n\t\r ", "syntax $"),
    ("\u{feff}", "syntax $"),
    ("{}", "missing-key $.format"),
    ("[]", "wrong-type $"),
    ("null", "wrong-type $"),
    ("3", "wrong-type $"),
    (r#""assessment""#, "wrong-type $"),
    ("nonsense", "syntax $"),
    ("<html>", "syntax $"),
    ("PK\u{3}\u{4}", "syntax $"),
    (r#"{"version":1,"edition":"2022"}"#, "missing-key $.format"),
    (r#"{"format":"iso27001-readiness/assessment","edition":"2022"}"#, "missing-key $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":1}"#, "missing-key $.edition"),
    (r#"{"format":"iso27001-readiness/result","version":1,"edition":"2022"}"#, "wrong-format $.format"),
    (r#"{"format":"ISO27001-READINESS/ASSESSMENT","version":1,"edition":"2022"}"#, "wrong-format $.format"),
    (r#"{"format":1,"version":1,"edition":"2022"}"#, "wrong-type $.format"),
    (r#"{"format":"iso27001-readiness/assessment","version":2,"edition":"2022"}"#, "newer-version $.version"),
    (
        r#"{"format":"iso27001-readiness/assessment","version":2,"edition":"2031","requirements":[]}"#,
        "newer-version $.version",
    ),
    // Once the format is ours, a newer version is all that is said: what else it holds is not ours to judge.
    (r#"{"format":"iso27001-readiness/assessment","version":2,"edition":2022}"#, "newer-version $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":2,"edition":["2022"],"id":[]}"#, "newer-version $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":2}"#, "newer-version $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":20e-1}"#, "newer-version $.version"),
    (
        r#"{"format":"iso27001-readiness/assessment","version":100000000000000000000,"edition":"2022"}"#,
        "newer-version $.version",
    ),
    (r#"{"format":"iso27001-readiness/assessment","version":1e300,"edition":"2022"}"#, "newer-version $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":3,"x":1,"x":2}"#, "newer-version $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":3,"x":"#, "newer-version $.version"),
    (r#"{"format":"iso27001-readiness/other","version":2,"edition":"2022"}"#, "wrong-format $.format"),
    (r#"{"format":2,"version":2,"edition":"2022"}"#, "wrong-type $.format"),
    (r#"{"format":"iso27001-readiness/assessment","version":-2,"edition":"2022"}"#, "out-of-range $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":-1e30,"edition":"2022"}"#, "out-of-range $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":1e-30,"edition":"2022"}"#, "out-of-range $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":[2],"edition":"2022"}"#, "wrong-type $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":"2e+1","edition":"2022"}"#, "wrong-type $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":0,"edition":"2022"}"#, "out-of-range $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":-1,"edition":"2022"}"#, "out-of-range $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":1.5,"edition":"2022"}"#, "out-of-range $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":"1","edition":"2022"}"#, "wrong-type $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":null,"edition":"2022"}"#, "wrong-type $.version"),
    (r#"{"format":"iso27001-readiness/assessment","version":1.0,"edition":"2022"}"#, "accepted"),
    (r#"{"format":"iso27001-readiness/assessment","version":1,"edition":"2005"}"#, "unknown-edition $.edition"),
    (r#"{"format":"iso27001-readiness/assessment","version":1,"edition":"2022 "}"#, "unknown-edition $.edition"),
    (r#"{"format":"iso27001-readiness/assessment","version":1,"edition":2022}"#, "wrong-type $.edition"),
    // The edition may stand at the end and still decides how ids are read.
    (
        r#"{"requirements":{"A.9.2.3":{"answer":3}},"version":1,"format":"iso27001-readiness/assessment","edition":"2013"}"#,
        "accepted",
    ),
    (
        r#"{"requirements":{"A.5.7":{"answer":3}},"version":1,"format":"iso27001-readiness/assessment","edition":"2013"}"#,
        r#"unknown-id $.requirements["A.5.7"]"#,
    ),
    (
        r#"{"areas":{"A.9":{"answer":3}},"version":1,"format":"iso27001-readiness/assessment","edition":"2013"}"#,
        "accepted",
    ),
    (
        r#"{"documents":{"configuration_baselines":{}},"version":1,"format":"iso27001-readiness/assessment","edition":"2013"}"#,
        "unknown-id $.documents.configuration_baselines",
    ),
];

#[test]
fn each_document_of_the_table_has_its_verdict() {
    assert!(MEMBERS.len() + DOCUMENTS.len() >= 60);
    println!("{} documents with their verdicts", MEMBERS.len() + DOCUMENTS.len());
    check(MEMBERS.iter().map(|(members, verdict)| (file(members), String::from(*verdict))));
    check(DOCUMENTS.iter().map(|(document, verdict)| (*document, String::from(*verdict))));
}

// JSON itself, in the manner of the public JSON test suite (y: must be accepted, n: must be refused, i: either)

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
const N: &[(&str, &str)] = &[
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

/// Addresses, and what is said of each, in calls and in files.
const ADDRESSES: [(&str, bool); 22] = [
    ("", true),
    ("https://example.com/a b?c=d#e", true),
    ("HTTP://EXAMPLE.COM", true),
    ("mailto:isms@example.com", true),
    ("MailTo:a@example.com?subject=x", true),
    ("https://", false),
    ("mailto:", false),
    ("https:example.com", false),
    ("javascript:alert(1)", false),
    ("JavaScript:alert(1)", false),
    (" javascript:alert(1)", false),
    ("java\tscript:alert(1)", false),
    ("data:text/html,x", false),
    ("vbscript:x", false),
    ("file:///etc/passwd", false),
    ("blob:https://example.com/x", false),
    ("//example.com", false),
    ("/path", false),
    ("the safe in the cellar", false),
    (" https://example.com", false),
    ("https://example.com/\n", false),
    ("https\u{ff1a}//example.com", false),
];

#[test]
fn an_address_is_http_https_or_mailto_in_calls_and_in_files() {
    for (address, is_safe) in ADDRESSES {
        let expected = |subject: &str| if is_safe { "accepted".into() } else { format!("unsafe-address {subject}") };
        let quoted = Value::from(address);
        for (member, path) in [
            (
                format!(r#""requirements":{{"4.1":{{"evidence":[{{}},{{"href":{quoted}}}]}}}}"#),
                r#"$.requirements["4.1"].evidence[1].href"#,
            ),
            (
                format!(r#""areas":{{"policy":{{"evidence":[{{"href":{quoted}}}]}}}}"#),
                "$.areas.policy.evidence[0].href",
            ),
            (format!(r#""documents":{{"isms_scope":{{"href":{quoted}}}}}"#), "$.documents.isms_scope.href"),
        ] {
            assert_eq!(verdict(&Assessment::parse(&file(&member))), expected(path), "{address:?}");
        }
        let mut it = Assessment::new(Edition::E2022);
        let evidence = Some(vec![EvidenceLink::new("", ""), EvidenceLink::new("x", address)]);
        let noted = it.annotate("4.1", Annotation { evidence, ..Annotation::default() }, NOW).map(|()| it.clone());
        assert_eq!(verdict(&noted), expected("4.1"), "{address:?}");
        let change = DocumentChange { href: Some(address.into()), ..DocumentChange::default() };
        let set = it.set_document("isms_scope", change, NOW).map(|()| it.clone());
        assert_eq!(verdict(&set), expected("isms_scope"), "{address:?}");
    }
}

#[test]
fn two_addresses_of_a_document_do_not_become_one_that_is_none() {
    let with = |href: &str| {
        let mut it = Assessment::new(Edition::E2022);
        it.set_document("isms_scope", DocumentChange { href: Some(href.into()), ..DocumentChange::default() }, NOW)
            .unwrap();
        it
    };
    let mut it = with("https://one.example");
    it.merge(&with("https://other.example"), &|_| Resolution::Lower, NOW).unwrap();
    let scope = it.document_response(it.document_index("isms_scope").unwrap());
    assert_eq!((scope.href(), scope.note()), ("https://one.example", "https://other.example"));
    assert_eq!(Assessment::parse(&it.to_json()).unwrap(), it);
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

#[test]
fn a_file_that_was_cut_off_anywhere_is_refused() {
    let fixture = include_str!("data/assessment-v1.json");
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

// Bytes

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
                    ("not-utf-8", "the file is UTF-16; save it as UTF-8")
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

// Limits

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

// What can be held can be saved, and what is saved can be read

const NOW: &str = "2026-11-23T10:00:00Z";

/// An assessment whose canonical text is this long, by a member that nobody knows.
fn of_length(bytes: usize) -> Assessment {
    let bare = Assessment::parse(&file(r#""modified":"2026-11-23T10:00:00Z","x":"""#)).unwrap().to_json();
    let text = bare.replace(r#""x":"""#, &format!("\"x\":\"{}\"", "y".repeat(bytes - bare.len())));
    assert_eq!(text.len(), bytes);
    Assessment::parse(&text).unwrap()
}

type Call = Box<dyn Fn(&mut Assessment) -> Result<(), ReadinessError>>;

/// Every change there is, each with a text of this length where it takes one, and its subject when it is refused.
fn changes(length: usize) -> Vec<(&'static str, Call)> {
    let text = move || "n".repeat(length);
    let some = move || Some(text());
    let note = move || Annotation { note: some(), ..Annotation::default() };
    let links = move || Some(vec![EvidenceLink::new(text(), "https://example.com")]);
    let filled = move || {
        let mut other = Assessment::new(Edition::E2022);
        other.annotate("4.1", note(), NOW).unwrap();
        other
    };
    vec![
        ("4.1", Box::new(|a: &mut Assessment| a.respond("4.1", Answer::level(3)?, NOW))),
        ("area:policy", Box::new(|a| a.respond("area:policy", Answer::Unknown, NOW))),
        ("A.7.4", Box::new(move |a| a.exclude("A.7.4", &text(), NOW))),
        ("area:backup", Box::new(move |a| a.exclude_area("backup", &text(), NOW))),
        ("4.1", Box::new(move |a| a.annotate("4.1", note(), NOW))),
        ("4.1", Box::new(move |a| a.annotate("4.1", Annotation { evidence: links(), ..Annotation::default() }, NOW))),
        (
            "A.5.1",
            Box::new(move |a| {
                a.justify("A.5.1", InclusionChange { because: Some(InclusionReason::ALL.to_vec()), note: some() }, NOW)
            }),
        ),
        (
            "isms_scope",
            Box::new(move |a| {
                a.set_document(
                    "isms_scope",
                    DocumentChange {
                        status: Some(Some(DocumentStatus::Draft)),
                        owner: some(),
                        href: None,
                        note: some(),
                    },
                    NOW,
                )
            }),
        ),
        (
            "organisation",
            Box::new(move |a| {
                a.set_organisation(OrganisationChange { name: some(), headcount: Some(Some(64)), scope: None }, NOW)
            }),
        ),
        ("assessor", Box::new(move |a| a.set_assessor(&text(), NOW))),
        (
            "statement",
            Box::new(move |a| a.set_statement(StatementChange { version: some(), ..StatementChange::default() }, NOW)),
        ),
        ("snapshots", Box::new(move |a| a.take_snapshot(&text(), ScoreRange::UNKNOWN, "readiness/2", NOW))),
        ("id", Box::new(move |a| a.identify(&text(), NOW))),
        ("$", Box::new(move |a| a.merge(&filled(), &|_| Resolution::Lower, NOW))),
    ]
}

#[test]
fn a_change_that_would_make_the_file_too_large_is_refused_and_changes_nothing() {
    for (subject, call) in changes(2_000) {
        let before = of_length(MAX_BYTES - 20);
        let mut it = before.clone();
        let error = call(&mut it).unwrap_err();
        assert_eq!((error.code().as_str(), error.subject()), ("too-large", subject));
        assert_eq!(
            error.message(),
            "the file would be larger than 2 MiB and could not be read again: shorten or remove notes or evidence"
        );
        assert_eq!(it, before, "{subject}");
        assert_eq!(it.to_json(), before.to_json(), "{subject}");
    }
    // What fits still fits, to the last byte.
    let mut it = of_length(MAX_BYTES - 20);
    it.set_target(Target::new(5).unwrap(), NOW).unwrap();
    it.set_assessor("abc", NOW).unwrap();
    assert_eq!(it.to_json().len(), MAX_BYTES - 20 + r#""assessor":"abc","#.len());
    it.set_assessor("abcdef", NOW).unwrap();
    assert_eq!(it.to_json().len(), MAX_BYTES);
    assert_eq!(it.set_assessor("abcdefg", NOW).unwrap_err().code().as_str(), "too-large");
    it.set_assessor("", NOW).unwrap();
    assert_eq!(Assessment::parse(&it.to_json()).unwrap(), it);
}

#[test]
fn notes_are_taken_until_the_file_is_full_and_never_lost() {
    // Control characters are the dearest: six bytes each in a file.
    for text in ["\u{1}".repeat(10_000), "n".repeat(10_000), "𝄞".repeat(10_000), "\"".repeat(9_999)] {
        let mut it = Assessment::new(Edition::E2013);
        let (mut taken, mut refused) = (0, 0);
        for requirement in Edition::E2013.requirements().chain(Edition::E2013.requirements()) {
            let before = it.clone();
            let evidence = vec![EvidenceLink::new(text.clone(), ""), EvidenceLink::new(text.clone(), "")];
            let annotation = Annotation { note: Some(text.clone()), evidence: Some(evidence), ..Annotation::default() };
            match it.annotate(requirement.id(), annotation, NOW) {
                Ok(()) => taken += 1,
                Err(error) => {
                    assert_eq!((error.code().as_str(), error.subject()), ("too-large", requirement.id()));
                    assert_eq!(it, before);
                    refused += 1;
                }
            }
        }
        assert!(taken > 5, "{taken}");
        assert!(refused > 0 || taken == 280, "{taken} {refused}");
        let written = it.to_json();
        assert!(written.len() <= MAX_BYTES);
        assert_eq!(Assessment::parse(&written).unwrap(), it);
        // Nothing more of this size fits, but something shorter does, in place of something long.
        it.annotate("4.1", Annotation { note: Some(String::from("short")), ..Annotation::default() }, NOW).unwrap();
        assert!(Assessment::parse(&it.to_json()).unwrap() == it);
    }
}

#[test]
fn a_file_whose_canonical_text_is_too_large_is_refused_and_one_byte_less_is_read() {
    // 1e20 is written in full.
    let numbers = |count: usize| file(&format!("\"x\":[{}]", vec!["1e20"; count].join(",")));
    let canonical = |count: usize| file("\"target\":3,\"x\":[]").len() + count * 21 + count - 1;
    let most = (0..MAX_BYTES).rev().find(|count| canonical(*count) <= MAX_BYTES).unwrap();
    let read = Assessment::parse(&numbers(most)).unwrap();
    assert_eq!(read.to_json().len(), canonical(most));
    assert_eq!(Assessment::parse(&read.to_json()).unwrap(), read);
    assert!(numbers(most + 1).len() < MAX_BYTES / 4);
    assert_eq!(verdict(&Assessment::parse(&numbers(most + 1))), "too-large $");
}

#[test]
fn carrying_over_is_refused_when_all_together_is_too_large() {
    // The note of one requirement of 2013 goes to both that it became in 2022.
    let carried = |length: usize| {
        let text = of_length(length).to_json().replace("\"2022\"", "\"2013\"");
        let mut old = Assessment::parse(&text).unwrap();
        old.annotate("9.2", Annotation { note: Some("n".repeat(1_000)), ..Annotation::default() }, NOW).unwrap();
        old.carry_over(NOW)
    };
    let (next, _) = carried(MAX_BYTES - 3_000).unwrap();
    assert_eq!(Assessment::parse(&next.to_json()).unwrap(), next);
    let error = carried(MAX_BYTES - 1_200).unwrap_err();
    assert_eq!((error.code().as_str(), error.subject()), ("too-large", "$"));
}

/// The same JSON, laid out by serde_json.
fn canonical(text: &str) -> String {
    serde_json::from_str::<Value>(text).unwrap().to_string()
}

#[test]
fn what_a_snapshot_holds_besides_its_ends_is_written_back() {
    let text = file(
        r#""target":3,"snapshots":[{"at":"t","label":"l","z":1,"overall":{"low":1,"high":2,"middle":[1.5],"a":null}}]"#,
    );
    let assessment = Assessment::parse(&text).unwrap();
    assert_eq!(canonical(&assessment.to_json()), canonical(&text));
    let twice = text.replace(r#""a":null"#, r#""a":null,"a":1"#);
    assert_eq!(verdict(&Assessment::parse(&twice)), "duplicate-key $.snapshots[0].overall.a");
    // Merging keeps it, and a snapshot that differs in it alone is another.
    let mut merged = Assessment::parse(&text.replace("1.5", "2.5")).unwrap();
    merged.merge(&assessment, &|_| Resolution::Lower, NOW).unwrap();
    assert_eq!(merged.snapshots().len(), 2);
}

#[test]
fn equal_means_the_same_canonical_text() {
    let one = Assessment::parse(&file(r#""b":1,"a":{"d":1,"c":2},"organisation":{"y":1,"x":2}"#)).unwrap();
    let other = Assessment::parse(&file(r#""organisation":{"x":2,"y":1},"a":{"c":2,"d":1},"b":1,"id":"""#)).unwrap();
    assert_eq!(one, other);
    assert_eq!(one.to_json(), other.to_json());
    assert_eq!(Assessment::parse(&one.to_json()).unwrap(), one);
    for different in
        [r#""b":2,"a":{"d":1,"c":2},"organisation":{"y":1,"x":2}"#, r#""b":1,"organisation":{"y":1,"x":2}"#]
    {
        assert_ne!(Assessment::parse(&file(different)).unwrap(), one);
    }
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

#[test]
fn a_time_is_one_of_rfc_3339_or_empty() {
    let at = |now: &str| Assessment::new(Edition::E2022).respond("4.1", Answer::Unknown, now);
    for now in ["", NOW, "2026-11-23T10:00:00.123Z", "2024-02-29T23:59:60+14:00", "0001-01-01T00:00:00.000000001-00:30"]
    {
        at(now).unwrap();
    }
    let long = "2".repeat(10_001);
    let fraction = format!("2026-11-23T10:00:00.{}Z", "1".repeat(40));
    for now in [
        " ",
        "now",
        "2026-11-23",
        "2026-02-30T10:00:00Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T10:60:00Z",
        "2026-11-23T10:00:61Z",
        "2026-11-23T10:00Z",
        "2026-11-23T10:00:00",
        "2026-11-23T10:00:00.Z",
        "2026-11-23T10:00:00..1Z",
        "2026-11-23 10:00:00Z",
        "2026-11-23T10:00:00Z ",
        "2026-11-23T-1:00:00Z",
        "2026-11-23T10:00:00+0100",
        "2026-11-23T10:00:00+24:00",
        "2026-11-23T1𝄞:00Z",
        &long,
        &fraction,
    ] {
        let error = at(now).unwrap_err();
        assert_eq!((error.code().as_str(), error.subject()), ("bad-date", "now"), "{now}");
        assert_eq!(error.message(), "expected a time like 2026-11-23T10:00:00Z");
    }
    let mut it = Assessment::new(Edition::E2022);
    assert_eq!(it.identify("id", "today").unwrap_err().code().as_str(), "bad-date");
    assert_eq!(it.merge(&it.clone(), &|_| Resolution::Lower, "today").unwrap_err().code().as_str(), "bad-date");
    assert_eq!(it.carry_over("today").map(|_| ()).unwrap_err().code().as_str(), "bad-date");
    assert_eq!(it, Assessment::new(Edition::E2022));
}

// Dates

#[test]
fn a_due_date_is_a_day_of_the_calendar_or_empty() {
    let due =
        |date: &str| verdict(&Assessment::parse(&file(&format!(r#""requirements":{{"4.1":{{"due":"{date}"}}}}"#))));
    for date in ["", "2026-01-31", "2026-12-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
        assert_eq!(due(date), "accepted", "{date}");
    }
    for date in [
        "2026-02-30",
        "2026-02-29",
        "2023-02-29",
        "1900-02-29",
        "2100-02-29",
        "2026-04-31",
        "2026-00-10",
        "2026-13-01",
        "2026-01-00",
        "2026-01-32",
        "2026-1-1",
        "26-01-01",
        "2026/01/01",
        "01.02.2026",
        "2026-01-01T00:00:00Z",
        " 2026-01-01",
        "2026-01-01 ",
        "2026-01-0a",
        "-026-01-01",
        "+026-01-01",
        "2026-+1-01",
        "20260101",
        "2026-01",
        "tomorrow",
        "２０２６-01-01",
        "2026–01–01",
        "20é6-01-01",
    ] {
        assert_eq!(due(date), r#"bad-date $.requirements["4.1"].due"#, "{date}");
    }
    let statement = Assessment::parse(&file(r#""statement":{"date":"2026-02-30"}"#));
    assert_eq!(verdict(&statement), "bad-date $.statement.date");
    let area = Assessment::parse(&file(r#""areas":{"policy":{"due":"soon"}}"#));
    assert_eq!(verdict(&area), "bad-date $.areas.policy.due");
}

// Words

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
            r#"$.requirements["4.1"].answer: a clause cannot be not applicable; only controls of Annex A can"#,
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
        (file(r#""x":1,"x":2"#), "$.x: this key stands twice in one object"),
        (file(r#""x":"\ud800""#), "$.x: half of a surrogate pair stands alone"),
        (file(r#""x":1e999"#), "$.x: a number out of range"),
        (String::from("{}"), r#"$.format: expected "iso27001-readiness/assessment""#),
        (String::from("[]"), "$: expected an object"),
        (
            file("").replace(":1", ":2"),
            "$.version: this file was written by a newer version of this tool: open it there; this one reads version 1",
        ),
        (file("").replace(":1", ":0"), "$.version: expected the version of the file format, 1"),
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

// Whole files

#[test]
fn the_example_of_the_contract_is_accepted_and_means_what_it_says() {
    let assessment = Assessment::parse(CONTRACT).unwrap();
    assert_eq!((assessment.edition(), assessment.target().number()), (Edition::E2022, 3));
    assert_eq!((assessment.id(), assessment.organisation().headcount), ("uuid", Some(120)));
    let response = |id| assessment.response(Edition::E2022.requirement(id).unwrap());
    assert_eq!(response("4.1").answer(), Some(Answer::level(3).unwrap()));
    assert_eq!((response("4.1").due(), response("4.1").evidence().len()), ("2027-01-31", 1));
    assert_eq!((response("A.7.4").answer(), response("A.7.4").reason()), (Some(Answer::NotApplicable), "no premises"));
    assert_eq!(response("A.5.7").answer(), Some(Answer::Unknown));
    let policy = Edition::E2022.area_index("policy").unwrap();
    assert_eq!(assessment.area_response(policy).answer(), Some(Answer::level(2).unwrap()));
    assert_eq!(assessment.document_response(0).status(), Some(DocumentStatus::InForce));
    let snapshot = assessment.snapshots().first().unwrap();
    assert_eq!((snapshot.label.as_str(), snapshot.overall.low(), snapshot.overall.high()), ("Q4", 4100, 6500));
}

#[test]
fn the_built_in_examples_are_read_and_written_back_whole() {
    for (edition, text) in Edition::ALL.into_iter().zip(EXAMPLES) {
        let assessment = Assessment::parse(text).unwrap();
        assert_eq!(Assessment::example(edition).unwrap(), assessment);
        assert_eq!(assessment.edition(), edition);
        let [read, written] = [text, &assessment.to_json()].map(|text| serde_json::from_str::<Value>(text).unwrap());
        assert_eq!(read, written);
    }
}

// A fixture of every released version, for ever: these tests are added to, never changed.

#[test]
fn a_file_of_version_1_is_read_for_ever() {
    let text = include_str!("data/assessment-v1.json");
    let assessment = Assessment::parse(text).unwrap();
    assert_eq!((assessment.edition(), assessment.target().number()), (Edition::E2022, 4));
    assert_eq!(assessment.id(), "0b7f6c2e-54a1-4d9e-8f3b-9a1c27d4e605");
    assert_eq!(assessment.organisation().name, "Example & Söhne <GmbH> \u{202e}🔒");
    assert_eq!(assessment.organisation().headcount, Some(120));
    assert_eq!(assessment.organisation().scope, "Two sites.\nOne \"hosted\" product.");
    assert_eq!((assessment.assessor(), assessment.created()), ("=1+1", "2026-01-05T08:00:00Z"));
    assert_eq!(assessment.modified(), "2026-11-23T10:00:00Z");
    let statement = assessment.statement();
    assert_eq!([&statement.version, &statement.approver, &statement.date], ["1.0", "Managing Director", "2026-11-20"]);

    let response = |id| assessment.response(Edition::E2022.requirement(id).unwrap());
    let level = |number| Some(Answer::level(number).unwrap());
    let context = response("4.1");
    assert_eq!((context.answer(), context.note(), context.owner()), (level(3), "Workshop in June.", "CISO"));
    assert_eq!((context.due(), context.modified()), ("2027-01-31", "2026-06-12T09:30:00Z"));
    let links: Vec<_> = context.evidence().iter().map(|link| (link.label.as_str(), link.href.as_str())).collect();
    let expected =
        [("Context paper", "https://example.com/context"), ("On paper only", ""), ("", "mailto:isms@example.com")];
    assert_eq!(links, expected);
    assert_eq!([response("4.2").answer(), response("5.2").answer()], [level(0), level(5)]);
    assert_eq!(response("6.3").answer(), Some(Answer::Unknown));
    assert_eq!((response("9.1").answer(), response("9.1").note()), (None, "Not answered yet, but a note stands here."));
    assert_eq!(response("A.5.1").inclusion().because(), InclusionReason::ALL);
    assert_eq!(response("A.5.1").inclusion().note(), "Asked for by all.");
    assert_eq!(response("A.5.7").provenance(), ["Alex: 2", "Sam: unknown"]);
    assert_eq!((response("A.7.4").answer(), response("A.7.4").reason()), (Some(Answer::NotApplicable), "no premises"));
    assert_eq!((response("A.8.30").reason(), response("A.8.30").owner()), ("nobody develops for us", "Head of IT"));

    let area = |key| assessment.area_response(Edition::E2022.area_index(key).unwrap());
    assert_eq!([area("policy").answer(), area("cryptography").answer()], [level(2), level(3)]);
    assert_eq!(area("improvement").answer(), Some(Answer::Unknown));
    assert_eq!(
        (area("secure-areas").answer(), area("secure-areas").reason()),
        (Some(Answer::NotApplicable), "everybody works from home")
    );

    let document = |key| assessment.document_response(assessment.document_index(key).unwrap());
    let scope = document("isms_scope");
    assert_eq!((scope.status(), scope.owner()), (Some(DocumentStatus::InForce), "CISO"));
    assert_eq!((scope.href(), scope.note()), ("https://example.com/scope", "2.0"));
    assert_eq!(document("security_policy").status(), Some(DocumentStatus::Draft));
    assert_eq!(document("event_logs").status(), Some(DocumentStatus::Missing));
    assert_eq!(
        (document("asset_inventory").status(), document("asset_inventory").note()),
        (None, "Somewhere on the wiki.")
    );

    let kept: Vec<_> =
        assessment.snapshots().iter().map(|s| (s.label.as_str(), s.overall.low(), s.overall.high())).collect();
    assert_eq!(kept, [("Q2", 0, 10_000), ("Q3", 812, 9433)]);

    assert!(assessment.snapshots().iter().all(|snapshot| snapshot.method.is_none()), "scored by readiness/1");

    let overall = Report::of(&assessment).overall;
    assert_eq!((overall.low(), overall.high()), (513, 9265), "by readiness/2");
    let [read, written] = [text, &assessment.to_json()].map(|text| serde_json::from_str::<Value>(text).unwrap());
    assert_eq!(read, written, "nothing is lost on the way");
}
