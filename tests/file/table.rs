//! Whole documents and members of one, each with its verdict.

use crate::given::{check, file};

/// Members of an otherwise good file of 2022, each with its verdict.
pub const MEMBERS: &[(&str, &str)] = &[
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
pub const DOCUMENTS: &[(&str, &str)] = &[
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
