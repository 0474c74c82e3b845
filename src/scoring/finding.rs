use super::answers::{Answers, Standing};
use crate::assessment::DocumentStatus;
use crate::catalog::Gravity;
use crate::catalog::constants::{CONFORMITY_LEVEL, UNDER_WAY_LEVEL};
use crate::json::{json_by_name, json_object};

/// What an auditor would likely write; a likelihood, never a pass or a fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Finding {
    /// Nothing: it conforms.
    None,
    /// To be found out before an auditor asks.
    Unclear,
    /// An opportunity for improvement.
    Opportunity,
    /// A minor nonconformity.
    Minor,
    /// A major nonconformity.
    Major,
}

json_by_name!(Finding);

impl Finding {
    /// Its name in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unclear => "unclear",
            Self::Opportunity => "opportunity",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// Of a requirement; none without an answer.
    fn of_requirement(standing: Standing, gravity: Option<Gravity>) -> Option<Self> {
        standing.answer?;
        if standing.is_unknown() {
            return Some(Self::Unclear);
        }
        let Some(level) = standing.level() else { return Some(Self::None) };
        if level >= CONFORMITY_LEVEL {
            return Some(Self::None);
        }
        Some(match gravity {
            None if standing.planned && !standing.refused => Self::Opportunity,
            None => Self::Minor,
            _ if level >= UNDER_WAY_LEVEL => Self::Minor,
            Some(Gravity::Core) => Self::Major,
            Some(Gravity::Normal) if level == 0 => Self::Major,
            Some(_) => Self::Minor,
        })
    }

    /// Of a required document; none without a status.
    fn of_document(status: Option<DocumentStatus>, core: bool) -> Option<Self> {
        Some(match status? {
            DocumentStatus::InForce => Self::None,
            DocumentStatus::Missing if core => Self::Major,
            DocumentStatus::Draft | DocumentStatus::Missing => Self::Minor,
        })
    }
}

/// How many findings of each sort there are, documents counted in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct FindingCounts {
    /// Likely majors, without the accumulated.
    pub major: u16,
    /// Likely minors.
    pub minor: u16,
    /// Opportunities for improvement.
    pub opportunity: u16,
    /// What is to be found out.
    pub unclear: u16,
}

json_object! {
    FindingCounts { major, minor, opportunity, unclear }
}

/// The findings of every item, in catalog order.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Findings {
    /// Of every requirement.
    pub requirements: Vec<Option<Finding>>,
    /// Of every document; none where it is not required.
    pub documents: Vec<Option<Finding>>,
}

impl Findings {
    /// The findings of a set of answers.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        let outline = answers.outline;
        let mut requirements = Vec::with_capacity(outline.requirements.len());
        for (standing, row) in answers.standings().iter().zip(&outline.requirements) {
            requirements.push(Finding::of_requirement(*standing, row.gravity));
        }
        let mut documents = Vec::with_capacity(outline.documents.len());
        for (index, row) in outline.documents.iter().enumerate() {
            let required = answers.is_required(index);
            let finding = Finding::of_document(answers.document(index), row.document.core);
            documents.push(if required { finding } else { None });
        }
        Self { requirements, documents }
    }

    pub(super) fn requirement(&self, index: usize) -> Option<Finding> {
        self.requirements.get(index).copied().flatten()
    }

    pub(super) fn document(&self, index: usize) -> Option<Finding> {
        self.documents.get(index).copied().flatten()
    }

    /// How many there are.
    #[must_use]
    pub fn counts(&self) -> FindingCounts {
        let mut counts = FindingCounts::default();
        for finding in self.requirements.iter().chain(&self.documents) {
            let place = match finding {
                Some(Finding::Major) => &mut counts.major,
                Some(Finding::Minor) => &mut counts.minor,
                Some(Finding::Opportunity) => &mut counts.opportunity,
                Some(Finding::Unclear) => &mut counts.unclear,
                Some(Finding::None) | None => continue,
            };
            *place = place.saturating_add(1);
        }
        counts
    }
}

/// Whether it is a nonconformity, minor or major.
pub(super) fn is_nonconformity(finding: Option<Finding>) -> bool {
    matches!(finding, Some(Finding::Minor | Finding::Major))
}
