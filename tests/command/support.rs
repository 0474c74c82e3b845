//! Running the binary, and what it is given.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::catalog::Edition;
use serde_json::Value;
use tempfile::TempDir;

pub const NOW: &str = "2026-11-23T10:00:00Z";

pub fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_iso27001-readiness"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // It may end without reading.
    let writer = std::thread::spawn(move || stdin.write_all(&input).map_or((), |()| ()));
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("it was written");
    output
}

pub fn code(output: &Output) -> i32 {
    output.status.code().expect("not killed")
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text")
}

pub fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

pub fn example() -> Assessment {
    Assessment::example(Edition::E2022).expect("the example")
}

pub fn write(folder: &TempDir, name: &str, text: &str) -> String {
    let path = folder.path().join(name);
    fs::write(&path, text).expect("written");
    path.display().to_string()
}

pub fn names(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<_> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("one").path()).collect();
    names.sort();
    names
}
