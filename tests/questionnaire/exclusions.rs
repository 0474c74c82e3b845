//! What is said of leaving a control out.

use super::{BOTH, none, of_field};
use iso27001_readiness::catalog::{ExclusionClass, Requirement};
use iso27001_readiness::questionnaire;

fn controls() -> impl Iterator<Item = Requirement> {
    BOTH.iter().flat_map(|edition| edition.requirements()).filter(|requirement| requirement.is_control())
}

#[test]
fn every_control_that_is_never_excluded_has_its_reason_and_every_other_a_justification() {
    let mut missing = Vec::new();
    let (mut never, mut often) = (0, 0);
    for control in controls() {
        match control.exclusion() {
            Some(ExclusionClass::Never) => never += 1,
            Some(ExclusionClass::Often) => often += 1,
            _ => {}
        }
        let text = questionnaire::question(control).exclusion_text;
        if text.is_empty() || !text.ends_with('.') || text.split(' ').count() < 6 {
            missing.push(format!("{} {}: {text:?}", control.edition().year(), control.id()));
        }
    }
    println!("{never} controls are never excluded, {often} often");
    assert!(never > 0 && often > 0);
    none("no reason or justification", missing);
}

#[test]
fn the_class_is_a_fact_and_no_part_of_the_text() {
    let classes = ["never ", "rarely ", "often "];
    let bad = of_field("exclusion").filter(|piece| classes.iter().any(|class| piece.text.starts_with(class)));
    none("the class stands in the text", bad.map(|piece| piece.place()));
}

#[test]
fn a_justification_to_adapt_is_in_the_words_of_the_organisation() {
    let others = controls().filter(|control| control.exclusion() == Some(ExclusionClass::Often)).filter(|control| {
        let text = questionnaire::question(*control).exclusion_text;
        !["We ", "Our ", "No "].iter().any(|start| text.starts_with(start))
    });
    none(
        "no justification to take over",
        others.map(|control| {
            format!(
                "{} {}: {}",
                control.edition().year(),
                control.id(),
                questionnaire::question(control).exclusion_text
            )
        }),
    );
}
