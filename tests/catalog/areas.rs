//! Areas.

use crate::rows::{BOTH, ids, numbering};
use iso27001_readiness::catalog::Edition;
use std::collections::BTreeSet;

#[test]
fn the_areas_partition_the_requirements() {
    for (edition, count) in [(Edition::E2013, 30), (Edition::E2022, 37)] {
        let areas = edition.areas();
        assert_eq!(areas.len(), count);
        assert_eq!(areas.iter().map(|area| area.key).collect::<BTreeSet<_>>().len(), count, "keys differ");
        let mut refs: Vec<_> = areas.iter().flat_map(|area| area.refs).copied().collect();
        refs.sort_by_key(|id| numbering(id));
        assert_eq!(refs, ids(edition));
        for (index, area) in areas.iter().enumerate() {
            assert!(area.refs.is_sorted_by_key(|id| numbering(id)), "{}", area.key);
            assert_eq!(edition.area_index(area.key), Some(index));
            for id in area.refs {
                assert_eq!(edition.requirement(id).unwrap().area_index(), index, "{id} in {}", area.key);
                assert_eq!(edition.requirement(id).unwrap().area(), Some(area), "{id} in {}", area.key);
            }
        }
    }
}

#[test]
fn an_area_holds_clauses_only_or_controls_only() {
    for edition in BOTH {
        for area in edition.areas() {
            let controls = area.refs.iter().filter(|id| edition.requirement(id).unwrap().is_control()).count();
            assert!(controls == 0 || controls == area.refs.len(), "{} of {}", area.key, edition.year());
            assert_eq!(area.holds_controls(), controls > 0, "{} of {}", area.key, edition.year());
            assert!(!area.refs.is_empty(), "{} of {}", area.key, edition.year());
        }
        assert!(edition.areas().is_sorted_by_key(|area| area.holds_controls()), "areas of clauses come first");
        assert_eq!(edition.areas().iter().filter(|area| !area.holds_controls()).count(), 16);
    }
}

#[test]
fn the_control_areas_of_2013_are_its_groups() {
    let edition = Edition::E2013;
    let areas: Vec<_> = edition.areas().iter().filter(|area| area.holds_controls()).map(|a| (a.key, a.title)).collect();
    assert_eq!(areas, edition.groups().iter().map(|group| (group.id, group.title)).collect::<Vec<_>>());
}

#[test]
fn the_clause_areas_of_both_editions_have_the_same_keys() {
    let keys =
        |edition: Edition| edition.areas().iter().filter(|a| !a.holds_controls()).map(|a| a.key).collect::<Vec<_>>();
    assert_eq!(keys(Edition::E2013), keys(Edition::E2022));
}
