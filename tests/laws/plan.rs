//! The plan: what it holds, in which order, and where it leads.

use crate::cases::cases;
use crate::report::gate_states;
use crate::second_way::{applicable, effective, refused};
use crate::support::{Say, drafts};
use iso27001_readiness::assessment::{Answer, DocumentStatus, Subject};
use iso27001_readiness::catalog::gates;
use iso27001_readiness::questionnaire::{self, Effort};
use iso27001_readiness::scoring::gates::State;
use iso27001_readiness::scoring::{Finding, ItemKind, Plan, Report, what_if, what_if_document};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeMap;

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_plan_holds_what_the_method_says_in_its_order(draft in drafts()) {
        let assessment = draft.assessment();
        let (report, plan) = (Report::of(&assessment), Plan::of(&assessment));
        let open: Vec<_> = gate_states(&report).into_iter().filter(|(_, state)| *state == State::Open).map(|(id, _)| id).collect();

        let smaller = |effort| if effort == Effort::L { Effort::M } else { Effort::S };
        let acts = |finding: Option<Finding>| finding.filter(|finding| *finding >= Finding::Opportunity);
        // For each: place in catalog order, finding, effort, gain.
        let mut expected = BTreeMap::<&str, (usize, Finding, Effort, i32)>::new();
        for (requirement, row) in draft.edition.requirements().zip(&report.requirements) {
            if let Some(finding) = acts(row.finding) {
                let gain = what_if(&assessment, Subject::Requirement(requirement), Answer::level(3).unwrap()).unwrap();
                let effort = questionnaire::question(requirement).effort;
                let begun = row.answer == Some(Answer::level(2).unwrap());
                let effort = if begun { smaller(effort) } else { effort };
                expected.insert(row.id, (requirement.index(), finding, effort, gain));
            }
        }
        for (index, (document, row)) in draft.edition.documents().zip(&report.documents).enumerate() {
            if let Some(finding) = acts(row.finding) {
                let effort = questionnaire::document_advice(document).effort;
                let effort = if row.status == Some(DocumentStatus::Draft) { Effort::S } else { effort };
                let gain = what_if_document(&assessment, index, DocumentStatus::InForce);
                expected.insert(row.key, (draft.requirements.len() + index, finding, effort, gain));
            }
        }
        prop_assert_eq!(plan.actions.len(), expected.len());
        let mut keys = Vec::new();
        for action in &plan.actions {
            let (place, finding, effort, gain) = expected[action.id];
            prop_assert_eq!((action.finding, action.effort, action.gain), (finding, effort, gain), "{}", action.id);
            prop_assert!(!action.step.is_empty() && (action.major || action.finding != Finding::Major), "{}", action.id);
            prop_assert_eq!(action.kind == ItemKind::Document, place >= draft.requirements.len());
            prop_assert!(action.gates.iter().all(|id| open.contains(id)), "{} blocks {:?}", action.id, action.gates);
            let stages = action.gates.iter().map(|id| gates().iter().find(|gate| gate.id == *id).unwrap().stage);
            prop_assert_eq!(action.stage, stages.min(), "{}", action.id);
            keys.push((action.stage.map_or(3, |stage| stage.number()), std::cmp::Reverse(finding), -action.gain, action.effort, place));
        }
        prop_assert!(keys.is_sorted_by(|a, b| a < b), "{:?}", keys);
    }

    #[test]
    fn each_gate_that_is_not_met_says_what_holds_it_and_what_it_waits_for(draft in drafts()) {
        let assessment = draft.assessment();
        let (report, plan) = (Report::of(&assessment), Plan::of(&assessment));
        for gate in report.stages.iter().flat_map(|stage| &stage.gates) {
            let waiting: Vec<_> = plan.awaited.iter().filter(|one| one.gates.contains(&gate.id)).map(|one| one.id).collect();
            prop_assert_eq!(&waiting, &gate.awaited, "{}", gate.id);
            match gate.state {
                State::Met => prop_assert!(gate.holding.is_empty() && gate.awaited.is_empty(), "{}", gate.id),
                State::Undetermined => prop_assert!(gate.holding.is_empty() && !gate.awaited.is_empty(), "{}", gate.id),
                State::Open => prop_assert!(!gate.holding.is_empty(), "{}", gate.id),
            }
            for action in &plan.actions {
                prop_assert_eq!(action.gates.contains(&gate.id), gate.holding.contains(&action.id), "{} {}", gate.id, action.id);
            }
        }
        let unanswered = [None, Some(Answer::Unknown)];
        let open = report.requirements.iter().filter(|row| unanswered.contains(&row.answer)).map(|row| row.id);
        let open = open.chain(report.documents.iter().filter(|row| row.required && row.status.is_none()).map(|row| row.key));
        let open: Vec<_> = open.collect();
        prop_assert_eq!(plan.questions.iter().map(|question| question.id).collect::<Vec<_>>(), open.clone());
        prop_assert!(plan.actions.iter().all(|action| !open.contains(&action.id)));
    }

    #[test]
    fn a_way_leads_to_its_stage_and_none_of_its_steps_can_be_left_out(draft in drafts(), pick in any::<Index>()) {
        let assessment = draft.assessment();
        let plan = Plan::of(&assessment);
        let ready = |steps: &[&str], stage: usize| {
            let mut then = draft.assessment();
            for step in steps {
                if let Ok(index) = then.document_index(step) {
                    let document = draft.edition.documents().nth(index).unwrap();
                    then.set_document(document.key, DocumentStatus::InForce, "").unwrap();
                } else {
                    let row = effective(&draft)[draft.edition.requirement(step).unwrap().index()].0;
                    let applies = applicable(&draft)[draft.edition.requirement(step).unwrap().index()];
                    match row {
                        Some(Say::NotApplicable) if !applies => then.exclude(*step, "none here", "").unwrap(),
                        _ => then.respond(*step, Answer::level(3).unwrap(), "").unwrap(),
                    }
                }
            }
            Report::of(&then).stages[stage].state == State::Met
        };
        for (stage, way) in [&plan.ways.first, &plan.ways.second].into_iter().enumerate() {
            let steps: Vec<_> = way.actions.iter().chain(&way.questions).copied().collect();
            prop_assert!(way.ready && ready(&steps, stage), "stage {}", stage + 1);
            // To take one unusual exclusion back can be enough to let the others stand.
            if !steps.is_empty() && !refused(&draft).contains(&true) {
                let left = pick.index(steps.len());
                let fewer: Vec<_> = steps.iter().enumerate().filter(|(at, _)| *at != left).map(|(_, step)| *step).collect();
                prop_assert!(!ready(&fewer, stage), "{} is not needed", steps[left]);
            }
        }
    }
}
