//! Sheets of other people, as grids of text: what is proposed, what is refused, and that taking it is one step.

#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

mod misread;

use iso27001_readiness::assessment::{Annotation, Answer, Assessment, DocumentStatus};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::import::{
    Change, ColumnChoice, Field, FieldValue, Meaning, NoticeKind, Options, Proposal, RefusalReason, Role, Sheet, apply,
    propose,
};
use proptest::prelude::*;

const NOW: &str = "2026-11-23T10:00:00Z";

fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
    Sheet {
        name: name.into(),
        rows: rows.iter().map(|row| row.iter().map(|cell| String::from(*cell)).collect()).collect(),
    }
}

fn proposed(rows: &[&[&str]]) -> Proposal {
    propose(&Assessment::new(Edition::E2022), &[sheet("S", rows)], &Options::default())
}

fn level(number: i64) -> FieldValue {
    FieldValue::Answer(Some(Answer::level(number).unwrap()))
}

fn text(text: &str) -> FieldValue {
    FieldValue::Text(text.into())
}

fn to<'p>(proposal: &'p Proposal, id: &str, field: Field) -> Option<&'p FieldValue> {
    proposal.changes.iter().find(|change| change.id == id && change.field == field).map(|change| &change.to)
}

fn refused(proposal: &Proposal) -> Vec<(u32, RefusalReason)> {
    proposal.refused.iter().map(|refusal| (refusal.source.row, refusal.reason)).collect()
}

#[test]
fn a_statement_in_english_is_taken_over_whole() {
    let proposal = proposed(&[
        &["Statement of Applicability"],
        &[],
        &[
            "Control",
            "Title",
            "Applicable",
            "Justification",
            "Implementation status",
            "Owner",
            "Due date",
            "Evidence",
            "x",
        ],
        &[
            "A.5.1",
            "Policies for information security",
            "Yes",
            "Risk R1",
            "Implemented",
            "Ana",
            "2027-01-31",
            "https://example.com/p",
            "1",
        ],
        &["A.5.7", "Threat intelligence", "Yes", "", "Partially implemented", "Ben", "28/02/2027", "Feed list", ""],
        &["A.7.4", "Physical security monitoring", "No", "No premises", "Not implemented", "", "", "", ""],
        &["A.8.4", "Access to source code", "No", "", "", "", "", "", ""],
        &["A.8.28", "Secure coding", "Yes", "", "see ticket", "", "soon", "", ""],
    ]);
    assert_eq!(to(&proposal, "A.5.1", Field::Answer), Some(&level(3)));
    assert_eq!(to(&proposal, "A.5.1", Field::InclusionNote), Some(&text("Risk R1")));
    assert_eq!(to(&proposal, "A.5.1", Field::Due), Some(&text("2027-01-31")));
    assert_eq!(to(&proposal, "A.5.7", Field::Answer), Some(&level(2)));
    assert_eq!(to(&proposal, "A.5.7", Field::Due), Some(&text("2027-02-28")));
    assert_eq!(to(&proposal, "A.7.4", Field::Answer), Some(&FieldValue::Answer(Some(Answer::NotApplicable))));
    assert_eq!(to(&proposal, "A.7.4", Field::Reason), Some(&text("No premises")));
    assert_eq!(to(&proposal, "A.8.28", Field::Note), Some(&text("Implementation status: see ticket")));
    assert_eq!(refused(&proposal), [(7, RefusalReason::NeedsReason), (8, RefusalReason::BadDate)]);
    let reading = &proposal.sheets[0];
    assert_eq!((reading.row, reading.read, reading.confidence), (3, 5, 100));
    assert_eq!(reading.unread, ["x"]);
    assert!(reading.columns.contains(&(Role::Status, "E".into())) && reading.columns.contains(&(Role::Id, "A".into())));
    let word = proposal.words.iter().find(|word| word.word == "see ticket").unwrap();
    assert_eq!((word.count, word.means, word.of), (1, None, "status"));

    let before = Assessment::new(Edition::E2022);
    let after = apply(&before, &proposal.changes, NOW).unwrap();
    let monitoring = after.response(Edition::E2022.requirement("A.7.4").unwrap());
    assert_eq!((monitoring.answer(), monitoring.reason()), (Some(Answer::NotApplicable), "No premises"));
    let again = propose(
        &after,
        &[sheet("S", &[&["Control", "Implementation status"], &["A.5.1", "Implemented"], &["A.8.28", "see ticket"]])],
        &Options::default(),
    );
    assert_eq!(again.changes, [], "what is there already is no change");
}

