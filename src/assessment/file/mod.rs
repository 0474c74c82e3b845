//! The assessment file, version 1: read strictly, written canonically.

mod header;
mod read;
mod write;

pub(super) use write::{write_link, write_snapshot};

pub(crate) use header::utf8_up_to;
pub use header::{FORMAT, VERSION, utf8};
