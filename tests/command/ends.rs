//! How runs end: half inputs, full disks, readers that have enough, signals.

use crate::support::{code, example, lines, names, run, stderr, write};
use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::envelope::seal;
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

/// A call of each subcommand that writes to a file, in a folder with what it reads.
fn writers(folder: &TempDir) -> Vec<Vec<String>> {
    let now = write(folder, "now.json", &example().to_json());
    let old = write(folder, "old.json", &Assessment::example(Edition::E2013).expect("the example").to_json());
    let result = write(folder, "result.json", &seal(&example()));
    let sheet = write(folder, "sheet.csv", "Control;Status\nA.5.1;3\nA.5.7;4\n");
    let call = |arguments: &[&str]| arguments.iter().map(|&one| one.to_owned()).collect::<Vec<_>>();
    let mut calls = vec![
        call(&["verify", &result]),
        call(&["plan", &now]),
        call(&["statement", &now]),
        call(&["checklist", &now, "--format", "csv"]),
        call(&["first-version", "isms_scope", &now]),
        call(&["merge", &now, &now]),
        call(&["carry-over", &old]),
        call(&["catalog", "2022"]),
        call(&["new"]),
        call(&["import", &sheet, "--into", &now]),
        call(&["import", &sheet, "--into", &now, "--apply"]),
        call(&["fill", &sheet, "--from", &now]),
        call(&["batch", &now]),
    ];
    for format in ["json", "markdown", "html", "csv", "xlsx", "oscal", "oscal-bundle", "result"] {
        calls.push(call(&["report", &now, "--format", format]));
    }
    calls
}

/// What is written to standard output alone.
const PRINTERS: [&[&str]; 5] =
    [&["completions", "bash"], &["completions", "fish"], &["manual"], &["--help"], &["--version"]];

/// Runs the command as a shell does, with `$0` and its arguments in the script.
#[cfg(unix)]
fn in_shell(script: &str, arguments: &[String]) -> Output {
    Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_iso27001-readiness")])
        .args(arguments)
        .output()
        .expect("it runs")
}

