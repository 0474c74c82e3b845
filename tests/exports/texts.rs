//! Text stays text in every format, and the work grows with it.

use crate::readers::{begins_formula, has_control, is_well_formed, parts, records};
use crate::{CSV, HIDDEN, OPTIONS, filled};
use iso27001_readiness::output::exports::{ExportName, export};
use proptest::prelude::*;
use serde_json::Value;
use std::time::{Duration, Instant};

/// Text with the signs that formats are made of in it.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("=1+1".to_owned()),
        Just("\r\n".to_owned()),
        Just("';@x\t-".to_owned()),
        Just("</td><script>".to_owned()),
        Just("]]>&amp;<!--".to_owned()),
        Just("_x0041_".to_owned()),
        Just("[a](https://b) `|` **".to_owned()),
        Just("\u{202e}\u{feff}\u{e0001}".to_owned()),
        Just("\u{0}\u{1b}\u{85}\u{ffff}".to_owned()),
        "[ \"',;|<>&@#*_=+-]{1,8}",
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat().chars().take(300).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_cell_of_a_csv_is_a_formula_and_every_text_comes_back(text in nasty()) {
        for edition in ["2013", "2022"] {
            let assessment = filled(edition, &text);
            for name in CSV {
                let made = crate::text(name, &assessment);
                let rows = records(&made).expect("RFC 4180");
                prop_assert!(!has_control(&made));
                for cell in rows.iter().flatten() {
                    prop_assert!(!begins_formula(cell), "{:?}", cell);
                }
                prop_assert!(rows.iter().all(|row| row.len() == rows[0].len()));
            }
            let rows = records(&crate::text(ExportName::Statement, &assessment)).expect("RFC 4180");
            let owner = rows[0].iter().position(|head| head == "Owner").expect("a column of owners");
            let is_plain = text.chars().all(|sign| !sign.is_control() && sign != '\u{ffff}' && sign != '\u{fffe}');
            if is_plain && !text.contains(';') {
                let cell = &rows[1][owner];
                prop_assert!(*cell == text || *cell == format!("'{text}"), "{:?} {:?}", cell, text);
            }
        }
    }

    #[test]
    fn a_report_in_html_is_well_formed_and_shows_nothing_that_cannot_be_seen(text in nasty()) {
        let made = crate::text(ExportName::ReportHtml, &filled("2022", &text));
        let body = made.split("</style>").nth(1).expect("a body");
        let body = body.replace("</head>", "").replace("</html>", "");
        prop_assert_eq!(is_well_formed(&body, &|name| matches!(name, "br" | "meta")), Ok(()));
        prop_assert!(!has_control(&made) && !made.contains(HIDDEN));
        prop_assert!(!body.contains("<script"));
    }

    #[test]
    fn every_part_of_a_workbook_is_well_formed_xml_without_a_formula(text in nasty()) {
        let made = export(ExportName::Workbook, &filled("2022", &text), &OPTIONS).expect("made");
        let parts = parts(&made.bytes);
        prop_assert_eq!(parts.len(), 11);
        for (name, part) in parts {
            let part = part.replace("'!$", "");
            prop_assert_eq!(is_well_formed(&part, &|_| false), Ok(()), "{}", name);
            prop_assert!(!has_control(&part) && !part.contains("<f>"));
            for cell in part.split("xml:space=\"preserve\">").skip(1) {
                prop_assert!(!begins_formula(cell), "{:?}", cell.chars().take(40).collect::<String>());
            }
        }
    }

    #[test]
    fn oscal_is_json_whose_prose_holds_no_mark_up_of_ours_or_theirs(text in nasty()) {
        let assessment = filled("2022", &text);
        let made: Value = serde_json::from_str(&crate::text(ExportName::OscalResults, &assessment)).expect("JSON");
        let observations = &made["assessment-results"]["results"][0]["observations"];
        for observation in observations.as_array().expect("observations") {
            let remarks = observation["remarks"].as_str().unwrap_or_default();
            let live = remarks.replace("\\\\", "");
            for (at, _) in live.match_indices(['`', '*', '_', '[', '<', '|', '#']) {
                let is_entity = live[at..].starts_with("#64;");
                prop_assert!(is_entity || live[..at].ends_with('\\'), "{:?}", remarks);
            }
        }
    }
}

/// The shortest of several times.
fn time(run: &dyn Fn()) -> Duration {
    (0..3)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

#[test]
fn the_work_of_every_export_grows_with_the_text() {
    for piece in [" ", "'", "<", "_x0041_", ";'", "\t", "a <", "\r", "#", "@", "="] {
        let of = |length: usize| {
            let text: String = piece.chars().cycle().take(length).chain("x".chars()).collect();
            filled("2022", &text)
        };
        let (small, large) = (of(600), of(9_600));
        for name in ExportName::ALL {
            let [small, large] = [&small, &large].map(|of| time(&|| drop(export(name, of, &OPTIONS).expect("made"))));
            // Sixteen times the text: a quadratic writer takes 256 times as long.
            let most = small * 64 + Duration::from_millis(20);
            assert!(large < most, "{}: {piece:?} {small:?} {large:?}", name.as_str());
        }
    }
}
