//! The scores of sections and areas.

use super::{Coverage, high, low};
use crate::assessment::Assessment;
use crate::catalog::Edition;
use crate::json::json_object;
use crate::score_range::ScoreRange;
use crate::scoring::Answers;
use crate::scoring::score::Scores;

/// The score of a clause 4 to 10, or of a control group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct SectionScore {
    /// Its number, `"4"` to `"10"` or `"A.5"` to `"A.18"`.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its score; none if nothing in it is applicable.
    pub score: Option<ScoreRange>,
    /// How many of its requirements have an answer.
    pub coverage: Coverage,
}

json_object! {
    SectionScore {
        answered = |it| it.coverage.answered.json(), applicable = |it| it.coverage.applicable.json(),
        high = |it| high(it.score), id, low = |it| low(it.score), provisional = |it| it.coverage.provisional.json(),
        title, total = |it| it.coverage.total.json(),
    }
}

/// The score of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct AreaScore {
    /// Its key.
    pub key: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its score; none if nothing in it is applicable.
    pub score: Option<ScoreRange>,
}

json_object! {
    AreaScore { high = |it| high(it.score), key, low = |it| low(it.score), title }
}

pub(super) fn section_scores(answers: &Answers, scores: &Scores) -> Vec<SectionScore> {
    let mut rows = Vec::new();
    for (id, title) in sections(answers.edition) {
        let within = |index: usize| answers.outline.requirements.get(index).is_some_and(|row| row.section == id);
        let (score, coverage) = (scores.of_set(&within), Coverage::of(answers, &within));
        rows.push(SectionScore { id, title, score, coverage });
    }
    rows
}

impl AreaScore {
    /// Those of an assessment, in the catalog's order.
    pub(crate) fn all(assessment: &Assessment) -> Vec<Self> {
        let answers = Answers::of(assessment);
        area_scores(&answers, &Scores::of_answers(&answers))
    }
}

pub(super) fn area_scores(answers: &Answers, scores: &Scores) -> Vec<AreaScore> {
    let mut rows = Vec::new();
    for (area, row) in answers.edition.areas().iter().enumerate() {
        let score = scores.of_set(&|index| answers.outline.requirements.get(index).is_some_and(|row| row.area == area));
        rows.push(AreaScore { key: row.key, title: row.title, score });
    }
    rows
}

/// Clauses 4 to 10, then the control groups: their numbers and titles.
fn sections(edition: Edition) -> Vec<(&'static str, &'static str)> {
    let mut sections = Vec::new();
    for clause in edition.clauses() {
        // Nothing is asked in clauses 0 to 3.
        if clause.parent.is_none() && !matches!(clause.id, "0" | "1" | "2" | "3") {
            sections.push((clause.id, clause.title));
        }
    }
    for group in edition.groups() {
        sections.push((group.id, group.title));
    }
    sections
}
