//! Exports: everything that may be left out of a file goes through all of them, text stays text in every format, and the
//! work grows with the text.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that fails here has failed"
)]

mod members;
mod readers;
mod texts;

use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::exports::{ExportName, ExportOptions, export};
use readers::parts;
use serde_json::{Map, Value, json};

const OPTIONS: ExportOptions<'static> = ExportOptions { anonymous: false, day: "2026-11-23", language: "en" };
/// What turns the direction of text, or is not seen at all.
const HIDDEN: [char; 3] = ['\u{202e}', '\u{feff}', '\u{e0001}'];
const CSV: [ExportName; 4] = [ExportName::Statement, ExportName::Gaps, ExportName::Plan, ExportName::Documents];

fn text(name: ExportName, assessment: &Assessment) -> String {
    String::from_utf8(export(name, assessment, &OPTIONS).expect("made").bytes).expect("UTF-8")
}

/// All exports, whole and anonymous.
fn all(assessment: &Assessment) {
    for anonymous in [false, true] {
        for name in ExportName::ALL {
            let made = export(name, assessment, &ExportOptions { anonymous, ..OPTIONS }).expect("made");
            assert!(!made.bytes.is_empty() && made.name.contains("2026-11-23"), "{}", made.name);
        }
    }
}

fn file(edition: &str, members: &Value) -> Assessment {
    let mut all = Map::from_iter([
        ("format".to_owned(), json!("iso27001-readiness/assessment")),
        ("version".to_owned(), json!(1)),
        ("edition".to_owned(), json!(edition)),
    ]);
    all.extend(members.as_object().expect("an object").clone());
    let text = Value::Object(all).to_string();
    Assessment::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// An assessment with one text in every field that takes any.
fn filled(edition: &str, text: &str) -> Assessment {
    let control = if edition == "2022" { "A.5.1" } else { "A.5.1.1" };
    let excluded = if edition == "2022" { "A.7.4" } else { "A.14.2.7" };
    let reason = if text.trim().is_empty() { "none" } else { text };
    file(
        edition,
        &json!({
            "organisation": { "name": text, "scope": text }, "assessor": text,
            "statement": { "version": text, "approver": text },
            "requirements": {
                "4.1": { "answer": 1, "note": text, "owner": text, "evidence": [{ "label": text }] },
                control: { "answer": 2, "note": text, "owner": text, "inclusion": { "because": ["law"], "note": text },
                    "evidence": [{ "label": text, "href": "https://example.com/?a=b&c" }] },
                excluded: { "answer": "not-applicable", "reason": reason },
            },
            "documents": { "isms_scope": { "status": "draft", "owner": text, "note": text } },
        }),
    )
}

#[test]
fn what_is_not_known_is_refused_by_name() {
    let assessment = Assessment::new(Edition::E2022);
    let refused = |options: ExportOptions<'_>| {
        let error = export(ExportName::Plan, &assessment, &options).expect_err("refused");
        (error.code().as_str(), error.subject().to_owned())
    };
    assert_eq!(refused(ExportOptions { day: "tomorrow", ..OPTIONS }), ("bad-date", "day".to_owned()));
    assert_eq!(refused(ExportOptions { language: "xx", ..OPTIONS }), ("unknown-value", "xx".to_owned()));
    assert_eq!(ExportName::from_name("pdf").expect_err("refused").subject(), "pdf");
    for name in ExportName::ALL {
        assert_eq!(ExportName::from_name(name.as_str()), Ok(name));
    }
}

#[test]
fn what_is_anonymous_holds_nothing_that_people_typed() {
    for edition in ["2013", "2022"] {
        let assessment = filled(edition, "zqxzqx");
        for name in ExportName::ALL {
            let made = export(name, &assessment, &ExportOptions { anonymous: true, ..OPTIONS }).expect("made");
            assert!(made.name.starts_with("anonymous-2026-11-23"), "{}", made.name);
            let bytes = if name == ExportName::Workbook {
                parts(&made.bytes).into_iter().map(|(_, part)| part).collect::<String>().into_bytes()
            } else {
                made.bytes
            };
            assert!(!String::from_utf8_lossy(&bytes).contains("zqx"), "{}", name.as_str());
        }
    }
}

#[test]
fn times_and_addresses_that_a_stricter_format_refuses_are_left_out() {
    let assessment = file(
        "2022",
        &json!({
            "created": "2026-11-23T10:00:60Z", "modified": "0001-01-01T00:00:00+23:59",
            "requirements": { "4.1": { "answer": 1, "modified": "2026-11-23T10:00:00-13:00", "evidence": [
                { "label": "one", "href": "https://münchen.example/" }, { "href": "https://example.com/a b|c" }] } },
        }),
    );
    let made: Value = serde_json::from_str(&text(ExportName::OscalResults, &assessment)).expect("JSON");
    let results = &made["assessment-results"];
    assert_eq!(results["metadata"]["last-modified"], "1970-01-01T00:00:00Z");
    let observation = &results["results"][0]["observations"][0];
    assert_eq!(observation["collected"], "1970-01-01T00:00:00Z");
    let evidence = observation["relevant-evidence"].as_array().expect("a list");
    assert_eq!(evidence.len(), 1);
    assert_eq!(evidence[0]["href"], "https://example.com/a%20b%7Cc");
    assert_eq!(observation["remarks"], "one \\<https://münchen.example/\\>");
    let workbook = export(ExportName::Workbook, &assessment, &OPTIONS).expect("made");
    let core = parts(&workbook.bytes).into_iter().find(|(name, _)| name == "docProps/core.xml").expect("properties");
    assert!(!core.1.contains("W3CDTF"));
}
