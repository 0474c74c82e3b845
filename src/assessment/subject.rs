//! What an answer is about, and how callers name it.

use crate::catalog::{AreaKey, Edition, Requirement, RequirementId};
use crate::error::{ErrorCode, ReadinessError};
use std::borrow::Cow;

/// The name of what an answer is about: `"A.5.1"`, or `"area:"` and an area's key. Made of a text, a [`RequirementId`], an
/// [`AreaKey`] or a [`Requirement`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectId<'a>(Cow<'a, str>);

impl SubjectId<'_> {
    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'a> From<&'a str> for SubjectId<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for SubjectId<'a> {
    fn from(text: &'a String) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<RequirementId> for SubjectId<'_> {
    fn from(id: RequirementId) -> Self {
        Self(Cow::Borrowed(id.as_str()))
    }
}

impl From<Requirement> for SubjectId<'_> {
    fn from(requirement: Requirement) -> Self {
        Self(Cow::Borrowed(requirement.id()))
    }
}

impl From<AreaKey> for SubjectId<'_> {
    fn from(key: AreaKey) -> Self {
        let mut text = String::from(AREA);
        text.push_str(key.as_str());
        Self(Cow::Owned(text))
    }
}

/// What stands before an area's key where requirements are named as well.
const AREA: &str = "area:";

/// What an answer is about: a requirement, or an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A requirement.
    Requirement(Requirement),
    /// An area, by its place in [`Edition::areas`].
    Area(usize),
}

impl Subject {
    /// Finds `"A.5.1"` among the requirements and `"area:policy"` among the areas of an edition.
    ///
    /// # Errors
    /// `unknown-id`.
    pub fn find(edition: Edition, id: &str) -> Result<Self, ReadinessError> {
        match id.strip_prefix(AREA) {
            Some(key) => edition.area_index(key).map(Self::Area),
            None => edition.requirement(id).map(Self::Requirement),
        }
        .ok_or_else(|| {
            ReadinessError::new(
                ErrorCode::UnknownId,
                id,
                match edition {
                    Edition::E2013 => {
                        words!("error.subject.2013")
                    }
                    Edition::E2022 => {
                        words!("error.subject.2022")
                    }
                },
            )
        })
    }

    /// Whether it can be not applicable: a control, or an area of controls.
    #[must_use]
    pub fn can_be_excluded(self, edition: Edition) -> bool {
        match self {
            Self::Requirement(requirement) => requirement.is_control(),
            Self::Area(index) => edition.areas().get(index).is_some_and(|area| area.holds_controls()),
        }
    }
}
