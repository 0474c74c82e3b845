//! Our own sheets, exported, edited as people edit them, and read back.

#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::assessment::{Annotation, Answer, Assessment, EvidenceLink};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::import::{Field, FieldValue, Options, Proposal, Sheet, apply, propose};
use iso27001_readiness::output::exports::{ExportName, ExportOptions, export};

const NOW: &str = "2026-11-23T10:00:00Z";

fn level(number: i64) -> FieldValue {
    FieldValue::Answer(Some(Answer::level(number).unwrap()))
}

fn text(text: &str) -> FieldValue {
    FieldValue::Text(text.into())
}

fn to<'p>(proposal: &'p Proposal, id: &str, field: Field) -> Option<&'p FieldValue> {
    proposal.changes.iter().find(|change| change.id == id && change.field == field).map(|change| &change.to)
}

/// What follows a cell of a CSV, which may begin a row.
fn next<'t>(after: &'t str, rows: &mut Vec<Vec<String>>) -> &'t str {
    after.strip_prefix(',').unwrap_or_else(|| {
        rows.push(Vec::new());
        after.strip_prefix("\r\n").unwrap()
    })
}

/// A sheet of our own as it is written into a CSV: texts in quotes, numbers without.
fn exported(assessment: &Assessment, name: ExportName) -> Sheet {
    let file = export(name, assessment, &ExportOptions::default()).unwrap();
    let text = String::from_utf8(file.bytes).unwrap();
    let mut rows = vec![Vec::new()];
    let mut rest = text.trim_start_matches('\u{feff}');
    while !rest.is_empty() {
        let mut cell = String::new();
        let Some(mut inside) = rest.strip_prefix('"') else {
            // A number.
            let (number, after) = rest.split_at_checked(rest.find([',', '\r']).unwrap()).unwrap();
            rows.last_mut().unwrap().push(number.to_owned());
            rest = next(after, &mut rows);
            continue;
        };
        let after = loop {
            let (part, behind) = inside.split_once('"').unwrap();
            cell.push_str(part);
            match behind.strip_prefix('"') {
                Some(more) => {
                    cell.push('"');
                    inside = more;
                }
                None => break behind,
            }
        };
        rows.last_mut().unwrap().push(cell);
        rest = next(after, &mut rows);
    }
    rows.pop();
    Sheet { name: name.as_str().into(), rows }
}

/// Puts a text into the cell below a heading, in the first row that begins with this.
fn put(sheet: &mut Sheet, row: &str, heading: &str, text: &str) {
    let column = sheet.rows.first().unwrap().iter().position(|cell| cell == heading);
    assert!(column.is_some(), "{heading}");
    let row = sheet.rows.iter_mut().find(|cells| cells.iter().any(|cell| cell == row)).unwrap();
    *row.get_mut(column.unwrap()).unwrap() = text.into();
}

/// Our own sheets, and the columns that are only shown in them.
const OWN: [(ExportName, &[&str]); 4] = [
    (ExportName::Statement, &["Theme or group", "Basis"]),
    (ExportName::Documents, &["Kind", "Required", "Stage", "Basis"]),
    (ExportName::Gaps, &["Likely finding", "Points lost", "Next step", "Effort", "Basis"]),
    (ExportName::Plan, &["Order", "Next step", "Stage", "Must-haves", "Gain in points", "Effort", "Now", "Basis"]),
];

