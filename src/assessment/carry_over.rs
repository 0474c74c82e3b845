//! An assessment of one edition carried over to the other, with a list of what to look at again.
//!
//! A requirement that was made of several takes the lowest of their answers, and names them all; what nobody answered
//! stays unanswered; what is new stays open. Notes, owners, evidence and reasons go with their answers.

use super::merge::{join_text, rank};
use super::validate::check_time;
use super::{Answer, Assessment, Response};
use crate::catalog::{Edition, Requirement};
use crate::error::ReadinessError;
use crate::json::{Json, ObjectWriter, Value, json_by_name, json_object};

/// How a requirement came to its place in the other edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// One requirement became this one.
    Kept,
    /// Several requirements became this one.
    Merged,
    /// One requirement became this one and others.
    Split,
    /// Nothing in the other edition corresponds.
    New,
    /// It has no place in the other edition.
    Dropped,
}

json_by_name!(Change);

impl Change {
    /// Its name: `kept`, `merged`, `split`, `new` or `dropped`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Merged => "merged",
            Self::Split => "split",
            Self::New => "new",
            Self::Dropped => "dropped",
        }
    }
}

/// One line of the review list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReviewItem {
    /// The requirement: in the new edition, or for [`Change::Dropped`] in the old one.
    pub requirement: Requirement,
    /// How it came there.
    pub change: Change,
    /// The requirements of the old edition that it was made of, with the answers that counted.
    pub sources: Vec<(Requirement, Option<Answer>)>,
    /// The answer that it has now.
    pub answer: Option<Answer>,
}

json_object! {
    ReviewItem {
        answer, change, id = |it| Value::Text(it.requirement.id()), sources,
        title = |it| Value::Text(it.requirement.title()),
    }
}

impl Json for (Requirement, Option<Answer>) {
    fn json(&self) -> Value<'_> {
        let (source, answer) = self;
        let mut object = ObjectWriter::new();
        object.field("answer", answer);
        object.value("id", Value::Text(source.id()));
        object.value("title", Value::Text(source.title()));
        Value::Object(object)
    }
}

/// The 2013 and 2022 clauses that are not simply the same number: 9.2 and 9.3 were divided, 10.1 and 10.2 changed places.
const MOVED: [(&str, &str); 7] = [
    ("9.2", "9.2.1"),
    ("9.2", "9.2.2"),
    ("9.3", "9.3.1"),
    ("9.3", "9.3.2"),
    ("9.3", "9.3.3"),
    ("10.1", "10.2"),
    ("10.2", "10.1"),
];

/// The requirements of an edition that correspond to a requirement of the other one.
pub(crate) fn counterparts(requirement: Requirement, edition: Edition) -> Vec<Requirement> {
    let mut ids: Vec<&'static str> = Vec::new();
    if requirement.is_control() {
        ids.extend(requirement.predecessors());
        ids.extend(requirement.successors());
    } else {
        for (old, new) in MOVED {
            match edition {
                Edition::E2022 if old == requirement.id() => ids.push(new),
                Edition::E2013 if new == requirement.id() => ids.push(old),
                _ => {}
            }
        }
        if ids.is_empty() {
            ids.push(requirement.id());
        }
    }
    let mut found = Vec::new();
    for id in ids {
        if let Some(requirement) = edition.requirement(id) {
            found.push(requirement);
        }
    }
    found
}

