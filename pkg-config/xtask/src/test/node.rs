//! Node's tests: two files at once, and what failed once more alone.
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fs;
use std::num::NonZero;
use std::thread;

use anyhow::{Result, ensure};

use super::Options;
use super::count::{Count, counted, node_count};
use crate::workspace::Workspace;

/// The longest that one file of Node's tests may take, every day and in the long run.
const FILE_MS: u64 = 20 * 60 * 1000;
const LONG_FILE_MS: u64 = 120 * 60 * 1000;

/// Tests have moments to keep to, which more browsers at once would disturb.
const MOST_FILES_AT_ONCE: usize = 4;

/// A file that failed beside another runs once more alone, since two browsers on two cores can disturb each other; both
/// outcomes are printed. Where more fail, something is broken.
const MOST_FILES_AGAIN: usize = 5;

/// As many files as there are cores: a browser waits half of its time. Each file has its own browsers, ports and folders.
fn files_at_once() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(MOST_FILES_AT_ONCE)
}

pub fn node_tests(workspace: &Workspace, options: &Options, folder: &str) -> Result<Count> {
    ensure!(workspace.package().is_dir(), "dist/ is not built; `cargo xtask build` builds it");
    let mut files: Vec<_> = fs::read_dir(workspace.path(folder))?
        .filter_map(|file| Some(format!("{folder}/{}", file.ok()?.file_name().to_string_lossy())))
        .filter(|file| file.ends_with(".test.mjs"))
        .collect();
    // The largest first: one that takes minutes and begins last would run on alone.
    files.sort_by_cached_key(|file| {
        let size = fs::metadata(workspace.path(file)).map_or(0, |about| about.len());
        (Reverse(size), file.clone())
    });
    ensure!(!files.is_empty(), "{folder} has no *.test.mjs");
    let (mut count, failing) = node_run(workspace, options, &files, files_at_once())?;
    options.failures.borrow_mut().extend(failing.iter().cloned());
    let again: Vec<_> =
        failing.iter().filter_map(|line| failing_file(line)).collect::<BTreeSet<_>>().into_iter().collect();
    if count.failed > 0 && !again.is_empty() && again.len() <= MOST_FILES_AGAIN && files_at_once() > 1 {
        let names = again.join(", ");
        println!("\nonce more, alone: {names}");
        let (alone, failing) = node_run(workspace, options, &again, 1)?;
        let said = if alone.failed == 0 { "passed" } else { "failed too" };
        options.failures.borrow_mut().extend(failing);
        options.failures.borrow_mut().push(format!("once more, alone: {names}: {said}"));
        count = if alone.failed == 0 {
            Count { passed: count.passed.saturating_add(count.failed), failed: 0 }
        } else {
            Count { failed: alone.failed, ..count }
        };
    }
    Ok(count)
}

/// The count, and the lines in which Node repeats what failed.
fn node_run(
    workspace: &Workspace,
    options: &Options,
    files: &[String],
    at_once: usize,
) -> Result<(Count, Vec<String>)> {
    // A file that hangs, if only on something left open, is ended and counts as failed.
    let limit = format!("--test-timeout={}", if options.long { LONG_FILE_MS } else { FILE_MS });
    let at_once = format!("--test-concurrency={at_once}");
    let node = workspace.node().args(["--test", "--test-reporter=spec", &at_once, &limit]).args(files);
    let node = if options.long { node.env("READINESS_LONG", "1") } else { node };
    let mut failing = Vec::new();
    let count = counted(node, |line| {
        if !failing.is_empty() || line == "✖ failing tests:" {
            failing.push(line.to_owned());
        }
        node_count(line)
    })?;
    Ok((count, failing))
}

/// Reads `test at tests/browser/undo.test.mjs:12:3`.
fn failing_file(line: &str) -> Option<String> {
    let (file, _) = line.strip_prefix("test at ")?.split_once(".test.mjs:")?;
    Some(format!("{file}.test.mjs"))
}

#[cfg(test)]
mod tests {
    use super::failing_file;

    #[test]
    fn the_file_that_failed_is_read_from_what_node_prints() {
        assert_eq!(
            failing_file("test at tests/browser/undo.test.mjs:12:3").as_deref(),
            Some("tests/browser/undo.test.mjs")
        );
        assert_eq!(failing_file("✖ undo (12 ms)"), None);
    }
}
