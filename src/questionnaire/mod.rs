//! How we ask about the standard: questions, level lines, guidance, in our own words.
//!
//! Nothing here is taken from the text of ISO/IEC 27001 or of anybody's guide. Ids and titles are names and live
//! in [`catalog`](crate::catalog); everything in this module is the project's own wording, in plain English, for a
//! security lead in a company of 20 to 500 people.

mod en;
mod practice;

pub use practice::{Effort, Kind, Practice};

/// One question of the questionnaire: what we ask about one requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The requirement asked about: a leaf clause (`"4.1"`) or a control (`"A.5.1"`).
    pub id: &'static str,
    /// The question itself: asks one thing and can be answered with a level from 0 to 5.
    pub question: &'static str,
    /// What sort of practice the requirement is; chooses the level lines.
    pub practice: Practice,
    /// Where guidance, evidence and next step come from.
    pub advice: Source,
}

/// Where the advice for a question comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Written for this requirement.
    Own(Advice),
    /// The advice of the 2022 requirement with this id (used by 2013 requirements that were carried over one to one).
    Successor(&'static str),
}

/// What helps to answer a question and to improve on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    /// What an auditor would look for, in two or three sentences.
    pub guidance: &'static str,
    /// Two to four concrete things an auditor accepts as evidence.
    pub evidence: &'static [&'static str],
    /// One sentence with a verb: what to do next, for someone at level 1.
    pub next_step: &'static str,
    /// How long the next step takes.
    pub effort: Effort,
    /// What kind of control or requirement it is; at least one.
    pub kinds: &'static [Kind],
}

/// The quick question that covers one area of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaQuestion {
    /// The key of the area in its edition, for example `"policy"` or `"A.9"`.
    pub key: &'static str,
    /// The question itself: answerable with one level for the whole area.
    pub question: &'static str,
}

/// What helps with one required document or record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentAdvice {
    /// The key of the document, for example `"isms_scope"`.
    pub key: &'static str,
    /// One sentence: what the document must hold.
    pub holds: &'static str,
    /// Its usual length, for example `"1–2 pages"`.
    pub length: &'static str,
    /// Who usually signs or approves it.
    pub signed_by: &'static str,
    /// What an auditor checks first.
    pub checked_first: &'static str,
    /// One sentence with a verb: what to do next when it is missing.
    pub next_step: &'static str,
    /// How long that takes.
    pub effort: Effort,
    /// What the 2022 edition changed about it, where it did; else empty.
    pub changed_in_2022: &'static str,
}
