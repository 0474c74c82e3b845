//! What is called in the second module alone: text in, text or a file out.

mod export;
mod import;