#[cfg(unix)]
fn every_call(folder: &TempDir) -> Vec<Vec<String>> {
    let printed = PRINTERS.iter().map(|call| call.iter().map(|&one| one.to_owned()).collect());
    writers(folder).into_iter().chain(printed).collect()
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_said() {
    let folder = TempDir::new().expect("a folder");
    for call in every_call(&folder) {
        // Every write to this device fails as on a full disk.
        let output = in_shell("exec \"$0\" \"$@\" >/dev/full", &call);
        assert_eq!(code(&output), 2, "{call:?}");
        assert!(stderr(&output).contains("standard output"), "{call:?}: {}", stderr(&output));
    }
}

#[cfg(unix)]
#[test]
fn what_cannot_be_said_changes_nothing() {
    let folder = TempDir::new().expect("a folder");
    let wrong = vec!["report".into(), folder.path().join("none.json").display().to_string()];
    for call in every_call(&folder).into_iter().chain([wrong]) {
        let usual = in_shell("exec \"$0\" \"$@\"", &call);
        let unheard = in_shell("exec \"$0\" \"$@\" 2>/dev/full", &call);
        assert_eq!(code(&unheard), code(&usual), "{call:?}");
        assert_eq!(unheard.stdout.len(), usual.stdout.len(), "{call:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_whole_has_no_name() {
    let folder = TempDir::new().expect("a folder");
    for call in writers(&folder) {
        let out = folder.path().join("out");
        let before = names(folder.path());
        let named = [call.as_slice(), &["--out".into(), out.display().to_string()]].concat();
        // No file may grow at all: the write fails, as it does where the disk is full.
        let output = in_shell("trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"", &named);
        assert_eq!(code(&output), 2, "{call:?}");
        assert!(stderr(&output).contains(&out.display().to_string()), "{call:?}: {}", stderr(&output));
        assert_eq!(names(folder.path()), before, "{call:?}");
        // Nor does one that was there before lose anything.
        fs::write(&out, "as it was").expect("written");
        assert_eq!(code(&in_shell("trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"", &named)), 2, "{call:?}");
        assert_eq!(fs::read(&out).expect("still there"), b"as it was", "{call:?}");
        assert_ne!(code(&in_shell("exec \"$0\" \"$@\"", &named)), 2, "{call:?}");
        assert_ne!(fs::read(&out).expect("written"), b"as it was", "{call:?}");
        fs::remove_file(out).expect("removed");
    }
}

#[cfg(unix)]
#[test]
fn a_file_is_written_as_any_other() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let mode = |name: &str| fs::metadata(path(name)).expect("a file").permissions().mode() & 0o777;
    let new = |script: &str, name: &str| {
        let output = in_shell(script, &["new".into(), "--out".into(), path(name)]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        output
    };
    new("umask 027; exec \"$0\" \"$@\"", "masked");
    assert_eq!(mode("masked"), 0o640);
    fs::set_permissions(path("masked"), PermissionsExt::from_mode(0o604)).expect("set");
    new("umask 027; exec \"$0\" \"$@\"", "masked");
    assert_eq!(mode("masked"), 0o604, "the one that was there keeps its own");
    // A link stays one, and a device stays a device.
    symlink(path("masked"), path("link")).expect("a link");
    fs::write(path("masked"), "").expect("emptied");
    new("exec \"$0\" \"$@\"", "link");
    assert!(fs::symlink_metadata(path("link")).expect("it is there").is_symlink());
    assert!(fs::metadata(path("masked")).expect("a file").len() > 0);
    let output = in_shell("exec \"$0\" \"$@\" | cat", &["new".into(), "--out".into(), "/dev/stdout".into()]);
    assert!(Assessment::parse_bytes(output.stdout.trim_ascii()).is_ok());
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

/// The calls of those subcommands that read standard input.
fn readers(folder: &TempDir) -> Vec<Vec<String>> {
    let mut calls = writers(folder);
    calls.retain(|call| call.iter().any(|one| one.ends_with("now.json") || one.ends_with("old.json")));
    for call in &mut calls {
        let name = call.iter_mut().find(|one| one.ends_with("now.json") || one.ends_with("old.json"));
        *name.expect("a file") = "-".into();
    }
    let result = ["verify", "-"].map(String::from).to_vec();
    calls.into_iter().chain([result]).collect()
}

#[test]
fn input_that_ends_early_is_said() {
    let folder = TempDir::new().expect("a folder");
    let text = example().to_json();
    let cut = text.get(..text.len() / 2).expect("a half");
    for call in readers(&folder).iter().filter(|call| call.first().is_some_and(|name| name != "batch")) {
        let arguments: Vec<&str> = call.iter().map(String::as_str).collect();
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
fn a_run_that_is_interrupted_while_it_reads_leaves_no_file() {
    let folder = TempDir::new().expect("a folder");
    let text = example().to_json();
    let half = text.as_bytes().get(..text.len() / 2).expect("a half");
    for call in readers(&folder) {
        let out = folder.path().join("out");
        let mut child = Command::new(env!("CARGO_BIN_EXE_iso27001-readiness"))
            .args(&call)
            .arg("--out")
            .arg(&out)
            .stdin(Stdio::piped())
            .spawn()
            .expect("it starts");
        // More than a pipe holds: when it is written, the run has begun to read. It is kept open: waiting for a child closes
        // its input, and a run whose input ends is not interrupted.
        let mut stdin = child.stdin.take().expect("a pipe");
        stdin.write_all(half).and_then(|()| stdin.write_all(&[b' '; 1 << 16])).expect("written");
        // Not INT: a suite that was started in the background hands down that INT is ignored.
        let sent = Command::new("kill").args(["-s", "TERM", &child.id().to_string()]).status().expect("sent");
        assert!(sent.success());
        assert!(!child.wait().expect("it ends").success(), "{call:?}");
        drop(stdin);
        assert!(!out.exists(), "{call:?}");
        let left = names(folder.path());
        assert_eq!(left.len(), 4, "{call:?}: {left:?}");
    }
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
        // Kept open: waiting for a child closes its input, and a run whose input ends is not interrupted.
        let input = child.stdin.take();
        // It waits for more input, and has begun its file.
        while names(folder.path()) == before {
            std::thread::sleep(Duration::from_millis(5));
        }
        let sent = Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().expect("sent");
        assert!(sent.success());
        let status = child.wait().expect("it ends");
        assert_eq!(status.code(), Some(130), "{signal}");
        drop(input);
        assert_eq!(names(folder.path()), before, "{signal}");
    }
}
