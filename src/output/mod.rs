//! What leaves: the lists and files that are made from an assessment.

pub mod catalog;
pub mod checklist;
pub mod result;
pub mod statement;
