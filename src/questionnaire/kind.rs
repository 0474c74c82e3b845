//! The kinds of a requirement, whom an auditor asks about it, and the effort of a next step.

use crate::catalog::{self, Requirement};
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

/// Whom an auditor asks first about a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Whoever directs the organisation: leadership and the management review are theirs alone.
    Management,
    /// Who runs the management system.
    SecurityLead,
    /// Who runs the systems.
    It,
    /// Who builds or adapts systems.
    Development,
    /// Who hires, trains and lets go.
    HumanResources,
    /// Who looks after offices and rooms.
    Facilities,
    /// Who knows laws and contracts.
    Legal,
}

impl Role {
    /// All, in the order of interviews.
    pub const ALL: [Self; 7] = [
        Self::Management,
        Self::SecurityLead,
        Self::It,
        Self::Development,
        Self::HumanResources,
        Self::Facilities,
        Self::Legal,
    ];

    /// Its name in results.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Management => "management",
            Self::SecurityLead => "security-lead",
            Self::It => "it",
            Self::Development => "development",
            Self::HumanResources => "human-resources",
            Self::Facilities => "facilities",
            Self::Legal => "legal",
        }
    }

    pub(super) fn of(requirement: Requirement, kinds: &[Kind]) -> Self {
        let id = requirement.id();
        if !requirement.is_control() && (id.starts_with("5.") || id.starts_with("9.3")) {
            return Self::Management;
        }
        let mut profiles = catalog::profiles().iter().filter(|profile| profile.key == "no-development");
        if profiles.any(|profile| profile.excludes(requirement.edition()).contains(&id)) {
            return Self::Development;
        }
        match kinds.first() {
            Some(Kind::Technical) => Self::It,
            Some(Kind::HumanResource) => Self::HumanResources,
            Some(Kind::Physical) => Self::Facilities,
            Some(Kind::Legal) => Self::Legal,
            Some(Kind::Organisational) | None => Self::SecurityLead,
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

json_by_name!(Kind, Effort, Role);
