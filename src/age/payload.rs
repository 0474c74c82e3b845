//! The payload: STREAM, chunks of 64 KiB, each with its number and whether it is the last. So none can be changed, moved,
//! repeated or cut off.

use super::cipher::{Key, TAG, derived, open, seal};

const CHUNK: usize = 64 * 1024;

pub fn write(out: &mut Vec<u8>, file_key: &[u8], nonce: &[u8], plain: &[u8]) {
    let key = key_of(file_key, nonce);
    out.extend(nonce);
    // Of nothing there is one chunk all the same.
    let last = plain.len().div_ceil(CHUNK).max(1).wrapping_sub(1);
    for number in 0..=last {
        let chunk = plain.get(number.wrapping_mul(CHUNK)..).unwrap_or_default();
        let from = out.len();
        out.extend(chunk.iter().take(CHUNK));
        seal(&key, nonce_of(number, number == last), out, from);
    }
}

/// `None` if it is not all that was written.
pub fn read(file_key: &[u8], payload: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = payload.split_at_checked(16)?;
    let key = key_of(file_key, nonce);
    let mut out = Vec::new();
    let last = sealed.len().div_ceil(CHUNK + TAG).checked_sub(1)?;
    for (number, chunk) in sealed.chunks(CHUNK + TAG).enumerate() {
        let plain = open(&key, nonce_of(number, number == last), chunk)?;
        if plain.is_empty() && number > 0 {
            return None;
        }
        out.extend(plain);
    }
    Some(out)
}

fn key_of(file_key: &[u8], nonce: &[u8]) -> Key {
    derived(file_key, nonce, b"payload")
}

/// Eleven bytes of the number and one that marks the last.
fn nonce_of(number: usize, is_last: bool) -> [u8; 12] {
    let [a, b, c, d, e, f, g, h] = u64::try_from(number).unwrap_or(u64::MAX).to_be_bytes();
    [0, 0, 0, a, b, c, d, e, f, g, h, u8::from(is_last)]
}
