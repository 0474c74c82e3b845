//! What leaves: the lists and files that are made from an assessment.

pub mod catalog_json;
pub mod checklist;
pub mod envelope;
pub mod exports;
pub mod portfolio;
pub mod sha256;
pub mod statement;
