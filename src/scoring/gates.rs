//! What must hold before an audit stage. Gates stand beside the average: a high average cannot hide an open gate.

use super::answers::{Answers, Standing};
use super::outline::{GateRow, Outline};
use super::verdict::{Item, Verdict};
use crate::assessment::{Answer, DocumentStatus};
use crate::catalog::constants::{AREA_UNDER_WAY_PERCENT, CONFORMITY_LEVEL, CONTROLS_CONFORM_PERCENT, UNDER_WAY_LEVEL};
use crate::catalog::{Gate, GateScope, Gravity, MinimumLevel, Stage};
use crate::json::json_by_name;

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
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Undetermined => "undetermined",
            Self::Open => "open",
        }
    }
}

/// A gate with its state and those of everything that it looks at.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct GateOutcome {
    /// Which gate.
    pub gate: &'static Gate,
    /// Its state.
    pub state: State,
    /// What it looks at, in catalog order: requirements, then documents.
    pub conditions: Vec<(Item, State)>,
}

impl GateOutcome {
    /// What keeps it open.
    #[must_use]
    pub fn holding(&self) -> Vec<Item> {
        let mut items = Vec::new();
        for (item, state) in &self.conditions {
            if self.state == State::Open && *state == State::Open {
                items.push(*item);
            }
        }
        items
    }

    /// What it waits for while it is not met: what is unanswered or unknown, and provisional answers that are still to
    /// be confirmed.
    #[must_use]
    pub fn awaited(&self, answers: &Answers) -> Vec<Item> {
        let mut items = Vec::new();
        for (item, state) in &self.conditions {
            let waits = match item {
                Item::Requirement(index) => {
                    let standing = answers.at(*index);
                    standing.is_unknown()
                        || (*state == State::Undetermined && (standing.answer.is_none() || standing.provisional))
                }
                Item::Document(index) => answers.document(*index).is_none(),
            };
            if self.state != State::Met && *state != State::Met && waits {
                items.push(*item);
            }
        }
        items
    }
}

/// A requirement of a listed gate; none if it is not applicable.
fn listed(standing: Standing, gravity: Option<Gravity>, least: MinimumLevel) -> Option<State> {
    if !standing.is_applicable() {
        return None;
    }
    if least == MinimumLevel::Planned && standing.planned {
        return Some(State::Met);
    }
    let enough = match (least, gravity) {
        (MinimumLevel::Conform, Some(Gravity::Core)) => CONFORMITY_LEVEL,
        _ => UNDER_WAY_LEVEL,
    };
    Some(match (standing.answer, standing.level()) {
        (None, _) => State::Undetermined,
        (_, Some(level)) if level >= enough => confirmed(standing),
        _ => State::Open,
    })
}

/// A quick scan can rule readiness out, never in.
fn confirmed(standing: Standing) -> State {
    if standing.provisional { State::Undetermined } else { State::Met }
}

fn of_document(status: Option<DocumentStatus>, core: bool) -> State {
    match status {
        None => State::Undetermined,
        Some(DocumentStatus::InForce) => State::Met,
        Some(DocumentStatus::Draft) if !core => State::Met,
        Some(DocumentStatus::Draft | DocumentStatus::Missing) => State::Open,
    }
}

/// Whether a control is decided on in the Statement of Applicability.
fn decided(standing: Standing) -> State {
    match standing.answer {
        None => State::Undetermined,
        Some(Answer::Unknown) => State::Open,
        Some(_) if standing.refused => State::Open,
        Some(_) => confirmed(standing),
    }
}

/// How many of some controls show a level, and how many may reach it.
#[derive(Clone, Copy, Default)]
struct Share {
    shown: u32,
    possible: u32,
    all: u32,
}

impl Share {
    fn add(&mut self, standing: Standing, level: u8) {
        self.all = self.all.saturating_add(1);
        let reaches = standing.level().is_some_and(|own| own >= level);
        if reaches && !standing.provisional {
            self.shown = self.shown.saturating_add(1);
        }
        if reaches || standing.answer.is_none() {
            self.possible = self.possible.saturating_add(1);
        }
    }

    /// Whether so many percent have it, of those that show it, and of those that may.
    fn state(self, percent: u32) -> State {
        let reaches = |count: u32| count.saturating_mul(100) >= self.all.saturating_mul(percent);
        if reaches(self.shown) {
            State::Met
        } else if reaches(self.possible) {
            State::Undetermined
        } else {
            State::Open
        }
    }
}

