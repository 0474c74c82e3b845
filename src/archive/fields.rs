//! Numbers as an archive writes them: little-endian, of two, four and eight bytes.

use super::{Result, damaged, too_large};

pub(super) fn slice(bytes: &[u8], at: usize, length: usize) -> Result<&[u8]> {
    bytes.get(at..at.saturating_add(length)).ok_or_else(damaged)
}

pub(super) fn two(bytes: &[u8], at: usize) -> Result<u16> {
    Ok(u16::from_le_bytes(slice(bytes, at, 2)?.first_chunk().copied().unwrap_or_default()))
}

pub(super) fn four(bytes: &[u8], at: usize) -> Result<u32> {
    Ok(u32::from_le_bytes(slice(bytes, at, 4)?.first_chunk().copied().unwrap_or_default()))
}

pub(super) fn eight(bytes: &[u8], at: usize) -> Result<usize> {
    let wide = u64::from_le_bytes(slice(bytes, at, 8)?.first_chunk().copied().unwrap_or_default());
    usize::try_from(wide).map_err(|_| damaged())
}

pub(super) fn place(bytes: &[u8], at: usize) -> Result<usize> {
    usize::try_from(four(bytes, at)?).map_err(|_| damaged())
}

pub(super) fn length(bytes: &[u8], at: usize) -> Result<usize> {
    Ok(usize::from(two(bytes, at)?))
}

pub(super) fn small(size: usize) -> Result<[u8; 4]> {
    u32::try_from(size).map(u32::to_le_bytes).map_err(|_| too_large())
}

pub(super) fn short(size: usize) -> Result<[u8; 2]> {
    u16::try_from(size).map(u16::to_le_bytes).map_err(|_| too_large())
}
