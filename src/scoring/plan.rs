use super::gates::{Condition, State, conditions, controls_of};
use super::{Answers, Finding, Scores};
use crate::assessment::{Answer, Assessment, DocumentStatus, Subject};
use crate::catalog::{self, Requirement, Stage};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::{json_by_name, json_object};
use crate::questionnaire::{self, Effort};
use std::cmp::Reverse;

/// What an action or an open question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemKind {
    /// A requirement.
    Requirement,
    /// A required document.
    Document,
}

impl ItemKind {
    /// Its name in results.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Requirement => "requirement",
            Self::Document => "document",
        }
    }
}

json_by_name!(ItemKind);

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action<'a> {
    /// When it is to be done, `YYYY-MM-DD`, or empty; for a requirement.
    pub due: &'a str,
    /// How long the next step takes.
    pub effort: Effort,
    /// The likely finding; for a requirement.
    pub finding: Option<Finding>,
    /// What the low end of the overall score gains at target (a document: in force), in basis points.
    pub gain: i32,
    /// The ids of the open gates that it blocks, in catalog order.
    pub gates: Vec<&'static str>,
    /// The id of the requirement, or the key of the document.
    pub id: &'static str,
    /// Which of them it is.
    pub kind: ItemKind,
    /// What to do next, in our words.
    pub next_step: &'static str,
    /// Who looks after it.
    pub owner: &'a str,
    /// The stage of the first of those gates.
    pub stage: Option<Stage>,
    /// How far it is; for a document.
    pub status: Option<DocumentStatus>,
    /// Its title or name.
    pub title: &'static str,
}

json_object! {
    Action<'_> { due, effort, finding, gain, gates, id, kind, next_step as "nextStep", owner, stage, status, title }
}

/// Something to find out: it has no answer, or only a provisional one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenQuestion {
    /// The ids of the gates that wait for it, in catalog order.
    pub gates: Vec<&'static str>,
    /// The id of the requirement, or the key of the document.
    pub id: &'static str,
    /// Which of them it is.
    pub kind: ItemKind,
    /// Its title or name.
    pub title: &'static str,
}

json_object! {
    OpenQuestion { gates, id, kind, title }
}

/// What to do, and what to find out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan<'a> {
    /// In this order: what blocks a stage 1 gate, then a stage 2 gate, then none; the greater gain; the smaller effort;
    /// catalog order.
    pub actions: Vec<Action<'a>>,
    /// What the gates that are not met, open ones too, wait for: what has no answer, and provisional answers that nobody
    /// has confirmed. In catalog order.
    pub awaited: Vec<OpenQuestion>,
    /// What has no answer, with the undetermined gates that wait for it, in catalog order.
    pub questions: Vec<OpenQuestion>,
}

json_object! {
    Plan<'_> { actions, awaited, questions }
}

impl<'a> Plan<'a> {
    /// The plan of an assessment.
    pub fn of(assessment: &'a Assessment) -> Self {
        let answers = Answers::of(assessment);
        let gate_index = GateIndex::of(&answers);
        let now = Scores::of_answers(&answers).overall().low();
        let target = Answer::Level(answers.target.level());
        let edition = answers.edition;
        let (mut actions, mut questions, mut awaited) = (Vec::new(), Vec::new(), Vec::new());
        let mut ask = |id, title, kind, is_unanswered, gates: Vec<&'static catalog::Gate>| {
            let question = |gates: &[&'static catalog::Gate]| OpenQuestion { id, kind, title, gates: ids(gates) };
            if !gates.is_empty() {
                awaited.push(question(&gates));
            }
            if is_unanswered {
                questions.push(question(&gate_index.undetermined(&gates)));
            }
        };

        for requirement in edition.requirements() {
            let effective = answers.of_requirement(requirement);
            let response = assessment.response(requirement);
            let advice = questionnaire::advice(requirement);
            match Finding::of(effective.answer, requirement.is_control(), answers.target) {
                Some(Finding::None) | None => {}
                finding => {
                    let gates = gate_index.on_requirement(requirement, State::Open);
                    insert(
                        &mut actions,
                        Action {
                            id: requirement.id(),
                            kind: ItemKind::Requirement,
                            title: requirement.title(),
                            stage: first_stage(&gates),
                            gates: ids(&gates),
                            gain: gain(now, &answers, &|changed| changed.set(requirement.index(), target)),
                            effort: advice.effort,
                            next_step: advice.next_step,
                            finding,
                            status: None,
                            owner: response.owner(),
                            due: response.due(),
                        },
                    );
                }
            }
            let is_unanswered = effective.answer.is_none();
            if is_unanswered || effective.provisional {
                let gates = gate_index.on_requirement(requirement, State::Undetermined);
                ask(requirement.id(), requirement.title(), ItemKind::Requirement, is_unanswered, gates);
            }
        }
        for (index, document) in edition.documents().enumerate() {
            if !answers.is_required(document) {
                continue;
            }
            let advice = questionnaire::document_advice(document);
            match answers.document(index) {
                Some(DocumentStatus::InForce) => {}
                None => {
                    let gates = gate_index.on_document(index, State::Undetermined);
                    ask(document.key, document.name, ItemKind::Document, true, gates);
                }
                status => {
                    let gates = gate_index.on_document(index, State::Open);
                    insert(
                        &mut actions,
                        Action {
                            id: document.key,
                            kind: ItemKind::Document,
                            title: document.name,
                            stage: first_stage(&gates),
                            gates: ids(&gates),
                            gain: gain(now, &answers, &|changed| changed.set_document(index, DocumentStatus::InForce)),
                            effort: advice.effort,
                            next_step: advice.next_step,
                            finding: None,
                            status,
                            owner: assessment.document_response(index).owner(),
                            due: "",
                        },
                    );
                }
            }
        }
        Self { actions, awaited, questions }
    }
}

