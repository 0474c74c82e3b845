//! What the method asks of the catalog again and again, by place instead of by name: computed once for each edition.

use crate::catalog::{self, Demand, Document, Edition, ExclusionClass, Gate, Gravity, Requirement};
use crate::text::split_once;
use std::sync::OnceLock;

/// A requirement.
#[derive(Debug)]
pub(super) struct RequirementRow {
    pub(super) weight: u32,
    /// None for a control.
    pub(super) gravity: Option<Gravity>,
    /// None for a clause.
    pub(super) exclusion: Option<ExclusionClass>,
    /// The place of its area in [`Edition::areas`].
    pub(super) area: usize,
    /// The clause 4 to 10, or the group.
    pub(super) section: &'static str,
}

/// A document.
#[derive(Debug)]
pub(super) struct DocumentRow {
    pub(super) document: &'static Document,
    pub(super) demand: Demand,
    /// The clause requirement that its first reference names: a control counts for what it does.
    pub(super) first_clause: Option<usize>,
    /// The controls that it refers to.
    pub(super) controls: Vec<(usize, &'static str)>,
}

/// A gate with the places of what its row lists.
#[derive(Debug)]
pub(super) struct GateRow {
    pub(super) gate: &'static Gate,
    pub(super) requirements: Vec<usize>,
    pub(super) documents: Vec<usize>,
}

/// All of an edition, in catalog order.
#[derive(Debug)]
pub(super) struct Outline {
    pub(super) requirements: Vec<RequirementRow>,
    pub(super) documents: Vec<DocumentRow>,
    pub(super) gates: Vec<GateRow>,
    pub(super) clause_requirements: usize,
    pub(super) areas: usize,
}

/// The requirement that a reference names: `"6.1.3 d"` is of 6.1.3.
fn referred(edition: Edition, reference: &str) -> Option<Requirement> {
    edition.requirement(split_once(reference, b' ').map_or(reference, |(id, _)| id))
}

impl Outline {
    pub(super) fn of(edition: Edition) -> &'static Self {
        static OF_2013: OnceLock<Outline> = OnceLock::new();
        static OF_2022: OnceLock<Outline> = OnceLock::new();
        let kept = match edition {
            Edition::E2013 => &OF_2013,
            Edition::E2022 => &OF_2022,
        };
        kept.get_or_init(|| Self::make(edition))
    }

    fn make(edition: Edition) -> Self {
        let mut requirements = Vec::new();
        for requirement in edition.requirements() {
            requirements.push(RequirementRow {
                weight: u32::from(requirement.weight()),
                gravity: requirement.gravity(),
                exclusion: requirement.exclusion(),
                area: requirement.area_index(),
                section: requirement.section(),
            });
        }
        let mut documents = Vec::new();
        for document in edition.documents() {
            let refs = document.refs(edition);
            let first = refs.first().and_then(|reference| referred(edition, reference));
            let mut controls = Vec::new();
            for reference in refs {
                if let Some(control) = referred(edition, reference).filter(|one| one.is_control()) {
                    controls.push((control.index(), *reference));
                }
            }
            documents.push(DocumentRow {
                document,
                demand: document.demand(edition).unwrap_or(Demand::Usual),
                first_clause: first.filter(|one| !one.is_control()).map(Requirement::index),
                controls,
            });
        }
        let mut gates = Vec::new();
        for gate in catalog::gates() {
            let mut row = GateRow { gate, requirements: Vec::new(), documents: Vec::new() };
            for reference in gate.refs(edition) {
                row.requirements.extend(referred(edition, reference).map(Requirement::index));
            }
            for (index, document) in edition.documents().enumerate() {
                if gate.documents.contains(&document.key) {
                    row.documents.push(index);
                }
            }
            gates.push(row);
        }
        Self {
            requirements,
            documents,
            gates,
            clause_requirements: edition.clause_requirements(),
            areas: edition.areas().len(),
        }
    }
}
