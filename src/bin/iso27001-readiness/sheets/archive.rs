//! ZIP archives: their entries, unpacked within bounds, and one of the same entries that needs no unpacking.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{DAMAGED, MOST_UNPACKED, Result, TOO_LARGE};

/// An entry, unpacked.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

const END: [u8; 4] = *b"PK\x05\x06";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const LOCAL: [u8; 4] = *b"PK\x03\x04";
/// No workbook has more parts.
const MOST_ENTRIES: usize = 10_000;

fn slice(bytes: &[u8], at: usize, length: usize) -> Result<&[u8]> {
    bytes.get(at..at.saturating_add(length)).ok_or_else(|| DAMAGED.into())
}

fn small(bytes: &[u8], at: usize) -> Result<usize> {
    let two = slice(bytes, at, 2)?.first_chunk().copied().unwrap_or_default();
    Ok(usize::from(u16::from_le_bytes(two)))
}

fn large(bytes: &[u8], at: usize) -> Result<usize> {
    let four = slice(bytes, at, 4)?.first_chunk().copied().unwrap_or_default();
    usize::try_from(u32::from_le_bytes(four)).map_err(|_| DAMAGED.into())
}

/// All entries of an archive, unpacked.
pub(super) fn entries(archive: &[u8]) -> Result<Vec<Entry>> {
    // Behind the end stands a comment of at most 65,535 bytes.
    let least = archive.len().saturating_sub(65_557);
    let end = (least..archive.len()).rev().find(|at| slice(archive, *at, 4).is_ok_and(|found| found == END));
    let end = end.ok_or(DAMAGED)?;
    let (count, mut at) = (small(archive, end.saturating_add(10))?, large(archive, end.saturating_add(16))?);
    if count == 0xffff || at == 0xffff_ffff {
        return Err("an archive of the wide kind (ZIP64): open it in a spreadsheet and save it again".into());
    }
    if count > MOST_ENTRIES {
        return Err(TOO_LARGE.into());
    }
    let mut entries = Vec::new();
    let mut left = MOST_UNPACKED;
    for _ in 0..count {
        let of = |offset: usize| at.saturating_add(offset);
        if slice(archive, at, 4)? != CENTRAL {
            return Err(DAMAGED.into());
        }
        let (flags, method) = (small(archive, of(8))?, small(archive, of(10))?);
        let (packed, local) = (large(archive, of(20))?, large(archive, of(42))?);
        let (name, extra, comment) = (small(archive, of(28))?, small(archive, of(30))?, small(archive, of(32))?);
        let name_bytes = slice(archive, of(46), name)?;
        if flags & 1 == 1 {
            return Err("expected a file without a password: open it, take the password off and save a copy".into());
        }
        if slice(archive, local, 4)? != LOCAL {
            return Err(DAMAGED.into());
        }
        let before =
            small(archive, local.saturating_add(26))?.saturating_add(small(archive, local.saturating_add(28))?);
        let content = slice(archive, local.saturating_add(30).saturating_add(before), packed)?;
        let bytes = match method {
            0 => content.to_vec(),
            8 => decompress_to_vec_with_limit(content, left).map_err(|error| {
                let is_long = error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput;
                if is_long { TOO_LARGE } else { DAMAGED }
            })?,
            _ => return Err(DAMAGED.into()),
        };
        left = left.checked_sub(bytes.len()).ok_or(TOO_LARGE)?;
        entries.push(Entry { name: String::from_utf8_lossy(name_bytes).into_owned(), bytes });
        at = of(46).saturating_add(name).saturating_add(extra).saturating_add(comment);
    }
    Ok(entries)
}

/// An archive of these entries in which nothing is packed: what reads it cannot be made to unpack more than is there.
pub(super) fn stored(entries: &[Entry]) -> Result<Vec<u8>> {
    let (mut out, mut central) = (Vec::new(), Vec::new());
    for entry in entries {
        let fits = |length: usize| u32::try_from(length).map_err(|_| TOO_LARGE);
        let (at, size) = (fits(out.len())?.to_le_bytes(), fits(entry.bytes.len())?.to_le_bytes());
        let name = u16::try_from(entry.name.len()).map_err(|_| DAMAGED)?.to_le_bytes();
        let check = checksum(&entry.bytes).to_le_bytes();
        // Version 2.0, names in UTF-8, stored, no time; then check, sizes and the length of the name.
        let head = [&[20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0][..], &check, &size, &size, &name, &[0, 0]].concat();
        out.extend([&LOCAL[..], &head, entry.name.as_bytes(), &entry.bytes].concat());
        let tail = [&[0; 10][..], &at, entry.name.as_bytes()].concat();
        central.extend([&CENTRAL[..], &[20, 0], &head, &tail].concat());
    }
    let count = u16::try_from(entries.len()).map_err(|_| TOO_LARGE)?.to_le_bytes();
    let sizes = [central.len(), out.len()].map(|length| u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes());
    out.extend(central);
    out.extend([&END[..], &[0; 4], &count, &count, &sizes.concat(), &[0; 2]].concat());
    Ok(out)
}

/// CRC-32, as ZIP asks for it.
fn checksum(bytes: &[u8]) -> u32 {
    let mut value = u32::MAX;
    for byte in bytes {
        value ^= u32::from(*byte);
        for _ in 0..8 {
            value = if value & 1 == 1 { 0xedb8_8320 ^ value.wrapping_shr(1) } else { value.wrapping_shr(1) };
        }
    }
    !value
}
