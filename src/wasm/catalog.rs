use super::{Outcome, input, plain};
use crate::assessment::Level;
use crate::catalog::{self, DocumentKind, Edition, Least, Required, Requirement};
use crate::questionnaire::{self, Effort, Kind, Practice};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Text {
    question: &'static str,
    guidance: &'static str,
    evidence: &'static [&'static str],
    next_step: &'static str,
    effort: &'static str,
    kinds: Vec<&'static str>,
    practice: &'static str,
    area: &'static str,
}

#[derive(Serialize)]
struct ClauseRow {
    id: &'static str,
    parent: Option<&'static str>,
    title: &'static str,
    requirement: bool,
    #[serde(flatten)]
    text: Option<Text>,
}

#[derive(Serialize)]
struct Named {
    id: &'static str,
    title: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ControlRow {
    id: &'static str,
    group: &'static str,
    category: Option<Named>,
    title: &'static str,
    is_new: bool,
    predecessors: Vec<&'static str>,
    successors: Vec<&'static str>,
    #[serde(flatten)]
    text: Text,
}

#[derive(Serialize)]
struct AreaRow {
    key: &'static str,
    title: &'static str,
    refs: &'static [&'static str],
    question: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DocumentRow {
    key: &'static str,
    name: &'static str,
    kind: &'static str,
    required: &'static str,
    refs: &'static [&'static str],
    source_line: Option<&'static str>,
    holds: &'static str,
    length: &'static str,
    signed_by: &'static str,
    checked_first: &'static str,
    next_step: &'static str,
    effort: &'static str,
    changed_in2022: &'static str,
}

#[derive(Serialize)]
struct GateRow {
    id: &'static str,
    stage: u8,
    title: &'static str,
    refs: &'static [&'static str],
    documents: &'static [&'static str],
    least: &'static str,
}

#[derive(Serialize)]
struct LevelRow {
    level: u8,
    name: &'static str,
    meaning: &'static str,
}

#[derive(Serialize)]
struct Practices {
    process: &'static [&'static str; 6],
    document: &'static [&'static str; 6],
    technical: &'static [&'static str; 6],
    physical: &'static [&'static str; 6],
    people: &'static [&'static str; 6],
}

#[derive(Serialize)]
struct Catalog {
    edition: &'static str,
    name: &'static str,
    clauses: Vec<ClauseRow>,
    groups: Vec<Named>,
    controls: Vec<ControlRow>,
    areas: Vec<AreaRow>,
    documents: Vec<DocumentRow>,
    gates: Vec<GateRow>,
    levels: Vec<LevelRow>,
    practices: Practices,
}

pub(super) fn effort(effort: Effort) -> &'static str {
    match effort {
        Effort::S => "S",
        Effort::M => "M",
        Effort::L => "L",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Technical => "technical",
        Kind::Organisational => "organisational",
        Kind::Legal => "legal",
        Kind::Physical => "physical",
        Kind::HumanResource => "human-resource",
    }
}

fn practice(practice: Practice) -> &'static str {
    match practice {
        Practice::Process => "process",
        Practice::Document => "document",
        Practice::Technical => "technical",
        Practice::Physical => "physical",
        Practice::People => "people",
    }
}

fn least(least: Least) -> &'static str {
    match least {
        Least::Target => "target",
        Least::Planned => "planned",
        Least::Started => "started",
    }
}

pub(super) fn document_kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Document => "document",
        DocumentKind::Record => "record",
    }
}

impl From<Requirement> for Text {
    fn from(requirement: Requirement) -> Self {
        let question = questionnaire::question(requirement);
        let advice = questionnaire::advice(requirement);
        Self {
            question: question.question,
            guidance: advice.guidance,
            evidence: advice.evidence,
            next_step: advice.next_step,
            effort: effort(advice.effort),
            kinds: advice.kinds.iter().copied().map(kind).collect(),
            practice: practice(question.practice),
            area: requirement.area().map(|area| area.key).unwrap_or_default(),
        }
    }
}

impl From<Requirement> for ControlRow {
    fn from(control: Requirement) -> Self {
        Self {
            id: control.id(),
            group: control.section(),
            category: control.category().map(|category| Named { id: category.id, title: category.title }),
            title: control.title(),
            is_new: control.is_new(),
            predecessors: control.predecessors().collect(),
            successors: control.successors().collect(),
            text: control.into(),
        }
    }
}

impl From<Edition> for Catalog {
    fn from(edition: Edition) -> Self {
        let lines = questionnaire::level_lines;
        Self {
            edition: edition.year(),
            name: edition.name(),
            clauses: edition
                .clauses()
                .iter()
                .map(|clause| ClauseRow {
                    id: clause.id,
                    parent: clause.parent,
                    title: clause.title,
                    requirement: clause.is_requirement(),
                    text: edition.requirement(clause.id).map(Text::from),
                })
                .collect(),
            groups: edition.groups().iter().map(|group| Named { id: group.id, title: group.title }).collect(),
            controls: edition.requirements().filter(|r| r.is_control()).map(ControlRow::from).collect(),
            areas: edition
                .areas()
                .iter()
                .enumerate()
                .map(|(index, area)| AreaRow {
                    key: area.key,
                    title: area.title,
                    refs: area.refs,
                    question: questionnaire::area_question(edition, index),
                })
                .collect(),
            documents: edition
                .documents()
                .map(|document| {
                    let advice = questionnaire::document_advice(document);
                    DocumentRow {
                        key: document.key,
                        name: document.name,
                        kind: document_kind(document.kind),
                        required: match document.required {
                            Required::Always => "always",
                            Required::IfApplicable => "if-applicable",
                        },
                        refs: document.refs(edition),
                        source_line: document.source_line,
                        holds: advice.holds,
                        length: advice.length,
                        signed_by: advice.signed_by,
                        checked_first: advice.checked_first,
                        next_step: advice.next_step,
                        effort: effort(advice.effort),
                        changed_in2022: advice.changed_in_2022,
                    }
                })
                .collect(),
            gates: catalog::gates()
                .iter()
                .map(|gate| GateRow {
                    id: gate.id,
                    stage: gate.stage.number(),
                    title: gate.title,
                    refs: gate.refs(edition),
                    documents: gate.documents,
                    least: least(gate.least),
                })
                .collect(),
            levels: Level::ALL
                .into_iter()
                .map(|level| {
                    let (name, meaning) = questionnaire::level(level);
                    LevelRow { level: level.number(), name, meaning }
                })
                .collect(),
            practices: Practices {
                process: lines(Practice::Process),
                document: lines(Practice::Document),
                technical: lines(Practice::Technical),
                physical: lines(Practice::Physical),
                people: lines(Practice::People),
            },
        }
    }
}

/// All that is known of an edition: clauses, groups, controls, areas, documents, gates, levels, with our questions.
///
/// Throws a `ReadinessError` `unknown-edition` for other years than 2013 and 2022.
#[wasm_bindgen(unchecked_return_type = "Catalog")]
pub fn catalog(#[wasm_bindgen(unchecked_param_type = "Edition")] edition: JsValue) -> Outcome<JsValue> {
    plain(&Catalog::from(input::edition(&edition)?))
}
