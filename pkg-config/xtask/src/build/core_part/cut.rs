//! Cuts the core out of the whole module: what it does not need becomes a function of one instruction, or is left out of
//! the data.
use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Context, Result};
use wasm_encoder::{CodeSection, ConstExpr, DataCountSection, DataSection, ExportSection, Module, RawSection};
use wasmparser::{DataKind, ExternalKind, FunctionBody, Operator, Parser, Payload, Validator};

use super::{Reach, TRAP, constant, imported, slots};

/// Data closer together than this stays one piece: the head of a piece takes as much.
const GAP: u32 = 8;

/// The whole module, as the optimiser leaves it.
#[derive(Default)]
struct Whole<'a> {
    imported: u32,
    exports: Vec<wasmparser::Export<'a>>,
    slots: Vec<(u32, u32)>,
    bodies: Vec<FunctionBody<'a>>,
    data: Vec<(u32, &'a [u8])>,
    sections: Vec<(u8, Range<usize>)>,
}

/// The module with these slots and data, and every export but these.
///
/// # Errors
/// When it cannot be read, or what comes out is no valid module.
pub fn cut(whole: &[u8], reach: &Reach, without: &[&str]) -> Result<Vec<u8>> {
    let it = Whole::read(whole)?;
    let kept = it.kept(reach, without)?;
    let mut core = Module::new();
    let pieces = it.pieces(&reach.data);
    for (id, range) in &it.sections {
        match id {
            7 => {
                let mut exports = ExportSection::new();
                for export in it.exports.iter().filter(|export| !without.contains(&export.name)) {
                    exports.export(export.name, export.kind.into(), export.index);
                }
                core.section(&exports);
            }
            10 => {
                let mut code = CodeSection::new();
                for (function, body) in (it.imported..).zip(&it.bodies) {
                    code.raw(if kept.contains(&function) { body.as_bytes() } else { &TRAP });
                }
                core.section(&code);
            }
            11 => {
                let mut data = DataSection::new();
                for (address, bytes) in &pieces {
                    data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
                }
                core.section(&data);
            }
            12 => {
                core.section(&DataCountSection { count: u32::try_from(pieces.len())? });
            }
            id => {
                core.section(&RawSection { id: *id, data: whole.get(range.clone()).context("a section")? });
            }
        }
    }
    let core = core.finish();
    Validator::new().validate_all(&core).context("what was cut out is no module")?;
    Ok(core)
}

/// The functions of it that the same cut keeps.
///
/// # Errors
/// When it cannot be read.
pub fn functions(whole: &[u8], reach: &Reach, without: &[&str]) -> Result<BTreeSet<u32>> {
    Whole::read(whole)?.kept(reach, without)
}

