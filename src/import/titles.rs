//! Requirements and documents by their titles.

use super::plain::key;
use crate::catalog::{Edition, Requirement};
use crate::order::Index;

/// The titles of an edition, as they are compared.
pub(super) struct Titles {
    edition: Edition,
    requirements: Index,
    /// `None` where two have the same.
    found: Vec<Option<Requirement>>,
    documents: Index,
}

impl Titles {
    pub(super) fn of(edition: Edition) -> Self {
        let (mut requirements, mut documents) = (Index::default(), Index::default());
        let mut found = Vec::new();
        for requirement in edition.requirements() {
            let place = requirements.place(key(requirement.title()), found.len());
            match found.get_mut(place) {
                Some(twice) => *twice = None,
                None => found.push(Some(requirement)),
            }
        }
        for (index, document) in edition.documents().enumerate() {
            documents.place(key(document.name), index);
        }
        Self { edition, requirements, found, documents }
    }

    pub(super) fn edition(&self) -> Edition {
        self.edition
    }

    /// The only requirement with this title.
    pub(super) fn requirement(&self, title: &str) -> Option<Requirement> {
        if title.is_empty() || title.len() > 300 {
            return None;
        }
        self.requirements.get(&key(title)).and_then(|place| self.found.get(place).copied()).flatten()
    }

    /// The place of the document with this name.
    pub(super) fn document(&self, name: &str) -> Option<usize> {
        if name.is_empty() || name.len() > 300 {
            return None;
        }
        self.documents.get(&key(name))
    }
}
