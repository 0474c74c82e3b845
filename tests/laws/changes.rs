//! Answers that change: what a change may move in the report, and what not.

use crate::cases::cases;
use crate::report::{ends, gate_states, ranges};
use crate::second_way::{applicable, effective, refused, required};
use crate::support::{Draft, Say, drafts};
use iso27001_readiness::ScoreRange;
use iso27001_readiness::assessment::{Answer, DocumentStatus, Subject};
use iso27001_readiness::catalog::{ExclusionClass, Requirement};
use iso27001_readiness::scoring::gates::State;
use iso27001_readiness::scoring::{Finding, Report, what_if, what_if_document};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// A level that is no lower. Nothing else has an order: an exclusion, no answer and "nobody knows" stay.
fn raised(say: Option<Say>, by: u8) -> Option<Say> {
    say.map(|say| match say {
        Say::Level(level) => Say::Level(level + i64::from(by) % (6 - level)),
        other => other,
    })
}

fn raised_status(status: Option<DocumentStatus>, by: u8) -> Option<DocumentStatus> {
    status.map(|status| match status {
        DocumentStatus::Missing if by.is_multiple_of(2) => DocumentStatus::Draft,
        _ => DocumentStatus::InForce,
    })
}

/// Which places of a draft a case changes, and how: none of them far more often than one.
fn changes() -> impl Strategy<Value = Vec<Option<u8>>> {
    (1..=100_u8, vec((0..100_u8, any::<u8>()), 140 + 37 + 31))
        .prop_map(|(share, places)| places.into_iter().map(|(n, by)| (n < share).then_some(by)).collect())
}

fn places<'a>(draft: &Draft, changes: &'a [Option<u8>]) -> [&'a [Option<u8>]; 3] {
    let (requirements, rest) = changes.split_at(draft.requirements.len());
    let (areas, documents) = rest.split_at(draft.areas.len());
    [requirements, areas, documents]
}

