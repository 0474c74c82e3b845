use super::{Outcome, input, parsed};
use crate::assessment::Level;
use crate::catalog::{self, Clause, DocumentKind, Edition, Least, Required, Requirement, Stage};
use crate::questionnaire::{self, Effort, Kind, Practice};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[derive(Serialize)]
struct Named {
    id: &'static str,
    title: &'static str,
}

/// A clause heading, a clause requirement or a control: each has the members that `types.d.ts` gives it.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<Option<&'static str>>,
    title: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    requirement: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<Option<Named>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_new: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    predecessors: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    successors: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    guidance: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<&'static [&'static str]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_step: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    effort: Option<Effort>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kinds: Option<&'static [Kind]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    practice: Option<Practice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    area: Option<&'static str>,
}

impl Row {
    fn asked(self, requirement: Requirement) -> Self {
        let question = questionnaire::question(requirement);
        let advice = questionnaire::advice(requirement);
        Self {
            question: Some(question.question),
            guidance: Some(advice.guidance),
            evidence: Some(&advice.evidence),
            next_step: Some(advice.next_step),
            effort: Some(advice.effort),
            kinds: Some(&advice.kinds),
            practice: Some(question.practice),
            area: requirement.area().map(|area| area.key),
            ..self
        }
    }

    fn clause(edition: Edition, clause: &'static Clause) -> Self {
        let row = Self {
            id: clause.id,
            parent: Some(clause.parent),
            title: clause.title,
            requirement: Some(clause.is_requirement()),
            ..Self::default()
        };
        match edition.requirement(clause.id) {
            Some(requirement) => row.asked(requirement),
            None => row,
        }
    }

    fn control(control: Requirement) -> Self {
        let row = Self {
            id: control.id(),
            title: control.title(),
            group: Some(control.section()),
            category: Some(control.category().map(|category| Named { id: category.id, title: category.title })),
            is_new: Some(control.is_new()),
            predecessors: Some(control.predecessors().collect()),
            successors: Some(control.successors().collect()),
            ..Self::default()
        };
        row.asked(control)
    }
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
    kind: DocumentKind,
    required: Required,
    refs: &'static [&'static str],
    source_line: Option<&'static str>,
    holds: &'static str,
    length: &'static str,
    signed_by: &'static str,
    checked_first: &'static str,
    next_step: &'static str,
    effort: Effort,
    changed_in2022: &'static str,
}

#[derive(Serialize)]
struct GateRow {
    id: &'static str,
    stage: Stage,
    title: &'static str,
    refs: &'static [&'static str],
    documents: &'static [&'static str],
    least: Least,
}

#[derive(Serialize)]
struct LevelRow {
    level: u8,
    name: &'static str,
    meaning: &'static str,
}

#[derive(Serialize)]
struct Practices {
    process: &'static [&'static str],
    document: &'static [&'static str],
    technical: &'static [&'static str],
    physical: &'static [&'static str],
    people: &'static [&'static str],
}

#[derive(Serialize)]
struct Catalog {
    edition: Edition,
    name: &'static str,
    clauses: Vec<Row>,
    groups: Vec<Named>,
    controls: Vec<Row>,
    areas: Vec<AreaRow>,
    documents: Vec<DocumentRow>,
    gates: Vec<GateRow>,
    levels: Vec<LevelRow>,
    practices: Practices,
}

impl From<Edition> for Catalog {
    fn from(edition: Edition) -> Self {
        let lines = questionnaire::level_lines;
        Self {
            edition,
            name: edition.name(),
            clauses: edition.clauses().iter().map(|clause| Row::clause(edition, clause)).collect(),
            groups: edition.groups().iter().map(|group| Named { id: group.id, title: group.title }).collect(),
            controls: edition.requirements().filter(|r| r.is_control()).map(Row::control).collect(),
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
                        kind: document.kind,
                        required: document.required,
                        refs: document.refs(edition),
                        source_line: document.source_line,
                        holds: advice.holds,
                        length: advice.length,
                        signed_by: advice.signed_by,
                        checked_first: advice.checked_first,
                        next_step: advice.next_step,
                        effort: advice.effort,
                        changed_in2022: advice.changed_in_2022,
                    }
                })
                .collect(),
            gates: catalog::gates()
                .iter()
                .map(|gate| GateRow {
                    id: gate.id,
                    stage: gate.stage,
                    title: gate.title,
                    refs: gate.refs(edition),
                    documents: gate.documents,
                    least: gate.least,
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
    parsed(&Catalog::from(input::edition(&edition)?))
}
