//! All that the method says about an assessment, as one versioned object. Every output renders this one.
//!
//! Fields are declared in the order of their names, so that the serialised report is canonical JSON (RFC 8785).

use super::gates::{self, State};
use super::points::{Points, points};
use super::score::{Part, Scores};
use super::{Answers, Finding, Interval, METHOD};
use crate::assessment::{Answer, Assessment, DocumentStatus};
use crate::catalog::{self, Edition, Required, Requirement, Stage};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// How many requirements have an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
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

impl Coverage {
    fn of(answers: &Answers, requirements: impl Iterator<Item = Requirement>) -> Self {
        let mut it = Self::default();
        let count = |place: &mut u16| *place = place.saturating_add(1);
        for requirement in requirements {
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Parts {
    /// The clause requirements.
    pub clauses: Option<Interval>,
    /// The controls of Annex A.
    pub controls: Option<Interval>,
    /// The required documents.
    pub documents: Option<Interval>,
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
    pub score: Option<Interval>,
    /// How many of its requirements have an answer.
    pub coverage: Coverage,
}

/// What the state of a stage is called.
fn readiness<S: Serializer>(state: &State, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match state {
        State::Met => "ready",
        State::Open => "not-ready",
        State::Undetermined => "undetermined",
    })
}

impl Serialize for SectionScore {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Coverage { answered, applicable, provisional, total } = self.coverage;
        let mut row = serializer.serialize_struct("SectionScore", 8)?;
        row.serialize_field("answered", &answered)?;
        row.serialize_field("applicable", &applicable)?;
        row.serialize_field("high", &self.score.map(Interval::high))?;
        row.serialize_field("id", self.id)?;
        row.serialize_field("low", &self.score.map(Interval::low))?;
        row.serialize_field("provisional", &provisional)?;
        row.serialize_field("title", self.title)?;
        row.serialize_field("total", &total)?;
        row.end()
    }
}

/// The score of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaScore {
    /// Its key.
    pub key: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its score; none if nothing in it is applicable.
    pub score: Option<Interval>,
}

impl Serialize for AreaScore {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("AreaScore", 4)?;
        row.serialize_field("high", &self.score.map(Interval::high))?;
        row.serialize_field("key", self.key)?;
        row.serialize_field("low", &self.score.map(Interval::low))?;
        row.serialize_field("title", self.title)?;
        row.end()
    }
}

/// The state of a gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

/// The state of an audit stage, with its own gates; stage 2 also waits for those of stage 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageReport {
    /// Its own gates, in catalog order.
    pub gates: Vec<GateReport>,
    /// Which stage.
    pub stage: Stage,
    /// Met is ready, open is not ready.
    #[serde(serialize_with = "readiness")]
    pub state: State,
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
    pub score: Option<Interval>,
    /// What an auditor would likely write; none without an answer.
    pub finding: Option<Finding>,
    /// Its points; none if it is not applicable.
    pub points: Option<Points>,
}

impl Serialize for RequirementReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("RequirementReport", 7)?;
        row.serialize_field("answer", &self.answer)?;
        row.serialize_field("finding", &self.finding)?;
        row.serialize_field("high", &self.score.map(Interval::high))?;
        row.serialize_field("id", self.id)?;
        row.serialize_field("low", &self.score.map(Interval::low))?;
        row.serialize_field("points", &self.points)?;
        row.serialize_field("provisional", &self.provisional)?;
        row.end()
    }
}

/// What the method says about one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

