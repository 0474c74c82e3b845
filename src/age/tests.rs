//! The vectors of C2SP's testkit (`tests/age/testkit`), which every implementation of the format is held to.
//!
//! This one opens files with a passphrase alone. Those for a key are opened with the file's own key, which each vector names:
//! header and payload are the same.

use std::fs;
use std::path::PathBuf;

use super::*;

struct Vector {
    name: String,
    /// `success`, or which part fails.
    expected: String,
    /// The SHA-256 of what it holds, or of as much as may be released.
    payload: Option<String>,
    file_key: Vec<u8>,
    passphrase: Option<String>,
    file: Vec<u8>,
}

fn vectors() -> Vec<Vector> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/age/testkit");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|path| vector(path.file_name().unwrap().to_str().unwrap(), &fs::read(path).unwrap())).collect()
}

fn vector(name: &str, bytes: &[u8]) -> Vector {
    let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
    let head = std::str::from_utf8(&bytes[..end]).unwrap();
    let member =
        |key: &str| head.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": ")).map(str::to_owned);
    let file = &bytes[end + 2..];
    let file = match member("compressed").as_deref() {
        Some("zlib") => miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(file, 1 << 25).unwrap(),
        None => file.to_vec(),
        other => panic!("{name}: {other:?}"),
    };
    let key = member("file key").unwrap_or_default();
    Vector {
        name: name.to_owned(),
        expected: member("expect").unwrap(),
        payload: member("payload"),
        file_key: key
            .as_bytes()
            .chunks(2)
            .map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap())
            .collect(),
        passphrase: member("passphrase"),
        file,
    }
}

fn hex(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The payload alone, behind whatever header, opened with the file's own key.
fn with_key(vector: &Vector) -> Option<Vec<u8>> {
    let unarmored = armor::is_armored(&vector.file).then(|| armor::read(&vector.file));
    let file = match unarmored {
        Some(file) => file?,
        None => vector.file.clone(),
    };
    let end = file.windows(5).position(|five| five == b"\n--- ")? + 5;
    let line = file[end..].iter().position(|byte| *byte == b'\n')? + 1;
    payload::read(&vector.file_key, &file[end + line..])
}

#[test]
fn every_vector_ends_as_it_says() {
    let vectors = vectors();
    assert!(vectors.len() > 100, "{}", vectors.len());
    let (mut opened, mut refused) = (0, 0);
    for vector in &vectors {
        let Vector { name, expected, passphrase, file, .. } = vector;
        let found = decrypt(file, passphrase.as_deref().unwrap_or("password"));
        let Some(_) = passphrase else {
            // What a key opens is not opened here, whatever stands in it.
            let code = found.unwrap_err().code();
            let says = match expected.as_str() {
                _ if file.len() > MAX_ENCRYPTED => code == ErrorCode::TooLarge,
                "armor failure" => code == ErrorCode::Damaged,
                "header failure" => true,
                _ => code == ErrorCode::WrongFormat,
            };
            assert!(says, "{name}: {code:?}");
            // But the payload is that of any file, and the armour around it.
            match expected.as_str() {
                "success" => {
                    assert_eq!(with_key(vector).map(|plain| hex(&plain)), vector.payload, "{name}");
                    opened += 1;
                }
                "payload failure" | "armor failure" => {
                    assert_eq!(with_key(vector), None, "{name}");
                    refused += 1;
                }
                _ => {}
            }
            continue;
        };
        match expected.as_str() {
            "success" => assert_eq!(Some(hex(&found.unwrap())), vector.payload, "{name}"),
            // Names of recipients differ in case: this one is unknown. So is one that comes before the passphrase.
            _ if ["scrypt_uppercase", "scrypt_and_x25519"].contains(&name.as_str()) => {
                assert_eq!(found.unwrap_err().code(), ErrorCode::WrongFormat, "{name}");
            }
            "no match" => assert_eq!(found.unwrap_err().code(), ErrorCode::WrongPassphrase, "{name}"),
            _ => {
                let code = found.unwrap_err().code();
                let too_much = ["scrypt_work_factor_23", "scrypt_work_factor_overflow"].contains(&name.as_str());
                assert_eq!(code, if too_much { ErrorCode::OutOfRange } else { ErrorCode::Damaged }, "{name}");
            }
        }
    }
    assert!(opened > 15 && refused > 30, "{opened} were opened, {refused} refused");
}

/// What a vector holds is what was written: its own header and payload come out of its key, salt and nonce.
#[test]
fn the_same_key_salt_and_nonce_give_the_bytes_of_the_vector() {
    let vectors = vectors();
    let vector = vectors.iter().find(|vector| vector.name == "scrypt").unwrap();
    let header = header::Header::read(&vector.file).unwrap();
    let nonce = &header.payload[..16];
    let plain = decrypt(&vector.file, "password").unwrap();
    let mut salt = Vec::new();
    base64::read(b"rF0/NwblUHHTpgQgRpe5CQ", &mut salt).unwrap();
    let random: [u8; RANDOM_BYTES] = [vector.file_key.as_slice(), &salt, nonce].concat().try_into().unwrap();
    assert_eq!(encrypt(&plain, "password", 10, &random).unwrap(), vector.file);
}
