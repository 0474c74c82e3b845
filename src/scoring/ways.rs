//! The shortest way to each stage: what is enough of the plan, and of what is to be found out or confirmed.

use super::answers::Answers;
use super::gates::{GateOutcome, State, outcomes, stage_state};
use super::plan::{Action, OpenQuestion};
use super::verdict::{Item, Verdict};
use super::what_if::conformity;
use crate::assessment::DocumentStatus;
use crate::catalog::Stage;
use crate::json::{Value, json_object};

/// A way to a stage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Way {
    /// Ids of requirements and keys of documents that are to be done, in the order of the plan.
    pub actions: Vec<&'static str>,
    /// What is to be found out to be well, or confirmed, in catalog order.
    pub questions: Vec<&'static str>,
    /// Whether the stage is ready once all of them are done.
    pub ready: bool,
}

fn texts<'a>(ids: &[&'static str]) -> Value<'a> {
    Value::List(ids.iter().map(|id| Value::Text(id)).collect())
}

json_object! {
    Way { actions = |it| texts(&it.actions), questions = |it| texts(&it.questions), ready }
    Ways { first as "1", second as "2" }
}

/// The ways to both stages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ways {
    /// To stage 1.
    pub first: Way,
    /// To stage 2, which looks at the gates of both.
    pub second: Way,
}

/// Something that a way may need.
struct Step {
    item: Item,
    id: &'static str,
    is_action: bool,
}

/// Does a step: a requirement conforms, a document is in force. A provisional exclusion that stands is confirmed.
fn take(answers: &mut Answers, before: &Answers, item: Item) {
    match item {
        Item::Requirement(index) => {
            let standing = before.at(index);
            let answer = if standing.is_applicable() { Some(conformity()) } else { standing.answer };
            answers.set(index, answer, false);
        }
        Item::Document(index) => answers.set_document(index, Some(DocumentStatus::InForce)),
    }
}

/// Takes a step back to what `before` holds.
fn take_back(answers: &mut Answers, before: &Answers, item: Item) {
    match item {
        Item::Requirement(index) => {
            let standing = before.at(index);
            answers.set(index, standing.answer, standing.provisional);
        }
        Item::Document(index) => answers.set_document(index, before.document(index)),
    }
}

fn is_ready(answers: &Answers, stage: Stage) -> bool {
    stage_state(&outcomes(answers, &Verdict::of(answers)), stage) == State::Met
}

/// Everything that holds a gate of the stage open or that one waits for is done; then, from the end of the plan, whatever
/// turns out not to be needed is given up.
fn way(answers: &Answers, stage: Stage, steps: &[Step]) -> Way {
    let mut then = answers.clone();
    for step in steps {
        take(&mut then, answers, step.item);
    }
    let ready = is_ready(&then, stage);
    let mut needed = Vec::new();
    for step in steps.iter().rev() {
        if ready {
            take_back(&mut then, answers, step.item);
            if is_ready(&then, stage) {
                continue;
            }
            take(&mut then, answers, step.item);
        }
        needed.push(step);
    }
    let mut way = Way { ready, ..Way::default() };
    for step in needed.iter().rev() {
        if step.is_action { &mut way.actions } else { &mut way.questions }.push(step.id);
    }
    way
}

/// The ways to both stages.
pub(super) fn ways(
    answers: &Answers,
    outcomes: &[GateOutcome],
    actions: &[(Item, Action<'_>)],
    awaited: &[(Item, OpenQuestion)],
) -> Ways {
    let stage_of = |gate: &str| outcomes.iter().find(|outcome| outcome.gate.id == gate).map(|of| of.gate.stage);
    let [first, second] = Stage::ALL.map(|stage| {
        let asks = |gates: &[&'static str]| gates.iter().any(|gate| stage_of(gate).is_some_and(|of| of <= stage));
        let waits = |item: Item| awaited.iter().any(|(of, question)| *of == item && asks(&question.gates));
        let mut steps = Vec::new();
        for (item, action) in actions {
            if asks(&action.gates) || waits(*item) {
                steps.push(Step { item: *item, id: action.id, is_action: true });
            }
        }
        for (item, question) in awaited {
            let is_new = !actions.iter().any(|(of, _)| of == item);
            if is_new && asks(&question.gates) {
                steps.push(Step { item: *item, id: question.id, is_action: false });
            }
        }
        if stage_state(outcomes, stage) == State::Met {
            return Way { ready: true, ..Way::default() };
        }
        way(answers, stage, &steps)
    });
    Ways { first, second }
}
