//! What the method says about each requirement and each document.

use super::{high, low};
use crate::assessment::{Answer, DocumentStatus};
use crate::catalog::Demand;
use crate::json::json_object;
use crate::score_range::ScoreRange;
use crate::scoring::points::{Points, points};
use crate::scoring::score::Scores;
use crate::scoring::verdict::{Item, Verdict};
use crate::scoring::{Answers, Finding};

/// What the method says about one requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequirementReport {
    /// Its id.
    pub id: &'static str,
    /// The answer that counts.
    pub answer: Option<Answer>,
    /// Whether it has an owner and a due date.
    pub planned: bool,
    /// Whether that answer comes from its area.
    pub provisional: bool,
    /// Whether it is an exclusion that no auditor would accept; it counts as level 0.
    pub refused: bool,
    /// Its score; none if it is not applicable.
    pub score: Option<ScoreRange>,
    /// What an auditor would likely write; none without an answer.
    pub finding: Option<Finding>,
    /// Its points; none if it is not applicable.
    pub points: Option<Points>,
}

json_object! {
    RequirementReport {
        answer, finding, high = |it| high(it.score), id, low = |it| low(it.score), planned, points, provisional, refused,
    }
}

/// What the method says about one document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DocumentReport {
    /// What makes it required: clauses, or the applicable controls; empty when it is not.
    pub because: Vec<&'static str>,
    /// Who asks for it.
    pub demand: Demand,
    /// What an auditor would likely write; none without a status, and where it is not required.
    pub finding: Option<Finding>,
    /// Its key.
    pub key: &'static str,
    /// Its points; none when it is not required.
    pub points: Option<Points>,
    /// Whether it is required.
    pub required: bool,
    /// Its status, if that was said.
    pub status: Option<DocumentStatus>,
}

json_object! {
    DocumentReport { because, demand, finding, key, points, required, status }
}

pub(super) fn requirement_reports(answers: &Answers, scores: &Scores, verdict: &Verdict) -> Vec<RequirementReport> {
    let mut points = points(scores).into_iter();
    let mut rows = Vec::new();
    for requirement in answers.edition.requirements() {
        let standing = answers.of_requirement(requirement);
        rows.push(RequirementReport {
            id: requirement.id(),
            answer: standing.answer,
            provisional: standing.provisional,
            planned: standing.planned,
            refused: standing.refused,
            score: scores.requirement(requirement.index()),
            finding: verdict.finding(Item::Requirement(requirement.index())),
            points: points.next().flatten(),
        });
    }
    rows
}

pub(super) fn document_reports(answers: &Answers, scores: &Scores, verdict: &Verdict) -> Vec<DocumentReport> {
    let edition = answers.edition;
    let mut points = points(scores).into_iter().skip(edition.requirement_count());
    let mut rows = Vec::new();
    for (index, document) in edition.documents().enumerate() {
        rows.push(DocumentReport {
            key: document.key,
            demand: document.demand(edition).unwrap_or(Demand::Usual),
            required: answers.is_required(index),
            because: answers.because(index),
            status: answers.document(index),
            finding: verdict.finding(Item::Document(index)),
            points: points.next().flatten(),
        });
    }
    rows
}
