//! What exports need of the linked module, by the linker's own relocations: they say of every function and every piece
//! of data which others it names, which the finished module no longer tells.
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{
    BinaryReader, DataKind, KnownCustom, Linking, Parser, Payload, RelocationEntry, RelocationType, SymbolInfo,
};

use super::panics::panics;
use super::{constant, imported, slots};

/// What was found. Slots of the table and addresses stay what they are through everything that follows the linker.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The slots of the table whose functions may be called.
    pub slots: BTreeSet<u32>,
    /// The addresses of data that may be read.
    pub data: Vec<Range<u32>>,
}

/// What a relocation names.
#[derive(Debug, Clone, Copy)]
enum Symbol {
    Function(u32),
    Data { segment: u32, offset: u32, size: u32 },
    Other,
}

struct Segment {
    address: u32,
    /// Where its bytes stand in the section.
    offset: usize,
    size: usize,
}

/// The module as the linker leaves it.
#[derive(Default)]
struct Linked<'a> {
    bytes: &'a [u8],
    imported: u32,
    panics: BTreeSet<u32>,
    exports: Vec<(&'a str, u32)>,
    slots: BTreeMap<u32, u32>,
    code: usize,
    /// Where the functions stand in the code section.
    bodies: Vec<Range<usize>>,
    data: usize,
    segments: Vec<Segment>,
    symbols: Vec<Symbol>,
    code_relocations: Vec<RelocationEntry>,
    data_relocations: Vec<RelocationEntry>,
}

/// The names of all functions that the module exports, as the bindings know them.
///
/// # Errors
/// When it cannot be read.
pub fn exports(linked: &[u8]) -> Result<Vec<&str>> {
    let names = Linked::read(linked)?.exports.into_iter().map(|(name, _)| base(name));
    Ok(names.filter(|name| !name.starts_with("__wbindgen_describe_")).collect())
}

/// What all exports but these need.
///
/// # Errors
/// When the module was linked without `--emit-relocs`, lacks one of these exports, or its relocations are not where they
/// should be.
pub fn reach(linked: &[u8], without: &[&str]) -> Result<Reach> {
    let linked = Linked::read(linked)?;
    ensure!(!linked.code_relocations.is_empty(), "the module was linked without --emit-relocs");
    for name in without {
        ensure!(linked.exports.iter().any(|(export, _)| base(export) == *name), "the module has no export {name}");
    }
    let mut found = Found::default();
    for (name, function) in &linked.exports {
        // The bindings' maker reads the descriptions, and takes them out.
        if !name.starts_with("__wbindgen_describe_") && !without.contains(&base(name)) {
            found.waiting.push(Symbol::Function(*function));
        }
    }
    while let Some(symbol) = found.waiting.pop() {
        match symbol {
            Symbol::Function(function) if found.functions.insert(function) => {
                linked.follow_function(function, &mut found)?
            }
            Symbol::Data { segment, offset, size } if found.pieces.insert((segment, offset, size)) => {
                linked.follow_data(segment, offset, size, &mut found)?;
            }
            _ => {}
        }
    }
    let mut data: Vec<Range<u32>> = Vec::new();
    for (segment, offset, size) in &found.pieces {
        let address = linked.segment(*segment)?.address + offset;
        data.push(address..address + size);
    }
    Ok(Reach { slots: found.slots, data })
}

/// The name of an export without the mark of its crate, which stands at its end until the bindings are made.
fn base(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((base, mark)) if mark.len() == 16 && mark.bytes().all(|it| it.is_ascii_hexdigit()) => base,
        _ => name,
    }
}

#[derive(Default)]
struct Found {
    waiting: Vec<Symbol>,
    functions: BTreeSet<u32>,
    pieces: BTreeSet<(u32, u32, u32)>,
    slots: BTreeSet<u32>,
}