#[test]
fn german_french_and_spanish_words_mean_the_same() {
    for (heading, yes, no, partly, absent, not_applicable) in [
        (
            ["Nr.", "Anwendbar", "Begründung", "Umsetzungsstatus"],
            "Ja",
            "Nein",
            "Teilweise umgesetzt",
            "Nicht umgesetzt",
            "Entfällt",
        ),
        (
            ["Mesure", "Applicable", "Justification", "État"],
            "Oui",
            "Non",
            "Partiellement conforme",
            "Non conforme",
            "Sans objet",
        ),
        (
            ["Control", "Aplicable", "Justificación", "Estado"],
            "Sí",
            "No",
            "Parcialmente implementado",
            "No cumple",
            "No aplica",
        ),
    ] {
        let proposal = proposed(&[
            &heading,
            &["A.5.1", yes, "", partly],
            &["A.5.7", yes, "", absent],
            &["A.7.4", no, "reason", not_applicable],
        ]);
        assert_eq!(to(&proposal, "A.5.1", Field::Answer), Some(&level(2)), "{heading:?}");
        assert_eq!(to(&proposal, "A.5.7", Field::Answer), Some(&level(0)), "{heading:?}");
        assert_eq!(to(&proposal, "A.7.4", Field::Reason), Some(&text("reason")), "{heading:?}");
        assert_eq!(proposal.refused, [], "{heading:?}");
    }
}

#[test]
fn a_bare_number_is_never_taken_for_a_clause_in_silence() {
    let both = proposed(&[&["Ref", "Status"], &["5.1", "3"], &["6.2", "2"]]);
    assert_eq!(both.changes, []);
    assert_eq!(refused(&both), [(2, RefusalReason::ClauseOrControl), (3, RefusalReason::ClauseOrControl)]);
    // One number that only a control has settles the column, and that is said.
    let controls = proposed(&[&["Ref", "Status"], &["5.1", "3"], &["8.28", "2"]]);
    assert_eq!(to(&controls, "A.5.1", Field::Answer), Some(&level(3)));
    assert_eq!(controls.notices[0].kind, NoticeKind::BareControls);
    let clauses = proposed(&[&["Ref", "Status"], &["5.1", "3"], &["4.3", "2"]]);
    assert_eq!(to(&clauses, "5.1", Field::Answer), Some(&level(3)));
    assert_eq!(clauses.notices[0].kind, NoticeKind::BareClauses);
    // Where both kinds stand, only a title says which.
    let mixed = proposed(&[
        &["Ref", "Title", "Status"],
        &["4.3", "", "3"],
        &["8.28", "", "3"],
        &["5.1", "Leadership and commitment", "1"],
        &["5.2", "", "3"],
    ]);
    assert_eq!(to(&mixed, "5.1", Field::Answer), Some(&level(1)));
    assert_eq!(refused(&mixed), [(5, RefusalReason::ClauseOrControl)]);
    // Somebody's word settles it.
    let choice = ColumnChoice { sheet: "S".into(), role: Role::Control, column: Some(0) };
    let told = propose(
        &Assessment::new(Edition::E2022),
        &[sheet("S", &[&["Ref", "Status"], &["5.1", "3"], &["6.2", "2"]])],
        &Options { columns: vec![choice], ..Options::default() },
    );
    assert_eq!(to(&told, "A.6.2", Field::Answer), Some(&level(2)));
}

#[test]
fn figures_and_dates_that_a_spreadsheet_made_of_ids_are_told_by_their_titles() {
    let proposal = proposed(&[
        &["Control", "Title", "Compliance"],
        &["5.1", "Policies for information security", "100%"],
        &["5.1", "Acceptable use of information and other associated assets", "50%"],
        &["2026-01-07", "Equipment maintenance", "25%"],
        &["2026-04-07", "Physical security monitoring", "25%"],
        &["5.1", "", "75%"],
        &["A.8.28", "Threat intelligence", "0%"],
    ]);
    assert_eq!(to(&proposal, "A.5.1", Field::Answer), Some(&level(3)));
    assert_eq!(to(&proposal, "A.5.10", Field::Answer), Some(&level(2)));
    assert_eq!(to(&proposal, "A.7.4", Field::Answer), Some(&level(1)));
    assert_eq!(
        refused(&proposal),
        [(4, RefusalReason::DateForId), (6, RefusalReason::Twice), (7, RefusalReason::IdAndTitle)]
    );
}

