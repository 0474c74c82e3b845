//! All that the method says about an assessment, as one versioned object. Every output renders this one.
//!
//! As JSON it is canonical (RFC 8785): `json_object!` refuses members in another order.

use super::gates::{self, State};
use super::points::{Points, points};
use super::score::{Part, Scores};
use super::{Answers, Finding, METHOD, ScoreRange};
use crate::assessment::{Answer, Assessment, DocumentStatus};
use crate::catalog::{self, Edition, Required, Requirement, Stage};
use crate::json::{Value, json_object};

/// How many requirements have an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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
    fn of(answers: &Answers, within: &dyn Fn(Requirement) -> bool) -> Self {
        let mut it = Self::default();
        let count = |place: &mut u16| *place = place.saturating_add(1);
        for requirement in answers.edition.requirements() {
            if !within(requirement) {
                continue;
            }
            let effective = answers.of_requirement(requirement);
            count(&mut it.total);
            match effective.answer {
                Some(Answer::NotApplicable) => continue,
                None => {}
                Some(_) if effective.provisional => count(&mut it.provisional),
                Some(_) => count(&mut it.answered),
            }
            count(&mut it.applicable);
        }
        it
    }
}

/// The scores of the three parts; none where a part has nothing applicable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    fn of(scores: &Scores) -> Self {
        Self {
            clauses: scores.part(Part::Clauses),
            controls: scores.part(Part::Controls),
            documents: scores.part(Part::Documents),
        }
    }
}

/// The score of a clause 4 to 10, or of a control group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
fn readiness(state: State) -> Value<'static> {
    Value::Text(match state {
        State::Met => "ready",
        State::Open => "not-ready",
        State::Undetermined => "undetermined",
    })
}

/// The score of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
pub struct GateReport {
    /// The keys of its documents.
    pub documents: &'static [&'static str],
    /// Its id.
    pub id: &'static str,
    /// The clause requirements that it refers to.
    pub refs: Vec<&'static str>,
    /// Its state.
    pub state: State,
    /// What holds when it is met.
    pub title: &'static str,
}

json_object! {
    GateReport { documents, id, refs, state, title }
}

/// The state of an audit stage, with its own gates; stage 2 also waits for those of stage 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageReport {
    /// Its own gates, in catalog order.
    pub gates: Vec<GateReport>,
    /// Which stage.
    pub stage: Stage,
    /// Met is ready, open is not ready.
    pub state: State,
}

json_object! {
    StageReport { gates, stage, state = |it| readiness(it.state) }
}

/// What the method says about one requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequirementReport {
    /// Its id.
    pub id: &'static str,
    /// The answer that counts.
    pub answer: Option<Answer>,
    /// Whether that answer comes from its area.
    pub provisional: bool,
    /// Its score; none if it is not applicable.
    pub score: Option<ScoreRange>,
    /// What an auditor would likely write; none without an answer.
    pub finding: Option<Finding>,
    /// Its points; none if it is not applicable.
    pub points: Option<Points>,
}

json_object! {
    RequirementReport { answer, finding, high = |it| high(it.score), id, low = |it| low(it.score), points, provisional }
}

/// What the method says about one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentReport {
    /// What makes it required: clauses, or the applicable controls; empty when it is not.
    pub because: Vec<&'static str>,
    /// Its key.
    pub key: &'static str,
    /// Its points; none when it is not required.
    pub points: Option<Points>,
    /// Whether it is required.
    pub required: bool,
    /// How far it is, if that was said.
    pub status: Option<DocumentStatus>,
}

json_object! {
    DocumentReport { because, key, points, required, status }
}

/// All that the method says about an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The areas, in catalog order.
    pub areas: Vec<AreaScore>,
    /// How many requirements have an answer.
    pub coverage: Coverage,
    /// Every document of the edition, in catalog order.
    pub documents: Vec<DocumentReport>,
    /// The edition.
    pub edition: Edition,
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
    /// The target level.
    pub target: u8,
}

json_object! {
    Report { areas, coverage, documents, edition, method, overall, parts, requirements, sections, stages, target }
}

