//! A part of an archive: its record in the directory, and where its content is.

use super::fields::{eight, four, length, place, short, slice, small, two};
use super::{Result, damaged, refused};

pub(super) const CENTRAL: [u8; 4] = *b"PK\x01\x02";
pub(super) const LOCAL: [u8; 4] = *b"PK\x03\x04";
/// The extra field of wide sizes (ZIP64).
const WIDE: u16 = 1;

/// A part as the directory lists it.
pub(super) struct Part<'a> {
    pub(super) name: String,
    /// Its record in the directory: the fixed fields, then the name.
    pub(super) record: &'a [u8],
    /// The extra fields but that of wide sizes.
    extra: Vec<u8>,
    comment: &'a [u8],
    pub(super) at: usize,
    pub(super) packed: usize,
    pub(super) size: usize,
    /// Another part has its name, in capitals or not.
    pub(super) is_double: bool,
}

/// The extra fields but that of wide sizes, and what that says.
pub(super) fn extras(extra: &[u8]) -> Result<(Vec<u8>, &[u8])> {
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

/// Where the content of a part begins.
pub(super) fn content_at(bytes: &[u8], at: usize) -> Result<usize> {
    if slice(bytes, at, 4)? != LOCAL {
        return Err(damaged());
    }
    let (name, extra) = (length(bytes, at.saturating_add(26))?, length(bytes, at.saturating_add(28))?);
    Ok(at.saturating_add(30).saturating_add(name).saturating_add(extra))
}

impl<'a> Part<'a> {
    pub(super) fn read(bytes: &'a [u8], at: usize) -> Result<(Self, usize)> {
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
        let part = Self { name, record, extra: others, comment, at: place, packed, size, is_double: false };
        Ok((part, comment_at.saturating_add(comment.len())))
    }

    /// Its record in the directory of the new archive, with sizes that fit into 32 bits.
    pub(super) fn list(&self, out: &mut Vec<u8>, at: usize, sizes: Option<[u8; 12]>) -> Result<()> {
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
