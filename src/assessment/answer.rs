use crate::error::{ErrorCode, ReadinessError};
use crate::json::{Json, Value, json_by_name, serialize_as_json};
use crate::questionnaire::Level;

/// An answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// A maturity level.
    Level(Level),
    /// Nobody knows yet.
    Unknown,
    /// The control is not applicable; the reason stands beside it.
    NotApplicable,
}

impl Answer {
    /// The answer with this level.
    ///
    /// # Errors
    /// `level-out-of-range` unless it is 0 to 5.
    pub fn level(number: i64) -> Result<Self, ReadinessError> {
        Level::new(number)
            .map(Self::Level)
            .ok_or_else(|| ReadinessError::new(ErrorCode::LevelOutOfRange, "answer", words!("error.level")))
    }
}

/// A number, or the word that files use.
impl Json for Answer {
    fn json(&self) -> Value<'_> {
        match self {
            Self::Level(level) => Value::Number(i32::from(level.number())),
            Self::Unknown => Value::Text("unknown"),
            Self::NotApplicable => Value::Text("not-applicable"),
        }
    }
}

serialize_as_json!(Answer);
json_by_name!(DocumentStatus);

/// The state of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DocumentStatus {
    /// It does not exist.
    Missing,
    /// It is written, but not approved.
    Draft,
    /// It is approved and used.
    InForce,
}

impl DocumentStatus {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Missing, Self::Draft, Self::InForce];

    /// Its name in files: `missing`, `draft` or `in-force`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Draft => "draft",
            Self::InForce => "in-force",
        }
    }

    /// The status with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == name)
    }
}
