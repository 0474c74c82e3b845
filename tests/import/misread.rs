//! Sheets that say something else than they seem to at a first look: competing columns, lists of other things, and rows of
//! several.

use super::*;

fn file(name: &str) -> Proposal {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets/files").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    let sign = if text.lines().next().unwrap_or_default().contains(';') { ';' } else { ',' };
    let rows = text.lines().map(|line| cells(line, sign)).collect();
    let sheet = Sheet { name: "S".into(), rows };
    propose(&Assessment::new(Edition::E2022), &[sheet], &Options::default())
}

/// The cells of a line; the fixtures quote no quotation marks and break no lines.
fn cells(line: &str, sign: char) -> Vec<String> {
    let mut is_quoted = false;
    let mut row = vec![String::new()];
    for one in line.chars() {
        match one {
            '"' => is_quoted = !is_quoted,
            _ if one == sign && !is_quoted => row.push(String::new()),
            _ => row.last_mut().unwrap().push(one),
        }
    }
    row
}

#[test]
fn columns_that_compete_are_settled_by_what_they_say_not_by_where_they_stand() {
    let rows: [&[&str]; 3] = [
        &["Comment 2025", "ISO 27001:2013", "ISO 27001:2022", "Status 2026", "Status 2025", "Comment 2026"],
        &["old", "A.6.1.1", "A.5.2", "Partial", "Implemented", "new"],
        &["old", "A.6.1.2", "A.5.3", "No", "Implemented", "new"],
    ];
    let turned: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().rev().copied().collect()).collect();
    let turned: Vec<&[&str]> = turned.iter().map(Vec::as_slice).collect();
    for rows in [rows.as_slice(), &turned] {
        let proposal = proposed(rows);
        assert_eq!((proposal.edition, proposal.refused.len()), (Edition::E2022, 0));
        assert_eq!(to(&proposal, "A.5.2", Field::Answer), Some(&level(2)));
        assert_eq!(to(&proposal, "A.5.3", Field::Note), Some(&text("new")));
        let mut unread = proposal.sheets[0].unread.clone();
        unread.sort_unstable();
        assert_eq!(unread, ["Comment 2025", "ISO 27001:2013", "Status 2025"]);
    }
}

#[test]
fn one_known_heading_among_others_heads_the_sheet() {
    let proposal = proposed(&[
        &["Current Tier", "ISO 27001:2022", "Status"],
        &["1", "A.5.1", "Implemented"],
        &["4", "A.8.28", "No"],
    ]);
    assert_eq!((proposal.sheets[0].row, proposal.refused.len()), (1, 0));
    assert_eq!(to(&proposal, "A.5.1", Field::Answer), Some(&level(3)));
    assert_eq!(proposal.sheets[0].unread, ["Current Tier"]);
}

#[test]
fn lists_that_only_point_to_requirements_are_no_answers() {
    for rows in [
        [
            ["Risk ID", "Risk description", "Likelihood", "Controls", "Status"].as_slice(),
            &["R1", "Fire", "4", "A.7.5", "Closed"],
        ],
        [
            &["Finding No.", "Clause/Control", "Classification", "Corrective action", "Status"],
            &["1", "A.8.13", "Minor NC", "test", "closed"],
        ],
        [&["Name", "Phone", "Owner", "Status", "x"], &["Jo", "030", "IT", "active", ""]],
    ] {
        let proposal = proposed(&rows);
        assert!(proposal.changes.is_empty() && proposal.refused.is_empty(), "{:?}", rows[0]);
        assert_eq!(proposal.notices[0].kind, NoticeKind::NotRead);
    }
    // A list of documents names clauses; a statement names documents.
    let list = proposed(&[&["Document", "Clause", "Status"], &["Information security policy", "5.2", "Approved"]]);
    let status = Some(&FieldValue::Status(Some(DocumentStatus::InForce)));
    assert_eq!(to(&list, "document:security_policy", Field::Status), status);
    let statement = proposed(&[&["Control", "Status", "Document"], &["A.5.1", "Implemented", "Policy v2"]]);
    assert_eq!(to(&statement, "A.5.1", Field::Answer), Some(&level(3)));
    assert_eq!(statement.sheets[0].unread, ["Document"]);
}

#[test]
fn what_a_row_says_of_several_or_twice_is_never_read_as_one() {
    for id in ["A.5.1, A.5.2", "A.5.1; A.5.2", "A.5.1 and A.5.2", "A.8.1 - A.8.5", "A.5.3/A.5.4", "A.5.9 & A.5.10"] {
        let proposal =
            proposed(&[&["ID", "Control", "Status"], &["POL-1", id, "Implemented"], &["P-2", "A.8.28", "No"]]);
        assert_eq!((refused(&proposal), proposal.changes.len()), (vec![(2, RefusalReason::UnknownId)], 1), "{id}");
        assert_eq!(proposal.refused[0].value, id, "the cell that names it");
    }
    let old = proposed(&[&["Control", "Status"], &["A.5.15 (A.9.1.1)", "Implemented"]]);
    assert_eq!(to(&old, "A.5.15", Field::Answer), Some(&level(3)), "what stands in brackets explains");
    let headed =
        proposed(&[&["Section", "Requirement", "Status"], &["4.1", "Context", ""], &["4.1", "Issues", "Defined"]]);
    assert_eq!((to(&headed, "4.1", Field::Answer), headed.refused.len()), (Some(&level(3)), 0));
}

#[test]
fn a_state_that_excludes_goes_before_a_level_and_is_told_where_it_stands() {
    let proposal = proposed(&[
        &["Control", "Status", "Maturity", "Comments"],
        &["A.5.1", "Partial", "", ""],
        &["A.7.4", "N/A", "0", "no premises"],
        &["A.8.28", "N/A", "2", "no code"],
        &["A.8.4", "N/A", "", ""],
    ]);
    let columns: Vec<_> = proposal.changes.iter().map(|change| (&*change.id, &*change.source.column)).collect();
    assert_eq!(columns[0], ("A.5.1", "B"));
    assert_eq!(to(&proposal, "A.7.4", Field::Reason), Some(&text("no premises")));
    assert_eq!(refused(&proposal), [(4, RefusalReason::ExcludedLevel), (5, RefusalReason::NeedsReason)]);
    assert_eq!([&*proposal.refused[0].source.column, &*proposal.refused[1].source.column], ["C", "B"]);
}

#[test]
fn numbers_of_another_standard_are_no_answers() {
    for name in ["soa-42001.csv", "privacy.csv", "cis-controls.csv", "pci-dss.csv"] {
        let proposal = file(name);
        assert!(proposal.changes.is_empty() && proposal.refused.is_empty(), "{name}");
        assert_eq!(proposal.notices[0].kind, NoticeKind::OtherStandard, "{name}");
    }
    // Ours beside others, and a few numbers that are wrong.
    let ours = proposed(&[
        &["ISO 27001 and ISO 27701"],
        &["Control", "Status"],
        &["A.5.1", "Implemented"],
        &["A.5.99", "Implemented"],
    ]);
    assert_eq!((ours.changes.len(), refused(&ours)), (1, vec![(4, RefusalReason::UnknownId)]));
}
