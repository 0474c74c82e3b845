//! What must hold of every assessment, tried on thousands of random ones.
//!
//! `PROPTEST_CASES=100000 cargo test --release --test laws` tries more. A case that fails is shrunk and kept in
//! `tests/fuzz/laws.txt`, which is tried first from then on.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

mod support;

use iso27001_readiness::assessment::{
    Annotation, Answer, Assessment, DocumentChange, DocumentStatus, EvidenceLink, InclusionChange, InclusionReason,
    OrganisationChange, StatementChange, Subject,
};
use iso27001_readiness::catalog::{
    Demand, Document, Edition, ExclusionClass, Gate, GateScope, Gravity, MinimumLevel, Requirement, gates,
};
use iso27001_readiness::questionnaire::{self, Effort, Target};
use iso27001_readiness::scoring::gates::State;
use iso27001_readiness::scoring::{
    Estimate, Finding, ItemKind, METHOD, Plan, Report, Summary, what_if, what_if_document,
};
use iso27001_readiness::{ReadinessError, ScoreRange, WHOLE};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt;
use support::{Draft, Say, drafts};

/// How many cases each law gets when nobody says how many.
const EVERY_DAY: u32 = 2000;

/// For laws about whole files, which take some five times as long as those about answers.
fn fewer() -> ProptestConfig {
    let all = cases();
    ProptestConfig { cases: all.cases / 2, ..all }
}

fn cases() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(EVERY_DAY);
    ProptestConfig {
        cases,
        // A law that looks at one kind of assessment only passes over a share of them, however many there are.
        max_global_rejects: cases.saturating_mul(4),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/fuzz/laws.txt"
        )))),
        ..ProptestConfig::default()
    }
}

/// Everything in a report that is an interval, by name.
fn ranges(report: &Report) -> Vec<(String, Option<ScoreRange>)> {
    let parts =
        [("clauses", report.parts.clauses), ("controls", report.parts.controls), ("documents", report.parts.documents)];
    std::iter::once((String::from("overall"), Some(report.overall)))
        .chain(parts.into_iter().map(|(name, score)| (String::from(name), score)))
        .chain(report.sections.iter().map(|row| (format!("section {}", row.id), row.score)))
        .chain(report.areas.iter().map(|row| (format!("area {}", row.key), row.score)))
        .chain(report.requirements.iter().map(|row| (String::from(row.id), row.score)))
        .collect()
}

fn gate_states(report: &Report) -> Vec<(&'static str, State)> {
    report.stages.iter().flat_map(|stage| &stage.gates).map(|gate| (gate.id, gate.state)).collect()
}

