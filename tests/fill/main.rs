//! Spreadsheets filled with answers: what is filled is read back as it was meant, and nothing else changes.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails here has failed")]

mod crosses;

use iso27001_readiness::assessment::{Annotation, Answer, Assessment, DocumentChange, DocumentStatus, EvidenceLink};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::fill::{Filled, KeptReason, MAX_SPREADSHEET, TextFile, delimited, workbook};
use iso27001_readiness::import::{Field, Options, Role, Sheet, column_at, propose};
use iso27001_readiness::output::exports::{ExportName, ExportOptions, export};
use iso27001_readiness::{ErrorCode, ReadinessError};
use proptest::prelude::*;

const NOW: &str = "2026-11-23T10:00:00Z";

fn rows(cells: &[&[&str]]) -> Vec<Vec<String>> {
    cells.iter().map(|row| row.iter().map(|cell| String::from(*cell)).collect()).collect()
}

fn sheet(rows: Vec<Vec<String>>) -> Sheet {
    Sheet { name: "S".into(), rows }
}

/// The rows as a text with this separator; what has to be quoted is, and all of it if so wanted.
fn written(rows: &[Vec<String>], separator: char, quoted: bool, end: &str) -> String {
    let mut text = String::new();
    for row in rows {
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                text.push(separator);
            }
            if quoted || cell.contains([separator, '"', '\n']) {
                text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                text.push_str(cell);
            }
        }
        text.push_str(end);
    }
    text
}

fn filled(text: &str, rows: &[Vec<String>], assessment: &Assessment) -> Result<Filled, ReadinessError> {
    let file = TextFile { bytes: text.as_bytes(), text, encode: &|text| Some(text.as_bytes().to_vec()) };
    delimited(&file, &sheet(rows.to_vec()), assessment, &Options::default())
}

/// The rows with what was filled.
fn with(rows: &[Vec<String>], filled: &Filled) -> Vec<Vec<String>> {
    let mut rows = rows.to_vec();
    for one in &filled.cells {
        let column = column_at(&one.source.column).unwrap();
        let row = &mut rows[usize::try_from(one.source.row).unwrap() - 1];
        if row.len() <= column {
            row.resize(column + 1, String::new());
        }
        row[column].clone_from(&one.to);
    }
    rows
}

const IDS: [&str; 6] = ["A.5.1", "A.5.7", "A.7.4", "A.8.4", "A.8.28", "4.1"];

fn any_rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let heads: [&[&str]; 4] = [
        &["Control", "Title", "Applicable", "Justification", "Status", "Owner", "Due date", "Evidence", "Note"],
        &[
            "Nr.",
            "Maßnahme",
            "Anwendbar",
            "Begründung",
            "Umsetzungsstatus",
            "Verantwortlich",
            "Frist",
            "Nachweis",
            "Bemerkung",
        ],
        &["Control", "Title", "Applicable", "Reason", "Maturity", "Owner", "Due date", "Link", "Comments"],
        &["Mesure", "Titre", "Applicable", "Justification", "État", "Responsable", "Échéance", "Preuve", "Remarques"],
    ];
    // A column holds words, levels, percentages or shares, perhaps with a remark among them.
    let pools: [&[&str]; 4] = [
        &["", "Implemented", "Partial", "offen", "Erfüllt", "N/A", "Conforme", "see ticket"],
        &["", "0", "1", "2", "3", "4", "5", "see ticket"],
        &["", "0%", "25%", "80%", "100%", "see ticket"],
        &["", "0", "40", "80", "100"],
    ];
    let applies = proptest::sample::select(vec!["", "Yes", "No", "Ja", "x", "n/a"]);
    let date = proptest::sample::select(vec![
        "",
        "2027-01-31",
        "31/01/2027",
        "03/04/2027",
        "31.01.2027",
        "01/31/2027",
        "soon",
    ]);
    let text = "[a-z=+;,\"\n' -]{0,12}";
    let row = (applies, text, 0_usize..8, text, date, text, text);
    let pool = proptest::sample::select(pools.to_vec());
    (proptest::sample::select(heads.to_vec()), pool, proptest::collection::vec(row, 6)).prop_map(
        |(head, pool, cells)| {
            let mut all = rows(&[head]);
            for (id, (applies, why, word, owner, date, evidence, note)) in IDS.into_iter().zip(cells) {
                let word = pool[word % pool.len()];
                let cells = [id, "", applies, &why, word, &owner, date, &evidence, &note];
                all.push(cells.map(|cell| String::from(cell.trim())).to_vec());
            }
            all
        },
    )
}

