//! Encrypted files: what is written comes back, and what anybody changed does not. The vectors of the format's testkit
//! (`testkit`) are tried beside the code, in `src/age/tests.rs`.

#![expect(clippy::expect_used, reason = "a step that fails is a failed test")]

use std::fmt::Write as _;

use iso27001_readiness::age::{MAX_ENCRYPTED, MAX_WORK_FACTOR, RANDOM_BYTES, decrypt, encrypt, is_encrypted};
use iso27001_readiness::{ErrorCode, ReadinessError};
use proptest::prelude::*;

/// As little work as the format allows.
const EASY: u8 = 1;
const RANDOM: [u8; RANDOM_BYTES] = *b"the file's own keyand a salt, 16 and a nonce, 16";
/// A chunk of the payload, and with its tag.
const CHUNK: usize = 64 * 1024;
const SEALED: usize = CHUNK + 16;

fn made(plain: &[u8]) -> Vec<u8> {
    encrypt(plain, "secret", EASY, &RANDOM).expect("it is written")
}

/// Where the payload's chunks begin: behind the header and the nonce.
fn chunks(file: &[u8]) -> usize {
    let end = file.windows(5).position(|five| five == b"\n--- ").expect("a header") + 5;
    end + file.iter().skip(end).position(|byte| *byte == b'\n').expect("its end") + 1 + 16
}

fn refusal(file: &[u8]) -> ErrorCode {
    code(decrypt(file, "secret"))
}

fn code(found: Result<Vec<u8>, ReadinessError>) -> ErrorCode {
    let error = found.expect_err("refused");
    assert!(!error.message().is_empty());
    error.code()
}

/// In armour, with lines that end so.
fn armored(file: &[u8], end: &str) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut digits = String::new();
    for group in file.chunks(3) {
        let bits = group.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (24 - 8 * group.len());
        let used = [18, 12, 6, 0].iter().take(group.len() + 1);
        digits.extend(used.map(|shift| char::from(*ALPHABET.get((bits >> shift & 63) as usize).expect("six bits"))));
        digits.push_str(&"=".repeat(3 - group.len()));
    }
    let lines: String =
        digits.as_bytes().chunks(64).fold(String::new(), |text, line| text + &String::from_utf8_lossy(line) + end);
    format!("-----BEGIN AGE ENCRYPTED FILE-----{end}{lines}-----END AGE ENCRYPTED FILE-----{end}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_was_written_comes_back(plain: Vec<u8>, passphrase in "\\PC{1,80}", random: [u8; 32], nonce: [u8; 16]) {
        let random = [random.as_slice(), &nonce].concat().try_into().expect("48 bytes");
        let file = encrypt(&plain, &passphrase, EASY, &random).expect("it is written");
        prop_assert!(is_encrypted(&file));
        for file in [file.as_slice(), armored(&file, "\r\n").as_bytes()] {
            prop_assert_eq!(&decrypt(file, &passphrase).expect("it is opened"), &plain);
        }
        prop_assert_eq!(code(decrypt(&file, &format!("{passphrase} "))), ErrorCode::WrongPassphrase);
    }
}

#[test]
fn sizes_around_the_ends_of_chunks_come_back() {
    for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1] {
        let plain: Vec<u8> = (0..size).map(|at| (at % 251) as u8).collect();
        let file = made(&plain);
        assert_eq!(file.len(), chunks(&file) + size + 16 * size.div_ceil(CHUNK).max(1));
        assert_eq!(decrypt(&file, "secret").as_ref(), Ok(&plain), "{size}");
    }
}

#[test]
fn no_bit_can_be_changed() {
    let file = made(b"what nobody is to read");
    for at in 0..file.len() {
        for bit in 0..8 {
            let mut changed = file.clone();
            changed[at] ^= 1 << bit;
            let refused = refusal(&changed);
            if at >= chunks(&file) - 16 {
                assert_eq!(refused, ErrorCode::Damaged, "bit {bit} of byte {at}");
            }
        }
    }
}

