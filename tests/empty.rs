//! One meaning of "empty", tried on every member that the schema of the file knows, and on one that it does not.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::assessment::{Answer, Assessment};
use iso27001_readiness::catalog::Edition;
use serde_json::{Map, Value, json};

const SCHEMA: &str = include_str!("../pkg-config/schema/assessment-v1.json");
/// What is there from the start, or follows from a change.
const NOT_BY_A_PERSON: [&str; 7] = ["/format", "/version", "/edition", "/id", "/created", "/modified", "/*/*/modified"];

/// Every member of the schema: where it stands, an example of it, and what is as good as nothing in its place.
struct Walk {
    schema: Value,
    members: Vec<(Vec<String>, Value, Option<Value>)>,
}

impl Walk {
    fn resolved<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema.get("$ref").and_then(Value::as_str) {
            Some(reference) => self.resolved(self.schema.pointer(reference.strip_prefix('#').unwrap()).unwrap()),
            None => schema,
        }
    }

    fn go(&mut self, schema: &Value, path: &[String]) {
        let schema = self.resolved(schema).clone();
        let below = |name: &str| [path, &[String::from(name)]].concat();
        match schema.get("type").and_then(Value::as_str) {
            Some("object") => {
                let members: Vec<(String, Value)> = match (schema.get("properties"), schema.get("patternProperties")) {
                    (_, Some(_)) => {
                        ["4.1", "A.5.1"].map(|id| (id.into(), json!({ "$ref": "#/$defs/response" }))).into()
                    }
                    (Some(Value::Object(properties)), _) => properties.clone().into_iter().collect(),
                    _ => vec![("isms_scope".into(), schema.get("additionalProperties").unwrap().clone())],
                };
                for (name, member) in members {
                    self.go(&member, &below(&name));
                }
                // The members of these are ids.
                if !["requirements", "areas", "documents"].contains(&path.last().map_or("", String::as_str)) {
                    self.members.push((below("later"), json!(0), None));
                }
                if !path.is_empty() {
                    self.members.push((path.to_vec(), json!({}), Some(json!({}))));
                }
            }
            Some("array") => {
                self.members.push((path.to_vec(), json!([]), Some(json!([]))));
                self.go(schema.get("items").unwrap(), &below("0"));
            }
            Some("string") => {
                let example = match schema.get("pattern").and_then(Value::as_str) {
                    Some(pattern) if pattern.contains("[Mm]") => "https://example.com",
                    Some(_) => "2026-11-23",
                    None => "x",
                };
                self.members.push((path.to_vec(), json!(example), Some(json!(""))));
            }
            Some("integer") => {
                // The default target stands in every file that is written.
                let is_target = path == [String::from("target")];
                let example = if is_target { json!(4) } else { schema.get("minimum").unwrap().clone() };
                self.members.push((path.to_vec(), example, is_target.then(|| json!(3))));
            }
            _ => {
                let one = schema.get("enum").map(|names| names.get(0).unwrap().clone());
                let example = one.or_else(|| schema.get("const").cloned()).unwrap_or(json!(0));
                self.members.push((path.to_vec(), example, None));
            }
        }
    }
}

/// A file with this alone.
fn file(path: &[String], value: &Value) -> Option<Assessment> {
    let mut file = path.iter().rev().fold(value.clone(), |inner, name| {
        if name == "0" { json!([inner]) } else { Map::from_iter([(name.clone(), inner)]).into() }
    });
    let members = file.as_object_mut()?;
    for (key, value) in
        [("format", json!("iso27001-readiness/assessment")), ("version", json!(1)), ("edition", json!("2022"))]
    {
        members.entry(key).or_insert(value);
    }
    for snapshot in members.get_mut("snapshots").and_then(Value::as_array_mut).into_iter().flatten() {
        let overall = snapshot.as_object_mut()?.entry("overall").or_insert(json!({}));
        for (end, score) in [("low", 0), ("high", 1)] {
            overall.as_object_mut()?.entry(end).or_insert(json!(score));
        }
    }
    Some(Assessment::parse(&file.to_string()).unwrap())
}

#[test]
fn every_member_of_the_file_that_a_person_fills_makes_it_not_empty() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut walk = Walk { schema: schema.clone(), members: Vec::new() };
    walk.go(&schema, &[]);
    let (mut filled, mut bare) = (0, 0);
    for (path, example, nothing) in &walk.members {
        let name = format!("/{}", path.join("/"));
        let pattern = if path.len() == 3 { format!("/*/*/{}", path.last().unwrap()) } else { name.clone() };
        // A list or an object that holds nothing says nothing; one in a list is there.
        let says_nothing = nothing.as_ref() == Some(example) && !path.contains(&"0".into());
        let is_empty = NOT_BY_A_PERSON.contains(&pattern.as_str()) || says_nothing;
        assert_eq!(file(path, example).unwrap().is_empty(), is_empty, "{name}: {example}");
        filled += u32::from(!is_empty);
        if let Some(nothing) = nothing.as_ref().filter(|_| !path.contains(&"0".into())) {
            assert!(file(path, nothing).unwrap().is_empty(), "{name}: {nothing}");
            bare += 1;
        }
    }
    println!("{filled} members that count, {bare} that are empty");
    assert!(filled > 100 && bare > 100, "{filled} {bare}");
}

#[test]
fn an_answer_taken_back_leaves_nothing() {
    for edition in Edition::ALL {
        let mut it = Assessment::new(edition);
        assert!(it.is_empty());
        it.identify("x", "2026-11-23T10:00:00Z").unwrap();
        it.respond("4.1", Answer::level(0).unwrap(), "2026-11-23T10:00:00Z").unwrap();
        assert!(!it.is_empty());
        it.clear("4.1", "2026-11-23T10:00:00Z").unwrap();
        assert!(it.is_empty());
        assert!(!Assessment::example(edition).unwrap().is_empty());
    }
}
