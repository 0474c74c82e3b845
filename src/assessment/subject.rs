use crate::catalog::{Edition, Requirement};
use crate::error::{ErrorCode, ReadinessError};

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
        match id.strip_prefix("area:") {
            Some(key) => edition.area_index(key).map(Self::Area),
            None => edition.requirement(id).map(Self::Requirement),
        }
        .ok_or_else(|| {
            ReadinessError::new(
                ErrorCode::UnknownId,
                id,
                match edition {
                    Edition::E2013 => {
                        "expected the id of a requirement of the 2013 edition, or \"area:\" and an area's key"
                    }
                    Edition::E2022 => {
                        "expected the id of a requirement of the 2022 edition, or \"area:\" and an area's key"
                    }
                },
            )
        })
    }

    /// Whether it can be not applicable: a control, or an area of controls.
    pub fn can_be_excluded(self, edition: Edition) -> bool {
        match self {
            Self::Requirement(requirement) => requirement.is_control(),
            Self::Area(index) => edition.areas().get(index).is_some_and(|area| area.holds_controls()),
        }
    }
}
