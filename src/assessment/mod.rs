//! What was answered: responses, documents, snapshots, and the file that holds them.
//!
//! An [`Assessment`] belongs to one edition. Every change is checked first and then made whole: a call that fails
//! leaves it as it was. There is no clock and no randomness here: times and ids come in as arguments, times as RFC 3339
//! writes them, or empty.
//!
//! Whatever can be held can be saved, and what is saved can be read: a change is refused with `too-large` if the
//! canonical text would then exceed [`MAX_BYTES`](crate::MAX_BYTES), and so is a file whose canonical text would.
//!
//! Two assessments are equal exactly when their canonical texts are.
//!
//! ```
//! use iso27001_readiness::{assessment::{Assessment, Answer}, catalog::Edition, ErrorCode};
//!
//! let mut assessment = Assessment::new(Edition::E2022);
//! assessment.respond("A.5.1", Answer::level(3)?, "2026-11-23T10:00:00Z")?;
//! assessment.exclude("A.7.4", "no premises", "2026-11-23T10:01:00Z")?;
//!
//! let refused = assessment.exclude("4.1", "not for us", "2026-11-23T10:02:00Z").unwrap_err();
//! assert_eq!(refused.code(), ErrorCode::ClauseNotApplicable);
//! # Ok::<(), iso27001_readiness::ReadinessError>(())
//! ```

mod anonymous;
mod answer;
pub(crate) mod carry_over;
mod changes;
mod compare;
mod edit;
mod empty;
mod example;
mod file;
mod merge;
mod response;
mod size_limit;
mod subject;
mod times;
mod validate;

pub use answer::{Answer, DocumentStatus};
pub use carry_over::{Change, ReviewItem};
pub use changes::{Annotation, DocumentChange, InclusionChange, OrganisationChange, StatementChange};
pub use compare::{Compared, Comparison, Side};
pub(crate) use file::utf8_up_to;
pub use file::{FORMAT, VERSION, utf8};
pub use merge::Resolution;
pub use response::{DocumentResponse, EvidenceLink, Inclusion, InclusionReason, Response};
pub use subject::{Subject, SubjectId};

use crate::catalog::{Edition, Requirement};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::Members;
use crate::questionnaire::Target;
use crate::score_range::ScoreRange;
pub(crate) use response::evidence_lines;
use size_limit::SizeBudget;
pub(crate) use validate::{before_month, before_year, check_date, day_number, is_address, is_date};

/// The largest headcount that is taken.
pub const MAX_HEADCOUNT: u32 = 10_000_000;

const NO_SUCH_DOCUMENT: &str = words!("error.document.edition");

/// Who is assessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Persons doing work under the organisation's control in the scope, 1 to [`MAX_HEADCOUNT`].
    pub headcount: Option<u32>,
    /// The scope of the ISMS in a few words.
    pub scope: String,
    unknown: Members,
}

/// The head of the Statement of Applicability.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statement {
    /// Its version.
    pub version: String,
    /// Who approved it.
    pub approver: String,
    /// When it was approved, `YYYY-MM-DD`.
    pub date: String,
    unknown: Members,
}

/// The overall score at a moment, kept to compare with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// When it was taken (RFC 3339).
    pub at: String,
    /// Its name.
    pub label: String,
    /// The method by which it was scored; none in a file from before methods were noted, which means `readiness/1`.
    pub method: Option<String>,
    /// The overall score then.
    pub overall: ScoreRange,
    unknown_of_overall: Members,
    unknown: Members,
}

/// All answers of one organisation about one edition.
#[derive(Debug, Clone)]
pub struct Assessment {
    edition: Edition,
    target: Target,
    id: String,
    organisation: Organisation,
    assessor: String,
    created: String,
    modified: String,
    statement: Statement,
    // One place for each requirement, area and document of the edition, in catalog order.
    requirements: Vec<Response>,
    areas: Vec<Response>,
    documents: Vec<DocumentResponse>,
    snapshots: Vec<Snapshot>,
    unknown: Members,
    budget: SizeBudget,
}

