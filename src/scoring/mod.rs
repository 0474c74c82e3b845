//! The method `readiness/2`: how answers become scores, points, findings, gates and a plan.
//!
//! Everything here is a pure function of the catalog and the assessment, in exact integers, rounded once:
//!
//! - [`Answers`]: what counts for each requirement: provisional, planned, or an exclusion that is refused.
//! - [`Scores`]: of requirements, sections, areas, parts and the whole; unanswered is an interval, never a pass and never
//!   dropped.
//! - [`points`]: which item earned, holds open or lost how much of the overall score.
//! - [`Findings`] and [`Accumulated`]: what an auditor would likely write, and small faults that pile up.
//! - [`gates`]: what must hold before an audit stage, whatever the average says.
//! - [`Plan`]: what to do first, and the shortest way to each stage.
//! - [`Estimate`]: time and audit days, as rules of thumb.
//! - [`Report`]: all of it, as one versioned object; [`Summary`]: what is needed at every keystroke.
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

mod accumulation;
mod answers;
mod estimate;
mod finding;
pub mod gates;
mod outline;
mod plan;
pub mod points;
mod report;
mod score;
mod summary;
mod verdict;
mod ways;
mod what_if;

pub use accumulation::{Accumulated, Scope};
pub use answers::{Answers, Standing};
pub use estimate::{AuditTime, Estimate, Likely, Months};
pub use finding::{Finding, FindingCounts, Findings};
pub use plan::{Action, ItemKind, OpenQuestion, Plan};
pub use points::Points;
pub use report::{
    Ambition, AreaScore, Coverage, DocumentReport, GateReport, Parts, Report, RequirementReport, SectionScore,
    StageReport,
};
pub use score::{Part, Scores};
pub use summary::{StageSummary, Summary};
pub use verdict::{Item, Verdict};
pub use ways::{Way, Ways};
pub use what_if::{what_if, what_if_document};

/// The name of the method.
pub const METHOD: &str = "readiness/2";
