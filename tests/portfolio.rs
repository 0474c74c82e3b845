//! What a reviewer of many is told: the same as of each alone, and the reviewer's own rules beside it.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::ErrorCode;
use iso27001_readiness::assessment::{Answer, Assessment};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::envelope::{Binding, seal, seal_for};
use iso27001_readiness::output::exports::{Rows, RowsFormat};
use iso27001_readiness::output::portfolio::{Minimums, Reviewed, Weights, read, text_of};
use iso27001_readiness::scoring::{Report, Summary};

const NOW: &str = "2026-11-23T10:00:00Z";

fn example(edition: Edition) -> Assessment {
    Assessment::example(edition).unwrap()
}

#[test]
fn an_assessment_and_its_result_give_the_same_figures() {
    for edition in [Edition::E2013, Edition::E2022] {
        let assessment = example(edition);
        let bare = Reviewed::of(read(&assessment.to_json()).unwrap(), None, None);
        let asked = Binding { nonce: "n".into(), audience: "https://portal.example".into() };
        let sealed = Reviewed::of(read(&seal_for(&assessment, &asked)).unwrap(), None, None);
        assert_eq!((bare.differences.as_ref(), sealed.differences.as_deref()), (None, Some([].as_slice())));
        assert_eq!((bare.binding, sealed.binding), (None, Some(asked)));
        let (summary, report) = (Summary::of(&assessment), Report::of(&assessment));
        for (overall, findings, stages, areas) in [
            (bare.overall, bare.findings, bare.stages, bare.areas),
            (sealed.overall, sealed.findings, sealed.stages, sealed.areas),
        ] {
            assert_eq!((overall, findings, stages), (summary.overall, summary.findings, summary.stages));
            assert_eq!(areas, report.areas);
        }
    }
}

#[test]
fn a_claim_that_differs_is_shown_with_the_figures_that_follow() {
    let forged = seal(&example(Edition::E2022)).replacen("\"state\":\"not-ready\"", "\"state\":\"ready\"", 1);
    let found = Reviewed::of(read(&forged).unwrap(), None, None);
    assert!(found.differences.unwrap().iter().any(|one| one.computed == "\"not-ready\""));
    assert_eq!(found.overall, Summary::of(&example(Edition::E2022)).overall);
}

#[test]
fn a_note_that_quotes_the_format_of_results_stays_a_note() {
    let mut assessment = Assessment::new(Edition::E2022);
    assessment.set_assessor("iso27001-readiness/result", NOW).unwrap();
    assert_eq!(read(&assessment.to_json()).unwrap().differences, None);
}