impl PartialEq for Assessment {
    fn eq(&self, other: &Self) -> bool {
        // Named one by one, so that a field that is added cannot be forgotten here.
        let Self {
            edition,
            target,
            id,
            organisation,
            assessor,
            created,
            modified,
            statement,
            requirements,
            areas,
            documents,
            snapshots,
            unknown,
            budget: _,
        } = self;
        let texts =
            [(id, &other.id), (assessor, &other.assessor), (created, &other.created), (modified, &other.modified)];
        texts.into_iter().all(|(here, there)| here == there)
            && *edition == other.edition
            && *target == other.target
            && *organisation == other.organisation
            && *statement == other.statement
            && *requirements == other.requirements
            && *areas == other.areas
            && *documents == other.documents
            && *snapshots == other.snapshots
            && *unknown == other.unknown
    }
}

impl Eq for Assessment {}

impl Assessment {
    /// An assessment without answers, at the default target 3.
    pub fn new(edition: Edition) -> Self {
        let mut it = Self {
            edition,
            target: Target::default(),
            id: String::new(),
            organisation: Organisation::default(),
            assessor: String::new(),
            created: String::new(),
            modified: String::new(),
            statement: Statement::default(),
            requirements: Vec::new(),
            areas: Vec::new(),
            documents: Vec::new(),
            snapshots: Vec::new(),
            unknown: Members::new(),
            budget: SizeBudget::of_file(0),
        };
        it.requirements.resize_with(edition.requirement_count(), Response::default);
        it.areas.resize_with(edition.areas().len(), Response::default);
        it.documents.resize_with(edition.documents().count(), DocumentResponse::default);
        it
    }

    /// The edition it is about.
    #[must_use]
    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// The level that counts as full attainment.
    #[must_use]
    pub fn target(&self) -> Target {
        self.target
    }

    /// Its id; opaque, empty until somebody gives one.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Who is assessed.
    #[must_use]
    pub fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    /// Who answered.
    #[must_use]
    pub fn assessor(&self) -> &str {
        &self.assessor
    }

    /// When it was begun (RFC 3339), or empty.
    #[must_use]
    pub fn created(&self) -> &str {
        &self.created
    }

    /// When it was last changed (RFC 3339), or empty.
    #[must_use]
    pub fn modified(&self) -> &str {
        &self.modified
    }

    /// The head of the Statement of Applicability.
    #[must_use]
    pub fn statement(&self) -> &Statement {
        &self.statement
    }

    /// Scores kept to compare with, oldest first.
    #[must_use]
    pub fn snapshots(&self) -> &[Snapshot] {
        &self.snapshots
    }

    /// What was said about a requirement itself; not what its area says.
    #[must_use]
    pub fn response(&self, requirement: Requirement) -> &Response {
        self.requirements.get(requirement.index()).unwrap_or(&response::NO_RESPONSE)
    }

    /// What was said about an area, by its place in [`Edition::areas`].
    #[must_use]
    pub fn area_response(&self, index: usize) -> &Response {
        self.areas.get(index).unwrap_or(&response::NO_RESPONSE)
    }

    /// What was said about a document, by its place among [`Edition::documents`].
    #[must_use]
    pub fn document_response(&self, index: usize) -> &DocumentResponse {
        self.documents.get(index).unwrap_or(&response::NO_DOCUMENT)
    }

    /// The place of a document among those of the edition.
    ///
    /// # Errors
    /// `unknown-id`.
    pub fn document_index(&self, key: impl AsRef<str>) -> Result<usize, ReadinessError> {
        let key = key.as_ref();
        self.edition
            .documents()
            .position(|document| document.key == key)
            .ok_or_else(|| ReadinessError::new(ErrorCode::UnknownId, key, NO_SUCH_DOCUMENT))
    }

    /// The answer that counts for a requirement: its own, else that of its area.
    #[must_use]
    pub fn effective_answer(&self, requirement: Requirement) -> EffectiveAnswer {
        match self.response(requirement).answer() {
            Some(answer) => EffectiveAnswer { answer: Some(answer), provisional: false },
            None => {
                let answer = self.area_response(requirement.area_index()).answer();
                EffectiveAnswer { answer, provisional: answer.is_some() }
            }
        }
    }
}

/// The answer that counts for a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EffectiveAnswer {
    /// The answer, if there is one.
    pub answer: Option<Answer>,
    /// Whether it comes from the quick question of its area.
    pub provisional: bool,
}
