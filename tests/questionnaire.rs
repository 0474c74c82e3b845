//! Editorial tests on the shipped questionnaire: that all of it is there, in its place, and reads as it should.
//!
//! `cargo test --test questionnaire -- --nocapture` prints how much text there is and how it reads.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::catalog::{self, Edition, Requirement};
use iso27001_readiness::questionnaire::{self, Advice, Level, Practice, Source};
use std::collections::{BTreeMap, BTreeSet};

const BOTH: [Edition; 2] = Edition::ALL;
const PRACTICES: [Practice; 5] =
    [Practice::Process, Practice::Document, Practice::Technical, Practice::Physical, Practice::People];
const QUESTIONS: &str = include_str!("../src/questionnaire/en/questions.txt");
const ADVICE: &str = include_str!("../src/questionnaire/en/advice.txt");

/// One text that somebody reads, with where it stands.
struct Piece {
    field: &'static str,
    /// None for what belongs to both editions.
    edition: Option<Edition>,
    owner: String,
    text: &'static str,
}

impl Piece {
    fn place(&self) -> String {
        format!("{} {}, {}: {:?}", self.edition.map_or("", Edition::year), self.owner, self.field, self.text)
    }
}

fn own_advice(requirement: Requirement) -> Option<&'static Advice> {
    match &questionnaire::question(requirement).advice {
        Source::Own(advice) => Some(advice),
        Source::Successor(_) => None,
    }
}

/// Every text, once: advice that 2013 takes from 2022 is not repeated.
fn pieces() -> Vec<Piece> {
    let mut pieces = Vec::new();
    for edition in BOTH {
        let of = Some(edition);
        for requirement in edition.requirements() {
            let mut add = |field, text| pieces.push(Piece { field, edition: of, owner: requirement.id().into(), text });
            add("question", questionnaire::question(requirement).question);
            if let Some(advice) = own_advice(requirement) {
                add("guidance", advice.guidance);
                add("next step", advice.next_step);
                advice.evidence.iter().for_each(|text| add("evidence", text));
            }
        }
        for (index, area) in edition.areas().iter().enumerate() {
            let text = questionnaire::area_question(edition, index);
            pieces.push(Piece { field: "area question", edition: of, owner: area.key.into(), text });
        }
    }
    for document in catalog::documents() {
        let advice = questionnaire::document_advice(document);
        let mut add = |field, text| pieces.push(Piece { field, edition: None, owner: document.key.into(), text });
        add("document holds", advice.holds);
        add("document length", advice.length);
        add("document signed by", advice.signed_by);
        add("document checked first", advice.checked_first);
        add("document next step", advice.next_step);
        if !advice.changed_in_2022.is_empty() {
            add("document changed in 2022", advice.changed_in_2022);
        }
    }
    for level in Level::ALL {
        let (name, meaning) = questionnaire::level(level);
        let owner = format!("level {}", level.number());
        pieces.push(Piece { field: "level name", edition: None, owner: owner.clone(), text: name });
        pieces.push(Piece { field: "level meaning", edition: None, owner, text: meaning });
    }
    for practice in PRACTICES {
        for (level, text) in questionnaire::level_lines(practice).iter().enumerate() {
            pieces.push(Piece { field: "level line", edition: None, owner: format!("{practice:?} {level}"), text });
        }
    }
    pieces
}

fn of_field(field: &str) -> impl Iterator<Item = Piece> {
    pieces().into_iter().filter(move |piece| piece.field == field)
}

/// Checks every piece; fails with all that were found, not with the first.
fn none(what: &str, found: impl IntoIterator<Item = String>) {
    let found: Vec<_> = found.into_iter().collect();
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-')).filter(|word| !word.is_empty())
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    // The full stops inside "A.5.1" and "7.5" have no space after them.
    let cut = |rest: &str| ["? ", "! ", ". "].iter().filter_map(|end| rest.find(end)).min();
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let here = rest?;
        let (sentence, after) = match cut(here).and_then(|at| here.split_at_checked(at.saturating_add(2))) {
            Some((sentence, after)) => (sentence, Some(after)),
            None => (here, None),
        };
        rest = after;
        Some(sentence.trim_end())
    })
}

