//! Many assessments of others, as a reviewer gets them: each is read, recomputed, and held against the reviewer's own
//! minimums and weights.
//!
//! Neither minimums nor weights change what the method says: they stand beside it.
//!
//! ```
//! use iso27001_readiness::{assessment::Assessment, catalog::Edition};
//! use iso27001_readiness::output::envelope::seal;
//! use iso27001_readiness::output::portfolio::{Minimums, read};
//!
//! let received = read(&seal(&Assessment::new(Edition::E2022)))?;
//! assert_eq!(received.differences, Some(Vec::new()), "it claims what its answers give");
//! let minimums = Minimums::read(r#"{ "A.8.13": 3 }"#)?;
//! assert_eq!(minimums.shortfalls(&received.assessment), ["A.8.13"]);
//! # Ok::<(), iso27001_readiness::ReadinessError>(())
//! ```

mod minimums;
mod reviewed;
mod weights;

pub use minimums::Minimums;
pub use reviewed::Reviewed;
pub use weights::Weights;

use super::envelope::{Binding, Difference, FORMAT, MAX_ENVELOPE, verify};
use crate::assessment::{Assessment, utf8_up_to};
use crate::catalog::Edition;
use crate::error::{ErrorCode, ReadinessError};
use crate::json::Reader;
use crate::order::Index;

/// What came in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Received {
    /// The answers.
    pub assessment: Assessment,
    /// For which request it was made; none for a bare assessment.
    pub binding: Option<Binding>,
    /// Where the claim differs from what its answers give; none for a bare assessment, which claims nothing.
    pub differences: Option<Vec<Difference>>,
    /// How many further places differ.
    pub more: u32,
}

/// Whole numbers that a reviewer gives, by id of a requirement or key of an area of either edition.
#[derive(Debug, Default)]
struct Figures {
    places: Index,
    values: Vec<u32>,
}

impl Figures {
    /// Reads a JSON object of numbers from 0 to `most`.
    fn read(
        text: &str,
        is_known: &dyn Fn(Edition, &str) -> bool,
        unknown: &'static str,
        most: u32,
        expected: &'static str,
    ) -> Result<Self, ReadinessError> {
        let mut it = Self::default();
        let mut reader = Reader::new(text)?;
        reader.object(&mut |r, name| {
            if !Edition::ALL.into_iter().any(|edition| is_known(edition, name)) {
                return Err(r.error(ErrorCode::UnknownId, unknown));
            }
            it.places.place(String::from(name), it.values.len());
            it.values.push(r.integer_within(0, most, expected)?);
            Ok(())
        })?;
        reader.end()?;
        Ok(it)
    }

    fn get(&self, name: &str) -> Option<u32> {
        self.values.get(self.places.get(name)?).copied()
    }
}

/// The text of a file's bytes.
///
/// # Errors
/// `too-large` over what a result may hold, `not-utf-8`.
pub fn text_of(bytes: &[u8]) -> Result<&str, ReadinessError> {
    utf8_up_to(MAX_ENVELOPE, words!("error.result.large"), bytes)
}

/// Reads an assessment or a result. A text that says it is a result is verified; every other one is read as an
/// assessment.
///
/// # Errors
/// Those of [`verify`] and of [`Assessment::parse`].
pub fn read(text: &str) -> Result<Received, ReadinessError> {
    // A note may quote the name of the format: then it is refused as a result, and read as what it is.
    if text.contains(FORMAT) {
        match verify(text) {
            Ok(found) => {
                return Ok(Received {
                    assessment: found.assessment,
                    binding: found.binding,
                    differences: Some(found.differences),
                    more: found.more,
                });
            }
            Err(error) if error.code() == ErrorCode::WrongFormat && error.subject() == "$.format" => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Received { assessment: Assessment::parse(text)?, binding: None, differences: None, more: 0 })
}
