//! How a run ends.

use std::fmt::Display;
use std::io::{Error, ErrorKind};

/// A run that came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Fine,
    /// Something was found: differences, or a stage that is not ready.
    Found,
}

/// A run that could not.
#[derive(Debug)]
pub enum Failure {
    /// Nobody reads what is written.
    ReaderGone,
    /// Why, with the path.
    Said(String),
}

impl Failure {
    /// Something about a file, or about a part of one.
    pub fn about(subject: impl Display, reason: impl Display) -> Self {
        Self::Said(format!("{subject}: {reason}"))
    }

    /// Writing did not succeed.
    pub fn writing(subject: impl Display, error: &Error) -> Self {
        if error.kind() == ErrorKind::BrokenPipe { Self::ReaderGone } else { Self::about(subject, error) }
    }
}
