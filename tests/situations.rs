//! Situations with the verdict that an auditor would give: the method has to say the same.
//!
//! `SITUATIONS=write cargo test --test situations` writes `docs/situations.md`, which says why; without it the file is held
//! to what the method says now.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::scoring::gates::State;
use iso27001_readiness::scoring::{Accumulated, Report, Scope};
use serde_json::{Map, Value, json};

fn situations() -> Map<String, Value> {
    serde_json::from_str(include_str!("vectors/situations.json")).unwrap()
}

/// What the data says about a situation, worked out by the method.
fn verdict(situation: &Value) -> Value {
    let assessment = Assessment::parse(&situation.get("assessment").unwrap().to_string()).unwrap();
    let report = Report::of(&assessment);
    let said: Value = serde_json::to_value(&report).unwrap();
    let state = |stage: usize| said.pointer(&format!("/stages/{stage}/state")).unwrap().clone();
    let name = |one: &Accumulated| match (one.scope, one.id) {
        (Scope::Clause, Some(id)) => id.to_owned(),
        (Scope::Area, Some(key)) => format!("area:{key}"),
        _ => "system".to_owned(),
    };
    json!({
        "stage1": state(0), "stage2": state(1), "overall": report.overall,
        "major": report.findings.major, "minor": report.findings.minor,
        "accumulated": report.accumulated.iter().map(name).collect::<Vec<_>>(),
    })
}

fn holds(name: &str) {
    let situations = situations();
    let situation = situations.get(name).unwrap();
    for (key, ours) in verdict(situation).as_object().unwrap() {
        assert_eq!(Some(ours), situation.get(key), "{name}: {key}");
    }
}

/// A test for each situation, by its name in the data.
macro_rules! situations {
    ($($test:ident $name:literal)+) => {
        const NAMES: &[&str] = &[$($name),+];
        $(#[test]
        fn $test() {
            holds($name);
        })+
    };
}

situations! {
    fresh_start "fresh start"
    quick_scan_only_all_2 "quick scan only, all 2"
    all_at_3 "all at 3"
    paper_documents_in_force_all_at_1 "paper: documents in force, all at 1"
    absurd_1_all_at_1_own_target_1 "absurd 1: all at 1, own target 1"
    absurd_3_every_control_excluded "absurd 3: every control excluded"
    absurd_3c_a_5_31_excluded "absurd 3c: A.5.31 excluded"
    absurd_5_all_controls_at_2_unplanned "absurd 5: all controls at 2, unplanned"
    all_at_3_soa_draft "all at 3, SoA draft"
    saas_10_planned_6_control_minors "SaaS: 10 planned, 6 control minors"
    one_minor_9_1_at_2 "one minor: 9.1 at 2"
    three_small_ones_in_clause_7 "three small ones in clause 7"
    clause_7_all_at_2 "clause 7 all at 2"
    with_12_clause_minors_spread_thin "12 clause minors spread thin"
    with_18_of_them_planned_80_percent "18 of them planned (80 %)"
    every_control_absent_but_planned "every control absent but planned"
    incidents_half_done_and_planned "incidents half done and planned"
    data_protection_at_2_unplanned_2_of_3 "data protection at 2, unplanned, 2 of 3"
    all_5_management_review_absent "all 5, management review absent"
    review_at_2_2022 "review at 2 (2022)"
    audit_and_review_only_planned "audit and review only planned"
    cloud_only_all_of_a_7_excluded "cloud-only, all of A.7 excluded"
    with_11_unusual_exclusions_of_45 "11 unusual exclusions (of 45)"
    with_9_minors_6_in_clauses_3_in_controls "9 minors: 6 in clauses, 3 in controls"
    with_16_unplanned_controls_spread_thin "16 unplanned controls spread thin"
    access_area_excluded "access area excluded"
    cloud_only_only_premises_excluded "cloud-only, only premises excluded"
    one_person_firm_20_excluded "one-person firm, 20 excluded"
    one_unknown_control "one unknown control"
    clauses_and_documents_only "clauses and documents only"
    documents_that_are_not_core_all_draft "documents that are not core all draft"
    areas_at_3_two_of_their_controls_planned "areas at 3, two of their controls planned"
    built_in_example_2022 "built-in example 2022"
}

