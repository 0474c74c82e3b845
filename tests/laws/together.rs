//! What belongs together: the summary, the months and the report.

use crate::cases::cases;
use crate::second_way::{applicable, effective};
use crate::support::{Say, drafts};
use iso27001_readiness::assessment::{Assessment, OrganisationChange};
use iso27001_readiness::scoring::gates::State;
use iso27001_readiness::scoring::{Estimate, METHOD, Report, Summary};
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_summary_and_the_coverage_agree_with_the_report(draft in drafts()) {
        let assessment = draft.assessment();
        let (report, summary) = (Report::of(&assessment), Summary::of(&assessment));
        prop_assert_eq!((summary.overall, summary.coverage), (report.overall, report.coverage));
        prop_assert_eq!(summary.parts, report.parts);
        for (short, stage) in summary.stages.iter().zip(&report.stages) {
            let count = |wanted| u16::try_from(stage.gates.iter().filter(|gate| gate.state == wanted).count()).unwrap();
            let counts = [State::Met, State::Open, State::Undetermined].map(count);
            prop_assert_eq!((short.state, [short.met, short.open, short.undetermined]), (stage.state, counts));
        }
        prop_assert_eq!(summary.findings, report.findings);
        let answers: Vec<_> = effective(&draft).into_iter().zip(applicable(&draft)).collect();
        let count = |wanted: fn(Option<Say>, bool) -> bool| {
            answers.iter().filter(|((say, provisional), applies)| *applies && wanted(*say, *provisional)).count()
        };
        let applicable = count(|_, _| true);
        let answered = count(|say, provisional| say.is_some() && !provisional);
        let provisional = count(|_, provisional| provisional);
        let coverage = report.coverage;
        let counts = [coverage.applicable, coverage.answered, coverage.provisional, coverage.total].map(usize::from);
        prop_assert_eq!(counts, [applicable, answered, provisional, answers.len()]);
        prop_assert_eq!(report.method, METHOD);
        prop_assert_eq!(Estimate::of(&assessment), None, "no estimate without a headcount");
    }

    #[test]
    fn the_months_lie_in_their_window(draft in drafts(), headcount in 1..=10_000_000_u32) {
        let mut assessment = draft.assessment();
        assessment.set_organisation(OrganisationChange { headcount: Some(Some(headcount)), ..Default::default() }, "").unwrap();
        let estimate = Estimate::of(&assessment);
        prop_assert_eq!(estimate.is_some(), draft.edition.is_certifiable());
        let Some(estimate) = estimate else { return Ok(()) };
        let (months, likely) = (estimate.months, estimate.months.likely);
        prop_assert!(3 <= months.from && months.from <= months.to && months.to <= 12);
        prop_assert!(20 <= likely.low && likely.low <= likely.high && likely.high <= months.to * 10);
        if let Some(days) = estimate.audit_days {
            prop_assert_eq!(days.stage1 + days.stage2, days.total);
            for (part, numerator, denominator) in
                [(days.stage1_least, 1, 5), (days.stage1, 1, 3), (days.surveillance, 1, 3), (days.recertification, 2, 3)]
            {
                let exact = numerator * days.total;
                prop_assert!(part % 5 == 0 && denominator * part >= exact && denominator * part < exact + denominator * 5, "{:?}", days);
            }
        }
    }

    #[test]
    fn calls_and_a_file_with_the_same_answers_give_the_same_assessment(draft in drafts()) {
        let read = Assessment::parse(&draft.file().to_string()).unwrap();
        prop_assert_eq!(&read, &draft.assessment());
    }

    #[test]
    fn the_report_as_text_is_canonical(draft in drafts()) {
        let report = Report::of(&draft.assessment());
        // Its names are ASCII, so the order of serde_json's map is that of RFC 8785.
        prop_assert_eq!(report.to_json(), serde_json::to_value(&report).unwrap().to_string());
    }
}
