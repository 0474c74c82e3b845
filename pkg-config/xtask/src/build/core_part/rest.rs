//! What a module has beyond the core: the page has the core's functions already, and puts them back
//! (`www/app/model/shared_functions.ts`).
use std::ops::Range;

use anyhow::{Context, Result};
use wasm_encoder::Encode;
use wasmparser::{FunctionBody, Parser, Payload};

/// The module with nothing in place of each function that the core has as well. All else stays, with it the length of the
/// section of the functions, which is that of the whole.
///
/// # Errors
/// When one of the two is no module.
pub fn rest(whole: &[u8], core: &[u8]) -> Result<Vec<u8>> {
    let (own, shared) = (Functions::of(whole)?, Functions::of(core)?);
    if own.bodies.is_empty() {
        return Ok(whole.to_vec());
    }
    let mut out = whole.get(..own.section.start).context("a section")?.to_vec();
    own.bodies.len().encode(&mut out);
    for (at, body) in own.bodies.iter().map(FunctionBody::as_bytes).enumerate() {
        let is_shared = shared.bodies.get(at).is_some_and(|shared| shared.as_bytes() == body);
        if is_shared { &[] } else { body }.encode(&mut out);
    }
    out.extend(whole.get(own.section.end..).context("a section")?);
    Ok(out)
}

#[derive(Default)]
struct Functions<'a> {
    /// Where the section holds them.
    section: Range<usize>,
    bodies: Vec<FunctionBody<'a>>,
}

impl<'a> Functions<'a> {
    fn of(module: &'a [u8]) -> Result<Self> {
        let mut it = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::CodeSectionStart { range, .. } => it.section = range,
                Payload::CodeSectionEntry(body) => it.bodies.push(body),
                _ => {}
            }
        }
        Ok(it)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, FunctionSection, Module, RawSection, TypeSection};

    fn module(bodies: &[&[u8]]) -> Vec<u8> {
        let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], []);
        for body in bodies {
            functions.function(0);
            code.raw(body);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code);
        module.section(&RawSection { id: 11, data: &[0] });
        module.finish()
    }

    #[test]
    fn a_shared_function_is_left_out_and_the_rest_stays() -> Result<()> {
        let (nop, two, trap): (&[u8], &[u8], &[u8]) = (&[0, 1, 0x0b], &[0, 1, 1, 0x0b], &[0, 0, 0x0b]);
        let (whole, core) = (module(&[nop, two, trap]), module(&[nop, trap, trap]));
        let rest = rest(&whole, &core)?;
        let at = whole.windows(4).position(|it| it == [3, 0, 1, 0x0b]).context("the first function")?;
        assert_eq!(rest.get(..at), whole.get(..at));
        assert_eq!(rest.get(at..), Some([0, 4, 0, 1, 1, 0x0b, 0, 11, 1, 0].as_slice()));
        Ok(())
    }

    #[test]
    fn what_has_no_functions_stays_and_what_is_no_module_is_refused() -> Result<()> {
        let empty = b"\0asm\x01\0\0\0";
        assert_eq!(rest(empty, empty)?, empty);
        assert!(rest(b"nothing", empty).is_err() && rest(&module(&[&[0, 0x0b]]), b"nothing").is_err());
        Ok(())
    }
}