fn is_one_sentence(text: &str, end: char) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && text.ends_with(end)
        && !text.contains(". ")
        && text.matches(['?', '!']).count() == usize::from(end == '?')
}

// That all of it is there

#[test]
fn every_requirement_has_its_question_in_its_place() {
    for edition in BOTH {
        for requirement in edition.requirements() {
            assert_eq!(questionnaire::question(requirement).id, requirement.id(), "{}", edition.year());
        }
    }
}

#[test]
fn every_document_has_its_advice() {
    for document in catalog::documents() {
        assert_eq!(questionnaire::document_advice(document).key, document.key);
    }
}

/// The entries of a section of a file: for each, its lines.
fn section_of(file: &'static str, name: &str) -> Vec<Vec<&'static str>> {
    let mut sections = file.split("\n== ").filter(|part| part.lines().next() == Some(name));
    let lines: Vec<_> = sections.next().unwrap().lines().skip(1).filter(|line| !line.starts_with('#')).collect();
    assert!(sections.next().is_none(), "{name} stands once");
    lines.split(|line| line.is_empty()).filter(|entry| !entry.is_empty()).map(<[_]>::to_vec).collect()
}

fn section(name: &str) -> Vec<Vec<&'static str>> {
    section_of(QUESTIONS, name)
}

#[test]
fn every_area_has_its_question_in_its_place() {
    for edition in BOTH {
        let entries = section(&format!("areas {}", edition.year()));
        let lines: Vec<_> = entries.concat().iter().map(|line| line.split_once(' ').unwrap()).collect();
        let areas = edition.areas().iter().enumerate();
        let expected: Vec<_> = areas.map(|(index, a)| (a.key, questionnaire::area_question(edition, index))).collect();
        assert_eq!(lines, expected);
    }
}

#[test]
fn every_entry_of_the_file_is_read_and_none_stands_twice() {
    for edition in BOTH {
        let entries = section(&format!("questions {}", edition.year()));
        let heads: Vec<_> = entries.iter().map(|entry| entry.first().unwrap().split(' ').next().unwrap()).collect();
        assert_eq!(heads, edition.requirements().map(Requirement::id).collect::<Vec<_>>());
    }
    let keys: Vec<_> = catalog::documents().iter().map(|document| document.key).collect();
    let efforts: Vec<_> = section("documents").concat().iter().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(efforts, keys);
    let heads = |name: &str| section_of(ADVICE, name).iter().map(|entry| *entry.first().unwrap()).collect::<Vec<_>>();
    assert_eq!(heads("documents"), keys);
    for edition in BOTH {
        let own = edition.requirements().filter(|requirement| own_advice(*requirement).is_some()).map(Requirement::id);
        assert_eq!(heads(&format!("advice {}", edition.year())), own.collect::<Vec<_>>());
    }
}

#[test]
fn every_line_of_the_file_is_shown_somewhere() {
    let shown: BTreeSet<_> = pieces().iter().map(|piece| piece.text).collect();
    let mut missing = Vec::new();
    let files = [(QUESTIONS, "questions"), (ADVICE, "advice")];
    let mut sections = vec![(ADVICE, String::from("documents"))];
    sections.extend(
        files.into_iter().flat_map(|(file, of)| BOTH.map(|edition| (file, format!("{of} {}", edition.year())))),
    );
    for (file, name) in sections {
        for entry in section_of(file, &name) {
            let texts = entry.iter().skip(1).map(|line| line.strip_prefix("- ").unwrap_or(line));
            missing.extend(texts.filter(|text| !shown.contains(text)).map(|text| format!("{name}: {text:?}")));
        }
    }
    none("these lines are never shown", missing);
}

