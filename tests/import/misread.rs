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

/// What a sheet of crosses says, and the same with its columns turned.
fn crossed(rows: &[&[&str]]) -> Proposal {
    let turned: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().rev().copied().collect()).collect();
    let turned: Vec<&[&str]> = turned.iter().map(Vec::as_slice).collect();
    let (proposal, other) = (proposed(rows), proposed(&turned));
    let of = |proposal: &Proposal| -> Vec<_> {
        proposal.changes.iter().map(|change| (change.id.clone(), change.field, change.to.clone())).collect()
    };
    assert_eq!(of(&proposal), of(&other), "{rows:?}");
    assert_eq!(refused(&proposal), refused(&other), "{rows:?}");
    proposal
}

#[test]
fn a_cross_says_what_its_column_is_headed() {
    for (head, marks) in [
        (["Control", "Yes", "Partially", "No", "N/A"], ["x", "X", "✓", "●"]),
        (["Control", "Implemented", "In progress", "Planned", "Not applicable"], ["1", "yes", "TRUE", "x"]),
        (["Nr.", "erfüllt", "teilweise", "nicht erfüllt", "entfällt"], ["ja", "☒", "x", "x"]),
        (["Control", "Compliant", "Minor NC", "Major NC", "N/A"], ["x", "x", "x", "x"]),
        (["Mesure", "Conforme", "Partiellement conforme", "Non conforme", "Sans objet"], ["oui", "x", "x", "x"]),
        (["Control", "3", "2", "0", "N/A"], ["x", "x", "x", "x"]),
    ] {
        let rows: Vec<Vec<&str>> = ["A.5.1", "A.5.2", "A.5.3", "4.1"]
            .iter()
            .enumerate()
            .map(|(at, id)| {
                let crossed = marks.iter().enumerate().map(|(place, mark)| if place == at { *mark } else { "" });
                std::iter::once(*id).chain(crossed).collect()
            })
            .collect();
        let all: Vec<&[&str]> = std::iter::once(head.as_slice()).chain(rows.iter().map(Vec::as_slice)).collect();
        let proposal = crossed(&all);
        for (id, number) in [("A.5.1", 3), ("A.5.2", 2), ("A.5.3", 0)] {
            assert_eq!(to(&proposal, id, Field::Answer), Some(&level(number)), "{head:?} {id}");
        }
        assert_eq!(refused(&proposal), [(5, RefusalReason::ClauseNotApplicable)], "{head:?}");
        assert_eq!(proposal.sheets[0].unread, [""; 0], "{head:?}");
        let (count, named) = (proposal.words.len(), proposal.words.iter().all(|word| head.contains(&&*word.word)));
        assert!(count == 4 && named, "{:?}", proposal.words);
    }
}

#[test]
fn two_crosses_in_a_row_are_refused_and_what_is_no_cross_is_named() {
    let proposal = crossed(&[
        &["Control", "Yes", "Partially", "No"],
        &["A.5.1", "x", "", "x"],
        &["A.5.2", "", "x", ""],
        &["A.5.3", "", "", "x"],
        &["", "", "", ""],
        &["A.5.4", "x", "", ""],
        &["A.5.5", "x", "see A.5.4", ""],
    ]);
    assert_eq!(refused(&proposal), [(2, RefusalReason::SeveralCrosses), (7, RefusalReason::Word)]);
    assert!(["Yes (No)", "No (Yes)"].contains(&&*proposal.refused[0].value));
    assert_eq!(to(&proposal, "A.5.5", Field::Answer), Some(&level(3)));
    assert_eq!(to(&proposal, "A.5.1", Field::Answer), None);
    // A word has the meaning that somebody gives it, or none: then it goes into the note.
    let rows: [&[&str]; 2] = [&["Control", "Yes", "Partially", "No"], &["A.5.1", "", "X", ""]];
    let with = |means| {
        let words = vec![(String::from("partially"), means)];
        let options = Options { words, ..Options::default() };
        propose(&Assessment::new(Edition::E2022), &[sheet("S", &rows)], &options)
    };
    assert_eq!(to(&with(Meaning::from_name("1")), "A.5.1", Field::Answer), Some(&level(1)));
    assert_eq!(to(&with(None), "A.5.1", Field::Note), Some(&text("Partially: X")));
}

