//! Many assessments at once.

use crate::support::{NOW, code, example, lines, run, stderr, write};
use iso27001_readiness::assessment::{Answer, Assessment};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::envelope::seal;
use iso27001_readiness::scoring::Summary;
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

#[test]
fn a_batch_answers_every_line_in_its_order() {
    let example = example();
    let old = Assessment::example(Edition::E2013).expect("the example");
    let forged = seal(&example).replacen("\"state\":\"not-ready\"", "\"state\":\"ready\"", 1);
    let mut quoting = Assessment::new(Edition::E2022);
    quoting.set_assessor("iso27001-readiness/result", NOW).expect("set");
    let input = [
        example.to_json(),
        "{\"broken".into(),
        seal(&old),
        String::new(),
        forged,
        quoting.to_json(),
        "x".repeat(3 * 1024 * 1024),
        example.to_json(),
    ]
    .join("\n");
    for threads in ["1", "2"] {
        let output = run(&["batch", "--threads", threads], input.as_bytes());
        assert_eq!(code(&output), 1, "{}", stderr(&output));
        let found = lines(&output);
        let numbers: Vec<_> = found.iter().map(|line| line["line"].as_u64().expect("a number")).collect();
        assert_eq!(numbers, [1, 2, 3, 5, 6, 7, 8]);
        let summary = Summary::of(&example);
        assert_eq!(found[0]["ok"], Value::Null);
        assert_eq!(found[0]["overall"], serde_json::to_value(summary.overall).expect("JSON"));
        assert_eq!(found[0]["findings"], serde_json::to_value(summary.findings).expect("JSON"));
        assert_eq!(found[0]["stages"][0]["state"], "not-ready");
        assert_eq!(found[1]["error"]["code"], "syntax");
        assert_eq!((&found[2]["ok"], &found[2]["edition"]), (&Value::Bool(true), &Value::from("2013")));
        assert_eq!(found[2]["stages"][0]["certifiable"], false);
        assert_eq!(found[3]["ok"], false);
        assert_eq!(found[3]["differences"][0]["computed"], "\"not-ready\"");
        assert_eq!(found[4]["error"], Value::Null, "a note may quote the name of the format");
        assert_eq!(found[5]["error"]["code"], "too-large");
        assert_eq!(found[6]["overall"], found[0]["overall"]);
    }
}

#[test]
fn portions_change_nothing() {
    // More lines than one portion has, so that the order is held across portions.
    let one = Assessment::new(Edition::E2022).to_json();
    let input = vec![one; 9000].join("\n");
    let found = lines(&run(&["batch"], input.as_bytes()));
    assert_eq!(found.len(), 9000);
    assert!(found.iter().zip(1_u64..).all(|(line, number)| line["line"] == number));
}

#[test]
fn own_minimums_list_what_is_under_them() {
    let folder = TempDir::new().expect("a folder");
    let mut assessment = Assessment::new(Edition::E2022);
    assessment.respond("A.8.13", Answer::level(2).expect("a level"), NOW).expect("answered");
    assessment.respond("A.5.7", Answer::level(3).expect("a level"), NOW).expect("answered");
    assessment.exclude("A.7.4", "no premises", NOW).expect("excluded");
    let minimums = write(&folder, "minimums.json", r#"{ "A.8.13": 3, "A.5.7": 3, "A.7.4": 1, "A.18.2.3": 5 }"#);
    let output = run(&["batch", "--minimums", &minimums], assessment.to_json().as_bytes());
    assert_eq!(lines(&output)[0]["shortfalls"], serde_json::json!(["A.7.4", "A.8.13"]));
    for wrong in [r#"{ "A.99": 3 }"#, r#"{ "A.5.7": 6 }"#, "[]"] {
        let minimums = write(&folder, "wrong.json", wrong);
        let output = run(&["batch", "--minimums", &minimums], b"");
        assert_eq!(code(&output), 2, "{wrong}");
        assert!(stderr(&output).contains("wrong.json"), "{}", stderr(&output));
    }
}

#[test]
fn a_folder_is_one_document_a_file() {
    let folder = TempDir::new().expect("a folder");
    write(&folder, "b.json", &example().to_json().replace(",\"", ",\n\""));
    write(&folder, "a.json", "no JSON");
    write(&folder, "notes.txt", "not read");
    fs::create_dir(folder.path().join("inner")).expect("a folder");
    let output = run(&["batch", &folder.path().display().to_string()], b"");
    // What is not read is said.
    assert!(stderr(&output).contains("not read: 2"), "{}", stderr(&output));
    let found = lines(&output);
    assert_eq!(found.len(), 2);
    assert!(found[0]["file"].as_str().is_some_and(|file| file.ends_with("a.json")));
    assert_eq!(found[0]["error"]["code"], "syntax");
    assert_eq!(found[1]["organisation"], example().organisation().name.as_str());
}

#[test]
fn a_file_of_another_format_is_one_error_and_the_rest_goes_on() {
    let folder = TempDir::new().expect("a folder");
    let good = write(&folder, "good.ndjson", &example().to_json());
    let others = [&b"PK\x03\x04\n\n\n"[..], b"%PDF-1.7\n%\n1 0 obj\n", b"\x1f\x8b\x08\n\n", b"\xff\xfe{\0\n\0}\0"];
    for other in others {
        let path = folder.path().join("other").display().to_string();
        fs::write(&path, other).expect("written");
        let output = run(&["batch", &path, &good], b"");
        assert_eq!(code(&output), 1);
        let found = lines(&output);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!((&found[0]["file"], &found[0]["error"]["code"]), (&path.into(), &"unreadable".into()));
        assert_eq!(found[1]["edition"], "2022");
        assert_eq!(lines(&run(&["batch"], other)).len(), 1);
    }
}

#[test]
fn two_with_one_id_are_told_and_both_are_scored() {
    let folder = TempDir::new().expect("a folder");
    let mut named = Assessment::new(Edition::E2022);
    named.identify("vendor-7", NOW).expect("an id");
    let unnamed = Assessment::new(Edition::E2022).to_json();
    for (name, text) in
        [("a.json", named.to_json()), ("b.json", unnamed.clone()), ("c.json", seal(&named)), ("d.json", unnamed)]
    {
        write(&folder, name, &text);
    }
    let output = run(&["batch", &folder.path().display().to_string()], b"");
    assert_eq!(code(&output), 1, "it is something found");
    let found = lines(&output);
    let twins: Vec<_> = found.iter().map(|line| line["sameIdAs"].as_u64()).collect();
    assert_eq!(twins, [None, None, Some(1), None], "what has no id has no twin");
    assert!(found.iter().all(|line| line["overall"]["low"].is_u64()), "{found:?}");
}
