//! The commands about one assessment.

use crate::support::{NOW, code, example, lines, run, stderr, write};
use iso27001_readiness::assessment::{Answer, Assessment};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::envelope::{Binding, seal, seal_for};
use iso27001_readiness::output::exports::{ExportName, ExportOptions, TextFormat, export, first_version};
use iso27001_readiness::scoring::Report;
use tempfile::TempDir;

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
fn a_first_version_is_written_as_the_crate_writes_it() {
    let example = example();
    for (arguments, format) in [(&[][..], TextFormat::Markdown), (&["--format", "html"], TextFormat::Html)] {
        let output = run(&[&["first-version", "isms_scope", "-"], arguments].concat(), example.to_json().as_bytes());
        let made = first_version("isms_scope", &example, format, &ExportOptions::default()).expect("made");
        assert_eq!((code(&output), output.stdout), (0, made.bytes));
    }
    let output = run(&["first-version", "isms", "-"], example.to_json().as_bytes());
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("isms: expected"), "{}", stderr(&output));
}

#[test]
fn help_manual_and_completions_name_every_command() {
    let help = String::from_utf8(run(&["--help"], b"").stdout).expect("text");
    let manual = String::from_utf8(run(&["manual"], b"").stdout).expect("text");
    let completions = String::from_utf8(run(&["completions", "bash"], b"").stdout).expect("text");
    for command in [
        "report",
        "verify",
        "plan",
        "statement",
        "checklist",
        "first-version",
        "merge",
        "carry-over",
        "catalog",
        "new",
        "import",
        "fill",
        "batch",
    ] {
        assert!(help.contains(command), "{command}");
        assert!(manual.contains(&command.to_uppercase()), "{command}");
        assert!(completions.contains(command), "{command}");
    }
    assert!(help.contains("Not affiliated with ISO or IEC"));
}
