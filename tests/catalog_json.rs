//! The catalog as JSON: what its checksum covers.

use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::catalog_json::to_json;
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
fn the_checksum_of_the_catalog_covers_facts_and_none_of_our_words() {
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