impl Assessment {
    /// This assessment in the other edition, and what to look at again: every requirement of the new edition, then those
    /// of the old one that have no place in it.
    ///
    /// Answers of areas are carried over where every requirement of the new area has an answer that counts: the lowest.
    ///
    /// # Errors
    /// `text-too-long` if notes are too long to be joined, `too-large` if all together is too large for a file,
    /// `bad-date`.
    ///
    /// ```
    /// use iso27001_readiness::{assessment::{Answer, Assessment, Change}, catalog::Edition};
    ///
    /// let mut old = Assessment::new(Edition::E2013);
    /// old.respond("A.9.2.3", Answer::level(3)?, "2026-11-23T10:00:00Z")?;
    /// let (new, review) = old.carry_over("2026-11-23T10:01:00Z")?;
    /// let rights = Edition::E2022.requirement("A.8.2").expect("a control of 2022");
    /// assert_eq!(new.response(rights).answer(), Some(Answer::level(3)?));
    /// assert!(review.iter().any(|item| item.requirement == rights && item.change == Change::Kept));
    /// # Ok::<(), iso27001_readiness::ReadinessError>(())
    /// ```
    pub fn carry_over(&self, now: &str) -> Result<(Self, Vec<ReviewItem>), ReadinessError> {
        let edition = match self.edition {
            Edition::E2013 => Edition::E2022,
            Edition::E2022 => Edition::E2013,
        };
        check_time(now)?;
        let mut next = Self::new(edition);
        next.target = self.target;
        next.organisation = self.organisation.clone();
        next.assessor.clone_from(&self.assessor);
        next.created.clone_from(&self.created);
        next.statement = self.statement.clone();
        next.snapshots = self.snapshots.clone();
        next.unknown = self.unknown.clone();
        next.id.clone_from(&self.id);
        next.modified = String::from(now);

        let mut review = Vec::new();
        let mut provisional = Vec::new();
        provisional.resize(edition.areas().len(), Lowest::OfNone);
        for requirement in edition.requirements() {
            let sources = counterparts(requirement, self.edition);
            let several_of_one = sources.first().is_some_and(|source| counterparts(*source, edition).len() > 1);
            let change = match sources.as_slice() {
                [] => Change::New,
                [_] if several_of_one => Change::Split,
                [_] => Change::Kept,
                _ => Change::Merged,
            };
            let mut counted = Vec::new();
            let (mut own, mut lowest) = (true, Lowest::OfNone);
            for source in &sources {
                let answer = self.effective_answer(*source).answer;
                own &= self.response(*source).answer.is_some();
                lowest.add(answer);
                counted.push((*source, answer));
            }
            let answer = lowest.answer();
            let response = self.carried(&sources, if own { answer } else { None }, requirement.id())?;
            // An area's answer must not stand for a requirement that has none.
            if (!own || answer.is_none())
                && let Some(place) = provisional.get_mut(requirement.area_index())
            {
                place.add(answer);
            }
            if let Some(place) = next.requirements.get_mut(requirement.index()) {
                *place = response;
            }
            review.push(ReviewItem { requirement, change, sources: counted, answer });
        }
        for (index, answer) in provisional.iter().enumerate() {
            // Not applicable needs the reason of each control, which an area has no place for.
            if let Some(place) = next.areas.get_mut(index) {
                place.answer = answer.answer().filter(|answer| *answer != Answer::NotApplicable);
            }
        }
        for (index, document) in edition.documents().enumerate() {
            if let (Some(place), Ok(old)) = (next.documents.get_mut(index), self.document_index(document.key)) {
                *place = self.document_response(old).clone();
            }
        }
        for requirement in self.edition.requirements() {
            if counterparts(requirement, edition).is_empty() {
                let answer = self.effective_answer(requirement).answer;
                review.push(ReviewItem { requirement, change: Change::Dropped, sources: Vec::new(), answer });
            }
        }
        next.measure("$")?;
        Ok((next, review))
    }

    /// What was said about the sources, joined; their reasons where they are all not applicable.
    fn carried(&self, sources: &[Requirement], answer: Option<Answer>, id: &str) -> Result<Response, ReadinessError> {
        let mut joined = Response { answer, ..Response::default() };
        for source in sources {
            let response = self.response(*source);
            joined.join_details(response, id)?;
            if answer == Some(Answer::NotApplicable) {
                join_text(&mut joined.reason, &response.reason, "\n", id)?;
            }
        }
        Ok(joined)
    }
}

/// The lowest of several answers. One that is missing leaves the whole unanswered; one that is not applicable counts only
/// if all are.
#[derive(Clone, Copy)]
enum Lowest {
    OfNone,
    Missing,
    Of(Answer),
}

impl Lowest {
    fn add(&mut self, answer: Option<Answer>) {
        *self = match (*self, answer) {
            (Self::Missing, _) | (_, None) => Self::Missing,
            (Self::Of(kept), Some(answer)) if rank(Some(kept)) <= rank(Some(answer)) => Self::Of(kept),
            (_, Some(answer)) => Self::Of(answer),
        };
    }

    fn answer(self) -> Option<Answer> {
        match self {
            Self::Of(answer) => Some(answer),
            Self::OfNone | Self::Missing => None,
        }
    }
}