#[test]
fn the_counts_of_texts_are_these() {
    let mut counts = BTreeMap::<(&str, &str), (usize, usize)>::new();
    for piece in pieces() {
        let count = counts.entry((piece.field, piece.edition.map_or("both", Edition::year))).or_default();
        *count = (count.0 + 1, count.1 + words(piece.text).count());
    }
    println!("{:<26}{:>8}{:>8}{:>8}", "field", "edition", "texts", "words");
    for ((field, edition), (texts, words)) in &counts {
        println!("{field:<26}{edition:>8}{texts:>8}{words:>8}");
    }
    let total: usize = counts.values().map(|(_, words)| words).sum();
    println!("{:<26}{:>8}{:>8}{total:>8}", "all", "", pieces().len());
    let texts = |field, edition| counts.get(&(field, edition)).map_or(0, |(texts, _)| *texts);
    assert_eq!((texts("question", "2013"), texts("question", "2022")), (140, 123));
    assert_eq!((texts("area question", "2013"), texts("area question", "2022")), (30, 37));
    assert_eq!((texts("guidance", "2022"), texts("next step", "2022")), (123, 123), "2022 has all of its own");
    assert_eq!(texts("guidance", "2013"), texts("next step", "2013"));
    let own = Edition::E2013.requirements().filter(|requirement| own_advice(*requirement).is_some()).count();
    assert_eq!(texts("guidance", "2013"), own);
    assert_eq!(texts("document holds", "both"), 31);
    assert_eq!((texts("level name", "both"), texts("level meaning", "both")), (6, 6));
    assert_eq!(texts("level line", "both"), 5 * 6);
}

// Form

#[test]
fn no_text_is_empty_or_has_stray_spaces() {
    none(
        "empty, or stray spaces",
        pieces()
            .iter()
            .filter(|p| p.text.is_empty() || p.text.trim() != p.text || p.text.contains("  "))
            .map(Piece::place),
    );
}

#[test]
fn texts_are_plain_characters() {
    // Curly quotes, hard spaces and the like come in with copied text and differ from machine to machine.
    let odd = |c: char| {
        !(c == '\u{2013}' || c == ' ' || c.is_ascii_graphic()) || matches!(c, '<' | '>' | '&' | '{' | '\\' | '*' | '_')
    };
    none("odd characters", pieces().iter().filter(|piece| piece.text.contains(odd)).map(Piece::place));
}

#[test]
fn a_question_is_one_short_sentence_with_a_question_mark() {
    // A quick question stands for up to fifteen requirements and may be a little longer.
    for (field, longest) in [("question", 130), ("area question", 140)] {
        none(
            "not one short sentence",
            of_field(field)
                .filter(|piece| !is_one_sentence(piece.text, '?') || piece.text.chars().count() > longest)
                .map(|piece| format!("{} ({})", piece.place(), piece.text.chars().count())),
        );
    }
}

#[test]
fn a_question_asks_for_a_degree_and_not_for_yes_or_no() {
    // So that a level from 0 to 5 is an answer.
    let asks = |text: &str| text.starts_with("How ") || text.starts_with("To what extent ");
    for field in ["question", "area question"] {
        none("no question of degree", of_field(field).filter(|piece| !asks(piece.text)).map(|piece| piece.place()));
    }
}

#[test]
fn guidance_is_two_or_three_sentences_of_at_most_300_characters() {
    none(
        "guidance",
        of_field("guidance")
            .filter(|p| {
                let sentences = sentences(p.text).count();
                p.text.chars().count() > 300 || !(2..=3).contains(&sentences) || !p.text.ends_with('.')
            })
            .map(|piece| format!("{} ({})", piece.place(), piece.text.chars().count())),
    );
}

#[test]
fn a_next_step_is_one_sentence() {
    for field in ["next step", "document next step"] {
        none("not one sentence", of_field(field).filter(|p| !is_one_sentence(p.text, '.')).map(|p| p.place()));
    }
}

#[test]
fn a_next_step_begins_with_a_verb() {
    // The first words of all of them, so that a new one is looked at by a person.
    let verbs = [
        "Activate",
        "Add",
        "Adopt",
        "Agree",
        "Ask",
        "Assess",
        "Assign",
        "Brief",
        "Build",
        "Carry",
        "Check",
        "Choose",
        "Collect",
        "Compare",
        "Create",
        "Decide",
        "Define",
        "Describe",
        "Draft",
        "Draw",
        "Enrol",
        "Estimate",
        "Fix",
        "Forward",
        "Give",
        "Go",
        "Have",
        "Hold",
        "Identify",
        "Introduce",
        "Keep",
        "List",
        "Lock",
        "Log",
        "Make",
        "Mark",
        "Match",
        "Merge",
        "Move",
        "Name",
        "Open",
        "Pick",
        "Plan",
        "Point",
        "Prepare",
        "Publish",
        "Put",
        "Rank",
        "Record",
        "Remove",
        "Require",
        "Restrict",
        "Review",
        "Run",
        "Scan",
        "Send",
        "Set",
        "Start",
        "Subscribe",
        "Take",
        "Tell",
        "Test",
        "Turn",
        "Update",
        "Use",
        "Walk",
        "Withdraw",
        "Write",
    ];
    for field in ["next step", "document next step"] {
        let known = |text: &str| verbs.contains(&text.split(' ').next().unwrap_or_default());
        none("no known verb", of_field(field).filter(|piece| !known(piece.text)).map(|piece| piece.place()));
    }
}

