//! The method `readiness/1`: how answers become scores, points, findings, gates and a plan.
//!
//! Everything here is a pure function of the catalog and the assessment, in exact integers, rounded once:
//!
//! - [`ScoreRange`]: both ends of a score in basis points; unanswered is an interval, never a pass and never dropped.
//! - [`Scores`]: the scores of requirements, sections, areas, parts and the whole.
//! - [`points`]: which item earned, holds open or lost how much of the overall score.
//! - [`Finding`]: what an auditor would likely write.
//! - [`gates`]: what must hold before an audit stage, whatever the average says.
//! - [`Plan`]: what to do first.
//! - [`Estimate`]: time and audit days, as rules of thumb.
//! - [`Report`]: all of it, as one versioned object.
//!
//! ```
//! use iso27001_readiness::{assessment::{Answer, Assessment}, catalog::Edition, scoring::Scores};
//!
//! let mut assessment = Assessment::new(Edition::E2022);
//! let overall = Scores::of(&assessment).overall();
//! assert_eq!((overall.low(), overall.high()), (0, 10_000));
//!
//! for requirement in Edition::E2022.requirements() {
//!     assessment.respond(requirement.id(), Answer::level(3)?, "")?;
//! }
//! let overall = Scores::of(&assessment).overall();
//! assert_eq!((overall.low(), overall.high()), (8000, 10_000), "20 of 100 are the documents");
//! # Ok::<(), iso27001_readiness::ReadinessError>(())
//! ```

use crate::score_range::{ScoreRange, WHOLE};

mod answers;
mod estimate;
mod finding;
pub mod gates;
mod plan;
pub mod points;
mod report;
mod score;

pub use answers::Answers;
pub use estimate::{AuditTime, Estimate, Likely, Months};
pub use finding::Finding;
pub use plan::{Action, ItemKind, OpenQuestion, Plan, what_if, what_if_document};
pub use report::{
    AreaScore, Coverage, DocumentReport, GateReport, Parts, Report, RequirementReport, SectionScore, StageReport,
    StageSummary, Summary,
};
pub use score::{Part, Scores};

/// The name of the method.
pub const METHOD: &str = "readiness/1";