proptest! {
    #![proptest_config(cases())]

    // Raising is: a level → a higher one; a document further on; an owner and a date.
    #[test]
    fn raising_lowers_and_worsens_nothing(draft in drafts(), changes in changes()) {
        let mut higher = draft.clone();
        let [requirements, areas, documents] = places(&draft, &changes);
        for ((place, planned), by) in higher.requirements.iter_mut().zip(&mut higher.planned).zip(requirements) {
            if let Some(by) = by {
                *place = raised(*place, *by);
                *planned = *planned || by.is_multiple_of(3);
            }
        }
        for (place, by) in higher.areas.iter_mut().zip(areas) {
            if let Some(by) = by {
                *place = raised(*place, *by);
            }
        }
        for (place, by) in higher.documents.iter_mut().zip(documents) {
            if let Some(by) = by {
                *place = raised_status(*place, *by);
            }
        }
        let (before, after) = (Report::of(&draft.assessment()), Report::of(&higher.assessment()));
        for ((name, before), (_, after)) in ranges(&before).into_iter().zip(ranges(&after)) {
            let ends = |score: Option<ScoreRange>| score.map(ends).unwrap_or_default();
            prop_assert!(ends(after).0 >= ends(before).0 && ends(after).1 >= ends(before).1, "{}: {:?} {:?}", name, before, after);
        }
        for ((id, before), (_, after)) in gate_states(&before).into_iter().zip(gate_states(&after)) {
            prop_assert!(after <= before, "gate {}: {:?} {:?}", id, before, after);
        }
        for (before, after) in before.stages.iter().zip(&after.stages) {
            prop_assert!(after.state <= before.state, "stage {:?}", before.stage);
        }
        for (before, after) in before.requirements.iter().zip(&after.requirements) {
            prop_assert!(after.finding <= before.finding, "{}", before.id);
        }
        for (before, after) in before.documents.iter().zip(&after.documents) {
            prop_assert!(after.finding <= before.finding, "{}", before.key);
        }
        for one in &after.accumulated {
            let was = before.accumulated.iter().find(|was| (was.scope, was.id) == (one.scope, one.id));
            prop_assert!(was.is_some_and(|was| one.touched.iter().all(|index| was.touched.contains(index))), "{:?}", one);
        }
        prop_assert_eq!(after.coverage, before.coverage);
    }

    #[test]
    fn surplus_maturity_and_the_target_move_nothing_but_the_ambition(draft in drafts(), target in 1..=5_i64) {
        let mut other = draft.clone();
        other.target = target;
        for say in other.requirements.iter_mut().chain(&mut other.areas).flatten() {
            if let Say::Level(level) = say {
                *level = (*level).min(3);
            }
        }
        let (before, mut after) = (Report::of(&draft.assessment()), Report::of(&other.assessment()));
        prop_assert_eq!(after.ambition.map(|ambition| i64::from(ambition.target)), (target > 3).then_some(target));
        if let Some(ambition) = after.ambition {
            prop_assert!(ambition.score.low() <= after.overall.low() && ambition.score.high() <= after.overall.high());
        }
        after.ambition = before.ambition;
        for (row, was) in after.requirements.iter_mut().zip(&before.requirements) {
            row.answer = was.answer;
        }
        prop_assert_eq!(after, before);
    }

    #[test]
    fn provisional_answers_alone_make_nobody_ready(draft in drafts()) {
        let mut draft = draft;
        draft.requirements.fill(None);
        let report = Report::of(&draft.assessment());
        prop_assert!(report.stages.iter().all(|stage| stage.state != State::Met));
    }

    #[test]
    fn to_exclude_every_control_makes_nobody_ready(draft in drafts(), by_area in any::<bool>()) {
        let mut draft = draft;
        let edition = draft.edition;
        for requirement in edition.requirements() {
            let place = &mut draft.requirements[requirement.index()];
            *place = match requirement.is_control() {
                true if by_area => None,
                true => Some(Say::NotApplicable),
                false => Some(Say::Level(5)),
            };
        }
        for (area, place) in edition.areas().iter().zip(&mut draft.areas) {
            *place = area.holds_controls().then_some(Say::NotApplicable);
        }
        draft.documents.fill(Some(DocumentStatus::InForce));
        let report = Report::of(&draft.assessment());
        prop_assert!(report.stages.iter().all(|stage| stage.state == State::Open));
    }

    #[test]
    fn every_exclusion_is_refused_or_leaves_both_sides(draft in drafts()) {
        let report = Report::of(&draft.assessment());
        let expected = refused(&draft).into_iter().zip(applicable(&draft));
        for (row, (refused, applicable)) in report.requirements.iter().zip(expected) {
            prop_assert_eq!((row.refused, row.score.is_some(), row.points.is_some()), (refused, applicable, applicable), "{}", row.id);
            if refused {
                prop_assert_eq!((row.finding, row.score.map(ends)), (Some(Finding::Minor), Some((0, 0))), "{}", row.id);
            }
        }
    }

    #[test]
    fn the_findings_are_counted_with_the_documents(draft in drafts()) {
        let report = Report::of(&draft.assessment());
        let all = report.requirements.iter().map(|row| row.finding).chain(report.documents.iter().map(|row| row.finding));
        let all: Vec<_> = all.collect();
        let count = |wanted| u16::try_from(all.iter().filter(|finding| **finding == Some(wanted)).count()).unwrap();
        let counts = report.findings;
        prop_assert_eq!(
            [counts.major, counts.minor, counts.opportunity, counts.unclear],
            [Finding::Major, Finding::Minor, Finding::Opportunity, Finding::Unclear].map(count)
        );
        let documents = report.documents.iter().zip(required(&draft));
        for (row, required) in documents {
            prop_assert_eq!((row.required, row.finding.is_some()), (required, required && row.status.is_some()), "{}", row.key);
            prop_assert_eq!(row.because.is_empty(), !required, "{}", row.key);
        }
    }

    // One unusual exclusion too many refuses all of them, so this holds of the usual ones.
    #[test]
    fn a_usual_exclusion_moves_no_other_section(draft in drafts(), pick in any::<Index>()) {
        let edition = draft.edition;
        let mut excluded = draft.clone();
        let often: Vec<_> = edition.requirements().filter(|r| r.exclusion() == Some(ExclusionClass::Often)).collect();
        let control = *pick.get(&often);
        excluded.requirements[control.index()] = Some(Say::NotApplicable);
        let (before, after) = (Report::of(&draft.assessment()), Report::of(&excluded.assessment()));
        prop_assert_eq!(before.parts.clauses, after.parts.clauses);
        for (before, after) in before.sections.iter().zip(&after.sections).filter(|(row, _)| row.id != control.section()) {
            prop_assert_eq!(before, after);
        }
        let area = control.area().unwrap().key;
        for (before, after) in before.areas.iter().zip(&after.areas).filter(|(row, _)| row.key != area) {
            prop_assert_eq!(before, after);
        }
        for (before, after) in before.requirements.iter().zip(&after.requirements) {
            if control.id() != before.id {
                prop_assert_eq!((before.answer, before.score, before.finding), (after.answer, after.score, after.finding));
            }
        }
    }

    // "Not applicable" is left out: a control without an answer counts as applicable, so taking it out of both sides of
    // the mean can move the score past either end, and with it what documents are required. So is a new answer in place
    // of a provisional one: that was an answer, not an open item.
    #[test]
    fn whatever_the_open_items_turn_out_to_be_the_score_lies_in_the_interval(
        draft in drafts(), some in changes(), rest in changes(), by_area in any::<bool>()
    ) {
        let fill = |draft: &Draft, changes: &[Option<u8>], always: bool| {
            let mut next = draft.clone();
            let [requirements, areas, documents] = places(draft, changes);
            let say = |by: u8| if by >= 250 { Say::Unknown } else { Say::Level(i64::from(by % 6)) };
            let chosen = |by: &Option<u8>| if always { Some(by.unwrap_or(7)) } else { *by };
            if by_area {
                for (place, by) in next.areas.iter_mut().zip(areas).filter(|(place, _)| place.is_none()) {
                    *place = by.map(say);
                }
            }
            let answers = effective(&next);
            for ((place, by), (answer, _)) in next.requirements.iter_mut().zip(requirements).zip(answers) {
                if let (None, Some(by)) = (answer, chosen(by)) {
                    *place = Some(say(by));
                }
            }
            for (place, by) in next.documents.iter_mut().zip(documents).filter(|(place, _)| place.is_none()) {
                *place = chosen(by).map(|by| DocumentStatus::ALL[usize::from(by) % 3]);
            }
            next
        };
        let half = fill(&draft, &some, false);
        let done = fill(&half, &rest, true);
        let reports = [draft, half, done].map(|draft| Report::of(&draft.assessment()));
        for pair in reports.windows(2) {
            for ((name, earlier), (_, later)) in ranges(&pair[0]).into_iter().zip(ranges(&pair[1])) {
                prop_assert_eq!(earlier.is_some(), later.is_some());
                if let (Some(earlier), Some(later)) = (earlier, later) {
                    prop_assert!(earlier.low() <= later.low() && later.high() <= earlier.high(), "{}: {:?} {:?}", name, earlier, later);
                }
            }
        }
        for (name, score) in ranges(&reports[2]) {
            prop_assert!(score.is_none_or(|score| score.low() == score.high()), "{}", name);
        }
        let unsettled = by_area || reports[2].requirements.iter().any(|one| one.provisional) || reports[2].findings.unclear > 0;
        prop_assert!(unsettled || gate_states(&reports[2]).iter().all(|(_, state)| *state != State::Undetermined));
    }

    #[test]
    fn what_if_is_the_difference_of_really_doing_it(draft in drafts(), pick in any::<Index>(), by in any::<u8>()) {
        let assessment = draft.assessment();
        let before = Report::of(&assessment).overall.low();
        let mut changed = draft.clone();
        let requirements = draft.requirements.len();
        let index = pick.index(requirements + draft.areas.len() + draft.documents.len());
        let say = match by % 8 {
            6 => Say::Unknown,
            7 => Say::NotApplicable,
            level => Say::Level(level.into()),
        };
        let subject = match index.checked_sub(requirements) {
            None => Some(Subject::Requirement(Requirement::at(draft.edition, index).unwrap())),
            Some(area) if area < draft.areas.len() => Some(Subject::Area(area)),
            Some(_) => None,
        };
        let gain = match subject {
            Some(subject) => {
                let gain = what_if(&assessment, subject, say.answer());
                if say == Say::NotApplicable && !subject.can_be_excluded(draft.edition) {
                    prop_assert_eq!(gain.unwrap_err().code().as_str(), "clause-not-applicable");
                    return Ok(());
                }
                match index.checked_sub(requirements) {
                    None => changed.requirements[index] = Some(say),
                    Some(area) => changed.areas[area] = Some(say),
                }
                gain.unwrap()
            }
            None => {
                let document = index - requirements - draft.areas.len();
                let status = DocumentStatus::ALL[usize::from(by) % 3];
                changed.documents[document] = Some(status);
                what_if_document(&assessment, document, status)
            }
        };
        let after = Report::of(&changed.assessment()).overall.low();
        prop_assert_eq!(gain, i32::from(after) - i32::from(before));
        prop_assert_eq!(&assessment, &draft.assessment(), "nothing was changed");
    }

    #[test]
    fn an_answer_that_is_taken_back_leaves_no_trace_in_the_report(draft in drafts(), pick in any::<Index>(), level in 0..=5_i64) {
        let ids = Draft::ids(draft.edition);
        let answers: Vec<_> = draft.answers().collect();
        let open: Vec<_> = ids.iter().zip(answers).filter(|(_, say)| say.is_none()).map(|(id, _)| id).collect();
        prop_assume!(!open.is_empty());
        let id = pick.get(&open);
        let mut assessment = draft.assessment();
        let before = Report::of(&assessment);
        assessment.respond(id.as_str(), Answer::level(level).unwrap(), "").unwrap();
        assessment.clear(id.as_str(), "").unwrap();
        prop_assert_eq!(Report::of(&assessment), before);
    }
}
