//! Hostile input by the hundred thousand: nothing panics, and whatever is read is written back the same.
//!
//! `FUZZ_INPUTS` says how many inputs, `FUZZ_SEED` which ones (else always the same). An input that made a test fail is
//! kept under `tests/fuzz/` and is tried first from then on.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::assessment::{
    Annotation, Answer, Assessment, DocumentChange, DocumentStatus, EvidenceLink, InclusionChange, InclusionReason,
    OrganisationChange, StatementChange,
};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::catalog_json::digest;
use iso27001_readiness::output::envelope::{self, verify};
use iso27001_readiness::output::sha256::sha256;
use iso27001_readiness::questionnaire::Target;
use iso27001_readiness::scoring::{Plan, Report, Scores};
use iso27001_readiness::{ReadinessError, ScoreRange};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

const EVERY_DAY: u64 = 200_000;

fn from_environment(names: &[&str], otherwise: u64) -> u64 {
    names.iter().find_map(|name| std::env::var(name).ok()?.parse().ok()).unwrap_or(otherwise)
}

/// How many inputs of a sort to try: a share of all, since some sorts cost more.
fn inputs(share: u64) -> u64 {
    from_environment(&["FUZZ_INPUTS", "FUZZ_CASES"], EVERY_DAY).div_ceil(share)
}

/// SplitMix64: small, seeded, and good enough to vary bytes.
struct Random(u64);

impl Random {
    fn of(test: u64) -> Self {
        Self(from_environment(&["FUZZ_SEED"], 27001).wrapping_mul(1_000_003).wrapping_add(test))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Under `end`; 0 if that is 0.
    fn under(&mut self, end: usize) -> usize {
        let place = u128::from(self.next()).wrapping_mul(u128::try_from(end).unwrap()) >> 64;
        usize::try_from(place).unwrap()
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.under(n) == 0
    }

    fn of_these<'a, T: ?Sized>(&mut self, these: &[&'a T]) -> &'a T {
        these.get(self.under(these.len())).unwrap()
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.next() & 0xff).unwrap()
    }
}

// Where inputs come from

