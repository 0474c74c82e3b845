//! Requirements and documents by their titles.

use super::plain::key;
use crate::catalog::{Edition, Requirement};
use std::collections::BTreeMap;

/// The titles of an edition, as they are compared.
pub(super) struct Titles {
    edition: Edition,
    /// `None` where two have the same.
    requirements: BTreeMap<String, Option<Requirement>>,
    documents: BTreeMap<String, usize>,
}

impl Titles {
    pub(super) fn of(edition: Edition) -> Self {
        let mut requirements = BTreeMap::new();
        for requirement in edition.requirements() {
            requirements.entry(key(requirement.title())).and_modify(|found| *found = None).or_insert(Some(requirement));
        }
        let documents = edition.documents().enumerate().map(|(index, document)| (key(document.name), index)).collect();
        Self { edition, requirements, documents }
    }

    pub(super) fn edition(&self) -> Edition {
        self.edition
    }

    /// The only requirement with this title.
    pub(super) fn requirement(&self, title: &str) -> Option<Requirement> {
        if title.is_empty() || title.len() > 300 {
            return None;
        }
        self.requirements.get(&key(title)).copied().flatten()
    }

    /// The place of the document with this name.
    pub(super) fn document(&self, name: &str) -> Option<usize> {
        if name.is_empty() || name.len() > 300 {
            return None;
        }
        self.documents.get(&key(name)).copied()
    }
}