#[test]
fn rows_of_2013_are_carried_over_the_lowest_answer_of_each() {
    let rows: &[&[&str]] = &[
        &["Control", "Applicable", "Status", "Note"],
        &["A.5.1", "", "", ""],
        &["A.5.1.1", "Yes", "Implemented", "one"],
        &["A.5.1.2", "Yes", "Partially", "two"],
        &["A.9.2.3", "Yes", "Implemented", ""],
        &["A.11.1.4", "Yes", "Not implemented", ""],
    ];
    let proposal = proposed(rows);
    assert_eq!(proposal.edition, Edition::E2013);
    assert_eq!(to(&proposal, "A.5.1", Field::Answer), Some(&level(2)));
    assert_eq!(to(&proposal, "A.5.1", Field::Note), Some(&text("one\ntwo")));
    assert_eq!(to(&proposal, "A.8.2", Field::Answer), Some(&level(3)));
    assert_eq!(to(&proposal, "A.7.5", Field::Answer), Some(&level(0)));
    assert_eq!(refused(&proposal), [(2, RefusalReason::Heading)]);
    assert!(proposal.notices.iter().any(|notice| notice.kind == NoticeKind::CarriedOver));
    let older = propose(&Assessment::new(Edition::E2013), &[sheet("S", rows)], &Options::default());
    assert_eq!(to(&older, "A.5.1.2", Field::Answer), Some(&level(2)));
    assert!(older.notices.iter().all(|notice| notice.kind != NoticeKind::CarriedOver));
}

#[test]
fn words_can_be_given_another_meaning_before_they_are_used() {
    let rows: &[&[&str]] = &[&["Control", "Status"], &["A.5.1", "Teilweise"], &["A.5.7", "Phase 2"]];
    let words = vec![
        (String::from("teilweise"), Meaning::from_name("1")),
        (String::from("PHASE 2"), Meaning::from_name("unknown")),
    ];
    let told = propose(&Assessment::new(Edition::E2022), &[sheet("S", rows)], &Options { words, ..Options::default() });
    assert_eq!(to(&told, "A.5.1", Field::Answer), Some(&level(1)));
    assert_eq!(to(&told, "A.5.7", Field::Answer), Some(&FieldValue::Answer(Some(Answer::Unknown))));
    assert_eq!(to(&told, "A.5.7", Field::Note), None);
}

#[test]
fn known_templates_are_read() {
    let ciso = proposed(&[
        &[
            "urn",
            "assessable",
            "ref_id",
            "name",
            "description",
            "compliance_result",
            "requirement_progress",
            "score",
            "observations",
        ],
        &["urn:a", "", "A.5", "Organizational controls", "", "", "", "", ""],
        &["urn:b", "x", "A.5.1", "Policies for information security", "", "compliant", "done", "", "seen"],
        &["urn:c", "x", "A.5.7", "Threat intelligence", "", "partially_compliant", "in_progress", "", ""],
        &["urn:d", "x", "A.7.4", "Physical security monitoring", "", "not_applicable", "to_do", "", "rented desks"],
        &["urn:e", "x", "A.8.28", "Secure coding", "", "not_assessed", "to_do", "", ""],
    ]);
    assert_eq!(to(&ciso, "A.5.1", Field::Answer), Some(&level(3)));
    assert_eq!(to(&ciso, "A.5.1", Field::Note), Some(&text("seen")));
    assert_eq!(to(&ciso, "A.5.7", Field::Answer), Some(&level(2)));
    assert_eq!(to(&ciso, "A.7.4", Field::Reason), Some(&text("rented desks")));
    assert_eq!(to(&ciso, "A.8.28", Field::Answer), Some(&FieldValue::Answer(Some(Answer::Unknown))));
    assert_eq!(refused(&ciso), [(2, RefusalReason::Heading)]);

    let gap = proposed(&[
        &["Section", "Information security control", "Status", "Notes"],
        &["A.5.1", "Policies for information security", "Defined", ""],
        &["A.5.2", "Information security roles and responsibilities", "Limited", ""],
        &["A.5.7", "Threat intelligence", "Nonexistent", ""],
        &["A.5.9", "Inventory of information and other associated assets", "Managed", ""],
        &["A.5.23", "Information security for use of cloud services", "? Unknown", ""],
        &["A.8.28", "Secure coding", "Not applicable", "no code is written here"],
    ]);
    let answers: Vec<_> = ["A.5.1", "A.5.2", "A.5.7", "A.5.9"].map(|id| to(&gap, id, Field::Answer).cloned()).to_vec();
    assert_eq!(answers, [3, 2, 0, 4].map(|number| Some(level(number))));
    assert_eq!(to(&gap, "A.8.28", Field::Reason), Some(&text("no code is written here")));
    assert_eq!(gap.refused, []);

    let audit = proposed(&[
        &["Reference", "Requirement", "Result", "Finding"],
        &["4.1", "Understanding the organization and its context", "Conform", ""],
        &["6.1.2", "Information security risk assessment", "Minor NC", "no criteria"],
        &["9.2.1", "General", "Major nonconformity", "no audit yet"],
        &["A.5.1", "Policies for information security", "OFI", "shorter"],
        &["5.1", "Leadership and commitment", "N/A", ""],
    ]);
    assert_eq!(to(&audit, "9.2.1", Field::Answer), Some(&level(0)));
    assert_eq!(to(&audit, "6.1.2", Field::Note), Some(&text("no criteria")));
    assert_eq!(to(&audit, "A.5.1", Field::Answer), Some(&level(3)));
    assert_eq!(refused(&audit), [(6, RefusalReason::ClauseNotApplicable)]);

    let titles =
        proposed(&[&["Name", "Level"], &["Threat intelligence", "2"], &["Secure coding", "60"], &["Other", "1"]]);
    assert_eq!(to(&titles, "A.8.28", Field::Answer), Some(&level(2)));
    assert_eq!(refused(&titles), [(4, RefusalReason::NoId)]);

    let bare = proposed(&[&["A.5.1", "Green"], &["A.5.7", "Amber"], &["A.8.28", "Red"]]);
    assert_eq!(to(&bare, "A.5.7", Field::Answer), Some(&level(2)), "without headings, by what the cells say");

    let documents = proposed(&[
        &["Document", "Status", "Owner", "Link"],
        &["Scope of the ISMS", "Freigegeben", "Ana", "https://example.com/s"],
        &["Information security policy", "Entwurf", "", "javascript:alert(1)"],
        &["A list of ours", "Draft", "", ""],
    ]);
    assert_eq!(
        to(&documents, "document:isms_scope", Field::Status),
        Some(&FieldValue::Status(Some(DocumentStatus::InForce)))
    );
    assert_eq!(to(&documents, "document:isms_scope", Field::Href), Some(&text("https://example.com/s")));
    assert_eq!(refused(&documents), [(3, RefusalReason::UnsafeAddress), (4, RefusalReason::UnknownId)]);
}

