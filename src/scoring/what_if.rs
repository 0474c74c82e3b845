//! What one other answer would do to the low end of the overall score.

use super::answers::Answers;
use super::score::{Attained, Part, Scores};
use crate::assessment::{Answer, Assessment, DocumentStatus, Subject};
use crate::catalog::constants::CONFORMITY_LEVEL;
use crate::error::{ErrorCode, ReadinessError};
use crate::questionnaire::Level;

/// The answer that is conformity.
pub(super) fn conformity() -> Answer {
    Level::new(i64::from(CONFORMITY_LEVEL)).map_or(Answer::Unknown, Answer::Level)
}

fn difference(then: u16, now: u16) -> i32 {
    i32::from(then).saturating_sub(i32::from(now))
}

/// The gain of a requirement at conformity. Only where an exclusion is taken back can more than its own share change: it
/// may have been the one too many.
pub(super) fn gain_of_requirement(answers: &Answers, scores: &Scores, index: usize) -> i32 {
    let now = scores.overall().low();
    match scores.attained(index) {
        Some(attained) if !answers.at(index).refused => {
            let is_clause = index < answers.outline.clause_requirements;
            let part = if is_clause { Part::Clauses } else { Part::Controls };
            difference(scores.low_with(part, attained.missing()), now)
        }
        _ => gain(now, answers, &|changed| changed.set(index, Some(conformity()), false)),
    }
}

/// The gain of a document in force; 0 where it is not required.
pub(super) fn gain_of_document(scores: &Scores, index: usize) -> i32 {
    let missing = scores.attained_by_document(index).map_or(0, Attained::missing);
    difference(scores.low_with(Part::Documents, missing), scores.overall().low())
}

fn gain(now: u16, answers: &Answers, change: &dyn Fn(&mut Answers)) -> i32 {
    let mut changed = answers.clone();
    change(&mut changed);
    difference(Scores::of_answers(&changed).overall().low(), now)
}

/// What the low end of the overall score would gain, in basis points, if a requirement or an area had this answer.
/// Changes nothing.
///
/// An area's answer counts only for those of its requirements that have none of their own.
///
/// # Errors
/// `clause-not-applicable`.
pub fn what_if(assessment: &Assessment, subject: Subject, answer: Answer) -> Result<i32, ReadinessError> {
    if answer == Answer::NotApplicable && !subject.can_be_excluded(assessment.edition()) {
        return Err(ReadinessError::new(
            ErrorCode::ClauseNotApplicable,
            "answer",
            words!("error.clause.not-applicable"),
        ));
    }
    let answers = Answers::of(assessment);
    Ok(gain(Scores::of_answers(&answers).overall().low(), &answers, &|changed| match subject {
        Subject::Requirement(requirement) => changed.set(requirement.index(), Some(answer), false),
        Subject::Area(area) => changed.set_area(area, answer),
    }))
}

/// What the low end of the overall score would gain, in basis points, if the document at this place among
/// [`Edition::documents`](crate::catalog::Edition::documents) had this status. Changes nothing.
#[must_use]
pub fn what_if_document(assessment: &Assessment, index: usize, status: DocumentStatus) -> i32 {
    let answers = Answers::of(assessment);
    let now = Scores::of_answers(&answers).overall().low();
    gain(now, &answers, &|changed| changed.set_document(index, Some(status)))
}
