//! The files that the tests start from, and what they say of one.

use iso27001_readiness::ReadinessError;
use iso27001_readiness::assessment::Assessment;

pub const EXAMPLES: [&str; 2] =
    [include_str!("../../languages/en/example_2013.json"), include_str!("../../languages/en/example_2022.json")];

/// The example of the contract (API.md), character by character.
pub const CONTRACT: &str = r#"{ "format": "iso27001-readiness/assessment", "version": 1,
  "id": "uuid", "edition": "2022", "target": 3,
  "organisation": { "name": "", "headcount": 120, "scope": "" }, "assessor": "",
  "created": "2026-11-23T10:00:00Z", "modified": "2026-11-23T10:00:00Z",
  "requirements": { "4.1": { "answer": 3, "note": "", "owner": "", "due": "2027-01-31",
                             "evidence": [ { "label": "", "href": "" } ], "modified": "…" },
                    "A.7.4": { "answer": "not-applicable", "reason": "no premises" },
                    "A.5.7": { "answer": "unknown" } },
  "areas": { "policy": { "answer": 2 } },
  "documents": { "isms_scope": { "status": "in-force", "owner": "", "href": "", "note": "" } },
  "snapshots": [ { "at": "…", "label": "Q4", "overall": { "low": 4100, "high": 6500 } } ] }"#;

/// A file of 2022 with these further members.
pub fn file(members: &str) -> String {
    let comma = if members.is_empty() { "" } else { "," };
    format!(r#"{{"format":"iso27001-readiness/assessment","version":1,"edition":"2022"{comma}{members}}}"#)
}

pub const NOW: &str = "2026-11-23T10:00:00Z";

/// `accepted`, or the code and the path of what is wrong.
pub fn verdict(result: &Result<Assessment, ReadinessError>) -> String {
    match result {
        Ok(_) => String::from("accepted"),
        Err(error) => format!("{} {}", error.code().as_str(), error.subject()),
    }
}

/// Checks rows of a document and its verdict; fails with all that differ.
pub fn check<D: AsRef<str>>(rows: impl IntoIterator<Item = (D, String)>) {
    let found = rows.into_iter().filter_map(|(document, expected)| {
        let document = document.as_ref();
        let found = verdict(&Assessment::parse(document));
        (found != expected).then(|| {
            let shown: String = document.chars().take(160).collect();
            format!("{shown}\n    expected {expected}\n    found    {found}")
        })
    });
    let found: Vec<_> = found.collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
