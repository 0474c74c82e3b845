//! Files that a passphrase opens.

use crate::support::{code, example, lines, stderr, write};
use std::fs;
use std::process::{Command, Output, Stdio};

use iso27001_readiness::age::{RANDOM_BYTES, decrypt, encrypt};
use tempfile::TempDir;

const PASSPHRASE: &str = "correct horse – battery";
const VARIABLE: &str = "ISO27001_READINESS_PASSPHRASE";

/// The example, encrypted with little work.
fn encrypted(folder: &TempDir) -> String {
    let path = folder.path().join("example.age");
    let file = encrypt(example().to_json().as_bytes(), PASSPHRASE, 2, &[3; RANDOM_BYTES]).expect("it is written");
    fs::write(&path, file).expect("written");
    path.display().to_string()
}

/// Without a terminal to ask at: a session of its own has none.
fn run(arguments: &[&str], passphrase: Option<&str>) -> Output {
    let mut command = Command::new("setsid");
    command.arg("--wait").arg(env!("CARGO_BIN_EXE_iso27001-readiness")).args(arguments).stdin(Stdio::null());
    command.env_remove(VARIABLE);
    if let Some(passphrase) = passphrase {
        command.env(VARIABLE, passphrase);
    }
    command.output().expect("it runs")
}

#[cfg(target_os = "linux")]
#[test]
fn the_passphrase_comes_from_a_file_or_the_environment() {
    let folder = TempDir::new().expect("a folder");
    let (file, plain) = (encrypted(&folder), write(&folder, "example.json", &example().to_json()));
    let expected = lines(&run(&["report", &plain], None));
    let with_lf = write(&folder, "lf", &format!("{PASSPHRASE}\nanother line\n"));
    let with_crlf = write(&folder, "crlf", &format!("{PASSPHRASE}\r\n"));
    for secret in [&with_lf, &with_crlf] {
        assert_eq!(lines(&run(&["report", "--passphrase-file", secret, &file], None)), expected);
    }
    assert_eq!(lines(&run(&["report", &file], Some(PASSPHRASE))), expected);
    // Asked for once, it opens both; and the file counts before the environment.
    let merged = run(&["--passphrase-file", &with_lf, "merge", &file, &file], Some("wrong"));
    assert_eq!(code(&merged), 0, "{}", stderr(&merged));
}

#[cfg(target_os = "linux")]
#[test]
fn without_the_right_passphrase_it_says_so() {
    let folder = TempDir::new().expect("a folder");
    let file = encrypted(&folder);
    for (passphrase, said) in [
        (Some("correct horse"), "the passphrase does not open this file"),
        (Some(""), "the passphrase does not open this file"),
        (None, "no terminal to ask for the passphrase at"),
    ] {
        let output = run(&["report", &file], passphrase);
        assert_eq!(code(&output), 2);
        assert!(output.stdout.is_empty() && stderr(&output).contains(said), "{}", stderr(&output));
        assert!(stderr(&output).contains("example.age"), "{}", stderr(&output));
    }
    let missing = folder.path().join("none").display().to_string();
    assert_eq!(code(&run(&["report", "--passphrase-file", &missing, &file], None)), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_written_is_encrypted_where_that_is_asked_for() {
    let folder = TempDir::new().expect("a folder");
    let plain = write(&folder, "example.json", &example().to_json());
    let out = folder.path().join("result.age").display().to_string();
    let arguments = ["report", "--format", "result", "--encrypt", "--out", &out, &plain];
    assert_eq!(code(&run(&arguments, Some(PASSPHRASE))), 0);
    let (one, bare) = (fs::read(&out).expect("a file"), run(&["report", "--format", "result", &plain], None).stdout);
    assert_eq!(decrypt(&one, PASSPHRASE).expect("it is opened"), bare);
    // No two files have a key, a salt or a nonce in common.
    assert_eq!(code(&run(&arguments, Some(PASSPHRASE))), 0);
    assert_ne!(fs::read(&out).expect("a file"), one);
    assert_eq!(code(&run(&["verify", &out], Some(PASSPHRASE))), 0);
    // Without a passphrase, or for a batch, nothing is written in clear.
    fs::remove_file(&out).expect("removed");
    for (arguments, passphrase) in
        [(arguments.as_slice(), None), (&arguments, Some("")), (&["batch", "--encrypt", "--out", &out, &plain], None)]
    {
        let output = run(arguments, passphrase);
        assert_eq!((code(&output), output.stdout.len(), fs::exists(&out).ok()), (2, 0, Some(false)), "{arguments:?}");
    }
}
