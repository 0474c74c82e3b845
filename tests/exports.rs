//! Exports: everything that may be left out of a file goes through all of them, text stays text in every format, and the
//! work grows with the text.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that fails here has failed"
)]

use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::exports::{ExportName, ExportOptions, export};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::time::{Duration, Instant};

const OPTIONS: ExportOptions<'static> = ExportOptions { anonymous: false, day: "2026-11-23", language: "en" };
/// What turns the direction of text, or is not seen at all.
const HIDDEN: [char; 3] = ['\u{202e}', '\u{feff}', '\u{e0001}'];
const CSV: [ExportName; 4] = [ExportName::Statement, ExportName::Gaps, ExportName::Plan, ExportName::Documents];

fn text(name: ExportName, assessment: &Assessment) -> String {
    String::from_utf8(export(name, assessment, &OPTIONS).expect("made").bytes).expect("UTF-8")
}

/// All exports, whole and anonymous.
fn all(assessment: &Assessment) {
    for anonymous in [false, true] {
        for name in ExportName::ALL {
            let made = export(name, assessment, &ExportOptions { anonymous, ..OPTIONS }).expect("made");
            assert!(!made.bytes.is_empty() && made.name.contains("2026-11-23"), "{}", made.name);
        }
    }
}

fn file(edition: &str, members: &Value) -> Assessment {
    let mut all = Map::from_iter([
        ("format".to_owned(), json!("iso27001-readiness/assessment")),
        ("version".to_owned(), json!(1)),
        ("edition".to_owned(), json!(edition)),
    ]);
    all.extend(members.as_object().expect("an object").clone());
    let text = Value::Object(all).to_string();
    Assessment::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A value that the schema allows at that place: filled, or as empty as it may be.
fn sample(schema: &Value, at: &Value, is_filled: bool) -> Value {
    if let Some(name) = at["$ref"].as_str() {
        let path = name.trim_start_matches('#');
        return sample(schema, schema.pointer(path).expect(name), is_filled);
    }
    if let Some(first) = at["oneOf"].as_array().or(at["anyOf"].as_array()).and_then(|of| of.first()) {
        return sample(schema, first, is_filled);
    }
    if let Some(value) = at["enum"].as_array().and_then(|of| of.first()).or(at.get("const")) {
        return value.clone();
    }
    match at["type"].as_str().or(at["type"][0].as_str()) {
        Some("object") => {
            let mut object = Map::new();
            let required: Vec<&str> =
                at["required"].as_array().map(|of| of.iter().filter_map(Value::as_str).collect()).unwrap_or_default();
            for (key, of) in at["properties"].as_object().into_iter().flatten() {
                if is_filled || required.contains(&key.as_str()) {
                    object.insert(key.clone(), sample(schema, of, is_filled));
                }
            }
            Value::Object(object)
        }
        Some("array") if is_filled => json!([sample(schema, &at["items"], is_filled)]),
        Some("array") => json!([]),
        Some("integer" | "number") => at["minimum"].as_i64().map_or(json!(1), |least| json!(least)),
        Some("boolean") => json!(false),
        _ => match at["format"].as_str() {
            Some("date-time") => json!("2026-11-23T10:00:00Z"),
            Some("date") => json!(if is_filled { "2026-11-23" } else { "" }),
            Some(_) => json!("https://example.com/"),
            None if at["pattern"].as_str().is_some_and(|pattern| pattern.contains("http")) => {
                json!("https://example.com/")
            }
            None if at["pattern"].as_str().is_some_and(|pattern| pattern.contains("[0-9]{4}")) => json!("2026-11-23"),
            None => json!(if is_filled { "text" } else { "" }),
        },
    }
}

/// Every object of the schema that stands under a name, with its place in a file.
fn members_of_the_file(schema: &Value) -> Vec<(&'static str, Value)> {
    let response = |key: &'static str| (key, schema["properties"][key].clone());
    ["organisation", "statement", "requirements", "areas", "documents", "snapshots"].map(response).to_vec()
}

/// The schema of one entry of a map or a list, by whichever way the schema says it.
fn entry(schema: &Value, at: &Value) -> Value {
    let mut at = at.clone();
    while let Some(name) = at["$ref"].as_str() {
        at = schema.pointer(name.trim_start_matches('#')).expect("a definition").clone();
    }
    for key in ["additionalProperties", "items"] {
        if at[key].is_object() {
            return entry(schema, &at[key].clone());
        }
    }
    if let Some(first) = at["patternProperties"].as_object().and_then(|of| of.values().next()) {
        return entry(schema, &first.clone());
    }
    at
}

#[test]
fn every_member_that_may_be_left_out_goes_through_every_export_without_it_and_empty() {
    let schema: Value =
        serde_json::from_str(include_str!("../pkg-config/schema/assessment-v1.json")).expect("the schema");
    let mut tried = 0;
    for (member, at) in members_of_the_file(&schema) {
        let of = entry(&schema, &at);
        let properties = of["properties"].as_object().unwrap_or_else(|| panic!("{member}: {of}"));
        // Each property alone, each property left out of all, all of them, none; and evidence likewise inside.
        let mut variants: Vec<Map<String, Value>> = vec![Map::new()];
        let filled: Map<String, Value> =
            properties.iter().map(|(key, of)| (key.clone(), sample(&schema, of, true))).collect();
        variants.push(filled.clone());
        for (key, of) in properties {
            let (full, empty) = (sample(&schema, of, true), sample(&schema, of, false));
            let mut without = filled.clone();
            without.remove(key);
            let mut with_empty = filled.clone();
            with_empty.insert(key.clone(), empty.clone());
            variants.extend([Map::from_iter([(key.clone(), full)]), Map::from_iter([(key.clone(), empty)])]);
            variants.extend([without, with_empty]);
        }
        for link in [json!({}), json!({ "label": "x" }), json!({ "href": "https://example.com/" })] {
            if properties.contains_key("evidence") {
                let evidence = ("evidence".to_owned(), json!([link]));
                variants.push(Map::from_iter([("answer".to_owned(), json!(0)), evidence]));
            }
        }
        for variant in variants {
            for (edition, ids) in [("2022", ["4.1", "A.5.1"]), ("2013", ["4.1", "A.5.1.1"])] {
                let area = if edition == "2022" { "suppliers" } else { "A.15" };
                let places: Vec<Value> = match member {
                    "requirements" => ids.iter().map(|id| json!({ *id: variant })).collect(),
                    "areas" => vec![json!({ area: variant })],
                    "documents" => vec![json!({ "isms_scope": variant })],
                    "snapshots" => vec![json!([variant])],
                    _ => vec![json!(variant)],
                };
                for place in places {
                    let mut whole = json!({
                        "format": "iso27001-readiness/assessment", "version": 1, "edition": edition,
                    });
                    whole[member] = place;
                    // What the file format itself refuses, such as an exclusion without its reason, never gets here.
                    if let Ok(assessment) = Assessment::parse(&whole.to_string()) {
                        all(&assessment);
                        tried += 1;
                    }
                }
            }
        }
    }
    assert!(tried > 150, "{tried} files");
    for edition in Edition::ALL {
        all(&Assessment::new(edition));
        all(&Assessment::example(edition).expect("the example"));
    }
}

/// An assessment with one text in every field that takes any.
fn filled(edition: &str, text: &str) -> Assessment {
    let control = if edition == "2022" { "A.5.1" } else { "A.5.1.1" };
    let excluded = if edition == "2022" { "A.7.4" } else { "A.14.2.7" };
    let reason = if text.trim().is_empty() { "none" } else { text };
    file(
        edition,
        &json!({
            "organisation": { "name": text, "scope": text }, "assessor": text,
            "statement": { "version": text, "approver": text },
            "requirements": {
                "4.1": { "answer": 1, "note": text, "owner": text, "evidence": [{ "label": text }] },
                control: { "answer": 2, "note": text, "owner": text, "inclusion": { "because": ["law"], "note": text },
                    "evidence": [{ "label": text, "href": "https://example.com/?a=b&c" }] },
                excluded: { "answer": "not-applicable", "reason": reason },
            },
            "documents": { "isms_scope": { "status": "draft", "owner": text, "note": text } },
        }),
    )
}

/// The records of a CSV in RFC 4180, or nothing where it is none.
fn records(text: &str) -> Option<Vec<Vec<String>>> {
    let mut rest = text.strip_prefix('\u{feff}')?;
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    while !rest.is_empty() {
        let mut cell = String::new();
        if let Some(mut inner) = rest.strip_prefix('"') {
            loop {
                let end = inner.find('"')?;
                cell.push_str(&inner[..end]);
                inner = &inner[end + 1..];
                match inner.strip_prefix('"') {
                    Some(more) => {
                        cell.push('"');
                        inner = more;
                    }
                    None => break,
                }
            }
            rest = inner;
        } else {
            let end = rest.find([',', '\r'])?;
            cell.push_str(&rest[..end]);
            rest = &rest[end..];
        }
        row.push(cell);
        if let Some(after) = rest.strip_prefix("\r\n") {
            rows.push(std::mem::take(&mut row));
            rest = after;
        } else {
            rest = rest.strip_prefix(',')?;
        }
    }
    Some(rows)
}

fn begins_formula(cell: &str) -> bool {
    let is_space = |sign: char| sign.is_whitespace() || sign == '\u{feff}';
    cell.starts_with(['\t', '\r', '\n'])
        || cell.trim_start_matches(is_space).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

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

/// Every tag of a text closes what the last one opened, and every `&` begins an entity.
fn is_well_formed(text: &str, is_void: &dyn Fn(&str) -> bool) -> Result<(), String> {
    let mut open = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let Some(end) = rest[at..].find('>') else { return Err("a tag without its end".to_owned()) };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        if tag.starts_with(['?', '!']) || tag.ends_with('/') {
            continue;
        }
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default().to_owned();
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b':') {
            return Err(format!("<{tag}>"));
        }
        if tag.starts_with('/') {
            if open.pop() != Some(name.clone()) {
                return Err(format!("</{name}>"));
            }
        } else if !is_void(&name) {
            open.push(name);
        }
    }
    for piece in text.split('&').skip(1) {
        if !["amp;", "lt;", "gt;", "quot;"].iter().any(|entity| piece.starts_with(entity)) {
            return Err(piece.chars().take(20).collect());
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?}")) }
}

fn has_control(text: &str) -> bool {
    text.chars().any(|sign| (sign.is_control() && !matches!(sign, '\n' | '\t' | '\r')) || sign == '\u{ffff}')
}

/// The text of every part of a workbook, taken out by the heads in front of them.
fn parts(workbook: &[u8]) -> Vec<(String, String)> {
    let four = |at: usize| u32::from_le_bytes(workbook[at..at + 4].try_into().expect("four bytes")) as usize;
    let two = |at: usize| usize::from(u16::from_le_bytes(workbook[at..at + 2].try_into().expect("two bytes")));
    let (mut at, mut parts) = (0, Vec::new());
    while four(at) == 0x0403_4b50 {
        let (size, name) = (four(at + 18), two(at + 26));
        let start = at + 30 + name;
        assert_eq!((two(at + 8), four(at + 22)), (0, size), "stored as it is");
        let name = String::from_utf8(workbook[at + 30..start].to_vec()).expect("a name");
        parts.push((name, String::from_utf8(workbook[start..start + size].to_vec()).expect("UTF-8")));
        at = start + size;
    }
    parts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_cell_of_a_csv_is_a_formula_and_every_text_comes_back(text in nasty()) {
        for edition in ["2013", "2022"] {
            let assessment = filled(edition, &text);
            for name in CSV {
                let made = self::text(name, &assessment);
                let rows = records(&made).expect("RFC 4180");
                prop_assert!(!has_control(&made));
                for cell in rows.iter().flatten() {
                    prop_assert!(!begins_formula(cell), "{:?}", cell);
                }
                prop_assert!(rows.iter().all(|row| row.len() == rows[0].len()));
            }
            let rows = records(&self::text(ExportName::Statement, &assessment)).expect("RFC 4180");
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
        let made = self::text(ExportName::ReportHtml, &filled("2022", &text));
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
        let made: Value = serde_json::from_str(&self::text(ExportName::OscalResults, &assessment)).expect("JSON");
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

#[test]
fn what_is_not_known_is_refused_by_name() {
    let assessment = Assessment::new(Edition::E2022);
    let refused = |options: ExportOptions<'_>| {
        let error = export(ExportName::Plan, &assessment, &options).expect_err("refused");
        (error.code().as_str(), error.subject().to_owned())
    };
    assert_eq!(refused(ExportOptions { day: "tomorrow", ..OPTIONS }), ("bad-date", "day".to_owned()));
    assert_eq!(refused(ExportOptions { language: "xx", ..OPTIONS }), ("unknown-value", "xx".to_owned()));
    assert_eq!(ExportName::from_name("pdf").expect_err("refused").subject(), "pdf");
    for name in ExportName::ALL {
        assert_eq!(ExportName::from_name(name.as_str()), Ok(name));
    }
}

#[test]
fn what_is_anonymous_holds_nothing_that_people_typed() {
    for edition in ["2013", "2022"] {
        let assessment = filled(edition, "zqxzqx");
        for name in ExportName::ALL {
            let made = export(name, &assessment, &ExportOptions { anonymous: true, ..OPTIONS }).expect("made");
            assert!(made.name.starts_with("anonymous-2026-11-23"), "{}", made.name);
            let bytes = if name == ExportName::Workbook {
                parts(&made.bytes).into_iter().map(|(_, part)| part).collect::<String>().into_bytes()
            } else {
                made.bytes
            };
            assert!(!String::from_utf8_lossy(&bytes).contains("zqx"), "{}", name.as_str());
        }
    }
}

#[test]
fn times_and_addresses_that_a_stricter_format_refuses_are_left_out() {
    let assessment = file(
        "2022",
        &json!({
            "created": "2026-11-23T10:00:60Z", "modified": "0001-01-01T00:00:00+23:59",
            "requirements": { "4.1": { "answer": 1, "modified": "2026-11-23T10:00:00-13:00", "evidence": [
                { "label": "one", "href": "https://münchen.example/" }, { "href": "https://example.com/a b|c" }] } },
        }),
    );
    let made: Value = serde_json::from_str(&text(ExportName::OscalResults, &assessment)).expect("JSON");
    let results = &made["assessment-results"];
    assert_eq!(results["metadata"]["last-modified"], "1970-01-01T00:00:00Z");
    let observation = &results["results"][0]["observations"][0];
    assert_eq!(observation["collected"], "1970-01-01T00:00:00Z");
    let evidence = observation["relevant-evidence"].as_array().expect("a list");
    assert_eq!(evidence.len(), 1);
    assert_eq!(evidence[0]["href"], "https://example.com/a%20b%7Cc");
    assert_eq!(observation["remarks"], "one \\<https://münchen.example/\\>");
    let workbook = export(ExportName::Workbook, &assessment, &OPTIONS).expect("made");
    let core = parts(&workbook.bytes).into_iter().find(|(name, _)| name == "docProps/core.xml").expect("properties");
    assert!(!core.1.contains("W3CDTF"));
}
