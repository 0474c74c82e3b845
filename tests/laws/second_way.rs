//! What the method says of answers, by a second and slower way.

use crate::support::{Draft, Say};
use iso27001_readiness::assessment::DocumentStatus;
use iso27001_readiness::catalog::{Demand, Document, ExclusionClass, Requirement};

/// The answer that counts for each requirement, with whether it is provisional, as the method defines it.
pub fn effective(draft: &Draft) -> Vec<(Option<Say>, bool)> {
    let own = draft.edition.requirements().zip(&draft.requirements);
    own.map(|(requirement, own)| match own {
        Some(say) => (Some(*say), false),
        None => {
            let say = draft.areas.get(requirement.area_index()).copied().flatten();
            (say, say.is_some())
        }
    })
    .collect()
}

/// An item that can be scored: its part, its weight, and what it attains at both ends, in sixths (which hold halves and
/// thirds).
#[derive(Clone, Copy)]
pub struct Item {
    pub part: usize,
    weight: u128,
    low: u128,
    high: u128,
}

const SIXTHS: u128 = 6;
const WEIGHTS: [u128; 3] = [50, 30, 20];

/// Which exclusions are refused.
pub fn refused(draft: &Draft) -> Vec<bool> {
    let excluded: Vec<_> = effective(draft).into_iter().map(|(say, _)| say == Some(Say::NotApplicable)).collect();
    let classes: Vec<_> = draft.edition.requirements().map(Requirement::exclusion).collect();
    let rarely = |(class, excluded): &(&Option<ExclusionClass>, &bool)| {
        (**class == Some(ExclusionClass::Rarely)).then_some(**excluded)
    };
    let rarely: Vec<_> = classes.iter().zip(&excluded).filter_map(|one| rarely(&one)).collect();
    let too_many = 4 * rarely.iter().filter(|excluded| **excluded).count() > rarely.len();
    let is_refused = |(class, excluded): (&Option<ExclusionClass>, &bool)| match class {
        Some(ExclusionClass::Never) => *excluded,
        Some(ExclusionClass::Rarely) => *excluded && too_many,
        _ => false,
    };
    classes.iter().zip(&excluded).map(is_refused).collect()
}

pub fn applicable(draft: &Draft) -> Vec<bool> {
    let answers = effective(draft).into_iter().zip(refused(draft));
    answers.map(|((say, _), refused)| say != Some(Say::NotApplicable) || refused).collect()
}

pub fn required(draft: &Draft) -> Vec<bool> {
    let applicable = applicable(draft);
    let applies = |id: &str| {
        draft.edition.requirement(id).is_some_and(|r| r.is_control() && applicable.get(r.index()) == Some(&true))
    };
    let documents = draft.edition.documents();
    let is_required = |document: &Document| match document.demand(draft.edition).unwrap() {
        Demand::Always => true,
        Demand::IfApplicable => document.refs(draft.edition).iter().any(|id| applies(id)),
        Demand::Usual => false,
    };
    documents.map(is_required).collect()
}

pub fn items(draft: &Draft) -> Vec<Option<Item>> {
    let answers = effective(draft).into_iter().zip(refused(draft));
    let requirements = draft.edition.requirements().zip(answers).map(|(requirement, ((say, _), refused))| {
        let (part, weight) = (usize::from(requirement.is_control()), u128::from(requirement.weight()));
        let item = |low, high| Some(Item { part, weight, low, high });
        match say {
            Some(Say::Level(level)) => {
                let attained = u128::try_from(level).unwrap().min(3) * SIXTHS / 3;
                item(attained, attained)
            }
            Some(Say::NotApplicable) if !refused => None,
            Some(Say::Unknown | Say::NotApplicable) => item(0, 0),
            None => item(0, SIXTHS),
        }
    });
    let documents = draft.documents.iter().zip(required(draft)).map(|(status, required)| {
        let (low, high) = match status {
            Some(DocumentStatus::Missing) => (0, 0),
            Some(DocumentStatus::Draft) => (SIXTHS / 2, SIXTHS / 2),
            Some(DocumentStatus::InForce) => (SIXTHS, SIXTHS),
            None => (0, SIXTHS),
        };
        required.then_some(Item { part: 2, weight: 1, low, high })
    });
    requirements.chain(documents).collect()
}

/// Half up, in basis points.
pub fn rounded(numerator: u128, denominator: u128) -> u16 {
    u16::try_from((2 * 10_000 * numerator + denominator) / (2 * denominator)).unwrap()
}

pub fn mean(items: impl Iterator<Item = Item>) -> Option<(u16, u16)> {
    let (mut low, mut high, mut count) = (0, 0, 0);
    for item in items {
        let weight = item.weight;
        (low, high, count) = (low + weight * item.low, high + weight * item.high, count + weight * SIXTHS);
    }
    (count > 0).then(|| (rounded(low, count), rounded(high, count)))
}

/// The low end, the high end and the full value of an item.
pub type Share = (u128, u128, u128);
/// A share of an item, the points of every item, and what they must add up to.
pub type Column = (fn(&Share) -> u128, Vec<u16>, u16);

/// For each item its share of the whole at both ends, and what the whole is in these shares.
pub fn shares(items: &[Option<Item>]) -> (Vec<Option<Share>>, u128) {
    let sum = |part| items.iter().flatten().filter(|item| item.part == part).map(|item| item.weight).sum::<u128>();
    let counts = [sum(0), sum(1), sum(2)];
    let product: u128 = counts.iter().product();
    let share = |item: Item| {
        let [weight, count] = [WEIGHTS.get(item.part), counts.get(item.part)].map(|place| *place.unwrap());
        let worth = weight * product / count * item.weight;
        (worth * item.low, worth * item.high, worth * SIXTHS)
    };
    (items.iter().map(|item| item.map(share)).collect(), 100 * product * SIXTHS)
}
