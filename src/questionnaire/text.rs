//! Reads the questionnaire from its text files. `languages/README.md` says how they are laid out.
//!
//! On a page all but the quick scan of 2022 comes after the first questions, since it is most of the text and none of it is
//! needed to begin. There it is handed in when it has arrived. Everywhere else all is there from the start.

use super::{Asked, DocumentAdvice, Effort, Kind, NOT_ASKED, Question, Section, UNADVISED, UNWRITTEN};
use crate::catalog::{self, Edition};
use crate::text::split_once;
use std::sync::OnceLock;

/// A questionnaire in one language, in catalog order.
#[derive(Default)]
pub(super) struct Questionnaire {
    pub(super) levels: Vec<(&'static str, &'static str)>,
    questions_2013: Vec<Question>,
    questions_2022: Vec<Question>,
    areas_2013: Vec<Asked>,
    areas_2022: Vec<Asked>,
    documents: Vec<DocumentAdvice>,
}

/// Where the lines of a block belong.
#[derive(Clone, Copy)]
enum Block {
    Unknown,
    Levels,
    Requirement(Edition, usize),
    Area(Edition, usize),
    Document(usize),
}

const FIRST: [&str; 2] = [
    include_str!(concat!(env!("LANGUAGE"), "/levels.txt")),
    include_str!(concat!(env!("LANGUAGE"), "/statements/areas_2022.txt")),
];
static WHOLE: OnceLock<Questionnaire> = OnceLock::new();

/// The questionnaire.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn english() -> &'static Questionnaire {
    // A block takes the text of another that stands before it.
    const REST: [&str; 10] = [
        include_str!(concat!(env!("LANGUAGE"), "/statements/clauses_2022.txt")),
        include_str!(concat!(env!("LANGUAGE"), "/statements/controls_2022_a5_a6.txt")),
        include_str!(concat!(env!("LANGUAGE"), "/statements/controls_2022_a7_a8.txt")),
        include_str!(concat!(env!("LANGUAGE"), "/statements/areas_2013_clauses.txt")),
        include_str!(concat!(env!("LANGUAGE"), "/statements/areas_2013_controls.txt")),
        include_str!(concat!(env!("LANGUAGE"), "/statements/clauses_2013.txt")),
        include_str!(concat!(env!("LANGUAGE"), "/statements/controls_2013_a5_a9.txt")),
        include_str!(concat!(env!("LANGUAGE"), "/statements/controls_2013_a10_a13.txt")),
        include_str!(concat!(env!("LANGUAGE"), "/statements/controls_2013_a14_a18.txt")),
        include_str!(concat!(env!("LANGUAGE"), "/statements/documents.txt")),
    ];
    WHOLE.get_or_init(|| Questionnaire::of(FIRST.into_iter().chain(REST)))
}

/// The questionnaire: the quick scan of 2022, and the rest once that has been handed in.
#[cfg(target_arch = "wasm32")]
pub(super) fn english() -> &'static Questionnaire {
    static BEGUN: OnceLock<Questionnaire> = OnceLock::new();
    WHOLE.get().unwrap_or_else(|| BEGUN.get_or_init(|| Questionnaire::of(FIRST)))
}

/// Takes the rest of the texts; a second time changes nothing.
#[cfg(target_arch = "wasm32")]
pub(crate) fn provide(rest: String) {
    WHOLE.get_or_init(|| Questionnaire::of(FIRST.into_iter().chain([&*rest.leak()])));
}

impl Questionnaire {
    pub(super) fn questions(&self, edition: Edition) -> &[Question] {
        match edition {
            Edition::E2013 => &self.questions_2013,
            Edition::E2022 => &self.questions_2022,
        }
    }

    pub(super) fn areas(&self, edition: Edition) -> &[Asked] {
        match edition {
            Edition::E2013 => &self.areas_2013,
            Edition::E2022 => &self.areas_2022,
        }
    }

    pub(super) fn document(&self, key: &str) -> Option<&DocumentAdvice> {
        self.documents.get(place_of_document(key)?)
    }

    fn of(texts: impl IntoIterator<Item = &'static str>) -> Self {
        let questions = |edition: Edition| vec![UNWRITTEN; edition.requirements().count()];
        let areas = |edition: Edition| vec![NOT_ASKED; edition.areas().len()];
        let mut it = Self {
            levels: Vec::new(),
            questions_2013: questions(Edition::E2013),
            questions_2022: questions(Edition::E2022),
            areas_2013: areas(Edition::E2013),
            areas_2022: areas(Edition::E2022),
            documents: vec![UNADVISED; catalog::documents().len()],
        };
        for text in texts {
            it.read(text);
        }
        it
    }

    fn read(&mut self, text: &'static str) {
        let mut block = Block::Unknown;
        let mut rest = text;
        while let Some((line, after)) = split_once(rest, b'\n') {
            rest = after;
            if let Some(head) = line.strip_prefix("== ") {
                block = block_of(head);
            } else if !line.starts_with('#')
                && let Some((key, value)) = split_once(line, b':')
            {
                self.field(block, key, value.strip_prefix(' ').unwrap_or(value));
            }
        }
    }

