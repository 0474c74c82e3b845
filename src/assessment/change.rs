//! Every way in which an assessment changes: checked first, then made whole.

use super::{
    Annotation, Answer, Assessment, DocumentStatus, Inclusion, InclusionReason, MAX_HEADCOUNT, Response, Room,
    Snapshot, Subject, Target,
};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::{MAX_BYTES, MAX_TEXT, Members};
use crate::plain::{integer, is_blank, length};

type Result<T> = std::result::Result<T, ReadinessError>;

/// More bytes than any change of one thing writes besides its texts: keys, an answer, four reasons, two times.
const BESIDES_TEXTS: usize = 512;

pub(super) const NO_SUCH_DOCUMENT: &str = "expected the key of a document that this edition asks for";

/// Checks a text field against the limit of the file format.
pub(super) fn within_limit(subject: &str, text: &str) -> Result<()> {
    if text.len() > MAX_TEXT && length(text) > MAX_TEXT {
        return Err(ReadinessError::new(ErrorCode::TextTooLong, subject, "a text field has at most 10,000 characters"));
    }
    Ok(())
}

/// Checks named text fields; their bytes.
fn within_limits<const N: usize>(fields: [(&str, &Option<String>); N]) -> Result<usize> {
    let mut texts = 0_usize;
    for (subject, text) in fields {
        let text = text.as_deref().unwrap_or_default();
        within_limit(subject, text)?;
        texts = texts.saturating_add(text.len());
    }
    Ok(texts)
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

/// Checks that a time is empty or one of RFC 3339.
pub(super) fn check_time(text: &str) -> Result<()> {
    if is_time(text) {
        return Ok(());
    }
    Err(ReadinessError::new(ErrorCode::BadDate, "now", "expected a time like 2026-11-23T10:00:00Z"))
}

/// Whether a text is empty or a time of RFC 3339, of at most 40 characters.
fn is_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let part = |at: usize, sign: u8, most: [u8; 2]| match bytes.get(at..at.saturating_add(3)) {
        Some([first, tens @ b'0'..=b'9', ones @ b'0'..=b'9']) => *first == sign && [*tens, *ones] <= most,
        _ => false,
    };
    let mut zone = 19;
    if bytes.get(zone) == Some(&b'.') {
        zone =
            bytes.iter().skip(20).position(|byte| !byte.is_ascii_digit()).map_or(0, |digits| digits.saturating_add(20));
    }
    let is_shift = part(zone, b'+', *b"23") || part(zone, b'-', *b"23");
    let is_zone = bytes.get(zone..) == Some(b"Z")
        || (is_shift && part(zone.saturating_add(3), b':', *b"59") && bytes.len() == zone.saturating_add(6));
    let is_clock = part(10, b'T', *b"23") && part(13, b':', *b"59") && part(16, b':', *b"60");
    text.is_empty() || (text.len() <= 40 && text.get(..10).is_some_and(is_date) && is_clock && zone != 20 && is_zone)
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

/// Any of these can be refused with `bad-date` for a time that is none, and with `too-large`.
impl Assessment {
    fn response_mut(&mut self, subject: Subject) -> Option<&mut Response> {
        match subject {
            Subject::Requirement(requirement) => self.requirements.get_mut(requirement.index()),
            Subject::Area(index) => self.areas.get_mut(index),
        }
    }

    /// Makes sure that a change of this many things with this many bytes of text fits: by the room that is known, or
    /// else by what it gives back, the assessment as it is, for [`settle`](Self::settle) to measure the change against.
    ///
    /// What JSON adds to a text is at most five bytes for each of it.
    fn prepare(&mut self, now: &str, things: usize, texts: usize) -> Result<Option<Box<Self>>> {
        check_time(now)?;
        let growth = texts.saturating_mul(6).saturating_add(things.saturating_mul(BESIDES_TEXTS));
        let before = match self.room.0.checked_sub(growth) {
            Some(room) => {
                self.room = Room(room);
                None
            }
            None => Some(Box::new(self.clone())),
        };
        self.modified = String::from(now);
        Ok(before)
    }

    /// Takes a change back if it made the file too large.
    fn settle(&mut self, subject: &str, before: Option<Box<Self>>) -> Result<()> {
        if let Some(before) = before
            && let Err(error) = self.measure(subject)
        {
            *self = *before;
            return Err(error);
        }
        Ok(())
    }

    /// Finds out how much room there is.
    ///
    /// # Errors
    /// `too-large` if there is none.
    pub(super) fn measure(&mut self, subject: &str) -> Result<()> {
        let Some(room) = MAX_BYTES.checked_sub(self.to_json().len()) else {
            return Err(ReadinessError::new(
                ErrorCode::TooLarge,
                subject,
                "the file would be larger than 2 MiB and could not be read again: shorten or remove notes or evidence",
            ));
        };
        self.room = Room(room);
        Ok(())
    }

    fn change(
        &mut self,
        id: &str,
        now: &str,
        things: usize,
        texts: usize,
        change: &mut dyn FnMut(&mut Response),
    ) -> Result<()> {
        let subject = Subject::find(self.edition, id)?;
        let before = self.prepare(now, things, texts)?;
        if let Some(response) = self.response_mut(subject) {
            change(response);
            response.modified = String::from(now);
        }
        self.settle(id, before)
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
        self.change(id, now, 1, 0, &mut |response| {
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
        self.change(id, now, 1, reason.len(), &mut |response| response.exclude(reason))
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
        let controls = area.map(|area| area.refs).unwrap_or_default();
        let before = self.prepare(now, controls.len(), reason.len().saturating_mul(controls.len()))?;
        for control in controls {
            if let Some(requirement) = self.edition.requirement(control)
                && let Some(response) = self.requirements.get_mut(requirement.index())
            {
                response.exclude(reason);
                response.modified = String::from(now);
            }
        }
        self.settle(&id, before)
    }

    /// Takes an answer back; notes, owner and evidence stay.
    ///
    /// # Errors
    /// `unknown-id`.
    pub fn clear(&mut self, id: &str, now: &str) -> Result<()> {
        self.change(id, now, 1, 0, &mut |response| {
            response.answer = None;
            response.reason.clear();
        })
    }

    /// Changes what stands beside an answer.
    ///
    /// # Errors
    /// `unknown-id`, `text-too-long`, `bad-date`.
    pub fn annotate(&mut self, id: &str, mut annotation: Annotation, now: &str) -> Result<()> {
        let (mut things, mut texts) = (1_usize, 0_usize);
        let mut check = |text: &str| {
            texts = texts.saturating_add(text.len());
            within_limit(id, text)
        };
        for text in [&annotation.note, &annotation.owner].into_iter().flatten() {
            check(text)?;
        }
        for link in annotation.evidence.iter().flatten() {
            check(&link.label)?;
            check(&link.href)?;
            things = things.saturating_add(1);
        }
        check_date(id, annotation.due.as_deref().unwrap_or_default())?;
        self.change(id, now, things, texts, &mut |response| {
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
        self.change(id, now, 1, note.as_ref().map_or(0, String::len), &mut |response| {
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
        let mut texts = 0_usize;
        for text in [&owner, &href, &note].into_iter().flatten() {
            within_limit(key, text)?;
            texts = texts.saturating_add(text.len());
        }
        let before = self.prepare(now, 1, texts)?;
        if let Some(document) = self.documents.get_mut(index) {
            document.status = status;
            replace(&mut document.owner, owner);
            replace(&mut document.href, href);
            replace(&mut document.note, note);
        }
        self.settle(key, before)
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
        let texts = within_limits([("organisation.name", &name), ("organisation.scope", &scope)])?;
        if let Some(Some(headcount)) = headcount
            && !(1..=MAX_HEADCOUNT).contains(&headcount)
        {
            return Err(ReadinessError::new(
                ErrorCode::OutOfRange,
                "organisation.headcount",
                "expected a headcount from 1 to 10,000,000",
            ));
        }
        let before = self.prepare(now, 1, texts)?;
        replace(&mut self.organisation.name, name);
        replace(&mut self.organisation.scope, scope);
        replace(&mut self.organisation.headcount, headcount);
        self.settle("organisation", before)
    }

    /// Says who answers.
    ///
    /// # Errors
    /// `text-too-long`.
    pub fn set_assessor(&mut self, assessor: &str, now: &str) -> Result<()> {
        within_limit("assessor", assessor)?;
        let before = self.prepare(now, 1, assessor.len())?;
        self.assessor = String::from(assessor);
        self.settle("assessor", before)
    }

    /// Changes the target.
    ///
    /// # Errors
    /// `too-large`, `bad-date` as any change.
    pub fn set_target(&mut self, target: Target, now: &str) -> Result<()> {
        let before = self.prepare(now, 1, 0)?;
        self.target = target;
        self.settle("target", before)
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
        let texts = within_limits([("statement.version", &version), ("statement.approver", &approver)])?;
        check_date("statement.date", date.as_deref().unwrap_or_default())?;
        let before = self.prepare(now, 1, texts)?;
        replace(&mut self.statement.version, version);
        replace(&mut self.statement.approver, approver);
        replace(&mut self.statement.date, date);
        self.settle("statement", before)
    }

    /// Keeps the overall score of now, to compare with later.
    ///
    /// # Errors
    /// `text-too-long`.
    pub fn take_snapshot(&mut self, label: &str, now: &str) -> Result<()> {
        within_limit("label", label)?;
        let overall = crate::scoring::Scores::of(self).overall();
        let before = self.prepare(now, 1, label.len())?;
        self.snapshots.push(Snapshot {
            at: String::from(now),
            label: String::from(label),
            overall,
            unknown_of_overall: Members::new(),
            unknown: Members::new(),
        });
        self.settle("snapshots", before)
    }

    /// Removes the snapshot at a place, counted from 0.
    ///
    /// # Errors
    /// `out-of-range`.
    pub fn remove_snapshot(&mut self, index: usize, now: &str) -> Result<()> {
        if index >= self.snapshots.len() {
            return Err(ReadinessError::new(ErrorCode::OutOfRange, "snapshots", "expected the place of a snapshot"));
        }
        let before = self.prepare(now, 1, 0)?;
        self.snapshots.remove(index);
        self.settle("snapshots", before)
    }

    /// Gives it an id and the time it was begun.
    ///
    /// # Errors
    /// `text-too-long`.
    pub fn identify(&mut self, id: &str, created: &str) -> Result<()> {
        within_limit("id", id)?;
        let before = self.prepare(created, 1, id.len())?;
        self.id = String::from(id);
        self.created = String::from(created);
        self.settle("id", before)
    }
}

impl Response {
    fn exclude(&mut self, reason: &str) {
        self.answer = Some(Answer::NotApplicable);
        self.reason = String::from(reason);
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