impl<'a> Linked<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut it = Self { bytes, panics: panics(bytes)?, ..Self::default() };
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(imports) => it.imported = imported(imports)?,
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        if export.kind == wasmparser::ExternalKind::Func {
                            it.exports.push((export.name, export.index));
                        }
                    }
                }
                Payload::ElementSection(elements) => {
                    it.slots = slots(elements)?.into_iter().map(|(slot, function)| (function, slot)).collect();
                }
                Payload::CodeSectionStart { range, .. } => it.code = range.start,
                Payload::CodeSectionEntry(body) => {
                    let range = body.range();
                    it.bodies.push(range.start - it.code..range.end - it.code);
                }
                Payload::DataSection(data) => {
                    it.data = data.range().start;
                    for segment in data {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = &segment.kind else { bail!("a passive segment") };
                        it.segments.push(Segment {
                            address: constant(offset_expr)?,
                            offset: segment.range.end - segment.data.len() - it.data,
                            size: segment.data.len(),
                        });
                    }
                }
                Payload::CustomSection(section) => match (section.name(), section.as_known()) {
                    (_, KnownCustom::Linking(linking)) => {
                        for part in linking.subsections() {
                            if let Linking::SymbolTable(symbols) = part? {
                                it.symbols = symbols
                                    .into_iter()
                                    .map(|symbol| Ok(Symbol::of(&symbol?)))
                                    .collect::<Result<_>>()?;
                            }
                        }
                    }
                    ("reloc.CODE", KnownCustom::Reloc(entries)) => {
                        it.code_relocations = entries.entries().into_iter().collect::<Result<_, _>>()?;
                    }
                    ("reloc.DATA", KnownCustom::Reloc(entries)) => {
                        it.data_relocations = entries.entries().into_iter().collect::<Result<_, _>>()?;
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        it.code_relocations.sort_by_key(|entry| entry.offset);
        it.data_relocations.sort_by_key(|entry| entry.offset);
        Ok(it)
    }

    fn segment(&self, index: u32) -> Result<&Segment> {
        self.segments.get(index as usize).context("a symbol of no segment")
    }

    fn follow_function(&self, function: u32, found: &mut Found) -> Result<()> {
        if self.panics.contains(&function) {
            return Ok(());
        }
        // What is imported names nothing.
        let Some(own) = function.checked_sub(self.imported) else { return Ok(()) };
        let body = self.bodies.get(own as usize).context("a function without a body")?;
        within(&self.code_relocations, body).iter().try_for_each(|entry| self.follow(entry, self.code, found))
    }

    fn follow_data(&self, segment: u32, offset: u32, size: u32, found: &mut Found) -> Result<()> {
        let segment = self.segment(segment)?;
        let start = segment.offset + offset as usize;
        ensure!(offset as usize + size as usize <= segment.size, "a symbol beyond its segment");
        let entries = within(&self.data_relocations, &(start..start + size as usize));
        entries.iter().try_for_each(|entry| self.follow(entry, self.data, found))
    }

    /// Takes what a relocation names, after a look at whether its place says the same.
    fn follow(&self, entry: &RelocationEntry, section: usize, found: &mut Found) -> Result<()> {
        use RelocationType as Type;
        let at = section + entry.offset as usize;
        let place = self.bytes.get(at..).context("a relocation beyond the module")?;
        let value = match entry.ty {
            Type::TableIndexI32 | Type::MemoryAddrI32 => {
                u32::from_le_bytes(*place.first_chunk().context("a relocation at the end")?)
            }
            Type::TableIndexSleb | Type::MemoryAddrSleb => BinaryReader::new(place, at).read_var_i32()?.cast_unsigned(),
            Type::FunctionIndexLeb | Type::MemoryAddrLeb => BinaryReader::new(place, at).read_var_u32()?,
            // A type, a global or a table: nothing that a part could lack.
            Type::TypeIndexLeb | Type::GlobalIndexLeb | Type::TableNumberLeb => return Ok(()),
            other => bail!("a relocation of a kind that is not known here: {other:?}"),
        };
        let symbol = *self.symbols.get(entry.index as usize).context("a relocation without a symbol")?;
        let expected = match (entry.ty, symbol) {
            (Type::FunctionIndexLeb, Symbol::Function(function)) => function,
            (Type::TableIndexI32 | Type::TableIndexSleb, Symbol::Function(function)) => {
                let slot = *self.slots.get(&function).context("an address of a function that is in no table")?;
                found.slots.insert(slot);
                slot
            }
            (_, Symbol::Data { segment, offset, .. }) => {
                let address = self.segment(segment)?.address + offset;
                u32::try_from(i64::from(address) + entry.addend).context("an address beyond the memory")?
            }
            // Where the data ends and the like.
            (_, Symbol::Other) => return Ok(()),
            (kind, symbol) => bail!("a relocation of the kind {kind:?} names {symbol:?}"),
        };
        ensure!(value == expected, "a relocation says {expected} where the module says {value}");
        if !self.is_location(symbol)? {
            found.waiting.push(symbol);
        }
        Ok(())
    }

    /// Whether it is a `core::panic::Location`, which only what words a panic reads: address and length of a source
    /// file's name, a line and a column.
    fn is_location(&self, symbol: Symbol) -> Result<bool> {
        let Symbol::Data { segment, offset, size: 16 } = symbol else { return Ok(false) };
        let start = self.segment(segment)?.offset + offset as usize;
        let [entry] = within(&self.data_relocations, &(start..start + 16)) else { return Ok(false) };
        let named = self.symbols.get(entry.index as usize).copied();
        let (true, Some(Symbol::Data { segment, offset, size })) = (entry.offset as usize == start, named) else {
            return Ok(false);
        };
        let start = self.data + self.segment(segment)?.offset + offset as usize;
        let name = self.bytes.get(start..start + size as usize).context("a name beyond the module")?;
        Ok(name.strip_suffix(b"\0").unwrap_or(name).ends_with(b".rs"))
    }
}

/// The relocations within a range, of some that are sorted by their place.
fn within<'r>(entries: &'r [RelocationEntry], range: &Range<usize>) -> &'r [RelocationEntry] {
    let before = |end: usize| entries.partition_point(|entry| (entry.offset as usize) < end);
    entries.get(before(range.start)..before(range.end)).unwrap_or_default()
}

impl Symbol {
    fn of(symbol: &SymbolInfo<'_>) -> Self {
        match symbol {
            SymbolInfo::Func { index, .. } => Self::Function(*index),
            SymbolInfo::Data { symbol: Some(at), .. } if at.size > 0 => {
                Self::Data { segment: at.index, offset: at.offset, size: at.size }
            }
            _ => Self::Other,
        }
    }
}
