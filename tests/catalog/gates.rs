//! Gates.

use crate::rows::BOTH;
use iso27001_readiness::catalog::{self, Demand, Edition, ExclusionClass, Gate, GateScope, MinimumLevel, Stage};
use std::collections::BTreeSet;

#[test]
fn there_are_11_gates_before_stage_1_and_9_before_stage_2() {
    let of = |stage| catalog::gates().iter().filter(|gate| gate.stage == stage).map(|gate| gate.id).collect::<Vec<_>>();
    assert_eq!(
        of(Stage::One),
        [
            "scope",
            "policy",
            "roles",
            "risk-assessment",
            "risk-treatment",
            "statement-complete",
            "objectives",
            "documented-information",
            "legal-duties",
            "audit-planned",
            "review-planned"
        ]
    );
    assert_eq!(
        of(Stage::Two),
        [
            "leadership",
            "operation",
            "competence",
            "monitoring",
            "internal-audit",
            "management-review",
            "corrective-action",
            "controls-implemented",
            "no-major"
        ]
    );
    assert!(catalog::gates().is_sorted_by_key(|gate| gate.stage));
}

#[test]
fn a_gate_refers_to_clauses_or_controls_that_stay_and_to_documents_that_somebody_demands() {
    for gate in catalog::gates() {
        for edition in BOTH {
            for id in gate.refs(edition) {
                let exclusion = edition.requirement(id).unwrap().exclusion();
                assert!(exclusion.is_none_or(|class| class == ExclusionClass::Never), "{id} of {}", gate.id);
            }
            assert_eq!(gate.refs(edition).is_empty(), gate.scope != GateScope::Listed, "{}", gate.id);
            for key in gate.documents {
                let document = edition.documents().find(|document| document.key == *key).unwrap();
                assert_ne!(document.demand(edition), Some(Demand::Usual), "{key} of {}", gate.id);
            }
        }
    }
}

#[test]
fn no_gate_asks_for_a_document_that_another_one_asks_for() {
    let mut seen = BTreeSet::new();
    for key in catalog::gates().iter().flat_map(|gate| gate.documents) {
        assert!(seen.insert(key), "{key}");
    }
    let always = catalog::documents().iter().filter(|one| one.demand(Edition::E2022) == Some(Demand::Always));
    assert!(always.map(|document| document.key).all(|key| seen.contains(&key)));
}

#[test]
fn only_two_gates_are_content_with_a_plan() {
    let least = |wanted| catalog::gates().iter().filter(move |gate| gate.least == wanted).map(|gate: &Gate| gate.id);
    assert_eq!(least(MinimumLevel::Planned).collect::<Vec<_>>(), ["audit-planned", "review-planned"]);
    assert_eq!(least(MinimumLevel::Conform).count(), 18);
}
