use crate::assessment::Answer;
use crate::json::json_by_name;
use crate::questionnaire::Target;

/// What an auditor would likely write; a likelihood, never a pass or a fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Finding {
    /// Nothing: at target or above.
    None,
    /// An opportunity for improvement.
    Opportunity,
    /// A minor nonconformity.
    Minor,
    /// A major nonconformity.
    Major,
}

json_by_name!(Finding);

impl Finding {
    /// The likely finding for an answer; none without an answer and for what is not applicable.
    pub fn of(answer: Option<Answer>, is_control: bool, target: Target) -> Option<Self> {
        let grave = match answer? {
            Answer::Level(level) if level >= target.level() => return Some(Self::None),
            Answer::Level(level) => level.number() <= 1,
            Answer::Unknown => true,
            Answer::NotApplicable => return None,
        };
        Some(match (grave, is_control) {
            (true, false) => Self::Major,
            (true, true) | (false, false) => Self::Minor,
            (false, true) => Self::Opportunity,
        })
    }

    /// Its name in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Opportunity => "opportunity",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}
