//! Hostile input by the hundred thousand: nothing panics, and whatever is read is written back the same.
//!
//! `FUZZ_INPUTS` says how many inputs, `FUZZ_SEED` which ones (else always the same). An input that made a test fail is
//! kept under `tests/fuzz/` and is tried first from then on.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

mod bases;
mod calls;
#[cfg(feature = "encryption")]
mod encrypted;
mod envelopes;
mod files;
mod grammar;
mod holds;
mod random;
mod sources;
mod spreadsheets;