/// All that the method says about an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    pub overall: Interval,
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

        let requirements = edition
            .requirements()
            .map(|requirement| {
                let effective = answers.of_requirement(requirement);
                RequirementReport {
                    id: requirement.id(),
                    answer: effective.answer,
                    provisional: effective.provisional,
                    score: scores.requirement(requirement.index()),
                    finding: Finding::of(effective.answer, requirement.is_control(), answers.target),
                    points: points.next().flatten(),
                }
            })
            .collect();
        let documents = edition
            .documents()
            .enumerate()
            .map(|(index, document)| DocumentReport {
                key: document.key,
                required: answers.is_required(document),
                because: match document.required {
                    Required::Always => document.refs(edition).to_vec(),
                    Required::IfApplicable => answers.applicable_refs(document).collect(),
                },
                status: answers.document(index),
                points: points.next().flatten(),
            })
            .collect();

        Self {
            method: METHOD,
            edition,
            target: answers.target.number(),
            overall: scores.overall(),
            coverage: Coverage::of(&answers, edition.requirements()),
            parts: Parts::of(&scores),
            sections: sections(edition)
                .map(|(id, title)| {
                    let members = || edition.requirements().filter(move |requirement| requirement.section() == id);
                    SectionScore {
                        id,
                        title,
                        score: scores.of_set(members().map(Requirement::index)),
                        coverage: Coverage::of(&answers, members()),
                    }
                })
                .collect(),
            areas: edition
                .areas()
                .iter()
                .enumerate()
                .map(|(index, area)| AreaScore {
                    key: area.key,
                    title: area.title,
                    score: scores
                        .of_set(edition.requirements().filter(|r| r.area_index() == index).map(Requirement::index)),
                })
                .collect(),
            stages: Stage::ALL
                .into_iter()
                .map(|stage| StageReport {
                    stage,
                    state: gates::stage_state(&answers, stage),
                    gates: catalog::gates()
                        .iter()
                        .filter(|gate| gate.stage == stage)
                        .map(|gate| GateReport {
                            id: gate.id,
                            title: gate.title,
                            state: gates::gate_state(&answers, gate),
                            refs: gates::refs(edition, gate),
                            documents: gate.documents,
                        })
                        .collect(),
                })
                .collect(),
            requirements,
            documents,
        }
    }
}

/// Clauses 4 to 10, then the control groups: their numbers and titles.
pub(crate) fn sections(edition: Edition) -> impl Iterator<Item = (&'static str, &'static str)> {
    let clauses = edition.clauses().iter().filter(|clause| clause.parent.is_none()).skip(4);
    clauses.map(|clause| (clause.id, clause.title)).chain(edition.groups().iter().map(|group| (group.id, group.title)))
}

/// The state of a stage and how many of its own gates are in which state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct StageSummary {
    /// Its own gates that are met.
    pub met: u16,
    /// Its own gates that are open.
    pub open: u16,
    /// Which stage.
    pub stage: Stage,
    /// Met is ready, open is not ready.
    #[serde(serialize_with = "readiness")]
    pub state: State,
    /// Its own gates that are undetermined.
    pub undetermined: u16,
}

/// What is needed at every keystroke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// How many requirements have an answer.
    pub coverage: Coverage,
    /// The overall score.
    pub overall: Interval,
    /// The scores of the parts.
    pub parts: Parts,
    /// Both stages.
    pub stages: [StageSummary; 2],
}

impl Summary {
    /// The summary of an assessment.
    pub fn of(assessment: &Assessment) -> Self {
        let answers = Answers::of(assessment);
        let scores = Scores::of_answers(&answers);
        let states: Vec<(Stage, State)> =
            catalog::gates().iter().map(|gate| (gate.stage, gates::gate_state(&answers, gate))).collect();
        let stage = |stage: Stage| {
            let count = |wanted: State| {
                let number = states.iter().filter(|(of, state)| *of == stage && *state == wanted).count();
                u16::try_from(number).unwrap_or(u16::MAX)
            };
            StageSummary {
                stage,
                state: State::worst(states.iter().filter(|(of, _)| *of <= stage).map(|(_, state)| *state)),
                met: count(State::Met),
                open: count(State::Open),
                undetermined: count(State::Undetermined),
            }
        };
        Self {
            overall: scores.overall(),
            coverage: Coverage::of(&answers, answers.edition.requirements()),
            parts: Parts::of(&scores),
            stages: Stage::ALL.map(stage),
        }
    }
}
