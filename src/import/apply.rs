//! Taking a proposal: every change of it, or none.

use super::proposal::{Change, Field, FieldValue};
use crate::assessment::{Annotation, Answer, Assessment, DocumentChange, InclusionChange, Subject};
use crate::error::{ErrorCode, ReadinessError};
use crate::order;

/// The changes of one id that are made at once.
#[derive(Default)]
struct Gathered {
    answer: Option<Option<Answer>>,
    reason: Option<String>,
    inclusion: InclusionChange,
    annotation: Annotation,
    document: DocumentChange,
}

fn misplaced(change: &Change) -> ReadinessError {
    ReadinessError::new(ErrorCode::WrongType, &change.id, words!("error.change.value"))
}

impl Gathered {
    fn add(&mut self, change: &Change, is_document: bool) -> Result<(), ReadinessError> {
        match (change.field, &change.to) {
            (Field::Status, FieldValue::Status(status)) if is_document => self.document.status = Some(*status),
            (Field::Href, FieldValue::Text(text)) if is_document => self.document.href = Some(text.clone()),
            (Field::Owner, FieldValue::Text(text)) if is_document => self.document.owner = Some(text.clone()),
            (Field::Note, FieldValue::Text(text)) if is_document => self.document.note = Some(text.clone()),
            _ if is_document => return Err(misplaced(change)),
            (Field::Answer, FieldValue::Answer(answer)) => self.answer = Some(*answer),
            (Field::Reason, FieldValue::Text(text)) => self.reason = Some(text.clone()),
            (Field::Because, FieldValue::Because(because)) => self.inclusion.because = Some(because.clone()),
            (Field::InclusionNote, FieldValue::Text(text)) => self.inclusion.note = Some(text.clone()),
            (Field::Owner, FieldValue::Text(text)) => self.annotation.owner = Some(text.clone()),
            (Field::Due, FieldValue::Text(text)) => self.annotation.due = Some(text.clone()),
            (Field::Note, FieldValue::Text(text)) => self.annotation.note = Some(text.clone()),
            (Field::Evidence, FieldValue::Evidence(links)) => self.annotation.evidence = Some(links.clone()),
            _ => return Err(misplaced(change)),
        }
        Ok(())
    }

    fn make(self, assessment: &mut Assessment, id: &str, now: &str) -> Result<(), ReadinessError> {
        if let Some(key) = id.strip_prefix("document:") {
            return assessment.set_document(key, self.document, now);
        }
        let Subject::Requirement(requirement) = Subject::find(assessment.edition(), id)? else {
            return Err(ReadinessError::new(ErrorCode::UnknownId, id, words!("error.requirement.any")));
        };
        let before = assessment.response(requirement).answer();
        match (self.answer, self.reason) {
            (Some(Some(Answer::NotApplicable)), reason) => {
                let reason = reason.unwrap_or_else(|| String::from(assessment.response(requirement).reason()));
                assessment.exclude(id, &reason, now)?;
            }
            (None, Some(reason)) if before == Some(Answer::NotApplicable) => assessment.exclude(id, &reason, now)?,
            (_, Some(_)) => {
                return Err(ReadinessError::new(ErrorCode::UnknownValue, id, words!("error.change.reason")));
            }
            (Some(Some(answer)), None) => assessment.respond(id, answer, now)?,
            (Some(None), None) => assessment.clear(id, now)?,
            (None, None) => {}
        }
        if self.annotation != Annotation::default() {
            assessment.annotate(id, self.annotation, now)?;
        }
        if self.inclusion != InclusionChange::default() {
            assessment.justify(id, self.inclusion, now)?;
        }
        Ok(())
    }
}

/// The assessment with these changes made: all of them, or an error and none.
///
/// # Errors
/// Those of the calls that it stands for: `unknown-id`, `clause-not-applicable`, `blank-reason`, `bad-date`,
/// `unsafe-address`, `text-too-long`, `too-large`; and `wrong-type` for a value of another field.
pub fn apply(assessment: &Assessment, changes: &[Change], now: &str) -> Result<Assessment, ReadinessError> {
    let mut next = assessment.clone();
    let id_at = |place: usize| changes.get(place).map_or("", |change| change.id.as_str());
    let order = order::places(changes.len(), &|one, other| id_at(one).cmp(id_at(other)));
    let mut gathered = Gathered::default();
    for (turn, place) in order.iter().enumerate() {
        let Some(change) = changes.get(*place) else { continue };
        gathered.add(change, change.id.starts_with("document:"))?;
        let next_place = order.get(turn.saturating_add(1));
        if next_place.is_none_or(|next| id_at(*next) != change.id) {
            std::mem::take(&mut gathered).make(&mut next, &change.id, now)?;
        }
    }
    Ok(next)
}
