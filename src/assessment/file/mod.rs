//! The assessment file, version 1: read strictly, written canonically.

mod header;
mod read;
mod write;

pub use header::{FORMAT, VERSION, utf8};
