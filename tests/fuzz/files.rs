//! Files by the hundred thousand, and those that once failed.

use crate::holds::{Keep, kept, refused_or_round_trips};
use crate::random::{Random, inputs};
use crate::sources::{SOURCES, by_values};
use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::output::envelope::verify;
use iso27001_readiness::scoring::{Plan, Report};
use std::collections::BTreeMap;
use std::time::Instant;

#[test]
fn fuzz_every_file_is_refused_or_comes_back_the_same() {
    let (count, start) = (inputs(1), Instant::now());
    let mut verdicts = BTreeMap::<(&str, &str), u64>::new();
    let mut random = Random::of(1);
    for _ in 0..count {
        let (name, source) = *random.of_these(&SOURCES.each_ref());
        let input = source(&mut random);
        let keep = Keep("file", &input);
        *verdicts.entry((name, refused_or_round_trips(&input))).or_default() += 1;
        drop(keep);
    }
    let seconds = start.elapsed().as_secs().max(1);
    println!("{count} inputs in {seconds} s, {} a second", count / seconds);
    for ((source, verdict), times) in &verdicts {
        println!("{source:<10}{verdict:<24}{times:>10}");
    }
    if count >= 10_000 {
        // A fuzzer whose inputs all fail at the first byte tries nothing.
        let times =
            |wanted: &str| verdicts.iter().filter(|((_, verdict), _)| *verdict == wanted).map(|(_, n)| n).sum::<u64>();
        assert!(times("accepted") > count / 10, "{} accepted", times("accepted"));
        for code in [
            "bad-date",
            "blank-reason",
            "clause-not-applicable",
            "duplicate-key",
            "level-out-of-range",
            "lone-surrogate",
            "missing-key",
            "not-utf-8",
            "number-out-of-range",
            "out-of-range",
            "syntax",
            "target-out-of-range",
            "too-deep",
            "unknown-edition",
            "unknown-id",
            "unknown-value",
            "wrong-format",
            "wrong-type",
        ] {
            assert!(times(code) > 0, "no input was refused with {code}");
        }
    }
}

#[test]
fn fuzz_a_file_that_was_read_has_a_report_and_a_plan() {
    let mut random = Random::of(2);
    for _ in 0..inputs(40) {
        let input = by_values(&mut random);
        let keep = Keep("report", &input);
        if let Ok(assessment) = Assessment::parse_bytes(&input) {
            let report = Report::of(&assessment);
            assert_eq!(Report::of(&Assessment::parse(&assessment.to_json()).unwrap()), report);
            assert!(Plan::of(&assessment).actions.len() <= report.requirements.len() + report.documents.len());
        }
        drop(keep);
    }
}

#[test]
fn fuzz_what_once_failed_holds_for_ever() {
    let files = std::fs::read_dir(kept()).into_iter().flatten().filter_map(|file| Some(file.ok()?.path()));
    for path in files.filter(|path| path.extension().is_some_and(|extension| extension == "bin")) {
        let input = std::fs::read(&path).unwrap();
        println!("{}", path.display());
        refused_or_round_trips(&input);
        if let Ok(text) = std::str::from_utf8(&input) {
            let _ = verify(text);
        }
    }
}
