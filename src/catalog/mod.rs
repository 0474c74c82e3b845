//! The facts of the standard: editions, clauses, controls, documents, areas, gates, and how 2013 became 2022.
//!
//! Rows are committed `static`s in the order of the standard, and handles are `Copy`: nothing is parsed at start and
//! nothing is allocated to look something up. Ids and titles are names and stand as published; not a sentence of the
//! standard is here.
//!
//! # Usage
//!
//! ```
//! use iso27001_readiness::catalog::Edition;
//!
//! let edition = Edition::E2022;
//! assert_eq!(edition.requirements().count(), 30 + 93);
//!
//! let control = edition.requirement("A.5.7").expect("a control of 2022");
//! assert_eq!(control.title(), "Threat intelligence");
//! assert!(control.is_new());
//! ```
//!
//! # Where the data comes from
//!
//! The tables of contents of ISO/IEC 27001:2013, ISO/IEC 27001:2022, its Amendment 1:2024 and ISO/IEC 27002:2022,
//! the correspondence that ISO/IEC 27002:2022 publishes between the editions, and ISO/IEC 27006 for audit days. The
//! tests under `tests/catalog` hold the rows to the standard's own counts.

mod areas;
mod audit_days;
mod clauses_2013;
mod clauses_2022;
pub mod constants;
mod controls_2013;
mod controls_2022;
mod documents;
mod edition;
mod gates;
mod keys;
mod links;
mod profiles;
mod requirement;
mod weights;

use crate::json::{Json, Value, json_by_name, serialize_as_json};

pub use edition::Edition;
pub use keys::{AreaKey, DocumentKey, RequirementId};
pub use requirement::Requirement;

/// The date on which the last certificates of the 2013 edition ended.
pub const CERTIFICATES_OF_2013_ENDED: &str = "2025-10-31";

/// A clause, heading or leaf, of the main part of the standard (clauses 0 to 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// Its number, for example `"6.1.2"`.
    pub id: &'static str,
    /// The number of the clause it belongs to; none for clauses 0 to 10 themselves.
    pub parent: Option<&'static str>,
    /// Its title as published.
    pub title: &'static str,
    area: Option<u8>,
}

impl Clause {
    /// Whether it is a requirement: a leaf clause of 4 to 10.
    #[must_use]
    pub fn is_requirement(&self) -> bool {
        self.area.is_some()
    }
}

/// A group of Annex A: one of the 14 groups of 2013, or of the four themes of 2022.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// Its number, for example `"A.5"`.
    pub id: &'static str,
    /// Its title as published.
    pub title: &'static str,
}

/// A control category of 2013, which has one objective; 2022 has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Category {
    /// Its number, for example `"A.5.1"`.
    pub id: &'static str,
    /// Its title as published.
    pub title: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Control {
    id: &'static str,
    group: u8,
    category: Option<u8>,
    title: &'static str,
    is_new: bool,
    area: u8,
    exclusion: ExclusionClass,
}

/// How grave it is that a clause requirement is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gravity {
    /// Without it there is no management system: it has to conform before a stage.
    Core,
    /// Grave where it is absent, a smaller matter where it is begun.
    Normal,
    /// Its absence alone is a smaller matter.
    Supporting,
}

impl Gravity {
    /// Its name in results.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Normal => "normal",
            Self::Supporting => "supporting",
        }
    }
}

/// How often an auditor sees, and accepts, that a control is not applicable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExclusionClass {
    /// Every organisation has this; the exclusion is not accepted.
    Never,
    /// Needs a strong reason.
    Rarely,
    /// Many organisations have no use for it.
    Often,
}

impl ExclusionClass {
    /// Its name in results.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Rarely => "rarely",
            Self::Often => "often",
        }
    }
}

/// A set of requirements that one quick question covers. The areas of an edition partition its requirements; an area
/// holds clauses only or controls only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// Its key, for example `"policy"`; in 2013 the control areas have the number of their group.
    pub key: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The requirements it covers, in catalog order.
    pub refs: &'static [&'static str],
}

impl Area {
    /// Whether it holds controls, and so can be not applicable.
    #[must_use]
    pub fn holds_controls(&self) -> bool {
        self.refs.first().is_some_and(|id| id.starts_with('A'))
    }
}

/// Whether documented information says how things are to be done, or shows that they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// Says how things are to be done; can be changed.
    Document,
    /// Shows what was done; is kept as it is.
    Record,
}

impl DocumentKind {
    /// Its name in results.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Record => "record",
        }
    }
}

/// Who asks for a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// A clause asks for it.
    Always,
    /// The words of a control ask for it: at least one control that it refers to must be applicable.
    IfApplicable,
    /// Nobody demands it; auditors are used to seeing it. It takes part in no score, finding or gate.
    Usual,
}

impl Demand {
    /// Its name in results.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::IfApplicable => "if-applicable",
            Self::Usual => "usual",
        }
    }
}

/// A piece of documented information.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Document {
    /// Its key, for example `"isms_scope"`.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Document or record.
    pub kind: DocumentKind,
    /// Whether it is grave that it is missing.
    pub core: bool,
    /// Line of the widespread list of 16 documents (`D1` to `D16`) and 7 records (`R1` to `R7`) that it answers.
    pub source_line: Option<&'static str>,
    demand_2013: Option<Demand>,
    demand_2022: Option<Demand>,
    refs_2013: &'static [&'static str],
    refs_2022: &'static [&'static str],
}

impl Document {
    /// Who asks for it in an edition; none if the edition does not know it.
    #[must_use]
    pub fn demand(&self, edition: Edition) -> Option<Demand> {
        match edition {
            Edition::E2013 => self.demand_2013,
            Edition::E2022 => self.demand_2022,
        }
    }

