//! The catalog as one object: with our words for JavaScript, and without them to name what a result was computed with.

use crate::catalog::{self, Clause, Edition, Requirement, constants};
use crate::error::ReadinessError;
use crate::json::{ObjectWriter, Reader, Value, list};
use crate::questionnaire::{self, Asked, Level, Section};
use std::sync::OnceLock;

/// How much of the catalog is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    /// What no language changes.
    Facts,
    /// Facts, titles and names.
    Titled,
    /// All of it, with our words.
    Worded,
}

impl Detail {
    /// A title or a name, which every language has in its own words.
    fn title(self, row: &mut ObjectWriter<'static>, key: &'static str, title: &'static str) {
        if self != Self::Facts {
            row.value(key, Value::Text(title));
        }
    }
}

/// A group or a category.
fn named(id: &'static str, title: &'static str, detail: Detail) -> ObjectWriter<'static> {
    let mut row = ObjectWriter::new();
    row.value("id", Value::Text(id));
    detail.title(&mut row, "title", title);
    row
}

/// What is asked, with the lines of all six levels. `question` is the name that the statement had at first.
fn asked(row: &mut ObjectWriter<'static>, asked: &'static Asked) {
    row.field("question", &asked.statement);
    row.field("statement", &asked.statement);
    row.value("levels", Value::List(asked.levels().map(Value::Text).into()));
    row.field("example", &asked.example);
}

/// What a clause requirement and a control have in common: our words about it, and facts.
fn common(row: &mut ObjectWriter<'static>, requirement: Requirement, detail: Detail) {
    if detail == Detail::Worded {
        let question = questionnaire::question(requirement);
        asked(row, &question.asked);
        row.field("guidance", &question.guidance);
        row.field("evidence", &question.evidence);
        row.field("sampling", &question.sampling);
        row.field("commonFinding", &question.common_finding);
        row.field("nextStep", &question.next_step);
        row.field("effort", &question.effort);
        row.field("smallOrganisations", &question.small_organisations);
        if requirement.is_control() {
            row.field("exclusionText", &question.exclusion_text);
        } else {
            row.field("shortName", &question.short_name);
        }
        row.field("kinds", &question.kinds);
        row.value("role", Value::Text(questionnaire::role(requirement).as_str()));
    }
    if let Some(area) = requirement.area() {
        row.field("area", &area.key);
    }
    match (requirement.gravity(), requirement.exclusion()) {
        (Some(gravity), _) => {
            row.value("weight", Value::Number(i32::from(requirement.weight())));
            row.value("gravity", Value::Text(gravity.as_str()));
        }
        (None, exclusion) => row.value("exclusion", exclusion.map_or(Value::Null, |of| Value::Text(of.as_str()))),
    }
}

fn section(section: &'static Section) -> Value<'static> {
    let mut row = ObjectWriter::new();
    row.field("heading", &section.heading);
    row.field("text", &section.text);
    Value::Object(row)
}

fn clause(edition: Edition, clause: &'static Clause, detail: Detail) -> Value<'static> {
    let mut row = ObjectWriter::new();
    row.field("id", &clause.id);
    row.field("parent", &clause.parent);
    detail.title(&mut row, "title", clause.title);
    row.value("requirement", Value::Flag(clause.is_requirement()));
    if let Some(requirement) = edition.requirement(clause.id) {
        common(&mut row, requirement, detail);
    }
    Value::Object(row)
}

fn control(control: Requirement, detail: Detail) -> Value<'static> {
    let mut row = named(control.id(), control.title(), detail);
    row.value("group", Value::Text(control.section()));
    let category = control.category();
    row.value("category", category.map_or(Value::Null, |of| Value::Object(named(of.id, of.title, detail))));
    row.value("isNew", Value::Flag(control.is_new()));
    row.value("predecessors", Value::List(control.predecessors().map(Value::Text).collect()));
    row.value("successors", Value::List(control.successors().map(Value::Text).collect()));
    common(&mut row, control, detail);
    Value::Object(row)
}

/// The figures of the method.
fn figures() -> Value<'static> {
    let mut weights = ObjectWriter::new();
    weights.field("clauses", &constants::CLAUSES_WEIGHT);
    weights.field("controls", &constants::CONTROLS_WEIGHT);
    weights.field("documents", &constants::DOCUMENTS_WEIGHT);
    let mut all = ObjectWriter::new();
    all.value("weights", Value::Object(weights));
    all.field("conformityLevel", &constants::CONFORMITY_LEVEL);
    all.field("underWayLevel", &constants::UNDER_WAY_LEVEL);
    all.field("unusualExclusionsPercent", &constants::UNUSUAL_EXCLUSIONS_PERCENT);
    all.field("accumulatedLeast", &constants::ACCUMULATED_LEAST);
    all.field("accumulatedPercent", &constants::ACCUMULATED_PERCENT);
    all.field("systemPercent", &constants::SYSTEM_PERCENT);
    all.field("controlsConformPercent", &constants::CONTROLS_CONFORM_PERCENT);
    all.field("areaUnderWayPercent", &constants::AREA_UNDER_WAY_PERCENT);
    Value::Object(all)
}