#[test]
fn what_cannot_be_read_says_why() {
    assert_eq!(read("{}").unwrap_err().code(), ErrorCode::MissingKey);
    assert_eq!(read(r#"{ "format": "other" }"#).unwrap_err().code(), ErrorCode::WrongFormat);
    assert_eq!(text_of(&[0xff, 0xfe, 0x7b, 0]).unwrap_err().code(), ErrorCode::NotUtf8);
    assert_eq!(text_of(&vec![b' '; 3 * 1024 * 1024]).unwrap_err().code(), ErrorCode::TooLarge);
}

#[test]
fn minimums_are_met_by_a_level_alone() {
    let mut assessment = Assessment::new(Edition::E2022);
    assessment.respond("A.8.13", Answer::level(3).unwrap(), NOW).unwrap();
    assessment.respond("A.5.7", Answer::Unknown, NOW).unwrap();
    assessment.exclude("A.7.4", "no premises", NOW).unwrap();
    let minimums = Minimums::read(r#"{ "A.8.13": 3, "A.5.7": 0, "A.7.4": 1, "A.5.1": 0, "A.18.2.3": 5 }"#).unwrap();
    assert_eq!(minimums.shortfalls(&assessment), ["A.5.1", "A.5.7", "A.7.4"]);
    let refused = |text: &str| {
        let error = Minimums::read(text).unwrap_err();
        (error.code(), error.subject().to_owned())
    };
    assert_eq!(refused(r#"{ "A.99": 3 }"#), (ErrorCode::UnknownId, "$[\"A.99\"]".into()));
    assert_eq!(refused(r#"{ "A.5.7": 6 }"#), (ErrorCode::OutOfRange, "$[\"A.5.7\"]".into()));
    assert_eq!(refused(r#"{ "A.5.7": 1, "A.5.7": 2 }"#).0, ErrorCode::DuplicateKey);
    assert_eq!(refused("[]").0, ErrorCode::WrongType);
}

#[test]
fn own_weights_move_only_the_own_score() {
    let areas = Report::of(&example(Edition::E2022)).areas;
    let scored: Vec<_> = areas.iter().filter_map(|area| area.score.map(|score| (area.key, score))).collect();
    let mean = |of: &dyn Fn(usize) -> u64| {
        let all: u64 = (0..scored.len()).map(of).sum();
        let low: u64 = scored.iter().enumerate().map(|(at, (_, score))| of(at) * u64::from(score.low())).sum();
        u16::try_from((2 * low + all) / (2 * all)).unwrap()
    };
    assert_eq!(Weights::read("{}").unwrap().score(&areas).unwrap().low(), mean(&|_| 1));
    let doubled = Weights::read(&format!("{{ {:?}: 100 }}", scored.first().unwrap().0)).unwrap();
    assert_eq!(doubled.score(&areas).unwrap().low(), mean(&|at| if at == 0 { 100 } else { 1 }));
    let nothing: Vec<String> = areas.iter().map(|area| format!("{:?}: 0", area.key)).collect();
    assert_eq!(Weights::read(&format!("{{ {} }}", nothing.join(","))).unwrap().score(&areas), None);
    assert_eq!(Weights::read(r#"{ "policy": 101 }"#).unwrap_err().code(), ErrorCode::OutOfRange);
    assert_eq!(Weights::read(r#"{ "nothing": 1 }"#).unwrap_err().code(), ErrorCode::UnknownId);
    let received = || read(&example(Edition::E2022).to_json()).unwrap();
    let (plain, own) = (Reviewed::of(received(), None, None), Reviewed::of(received(), None, Some(&doubled)));
    assert_eq!((plain.overall, plain.own), (own.overall, None));
    assert!(own.own.is_some());
}

#[test]
fn rows_stay_text_in_every_format() {
    let rows = r#"{ "title": "Desk", "head": ["Name", "Score"], "rows": [["=1+1 | <b>", 4100], ["Ünï \"q\"", 50]] }"#;
    let file = |format| Rows::read(rows).unwrap().file(format);
    let csv = String::from_utf8(file(RowsFormat::Csv)).unwrap();
    assert_eq!(csv, "\u{feff}\"Name\",\"Score\"\r\n\"'=1+1 | <b>\",41\r\n\"Ünï \"\"q\"\"\",0.5\r\n");
    let markdown = String::from_utf8(file(RowsFormat::Markdown)).unwrap();
    assert!(markdown.starts_with("# Desk\n\n| Name | Score |\n| --- | --: |\n"), "{markdown}");
    assert!(!markdown.contains("<b>") && !markdown.contains("1 | <"), "{markdown}");
    let workbook = file(RowsFormat::Workbook);
    assert!(workbook.starts_with(b"PK"));
    let sheet = String::from_utf8_lossy(&workbook);
    for part in ["'=1+1 | &lt;b&gt;", "<v>41</v>", "<sheet name=\"Desk\"", "ref=\"A1:B3\"", "<dc:title>Desk</dc:title>"]
    {
        assert!(sheet.contains(part), "{part}");
    }
    for wrong in ["[]", r#"{ "rows": [1] }"#, r#"{ "head": "x" }"#] {
        assert_eq!(Rows::read(wrong).unwrap_err().code(), ErrorCode::WrongType, "{wrong}");
    }
}
