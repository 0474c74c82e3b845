//! Columns of states, one of which each row marks.

use super::*;

const CROSSES: [&[&str]; 3] = [
    &["Control", "Yes", "Partially", "No", "N/A", "Comments"],
    &["Control", "0", "1", "2", "3", "4", "5"],
    &["Control", "Applicable", "Not applicable", "Implemented", "Planned", "Justification"],
];

proptest! {
    #[test]
    fn crosses_that_were_filled_are_read_back_and_never_two(
        head in proptest::sample::select(CROSSES.to_vec()),
        marks in proptest::collection::vec(proptest::collection::vec(0_usize..9, 6), 6),
        mark in proptest::sample::select(vec!["x", "X", "✓", "1", "TRUE"]),
        blank in proptest::sample::select(vec!["", "FALSE", "0"]),
        assessment in any_answers(),
    ) {
        let mut table = rows(&[head]);
        for (id, marks) in IDS.into_iter().zip(marks) {
            let mut row = vec![String::from(id)];
            row.extend(head.iter().skip(1).zip(marks).map(|(head, at)| match at {
                _ if ["Comments", "Justification"].contains(head) => String::new(),
                0 | 1 => String::from(mark),
                _ => String::from(blank),
            }));
            table.push(row);
        }
        let filled = filled(&written(&table, ',', false, "\n"), &table, &assessment).unwrap();
        let now = with(&table, &filled);
        let again = propose(&assessment, &[sheet(now.clone())], &Options::default());
        let is_kept = |id: &str| filled.kept.iter().any(|one| one.value == id);
        for change in again.changes.iter().filter(|change| change.field == Field::Answer) {
            let before = assessment.response(Edition::E2022.requirement(&change.id).unwrap()).answer();
            prop_assert!(before.is_none() || is_kept(&change.id), "{change:?} {now:?}");
        }
        for refusal in &again.refused {
            let id = &now[usize::try_from(refusal.source.row).unwrap() - 1][0];
            let answered = assessment.response(Edition::E2022.requirement(id).unwrap()).answer().is_some();
            // Whether a clause applies is not said.
            prop_assert!(!answered || id == "4.1" || is_kept(id), "{refusal:?} {now:?}");
        }
    }
}

#[test]
fn a_cross_moves_into_the_column_that_says_it() {
    let table = rows(&[
        &["Control", "Implemented", "Partially", "Not implemented"],
        &["A.5.1", "", "", "X"],
        &["A.5.7", "", "", ""],
        &["A.7.4", "X", "", ""],
        &["A.8.4", "", "", "X"],
        &["A.8.28", "", "X", ""],
    ]);
    let mut assessment = Assessment::new(Edition::E2022);
    for (id, number) in [("A.5.1", 3), ("A.5.7", 1), ("A.8.4", 5)] {
        assessment.respond(id, Answer::level(number).unwrap(), NOW).unwrap();
    }
    assessment.exclude("A.7.4", "no premises", NOW).unwrap();
    let filled = filled(&written(&table, ';', false, "\r\n"), &table, &assessment).unwrap();
    let text = String::from_utf8(filled.bytes.clone()).unwrap();
    assert_eq!(
        text,
        "Control;Implemented;Partially;Not implemented\r\nA.5.1;X;;\r\nA.5.7;;X;\r\nA.7.4;X;;\r\nA.8.4;X;;\r\nA.8.28;;X;\r\n"
    );
    // No column says "not applicable": the cross stays, and that is said.
    let kept: Vec<_> = filled.kept.iter().map(|kept| (kept.value.as_str(), kept.reason)).collect();
    assert_eq!(kept, [("A.5.7", KeptReason::Coarser), ("A.7.4", KeptReason::NoWord), ("A.8.4", KeptReason::Coarser)]);
    // A blank sheet is crossed as well.
    let blank = rows(&[&["Control", "Yes", "Partially", "No"], &["A.5.1", "", "", ""]]);
    let filled = self::filled(&written(&blank, ',', false, "\n"), &blank, &assessment).unwrap();
    assert_eq!(with(&blank, &filled)[1], ["A.5.1", "x", "", ""]);
}

#[test]
fn a_row_of_several_requirements_is_crossed_once_or_not_at_all() {
    let table = rows(&[
        &["Control", "Yes", "Partially", "No"],
        &["A.12.4.1", "", "", "x"],
        &["A.18.2.2", "", "", "x"],
        &["A.6.1.1", "", "", ""],
    ]);
    let mut assessment = Assessment::new(Edition::E2022);
    assessment.respond("A.8.15", Answer::level(3).unwrap(), NOW).unwrap();
    assessment.respond("A.5.36", Answer::level(2).unwrap(), NOW).unwrap();
    let filled = filled(&written(&table, ',', false, "\n"), &table, &assessment).unwrap();
    for row in with(&table, &filled).iter().skip(1) {
        assert!(row.iter().filter(|cell| *cell == "x").count() < 2, "{row:?}");
    }
}
