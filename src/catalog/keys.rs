//! Keys as types of their own, so that the key of an area cannot stand where that of a document belongs. Each can only be
//! made of what the catalog of an edition holds. Calls that take one take its text as well.

use super::{Area, Document, Edition, Requirement, documents};
use crate::error::{ErrorCode, ReadinessError};
use std::fmt;
use std::str::FromStr;

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident, $expected:expr, $find:expr;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $name(&'static str);

            impl $name {
                /// Its text.
                #[must_use]
                pub fn as_str(self) -> &'static str {
                    self.0
                }
            }

            /// # Errors
            /// `unknown-id` if no edition has it.
            impl FromStr for $name {
                type Err = ReadinessError;

                fn from_str(text: &str) -> Result<Self, ReadinessError> {
                    let find: fn(&str) -> Option<&'static str> = $find;
                    find(text).map(Self).ok_or_else(|| ReadinessError::new(ErrorCode::UnknownId, text, $expected))
                }
            }

            impl TryFrom<&str> for $name {
                type Error = ReadinessError;

                fn try_from(text: &str) -> Result<Self, ReadinessError> {
                    text.parse()
                }
            }

            impl AsRef<str> for $name {
                fn as_ref(&self) -> &str {
                    self.0
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(self.0)
                }
            }
        )+
    };
}

keys! {
    /// The id of a requirement of either edition: `"9.2.1"` or `"A.5.1"`.
    ///
    /// ```
    /// use iso27001_readiness::catalog::{Edition, RequirementId};
    ///
    /// let id: RequirementId = "A.5.1".parse()?;
    /// assert_eq!(Edition::E2022.requirement(id.as_str()).map(RequirementId::from), Some(id));
    /// assert!("6.1".parse::<RequirementId>().is_err(), "a heading is no requirement");
    /// # Ok::<(), iso27001_readiness::ReadinessError>(())
    /// ```
    RequirementId, words!("error.requirement"), |text| {
        Edition::ALL.into_iter().find_map(|edition| edition.requirement(text)).map(Requirement::id)
    };

    /// The key of an area of either edition: `"policy"`, in 2013 also `"A.9"`.
    ///
    /// ```
    /// use iso27001_readiness::{assessment::{Answer, Assessment}, catalog::{AreaKey, Edition}};
    ///
    /// let mut assessment = Assessment::new(Edition::E2022);
    /// assessment.respond(AreaKey::try_from("policy")?, Answer::level(2)?, "")?;
    /// assessment.respond("area:policy", Answer::level(3)?, "")?;
    /// # Ok::<(), iso27001_readiness::ReadinessError>(())
    /// ```
    AreaKey, words!("error.area"), |text| {
        Edition::ALL.into_iter().flat_map(Edition::areas).map(|area| area.key).find(|key| *key == text)
    };

    /// The key of a document of either edition: `"isms_scope"`.
    ///
    /// ```
    /// use iso27001_readiness::catalog::{DocumentKey, documents};
    /// assert_eq!("isms_scope".parse::<DocumentKey>()?, DocumentKey::from(&documents()[0]));
    /// # Ok::<(), iso27001_readiness::ReadinessError>(())
    /// ```
    DocumentKey, words!("error.document"), |text| {
        documents().iter().map(|document| document.key).find(|key| *key == text)
    };
}

impl From<Requirement> for RequirementId {
    fn from(requirement: Requirement) -> Self {
        Self(requirement.id())
    }
}

impl From<&'static Area> for AreaKey {
    fn from(area: &'static Area) -> Self {
        Self(area.key)
    }
}

impl From<&'static Document> for DocumentKey {
    fn from(document: &'static Document) -> Self {
        Self(document.key)
    }
}
