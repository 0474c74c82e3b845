//! Every way in which an assessment changes: checked first, then made whole.

use super::{
    Annotation, Answer, Assessment, DocumentStatus, Inclusion, InclusionReason, MAX_HEADCOUNT, Response, Snapshot,
    Subject, Target,
};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::{MAX_TEXT, Members};
use crate::plain::{integer, is_blank, length};

type Result<T> = std::result::Result<T, ReadinessError>;

pub(super) const NO_SUCH_DOCUMENT: &str = "expected the key of a document that this edition asks for";

/// Checks a text field against the limit of the file format.
pub(super) fn within_limit(subject: &str, text: &str) -> Result<()> {
    if text.len() > MAX_TEXT && length(text) > MAX_TEXT {
        return Err(ReadinessError::new(ErrorCode::TextTooLong, subject, "a text field has at most 10,000 characters"));
    }
    Ok(())
}

/// Whether a text is empty or a day of the calendar, `YYYY-MM-DD`.
pub(super) fn is_date(text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let digits = |part: Option<&str>| part.filter(|part| !part.starts_with('-')).and_then(integer);
    let separated = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let (Some(year), Some(month), Some(day)) = (digits(text.get(..4)), digits(text.get(5..7)), digits(text.get(8..)))
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    separated && (1..=days).contains(&day)
}

fn check_date(subject: &str, text: &str) -> Result<()> {
    if is_date(text) {
        return Ok(());
    }
    Err(ReadinessError::new(ErrorCode::BadDate, subject, "expected a date of the form YYYY-MM-DD"))
}

/// Why a not-applicable answer would be refused.
pub(super) fn check_exclusion(
    subject: Subject,
    assessment: &Assessment,
    reason: &str,
) -> std::result::Result<(), (ErrorCode, &'static str)> {
    if !subject.can_be_excluded(assessment.edition) {
        return Err((
            ErrorCode::ClauseNotApplicable,
            "a clause cannot be not applicable; only controls of Annex A can",
        ));
    }
    if is_blank(reason) {
        return Err((ErrorCode::BlankReason, "not applicable needs a reason that is not blank"));
    }
    Ok(())
}

impl Assessment {
    fn response_mut(&mut self, subject: Subject) -> Option<&mut Response> {
        match subject {
            Subject::Requirement(requirement) => self.requirements.get_mut(requirement.index()),
            Subject::Area(index) => self.areas.get_mut(index),
        }
    }

    fn change(&mut self, id: &str, now: &str, change: &mut dyn FnMut(&mut Response)) -> Result<()> {
        let subject = Subject::find(self.edition, id)?;
        if let Some(response) = self.response_mut(subject) {
            change(response);
            response.modified = String::from(now);
            self.modified = String::from(now);
        }
        Ok(())
    }

    /// Answers a requirement (`"A.5.1"`) or an area (`"area:policy"`).
    ///
    /// # Errors
    /// `unknown-id`; `unknown-value` for [`Answer::NotApplicable`], which needs [`exclude`](Self::exclude).
    pub fn respond(&mut self, id: &str, answer: Answer, now: &str) -> Result<()> {
        if answer == Answer::NotApplicable {
            Subject::find(self.edition, id)?;
            return Err(ReadinessError::new(ErrorCode::UnknownValue, id, "not applicable needs a reason: use exclude"));
        }
        self.change(id, now, &mut |response| {
            response.answer = Some(answer);
            // The reason belonged to the exclusion that ends here.
            response.reason.clear();
        })
    }

    /// Makes a control, or an area of controls, not applicable, with its reason.
    ///
    /// # Errors
    /// `unknown-id`, `clause-not-applicable`, `blank-reason`, `text-too-long`.
    pub fn exclude(&mut self, id: &str, reason: &str, now: &str) -> Result<()> {
        let subject = Subject::find(self.edition, id)?;
        check_exclusion(subject, self, reason).map_err(|(code, message)| ReadinessError::new(code, id, message))?;
        within_limit(id, reason)?;
        self.change(id, now, &mut |response| {
            response.answer = Some(Answer::NotApplicable);
            response.reason = String::from(reason);
        })
    }

