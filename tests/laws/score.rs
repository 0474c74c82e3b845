//! The score, by a second and slower way.

use crate::cases::cases;
use crate::report::{ends, ranges};
use crate::second_way::{Column, Share, items, mean, rounded, shares};
use crate::support::drafts;
use iso27001_readiness::WHOLE;
use iso27001_readiness::catalog::Requirement;
use iso27001_readiness::scoring::Report;
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn every_score_is_the_exact_mean_rounded_half_up_once(draft in drafts()) {
        let report = Report::of(&draft.assessment());
        let items = items(&draft);
        let (shares, whole) = shares(&items);
        let sum = |end: fn(&Share) -> u128| rounded(shares.iter().flatten().map(end).sum(), whole);
        prop_assert_eq!(ends(report.overall), (sum(|share| share.0), sum(|share| share.1)));
        let part = |wanted| mean(items.iter().flatten().copied().filter(move |item| item.part == wanted));
        let parts = [report.parts.clauses, report.parts.controls, report.parts.documents];
        prop_assert_eq!(parts.map(|score| score.map(ends)), [part(0), part(1), part(2)]);
        let requirements: Vec<Requirement> = draft.edition.requirements().collect();
        let of = |wanted: &dyn Fn(&Requirement) -> bool| {
            mean(requirements.iter().zip(&items).filter(|(r, _)| wanted(r)).filter_map(|(_, item)| *item))
        };
        for section in &report.sections {
            prop_assert_eq!(section.score.map(ends), of(&|r| r.section() == section.id), "{}", section.id);
        }
        for (index, area) in report.areas.iter().enumerate() {
            prop_assert_eq!(area.score.map(ends), of(&|r| r.area_index() == index), "{}", area.key);
        }
        for row in &report.requirements {
            prop_assert_eq!(row.score.map(ends), of(&|r| r.id() == row.id), "{}", row.id);
        }
    }

    #[test]
    fn an_interval_lies_in_order_within_0_and_10000(draft in drafts()) {
        let report = Report::of(&draft.assessment());
        for (name, score) in ranges(&report) {
            if let Some(score) = score {
                prop_assert!(score.low() <= score.high() && score.high() <= WHOLE, "{}: {:?}", name, score);
            }
        }
    }

    #[test]
    fn points_sum_exactly_and_none_is_a_basis_point_off(draft in drafts()) {
        let report = Report::of(&draft.assessment());
        let rows = report.requirements.iter().map(|row| row.points).chain(report.documents.iter().map(|row| row.points));
        let points: Vec<_> = rows.collect();
        let (shares, whole) = shares(&items(&draft));
        prop_assert_eq!(points.len(), shares.len());
        let (low, high) = ends(report.overall);
        let columns: [Column; 3] = [
            (|share| share.0, points.iter().map(|p| p.map_or(0, |p| p.earned)).collect(), low),
            (|share| share.1 - share.0, points.iter().map(|p| p.map_or(0, |p| p.open)).collect(), high - low),
            (|share| share.2 - share.1, points.iter().map(|p| p.map_or(0, |p| p.lost)).collect(), WHOLE - high),
        ];
        for (share, column, total) in columns {
            prop_assert_eq!(column.iter().copied().map(u32::from).sum::<u32>(), u32::from(total));
            let mut remainders = Vec::new();
            for (index, (part, of)) in column.iter().zip(&shares).enumerate() {
                let exact = of.as_ref().map_or(0, share) * 10_000;
                let over = u128::from(*part).checked_sub(exact / whole);
                prop_assert!(over == Some(0) || (over == Some(1) && exact % whole > 0), "{} of {}: {}", index, exact, part);
                remainders.push((std::cmp::Reverse(exact % whole), index, over == Some(1)));
            }
            // The largest remainders are rounded up, the earlier first.
            remainders.sort_unstable();
            prop_assert!(remainders.is_sorted_by(|a, b| a.2 >= b.2), "{:?}", remainders);
        }
        for (point, share) in points.iter().zip(&shares) {
            prop_assert_eq!(point.is_some(), share.is_some());
            if let (Some(point), Some((_, _, full))) = (point, share) {
                let sum = u128::from(point.earned) + u128::from(point.open) + u128::from(point.lost);
                prop_assert!((sum * whole).abs_diff(full * 10_000) < 2 * whole, "{:?} of {}/{}", point, full, whole);
            }
        }
    }
}
