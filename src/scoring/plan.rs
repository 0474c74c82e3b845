use super::answers::Answers;
use super::finding::Finding;
use super::gates::{GateOutcome, State, outcomes};
use super::score::Scores;
use super::verdict::{Item, Verdict};
use super::ways::{Ways, ways};
use super::what_if::{gain_of_document, gain_of_requirement};
use crate::assessment::{Assessment, DocumentStatus};
use crate::catalog::constants::UNDER_WAY_LEVEL;
use crate::catalog::{Document, Requirement, Stage};
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
    #[must_use]
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
#[non_exhaustive]
pub struct Action<'a> {
    /// When it is to be done, `YYYY-MM-DD`, or empty; for a requirement.
    pub due: &'a str,
    /// How long it takes from where it is to conformity.
    pub effort: Effort,
    /// The likely finding: major, minor or an opportunity.
    pub finding: Finding,
    /// What the low end of the overall score gains at conformity (a document: in force), in basis points.
    pub gain: i32,
    /// The ids of the open gates that it holds open, in catalog order.
    pub gates: Vec<&'static str>,
    /// The id of the requirement, or the key of the document.
    pub id: &'static str,
    /// The key of the document; none for a requirement.
    pub key: Option<&'static str>,
    /// Which of them it is.
    pub kind: ItemKind,
    /// Whether it is a major, or counts in something that has piled up to one.
    pub major: bool,
    /// Who looks after it.
    pub owner: &'a str,
    /// The stage of the first of those gates.
    pub stage: Option<Stage>,
    /// Its status, for a document.
    pub status: Option<DocumentStatus>,
    /// What to do next, in our words.
    pub step: &'static str,
    /// Its title or name.
    pub title: &'static str,
}

json_object! {
    Action<'_> { due, effort, finding, gain, gates, id, key, kind, major, owner, stage, status, step, title }
}

/// Something to find out: it has no answer, nobody knows, or the answer is only a provisional one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenQuestion {
    /// The ids of the gates that wait for it, in catalog order.
    pub gates: Vec<&'static str>,
    /// The id of the requirement, or the key of the document.
    pub id: &'static str,
    /// The key of the document; none for a requirement.
    pub key: Option<&'static str>,
    /// Which of them it is.
    pub kind: ItemKind,
    /// Its title or name.
    pub title: &'static str,
}

json_object! {
    OpenQuestion { gates, id, key, kind, title }
}

/// What to do, and what to find out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Plan<'a> {
    /// In this order: what holds a stage 1 gate open, then a stage 2 gate, then none; major, minor, opportunity; the
    /// greater gain; the smaller effort; catalog order.
    pub actions: Vec<Action<'a>>,
    /// What the gates that are not met wait for: what has no answer, what nobody knows, and provisional answers that are
    /// still to be confirmed. In catalog order.
    pub awaited: Vec<OpenQuestion>,
    /// What has no answer and what nobody knows, with the gates that wait for it, in catalog order.
    pub questions: Vec<OpenQuestion>,
    /// The shortest way to each stage.
    pub ways: Ways,
}

json_object! {
    Plan<'_> { actions, awaited, questions, ways }
}

/// The gates that each item holds open, and those that wait for it.
struct Index {
    holds: Vec<(Item, &'static str, Stage)>,
    awaits: Vec<(Item, &'static str)>,
}

impl Index {
    fn of(answers: &Answers, outcomes: &[GateOutcome]) -> Self {
        let (mut holds, mut awaits) = (Vec::new(), Vec::new());
        for outcome in outcomes {
            if outcome.state == State::Met {
                continue;
            }
            for item in outcome.holding() {
                holds.push((item, outcome.gate.id, outcome.gate.stage));
            }
            for item in outcome.awaited(answers) {
                awaits.push((item, outcome.gate.id));
            }
        }
        Self { holds, awaits }
    }

    fn held_by(&self, item: Item) -> (Vec<&'static str>, Option<Stage>) {
        let (mut gates, mut first) = (Vec::new(), None);
        for (of, gate, stage) in &self.holds {
            if *of == item {
                gates.push(*gate);
                // The gates of stage 1 come first.
                first = first.or(Some(*stage));
            }
        }
        (gates, first)
    }

    fn waiting_for(&self, item: Item) -> Vec<&'static str> {
        let mut gates = Vec::new();
        for (of, gate) in &self.awaits {
            if *of == item {
                gates.push(*gate);
            }
        }
        gates
    }
}

/// One size smaller.
fn smaller(effort: Effort) -> Effort {
    match effort {
        Effort::L => Effort::M,
        Effort::M | Effort::S => Effort::S,
    }
}

/// Whether a finding asks for something to be done.
fn to_act_on(finding: Option<Finding>) -> Option<Finding> {
    finding.filter(|finding| matches!(finding, Finding::Opportunity | Finding::Minor | Finding::Major))
}

/// Gathers a plan in catalog order.
struct Gatherer<'a> {
    assessment: &'a Assessment,
    answers: Answers,
    verdict: Verdict,
    scores: Scores,
    index: Index,
    actions: Vec<(Item, Action<'a>)>,
    awaited: Vec<(Item, OpenQuestion)>,
    questions: Vec<OpenQuestion>,
}

impl<'a> Gatherer<'a> {
    fn requirement(&mut self, requirement: Requirement) {
        let (item, standing) = (Item::Requirement(requirement.index()), self.answers.of_requirement(requirement));
        if let Some(finding) = to_act_on(self.verdict.finding(item)) {
            let question = questionnaire::question(requirement);
            let response = self.assessment.response(requirement);
            let (gates, stage) = self.index.held_by(item);
            let begun = standing.level().is_some_and(|level| level >= UNDER_WAY_LEVEL);
            self.insert(
                item,
                Action {
                    id: requirement.id(),
                    key: None,
                    kind: ItemKind::Requirement,
                    title: requirement.title(),
                    finding,
                    major: self.verdict.is_major(&self.answers, item),
                    stage,
                    gates,
                    gain: gain_of_requirement(&self.answers, &self.scores, requirement.index()),
                    effort: if begun { smaller(question.effort) } else { question.effort },
                    step: if standing.refused { questionnaire::TAKE_UP } else { question.next_step },
                    status: None,
                    owner: response.owner(),
                    due: response.due(),
                },
            );
        }
        let asked = standing.answer.is_none() || standing.is_unknown();
        self.ask(item, requirement.id(), requirement.title(), None, asked);
    }

