//! What profiles suggest: only what auditors often see excluded, and nothing that another profile keeps.

use iso27001_readiness::catalog::{Edition, ExclusionClass, profiles};
use std::collections::BTreeSet;

const BOTH: [Edition; 2] = [Edition::E2013, Edition::E2022];

#[test]
fn every_id_is_a_control_of_its_edition_in_catalog_order() {
    for edition in BOTH {
        for profile in profiles() {
            for ids in [profile.excludes(edition), profile.keeps(edition)] {
                let places: Vec<usize> = ids
                    .iter()
                    .map(|id| edition.requirements().position(|one| one.is_control() && one.id() == *id).unwrap())
                    .collect();
                assert!(places.is_sorted_by(|a, b| a < b), "{} of {}: {ids:?}", profile.key, edition.year());
            }
        }
    }
}

#[test]
fn only_what_auditors_often_see_excluded_is_suggested() {
    for edition in BOTH {
        for id in profiles().iter().flat_map(|profile| profile.excludes(edition)) {
            let class = edition.requirement(id).and_then(|one| one.exclusion());
            assert_eq!(class, Some(ExclusionClass::Often), "{id} of {}", edition.year());
        }
    }
}

#[test]
fn nothing_is_suggested_and_kept_and_every_profile_keeps_something() {
    for edition in BOTH {
        let suggested: BTreeSet<_> = profiles().iter().flat_map(|profile| profile.excludes(edition)).collect();
        for profile in profiles() {
            assert!(!profile.keeps(edition).is_empty(), "{}", profile.key);
            assert!(profile.keeps(edition).iter().all(|id| !suggested.contains(id)), "{}", profile.key);
        }
    }
}

/// A control of 2022 is suggested where the controls are that it was made of, unless it was made of others as well.
#[test]
fn both_editions_suggest_the_same_by_their_links() {
    for profile in profiles() {
        let old: BTreeSet<_> = profile.excludes(Edition::E2013).iter().copied().collect();
        for id in profile.excludes(Edition::E2022) {
            let before: Vec<_> = Edition::E2022.requirement(id).unwrap().predecessors().collect();
            assert!(before.is_empty() || before.iter().any(|one| old.contains(one)), "{id} came from {before:?}");
        }
    }
}

#[test]
fn neither_the_cloud_nor_size_takes_away_more_than_secure_areas() {
    let of = |key: &str| profiles().iter().find(|one| one.key == key).unwrap();
    assert_eq!(of("public-cloud").excludes(Edition::E2022), ["A.7.6"]);
    assert_eq!(of("public-cloud").excludes(Edition::E2013), ["A.11.1.5"]);
    for edition in BOTH {
        assert_eq!(of("under-ten").excludes(edition), [""; 0]);
    }
}