#[test]
fn every_situation_has_its_test() {
    let situations = situations();
    let mut names: Vec<_> = situations.keys().map(String::as_str).collect();
    let mut tested = NAMES.to_vec();
    names.sort_unstable();
    tested.sort_unstable();
    assert_eq!(names, tested);
    assert_eq!(names.len(), 33);
}

/// The first few of a list, and how many follow.
fn some(list: &[&str]) -> String {
    const SHOWN: usize = 8;
    let shown = list.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    match list.len().checked_sub(SHOWN) {
        None | Some(0) => shown,
        Some(more) => format!("{shown} and {more} more"),
    }
}

fn percent(points: u16) -> String {
    format!("{}.{:02}%", points / 100, points % 100)
}

fn stage_in_words(state: State) -> &'static str {
    match state {
        State::Met => "ready",
        State::Open => "not ready",
        State::Undetermined => "not known yet",
    }
}

/// What the method says of a situation, and why, so that an auditor can disagree with a line.
fn explained(name: &str, situation: &Value) -> String {
    let assessment = Assessment::parse(&situation.get("assessment").unwrap().to_string()).unwrap();
    let report = Report::of(&assessment);
    let [low, high] = [report.overall.low(), report.overall.high()].map(percent);
    let mut lines = vec![format!("## {name}"), String::new()];
    for stage in &report.stages {
        let number = stage.stage.number();
        lines.push(format!("- Stage {number}: **{}**.", stage_in_words(stage.state)));
        for gate in &stage.gates {
            match gate.state {
                State::Met => {}
                State::Open => lines.push(format!("  - Not met: {}. Held by {}.", gate.title, some(&gate.holding))),
                State::Undetermined => {
                    lines.push(format!("  - Not known yet: {}. Waits for {}.", gate.title, some(&gate.awaited)));
                }
            }
        }
    }
    let counts = report.findings;
    lines.push(format!(
        "- Findings: {} major, {} minor, {} opportunities, {} to be found out. Score {low} to {high}.",
        counts.major, counts.minor, counts.opportunity, counts.unclear
    ));
    for one in &report.accumulated {
        let place = match (one.scope, one.id) {
            (Scope::Clause, Some(id)) => format!("clause {id}"),
            (Scope::Area, Some(key)) => format!("area {key}"),
            _ => String::from("the whole system"),
        };
        let touched: Vec<&str> = one.touched.iter().map(|index| report.requirements.get(*index).unwrap().id).collect();
        lines.push(format!("- Adds up to a major in {place}: {}.", some(&touched)));
    }
    let refused: Vec<&str> = report.requirements.iter().filter(|one| one.refused).map(|one| one.id).collect();
    if !refused.is_empty() {
        lines.push(format!("- Exclusions that are not accepted: {}.", some(&refused)));
    }
    lines.push(String::new());
    lines.join("\n")
}

#[test]
fn the_page_of_situations_is_what_the_method_says() {
    let mut page = String::from(
        "# Situations\n\nWhat [the method](method.md) says of each situation that the tests hold it to, and why. \
         `SITUATIONS=write cargo test --test situations` writes this page. An auditor who disagrees with a line is \
         welcome to say so.\n\n",
    );
    for (name, situation) in &situations() {
        page.push_str(&explained(name, situation));
        page.push('\n');
    }
    let page = page.trim_end().to_owned() + "\n";
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/situations.md");
    if std::env::var_os("SITUATIONS").is_some_and(|said| said == "write") {
        std::fs::write(&path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), page, "SITUATIONS=write brings it up to date");
}
