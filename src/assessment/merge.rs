//! Two assessors, one assessment: the other's answers taken in.
//!
//! Nothing that was written is lost: notes, owners and evidence of both sides are joined, and where answers differ both
//! are kept by name beside the one that counts.

use super::compare::{answer_word, prefixed};
use super::file::{write_link, write_snapshot};
use super::validate::check_time;
use super::{Answer, Assessment, DocumentResponse, Inclusion, Response, Snapshot};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::{MAX_TEXT, TextSet};
use crate::text::{contains, length};

/// Whose answer counts where two differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Resolution {
    /// This side's.
    Here,
    /// The other side's.
    There,
    /// The lower one: unknown, then the lower level; not applicable only if the other side has no level. For documents
    /// the status that is less far; for the target the more demanding one.
    #[default]
    Lower,
}

impl Resolution {
    /// The resolution with this name: `here`, `there` or `lower`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "here" => Self::Here,
            "there" => Self::There,
            "lower" => Self::Lower,
            _ => return None,
        })
    }
}

impl Assessment {
    /// Takes in another assessor's answers. `settle` says for each id of [`compare`](Self::compare) whose answer counts.
    ///
    /// # Errors
    /// `wrong-edition`; `text-too-long` if two notes are too long to be joined; `too-large` if both together are too
    /// large for a file; `bad-date`. The assessment is then as it was.
    ///
    /// ```
    /// use iso27001_readiness::{assessment::{Answer, Assessment, Resolution}, catalog::Edition};
    ///
    /// let (mut ana, mut ben) = (Assessment::new(Edition::E2022), Assessment::new(Edition::E2022));
    /// let now = "2026-11-23T10:00:00Z";
    /// ana.respond("4.1", Answer::level(3)?, now)?;
    /// ben.respond("4.1", Answer::level(2)?, now)?;
    /// ana.merge(&ben, &|_| Resolution::Lower, now)?;
    /// let context = Edition::E2022.requirement("4.1").expect("a requirement of 2022");
    /// assert_eq!(ana.response(context).answer(), Some(Answer::level(2)?));
    /// # Ok::<(), iso27001_readiness::ReadinessError>(())
    /// ```
    pub fn merge(
        &mut self,
        other: &Self,
        settle: &dyn Fn(&str) -> Resolution,
        now: &str,
    ) -> Result<(), ReadinessError> {
        self.check_edition(other)?;
        check_time(now)?;
        let mut next = self.clone();
        let names = [self.name_of_assessor("first"), other.name_of_assessor("second")];
        for (requirement, pair) in
            self.edition.requirements().zip(next.requirements.iter_mut().zip(&other.requirements))
        {
            pair.0.join(pair.1, settle(requirement.id()), &names, requirement.id())?;
        }
        for (area, pair) in self.edition.areas().iter().zip(next.areas.iter_mut().zip(&other.areas)) {
            let id = prefixed("area:", area.key);
            pair.0.join(pair.1, settle(&id), &names, &id)?;
        }
        for (document, pair) in self.edition.documents().zip(next.documents.iter_mut().zip(&other.documents)) {
            let id = prefixed("document:", document.key);
            pair.0.join(pair.1, settle(&id), &id)?;
        }
        let there = |id: &str| settle(id) == Resolution::There;
        next.target = match settle("target") {
            Resolution::Here => self.target,
            Resolution::There => other.target,
            Resolution::Lower => self.target.max(other.target),
        };
        choose(&mut next.organisation.name, &other.organisation.name, there("organisation.name"));
        choose(&mut next.organisation.scope, &other.organisation.scope, there("organisation.scope"));
        if next.organisation.headcount.is_none()
            || (there("organisation.headcount") && other.organisation.headcount.is_some())
        {
            next.organisation.headcount = other.organisation.headcount;
        }
        join_text(&mut next.assessor, &other.assessor, ", ", "assessor")?;
        for text in [
            (&mut next.id, &other.id),
            (&mut next.statement.version, &other.statement.version),
            (&mut next.statement.approver, &other.statement.approver),
            (&mut next.statement.date, &other.statement.date),
        ] {
            choose(text.0, text.1, false);
        }
        if next.created.is_empty() || (!other.created.is_empty() && other.created < next.created) {
            next.created.clone_from(&other.created);
        }
        next.join_snapshots(&other.snapshots);
        next.unknown.join(&other.unknown);
        next.modified = String::from(now);
        next.measure("$")?;
        *self = next;
        Ok(())
    }

    /// Adds those that are not there yet, each behind what is not younger.
    fn join_snapshots(&mut self, others: &[Snapshot]) {
        let mut seen = TextSet::default();
        for snapshot in &self.snapshots {
            seen.insert(&write_snapshot(snapshot));
        }
        let mut joined = Vec::new();
        let mut own = std::mem::take(&mut self.snapshots).into_iter().peekable();
        for snapshot in others {
            if seen.insert(&write_snapshot(snapshot)) {
                while let Some(kept) = own.next_if(|kept| kept.at <= snapshot.at) {
                    joined.push(kept);
                }
                joined.push(snapshot.clone());
            }
        }
        joined.extend(own);
        self.snapshots = joined;
    }

