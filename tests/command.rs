//! The command, run as people run it: its binary, its streams, its exit codes.

#![expect(clippy::expect_used, reason = "a step that fails is a failed test")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use iso27001_readiness::assessment::{Answer, Assessment};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::envelope::{Binding, seal, seal_for};
use iso27001_readiness::output::exports::{ExportName, ExportOptions, export};
use iso27001_readiness::scoring::{Report, Summary};
use serde_json::Value;
use tempfile::TempDir;

const NOW: &str = "2026-11-23T10:00:00Z";

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_iso27001-readiness"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // It may end without reading.
    let writer = std::thread::spawn(move || stdin.write_all(&input).map_or((), |()| ()));
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("it was written");
    output
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("not killed")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text")
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

fn example() -> Assessment {
    Assessment::example(Edition::E2022).expect("the example")
}

fn write(folder: &TempDir, name: &str, text: &str) -> String {
    let path = folder.path().join(name);
    fs::write(&path, text).expect("written");
    path.display().to_string()
}

fn names(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<_> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("one").path()).collect();
    names.sort();
    names
}

#[test]
fn a_report_is_the_one_of_the_library() {
    let example = example();
    let output = run(&["report", "-"], example.to_json().as_bytes());
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{}\n", Report::of(&example).to_json()));
}

#[test]
fn every_format_of_the_report_is_the_export_of_the_library() {
    let example = example();
    for (format, name) in [
        ("markdown", ExportName::ReportMarkdown),
        ("html", ExportName::ReportHtml),
        ("csv", ExportName::Gaps),
        ("xlsx", ExportName::Workbook),
        ("oscal", ExportName::OscalResults),
        ("result", ExportName::Result),
    ] {
        for anonymous in [false, true] {
            let mut arguments = vec!["report", "-", "--format", format];
            arguments.extend(anonymous.then_some("--anonymous"));
            let output = run(&arguments, example.to_json().as_bytes());
            let options = ExportOptions { anonymous, ..ExportOptions::default() };
            let expected = export(name, &example, &options).expect("an export").bytes;
            assert!(output.stdout == expected, "{format}, anonymous: {anonymous}");
        }
    }
}

#[test]
fn a_stage_that_is_required_and_not_ready_ends_with_one() {
    let example = example().to_json();
    for stage in ["stage-1", "stage-2"] {
        assert_eq!(code(&run(&["report", "-", "--require", stage], example.as_bytes())), 1, "{stage}");
    }
    let mut ready = Assessment::new(Edition::E2022);
    for requirement in Edition::E2022.requirements() {
        ready.respond(requirement, Answer::level(5).expect("a level"), NOW).expect("answered");
    }
    for document in Edition::E2022.documents() {
        let in_force = iso27001_readiness::assessment::DocumentStatus::InForce;
        ready.set_document(document.key, in_force, NOW).expect("set");
    }
    assert_eq!(code(&run(&["report", "-", "--require", "stage-2"], ready.to_json().as_bytes())), 0);
}

#[test]
fn nobody_is_ready_for_a_certificate_of_2013() {
    let mut old = Assessment::new(Edition::E2013);
    for requirement in Edition::E2013.requirements() {
        old.respond(requirement, Answer::level(5).expect("a level"), NOW).expect("answered");
    }
    assert_eq!(code(&run(&["report", "-", "--require", "stage-1"], old.to_json().as_bytes())), 1);
}

#[test]
fn a_forged_result_is_told_and_a_whole_one_is_not() {
    let sealed = seal(&example());
    assert_eq!(code(&run(&["verify", "-"], sealed.as_bytes())), 0);
    let forged = sealed.replacen("\"state\":\"not-ready\"", "\"state\":\"ready\"", 1);
    let output = run(&["verify", "-"], forged.as_bytes());
    assert_eq!(code(&output), 1);
    assert_eq!(lines(&output)[0]["differences"][0]["computed"], "\"not-ready\"");
}

#[test]
fn a_result_for_another_request_is_told() {
    let asked = Binding { nonce: "8f14e45f".into(), audience: "https://portal.example".into() };
    let sealed = seal_for(&example(), &asked);
    let bound = ["verify", "-", "--nonce", "8f14e45f", "--audience", "https://portal.example"];
    assert_eq!(code(&run(&bound, sealed.as_bytes())), 0);
    assert_eq!(code(&run(&bound, seal(&example()).as_bytes())), 1, "for no request");
    let other = run(&["verify", "-", "--nonce", "another"], sealed.as_bytes());
    assert_eq!(code(&other), 1);
    assert!(stderr(&other).contains("$.binding.nonce"), "{}", stderr(&other));
}

#[test]
fn what_cannot_be_read_is_said_with_its_path() {
    for (arguments, input, said) in [
        (
            vec!["report", "-"],
            &b"{\"format\":\"iso27001-readiness/assessment\",\"version\":1,\"edition\":\"2030\"}"[..],
            "standard input: ",
        ),
        (vec!["report", "-"], b"", "the text ends"),
        (vec!["report", "-"], b"\xff\xfe{", "UTF-16"),
        (vec!["verify", "-"], b"{}", "$.format"),
        (vec!["report", "no such file.json"], b"", "no such file.json: "),
        (vec!["batch", "no such file.ndjson"], b"", "no such file.ndjson: "),
        (vec!["report"], b"", "Usage"),
        (vec!["carry-over", "-", "--to", "2022"], example().to_json().as_bytes(), "already"),
    ] {
        let output = run(&arguments, input);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(stderr(&output).contains(said), "{arguments:?}: {}", stderr(&output));
        assert_eq!(output.stdout, b"", "{arguments:?}");
    }
}

