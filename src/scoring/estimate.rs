use super::{Scores, WHOLE};
use crate::assessment::Assessment;
use crate::catalog;
use crate::json::json_object;

/// Rules of thumb for time and audit days. Labelled so wherever they are shown: neither is a promise.
///
/// Months follow common experience by size (within the widespread window of 3 to 12 months); audit days are the gross
/// audit time that ISO/IEC 27006 gives certification bodies by headcount, of which stage 1 takes about a third.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// A place in the window of months, in tenths of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likely {
    /// If all that is open turns out badly.
    pub high: u32,
    /// If all that is open turns out well.
    pub low: u32,
}

json_object! {
    Likely { high, low }
}

/// Gross audit time in tenths of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditTime {
    /// Stage 1: about a third, rounded to half days.
    pub stage1: u32,
    /// Stage 2: the rest.
    pub stage2: u32,
    /// Both stages.
    pub total: u32,
}

json_object! {
    AuditTime { stage1, stage2, total }
}

/// Windows by size: largest headcount, months from, months to.
const WINDOWS: [(u32, u32, u32); 5] = [(10, 3, 5), (50, 4, 7), (250, 6, 9), (1000, 8, 12), (u32::MAX, 10, 12)];

impl Estimate {
    /// The estimate for an assessment with a headcount; none without.
    pub fn of(assessment: &Assessment) -> Option<Self> {
        let headcount = assessment.organisation().headcount?;
        let (_, from, to) = WINDOWS.into_iter().find(|(largest, _, _)| headcount <= *largest)?;
        let overall = Scores::of(assessment).overall();
        let width = to.saturating_sub(from).saturating_mul(10);
        let place = |missing: u16| {
            let part = width.saturating_mul(u32::from(missing)).checked_div(u32::from(WHOLE)).unwrap_or(0);
            from.saturating_mul(10).saturating_add(part)
        };
        let likely = Likely {
            low: place(WHOLE.saturating_sub(overall.high())),
            high: place(WHOLE.saturating_sub(overall.low())),
        };
        Some(Self {
            headcount,
            months: Months { from, to, and_more: headcount > 1000, likely },
            audit_days: catalog::audit_days(headcount).map(|band| {
                let stage1 = band.tenths.saturating_mul(2).saturating_add(15).wrapping_div(30).saturating_mul(5);
                AuditTime { total: band.tenths, stage1, stage2: band.tenths.saturating_sub(stage1) }
            }),
        })
    }
}