impl<'a> Whole<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut it = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            it.sections.extend(payload.as_section());
            match payload {
                Payload::ImportSection(imports) => it.imported = imported(imports)?,
                Payload::ExportSection(exports) => it.exports = exports.into_iter().collect::<Result<_, _>>()?,
                Payload::ElementSection(elements) => it.slots = slots(elements)?,
                Payload::CodeSectionEntry(body) => it.bodies.push(body),
                Payload::DataSection(data) => {
                    for segment in data {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = &segment.kind else { continue };
                        it.data.push((constant(offset_expr)?, segment.data));
                    }
                }
                _ => {}
            }
        }
        Ok(it)
    }

    /// The functions that can be called from an export or by a slot of the table.
    fn kept(&self, reach: &Reach, without: &[&str]) -> Result<BTreeSet<u32>> {
        let exported = self.exports.iter().filter(|it| it.kind == ExternalKind::Func && !without.contains(&it.name));
        let called = self.slots.iter().filter(|(slot, _)| reach.slots.contains(slot));
        let mut waiting: Vec<u32> =
            exported.map(|export| export.index).chain(called.map(|(_, function)| *function)).collect();
        let mut kept = BTreeSet::new();
        while let Some(function) = waiting.pop() {
            if !kept.insert(function) {
                continue;
            }
            let own = function.checked_sub(self.imported).and_then(|own| self.bodies.get(own as usize));
            for operator in own.into_iter().map(FunctionBody::get_operators_reader) {
                for operator in operator? {
                    if let Operator::Call { function_index }
                    | Operator::ReturnCall { function_index }
                    | Operator::RefFunc { function_index } = operator?
                    {
                        waiting.push(function_index);
                    }
                }
            }
        }
        Ok(kept)
    }

    /// The pieces of the data that lie at these addresses.
    fn pieces(&self, wanted: &[Range<u32>]) -> Vec<(u32, &'a [u8])> {
        let mut wanted = wanted.to_vec();
        wanted.sort_by_key(|range| range.start);
        let mut joined: Vec<Range<u32>> = Vec::new();
        for range in wanted {
            match joined.last_mut() {
                Some(last) if range.start <= last.end + GAP => last.end = last.end.max(range.end),
                _ => joined.push(range),
            }
        }
        let mut pieces = Vec::new();
        for (address, bytes) in &self.data {
            let end = address + u32::try_from(bytes.len()).unwrap_or(u32::MAX);
            for range in &joined {
                let (from, to) = (range.start.max(*address), range.end.min(end));
                if from < to {
                    pieces
                        .extend(bytes.get((from - address) as usize..(to - address) as usize).map(|part| (from, part)));
                }
            }
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::error::Error;
    use wasm_encoder::{
        ElementSection, Elements, EntityType, Function, FunctionSection, ImportSection, MemorySection, MemoryType,
        RefType, TableSection, TableType, TypeSection,
    };

    /// Function 0 is imported; 1 (`a`) calls 2, 3 (`b`) calls 4, 5 and 6 stand in the table; data at 16 and at 64.
    fn whole() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("m", "f", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for called in [Some(2), None, Some(4), Some(0), None, None] {
            functions.function(0);
            let mut body = Function::new([]);
            body.instructions().nop();
            if let Some(called) = called {
                body.instructions().call(called);
            }
            body.instructions().end();
            code.function(&body);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: 3,
            maximum: None,
            table64: false,
            shared: false,
        });
        let mut memories = MemorySection::new();
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut exports = ExportSection::new();
        exports.export("a", wasm_encoder::ExportKind::Func, 1);
        exports.export("b", wasm_encoder::ExportKind::Func, 3);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(1), Elements::Functions([5, 6].as_slice().into()));
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(16), *b"first, long enough to be split, last");
        module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories);
        module.section(&exports).section(&elements).section(&code).section(&data);
        module.finish()
    }

    #[test]
    fn what_is_not_needed_is_one_instruction_and_everything_keeps_its_place() -> Result<(), Box<dyn Error>> {
        let whole = whole();
        let reach = Reach { slots: BTreeSet::from([2]), data: vec![16..21, 48..52] };
        let core = cut(&whole, &reach, &["b"])?;
        let core = Whole::read(&core)?;
        let kept: Vec<bool> = core.bodies.iter().map(|body| body.as_bytes() != TRAP).collect();
        assert_eq!(kept, [true, true, false, false, false, true]);
        assert_eq!(core.exports.iter().map(|export| (export.name, export.index)).collect::<Vec<_>>(), [("a", 1)]);
        assert_eq!(core.slots, [(1, 5), (2, 6)]);
        assert_eq!(core.data, [(16, b"first".as_slice()), (48, b"last".as_slice())]);
        Ok(())
    }

    #[test]
    fn a_function_is_kept_for_whoever_calls_it() -> Result<(), Box<dyn Error>> {
        let whole = whole();
        let core = cut(&whole, &Reach { slots: BTreeSet::from([1, 2]), data: vec![16..40, 40..52] }, &[])?;
        let (core, whole) = (Whole::read(&core)?, Whole::read(&whole)?);
        assert!(core.bodies.iter().zip(&whole.bodies).all(|(one, other)| one.as_bytes() == other.as_bytes()));
        assert_eq!(core.data, whole.data);
        assert!(cut(b"nothing", &Reach::default(), &[]).is_err());
        Ok(())
    }
}
