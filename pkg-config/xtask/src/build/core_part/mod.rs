//! The core as a part of the whole module: what its exports need, and nothing else.
//!
//! The crate is compiled once. The first question needs half of that, so the page brings this half first and the whole
//! module behind it. Functions and data of the half keep the numbers and addresses that they have in the whole: what
//! both hold is then the same bytes, and compression sends it once. Compiled as two modules they shared 26 KB of
//! brotli; so they share all of the core.
mod cut;
mod reach;

pub use cut::cut;
pub use reach::{Reach, reach};

use anyhow::{Context, Result, bail};
use wasm_encoder::{Module, RawSection};
use wasmparser::{ConstExpr, ElementItems, ElementKind, ElementSectionReader, Operator, Parser, Payload};

/// The linked module as it would be without `--emit-relocs`: the bindings' maker moves code, and what the relocations say
/// would be true no more.
///
/// # Errors
/// When it is no module.
pub fn without_relocations(linked: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(linked) {
        let payload = payload?;
        let is_about_linking = matches!(&payload, Payload::CustomSection(section)
            if section.name() == "linking" || section.name().starts_with("reloc."));
        if let (Some((id, range)), false) = (payload.as_section(), is_about_linking) {
            module.section(&RawSection { id, data: linked.get(range).context("a section")? });
        }
    }
    Ok(module.finish())
}

/// What the table holds: the function of each slot.
fn slots(elements: ElementSectionReader<'_>) -> Result<Vec<(u32, u32)>> {
    let mut slots = Vec::new();
    for element in elements {
        let element = element?;
        let ElementKind::Active { offset_expr, .. } = element.kind else { continue };
        let first = constant(&offset_expr)?;
        let functions: Vec<Option<u32>> = match element.items {
            ElementItems::Functions(functions) => {
                functions.into_iter().map(|it| it.map(Some)).collect::<Result<_, _>>()?
            }
            ElementItems::Expressions(_, expressions) => expressions
                .into_iter()
                .map(|it| {
                    Ok(match it?.get_operators_reader().read()? {
                        Operator::RefFunc { function_index } => Some(function_index),
                        _ => None,
                    })
                })
                .collect::<Result<_>>()?,
        };
        slots.extend((first..).zip(functions).filter_map(|(slot, function)| Some((slot, function?))));
    }
    Ok(slots)
}

/// The number that an expression of a single constant stands for.
fn constant(expression: &ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => u32::try_from(value).context("a negative place"),
        other => bail!("expected a constant place, found {other:?}"),
    }
}