const FIXTURE: &str = include_str!("data/assessment-v1.json");
const SMALL: [&str; 4] = [
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
const TOKENS: [&str; 96] = [
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

fn base(random: &mut Random) -> &'static str {
    const EXAMPLES: [&str; 2] =
        [include_str!("../src/assessment/example_2013.json"), include_str!("../src/assessment/example_2022.json")];
    match random.under(100) {
        0 => random.of_these(&EXAMPLES),
        1..8 => FIXTURE,
        _ => random.of_these(&SMALL),
    }
}

/// The pieces of a JSON text: strings, words and numbers, single signs; white space stays with what follows.
fn pieces(text: &str) -> Vec<&str> {
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

/// Changes whole pieces, so that much of what comes out is JSON still.
fn by_pieces(random: &mut Random) -> Vec<u8> {
    let mut pieces = pieces(base(random));
    for _ in 0..=random.under(3) {
        let (one, other) = (random.under(pieces.len()), random.under(pieces.len()));
        match random.under(7) {
            0 => drop(pieces.remove(one)),
            1 => pieces.swap(one, other),
            2 => pieces.insert(one, random.of_these(&TOKENS)),
            3 | 4 => *pieces.get_mut(one).unwrap() = random.of_these(&TOKENS),
            5 => *pieces.get_mut(one).unwrap() = pieces.get(other).copied().unwrap(),
            _ => {
                let run: Vec<_> = pieces.get(one.min(other)..one.max(other)).unwrap().to_vec();
                let run = run.into_iter().take(24).collect::<Vec<_>>();
                pieces.splice(one..one, run);
            }
        }
        if pieces.is_empty() {
            break;
        }
    }
    pieces.concat().into_bytes()
}

/// Puts another value of the same sort in the place of one: the result is JSON, and often an assessment.
fn by_values(random: &mut Random) -> Vec<u8> {
    const KEYS: [&str; 12] = [
        "\"x\"",
        "\"answer\"",
        "\"note\"",
        "\"4.1\"",
        "\"A.5.1\"",
        "\"A.8.34\"",
        "\"A.10.1.1\"",
        "\"policy\"",
        "\"backup\"",
        "\"isms_scope\"",
        "\"\"",
        "\"__proto__\"",
    ];
    const VALUES: [&str; 24] = [
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "-1",
        "3.0",
        "50e-1",
        "1e400",
        "\"unknown\"",
        "\"not-applicable\"",
        "\"in-force\"",
        "\"draft\"",
        "\"\"",
        "\" \"",
        "null",
        "true",
        "[]",
        "{}",
        "[1,{\"a\":[]}]",
        "\"2026-12-31\"",
        "\"\\u0041\\ud83d\\udd12\"",
    ];
    let mut pieces = pieces(base(random));
    for _ in 0..=random.under(4) {
        let after_colon = |place: usize| place.checked_sub(1).and_then(|p| pieces.get(p)) == Some(&":");
        let chosen = random.under(pieces.len());
        let scalar = |place: usize| pieces.get(place).is_some_and(|piece| !"{}[],:".contains(piece.trim()));
        let Some(place) = (chosen..pieces.len()).chain(0..chosen).find(|place| scalar(*place)) else { break };
        let value = after_colon(place) || random.one_in(4);
        *pieces.get_mut(place).unwrap() = if value { random.of_these(&VALUES) } else { random.of_these(&KEYS) };
    }
    pieces.concat().into_bytes()
}

/// Changes bytes, without regard for what they mean.
fn by_bytes(random: &mut Random) -> Vec<u8> {
    let mut bytes = base(random).as_bytes().to_vec();
    for _ in 0..=random.under(5) {
        if bytes.is_empty() {
            break;
        }
        let (one, other) = (random.under(bytes.len()), random.under(bytes.len()));
        let (from, to) = (one.min(other), one.max(other));
        match random.under(9) {
            0 => *bytes.get_mut(one).unwrap() ^= 1_u8.wrapping_shl(u32::from(random.byte() % 8)),
            1 => *bytes.get_mut(one).unwrap() = random.byte(),
            2 => bytes.insert(one, random.byte()),
            3 => drop(bytes.remove(one)),
            4 => drop(bytes.drain(from..to.min(from.saturating_add(40)))),
            5 => bytes.truncate(one),
            6 => bytes.swap(one, other),
            7 => {
                let run: Vec<u8> = bytes.get(from..to.min(from.saturating_add(60))).unwrap().to_vec();
                bytes.splice(one..one, run);
            }
            _ => drop(bytes.splice(one..one, random.of_these(&TOKENS).bytes())),
        }
    }
    bytes
}

/// Puts the head of one file before the tail of another.
fn by_splicing(random: &mut Random) -> Vec<u8> {
    let (one, other) = (pieces(base(random)), pieces(base(random)));
    let (head, tail) = (random.under(one.len()), random.under(other.len()));
    one.into_iter().take(head).chain(other.into_iter().skip(tail)).collect::<String>().into_bytes()
}

/// Something that was never a file.
fn from_nothing(random: &mut Random) -> Vec<u8> {
    let length = random.under(300);
    match random.under(4) {
        0 => (0..length).map(|_| random.byte()).collect(),
        1 => (0..length)
            .map(|_| *random.of_these(&[&b'{', &b'}', &b'[', &b']', &b',', &b':', &b'"', &b'\\', &b'0', &b'u', &b' ']))
            .collect(),
        2 => (0..length / 4).flat_map(|_| random.of_these(&TOKENS).bytes()).collect(),
        _ => {
            let head = SMALL.first().unwrap().trim_end_matches('}');
            let noise: String = (0..length / 8).map(|_| random.of_these(&TOKENS)).collect();
            format!("{head},\"x\":{noise}").into_bytes()
        }
    }
}

/// A file whose members and unknown values are made up from a grammar: nearly always JSON.
fn by_grammar(random: &mut Random) -> Vec<u8> {
    fn value(random: &mut Random, depth: usize, out: &mut String) {
        match random.under(if depth > 4 { 5 } else { 8 }) {
            0 => out.push_str(random.of_these(&["null", "true", "false"])),
            1 => out.push_str(random.of_these(&[
                "0",
                "-0",
                "3",
                "12.50",
                "1e5",
                "-1E-7",
                "123456789012345678",
                "0.000001",
                "1e21",
            ])),
            2..5 => text(random, out),
            5 | 6 => {
                out.push('[');
                for index in 0..random.under(4) {
                    out.push_str(if index > 0 { "," } else { "" });
                    value(random, depth.saturating_add(1), out);
                }
                out.push(']');
            }
            _ => {
                out.push('{');
                for index in 0..random.under(4) {
                    out.push_str(if index > 0 { ",\"" } else { "\"" });
                    out.push_str(&index.to_string());
                    out.push_str(random.of_these(&["", "a", "é", "\\u0000", "__proto__", "\\n"]));
                    out.push_str("\":");
                    value(random, depth.saturating_add(1), out);
                }
                out.push('}');
            }
        }
    }
    fn text(random: &mut Random, out: &mut String) {
        out.push('"');
        for _ in 0..random.under(6) {
            let plain = char::from_u32(u32::try_from(random.under(0x3000)).unwrap())
                .filter(|c| *c >= ' ' && !"\"\\".contains(*c));
            match plain {
                Some(character) if random.one_in(2) => out.push(character),
                _ => out.push_str(random.of_these(&[
                    "\\n",
                    "\\u0000",
                    "\\ud834\\udd1e",
                    "\\/",
                    "\\\"",
                    "\\\\",
                    "\u{202e}",
                    "=1+1",
                    "<b>",
                    "\u{7f}",
                ])),
            }
        }
        out.push('"');
    }
    let mut out = String::from(SMALL.first().unwrap().trim_end_matches('}'));
    for (name, chance) in [
        ("x", 2),
        ("organisation", 3),
        ("requirements", 2),
        ("id", 3),
        ("snapshots", 5),
        ("areas", 3),
        ("documents", 4),
    ] {
        if !random.one_in(chance) {
            continue;
        }
        out.push_str(",\"");
        out.push_str(name);
        out.push_str("\":");
        match name {
            "x" => value(random, 0, &mut out),
            "id" => text(random, &mut out),
            "organisation" => {
                out.push_str("{\"name\":");
                text(random, &mut out);
                out.push_str(",\"y\":");
                value(random, 1, &mut out);
                out.push('}');
            }
            "snapshots" => out.push_str("[{\"overall\":{\"low\":1,\"high\":2},\"q\":[]}]"),
            _ => {
                let key = match name {
                    "areas" => random.of_these(&["policy", "backup", "secure-areas", "nowhere"]),
                    "documents" => random.of_these(&["isms_scope", "event_logs", "nothing"]),
                    _ => random.of_these(&["4.1", "A.5.1", "A.7.4", "10.2", "A.9.2.3"]),
                };
                out.push_str(&format!("{{\"{key}\":{{\"note\":"));
                text(random, &mut out);
                let (member, word) = random.of_these(&[
                    &("answer", "3"),
                    &("answer", "\"unknown\""),
                    &("answer", "\"not-applicable\",\"reason\":\"r\""),
                    &("status", "\"draft\""),
                    &("zz", "[{}]"),
                ]);
                out.push_str(&format!(",\"{member}\":{word}}}}}"));
            }
        }
    }
    out.push('}');
    out.into_bytes()
}

type Source = fn(&mut Random) -> Vec<u8>;
const SOURCES: [(&str, Source); 6] = [
    ("pieces", by_pieces),
    ("values", by_values),
    ("bytes", by_bytes),
    ("splices", by_splicing),
    ("nothing", from_nothing),
    ("grammar", by_grammar),
];

// What must hold

/// Keeps an input that makes a test fail.
struct Keep<'a>(&'a str, &'a [u8]);

fn kept() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fuzz"))
}

impl Drop for Keep<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let Self(test, input) = *self;
            let sum = input.iter().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte)));
            let path = kept().join(format!("{test}-{sum:08x}.bin"));
            let written = std::fs::create_dir_all(kept()).and_then(|()| std::fs::write(&path, input));
            eprintln!("{written:?} {}\n{}", path.display(), String::from_utf8_lossy(input));
        }
    }
}

