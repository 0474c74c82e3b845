//! How an assessment stays within the size of a file that can be read again.

use super::Assessment;
use super::validate::check_time;
use crate::error::{ErrorCode, ReadinessError};
use crate::json::MAX_BYTES;

type Result<T> = std::result::Result<T, ReadinessError>;

/// More bytes than any change of one thing writes besides its texts: keys, an answer, four reasons, two times.
const BESIDES_TEXTS: usize = 512;

/// What may be added before the file has to be measured again, in bytes: never more than fits.
///
/// It says nothing about the answers, so assessments are compared without it.
#[derive(Debug, Clone, Copy)]
pub(super) struct SizeBudget(usize);

impl SizeBudget {
    /// What a file of this many bytes leaves. Its canonical text may be longer: 1e20 is written in full, in 21 digits,
    /// and the target and what names a snapshot are always written.
    pub(super) fn of_file(bytes: usize) -> Self {
        Self(MAX_BYTES.saturating_sub(bytes.saturating_mul(6)).saturating_sub(128))
    }

    /// Whether nothing is known to fit: the file may be small enough all the same.
    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }
}

impl Assessment {
    /// Makes sure that a change of this many things with this many bytes of text fits: by the budget that is known, or
    /// else by what it gives back, the assessment as it is, for [`settle`](Self::settle) to measure the change against.
    ///
    /// What JSON adds to a text is at most five bytes for each of it.
    pub(super) fn prepare(&mut self, now: &str, things: usize, texts: usize) -> Result<Option<Box<Self>>> {
        check_time(now)?;
        let growth = texts.saturating_mul(6).saturating_add(things.saturating_mul(BESIDES_TEXTS));
        let before = match self.budget.0.checked_sub(growth) {
            Some(left) => {
                self.budget = SizeBudget(left);
                None
            }
            None => Some(Box::new(self.clone())),
        };
        self.modified = String::from(now);
        Ok(before)
    }

    /// Takes a change back if it made the file too large.
    pub(super) fn settle(&mut self, subject: &str, before: Option<Box<Self>>) -> Result<()> {
        if let Some(before) = before
            && let Err(error) = self.measure(subject)
        {
            *self = *before;
            return Err(error);
        }
        Ok(())
    }

    /// Measures how much may still be added.
    ///
    /// # Errors
    /// `too-large` if there is none.
    pub(super) fn measure(&mut self, subject: &str) -> Result<()> {
        let Some(left) = MAX_BYTES.checked_sub(self.to_json().len()) else {
            return Err(ReadinessError::new(ErrorCode::TooLarge, subject, words!("error.file.would-be-large")));
        };
        self.budget = SizeBudget(left);
        Ok(())
    }
}
