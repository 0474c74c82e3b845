//! ZIP archives in which some parts are replaced. Every other part stays as it is packed, byte for byte.

use super::{refused, too_large};
use crate::error::ReadinessError;
use crate::output::exports::zip::crc32;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use std::collections::BTreeMap;

const END: [u8; 4] = *b"PK\x05\x06";
const WIDE_PLACE: [u8; 4] = *b"PK\x06\x07";
const WIDE_END: [u8; 4] = *b"PK\x06\x06";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const LOCAL: [u8; 4] = *b"PK\x03\x04";
/// The extra field of wide sizes (ZIP64).
const WIDE: u16 = 1;
/// No workbook has more parts.
const MOST_PARTS: usize = 10_000;
/// What the parts that are read unpack to, all together.
const MOST_UNPACKED: usize = 96 * 1024 * 1024;
/// A balance of size and time that spreadsheets use as well.
const COMPRESSION: u8 = 6;

type Result<T> = std::result::Result<T, ReadinessError>;

fn damaged() -> ReadinessError {
    refused(words!("error.sheet.damaged"))
}

fn slice(bytes: &[u8], at: usize, length: usize) -> Result<&[u8]> {
    bytes.get(at..at.saturating_add(length)).ok_or_else(damaged)
}

fn two(bytes: &[u8], at: usize) -> Result<u16> {
    Ok(u16::from_le_bytes(slice(bytes, at, 2)?.first_chunk().copied().unwrap_or_default()))
}

fn four(bytes: &[u8], at: usize) -> Result<u32> {
    Ok(u32::from_le_bytes(slice(bytes, at, 4)?.first_chunk().copied().unwrap_or_default()))
}

fn eight(bytes: &[u8], at: usize) -> Result<usize> {
    let wide = u64::from_le_bytes(slice(bytes, at, 8)?.first_chunk().copied().unwrap_or_default());
    usize::try_from(wide).map_err(|_| damaged())
}

fn place(bytes: &[u8], at: usize) -> Result<usize> {
    usize::try_from(four(bytes, at)?).map_err(|_| damaged())
}

fn length(bytes: &[u8], at: usize) -> Result<usize> {
    Ok(usize::from(two(bytes, at)?))
}

/// A part as the directory lists it.
struct Part<'a> {
    name: String,
    /// Its record in the directory: the fixed fields, then the name.
    record: &'a [u8],
    /// The extra fields but that of wide sizes.
    extra: Vec<u8>,
    comment: &'a [u8],
    at: usize,
    packed: usize,
    size: usize,
}

/// An archive whose directory was read.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    parts: Vec<Part<'a>>,
    /// What stands behind the directory's end.
    comment: &'a [u8],
    /// Where the directory begins.
    directory: usize,
    left: usize,
}

