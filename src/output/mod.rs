//! What leaves: the lists and files that are made from an assessment.

pub mod checklist;
pub mod statement;
