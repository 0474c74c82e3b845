use super::{Scores, WHOLE};
use crate::assessment::Assessment;
use crate::catalog::{self, Edition};
use crate::json::json_object;

/// Rules of thumb for time and audit days. Labelled so wherever they are shown: neither is a promise.
///
/// Months follow common experience by size (within the widespread window of 3 to 12 months); audit days are the gross
/// audit time that ISO/IEC 27006-1 gives certification bodies by headcount for initial audits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Estimate {
    /// Gross audit time; none beyond the table.
    pub audit_days: Option<AuditTime>,
    /// The headcount it is for.
    pub headcount: u32,
    /// Months to a certificate.
    pub months: Months,
}

json_object! {
    Estimate { audit_days as "auditDays", headcount, months }
}

/// Months to a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Months {
    /// Whether it can well take longer than the window.
    pub and_more: bool,
    /// Start of the window for this size, in months.
    pub from: u32,
    /// Where in the window the assessment lies.
    pub likely: Likely,
    /// End of the window for this size, in months.
    pub to: u32,
}

json_object! {
    Months { and_more as "andMore", from, likely, to }
}

/// Months that are likely still to go, in tenths of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Likely {
    /// If all that is open turns out badly.
    pub high: u32,
    /// If all that is open turns out well.
    pub low: u32,
}

json_object! {
    Likely { high, low }
}

/// Gross audit time in tenths of a day, in half days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuditTime {
    /// Recertification after three years: about two thirds.
    pub recertification: u32,
    /// Stage 1 at most: about a third.
    pub stage1: u32,
    /// Stage 1 at least: about a fifth.
    pub stage1_least: u32,
    /// Stage 2: what stage 1 leaves where it takes a third.
    pub stage2: u32,
    /// Each surveillance audit, in years one and two: about a third.
    pub surveillance: u32,
    /// Both stages of the first audit.
    pub total: u32,
}

json_object! {
    AuditTime { recertification, stage1, stage1_least as "stage1Least", stage2, surveillance, total }
}

/// Windows by size: largest headcount, months from, months to.
const WINDOWS: [(u32, u32, u32); 5] = [(10, 3, 6), (50, 4, 9), (250, 6, 12), (1000, 9, 12), (u32::MAX, 12, 12)];
/// The audits themselves and the decision.
const AUDIT_MONTHS: u32 = 2;

/// A fraction of audit time, rounded up to half days.
fn half_days(tenths: u32, numerator: u32, denominator: u32) -> u32 {
    let parts = tenths.saturating_mul(numerator);
    parts.div_ceil(denominator.saturating_mul(5).max(1)).saturating_mul(5)
}

impl Estimate {
    /// The estimate for an assessment with a headcount; none without, and none for 2013, which nobody certifies any more.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Option<Self> {
        if assessment.edition() == Edition::E2013 {
            return None;
        }
        let headcount = assessment.organisation().headcount?;
        let (_, from, to) = WINDOWS.into_iter().find(|(largest, _, _)| headcount <= *largest)?;
        let overall = Scores::of(assessment).overall();
        let likely = |months: u32, reached: u16| {
            let missing = u32::from(WHOLE.saturating_sub(reached));
            // Tenths of a month, of basis points: halves are rounded up.
            let tenths =
                months.saturating_sub(AUDIT_MONTHS).saturating_mul(missing).saturating_add(500).wrapping_div(1000);
            AUDIT_MONTHS.saturating_mul(10).saturating_add(tenths)
        };
        let likely = Likely { low: likely(from, overall.high()), high: likely(to, overall.low()) };
        Some(Self {
            headcount,
            months: Months { from, to, and_more: headcount > 1000, likely },
            audit_days: catalog::audit_days(headcount).map(|band| {
                let stage1 = half_days(band.tenths, 1, 3);
                AuditTime {
                    total: band.tenths,
                    stage1,
                    stage1_least: half_days(band.tenths, 1, 5),
                    stage2: band.tenths.saturating_sub(stage1),
                    surveillance: half_days(band.tenths, 1, 3),
                    recertification: half_days(band.tenths, 2, 3),
                }
            }),
        })
    }
}
