//! Encrypted files: the [age format](https://c2sp.org/age) with a passphrase, as the command `age -p` writes and reads it.
//!
//! The primitives are `RustCrypto`'s; what stands here is the format. Randomness comes in from the caller.
//!
//! ```
//! use iso27001_readiness::age::{decrypt, encrypt, is_encrypted};
//!
//! // From the platform's generator, anew for every file.
//! let random = [7; 48];
//! let file = encrypt(b"{}", "correct horse battery staple", 10, &random)?;
//! assert!(is_encrypted(&file));
//! assert_eq!(decrypt(&file, "correct horse battery staple")?, b"{}");
//! # Ok::<(), iso27001_readiness::ReadinessError>(())
//! ```

mod armor;
mod base64;
mod cipher;
mod header;
mod payload;
#[cfg(test)]
mod tests;

use crate::error::{ErrorCode, ReadinessError};

type Result<T> = std::result::Result<T, ReadinessError>;

/// An encrypted file has fewer bytes than this: the largest result with its armour, which is a third more.
pub const MAX_ENCRYPTED: usize = 4 * 1024 * 1024;
/// The largest work factor that is read, as the power of two: it takes a gigabyte of memory. `age -p` writes 18.
pub const MAX_WORK_FACTOR: u8 = 20;
/// The work factor of the files that the command writes: it takes 64 MB.
pub const WORK_FACTOR: u8 = 16;
/// How many random bytes a file needs: its key, the salt of the passphrase and the nonce of the payload, 16 each.
pub const RANDOM_BYTES: usize = 48;

/// Whether it begins as an encrypted file does, armoured or not.
#[must_use]
pub fn is_encrypted(bytes: &[u8]) -> bool {
    bytes.starts_with(header::FAMILY) || armor::is_armored(bytes)
}

/// These bytes as a file that only this passphrase opens. The random bytes serve one file.
///
/// # Errors
/// `blank-passphrase`; `out-of-range` for a work factor outside 1 to [`MAX_WORK_FACTOR`]; `too-large` where there is too
/// little memory for it.
pub fn encrypt(plain: &[u8], passphrase: &str, work_factor: u8, random: &[u8; RANDOM_BYTES]) -> Result<Vec<u8>> {
    let (file_key, rest) = random.split_at(16);
    let (salt, nonce) = rest.split_at(16);
    let mut file = header::write(file_key, salt, work_factor, passphrase)?;
    payload::write(&mut file, file_key, nonce, plain);
    Ok(file)
}

/// What an encrypted file holds: all of it, or an error and nothing.
///
/// # Errors
/// `wrong-passphrase`; `damaged`; `too-large` for more than [`MAX_ENCRYPTED`] bytes or where there is too little memory for
/// its work factor; `out-of-range` for one over [`MAX_WORK_FACTOR`]; `wrong-format` if a passphrase is not what opens it;
/// `newer-version`.
pub fn decrypt(file: &[u8], passphrase: &str) -> Result<Vec<u8>> {
    if file.len() > MAX_ENCRYPTED {
        return Err(ReadinessError::new(ErrorCode::TooLarge, "$", words!("error.encrypted.large")));
    }
    let unarmored;
    let file = if armor::is_armored(file) {
        unarmored = armor::read(file).ok_or_else(damaged)?;
        &unarmored
    } else {
        file
    };
    let header = header::Header::read(file)?;
    let file_key = header.file_key(passphrase)?;
    open(&header, &file_key)
}

/// Nothing leaves before all of it is authentic.
fn open(header: &header::Header<'_>, file_key: &[u8]) -> Result<Vec<u8>> {
    if !header.is_authentic(file_key) {
        return Err(damaged());
    }
    payload::read(file_key, header.payload).ok_or_else(damaged)
}

fn damaged() -> ReadinessError {
    ReadinessError::new(ErrorCode::Damaged, "$", words!("error.encrypted.damaged"))
}
