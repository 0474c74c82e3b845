//! The sorts of practice a requirement can be, its kinds, and the effort of a next step.

use crate::json::json_by_name;

/// What sort of practice a requirement is. Each sort has its own six level lines, so that two people of one company
/// choose the same level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

impl Practice {
    /// All, in order.
    pub const ALL: [Self; 5] = [Self::Process, Self::Document, Self::Technical, Self::Physical, Self::People];

    /// Its name in results.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Process => "process",
            Self::Document => "document",
            Self::Technical => "technical",
            Self::Physical => "physical",
            Self::People => "people",
        }
    }
}

/// What kind of measure a requirement is; one requirement can be of several kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

impl Kind {
    /// Its name in results.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Technical => "technical",
            Self::Organisational => "organisational",
            Self::Legal => "legal",
            Self::Physical => "physical",
            Self::HumanResource => "human-resource",
        }
    }
}

/// How long a next step takes in a company of 20 to 500 people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Effort {
    /// Small: days.
    S,
    /// Medium: weeks.
    M,
    /// Large: months.
    L,
}

impl Effort {
    /// Its name in results.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::M => "M",
            Self::L => "L",
        }
    }
}

json_by_name!(Practice, Kind, Effort);
