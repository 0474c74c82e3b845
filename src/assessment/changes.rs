//! What a change says: a member that is `None` stays as it is. All of them have a default that changes nothing.

use super::{DocumentStatus, EvidenceLink, InclusionReason};

/// A change of what stands beside an answer; what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotation {
    /// A note in the assessor's words.
    pub note: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// When it is to be done, `YYYY-MM-DD`, or empty for no date.
    pub due: Option<String>,
    /// Where the evidence is; replaces what was there.
    pub evidence: Option<Vec<EvidenceLink>>,
}

/// A change of why a control is in the Statement of Applicability; what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InclusionChange {
    /// The reasons, in any order; replace those before.
    pub because: Option<Vec<InclusionReason>>,
    /// What to say about them.
    pub note: Option<String>,
}

/// A change of what is said about a document; what is `None` stays as it is.
///
/// ```
/// use iso27001_readiness::{assessment::{Assessment, DocumentChange, DocumentStatus}, catalog::Edition};
///
/// let mut assessment = Assessment::new(Edition::E2022);
/// assessment.set_document("isms_scope", DocumentStatus::Draft, "2026-11-23T10:00:00Z")?;
/// let owner = DocumentChange { owner: Some("Ana".into()), ..DocumentChange::default() };
/// assessment.set_document("isms_scope", owner, "2026-11-23T10:01:00Z")?;
/// let scope = assessment.document_response(assessment.document_index("isms_scope")?);
/// assert_eq!((scope.status(), scope.owner()), (Some(DocumentStatus::Draft), "Ana"));
/// # Ok::<(), iso27001_readiness::ReadinessError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentChange {
    /// Its state; `Some(None)` takes that back.
    pub status: Option<Option<DocumentStatus>>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// Where it is: an address of http, https or mailto, or empty for none.
    pub href: Option<String>,
    /// A note in the assessor's words.
    pub note: Option<String>,
}

impl From<DocumentStatus> for DocumentChange {
    fn from(status: DocumentStatus) -> Self {
        Self::from(Some(status))
    }
}

/// `None` takes the status back.
impl From<Option<DocumentStatus>> for DocumentChange {
    fn from(status: Option<DocumentStatus>) -> Self {
        Self { status: Some(status), ..Self::default() }
    }
}

/// A change of who is assessed; what is `None` stays as it is.
///
/// ```
/// use iso27001_readiness::{assessment::{Assessment, OrganisationChange}, catalog::Edition};
///
/// let mut assessment = Assessment::new(Edition::E2022);
/// let named = OrganisationChange { name: Some("Example Ltd".into()), headcount: Some(Some(40)), ..Default::default() };
/// assessment.set_organisation(named, "2026-11-23T10:00:00Z")?;
/// assert_eq!(assessment.organisation().headcount, Some(40));
/// # Ok::<(), iso27001_readiness::ReadinessError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganisationChange {
    /// Its name.
    pub name: Option<String>,
    /// Persons doing work in the scope; `Some(None)` takes the headcount back.
    pub headcount: Option<Option<u32>>,
    /// The scope of the ISMS in a few words.
    pub scope: Option<String>,
}

/// A change of the head of the Statement of Applicability; what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatementChange {
    /// Its version.
    pub version: Option<String>,
    /// Who approved it.
    pub approver: Option<String>,
    /// When it was approved, `YYYY-MM-DD`, or empty for no date.
    pub date: Option<String>,
}