    fn field(&mut self, block: Block, key: &'static str, value: &'static str) {
        match block {
            Block::Unknown => {}
            Block::Levels => self.levels.push((key, value)),
            Block::Requirement(edition, index) if key == "as" => {
                let source = place_of_requirement(Edition::E2022, value);
                let source = source.and_then(|at| self.questions_2022.get(at)).cloned();
                if let (Some(source), Some(question)) = (source, self.questions_mut(edition).get_mut(index)) {
                    *question = source;
                }
            }
            Block::Requirement(edition, index) => {
                if let Some(question) = self.questions_mut(edition).get_mut(index) {
                    question_field(question, key, value);
                }
            }
            Block::Area(edition, index) if key == "as" => {
                let source = Edition::E2022.area_index(value).and_then(|at| self.areas_2022.get(at)).copied();
                if let (Some(source), Some(area)) = (source, self.areas_mut(edition).get_mut(index)) {
                    *area = source;
                }
            }
            Block::Area(edition, index) => {
                if let Some(area) = self.areas_mut(edition).get_mut(index) {
                    asked_field(area, key, value);
                }
            }
            Block::Document(index) => {
                if let Some(document) = self.documents.get_mut(index) {
                    document_field(document, key, value);
                }
            }
        }
    }

    fn questions_mut(&mut self, edition: Edition) -> &mut [Question] {
        match edition {
            Edition::E2013 => &mut self.questions_2013,
            Edition::E2022 => &mut self.questions_2022,
        }
    }

    fn areas_mut(&mut self, edition: Edition) -> &mut [Asked] {
        match edition {
            Edition::E2013 => &mut self.areas_2013,
            Edition::E2022 => &mut self.areas_2022,
        }
    }
}

fn place_of_requirement(edition: Edition, id: &str) -> Option<usize> {
    edition.requirement(id).map(|requirement| requirement.index())
}

fn place_of_document(key: &str) -> Option<usize> {
    catalog::documents().iter().position(|document| document.key == key)
}

/// `levels`, `document KEY`, `requirement EDITION ID` or `area EDITION KEY`.
fn block_of(head: &str) -> Block {
    let Some((kind, name)) = split_once(head, b' ') else {
        return if head == "levels" { Block::Levels } else { Block::Unknown };
    };
    let found = if kind == "document" {
        place_of_document(name).map(Block::Document)
    } else {
        split_once(name, b' ').and_then(|(year, name)| {
            let edition = Edition::ALL.into_iter().find(|edition| edition.year() == year)?;
            match kind {
                "requirement" => place_of_requirement(edition, name).map(|at| Block::Requirement(edition, at)),
                "area" => edition.area_index(name).map(|at| Block::Area(edition, at)),
                _ => None,
            }
        })
    };
    found.unwrap_or(Block::Unknown)
}

fn asked_field(asked: &mut Asked, key: &str, value: &'static str) {
    let [absent, ad_hoc, developing, defined] = &mut asked.lines;
    match key {
        "statement" => asked.statement = value,
        "0" => *absent = value,
        "1" => *ad_hoc = value,
        "2" => *developing = value,
        "3" => *defined = value,
        "example" => asked.example = value,
        _ => {}
    }
}

fn question_field(question: &mut Question, key: &str, value: &'static str) {
    match key {
        "guidance" => question.guidance = value,
        "evidence" => question.evidence.push(value),
        "sampling" => question.sampling = value,
        "finding" => question.common_finding = value,
        "next" => question.next_step = value,
        "effort" => question.effort = effort(value),
        "small" => question.small_organisations = value,
        // Its first word is the class, which is a fact of the catalog.
        "exclusion" => question.exclusion_text = split_once(value, b' ').map_or("", |(_, text)| text),
        "short" => question.short_name = value,
        "kinds" => question.kinds = kinds(value),
        _ => asked_field(&mut question.asked, key, value),
    }
}

fn document_field(document: &mut DocumentAdvice, key: &str, value: &'static str) {
    match key {
        "holds" => document.holds = value,
        "length" => document.length = value,
        "signed" => document.signed_by = value,
        "checked" => document.checked_first = value,
        "next" => document.next_step = value,
        "effort" => document.effort = effort(value),
        "changed" => document.changed_in_2022 = value,
        "outline" => document.outline.extend(section(value)),
        _ => {}
    }
}

fn section(line: &'static str) -> Option<Section> {
    let (heading, text) = split_once(line, b'|')?;
    Some(Section { heading: heading.strip_suffix(' ')?, text: text.strip_prefix(' ')? })
}

fn effort(word: &str) -> Effort {
    Effort::ALL.into_iter().find(|effort| effort.as_str() == word).unwrap_or(Effort::M)
}

fn kinds(mut words: &str) -> Vec<Kind> {
    let mut found = Vec::new();
    while !words.is_empty() {
        let (word, rest) = split_once(words, b' ').unwrap_or((words, ""));
        found.extend(Kind::ALL.into_iter().find(|kind| kind.as_str() == word));
        words = rest;
    }
    found
}
