//! First versions of documents, word for word, and with whatever people typed.

#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::assessment::{Assessment, DocumentChange, DocumentStatus, OrganisationChange};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::exports::{ExportOptions, TextFormat, first_version};
use iso27001_readiness::questionnaire::document_advice;

const NOW: &str = "2026-11-23T10:00:00Z";
const OPTIONS: ExportOptions<'static> = ExportOptions { anonymous: false, day: "2026-11-23", language: "en" };

fn assessment(edition: Edition, name: &str, scope: &str) -> Assessment {
    let mut assessment = Assessment::new(edition);
    let change = OrganisationChange { name: Some(name.into()), scope: Some(scope.into()), ..Default::default() };
    assessment.set_organisation(change, NOW).unwrap();
    assessment
}

fn text(key: &str, assessment: &Assessment, format: TextFormat) -> String {
    String::from_utf8(first_version(key, assessment, format, &OPTIONS).unwrap().bytes).unwrap()
}

/// The first lines of an HTML file that people give away are a promise: no script, and nothing from elsewhere.
const HEAD: &str = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Scope of the ISMS</title>
<style>
:root{color-scheme:light dark}
"#;

#[test]
fn what_is_known_is_filled_in_and_the_rest_stands_in_brackets() {
    let mut assessment = assessment(Edition::E2022, "1. Larkfield <b>\nLtd", " ");
    let owner =
        DocumentChange {
            status: Some(Some(DocumentStatus::Draft)), owner: Some("אדה".into()), ..Default::default()
        };
    assessment.set_document("isms_scope", owner, NOW).unwrap();
    let markdown = text("isms_scope", &assessment, TextFormat::Markdown);
    let begin = "# Scope of the ISMS\n\nA first version for about 50 people. Adapt every sentence to what you do, and \
        fill in the words in brackets.\n\n- Organisation: 1\\. Larkfield \\<b\\><br>Ltd\n- Owner: \u{2068}אדה\u{2069}\n\
        - Version: 0.1\n\n## Purpose\n\nThis document sets the boundaries of the ISMS of 1\\. Larkfield \\<b\\><br>Ltd.\n\n\
        ## Scope\n\nThe ISMS covers \\[scope of the ISMS\\].\n\n## ";
    assert!(markdown.starts_with(begin), "{markdown}");
    assert!(markdown.ends_with(".\n") && !markdown.ends_with("\n\n"));
    let html = text("isms_scope", &assessment, TextFormat::Html);
    assert!(html.starts_with(HEAD), "{html}");
    let begin = "</style>\n</head>\n<body>\n<main>\n<h1>Scope of the ISMS</h1>\n<p>A first version for about 50 people. \
        Adapt every sentence to what you do, and fill in the words in brackets.</p>\n<ul>\n\
        <li>Organisation: <bdi>1. Larkfield &lt;b&gt;<br>Ltd</bdi></li>\n<li>Owner: <bdi>אדה</bdi></li>\n\
        <li>Version: 0.1</li>\n</ul>\n<h2>Purpose</h2>\n<p>This document sets the boundaries of the ISMS of \
        <bdi>1. Larkfield &lt;b&gt;<br>Ltd</bdi>.</p>\n<h2>Scope</h2>\n<p>The ISMS covers \
        <mark>[scope of the ISMS]</mark>.</p>\n<h2>";
    assert!(html.contains(begin), "{html}");
    assert!(html.ends_with("</p>\n</main>\n</body>\n</html>\n"));
}

#[test]
fn every_document_has_one_with_its_sections_and_no_placeholder_left() {
    for edition in Edition::ALL {
        let assessment = assessment(edition, "", "");
        for document in edition.documents() {
            let outline = &document_advice(document).outline;
            let markdown = text(document.key, &assessment, TextFormat::Markdown);
            let html = text(document.key, &assessment, TextFormat::Html);
            assert!(outline.len() > 1, "{}", document.key);
            assert_eq!(markdown.matches("\n## ").count(), outline.len(), "{}", document.key);
            assert_eq!(html.matches("<h2>").count(), outline.len(), "{}", document.key);
            let body = html.split("<main>").nth(1).unwrap();
            assert!(!markdown.contains(['{', '}']) && !body.contains(['{', '}']), "{}", document.key);
        }
    }
}

#[test]
fn its_name_says_whose_it_is_and_what_and_when() {
    let assessment = assessment(Edition::E2013, "Larkfield", "");
    let made = first_version("isms_scope", &assessment, TextFormat::Html, &OPTIONS).unwrap();
    assert_eq!((made.name.as_str(), made.media_type), ("larkfield-2026-11-23-isms-scope.html", "text/html"));
    let options = ExportOptions { anonymous: true, day: "", ..OPTIONS };
    let made = first_version("isms_scope", &assessment, TextFormat::Markdown, &options).unwrap();
    assert_eq!((made.name.as_str(), made.media_type), ("anonymous-isms-scope.md", "text/markdown"));
    assert!(!String::from_utf8(made.bytes).unwrap().contains("Larkfield"));
    assert!(first_version("isms", &assessment, TextFormat::Html, &OPTIONS).is_err());
    assert!(TextFormat::from_name("markdown").is_ok() && TextFormat::from_name("pdf").is_err());
}
