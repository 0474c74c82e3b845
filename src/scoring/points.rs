//! Where the overall score comes from: what each item earned, holds open and lost, in whole basis points.
//!
//! Each column is apportioned by largest remainder, ties to the earlier item, so that the columns sum to what the page
//! prints: earned to `overall.low`, open to `high − low`, lost to `10000 − high`, exactly.

use super::{Scores, WHOLE};
use serde::Serialize;

/// What one item contributes to the overall score, in basis points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Points {
    /// What it adds to the low end.
    pub earned: u16,
    /// What it can no longer add while its answer stands.
    pub lost: u16,
    /// What its missing answer leaves open.
    pub open: u16,
}

/// The points of every item in catalog order: clause requirements, controls, documents. None where nothing can be
/// scored: not applicable, or not required.
pub fn points(scores: &Scores) -> Vec<Option<Points>> {
    let overall = scores.overall();
    let denominator = scores.denominator();
    let column = |units: fn(u64, u64, u64) -> u64, total: u16| {
        let shares: Vec<u64> = scores
            .items()
            .map(|item| match item {
                Some((part, attained, full)) => {
                    scores.worth(part).saturating_mul(units(attained.low, attained.high, full))
                }
                None => 0,
            })
            .collect();
        apportion(&shares, denominator, total)
    };
    let earned = column(|low, _, _| low, overall.low());
    let open = column(|low, high, _| high.saturating_sub(low), overall.high().saturating_sub(overall.low()));
    let lost = column(|_, high, full| full.saturating_sub(high), WHOLE.saturating_sub(overall.high()));
    scores
        .items()
        .zip(earned.into_iter().zip(open).zip(lost))
        .map(|(item, ((earned, open), lost))| item.map(|_| Points { earned, open, lost }))
        .collect()
}

/// Shares of `denominator` in whole basis points that sum to `total`: each gets its floor, and what is left goes one by
/// one to the largest remainders, the earlier first.
///
/// `total` is the exact sum rounded up or down (or the difference of two such roundings), so it is never under the sum
/// of the floors, and what is left never reaches an item without a remainder.
fn apportion(shares: &[u64], denominator: u64, total: u16) -> Vec<u16> {
    let scaled = |share: u64| share.saturating_mul(u64::from(WHOLE));
    let mut parts: Vec<u16> = shares
        .iter()
        .map(|share| u16::try_from(scaled(*share).checked_div(denominator).unwrap_or(0)).unwrap_or(WHOLE))
        .collect();
    let floors = parts.iter().fold(0_u16, |sum, part| sum.saturating_add(*part));
    let mut remainders: Vec<u64> =
        shares.iter().map(|share| scaled(*share).checked_rem(denominator).unwrap_or(0)).collect();
    for _ in floors..total {
        // The first of the largest: among ties the earlier item.
        let largest = remainders.iter().copied().max().unwrap_or(0);
        for (part, remainder) in parts.iter_mut().zip(&mut remainders) {
            if *remainder == largest {
                *part = part.saturating_add(1);
                *remainder = 0;
                break;
            }
        }
    }
    parts
}