#[test]
fn a_requirement_has_two_to_four_pieces_of_evidence() {
    for edition in BOTH {
        for requirement in edition.requirements() {
            let evidence = &questionnaire::advice(requirement).evidence;
            assert!((2..=4).contains(&evidence.len()), "{} {}", edition.year(), requirement.id());
            assert_eq!(evidence.iter().collect::<BTreeSet<_>>().len(), evidence.len(), "{}", requirement.id());
        }
    }
}

#[test]
fn a_piece_of_evidence_is_a_thing_and_not_a_sentence() {
    let bad = |text: &str| {
        !text.starts_with(char::is_uppercase) || text.ends_with(['.', ',', ';']) || text.chars().count() > 70
    };
    none("evidence", of_field("evidence").filter(|piece| bad(piece.text)).map(|piece| piece.place()));
}

#[test]
fn a_requirement_has_at_least_one_kind_and_none_twice() {
    for edition in BOTH {
        for requirement in edition.requirements() {
            let kinds = &questionnaire::advice(requirement).kinds;
            assert!(!kinds.is_empty(), "{} {}", edition.year(), requirement.id());
            assert_eq!(kinds.iter().collect::<BTreeSet<_>>().len(), kinds.len(), "{}", requirement.id());
        }
    }
}

#[test]
fn the_words_of_a_head_line_are_all_understood() {
    // An unknown kind would be left out without a word.
    for edition in BOTH {
        for (entry, requirement) in section(&format!("questions {}", edition.year())).iter().zip(edition.requirements())
        {
            let mut head = entry.first().unwrap().split(' ').skip(2);
            let kinds = if head.next() == Some("as") { 0 } else { head.count() };
            let expected = own_advice(requirement).map_or(0, |advice| advice.kinds.len());
            assert_eq!(kinds, expected, "{} {}", edition.year(), requirement.id());
        }
    }
}

// From 2013 to 2022

#[test]
fn a_successor_is_a_requirement_of_2022_with_advice_of_its_own() {
    assert!(Edition::E2022.requirements().all(|requirement| own_advice(requirement).is_some()));
    for requirement in Edition::E2013.requirements() {
        if let Source::Successor(id) = &questionnaire::question(requirement).advice {
            let successor = Edition::E2022.requirement(id).unwrap();
            assert!(own_advice(successor).is_some(), "{}", requirement.id());
            assert_eq!(questionnaire::advice(requirement), questionnaire::advice(successor));
            if requirement.is_control() {
                assert_eq!(requirement.successors().collect::<Vec<_>>(), [*id], "{}", requirement.id());
            } else {
                assert_eq!(requirement.title(), successor.title(), "{}", requirement.id());
            }
        }
    }
}

#[test]
fn a_control_of_2013_that_was_merged_or_split_has_advice_of_its_own() {
    for control in Edition::E2013.requirements().filter(|requirement| requirement.is_control()) {
        let successors: Vec<_> = control.successors().map(|id| Edition::E2022.requirement(id).unwrap()).collect();
        let merged = successors.iter().any(|successor| successor.predecessors().count() > 1);
        if merged || successors.len() > 1 {
            assert!(own_advice(control).is_some(), "{}", control.id());
        }
    }
}

// Levels

#[test]
fn the_levels_have_their_names() {
    let names = Level::ALL.map(|level| questionnaire::level(level).0);
    assert_eq!(names, ["Absent", "Ad hoc", "Developing", "Defined", "Managed", "Optimizing"]);
}

