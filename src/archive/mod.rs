//! ZIP archives: read within bounds, and written back with some parts replaced. Every other part stays as it is packed,
//! byte for byte. [`stored()`] makes one in which nothing is packed.
//!
//! ```
//! use iso27001_readiness::archive::{Archive, stored};
//!
//! let bytes = stored(&[(String::from("a.txt"), "text")]);
//! assert_eq!(Archive::open(&bytes)?.unpacked("a.txt")?, b"text");
//! # Ok::<(), iso27001_readiness::ReadinessError>(())
//! ```

mod fields;
mod part;
mod stored;

use crate::error::{ErrorCode, ReadinessError};
use crate::order::{Index, places};
use fields::{eight, four, length, place, short, slice, small, two};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use part::{Part, content_at, extras};
use stored::crc32;

pub use stored::stored;

const END: [u8; 4] = *b"PK\x05\x06";
const WIDE_PLACE: [u8; 4] = *b"PK\x06\x07";
const WIDE_END: [u8; 4] = *b"PK\x06\x06";
/// No workbook has more parts.
const MOST_PARTS: usize = 10_000;
/// What the parts that are read unpack to, all together.
const MOST_UNPACKED: usize = 96 * 1024 * 1024;
/// A balance of size and time that spreadsheets use as well.
const COMPRESSION: u8 = 6;

type Result<T> = std::result::Result<T, ReadinessError>;

pub(crate) fn refused(message: &'static str) -> ReadinessError {
    ReadinessError::new(ErrorCode::WrongFormat, "spreadsheet", message)
}

pub(crate) fn too_large() -> ReadinessError {
    ReadinessError::new(ErrorCode::TooLarge, "spreadsheet", words!("error.sheet.size"))
}

fn damaged() -> ReadinessError {
    refused(words!("error.sheet.damaged"))
}

/// An archive whose directory was read.
pub struct Archive<'a> {
    bytes: &'a [u8],
    parts: Vec<Part<'a>>,
    /// The place of each part by its name in small letters.
    names: Index,
    /// What stands behind the directory's end.
    comment: &'a [u8],
    /// Where the directory begins.
    directory: usize,
    left: usize,
}

impl<'a> Archive<'a> {
    /// Reads the directory of an archive.
    ///
    /// # Errors
    /// `wrong-format` for what is no archive, is damaged or has a password; `too-large` for more than 10,000 parts.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
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
        let (mut parts, mut names): (Vec<Part<'a>>, _) = (Vec::new(), Index::default());
        for place in 0..count {
            let (mut part, next) = Part::read(bytes, at)?;
            let first = names.place(part.name.to_ascii_lowercase(), place);
            if let Some(first) = parts.get_mut(first) {
                (first.is_double, part.is_double) = (true, true);
            }
            parts.push(part);
            at = next;
        }
        Ok(Self { bytes, parts, names, comment, directory, left: MOST_UNPACKED })
    }

