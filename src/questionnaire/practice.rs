//! The sorts of practice a requirement can be, its kinds, and the effort of a next step.

use serde::Serialize;

/// What sort of practice a requirement is. Each sort has its own six level lines, so that two people of one company
/// choose the same level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Practice {
    /// Something that people do again and again: a review, an assessment, a response.
    Process,
    /// Something written that must exist, be approved and be kept: a policy, a scope, an inventory.
    Document,
    /// Something that systems do or are set up to do.
    Technical,
    /// Something about places, rooms and equipment.
    Physical,
    /// Something about people: screening, contracts, awareness, behaviour.
    People,
}

/// What kind of measure a requirement is; one requirement can be of several kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Done by systems: software, hardware, configuration.
    Technical,
    /// Done by rules, roles and procedures.
    Organisational,
    /// Done by contracts, laws and licences.
    Legal,
    /// Done by things that people can touch: walls, locks, cameras.
    Physical,
    /// Done by people's knowledge, selection and behaviour.
    HumanResource,
}

/// How long a next step takes in a company of 20 to 500 people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum Effort {
    /// Small: days.
    S,
    /// Medium: weeks.
    M,
    /// Large: months.
    L,
}