/// The extra fields but that of wide sizes, and what that says.
fn extras(extra: &[u8]) -> Result<(Vec<u8>, &[u8])> {
    let (mut others, mut wide, mut at) = (Vec::new(), &[][..], 0_usize);
    while at < extra.len() {
        // Some writers pad with a few zeros, which are no field.
        let (Ok(kind), Ok(size)) = (two(extra, at), length(extra, at.saturating_add(2))) else {
            others.extend_from_slice(extra.get(at..).unwrap_or_default());
            break;
        };
        let whole = slice(extra, at, size.saturating_add(4))?;
        if kind == WIDE {
            wide = whole.get(4..).unwrap_or_default();
        } else {
            others.extend_from_slice(whole);
        }
        at = at.saturating_add(whole.len());
    }
    Ok((others, wide))
}

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self> {
        // Behind the end stands a comment of at most 65,535 bytes.
        let least = bytes.len().saturating_sub(65_557);
        let end = (least..bytes.len()).rev().find(|at| slice(bytes, *at, 4).is_ok_and(|found| found == END));
        let end = end.ok_or_else(damaged)?;
        let of = |offset: usize| end.saturating_add(offset);
        let (mut count, mut at) = (length(bytes, of(10))?, place(bytes, of(16))?);
        let comment = slice(bytes, of(22), length(bytes, of(20))?)?;
        let locator = end.checked_sub(20).filter(|at| slice(bytes, *at, 4).is_ok_and(|found| found == WIDE_PLACE));
        if let Some(locator) = locator.filter(|_| count == 0xffff || at == 0xffff_ffff) {
            let wide = eight(bytes, locator.saturating_add(8))?;
            if slice(bytes, wide, 4)? != WIDE_END {
                return Err(damaged());
            }
            (count, at) = (eight(bytes, wide.saturating_add(32))?, eight(bytes, wide.saturating_add(48))?);
        }
        if count > MOST_PARTS {
            return Err(too_large());
        }
        let directory = at;
        let mut parts = Vec::new();
        for _ in 0..count {
            let (part, next) = Part::read(bytes, at)?;
            parts.push(part);
            at = next;
        }
        Ok(Self { bytes, parts, comment, directory, left: MOST_UNPACKED })
    }

    /// The name of a part, found as packages do: in capitals or not.
    pub(super) fn find(&self, name: &str) -> Option<String> {
        let name = name.trim_start_matches('/');
        self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name)).map(|part| part.name.clone())
    }

    pub(super) fn has(&self, is_so: impl Fn(&str) -> bool) -> bool {
        self.parts.iter().any(|part| is_so(&part.name))
    }

    /// A part, unpacked.
    pub(super) fn unpacked(&mut self, name: &str) -> Result<Vec<u8>> {
        let mut found = self.parts.iter().filter(|part| part.name == name);
        let part = found.next().ok_or_else(damaged)?;
        // Of two parts with one name nobody knows which a reader takes.
        if found.next().is_some() {
            return Err(damaged());
        }
        let method = two(part.record, 10)?;
        let content = slice(self.bytes, content_at(self.bytes, part.at)?, part.packed)?;
        let unpacked = match method {
            0 => content.to_vec(),
            8 => decompress_to_vec_with_limit(content, self.left)
                .map_err(|error| if error.status == TINFLStatus::HasMoreOutput { too_large() } else { damaged() })?,
            _ => return Err(refused(words!("error.sheet.packing"))),
        };
        if unpacked.len() != part.size || four(part.record, 16)? != crc32(&unpacked) {
            return Err(damaged());
        }
        self.left = self.left.checked_sub(unpacked.len()).ok_or_else(too_large)?;
        Ok(unpacked)
    }

    /// The archive with these parts in place of those of the same names.
    pub(super) fn with(&self, replaced: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
        let mut order: Vec<usize> = (0..self.parts.len()).collect();
        order.sort_by_key(|index| self.parts.get(*index).map_or(0, |part| part.at));
        let mut out = Vec::with_capacity(self.bytes.len());
        let first = order.first().and_then(|index| self.parts.get(*index)).map_or(0, |part| part.at);
        out.extend_from_slice(slice(self.bytes, 0, first)?);
        // For each part: where it begins now, and what the directory says of it anew.
        let mut moved: BTreeMap<usize, (usize, Option<[u8; 12]>)> = BTreeMap::new();
        for (turn, index) in order.iter().enumerate() {
            let Some(part) = self.parts.get(*index) else { continue };
            let next = order.get(turn.saturating_add(1)).and_then(|next| self.parts.get(*next));
            let end = next.map_or(self.directory, |next| next.at);
            let content = content_at(self.bytes, part.at)?;
            if content.saturating_add(part.packed) > end {
                return Err(damaged());
            }
            let at = out.len();
            let Some(text) = replaced.get(&part.name) else {
                out.extend_from_slice(self.bytes.get(part.at..end).ok_or_else(damaged)?);
                moved.insert(*index, (at, None));
                continue;
            };
            let packed = compress_to_vec(text, COMPRESSION);
            let mut sizes = [0; 12];
            let said = [crc32(text).to_le_bytes(), small(packed.len())?, small(text.len())?].concat();
            for (to, from) in sizes.iter_mut().zip(said) {
                *to = from;
            }
            // Version, then flags without the one that puts the sizes behind the content, then deflate.
            let local = slice(self.bytes, part.at, 30)?;
            out.extend_from_slice(local.get(..6).unwrap_or_default());
            out.extend((two(local, 6)? & !8).to_le_bytes());
            out.extend([8, 0]);
            out.extend_from_slice(local.get(10..14).unwrap_or_default());
            out.extend(sizes);
            let (name, extra) = (length(local, 26)?, length(local, 28)?);
            let name = slice(self.bytes, part.at.saturating_add(30), name)?;
            let (extra, _) = extras(slice(self.bytes, part.at.saturating_add(30).saturating_add(name.len()), extra)?)?;
            out.extend(short(name.len())?);
            out.extend(short(extra.len())?);
            out.extend_from_slice(name);
            out.extend(extra);
            out.extend(packed);
            moved.insert(*index, (at, Some(sizes)));
        }
        let start = out.len();
        for (index, part) in self.parts.iter().enumerate() {
            let Some((at, sizes)) = moved.get(&index) else { continue };
            part.list(&mut out, *at, *sizes)?;
        }
        let (count, length) = (short(self.parts.len())?, small(out.len().saturating_sub(start))?);
        out.extend([&END[..], &[0; 4], &count, &count, &length, &small(start)?].concat());
        out.extend(short(self.comment.len())?);
        out.extend_from_slice(self.comment);
        Ok(out)
    }
}

