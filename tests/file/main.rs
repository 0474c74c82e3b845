//! Strict reading: what is refused, where, and in which words; what is accepted; and the limits.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

mod addresses;
mod bytes;
mod given;
mod json;
mod limits;
mod saved;
mod table;
mod times;
mod whole;
mod words;
