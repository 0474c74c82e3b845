use super::outline::Outline;
use crate::assessment::{Answer, Assessment, DocumentStatus, EffectiveAnswer};
use crate::catalog::constants::UNUSUAL_EXCLUSIONS_PERCENT;
use crate::catalog::{Demand, Edition, ExclusionClass, Requirement};
use crate::questionnaire::Target;
use crate::text::is_blank;

/// What counts for a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Standing {
    /// The answer, as it was given: a refused exclusion is still one.
    pub answer: Option<Answer>,
    /// Whether it comes from the quick question of its area.
    pub provisional: bool,
    /// Whether it has an owner and a due date.
    pub planned: bool,
    /// Whether it is an exclusion that no auditor would accept.
    pub refused: bool,
}

const NOTHING: Standing = Standing { answer: None, provisional: false, planned: false, refused: false };

impl Standing {
    /// Whether it counts; a control without an answer, and one whose exclusion is refused, does.
    #[must_use]
    pub fn is_applicable(self) -> bool {
        self.answer != Some(Answer::NotApplicable) || self.refused
    }

    /// The level that counts: 0 where the exclusion is refused; none where nothing is known.
    #[must_use]
    pub fn level(self) -> Option<u8> {
        match self.answer? {
            Answer::Level(level) => Some(level.number()),
            Answer::NotApplicable if self.refused => Some(0),
            Answer::NotApplicable | Answer::Unknown => None,
        }
    }

    /// Whether it was asked, and nobody knows.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        self.answer == Some(Answer::Unknown)
    }
}

/// What the method looks at: the effective answers and the states of documents, without notes and names. Cheap to
/// copy, so that "what if" can change one of them.
#[derive(Debug, Clone)]
pub struct Answers {
    pub(super) edition: Edition,
    pub(super) ambition: Target,
    pub(super) outline: &'static Outline,
    requirements: Vec<Standing>,
    documents: Vec<Option<DocumentStatus>>,
}

impl Answers {
    /// The answers of an assessment.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        let edition = assessment.edition();
        let (mut requirements, mut documents) = (Vec::new(), Vec::new());
        for requirement in edition.requirements() {
            let EffectiveAnswer { answer, provisional } = assessment.effective_answer(requirement);
            let response = assessment.response(requirement);
            let planned = !is_blank(response.owner()) && !is_blank(response.due());
            requirements.push(Standing { answer, provisional, planned, refused: false });
        }
        for index in 0..edition.documents().count() {
            documents.push(assessment.document_response(index).status());
        }
        let ambition = assessment.target();
        let mut it = Self { edition, ambition, outline: Outline::of(edition), requirements, documents };
        it.refuse();
        it
    }

    /// Finds the exclusions that no auditor would accept: of what every organisation has, and all of the unusual ones
    /// where they are too many.
    fn refuse(&mut self) {
        let (mut unusual, mut unusual_excluded) = (0_u32, 0_u32);
        for (row, standing) in self.outline.requirements.iter().zip(&self.requirements) {
            if row.exclusion == Some(ExclusionClass::Rarely) {
                unusual = unusual.saturating_add(1);
                if standing.answer == Some(Answer::NotApplicable) {
                    unusual_excluded = unusual_excluded.saturating_add(1);
                }
            }
        }
        let too_many = unusual_excluded.saturating_mul(100) > unusual.saturating_mul(UNUSUAL_EXCLUSIONS_PERCENT);
        for (row, standing) in self.outline.requirements.iter().zip(&mut self.requirements) {
            standing.refused = standing.answer == Some(Answer::NotApplicable)
                && match row.exclusion {
                    Some(ExclusionClass::Never) => true,
                    Some(ExclusionClass::Rarely) => too_many,
                    Some(ExclusionClass::Often) | None => false,
                };
        }
    }

    /// What counts for a requirement.
    #[must_use]
    pub fn of_requirement(&self, requirement: Requirement) -> Standing {
        self.at(requirement.index())
    }

    pub(super) fn at(&self, index: usize) -> Standing {
        self.requirements.get(index).copied().unwrap_or(NOTHING)
    }

    /// Every requirement in catalog order.
    pub(super) fn standings(&self) -> &[Standing] {
        &self.requirements
    }

    pub(super) fn document(&self, index: usize) -> Option<DocumentStatus> {
        self.documents.get(index).copied().flatten()
    }

    /// Gives a requirement an answer of its own, or what stood there before; exclusions are judged anew.
    pub(super) fn set(&mut self, index: usize, answer: Option<Answer>, provisional: bool) {
        if let Some(place) = self.requirements.get_mut(index) {
            let judge = place.answer == Some(Answer::NotApplicable) || answer == Some(Answer::NotApplicable);
            (place.answer, place.provisional, place.refused) = (answer, provisional, false);
            if judge {
                self.refuse();
            }
        }
    }

    /// Gives an area's answer to those of its requirements that have none of their own.
    pub(super) fn set_area(&mut self, area: usize, answer: Answer) {
        for (row, place) in self.outline.requirements.iter().zip(&mut self.requirements) {
            if row.area == area && (place.answer.is_none() || place.provisional) {
                (place.answer, place.provisional) = (Some(answer), true);
            }
        }
        self.refuse();
    }

    pub(super) fn set_document(&mut self, index: usize, status: Option<DocumentStatus>) {
        if let Some(place) = self.documents.get_mut(index) {
            *place = status;
        }
    }

    /// Whether a requirement counts.
    pub(super) fn is_applicable(&self, index: usize) -> bool {
        self.at(index).is_applicable()
    }

    /// Whether the document at a place among those of the edition is required.
    #[must_use]
    pub fn is_required(&self, index: usize) -> bool {
        self.outline.documents.get(index).is_some_and(|row| match row.demand {
            Demand::Always => true,
            Demand::IfApplicable => row.controls.iter().any(|(control, _)| self.is_applicable(*control)),
            Demand::Usual => false,
        })
    }

    /// What makes a document required: its clauses, or the applicable controls; empty where nothing does.
    pub(super) fn because(&self, index: usize) -> Vec<&'static str> {
        let Some(row) = self.outline.documents.get(index) else { return Vec::new() };
        let mut because = Vec::new();
        match row.demand {
            Demand::Always => because.extend(row.document.refs(self.edition)),
            Demand::IfApplicable => {
                for (control, reference) in &row.controls {
                    if self.is_applicable(*control) {
                        because.push(*reference);
                    }
                }
            }
            Demand::Usual => {}
        }
        because
    }
}
