//! What the method says beside the scores: what keeps a stage from being ready, and what an auditor would write up.

use super::source::{Source, joined};
use super::summary::{number, stage_state};
use super::table::{Fact, Tone};
use crate::catalog::Stage;
use crate::scoring::gates::State;
use crate::scoring::{Accumulated, Scope};
use crate::text::named;

/// How a stage stands, and the must-haves that say so. Stage 2 looks at those of both stages.
fn standing(source: &Source<'_>, of: Stage, state: State) -> String {
    let gates = || source.report.stages.iter().filter(|stage| stage.stage <= of).flat_map(|stage| &stage.gates);
    let counted: Vec<&str> =
        gates().filter(|gate| state != State::Met && gate.state == state).map(|gate| gate.title).collect();
    let key = match state {
        State::Met => "verdict.ready",
        State::Open => "verdict.not-ready",
        State::Undetermined => "verdict.undetermined",
    };
    let size = |count: usize| number(u64::try_from(count).unwrap_or_default());
    let (n, of, titles) = (size(counted.len()), size(gates().count()), source.words.list("list.long", counted));
    source.words.filled(key, &[("n", &n), ("of", &of), ("titles", &titles)])
}

/// The stages with their reasons.
pub(super) fn stages<'a>(source: &Source<'a>) -> Vec<Fact<'a>> {
    let mut facts = Vec::new();
    for stage in &source.report.stages {
        let label = source.words.named("stage", if stage.stage.number() == 1 { "1" } else { "2" });
        let tone = Tone::of(stage_state(stage.state));
        facts.push(Fact { tone, ..Fact::new(label, standing(source, stage.stage, stage.state)) });
    }
    if source.report.stages.iter().any(|stage| !stage.certifiable) {
        let tone = Some(Tone::Bad);
        facts.push(Fact { tone, ..Fact::new(source.t("verdict.certificate"), source.t("verdict.not-certifiable")) });
    }
    facts
}

/// Where small findings have piled up, with the requirements that are touched.
fn place(source: &Source<'_>, one: &Accumulated) -> String {
    let id = one.id.unwrap_or_default();
    let name = match one.scope {
        Scope::Clause => source.reference(id),
        Scope::Area => {
            let area = source.edition.areas().iter().find(|area| area.key == id);
            String::from(area.map_or(id, |area| area.title))
        }
        Scope::System => String::from(source.t("accumulated.system")),
    };
    named(&name, &source.words.list("list.short", one.touched_ids()))
}

/// What an auditor would likely write: counted, what adds up, and what would not be accepted.
pub(super) fn findings<'a>(source: &Source<'a>) -> Vec<Fact<'a>> {
    let report = &source.report;
    let counts = [
        ("major", report.findings.major),
        ("minor", report.findings.minor),
        ("opportunity", report.findings.opportunity),
    ];
    let mut lines = Vec::new();
    for (kind, count) in counts {
        if count > 0 {
            lines.push(named(source.words.named("finding", kind), &number(count)));
        }
    }
    let mut found = source.words.list("list.long", lines);
    if report.findings.minor > 0 {
        found = source.words.filled("verdict.with-minors", &[("findings", &found)]);
    }
    let piled = joined(report.accumulated.iter().map(|one| place(source, one)), "\n");
    let refused = report.requirements.iter().filter(|one| one.refused).map(|one| source.reference(one.id));
    let bad = |label, value| Fact { tone: Some(Tone::Bad), ..Fact::new(source.t(label), value) };
    vec![
        Fact::new(source.t("finding.kind.many"), found),
        bad("accumulated.title", piled),
        bad("exclusion.refused", source.words.list("list.short", refused)),
    ]
}
