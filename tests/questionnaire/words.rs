//! Words that do not occur, spelling, and one name for one thing.

use super::{Piece, none, pieces, words};

#[test]
fn banned_words_do_not_occur() {
    let banned = [
        "please",
        "e.g",
        "i.e",
        "etc",
        "utilize",
        "utilise",
        "utilization",
        "leverage",
        "leverages",
        "leveraging",
        "shall",
        "and/or",
        "oops",
        "obviously",
        "whilst",
        "aforementioned",
        "herein",
        "robust",
        "holistic",
        "seamless",
        "synergy",
        "ensure",
        "stakeholder",
        "stakeholders",
        "best practice",
        "best practices",
        "state of the art",
        "he",
        "she",
        "his",
        "her",
        "man-in-the-middle",
        "whitelist",
        "blacklist",
    ];
    none(
        "banned words",
        pieces().iter().flat_map(|piece| {
            let text = format!(" {} ", piece.text.to_lowercase().replace([',', ';', ':', '?', '(', ')'], " "));
            let hits = banned
                .iter()
                .filter(move |word| text.contains(&format!(" {word} ")) || text.contains(&format!(" {word}. ")));
            hits.map(|word| format!("{word} in {}", piece.place())).collect::<Vec<_>>()
        }),
    );
}

#[test]
fn spelling_is_british() {
    // "-ize" in all its forms, but not in words that always have it, nor in the name of level 5.
    let ize = |word: &str| {
        let stem =
            ["ization", "izations", "ized", "izing", "izes", "izer", "ize"].iter().any(|end| word.ends_with(end));
        stem && !["size", "sizes", "sized", "resize", "prize", "seize", "capsize"].contains(&word)
    };
    let american = [
        "analyze",
        "analyzed",
        "analyzes",
        "analyzing",
        "behavior",
        "behaviors",
        "catalog",
        "center",
        "centers",
        "color",
        "colors",
        "defense",
        "enroll",
        "enrollment",
        "favor",
        "favorite",
        "fulfill",
        "gray",
        "honor",
        "labeled",
        "labeling",
        "labor",
        "license",
        "canceled",
        "modeling",
        "neighbor",
        "offense",
        "practicing",
        "practiced",
        "traveling",
        "unauthorized",
        "check-in",
    ];
    none(
        "American spelling",
        pieces().iter().filter(|piece| piece.field != "level name").flat_map(|piece| {
            let lower = piece.text.to_lowercase();
            let hits: Vec<_> =
                words(&lower).filter(|word| ize(word) || american.contains(word)).map(String::from).collect();
            hits.into_iter().map(|word| format!("{word} in {}", piece.place()))
        }),
    );
}

/// What is called by one name and never by another.
const TERMS: [(&str, &[&str]); 17] = [
    ("organisation", &["organization", "enterprise", "corporation"]),
    ("programme", &["audit program", "training program", "awareness program", "program of"]),
    ("top management", &["senior management", "upper management", "the board", "executives"]),
    ("staff", &["employee", "employees", "workforce"]),
    ("nonconformity", &["non-conformity", "non-conformities", "nonconformance", "nonconformances"]),
    ("corrective action", &["correction action", "remedial action"]),
    ("risk owner", &["risk-owner", "owner of the risk"]),
    ("asset owner", &["asset-owner", "owner of the asset"]),
    ("Statement of Applicability", &["soa", "applicability statement"]),
    ("ISMS", &["management system", "isms system"]),
    ("backup", &["back-up", "back-ups"]),
    ("remote working", &["home office", "homeworking", "telework"]),
    ("internal audit", &["self-audit", "first-party audit"]),
    ("security lead", &["security officer", "ciso", "security manager"]),
    EMAIL,
    LOGIN,
    WEBSITE,
];
const EMAIL: (&str, &[&str]) = ("email", &["e-mail", "e-mails", "e-mailed"]);
const LOGIN: (&str, &[&str]) =
    ("login", &["log-on", "log-ons", "logon", "logons", "log on", "sign-in", "sign-ins", "sign in", "signing in"]);
const WEBSITE: (&str, &[&str]) = ("website", &["web site", "web sites", "web page", "web pages"]);
/// What the page says of itself and to learn from, and of files and frames.
const PAGE: [(&str, &str); 6] = [
    ("page.json", include_str!("../../languages/en/page.json")),
    ("learn.json", include_str!("../../languages/en/learn.json")),
    ("exports.json", include_str!("../../languages/en/exports.json")),
    ("import.json", include_str!("../../languages/en/import.json")),
    ("frame.json", include_str!("../../languages/en/frame.json")),
    ("element.json", include_str!("../../languages/en/element.json")),
];

/// Where another name says something else.
const NOT_MEANT: [(&str, &str, &str); 1] =
    [("employees", "A.6.2", "those under a contract of employment, beside contractors")];

#[test]
fn a_thing_has_one_name() {
    let meant =
        |other: &str, piece: &Piece| !NOT_MEANT.iter().any(|(word, owner, _)| *word == other && *owner == piece.owner);
    none(
        "another name",
        pieces().iter().flat_map(|piece| {
            let plain: Vec<_> = words(piece.text).collect();
            let text = format!(" {} ", plain.join(" ").to_lowercase());
            let hits = TERMS.iter().flat_map(|(name, others)| others.iter().map(move |other| (name, other)));
            let hits = hits.filter(|(_, other)| text.contains(&format!(" {other} ")) && meant(other, piece));
            hits.map(|(name, other)| format!("{other} for {name} in {}", piece.place())).collect::<Vec<_>>()
        }),
    );
}

#[test]
fn the_page_spells_as_the_questions_do() {
    none(
        "another spelling",
        PAGE.iter().flat_map(|(file, text)| {
            let plain: Vec<_> = words(text).collect();
            let text = format!(" {} ", plain.join(" ").to_lowercase());
            let names = [EMAIL, LOGIN, WEBSITE].into_iter();
            let others = names.flat_map(|(name, others)| others.iter().map(move |other| (name, other)));
            let hits = others.filter(|(_, other)| text.contains(&format!(" {other} ")));
            hits.map(|(name, other)| format!("{other} for {name} in {file}")).collect::<Vec<_>>()
        }),
    );
}
