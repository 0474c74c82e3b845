//! The checksum of texts, for the catalog and for the envelope.

use sha2::{Digest, Sha256};

/// The SHA-256 of a text, in lower-case hexadecimal digits.
#[must_use]
pub fn sha256(text: &str) -> String {
    let mut out = String::new();
    for byte in Sha256::digest(text) {
        for half in [byte.wrapping_shr(4), byte & 15] {
            out.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
    }
    out
}
