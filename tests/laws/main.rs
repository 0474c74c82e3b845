//! What must hold of every assessment, tried on thousands of random ones.
//!
//! `PROPTEST_CASES=100000 cargo test --release --test laws` tries more. A case that fails is shrunk and kept in
//! `tests/fuzz/laws.txt`, which is tried first from then on.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

#[path = "../support/mod.rs"]
mod support;

mod cases;
mod changes;
mod file;
mod gates;
mod plan;
mod random_files;
mod report;
mod score;
mod second_way;
mod together;