/// Refused with a message, or read; and what was read comes back the same, and has a report.
fn refused_or_round_trips(input: &[u8]) -> &'static str {
    let assessment = match Assessment::parse_bytes(input) {
        Ok(assessment) => assessment,
        Err(error) => return refused(&error),
    };
    let text = assessment.to_json();
    let again = Assessment::parse(&text).unwrap();
    assert_eq!(again.to_json(), text);
    assert_eq!((again.edition(), again.target()), (assessment.edition(), assessment.target()));
    for requirement in assessment.edition().requirements() {
        assert_eq!(again.effective_answer(requirement), assessment.effective_answer(requirement));
    }
    let overall = Scores::of(&assessment).overall();
    assert!(overall.low() <= overall.high() && overall.high() <= 10_000);
    assert_eq!(Scores::of(&again).overall(), overall);
    "accepted"
}

fn refused(error: &ReadinessError) -> &'static str {
    assert!(!error.message().is_empty() && error.subject().starts_with('$'), "{error}");
    error.code().as_str()
}

#[test]
fn fuzz_every_file_is_refused_or_comes_back_the_same() {
    let (count, start) = (inputs(1), Instant::now());
    let mut verdicts = BTreeMap::<(&str, &str), u64>::new();
    let mut random = Random::of(1);
    for _ in 0..count {
        let (name, source) = *random.of_these(&SOURCES.each_ref());
        let input = source(&mut random);
        let keep = Keep("file", &input);
        *verdicts.entry((name, refused_or_round_trips(&input))).or_default() += 1;
        drop(keep);
    }
    let seconds = start.elapsed().as_secs().max(1);
    println!("{count} inputs in {seconds} s, {} a second", count / seconds);
    for ((source, verdict), times) in &verdicts {
        println!("{source:<10}{verdict:<24}{times:>10}");
    }
    if count >= 10_000 {
        // A fuzzer whose inputs all fail at the first byte tries nothing.
        let times =
            |wanted: &str| verdicts.iter().filter(|((_, verdict), _)| *verdict == wanted).map(|(_, n)| n).sum::<u64>();
        assert!(times("accepted") > count / 10, "{} accepted", times("accepted"));
        for code in [
            "bad-date",
            "blank-reason",
            "clause-not-applicable",
            "duplicate-key",
            "level-out-of-range",
            "lone-surrogate",
            "missing-key",
            "not-utf-8",
            "number-out-of-range",
            "out-of-range",
            "syntax",
            "target-out-of-range",
            "too-deep",
            "unknown-edition",
            "unknown-id",
            "unknown-value",
            "wrong-format",
            "wrong-type",
        ] {
            assert!(times(code) > 0, "no input was refused with {code}");
        }
    }
}

