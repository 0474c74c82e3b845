//! Encrypted files that somebody changed: refused by name, or opened to what was written.

use crate::holds::{Keep, refused};
use crate::random::{Random, inputs};
use iso27001_readiness::age::{RANDOM_BYTES, decrypt, encrypt};
use std::collections::BTreeMap;

const PLAIN: &[u8] = br#"{"format":"iso27001-readiness/assessment"}"#;
/// What its parts are made of; every work factor among them is an easy one.
const PIECES: [&str; 20] = [
    "\n",
    "\r\n",
    " ",
    "-> ",
    "->",
    "--- ",
    "---",
    "scrypt",
    "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 1\n",
    "-> X25519 AAAA\n",
    "-> a\n\n",
    "AAAA",
    "AA",
    "=",
    "age-encryption.org/v1\n",
    "age-encryption.org/v2",
    "-----BEGIN AGE ENCRYPTED FILE-----\n",
    "-----END AGE ENCRYPTED FILE-----\n",
    "0",
    "22",
];

fn changed(random: &mut Random, base: &[u8]) -> Vec<u8> {
    let mut bytes = base.to_vec();
    for _ in 0..=random.under(3) {
        let at = random.under(bytes.len() + 1);
        let end = (at + random.under(80)).min(bytes.len());
        match random.under(5) {
            0 => drop(bytes.splice(at..end, [])),
            1 => drop(bytes.splice(at..at, random.of_these(&PIECES).bytes())),
            2 => drop(bytes.splice(at..end, random.of_these(&PIECES).bytes())),
            3 => bytes.truncate(at),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = random.byte();
                }
            }
        }
    }
    bytes
}

/// The work that a passphrase takes is the file's to say: what these changes ask for is none, or far too much.
fn is_easy(file: &[u8]) -> bool {
    let text = String::from_utf8_lossy(file);
    text.lines().filter(|line| line.starts_with("-> scrypt ")).all(|line| {
        let factor = line.rsplit(' ').next().and_then(|factor| factor.parse::<u32>().ok());
        factor.is_none_or(|factor| !(10..=20).contains(&factor))
    })
}

#[test]
fn fuzz_an_encrypted_file_is_refused_or_opened() {
    let mut random = Random::of(41);
    let base = encrypt(PLAIN, "secret", 1, &[7; RANDOM_BYTES]).unwrap();
    let mut ends: BTreeMap<&str, u64> = BTreeMap::new();
    for _ in 0..inputs(4) {
        let file = changed(&mut random, &base);
        if !is_easy(&file) {
            continue;
        }
        let keep = Keep("encrypted", &file);
        let end = match decrypt(&file, "secret") {
            Ok(plain) => {
                assert_eq!((plain.as_slice(), &file), (PLAIN, &base));
                "opened"
            }
            Err(error) => refused(&error),
        };
        drop(keep);
        *ends.entry(end).or_default() += 1;
    }
    assert!(ends.keys().any(|end| *end == "wrong-passphrase") && ends.keys().any(|end| *end == "damaged"), "{ends:?}");
    assert!(ends.keys().any(|end| *end == "out-of-range"), "{ends:?}");
}