fn any_answers() -> impl Strategy<Value = Assessment> {
    let one = (0_u8..9, "[a-z=+;,\"\n' -]{0,12}", "[a-z@=\n]{0,8}", proptest::bool::ANY);
    proptest::collection::vec(one, 6).prop_map(|wanted| {
        let mut assessment = Assessment::new(Edition::E2022);
        for (id, (answer, note, owner, dated)) in IDS.into_iter().zip(wanted) {
            match answer {
                0..6 => assessment.respond(id, Answer::level(answer.into()).unwrap(), NOW).unwrap(),
                6 => assessment.respond(id, Answer::Unknown, NOW).unwrap(),
                7 if id != "4.1" => assessment.exclude(id, "no need", NOW).unwrap(),
                _ => {}
            }
            let annotation = Annotation {
                owner: Some(owner.trim().into()),
                due: Some(if dated { "2027-02-03".into() } else { String::new() }),
                note: Some(note.trim().into()),
                evidence: Some(vec![EvidenceLink::new("Plan", "https://example.com/p")]),
            };
            assessment.annotate(id, annotation, NOW).unwrap();
        }
        assessment
    })
}

proptest! {
    #[test]
    fn what_was_filled_is_read_back_and_the_rest_stays(
        rows in any_rows(),
        assessment in any_answers(),
        separator in proptest::sample::select(vec![',', ';', '\t', '|']),
        quoted in proptest::bool::ANY,
        end in proptest::sample::select(vec!["\r\n", "\n"]),
    ) {
        let text = written(&rows, separator, quoted, end);
        let filled = filled(&text, &rows, &assessment).unwrap();
        let now = with(&rows, &filled);
        let again = propose(&assessment, &[sheet(now.clone())], &Options::default());
        for change in &again.changes {
            let roles: &[Role] = match change.field {
                Field::Answer => &[Role::Level, Role::Status, Role::Applicable],
                Field::Owner => &[Role::Owner],
                Field::Due => &[Role::Due],
                // What stood there and stays is offered as before.
                _ => continue,
            };
            let is_filled = filled.cells.iter().any(|one| one.source == change.source && roles.contains(&one.role));
            let is_kept = filled.kept.iter().any(|one| one.value == change.id);
            prop_assert!(!is_filled || is_kept, "{change:?} {now:?}");
        }
        // The file says what the cells say, and no other byte has changed.
        let once = String::from_utf8(filled.bytes.clone()).unwrap();
        if filled.cells.is_empty() {
            prop_assert_eq!(&once, &text);
        }
        // What a strange mixture of figures and words left open may be settled by what was filled.
        if filled.kept.iter().all(|kept| kept.reason != KeptReason::NoWord) {
            let twice = self::filled(&once, &guarded(&now, &filled), &assessment).unwrap();
            prop_assert_eq!(twice.cells.len(), 0, "{:?}", twice.cells);
            prop_assert_eq!(String::from_utf8(twice.bytes).unwrap(), once);
        }
    }
}