    /// Makes every control of an area not applicable, each with an answer of its own and the same reason.
    ///
    /// # Errors
    /// `unknown-id`, `clause-not-applicable`, `blank-reason`, `text-too-long`.
    pub fn exclude_area(&mut self, key: &str, reason: &str, now: &str) -> Result<()> {
        let mut id = String::from("area:");
        id.push_str(key);
        let subject = Subject::find(self.edition, &id)?;
        check_exclusion(subject, self, reason).map_err(|(code, message)| ReadinessError::new(code, &id, message))?;
        within_limit(&id, reason)?;
        let area = self.edition.area_index(key).and_then(|index| self.edition.areas().get(index));
        // Nothing is left that could be refused: all of an area are controls if one is.
        for control in area.map(|area| area.refs).unwrap_or_default() {
            self.exclude(control, reason, now)?;
        }
        Ok(())
    }

    /// Takes an answer back; notes, owner and evidence stay.
    ///
    /// # Errors
    /// `unknown-id`.
    pub fn clear(&mut self, id: &str, now: &str) -> Result<()> {
        self.change(id, now, &mut |response| {
            response.answer = None;
            response.reason.clear();
        })
    }

    /// Changes what stands beside an answer.
    ///
    /// # Errors
    /// `unknown-id`, `text-too-long`, `bad-date`.
    pub fn annotate(&mut self, id: &str, mut annotation: Annotation, now: &str) -> Result<()> {
        for text in [&annotation.note, &annotation.owner].into_iter().flatten() {
            within_limit(id, text)?;
        }
        for link in annotation.evidence.iter().flatten() {
            within_limit(id, &link.label)?;
            within_limit(id, &link.href)?;
        }
        check_date(id, annotation.due.as_deref().unwrap_or_default())?;
        self.change(id, now, &mut |response| {
            replace(&mut response.note, annotation.note.take());
            replace(&mut response.owner, annotation.owner.take());
            replace(&mut response.due, annotation.due.take());
            replace(&mut response.evidence, annotation.evidence.take());
        })
    }

    /// Says why a control is in the Statement of Applicability.
    ///
    /// # Errors
    /// `unknown-id`, `text-too-long`.
    pub fn justify(
        &mut self,
        id: &str,
        because: Option<&[InclusionReason]>,
        mut note: Option<String>,
        now: &str,
    ) -> Result<()> {
        within_limit(id, note.as_deref().unwrap_or_default())?;
        self.change(id, now, &mut |response| {
            if let Some(because) = because {
                response.inclusion.because = Inclusion::in_order(because);
            }
            replace(&mut response.inclusion.note, note.take());
        })
    }

    /// Says how far a document is; `None` for the status takes it back. Details that are `None` stay as they are.
    ///
    /// # Errors
    /// `unknown-id`, `text-too-long`.
    pub fn set_document(
        &mut self,
        key: &str,
        status: Option<DocumentStatus>,
        owner: Option<String>,
        href: Option<String>,
        note: Option<String>,
        now: &str,
    ) -> Result<()> {
        let index = self.document_index(key)?;
        for text in [&owner, &href, &note].into_iter().flatten() {
            within_limit(key, text)?;
        }
        if let Some(document) = self.documents.get_mut(index) {
            document.status = status;
            replace(&mut document.owner, owner);
            replace(&mut document.href, href);
            replace(&mut document.note, note);
            self.modified = String::from(now);
        }
        Ok(())
    }

    /// The place of a document among those of the edition.
    ///
    /// # Errors
    /// `unknown-id`.
    pub fn document_index(&self, key: &str) -> Result<usize> {
        self.edition
            .documents()
            .position(|document| document.key == key)
            .ok_or_else(|| ReadinessError::new(ErrorCode::UnknownId, key, NO_SUCH_DOCUMENT))
    }

