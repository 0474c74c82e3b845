//! The header: the key of the file, encrypted with the passphrase, and a code that no change of it gets past.

use super::cipher::{Key, TAG, derived, hmac, is_same, open, seal, stretched};
use super::{Result, base64, damaged};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::push_integer;

/// How a file of any version begins.
pub const FAMILY: &[u8] = b"age-encryption.org/v";
const VERSION: &[u8] = b"age-encryption.org/v1\n";
const STANZA: &[u8] = b"-> ";
const PASSPHRASE: &[u8] = b"-> scrypt ";
const END: &[u8] = b"---";
const SALT: &[u8] = b"age-encryption.org/v1/scrypt";
const FILE_KEY: usize = 16;

/// The header of a file for a passphrase, which stands alone: else whoever has another key could write in the name of who
/// knows it.
pub struct Header<'f> {
    salt: Vec<u8>,
    work_factor: u8,
    wrapped: Vec<u8>,
    /// What the code is of.
    signed: &'f [u8],
    code: Vec<u8>,
    pub payload: &'f [u8],
}

impl<'f> Header<'f> {
    pub fn read(file: &'f [u8]) -> Result<Self> {
        let error = |code, message| Err(ReadinessError::new(code, "$", message));
        let Some(rest) = file.strip_prefix(VERSION) else {
            let version = file.strip_prefix(FAMILY).and_then(|mut rest| until(&mut rest, b'\n')).unwrap_or_default();
            return if !version.is_empty() && version.iter().all(u8::is_ascii_digit) {
                error(ErrorCode::NewerVersion, words!("error.encrypted.newer"))
            } else {
                Err(damaged())
            };
        };
        if let Some(mut rest) = rest.strip_prefix(PASSPHRASE) {
            return Self::parts(file, &mut rest).ok_or_else(damaged);
        }
        if rest.starts_with(STANZA) && rest.contains(&b'\n') {
            return error(ErrorCode::WrongFormat, words!("error.encrypted.key"));
        }
        Err(damaged())
    }

    fn parts(file: &'f [u8], rest: &mut &'f [u8]) -> Option<Self> {
        let salt = decoded(until(rest, b' ')?, 16)?;
        let factor = until(rest, b'\n')?;
        let wrapped = decoded(until(rest, b'\n')?, FILE_KEY + TAG)?;
        *rest = rest.strip_prefix(END)?;
        let signed = file.get(..file.len().checked_sub(rest.len())?)?;
        *rest = rest.strip_prefix(b" ")?;
        let code = decoded(until(rest, b'\n')?, 32)?;
        if factor.first() == Some(&b'0') || !factor.iter().all(u8::is_ascii_digit) {
            return None;
        }
        // One of three digits or more is too large all the same.
        let work_factor = if factor.len() > 2 { u8::MAX } else { std::str::from_utf8(factor).ok()?.parse().ok()? };
        Some(Self { salt, work_factor, wrapped, signed, code, payload: rest })
    }

    /// The key of the file.
    pub fn file_key(&self, passphrase: &str) -> Result<Vec<u8>> {
        let key = wrapping_key(passphrase, &self.salt, self.work_factor)?;
        open(&key, [0; 12], &self.wrapped)
            .ok_or_else(|| ReadinessError::new(ErrorCode::WrongPassphrase, "$", words!("error.passphrase.wrong")))
    }

    /// Whether nobody has changed it.
    pub fn is_authentic(&self, file_key: &[u8]) -> bool {
        is_same(&code(file_key, self.signed), &self.code)
    }
}

/// The header of a file with this key, salt and work factor.
pub fn write(file_key: &[u8], salt: &[u8], work_factor: u8, passphrase: &str) -> Result<Vec<u8>> {
    if passphrase.is_empty() {
        return Err(ReadinessError::new(ErrorCode::BlankPassphrase, "passphrase", words!("error.passphrase.blank")));
    }
    let mut wrapped = file_key.to_vec();
    seal(&wrapping_key(passphrase, salt, work_factor)?, [0; 12], &mut wrapped, 0);
    let mut out = [VERSION, PASSPHRASE].concat();
    base64::write(salt, &mut out);
    let mut factor = String::from(" ");
    push_integer(&mut factor, u64::from(work_factor));
    factor.push('\n');
    out.extend(factor.as_bytes());
    base64::write(&wrapped, &mut out);
    out.push(b'\n');
    out.extend(END);
    let code = code(file_key, &out);
    out.push(b' ');
    base64::write(&code, &mut out);
    out.push(b'\n');
    Ok(out)
}

fn code(file_key: &[u8], signed: &[u8]) -> Key {
    hmac(&derived(file_key, &[], b"header"), signed, &[])
}

fn wrapping_key(passphrase: &str, salt: &[u8], work_factor: u8) -> Result<Key> {
    stretched(passphrase, &[SALT, salt].concat(), work_factor)
}

/// What stands before the next of these, and after it the rest.
fn until<'f>(rest: &mut &'f [u8], end: u8) -> Option<&'f [u8]> {
    let at = rest.iter().position(|byte| *byte == end)?;
    let (before, after) = rest.split_at_checked(at)?;
    *rest = after.get(1..)?;
    Some(before)
}

/// So many bytes.
fn decoded(digits: &[u8], bytes: usize) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    base64::read(digits, &mut out)?;
    (out.len() == bytes).then_some(out)
}
