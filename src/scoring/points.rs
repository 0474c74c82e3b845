//! Where the overall score comes from: what each item earned, holds open and lost, in whole basis points.
//!
//! Each column is apportioned by largest remainder, ties to the earlier item, so that the columns sum to what the page
//! prints: earned to `overall.low`, open to `high − low`, lost to `10000 − high`, exactly.

use super::score::Attained;
use super::{Scores, WHOLE};
use crate::json::json_object;

/// What one item contributes to the overall score, in basis points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Points {
    /// What it adds to the low end.
    pub earned: u16,
    /// What it can no longer add while its answer stands.
    pub lost: u16,
    /// What its missing answer leaves open.
    pub open: u16,
}

json_object! {
    Points { earned, lost, open }
}

/// The points of every item in catalog order: clause requirements, controls, documents. None where nothing can be
/// scored: not applicable, or not required.
#[must_use]
pub fn points(scores: &Scores) -> Vec<Option<Points>> {
    let overall = scores.overall();
    let denominator = scores.denominator();
    let items = scores.items();
    let column = |units: &dyn Fn(Attained) -> u64, total: u16| {
        let mut shares = Vec::new();
        for item in &items {
            shares.push(item.map_or(0, |(part, attained)| scores.worth(part).saturating_mul(units(attained))));
        }
        apportion(&shares, denominator, total)
    };
    let earned = column(&|attained| attained.low, overall.low());
    let open =
        column(&|attained| attained.high.saturating_sub(attained.low), overall.high().saturating_sub(overall.low()));
    let lost = column(&|attained| attained.full.saturating_sub(attained.high), WHOLE.saturating_sub(overall.high()));
    let mut points = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let of = |column: &[u16]| column.get(index).copied().unwrap_or(0);
        points.push(item.map(|_| Points { earned: of(&earned), open: of(&open), lost: of(&lost) }));
    }
    points
}

/// Shares of `denominator` in whole basis points that sum to `total`: each gets its floor, and what is left goes one by
/// one to the largest remainders, the earlier first.
///
/// `total` is the exact sum rounded up or down (or the difference of two such roundings), so it is never under the sum
/// of the floors, and what is left never reaches an item without a remainder.
fn apportion(shares: &[u64], denominator: u64, total: u16) -> Vec<u16> {
    let (mut parts, mut remainders) = (Vec::new(), Vec::new());
    let mut floors = 0_u16;
    for share in shares {
        let scaled = share.saturating_mul(u64::from(WHOLE));
        let floor = u16::try_from(scaled.checked_div(denominator).unwrap_or(0)).unwrap_or(WHOLE);
        floors = floors.saturating_add(floor);
        parts.push(floor);
        remainders.push(scaled.checked_rem(denominator).unwrap_or(0));
    }
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
