use super::{Scores, WHOLE};
use crate::assessment::Assessment;
use crate::catalog;

/// Rules of thumb for time and audit days. Labelled so wherever they are shown: neither is a promise.
///
/// Months follow common experience by size (within the widespread window of 3 to 12 months); audit days are the gross
/// audit time that ISO/IEC 27006 gives certification bodies by headcount, of which stage 1 takes about a third.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// The headcount it is for.
    pub headcount: u32,
    /// Months to a certificate.
    pub months: Months,
    /// Gross audit time of both stages in tenths of a day; none beyond the table.
    pub audit_tenths: Option<u32>,
}

/// Months to a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Months {
    /// Start of the window for this size, in months.
    pub from: u32,
    /// End of the window for this size, in months.
    pub to: u32,
    /// Whether it can well take longer than the window.
    pub and_more: bool,
    /// Where in the window the assessment lies, in tenths of a month: if all that is open turns out well.
    pub likely_low: u32,
    /// Where in the window the assessment lies, in tenths of a month: if all that is open turns out badly.
    pub likely_high: u32,
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
        Some(Self {
            headcount,
            months: Months {
                from,
                to,
                and_more: headcount > 1000,
                likely_low: place(WHOLE.saturating_sub(overall.high())),
                likely_high: place(WHOLE.saturating_sub(overall.low())),
            },
            audit_tenths: catalog::audit_days(headcount).map(|band| band.tenths),
        })
    }

    /// Stage 1's share of the audit time, about a third, in tenths of a day rounded to halves of a day.
    pub fn stage_1_tenths(&self) -> Option<u32> {
        self.audit_tenths.map(|tenths| tenths.saturating_mul(2).saturating_add(15).wrapping_div(30).saturating_mul(5))
    }
}
