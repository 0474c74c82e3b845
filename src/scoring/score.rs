use super::answers::Answers;
use super::interval::{Interval, basis_points};
use crate::assessment::{Answer, Assessment, DocumentStatus};
use crate::catalog::Edition;

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
    pub(super) fn add(&mut self, item: Attained, unit: u64) {
        self.low = self.low.saturating_add(item.low);
        self.high = self.high.saturating_add(item.high);
        self.full = self.full.saturating_add(unit);
    }

    /// The mean; none of an empty set.
    pub(super) fn mean(self) -> Option<Interval> {
        (self.full > 0).then(|| Interval::new(basis_points(self.low, self.full), basis_points(self.high, self.full)))
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

        let requirements = (0..edition.requirement_count())
            .map(|index| {
                let attained = match answers.at(index).answer {
                    Some(Answer::Level(level)) => {
                        let units = u64::from(level.number()).min(unit);
                        Attained { low: units, high: units }
                    }
                    Some(Answer::Unknown) => Attained { low: 0, high: 0 },
                    Some(Answer::NotApplicable) => return None,
                    None => Attained { low: 0, high: unit },
                };
                if index < clauses { &mut in_clauses } else { &mut in_controls }.add(attained, unit);
                Some(attained)
            })
            .collect();

        let documents = edition
            .documents()
            .enumerate()
            .map(|(index, document)| {
                if !answers.is_required(document) {
                    return None;
                }
                let attained = match answers.document(index) {
                    Some(DocumentStatus::Missing) => Attained { low: 0, high: 0 },
                    Some(DocumentStatus::Draft) => Attained { low: 1, high: 1 },
                    Some(DocumentStatus::InForce) => Attained { low: DOCUMENT_UNIT, high: DOCUMENT_UNIT },
                    None => Attained { low: 0, high: DOCUMENT_UNIT },
                };
                in_documents.add(attained, DOCUMENT_UNIT);
                Some(attained)
            })
            .collect();

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
    pub fn part(&self, part: Part) -> Option<Interval> {
        self.sum(part).mean()
    }

    /// What one unit of a part is worth, as a fraction of the whole over [`Self::denominator`]: the weight of the part
    /// times the full units of every other part that has any.
    pub(super) fn worth(&self, part: Part) -> u64 {
        if self.sum(part).full == 0 {
            return 0;
        }
        let others = Part::ALL.into_iter().filter(|other| *other != part).map(|other| self.sum(other).full.max(1));
        others.fold(u64::from(part.weight()), u64::saturating_mul)
    }

    /// What the whole is, in the fractions of [`Self::worth`].
    pub(super) fn denominator(&self) -> u64 {
        let present = Part::ALL.into_iter().filter(|part| self.sum(*part).full > 0);
        let weights = present.fold(0_u64, |sum, part| sum.saturating_add(u64::from(part.weight())));
        Part::ALL.into_iter().fold(weights, |product, part| product.saturating_mul(self.sum(part).full.max(1)))
    }

    /// The overall score: the mean of the parts by their weights. A part without items gives its weight to the others.
    pub fn overall(&self) -> Interval {
        let end = |units: fn(Sum) -> u64| {
            let numerator = Part::ALL
                .into_iter()
                .fold(0_u64, |sum, part| sum.saturating_add(self.worth(part).saturating_mul(units(self.sum(part)))));
            basis_points(numerator, self.denominator())
        };
        Interval::new(end(|sum| sum.low), end(|sum| sum.high))
    }

    /// The score of one requirement, by its place in catalog order; none if it is not applicable.
    pub fn requirement(&self, index: usize) -> Option<Interval> {
        let mut sum = Sum::default();
        sum.add(self.attained(index)?, self.unit);
        sum.mean()
    }

    fn attained(&self, index: usize) -> Option<Attained> {
        self.requirements.get(index).copied().flatten()
    }

    /// The score of a set of requirements, by their places in catalog order; none if nothing in it is applicable.
    pub fn of_set(&self, indexes: impl Iterator<Item = usize>) -> Option<Interval> {
        let mut sum = Sum::default();
        for attained in indexes.filter_map(|index| self.attained(index)) {
            sum.add(attained, self.unit);
        }
        sum.mean()
    }

    /// All items in catalog order: part, both ends, units of full attainment; none where nothing can be scored.
    pub(super) fn items(&self) -> impl Iterator<Item = Option<(Part, Attained, u64)>> {
        let clauses = self.edition.clause_requirements();
        let requirements = self.requirements.iter().enumerate().map(move |(index, attained)| {
            let part = if index < clauses { Part::Clauses } else { Part::Controls };
            attained.map(|attained| (part, attained, self.unit))
        });
        let documents =
            self.documents.iter().map(|attained| attained.map(|attained| (Part::Documents, attained, DOCUMENT_UNIT)));
        requirements.chain(documents)
    }
}
