//! Random assessments as plain data, for the tests that need many of them.

use iso27001_readiness::assessment::{Annotation, Answer, Assessment, DocumentStatus};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::questionnaire::Target;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::fmt;

/// An answer as a file has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Say {
    Level(i64),
    Unknown,
    NotApplicable,
}

impl Say {
    pub fn answer(self) -> Answer {
        match self {
            Self::Level(level) => Answer::level(level).unwrap(),
            Self::Unknown => Answer::Unknown,
            Self::NotApplicable => Answer::NotApplicable,
        }
    }

    fn value(self) -> Value {
        match self {
            Self::Level(level) => json!({ "answer": level }),
            Self::Unknown => json!({ "answer": "unknown" }),
            Self::NotApplicable => json!({ "answer": "not-applicable", "reason": "none here" }),
        }
    }
}

const OWNER: &str = "Ana";
const DUE: &str = "2027-01-31";

/// What an assessment says: one place for each requirement, area and document of its edition.
#[derive(Clone)]
pub struct Draft {
    pub edition: Edition,
    pub target: i64,
    pub requirements: Vec<Option<Say>>,
    /// Which requirements have an owner and a date.
    pub planned: Vec<bool>,
    pub areas: Vec<Option<Say>>,
    pub documents: Vec<Option<DocumentStatus>>,
}

/// Shown as the text of its file when a law fails.
impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file())
    }
}

impl Draft {
    /// The ids of all answers there can be, in the order of [`Draft::answers`]; areas as calls name them.
    pub fn ids(edition: Edition) -> Vec<String> {
        let requirements = edition.requirements().map(|requirement| String::from(requirement.id()));
        requirements.chain(edition.areas().iter().map(|area| format!("area:{}", area.key))).collect()
    }

    /// The answers to requirements, then those to areas.
    pub fn answers(&self) -> impl Iterator<Item = Option<Say>> {
        self.requirements.iter().chain(&self.areas).copied()
    }

    /// The assessment, by one call for each answer.
    pub fn assessment(&self) -> Assessment {
        let mut it = Assessment::new(self.edition);
        it.set_target(Target::new(self.target).unwrap(), "").unwrap();
        for (id, say) in Self::ids(self.edition).iter().zip(self.answers()) {
            match say {
                Some(Say::NotApplicable) => it.exclude(id, "none here", "").unwrap(),
                Some(say) => it.respond(id, say.answer(), "").unwrap(),
                None => {}
            }
        }
        for (requirement, planned) in self.edition.requirements().zip(&self.planned) {
            if *planned {
                let plan = Annotation { owner: Some(OWNER.into()), due: Some(DUE.into()), ..Annotation::default() };
                it.annotate(requirement.id(), plan, "").unwrap();
            }
        }
        for (document, status) in self.edition.documents().zip(&self.documents) {
            it.set_document(document.key, *status, "").unwrap();
        }
        it
    }

    /// The assessment as a file.
    pub fn file(&self) -> Value {
        let mut requirements = Map::new();
        for ((requirement, say), planned) in self.edition.requirements().zip(&self.requirements).zip(&self.planned) {
            let mut response = say.map(Say::value);
            if *planned {
                let planned = response.get_or_insert_with(|| json!({}));
                planned["owner"] = json!(OWNER);
                planned["due"] = json!(DUE);
            }
            requirements.extend(response.map(|response| (requirement.id().into(), response)));
        }
        let mut areas = Map::new();
        for (area, say) in self.edition.areas().iter().zip(&self.areas) {
            areas.extend(say.map(|say| (area.key.into(), say.value())));
        }
        let mut documents = Map::new();
        for (document, status) in self.edition.documents().zip(&self.documents) {
            documents.extend(status.map(|status| (document.key.into(), json!({ "status": status.as_str() }))));
        }
        let mut file = json!({ "format": "iso27001-readiness/assessment", "version": 1,
            "edition": self.edition.year(), "target": self.target });
        for (name, members) in [("requirements", requirements), ("areas", areas), ("documents", documents)] {
            if !members.is_empty()
                && let Some(file) = file.as_object_mut()
            {
                file.insert(name.into(), members.into());
            }
        }
        file
    }
}