#[test]
fn columns_that_only_look_like_crosses_are_none() {
    // A column of words beside them says it; "Yes" and "No" alone do not say of what; two headings mean the same.
    let beside = crossed(&[&["Control", "Yes", "No", "N/A", "Status"], &["A.5.1", "x", "", "", "Partial"]]);
    assert_eq!(to(&beside, "A.5.1", Field::Answer), Some(&level(2)));
    for rows in [
        [["Control", "Yes", "No"].as_slice(), &["A.5.1", "x", ""]],
        [&["Control", "Implemented", "Closed"], &["A.5.1", "", "x"]],
        [&["Control", "Yes", "Yes", "No"], &["A.5.1", "", "x", ""]],
        [&["Control", "Yes", "No", "N/A"], &["A.5.1", "", "✗", ""]],
        [&["Control", "LR", "CO", "RRA"], &["A.5.1", "x", "", "x"]],
    ] {
        let proposal = proposed(&rows);
        assert!(proposal.changes.iter().all(|change| change.field != Field::Answer), "{:?}", proposal.changes);
    }
    // A column with its own word for "no" says it itself.
    let words = crossed(&[&["Control", "Implemented", "Planned"], &["A.5.1", "no", "yes"], &["A.5.2", "yes", "no"]]);
    assert_eq!(to(&words, "A.5.1", Field::Answer), Some(&level(0)));
    assert_eq!(to(&words, "A.5.2", Field::Answer), Some(&level(3)));
    // What somebody says about a column goes before.
    let choice = ColumnChoice { sheet: "S".into(), role: Role::Status, column: Some(4) };
    let options = Options { columns: vec![choice], ..Options::default() };
    let rows: [&[&str]; 2] = [&["Control", "Yes", "No", "N/A", "x"], &["A.5.1", "x", "", "", "Partial"]];
    let settled = propose(&Assessment::new(Edition::E2022), &[sheet("S", &rows)], &options);
    assert_eq!(to(&settled, "A.5.1", Field::Answer), Some(&level(2)));
}

#[test]
fn crosses_below_a_heading_over_several_columns_are_of_what_it_says() {
    for (upper, role) in
        [("Applicable?", Role::Applicable), ("Implemented", Role::Status), ("Compliance", Role::Status)]
    {
        let proposal = proposed(&[
            &["Nr.", "Title", upper, "", "Reason for exclusion"],
            &["", "", "Yes", "No", ""],
            &["A.5.1", "", "x", "", ""],
            &["A.7.4", "", "", "x", "no premises"],
        ]);
        assert_eq!(
            proposal.sheets[0].columns.iter().find(|(of, _)| *of == role).map(|(_, at)| at.as_str()),
            Some("C D")
        );
        assert_eq!((proposal.refused.len(), proposal.sheets[0].read), (0, 2), "{:?}", proposal.refused);
        let no = if role == Role::Status { level(0) } else { FieldValue::Answer(Some(Answer::NotApplicable)) };
        assert_eq!(to(&proposal, "A.7.4", Field::Answer), Some(&no));
    }
    for upper in ["Target", "Likelihood of the risk", "Evidence", "Soll"] {
        let proposal = proposed(&[
            &["Nr.", "Title", upper, "", "", "Owner"],
            &["", "", "1", "2", "3", ""],
            &["A.5.1", "", "x", "", "", "Ana"],
        ]);
        assert_eq!(to(&proposal, "A.5.1", Field::Answer), None, "{upper}");
    }
    let two = file("crosses-levels.csv");
    assert_eq!(to(&two, "A.8.28", Field::Answer), Some(&level(5)));
    let applicable = file("crosses-applicable.csv");
    assert_eq!(to(&applicable, "A.7.4", Field::Answer), Some(&FieldValue::Answer(Some(Answer::NotApplicable))));
    assert_eq!(to(&applicable, "A.5.2", Field::Answer), Some(&level(0)));
    assert_eq!(to(&file("crosses.csv"), "A.5.2", Field::Answer), Some(&level(2)));
}

#[test]
fn a_word_of_maturity_means_what_its_column_says() {
    let ids = ["A.5.1", "A.5.2", "A.5.3", "A.5.4", "A.5.5", "A.5.6"];
    for (name, skipped) in [("maturity-capability.csv", 1), ("maturity-first.csv", 0)] {
        let proposal = file(name);
        for (number, id) in (1..=5).zip(ids.iter().skip(skipped)) {
            assert_eq!(to(&proposal, id, Field::Answer), Some(&level(number)), "{name} {id}");
        }
    }
    // "Incomplete" is nothing done only there.
    assert_eq!(to(&file("maturity-capability.csv"), "A.5.1", Field::Answer), Some(&level(0)));
    assert_eq!(to(&crossed(&[&["Control", "Maturity"], &["A.5.1", "Incomplete"]]), "A.5.1", Field::Answer), None);
    let beside = file("vda-isa-whole.csv");
    for (id, number) in [("A.5.1", 3), ("4.4", 2), ("A.6.8", 1), ("A.6.1", 4), ("A.8.7", 0), ("A.8.32", 5)] {
        assert_eq!(to(&beside, id, Field::Answer), Some(&level(number)), "{id}");
    }
    for (name, numbers) in [("tiers.csv", [1, 2, 3, 4, 4]), ("audit-letters.csv", [3, 2, 0, 3, 9])] {
        let proposal = file(name);
        for (id, number) in ids.iter().zip(numbers) {
            let said = (number < 9).then(|| level(number));
            assert_eq!(to(&proposal, id, Field::Answer), said.as_ref(), "{name} {id}");
        }
    }
    // "NC" alone may be what does not concern.
    assert_eq!(to(&crossed(&[&["Control", "Status"], &["A.5.1", "NC"]]), "A.5.1", Field::Answer), None);
    assert_eq!(to(&file("maturity-capability.csv"), "A.5.7", Field::Note), Some(&text("Maturity: High")));
    let of = |words: [&str; 3]| {
        let [one, two, three] = words;
        let rows: [&[&str]; 4] = [&["Control", "Maturity"], &["A.5.1", one], &["A.5.2", two], &["A.5.3", three]];
        to(&crossed(&rows), "A.5.1", Field::Answer).cloned()
    };
    assert_eq!(of(["gesteuert", "Etabliert", "Vorhersagbar"]), Some(level(2)));
    assert_eq!(of(["Managed", "quantitatively managed", "Initial"]), Some(level(2)));
    // Words of both, or of neither: as in most scales, and the words are shown.
    assert_eq!(of(["Managed", "Established", "Repeatable"]), Some(level(4)));
    assert_eq!(of(["Managed", "Initial", "Defined"]), Some(level(4)));
    assert_eq!(of(["2 - Managed", "3 - Defined", ""]), Some(level(2)));
    let crosses = crossed(&[
        &["Control", "Incomplete", "Performed", "Managed", "Established"],
        &["A.5.1", "", "", "x", ""],
        &["A.5.2", "", "x", "", ""],
    ]);
    assert_eq!(to(&crosses, "A.5.1", Field::Answer), Some(&level(2)));
    for word in ["Low", "Medium", "High"] {
        assert_eq!(of([word, "Low", "High"]), None, "{word}");
    }
}

