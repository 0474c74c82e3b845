//! What came out, whose results they are, and what holds up the audit stages.

use super::source::{Source, joined};
use super::table::{Cell, Column, Fact, Holds, Table, Tone};
use super::verdict;
use crate::json::push_integer;
use crate::questionnaire::{self, Level};
use crate::scoring::gates::State;
use crate::scoring::{Coverage, ItemKind, OpenQuestion};
use crate::text::named;

pub(super) fn number(value: impl Into<u64>) -> String {
    let mut out = String::new();
    push_integer(&mut out, value.into());
    out
}

/// Answered of applicable; the provisional ones apart, where there are any.
pub(super) fn answered(source: &Source<'_>, coverage: &Coverage) -> String {
    let (answered, of, provisional) =
        (number(coverage.answered), number(coverage.applicable), number(coverage.provisional));
    let key = if coverage.provisional > 0 { "coverage.with" } else { "coverage.plain" };
    source.words.filled(key, &[("answered", &answered), ("of", &of), ("provisional", &provisional)])
}

fn present<'a>(mut facts: Vec<Fact<'a>>) -> Vec<Fact<'a>> {
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

/// What came out, in a few lines.
pub(super) fn results<'a>(source: &Source<'a>) -> Vec<Fact<'a>> {
    let report = &source.report;
    let scored = |label, score| Fact { score, ..Fact::new(label, source.words.range(score)) };
    let mut facts = vec![
        scored(source.t("result.overall"), Some(report.overall)),
        Fact::new(source.t("result.answered"), answered(source, &report.coverage)),
        scored(source.t("part.clauses"), report.parts.clauses),
        scored(source.t("part.controls"), report.parts.controls),
        scored(source.t("part.documents"), report.parts.documents),
    ];
    facts.extend(verdict::stages(source));
    facts.extend(verdict::findings(source));
    if let Some(estimate) = source.estimate {
        let (from, to) = (number(estimate.months.from), number(estimate.months.to));
        let window = source.words.filled("estimate.window", &[("from", &from), ("to", &to)]);
        facts.push(Fact::new(source.t("estimate.months"), window));
    }
    present(facts)
}

/// The name of a stage's state in results.
pub(super) fn stage_state(state: State) -> &'static str {
    match state {
        State::Met => "ready",
        State::Open => "not-ready",
        State::Undetermined => "undetermined",
    }
}

/// A target above conformity by its number and name.
fn ambition_text(target: u8) -> String {
    let mut text = number(target);
    if let Some(level) = Level::new(i64::from(target)) {
        text.push(' ');
        text.push_str(questionnaire::level(level).0);
    }
    text
}

/// Whose results they are, and what they rest on.
pub(super) fn about<'a>(source: &Source<'a>) -> Vec<Fact<'a>> {
    let t = |key| source.t(key);
    let assessment = source.assessment;
    let (organisation, approval) = (assessment.organisation(), assessment.statement());
    let ambition = source.report.ambition.map(|own| ambition_text(own.target)).unwrap_or_default();
    let version = named(t("statement.title"), t("statement.version"));
    present(vec![
        Fact::typed(t("about.name"), &organisation.name),
        Fact::typed(t("about.scope"), &organisation.scope),
        Fact::new(t("about.headcount"), organisation.headcount.map(number).unwrap_or_default()),
        Fact::typed(t("about.assessor"), assessment.assessor()),
        Fact::new(t("report.standard"), source.edition.name()),
        Fact::new(t("about.target"), ambition),
        Fact::new(t("exports.modified"), assessment.modified().get(..10).unwrap_or_default()),
        Fact::typed(version, &approval.version),
        Fact::typed(t("statement.approver"), &approval.approver),
        Fact::typed(t("statement.date"), &approval.date),
        Fact::new(t("exports.basis"), source.basis()),
        Fact::new(t("exports.about"), t("exports.disclaimer")),
    ])
}

/// What keeps a gate from being met: what is to be done, answered and confirmed, each in a line.
fn missing(source: &Source<'_>, gate: &str) -> String {
    let named = |kind: ItemKind, id: &str, title: &str| match kind {
        ItemKind::Document => String::from(title),
        ItemKind::Requirement => source.reference(id),
    };
    let is_provisional =
        |question: &OpenQuestion| source.report.requirements.iter().any(|one| one.provisional && one.id == question.id);
    let (mut act, mut ask, mut confirm) = (Vec::new(), Vec::new(), Vec::new());
    for action in source.plan.actions.iter().filter(|action| action.gates.contains(&gate)) {
        act.push(named(action.kind, action.id, action.title));
    }
    for question in source.plan.awaited.iter().filter(|question| question.gates.contains(&gate)) {
        let list = if is_provisional(question) { &mut confirm } else { &mut ask };
        list.push(named(question.kind, question.id, question.title));
    }
    let mut lines = Vec::new();
    for (lead, list) in [("gate.act", act), ("gate.ask", ask), ("gate.confirm", confirm)] {
        if !list.is_empty() {
            let list = source.words.list("list.short", list);
            lines.push(source.words.filled("list.led", &[("lead", source.t(lead)), ("list", &list)]));
        }
    }
    joined(lines, "\n")
}

/// The gates of both stages.
pub(super) fn gates<'a>(source: &Source<'a>) -> Table<'a> {
    let t = |key| source.t(key);
    let (mut rows, mut tones) = (Vec::new(), Vec::new());
    for stage in &source.report.stages {
        for gate in &stage.gates {
            let state = gate.state.as_str();
            rows.push(vec![
                Cell::whole(stage.stage.number()),
                gate.title.into(),
                source.words.named("state", state).into(),
                if gate.state == State::Met { Cell::EMPTY } else { missing(source, gate.id).into() },
            ]);
            tones.push(Tone::of(state));
        }
    }
    Table {
        name: "gates",
        title: t("report.gates"),
        columns: vec![
            Column::new("stage", t("exports.stage"), 8),
            Column::new("gate", t("exports.gate"), 60),
            Column::holding(Holds::Short, "state", t("exports.state"), 14),
            Column::holding(Holds::Sentences, "missing", t("exports.missing"), 60),
        ],
        rows,
        tone: Some(("state", tones)),
    }
}