#[test]
fn sheets_that_contradict_each_other_are_shown_and_neither_is_taken() {
    let one = sheet("One", &[&["Control", "Status", "Owner"], &["A.5.1", "3", "Ana"], &["A.5.7", "2", ""]]);
    let two = sheet("Two", &[&["Control", "Status", "Owner"], &["A.5.1", "1", "Ana"], &["A.5.7", "2", ""]]);
    let empty = sheet("Three", &[&["Dear all,"], &["please find it attached"]]);
    let assessment = Assessment::new(Edition::E2022);
    let proposal = propose(&assessment, &[one.clone(), two.clone(), empty.clone()], &Options::default());
    assert_eq!(to(&proposal, "A.5.1", Field::Answer), None);
    assert_eq!(to(&proposal, "A.5.1", Field::Owner), Some(&text("Ana")));
    assert_eq!(to(&proposal, "A.5.7", Field::Answer), Some(&level(2)));
    assert_eq!(refused(&proposal), [(2, RefusalReason::Clash), (2, RefusalReason::Clash)]);
    // Each cell is told what the other one says, and where.
    let said: Vec<_> = proposal.refused.iter().map(|one| (one.source.sheet.as_str(), one.value.as_str())).collect();
    assert_eq!(said, [("One", "A.5.1 answer: 1 (Two!B2)"), ("Two", "A.5.1 answer: 3 (One!B2)")]);
    assert!(proposal.notices.iter().any(|notice| notice.kind == NoticeKind::NotRead && notice.sheet == "Three"));
    let other = propose(&assessment, &[empty, two, one], &Options::default());
    assert_eq!((other.changes, other.refused, other.words), (proposal.changes, proposal.refused, proposal.words));
}

#[test]
fn taking_it_is_all_or_nothing() {
    let assessment = Assessment::new(Edition::E2022);
    let good = proposed(&[&["Control", "Status"], &["A.5.1", "3"]]).changes;
    let mut changes = good.clone();
    changes.push(Change {
        id: "A.7.4".into(),
        field: Field::Answer,
        from: FieldValue::Answer(None),
        to: FieldValue::Answer(Some(Answer::NotApplicable)),
        source: good[0].source.clone(),
    });
    assert!(apply(&assessment, &changes, NOW).is_err(), "an exclusion without its reason");
    changes[1].field = Field::Note;
    assert!(apply(&assessment, &changes, NOW).is_err(), "a value of another field");
    changes[1].id = "document:isms_scope".into();
    assert!(apply(&assessment, &changes, NOW).is_err());
    changes.truncate(1);
    assert!(apply(&assessment, &changes, NOW).is_ok());
}