#[test]
fn our_own_sheets_come_back_as_they_went() {
    for edition in Edition::ALL {
        let mut assessment = Assessment::example(edition).unwrap();
        let first = edition.requirements().find(|requirement| requirement.is_control()).unwrap();
        let hostile = "\t=1;'-2\n''@x\u{feff} =y\r";
        let links = vec![
            EvidenceLink::new("a \u{85}\u{feff} b", "https://example.com/a"),
            EvidenceLink::new("=x", ""),
            EvidenceLink::new("\t''=x\r\n", ""),
        ];
        let annotation = Annotation {
            note: Some(hostile.into()),
            owner: Some("\u{feff}=1".into()),
            evidence: Some(links),
            ..Annotation::default()
        };
        assessment.annotate(first, annotation, NOW).unwrap();
        let sheets = OWN.map(|(name, _)| exported(&assessment, name));
        for (sheet, (_, shown)) in sheets.iter().zip(OWN) {
            let proposal = propose(&assessment, std::slice::from_ref(sheet), &Options::default());
            assert_eq!(proposal.changes, [], "{} of {}", sheet.name, edition.year());
            assert_eq!(proposal.refused, [], "{} of {}", sheet.name, edition.year());
            assert!(proposal.sheets[0].read > 0, "{} of {}", sheet.name, edition.year());
            assert_eq!(proposal.sheets[0].unread, shown, "every other column is read: {}", edition.year());
        }
        assert_eq!(propose(&assessment, &sheets, &Options::default()).changes, [], "{}", edition.year());
    }
}

#[test]
fn what_somebody_typed_is_no_error_of_the_spreadsheet_when_it_comes_back() {
    for edition in Edition::ALL {
        for typed in ["#REF!", "#N/A"] {
            let mut assessment = Assessment::new(edition);
            let mut controls = edition.requirements().filter(|requirement| requirement.is_control());
            let (first, second) = (controls.next().unwrap(), controls.next().unwrap());
            let annotation = Annotation {
                note: Some(typed.into()),
                owner: Some(typed.into()),
                evidence: Some(vec![EvidenceLink::new(typed, "")]),
                ..Annotation::default()
            };
            assessment.annotate(first, annotation, NOW).unwrap();
            assessment.exclude(second.id(), typed, NOW).unwrap();
            let area = controls.filter_map(|control| control.area()).last().unwrap();
            assessment.exclude(&format!("area:{}", area.key), typed, NOW).unwrap();
            for (name, _) in OWN {
                let proposal = propose(&assessment, &[exported(&assessment, name)], &Options::default());
                assert_eq!(proposal.changes, [], "{name:?} of {}", edition.year());
                assert_eq!(proposal.refused, [], "{name:?} of {}", edition.year());
            }
        }
    }
}

#[test]
fn what_an_area_is_excluded_by_does_not_become_an_answer_of_its_controls() {
    let mut assessment = Assessment::new(Edition::E2022);
    let area = Edition::E2022.requirement("A.7.2").and_then(|control| control.area()).unwrap();
    assessment.exclude(&format!("area:{}", area.key), "=everybody works from home", NOW).unwrap();
    let mut sheet = exported(&assessment, ExportName::Statement);
    assert_eq!(propose(&assessment, std::slice::from_ref(&sheet), &Options::default()).changes, []);
    put(&mut sheet, "A.7.2", "Why it is excluded", "a reason of its own");
    let proposal = propose(&assessment, &[sheet], &Options::default());
    assert_eq!(proposal.changes.len(), 2, "{:?}", proposal.changes);
    assert_eq!(to(&proposal, "A.7.2", Field::Reason), Some(&text("a reason of its own")));
}