#[test]
fn fuzz_a_file_that_was_read_has_a_report_and_a_plan() {
    let mut random = Random::of(2);
    for _ in 0..inputs(40) {
        let input = by_values(&mut random);
        let keep = Keep("report", &input);
        if let Ok(assessment) = Assessment::parse_bytes(&input) {
            let report = Report::of(&assessment);
            assert_eq!(Report::of(&Assessment::parse(&assessment.to_json()).unwrap()), report);
            assert!(Plan::of(&assessment).actions.len() <= report.requirements.len() + report.documents.len());
        }
        drop(keep);
    }
}

#[test]
fn fuzz_a_claimed_result_is_refused_or_compared() {
    let envelope = envelope::seal(&Assessment::parse(SMALL.get(2).unwrap()).unwrap());
    let mut random = Random::of(3);
    let (mut refusals, mut honest, mut different) = (0_u64, 0_u64, 0_u64);
    for _ in 0..inputs(200) {
        let mut pieces = pieces(&envelope);
        for _ in 0..random.under(3) {
            let place = random.under(pieces.len());
            match random.under(3) {
                0 => drop(pieces.remove(place)),
                1 => *pieces.get_mut(place).unwrap() = random.of_these(&TOKENS),
                _ => pieces.insert(place, random.of_these(&TOKENS)),
            }
        }
        let text = pieces.concat();
        let keep = Keep("result", text.as_bytes());
        match verify(&text) {
            Ok(verification) if verification.is_ok() => {
                let read = |text| serde_json::from_str::<Value>(text).unwrap();
                assert!(same(&read(&text), &read(&envelope)), "a change that verify did not see");
                honest += 1;
            }
            Ok(_) => different += 1,
            Err(error) => {
                refused(&error);
                refusals += 1;
            }
        }
        drop(keep);
    }
    println!("{honest} honest, {different} with differences, {refusals} refused");
}

