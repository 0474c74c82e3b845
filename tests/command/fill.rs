//! Answers into somebody's own spreadsheet: the cells say them, and nothing else of the file has changed.

#![expect(clippy::indexing_slicing, reason = "a test that fails here has failed")]

use crate::support::{NOW, code, run, stderr, write};
use iso27001_readiness::assessment::{Annotation, Answer, Assessment, EvidenceLink};
use iso27001_readiness::catalog::Edition;
use std::collections::BTreeMap;
use std::fs;
use tempfile::TempDir;

fn sheet(name: &str) -> String {
    format!("{}/tests/sheets/files/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn level(number: i64) -> Answer {
    Answer::level(number).expect("a level")
}

/// Answers that each of the fixtures has rows for.
fn answered() -> Assessment {
    let mut assessment = Assessment::new(Edition::E2022);
    for (id, number) in [("A.5.1", 2), ("A.5.7", 3), ("A.7.4", 0)] {
        assessment.respond(id, level(number), NOW).expect("answered");
    }
    assessment.exclude("A.8.4", "No code of our own", NOW).expect("excluded");
    let annotation = Annotation {
        owner: Some("Zoë & <Co>".into()),
        due: Some("2027-05-06".into()),
        evidence: Some(vec![EvidenceLink::new("Policy", "https://example.com/x")]),
        ..Annotation::default()
    };
    assessment.annotate("A.5.1", annotation, NOW).expect("annotated");
    let annotation = Annotation { owner: Some("=1+1".into()), ..Annotation::default() };
    assessment.annotate("A.5.7", annotation, NOW).expect("annotated");
    assessment
}

/// The parts of an archive as they are packed, by name.
fn parts(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let small = |at: usize| usize::from(u16::from_le_bytes(archive[at..at + 2].try_into().expect("two bytes")));
    let large = |at: usize| u32::from_le_bytes(archive[at..at + 4].try_into().expect("four bytes")) as usize;
    let end = (0..archive.len() - 21).rev().find(|at| archive[*at..].starts_with(b"PK\x05\x06")).expect("an end");
    let mut at = large(end + 16);
    let mut found = BTreeMap::new();
    for _ in 0..small(end + 10) {
        let (packed, local) = (large(at + 20), large(at + 42));
        let name = String::from_utf8(archive[at + 46..at + 46 + small(at + 28)].to_vec()).expect("a name");
        let content = local + 30 + small(local + 26) + small(local + 28);
        found.insert(name, archive[content..content + packed].to_vec());
        at += 46 + small(at + 28) + small(at + 30) + small(at + 32);
    }
    found
}

/// Fills a file, and says how it ended and what was said.
fn filled(file: &str, assessment: &Assessment) -> (Vec<u8>, i32, String) {
    let folder = TempDir::new().expect("a folder");
    let from = write(&folder, "answers.json", &assessment.to_json());
    let out = folder.path().join("filled").display().to_string();
    let output = run(&["fill", file, "--from", &from, "-o", &out], b"");
    assert_eq!(output.stdout, b"", "{file}");
    (fs::read(&out).unwrap_or_default(), code(&output), stderr(&output))
}

/// What a filled file says to an empty assessment.
fn read_back(name: &str, bytes: &[u8]) -> Assessment {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("written");
    let into = write(&folder, "empty.json", &Assessment::new(Edition::E2022).to_json());
    let output = run(&["import", &path.display().to_string(), "--into", &into, "--apply"], b"");
    Assessment::parse_bytes(output.stdout.trim_ascii()).expect("an assessment")
}

#[test]
fn a_workbook_says_the_answers_and_every_other_part_is_the_same_bytes() {
    let assessment = answered();
    for name in ["statement-en.xlsx", "strict.xlsx", "styled.xlsx", "styled-libreoffice.xlsx"] {
        let before = fs::read(sheet(name)).expect("read");
        let (after, _, said) = filled(&sheet(name), &assessment);
        let (old, new) = (parts(&before), parts(&after));
        assert_eq!(old.keys().collect::<Vec<_>>(), new.keys().collect::<Vec<_>>(), "{name}");
        let changed: Vec<_> = old.iter().filter(|(part, bytes)| new[*part] != **bytes).map(|(part, _)| part).collect();
        assert_eq!(changed, ["xl/worksheets/sheet1.xml"], "{name}: {said}");
        let back = read_back(name, &after);
        for id in ["A.5.1", "A.5.7", "A.8.4"] {
            let requirement = Edition::E2022.requirement(id).expect("a requirement");
            let (wanted, found) = (assessment.response(requirement), back.response(requirement));
            assert_eq!(found.answer(), wanted.answer(), "{name} {id}: {said}");
            assert_eq!(found.reason(), wanted.reason(), "{name} {id}");
        }
        for id in ["A.5.1", "A.5.7"] {
            let requirement = Edition::E2022.requirement(id).expect("a requirement");
            assert_eq!(back.response(requirement).owner(), assessment.response(requirement).owner(), "{name}");
        }
        let policies = back.response(Edition::E2022.requirement("A.5.1").expect("a requirement"));
        assert_eq!(policies.due(), "2027-05-06", "{name}");
        assert!(policies.evidence().contains(&EvidenceLink::new("Policy", "https://example.com/x")), "{name}");
        assert_eq!(policies.evidence().len(), 2, "{name}: what stood there stays");
    }
}

#[test]
fn what_the_workbook_has_no_place_for_is_named() {
    let (_, code, said) = filled(&sheet("styled.xlsx"), &answered());
    assert_eq!(code, 1);
    assert!(said.contains("not exactly: 1") && said.contains("no-word"), "no figure says that it is excluded: {said}");
    assert!(said.contains("has formulas"), "{said}");
    let mut more = answered();
    more.respond("4.1", level(3), NOW).expect("answered");
    more.annotate("A.7.4", Annotation { note: Some("Cameras are planned".into()), ..Annotation::default() }, NOW)
        .expect("annotated");
    more.annotate("A.8.4", Annotation { owner: Some("Di".into()), ..Annotation::default() }, NOW).expect("annotated");
    more.respond("A.8.28", level(3), NOW).expect("answered");
    more.annotate("A.8.28", Annotation { owner: Some("Eve".into()), ..Annotation::default() }, NOW).expect("annotated");
    let (_, code, said) = filled(&sheet("styled.xlsx"), &more);
    assert_eq!(code, 1);
    assert!(said.contains("without a row: 4.1"), "{said}");
    assert!(said.contains("no column for note (rows: 1)"), "{said}");
    assert!(said.contains("merged"), "two rows have one owner: {said}");
    let (_, _, said) = filled(&sheet("cells.xlsx"), &answered());
    assert!(said.contains("A.5.7") && said.contains("formula"), "{said}");
    let mut best = answered();
    best.respond("A.5.7", level(5), NOW).expect("answered");
    let (_, _, said) = filled(&sheet("statement-en.xlsx"), &best);
    assert!(said.contains("coarser"), "no word for more than implemented: {said}");
}

#[test]
fn a_text_keeps_its_encoding_its_separator_and_its_line_ends() {
    let assessment = answered();
    for name in
        ["statement-fr.csv", "statement-fr-mac.csv", "statement-fr-utf16.txt", "statement-fr-utf16be-unmarked.txt"]
    {
        let before = fs::read(sheet(name)).expect("read");
        let (after, _, said) = filled(&sheet(name), &assessment);
        let same = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
        assert!(same > 40, "{name}: it begins as it did: {said}");
        assert_eq!(before[before.len() - 2..], after[after.len() - 2..], "{name}");
        let back = read_back(name, &after);
        for id in ["A.5.1", "A.5.7", "A.8.4"] {
            let requirement = Edition::E2022.requirement(id).expect("a requirement");
            assert_eq!(back.response(requirement).answer(), assessment.response(requirement).answer(), "{name} {id}");
            assert!(
                back.response(requirement).owner() == assessment.response(requirement).owner() || id == "A.8.4",
                "{name} {id}"
            );
        }
    }
}

#[test]
fn cells_are_replaced_and_not_a_byte_beside_them() {
    let folder = TempDir::new().expect("a folder");
    let assessment = answered();
    for (before, after) in [
        (
            "Control,Status,Owner\r\nA.5.1,Implemented,\"Ana, B\"\r\nA.5.7,Partial\r\n",
            "Control,Status,Owner\r\nA.5.1,Partial,\"Zoë & <Co>\"\r\nA.5.7,Implemented,'=1+1\r\n",
        ),
        (
            "\"Control\"\t\"Status\"\t\"Owner\"\n\"A.5.1\"\t\"offen\"\t\n",
            "\"Control\"\t\"Status\"\t\"Owner\"\n\"A.5.1\"\t\"Partially implemented\"\t\"Zoë & <Co>\"\n",
        ),
        ("sep=|\r\nControl|Status\rA.5.1|ok\r", "sep=|\r\nControl|Status\rA.5.1|Partially implemented\r"),
        ("\u{feff}Control;Status;Z\n\nA.5.1;ok;ö\n", "\u{feff}Control;Status;Z\n\nA.5.1;Partially implemented;ö\n"),
        ("Control;Status\nA.5.7;2\nA.5.1;2\nA.7.4;1", "Control;Status\nA.5.7;3\nA.5.1;2\nA.7.4;0"),
        ("Control;Status\nA.5.7;20%\nA.5.1;80%", "Control;Status\nA.5.7;100%\nA.5.1;80%"),
    ] {
        let file = write(&folder, "own.csv", before);
        let (bytes, _, said) = filled(&file, &assessment);
        assert_eq!(String::from_utf8(bytes).expect("text"), after, "{said}");
    }
    // A letter that the file's encoding has no place for is named, and the rest is filled.
    let path = folder.path().join("latin.csv");
    fs::write(&path, b"Control;Status;Owner\r\nA.5.1;ok;J\xf6rg\r\nA.5.7;ok;\r\n").expect("written");
    let mut polish = answered();
    let annotation = Annotation { owner: Some("Łukasz".into()), ..Annotation::default() };
    polish.annotate("A.5.1", annotation, NOW).expect("annotated");
    let (bytes, code, said) = filled(&path.display().to_string(), &polish);
    assert_eq!(code, 1);
    assert!(said.contains("encoding") && said.contains("latin!C2"), "{said}");
    assert!(bytes.windows(5).any(|five| five == b"J\xf6rg\r") && bytes.ends_with(b"'=1+1\r\n"), "{bytes:?}");
}

#[test]
fn no_text_becomes_a_formula_a_tag_or_an_escape() {
    let folder = TempDir::new().expect("a folder");
    for text in
        ["=1+1", "@SUM(A1)", "-2+3", "\t=1", "</t></is></c><c><f>1</f>", "&lt;", "_x0041_", "a;=b", "'=x", "＝1"]
    {
        let mut assessment = answered();
        let annotation = Annotation { owner: Some(text.into()), ..Annotation::default() };
        assessment.annotate("A.5.1", annotation, NOW).expect("annotated");
        let csv = write(&folder, "own.csv", "Control,Status,Owner\nA.5.1,Implemented,Ana\n");
        for file in [sheet("styled.xlsx"), csv] {
            let (bytes, _, said) = filled(&file, &assessment);
            let name = if file.ends_with("csv") { "own.csv" } else { "own.xlsx" };
            let back = read_back(name, &bytes);
            let owner = back.response(Edition::E2022.requirement("A.5.1").expect("a requirement")).owner().to_owned();
            assert_eq!(owner, text.trim(), "{name}: {said}");
        }
    }
}

#[test]
fn a_second_filling_changes_nothing() {
    let folder = TempDir::new().expect("a folder");
    for name in ["styled.xlsx", "styled-libreoffice.xlsx", "statement-de.xlsx", "statement-fr.csv", "iso27k-gap.csv"] {
        let (once, _, _) = filled(&sheet(name), &answered());
        let path = folder.path().join(name);
        fs::write(&path, &once).expect("written");
        let (twice, _, said) = filled(&path.display().to_string(), &answered());
        assert!(said.contains("cells filled: 0"), "{name}: {said}");
        assert_eq!(once, twice, "{name}");
    }
}

#[test]
fn what_cannot_be_filled_is_said_and_leaves_no_file() {
    let folder = TempDir::new().expect("a folder");
    let from = write(&folder, "answers.json", &answered().to_json());
    let whole = fs::read(sheet("styled.xlsx")).expect("read");
    let cut = folder.path().join("cut.xlsx");
    let out = folder.path().join("out.xlsx");
    let call = |file: &str| run(&["fill", file, "--from", &from, "-o", &out.display().to_string()], b"");
    for end in (0..whole.len()).step_by(211) {
        fs::write(&cut, whole.get(..end).expect("a start")).expect("written");
        let output = call(&cut.display().to_string());
        assert_eq!(code(&output), 2, "{end}: {}", stderr(&output));
        assert!(!out.exists());
    }
    for name in ["old.xls", "statement-en.ods", "no such file.xlsx"] {
        assert_eq!(code(&call(&sheet(name))), 2, "{name}");
        assert!(!out.exists());
    }
}