#[test]
fn of_twenty_thousand_rows_as_many_refusals_are_listed_as_somebody_reads() {
    let mut rows = vec![["Control", "Title", "Applicable", "Status", "Note"].map(String::from).to_vec()];
    for turn in 0..20_000 {
        let id = format!("A.5.{}", turn % 40);
        rows.push(vec![id, format!("title {turn}"), "Yes".into(), format!("word {turn}"), format!("note {turn}")]);
    }
    let sheet = Sheet { name: "S".into(), rows };
    let proposal = propose(&Assessment::new(Edition::E2022), &[sheet], &Options::default());
    assert_eq!(proposal.refused.len(), 1000);
    assert!(proposal.notices.iter().any(|notice| notice.kind == NoticeKind::MoreRefused));
}

/// Cells that mean something here, and some that mean nothing anywhere.
fn cells() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec![
            "", "A.5.1", "5.1", "A.8.28", "4.1", "A.9.2.3", "6.1.2", "Control", "Status", "Applicable", "Note", "Owner",
            "Due", "Evidence", "Document", "Level", "Justification", "Yes", "No", "3", "50%", "Teilweise", "N/A", "Implemented",
            "2026-05-01", "31.12.2026", "#REF!", "Threat intelligence", "Scope of the ISMS", "'=1", "https://example.com",
            "Theme or group", "Applies", "More on the justification", "Where it is kept", "A.5",
        ]).prop_map(String::from),
        1 => "\\PC{0,12}",
        1 => any::<String>(),
    ]
}

fn grids() -> impl Strategy<Value = Vec<Sheet>> {
    let rows = prop::collection::vec(prop::collection::vec(cells(), 0..7), 0..12);
    prop::collection::vec(("[ab]", rows).prop_map(|(name, rows)| Sheet { name, rows }), 0..3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_grid_makes_it_panic_and_what_is_proposed_can_be_taken(sheets in grids(), older in any::<bool>()) {
        let edition = if older { Edition::E2013 } else { Edition::E2022 };
        let mut assessment = Assessment::example(edition).unwrap();
        let first = edition.requirements().last().unwrap();
        assessment.annotate(first, Annotation { note: Some("=1;'-2".into()), ..Annotation::default() }, NOW).unwrap();
        let before = assessment.to_json();
        let proposal = propose(&assessment, &sheets, &Options::default());
        prop_assert_eq!(assessment.to_json(), before, "a proposal changes nothing");
        prop_assert_eq!(&propose(&assessment, &sheets, &Options::default()), &proposal);
        let taken = apply(&assessment, &proposal.changes, NOW);
        prop_assert!(taken.is_ok(), "{:?} {:?}", taken.err(), proposal.changes);
        for change in &proposal.changes {
            prop_assert_ne!(&change.from, &change.to);
        }
    }

    #[test]
    fn the_order_of_columns_changes_nothing(
        order in Just(vec![0_usize, 1, 2, 3, 4]).prop_shuffle(),
        rows in prop::collection::vec([
            prop::sample::select(vec!["A.5.1", "5.7", "A.8.28", "4.1", "A.5", "x", ""]),
            prop::sample::select(vec!["Secure coding", "Screening", ""]),
            prop::sample::select(vec!["Yes", "No", "x", ""]),
            prop::sample::select(vec!["3", "N/A", "Teilweise", "Phase", ""]),
            prop::sample::select(vec!["one", "two", ""]),
        ], 0..8),
    ) {
        let mut grid = vec![["Control ID", "Title", "Applicable", "Status", "Note"]];
        grid.extend(rows);
        let straight: Vec<&[&str]> = grid.iter().map(|row| &row[..]).collect();
        let turned: Vec<Vec<&str>> = grid.iter().map(|row| order.iter().map(|at| row[*at]).collect()).collect();
        let turned: Vec<&[&str]> = turned.iter().map(|row| &row[..]).collect();
        let brief = |proposal: Proposal| {
            let refused: Vec<_> = proposal.refused.iter().map(|one| (one.source.row, one.reason)).collect();
            let mut refused = refused;
            refused.sort();
            (proposal.changes.into_iter().map(|one| (one.id, one.field, one.to)).collect::<Vec<_>>(), refused, proposal.words)
        };
        prop_assert_eq!(brief(proposed(&straight)), brief(proposed(&turned)));
    }
}
