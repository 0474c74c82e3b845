//! Rows of the catalog and their numbers, as the tests look at them.

use iso27001_readiness::catalog::{Edition, Requirement};

pub const BOTH: [Edition; 2] = Edition::ALL;

pub fn ids(edition: Edition) -> Vec<&'static str> {
    edition.requirements().map(Requirement::id).collect()
}

pub fn clause_ids(edition: Edition) -> Vec<&'static str> {
    edition.requirements().filter(|requirement| !requirement.is_control()).map(Requirement::id).collect()
}

pub fn controls(edition: Edition) -> impl Iterator<Item = Requirement> {
    edition.requirements().filter(|requirement| requirement.is_control())
}

/// The numbers of an id, clauses before Annex A: the order of the standard.
pub fn numbering(id: &str) -> (bool, Vec<u32>) {
    let annex = id.starts_with("A.");
    (annex, id.trim_start_matches("A.").split('.').map(|number| number.parse().unwrap()).collect())
}

/// The id one level up: `A.5.1` of `A.5.1.2`.
pub fn head(id: &str) -> &str {
    id.rsplit_once('.').map_or("", |(head, _)| head)
}
