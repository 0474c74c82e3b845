//! The catalog with our questions, as one object: what JavaScript gets, and what a result was computed with.

use crate::catalog::{self, Clause, Edition, Requirement};
use crate::error::ReadinessError;
use crate::json::{Reader, Row, Value, list};
use crate::questionnaire::{self, Level, Practice};
use std::sync::OnceLock;

/// A group or a category.
fn named(id: &'static str, title: &'static str) -> Row<'static> {
    let mut row = Row::new();
    row.put("id", Value::Text(id));
    row.put("title", Value::Text(title));
    row
}

/// What a clause requirement and a control have in common: our questions about it.
fn asked(row: &mut Row<'static>, requirement: Requirement, with_advice: bool) {
    let question = questionnaire::question(requirement);
    let advice = questionnaire::advice(requirement);
    row.add("question", &question.question);
    if with_advice {
        row.add("guidance", &advice.guidance);
        row.add("evidence", &advice.evidence);
        row.add("nextStep", &advice.next_step);
    }
    row.add("effort", &advice.effort);
    row.add("kinds", &advice.kinds);
    row.add("practice", &question.practice);
    if let Some(area) = requirement.area() {
        row.add("area", &area.key);
    }
}

fn clause(edition: Edition, clause: &'static Clause, with_advice: bool) -> Value<'static> {
    let mut row = Row::new();
    row.add("id", &clause.id);
    row.add("parent", &clause.parent);
    row.add("title", &clause.title);
    row.put("requirement", Value::Flag(clause.is_requirement()));
    if let Some(requirement) = edition.requirement(clause.id) {
        asked(&mut row, requirement, with_advice);
    }
    Value::Object(row)
}

fn control(control: Requirement, with_advice: bool) -> Value<'static> {
    let mut row = named(control.id(), control.title());
    row.put("group", Value::Text(control.section()));
    let category = control.category();
    row.put("category", category.map_or(Value::Null, |of| Value::Object(named(of.id, of.title))));
    row.put("isNew", Value::Flag(control.is_new()));
    row.put("predecessors", Value::List(control.predecessors().map(Value::Text).collect()));
    row.put("successors", Value::List(control.successors().map(Value::Text).collect()));
    asked(&mut row, control, with_advice);
    Value::Object(row)
}

/// The catalog, in the order that people expect.
pub(crate) fn value(edition: Edition, with_advice: bool) -> Value<'static> {
    let mut all = Row::new();
    all.put("edition", Value::Text(edition.year()));
    all.put("name", Value::Text(edition.name()));

    let mut rows = Vec::new();
    for row in edition.clauses() {
        rows.push(clause(edition, row, with_advice));
    }
    all.put("clauses", Value::List(rows));

    let mut rows = Vec::new();
    for group in edition.groups() {
        rows.push(Value::Object(named(group.id, group.title)));
    }
    all.put("groups", Value::List(rows));

    let mut rows = Vec::new();
    for requirement in edition.requirements() {
        if requirement.is_control() {
            rows.push(control(requirement, with_advice));
        }
    }
    all.put("controls", Value::List(rows));

    let mut rows = Vec::new();
    for (index, area) in edition.areas().iter().enumerate() {
        let mut row = Row::new();
        row.add("key", &area.key);
        row.add("title", &area.title);
        row.add("refs", &area.refs);
        row.put("question", Value::Text(questionnaire::area_question(edition, index)));
        rows.push(Value::Object(row));
    }
    all.put("areas", Value::List(rows));

    let mut rows = Vec::new();
    for document in edition.documents() {
        let advice = questionnaire::document_advice(document);
        let mut row = Row::new();
        row.add("key", &document.key);
        row.add("name", &document.name);
        row.add("kind", &document.kind);
        row.add("required", &document.required);
        row.put("refs", list(document.refs(edition)));
        row.add("sourceLine", &document.source_line);
        row.add("effort", &advice.effort);
        if with_advice {
            row.add("holds", &advice.holds);
            row.add("length", &advice.length);
            row.add("signedBy", &advice.signed_by);
            row.add("checkedFirst", &advice.checked_first);
            row.add("nextStep", &advice.next_step);
            row.add("changedIn2022", &advice.changed_in_2022);
        }
        rows.push(Value::Object(row));
    }
    all.put("documents", Value::List(rows));

    let mut rows = Vec::new();
    for gate in catalog::gates() {
        let mut row = Row::new();
        row.add("id", &gate.id);
        row.add("stage", &gate.stage);
        row.add("title", &gate.title);
        row.put("refs", list(gate.refs(edition)));
        row.add("documents", &gate.documents);
        row.add("least", &gate.least);
        rows.push(Value::Object(row));
    }
    all.put("gates", Value::List(rows));

    let mut rows = Vec::new();
    for level in Level::ALL {
        let (name, meaning) = questionnaire::level(level);
        let mut row = Row::new();
        row.put("level", Value::Number(i32::from(level.number())));
        row.put("name", Value::Text(name));
        row.put("meaning", Value::Text(meaning));
        rows.push(Value::Object(row));
    }
    all.put("levels", Value::List(rows));

    let mut practices = Row::new();
    for practice in Practice::ALL {
        practices.put(practice.as_str(), list(questionnaire::level_lines(practice)));
    }
    all.put("practices", Value::Object(practices));
    Value::Object(all)
}

/// The facts and questions as canonical JSON (RFC 8785), without the advice: that explains answers, and changes none.
pub fn to_json(edition: Edition) -> String {
    let canonical = |text: &str| -> Result<String, ReadinessError> { Reader::new(text)?.any() };
    // Our own text is always read; the digest of nothing would match no catalog.
    canonical(&value(edition, false).text()).unwrap_or_default()
}

/// The SHA-256 of [`to_json`], in lower-case hexadecimal digits: names exactly what was asked.
pub fn digest(edition: Edition) -> &'static str {
    static OF_2013: OnceLock<String> = OnceLock::new();
    static OF_2022: OnceLock<String> = OnceLock::new();
    let kept = match edition {
        Edition::E2013 => &OF_2013,
        Edition::E2022 => &OF_2022,
    };
    kept.get_or_init(|| super::result::sha256(&to_json(edition)))
}
