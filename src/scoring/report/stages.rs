//! The two stages of the audit, each with its gates.

use crate::catalog::{Edition, Requirement, Stage};
use crate::json::{Value, json_object, list};
use crate::scoring::Answers;
use crate::scoring::gates::{State, outcomes, stage_state};
use crate::scoring::verdict::{Item, Verdict};

/// What the state of a stage is called.
pub(in crate::scoring) fn readiness(state: State) -> Value<'static> {
    Value::Text(match state {
        State::Met => "ready",
        State::Open => "not-ready",
        State::Undetermined => "undetermined",
    })
}

/// The state of a gate.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GateReport {
    /// What it waits for: what is unanswered or unknown, and provisional answers that are still to be confirmed.
    pub awaited: Vec<&'static str>,
    /// The keys of its documents.
    pub documents: &'static [&'static str],
    /// What keeps it open: ids of requirements, then keys of documents.
    pub holding: Vec<&'static str>,
    /// Its id.
    pub id: &'static str,
    /// The requirements that its row lists.
    pub refs: &'static [&'static str],
    /// Its state.
    pub state: State,
    /// What holds when it is met.
    pub title: &'static str,
}

json_object! {
    GateReport {
        awaited = |it| list(&it.awaited), documents, holding = |it| list(&it.holding), id, refs, state, title,
    }
}

/// The state of an audit stage, with its own gates; stage 2 also waits for those of stage 1.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StageReport {
    /// Whether anybody still certifies the edition.
    pub certifiable: bool,
    /// Its own gates, in catalog order.
    pub gates: Vec<GateReport>,
    /// Which stage.
    pub stage: Stage,
    /// Met is ready, open is not ready.
    pub state: State,
}

json_object! {
    StageReport { certifiable, gates, stage, state = |it| readiness(it.state) }
}

/// Ids of requirements and keys of documents.
fn ids(edition: Edition, items: &[Item]) -> Vec<&'static str> {
    let mut ids = Vec::new();
    for item in items {
        ids.extend(match item {
            Item::Requirement(index) => Requirement::at(edition, *index).map(Requirement::id),
            Item::Document(index) => edition.documents().nth(*index).map(|document| document.key),
        });
    }
    ids
}

pub(super) fn stage_reports(answers: &Answers, verdict: &Verdict) -> Vec<StageReport> {
    let edition = answers.edition;
    let outcomes = outcomes(answers, verdict);
    let mut stages = Vec::new();
    for stage in Stage::ALL {
        let mut gates = Vec::new();
        for outcome in &outcomes {
            if outcome.gate.stage == stage {
                gates.push(GateReport {
                    id: outcome.gate.id,
                    title: outcome.gate.title,
                    state: outcome.state,
                    refs: outcome.gate.refs(edition),
                    documents: outcome.gate.documents,
                    awaited: ids(edition, &outcome.awaited(answers)),
                    holding: ids(edition, &outcome.holding()),
                });
            }
        }
        stages.push(StageReport {
            stage,
            state: stage_state(&outcomes, stage),
            certifiable: edition.is_certifiable(),
            gates,
        });
    }
    stages
}