// Edited envelopes, judged apart from `verify`

/// Numbers as one type: 3 for 3.0.
fn normal(value: &Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 1e15).map_or_else(
            || value.clone(),
            #[expect(clippy::cast_possible_truncation, reason = "a whole number within bounds")]
            |whole| Value::from(whole as i64),
        ),
        Value::Array(items) => items.iter().map(normal).collect(),
        Value::Object(members) => members.iter().map(|(key, member)| (key.clone(), normal(member))).collect(),
        _ => value.clone(),
    }
}

/// The seal that belongs to an envelope of normal numbers: serde_json keeps keys sorted, and those of edits are ASCII.
fn seal(mut rest: Value) -> Value {
    rest.as_object_mut().unwrap().remove("sha256");
    sha256(&rest.to_string()).into()
}

/// Whether every figure is the one that the answers give, by another way than `verify` goes; none if there are no answers.
fn is_honest(envelope: &Value) -> Option<bool> {
    if envelope.get("format") != Some(&Value::from("iso27001-readiness/result")) {
        return None;
    }
    let is_named = |key: &str| envelope.get(key).and_then(Value::as_str).is_some_and(|name| !name.is_empty());
    if !is_named("engine") || envelope.get("method") != Some(&json!("readiness/2")) {
        return None;
    }
    if envelope.get("version").and_then(Value::as_f64).is_some_and(|version| version > 1.0) {
        return None;
    }
    let assessment = Assessment::parse(&envelope.get("assessment")?.to_string()).ok()?;
    let claimed = normal(envelope);
    // The words of edits are no times.
    let is_time = |time: &str| time.is_empty() || (time.len() == 20 && time.ends_with('Z'));
    if !times(claimed.get("assessment")?).all(is_time) {
        return None;
    }
    let catalog = json!({ "edition": assessment.edition().year(), "sha256": digest(assessment.edition()) });
    let figures = [("catalog", catalog), ("method", json!("readiness/2")), ("version", json!(1))];
    Some(
        figures.iter().all(|(key, computed)| claimed.get(*key) == Some(computed))
            && claimed.as_object().unwrap().keys().all(|key| PARTS.contains(&key.as_str()))
            && claimed.get("report") == Some(&serde_json::to_value(Report::of(&assessment)).unwrap())
            && claimed.get("sha256") == Some(&seal(claimed.clone())),
    )
}

/// The members that an envelope has.
const PARTS: [&str; 9] =
    ["assessment", "binding", "catalog", "engine", "format", "method", "report", "sha256", "version"];

