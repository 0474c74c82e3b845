use super::Assessment;
use crate::catalog::Edition;
use crate::error::ReadinessError;

impl Assessment {
    /// The built-in example: a believable organisation half a year before its audit.
    ///
    /// # Errors
    /// None in practice: a test reads both texts.
    pub fn example(edition: Edition) -> Result<Self, ReadinessError> {
        Self::parse(match edition {
            Edition::E2013 => include_str!(concat!(env!("LANGUAGE"), "/example_2013.json")),
            Edition::E2022 => include_str!(concat!(env!("LANGUAGE"), "/example_2022.json")),
        })
    }
}
