//! The lines of the levels, which decide every number.

use super::{BOTH, none, of_field};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::questionnaire::{self, Level};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn the_levels_have_their_names() {
    let names = Level::ALL.map(|level| questionnaire::level(level).0);
    assert_eq!(names, ["Absent", "Ad hoc", "Developing", "Defined", "Managed", "Optimizing"]);
}

#[test]
fn the_six_lines_of_every_question_differ_and_the_upper_two_are_common() {
    let requirements = BOTH.iter().flat_map(|edition| edition.requirements());
    let asked = requirements.map(|requirement| &questionnaire::question(requirement).asked);
    let areas = BOTH
        .iter()
        .flat_map(|edition| (0..edition.areas().len()).map(move |index| questionnaire::area(*edition, index)));
    for asked in asked.chain(areas) {
        let lines = asked.levels();
        assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), 6, "{}", asked.statement);
        assert!(lines[4].starts_with("As level 3, ") && lines[5].starts_with("As level 4, "), "{}", asked.statement);
    }
}

#[test]
fn no_line_is_that_of_another_question() {
    let mut owners = BTreeMap::<String, Vec<String>>::new();
    for piece in of_field("line").chain(of_field("area line")) {
        let owner = format!("{} {}", piece.edition.map_or("", Edition::year), piece.owner);
        owners.entry(piece.text.to_lowercase()).or_default().push(owner);
    }
    let shared = owners.iter().filter(|(_, owners)| owners.len() > 1);
    none("lines of several questions", shared.map(|(line, owners)| format!("{line:?}: {}", owners.join(", "))));
}

#[test]
fn a_line_is_short_enough_to_be_compared_with_the_others() {
    for field in ["line", "area line"] {
        let long = of_field(field).filter(|piece| piece.text.chars().count() > 90 || !piece.text.ends_with('.'));
        none("lines of more than 90 characters", long.map(|piece| piece.place()));
    }
}
