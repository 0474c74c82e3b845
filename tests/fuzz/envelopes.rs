//! Results that somebody claims: mutated ones, and edited ones that are judged apart from `verify`.

use crate::bases::{FIXTURE, SMALL, TOKENS, pieces};
use crate::holds::{Keep, refused};
use crate::random::{Random, inputs};
use iso27001_readiness::assessment::{Answer, Assessment};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::catalog_json::digest;
use iso27001_readiness::output::envelope::{self, verify};
use iso27001_readiness::output::sha256::sha256;
use iso27001_readiness::scoring::Report;
use serde_json::{Value, json};

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

/// Without the words of titles, which each language has of its own.
fn untitled(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(untitled).collect(),
        Value::Object(members) => {
            let title = Value::from("any");
            let of = |key: &str, member: &Value| match member {
                Value::String(_) if key == "title" => title.clone(),
                _ => untitled(member),
            };
            members.iter().map(|(key, member)| (key.clone(), of(key, member))).collect()
        }
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
            && untitled(claimed.get("report")?) == untitled(&serde_json::to_value(Report::of(&assessment)).unwrap())
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