    /// Says who is assessed; what is `None` stays, a headcount of `Some(None)` is taken back.
    ///
    /// # Errors
    /// `text-too-long`, `out-of-range` for a headcount outside 1 to [`MAX_HEADCOUNT`].
    pub fn set_organisation(
        &mut self,
        name: Option<String>,
        headcount: Option<Option<u32>>,
        scope: Option<String>,
        now: &str,
    ) -> Result<()> {
        within_limit("organisation.name", name.as_deref().unwrap_or_default())?;
        within_limit("organisation.scope", scope.as_deref().unwrap_or_default())?;
        if let Some(Some(headcount)) = headcount
            && !(1..=MAX_HEADCOUNT).contains(&headcount)
        {
            return Err(ReadinessError::new(
                ErrorCode::OutOfRange,
                "organisation.headcount",
                "expected a headcount from 1 to 10,000,000",
            ));
        }
        replace(&mut self.organisation.name, name);
        replace(&mut self.organisation.scope, scope);
        replace(&mut self.organisation.headcount, headcount);
        self.modified = String::from(now);
        Ok(())
    }

    /// Says who answers.
    ///
    /// # Errors
    /// `text-too-long`.
    pub fn set_assessor(&mut self, assessor: &str, now: &str) -> Result<()> {
        within_limit("assessor", assessor)?;
        self.assessor = String::from(assessor);
        self.modified = String::from(now);
        Ok(())
    }

    /// Changes the target.
    pub fn set_target(&mut self, target: Target, now: &str) {
        self.target = target;
        self.modified = String::from(now);
    }

    /// Fills the head of the Statement of Applicability; what is `None` stays.
    ///
    /// # Errors
    /// `text-too-long`, `bad-date`.
    pub fn set_statement(
        &mut self,
        version: Option<String>,
        approver: Option<String>,
        date: Option<String>,
        now: &str,
    ) -> Result<()> {
        within_limit("statement.version", version.as_deref().unwrap_or_default())?;
        within_limit("statement.approver", approver.as_deref().unwrap_or_default())?;
        check_date("statement.date", date.as_deref().unwrap_or_default())?;
        replace(&mut self.statement.version, version);
        replace(&mut self.statement.approver, approver);
        replace(&mut self.statement.date, date);
        self.modified = String::from(now);
        Ok(())
    }

    /// Keeps the overall score of now, to compare with later.
    ///
    /// # Errors
    /// `text-too-long`.
    pub fn take_snapshot(&mut self, label: &str, now: &str) -> Result<()> {
        within_limit("label", label)?;
        let overall = crate::scoring::Scores::of(self).overall();
        self.snapshots.push(Snapshot {
            at: String::from(now),
            label: String::from(label),
            overall,
            unknown: Members::new(),
        });
        self.modified = String::from(now);
        Ok(())
    }

    /// Removes the snapshot at a place, counted from 0.
    ///
    /// # Errors
    /// `out-of-range`.
    pub fn remove_snapshot(&mut self, index: usize, now: &str) -> Result<()> {
        if index >= self.snapshots.len() {
            return Err(ReadinessError::new(ErrorCode::OutOfRange, "snapshots", "expected the place of a snapshot"));
        }
        self.snapshots.remove(index);
        self.modified = String::from(now);
        Ok(())
    }

    /// Gives it an id and the time it was begun.
    ///
    /// # Errors
    /// `text-too-long`.
    pub fn identify(&mut self, id: &str, created: &str) -> Result<()> {
        within_limit("id", id)?;
        within_limit("created", created)?;
        self.id = String::from(id);
        self.created = String::from(created);
        self.modified = String::from(created);
        Ok(())
    }
}

fn replace<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

impl Inclusion {
    /// Each reason at most once, in the order of [`InclusionReason::ALL`].
    pub(super) fn in_order(because: &[InclusionReason]) -> Vec<InclusionReason> {
        let mut ordered = InclusionReason::ALL.to_vec();
        ordered.retain(|reason| because.contains(reason));
        ordered
    }
}