#[test]
fn a_link_stays_whole_while_another_in_its_cell_is_changed() {
    let mut assessment = Assessment::parse(
        r#"{"format":"iso27001-readiness/assessment","version":1,"edition":"2022","requirements":{"A.5.1":{"evidence":[
            {"label":"\tPolicy\r\n","href":"https://example.com/p","kept":1},{"label":"https://example.com/q"},
            {"label":"a\u0001\tb"},{"label":"=1"},{"label":"''=1"},{"label":"old"}]}}}"#,
    )
    .unwrap();
    let requirement = Edition::E2022.requirement("A.5.1").unwrap();
    let before = assessment.response(requirement).evidence().to_vec();
    let mut statement = exported(&assessment, ExportName::Statement);
    let cell = "Policy <https://example.com/p>\nhttps://example.com/q\na[U+0001] b\n'=1\n'''=1\n";
    put(&mut statement, "A.5.1", "Evidence links", &format!("{cell}new"));
    let proposal = propose(&assessment, &[statement], &Options::default());
    let mut links = before.clone();
    *links.last_mut().unwrap() = EvidenceLink::new("new", "");
    assert_eq!(to(&proposal, "A.5.1", Field::Evidence), Some(&FieldValue::Evidence(links)));

    // Somebody else's sheet adds to what is there, and nothing twice.
    let rows = [["Control", "Evidence"], ["A.5.1", "Policy <https://example.com/p>\nmore"]];
    let sheet = Sheet { name: "theirs".into(), rows: rows.map(|row| row.map(String::from).to_vec()).to_vec() };
    let proposal = propose(&assessment, &[sheet], &Options::default());
    let mut links = before;
    links.push(EvidenceLink::new("more", ""));
    assert_eq!(to(&proposal, "A.5.1", Field::Evidence), Some(&FieldValue::Evidence(links)));
    assessment = apply(&assessment, &proposal.changes, NOW).unwrap();
    assert!(assessment.to_json().contains(r#""kept":1"#), "what a newer version wrote");
}

#[test]
fn in_our_own_sheets_a_blank_cell_takes_away_and_every_column_that_was_typed_in_is_read() {
    let mut assessment = Assessment::example(Edition::E2022).unwrap();
    let owned = Annotation { owner: Some("Ana".into()), note: Some("old".into()), ..Annotation::default() };
    assessment.annotate("A.5.1", owned, NOW).unwrap();
    assessment.respond("A.5.1", Answer::level(2).unwrap(), NOW).unwrap();
    let mut statement = exported(&assessment, ExportName::Statement);
    put(&mut statement, "A.5.1", "Owner", "");
    put(&mut statement, "A.5.1", "More on the justification", "a customer asks for it");
    put(&mut statement, "A.5.1", "Note", "new");
    put(&mut statement, "A.5.1", "Level", "4 Managed");
    let proposal = propose(&assessment, &[statement], &Options::default());
    assert_eq!(to(&proposal, "A.5.1", Field::Owner), Some(&text("")), "only a sheet of our own takes away");
    assert_eq!(to(&proposal, "A.5.1", Field::InclusionNote), Some(&text("a customer asks for it")));
    assert_eq!(to(&proposal, "A.5.1", Field::Note), Some(&text("new")), "a note of our own is not added to");
    assert_eq!(to(&proposal, "A.5.1", Field::Answer), Some(&level(4)));
    assert_eq!((proposal.changes.len(), &proposal.refused), (4, &Vec::new()));

    let scope = Edition::E2022.documents().find(|document| document.key == "isms_scope").unwrap();
    let mut documents = exported(&assessment, ExportName::Documents);
    put(&mut documents, scope.name, "Where it is kept", "https://example.com/scope");
    put(&mut documents, scope.name, "Note", "filed");
    let proposal = propose(&assessment, &[documents], &Options::default());
    assert_eq!(to(&proposal, "document:isms_scope", Field::Href), Some(&text("https://example.com/scope")));
    assert_eq!(to(&proposal, "document:isms_scope", Field::Note), Some(&text("filed")));

    let mut plan = exported(&assessment, ExportName::Plan);
    let id = plan.rows.iter().filter_map(|row| row.get(1)).find(|id| id.starts_with("A.")).unwrap().clone();
    put(&mut plan, &id, "Owner", "Ben");
    put(&mut plan, &id, "Due", "2027-06-30");
    let proposal = propose(&assessment, &[plan], &Options::default());
    assert_eq!(to(&proposal, &id, Field::Owner), Some(&text("Ben")));
    assert_eq!(to(&proposal, &id, Field::Due), Some(&text("2027-06-30")));
    assert_eq!(proposal.changes.len(), 2);
}
