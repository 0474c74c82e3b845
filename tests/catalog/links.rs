//! From 2013 to 2022.

use crate::rows::{BOTH, controls, numbering};
use iso27001_readiness::catalog::{self, Edition};
use std::collections::BTreeSet;

#[test]
fn there_are_115_links_and_no_two_are_alike() {
    assert_eq!(catalog::links().len(), 115);
    assert_eq!(catalog::links().iter().collect::<BTreeSet<_>>().len(), 115);
    let order: Vec<_> = catalog::links().iter().map(|(old, new)| (numbering(old), numbering(new))).collect();
    assert!(order.is_sorted(), "in the order of the 2013 controls");
}

#[test]
fn every_control_of_2013_is_carried_over_and_only_a_18_2_3_is_split() {
    for control in controls(Edition::E2013) {
        let successors: Vec<_> = control.successors().collect();
        if control.id() == "A.18.2.3" {
            assert_eq!(successors, ["A.5.36", "A.8.8"]);
        } else {
            assert_eq!(successors.len(), 1, "{}", control.id());
        }
        for id in successors {
            let successor = Edition::E2022.requirement(id).unwrap();
            assert!(successor.predecessors().any(|old| old == control.id()), "{} and {id}", control.id());
        }
    }
}

#[test]
fn every_control_of_2022_has_predecessors_unless_it_is_new() {
    let (mut one, mut merged, mut merged_from) = (0, 0, 0);
    for control in controls(Edition::E2022) {
        let predecessors = control.predecessors().count();
        assert_eq!(predecessors == 0, control.is_new(), "{}", control.id());
        match predecessors {
            0 => {}
            1 => one += 1,
            _ => {
                merged += 1;
                merged_from += predecessors;
            }
        }
        assert!(control.predecessors().all(|old| Edition::E2013.requirement(old).is_some()), "{}", control.id());
        assert_eq!(control.successors().count(), 0);
    }
    assert_eq!((one, merged, merged_from), (58, 24, 57), "58 carried over, 24 merged from 57, 11 new");
}

#[test]
fn clauses_have_no_links() {
    for edition in BOTH {
        for clause in edition.requirements().filter(|requirement| !requirement.is_control()) {
            assert_eq!(clause.predecessors().count() + clause.successors().count(), 0, "{}", clause.id());
        }
    }
}
