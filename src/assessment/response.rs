use super::{Answer, DocumentStatus};
use crate::json::{Members, json_by_name, json_object};
use crate::text::one_line;

/// What was said about one requirement or area.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Response {
    pub(super) answer: Option<Answer>,
    pub(super) reason: String,
    pub(super) note: String,
    pub(super) owner: String,
    pub(super) due: String,
    pub(super) evidence: Vec<EvidenceLink>,
    pub(super) inclusion: Inclusion,
    pub(super) provenance: Vec<String>,
    pub(super) modified: String,
    pub(super) unknown: Members,
}

impl Response {
    /// The answer, if one was given.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        self.answer
    }

    /// Why the control is not applicable. Not blank when the answer is [`Answer::NotApplicable`].
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// A note in the assessor's words.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.note
    }

    /// Who looks after it.
    #[must_use]
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// When it is to be done, `YYYY-MM-DD`, or empty.
    #[must_use]
    pub fn due(&self) -> &str {
        &self.due
    }

    /// Where the evidence is.
    #[must_use]
    pub fn evidence(&self) -> &[EvidenceLink] {
        &self.evidence
    }

    /// Why the control is in the Statement of Applicability.
    #[must_use]
    pub fn inclusion(&self) -> &Inclusion {
        &self.inclusion
    }

    /// Who answered what, where merged assessments differed: `"name: answer"`.
    #[must_use]
    pub fn provenance(&self) -> &[String] {
        &self.provenance
    }

    /// When it was last changed (RFC 3339), or empty.
    #[must_use]
    pub fn modified(&self) -> &str {
        &self.modified
    }
}

/// Stands for a place outside the edition, which no handle has.
pub(super) static NO_RESPONSE: Response = Response {
    answer: None,
    reason: String::new(),
    note: String::new(),
    owner: String::new(),
    due: String::new(),
    evidence: Vec::new(),
    inclusion: Inclusion { because: Vec::new(), note: String::new(), unknown: Members::new() },
    provenance: Vec::new(),
    modified: String::new(),
    unknown: Members::new(),
};

/// A pointer to evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EvidenceLink {
    /// Where it is: an address of http, https or mailto, or empty.
    pub href: String,
    /// What it is.
    pub label: String,
    pub(super) unknown: Members,
}

json_object! {
    EvidenceLink { href, label }
}

impl EvidenceLink {
    /// A pointer with a label and a place.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), unknown: Members::new() }
    }
}

/// Pointers to evidence as a cell of a sheet holds them: one a line, an address behind a label in angle brackets.
pub(crate) fn evidence_lines<'e>(links: impl IntoIterator<Item = &'e EvidenceLink>) -> String {
    let mut out = String::new();
    for link in links {
        let (label, href) = (one_line(&link.label), one_line(&link.href));
        if label.is_empty() && href.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&label);
        if label.is_empty() {
            out.push_str(&href);
        } else if !href.is_empty() {
            out.push_str(" <");
            out.push_str(&href);
            out.push('>');
        }
    }
    out
}

/// Why a control is in the Statement of Applicability.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inclusion {
    pub(super) because: Vec<InclusionReason>,
    pub(super) note: String,
    pub(super) unknown: Members,
}

impl Inclusion {
    /// The reasons, each at most once, in the order of [`InclusionReason::ALL`].
    #[must_use]
    pub fn because(&self) -> &[InclusionReason] {
        &self.because
    }

    /// What to say about them.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.note
    }
}

/// A reason for a control to be in the Statement of Applicability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum InclusionReason {
    /// Risk treatment needs it.
    Risk,
    /// A law or regulation asks for it.
    Law,
    /// A contract asks for it.
    Contract,
    /// Good practice, by choice.
    GoodPractice,
}

json_by_name!(InclusionReason);

impl InclusionReason {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Risk, Self::Law, Self::Contract, Self::GoodPractice];

    /// Its name in files: `risk`, `law`, `contract` or `good-practice`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Risk => "risk",
            Self::Law => "law",
            Self::Contract => "contract",
            Self::GoodPractice => "good-practice",
        }
    }

    /// The reason with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == name)
    }
}

/// What was said about one document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentResponse {
    pub(super) status: Option<DocumentStatus>,
    pub(super) owner: String,
    pub(super) href: String,
    pub(super) note: String,
    pub(super) unknown: Members,
}

impl DocumentResponse {
    /// Its state, if that was said.
    #[must_use]
    pub fn status(&self) -> Option<DocumentStatus> {
        self.status
    }

    /// Who looks after it.
    #[must_use]
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// Where it is: an address of http, https or mailto, or empty.
    #[must_use]
    pub fn href(&self) -> &str {
        &self.href
    }

    /// A note in the assessor's words.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.note
    }
}

/// Stands for a place outside the edition.
pub(super) static NO_DOCUMENT: DocumentResponse = DocumentResponse {
    status: None,
    owner: String::new(),
    href: String::new(),
    note: String::new(),
    unknown: Members::new(),
};