/// Every time in an assessment.
fn times(assessment: &Value) -> impl Iterator<Item = &str> {
    let entries = ["requirements", "areas"].into_iter().filter_map(|group| assessment.get(group)?.as_object());
    let responses = entries.flat_map(serde_json::Map::values).map(|response| (response, "modified"));
    let snapshots = assessment.get("snapshots").and_then(Value::as_array).into_iter().flatten().map(|it| (it, "at"));
    let whole = ["created", "modified"].map(|key| (assessment, key));
    whole.into_iter().chain(responses).chain(snapshots).filter_map(|(it, key)| it.get(key)?.as_str())
}

/// A place in a value, chosen by going down at random.
fn somewhere<'a>(random: &mut Random, mut at: &'a mut Value, least: usize) -> &'a mut Value {
    for depth in 0.. {
        let count = at.as_array().map_or(0, Vec::len).max(at.as_object().map_or(0, serde_json::Map::len));
        if count == 0 || (depth >= least && random.one_in(8)) {
            break;
        }
        let place = random.under(count);
        at = match at {
            Value::Array(items) => items.get_mut(place).unwrap(),
            Value::Object(members) => members.values_mut().nth(place).unwrap(),
            _ => break,
        };
    }
    at
}

fn edit(random: &mut Random, place: &mut Value) {
    let words =
        ["met", "open", "undetermined", "ready", "not-ready", "minor", "none", "unknown", "not-applicable", "", "x"];
    match (random.under(6), &mut *place) {
        (0, Value::Array(items)) if !items.is_empty() => drop(items.remove(random.under(items.len()))),
        (1, Value::Array(items)) if !items.is_empty() => items.push(items.first().unwrap().clone()),
        (2, Value::Array(items)) if items.len() > 1 => items.swap(0, 1),
        (0 | 1, Value::Object(members)) if !members.is_empty() => {
            let key = members.keys().nth(random.under(members.len())).unwrap().clone();
            drop(members.remove(&key));
        }
        (2, Value::Object(members)) => drop(members.insert(String::from("added"), Value::from(random.under(3)))),
        (0..3, Value::Number(number)) => {
            let step = random.of_these(&[&1_i64, &-1, &100, &0]);
            *place = Value::from(number.as_i64().unwrap_or(0).saturating_add(*step));
        }
        // The same number in another spelling is the same claim.
        (3, Value::Number(number)) => *place = Value::from(number.as_f64().unwrap()),
        _ => {
            *place = match random.under(6) {
                0 => Value::Null,
                1 => Value::from(random.one_in(2)),
                2 => Value::from(random.under(10_001)),
                3 => Value::from(random.under(6)),
                4 => Value::from(0.5),
                _ => Value::from(*words.get(random.under(words.len())).unwrap()),
            }
        }
    }
}

/// Honest envelopes: of examples, files and of a filled assessment of each edition.
fn envelopes() -> Vec<Value> {
    let mut random = Random::of(5);
    let mut assessments: Vec<_> = SMALL.iter().chain([&FIXTURE]).map(|text| Assessment::parse(text).unwrap()).collect();
    for edition in Edition::ALL {
        assessments.push(Assessment::example(edition).unwrap());
        let mut filled = Assessment::new(edition);
        for requirement in edition.requirements() {
            filled
                .respond(requirement.id(), Answer::level(i64::try_from(random.under(6)).unwrap()).unwrap(), "")
                .unwrap();
        }
        assessments.push(filled);
    }
    assessments.iter().map(|assessment| serde_json::from_str(&envelope::seal(assessment)).unwrap()).collect()
}

