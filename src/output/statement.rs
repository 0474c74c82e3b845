//! The Statement of Applicability: every control, applicable or not, with the reason either way and its state.
//!
//! A filled table says what was decided; it never says "ready".

use crate::assessment::{Answer, Assessment, EvidenceLink, InclusionReason};
use crate::catalog::constants::CONFORMITY_LEVEL;
use crate::json::{json_by_name, json_object};
use crate::scoring::Answers;

/// The implementation state of a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Implementation {
    /// At conformity or above.
    Implemented,
    /// Begun: level 1 or above, under conformity.
    Partly,
    /// Level 0.
    NotImplemented,
    /// Nobody knows yet.
    Unknown,
    /// Not applicable.
    Excluded,
    /// Without an answer.
    Undecided,
}

json_by_name!(Implementation);

impl Implementation {
    /// All, in the order of the list above.
    pub const ALL: [Self; 6] =
        [Self::Implemented, Self::Partly, Self::NotImplemented, Self::Unknown, Self::Excluded, Self::Undecided];

    /// Its name in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Implemented => "implemented",
            Self::Partly => "partly",
            Self::NotImplemented => "not-implemented",
            Self::Unknown => "unknown",
            Self::Excluded => "excluded",
            Self::Undecided => "undecided",
        }
    }
}

/// One line of the statement.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StatementRow<'a> {
    /// The answer that counts.
    pub answer: Option<Answer>,
    /// Whether it is applicable; none while it is neither answered nor excluded.
    pub applicable: Option<bool>,
    /// Why it is in the statement.
    pub because: &'a [InclusionReason],
    /// Where the evidence is.
    pub evidence: &'a [EvidenceLink],
    /// The group it belongs to.
    pub group: &'static str,
    /// The id of the control.
    pub id: &'static str,
    /// What to say about that.
    pub inclusion_note: &'a str,
    /// A note in the assessor's words.
    pub note: &'a str,
    /// Who looks after it.
    pub owner: &'a str,
    /// Whether that answer comes from its area.
    pub provisional: bool,
    /// Why it is not applicable; else empty.
    pub reason: &'a str,
    /// Whether it is an exclusion that no auditor would accept.
    pub refused: bool,
    /// Its implementation state.
    pub state: Implementation,
    /// Its title.
    pub title: &'static str,
}

json_object! {
    StatementRow<'_> {
        answer, applicable, because, evidence, group, id, inclusion_note as "inclusionNote", note, owner, provisional,
        reason, refused, state, title,
    }
}

/// The statement of an assessment: every control of its edition, in catalog order.
///
/// ```
/// use iso27001_readiness::{assessment::Assessment, catalog::Edition, output::statement::{Implementation, rows}};
///
/// let mut assessment = Assessment::new(Edition::E2022);
/// assessment.exclude("A.7.4", "no premises", "2026-11-23T10:00:00Z")?;
/// let rows = rows(&assessment);
/// let row = rows.iter().find(|row| row.id == "A.7.4").expect("a control of 2022");
/// assert_eq!((row.state, row.reason), (Implementation::Excluded, "no premises"));
/// # Ok::<(), iso27001_readiness::ReadinessError>(())
/// ```
#[must_use]
pub fn rows(assessment: &Assessment) -> Vec<StatementRow<'_>> {
    let answers = Answers::of(assessment);
    let mut rows = Vec::new();
    for control in assessment.edition().requirements() {
        if !control.is_control() {
            continue;
        }
        let response = assessment.response(control);
        let effective = assessment.effective_answer(control);
        let state = match effective.answer {
            Some(Answer::Level(level)) if level.number() >= CONFORMITY_LEVEL => Implementation::Implemented,
            Some(Answer::Level(level)) if level.number() == 0 => Implementation::NotImplemented,
            Some(Answer::Level(_)) => Implementation::Partly,
            Some(Answer::Unknown) => Implementation::Unknown,
            Some(Answer::NotApplicable) => Implementation::Excluded,
            None => Implementation::Undecided,
        };
        let reason = match effective.answer {
            Some(Answer::NotApplicable) if effective.provisional => {
                assessment.area_response(control.area_index()).reason()
            }
            Some(Answer::NotApplicable) => response.reason(),
            _ => "",
        };
        rows.push(StatementRow {
            id: control.id(),
            title: control.title(),
            group: control.section(),
            applicable: effective.answer.map(|answer| answer != Answer::NotApplicable),
            reason,
            because: response.inclusion().because(),
            inclusion_note: response.inclusion().note(),
            answer: effective.answer,
            provisional: effective.provisional,
            refused: answers.of_requirement(control).refused,
            state,
            owner: response.owner(),
            evidence: response.evidence(),
            note: response.note(),
        });
    }
    rows
}
