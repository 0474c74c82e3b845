//! The primitives, put together as the format needs them: ChaCha20-Poly1305 (RFC 8439) without further data, HMAC-SHA-256,
//! HKDF-SHA-256 (RFC 5869) for one key, and scrypt. The tests hold each to a crate that does it as a whole, which would take
//! a kilobyte and a half more over the line.

use chacha20::cipher::{Block, KeyIvInit, StreamCipherCore};
use chacha20::variants::Ietf;
use chacha20::{ChaChaCore, R20};
use hmac::Hmac;
use hmac::digest::{FixedOutput, KeyInit, Update};
use poly1305::Poly1305;
use poly1305::universal_hash::UniversalHash;
use sha2::Sha256;

use super::{MAX_WORK_FACTOR, Result};
use crate::error::{ErrorCode, ReadinessError};

type ChaCha20 = ChaChaCore<R20, Ietf>;
pub type Key = [u8; 32];

/// How many bytes more a sealed text has.
pub const TAG: usize = 16;

/// Encrypts what stands from there on, and puts its tag behind it.
pub fn seal(key: &Key, nonce: [u8; 12], out: &mut Vec<u8>, from: usize) {
    let tag = crypt(key, nonce, out.get_mut(from..).unwrap_or_default(), false);
    out.extend(tag);
}

/// What was sealed, if it is authentic.
pub fn open(key: &Key, nonce: [u8; 12], sealed: &[u8]) -> Option<Vec<u8>> {
    let (text, tag) = sealed.split_at_checked(sealed.len().checked_sub(TAG)?)?;
    let mut text = text.to_vec();
    let own = crypt(key, nonce, &mut text, true);
    is_same(&own, tag).then_some(text)
}

/// Encrypts or decrypts in place, and gives the tag, which is of what is encrypted.
fn crypt(key: &Key, nonce: [u8; 12], text: &mut [u8], is_encrypted: bool) -> [u8; TAG] {
    let mut cipher = ChaCha20::new(key.into(), &nonce.into());
    let mut stream = Block::<ChaCha20>::default();
    cipher.write_keystream_block(&mut stream);
    let mut mac = Poly1305::new(&std::array::from_fn(|at| stream.get(at).copied().unwrap_or_default()).into());
    if is_encrypted {
        mac.update_padded(text);
    }
    for part in text.chunks_mut(64) {
        cipher.write_keystream_block(&mut stream);
        for (byte, key) in part.iter_mut().zip(&stream) {
            *byte ^= key;
        }
    }
    if !is_encrypted {
        mac.update_padded(text);
    }
    let [a, b, c, d, e, f, g, h] = u64::try_from(text.len()).unwrap_or_default().to_le_bytes();
    mac.update(&[[0, 0, 0, 0, 0, 0, 0, 0, a, b, c, d, e, f, g, h].into()]);
    mac.finalize().into()
}

/// In a time that does not depend on where they differ.
pub fn is_same(one: &[u8], other: &[u8]) -> bool {
    let differing = one.iter().zip(other).fold(0, |bits, (one, other)| std::hint::black_box(bits | (one ^ other)));
    one.len() == other.len() && differing == 0
}

/// HMAC of two parts that stand one behind the other.
pub fn hmac(key: &[u8], one: &[u8], other: &[u8]) -> Key {
    // A key of any length is taken.
    Hmac::<Sha256>::new_from_slice(key).map_or(Key::default(), |mut hmac| {
        hmac.update(one);
        hmac.update(other);
        hmac.finalize_fixed().into()
    })
}

/// A key of its own for each use of the file's.
pub fn derived(file_key: &[u8], salt: &[u8], info: &[u8]) -> Key {
    hmac(&hmac(salt, file_key, &[]), info, &[1])
}

/// The passphrase as a key, by much work.
pub fn stretched(passphrase: &str, salt: &[u8], work_factor: u8) -> Result<Key> {
    let out_of_range = || ReadinessError::new(ErrorCode::OutOfRange, "$", words!("error.encrypted.work"));
    if work_factor == 0 || work_factor > MAX_WORK_FACTOR {
        return Err(out_of_range());
    }
    let params = scrypt::Params::new(work_factor, 8, 1).map_err(|_| out_of_range())?;
    // Without this, too little memory would end the program.
    if Vec::<u8>::new().try_reserve_exact(1024 << work_factor).is_err() {
        return Err(ReadinessError::new(ErrorCode::TooLarge, "$", words!("error.encrypted.memory")));
    }
    let mut key = Key::default();
    scrypt::scrypt(passphrase.as_bytes(), salt, &params, &mut key).map_err(|_| out_of_range())?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chacha20poly1305::aead::AeadInOut;
    use chacha20poly1305::{ChaCha20Poly1305, Tag};

    #[test]
    fn sealed_and_opened_as_the_whole_cipher_does_it() {
        for length in (0..200).chain([1000, 65_536, 65_537]) {
            let text: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let key: Key = std::array::from_fn(|at| (at * 7 + length) as u8);
            let nonce: [u8; 12] = std::array::from_fn(|at| (at * 3 + length) as u8);
            let mut whole = text.clone();
            let whole_cipher = ChaCha20Poly1305::new(&key.into());
            let tag: Tag =
                whole_cipher.encrypt_inout_detached(&nonce.into(), &[], whole.as_mut_slice().into()).unwrap();
            whole.extend(tag);
            let mut own = b"before".to_vec();
            own.extend(&text);
            seal(&key, nonce, &mut own, 6);
            assert_eq!(own, [b"before", whole.as_slice()].concat(), "{length}");
            assert_eq!(open(&key, nonce, &whole), Some(text));
            for at in [0, whole.len() / 2, whole.len() - 1] {
                let mut changed = whole.clone();
                changed[at] ^= 0x10;
                assert_eq!(open(&key, nonce, &changed), None);
            }
        }
        assert_eq!(open(&Key::default(), [0; 12], &[0; 15]), None);
    }

    #[test]
    fn a_key_is_derived_as_the_whole_function_does_it() {
        for length in [0, 1, 16, 31, 32, 63, 64, 65, 200] {
            let (secret, salt) = (vec![7; length], vec![9; 200 - length]);
            let mut whole = Key::default();
            hkdf::Hkdf::<Sha256>::new(Some(&salt), &secret).expand(b"payload", &mut whole).unwrap();
            assert_eq!(derived(&secret, &salt, b"payload"), whole, "{length}");
        }
    }

    #[test]
    fn what_differs_anywhere_is_not_the_same() {
        assert!(is_same(b"", b"") && is_same(b"abc", b"abc"));
        for other in ["", "ab", "abcd", "bbc", "acc", "abd"] {
            assert!(!is_same(b"abc", other.as_bytes()) && !is_same(other.as_bytes(), b"abc"));
        }
    }
}