    /// The name of a part, found as packages do: in capitals or not.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<String> {
        let place = self.names.get(&name.trim_start_matches('/').to_ascii_lowercase())?;
        self.parts.get(place).map(|part| part.name.clone())
    }

    /// Whether the name of any part is so.
    pub fn has(&self, is_so: impl Fn(&str) -> bool) -> bool {
        self.parts.iter().any(|part| is_so(&part.name))
    }

    /// A part, unpacked.
    ///
    /// # Errors
    /// `wrong-format` if there is no such part, or two, or a damaged one; `too-large` if all that was unpacked comes to more
    /// than 96 MiB.
    pub fn unpacked(&mut self, name: &str) -> Result<Vec<u8>> {
        self.unpack(self.names.get(&name.to_ascii_lowercase()).ok_or_else(damaged)?)
    }

    /// The same archive with nothing packed: what reads it cannot be made to unpack more than is there.
    ///
    /// # Errors
    /// As [`Archive::unpacked`].
    pub fn as_stored(&mut self) -> Result<Vec<u8>> {
        let mut files = Vec::new();
        for place in 0..self.parts.len() {
            let name = self.parts.get(place).map_or_else(String::new, |part| part.name.clone());
            // One that is not UTF-8 has grown, and a length that is cut would make its rest the next record.
            short(name.len()).map_err(|_| damaged())?;
            files.push((name, self.unpack(place)?));
        }
        Ok(stored(&files))
    }

    fn unpack(&mut self, place: usize) -> Result<Vec<u8>> {
        // Of two parts with one name nobody knows which a reader takes.
        let part = self.parts.get(place).filter(|part| !part.is_double).ok_or_else(damaged)?;
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
    pub(crate) fn with(&self, replaced: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
        let starts = |place: usize| self.parts.get(place).map_or(0, |part| part.at);
        let order = places(self.parts.len(), &|one, other| starts(one).cmp(&starts(other)));
        let mut texts = Index::default();
        for (place, (name, _)) in replaced.iter().enumerate() {
            texts.place(name.clone(), place);
        }
        let mut out = Vec::with_capacity(self.bytes.len());
        let first = order.first().and_then(|index| self.parts.get(*index)).map_or(0, |part| part.at);
        out.extend_from_slice(slice(self.bytes, 0, first)?);
        // For each part: where it begins now, and what the directory says of it anew.
        let mut moved: Vec<(usize, Option<[u8; 12]>)> = vec![(0, None); self.parts.len()];
        let mut move_to = |place: usize, to: (usize, Option<[u8; 12]>)| {
            if let Some(entry) = moved.get_mut(place) {
                *entry = to;
            }
        };
        for (turn, index) in order.iter().enumerate() {
            let Some(part) = self.parts.get(*index) else { continue };
            let next = order.get(turn.saturating_add(1)).and_then(|next| self.parts.get(*next));
            let end = next.map_or(self.directory, |next| next.at);
            let content = content_at(self.bytes, part.at)?;
            if content.saturating_add(part.packed) > end {
                return Err(damaged());
            }
            let at = out.len();
            let Some((_, text)) = texts.get(&part.name).and_then(|place| replaced.get(place)) else {
                out.extend_from_slice(self.bytes.get(part.at..end).ok_or_else(damaged)?);
                move_to(*index, (at, None));
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
            move_to(*index, (at, Some(sizes)));
        }
        let start = out.len();
        for (part, (at, sizes)) in self.parts.iter().zip(moved) {
            part.list(&mut out, at, sizes)?;
        }
        let (count, length) = (short(self.parts.len())?, small(out.len().saturating_sub(start))?);
        out.extend([&END[..], &[0; 4], &count, &count, &length, &small(start)?].concat());
        out.extend(short(self.comment.len())?);
        out.extend_from_slice(self.comment);
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::part::CENTRAL;
    use super::{Archive, END, WIDE_END, WIDE_PLACE, crc32, stored};
    use crate::error::ErrorCode;

    fn two_parts() -> Vec<u8> {
        stored(&[(String::from("a.txt"), "first"), (String::from("b/c.txt"), "second")])
    }

    /// The same with every size and place of the directory in its wide field.
    fn wide(narrow: &[u8]) -> Vec<u8> {
        let archive = Archive::open(narrow).unwrap();
        let (mut out, eight) = (narrow[..archive.directory].to_vec(), |size: usize| (size as u64).to_le_bytes());
        for part in &archive.parts {
            let mut record = part.record.to_vec();
            for at in [20, 24, 42] {
                record[at..at + 4].fill(0xff);
            }
            record[30] = 28;
            out.extend(record);
            out.extend([&[1, 0, 24, 0][..], &eight(part.size), &eight(part.packed), &eight(part.at)].concat());
        }
        let (wide_end, count) = (out.len(), eight(archive.parts.len()));
        let size = eight(wide_end - archive.directory);
        out.extend([&WIDE_END[..], &eight(44), &[45, 0, 45, 0], &[0; 8], &count, &count, &size].concat());
        out.extend(eight(archive.directory));
        out.extend([&WIDE_PLACE[..], &[0; 4], &eight(wide_end), &[1, 0, 0, 0]].concat());
        out.extend([&END[..], &[0; 4], &[0xff; 12], &[0, 0]].concat());
        out
    }

    #[test]
    fn the_wide_kind_is_read_as_any() {
        let wide = wide(&two_parts());
        assert_eq!(Archive::open(&wide).unwrap().as_stored().unwrap(), two_parts());
        assert_eq!(Archive::open(&wide).unwrap().unpacked("b/c.txt").unwrap(), b"second");
    }

    #[test]
    fn a_part_replaced_leaves_the_others_as_they_are() {
        let bytes = two_parts();
        let again = Archive::open(&bytes).unwrap().with(&[(String::from("a.txt"), b"other".to_vec())]).unwrap();
        let expected = stored(&[(String::from("a.txt"), "other"), (String::from("b/c.txt"), "second")]);
        assert_eq!(Archive::open(&again).unwrap().as_stored().unwrap(), expected);
    }

    #[test]
    fn two_parts_of_one_name_a_wrong_checksum_and_a_cut_are_refused() {
        let is_damaged = |bytes: &[u8]| {
            let error = Archive::open(bytes).and_then(|mut archive| archive.as_stored()).unwrap_err();
            assert_eq!(error.code(), ErrorCode::WrongFormat);
            error.message() == words!("error.sheet.damaged")
        };
        assert!(is_damaged(&stored(&[(String::from("a"), "1"), (String::from("a"), "2")])));
        let mut bent = two_parts();
        let at = bent.windows(5).position(|part| part == b"first").unwrap();
        bent[at] = b'F';
        assert!(is_damaged(&bent));
        let whole = two_parts();
        for end in 0..whole.len() {
            assert!(is_damaged(&whole[..end]), "{end}");
        }
        let start = whole.windows(4).position(|four| four == CENTRAL).unwrap();
        let mut locked = two_parts();
        locked[start + 8] |= 1;
        assert!(!is_damaged(&locked), "it has a password, which is another fault");
    }

    #[test]
    fn a_name_that_grows_beyond_its_length_is_refused() {
        let mut bytes = stored(&[("x".repeat(30_000), "1")]);
        for byte in bytes.iter_mut().filter(|byte| **byte == b'x') {
            *byte = 0xff;
        }
        let error = Archive::open(&bytes).unwrap().as_stored().unwrap_err();
        assert_eq!(error.message(), words!("error.sheet.damaged"));
    }

    #[test]
    fn the_checksum_is_that_of_the_format() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
