//! All that the method says about an assessment, as one versioned object. Every output renders this one.
//!
//! As JSON it is canonical (RFC 8785): `json_object!` refuses members in another order.

mod items;
mod scores;
mod stages;

pub use items::{DocumentReport, RequirementReport};
pub use scores::{AreaScore, SectionScore};
pub(super) use stages::readiness;
pub use stages::{GateReport, StageReport};

use super::score::{Part, Scores};
use super::verdict::Verdict;
use super::{Accumulated, Answers, FindingCounts, METHOD, ScoreRange};
use crate::assessment::Assessment;
use crate::catalog::Edition;
use crate::json::{Value, json_object};
use items::{document_reports, requirement_reports};
use scores::{area_scores, section_scores};
use stages::stage_reports;

/// How many requirements have an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coverage {
    /// With an answer of their own, among the applicable.
    pub answered: u16,
    /// Applicable; a control without an answer is.
    pub applicable: u16,
    /// With an answer taken from their area, among the applicable.
    pub provisional: u16,
    /// All.
    pub total: u16,
}

json_object! {
    Coverage { answered, applicable, provisional, total }
}

impl Coverage {
    pub(super) fn of(answers: &Answers, within: &dyn Fn(usize) -> bool) -> Self {
        let mut it = Self::default();
        let count = |place: &mut u16| *place = place.saturating_add(1);
        for (index, standing) in answers.standings().iter().enumerate() {
            if !within(index) {
                continue;
            }
            count(&mut it.total);
            if !standing.is_applicable() {
                continue;
            }
            count(&mut it.applicable);
            match standing.answer {
                None => {}
                Some(_) if standing.provisional => count(&mut it.provisional),
                Some(_) => count(&mut it.answered),
            }
        }
        it
    }
}

/// The scores of the three parts; none where a part has nothing applicable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parts {
    /// The clause requirements.
    pub clauses: Option<ScoreRange>,
    /// The controls of Annex A.
    pub controls: Option<ScoreRange>,
    /// The required documents.
    pub documents: Option<ScoreRange>,
}

json_object! {
    Parts { clauses, controls, documents }
}

impl Parts {
    pub(super) fn of(scores: &Scores) -> Self {
        Self {
            clauses: scores.part(Part::Clauses),
            controls: scores.part(Part::Controls),
            documents: scores.part(Part::Documents),
        }
    }
}

/// The high end in results; null without a score.
fn high(score: Option<ScoreRange>) -> Value<'static> {
    score.map_or(Value::Null, |score| Value::Number(i32::from(score.high())))
}

/// The low end in results; null without a score.
fn low(score: Option<ScoreRange>) -> Value<'static> {
    score.map_or(Value::Null, |score| Value::Number(i32::from(score.low())))
}

/// The overall score measured by the assessment's own target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ambition {
    /// The score; it moves nothing else.
    pub score: ScoreRange,
    /// The target, 4 or 5.
    pub target: u8,
}

json_object! {
    Ambition { high = |it| high(Some(it.score)), low = |it| low(Some(it.score)), target }
}

/// All that the method says about an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// What has piled up to further majors.
    pub accumulated: Vec<Accumulated>,
    /// The score by the assessment's own target; none unless that is above conformity.
    pub ambition: Option<Ambition>,
    /// The areas, in catalog order.
    pub areas: Vec<AreaScore>,
    /// How many requirements have an answer.
    pub coverage: Coverage,
    /// Every document of the edition, in catalog order.
    pub documents: Vec<DocumentReport>,
    /// The edition.
    pub edition: Edition,
    /// How many findings there are, documents counted in, the accumulated not.
    pub findings: FindingCounts,
    /// The name of the method.
    pub method: &'static str,
    /// The overall score.
    pub overall: ScoreRange,
    /// The scores of the parts.
    pub parts: Parts,
    /// Every requirement, in catalog order.
    pub requirements: Vec<RequirementReport>,
    /// Clauses 4 to 10, then the control groups.
    pub sections: Vec<SectionScore>,
    /// Both stages.
    pub stages: Vec<StageReport>,
}

json_object! {
    Report {
        accumulated, ambition, areas, coverage, documents, edition, findings, method, overall, parts, requirements,
        sections, stages,
    }
}

impl Report {
    /// The canonical JSON text of the report.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::text(self)
    }

    /// The report on an assessment.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        let answers = Answers::of(assessment);
        let scores = Scores::of_answers(&answers);
        let verdict = Verdict::of(&answers);
        let edition = answers.edition;
        Self {
            method: METHOD,
            edition,
            overall: scores.overall(),
            ambition: Scores::ambition(&answers).map(|score| Ambition { target: answers.ambition.number(), score }),
            coverage: Coverage::of(&answers, &|_| true),
            parts: Parts::of(&scores),
            sections: section_scores(&answers, &scores),
            areas: area_scores(&answers, &scores),
            findings: verdict.findings.counts(),
            stages: stage_reports(&answers, &verdict),
            requirements: requirement_reports(&answers, &scores, &verdict),
            documents: document_reports(&answers, &scores, &verdict),
            accumulated: verdict.accumulated,
        }
    }
}