/// Puts an action in its place; they come in catalog order, and equals keep it.
fn insert<'a>(actions: &mut Vec<Action<'a>>, action: Action<'a>) {
    let key = |action: &Action<'a>| (action.stage.map_or(3, Stage::number), Reverse(action.gain), action.effort);
    let place = actions.iter().position(|other| key(other) > key(&action)).unwrap_or(actions.len());
    actions.insert(place, action);
}

/// Which gates wait for which things.
struct GateIndex {
    conditions: Vec<(&'static catalog::Gate, Vec<Condition>)>,
    /// For each control area, the applicable controls; only of areas that a gate finds open or undetermined.
    areas: Vec<(usize, Vec<Requirement>)>,
}

impl GateIndex {
    fn of(answers: &Answers) -> Self {
        let (mut gates, mut areas) = (Vec::new(), Vec::new());
        for gate in catalog::gates() {
            let conditions = conditions(answers, gate);
            for condition in &conditions {
                if let Condition::Area(area, State::Open | State::Undetermined) = *condition {
                    areas.push((area, controls_of(answers, area)));
                }
            }
            gates.push((gate, conditions));
        }
        Self { conditions: gates, areas }
    }

    /// Those of some gates that are undetermined as a whole.
    fn undetermined(&self, gates: &[&'static catalog::Gate]) -> Vec<&'static catalog::Gate> {
        let mut found = Vec::new();
        for (gate, conditions) in &self.conditions {
            let is_open = conditions.iter().any(|condition| condition.state() == State::Open);
            if !is_open && gates.iter().any(|one| one.id == gate.id) {
                found.push(*gate);
            }
        }
        found
    }

    fn gates(&self, waits: &dyn Fn(&Condition) -> bool) -> Vec<&'static catalog::Gate> {
        let mut gates = Vec::new();
        for (gate, conditions) in &self.conditions {
            if conditions.iter().any(waits) {
                gates.push(*gate);
            }
        }
        gates
    }

    fn on_requirement(&self, requirement: Requirement, wanted: State) -> Vec<&'static catalog::Gate> {
        self.gates(&|condition| match condition {
            Condition::Requirement(other, state) => *other == requirement && *state == wanted,
            Condition::Area(area, state) => {
                *state == wanted && self.areas.iter().any(|(a, of)| a == area && of.contains(&requirement))
            }
            Condition::Document(..) => false,
        })
    }

    fn on_document(&self, index: usize, wanted: State) -> Vec<&'static catalog::Gate> {
        self.gates(&|condition| matches!(condition, Condition::Document(i, state) if *i == index && *state == wanted))
    }
}

fn ids(gates: &[&'static catalog::Gate]) -> Vec<&'static str> {
    let mut ids = Vec::new();
    for gate in gates {
        ids.push(gate.id);
    }
    ids
}

fn first_stage(gates: &[&'static catalog::Gate]) -> Option<Stage> {
    gates.iter().map(|gate| gate.stage).min()
}

fn gain(now: u16, answers: &Answers, change: &dyn Fn(&mut Answers)) -> i32 {
    let mut changed = answers.clone();
    change(&mut changed);
    i32::from(Scores::of_answers(&changed).overall().low()).saturating_sub(i32::from(now))
}

/// What the low end of the overall score would gain, in basis points, if a requirement or an area had this answer.
/// Changes nothing.
///
/// An area's answer counts only for those of its requirements that have none of their own.
///
/// # Errors
/// `clause-not-applicable`.
pub fn what_if(assessment: &Assessment, subject: Subject, answer: Answer) -> Result<i32, ReadinessError> {
    if answer == Answer::NotApplicable && !subject.can_be_excluded(assessment.edition()) {
        return Err(ReadinessError::new(
            ErrorCode::ClauseNotApplicable,
            "answer",
            "a clause cannot be not applicable; only controls of Annex A can",
        ));
    }
    let answers = Answers::of(assessment);
    Ok(gain(Scores::of_answers(&answers).overall().low(), &answers, &|changed| match subject {
        Subject::Requirement(requirement) => changed.set(requirement.index(), answer),
        Subject::Area(area) => changed.set_area(area, answer),
    }))
}

/// What the low end of the overall score would gain, in basis points, if the document at this place among
/// [`Edition::documents`](crate::catalog::Edition::documents) had this status. Changes nothing.
pub fn what_if_document(assessment: &Assessment, index: usize, status: DocumentStatus) -> i32 {
    let answers = Answers::of(assessment);
    gain(Scores::of_answers(&answers).overall().low(), &answers, &|changed| changed.set_document(index, status))
}
