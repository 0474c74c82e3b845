//! The core as a part of the whole module: what its exports need, and nothing else.
//!
//! The crate is compiled once. The first question needs half of that, so the page brings this half first, and behind it
//! the part that holds the deferred calls as well; the review desk has a third, and the package a fourth. Functions and
//! data of the half keep the numbers and addresses that they have there: what both hold is then the same bytes, and goes
//! over the line once. Compiled as two modules they shared 26 KB of brotli; so they share all of the core.
mod cut;
mod order;
mod panics;
mod reach;
mod rest;

pub use cut::{cut, functions};
pub use order::ordered;
pub use reach::{Reach, exports, reach};
pub use rest::rest;

use anyhow::{Context, Result, bail};
use wasm_encoder::{CodeSection, Module, RawSection};
use wasmparser::{
    ConstExpr, ElementItems, ElementKind, ElementSectionReader, ImportSectionReader, Operator, Parser, Payload, TypeRef,
};

/// No locals, `unreachable`, `end`.
const TRAP: [u8; 3] = [0, 0, 0x0b];

/// The linked module as it would be without `--emit-relocs`: the bindings' maker moves code, and what the relocations say
/// would be true no more. What only words a panic becomes a trap.
///
/// # Errors
/// When it is no module.
pub fn for_bindings(linked: &[u8]) -> Result<Vec<u8>> {
    let panics = panics::panics(linked)?;
    let mut module = Module::new();
    let mut code = CodeSection::new();
    let mut function = 0;
    for payload in Parser::new(0).parse_all(linked) {
        let payload = payload?;
        match &payload {
            Payload::ImportSection(imports) => function = imported(imports.clone())?,
            Payload::CodeSectionEntry(body) => {
                code.raw(if panics.contains(&function) { &TRAP } else { body.as_bytes() });
                function += 1;
                continue;
            }
            // It comes once all of its functions are known: before the next section.
            Payload::CodeSectionStart { .. } => continue,
            _ => {}
        }
        if !code.is_empty() && payload.as_section().is_some() {
            module.section(&std::mem::take(&mut code));
        }
        let is_about_linking = matches!(&payload, Payload::CustomSection(section)
            if section.name() == "linking" || section.name().starts_with("reloc."));
        if let (Some((id, range)), false) = (payload.as_section(), is_about_linking) {
            module.section(&RawSection { id, data: linked.get(range).context("a section")? });
        }
    }
    Ok(module.finish())
}

/// How many functions come from outside: they have the first numbers.
fn imported(imports: ImportSectionReader<'_>) -> Result<u32> {
    let mut count = 0;
    for import in imports.into_imports() {
        count += u32::from(matches!(import?.ty, TypeRef::Func(_)));
    }
    Ok(count)
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
