//! Clauses 0 to 10.

use crate::rows::{BOTH, clause_ids, head, numbering};
use iso27001_readiness::catalog::Edition;
use std::collections::BTreeSet;

#[test]
fn there_are_clauses_0_to_10() {
    for edition in BOTH {
        let tops = edition.clauses().iter().filter(|clause| clause.parent.is_none()).map(|clause| clause.id);
        assert_eq!(tops.collect::<Vec<_>>(), ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    }
}

#[test]
fn the_requirements_of_2013_are_these_26_clauses() {
    let expected = [
        "4.1", "4.2", "4.3", "4.4", //
        "5.1", "5.2", "5.3", //
        "6.1.1", "6.1.2", "6.1.3", "6.2", //
        "7.1", "7.2", "7.3", "7.4", "7.5.1", "7.5.2", "7.5.3", //
        "8.1", "8.2", "8.3", //
        "9.1", "9.2", "9.3", //
        "10.1", "10.2",
    ];
    assert_eq!(clause_ids(Edition::E2013), expected);
    assert_eq!(Edition::E2013.clause_requirements(), 26);
}

#[test]
fn the_requirements_of_2022_are_these_30_clauses() {
    let expected = [
        "4.1", "4.2", "4.3", "4.4", //
        "5.1", "5.2", "5.3", //
        "6.1.1", "6.1.2", "6.1.3", "6.2", "6.3", //
        "7.1", "7.2", "7.3", "7.4", "7.5.1", "7.5.2", "7.5.3", //
        "8.1", "8.2", "8.3", //
        "9.1", "9.2.1", "9.2.2", "9.3.1", "9.3.2", "9.3.3", //
        "10.1", "10.2",
    ];
    assert_eq!(clause_ids(Edition::E2022), expected);
    assert_eq!(Edition::E2022.clause_requirements(), 30);
}

#[test]
fn a_clause_is_a_requirement_if_it_is_a_leaf_of_4_to_10() {
    for edition in BOTH {
        let parents: BTreeSet<_> = edition.clauses().iter().filter_map(|clause| clause.parent).collect();
        for clause in edition.clauses() {
            let (_, numbers) = numbering(clause.id);
            let leaf = numbers[0] >= 4 && !parents.contains(clause.id);
            assert_eq!(clause.is_requirement(), leaf, "{} of {}", clause.id, edition.year());
            assert_eq!(edition.requirement(clause.id).is_some(), leaf, "{} of {}", clause.id, edition.year());
        }
    }
}

#[test]
fn a_clause_belongs_to_the_clause_that_its_number_names() {
    for edition in BOTH {
        for clause in edition.clauses() {
            assert_eq!(clause.parent.unwrap_or_default(), head(clause.id), "{} of {}", clause.id, edition.year());
            assert!(clause.parent.is_none_or(|parent| edition.clauses().iter().any(|other| other.id == parent)));
        }
    }
}

#[test]
fn clauses_10_1_and_10_2_change_places_between_the_editions() {
    let title = |edition: Edition, id| edition.requirement(id).unwrap().title();
    assert_eq!(title(Edition::E2013, "10.1"), title(Edition::E2022, "10.2"));
    assert_eq!(title(Edition::E2013, "10.2"), title(Edition::E2022, "10.1"));
    assert_eq!(title(Edition::E2022, "10.2"), "Nonconformity and corrective action");
}