#[test]
fn the_six_level_lines_of_a_practice_all_differ() {
    for practice in PRACTICES {
        let lines = questionnaire::level_lines(practice);
        assert_eq!(lines.len(), 6, "{practice:?}");
        assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), 6, "{practice:?}");
        assert!(lines.iter().all(|line| line.ends_with('.')), "{practice:?}");
        assert!(lines[4].starts_with("As level 3, ") && lines[5].starts_with("As level 4, "), "{practice:?}");
    }
    let used: BTreeSet<_> =
        BOTH.iter().flat_map(|edition| edition.requirements()).map(|r| questionnaire::question(r).practice).collect();
    assert_eq!(used.len(), PRACTICES.len(), "no practice is without a requirement");
}

// Words

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
const PAGE: [(&str, &str); 5] = [
    ("en.json", include_str!("../www/messages/en.json")),
    ("learn.en.json", include_str!("../www/messages/learn.en.json")),
    ("exports.en.json", include_str!("../www/messages/exports.en.json")),
    ("frame.en.json", include_str!("../www/messages/frame.en.json")),
    ("element.en.json", include_str!("../www/messages/element.en.json")),
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

// No two alike

const FILLERS: [&str; 40] = [
    "a", "an", "and", "are", "as", "at", "by", "do", "does", "extent", "far", "for", "from", "has", "have", "how",
    "in", "into", "is", "it", "its", "of", "on", "or", "our", "so", "than", "that", "the", "their", "them", "they",
    "to", "well", "what", "when", "which", "who", "with", "your",
];

fn telling_words(text: &str) -> BTreeSet<String> {
    words(text).map(str::to_lowercase).filter(|word| !FILLERS.contains(&word.as_str())).collect()
}

/// Shared words of all words, in percent.
fn likeness(a: &BTreeSet<String>, b: &BTreeSet<String>) -> usize {
    100 * a.intersection(b).count() / a.union(b).count().max(1)
}

/// Shared words, of all telling words of both, from which on two questions count as alike.
const ALIKE_PERCENT: usize = 40;

/// Pairs that may be alike, with the reason.
const ALIKE: [(Edition, &str, &str, &str); 1] = [(
    Edition::E2013,
    "A.9.2.4",
    "A.9.3.1",
    "how secrets are issued, and how their users treat them: 2013 asks for both, 2022 joined them in A.5.17",
)];

#[test]
fn no_two_questions_of_an_edition_are_alike() {
    for edition in BOTH {
        for field in ["question", "area question"] {
            let pieces: Vec<_> = of_field(field).filter(|piece| piece.edition == Some(edition)).collect();
            let mut pairs = Vec::new();
            for (index, left) in pieces.iter().enumerate() {
                for right in pieces.iter().skip(index + 1) {
                    let percent = likeness(&telling_words(left.text), &telling_words(right.text));
                    pairs.push((percent, format!("{} and {}", left.owner, right.owner)));
                }
            }
            pairs.sort();
            println!("{} {field}: most alike are {:?}", edition.year(), pairs.iter().rev().take(3).collect::<Vec<_>>());
            let allowed = ALIKE.iter().filter(|row| row.0 == edition).map(|(_, a, b, _)| format!("{a} and {b}"));
            let allowed: Vec<_> = allowed.collect();
            pairs.retain(|(percent, pair)| *percent >= ALIKE_PERCENT && !allowed.contains(pair));
            none("alike", pairs.into_iter().map(|(percent, pair)| format!("{pair}: {percent} %")));
        }
    }
}

// How it reads

fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let letters: Vec<char> = word.chars().filter(|c| c.is_ascii_alphabetic()).collect();
    let vowel = |c: &char| "aeiouy".contains(*c);
    let groups = letters.chunk_by(|a, b| vowel(a) == vowel(b)).filter(|group| group.first().is_some_and(vowel)).count();
    let text: String = letters.iter().collect();
    let silent = (text.ends_with('e') && !text.ends_with("le"))
        || (text.ends_with("es") && !["ses", "zes", "ces", "ges", "xes", "hes"].iter().any(|end| text.ends_with(end)))
        || (text.ends_with("ed") && !text.ends_with("ted") && !text.ends_with("ded"));
    groups.saturating_sub(usize::from(silent)).max(1)
}

