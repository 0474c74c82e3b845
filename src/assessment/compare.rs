//! Two files of one edition: what is the same, what only one of them says, and where they differ.

use std::cmp::Ordering;

use super::{Answer, Assessment, DocumentResponse, DocumentStatus, Response};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::{json_by_name, json_object};
use crate::questionnaire::Level;

/// How one thing stands on the two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// Both say the same.
    Same,
    /// Only this side says something.
    OnlyHere,
    /// Only the other side says something.
    OnlyThere,
    /// Both say something, and not the same.
    Differs,
}

json_by_name!(Comparison);

impl Comparison {
    /// Its name: `same`, `only-here`, `only-there` or `differs`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::OnlyHere => "only-here",
            Self::OnlyThere => "only-there",
            Self::Differs => "differs",
        }
    }

    fn of(nothing_here: bool, nothing_there: bool, same: bool) -> Self {
        match (nothing_here, nothing_there) {
            _ if same => Self::Same,
            (false, true) => Self::OnlyHere,
            (true, false) => Self::OnlyThere,
            _ => Self::Differs,
        }
    }
}

/// One of two that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// This one.
    Here,
    /// The other one.
    There,
}

json_by_name!(Side);

impl Side {
    /// Its name: `here` or `there`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::There => "there",
        }
    }

    /// Where the greater one is.
    fn of_greater<T: Ord>(here: Option<T>, there: Option<T>) -> Option<Self> {
        match here?.cmp(&there?) {
            Ordering::Less => Some(Self::There),
            Ordering::Equal => None,
            Ordering::Greater => Some(Self::Here),
        }
    }
}

/// One line of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Compared {
    /// What it is about: `"A.5.1"`, `"area:policy"`, `"document:isms_scope"`, or of the scope `"target"`,
    /// `"organisation.name"`, `"organisation.scope"`, `"organisation.headcount"`.
    pub id: String,
    /// Whose answer is better: the higher level, or the status that is further. None where they are the same, where one
    /// is no level, and for the scope, of which nothing is better.
    pub better: Option<Side>,
    /// How it stands.
    pub likeness: Comparison,
    /// What this side says in a word: a level, `unknown`, `not-applicable`, a status, or empty.
    pub here: String,
    /// What the other side says.
    pub there: String,
}

pub(super) fn answer_word(answer: Option<Answer>) -> String {
    match answer {
        Some(Answer::Level(level)) => digits(u64::from(level.number())),
        Some(Answer::Unknown) => String::from("unknown"),
        Some(Answer::NotApplicable) => String::from("not-applicable"),
        None => String::new(),
    }
}

fn digits(number: u64) -> String {
    let mut text = String::new();
    crate::json::push_integer(&mut text, number);
    text
}

pub(super) fn prefixed(prefix: &str, key: &str) -> String {
    let mut id = String::from(prefix);
    id.push_str(key);
    id
}

fn level_of(answer: Option<Answer>) -> Option<Level> {
    match answer? {
        Answer::Level(level) => Some(level),
        Answer::Unknown | Answer::NotApplicable => None,
    }
}

json_object! {
    Compared { better, here, id, likeness, there }
}

impl Response {
    /// Whether all but the time of the last change is the same.
    fn says_the_same(&self, other: &Self) -> bool {
        // Named one by one, so that a field that is added cannot be forgotten here.
        let Self { answer, reason, note, owner, due, evidence, inclusion, provenance, modified: _, unknown } = self;
        let texts = [(reason, &other.reason), (note, &other.note), (owner, &other.owner), (due, &other.due)];
        texts.into_iter().all(|(here, there)| here == there)
            && *answer == other.answer
            && *evidence == other.evidence
            && *inclusion == other.inclusion
            && *provenance == other.provenance
            && *unknown == other.unknown
    }

    pub(super) fn says_nothing(&self) -> bool {
        self.says_the_same(&Self::default())
    }
}

impl Assessment {
    /// Every requirement, area and document of which a side says something, and every clash of scope.
    ///
    /// # Errors
    /// `wrong-edition` if the other assessment is about the other edition.
    ///
    /// ```
    /// use iso27001_readiness::{assessment::{Answer, Assessment, Comparison}, catalog::Edition};
    ///
    /// let (mut ana, ben) = (Assessment::new(Edition::E2022), Assessment::new(Edition::E2022));
    /// ana.respond("4.1", Answer::level(3)?, "2026-11-23T10:00:00Z")?;
    /// let rows = ana.compare(&ben)?;
    /// assert_eq!((rows[0].id.as_str(), rows[0].likeness), ("4.1", Comparison::OnlyHere));
    /// # Ok::<(), iso27001_readiness::ReadinessError>(())
    /// ```
    pub fn compare(&self, other: &Self) -> Result<Vec<Compared>, ReadinessError> {
        self.check_edition(other)?;
        let mut rows = Vec::new();
        let mut scope = |id: &str, here: &str, there: &str| {
            if here != there && !here.is_empty() && !there.is_empty() {
                rows.push(Compared {
                    id: String::from(id),
                    better: None,
                    likeness: Comparison::Differs,
                    here: String::from(here),
                    there: String::from(there),
                });
            }
        };
        let headcount = |it: &Self| it.organisation.headcount.map(|n| digits(u64::from(n))).unwrap_or_default();
        scope("target", &digits(u64::from(self.target.number())), &digits(u64::from(other.target.number())));
        scope("organisation.name", &self.organisation.name, &other.organisation.name);
        scope("organisation.scope", &self.organisation.scope, &other.organisation.scope);
        scope("organisation.headcount", &headcount(self), &headcount(other));

        let mut responses = |id: String, here: &Response, there: &Response| {
            if !here.says_nothing() || !there.says_nothing() {
                rows.push(Compared {
                    id,
                    better: Side::of_greater(level_of(here.answer), level_of(there.answer)),
                    likeness: Comparison::of(here.says_nothing(), there.says_nothing(), here.says_the_same(there)),
                    here: answer_word(here.answer),
                    there: answer_word(there.answer),
                });
            }
        };
        for (requirement, pair) in self.edition.requirements().zip(self.requirements.iter().zip(&other.requirements)) {
            responses(String::from(requirement.id()), pair.0, pair.1);
        }
        for (area, pair) in self.edition.areas().iter().zip(self.areas.iter().zip(&other.areas)) {
            responses(prefixed("area:", area.key), pair.0, pair.1);
        }
        let nothing = DocumentResponse::default();
        for (document, (here, there)) in self.edition.documents().zip(self.documents.iter().zip(&other.documents)) {
            if *here != nothing || *there != nothing {
                let word =
                    |it: &DocumentResponse| String::from(it.status.map(DocumentStatus::as_str).unwrap_or_default());
                rows.push(Compared {
                    id: prefixed("document:", document.key),
                    better: Side::of_greater(here.status, there.status),
                    likeness: Comparison::of(*here == nothing, *there == nothing, here == there),
                    here: word(here),
                    there: word(there),
                });
            }
        }
        Ok(rows)
    }

    pub(super) fn check_edition(&self, other: &Self) -> Result<(), ReadinessError> {
        if self.edition == other.edition {
            return Ok(());
        }
        Err(ReadinessError::new(ErrorCode::WrongEdition, "$.edition", words!("error.merge.edition")))
    }
}
