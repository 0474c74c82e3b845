//! The second module, which comes behind the first: text in, text out.

mod import;

use wasm_bindgen::prelude::*;

// Its types are those of the first module.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "import type { Grid, Proposal, ProposedChange, ProposeOptions } from \"./core.js\";";