/// The catalog, in the order that people expect.
pub(crate) fn value(edition: Edition, detail: Detail) -> Value<'static> {
    let mut all = ObjectWriter::new();
    all.value("edition", Value::Text(edition.year()));
    detail.title(&mut all, "name", edition.name());

    let mut rows = Vec::new();
    for row in edition.clauses() {
        rows.push(clause(edition, row, detail));
    }
    all.value("clauses", Value::List(rows));

    let mut rows = Vec::new();
    for group in edition.groups() {
        rows.push(Value::Object(named(group.id, group.title, detail)));
    }
    all.value("groups", Value::List(rows));

    let mut rows = Vec::new();
    for requirement in edition.requirements() {
        if requirement.is_control() {
            rows.push(control(requirement, detail));
        }
    }
    all.value("controls", Value::List(rows));

    let mut rows = Vec::new();
    for (index, area) in edition.areas().iter().enumerate() {
        let mut row = ObjectWriter::new();
        row.field("key", &area.key);
        detail.title(&mut row, "title", area.title);
        row.field("refs", &area.refs);
        if detail == Detail::Worded {
            asked(&mut row, questionnaire::area(edition, index));
        }
        rows.push(Value::Object(row));
    }
    all.value("areas", Value::List(rows));

    let mut rows = Vec::new();
    for document in edition.documents() {
        let mut row = ObjectWriter::new();
        row.field("key", &document.key);
        detail.title(&mut row, "name", document.name);
        row.field("kind", &document.kind);
        row.value("demand", document.demand(edition).map_or(Value::Null, |of| Value::Text(of.as_str())));
        row.field("core", &document.core);
        row.value("refs", list(document.refs(edition)));
        row.field("sourceLine", &document.source_line);
        if detail == Detail::Worded {
            let advice = questionnaire::document_advice(document);
            row.field("effort", &advice.effort);
            row.field("holds", &advice.holds);
            row.field("length", &advice.length);
            row.field("signedBy", &advice.signed_by);
            row.field("checkedFirst", &advice.checked_first);
            row.field("nextStep", &advice.next_step);
            row.field("changedIn2022", &advice.changed_in_2022);
            row.value("outline", Value::List(advice.outline.iter().map(section).collect()));
        }
        rows.push(Value::Object(row));
    }
    all.value("documents", Value::List(rows));

    let mut rows = Vec::new();
    for gate in catalog::gates() {
        let mut row = ObjectWriter::new();
        row.field("id", &gate.id);
        row.field("stage", &gate.stage);
        detail.title(&mut row, "title", gate.title);
        row.value("refs", list(gate.refs(edition)));
        row.field("documents", &gate.documents);
        row.field("least", &gate.least);
        rows.push(Value::Object(row));
    }
    all.value("gates", Value::List(rows));

    // Suggestions change no score: a result is not named by them.
    if detail == Detail::Worded {
        let rows = catalog::profiles().iter().map(|profile| {
            let mut row = ObjectWriter::new();
            row.field("key", &profile.key);
            row.field("title", &profile.title);
            row.value("excludes", list(profile.excludes(edition)));
            row.value("keeps", list(profile.keeps(edition)));
            Value::Object(row)
        });
        all.value("profiles", Value::List(rows.collect()));
    }

    let mut rows = Vec::new();
    for level in Level::ALL {
        let mut row = ObjectWriter::new();
        row.value("level", Value::Number(i32::from(level.number())));
        if detail == Detail::Worded {
            let (name, meaning) = questionnaire::level(level);
            row.value("name", Value::Text(name));
            row.value("meaning", Value::Text(meaning));
        }
        rows.push(Value::Object(row));
    }
    all.value("levels", Value::List(rows));

    all.value("constants", figures());
    Value::Object(all)
}

fn canonical(edition: Edition, detail: Detail) -> String {
    let read = |text: &str| -> Result<String, ReadinessError> { Reader::new(text)?.any() };
    // Our own text is always read; the digest of nothing would match no catalog.
    read(&value(edition, detail).text()).unwrap_or_default()
}

/// The facts and titles as canonical JSON (RFC 8785), without our words about them.
#[must_use]
pub fn to_json(edition: Edition) -> String {
    canonical(edition, Detail::Titled)
}

/// Names what answers were scored by: the SHA-256, in lower-case hexadecimal digits, of [`to_json`] without every `title`
/// and `name`, since other words change no score.
#[must_use]
pub fn digest(edition: Edition) -> &'static str {
    static OF_2013: OnceLock<String> = OnceLock::new();
    static OF_2022: OnceLock<String> = OnceLock::new();
    let kept = match edition {
        Edition::E2013 => &OF_2013,
        Edition::E2022 => &OF_2022,
    };
    kept.get_or_init(|| super::sha256::sha256(&canonical(edition, Detail::Facts)))
}
