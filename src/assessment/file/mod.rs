//! The assessment file, version 1: read strictly, written canonically.

mod header;
mod read;
mod write;

pub(super) use write::{write_link, write_snapshot};

pub use header::{FORMAT, VERSION, utf8};
