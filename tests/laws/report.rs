//! What a report says, in the form in which the laws compare it.

use iso27001_readiness::ScoreRange;
use iso27001_readiness::scoring::Report;
use iso27001_readiness::scoring::gates::State;

/// Everything in a report that is an interval, by name.
pub fn ranges(report: &Report) -> Vec<(String, Option<ScoreRange>)> {
    let parts =
        [("clauses", report.parts.clauses), ("controls", report.parts.controls), ("documents", report.parts.documents)];
    std::iter::once((String::from("overall"), Some(report.overall)))
        .chain(parts.into_iter().map(|(name, score)| (String::from(name), score)))
        .chain(report.sections.iter().map(|row| (format!("section {}", row.id), row.score)))
        .chain(report.areas.iter().map(|row| (format!("area {}", row.key), row.score)))
        .chain(report.requirements.iter().map(|row| (String::from(row.id), row.score)))
        .collect()
}

pub fn gate_states(report: &Report) -> Vec<(&'static str, State)> {
    report.stages.iter().flat_map(|stage| &stage.gates).map(|gate| (gate.id, gate.state)).collect()
}

pub fn ends(interval: ScoreRange) -> (u16, u16) {
    (interval.low(), interval.high())
}
