//! Addresses of evidence and of documents: which are taken, and which could be code.

use crate::given::{NOW, file, verdict};
use iso27001_readiness::assessment::{Annotation, Assessment, DocumentChange, EvidenceLink, Resolution};
use iso27001_readiness::catalog::Edition;
use serde_json::Value;

/// Addresses, and what is said of each, in calls and in files.
const ADDRESSES: [(&str, bool); 22] = [
    ("", true),
    ("https://example.com/a b?c=d#e", true),
    ("HTTP://EXAMPLE.COM", true),
    ("mailto:isms@example.com", true),
    ("MailTo:a@example.com?subject=x", true),
    ("https://", false),
    ("mailto:", false),
    ("https:example.com", false),
    ("javascript:alert(1)", false),
    ("JavaScript:alert(1)", false),
    (" javascript:alert(1)", false),
    ("java\tscript:alert(1)", false),
    ("data:text/html,x", false),
    ("vbscript:x", false),
    ("file:///etc/passwd", false),
    ("blob:https://example.com/x", false),
    ("//example.com", false),
    ("/path", false),
    ("the safe in the cellar", false),
    (" https://example.com", false),
    ("https://example.com/\n", false),
    ("https\u{ff1a}//example.com", false),
];

#[test]
fn an_address_is_http_https_or_mailto_in_calls_and_in_files() {
    for (address, is_safe) in ADDRESSES {
        let expected = |subject: &str| if is_safe { "accepted".into() } else { format!("unsafe-address {subject}") };
        let quoted = Value::from(address);
        for (member, path) in [
            (
                format!(r#""requirements":{{"4.1":{{"evidence":[{{}},{{"href":{quoted}}}]}}}}"#),
                r#"$.requirements["4.1"].evidence[1].href"#,
            ),
            (
                format!(r#""areas":{{"policy":{{"evidence":[{{"href":{quoted}}}]}}}}"#),
                "$.areas.policy.evidence[0].href",
            ),
            (format!(r#""documents":{{"isms_scope":{{"href":{quoted}}}}}"#), "$.documents.isms_scope.href"),
        ] {
            assert_eq!(verdict(&Assessment::parse(&file(&member))), expected(path), "{address:?}");
        }
        let mut it = Assessment::new(Edition::E2022);
        let evidence = Some(vec![EvidenceLink::new("", ""), EvidenceLink::new("x", address)]);
        let noted = it.annotate("4.1", Annotation { evidence, ..Annotation::default() }, NOW).map(|()| it.clone());
        assert_eq!(verdict(&noted), expected("4.1"), "{address:?}");
        let change = DocumentChange { href: Some(address.into()), ..DocumentChange::default() };
        let set = it.set_document("isms_scope", change, NOW).map(|()| it.clone());
        assert_eq!(verdict(&set), expected("isms_scope"), "{address:?}");
    }
}

#[test]
fn two_addresses_of_a_document_do_not_become_one_that_is_none() {
    let with = |href: &str| {
        let mut it = Assessment::new(Edition::E2022);
        it.set_document("isms_scope", DocumentChange { href: Some(href.into()), ..DocumentChange::default() }, NOW)
            .unwrap();
        it
    };
    let mut it = with("https://one.example");
    it.merge(&with("https://other.example"), &|_| Resolution::Lower, NOW).unwrap();
    let scope = it.document_response(it.document_index("isms_scope").unwrap());
    assert_eq!((scope.href(), scope.note()), ("https://one.example", "https://other.example"));
    assert_eq!(Assessment::parse(&it.to_json()).unwrap(), it);
}
