//! Spreadsheets to be filled: damaged ones are refused or filled, and what is filled can be filled again.

use crate::holds::Keep;
use crate::random::{Random, inputs};
use iso27001_readiness::assessment::{Annotation, Answer, Assessment};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::fill::{TextFile, delimited, workbook};
use iso27001_readiness::import::{Options, Sheet};

const STYLED: &[u8] = include_bytes!("../sheets/files/styled.xlsx");
const NOW: &str = "2026-11-23T10:00:00Z";
const PIECES: [&str; 24] = [
    "\"",
    ",",
    ";",
    "\n",
    "\r\n",
    "=",
    "<",
    ">",
    "/>",
    "<c r=\"B2\"/>",
    "<row>",
    "</row>",
    "<f>1</f>",
    "&amp;",
    "&#x41;",
    "r=\"B3\"",
    "<!--",
    "-->",
    "<mergeCell ref=\"B2:C9\"/>",
    "A.5.7",
    "ß",
    " t=\"s\"",
    "'",
    "0",
];

fn answers() -> Assessment {
    let mut assessment = Assessment::new(Edition::E2022);
    for id in ["A.5.1", "A.5.7", "A.7.4"] {
        assessment.respond(id, Answer::level(3).unwrap(), NOW).unwrap();
        assessment.annotate(id, Annotation { owner: Some("=A & B".into()), ..Annotation::default() }, NOW).unwrap();
    }
    assessment
}

fn sheets() -> Vec<Sheet> {
    let rows = [
        ["Control", "Title", "Applicable", "Justification", "Maturity", "Due date", "Owner"],
        ["A.5.1", "", "Yes", "", "1", "", ""],
        ["A.5.7", "", "Yes", "", "1", "", ""],
    ];
    let rows = rows.map(|row| row.map(String::from).to_vec()).to_vec();
    vec![Sheet { name: "Statement of Applicability".into(), rows }]
}

/// A text with some of it taken away, doubled or put in.
fn mutated(random: &mut Random, base: &str) -> String {
    let mut signs: Vec<char> = base.chars().collect();
    for _ in 0..=random.under(4) {
        let at = random.under(signs.len() + 1);
        let end = (at + random.under(8)).min(signs.len());
        let piece: Vec<char> = random.of_these(&PIECES).chars().collect();
        match random.under(3) {
            0 => drop(signs.splice(at..end, [])),
            1 => drop(signs.splice(at..at, piece)),
            _ => drop(signs.splice(at..end, piece)),
        }
    }
    signs.into_iter().collect()
}

#[test]
fn fuzz_a_workbook_is_refused_or_filled() {
    let (assessment, mut random, mut filled) = (answers(), Random::of(31), 0_u64);
    let count = inputs(100);
    for _ in 0..count {
        let mut bytes = STYLED.to_vec();
        for _ in 0..random.under(3) {
            let at = random.under(bytes.len());
            if let Some(byte) = bytes.get_mut(at) {
                *byte = u8::try_from(random.under(256)).unwrap();
            }
        }
        let keep = Keep("workbook", &bytes);
        if let Ok(once) = workbook(&bytes, &sheets(), &assessment, &Options::default()) {
            let twice = workbook(&once.bytes, &sheets(), &assessment, &Options::default()).unwrap();
            assert_eq!(once.cells, twice.cells);
            filled += 1;
        }
        drop(keep);
    }
    assert!(filled > count / 20, "{filled} of {count} were filled");
}

#[test]
fn fuzz_a_text_is_refused_or_filled() {
    let (assessment, mut random, mut filled) = (answers(), Random::of(32), 0_u64);
    let base = "Control,Status,Owner\r\nA.5.1,No,\"Ana, B\"\r\nA.5.7,\"Yes\",\r\nA.7.4,,\r\n";
    let count = inputs(20);
    for _ in 0..count {
        let text = mutated(&mut random, base);
        let keep = Keep("text", text.as_bytes());
        let rows: Vec<Vec<String>> = text
            .split_terminator("\r\n")
            .map(|line| line.split(',').map(|cell| cell.trim_matches('"').replace("\"\"", "\"")).collect())
            .collect();
        let file = TextFile { bytes: text.as_bytes(), text: &text, encode: &|text| Some(text.as_bytes().to_vec()) };
        let sheet = Sheet { name: "S".into(), rows };
        if let Ok(done) = delimited(&file, &sheet, &assessment, &Options::default()) {
            assert!(std::str::from_utf8(&done.bytes).is_ok());
            assert!(!done.cells.is_empty() || done.bytes == text.as_bytes());
            filled += 1;
        }
        drop(keep);
    }
    assert!(filled > count / 100, "{filled} of {count} were filled");
}