/// The points of the applicable controls, in all and in each of their areas.
fn implemented(answers: &Answers) -> State {
    let outline = answers.outline;
    let mut all = Share::default();
    let mut areas = Vec::new();
    areas.resize(outline.areas, Share::default());
    for (standing, row) in answers.standings().iter().zip(&outline.requirements) {
        if row.gravity.is_none() && standing.is_applicable() {
            all.add(*standing, CONFORMITY_LEVEL);
            if let Some(area) = areas.get_mut(row.area) {
                area.add(*standing, UNDER_WAY_LEVEL);
            }
        }
    }
    let mut worst = all.state(CONTROLS_CONFORM_PERCENT);
    for area in areas {
        worst = worst.max(area.state(AREA_UNDER_WAY_PERCENT));
    }
    worst
}

/// The part of an applicable control in the gate of all of them, once the state of the gate is known.
fn working(standing: Standing, gate: State) -> State {
    let conforms = standing.level().is_some_and(|level| level >= CONFORMITY_LEVEL);
    if conforms && !standing.provisional {
        State::Met
    } else if gate == State::Open && !conforms && standing.answer.is_some() {
        State::Open
    } else {
        State::Undetermined
    }
}

/// A document in a gate; none where it is not required.
fn document(answers: &Answers, index: usize) -> Option<(Item, State)> {
    let row = answers.outline.documents.get(index)?;
    let state = of_document(answers.document(index), row.document.core);
    answers.is_required(index).then_some((Item::Document(index), state))
}

fn findings(answers: &Answers, verdict: &Verdict) -> Vec<(Item, State)> {
    let mut conditions = Vec::new();
    let known = |item, is_known| match (verdict.is_major(answers, item), is_known) {
        (true, _) => (item, State::Open),
        (false, true) => (item, State::Met),
        (false, false) => (item, State::Undetermined),
    };
    for (index, standing) in answers.standings().iter().enumerate() {
        if standing.is_applicable() {
            let is_known = standing.answer.is_some() && !standing.provisional && !standing.is_unknown();
            conditions.push(known(Item::Requirement(index), is_known));
        }
    }
    for index in 0..answers.outline.documents.len() {
        if answers.is_required(index) {
            conditions.push(known(Item::Document(index), answers.document(index).is_some()));
        }
    }
    conditions
}

/// The worst of the states; met if there are none.
fn worst(conditions: &[(Item, State)]) -> State {
    conditions.iter().map(|(_, state)| *state).max().unwrap_or(State::Met)
}

fn outcome(answers: &Answers, verdict: &Verdict, row: &GateRow) -> GateOutcome {
    let outline: &Outline = answers.outline;
    let mut conditions = Vec::new();
    let mut known = State::Met;
    match row.gate.scope {
        GateScope::Listed => {
            for index in &row.requirements {
                let gravity = outline.requirements.get(*index).and_then(|row| row.gravity);
                let state = listed(answers.at(*index), gravity, row.gate.least);
                conditions.extend(state.map(|state| (Item::Requirement(*index), state)));
            }
        }
        GateScope::EveryControl => {
            for (index, standing) in answers.standings().iter().enumerate().skip(outline.clause_requirements) {
                conditions.push((Item::Requirement(index), decided(*standing)));
            }
        }
        GateScope::ApplicableControls => {
            known = implemented(answers);
            for (index, standing) in answers.standings().iter().enumerate().skip(outline.clause_requirements) {
                if standing.is_applicable() {
                    conditions.push((Item::Requirement(index), working(*standing, known)));
                }
            }
            return GateOutcome { gate: row.gate, state: known, conditions };
        }
        GateScope::Findings => {
            conditions = findings(answers, verdict);
            // An accumulated finding opens the gate whoever feeds it.
            if !verdict.accumulated.is_empty() {
                known = State::Open;
            }
        }
    }
    for index in &row.documents {
        conditions.extend(document(answers, *index));
    }
    GateOutcome { gate: row.gate, state: known.max(worst(&conditions)), conditions }
}

/// All gates with their states, in catalog order.
#[must_use]
pub fn outcomes(answers: &Answers, verdict: &Verdict) -> Vec<GateOutcome> {
    let mut outcomes = Vec::with_capacity(answers.outline.gates.len());
    for row in &answers.outline.gates {
        outcomes.push(outcome(answers, verdict, row));
    }
    outcomes
}

/// The state of a stage: met is ready, open is not ready. Stage 2 looks at the gates of both stages.
#[must_use]
pub fn stage_state(outcomes: &[GateOutcome], stage: Stage) -> State {
    let of_stage = outcomes.iter().filter(|outcome| outcome.gate.stage <= stage);
    of_stage.map(|outcome| outcome.state).max().unwrap_or(State::Met)
}
