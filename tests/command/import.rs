//! Anybody's sheet in.

use crate::support::{code, lines, run, stderr, write};
use iso27001_readiness::assessment::{Answer, Assessment};
use iso27001_readiness::catalog::Edition;
use std::fs;
use tempfile::TempDir;

fn sheet(name: &str) -> String {
    format!("{}/tests/sheets/files/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn empty(folder: &TempDir) -> String {
    write(folder, "empty.json", &Assessment::new(Edition::E2022).to_json())
}

/// What a sheet says to an empty assessment.
fn taken(sheet: &str, more: &[&str]) -> (i32, Assessment) {
    let folder = TempDir::new().expect("a folder");
    let into = empty(&folder);
    let mut arguments = vec!["import", sheet, "--into", &into, "--apply"];
    arguments.extend(more);
    let output = run(&arguments, b"");
    let taken = Assessment::parse_bytes(output.stdout.trim_ascii());
    (code(&output), taken.expect("an assessment"))
}

fn answer(assessment: &Assessment, id: &str) -> Option<Answer> {
    assessment.response(Edition::E2022.requirement(id).expect("a requirement")).answer()
}

fn level(number: i64) -> Option<Answer> {
    Answer::level(number).ok()
}

#[test]
fn a_proposal_is_shown_and_changes_nothing() {
    let folder = TempDir::new().expect("a folder");
    let into = empty(&folder);
    let before = fs::read(&into).expect("read");
    let call = ["import", &sheet("statement-en.xlsx"), "--into", &into];
    let text = String::from_utf8_lossy(&run(&call, b"").stdout).into_owned();
    let json = lines(&run(&[&call[..], &["--format", "json"]].concat(), b""));
    assert_eq!(fs::read(&into).expect("read"), before);
    let changes = json[0]["changes"].as_array().expect("changes");
    assert!(changes.len() > 4 && text.contains(&format!("changes: {},", changes.len())), "{text}");
    for change in changes {
        let source = &change["source"];
        let place = format!("SoA!{}{}", source["column"].as_str().expect("a column"), source["row"]);
        assert!(text.lines().any(|line| line.ends_with(&place)), "{place}: {text}");
    }
    assert!(text.contains("Partially implemented"), "its words are shown: {text}");
}

#[test]
fn sheets_are_taken_from_workbooks_and_from_text() {
    let (_, english) = taken(&sheet("statement-en.xlsx"), &[]);
    assert_eq!(answer(&english, "A.5.1"), level(3));
    assert_eq!(answer(&english, "A.7.4"), Some(Answer::NotApplicable));
    let due = Edition::E2022.requirement("A.5.7").map(|requirement| english.response(requirement).due().to_owned());
    assert_eq!(due.as_deref(), Some("2027-02-28"), "a serial number of a date");
    assert_eq!(taken(&sheet("strict.xlsx"), &[]).1.to_json().len(), english.to_json().len());
    let (_, french) = taken(&sheet("statement-fr.csv"), &[]);
    let (_, utf16) = taken(&sheet("statement-fr-utf16.txt"), &[]);
    let owner = |of: &Assessment| {
        Edition::E2022.requirement("A.5.7").map(|requirement| of.response(requirement).owner().to_owned())
    };
    assert_eq!(owner(&french).as_deref(), Some("Noël"));
    assert_eq!(owner(&utf16), owner(&french));
    assert!(answer(&taken(&sheet("statement-de.xlsx"), &[]).1, "A.5.1").is_some());
}

#[test]
fn a_percentage_is_the_one_that_its_cell_shows() {
    // 100% is stored as the number 1, which would be level 1; all of it done is level 3.
    assert_eq!(answer(&taken(&sheet("numbers.xlsx"), &[]).1, "A.5.1"), level(3));
}

#[test]
fn words_can_be_given_a_meaning() {
    let folder = TempDir::new().expect("a folder");
    let csv = write(&folder, "own.csv", "Control,Status\nA.5.1,Zweidrittel\nA.5.7,Umgesetzt\nA.8.28,Gar nicht\n");
    let words = write(&folder, "words.json", r#"{ "zweidrittel": 2, "Umgesetzt": "4", "Gar nicht": null }"#);
    let (code_of_all, own) = taken(&csv, &["--words", &words]);
    assert_eq!((answer(&own, "A.5.1"), answer(&own, "A.5.7"), answer(&own, "A.8.28")), (level(2), level(4), None));
    assert_eq!(code_of_all, 0, "what means nothing is kept as a note");
    for wrong in [r#"{ "Umgesetzt": 6 }"#, r#"{ "Umgesetzt": "fast" }"#, "[]"] {
        let words = write(&folder, "wrong.json", wrong);
        let output = run(&["import", &csv, "--into", &empty(&folder), "--words", &words], b"");
        assert_eq!(code(&output), 2, "{wrong}");
        assert!(stderr(&output).contains("wrong.json"), "{}", stderr(&output));
    }
}

#[test]
fn what_is_not_taken_is_named_and_ends_with_one() {
    let folder = TempDir::new().expect("a folder");
    let csv = write(&folder, "own.csv", "Control,Status\nA.5.1,3\nA.99.1,3\n");
    let output = run(&["import", &csv, "--into", &empty(&folder)], b"");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(code(&output), 1);
    assert!(text.contains("unknown-id") && text.contains("own!3"), "{text}");
    let nothing = write(&folder, "nothing.csv", "a,b\nc,d\n");
    assert_eq!(code(&run(&["import", &nothing, "--into", &empty(&folder)], b"")), 1, "nothing was read");
}

#[test]
fn a_terminal_takes_nothing_in_a_sheet_for_a_command() {
    let folder = TempDir::new().expect("a folder");
    let csv = write(&folder, "own.csv", "Control,Owner\nA.5.1,\"\u{9b}2JAna\u{202e}\nBen\"\n");
    let output = run(&["import", &csv, "--into", &empty(&folder)], b"");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("Ana"), "{text} {}", stderr(&output));
    assert!(!text.contains(['\u{9b}', '\u{202e}']), "{text:?}");
    let csv = write(&folder, "escape.csv", "Control,Owner\nA.5.1,\u{1b}[2JAna\n");
    let output = run(&["import", &csv, "--into", &empty(&folder)], b"");
    assert!(!String::from_utf8_lossy(&output.stdout).contains('\u{1b}'));
    assert!(!stderr(&output).contains('\u{1b}'));
}

#[test]
fn what_is_no_sheet_is_said() {
    let folder = TempDir::new().expect("a folder");
    let into = empty(&folder);
    let whole = fs::read(sheet("statement-en.xlsx")).expect("read");
    let cut = folder.path().join("cut.xlsx");
    fs::write(&cut, whole.get(..whole.len() / 2).expect("a half")).expect("written");
    let pdf = write(&folder, "a.xlsx", "%PDF-1.7");
    let blank = write(&folder, "b.csv", " \n");
    for (name, said) in [
        (cut.display().to_string(), "damaged"),
        (pdf, "expected XLSX, CSV or TSV"),
        (blank, "is not empty"),
        (sheet("old.xls"), "old XLS"),
        (sheet("statement-en.ods"), "expected XLSX, CSV or TSV"),
        ("no such file.xlsx".into(), "no such file.xlsx"),
    ] {
        let output = run(&["import", &name, "--into", &into], b"");
        assert_eq!((code(&output), output.stdout.len()), (2, 0), "{name}");
        assert!(stderr(&output).contains(said), "{name}: {}", stderr(&output));
    }
    // A file cut anywhere ends in a word, never in a panic.
    for end in (0..whole.len()).step_by(97) {
        fs::write(&cut, whole.get(..end).expect("a start")).expect("written");
        assert_eq!(code(&run(&["import", &cut.display().to_string(), "--into", &into], b"")), 2, "{end}");
    }
}
