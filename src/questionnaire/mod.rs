//! How we ask about the standard: questions, level lines, guidance, in our own words.
//!
//! Nothing here is taken from the text of ISO/IEC 27001 or of anybody's guide. Ids and titles are names and live
//! in [`catalog`](crate::catalog); everything in this module is the project's own wording, in plain English, for a
//! security lead in a company of 20 to 500 people.
//!
//! All of it stands in text files, a folder a language, which are read once, when the first question is asked for: a
//! translator edits text, not code, and text in one piece compresses far better than a table of pieces.

mod level;
mod practice;
mod text;

#[cfg(target_arch = "wasm32")]
pub(crate) use text::provide_advice;

use crate::catalog::{Document, Edition, Requirement};

pub use level::{Level, Target};
pub use practice::{Effort, Kind, Practice};

/// One question of the questionnaire: what we ask about one requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Written for this requirement.
    Own(Advice),
    /// The advice of the 2022 requirement with this id (used by 2013 requirements that were carried over one to one).
    Successor(&'static str),
}

/// What helps to answer a question and to improve on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What an auditor would look for, in two or three sentences.
    pub guidance: &'static str,
    /// Two to four concrete things an auditor accepts as evidence.
    pub evidence: Vec<&'static str>,
    /// One sentence with a verb: what to do next, for someone at level 1.
    pub next_step: &'static str,
    /// How long the next step takes.
    pub effort: Effort,
    /// What kind of control or requirement it is; at least one.
    pub kinds: Vec<Kind>,
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

/// The next step for a control whose exclusion no auditor would accept.
pub const TAKE_UP: &str = "Take the control up: an auditor would not accept that it is left out.";

/// The question about a requirement.
///
/// ```
/// use iso27001_readiness::{catalog::Edition, questionnaire};
/// let requirement = Edition::E2022.requirement("A.5.7").expect("a control of 2022");
/// assert!(questionnaire::question(requirement).question.ends_with('?'));
/// ```
#[must_use]
pub fn question(requirement: Requirement) -> &'static Question {
    text::english().questions(requirement.edition()).get(requirement.index()).unwrap_or(&NO_QUESTION)
}

/// The advice for a requirement: its own, or that of its successor in 2022.
#[must_use]
pub fn advice(requirement: Requirement) -> &'static Advice {
    match &question(requirement).advice {
        Source::Own(advice) => advice,
        Source::Successor(id) => match Edition::E2022.requirement(id).map(|successor| &question(successor).advice) {
            Some(Source::Own(advice)) => advice,
            _ => &NO_ADVICE,
        },
    }
}

/// The quick question of the area at a place in [`Edition::areas`].
#[must_use]
pub fn area_question(edition: Edition, index: usize) -> &'static str {
    text::english().areas(edition).get(index).map(|row| row.question).unwrap_or_default()
}

/// What helps with a document.
#[must_use]
pub fn document_advice(document: &Document) -> &'static DocumentAdvice {
    text::english().documents.iter().find(|row| row.key == document.key).unwrap_or(&NOTHING_ABOUT_IT)
}

/// The name of a level and what it means in general.
#[must_use]
pub fn level(level: Level) -> (&'static str, &'static str) {
    text::english().levels.get(usize::from(level.number())).copied().unwrap_or_default()
}

/// What each level, 0 to 5, means for a sort of practice.
#[must_use]
pub fn level_lines(practice: Practice) -> &'static [&'static str] {
    text::english()
        .practices
        .iter()
        .find(|(of, _)| *of == practice)
        .map(|(_, lines)| lines.as_slice())
        .unwrap_or_default()
}

// These stand where no row is. Tests hold every row to its place, so they are never shown.
static NO_ADVICE: Advice =
    Advice { guidance: "", evidence: Vec::new(), next_step: "", effort: Effort::M, kinds: Vec::new() };
static NO_QUESTION: Question =
    Question { id: "", question: "", practice: Practice::Process, advice: Source::Successor("") };
const NO_DOCUMENT: DocumentAdvice = DocumentAdvice {
    key: "",
    holds: "",
    length: "",
    signed_by: "",
    checked_first: "",
    next_step: "",
    effort: Effort::M,
    changed_in_2022: "",
};
static NOTHING_ABOUT_IT: DocumentAdvice = NO_DOCUMENT;
