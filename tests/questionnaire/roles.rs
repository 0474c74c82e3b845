//! Whom an auditor asks.

use super::BOTH;
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::questionnaire::{Role, role};

#[test]
fn every_role_is_asked_in_both_editions_and_only_leadership_by_clause() {
    for edition in BOTH {
        for wanted in Role::ALL {
            let own: Vec<_> = edition.requirements().filter(|one| role(*one) == wanted).map(|one| one.id()).collect();
            println!("{} {}: {}", edition.year(), wanted.as_str(), own.join(" "));
            assert!(!own.is_empty(), "{} of {}", wanted.as_str(), edition.year());
        }
        let management: Vec<_> = edition.requirements().filter(|one| role(*one) == Role::Management).collect();
        assert!(management.iter().all(|one| one.id().starts_with("5.") || one.id().starts_with("9.3")));
        assert_eq!(management.len(), if edition == Edition::E2013 { 4 } else { 6 });
    }
}

#[test]
fn development_is_asked_about_what_falls_away_without_it_and_it_about_changes() {
    let of = |id: &str| role(Edition::E2022.requirement(id).unwrap());
    for id in ["A.8.4", "A.8.25", "A.8.28", "A.8.33"] {
        assert_eq!(of(id), Role::Development, "{id}");
    }
    assert_ne!(of("A.8.32"), Role::Development);
    assert_eq!(role(Edition::E2013.requirement("A.14.2.7").unwrap()), Role::Development);
    // The controls have the same numbers as clauses of leadership, and nobody else's answer.
    assert_ne!(of("A.5.2"), Role::Management);
}
