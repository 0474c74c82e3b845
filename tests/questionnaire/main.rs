//! Editorial tests on the shipped questionnaire: that all of it is there, in its place, and reads as it should.
//!
//! `cargo test --test questionnaire -- --nocapture` prints how much text there is and how it reads.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

mod complete;
mod exclusions;
mod form;
mod levels;
mod likeness;
mod reading;
mod roles;
mod words;

use iso27001_readiness::catalog::{self, Edition, Requirement};
use iso27001_readiness::questionnaire::{self, Asked, Level};

const BOTH: [Edition; 2] = Edition::ALL;

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

/// Whether a requirement has the very texts of one of 2022, and which.
fn taken_from(requirement: Requirement) -> Option<Requirement> {
    let question = questionnaire::question(requirement);
    Edition::E2022
        .requirements()
        .find(|other| requirement.edition() == Edition::E2013 && questionnaire::question(*other) == question)
}

/// The same for the area at a place in 2013.
fn is_taken_area(edition: Edition, index: usize) -> bool {
    let asked = questionnaire::area(edition, index);
    let others = Edition::E2022.areas().len();
    edition == Edition::E2013 && (0..others).any(|other| questionnaire::area(Edition::E2022, other) == asked)
}

fn asked_pieces(asked: &'static Asked, mut add: impl FnMut(&'static str, &'static str)) {
    add("statement", asked.statement);
    asked.lines.iter().for_each(|line| add("line", line));
    add("example", asked.example);
}

/// Every text, once: what 2013 takes from 2022 is not repeated.
fn pieces() -> Vec<Piece> {
    let mut pieces = Vec::new();
    for edition in BOTH {
        let of = Some(edition);
        for requirement in edition.requirements().filter(|requirement| taken_from(*requirement).is_none()) {
            let mut add = |field, text| pieces.push(Piece { field, edition: of, owner: requirement.id().into(), text });
            let question = questionnaire::question(requirement);
            asked_pieces(&question.asked, &mut add);
            add("guidance", question.guidance);
            question.evidence.iter().for_each(|text| add("evidence", text));
            add("sampling", question.sampling);
            add("common finding", question.common_finding);
            add("next step", question.next_step);
            add("small organisations", question.small_organisations);
            if requirement.is_control() {
                add("exclusion", question.exclusion_text);
            } else {
                add("short name", question.short_name);
            }
        }
        for (index, area) in edition.areas().iter().enumerate().filter(|(index, _)| !is_taken_area(edition, *index)) {
            asked_pieces(questionnaire::area(edition, index), |field, text| {
                let field = match field {
                    "statement" => "area statement",
                    "line" => "area line",
                    _ => "area example",
                };
                pieces.push(Piece { field, edition: of, owner: area.key.into(), text });
            });
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
        for section in &advice.outline {
            add("outline heading", section.heading);
            add("outline text", section.text);
        }
    }
    for level in Level::ALL {
        let (name, meaning) = questionnaire::level(level);
        let owner = format!("level {}", level.number());
        pieces.push(Piece { field: "level name", edition: None, owner: owner.clone(), text: name });
        pieces.push(Piece { field: "level meaning", edition: None, owner, text: meaning });
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