#[test]
fn several_bare_numbers_in_a_cell_are_refused_as_well() {
    for cell in ["5.1, 5.2", "5.1; 5.2", "5.1 / 5.2", "A.5.1; 5.2", "5.1\n5.2", "A.5.1 - 5.3"] {
        let proposal = proposed(&[&["Control", "Status"], &[cell, "Implemented"], &["A.5.9", "Implemented"]]);
        assert_eq!(refused(&proposal), [(2, RefusalReason::UnknownId)], "{cell}");
    }
    let explained = proposed(&[&["Control", "Status"], &["A.5.1 (5.1.1)", "Implemented"]]);
    assert_eq!(to(&explained, "A.5.1", Field::Answer), Some(&level(3)));
}

#[test]
fn a_column_that_no_heading_names_is_known_by_its_words() {
    let states = [("A.5.1", 3), ("A.5.2", 2), ("A.5.3", 0), ("A.5.4", 2), ("A.5.6", 2)];
    let english = file("composed.csv");
    for (id, number) in states {
        assert_eq!(to(&english, id, Field::Answer), Some(&level(number)), "{id}");
    }
    assert_eq!(to(&english, "A.5.5", Field::Answer), Some(&FieldValue::Answer(Some(Answer::Unknown))));
    assert_eq!(to(&english, "A.5.7", Field::Answer), None, "both implemented and not tested");
    let german = file("composed-de.csv");
    for (id, number) in [("4.1", 2), ("4.3", 0), ("A.5.1", 2), ("A.5.3", 0), ("A.5.4", 3)] {
        assert_eq!(to(&german, id, Field::Answer), Some(&level(number)), "{id}");
    }
    assert_eq!(to(&german, "A.5.2", Field::Answer), Some(&FieldValue::Answer(Some(Answer::Unknown))));
    let spanish = file("composed-es.csv");
    for (id, number) in [("4.1", 3), ("4.2", 2), ("A.5.1", 2), ("A.5.2", 0), ("A.5.3", 0)] {
        assert_eq!(to(&spanish, id, Field::Answer), Some(&level(number)), "{id}");
    }
}

#[test]
fn below_a_heading_that_says_little_a_bare_yes_or_figure_is_no_state() {
    for cells in [["Yes", "No", "Yes"], ["3", "1", "2"], ["High", "Low", "Medium"], ["x", "", "x"]] {
        for heading in ["Priority", "Interviewed", "Response"] {
            let proposal =
                proposed(&[&["Control", heading], &["A.5.1", cells[0]], &["A.5.2", cells[1]], &["A.5.3", cells[2]]]);
            assert_eq!(proposal.changes.len(), 0, "{heading} {cells:?}");
        }
    }
    // Nor are words of what is aimed at, was once, or belongs to a risk.
    for heading in ["Target", "Previous state", "Risk treatment", "Corrective action"] {
        let proposal =
            proposed(&[&["Control", heading], &["A.5.1", "Implemented"], &["A.5.2", "Partially implemented"]]);
        assert_eq!(proposal.changes.len(), 0, "{heading}");
    }
    // Where a heading names one, that is it.
    let proposal = proposed(&[
        &["Control", "Design", "Status"],
        &["A.5.1", "In place", "Not started"],
        &["A.5.2", "In place", "In progress"],
    ]);
    assert_eq!(to(&proposal, "A.5.1", Field::Answer), Some(&level(0)));
    assert_eq!(proposal.sheets[0].unread, ["Design"]);
}
