use super::answers::{Answers, Standing};
use crate::assessment::{Assessment, DocumentStatus};
use crate::catalog::constants::{CLAUSES_WEIGHT, CONFORMITY_LEVEL, CONTROLS_WEIGHT, DOCUMENTS_WEIGHT};
use crate::score_range::{ScoreRange, basis_points};

/// The three parts of the overall score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The clause requirements.
    Clauses,
    /// The controls of Annex A.
    Controls,
    /// The required documents.
    Documents,
}

impl Part {
    /// All parts, in catalog order.
    pub const ALL: [Self; 3] = [Self::Clauses, Self::Controls, Self::Documents];

    /// Its weight in the overall score, of 100.
    #[must_use]
    pub fn weight(self) -> u8 {
        match self {
            Self::Clauses => CLAUSES_WEIGHT,
            Self::Controls => CONTROLS_WEIGHT,
            Self::Documents => DOCUMENTS_WEIGHT,
        }
    }
}

/// What one item attains of what it can attain, in units of its part: a requirement in `weight × 1/3`, a document in
/// `1/2`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Attained {
    pub(super) low: u64,
    pub(super) high: u64,
    pub(super) full: u64,
}

impl Attained {
    /// What a requirement attains of a level; none where it is not applicable.
    fn of_requirement(standing: Standing, weight: u32, full_level: u8) -> Option<Self> {
        if !standing.is_applicable() {
            return None;
        }
        let units = |level: u8| u64::from(weight).saturating_mul(u64::from(level.min(full_level)));
        let full = units(full_level);
        Some(match (standing.answer, standing.level()) {
            (None, _) => Self { low: 0, high: full, full },
            (_, None) => Self { low: 0, high: 0, full },
            (_, Some(level)) => Self { low: units(level), high: units(level), full },
        })
    }

    fn of_document(status: Option<DocumentStatus>) -> Self {
        let known = |units| Self { low: units, high: units, full: 2 };
        match status {
            Some(DocumentStatus::Missing) => known(0),
            Some(DocumentStatus::Draft) => known(1),
            Some(DocumentStatus::InForce) => known(2),
            None => Self { low: 0, high: 2, full: 2 },
        }
    }

    /// What is still to be gained for certain.
    pub(super) fn missing(self) -> u64 {
        self.full.saturating_sub(self.low)
    }

    fn add(&mut self, item: Self) {
        self.low = self.low.saturating_add(item.low);
        self.high = self.high.saturating_add(item.high);
        self.full = self.full.saturating_add(item.full);
    }

    /// The mean of a sum; none of an empty set.
    fn mean(self) -> Option<ScoreRange> {
        (self.full > 0).then(|| ScoreRange::new(basis_points(self.low, self.full), basis_points(self.high, self.full)))
    }
}

/// All scores of an assessment.
#[derive(Debug, Clone)]
pub struct Scores {
    requirements: Vec<Option<Attained>>,
    documents: Vec<Option<Attained>>,
    clause_requirements: usize,
    parts: [Attained; 3],
}

