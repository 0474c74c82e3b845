//! Random files with all that can stand in one.

use crate::support::drafts;
use iso27001_readiness::assessment::InclusionReason;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::fmt;

fn texts() -> impl Strategy<Value = String> {
    vec(any::<char>(), 1..12).prop_map(|characters| characters.into_iter().collect())
}

fn unknown_values() -> impl Strategy<Value = Value> {
    let decimals = [json!(0.25), json!(-12.5), json!(1e-7), json!(1e21), json!(0.123456789012345), json!(-1e299)];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        prop::sample::select(decimals.to_vec()),
        texts().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((texts(), inner), 0..4).prop_map(|members| members.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

fn unknown_members() -> impl Strategy<Value = Map<String, Value>> {
    let keys = [
        "__proto__",
        "constructor",
        "toString",
        "",
        "\u{0}",
        "a b",
        "ключ",
        "\u{1d4b3}",
        "\u{ffff}",
        "levels",
        "x-1",
        "Answer",
    ];
    vec((prop::sample::select(keys.to_vec()), unknown_values()), 0..3)
        .prop_map(|members| members.into_iter().map(|(key, value)| (String::from(key), value)).collect())
}

/// A file; shown as its text when a law fails.
#[derive(Clone)]
pub struct File(pub Value);

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A whole file with all that can stand in it, in the form in which it is written: nothing empty, reasons in order.
pub fn files() -> impl Strategy<Value = File> {
    (drafts(), vec(texts(), 6), vec(unknown_members(), 6), vec(any::<u8>(), 400)).prop_map(
        |(draft, texts, extras, numbers)| {
            let mut numbers = numbers.into_iter().cycle();
            let mut next = move || usize::from(numbers.next().unwrap());
            let mut add = |object: &mut Map<String, Value>, names: &[&str]| {
                for name in names {
                    let (number, text) = (next(), one_of(&texts, next()));
                    if number % 3 > 0 {
                        continue;
                    }
                    object.insert(
                        String::from(*name),
                        match *name {
                            "due" | "date" => json!(one_of(&["2026-11-23", "2024-02-29", "9999-12-31"], number / 3)),
                            "provenance" => json!([text, text]),
                            "headcount" => json!(1 + number * 39_000),
                            "because" => {
                                let chosen = InclusionReason::ALL
                                    .into_iter()
                                    .enumerate()
                                    .filter(|(bit, _)| number >> bit & 1 == 1);
                                let names: Vec<_> = chosen.map(|(_, reason)| reason.as_str()).collect();
                                if names.is_empty() { json!(["law"]) } else { json!(names) }
                            }
                            "href" => json!(format!("https://example.com/{}", text.replace(char::is_control, ""))),
                            _ => json!(text),
                        },
                    );
                }
                if next().is_multiple_of(4) {
                    object.extend(one_of(&extras, next()));
                }
                !object.is_empty()
            };
            let mut file = draft.file();
            let file_members = file.as_object_mut().unwrap();
            for (name, fields) in [
                ("requirements", &["note", "owner", "due", "modified", "provenance"][..]),
                ("areas", &["note", "modified"]),
                ("documents", &["owner", "href", "note"]),
            ] {
                let Some(members) = file_members.get_mut(name).and_then(Value::as_object_mut) else { continue };
                for member in members.values_mut().filter_map(Value::as_object_mut) {
                    add(member, fields);
                    let (mut link, mut inclusion) = (Map::new(), Map::new());
                    if name == "requirements" && add(&mut link, &["label", "href"]) {
                        member.insert("evidence".into(), json!([link.clone(), {}, link]));
                    }
                    if name == "requirements" && add(&mut inclusion, &["because", "note"]) {
                        member.insert("inclusion".into(), inclusion.into());
                    }
                }
            }
            for (name, fields) in
                [("organisation", &["name", "headcount", "scope"]), ("statement", &["version", "approver", "date"])]
            {
                let mut object = Map::new();
                if add(&mut object, fields) {
                    file_members.insert(name.into(), object.into());
                }
            }
            let mut snapshot =
                json!({ "at": "2026-06-26T10:00:00Z", "label": "Q2", "overall": { "low": 0, "high": 10000 } });
            if add(snapshot.as_object_mut().unwrap(), &["at", "label"]) {
                file_members.insert("snapshots".into(), json!([snapshot.clone(), snapshot]));
            }
            add(file_members, &["id", "assessor", "created", "modified"]);
            File(file)
        },
    )
}

/// One of these, by a number.
pub fn one_of<T: Clone>(these: &[T], number: usize) -> T {
    these.get(number % these.len()).cloned().unwrap()
}