    fn name_of_assessor(&self, otherwise: &str) -> String {
        let name = [&self.assessor, &self.id].into_iter().find(|name| !name.is_empty());
        name.cloned().unwrap_or_else(|| String::from(otherwise))
    }
}

/// Keeps what is there unless it is empty or the other side was chosen.
fn choose(here: &mut String, there: &str, other_side: bool) {
    if here.is_empty() || (other_side && !there.is_empty()) {
        *here = String::from(there);
    }
}

/// Joins two texts unless one holds the other.
pub(super) fn join_text(here: &mut String, there: &str, between: &str, subject: &str) -> Result<(), ReadinessError> {
    if there.is_empty() || contains(here, there) {
        return Ok(());
    }
    if contains(there, here) {
        here.clear();
    } else {
        here.push_str(between);
    }
    here.push_str(there);
    if length(here) > MAX_TEXT {
        return Err(ReadinessError::new(ErrorCode::TextTooLong, subject, words!("error.merge.long")));
    }
    Ok(())
}

/// How low an answer is; a missing one gives way to any.
pub(super) fn rank(answer: Option<Answer>) -> u8 {
    match answer {
        Some(Answer::Unknown) => 0,
        Some(Answer::Level(level)) => level.number().saturating_add(1),
        Some(Answer::NotApplicable) => 7,
        None => 8,
    }
}

impl Response {
    fn join(
        &mut self,
        other: &Self,
        resolution: Resolution,
        names: &[String; 2],
        id: &str,
    ) -> Result<(), ReadinessError> {
        let there = match resolution {
            Resolution::Here => false,
            Resolution::There => true,
            Resolution::Lower => rank(other.answer) < rank(self.answer),
        };
        if self.answer != other.answer && self.answer.is_some() && other.answer.is_some() {
            for (name, answer) in names.iter().zip([self.answer, other.answer]) {
                let mut said = name.clone();
                said.push_str(": ");
                said.push_str(&answer_word(answer));
                if !self.provenance.contains(&said) {
                    self.provenance.push(said);
                }
            }
        }
        let mut seen = TextSet::default();
        for said in &self.provenance {
            seen.insert(said);
        }
        for said in &other.provenance {
            if seen.insert(said) {
                self.provenance.push(said.clone());
            }
        }
        if self.answer == other.answer {
            join_text(&mut self.reason, &other.reason, "\n", id)?;
        } else if other.answer.is_some() && (there || self.answer.is_none()) {
            self.answer = other.answer;
            self.reason.clone_from(&other.reason);
        }
        self.join_details(other, id)
    }

    /// Joins what stands beside the answers.
    pub(super) fn join_details(&mut self, other: &Self, id: &str) -> Result<(), ReadinessError> {
        join_text(&mut self.note, &other.note, "\n", id)?;
        join_text(&mut self.owner, &other.owner, ", ", id)?;
        if self.due.is_empty() || (!other.due.is_empty() && other.due < self.due) {
            self.due.clone_from(&other.due);
        }
        let mut seen = TextSet::default();
        for link in &self.evidence {
            seen.insert(&write_link(link));
        }
        for link in &other.evidence {
            if seen.insert(&write_link(link)) {
                self.evidence.push(link.clone());
            }
        }
        self.inclusion.because.extend_from_slice(&other.inclusion.because);
        self.inclusion.because = Inclusion::in_order(&self.inclusion.because);
        join_text(&mut self.inclusion.note, &other.inclusion.note, "\n", id)?;
        self.inclusion.unknown.join(&other.inclusion.unknown);
        if other.modified > self.modified {
            self.modified.clone_from(&other.modified);
        }
        self.unknown.join(&other.unknown);
        Ok(())
    }
}

impl DocumentResponse {
    fn join(&mut self, other: &Self, resolution: Resolution, id: &str) -> Result<(), ReadinessError> {
        if let Some(status) = other.status {
            let there = match resolution {
                Resolution::Here => false,
                Resolution::There => true,
                Resolution::Lower => self.status.is_some_and(|here| status < here),
            };
            if there || self.status.is_none() {
                self.status = Some(status);
            }
        }
        join_text(&mut self.owner, &other.owner, ", ", id)?;
        join_text(&mut self.note, &other.note, "\n", id)?;
        // Two addresses in one are no address: the other side's is kept where text is.
        if self.href.is_empty() {
            self.href.clone_from(&other.href);
        } else if self.href != other.href {
            join_text(&mut self.note, &other.href, "\n", id)?;
        }
        self.unknown.join(&other.unknown);
        Ok(())
    }
}
