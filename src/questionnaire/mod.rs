//! How we ask about the standard: statements, lines for each level, guidance, in our own words.
//!
//! Nothing here is taken from the text of ISO/IEC 27001 or of anybody's guide. Ids and titles are names and live
//! in [`catalog`](crate::catalog); everything in this module is the project's own wording, in plain English, for a
//! security lead in a company of 20 to 500 people.
//!
//! All of it stands in text files, a folder a language, which are read once, when the first question is asked for: a
//! translator edits text, not code, and text in one piece compresses far better than a table of pieces.

mod kind;
mod level;
mod text;

#[cfg(target_arch = "wasm32")]
pub(crate) use text::provide;

use crate::catalog::{Document, Edition, Requirement};

pub use kind::{Effort, Kind, Role};
pub use level::{Level, Target};

/// What is asked: a statement of the conforming state, and what each level looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The conforming state in one sentence.
    pub statement: &'static str,
    /// Levels 0 to 3 in the words of this very statement. All statements share the lines of 4 and 5.
    pub lines: [&'static str; 4],
    /// A sentence that begins with "For instance".
    pub example: &'static str,
}

/// One question of the questionnaire: what we ask about a requirement, and what helps to answer it and to improve on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The statement with its lines and its example.
    pub asked: Asked,
    /// What an auditor would look for, in two or three sentences.
    pub guidance: &'static str,
    /// Two to four concrete things an auditor accepts as evidence.
    pub evidence: Vec<&'static str>,
    /// What an auditor picks, and how many.
    pub sampling: &'static str,
    /// The nonconformity that is written most for it.
    pub common_finding: &'static str,
    /// What to do next, for someone at level 0 or 1.
    pub next_step: &'static str,
    /// How long it takes from there to level 3.
    pub effort: Effort,
    /// What differs for fewer than 20 people, without an office, or in the cloud.
    pub small_organisations: &'static str,
    /// For a control: why it is not left out, or a justification to adapt. Its class is a fact of the catalog.
    pub exclusion_text: &'static str,
    /// For a clause: its name in our words, as four of them have the title "General". Empty for a control.
    pub short_name: &'static str,
    /// What kind of control or requirement it is; at least one.
    pub kinds: Vec<Kind>,
}

/// What helps with one required document or record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentAdvice {
    /// One sentence: what the document must hold.
    pub holds: &'static str,
    /// Its usual length, for example `"1 to 2 pages"`.
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
    /// The sections of a first version for about 50 people.
    pub outline: Vec<Section>,
}

/// A section of the first version of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: &'static str,
    /// A sentence to start from, which may contain `{organisation}`, `{scope}` and `{owner}`.
    pub text: &'static str,
}

/// The next step for a control whose exclusion no auditor would accept.
pub const TAKE_UP: &str = words!("advice.take-up");

/// The question about a requirement.
///
/// ```
/// use iso27001_readiness::{catalog::Edition, questionnaire};
/// let requirement = Edition::E2022.requirement("A.5.7").expect("a control of 2022");
/// assert!(questionnaire::question(requirement).asked.statement.ends_with('.'));
/// ```
#[must_use]
pub fn question(requirement: Requirement) -> &'static Question {
    text::english().questions(requirement.edition()).get(requirement.index()).unwrap_or(&NO_QUESTION)
}

/// What the quick scan asks about the area at a place in [`Edition::areas`].
#[must_use]
pub fn area(edition: Edition, index: usize) -> &'static Asked {
    text::english().areas(edition).get(index).unwrap_or(&NOTHING_ASKED)
}

/// Whom an auditor asks first about a requirement: by its first kind, but for what top management alone can answer (clauses
/// 5 and 9.3) and what falls away where nothing is developed.
///
/// ```
/// use iso27001_readiness::{catalog::Edition, questionnaire::{Role, role}};
/// assert_eq!(Edition::E2022.requirement("9.3.1").map(role), Some(Role::Management));
/// assert_eq!(Edition::E2022.requirement("A.8.28").map(role), Some(Role::Development));
/// ```
#[must_use]
pub fn role(requirement: Requirement) -> Role {
    Role::of(requirement, &question(requirement).kinds)
}

/// What helps with a document.
#[must_use]
pub fn document_advice(document: &Document) -> &'static DocumentAdvice {
    text::english().document(document.key).unwrap_or(&NO_ADVICE)
}

/// The name of a level and what it means in general.
#[must_use]
pub fn level(level: Level) -> (&'static str, &'static str) {
    text::english().levels.get(usize::from(level.number())).copied().unwrap_or_default()
}

impl Asked {
    /// What each level, 0 to 5, means for this statement.
    #[must_use]
    pub fn levels(&self) -> [&'static str; 6] {
        let [absent, ad_hoc, developing, defined] = self.lines;
        let [.., managed, optimizing] = Level::ALL.map(|of| level(of).1);
        [absent, ad_hoc, developing, defined, managed, optimizing]
    }
}

// These stand where no text has been read: in a test nowhere, on a page until the rest of the texts has come.
const NOT_ASKED: Asked = Asked { statement: "", lines: [""; 4], example: "" };
const UNWRITTEN: Question = Question {
    asked: NOT_ASKED,
    guidance: "",
    evidence: Vec::new(),
    sampling: "",
    common_finding: "",
    next_step: "",
    effort: Effort::M,
    small_organisations: "",
    exclusion_text: "",
    short_name: "",
    kinds: Vec::new(),
};
const UNADVISED: DocumentAdvice = DocumentAdvice {
    holds: "",
    length: "",
    signed_by: "",
    checked_first: "",
    next_step: "",
    effort: Effort::M,
    changed_in_2022: "",
    outline: Vec::new(),
};
static NOTHING_ASKED: Asked = NOT_ASKED;
static NO_QUESTION: Question = UNWRITTEN;
static NO_ADVICE: DocumentAdvice = UNADVISED;
