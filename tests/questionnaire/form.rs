//! The form of each field.

use super::{BOTH, Piece, is_one_sentence, none, of_field, pieces, sentences};
use iso27001_readiness::questionnaire;
use std::collections::BTreeSet;

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

/// What the outline of a document leaves to be filled.
const PLACEHOLDERS: [&str; 3] = ["{organisation}", "{scope}", "{owner}"];

#[test]
fn texts_are_plain_characters() {
    // Curly quotes, hard spaces and the like come in with copied text and differ from machine to machine.
    let odd = |c: char| {
        !(c == '\u{2013}' || c == ' ' || c.is_ascii_graphic()) || matches!(c, '<' | '>' | '&' | '{' | '\\' | '*' | '_')
    };
    let plain = |text: &str| PLACEHOLDERS.iter().fold(text.to_owned(), |text, name| text.replace(name, ""));
    none("odd characters", pieces().iter().filter(|piece| plain(piece.text).contains(odd)).map(Piece::place));
}

#[test]
fn a_statement_is_one_short_sentence_and_no_question() {
    // Six answers fit a statement of the conforming state; a question of degree fits none of them.
    for (field, longest) in [("statement", 140), ("area statement", 140)] {
        none(
            "not one short sentence",
            of_field(field)
                .filter(|piece| !is_one_sentence(piece.text, '.') || piece.text.chars().count() > longest)
                .map(|piece| format!("{} ({})", piece.place(), piece.text.chars().count())),
        );
    }
}

#[test]
fn an_example_says_that_it_is_one() {
    for field in ["example", "area example"] {
        let others = of_field(field).filter(|piece| !piece.text.starts_with("For instance, "));
        none("no example", others.map(|piece| piece.place()));
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
        "Approve",
        "Ask",
        "Assess",
        "Assign",
        "Block",
        "Book",
        "Brief",
        "Build",
        "Carry",
        "Check",
        "Choose",
        "Collect",
        "Combine",
        "Compare",
        "Connect",
        "Create",
        "Decide",
        "Define",
        "Describe",
        "Draft",
        "Draw",
        "Enrol",
        "Enter",
        "Estimate",
        "Export",
        "Find",
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
        "Read",
        "Record",
        "Remove",
        "Require",
        "Restrict",
        "Review",
        "Run",
        "Scan",
        "Send",
        "Separate",
        "Set",
        "Start",
        "Subscribe",
        "Switch",
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
            let evidence = &questionnaire::question(requirement).evidence;
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
