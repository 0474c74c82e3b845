//! The catalog as JSON, and what its checksum covers.

use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::catalog_json::{digest, to_json};
use iso27001_readiness::output::sha256::sha256;
use serde_json::Value;

/// Every text in a value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_catalog_holds_facts_and_titles_and_none_of_our_words() {
    for edition in Edition::ALL {
        let catalog = serde_json::from_str::<Value>(&to_json(edition)).unwrap();
        // Ids, titles and classes have no full stop at their end: sentences are ours.
        let ours: Vec<_> = texts(&catalog).into_iter().filter(|text| text.ends_with('.')).collect();
        assert_eq!(ours, [""; 0], "{}", edition.year());
        let requirement = catalog.pointer("/controls/0").unwrap().as_object().unwrap();
        for fact in ["id", "title", "group", "area", "exclusion", "predecessors", "successors", "isNew"] {
            assert!(requirement.contains_key(fact), "{fact}");
        }
        let clauses = catalog.get("clauses").unwrap().as_array().unwrap();
        assert!(clauses.iter().any(|clause| clause.get("weight").is_some() && clause.get("gravity").is_some()));
        assert!(catalog.pointer("/documents/0/demand").is_some() && catalog.pointer("/constants/weights").is_some());
    }
}

/// Without titles and names, which each language has of its own.
fn untitled(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(untitled).collect(),
        Value::Object(members) => members
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "title" | "name"))
            .map(|(key, member)| (key.clone(), untitled(member)))
            .collect(),
        _ => value.clone(),
    }
}

#[test]
fn the_checksum_covers_what_is_the_same_in_every_language() {
    for edition in Edition::ALL {
        let facts = untitled(&serde_json::from_str(&to_json(edition)).unwrap());
        // serde_json keeps keys sorted, as canonical JSON has them.
        assert_eq!(digest(edition), sha256(&facts.to_string()), "{}", edition.year());
        // A word begins with a capital letter; a class is in lower case, and an id has a digit.
        let words: Vec<_> = texts(&facts)
            .into_iter()
            .filter(|text| {
                text.starts_with(char::is_uppercase) && !text.contains(|letter: char| letter.is_ascii_digit())
            })
            .collect();
        assert_eq!(words, [""; 0], "{}", edition.year());
    }
}
