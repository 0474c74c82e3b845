//! The OSCAL that other tools import: every file goes by another one of the archive, and nothing is named twice.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails here has failed")]

use iso27001_readiness::assessment::{Assessment, OrganisationChange};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::exports::{Export, ExportName, ExportOptions, export, oscal_bundle};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const NOW: &str = "2026-11-23T10:00:00Z";

/// The files of an archive.
fn files(archive: &[u8]) -> BTreeMap<String, Value> {
    let small = |at: usize| usize::from(u16::from_le_bytes(archive[at..at + 2].try_into().unwrap()));
    let large = |at: usize| usize::try_from(u32::from_le_bytes(archive[at..at + 4].try_into().unwrap())).unwrap();
    let end = (0..archive.len() - 21).rev().find(|at| archive[*at..].starts_with(b"PK\x05\x06")).unwrap();
    let mut at = large(end + 16);
    let mut found = BTreeMap::new();
    for _ in 0..small(end + 10) {
        let (size, local) = (large(at + 20), large(at + 42));
        let name = String::from_utf8(archive[at + 46..at + 46 + small(at + 28)].to_vec()).unwrap();
        let content = local + 30 + small(local + 26) + small(local + 28);
        found.insert(name, serde_json::from_slice(&archive[content..content + size]).unwrap());
        at += 46 + small(at + 28) + small(at + 30) + small(at + 32);
    }
    found
}

fn bundle(assessment: &Assessment, anonymous: bool) -> Export {
    oscal_bundle(assessment, &ExportOptions { anonymous, day: "2026-11-23", ..ExportOptions::default() }).unwrap()
}

/// Every value of a member, wherever it stands.
fn all<'v>(value: &'v Value, key: &str, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get(key).and_then(Value::as_str));
            members.values().for_each(|value| all(value, key, found));
        }
        Value::Array(items) => items.iter().for_each(|item| all(item, key, found)),
        _ => {}
    }
}

fn found<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    let mut values = Vec::new();
    all(value, key, &mut values);
    values
}

#[test]
fn results_stand_on_a_plan_a_system_a_profile_and_a_catalog() {
    for edition in Edition::ALL {
        let assessment = Assessment::example(edition).unwrap();
        let files = files(&bundle(&assessment, false).bytes);
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "assessment-plan.json",
                "assessment-results.json",
                "catalog.json",
                "poam.json",
                "profile.json",
                "system-security-plan.json"
            ]
        );
        let href = |file: &str, path: &str| files[file].pointer(path).and_then(Value::as_str).unwrap();
        for (file, path, to) in [
            ("assessment-results.json", "/assessment-results/import-ap/href", "assessment-plan.json"),
            ("assessment-plan.json", "/assessment-plan/import-ssp/href", "system-security-plan.json"),
            ("system-security-plan.json", "/system-security-plan/import-profile/href", "profile.json"),
            ("profile.json", "/profile/imports/0/href", "catalog.json"),
            ("poam.json", "/plan-of-action-and-milestones/import-ssp/href", "system-security-plan.json"),
        ] {
            assert_eq!(href(file, path), to);
        }
        let controls: BTreeSet<String> = edition
            .requirements()
            .map(|one| if one.is_control() { String::from(one.id()) } else { format!("clause-{}", one.id()) })
            .collect();
        let known: BTreeSet<&str> = found(&files["catalog.json"], "id").into_iter().collect();
        let implemented = found(&files["system-security-plan.json"], "control-id");
        assert_eq!(implemented.len(), controls.len());
        assert!(implemented.iter().all(|id| controls.contains(*id) && known.contains(id)), "each is of the catalog");
        let mut uuids = BTreeSet::new();
        for (name, file) in &files {
            for uuid in found(file, "uuid") {
                assert!(uuids.insert(uuid), "{name}: {uuid} stands twice");
            }
        }
        let texts = files.values().map(Value::to_string).collect::<String>();
        assert!(!texts.contains("exports.oscal"), "every key has its words");
    }
}

#[test]
fn the_bundle_holds_the_answers_and_leaves_out_what_is_typed_if_so_wanted() {
    let mut assessment = Assessment::example(Edition::E2022).unwrap();
    let organisation = OrganisationChange {
        name: Some("Zażółć <b>".into()),
        scope: Some("Two sites\nand `one` cloud".into()),
        ..OrganisationChange::default()
    };
    assessment.set_organisation(organisation, NOW).unwrap();
    assessment.exclude("A.7.4", "No premises *of our own*", NOW).unwrap();
    let whole = bundle(&assessment, false);
    let open = files(&whole.bytes);
    let ssp = &open["system-security-plan.json"]["system-security-plan"];
    let list = ssp["control-implementation"]["implemented-requirements"].as_array().unwrap();
    let of = |id: &str| list.iter().find(|one| one["control-id"] == id).unwrap();
    let status = &of("A.7.4")["by-components"][0]["implementation-status"];
    assert_eq!(status["state"], "not-applicable");
    assert_eq!(status["remarks"], "No premises \\*of our own\\*");
    let items = open["poam.json"]["plan-of-action-and-milestones"]["poam-items"].as_array().unwrap();
    assert!(items.len() > 5 && items.iter().all(|item| item["title"].as_str().is_some_and(|title| !title.is_empty())));
    let hidden = files(&bundle(&assessment, true).bytes);
    let texts = hidden.values().map(Value::to_string).collect::<String>();
    assert!(!texts.contains("Zażółć") && !texts.contains("Two sites") && !texts.contains("of our own"));
    // The results are those of the single export, but for the plan that they go by.
    let options = ExportOptions::default();
    let single = export(ExportName::OscalResults, &assessment, &options).unwrap();
    let single: Value = serde_json::from_slice(&single.bytes).unwrap();
    let results = &open["assessment-results.json"]["assessment-results"]["results"];
    assert_eq!(results, &single["assessment-results"]["results"]);
    assert_eq!(bundle(&assessment, false).bytes, whole.bytes, "the same each time");
    assert_eq!((whole.media_type, whole.name.ends_with("-2026-11-23-oscal.zip")), ("application/zip", true));
}

#[test]
fn an_empty_assessment_has_a_bundle_too() {
    let empty = files(&bundle(&Assessment::new(Edition::E2022), false).bytes);
    let ssp = &empty["system-security-plan.json"]["system-security-plan"];
    assert!(ssp["system-characteristics"]["description"].as_str().is_some_and(|text| text.len() > 20));
    // OSCAL has no empty lists.
    for (name, file) in &empty {
        assert!(!file.to_string().contains("[]"), "{name}");
    }
}
