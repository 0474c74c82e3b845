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
                for line in lines {
                    if let Some((name, of)) = cut(line, b':') {
                        self.levels.push((name, of.trim_start()));
                    }
                }
            }
            "questions 2013" => self.questions_2013.extend(question(lines)),
            "questions 2022" => self.questions_2022.extend(question(lines)),
            "areas 2013" => areas(&mut self.areas_2013, lines),
            "areas 2022" => areas(&mut self.areas_2022, lines),
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
    let [first, question, more @ ..] = lines else { return None };
    let (id, head) = cut(first, b' ')?;
    let (practice_word, head) = cut(head, b' ')?;
    let (size, mut head) = cut(head, b' ')?;
    let advice = if size == "as" {
        Source::Successor(head)
    } else {
        let [guidance, next_step, more @ ..] = more else { return None };
        let (mut kinds, mut evidence) = (Vec::new(), Vec::new());
        while !head.is_empty() {
            let (word, rest) = cut(head, b' ').unwrap_or((head, ""));
            kinds.push(kind(word)?);
            head = rest;
        }
        for line in more {
            evidence.push(line.strip_prefix("- ")?);
        }
        Source::Own(Advice { effort: effort(size)?, kinds, guidance, next_step, evidence })
    };
    Some(Question { id, question, practice: practice(practice_word)?, advice })
}

fn areas(areas: &mut Vec<AreaQuestion>, lines: &[&'static str]) {
    for line in lines {
        if let Some((key, question)) = cut(line, b' ') {
            areas.push(AreaQuestion { key, question });
        }
    }
}

fn document(lines: &[&'static str]) -> Option<DocumentAdvice> {
    let [first, holds, length, signed_by, checked_first, next_step, more @ ..] = lines else { return None };
    let (key, size) = cut(first, b' ')?;
    let changed_in_2022 = more.first().copied().unwrap_or_default();
    Some(DocumentAdvice {
        key,
        effort: effort(size)?,
        holds,
        length,
        signed_by,
        checked_first,
        next_step,
        changed_in_2022,
    })
}