#[test]
fn nothing_can_be_cut_off_or_put_behind() {
    let file = made(&[7; CHUNK + 100]);
    let around = chunks(&file) + SEALED;
    for end in (0..chunks(&file) + 40).chain(around - 40..file.len()) {
        assert_eq!(refusal(&file[..end]), ErrorCode::Damaged, "the first {end} bytes");
    }
    for more in [&b"\n"[..], &[0; 16], &file] {
        assert_eq!(refusal(&[&file, more].concat()), ErrorCode::Damaged);
    }
}

#[test]
fn chunks_cannot_be_moved_repeated_or_left_out() {
    let file = made(&[7; 3 * CHUNK]);
    let (head, payload) = file.split_at(chunks(&file));
    let parts: Vec<&[u8]> = payload.chunks(SEALED).collect();
    let of = |order: &[usize]| [head].into_iter().chain(order.iter().map(|at| parts[*at])).collect::<Vec<_>>().concat();
    assert_eq!(decrypt(&of(&[0, 1, 2]), "secret").as_ref(), Ok(&vec![7; 3 * CHUNK]));
    for order in [&[1, 0, 2][..], &[0, 2], &[1, 2], &[0, 1], &[0, 0, 1, 2], &[0, 1, 2, 2], &[2], &[]] {
        assert_eq!(refusal(&of(order)), ErrorCode::Damaged, "{order:?}");
    }
}

#[test]
fn another_files_header_or_payload_does_not_fit() {
    let (one, mut random) = (made(b"one"), RANDOM);
    random[0] ^= 1;
    let other = encrypt(b"other", "secret", EASY, &random).expect("it is written");
    let mixed = [&one[..chunks(&one) - 16], &other[chunks(&other) - 16..]].concat();
    assert_eq!(refusal(&mixed), ErrorCode::Damaged);
}

#[test]
fn what_is_out_of_bounds_is_refused_before_any_work() {
    assert_eq!(code(encrypt(b"", "", EASY, &RANDOM)), ErrorCode::BlankPassphrase);
    for factor in [0, MAX_WORK_FACTOR + 1, u8::MAX] {
        assert_eq!(code(encrypt(b"", "secret", factor, &RANDOM)), ErrorCode::OutOfRange, "{factor}");
    }
    assert_eq!(refusal(&vec![b'a'; MAX_ENCRYPTED + 1]), ErrorCode::TooLarge);
    let text = String::from_utf8_lossy(&made(b"")[..60]).into_owned();
    for factor in ["21", "22", "63", "99", "100", "99999999999999999999"] {
        let file = text.replacen(" 1\n", &format!(" {factor}\n"), 1);
        let file = [file.as_bytes(), &made(b"")[60..]].concat();
        assert_eq!(refusal(&file), ErrorCode::OutOfRange, "{factor}");
    }
    for other in ["", "{}", "PK\u{3}\u{4}", "age", "-----BEGIN AGE"] {
        assert!(!is_encrypted(other.as_bytes()));
        assert_eq!(refusal(other.as_bytes()), ErrorCode::Damaged, "{other:?}");
    }
    assert_eq!(refusal(b"age-encryption.org/v2\n"), ErrorCode::NewerVersion);
}

#[test]
fn a_file_for_a_key_says_so() {
    let mut file = String::from("age-encryption.org/v1\n");
    for _ in 0..3 {
        let _ = write!(file, "-> X25519 {}\n{}\n", "A".repeat(43), "A".repeat(43));
    }
    let _ = write!(file, "--- {}\n{}", "A".repeat(43), "\0".repeat(48));
    assert_eq!(refusal(file.as_bytes()), ErrorCode::WrongFormat);
}

/// As `age -p` wrote it, at its own work factor.
#[test]
fn a_file_of_the_command_age_is_read() {
    let file = include_bytes!("written_by_age.age");
    assert_eq!(decrypt(file, "correct horse battery staple").as_deref(), Ok(b"{\"a\": 1}\n".as_slice()));
    assert_eq!(code(decrypt(file, "correct horse battery")), ErrorCode::WrongPassphrase);
}
