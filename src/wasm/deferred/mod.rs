//! What is called in the whole module alone: text in, text or a file out.

mod export;
mod import;
