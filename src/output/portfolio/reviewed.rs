//! One of many, in the figures that a reviewer compares.

use super::{Minimums, Received, Weights};
use crate::assessment::Assessment;
use crate::json::{Value, json_object};
use crate::output::envelope::{Binding, Difference};
use crate::score_range::ScoreRange;
use crate::scoring::{AreaScore, Coverage, FindingCounts, StageSummary, Summary};

/// All that the review desk shows of one vendor in its table. The figures are those that follow from the answers.
#[derive(Debug)]
#[non_exhaustive]
pub struct Reviewed {
    /// The scores of the topics.
    pub areas: Vec<AreaScore>,
    /// The answers.
    pub assessment: Assessment,
    /// For which request it was made.
    pub binding: Option<Binding>,
    /// How many requirements have an answer.
    pub coverage: Coverage,
    /// Where a result differs from its answers; none for a bare assessment.
    pub differences: Option<Vec<Difference>>,
    /// How many findings there are.
    pub findings: FindingCounts,
    /// How many further places differ.
    pub more: u32,
    /// The overall score.
    pub overall: ScoreRange,
    /// The weighted mean of the topics, by the reviewer's own weights; none without any.
    pub own: Option<ScoreRange>,
    /// The requirements under the reviewer's minimums; none without any.
    pub shortfalls: Option<Vec<&'static str>>,
    /// Both stages.
    pub stages: [StageSummary; 2],
}

json_object! {
    Reviewed {
        areas, binding, coverage, created = |it| Value::Text(it.assessment.created()), differences,
        edition = |it| Value::Text(it.assessment.edition().year()), findings, id = |it| Value::Text(it.assessment.id()),
        modified = |it| Value::Text(it.assessment.modified()), more,
        organisation = |it| Value::Text(&it.assessment.organisation().name), overall, own, shortfalls, stages,
    }
}

impl Reviewed {
    /// What was received, computed.
    #[must_use]
    pub fn of(received: Received, minimums: Option<&Minimums>, weights: Option<&Weights>) -> Self {
        let Received { assessment, binding, differences, more } = received;
        let Summary { coverage, findings, overall, stages, .. } = Summary::of(&assessment);
        let areas = AreaScore::all(&assessment);
        Self {
            own: weights.and_then(|weights| weights.score(&areas)),
            shortfalls: minimums.map(|minimums| minimums.shortfalls(&assessment)),
            areas,
            assessment,
            binding,
            coverage,
            differences,
            findings,
            more,
            overall,
            stages,
        }
    }
}
