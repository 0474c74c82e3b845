//! How runs end: half inputs, full disks, readers that have enough, signals.

use crate::support::{code, example, lines, names, run, stderr, write};
use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::catalog::Edition;
use tempfile::TempDir;

#[test]
fn no_half_file_has_the_final_name() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out.ndjson");
    let missing = folder.path().join("gone.ndjson").display().to_string();
    let input = write(&folder, "in.ndjson", &example().to_json());
    let names_before = names(folder.path());
    // The second input is a folder without files: refused before anything is written.
    let output = run(&["batch", &input, &missing, "--out", &out.display().to_string()], b"");
    assert_eq!(code(&output), 2);
    assert_eq!(names(folder.path()), names_before);
    let nowhere = folder.path().join("no folder/out.json").display().to_string();
    assert_eq!(code(&run(&["report", &input, "--out", &nowhere], b"")), 2);
    assert_eq!(code(&run(&["batch", &input, "--out", &out.display().to_string()], b"")), 0);
    assert!(out.is_file());
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_said() {
    use std::os::unix::process::CommandExt;
    // Every write to this device fails as on a full disk.
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
    let folder = TempDir::new().expect("a folder");
    let input = write(&folder, "in.json", &example().to_json());
    for arguments in [["report", input.as_str()], ["batch", input.as_str()]] {
        let output = Command::new(env!("CARGO_BIN_EXE_iso27001-readiness"))
            .arg0("iso27001-readiness")
            .args(arguments)
            .stdout(full.try_clone().expect("another"))
            .stderr(Stdio::piped())
            .output()
            .expect("it runs");
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(stderr(&output).contains("standard output"), "{}", stderr(&output));
    }
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let one = Assessment::new(Edition::E2022).to_json();
    let folder = TempDir::new().expect("a folder");
    let input = write(&folder, "in.ndjson", &vec![one; 9000].join("\n"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_iso27001-readiness"))
        .args(["batch", &input])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
}

#[test]
fn input_that_ends_early_is_said() {
    let text = example().to_json();
    let cut = text.get(..text.len() / 2).expect("a half");
    for arguments in [["report", "-"], ["verify", "-"]] {
        assert_eq!(code(&run(&arguments, cut.as_bytes())), 2, "{arguments:?}");
        assert_eq!(code(&run(&arguments, b"")), 2, "{arguments:?}");
    }
    // In a batch the half is an error in its line, and nothing at all is no line.
    let output = run(&["batch"], format!("{text}\n{cut}").as_bytes());
    assert_eq!((code(&output), lines(&output).len()), (1, 2));
    assert_eq!(lines(&output)[1]["error"]["code"], "syntax");
    let nothing = run(&["batch"], b"");
    assert_eq!((code(&nothing), nothing.stdout.len()), (0, 0));
}

#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_leaves_no_file() {
    let folder = TempDir::new().expect("a folder");
    let input = write(&folder, "in.ndjson", &vec![Assessment::new(Edition::E2022).to_json(); 5000].join("\n"));
    let before = names(folder.path());
    let out = folder.path().join("out.ndjson");
    // No file may grow beyond 64 KiB: the write fails, as it does where the disk is full.
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 128; exec \"$0\" batch \"$1\" --out \"$2\""])
        .args([env!("CARGO_BIN_EXE_iso27001-readiness"), &input, &out.display().to_string()])
        .output()
        .expect("it runs");
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("out.ndjson"), "{}", stderr(&output));
    assert_eq!(names(folder.path()), before);
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_no_file() {
    let folder = TempDir::new().expect("a folder");
    let before = names(folder.path());
    let out = folder.path().join("out.ndjson");
    for signal in ["INT", "TERM"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_iso27001-readiness"))
            .args(["batch", "--out", &out.display().to_string()])
            .stdin(Stdio::piped())
            .spawn()
            .expect("it starts");
        // It waits for more input, and has begun its file.
        while names(folder.path()) == before {
            std::thread::sleep(Duration::from_millis(5));
        }
        let sent = Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().expect("sent");
        assert!(sent.success());
        let status = child.wait().expect("it ends");
        assert_eq!(status.code(), Some(130), "{signal}");
        assert_eq!(names(folder.path()), before, "{signal}");
    }
}
