//! Whether there is anything to lose: one meaning of "empty" for pages, elements, frames and drafts.

use super::{Assessment, DocumentResponse, Organisation, Response, Statement};
use crate::questionnaire::Target;

impl Assessment {
    /// Whether nothing is in it that a person put in: no answer, no text, no date, no snapshot, no other target than the
    /// default, and no member that this version does not know. The edition, the id and the times do not count: they are
    /// there from the start, or follow from a change.
    ///
    /// ```
    /// use iso27001_readiness::{assessment::{Assessment, StatementChange}, catalog::Edition};
    ///
    /// let mut assessment = Assessment::new(Edition::E2022);
    /// assert!(assessment.is_empty());
    /// let approved = StatementChange { approver: Some("Ana".into()), ..StatementChange::default() };
    /// assessment.set_statement(approved, "2026-11-23T10:00:00Z")?;
    /// assert!(!assessment.is_empty());
    /// # Ok::<(), iso27001_readiness::ReadinessError>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        // Named one by one, so that a field that is added cannot be forgotten here.
        let Self {
            edition: _,
            target,
            id: _,
            organisation,
            assessor,
            created: _,
            modified: _,
            statement,
            requirements,
            areas,
            documents,
            snapshots,
            unknown,
            budget: _,
        } = self;
        let nothing = DocumentResponse::default();
        *target == Target::default()
            && *organisation == Organisation::default()
            && assessor.is_empty()
            && *statement == Statement::default()
            && requirements.iter().chain(areas).all(Response::says_nothing)
            && documents.iter().all(|document| *document == nothing)
            && snapshots.is_empty()
            && unknown.is_empty()
    }
}
