//! What is called in the whole module alone: text in, text out.

mod import;
