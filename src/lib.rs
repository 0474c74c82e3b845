//! Readiness self-assessment for ISO/IEC 27001.
//!
//! The crate embeds the clauses and controls of ISO/IEC 27001 (2022 with Amendment 1:2024, and 2013) by their ids and
//! titles, with a questionnaire in its own words. From the answers it computes readiness scores, the state of the gates
//! before both audit stages, likely findings, a plan, and the checklist of required documents. Compiled to WebAssembly
//! it does so in a page, on the visitor's device.
//!
//! # What it is not
//!
//! It is not affiliated with ISO or IEC, holds no text of the standard, and certifies nothing: buy the standard, and
//! ask an accredited certification body. A score is a self-assessment, not an audit.
//!
//! # The rooms
//!
//! Data walks one way: what the standard asks ([`catalog`]), how we ask it ([`questionnaire`]), what was answered
//! ([`assessment`]), what follows ([`scoring`]). These are plain Rust: no clock, no randomness, no input or output, and
//! nothing of JavaScript.
//!
//! ```
//! use iso27001_readiness::{assessment::{Answer, Assessment}, catalog::Edition, scoring::Report};
//!
//! let mut assessment = Assessment::new(Edition::E2022);
//! assessment.respond("4.1", Answer::level(3)?, "2026-11-23T10:00:00Z")?;
//! let report = Report::of(&assessment);
//! assert_eq!(report.overall.low(), 164, "4.1 carries 2 of the 61 that the clauses weigh, and they are half of the whole");
//! # Ok::<(), iso27001_readiness::ReadinessError>(())
//! ```

// Before all that speaks: `words!("error.text")` is the text of that key in the language of the build.
include!(concat!(env!("OUT_DIR"), "/words.rs"));

#[cfg(feature = "encryption")]
pub mod age;
pub mod archive;
pub mod assessment;
pub mod catalog;
mod error;
pub mod fill;
pub mod import;
mod json;
mod order;
pub mod output;
pub mod questionnaire;
mod score_range;
pub mod scoring;
mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use error::{ErrorCode, ReadinessError};
pub use json::{MAX_BYTES, MAX_DEPTH, MAX_TEXT};
pub use score_range::{ScoreRange, WHOLE};
