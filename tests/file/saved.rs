//! What can be held can be saved, and what is saved can be read.

use crate::given::{NOW, file, verdict};
use iso27001_readiness::assessment::{
    Annotation, Answer, Assessment, DocumentChange, DocumentStatus, EvidenceLink, InclusionChange, InclusionReason,
    OrganisationChange, Resolution, StatementChange,
};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::questionnaire::Target;
use iso27001_readiness::{MAX_BYTES, ReadinessError, ScoreRange};
use serde_json::Value;

/// An assessment whose canonical text is this long, by a member that nobody knows.
fn of_length(bytes: usize) -> Assessment {
    let bare = Assessment::parse(&file(r#""modified":"2026-11-23T10:00:00Z","x":"""#)).unwrap().to_json();
    let text = bare.replace(r#""x":"""#, &format!("\"x\":\"{}\"", "y".repeat(bytes - bare.len())));
    assert_eq!(text.len(), bytes);
    Assessment::parse(&text).unwrap()
}

type Call = Box<dyn Fn(&mut Assessment) -> Result<(), ReadinessError>>;

/// Every change there is, each with a text of this length where it takes one, and its subject when it is refused.
fn changes(length: usize) -> Vec<(&'static str, Call)> {
    let text = move || "n".repeat(length);
    let some = move || Some(text());
    let note = move || Annotation { note: some(), ..Annotation::default() };
    let links = move || Some(vec![EvidenceLink::new(text(), "https://example.com")]);
    let filled = move || {
        let mut other = Assessment::new(Edition::E2022);
        other.annotate("4.1", note(), NOW).unwrap();
        other
    };
    vec![
        ("4.1", Box::new(|a: &mut Assessment| a.respond("4.1", Answer::level(3)?, NOW))),
        ("area:policy", Box::new(|a| a.respond("area:policy", Answer::Unknown, NOW))),
        ("A.7.4", Box::new(move |a| a.exclude("A.7.4", &text(), NOW))),
        ("area:backup", Box::new(move |a| a.exclude_area("backup", &text(), NOW))),
        ("4.1", Box::new(move |a| a.annotate("4.1", note(), NOW))),
        ("4.1", Box::new(move |a| a.annotate("4.1", Annotation { evidence: links(), ..Annotation::default() }, NOW))),
        (
            "A.5.1",
            Box::new(move |a| {
                a.justify("A.5.1", InclusionChange { because: Some(InclusionReason::ALL.to_vec()), note: some() }, NOW)
            }),
        ),
        (
            "isms_scope",
            Box::new(move |a| {
                a.set_document(
                    "isms_scope",
                    DocumentChange {
                        status: Some(Some(DocumentStatus::Draft)),
                        owner: some(),
                        href: None,
                        note: some(),
                    },
                    NOW,
                )
            }),
        ),
        (
            "organisation",
            Box::new(move |a| {
                a.set_organisation(OrganisationChange { name: some(), headcount: Some(Some(64)), scope: None }, NOW)
            }),
        ),
        ("assessor", Box::new(move |a| a.set_assessor(&text(), NOW))),
        (
            "statement",
            Box::new(move |a| a.set_statement(StatementChange { version: some(), ..StatementChange::default() }, NOW)),
        ),
        ("snapshots", Box::new(move |a| a.take_snapshot(&text(), ScoreRange::UNKNOWN, "readiness/2", NOW))),
        ("id", Box::new(move |a| a.identify(&text(), NOW))),
        ("$", Box::new(move |a| a.merge(&filled(), &|_| Resolution::Lower, NOW))),
    ]
}

#[test]
fn a_change_that_would_make_the_file_too_large_is_refused_and_changes_nothing() {
    for (subject, call) in changes(2_000) {
        let before = of_length(MAX_BYTES - 20);
        let mut it = before.clone();
        let error = call(&mut it).unwrap_err();
        assert_eq!((error.code().as_str(), error.subject()), ("too-large", subject));
        assert_eq!(
            error.message(),
            "the file would be larger than 2 MiB and could not be read again: shorten or remove notes or evidence"
        );
        assert_eq!(it, before, "{subject}");
        assert_eq!(it.to_json(), before.to_json(), "{subject}");
    }
    // What fits still fits, to the last byte.
    let mut it = of_length(MAX_BYTES - 20);
    it.set_target(Target::new(5).unwrap(), NOW).unwrap();
    it.set_assessor("abc", NOW).unwrap();
    assert_eq!(it.to_json().len(), MAX_BYTES - 20 + r#""assessor":"abc","#.len());
    it.set_assessor("abcdef", NOW).unwrap();
    assert_eq!(it.to_json().len(), MAX_BYTES);
    assert_eq!(it.set_assessor("abcdefg", NOW).unwrap_err().code().as_str(), "too-large");
    it.set_assessor("", NOW).unwrap();
    assert_eq!(Assessment::parse(&it.to_json()).unwrap(), it);
}

#[test]
fn notes_are_taken_until_the_file_is_full_and_never_lost() {
    // Control characters are the dearest: six bytes each in a file.
    for text in ["\u{1}".repeat(10_000), "n".repeat(10_000), "𝄞".repeat(10_000), "\"".repeat(9_999)] {
        let mut it = Assessment::new(Edition::E2013);
        let (mut taken, mut refused) = (0, 0);
        for requirement in Edition::E2013.requirements().chain(Edition::E2013.requirements()) {
            let before = it.clone();
            let evidence = vec![EvidenceLink::new(text.clone(), ""), EvidenceLink::new(text.clone(), "")];
            let annotation = Annotation { note: Some(text.clone()), evidence: Some(evidence), ..Annotation::default() };
            match it.annotate(requirement.id(), annotation, NOW) {
                Ok(()) => taken += 1,
                Err(error) => {
                    assert_eq!((error.code().as_str(), error.subject()), ("too-large", requirement.id()));
                    assert_eq!(it, before);
                    refused += 1;
                }
            }
        }
        assert!(taken > 5, "{taken}");
        assert!(refused > 0 || taken == 280, "{taken} {refused}");
        let written = it.to_json();
        assert!(written.len() <= MAX_BYTES);
        assert_eq!(Assessment::parse(&written).unwrap(), it);
        // Nothing more of this size fits, but something shorter does, in place of something long.
        it.annotate("4.1", Annotation { note: Some(String::from("short")), ..Annotation::default() }, NOW).unwrap();
        assert!(Assessment::parse(&it.to_json()).unwrap() == it);
    }
}

#[test]
fn a_file_whose_canonical_text_is_too_large_is_refused_and_one_byte_less_is_read() {
    // 1e20 is written in full.
    let numbers = |count: usize| file(&format!("\"x\":[{}]", vec!["1e20"; count].join(",")));
    let canonical = |count: usize| file("\"target\":3,\"x\":[]").len() + count * 21 + count - 1;
    let most = (0..MAX_BYTES).rev().find(|count| canonical(*count) <= MAX_BYTES).unwrap();
    let read = Assessment::parse(&numbers(most)).unwrap();
    assert_eq!(read.to_json().len(), canonical(most));
    assert_eq!(Assessment::parse(&read.to_json()).unwrap(), read);
    assert!(numbers(most + 1).len() < MAX_BYTES / 4);
    assert_eq!(verdict(&Assessment::parse(&numbers(most + 1))), "too-large $");
}

#[test]
fn carrying_over_is_refused_when_all_together_is_too_large() {
    // The note of one requirement of 2013 goes to both that it became in 2022.
    let carried = |length: usize| {
        let text = of_length(length).to_json().replace("\"2022\"", "\"2013\"");
        let mut old = Assessment::parse(&text).unwrap();
        old.annotate("9.2", Annotation { note: Some("n".repeat(1_000)), ..Annotation::default() }, NOW).unwrap();
        old.carry_over(NOW)
    };
    let (next, _) = carried(MAX_BYTES - 3_000).unwrap();
    assert_eq!(Assessment::parse(&next.to_json()).unwrap(), next);
    let error = carried(MAX_BYTES - 1_200).unwrap_err();
    assert_eq!((error.code().as_str(), error.subject()), ("too-large", "$"));
}

/// The same JSON, laid out by serde_json.
fn canonical(text: &str) -> String {
    serde_json::from_str::<Value>(text).unwrap().to_string()
}

#[test]
fn what_a_snapshot_holds_besides_its_ends_is_written_back() {
    let text = file(
        r#""target":3,"snapshots":[{"at":"t","label":"l","z":1,"overall":{"low":1,"high":2,"middle":[1.5],"a":null}}]"#,
    );
    let assessment = Assessment::parse(&text).unwrap();
    assert_eq!(canonical(&assessment.to_json()), canonical(&text));
    let twice = text.replace(r#""a":null"#, r#""a":null,"a":1"#);
    assert_eq!(verdict(&Assessment::parse(&twice)), "duplicate-key $.snapshots[0].overall.a");
    // Merging keeps it, and a snapshot that differs in it alone is another.
    let mut merged = Assessment::parse(&text.replace("1.5", "2.5")).unwrap();
    merged.merge(&assessment, &|_| Resolution::Lower, NOW).unwrap();
    assert_eq!(merged.snapshots().len(), 2);
}

#[test]
fn equal_means_the_same_canonical_text() {
    let one = Assessment::parse(&file(r#""b":1,"a":{"d":1,"c":2},"organisation":{"y":1,"x":2}"#)).unwrap();
    let other = Assessment::parse(&file(r#""organisation":{"x":2,"y":1},"a":{"c":2,"d":1},"b":1,"id":"""#)).unwrap();
    assert_eq!(one, other);
    assert_eq!(one.to_json(), other.to_json());
    assert_eq!(Assessment::parse(&one.to_json()).unwrap(), one);
    for different in
        [r#""b":2,"a":{"d":1,"c":2},"organisation":{"y":1,"x":2}"#, r#""b":1,"organisation":{"y":1,"x":2}"#]
    {
        assert_ne!(Assessment::parse(&file(different)).unwrap(), one);
    }
}
