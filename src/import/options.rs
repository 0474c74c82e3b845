//! What somebody has said about the sheets: it goes before what was found.

use super::headings::Role;
use super::words::Meaning;
use crate::catalog::Edition;

/// What a column of a sheet holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnChoice {
    /// The name of the sheet.
    pub sheet: String,
    /// What it is about.
    pub role: Role,
    /// The place of the column, from 0; `None`: the sheet has none.
    pub column: Option<usize>,
}

/// What goes before what was found; the default says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// What words mean, in capitals or not; `None`: nothing.
    pub words: Vec<(String, Option<Meaning>)>,
    /// What columns hold.
    pub columns: Vec<ColumnChoice>,
    /// The edition of the sheets.
    pub edition: Option<Edition>,
}
