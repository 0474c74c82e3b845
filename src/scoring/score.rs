use super::answers::Answers;
use crate::assessment::{Answer, Assessment, DocumentStatus};
use crate::catalog::{Edition, Requirement};
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

    /// Its weight in the overall score, of 100: the clauses are what an auditor certifies, Annex A supports risk
    /// treatment, and documents show both.
    pub fn weight(self) -> u8 {
        match self {
            Self::Clauses => 50,
            Self::Controls => 30,
            Self::Documents => 20,
        }
    }
}

/// Both ends of what one item attains, in units of its part: a requirement in `1/target`, a document in `1/2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attained {
    pub(super) low: u64,
    pub(super) high: u64,
}

/// The sum over a set of items.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    low: u64,
    high: u64,
    /// Units of full attainment of all items together.
    full: u64,
}

impl Sum {
    /// Adds an item; none is not applicable, and changes nothing.
    pub(super) fn add(&mut self, item: Option<Attained>, unit: u64) {
        let Some(item) = item else { return };
        self.low = self.low.saturating_add(item.low);
        self.high = self.high.saturating_add(item.high);
        self.full = self.full.saturating_add(unit);
    }

    /// The mean; none of an empty set.
    pub(super) fn mean(self) -> Option<ScoreRange> {
        (self.full > 0).then(|| ScoreRange::new(basis_points(self.low, self.full), basis_points(self.high, self.full)))
    }
}

/// All scores of an assessment.
#[derive(Debug, Clone)]
pub struct Scores {
    edition: Edition,
    unit: u64,
    requirements: Vec<Option<Attained>>,
    documents: Vec<Option<Attained>>,
    parts: [Sum; 3],
}

const DOCUMENT_UNIT: u64 = 2;

impl Scores {
    /// The scores of an assessment.
    pub fn of(assessment: &Assessment) -> Self {
        Self::of_answers(&Answers::of(assessment))
    }

    /// The scores of a set of answers.
    pub fn of_answers(answers: &Answers) -> Self {
        let edition = answers.edition;
        let unit = u64::from(answers.target.number());
        let clauses = edition.clause_requirements();
        let [mut in_clauses, mut in_controls, mut in_documents] = [Sum::default(); 3];

        let mut requirements = Vec::new();
        for index in 0..edition.requirement_count() {
            let attained = match answers.at(index).answer {
                Some(Answer::Level(level)) => {
                    let units = u64::from(level.number()).min(unit);
                    Some(Attained { low: units, high: units })
                }
                Some(Answer::Unknown) => Some(Attained { low: 0, high: 0 }),
                Some(Answer::NotApplicable) => None,
                None => Some(Attained { low: 0, high: unit }),
            };
            if index < clauses { &mut in_clauses } else { &mut in_controls }.add(attained, unit);
            requirements.push(attained);
        }

        let mut documents = Vec::new();
        for (index, document) in edition.documents().enumerate() {
            let attained = answers.is_required(document).then(|| match answers.document(index) {
                Some(DocumentStatus::Missing) => Attained { low: 0, high: 0 },
                Some(DocumentStatus::Draft) => Attained { low: 1, high: 1 },
                Some(DocumentStatus::InForce) => Attained { low: DOCUMENT_UNIT, high: DOCUMENT_UNIT },
                None => Attained { low: 0, high: DOCUMENT_UNIT },
            });
            in_documents.add(attained, DOCUMENT_UNIT);
            documents.push(attained);
        }

        Self { edition, unit, requirements, documents, parts: [in_clauses, in_controls, in_documents] }
    }

    fn sum(&self, part: Part) -> Sum {
        let [clauses, controls, documents] = self.parts;
        match part {
            Part::Clauses => clauses,
            Part::Controls => controls,
            Part::Documents => documents,
        }
    }

    /// The score of a part; none if nothing in it is applicable.
    pub fn part(&self, part: Part) -> Option<ScoreRange> {
        self.sum(part).mean()
    }

    /// What one unit of a part is worth, as a fraction of the whole over [`Self::denominator`]: the weight of the part
    /// times the full units of every other part that has any.
    pub(super) fn worth(&self, part: Part) -> u64 {
        if self.sum(part).full == 0 {
            return 0;
        }
        let mut worth = u64::from(part.weight());
        for other in Part::ALL {
            if other != part {
                worth = worth.saturating_mul(self.sum(other).full.max(1));
            }
        }
        worth
    }

    /// What the whole is, in the fractions of [`Self::worth`].
    pub(super) fn denominator(&self) -> u64 {
        let (mut weights, mut product) = (0_u64, 1_u64);
        for part in Part::ALL {
            let full = self.sum(part).full;
            if full > 0 {
                weights = weights.saturating_add(u64::from(part.weight()));
                product = product.saturating_mul(full);
            }
        }
        weights.saturating_mul(product)
    }

    /// The overall score: the mean of the parts by their weights. A part without items gives its weight to the others.
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

    /// The score of one requirement, by its place in catalog order; none if it is not applicable.
    pub fn requirement(&self, index: usize) -> Option<ScoreRange> {
        let mut sum = Sum::default();
        sum.add(self.attained(index), self.unit);
        sum.mean()
    }

    fn attained(&self, index: usize) -> Option<Attained> {
        self.requirements.get(index).copied().flatten()
    }

    /// The score of those requirements that are within a set; none if nothing in it is applicable.
    pub fn of_set(&self, within: &dyn Fn(Requirement) -> bool) -> Option<ScoreRange> {
        let mut sum = Sum::default();
        for requirement in self.edition.requirements() {
            if within(requirement) {
                sum.add(self.attained(requirement.index()), self.unit);
            }
        }
        sum.mean()
    }

    /// All items in catalog order: part, both ends, units of full attainment; none where nothing can be scored.
    pub(super) fn items(&self) -> Vec<Option<(Part, Attained, u64)>> {
        let clauses = self.edition.clause_requirements();
        let mut items = Vec::new();
        for (index, attained) in self.requirements.iter().enumerate() {
            let part = if index < clauses { Part::Clauses } else { Part::Controls };
            items.push(attained.map(|attained| (part, attained, self.unit)));
        }
        for attained in &self.documents {
            items.push(attained.map(|attained| (Part::Documents, attained, DOCUMENT_UNIT)));
        }
        items
    }
}
