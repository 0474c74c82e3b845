//! The levels that a reviewer asks for at least.

use crate::assessment::{Answer, Assessment};
use crate::catalog::Edition;
use crate::error::{ErrorCode, ReadinessError};
use crate::json::Reader;
use crate::order::Index;

/// Least levels by id of a requirement.
#[derive(Debug, Default)]
pub struct Minimums {
    places: Index,
    levels: Vec<u32>,
}

impl Minimums {
    /// Reads a JSON object of levels from 0 to 5 by ids of either edition.
    ///
    /// # Errors
    /// When it is none; the subject is the path.
    pub fn read(text: &str) -> Result<Self, ReadinessError> {
        let mut it = Self::default();
        let mut reader = Reader::new(text)?;
        reader.object(&mut |r, id| {
            if [Edition::E2013, Edition::E2022].iter().all(|edition| edition.requirement(id).is_none()) {
                return Err(r.error(ErrorCode::UnknownId, words!("error.requirement")));
            }
            it.places.place(String::from(id), it.levels.len());
            it.levels.push(r.integer_within(0, 5, words!("error.level"))?);
            Ok(())
        })?;
        reader.end()?;
        Ok(it)
    }

    /// What is under them; without an answer, unknown and not applicable are under every level.
    #[must_use]
    pub fn shortfalls(&self, assessment: &Assessment) -> Vec<&'static str> {
        let mut found = Vec::new();
        for requirement in assessment.edition().requirements() {
            let Some(least) = self.places.get(requirement.id()).and_then(|place| self.levels.get(place)) else {
                continue;
            };
            let is_met = match assessment.effective_answer(requirement).answer {
                Some(Answer::Level(level)) => u32::from(level.number()) >= *least,
                _ => false,
            };
            if !is_met {
                found.push(requirement.id());
            }
        }
        found
    }
}