    /// What it belongs to in an edition: clauses, with the item where there is one (`"6.1.3 d"` is of requirement 6.1.3),
    /// or controls. Empty if the edition does not know it.
    #[must_use]
    pub fn refs(&self, edition: Edition) -> &'static [&'static str] {
        match edition {
            Edition::E2013 => self.refs_2013,
            Edition::E2022 => self.refs_2022,
        }
    }
}

/// The two stages of a certification audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Documentation and readiness.
    One,
    /// Practice and effectiveness.
    Two,
}

impl Stage {
    /// Both stages, in order.
    pub const ALL: [Self; 2] = [Self::One, Self::Two];

    /// 1 or 2.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }
}

json_by_name!(DocumentKind, Demand, ExclusionClass, Gravity, MinimumLevel);
serialize_as_json!(Stage, Edition);

impl Json for Stage {
    fn json(&self) -> Value<'_> {
        Value::Number(i32::from(self.number()))
    }
}

impl Json for Edition {
    fn json(&self) -> Value<'_> {
        Value::Text(self.year())
    }
}

/// What the requirements of a gate must at least have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MinimumLevel {
    /// Conformity where the requirement is core; well under way elsewhere.
    Conform,
    /// An owner and a date, or well under way.
    Planned,
}

impl MinimumLevel {
    /// Its name in results.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Conform => "conform",
            Self::Planned => "planned",
        }
    }
}

/// What a gate looks at besides its documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GateScope {
    /// The requirements that its row lists.
    Listed,
    /// Whether every control is decided on.
    EveryControl,
    /// How many of the applicable controls work, in all and in each area.
    ApplicableControls,
    /// Every finding.
    Findings,
}

/// A condition that must hold before an audit stage, whatever the average says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gate {
    /// Its id, for example `"risk-assessment"`.
    pub id: &'static str,
    /// The stage it stands before; stage 2 looks at the gates of both.
    pub stage: Stage,
    /// What holds when it is met.
    pub title: &'static str,
    /// What it looks at.
    pub scope: GateScope,
    refs_2013: &'static [&'static str],
    refs_2022: &'static [&'static str],
    /// Keys of its documents, which count where they are required.
    pub documents: &'static [&'static str],
    /// What its references must at least have.
    pub least: MinimumLevel,
}

impl Gate {
    /// The requirements that its row lists in an edition; empty where its [`GateScope`] is not `Listed`.
    #[must_use]
    pub fn refs(&self, edition: Edition) -> &'static [&'static str] {
        match edition {
            Edition::E2013 => self.refs_2013,
            Edition::E2022 => self.refs_2022,
        }
    }
}

/// A way of working: what it lets fall away, and what stays although it looks as if it did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// Its key, for example `"no-premises"`.
    pub key: &'static str,
    /// What an organisation says that works like this.
    pub title: &'static str,
    excludes_2013: &'static [&'static str],
    excludes_2022: &'static [&'static str],
    keeps_2013: &'static [&'static str],
    keeps_2022: &'static [&'static str],
}

impl Profile {
    /// Ids of the controls that it may make inapplicable, each to be confirmed with its reason; may be empty.
    #[must_use]
    pub fn excludes(&self, edition: Edition) -> &'static [&'static str] {
        match edition {
            Edition::E2013 => self.excludes_2013,
            Edition::E2022 => self.excludes_2022,
        }
    }

    /// Ids of controls that still apply, and that are left out wrongly for its sake.
    #[must_use]
    pub fn keeps(&self, edition: Edition) -> &'static [&'static str] {
        match edition {
            Edition::E2013 => self.keeps_2013,
            Edition::E2022 => self.keeps_2022,
        }
    }
}

/// Audit days for a band of headcount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditDays {
    /// Smallest headcount of the band.
    pub persons_from: u32,
    /// Largest headcount of the band.
    pub persons_to: u32,
    /// Gross audit time for both stages, in tenths of a day.
    pub tenths: u32,
}

/// The band of audit days for a headcount; none for 0 and beyond the table.
///
/// ```
/// let band = iso27001_readiness::catalog::audit_days(30).expect("in the table");
/// assert_eq!((band.persons_from, band.persons_to, band.tenths), (26, 45, 85));
/// ```
#[must_use]
pub fn audit_days(headcount: u32) -> Option<&'static AuditDays> {
    audit_days::AUDIT_DAYS.iter().find(|band| (band.persons_from..=band.persons_to).contains(&headcount))
}

/// The 115 links between the controls of the editions, `(2013, 2022)`, in the order of the 2013 controls.
#[must_use]
pub fn links() -> &'static [(&'static str, &'static str)] {
    &links::LINKS
}

/// Documented information of both editions, in catalog order.
#[must_use]
pub fn documents() -> &'static [Document] {
    &documents::DOCUMENTS
}

/// The gates of both stages, in catalog order.
#[must_use]
pub fn gates() -> &'static [Gate] {
    &gates::GATES
}

/// Ways of working that make controls inapplicable. They suggest; a person decides, with a reason for each control.
///
/// ```
/// use iso27001_readiness::catalog::{Edition, profiles};
///
/// let remote = profiles().iter().find(|one| one.key == "no-premises").expect("a profile");
/// assert!(remote.excludes(Edition::E2022).contains(&"A.7.4"));
/// assert!(remote.keeps(Edition::E2022).contains(&"A.7.7"), "screens and papers are everywhere");
/// ```
#[must_use]
pub fn profiles() -> &'static [Profile] {
    &profiles::PROFILES
}
