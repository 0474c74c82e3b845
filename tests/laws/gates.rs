//! Gates: what meets one, and what hides none.

use crate::cases::cases;
use crate::report::gate_states;
use crate::second_way::{applicable, effective};
use crate::support::{Draft, Say, drafts};
use iso27001_readiness::assessment::DocumentStatus;
use iso27001_readiness::catalog::{Edition, Gate, GateScope, Gravity, MinimumLevel, Requirement, gates};
use iso27001_readiness::scoring::Report;
use iso27001_readiness::scoring::gates::State;
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeMap;

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_provisional_answer_meets_no_gate(draft in drafts(), drop_own in any::<bool>()) {
        let mut draft = draft;
        if drop_own {
            draft.requirements.fill(None);
        }
        let report = Report::of(&draft.assessment());
        let states: BTreeMap<_, _> = gate_states(&report).into_iter().collect();
        let met = |gate: &&Gate| states[gate.id] == State::Met;
        for gate in gates().iter().filter(met) {
            let own = |requirement: Requirement| {
                let planned = gate.least == MinimumLevel::Planned && draft.planned[requirement.index()];
                planned || matches!(draft.requirements[requirement.index()], Some(Say::Level(level)) if level > 1)
            };
            let controls = || draft.edition.requirements().filter(|one| one.is_control());
            match gate.scope {
                GateScope::Listed => {
                    prop_assert!(gate.refs(draft.edition).iter().all(|id| own(draft.edition.requirement(id).unwrap())), "{}", gate.id);
                }
                GateScope::EveryControl => prop_assert!(controls().all(|one| draft.requirements[one.index()].is_some())),
                GateScope::ApplicableControls => {
                    let applicable = applicable(&draft);
                    let count = controls().filter(|one| applicable[one.index()]).count();
                    prop_assert!(10 * controls().filter(|one| own(*one)).count() >= 8 * count);
                }
                GateScope::Findings => {
                    let excluded = |one: Requirement| draft.requirements[one.index()] == Some(Say::NotApplicable)
                        || (draft.requirements[one.index()].is_none() && effective(&draft)[one.index()].0 == Some(Say::NotApplicable));
                    prop_assert!(draft.edition.requirements().all(|one| excluded(one)
                        || matches!(draft.requirements[one.index()], Some(Say::Level(_)))));
                }
            }
        }
    }

    #[test]
    fn a_stage_is_as_its_worst_gate_and_stage_2_waits_for_stage_1(draft in drafts()) {
        let report = Report::of(&draft.assessment());
        let worst = |stages: usize| report.stages.iter().take(stages).flat_map(|s| &s.gates).map(|gate| gate.state).max();
        prop_assert_eq!(Some(report.stages[0].state), worst(1));
        prop_assert_eq!(Some(report.stages[1].state), worst(2));
    }

    #[test]
    fn a_high_average_hides_no_open_gate(pick in any::<Index>(), edition in prop::sample::select(&Edition::ALL[..])) {
        let mut draft = Draft {
            edition,
            target: 3,
            requirements: vec![Some(Say::Level(5)); edition.requirement_count()],
            planned: vec![false; edition.requirement_count()],
            areas: vec![None; edition.areas().len()],
            documents: vec![Some(DocumentStatus::InForce); edition.documents().count()],
        };
        let core: Vec<_> = edition.requirements().filter(|r| r.gravity() == Some(Gravity::Core)).collect();
        draft.requirements[pick.get(&core).index()] = Some(Say::Level(0));
        let report = Report::of(&draft.assessment());
        prop_assert!(report.overall.low() > 9600 && report.stages[1].state == State::Open);
    }
}