/// Edits this many envelopes; how many passed, were found out, and were refused.
fn edited(test: u64, count: u64) -> [u64; 3] {
    let honest = envelopes();
    let mut random = Random::of(test);
    let (mut passed, mut found, mut refusals) = (0, 0, 0);
    for _ in 0..count {
        let mut envelope = honest.get(random.under(honest.len())).unwrap().clone();
        for _ in 0..=random.under(2) {
            let part = random.of_these(&["report", "report", "assessment", "assessment", "catalog", "engine", ""]);
            let whole = if part.is_empty() { Some(&mut envelope) } else { envelope.get_mut(part) };
            if let Some(whole) = whole {
                let place = somewhere(&mut random, whole, 1);
                edit(&mut random, place);
            }
            if !envelope.is_object() {
                break;
            }
        }
        // Half of the edits are made by somebody who seals again, some by one who computes again.
        if envelope.is_object() && random.one_in(2) {
            let assessment = envelope.get("assessment").and_then(|it| Assessment::parse(&it.to_string()).ok());
            if let Some(assessment) = assessment.filter(|_| random.one_in(2)) {
                let computed: Value = serde_json::from_str(&envelope::seal(&assessment)).unwrap();
                for key in ["report", "catalog"] {
                    envelope.as_object_mut().unwrap().insert(String::from(key), computed.get(key).unwrap().clone());
                }
            }
            let seal = seal(normal(&envelope));
            envelope.as_object_mut().unwrap().insert(String::from("sha256"), seal);
        }
        let text =
            if random.one_in(4) { serde_json::to_string_pretty(&envelope).unwrap() } else { envelope.to_string() };
        let keep = Keep("envelope", text.as_bytes());
        let verdict = verify(&text);
        match is_honest(&envelope) {
            Some(true) => {
                assert_eq!(verdict.unwrap().differences, [], "honest");
                passed += 1;
            }
            Some(false) => {
                assert!(!verdict.unwrap().is_ok(), "a forgery passed");
                found += 1;
            }
            None => {
                refused(&verdict.unwrap_err());
                refusals += 1;
            }
        }
        drop(keep);
    }
    [passed, found, refusals]
}

#[test]
fn fuzz_an_edited_envelope_passes_exactly_when_its_figures_are_those_of_its_answers() {
    // In two halves at once, and not in millions: an envelope takes milliseconds.
    let half = inputs(20).min(100_000).div_ceil(2);
    let halves = std::thread::scope(|scope| {
        [6, 7].map(|test| scope.spawn(move || edited(test, half))).map(|worker| worker.join().unwrap())
    });
    let [passed, found, refusals] = [0, 1, 2].map(|sort| halves.iter().filter_map(|half| half.get(sort)).sum::<u64>());
    let count = half * 2;
    println!("{count} edited envelopes: {passed} passed, {found} found out, {refusals} refused");
    if count >= 1_000 {
        assert!(passed > count / 20 && found > count / 5 && refusals > count / 100, "{passed} {found} {refusals}");
    }
}

/// Whether two values are the same JSON: 3 and 3.0 are.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| one.0 == other.0 && same(one.1, other.1))
        }
        _ => one == other,
    }
}