impl Report {
    /// The canonical JSON text of the report.
    pub fn to_json(&self) -> String {
        crate::json::text(self)
    }

    /// The report on an assessment.
    pub fn of(assessment: &Assessment) -> Self {
        let answers = Answers::of(assessment);
        let scores = Scores::of_answers(&answers);
        let edition = answers.edition;
        let mut points = points(&scores).into_iter();

        let mut requirements = Vec::new();
        for requirement in edition.requirements() {
            let effective = answers.of_requirement(requirement);
            requirements.push(RequirementReport {
                id: requirement.id(),
                answer: effective.answer,
                provisional: effective.provisional,
                score: scores.requirement(requirement.index()),
                finding: Finding::of(effective.answer, requirement.is_control(), answers.target),
                points: points.next().flatten(),
            });
        }
        let mut documents = Vec::new();
        for (index, document) in edition.documents().enumerate() {
            documents.push(DocumentReport {
                key: document.key,
                required: answers.is_required(document),
                because: match document.required {
                    Required::Always => document.refs(edition).to_vec(),
                    Required::IfApplicable => answers.applicable_refs(document),
                },
                status: answers.document(index),
                points: points.next().flatten(),
            });
        }
        let mut sections = Vec::new();
        for (id, title) in self::sections(edition) {
            let within = |requirement: Requirement| requirement.section() == id;
            let (score, coverage) = (scores.of_set(&within), Coverage::of(&answers, &within));
            sections.push(SectionScore { id, title, score, coverage });
        }
        let mut areas = Vec::new();
        for (index, area) in edition.areas().iter().enumerate() {
            let score = scores.of_set(&|requirement| requirement.area_index() == index);
            areas.push(AreaScore { key: area.key, title: area.title, score });
        }
        let mut stages = Vec::new();
        for stage in Stage::ALL {
            let mut own = Vec::new();
            for gate in catalog::gates() {
                if gate.stage == stage {
                    own.push(GateReport {
                        id: gate.id,
                        title: gate.title,
                        state: gates::gate_state(&answers, gate),
                        refs: gates::refs(edition, gate),
                        documents: gate.documents,
                    });
                }
            }
            stages.push(StageReport { stage, state: gates::stage_state(&answers, stage), gates: own });
        }

        Self {
            method: METHOD,
            edition,
            target: answers.target.number(),
            overall: scores.overall(),
            coverage: Coverage::of(&answers, &|_| true),
            parts: Parts::of(&scores),
            sections,
            areas,
            stages,
            requirements,
            documents,
        }
    }
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

/// The state of a stage and how many of its own gates are in which state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageSummary {
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
    StageSummary { met, open, stage, state = |it| readiness(it.state), undetermined }
}

/// What is needed at every keystroke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// How many requirements have an answer.
    pub coverage: Coverage,
    /// The overall score.
    pub overall: ScoreRange,
    /// The scores of the parts.
    pub parts: Parts,
    /// Both stages.
    pub stages: [StageSummary; 2],
}

json_object! {
    Summary { coverage, overall, parts, stages }
}

impl Summary {
    /// The summary of an assessment.
    pub fn of(assessment: &Assessment) -> Self {
        let answers = Answers::of(assessment);
        let scores = Scores::of_answers(&answers);
        let mut stages =
            Stage::ALL.map(|stage| StageSummary { met: 0, open: 0, stage, state: State::Met, undetermined: 0 });
        for gate in catalog::gates() {
            let state = gates::gate_state(&answers, gate);
            for summary in &mut stages {
                if gate.stage <= summary.stage {
                    summary.state = summary.state.max(state);
                }
                if gate.stage == summary.stage {
                    let count = match state {
                        State::Met => &mut summary.met,
                        State::Open => &mut summary.open,
                        State::Undetermined => &mut summary.undetermined,
                    };
                    *count = count.saturating_add(1);
                }
            }
        }
        Self {
            overall: scores.overall(),
            coverage: Coverage::of(&answers, &|_| true),
            parts: Parts::of(&scores),
            stages,
        }
    }
}
