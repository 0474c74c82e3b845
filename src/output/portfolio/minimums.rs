//! The levels that a reviewer asks for at least.

use super::Figures;
use crate::assessment::{Answer, Assessment};
use crate::catalog::Edition;
use crate::error::ReadinessError;

/// Least levels by id of a requirement.
#[derive(Debug, Default)]
pub struct Minimums(Figures);

impl Minimums {
    /// Reads a JSON object of levels from 0 to 5 by ids of either edition.
    ///
    /// # Errors
    /// When it is none; the subject is the path.
    pub fn read(text: &str) -> Result<Self, ReadinessError> {
        let is_known = |edition: Edition, id: &str| edition.requirement(id).is_some();
        Figures::read(text, &is_known, words!("error.requirement"), 5, words!("error.level")).map(Self)
    }

    /// What is under them; without an answer, unknown and not applicable are under every level.
    #[must_use]
    pub fn shortfalls(&self, assessment: &Assessment) -> Vec<&'static str> {
        let mut found = Vec::new();
        for requirement in assessment.edition().requirements() {
            let Some(least) = self.0.get(requirement.id()) else { continue };
            let is_met = match assessment.effective_answer(requirement).answer {
                Some(Answer::Level(level)) => u32::from(level.number()) >= least,
                _ => false,
            };
            if !is_met {
                found.push(requirement.id());
            }
        }
        found
    }
}