/// The rows as a reader shows them: with the apostrophe that keeps a text from being a formula.
fn guarded(rows: &[Vec<String>], filled: &Filled) -> Vec<Vec<String>> {
    let mut shown = rows.to_vec();
    for one in &filled.cells {
        let column = column_at(&one.source.column).unwrap();
        let cell = &mut shown[usize::try_from(one.source.row).unwrap() - 1][column];
        let begins = |text: &str| text.trim_start_matches('\'').trim_start().starts_with(['=', '+', '-', '@']);
        let mut out = String::new();
        let mut rest = cell.as_str();
        // After another separator a cell begins as well.
        while let Some(at) = rest.find([';', '\t', '\n']) {
            let (before, after) = rest.split_at(at + 1);
            out.push_str(before);
            if after.trim_start_matches('\'').starts_with(['=', '+', '-', '@']) {
                out.push('\'');
            }
            rest = after;
        }
        out.push_str(rest);
        let needs = begins(&out) || out.trim_start_matches('\'').starts_with(['\t', '\n']);
        *cell = if needs { format!("'{out}") } else { out };
    }
    shown
}

#[test]
fn documents_are_filled_by_their_names() {
    let table = rows(&[
        &["Document", "Status", "Owner", "Link"],
        &["Information security policy", "Entwurf", "", ""],
        &["Scope of the ISMS", "Entwurf", "Ana", ""],
    ]);
    let mut assessment = Assessment::new(Edition::E2022);
    let keys: Vec<_> =
        Edition::E2022.documents().filter(|one| one.name == table[1][0] || one.name == table[2][0]).collect();
    assert!(!keys.is_empty(), "{:?}", Edition::E2022.documents().map(|one| one.name).collect::<Vec<_>>());
    for one in &keys {
        let change = DocumentChange {
            status: Some(Some(DocumentStatus::InForce)),
            href: Some("https://example.com/d".into()),
            ..DocumentChange::default()
        };
        assessment.set_document(one.key, change, NOW).unwrap();
    }
    let filled = filled(&written(&table, ',', false, "\n"), &table, &assessment).unwrap();
    let again = propose(&assessment, &[sheet(with(&table, &filled))], &Options::default());
    assert_eq!(filled.cells.len(), keys.len() * 2, "{:?}", filled.cells);
    assert!(again.changes.iter().all(|change| change.field == Field::Owner), "{:?}", again.changes);
}

#[test]
fn a_sheet_of_the_other_edition_is_filled_where_its_rows_are_answered_alike() {
    let table = rows(&[
        &["Control", "Status"],
        &["A.5.1.1", "No"],
        &["A.12.4.1", "No"],
        &["A.6.1.1", "Yes"],
        &["A.18.2.2", "No"],
    ]);
    let mut assessment = Assessment::new(Edition::E2022);
    for id in ["A.5.1", "A.8.15", "A.5.2", "A.5.36"] {
        assessment.respond(id, Answer::level(3).unwrap(), NOW).unwrap();
    }
    let filled = filled(&written(&table, ',', false, "\n"), &table, &assessment).unwrap();
    let now = with(&table, &filled);
    assert_eq!(now[1][1], "Yes", "{:?}", filled.cells);
    let again = propose(&assessment, &[sheet(now)], &Options::default());
    assert!(again.changes.iter().all(|change| change.field != Field::Answer), "{:?}", again.changes);
}

#[test]
fn our_own_statement_is_filled_as_well() {
    let assessment = Assessment::example(Edition::E2022).unwrap();
    let of = |assessment: &Assessment| {
        let options = ExportOptions { day: "2026-11-23", ..ExportOptions::default() };
        let file = export(ExportName::Statement, assessment, &options).unwrap();
        String::from_utf8(file.bytes).unwrap().trim_start_matches('\u{feff}').to_owned()
    };
    let parsed = |text: &str| {
        let mut rows = vec![vec![String::new()]];
        let (mut inside, mut signs) = (false, text.chars().peekable());
        while let Some(sign) = signs.next() {
            let cell = rows.last_mut().unwrap().last_mut().unwrap();
            match sign {
                '"' if inside && signs.peek() == Some(&'"') => cell.extend(signs.next()),
                '"' => inside = !inside,
                ',' if !inside => rows.last_mut().unwrap().push(String::new()),
                '\r' if !inside => {}
                '\n' if !inside => rows.push(vec![String::new()]),
                sign => cell.push(sign),
            }
        }
        rows.pop();
        rows
    };
    let own = of(&assessment);
    let unchanged = filled(&own, &parsed(&own), &assessment).unwrap();
    assert!(unchanged.cells.is_empty(), "{:?}", unchanged.cells);
    let mut more = assessment.clone();
    more.respond("A.5.7", Answer::level(3).unwrap(), NOW).unwrap();
    more.exclude("A.7.4", "No premises of our own", NOW).unwrap();
    let filled = filled(&own, &parsed(&own), &more).unwrap();
    let again = propose(&more, &[sheet(with(&parsed(&own), &filled))], &Options::default());
    assert_eq!(again.changes, [], "{:?}", filled.cells);
}

