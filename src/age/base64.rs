//! Base64 with the standard alphabet and without padding. Only what this would write is read.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub fn write(bytes: &[u8], out: &mut Vec<u8>) {
    for group in bytes.chunks(3) {
        // The missing bytes of the last group are zero, and one digit more than it has bytes is written.
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for shift in [18, 12, 6, 0].into_iter().take(group.len() + 1) {
            out.extend(ALPHABET.get((bits >> shift & 63) as usize));
        }
    }
}

/// `None` for any other sign, a length that cannot be, and bits behind the last byte.
pub fn read(digits: &[u8], out: &mut Vec<u8>) -> Option<()> {
    let (mut bits, mut held) = (0_u32, 0_u32);
    for digit in digits {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        // What is above the bits that are held has been written, and falls out.
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held & 255) as u8);
        }
    }
    let left = bits & ((1 << held) - 1);
    (held < 6 && left == 0).then_some(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn bytes_come_back_and_nothing_else_is_read() {
        let all: Vec<u8> = (0..=255).collect();
        for length in 0..all.len() {
            let (mut written, mut read) = (Vec::new(), Vec::new());
            super::write(&all[..length], &mut written);
            assert_eq!(written.len(), (length * 4).div_ceil(3));
            assert_eq!(super::read(&written, &mut read), Some(()));
            assert_eq!(read, all[..length]);
        }
        let known = [("", "".as_bytes()), ("Zg", b"f"), ("Zm8", b"fo"), ("Zm9v", b"foo"), ("+/8", b"\xfb\xff")];
        for (text, bytes) in known {
            let mut written = Vec::new();
            super::write(bytes, &mut written);
            assert_eq!(written, text.as_bytes());
        }
        for bad in ["A", "AAAAA", "Zh", "Zm9", "Zg==", "Zm9v\n", "Zm-v", "Zm_v", " Zg"] {
            assert_eq!(super::read(bad.as_bytes(), &mut Vec::new()), None, "{bad:?}");
        }
    }
}
