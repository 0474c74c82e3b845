//! What must hold before an audit stage. Gates stand beside the average: a high average cannot hide an open gate.

use super::Answers;
use crate::assessment::{Answer, DocumentStatus, EffectiveAnswer, Level, Target};
use crate::catalog::{self, Edition, Gate, Least, Reach, Requirement, Stage};
use serde::Serialize;

/// The state of a gate, or of one thing that it looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It holds.
    Met,
    /// Nothing speaks against it, but answers are missing or provisional.
    Undetermined,
    /// It does not hold.
    Open,
}

impl State {
    /// Its name in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Undetermined => "undetermined",
            Self::Open => "open",
        }
    }

    /// Open if any is open, else undetermined if any is, else met.
    pub(super) fn worst(states: impl Iterator<Item = Self>) -> Self {
        states.max().unwrap_or(Self::Met)
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
pub fn least_level(least: Least, target: Target) -> Level {
    let [_, first, second, ..] = Level::ALL;
    match least {
        Least::Target => target.level(),
        Least::Planned => first,
        Least::Started => second.min(target.level()),
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
    // One control is enough, so the best state counts.
    controls_of(answers, area).map(|control| requirement_state(answers.of_requirement(control), first)).min()
}

/// The applicable controls of an area.
pub(super) fn controls_of(answers: &Answers, area: usize) -> impl Iterator<Item = Requirement> {
    answers.edition.requirements().filter(move |requirement| {
        requirement.is_control() && requirement.area_index() == area && answers.is_applicable(requirement.index())
    })
}

/// Everything that a gate looks at, with the state of each.
pub fn conditions(answers: &Answers, gate: &Gate) -> Vec<Condition> {
    let edition = answers.edition;
    let least = least_level(gate.least, answers.target);
    let condition = |requirement: Requirement| {
        Condition::Requirement(requirement, requirement_state(answers.of_requirement(requirement), least))
    };
    let mut conditions: Vec<Condition> = match gate.reach {
        Reach::Listed => gate.refs(edition).iter().filter_map(|id| edition.requirement(id)).map(condition).collect(),
        Reach::EveryClause => edition.requirements().filter(|r| !r.is_control()).map(condition).collect(),
        Reach::EveryControlArea => (0..edition.areas().len())
            .filter_map(|area| area_state(answers, area).map(|state| Condition::Area(area, state)))
            .collect(),
    };
    conditions.extend(edition.documents().enumerate().filter_map(|(index, document)| {
        let asked_for = gate.documents.contains(&document.key) && answers.is_required(document);
        asked_for.then(|| Condition::Document(index, document_state(answers.document(index))))
    }));
    conditions
}

/// The state of a gate.
pub fn gate_state(answers: &Answers, gate: &Gate) -> State {
    State::worst(conditions(answers, gate).into_iter().map(Condition::state))
}

/// The state of a stage: met is ready, open is not ready. Stage 2 looks at the gates of both stages.
pub fn stage_state(answers: &Answers, stage: Stage) -> State {
    State::worst(catalog::gates().iter().filter(|gate| gate.stage <= stage).map(|gate| gate_state(answers, gate)))
}

/// The requirement ids that a gate refers to in reports: its row's, or every clause requirement.
pub fn refs(edition: Edition, gate: &Gate) -> Vec<&'static str> {
    match gate.reach {
        Reach::EveryClause => edition.requirements().filter(|r| !r.is_control()).map(Requirement::id).collect(),
        Reach::Listed | Reach::EveryControlArea => gate.refs(edition).to_vec(),
    }
}
