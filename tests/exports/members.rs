//! Every member of the file that may be left out, left out and empty, in every export.

use crate::all;
use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::catalog::Edition;
use serde_json::{Map, Value, json};

/// A value that the schema allows at that place: filled, or as empty as it may be.
fn sample(schema: &Value, at: &Value, is_filled: bool) -> Value {
    if let Some(name) = at["$ref"].as_str() {
        let path = name.trim_start_matches('#');
        return sample(schema, schema.pointer(path).expect(name), is_filled);
    }
    if let Some(first) = at["oneOf"].as_array().or(at["anyOf"].as_array()).and_then(|of| of.first()) {
        return sample(schema, first, is_filled);
    }
    if let Some(value) = at["enum"].as_array().and_then(|of| of.first()).or(at.get("const")) {
        return value.clone();
    }
    match at["type"].as_str().or(at["type"][0].as_str()) {
        Some("object") => {
            let mut object = Map::new();
            let required: Vec<&str> =
                at["required"].as_array().map(|of| of.iter().filter_map(Value::as_str).collect()).unwrap_or_default();
            for (key, of) in at["properties"].as_object().into_iter().flatten() {
                if is_filled || required.contains(&key.as_str()) {
                    object.insert(key.clone(), sample(schema, of, is_filled));
                }
            }
            Value::Object(object)
        }
        Some("array") if is_filled => json!([sample(schema, &at["items"], is_filled)]),
        Some("array") => json!([]),
        Some("integer" | "number") => at["minimum"].as_i64().map_or(json!(1), |least| json!(least)),
        Some("boolean") => json!(false),
        _ => match at["format"].as_str() {
            Some("date-time") => json!("2026-11-23T10:00:00Z"),
            Some("date") => json!(if is_filled { "2026-11-23" } else { "" }),
            Some(_) => json!("https://example.com/"),
            None if at["pattern"].as_str().is_some_and(|pattern| pattern.contains("http")) => {
                json!("https://example.com/")
            }
            None if at["pattern"].as_str().is_some_and(|pattern| pattern.contains("[0-9]{4}")) => json!("2026-11-23"),
            None => json!(if is_filled { "text" } else { "" }),
        },
    }
}

/// Every object of the schema that stands under a name, with its place in a file.
fn members_of_the_file(schema: &Value) -> Vec<(&'static str, Value)> {
    let response = |key: &'static str| (key, schema["properties"][key].clone());
    ["organisation", "statement", "requirements", "areas", "documents", "snapshots"].map(response).to_vec()
}

/// The schema of one entry of a map or a list, by whichever way the schema says it.
fn entry(schema: &Value, at: &Value) -> Value {
    let mut at = at.clone();
    while let Some(name) = at["$ref"].as_str() {
        at = schema.pointer(name.trim_start_matches('#')).expect("a definition").clone();
    }
    for key in ["additionalProperties", "items"] {
        if at[key].is_object() {
            return entry(schema, &at[key].clone());
        }
    }
    if let Some(first) = at["patternProperties"].as_object().and_then(|of| of.values().next()) {
        return entry(schema, &first.clone());
    }
    at
}

#[test]
fn every_member_that_may_be_left_out_goes_through_every_export_without_it_and_empty() {
    let schema: Value =
        serde_json::from_str(include_str!("../../pkg-config/schema/assessment-v1.json")).expect("the schema");
    let mut tried = 0;
    for (member, at) in members_of_the_file(&schema) {
        let of = entry(&schema, &at);
        let properties = of["properties"].as_object().unwrap_or_else(|| panic!("{member}: {of}"));
        // Each property alone, each property left out of all, all of them, none; and evidence likewise inside.
        let mut variants: Vec<Map<String, Value>> = vec![Map::new()];
        let filled: Map<String, Value> =
            properties.iter().map(|(key, of)| (key.clone(), sample(&schema, of, true))).collect();
        variants.push(filled.clone());
        for (key, of) in properties {
            let (full, empty) = (sample(&schema, of, true), sample(&schema, of, false));
            let mut without = filled.clone();
            without.remove(key);
            let mut with_empty = filled.clone();
            with_empty.insert(key.clone(), empty.clone());
            variants.extend([Map::from_iter([(key.clone(), full)]), Map::from_iter([(key.clone(), empty)])]);
            variants.extend([without, with_empty]);
        }
        for link in [json!({}), json!({ "label": "x" }), json!({ "href": "https://example.com/" })] {
            if properties.contains_key("evidence") {
                let evidence = ("evidence".to_owned(), json!([link]));
                variants.push(Map::from_iter([("answer".to_owned(), json!(0)), evidence]));
            }
        }
        for variant in variants {
            for (edition, ids) in [("2022", ["4.1", "A.5.1"]), ("2013", ["4.1", "A.5.1.1"])] {
                let area = if edition == "2022" { "suppliers" } else { "A.15" };
                let places: Vec<Value> = match member {
                    "requirements" => ids.iter().map(|id| json!({ *id: variant })).collect(),
                    "areas" => vec![json!({ area: variant })],
                    "documents" => vec![json!({ "isms_scope": variant })],
                    "snapshots" => vec![json!([variant])],
                    _ => vec![json!(variant)],
                };
                for place in places {
                    let mut whole = json!({
                        "format": "iso27001-readiness/assessment", "version": 1, "edition": edition,
                    });
                    whole[member] = place;
                    // What the file format itself refuses, such as an exclusion without its reason, never gets here.
                    if let Ok(assessment) = Assessment::parse(&whole.to_string()) {
                        all(&assessment);
                        tried += 1;
                    }
                }
            }
        }
    }
    assert!(tried > 150, "{tried} files");
    for edition in Edition::ALL {
        all(&Assessment::new(edition));
        all(&Assessment::example(edition).expect("the example"));
    }
}
