//! Every way in which an assessment changes: checked first, then made whole.

use super::validate::{check_address, check_date, check_exclusion, within_limit, within_limits};
use super::{
    Annotation, Answer, Assessment, DocumentChange, Inclusion, InclusionChange, InclusionReason, MAX_HEADCOUNT,
    OrganisationChange, Response, Snapshot, StatementChange, Subject, SubjectId,
};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::Members;
use crate::questionnaire::Target;
use crate::score_range::ScoreRange;

type Result<T> = std::result::Result<T, ReadinessError>;

/// Any of these can also be refused with `bad-date`, for a time that is none, and with `too-large`.
impl Assessment {
    fn response_mut(&mut self, subject: Subject) -> Option<&mut Response> {
        match subject {
            Subject::Requirement(requirement) => self.requirements.get_mut(requirement.index()),
            Subject::Area(index) => self.areas.get_mut(index),
        }
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
    pub fn respond<'a>(&mut self, id: impl Into<SubjectId<'a>>, answer: Answer, now: &str) -> Result<()> {
        let id = id.into();
        let id = id.as_str();
        if answer == Answer::NotApplicable {
            Subject::find(self.edition, id)?;
            return Err(ReadinessError::new(ErrorCode::UnknownValue, id, words!("error.level-or-unknown.exclude")));
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
    ///
    /// ```
    /// use iso27001_readiness::{assessment::Assessment, catalog::Edition, ErrorCode};
    ///
    /// let mut assessment = Assessment::new(Edition::E2022);
    /// assessment.exclude("A.7.4", "no premises", "2026-11-23T10:00:00Z")?;
    /// let refused = assessment.exclude("A.7.4", " ", "2026-11-23T10:00:00Z").unwrap_err();
    /// assert_eq!(refused.code(), ErrorCode::BlankReason);
    /// # Ok::<(), iso27001_readiness::ReadinessError>(())
    /// ```
    pub fn exclude<'a>(&mut self, id: impl Into<SubjectId<'a>>, reason: &str, now: &str) -> Result<()> {
        let id = id.into();
        let id = id.as_str();
        let subject = Subject::find(self.edition, id)?;
        check_exclusion(subject, self, reason).map_err(|(code, message)| ReadinessError::new(code, id, message))?;
        within_limit(id, reason)?;
        self.change(id, now, 1, reason.len(), &mut |response| response.exclude(reason))
    }

    /// Makes every control of an area not applicable, each with an answer of its own and the same reason.
    ///
    /// # Errors
    /// `unknown-id`, `clause-not-applicable`, `blank-reason`, `text-too-long`.
    pub fn exclude_area(&mut self, key: impl AsRef<str>, reason: &str, now: &str) -> Result<()> {
        let key = key.as_ref();
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
    pub fn clear<'a>(&mut self, id: impl Into<SubjectId<'a>>, now: &str) -> Result<()> {
        let id = id.into();
        let id = id.as_str();
        self.change(id, now, 1, 0, &mut |response| {
            response.answer = None;
            response.reason.clear();
        })
    }

    /// Changes what stands beside an answer.
    ///
    /// # Errors
    /// `unknown-id`, `text-too-long`, `bad-date`, `unsafe-address`.
    ///
    /// ```
    /// use iso27001_readiness::{assessment::{Annotation, Assessment, EvidenceLink}, catalog::Edition};
    ///
    /// let mut assessment = Assessment::new(Edition::E2022);
    /// let minutes = EvidenceLink::new("Minutes", "https://example.com/minutes");
    /// let change = Annotation { owner: Some("Ana".into()), evidence: Some(vec![minutes]), ..Annotation::default() };
    /// assessment.annotate("9.3.1", change, "2026-11-23T10:00:00Z")?;
    /// # Ok::<(), iso27001_readiness::ReadinessError>(())
    /// ```
    pub fn annotate<'a>(&mut self, id: impl Into<SubjectId<'a>>, mut annotation: Annotation, now: &str) -> Result<()> {
        let id = id.into();
        let id = id.as_str();
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
            check_address(id, &link.href)?;
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
    pub fn justify<'a>(
        &mut self,
        id: impl Into<SubjectId<'a>>,
        mut inclusion: InclusionChange,
        now: &str,
    ) -> Result<()> {
        let id = id.into();
        let id = id.as_str();
        let texts = within_limits([(id, &inclusion.note)])?;
        self.change(id, now, 1, texts, &mut |response| {
            if let Some(because) = &inclusion.because {
                response.inclusion.because = Inclusion::in_order(because);
            }
            replace(&mut response.inclusion.note, inclusion.note.take());
        })
    }