/// The answer that counts for each requirement, with whether it is provisional, as the method defines it.
fn effective(draft: &Draft) -> Vec<(Option<Say>, bool)> {
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

// The score, by a second and slower way

/// An item that can be scored: its part, its weight, and what it attains at both ends, in sixths (which hold halves and
/// thirds).
#[derive(Clone, Copy)]
struct Item {
    part: usize,
    weight: u128,
    low: u128,
    high: u128,
}

const SIXTHS: u128 = 6;
const WEIGHTS: [u128; 3] = [50, 30, 20];

/// Which exclusions are refused.
fn refused(draft: &Draft) -> Vec<bool> {
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

fn applicable(draft: &Draft) -> Vec<bool> {
    let answers = effective(draft).into_iter().zip(refused(draft));
    answers.map(|((say, _), refused)| say != Some(Say::NotApplicable) || refused).collect()
}

fn required(draft: &Draft) -> Vec<bool> {
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

fn items(draft: &Draft) -> Vec<Option<Item>> {
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
fn rounded(numerator: u128, denominator: u128) -> u16 {
    u16::try_from((2 * 10_000 * numerator + denominator) / (2 * denominator)).unwrap()
}

fn mean(items: impl Iterator<Item = Item>) -> Option<(u16, u16)> {
    let (mut low, mut high, mut count) = (0, 0, 0);
    for item in items {
        let weight = item.weight;
        (low, high, count) = (low + weight * item.low, high + weight * item.high, count + weight * SIXTHS);
    }
    (count > 0).then(|| (rounded(low, count), rounded(high, count)))
}

fn ends(interval: ScoreRange) -> (u16, u16) {
    (interval.low(), interval.high())
}

/// The low end, the high end and the full value of an item.
type Share = (u128, u128, u128);
/// A share of an item, the points of every item, and what they must add up to.
type Column = (fn(&Share) -> u128, Vec<u16>, u16);

/// For each item its share of the whole at both ends, and what the whole is in these shares.
fn shares(items: &[Option<Item>]) -> (Vec<Option<Share>>, u128) {
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

// Answers that change

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

// Gates

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_provisional_answer_meets_no_gate(draft in drafts(), drop_own in any::<bool>()) {
        let mut draft = draft;
        if drop_own {
            draft.requirements.fill(None);
        }
        let report = Report::of(&draft.assessment());
        let states: BTreeMap<_, _> = gate_states(&report).into_iter().collect();
        let met = |gate: &&Gate| states[gate.id] == State::Met;
        for gate in gates().iter().filter(met) {
            let own = |requirement: Requirement| {
                let planned = gate.least == MinimumLevel::Planned && draft.planned[requirement.index()];
                planned || matches!(draft.requirements[requirement.index()], Some(Say::Level(level)) if level > 1)
            };
            let controls = || draft.edition.requirements().filter(|one| one.is_control());
            match gate.scope {
                GateScope::Listed => {
                    prop_assert!(gate.refs(draft.edition).iter().all(|id| own(draft.edition.requirement(id).unwrap())), "{}", gate.id);
                }
                GateScope::EveryControl => prop_assert!(controls().all(|one| draft.requirements[one.index()].is_some())),
                GateScope::ApplicableControls => {
                    let applicable = applicable(&draft);
                    let count = controls().filter(|one| applicable[one.index()]).count();
                    prop_assert!(10 * controls().filter(|one| own(*one)).count() >= 8 * count);
                }
                GateScope::Findings => {
                    let excluded = |one: Requirement| draft.requirements[one.index()] == Some(Say::NotApplicable)
                        || (draft.requirements[one.index()].is_none() && effective(&draft)[one.index()].0 == Some(Say::NotApplicable));
                    prop_assert!(draft.edition.requirements().all(|one| excluded(one)
                        || matches!(draft.requirements[one.index()], Some(Say::Level(_)))));
                }
            }
        }
    }

    #[test]
    fn a_stage_is_as_its_worst_gate_and_stage_2_waits_for_stage_1(draft in drafts()) {
        let report = Report::of(&draft.assessment());
        let worst = |stages: usize| report.stages.iter().take(stages).flat_map(|s| &s.gates).map(|gate| gate.state).max();
        prop_assert_eq!(Some(report.stages[0].state), worst(1));
        prop_assert_eq!(Some(report.stages[1].state), worst(2));
    }

    #[test]
    fn a_high_average_hides_no_open_gate(pick in any::<Index>(), edition in prop::sample::select(&Edition::ALL[..])) {
        let mut draft = Draft {
            edition,
            target: 3,
            requirements: vec![Some(Say::Level(5)); edition.requirement_count()],
            planned: vec![false; edition.requirement_count()],
            areas: vec![None; edition.areas().len()],
            documents: vec![Some(DocumentStatus::InForce); edition.documents().count()],
        };
        let core: Vec<_> = edition.requirements().filter(|r| r.gravity() == Some(Gravity::Core)).collect();
        draft.requirements[pick.get(&core).index()] = Some(Say::Level(0));
        let report = Report::of(&draft.assessment());
        prop_assert!(report.overall.low() > 9600 && report.stages[1].state == State::Open);
    }
}

// The plan

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_plan_holds_what_the_method_says_in_its_order(draft in drafts()) {
        let assessment = draft.assessment();
        let (report, plan) = (Report::of(&assessment), Plan::of(&assessment));
        let open: Vec<_> = gate_states(&report).into_iter().filter(|(_, state)| *state == State::Open).map(|(id, _)| id).collect();

        let smaller = |effort| if effort == Effort::L { Effort::M } else { Effort::S };
        let acts = |finding: Option<Finding>| finding.filter(|finding| *finding >= Finding::Opportunity);
        // For each: place in catalog order, finding, effort, gain.
        let mut expected = BTreeMap::<&str, (usize, Finding, Effort, i32)>::new();
        for (requirement, row) in draft.edition.requirements().zip(&report.requirements) {
            if let Some(finding) = acts(row.finding) {
                let gain = what_if(&assessment, Subject::Requirement(requirement), Answer::level(3).unwrap()).unwrap();
                let effort = questionnaire::advice(requirement).effort;
                let begun = row.answer == Some(Answer::level(2).unwrap());
                let effort = if begun { smaller(effort) } else { effort };
                expected.insert(row.id, (requirement.index(), finding, effort, gain));
            }
        }
        for (index, (document, row)) in draft.edition.documents().zip(&report.documents).enumerate() {
            if let Some(finding) = acts(row.finding) {
                let effort = questionnaire::document_advice(document).effort;
                let effort = if row.status == Some(DocumentStatus::Draft) { Effort::S } else { effort };
                let gain = what_if_document(&assessment, index, DocumentStatus::InForce);
                expected.insert(row.key, (draft.requirements.len() + index, finding, effort, gain));
            }
        }
        prop_assert_eq!(plan.actions.len(), expected.len());
        let mut keys = Vec::new();
        for action in &plan.actions {
            let (place, finding, effort, gain) = expected[action.id];
            prop_assert_eq!((action.finding, action.effort, action.gain), (finding, effort, gain), "{}", action.id);
            prop_assert!(!action.step.is_empty() && (action.major || action.finding != Finding::Major), "{}", action.id);
            prop_assert_eq!(action.kind == ItemKind::Document, place >= draft.requirements.len());
            prop_assert!(action.gates.iter().all(|id| open.contains(id)), "{} blocks {:?}", action.id, action.gates);
            let stages = action.gates.iter().map(|id| gates().iter().find(|gate| gate.id == *id).unwrap().stage);
            prop_assert_eq!(action.stage, stages.min(), "{}", action.id);
            keys.push((action.stage.map_or(3, |stage| stage.number()), std::cmp::Reverse(finding), -action.gain, action.effort, place));
        }
        prop_assert!(keys.is_sorted_by(|a, b| a < b), "{:?}", keys);
    }

    #[test]
    fn each_gate_that_is_not_met_says_what_holds_it_and_what_it_waits_for(draft in drafts()) {
        let assessment = draft.assessment();
        let (report, plan) = (Report::of(&assessment), Plan::of(&assessment));
        for gate in report.stages.iter().flat_map(|stage| &stage.gates) {
            let waiting: Vec<_> = plan.awaited.iter().filter(|one| one.gates.contains(&gate.id)).map(|one| one.id).collect();
            prop_assert_eq!(&waiting, &gate.awaited, "{}", gate.id);
            match gate.state {
                State::Met => prop_assert!(gate.holding.is_empty() && gate.awaited.is_empty(), "{}", gate.id),
                State::Undetermined => prop_assert!(gate.holding.is_empty() && !gate.awaited.is_empty(), "{}", gate.id),
                State::Open => prop_assert!(!gate.holding.is_empty(), "{}", gate.id),
            }
            for action in &plan.actions {
                prop_assert_eq!(action.gates.contains(&gate.id), gate.holding.contains(&action.id), "{} {}", gate.id, action.id);
            }
        }
        let unanswered = [None, Some(Answer::Unknown)];
        let open = report.requirements.iter().filter(|row| unanswered.contains(&row.answer)).map(|row| row.id);
        let open = open.chain(report.documents.iter().filter(|row| row.required && row.status.is_none()).map(|row| row.key));
        let open: Vec<_> = open.collect();
        prop_assert_eq!(plan.questions.iter().map(|question| question.id).collect::<Vec<_>>(), open.clone());
        prop_assert!(plan.actions.iter().all(|action| !open.contains(&action.id)));
    }

    #[test]
    fn a_way_leads_to_its_stage_and_none_of_its_steps_can_be_left_out(draft in drafts(), pick in any::<Index>()) {
        let assessment = draft.assessment();
        let plan = Plan::of(&assessment);
        let ready = |steps: &[&str], stage: usize| {
            let mut then = draft.assessment();
            for step in steps {
                if let Ok(index) = then.document_index(step) {
                    let document = draft.edition.documents().nth(index).unwrap();
                    then.set_document(document.key, DocumentStatus::InForce, "").unwrap();
                } else {
                    let row = effective(&draft)[draft.edition.requirement(step).unwrap().index()].0;
                    let applies = applicable(&draft)[draft.edition.requirement(step).unwrap().index()];
                    match row {
                        Some(Say::NotApplicable) if !applies => then.exclude(*step, "none here", "").unwrap(),
                        _ => then.respond(*step, Answer::level(3).unwrap(), "").unwrap(),
                    }
                }
            }
            Report::of(&then).stages[stage].state == State::Met
        };
        for (stage, way) in [&plan.ways.first, &plan.ways.second].into_iter().enumerate() {
            let steps: Vec<_> = way.actions.iter().chain(&way.questions).copied().collect();
            prop_assert!(way.ready && ready(&steps, stage), "stage {}", stage + 1);
            // To take one unusual exclusion back can be enough to let the others stand.
            if !steps.is_empty() && !refused(&draft).contains(&true) {
                let left = pick.index(steps.len());
                let fewer: Vec<_> = steps.iter().enumerate().filter(|(at, _)| *at != left).map(|(_, step)| *step).collect();
                prop_assert!(!ready(&fewer, stage), "{} is not needed", steps[left]);
            }
        }
    }
}

// What belongs together

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

// The file

fn texts() -> impl Strategy<Value = String> {
    vec(any::<char>(), 1..12).prop_map(|characters| characters.into_iter().collect())
}

fn unknown_values() -> impl Strategy<Value = Value> {
    let decimals = [json!(0.25), json!(-12.5), json!(1e-7), json!(1e21), json!(0.123456789012345), json!(-1e299)];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        prop::sample::select(decimals.to_vec()),
        texts().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((texts(), inner), 0..4).prop_map(|members| members.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

fn unknown_members() -> impl Strategy<Value = Map<String, Value>> {
    let keys = [
        "__proto__",
        "constructor",
        "toString",
        "",
        "\u{0}",
        "a b",
        "ключ",
        "\u{1d4b3}",
        "\u{ffff}",
        "levels",
        "x-1",
        "Answer",
    ];
    vec((prop::sample::select(keys.to_vec()), unknown_values()), 0..3)
        .prop_map(|members| members.into_iter().map(|(key, value)| (String::from(key), value)).collect())
}

/// A file; shown as its text when a law fails.
#[derive(Clone)]
struct File(Value);

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A whole file with all that can stand in it, in the form in which it is written: nothing empty, reasons in order.
fn files() -> impl Strategy<Value = File> {
    (drafts(), vec(texts(), 6), vec(unknown_members(), 6), vec(any::<u8>(), 400)).prop_map(
        |(draft, texts, extras, numbers)| {
            let mut numbers = numbers.into_iter().cycle();
            let mut next = move || usize::from(numbers.next().unwrap());
            let mut add = |object: &mut Map<String, Value>, names: &[&str]| {
                for name in names {
                    let (number, text) = (next(), one_of(&texts, next()));
                    if number % 3 > 0 {
                        continue;
                    }
                    object.insert(
                        String::from(*name),
                        match *name {
                            "due" | "date" => json!(one_of(&["2026-11-23", "2024-02-29", "9999-12-31"], number / 3)),
                            "provenance" => json!([text, text]),
                            "headcount" => json!(1 + number * 39_000),
                            "because" => {
                                let chosen = InclusionReason::ALL
                                    .into_iter()
                                    .enumerate()
                                    .filter(|(bit, _)| number >> bit & 1 == 1);
                                let names: Vec<_> = chosen.map(|(_, reason)| reason.as_str()).collect();
                                if names.is_empty() { json!(["law"]) } else { json!(names) }
                            }
                            "href" => json!(format!("https://example.com/{}", text.replace(char::is_control, ""))),
                            _ => json!(text),
                        },
                    );
                }
                if next().is_multiple_of(4) {
                    object.extend(one_of(&extras, next()));
                }
                !object.is_empty()
            };
            let mut file = draft.file();
            let file_members = file.as_object_mut().unwrap();
            for (name, fields) in [
                ("requirements", &["note", "owner", "due", "modified", "provenance"][..]),
                ("areas", &["note", "modified"]),
                ("documents", &["owner", "href", "note"]),
            ] {
                let Some(members) = file_members.get_mut(name).and_then(Value::as_object_mut) else { continue };
                for member in members.values_mut().filter_map(Value::as_object_mut) {
                    add(member, fields);
                    let (mut link, mut inclusion) = (Map::new(), Map::new());
                    if name == "requirements" && add(&mut link, &["label", "href"]) {
                        member.insert("evidence".into(), json!([link.clone(), {}, link]));
                    }
                    if name == "requirements" && add(&mut inclusion, &["because", "note"]) {
                        member.insert("inclusion".into(), inclusion.into());
                    }
                }
            }
            for (name, fields) in
                [("organisation", &["name", "headcount", "scope"]), ("statement", &["version", "approver", "date"])]
            {
                let mut object = Map::new();
                if add(&mut object, fields) {
                    file_members.insert(name.into(), object.into());
                }
            }
            let mut snapshot =
                json!({ "at": "2026-06-26T10:00:00Z", "label": "Q2", "overall": { "low": 0, "high": 10000 } });
            if add(snapshot.as_object_mut().unwrap(), &["at", "label"]) {
                file_members.insert("snapshots".into(), json!([snapshot.clone(), snapshot]));
            }
            add(file_members, &["id", "assessor", "created", "modified"]);
            File(file)
        },
    )
}

/// One of these, by a number.
fn one_of<T: Clone>(these: &[T], number: usize) -> T {
    these.get(number % these.len()).cloned().unwrap()
}

/// A call that changes an assessment, or refuses to.
type Call<'a> = Box<dyn FnOnce(&mut Assessment) -> Result<(), ReadinessError> + 'a>;

/// A small generator for what need not shrink.
fn next(random: &mut u64) -> usize {
    *random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
    usize::try_from(*random >> 40).unwrap()
}

/// Writes a value with its members in any order, with any white space and any escapes.
fn shuffled(value: &Value, random: &mut u64, out: &mut String) {
    let space = |random: &mut u64, out: &mut String| {
        out.push_str(one_of(&["", "", "", " ", "\n", "\t", "\r\n  "], next(random)))
    };
    let text = |text: &str, random: &mut u64, out: &mut String| {
        out.push('"');
        for character in text.chars() {
            if next(random).is_multiple_of(4) || character < ' ' || character == '"' || character == '\\' {
                let mut units = [0; 2];
                character.encode_utf16(&mut units).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04X}")));
            } else {
                out.push(character);
            }
        }
        out.push('"');
    };
    space(random, out);
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            for place in (1..members.len()).rev() {
                members.swap(place, next(random) % (place + 1));
            }
            out.push('{');
            for (index, (key, value)) in members.into_iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                space(random, out);
                text(key, random, out);
                space(random, out);
                out.push(':');
                shuffled(value, random, out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                shuffled(item, random, out);
            }
            out.push(']');
        }
        Value::String(value) => text(value, random, out),
        other => out.push_str(&other.to_string()),
    }
    space(random, out);
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn the_order_of_keys_changes_nothing(File(file) in files(), mut random in any::<u64>()) {
        let straight = Assessment::parse(&file.to_string()).unwrap();
        let mut text = String::new();
        shuffled(&file, &mut random, &mut text);
        let other = Assessment::parse(&text).unwrap();
        prop_assert_eq!(other.to_json(), straight.to_json());
        prop_assert_eq!(&other, &straight);
        prop_assert_eq!(Report::of(&other), Report::of(&straight));
    }

    #[test]
    fn import_of_export_is_the_same_and_export_of_that_the_same_bytes(File(file) in files()) {
        let assessment = Assessment::parse(&file.to_string()).unwrap();
        let text = assessment.to_json();
        let again = Assessment::parse_bytes(text.as_bytes()).unwrap();
        prop_assert_eq!(again.to_json(), text);
        prop_assert_eq!(again, assessment);
    }

    #[test]
    fn every_member_known_or_not_survives(File(file) in files()) {
        let text = Assessment::parse(&file.to_string()).unwrap().to_json();
        prop_assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), file);
    }

    #[test]
    fn only_answers_plans_and_statuses_change_the_report(File(file) in files()) {
        let read = Assessment::parse(&file.to_string()).unwrap();
        let mut bare = Assessment::new(read.edition());
        bare.set_target(read.target(), "").unwrap();
        for requirement in read.edition().requirements() {
            let response = read.response(requirement);
            match response.answer() {
                Some(Answer::NotApplicable) => bare.exclude(requirement.id(), "x", "").unwrap(),
                Some(answer) => bare.respond(requirement.id(), answer, "").unwrap(),
                None => {}
            }
            if !response.owner().trim().is_empty() && !response.due().is_empty() {
                let plan = Annotation { owner: Some("x".into()), due: Some("2000-01-01".into()), ..Annotation::default() };
                bare.annotate(requirement.id(), plan, "").unwrap();
            }
        }
        for (index, area) in read.edition().areas().iter().enumerate() {
            let id = format!("area:{}", area.key);
            match read.area_response(index).answer() {
                Some(Answer::NotApplicable) => bare.exclude(&id, "x", "").unwrap(),
                Some(answer) => bare.respond(&id, answer, "").unwrap(),
                None => {}
            }
        }
        for (index, document) in read.edition().documents().enumerate() {
            bare.set_document(document.key, read.document_response(index).status(), "").unwrap();
        }
        prop_assert_eq!(Report::of(&bare), Report::of(&read));
    }

    #[test]
    fn a_call_that_is_refused_leaves_everything_as_it_was(draft in drafts(), pick in any::<Index>(), wrong in any::<Index>()) {
        let mut assessment = draft.assessment();
        let before = assessment.clone();
        let ids = Draft::ids(draft.edition);
        let id = pick.get(&ids).as_str();
        let long = || Some("x".repeat(10_001));
        let organisation = |headcount, scope| OrganisationChange { name: Some("n".into()), headcount: Some(headcount), scope };
        let key = draft.edition.documents().next().unwrap().key;
        let later = "2026-11-23T10:00:00Z";
        let calls: Vec<(&str, Call<'_>)> = vec![
            ("unknown-id", Box::new(|a| a.respond("A.99.1", Answer::Unknown, later))),
            ("unknown-id", Box::new(|a| a.respond("area:nowhere", Answer::Unknown, later))),
            ("unknown-id", Box::new(|a| a.respond("A.99.1", Answer::NotApplicable, later))),
            ("unknown-value", Box::new(|a| a.respond(id, Answer::NotApplicable, later))),
            ("unknown-id", Box::new(|a| a.exclude("A.99.1", "why", later))),
            ("clause-not-applicable", Box::new(|a| a.exclude("4.1", "why", later))),
            ("clause-not-applicable", Box::new(|a| a.exclude("area:policy", "why", later))),
            ("clause-not-applicable", Box::new(|a| a.exclude_area("policy", "why", later))),
            ("unknown-id", Box::new(|a| a.exclude_area("nowhere", "why", later))),
            ("text-too-long", Box::new(|a| a.exclude_area(a.edition().areas()[20].key, &"x".repeat(10_001), later))),
            ("blank-reason", Box::new(|a| a.exclude(if a.edition() == Edition::E2013 { "A.5.1.1" } else { "A.5.1" }, " \t\n", later))),
            ("blank-reason", Box::new(|a| a.exclude_area(a.edition().areas()[20].key, "\u{2003}\u{a0}", later))),
            ("unknown-id", Box::new(|a| a.clear("", later))),
            ("unknown-id", Box::new(|a| a.annotate("x", Annotation::default(), later))),
            ("text-too-long", Box::new(|a| {
                a.annotate(id, Annotation { owner: Some("me".into()), note: Some("x".repeat(10_001)), ..Annotation::default() }, later)
            })),
            ("text-too-long", Box::new(|a| {
                let evidence = vec![EvidenceLink::new("a", ""), EvidenceLink::new("x".repeat(10_001), "")];
                a.annotate(id, Annotation { evidence: Some(evidence), ..Annotation::default() }, later)
            })),
            ("bad-date", Box::new(|a| {
                a.annotate(id, Annotation { note: Some("n".into()), due: Some("2026-02-30".into()), ..Annotation::default() }, later)
            })),
            ("text-too-long", Box::new(|a| a.justify(id, InclusionChange { because: Some(InclusionReason::ALL.to_vec()), note: long() }, later))),
            ("unknown-id", Box::new(|a| a.set_document("x", None, later))),
            ("text-too-long", Box::new(|a| {
                a.set_document(key, DocumentChange { note: long(), ..DocumentStatus::Draft.into() }, later)
            })),
            ("out-of-range", Box::new(|a| a.set_organisation(organisation(Some(0), None), later))),
            ("out-of-range", Box::new(|a| a.set_organisation(organisation(Some(10_000_001), None), later))),
            ("text-too-long", Box::new(|a| a.set_organisation(organisation(None, long()), later))),
            ("text-too-long", Box::new(|a| a.set_assessor(&"x".repeat(10_001), later))),
            ("bad-date", Box::new(|a| a.set_statement(StatementChange { version: Some("1".into()), date: Some("2026-13-01".into()), ..Default::default() }, later))),
            ("text-too-long", Box::new(|a| a.set_statement(StatementChange { approver: long(), ..Default::default() }, later))),
            ("text-too-long", Box::new(|a| a.take_snapshot(&"x".repeat(10_001), ScoreRange::UNKNOWN, METHOD, later))),
            ("out-of-range", Box::new(|a| a.remove_snapshot(0, later))),
            ("text-too-long", Box::new(|a| a.identify(&"x".repeat(10_001), later))),
        ];
        let index = wrong.index(calls.len());
        let (code, call) = calls.into_iter().nth(index).unwrap();
        prop_assert_eq!(call(&mut assessment).unwrap_err().code().as_str(), code, "call {}", index);
        prop_assert_eq!(assessment, before, "call {}", index);
        prop_assert!(Target::new(0).is_none() && Target::new(6).is_none());
    }
}
