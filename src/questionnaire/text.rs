//! Reads the questionnaire from its text file. The file's own head says how it is laid out.

use super::{Advice, AreaQuestion, DocumentAdvice, Effort, Kind, Practice, Question, Source};
use crate::catalog::Edition;
use crate::plain::cut;
use std::sync::OnceLock;

/// A questionnaire in one language, in catalog order.
#[derive(Default)]
pub(super) struct Questionnaire {
    pub(super) levels: Vec<(&'static str, &'static str)>,
    pub(super) practices: Vec<(Practice, Vec<&'static str>)>,
    questions_2013: Vec<Question>,
    questions_2022: Vec<Question>,
    areas_2013: Vec<AreaQuestion>,
    areas_2022: Vec<AreaQuestion>,
    pub(super) documents: Vec<DocumentAdvice>,
}

/// The questionnaire in English.
pub(super) fn english() -> &'static Questionnaire {
    static ENGLISH: OnceLock<Questionnaire> = OnceLock::new();
    ENGLISH.get_or_init(|| Questionnaire::read(include_str!("en.txt")))
}

impl Questionnaire {
    pub(super) fn questions(&self, edition: Edition) -> &[Question] {
        match edition {
            Edition::E2013 => &self.questions_2013,
            Edition::E2022 => &self.questions_2022,
        }
    }

    pub(super) fn areas(&self, edition: Edition) -> &[AreaQuestion] {
        match edition {
            Edition::E2013 => &self.areas_2013,
            Edition::E2022 => &self.areas_2022,
        }
    }

    fn read(text: &'static str) -> Self {
        let mut it = Self::default();
        let mut section = "";
        let mut entry = Vec::new();
        let mut rest = text;
        while let Some((line, after)) = cut(rest, b'\n') {
            rest = after;
            if let Some(name) = line.strip_prefix("== ") {
                section = name;
            } else if !line.starts_with('#') && !line.is_empty() {
                entry.push(line);
            } else if !entry.is_empty() {
                it.entry(section, &entry);
                entry.clear();
            }
        }
        it
    }

    fn entry(&mut self, section: &str, lines: &[&'static str]) {
        match section {
            "levels" => {
                self.levels =
                    lines.iter().filter_map(|line| cut(line, b':')).map(|(name, of)| (name, of.trim_start())).collect()
            }
            "questions 2013" => self.questions_2013.extend(question(lines)),
            "questions 2022" => self.questions_2022.extend(question(lines)),
            "areas 2013" => self.areas_2013 = areas(lines),
            "areas 2022" => self.areas_2022 = areas(lines),
            "documents" => self.documents.extend(document(lines)),
            _ => {
                if let Some(of) = section.strip_prefix("practice ").and_then(practice) {
                    self.practices.push((of, lines.to_vec()));
                }
            }
        }
    }
}

fn practice(word: &str) -> Option<Practice> {
    Some(match word {
        "process" => Practice::Process,
        "document" => Practice::Document,
        "technical" => Practice::Technical,
        "physical" => Practice::Physical,
        "people" => Practice::People,
        _ => return None,
    })
}

fn kind(word: &str) -> Option<Kind> {
    Some(match word {
        "technical" => Kind::Technical,
        "organisational" => Kind::Organisational,
        "legal" => Kind::Legal,
        "physical" => Kind::Physical,
        "human-resource" => Kind::HumanResource,
        _ => return None,
    })
}

fn effort(word: &str) -> Option<Effort> {
    Some(match word {
        "S" => Effort::S,
        "M" => Effort::M,
        "L" => Effort::L,
        _ => return None,
    })
}

fn question(lines: &[&'static str]) -> Option<Question> {
    let mut lines = lines.iter().copied();
    let (id, head) = cut(lines.next()?, b' ')?;
    let (practice_word, head) = cut(head, b' ')?;
    let (size, mut head) = cut(head, b' ')?;
    let practice = practice(practice_word)?;
    let question = lines.next()?;
    let advice = match size {
        "as" => Source::Successor(head),
        size => Source::Own(Advice {
            effort: effort(size)?,
            kinds: std::iter::from_fn(|| {
                let (word, rest) = cut(head, b' ').unwrap_or((head, ""));
                head = rest;
                kind(word)
            })
            .collect(),
            guidance: lines.next()?,
            next_step: lines.next()?,
            evidence: lines.filter_map(|line| line.strip_prefix("- ")).collect(),
        }),
    };
    Some(Question { id, question, practice, advice })
}

fn areas(lines: &[&'static str]) -> Vec<AreaQuestion> {
    let pairs = lines.iter().filter_map(|line| cut(line, b' '));
    pairs.map(|(key, question)| AreaQuestion { key, question }).collect()
}

fn document(lines: &[&'static str]) -> Option<DocumentAdvice> {
    let mut lines = lines.iter().copied();
    let (key, size) = cut(lines.next()?, b' ')?;
    Some(DocumentAdvice {
        key,
        effort: effort(size)?,
        holds: lines.next()?,
        length: lines.next()?,
        signed_by: lines.next()?,
        checked_first: lines.next()?,
        next_step: lines.next()?,
        changed_in_2022: lines.next().unwrap_or_default(),
    })
}
