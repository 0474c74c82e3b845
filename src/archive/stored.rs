//! Archives in which nothing is packed: the same files, the same bytes. A workbook of 200 KB is small to whoever opens
//! it, and a compressor would take 6 KB of the page.

use super::END;
use super::part::{CENTRAL, LOCAL};

/// 1 January 1980, midnight: an archive's clock begins there and knows no zone.
const TIME: [u8; 4] = [0, 0, 0x21, 0];
/// Version 2.0, names in UTF-8, stored.
const HEAD: [u8; 6] = [20, 0, 0, 8, 0, 0];

/// An archive of files in this order: name and content. It holds at most 65,535 files, names of as many bytes, and 4 GiB.
#[must_use]
pub fn stored<T: AsRef<[u8]>>(files: &[(String, T)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let content = content.as_ref();
        let mut entry = Vec::from(HEAD);
        entry.extend(TIME);
        entry.extend(crc32(content).to_le_bytes());
        // Its size as it is stored, and as it is.
        entry.extend(four(content.len()));
        entry.extend(four(content.len()));
        entry.extend(two(name.len()));
        // No extra field.
        entry.extend([0, 0]);

        directory.extend(CENTRAL);
        // Made by version 2.0.
        directory.extend([20, 0]);
        directory.extend(&entry);
        // No comment, on the first disk, without attributes.
        directory.extend([0; 10]);
        directory.extend(four(out.len()));
        directory.extend(name.as_bytes());

        out.extend(LOCAL);
        out.extend(&entry);
        out.extend(name.as_bytes());
        out.extend(content);
    }
    let start = out.len();
    let size = directory.len();
    out.extend(directory);
    out.extend(END);
    out.extend([0; 4]);
    out.extend(two(files.len()));
    out.extend(two(files.len()));
    out.extend(four(size));
    out.extend(four(start));
    out.extend([0, 0]);
    out
}

fn four(size: usize) -> [u8; 4] {
    u32::try_from(size).unwrap_or(u32::MAX).to_le_bytes()
}

fn two(size: usize) -> [u8; 2] {
    u16::try_from(size).unwrap_or(u16::MAX).to_le_bytes()
}

/// The checksum of the format, without a table.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            let last = crc & 1;
            crc = crc.wrapping_shr(1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(last));
        }
    }
    !crc
}
