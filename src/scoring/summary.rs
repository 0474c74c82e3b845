use super::gates::{State, outcomes, stage_state};
use super::report::readiness;
use super::{Answers, Coverage, FindingCounts, Parts, ScoreRange, Scores, Verdict};
use crate::assessment::Assessment;
use crate::catalog::Stage;
use crate::json::json_object;

/// The state of a stage and how many of its own gates are in which state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct StageSummary {
    /// Whether anybody still certifies the edition.
    pub certifiable: bool,
    /// Its own gates that are met.
    pub met: u16,
    /// Its own gates that are open.
    pub open: u16,
    /// Which stage.
    pub stage: Stage,
    /// Met is ready, open is not ready.
    pub state: State,
    /// Its own gates that are undetermined.
    pub undetermined: u16,
}

json_object! {
    StageSummary { certifiable, met, open, stage, state = |it| readiness(it.state), undetermined }
}

/// What is needed at every keystroke.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// How many requirements have an answer.
    pub coverage: Coverage,
    /// How many findings there are.
    pub findings: FindingCounts,
    /// The overall score.
    pub overall: ScoreRange,
    /// The scores of the parts.
    pub parts: Parts,
    /// Both stages.
    pub stages: [StageSummary; 2],
}

json_object! {
    Summary { coverage, findings, overall, parts, stages }
}

impl Summary {
    /// The summary of an assessment.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        let answers = Answers::of(assessment);
        let scores = Scores::of_answers(&answers);
        let verdict = Verdict::of(&answers);
        let outcomes = outcomes(&answers, &verdict);
        let stages = Stage::ALL.map(|stage| {
            let count = |state| {
                let of_state = outcomes.iter().filter(|one| one.gate.stage == stage && one.state == state);
                u16::try_from(of_state.count()).unwrap_or(u16::MAX)
            };
            StageSummary {
                stage,
                state: stage_state(&outcomes, stage),
                certifiable: answers.edition.is_certifiable(),
                met: count(State::Met),
                open: count(State::Open),
                undetermined: count(State::Undetermined),
            }
        });
        Self {
            overall: scores.overall(),
            coverage: Coverage::of(&answers, &|_| true),
            parts: Parts::of(&scores),
            findings: verdict.findings.counts(),
            stages,
        }
    }
}
