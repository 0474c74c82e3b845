//! Weights, gravity and exclusions.

use crate::rows::{BOTH, controls};
use iso27001_readiness::catalog::{self, Edition, ExclusionClass, Gravity, MinimumLevel};
use std::collections::BTreeSet;

#[test]
fn a_clause_has_a_weight_and_a_gravity_and_a_control_a_class_of_exclusion() {
    for edition in BOTH {
        for requirement in edition.requirements() {
            let (weight, gravity) = (requirement.weight(), requirement.gravity());
            assert_eq!(gravity.is_none(), requirement.is_control(), "{}", requirement.id());
            assert_eq!(requirement.exclusion().is_some(), requirement.is_control(), "{}", requirement.id());
            let largest = match gravity {
                Some(Gravity::Core | Gravity::Normal) => 4,
                Some(Gravity::Supporting) | None => 1,
            };
            assert!((1..=largest).contains(&weight), "{} weighs {weight}", requirement.id());
        }
        let never = controls(edition).filter(|one| one.exclusion() == Some(ExclusionClass::Never)).count();
        assert!(3 * never < controls(edition).count(), "never is the exception");
    }
}

#[test]
fn a_control_that_is_never_excluded_is_never_excluded_in_the_other_edition() {
    let never =
        |edition: Edition, id: &str| edition.requirement(id).unwrap().exclusion() == Some(ExclusionClass::Never);
    for control in controls(Edition::E2013).filter(|one| never(Edition::E2013, one.id())) {
        assert!(control.successors().any(|id| never(Edition::E2022, id)), "{}", control.id());
    }
    for control in controls(Edition::E2022).filter(|one| never(Edition::E2022, one.id())) {
        assert!(control.predecessors().any(|id| never(Edition::E2013, id)), "{}", control.id());
    }
}

#[test]
fn every_core_requirement_and_core_document_is_held_by_a_gate() {
    for edition in BOTH {
        let conform = catalog::gates().iter().filter(|gate| gate.least == MinimumLevel::Conform);
        let held: BTreeSet<_> = conform.flat_map(|gate| gate.refs(edition)).copied().collect();
        for requirement in edition.requirements().filter(|one| one.gravity() == Some(Gravity::Core)) {
            assert!(held.contains(requirement.id()), "{}", requirement.id());
        }
        for document in edition.documents().filter(|one| one.core) {
            assert!(catalog::gates().iter().any(|gate| gate.documents.contains(&document.key)), "{}", document.key);
        }
    }
}