/// A call with anything in it; whether it was taken.
fn call(it: &mut Assessment, random: &mut Random) -> Result<(), ReadinessError> {
    const IDS: [&str; 18] = [
        "4.1",
        "10.2",
        "9.2",
        "9.2.1",
        "A.5.1",
        "A.5.1.1",
        "A.7.4",
        "A.8.34",
        "A.18.2.3",
        "area:policy",
        "area:backup",
        "area:A.9",
        "policy",
        "",
        "A.",
        "area:",
        "A.5.01",
        "\u{0}",
    ];
    const TEXTS: [&str; 10] =
        ["", " ", "none", "=1+1", "\u{202e}\u{0}", "𝄞", "2026-11-23", "2026-02-30", "\u{a0}", "line\nbreak"];
    const TIMES: [&str; 3] = ["2026-11-23T10:00:00Z", "2024-02-29T23:59:60.999+14:00", ""];
    let times: &[&str] = if random.one_in(10) { &TEXTS } else { &TIMES };
    let (id, now) = (random.of_these(&IDS), random.of_these(times));
    let mut text = || {
        let long = random.one_in(40);
        let text = random.of_these(&TEXTS);
        random.one_in(3).then(|| if long { "𝄞".repeat(10_001) } else { String::from(text) })
    };
    let (one, two, three) = (text(), text(), text());
    match random.under(15) {
        0..3 => it.respond(
            id,
            if random.one_in(8) {
                Answer::NotApplicable
            } else if random.one_in(6) {
                Answer::Unknown
            } else {
                Answer::level(i64::try_from(random.under(6)).unwrap())?
            },
            now,
        ),
        3 => it.exclude(id, one.as_deref().unwrap_or("none"), now),
        4 => it.exclude_area(
            random.of_these(&["backup", "policy", "A.9", "secure-areas", ""]),
            one.as_deref().unwrap_or("none"),
            now,
        ),
        5 => it.clear(id, now),
        6 => {
            let evidence = random.one_in(2).then(|| {
                vec![EvidenceLink::new(one.clone().unwrap_or_default(), "https://example.com"); random.under(3)]
            });
            it.annotate(id, Annotation { note: one, owner: two, due: three, evidence }, now)
        }
        7 => {
            let reasons = [InclusionReason::Law, InclusionReason::Risk, InclusionReason::Law];
            let because = reasons.get(random.under(4)..).map(<[_]>::to_vec);
            it.justify(id, InclusionChange { because, note: one }, now)
        }
        8 => {
            let status = DocumentStatus::ALL.get(random.under(4)).copied();
            it.set_document(
                random.of_these(&["isms_scope", "event_logs", "configuration_baselines", "x"]),
                DocumentChange {
                    status: Some(status),
                    owner: one,
                    href: two.map(|it| format!("https://{it}")),
                    note: three,
                },
                now,
            )
        }
        9 => {
            let headcount = [None, Some(None), Some(Some(0)), Some(Some(64)), Some(Some(u32::MAX))]
                .get(random.under(5))
                .copied()
                .flatten();
            it.set_organisation(OrganisationChange { name: one, headcount, scope: two }, now)
        }
        10 => it.set_statement(StatementChange { version: one, approver: two, date: three }, now),
        11 => it.take_snapshot(one.as_deref().unwrap_or("Q"), ScoreRange::UNKNOWN, "readiness/2", now),
        12 => it.remove_snapshot(random.under(3), now),
        13 => it.set_assessor(one.as_deref().unwrap_or_default(), now),
        _ => it.set_target(Target::new(i64::try_from(random.under(6)).unwrap()).unwrap_or_default(), now),
    }
}

#[test]
fn fuzz_any_calls_in_any_order_leave_an_assessment_that_can_be_saved() {
    let mut random = Random::of(4);
    let (mut taken, mut refusals) = (0_u64, 0_u64);
    for _ in 0..inputs(400) {
        let mut it = Assessment::new(*random.of_these(&[&Edition::E2013, &Edition::E2022]));
        for _ in 0..random.under(40) {
            let before = it.clone();
            match call(&mut it, &mut random) {
                Ok(()) => taken += 1,
                Err(error) => {
                    assert!(!error.message().is_empty());
                    assert_eq!(it, before, "{error}");
                    refusals += 1;
                }
            }
        }
        assert_eq!(Assessment::parse(&it.to_json()).unwrap(), it);
    }
    println!("{taken} calls taken, {refusals} refused");
}

#[test]
fn fuzz_what_once_failed_holds_for_ever() {
    let files = std::fs::read_dir(kept()).into_iter().flatten().filter_map(|file| Some(file.ok()?.path()));
    for path in files.filter(|path| path.extension().is_some_and(|extension| extension == "bin")) {
        let input = std::fs::read(&path).unwrap();
        println!("{}", path.display());
        refused_or_round_trips(&input);
        if let Ok(text) = std::str::from_utf8(&input) {
            let _ = verify(text);
        }
    }
}

#[test]
fn pieces_put_together_are_the_text_again() {
    for text in SMALL.into_iter().chain([FIXTURE]) {
        assert_eq!(pieces(text).concat(), text);
    }
    assert_eq!(pieces(r#"{"a\"}": [1, null]}"#), ["{", r#""a\"}""#, ":", " ", "[", "1", ",", " null", "]", "}"]);
}
