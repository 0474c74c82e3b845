//! Findings, what has piled up, and which items are a major or feed one.

use super::accumulation::{Accumulated, accumulated};
use super::answers::Answers;
use super::finding::{Finding, Findings, is_nonconformity};

/// An item of the method, by its place in catalog order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// A requirement.
    Requirement(usize),
    /// A document of the edition.
    Document(usize),
}

/// What an auditor would likely write, in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The findings of every item.
    pub findings: Findings,
    /// What has piled up.
    pub accumulated: Vec<Accumulated>,
    /// For every requirement, whether it is touched in something that has piled up.
    feeds: Vec<bool>,
}

impl Verdict {
    /// The verdict on a set of answers.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        let findings = Findings::of(answers);
        let accumulated = accumulated(answers, &findings);
        let mut feeds = Vec::new();
        feeds.resize(answers.outline.requirements.len(), false);
        for one in &accumulated {
            for index in &one.touched {
                if let Some(place) = feeds.get_mut(*index) {
                    *place = true;
                }
            }
        }
        Self { findings, accumulated, feeds }
    }

    /// The finding of an item.
    #[must_use]
    pub fn finding(&self, item: Item) -> Option<Finding> {
        match item {
            Item::Requirement(index) => self.findings.requirement(index),
            Item::Document(index) => self.findings.document(index),
        }
    }

    /// Whether an item is a major, or a nonconformity that counts in something that has piled up: a document counts
    /// for the requirement that its first reference names.
    #[must_use]
    pub fn is_major(&self, answers: &Answers, item: Item) -> bool {
        let finding = self.finding(item);
        let requirement = match item {
            Item::Requirement(index) => Some(index),
            Item::Document(index) => answers.outline.documents.get(index).and_then(|row| row.first_clause),
        };
        finding == Some(Finding::Major)
            || (is_nonconformity(finding)
                && requirement.is_some_and(|index| self.feeds.get(index).copied().unwrap_or_default()))
    }
}
