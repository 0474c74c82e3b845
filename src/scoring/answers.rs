use crate::assessment::{Answer, Assessment, DocumentStatus, EffectiveAnswer};
use crate::catalog::{Document, Edition, Required, Requirement};
use crate::questionnaire::Target;

/// What the method looks at: the effective answers and the states of documents, without notes and names. Cheap to
/// copy, so that "what if" can change one of them.
#[derive(Debug, Clone)]
pub struct Answers {
    pub(super) edition: Edition,
    pub(super) target: Target,
    requirements: Vec<EffectiveAnswer>,
    documents: Vec<Option<DocumentStatus>>,
}

impl Answers {
    /// The answers of an assessment.
    pub fn of(assessment: &Assessment) -> Self {
        let edition = assessment.edition();
        let (mut requirements, mut documents) = (Vec::new(), Vec::new());
        for requirement in edition.requirements() {
            requirements.push(assessment.effective_answer(requirement));
        }
        for index in 0..edition.documents().count() {
            documents.push(assessment.document_response(index).status());
        }
        Self { edition, target: assessment.target(), requirements, documents }
    }

    /// The answer that counts for a requirement.
    pub fn of_requirement(&self, requirement: Requirement) -> EffectiveAnswer {
        self.at(requirement.index())
    }

    pub(super) fn at(&self, index: usize) -> EffectiveAnswer {
        self.requirements.get(index).copied().unwrap_or(EffectiveAnswer { answer: None, provisional: false })
    }

    pub(super) fn document(&self, index: usize) -> Option<DocumentStatus> {
        self.documents.get(index).copied().flatten()
    }

    pub(super) fn set(&mut self, index: usize, answer: Answer) {
        if let Some(place) = self.requirements.get_mut(index) {
            *place = EffectiveAnswer { answer: Some(answer), provisional: false };
        }
    }

    /// Gives an area's answer to those of its requirements that have none of their own.
    pub(super) fn set_area(&mut self, area: usize, answer: Answer) {
        for requirement in self.edition.requirements().filter(|r| r.area_index() == area) {
            if let Some(place) = self.requirements.get_mut(requirement.index())
                && (place.answer.is_none() || place.provisional)
            {
                *place = EffectiveAnswer { answer: Some(answer), provisional: true };
            }
        }
    }

    pub(super) fn set_document(&mut self, index: usize, status: DocumentStatus) {
        if let Some(place) = self.documents.get_mut(index) {
            *place = Some(status);
        }
    }

    /// Whether a requirement counts; a control without an answer does.
    pub(super) fn is_applicable(&self, index: usize) -> bool {
        self.at(index).answer != Some(Answer::NotApplicable)
    }

    /// Whether a requirement that a document refers to counts.
    fn applies(&self, id: &str) -> bool {
        self.edition.requirement(id).is_some_and(|requirement| self.is_applicable(requirement.index()))
    }

    /// The references of an `if-applicable` document that make it required.
    pub(super) fn applicable_refs(&self, document: &Document) -> Vec<&'static str> {
        let mut refs = Vec::new();
        for id in document.refs(self.edition) {
            if self.applies(id) {
                refs.push(*id);
            }
        }
        refs
    }

    /// Whether a document is required.
    pub fn is_required(&self, document: &Document) -> bool {
        match document.required {
            Required::Always => true,
            Required::IfApplicable => document.refs(self.edition).iter().any(|id| self.applies(id)),
        }
    }
}