    fn document(&mut self, index: usize, document: &'static Document) {
        let (item, status) = (Item::Document(index), self.answers.document(index));
        if let Some(finding) = to_act_on(self.verdict.finding(item)) {
            let advice = questionnaire::document_advice(document);
            let (gates, stage) = self.index.held_by(item);
            self.insert(
                item,
                Action {
                    id: document.key,
                    key: Some(document.key),
                    kind: ItemKind::Document,
                    title: document.name,
                    finding,
                    major: self.verdict.is_major(&self.answers, item),
                    stage,
                    gates,
                    gain: gain_of_document(&self.scores, index),
                    effort: if status == Some(DocumentStatus::Draft) { Effort::S } else { advice.effort },
                    step: advice.next_step,
                    status,
                    owner: self.assessment.document_response(index).owner(),
                    due: "",
                },
            );
        }
        let asked = status.is_none() && self.answers.is_required(index);
        self.ask(item, document.key, document.name, Some(document.key), asked);
    }

    fn ask(
        &mut self,
        item: Item,
        id: &'static str,
        title: &'static str,
        key: Option<&'static str>,
        is_unanswered: bool,
    ) {
        let gates = self.index.waiting_for(item);
        let kind = if key.is_some() { ItemKind::Document } else { ItemKind::Requirement };
        let question = OpenQuestion { gates, id, key, kind, title };
        if is_unanswered {
            self.questions.push(question.clone());
        }
        if !question.gates.is_empty() {
            self.awaited.push((item, question));
        }
    }

    /// Puts an action in its place; they come in catalog order, and equals keep it.
    fn insert(&mut self, item: Item, action: Action<'a>) {
        let key = |action: &Action<'a>| {
            let stage = action.stage.map_or(3, Stage::number);
            (stage, Reverse(action.finding), Reverse(action.gain), action.effort)
        };
        let place = self.actions.iter().position(|(_, other)| key(other) > key(&action)).unwrap_or(self.actions.len());
        self.actions.insert(place, (item, action));
    }
}

impl<'a> Plan<'a> {
    /// The plan of an assessment.
    #[must_use]
    pub fn of(assessment: &'a Assessment) -> Self {
        let answers = Answers::of(assessment);
        let verdict = Verdict::of(&answers);
        let gate_outcomes = outcomes(&answers, &verdict);
        let mut gathered = Gatherer {
            assessment,
            scores: Scores::of_answers(&answers),
            index: Index::of(&answers, &gate_outcomes),
            answers,
            verdict,
            actions: Vec::new(),
            awaited: Vec::new(),
            questions: Vec::new(),
        };
        let edition = assessment.edition();
        for requirement in edition.requirements() {
            gathered.requirement(requirement);
        }
        for (index, document) in edition.documents().enumerate() {
            gathered.document(index, document);
        }
        let ways = ways(&gathered.answers, &gate_outcomes, &gathered.actions, &gathered.awaited);
        let (mut actions, mut awaited) = (Vec::new(), Vec::new());
        for (_, action) in gathered.actions {
            actions.push(action);
        }
        for (_, question) in gathered.awaited {
            awaited.push(question);
        }
        Self { actions, awaited, questions: gathered.questions, ways }
    }
}
