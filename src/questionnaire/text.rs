//! Reads the questionnaire from its text files. Their own heads say how they are laid out.
//!
//! On a page the advice comes after the questions: it is most of the text, and none of it is needed to begin. There it is
//! handed in when it has arrived; everywhere else both are there from the start.

use super::{Advice, AreaQuestion, DocumentAdvice, Effort, Kind, Practice, Question, Source};
use crate::catalog::Edition;
use crate::text::split_once;
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

const QUESTIONS: &str = include_str!("en/questions.txt");
static WHOLE: OnceLock<Questionnaire> = OnceLock::new();

/// The questionnaire in English.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn english() -> &'static Questionnaire {
    WHOLE.get_or_init(|| Questionnaire::of(&[QUESTIONS, include_str!("en/advice.txt")]))
}

/// The questionnaire in English, without advice until that has been handed in.
#[cfg(target_arch = "wasm32")]
pub(super) fn english() -> &'static Questionnaire {
    static WITHOUT_ADVICE: OnceLock<Questionnaire> = OnceLock::new();
    WHOLE.get().unwrap_or_else(|| WITHOUT_ADVICE.get_or_init(|| Questionnaire::of(&[QUESTIONS])))
}

/// Takes the advice; a second time changes nothing.
#[cfg(target_arch = "wasm32")]
pub(crate) fn provide_advice(advice: String) {
    WHOLE.get_or_init(|| Questionnaire::of(&[QUESTIONS, advice.leak()]));
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

    fn of(texts: &[&'static str]) -> Self {
        let mut it = Self::default();
        for text in texts {
            it.read(text);
        }
        it
    }

    fn read(&mut self, text: &'static str) {
        let mut section = "";
        let mut entry = Vec::new();
        let mut rest = text;
        while let Some((line, after)) = split_once(rest, b'\n') {
            rest = after;
            if let Some(name) = line.strip_prefix("== ") {
                section = name;
            } else if !line.starts_with('#') && !line.is_empty() {
                entry.push(line);
            } else if !entry.is_empty() {
                self.entry(section, &entry);
                entry.clear();
            }
        }
    }

    /// Gives the document with the key of the first line the advice of the others.
    fn document(&mut self, lines: &[&'static str]) {
        let [key, holds, length, signed_by, checked_first, next_step, changed @ ..] = lines else { return };
        for document in &mut self.documents {
            if document.key == *key {
                document.holds = holds;
                document.length = length;
                document.signed_by = signed_by;
                document.checked_first = checked_first;
                document.next_step = next_step;
                document.changed_in_2022 = changed.first().copied().unwrap_or_default();
            }
        }
    }

    fn entry(&mut self, section: &str, lines: &[&'static str]) {
        match section {
            "levels" => {
                for line in lines {
                    if let Some((name, of)) = split_once(line, b':') {
                        self.levels.push((name, of.strip_prefix(' ').unwrap_or(of)));
                    }
                }
            }
            "questions 2013" => self.questions_2013.extend(question(lines)),
            "questions 2022" => self.questions_2022.extend(question(lines)),
            "areas 2013" => areas(&mut self.areas_2013, lines),
            "areas 2022" => areas(&mut self.areas_2022, lines),
            "advice 2013" => advise(&mut self.questions_2013, lines),
            "advice 2022" => advise(&mut self.questions_2022, lines),
            "documents" if self.documents.is_empty() => self.documents = documents(lines),
            "documents" => self.document(lines),
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
    let [first, question] = lines else { return None };
    let (id, head) = split_once(first, b' ')?;
    let (practice_word, head) = split_once(head, b' ')?;
    let (size, mut head) = split_once(head, b' ')?;
    let advice = if size == "as" {
        Source::Successor(head)
    } else {
        let mut kinds = Vec::new();
        while !head.is_empty() {
            let (word, rest) = split_once(head, b' ').unwrap_or((head, ""));
            kinds.push(kind(word)?);
            head = rest;
        }
        let effort = effort(size)?;
        Source::Own(Advice { effort, kinds, guidance: "", next_step: "", evidence: Vec::new() })
    };
    Some(Question { id, question, practice: practice(practice_word)?, advice })
}

fn areas(areas: &mut Vec<AreaQuestion>, lines: &[&'static str]) {
    for line in lines {
        if let Some((key, question)) = split_once(line, b' ') {
            areas.push(AreaQuestion { key, question });
        }
    }
}

/// Documents with their effort, and no advice yet.
fn documents(lines: &[&'static str]) -> Vec<DocumentAdvice> {
    let mut found = Vec::new();
    for line in lines {
        if let Some((key, size)) = split_once(line, b' ')
            && let Some(effort) = effort(size)
        {
            found.push(DocumentAdvice { key, effort, ..super::NO_DOCUMENT });
        }
    }
    found
}

/// Gives the question with the id of the first line the advice of the others.
fn advise(questions: &mut [Question], lines: &[&'static str]) {
    let [id, guidance, next_step, evidence @ ..] = lines else { return };
    for question in questions {
        if question.id == *id
            && let Source::Own(advice) = &mut question.advice
        {
            advice.guidance = guidance;
            advice.next_step = next_step;
            advice.evidence = Vec::new();
            for line in evidence {
                if let Some(piece) = line.strip_prefix("- ") {
                    advice.evidence.push(piece);
                }
            }
        }
    }
}
