//! Calls with anything in them, in any order.

use crate::random::{Random, inputs};
use iso27001_readiness::assessment::{
    Annotation, Answer, Assessment, DocumentChange, DocumentStatus, EvidenceLink, InclusionChange, InclusionReason,
    OrganisationChange, StatementChange,
};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::questionnaire::Target;
use iso27001_readiness::{ReadinessError, ScoreRange};

/// A call with anything in it; whether it was taken.
fn call(it: &mut Assessment, random: &mut Random) -> Result<(), ReadinessError> {
    const IDS: [&str; 18] = [
        "4.1",
        "10.2",
        "9.2",
        "9.2.1",
        "A.5.1",
        "A.5.1.1",
        "A.7.4",
        "A.8.34",
        "A.18.2.3",
        "area:policy",
        "area:backup",
        "area:A.9",
        "policy",
        "",
        "A.",
        "area:",
        "A.5.01",
        "\u{0}",
    ];
    const TEXTS: [&str; 10] =
        ["", " ", "none", "=1+1", "\u{202e}\u{0}", "𝄞", "2026-11-23", "2026-02-30", "\u{a0}", "line\nbreak"];
    const TIMES: [&str; 3] = ["2026-11-23T10:00:00Z", "2024-02-29T23:59:60.999+14:00", ""];
    let times: &[&str] = if random.one_in(10) { &TEXTS } else { &TIMES };
    let (id, now) = (random.of_these(&IDS), random.of_these(times));
    let mut text = || {
        let long = random.one_in(40);
        let text = random.of_these(&TEXTS);
        random.one_in(3).then(|| if long { "𝄞".repeat(10_001) } else { String::from(text) })
    };
    let (one, two, three) = (text(), text(), text());
    match random.under(15) {
        0..3 => it.respond(
            id,
            if random.one_in(8) {
                Answer::NotApplicable
            } else if random.one_in(6) {
                Answer::Unknown
            } else {
                Answer::level(i64::try_from(random.under(6)).unwrap())?
            },
            now,
        ),
        3 => it.exclude(id, one.as_deref().unwrap_or("none"), now),
        4 => it.exclude_area(
            random.of_these(&["backup", "policy", "A.9", "secure-areas", ""]),
            one.as_deref().unwrap_or("none"),
            now,
        ),
        5 => it.clear(id, now),
        6 => {
            let evidence = random.one_in(2).then(|| {
                vec![EvidenceLink::new(one.clone().unwrap_or_default(), "https://example.com"); random.under(3)]
            });
            it.annotate(id, Annotation { note: one, owner: two, due: three, evidence }, now)
        }
        7 => {
            let reasons = [InclusionReason::Law, InclusionReason::Risk, InclusionReason::Law];
            let because = reasons.get(random.under(4)..).map(<[_]>::to_vec);
            it.justify(id, InclusionChange { because, note: one }, now)
        }
        8 => {
            let status = DocumentStatus::ALL.get(random.under(4)).copied();
            it.set_document(
                random.of_these(&["isms_scope", "event_logs", "configuration_baselines", "x"]),
                DocumentChange {
                    status: Some(status),
                    owner: one,
                    href: two.map(|it| format!("https://{it}")),
                    note: three,
                },
                now,
            )
        }
        9 => {
            let headcount = [None, Some(None), Some(Some(0)), Some(Some(64)), Some(Some(u32::MAX))]
                .get(random.under(5))
                .copied()
                .flatten();
            it.set_organisation(OrganisationChange { name: one, headcount, scope: two }, now)
        }
        10 => it.set_statement(StatementChange { version: one, approver: two, date: three }, now),
        11 => it.take_snapshot(one.as_deref().unwrap_or("Q"), ScoreRange::UNKNOWN, "readiness/2", now),
        12 => it.remove_snapshot(random.under(3), now),
        13 => it.set_assessor(one.as_deref().unwrap_or_default(), now),
        _ => it.set_target(Target::new(i64::try_from(random.under(6)).unwrap()).unwrap_or_default(), now),
    }
}

#[test]
fn fuzz_any_calls_in_any_order_leave_an_assessment_that_can_be_saved() {
    let mut random = Random::of(4);
    let (mut taken, mut refusals) = (0_u64, 0_u64);
    for _ in 0..inputs(400) {
        let mut it = Assessment::new(*random.of_these(&[&Edition::E2013, &Edition::E2022]));
        for _ in 0..random.under(40) {
            let before = it.clone();
            match call(&mut it, &mut random) {
                Ok(()) => taken += 1,
                Err(error) => {
                    assert!(!error.message().is_empty());
                    assert_eq!(it, before, "{error}");
                    refusals += 1;
                }
            }
        }
        assert_eq!(Assessment::parse(&it.to_json()).unwrap(), it);
    }
    println!("{taken} calls taken, {refusals} refused");
}
