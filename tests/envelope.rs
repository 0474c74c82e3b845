//! The result envelope: sealed, recomputed, and never believed.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::assessment::{Answer, Assessment};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::envelope::{Binding, MAX_ENVELOPE, seal, seal_for, verify};
use iso27001_readiness::output::sha256::sha256;
use iso27001_readiness::scoring::{METHOD, Report};
use iso27001_readiness::{MAX_BYTES, MAX_DEPTH};
use proptest::prelude::*;

fn example() -> String {
    seal(&Assessment::example(Edition::E2022).unwrap())
}

#[test]
fn the_digest_is_sha_256() {
    // The test vectors of FIPS 180-2 for one block and for no bytes.
    assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

#[test]
fn an_envelope_of_ours_has_no_differences() {
    for edition in Edition::ALL {
        let envelope = seal(&Assessment::example(edition).unwrap());
        assert_eq!(verify(&envelope).unwrap().differences, []);
        // Another layout is the same JSON, and so the same claim.
        let value: serde_json::Value = serde_json::from_str(&envelope).unwrap();
        assert_eq!(verify(&serde_json::to_string_pretty(&value).unwrap()).unwrap().differences, []);
    }
}

#[test]
fn an_envelope_is_canonical_json() {
    let value: serde_json::Value = serde_json::from_str(&example()).unwrap();
    // serde_json keeps objects sorted, and all keys of ours are ASCII.
    assert_eq!(serde_json::to_string(&value).unwrap(), example());
}

#[test]
fn a_better_score_than_the_answers_give_is_found() {
    let honest = example();
    let mut value: serde_json::Value = serde_json::from_str(&honest).unwrap();
    let low = value.pointer_mut("/report/overall/low").unwrap();
    let computed = low.to_string();
    *low = serde_json::json!(9999);
    let differences = verify(&value.to_string()).unwrap().differences;
    let paths: Vec<_> = differences.iter().map(|found| found.path.as_str()).collect();
    assert_eq!(paths, ["$.report.overall.low", "$.sha256"]);
    let score = differences.first().unwrap();
    assert_eq!((score.claimed.as_str(), score.computed.as_str()), ("9999", computed.as_str()));
}

#[test]
fn the_envelope_of_the_largest_assessment_can_be_checked() {
    let bare = Assessment::example(Edition::E2022).unwrap().to_json();
    let filler = "y".repeat(MAX_BYTES - bare.len() - r#","zz":"""#.len());
    let full = Assessment::parse(&format!("{},\"zz\":\"{filler}\"}}", bare.strip_suffix('}').unwrap())).unwrap();
    assert_eq!(full.to_json().len(), MAX_BYTES);
    assert!(seal(&full).len() > MAX_BYTES);
    assert_eq!(verify(&seal(&full)).unwrap().differences, []);
    let error = verify(&" ".repeat(MAX_ENVELOPE + 1)).unwrap_err();
    assert_eq!(error.code().as_str(), "too-large");
    assert_eq!(error.to_string(), "$: the result is larger than 2.25 MiB");
}

#[test]
fn a_resealed_forgery_is_still_found() {
    let mut value: serde_json::Value = serde_json::from_str(&example()).unwrap();
    *value.pointer_mut("/report/stages/0/state").unwrap() = serde_json::json!("ready");
    value.as_object_mut().unwrap().remove("sha256");
    let seal = sha256(&value.to_string());
    value.as_object_mut().unwrap().insert("sha256".into(), seal.into());
    let paths: Vec<_> = verify(&value.to_string()).unwrap().differences.into_iter().map(|found| found.path).collect();
    assert_eq!(paths, ["$.report.stages[0].state"]);
}

const FILE: &str = r#","assessment":{"format":"iso27001-readiness/assessment","version":1,"edition":"2022""#;

/// An envelope without a report, with this behind its method; the assessment that `FILE` begins is ended.
fn with(part: &str, more: &str) -> String {
    let end = if part.starts_with(FILE) { "}" } else { "" };
    format!(r#"{{"format":"iso27001-readiness/result","engine":"x","method":"{METHOD}"{part}{more}{end}}}"#)
}

#[test]
fn what_does_not_belong_in_an_envelope_is_a_difference() {
    let honest: serde_json::Value = serde_json::from_str(&example()).unwrap();
    for place in ["", "/report", "/report/overall", "/report/requirements/3", "/catalog"] {
        for added in [serde_json::json!("x"), serde_json::json!({}), serde_json::json!([[1]]), serde_json::Value::Null]
        {
            let mut value = honest.clone();
            value.pointer_mut(place).unwrap().as_object_mut().unwrap().insert("added".into(), added.clone());
            value.as_object_mut().unwrap().remove("sha256");
            let checksum = sha256(&value.to_string());
            value.as_object_mut().unwrap().insert("sha256".into(), checksum.into());
            let found = verify(&value.to_string()).unwrap();
            let (path, index) = (place.replace('/', "."), place.ends_with('3'));
            let path = if index { String::from("$.report.requirements[3].added") } else { format!("${path}.added") };
            let all: Vec<_> = found.differences.iter().map(|one| (&*one.path, &*one.claimed, &*one.computed)).collect();
            assert_eq!(all, [(&*path, &*added.to_string(), "")]);
        }
    }
}

#[test]
fn what_nothing_was_computed_from_is_named() {
    let mut value: serde_json::Value =
        serde_json::from_str(&Assessment::example(Edition::E2022).unwrap().to_json()).unwrap();
    value["later"] = 1.into();
    value["requirements"]["4.1"]["provenance"] = serde_json::json!(["The auditor: 5"]);
    value["requirements"]["4.1"]["x y"] = 1.into();
    value["snapshots"] = serde_json::json!([{ "at": "2020-01-01T00:00:00Z", "label": "forged", "overall": { "low": 9999, "high": 9999 } }]);
    let found = verify(&seal(&Assessment::parse(&value.to_string()).unwrap())).unwrap();
    assert!(found.is_ok());
    for path in [
        "$.engine",
        "$.assessment.snapshots",
        "$.assessment.later",
        "$.assessment.organisation",
        "$.assessment.requirements[*].provenance",
        r#"$.assessment.requirements[*]["x y"]"#,
        "$.assessment.requirements[*].evidence",
        "$.assessment.documents[*].owner",
    ] {
        assert!(found.unverified.iter().any(|one| one == path), "{path} in {:?}", found.unverified);
    }
    for path in &found.unverified {
        assert!(!path.ends_with(".answer") && !path.ends_with(".status") && !path.ends_with(".target"), "{path}");
    }
    let bare = verify(&seal(&Assessment::new(Edition::E2013))).unwrap();
    assert_eq!(bare.unverified, ["$.engine"]);
    assert_eq!(bare.report, Report::of(&Assessment::new(Edition::E2013)));
}

/// With this title in place of what stands at a path of the report, and a seal that fits.
fn titled(place: &str, title: serde_json::Value) -> String {
    let mut value: serde_json::Value = serde_json::from_str(&example()).unwrap();
    *value.pointer_mut(place).unwrap() = title;
    value.as_object_mut().unwrap().remove("sha256");
    let seal = sha256(&value.to_string());
    value.as_object_mut().unwrap().insert("sha256".into(), seal.into());
    value.to_string()
}

#[test]
fn a_title_in_other_words_is_named_as_not_verified_and_what_is_no_text_is_a_difference() {
    for (place, path) in [
        ("/report/sections/0/title", "$.report.sections[*].title"),
        ("/report/areas/7/title", "$.report.areas[*].title"),
        ("/report/stages/0/gates/2/title", "$.report.stages[*].gates[*].title"),
    ] {
        let found = verify(&titled(place, "Zugang".into())).unwrap();
        assert!(found.is_ok(), "{:?}", found.differences);
        assert!(found.unverified.iter().any(|one| one == path), "{path} in {:?}", found.unverified);
        assert!(!found.report.to_json().contains("Zugang"), "the report that is handed out has our own words");
        for other in [serde_json::Value::Null, 1.into(), serde_json::json!({ "x": "y" })] {
            let found = verify(&titled(place, other)).unwrap();
            assert_eq!(found.differences.len(), 1, "{:?}", found.differences);
        }
    }
    let own = verify(&example()).unwrap();
    assert!(own.unverified.iter().all(|path| !path.starts_with("$.report")), "{:?}", own.unverified);
}

#[test]
fn a_file_as_deep_as_any_can_be_sealed_and_verified() {
    let deep = format!("{}{}", "[".repeat(MAX_DEPTH - 1), "]".repeat(MAX_DEPTH - 1));
    let text = format!("{{{},\"x\":{deep}}}", FILE.split_once('{').unwrap().1);
    let assessment = Assessment::parse(&text).unwrap();
    assert!(Assessment::parse(&text.replace(&deep, &format!("[{deep}]"))).is_err());
    assert!(verify(&seal(&assessment)).unwrap().is_ok());
}

#[test]
fn a_signature_stands_outside_the_seal_and_is_not_vouched_for() {
    let envelope = seal(&Assessment::new(Edition::E2022));
    let signed = envelope.replacen('{', r#"{"signature":"head..mark","#, 1);
    let found = verify(&signed).unwrap();
    assert!(found.is_ok(), "{:?}", found.differences);
    assert_eq!(found.unverified, ["$.engine", "$.signature"]);
    let twice = signed.replacen('{', r#"{"signature":"","#, 1);
    for (text, code) in [(envelope.replacen('{', r#"{"signature":7,"#, 1), "wrong-type"), (twice, "duplicate-key")] {
        let error = verify(&text).unwrap_err();
        assert_eq!((error.code().as_str(), error.subject()), (code, "$.signature"));
    }
}

#[test]
fn a_binding_stands_inside_the_seal() {
    let asked = Binding { nonce: "n-1".into(), audience: "https://portal.example".into() };
    let envelope = seal_for(&Assessment::new(Edition::E2022), &asked);
    assert_eq!(verify(&envelope).unwrap().binding, Some(asked));
    let moved = verify(&envelope.replace("n-1", "n-2")).unwrap();
    let paths: Vec<_> = moved.differences.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(paths, ["$.sha256"]);
    let more = verify(&envelope.replace(r#""nonce":"n-1""#, r#""more":1,"nonce":"n-1""#)).unwrap();
    assert!(more.differences.iter().any(|one| one.path == "$.binding.more"));
    assert_eq!(verify(&example()).unwrap().binding, None);
}

#[test]
fn times_that_are_none_are_left_out_when_it_is_sealed() {
    let text = format!(
        r#"{{{},"created":"…","modified":"soon","requirements":{{"4.1":{{"answer":3,"modified":"…"}}}},"snapshots":[{{"at":"Q4","label":"Q4","overall":{{"low":1,"high":2}}}}]}}"#,
        FILE.split_once('{').unwrap().1
    );
    let envelope = seal(&Assessment::parse(&text).unwrap());
    assert!(verify(&envelope).unwrap().is_ok());
    let value: serde_json::Value = serde_json::from_str(&envelope).unwrap();
    assert_eq!(value["assessment"]["snapshots"][0]["at"], "");
    assert!(
        value["assessment"].get("created").is_none()
            && value["assessment"]["requirements"]["4.1"].get("modified").is_none()
    );
}

#[test]
fn what_is_no_envelope_is_refused_by_name() {
    for (text, code, subject) in [
        ("", "syntax", "$"),
        ("[]", "wrong-type", "$"),
        ("{}", "wrong-format", "$.format"),
        (r#"{"format":"iso27001-readiness/result"}"#, "missing-key", "$.engine"),
        (r#"{"format":"iso27001-readiness/result","version":2}"#, "newer-version", "$.version"),
        (r#"{"format":"iso27001-readiness/result","engine":1}"#, "wrong-type", "$.engine"),
        (r#"{"format":"iso27001-readiness/result","engine":""}"#, "wrong-type", "$.engine"),
        (r#"{"format":"iso27001-readiness/result","engine":"x"}"#, "missing-key", "$.method"),
        (r#"{"format":"iso27001-readiness/result","engine":"x","method":"readiness/0"}"#, "other-method", "$.method"),
        (&with("", ""), "missing-key", "$.assessment"),
        (&with(r#","assessment":[]"#, ""), "wrong-type", "$.assessment"),
        (&with(r#","assessment":{}"#, ""), "missing-key", "$.assessment.format"),
        (
            &with(FILE, r#","requirements":{"4.1":{"modified":"yesterday"}}"#),
            "bad-date",
            r#"$.assessment.requirements["4.1"].modified"#,
        ),
        (
            &with(FILE, r#","snapshots":[{"at":"x","overall":{"low":0,"high":1}}]"#),
            "bad-date",
            "$.assessment.snapshots[0].at",
        ),
        (&with(FILE, r#","created":"2026-11-23""#), "bad-date", "$.assessment.created"),
        (&with(FILE, r#","id":"\ud800""#), "lone-surrogate", "$.assessment.id"),
        (&with(&format!("{FILE}}},\"binding\":{{\"nonce\":\"1\""), ""), "missing-key", "$.binding"),
        (&with(&format!("{FILE}}},\"binding\":{{\"nonce\":1"), ""), "wrong-type", "$.binding.nonce"),
    ] {
        let error = verify(text).unwrap_err();
        assert_eq!((error.code().as_str(), error.subject()), (code, subject), "{text}");
    }
}

fn pointers(value: &serde_json::Value, at: String, out: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(members) => {
            members.iter().for_each(|(key, member)| pointers(member, format!("{at}/{key}"), out));
        }
        serde_json::Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| pointers(item, format!("{at}/{index}"), out));
        }
        _ => out.push(at),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn an_edited_envelope_passes_exactly_when_nothing_was_edited(pick in any::<prop::sample::Index>(), to in 0_u32..7) {
        let honest: serde_json::Value = serde_json::from_str(&example()).unwrap();
        let mut places = Vec::new();
        pointers(&honest, String::new(), &mut places);
        let place = pick.get(&places);
        let mut edited = honest.clone();
        *edited.pointer_mut(place).unwrap() = serde_json::json!(to);
        let verdict = verify(&edited.to_string());
        prop_assert_eq!(verdict.is_ok_and(|found| found.is_ok()), edited == honest, "{}", place);
    }

    #[test]
    fn an_answer_changed_after_sealing_is_found(index in 0_usize..123, level in 0_i64..6) {
        let honest: serde_json::Value = serde_json::from_str(&example()).unwrap();
        let mut assessment = Assessment::example(Edition::E2022).unwrap();
        let requirement = Edition::E2022.requirements().nth(index).unwrap();
        assessment.respond(requirement.id(), Answer::level(level).unwrap(), "2026-01-01T00:00:00Z").unwrap();
        let mut edited = honest;
        *edited.pointer_mut("/assessment").unwrap() = serde_json::from_str(&assessment.to_json()).unwrap();
        prop_assert!(!verify(&edited.to_string()).unwrap().is_ok());
    }
}
