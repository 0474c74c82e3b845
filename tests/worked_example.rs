//! The worked example of the method, figure by figure.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::ScoreRange;
use iso27001_readiness::assessment::{Answer, Assessment, Subject};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::scoring::gates::State;
use iso27001_readiness::scoring::{Answers, Finding, Findings, Points, Report, Scope, what_if};

const EXAMPLE: &str = r#"{ "format": "iso27001-readiness/assessment", "version": 1, "edition": "2022", "target": 4,
    "requirements": {
        "4.1": { "answer": 3 }, "4.2": { "answer": 1 }, "4.3": { "answer": 5 }, "9.2.1": { "answer": "unknown" },
        "9.3.1": { "answer": 0, "owner": "CISO", "due": "2027-01-31" },
        "A.5.1": { "answer": 2 }, "A.5.9": { "answer": "not-applicable", "reason": "no assets" },
        "A.7.4": { "answer": "not-applicable", "reason": "no premises" },
        "A.8.12": { "answer": 1, "owner": "CISO", "due": "2027-01-31" } },
    "areas": { "policy": { "answer": 3 }, "logging": { "answer": 2 }, "cryptography": { "answer": 0 } },
    "documents": { "isms_scope": { "status": "in-force" }, "security_policy": { "status": "draft" },
        "risk_treatment_plan": { "status": "missing" } } }"#;

fn assessment() -> Assessment {
    Assessment::parse(EXAMPLE).unwrap()
}

fn report() -> Report {
    Report::of(&assessment())
}

fn ends(range: ScoreRange) -> (u16, u16) {
    (range.low(), range.high())
}

#[test]
fn the_sets_are_those_of_the_method() {
    let report = report();
    let clauses: Vec<_> = Edition::E2022.requirements().filter(|one| !one.is_control()).collect();
    assert_eq!((clauses.len(), clauses.iter().map(|one| u32::from(one.weight())).sum::<u32>()), (30, 61));
    assert_eq!(report.coverage.applicable, 30 + 92);
    assert_eq!(report.documents.iter().filter(|row| row.required).count(), 29);
    let refused: Vec<_> = report.requirements.iter().filter(|row| row.refused).map(|row| row.id).collect();
    assert_eq!(refused, ["A.5.9"]);
}

#[test]
fn the_scores_are_those_of_the_method() {
    let report = report();
    assert_eq!(ends(report.overall), (830, 9329));
    assert_eq!(report.parts.clauses.map(ends), Some((1257, 9126)));
    assert_eq!(report.parts.controls.map(ends), Some((326, 9565)));
    assert_eq!(report.parts.documents.map(ends), Some((517, 9483)));
    let section = |id| report.sections.iter().find(|section| section.id == id).and_then(|s| s.score).map(ends);
    assert_eq!(section("4"), Some((6296, 8519)));
    assert_eq!(section("9"), Some((0, 6000)));
    assert_eq!(section("A.5"), Some((180, 9640)));
    let logging = report.areas.iter().find(|area| area.key == "logging").and_then(|area| area.score);
    assert_eq!(logging.map(ends), Some((6667, 6667)));
    assert_eq!(report.ambition.map(|ambition| (ambition.target, ends(ambition.score))), Some((4, (710, 9209))));
}

#[test]
fn the_points_are_those_of_the_method() {
    let report = report();
    let of = |points: Points| (points.earned, points.open, points.lost);
    let requirement = |id| report.requirements.iter().find(|row| row.id == id).and_then(|row| row.points).map(of);
    for (id, points) in [
        ("4.1", (164, 0, 0)),
        ("4.2", (54, 0, 109)),
        ("4.3", (246, 0, 0)),
        ("4.4", (0, 164, 0)),
        ("A.5.1", (22, 0, 11)),
        ("A.5.2", (0, 33, 0)),
        ("A.5.9", (0, 0, 33)),
        ("A.8.12", (11, 0, 22)),
    ] {
        assert_eq!(requirement(id), Some(points), "{id}");
    }
    assert_eq!(requirement("A.7.4"), None);
    let document = |key| report.documents.iter().find(|row| row.key == key).and_then(|row| row.points).map(of);
    assert_eq!(document("security_policy"), Some((34, 0, 34)));
    assert_eq!(document("risk_treatment_plan"), Some((0, 0, 69)));
    assert_eq!(document("asset_inventory"), Some((0, 69, 0)), "still required: the exclusion of A.5.9 is refused");
}

#[test]
fn the_gains_are_those_of_the_method() {
    let gain = |id| what_if(&assessment(), Subject::find(Edition::E2022, id).unwrap(), Answer::level(3).unwrap());
    assert_eq!(gain("4.2").unwrap(), 109);
    assert_eq!(gain("A.5.9").unwrap(), 32);
}

#[test]
fn the_findings_are_those_of_the_method() {
    let report = report();
    let of = |wanted: Option<Finding>| {
        let requirements = report.requirements.iter().filter(|row| row.finding == wanted).map(|row| row.id);
        let documents = report.documents.iter().filter(|row| row.finding == wanted).map(|row| row.key);
        requirements.chain(documents).collect::<Vec<_>>()
    };
    assert_eq!(of(Some(Finding::Major)), ["9.3.1", "risk_treatment_plan"]);
    assert_eq!(
        of(Some(Finding::Minor)),
        ["4.2", "A.5.1", "A.5.9", "A.8.15", "A.8.16", "A.8.17", "A.8.24", "security_policy"]
    );
    assert_eq!(of(Some(Finding::Opportunity)), ["A.8.12"]);
    assert_eq!(of(Some(Finding::Unclear)), ["9.2.1"]);
    assert_eq!(of(Some(Finding::None)), ["4.1", "4.3", "5.2", "A.7.4", "isms_scope"]);
    let counts = Findings::of(&Answers::of(&assessment())).counts();
    assert_eq!((counts.major, counts.minor, counts.opportunity, counts.unclear), (2, 8, 1, 1));

    let [logging, system] = report.accumulated.as_slice() else { panic!("{:?}", report.accumulated) };
    assert_eq!((logging.scope, logging.id), (Scope::Area, Some("logging")));
    assert_eq!(logging.touched_ids(), ["A.8.15", "A.8.16", "A.8.17"]);
    assert_eq!((system.scope, system.id), (Scope::System, None));
    assert_eq!(
        system.touched_ids(),
        ["4.2", "5.2", "6.1.3", "9.3.1", "A.5.1", "A.5.9", "A.8.15", "A.8.16", "A.8.17", "A.8.24"]
    );
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
        [
            "scope",
            "policy",
            "risk-treatment",
            "statement-complete",
            "audit-planned",
            "internal-audit",
            "management-review",
            "controls-implemented",
            "no-major"
        ]
    );
    assert_eq!(gates(State::Met), ["review-planned"]);
    assert_eq!(gates(State::Undetermined).len(), 10);
    assert!(report.stages.iter().all(|stage| stage.state == State::Open && stage.certifiable));
}