impl Scores {
    /// The scores of an assessment.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        Self::of_answers(&Answers::of(assessment))
    }

    /// The scores of a set of answers: full is conformity.
    #[must_use]
    pub fn of_answers(answers: &Answers) -> Self {
        Self::up_to(answers, CONFORMITY_LEVEL)
    }

    /// The overall score with the assessment's own target as what is full; none where the target is not above
    /// conformity.
    #[must_use]
    pub fn ambition(answers: &Answers) -> Option<ScoreRange> {
        let target = answers.ambition.number();
        (target > CONFORMITY_LEVEL).then(|| Self::up_to(answers, target).overall())
    }

    fn up_to(answers: &Answers, full_level: u8) -> Self {
        let outline = answers.outline;
        let [mut in_clauses, mut in_controls, mut in_documents] = [Attained::default(); 3];
        let mut requirements = Vec::with_capacity(outline.requirements.len());
        for (standing, row) in answers.standings().iter().zip(&outline.requirements) {
            let attained = Attained::of_requirement(*standing, row.weight, full_level);
            let part = if row.gravity.is_some() { &mut in_clauses } else { &mut in_controls };
            part.add(attained.unwrap_or_default());
            requirements.push(attained);
        }
        let mut documents = Vec::with_capacity(outline.documents.len());
        for index in 0..outline.documents.len() {
            let attained = answers.is_required(index).then(|| Attained::of_document(answers.document(index)));
            in_documents.add(attained.unwrap_or_default());
            documents.push(attained);
        }
        let clause_requirements = outline.clause_requirements;
        Self { requirements, documents, clause_requirements, parts: [in_clauses, in_controls, in_documents] }
    }

    fn sum(&self, part: Part) -> Attained {
        let [clauses, controls, documents] = self.parts;
        match part {
            Part::Clauses => clauses,
            Part::Controls => controls,
            Part::Documents => documents,
        }
    }

    /// The score of a part. No part is ever empty: some controls cannot be excluded, and some documents are always
    /// required.
    #[must_use]
    pub fn part(&self, part: Part) -> Option<ScoreRange> {
        self.sum(part).mean()
    }

    /// What one unit of a part is worth, as a fraction of the whole over [`Self::denominator`]: the weight of the part
    /// times the full units of the others.
    pub(super) fn worth(&self, part: Part) -> u64 {
        let mut worth = u64::from(part.weight());
        for other in Part::ALL {
            if other != part {
                worth = worth.saturating_mul(self.sum(other).full);
            }
        }
        worth
    }

    /// What the whole is, in the fractions of [`Self::worth`].
    pub(super) fn denominator(&self) -> u64 {
        let mut product = 100_u64;
        for part in Part::ALL {
            product = product.saturating_mul(self.sum(part).full);
        }
        product
    }

    /// The overall score: the mean of the parts by their weights.
    #[must_use]
    pub fn overall(&self) -> ScoreRange {
        let (mut low, mut high) = (0_u64, 0_u64);
        for part in Part::ALL {
            let (worth, sum) = (self.worth(part), self.sum(part));
            low = low.saturating_add(worth.saturating_mul(sum.low));
            high = high.saturating_add(worth.saturating_mul(sum.high));
        }
        let whole = self.denominator();
        ScoreRange::new(basis_points(low, whole), basis_points(high, whole))
    }

    /// The low end of the overall score if an item of a part attained so many units more.
    pub(super) fn low_with(&self, part: Part, units: u64) -> u16 {
        let mut low = self.worth(part).saturating_mul(units);
        for part in Part::ALL {
            low = low.saturating_add(self.worth(part).saturating_mul(self.sum(part).low));
        }
        basis_points(low, self.denominator())
    }

    pub(super) fn attained(&self, index: usize) -> Option<Attained> {
        self.requirements.get(index).copied().flatten()
    }

    pub(super) fn attained_by_document(&self, index: usize) -> Option<Attained> {
        self.documents.get(index).copied().flatten()
    }

    /// The score of one requirement, by its place in catalog order; none if it is not applicable.
    #[must_use]
    pub fn requirement(&self, index: usize) -> Option<ScoreRange> {
        self.attained(index)?.mean()
    }

    /// The score of those requirements whose places are within a set; none if nothing in it is applicable.
    pub fn of_set(&self, within: &dyn Fn(usize) -> bool) -> Option<ScoreRange> {
        let mut sum = Attained::default();
        for (index, attained) in self.requirements.iter().enumerate() {
            if within(index) {
                sum.add(attained.unwrap_or_default());
            }
        }
        sum.mean()
    }

    /// All items in catalog order with their parts; none where nothing can be scored.
    pub(super) fn items(&self) -> Vec<Option<(Part, Attained)>> {
        let mut items = Vec::new();
        for (index, attained) in self.requirements.iter().enumerate() {
            let part = if index < self.clause_requirements { Part::Clauses } else { Part::Controls };
            items.push(attained.map(|attained| (part, attained)));
        }
        for attained in &self.documents {
            items.push(attained.map(|attained| (Part::Documents, attained)));
        }
        items
    }
}
