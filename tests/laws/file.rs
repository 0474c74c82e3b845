//! The file: what is read is written back, whatever its layout, and a call that is refused changes nothing.

use crate::cases::fewer;
use crate::random_files::{File, files, one_of};
use crate::support::{Draft, drafts};
use iso27001_readiness::assessment::{
    Annotation, Answer, Assessment, DocumentChange, DocumentStatus, EvidenceLink, InclusionChange, InclusionReason,
    OrganisationChange, StatementChange,
};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::questionnaire::Target;
use iso27001_readiness::scoring::{METHOD, Report};
use iso27001_readiness::{ReadinessError, ScoreRange};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// A call that changes an assessment, or refuses to.
type Call<'a> = Box<dyn FnOnce(&mut Assessment) -> Result<(), ReadinessError> + 'a>;

/// A small generator for what need not shrink.
fn next(random: &mut u64) -> usize {
    *random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
    usize::try_from(*random >> 40).unwrap()
}

/// Writes a value with its members in any order, with any white space and any escapes.
fn shuffled(value: &Value, random: &mut u64, out: &mut String) {
    let space = |random: &mut u64, out: &mut String| {
        out.push_str(one_of(&["", "", "", " ", "\n", "\t", "\r\n  "], next(random)))
    };
    let text = |text: &str, random: &mut u64, out: &mut String| {
        out.push('"');
        for character in text.chars() {
            if next(random).is_multiple_of(4) || character < ' ' || character == '"' || character == '\\' {
                let mut units = [0; 2];
                character.encode_utf16(&mut units).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04X}")));
            } else {
                out.push(character);
            }
        }
        out.push('"');
    };
    space(random, out);
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            for place in (1..members.len()).rev() {
                members.swap(place, next(random) % (place + 1));
            }
            out.push('{');
            for (index, (key, value)) in members.into_iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                space(random, out);
                text(key, random, out);
                space(random, out);
                out.push(':');
                shuffled(value, random, out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                shuffled(item, random, out);
            }
            out.push(']');
        }
        Value::String(value) => text(value, random, out),
        other => out.push_str(&other.to_string()),
    }
    space(random, out);
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn the_order_of_keys_changes_nothing(File(file) in files(), mut random in any::<u64>()) {
        let straight = Assessment::parse(&file.to_string()).unwrap();
        let mut text = String::new();
        shuffled(&file, &mut random, &mut text);
        let other = Assessment::parse(&text).unwrap();
        prop_assert_eq!(other.to_json(), straight.to_json());
        prop_assert_eq!(&other, &straight);
        prop_assert_eq!(Report::of(&other), Report::of(&straight));
    }

    #[test]
    fn import_of_export_is_the_same_and_export_of_that_the_same_bytes(File(file) in files()) {
        let assessment = Assessment::parse(&file.to_string()).unwrap();
        let text = assessment.to_json();
        let again = Assessment::parse_bytes(text.as_bytes()).unwrap();
        prop_assert_eq!(again.to_json(), text);
        prop_assert_eq!(again, assessment);
    }

    #[test]
    fn every_member_known_or_not_survives(File(file) in files()) {
        let text = Assessment::parse(&file.to_string()).unwrap().to_json();
        prop_assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), file);
    }

    #[test]
    fn only_answers_plans_and_statuses_change_the_report(File(file) in files()) {
        let read = Assessment::parse(&file.to_string()).unwrap();
        let mut bare = Assessment::new(read.edition());
        bare.set_target(read.target(), "").unwrap();
        for requirement in read.edition().requirements() {
            let response = read.response(requirement);
            match response.answer() {
                Some(Answer::NotApplicable) => bare.exclude(requirement.id(), "x", "").unwrap(),
                Some(answer) => bare.respond(requirement.id(), answer, "").unwrap(),
                None => {}
            }
            if !response.owner().trim().is_empty() && !response.due().is_empty() {
                let plan = Annotation { owner: Some("x".into()), due: Some("2000-01-01".into()), ..Annotation::default() };
                bare.annotate(requirement.id(), plan, "").unwrap();
            }
        }
        for (index, area) in read.edition().areas().iter().enumerate() {
            let id = format!("area:{}", area.key);
            match read.area_response(index).answer() {
                Some(Answer::NotApplicable) => bare.exclude(&id, "x", "").unwrap(),
                Some(answer) => bare.respond(&id, answer, "").unwrap(),
                None => {}
            }
        }
        for (index, document) in read.edition().documents().enumerate() {
            bare.set_document(document.key, read.document_response(index).status(), "").unwrap();
        }
        prop_assert_eq!(Report::of(&bare), Report::of(&read));
    }

    #[test]
    fn a_call_that_is_refused_leaves_everything_as_it_was(draft in drafts(), pick in any::<Index>(), wrong in any::<Index>()) {
        let mut assessment = draft.assessment();
        let before = assessment.clone();
        let ids = Draft::ids(draft.edition);
        let id = pick.get(&ids).as_str();
        let long = || Some("x".repeat(10_001));
        let organisation = |headcount, scope| OrganisationChange { name: Some("n".into()), headcount: Some(headcount), scope };
        let key = draft.edition.documents().next().unwrap().key;
        let later = "2026-11-23T10:00:00Z";
        let calls: Vec<(&str, Call<'_>)> = vec![
            ("unknown-id", Box::new(|a| a.respond("A.99.1", Answer::Unknown, later))),
            ("unknown-id", Box::new(|a| a.respond("area:nowhere", Answer::Unknown, later))),
            ("unknown-id", Box::new(|a| a.respond("A.99.1", Answer::NotApplicable, later))),
            ("unknown-value", Box::new(|a| a.respond(id, Answer::NotApplicable, later))),
            ("unknown-id", Box::new(|a| a.exclude("A.99.1", "why", later))),
            ("clause-not-applicable", Box::new(|a| a.exclude("4.1", "why", later))),
            ("clause-not-applicable", Box::new(|a| a.exclude("area:policy", "why", later))),
            ("clause-not-applicable", Box::new(|a| a.exclude_area("policy", "why", later))),
            ("unknown-id", Box::new(|a| a.exclude_area("nowhere", "why", later))),
            ("text-too-long", Box::new(|a| a.exclude_area(a.edition().areas()[20].key, &"x".repeat(10_001), later))),
            ("blank-reason", Box::new(|a| a.exclude(if a.edition() == Edition::E2013 { "A.5.1.1" } else { "A.5.1" }, " \t\n", later))),
            ("blank-reason", Box::new(|a| a.exclude_area(a.edition().areas()[20].key, "\u{2003}\u{a0}", later))),
            ("unknown-id", Box::new(|a| a.clear("", later))),
            ("unknown-id", Box::new(|a| a.annotate("x", Annotation::default(), later))),
            ("text-too-long", Box::new(|a| {
                a.annotate(id, Annotation { owner: Some("me".into()), note: Some("x".repeat(10_001)), ..Annotation::default() }, later)
            })),
            ("text-too-long", Box::new(|a| {
                let evidence = vec![EvidenceLink::new("a", ""), EvidenceLink::new("x".repeat(10_001), "")];
                a.annotate(id, Annotation { evidence: Some(evidence), ..Annotation::default() }, later)
            })),
            ("bad-date", Box::new(|a| {
                a.annotate(id, Annotation { note: Some("n".into()), due: Some("2026-02-30".into()), ..Annotation::default() }, later)
            })),
            ("text-too-long", Box::new(|a| a.justify(id, InclusionChange { because: Some(InclusionReason::ALL.to_vec()), note: long() }, later))),
            ("unknown-id", Box::new(|a| a.set_document("x", None, later))),
            ("text-too-long", Box::new(|a| {
                a.set_document(key, DocumentChange { note: long(), ..DocumentStatus::Draft.into() }, later)
            })),
            ("out-of-range", Box::new(|a| a.set_organisation(organisation(Some(0), None), later))),
            ("out-of-range", Box::new(|a| a.set_organisation(organisation(Some(10_000_001), None), later))),
            ("text-too-long", Box::new(|a| a.set_organisation(organisation(None, long()), later))),
            ("text-too-long", Box::new(|a| a.set_assessor(&"x".repeat(10_001), later))),
            ("bad-date", Box::new(|a| a.set_statement(StatementChange { version: Some("1".into()), date: Some("2026-13-01".into()), ..Default::default() }, later))),
            ("text-too-long", Box::new(|a| a.set_statement(StatementChange { approver: long(), ..Default::default() }, later))),
            ("text-too-long", Box::new(|a| a.take_snapshot(&"x".repeat(10_001), ScoreRange::UNKNOWN, METHOD, later))),
            ("out-of-range", Box::new(|a| a.remove_snapshot(0, later))),
            ("text-too-long", Box::new(|a| a.identify(&"x".repeat(10_001), later))),
        ];
        let index = wrong.index(calls.len());
        let (code, call) = calls.into_iter().nth(index).unwrap();
        prop_assert_eq!(call(&mut assessment).unwrap_err().code().as_str(), code, "call {}", index);
        prop_assert_eq!(assessment, before, "call {}", index);
        prop_assert!(Target::new(0).is_none() && Target::new(6).is_none());
    }
}