/// An archive of these parts, none of them packed.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let crc = |bytes: &[u8]| {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(sum & 1)))
        })
    };
    let (mut out, mut central) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let at = u32::try_from(out.len()).unwrap().to_le_bytes();
        let size = u32::try_from(text.len()).unwrap().to_le_bytes();
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let head = [
            &[20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0][..],
            &crc(text.as_bytes()).to_le_bytes(),
            &size,
            &size,
            &length,
            &[0, 0],
        ]
        .concat();
        out.extend([b"PK\x03\x04", &head[..], name.as_bytes(), text.as_bytes()].concat());
        central.extend([b"PK\x01\x02\x14\x00", &head[..], &[0; 10], &at, name.as_bytes()].concat());
    }
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    let sizes = [central.len(), out.len()].map(|size| u32::try_from(size).unwrap().to_le_bytes()).concat();
    out.extend(central);
    out.extend([&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &sizes, &[0, 0]].concat());
    out
}

fn book(sheet: &str) -> Vec<u8> {
    let link =
        |id: &str, kind: &str, to: &str| format!("<Relationship Id=\"{id}\" Type=\"x/{kind}\" Target=\"{to}\"/>");
    archive(&[
        ("_rels/.rels", &format!("<Relationships>{}</Relationships>", link("a", "officeDocument", "/xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            "<x:workbook><x:sheets><x:sheet name=\"S\" sheetId=\"1\" q:id=\"b\"/></x:sheets></x:workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!("<Relationships>{}</Relationships>", link("b", "worksheet", "worksheets/s.xml")),
        ),
        ("xl/worksheets/s.xml", sheet),
    ])
}

/// The rows of the workbooks below.
fn two_rows() -> Vec<Sheet> {
    vec![sheet(rows(&[&["Control", "Status", "Owner"], &["A.5.1", "No", ""], &["A.5.7", "", ""]]))]
}

fn two_answers() -> Assessment {
    let mut assessment = Assessment::new(Edition::E2022);
    for id in ["A.5.1", "A.5.7"] {
        assessment.respond(id, Answer::level(3).unwrap(), NOW).unwrap();
        assessment.annotate(id, Annotation { owner: Some("A & B".into()), ..Annotation::default() }, NOW).unwrap();
    }
    assessment
}

fn in_book(part: &str) -> Result<(String, Filled), ReadinessError> {
    let filled = workbook(&book(part), &two_rows(), &two_answers(), &Options::default())?;
    let packed = filled.bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    let name = b"xl/worksheets/s.xml";
    let at = filled.bytes[..packed].windows(name.len()).position(|part| part == name).unwrap();
    let content = &filled.bytes[at + name.len()..packed];
    let method = filled.bytes[at - 22];
    let part = if method == 8 { miniz_oxide::inflate::decompress_to_vec(content).unwrap() } else { content.to_vec() };
    Ok((String::from_utf8(part).unwrap(), filled))
}

const HEADS: &str = "<x:row><x:c t=\"s\"><x:v>0</x:v></x:c><x:c/><x:c/></x:row>";

#[test]
fn cells_find_their_place_with_and_without_names() {
    let done = |cell: &str, text: &str| {
        format!("<x:c{cell} t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">{text}</x:t></x:is></x:c>")
    };
    let (status, owner) = ("Implemented", "A &amp; B");
    // Without references, with a row that has no end, and with a style of the row and of a column.
    let part = format!(
        "<?xml version=\"1.0\"?><!-- <x:row> --><x:worksheet><x:cols><x:col min=\"3\" max=\"3\" style=\"7\"/></x:cols><x:sheetData>{HEADS}\
         <x:row spans=\"1:2\"><x:c><x:v>1</x:v></x:c><x:c s=\"5\" t=\"s\" cm='1'><x:v>9</x:v></x:c></x:row>\
         <x:row r=\"3\" s=\"4\" customFormat=\"1\" /></x:sheetData></x:worksheet>"
    );
    let (after, filled) = in_book(&part).unwrap();
    let expected = part
        .replace("spans=\"1:2\"", "spans=\"1:3\"")
        .replace(
            "<x:c s=\"5\" t=\"s\" cm='1'><x:v>9</x:v></x:c>",
            &[done(" s=\"5\"", status), done(" r=\"C2\" s=\"7\"", owner)].concat(),
        )
        .replace(
            "<x:row r=\"3\" s=\"4\" customFormat=\"1\" />",
            &[
                "<x:row r=\"3\" s=\"4\" customFormat=\"1\" >",
                &done(" r=\"B3\" s=\"4\"", status),
                &done(" r=\"C3\" s=\"4\"", owner),
                "</x:row>",
            ]
            .concat(),
        );
    assert_eq!(after, expected);
    assert_eq!((filled.cells.len(), filled.kept.len()), (4, 0));
}

#[test]
fn formulas_and_merged_cells_stay() {
    let part = |rest: &str| {
        format!(
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"/></row><row r=\"2\"><c r=\"A2\"/><c r=\"B2\"><f t=\"array\" ref=\"B2:B3\">A1</f><v>1</v></c>\
             <c r=\"C2\"/></row><row r=\"3\"><c r=\"A3\"/><c r=\"B3\"><v>1</v></c><c r=\"C3\"/></row></sheetData>{rest}</worksheet>"
        )
    };
    let (after, filled) = in_book(&part("<mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>")).unwrap();
    assert!(
        after.contains("<f t=\"array\" ref=\"B2:B3\">A1</f><v>1</v></c>") && after.contains("<c r=\"B3\"><v>1</v></c>")
    );
    let reasons: Vec<_> = filled.kept.iter().map(|kept| (kept.source.column.as_str(), kept.reason)).collect();
    // Both rows have one owner, so its one cell says it; the second row's own cell is out of sight.
    assert_eq!(reasons, [("B", KeptReason::Formula), ("B", KeptReason::Formula)]);
    assert!(filled.computes && after.contains("A &amp; B") && after.contains("<c r=\"C3\"/>"), "{after}");
}

#[test]
fn what_is_no_workbook_of_these_sheets_is_refused() {
    let refused = |part: &str| in_book(part).map(|_| ()).unwrap_err().code();
    for part in [
        "<!DOCTYPE a><worksheet/>",
        "<worksheet><sheetData><row r=\"1\"></row></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"0\"/></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"2\"><c r=\"B3\"/></row></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"2\"><c r=\"C2\"/><c r=\"B2\"/></row></sheetData></worksheet>",
        "<worksheet><sheetData><c r=\"B2\"/></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"2\"><c r=\"B2\">",
        "\u{0}",
        "",
    ] {
        assert_eq!(refused(part), ErrorCode::WrongFormat, "{part}");
    }
    let large = vec![b'P'; MAX_SPREADSHEET + 1];
    let error = workbook(&large, &two_rows(), &two_answers(), &Options::default()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::TooLarge);
    let text = written(&two_rows()[0].rows, ',', false, "\n");
    let other = rows(&[&["Control", "Status"], &["A.5.1", "Yes"]]);
    assert_eq!(filled(&text, &other, &two_answers()).unwrap_err().code(), ErrorCode::WrongFormat);
}