/// One answer, and another one once in so many.
fn enough_but(mostly: Option<Say>, once: Option<Say>, of: usize) -> Vec<Option<Say>> {
    std::iter::repeat_n(mostly, of).chain([once]).collect()
}

/// How somebody answers: from which answers each one is drawn. The first is what a failing case shrinks to.
fn moods(target: i64) -> Vec<Vec<Option<Say>>> {
    let level = |level| Some(Say::Level(level));
    let all = (0..=5).map(level);
    let enough = (target.max(3)..=5).map(level);
    vec![
        vec![None],
        // All sorts of answers.
        [None, None].into_iter().chain(all.clone()).chain([Some(Say::Unknown), Some(Say::NotApplicable)]).collect(),
        // Few answers.
        std::iter::repeat_n(None, 20).chain(all.clone()).collect(),
        // Every question answered.
        all.clone().chain([Some(Say::Unknown)]).collect(),
        // Ready.
        enough.clone().collect(),
        // Nearly ready.
        [None].into_iter().chain(enough.clone().cycle().take(60)).chain([level(0), Some(Say::Unknown)]).collect(),
        // Most does not apply.
        std::iter::repeat_n(Some(Say::NotApplicable), 9).chain([None]).chain(enough).collect(),
        // Nothing is there.
        vec![level(0), level(0), Some(Say::Unknown)],
        vec![Some(Say::NotApplicable)],
        // Conforms but for a few exclusions: some are refused, some are not.
        enough_but(level(3), Some(Say::NotApplicable), 12),
        // Conforms but for what is well under way.
        enough_but(level(3), level(2), 9),
    ]
}

fn document_moods() -> Vec<Vec<Option<DocumentStatus>>> {
    let [missing, draft, in_force] = DocumentStatus::ALL.map(Some);
    vec![
        vec![None],
        vec![None, missing, draft, in_force],
        vec![missing, draft, in_force],
        vec![in_force],
        vec![missing],
    ]
}

/// Draws one of the answers of a mood by a number.
fn draw<T: Copy>(mood: &[Option<T>], number: u8) -> Option<T> {
    mood.get(usize::from(number).checked_rem(mood.len())?).copied().flatten()
}

/// Assessments of all sorts, over both editions and all targets.
pub fn drafts() -> impl Strategy<Value = Draft> {
    let moods_of = (0..11_usize, 0..11_usize, 0..11_usize, 0..5_usize);
    (
        prop::sample::select(&Edition::ALL[..]),
        1..=5_i64,
        moods_of,
        vec(any::<u8>(), 140),
        vec(any::<u8>(), 37),
        vec(any::<u8>(), 31),
        (prop::sample::select(vec![0_u8, 0, 20, 128, 255]), vec(any::<u8>(), 140)),
    )
        .prop_map(
            |(edition, target, (clauses, controls, areas, documents), first, second, third, (share, plans))| {
                let (moods, document_moods) = (moods(target), document_moods());
                let say = |mood: usize, number: u8, can_be_excluded: bool| {
                    let say = draw(moods.get(mood)?, number);
                    // A clause cannot be not applicable: nobody knows is the nearest that it can be.
                    if say == Some(Say::NotApplicable) && !can_be_excluded { Some(Say::Unknown) } else { say }
                };
                Draft {
                    edition,
                    target,
                    requirements: edition
                        .requirements()
                        .zip(first)
                        .map(|(r, n)| say(if r.is_control() { controls } else { clauses }, n, r.is_control()))
                        .collect(),
                    planned: edition.requirements().zip(plans).map(|(_, number)| number < share).collect(),
                    areas: edition.areas().iter().zip(second).map(|(a, n)| say(areas, n, a.holds_controls())).collect(),
                    documents: edition
                        .documents()
                        .zip(third)
                        .map(|(_, n)| draw(document_moods.get(documents)?, n))
                        .collect(),
                }
            },
        )
}