/// Where the content of a part begins.
fn content_at(bytes: &[u8], at: usize) -> Result<usize> {
    if slice(bytes, at, 4)? != LOCAL {
        return Err(damaged());
    }
    let (name, extra) = (length(bytes, at.saturating_add(26))?, length(bytes, at.saturating_add(28))?);
    Ok(at.saturating_add(30).saturating_add(name).saturating_add(extra))
}

impl<'a> Part<'a> {
    fn read(bytes: &'a [u8], at: usize) -> Result<(Self, usize)> {
        if slice(bytes, at, 4)? != CENTRAL {
            return Err(damaged());
        }
        let of = |offset: usize| at.saturating_add(offset);
        let (name, extra, comment) = (length(bytes, of(28))?, length(bytes, of(30))?, length(bytes, of(32))?);
        if two(bytes, of(8))? & 1 == 1 {
            return Err(refused(words!("error.sheet.password")));
        }
        let record = slice(bytes, at, name.saturating_add(46))?;
        let after = of(record.len());
        let (others, wide) = extras(slice(bytes, after, extra)?)?;
        let comment_at = after.saturating_add(extra);
        let comment = slice(bytes, comment_at, comment)?;
        // What does not fit stands in the wide field, in this order.
        let mut taken = 0_usize;
        let mut value = |offset: usize| -> Result<usize> {
            if four(bytes, of(offset))? != u32::MAX {
                return place(bytes, of(offset));
            }
            let value = eight(wide, taken)?;
            taken = taken.saturating_add(8);
            Ok(value)
        };
        let (size, packed, place) = (value(24)?, value(20)?, value(42)?);
        let name = String::from_utf8_lossy(record.get(46..).unwrap_or_default()).into_owned();
        let part = Self { name, record, extra: others, comment, at: place, packed, size };
        Ok((part, comment_at.saturating_add(comment.len())))
    }

    /// Its record in the directory of the new archive, with sizes that fit into 32 bits.
    fn list(&self, out: &mut Vec<u8>, at: usize, sizes: Option<[u8; 12]>) -> Result<()> {
        let record = self.record;
        out.extend_from_slice(record.get(..8).unwrap_or_default());
        match sizes {
            Some(sizes) => {
                out.extend((two(record, 8)? & !8).to_le_bytes());
                out.extend([8, 0]);
                out.extend_from_slice(record.get(12..16).unwrap_or_default());
                out.extend(sizes);
            }
            None => {
                out.extend_from_slice(record.get(8..20).unwrap_or_default());
                out.extend(small(self.packed)?);
                out.extend(small(self.size)?);
            }
        }
        out.extend_from_slice(record.get(28..30).unwrap_or_default());
        out.extend(short(self.extra.len())?);
        out.extend(short(self.comment.len())?);
        // On the first disk, with the attributes that it had.
        out.extend([0, 0]);
        out.extend_from_slice(record.get(36..42).unwrap_or_default());
        out.extend(small(at)?);
        out.extend_from_slice(record.get(46..).unwrap_or_default());
        out.extend_from_slice(&self.extra);
        out.extend_from_slice(self.comment);
        Ok(())
    }
}

fn small(size: usize) -> Result<[u8; 4]> {
    u32::try_from(size).map(u32::to_le_bytes).map_err(|_| too_large())
}

fn short(size: usize) -> Result<[u8; 2]> {
    u16::try_from(size).map(u16::to_le_bytes).map_err(|_| too_large())
}
