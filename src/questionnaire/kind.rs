//! The kinds of a requirement, and the effort of a next step.

use crate::json::json_by_name;

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
    /// All, in order.
    pub const ALL: [Self; 5] =
        [Self::Technical, Self::Organisational, Self::Legal, Self::Physical, Self::HumanResource];

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
    /// All, smallest first.
    pub const ALL: [Self; 3] = [Self::S, Self::M, Self::L];

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

json_by_name!(Kind, Effort);
