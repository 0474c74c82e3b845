//! All that an export is made of, computed once, and the words that several of them use.

use super::words::Words;
use crate::assessment::{Answer, Assessment};
use crate::catalog::Edition;
use crate::output::checklist::{ChecklistRow, checklist};
use crate::output::statement::{self, StatementRow};
use crate::questionnaire::{self, Level};
use crate::scoring::{Estimate, Plan, Report};
use crate::text::aside;

/// Version of the crate, and so of the questionnaire.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// An assessment with all that follows from it.
pub(super) struct Source<'a> {
    pub(super) assessment: &'a Assessment,
    pub(super) edition: Edition,
    pub(super) report: Report,
    pub(super) statement: Vec<StatementRow<'a>>,
    pub(super) plan: Plan<'a>,
    pub(super) checklist: Vec<ChecklistRow<'a>>,
    pub(super) estimate: Option<Estimate>,
    pub(super) words: &'static Words,
}

impl<'a> Source<'a> {
    pub(super) fn of(assessment: &'a Assessment, words: &'static Words) -> Self {
        Self {
            assessment,
            edition: assessment.edition(),
            report: Report::of(assessment),
            statement: statement::rows(assessment),
            plan: Plan::of(assessment),
            checklist: checklist(assessment),
            estimate: Estimate::of(assessment),
            words,
        }
    }

    /// The words of a key.
    pub(super) fn t(&self, key: &'static str) -> &'static str {
        self.words.text(key)
    }

    /// Where the figures come from: on every export.
    pub(super) fn basis(&self) -> String {
        let parts = [
            String::from(self.edition.name()),
            self.words.filled("exports.method", &[("method", self.report.method)]),
            self.words.filled("exports.questionnaire", &[("version", VERSION)]),
        ];
        self.words.list("list.long", parts)
    }

    /// How a requirement is referred to. A clause by its number alone would be taken for a date by some spreadsheets.
    pub(super) fn reference(&self, id: &str) -> String {
        if id.starts_with(|sign: char| sign.is_ascii_digit()) {
            return self.words.filled("exports.clause", &[("id", id)]);
        }
        String::from(id)
    }

    /// An answer by its level; empty for what has none.
    pub(super) fn level(&self, answer: Option<Answer>, is_provisional: bool) -> String {
        let name = match answer {
            None | Some(Answer::NotApplicable) => return String::new(),
            Some(Answer::Unknown) => String::from(self.t("answer.unknown")),
            Some(Answer::Level(level)) => level_name(level),
        };
        if is_provisional { aside(&name, self.t("provisional.short")) } else { name }
    }
}

/// A level by its number and name.
pub(super) fn level_name(level: Level) -> String {
    let (name, _) = questionnaire::level(level);
    let mut out = String::from(char::from(b'0'.saturating_add(level.number())));
    out.push(' ');
    out.push_str(name);
    out
}

/// A line of texts with the same between each two.
pub(super) fn joined(texts: impl IntoIterator<Item = impl AsRef<str>>, between: &str) -> String {
    let mut out = String::new();
    for text in texts {
        if !out.is_empty() {
            out.push_str(between);
        }
        out.push_str(text.as_ref());
    }
    out
}