    /// Sets the status of a document, who looks after it, and where it is.
    ///
    /// # Errors
    /// `unknown-id`, `text-too-long`, `unsafe-address`.
    pub fn set_document(&mut self, key: impl AsRef<str>, change: impl Into<DocumentChange>, now: &str) -> Result<()> {
        self.change_document(key.as_ref(), change.into(), now)
    }

    fn change_document(&mut self, key: &str, change: DocumentChange, now: &str) -> Result<()> {
        let index = self.document_index(key)?;
        let texts = within_limits([(key, &change.owner), (key, &change.href), (key, &change.note)])?;
        check_address(key, change.href.as_deref().unwrap_or_default())?;
        let before = self.prepare(now, 1, texts)?;
        if let Some(document) = self.documents.get_mut(index) {
            replace(&mut document.status, change.status);
            replace(&mut document.owner, change.owner);
            replace(&mut document.href, change.href);
            replace(&mut document.note, change.note);
        }
        self.settle(key, before)
    }

    /// Says who is assessed.
    ///
    /// # Errors
    /// `text-too-long`, `out-of-range` for a headcount outside 1 to [`MAX_HEADCOUNT`].
    pub fn set_organisation(&mut self, change: OrganisationChange, now: &str) -> Result<()> {
        let texts = within_limits([("organisation.name", &change.name), ("organisation.scope", &change.scope)])?;
        if let Some(Some(headcount)) = change.headcount
            && !(1..=MAX_HEADCOUNT).contains(&headcount)
        {
            return Err(ReadinessError::new(
                ErrorCode::OutOfRange,
                "organisation.headcount",
                words!("error.headcount"),
            ));
        }
        let before = self.prepare(now, 1, texts)?;
        replace(&mut self.organisation.name, change.name);
        replace(&mut self.organisation.scope, change.scope);
        replace(&mut self.organisation.headcount, change.headcount);
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
    /// Only those of any change: `bad-date`, `too-large`.
    pub fn set_target(&mut self, target: Target, now: &str) -> Result<()> {
        let before = self.prepare(now, 1, 0)?;
        self.target = target;
        self.settle("target", before)
    }

    /// Fills the head of the Statement of Applicability.
    ///
    /// # Errors
    /// `text-too-long`, `bad-date`.
    pub fn set_statement(&mut self, change: StatementChange, now: &str) -> Result<()> {
        let texts = within_limits([("statement.version", &change.version), ("statement.approver", &change.approver)])?;
        check_date("statement.date", change.date.as_deref().unwrap_or_default())?;
        let before = self.prepare(now, 1, texts)?;
        replace(&mut self.statement.version, change.version);
        replace(&mut self.statement.approver, change.approver);
        replace(&mut self.statement.date, change.date);
        self.settle("statement", before)
    }

    /// Keeps the overall score of now, to compare with later; the method computes it.
    ///
    /// # Errors
    /// `text-too-long`.
    ///
    /// ```
    /// use iso27001_readiness::{assessment::Assessment, catalog::Edition, scoring::{METHOD, Scores}};
    ///
    /// let mut assessment = Assessment::new(Edition::E2022);
    /// let overall = Scores::of(&assessment).overall();
    /// assessment.take_snapshot("Q4", overall, METHOD, "2026-11-23T10:00:00Z")?;
    /// assert_eq!(assessment.snapshots()[0].overall, overall);
    /// # Ok::<(), iso27001_readiness::ReadinessError>(())
    /// ```
    pub fn take_snapshot(&mut self, label: &str, overall: ScoreRange, method: &str, now: &str) -> Result<()> {
        within_limit("label", label)?;
        within_limit("method", method)?;
        let before = self.prepare(now, 1, label.len().saturating_add(method.len()))?;
        self.snapshots.push(Snapshot {
            at: String::from(now),
            label: String::from(label),
            method: Some(String::from(method)),
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
            return Err(ReadinessError::new(ErrorCode::OutOfRange, "snapshots", words!("error.snapshot")));
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
