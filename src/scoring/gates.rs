//! What must hold before an audit stage. Gates stand beside the average: a high average cannot hide an open gate.

use super::Answers;
use crate::assessment::{Answer, DocumentStatus, EffectiveAnswer};
use crate::catalog::{self, Edition, Gate, GateScope, MinimumLevel, Requirement, Stage};
use crate::json::json_by_name;
use crate::questionnaire::{Level, Target};

/// The state of a gate, or of one thing that it looks at. The worst counts: open if any is open, else undetermined if any
/// is, else met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// It holds.
    Met,
    /// Nothing speaks against it, but answers are missing or provisional.
    Undetermined,
    /// It does not hold.
    Open,
}

json_by_name!(State);

impl State {
    /// Its name in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Undetermined => "undetermined",
            Self::Open => "open",
        }
    }
}

/// One thing that a gate looks at, with its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// A requirement, on its own.
    Requirement(Requirement, State),
    /// A control area as a whole, by its place in [`Edition::areas`].
    Area(usize, State),
    /// A required document, by its place among [`Edition::documents`].
    Document(usize, State),
}

impl Condition {
    /// Its state.
    pub fn state(self) -> State {
        match self {
            Self::Requirement(_, state) | Self::Area(_, state) | Self::Document(_, state) => state,
        }
    }
}

/// The least level that a gate asks of its references at a target.
pub fn least_level(least: MinimumLevel, target: Target) -> Level {
    let [_, first, second, ..] = Level::ALL;
    match least {
        MinimumLevel::Target => target.level(),
        MinimumLevel::Planned => first,
        MinimumLevel::Started => second.min(target.level()),
    }
}

fn requirement_state(answer: EffectiveAnswer, least: Level) -> State {
    match answer.answer {
        Some(Answer::Level(level)) if level < least => State::Open,
        Some(Answer::Unknown) => State::Open,
        // A clause is never not applicable, so this arm only meets levels that are high enough.
        Some(Answer::Level(_) | Answer::NotApplicable) if !answer.provisional => State::Met,
        // A quick scan can rule readiness out, never in.
        Some(Answer::Level(_) | Answer::NotApplicable) | None => State::Undetermined,
    }
}

fn document_state(status: Option<DocumentStatus>) -> State {
    match status {
        Some(DocumentStatus::InForce) => State::Met,
        Some(DocumentStatus::Missing | DocumentStatus::Draft) => State::Open,
        None => State::Undetermined,
    }
}

/// The state of a control area: met if one applicable control has an own answer at level 1 or above, open if every
/// applicable control is known to be absent; none if no control of it is applicable.
fn area_state(answers: &Answers, area: usize) -> Option<State> {
    let [_, first, ..] = Level::ALL;
    let mut best = None;
    for control in controls_of(answers, area) {
        let state = requirement_state(answers.of_requirement(control), first);
        // One control is enough, so the best state counts.
        best = Some(best.map_or(state, |best: State| best.min(state)));
    }
    best
}

/// The applicable controls of an area.
pub(super) fn controls_of(answers: &Answers, area: usize) -> Vec<Requirement> {
    let mut controls = Vec::new();
    for requirement in answers.edition.requirements() {
        if requirement.is_control() && requirement.area_index() == area && answers.is_applicable(requirement.index()) {
            controls.push(requirement);
        }
    }
    controls
}

/// Everything that a gate looks at, with the state of each.
pub fn conditions(answers: &Answers, gate: &Gate) -> Vec<Condition> {
    let edition = answers.edition;
    let least = least_level(gate.least, answers.target);
    let condition = |requirement: Requirement| {
        Condition::Requirement(requirement, requirement_state(answers.of_requirement(requirement), least))
    };
    let mut conditions = Vec::new();
    match gate.scope {
        GateScope::Listed => {
            for id in gate.refs(edition) {
                if let Some(requirement) = edition.requirement(id) {
                    conditions.push(condition(requirement));
                }
            }
        }
        GateScope::EveryClause => {
            for requirement in edition.requirements() {
                if !requirement.is_control() {
                    conditions.push(condition(requirement));
                }
            }
        }
        GateScope::EveryControlArea => {
            for area in 0..edition.areas().len() {
                if let Some(state) = area_state(answers, area) {
                    conditions.push(Condition::Area(area, state));
                }
            }
        }
    }
    for (index, document) in edition.documents().enumerate() {
        if gate.documents.contains(&document.key) && answers.is_required(document) {
            conditions.push(Condition::Document(index, document_state(answers.document(index))));
        }
    }
    conditions
}

/// The state of a gate.
pub fn gate_state(answers: &Answers, gate: &Gate) -> State {
    let mut worst = State::Met;
    for condition in conditions(answers, gate) {
        worst = worst.max(condition.state());
    }
    worst
}

/// The state of a stage: met is ready, open is not ready. Stage 2 looks at the gates of both stages.
pub fn stage_state(answers: &Answers, stage: Stage) -> State {
    let mut worst = State::Met;
    for gate in catalog::gates() {
        if gate.stage <= stage {
            worst = worst.max(gate_state(answers, gate));
        }
    }
    worst
}

/// The requirement ids that a gate refers to in reports: its row's, or every clause requirement.
pub fn refs(edition: Edition, gate: &Gate) -> Vec<&'static str> {
    if gate.scope != GateScope::EveryClause {
        return gate.refs(edition).to_vec();
    }
    let mut refs = Vec::new();
    for requirement in edition.requirements() {
        if !requirement.is_control() {
            refs.push(requirement.id());
        }
    }
    refs
}