#[test]
fn two_files_are_merged_and_carried_over() {
    let folder = TempDir::new().expect("a folder");
    let (mut ana, mut ben) = (Assessment::new(Edition::E2013), Assessment::new(Edition::E2013));
    ana.respond("A.9.2.3", Answer::level(4).expect("a level"), NOW).expect("answered");
    ben.respond("A.9.2.3", Answer::level(2).expect("a level"), NOW).expect("answered");
    let (ana, ben) = (write(&folder, "ana.json", &ana.to_json()), write(&folder, "ben.json", &ben.to_json()));
    let old = folder.path().join("both.json").display().to_string();
    assert_eq!(code(&run(&["merge", &ana, &ben, "--out", &old], b"")), 0);
    let carried = run(&["carry-over", &old, "--to", "2022"], b"");
    let new = Assessment::parse_bytes(carried.stdout.trim_ascii()).expect("an assessment");
    let rights = Edition::E2022.requirement("A.8.2").expect("a control");
    assert_eq!(new.response(rights).answer(), Some(Answer::level(2).expect("a level")));
}

#[test]
fn a_new_assessment_has_an_id_and_reads_back() {
    let output = run(&["new", "--organisation", "Ünïted <b>"], b"");
    let new = Assessment::parse_bytes(output.stdout.trim_ascii()).expect("an assessment");
    assert_eq!(new.organisation().name, "Ünïted <b>");
    assert_eq!(new.id().len(), 36);
}

#[test]
fn lists_and_the_catalog_are_json() {
    let example = example().to_json();
    for (command, length) in [("statement", 93), ("checklist", Edition::E2022.documents().count())] {
        assert_eq!(lines(&run(&[command, "-"], example.as_bytes()))[0].as_array().map(Vec::len), Some(length));
    }
    assert!(lines(&run(&["plan", "-"], example.as_bytes()))[0]["actions"].is_array());
    assert_eq!(lines(&run(&["catalog", "2022"], b""))[0]["controls"].as_array().map(Vec::len), Some(93));
}

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
    let found = lines(&run(&["batch", &folder.path().display().to_string()], b""));
    assert_eq!(found.len(), 2);
    assert!(found[0]["file"].as_str().is_some_and(|file| file.ends_with("a.json")));
    assert_eq!(found[0]["error"]["code"], "syntax");
    assert_eq!(found[1]["organisation"], example().organisation().name.as_str());
}

#[test]
fn no_half_file_has_the_final_name() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out.ndjson");
    let missing = folder.path().join("gone.ndjson").display().to_string();
    let input = write(&folder, "in.ndjson", &example().to_json());
    let names_before = names(folder.path());
    // The second input is a folder without files: refused before anything is written.
    let output = run(&["batch", &input, &missing, "--out", &out.display().to_string()], b"");
    assert_eq!(code(&output), 2);
    assert_eq!(names(folder.path()), names_before);
    let nowhere = folder.path().join("no folder/out.json").display().to_string();
    assert_eq!(code(&run(&["report", &input, "--out", &nowhere], b"")), 2);
    assert_eq!(code(&run(&["batch", &input, "--out", &out.display().to_string()], b"")), 0);
    assert!(out.is_file());
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_said() {
    use std::os::unix::process::CommandExt;
    // Every write to this device fails as on a full disk.
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
    let folder = TempDir::new().expect("a folder");
    let input = write(&folder, "in.json", &example().to_json());
    for arguments in [["report", input.as_str()], ["batch", input.as_str()]] {
        let output = Command::new(env!("CARGO_BIN_EXE_iso27001-readiness"))
            .arg0("iso27001-readiness")
            .args(arguments)
            .stdout(full.try_clone().expect("another"))
            .stderr(Stdio::piped())
            .output()
            .expect("it runs");
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(stderr(&output).contains("standard output"), "{}", stderr(&output));
    }
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let one = Assessment::new(Edition::E2022).to_json();
    let folder = TempDir::new().expect("a folder");
    let input = write(&folder, "in.ndjson", &vec![one; 9000].join("\n"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_iso27001-readiness"))
        .args(["batch", &input])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
}

#[test]
fn help_manual_and_completions_name_every_command() {
    let help = String::from_utf8(run(&["--help"], b"").stdout).expect("text");
    let manual = String::from_utf8(run(&["manual"], b"").stdout).expect("text");
    let completions = String::from_utf8(run(&["completions", "bash"], b"").stdout).expect("text");
    for command in
        ["report", "verify", "plan", "statement", "checklist", "merge", "carry-over", "catalog", "new", "batch"]
    {
        assert!(help.contains(command), "{command}");
        assert!(manual.contains(&command.to_uppercase()), "{command}");
        assert!(completions.contains(command), "{command}");
    }
    assert!(help.contains("Not affiliated with ISO or IEC"));
}
