//! The worked example of the method, figure by figure.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::ScoreRange;
use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::scoring::Report;
use iso27001_readiness::scoring::gates::State;

const EXAMPLE: &str = r#"{ "format": "iso27001-readiness/assessment", "version": 1, "edition": "2022", "target": 3,
    "requirements": {
        "4.1": { "answer": 3 }, "4.2": { "answer": 1 }, "4.3": { "answer": 5 }, "9.2.1": { "answer": "unknown" },
        "A.5.1": { "answer": 2 }, "A.7.4": { "answer": "not-applicable", "reason": "no premises" } },
    "areas": { "policy": { "answer": 3 }, "cryptography": { "answer": 0 } },
    "documents": { "isms_scope": { "status": "in-force" }, "security_policy": { "status": "draft" } } }"#;

fn report() -> Report {
    Report::of(&Assessment::parse(EXAMPLE).unwrap())
}

fn ends(interval: ScoreRange) -> (u16, u16) {
    (interval.low(), interval.high())
}

#[test]
fn the_scores_are_those_of_the_method() {
    let report = report();
    assert_eq!(ends(report.overall), (674, 9646));
    assert_eq!(report.parts.clauses.map(ends), Some((1111, 9444)));
    assert_eq!(report.parts.controls.map(ends), Some((72, 9855)));
    assert_eq!(report.parts.documents.map(ends), Some((484, 9839)));
    let section = |id| report.sections.iter().find(|section| section.id == id).and_then(|s| s.score).map(ends);
    assert_eq!(section("4"), Some((5833, 8333)));
    assert_eq!(section("A.5"), Some((180, 9910)));
}

#[test]
fn the_points_are_those_of_the_method() {
    let report = report();
    let points = |id| report.requirements.iter().find(|row| row.id == id).and_then(|row| row.points).unwrap();
    assert_eq!((points("4.2").earned, points("4.2").lost), (55, 111));
    assert_eq!((points("A.5.1").earned, points("A.5.1").lost), (22, 11));
    assert_eq!(points("A.5.2").open, 33);
    let policy = report.documents.iter().find(|row| row.key == "security_policy").and_then(|row| row.points).unwrap();
    assert_eq!((policy.earned, policy.lost), (32, 32));
}

#[test]
fn the_gates_are_those_of_the_method() {
    let report = report();
    let gates = |wanted| {
        let all = report.stages.iter().flat_map(|stage| &stage.gates);
        all.filter(|gate| gate.state == wanted).map(|gate| gate.id).collect::<Vec<_>>()
    };
    assert_eq!(
        gates(State::Open),
        ["scope", "policy", "audit-planned", "internal-audit", "no-absent-requirement", "no-absent-area"]
    );
    assert_eq!(gates(State::Met), [""; 0]);
}
