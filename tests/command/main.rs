//! The command, run as people run it: its binary, its streams, its exit codes.

#![expect(clippy::expect_used, reason = "a step that fails is a failed test")]

mod batch;
mod encrypted;
mod ends;
mod fill;
mod fixtures;
mod import;
mod single;
mod support;