/// The Flesch-Kincaid grade, in tenths: years of school that a reader needs.
fn grade<'a>(texts: impl IntoIterator<Item = &'a str>) -> i64 {
    let (mut in_sentences, mut in_words, mut in_syllables) = (0, 0, 0);
    for text in texts {
        in_sentences += sentences(text).count();
        in_words += words(text).count();
        in_syllables += words(text).map(syllables).sum::<usize>();
    }
    let [sentences, words, syllables] = [in_sentences, in_words, in_syllables].map(|n| i64::try_from(n).unwrap());
    (39 * words / sentences.max(1) + 1180 * syllables / words.max(1) - 1559) / 10
}

#[test]
fn the_syllable_counter_is_right_about_these_words() {
    for (word, count) in [
        ("risk", 1),
        ("owner", 2),
        ("policy", 3),
        ("scope", 1),
        ("table", 2),
        ("organisation", 5),
        ("approved", 2),
        ("tested", 2),
        ("changes", 2),
        ("rules", 1),
        ("security", 4),
        ("evidence", 3),
        ("ISMS", 1),
        ("A.5.1", 1),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn no_sentence_has_more_than_25_words() {
    none(
        "long sentences",
        pieces().iter().flat_map(|piece| {
            let long = sentences(piece.text).filter(|sentence| words(sentence).count() > 25);
            long.map(|sentence| format!("{} words in {}", words(sentence).count(), piece.place())).collect::<Vec<_>>()
        }),
    );
}

/// The grade that half of the entries must not exceed, in tenths: nine years of school.
const MEDIAN_GRADE: i64 = 90;
/// The grade from which on an entry needs a reason to be as it is.
const HARD: i64 = 115;

/// Entries that are hard to read, with the reason.
const HARD_ENTRIES: [(Edition, &str, &str); 4] = [
    (Edition::E2022, "5.1", "names information security and top management, which have no shorter names"),
    (Edition::E2022, "6.1.2", "confidentiality, integrity, availability: the three words of the subject itself"),
    (Edition::E2022, "A.5.12", "the same three words, in one sentence on what a class is derived from"),
    (
        Edition::E2022,
        "A.8.5",
        "multi-factor authentication and administrator access are what people ask each other for",
    ),
];

#[test]
fn it_reads_like_a_newspaper_and_not_like_a_law() {
    let mut grades: Vec<_> = BOTH
        .iter()
        .flat_map(|edition| edition.requirements())
        .filter_map(|requirement| {
            let advice = own_advice(requirement)?;
            let question = questionnaire::question(requirement).question;
            Some((grade([question, advice.guidance, advice.next_step]), requirement.edition(), requirement.id()))
        })
        .collect();
    grades.sort_unstable();
    let percentile = |sorted: &[i64], percent| sorted[(sorted.len() - 1) * percent / 100];
    let print = |name: &str, sorted: &[i64]| {
        let [median, most, all] =
            [50, 90, 100].map(|percent| percentile(sorted, percent)).map(|g| format!("{}.{}", g / 10, g % 10));
        println!("{name:<26}{median:>8}{most:>8}{all:>8}");
    };
    println!("{:<26}{:>8}{:>8}{:>8}", "Flesch-Kincaid grade", "median", "p90", "max");
    let entries: Vec<_> = grades.iter().map(|(grade, ..)| *grade).collect();
    print("entries with own advice", &entries);
    let fields: BTreeSet<_> = pieces().iter().map(|piece| piece.field).collect();
    // Names and labels are no sentences.
    for field in fields
        .into_iter()
        .filter(|field| !["level name", "evidence", "document length", "document signed by"].contains(field))
    {
        let mut each: Vec<_> = of_field(field).map(|piece| grade([piece.text])).collect();
        each.sort_unstable();
        print(field, &each);
    }
    assert!(percentile(&entries, 50) <= MEDIAN_GRADE, "median {}", percentile(&entries, 50));
    let hard: Vec<_> = grades.iter().filter(|(grade, ..)| *grade > HARD).collect();
    let unknown =
        hard.iter().filter(|(_, e, id)| !HARD_ENTRIES.iter().any(|(edition, known, _)| edition == e && known == id));
    none("hard to read", unknown.map(|(grade, edition, id)| format!("{} {id}: {grade}", edition.year())));
    assert_eq!(hard.len(), HARD_ENTRIES.len(), "an entry of the list has become easy");
}
