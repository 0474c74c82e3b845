//! The file as text, for mails: strict PEM with lines of 64 signs. It is read and never written.

use super::base64;

const BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
const END: &[u8] = b"-----END AGE ENCRYPTED FILE-----";
const LINE: usize = 64;

pub fn is_armored(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(BEGIN)
}

/// The bytes behind it, with white space around it as mails leave it, and lines that end as anybody's do.
pub fn read(text: &[u8]) -> Option<Vec<u8>> {
    let mut lines = text.trim_ascii().split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    if lines.next() != Some(BEGIN) {
        return None;
    }
    let mut out = Vec::new();
    let mut last = false;
    loop {
        let line = lines.next()?;
        if line == END {
            break;
        }
        if last || line.is_empty() || line.len() > LINE || line.len() % 4 != 0 {
            return None;
        }
        // Padding ends the last line.
        let digits = line.strip_suffix(b"==").or(line.strip_suffix(b"=")).unwrap_or(line);
        base64::read(digits, &mut out)?;
        last = line.len() < LINE || digits.len() < line.len();
    }
    lines.next().is_none().then_some(out)
}
