//! All that the method says about an assessment, as one versioned object. Every output renders this one.
//!
//! As JSON it is canonical (RFC 8785): `json_object!` refuses members in another order.

use super::gates::{State, outcomes, stage_state};
use super::points::{Points, points};
use super::score::{Part, Scores};
use super::verdict::{Item, Verdict};
use super::{Accumulated, Answers, Finding, FindingCounts, METHOD, ScoreRange};
use crate::assessment::{Answer, Assessment, DocumentStatus};
use crate::catalog::{Demand, Edition, Requirement, Stage};
use crate::json::{Value, json_object, list};

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

/// The score of a clause 4 to 10, or of a control group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct SectionScore {
    /// Its number, `"4"` to `"10"` or `"A.5"` to `"A.18"`.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its score; none if nothing in it is applicable.
    pub score: Option<ScoreRange>,
    /// How many of its requirements have an answer.
    pub coverage: Coverage,
}

json_object! {
    SectionScore {
        answered = |it| it.coverage.answered.json(), applicable = |it| it.coverage.applicable.json(),
        high = |it| high(it.score), id, low = |it| low(it.score), provisional = |it| it.coverage.provisional.json(),
        title, total = |it| it.coverage.total.json(),
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

/// What the state of a stage is called.
pub(super) fn readiness(state: State) -> Value<'static> {
    Value::Text(match state {
        State::Met => "ready",
        State::Open => "not-ready",
        State::Undetermined => "undetermined",
    })
}

/// The score of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct AreaScore {
    /// Its key.
    pub key: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its score; none if nothing in it is applicable.
    pub score: Option<ScoreRange>,
}

json_object! {
    AreaScore { high = |it| high(it.score), key, low = |it| low(it.score), title }
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

fn requirement_reports(answers: &Answers, scores: &Scores, verdict: &Verdict) -> Vec<RequirementReport> {
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

fn document_reports(answers: &Answers, scores: &Scores, verdict: &Verdict) -> Vec<DocumentReport> {
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

fn section_scores(answers: &Answers, scores: &Scores) -> Vec<SectionScore> {
    let mut rows = Vec::new();
    for (id, title) in sections(answers.edition) {
        let within = |index: usize| answers.outline.requirements.get(index).is_some_and(|row| row.section == id);
        let (score, coverage) = (scores.of_set(&within), Coverage::of(answers, &within));
        rows.push(SectionScore { id, title, score, coverage });
    }
    rows
}

impl AreaScore {
    /// Those of an assessment, in the catalog's order.
    pub(crate) fn all(assessment: &Assessment) -> Vec<Self> {
        let answers = Answers::of(assessment);
        area_scores(&answers, &Scores::of_answers(&answers))
    }
}

fn area_scores(answers: &Answers, scores: &Scores) -> Vec<AreaScore> {
    let mut rows = Vec::new();
    for (area, row) in answers.edition.areas().iter().enumerate() {
        let score = scores.of_set(&|index| answers.outline.requirements.get(index).is_some_and(|row| row.area == area));
        rows.push(AreaScore { key: row.key, title: row.title, score });
    }
    rows
}

fn stage_reports(answers: &Answers, verdict: &Verdict) -> Vec<StageReport> {
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

/// Clauses 4 to 10, then the control groups: their numbers and titles.
pub(crate) fn sections(edition: Edition) -> Vec<(&'static str, &'static str)> {
    let mut sections = Vec::new();
    for clause in edition.clauses() {
        // Nothing is asked in clauses 0 to 3.
        if clause.parent.is_none() && !matches!(clause.id, "0" | "1" | "2" | "3") {
            sections.push((clause.id, clause.title));
        }
    }
    for group in edition.groups() {
        sections.push((group.id, group.title));
    }
    sections
}
