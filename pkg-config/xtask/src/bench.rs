//! Times and long runs: figures to publish, not checks of every day.
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::build;
use crate::command::Tool;
use crate::workspace::Workspace;

/// How much is measured.
pub struct Extent {
    /// The native build and the package take turns, so that what else the machine does falls on both; so do the page and
    /// the peer.
    turns: usize,
    /// What a batch is measured on, and how often: the quickest counts.
    lines: [(&'static str, u64); 3],
    batches: usize,
    /// Growth: the same lines, so many.
    growth: &'static [u64],
    /// How often the page is opened, and its views.
    openings: usize,
    /// How many results the review desk is given.
    results: &'static [&'static str],
    path: &'static str,
}

pub const WHOLE: Extent = Extent {
    turns: 5,
    lines: [("begun", 100_000), ("whole", 30_000), ("result", 5000)],
    batches: 3,
    growth: &[10_000, 100_000, 1_000_000],
    openings: 7,
    results: &["1000", "5000"],
    path: "docs/performance.md",
};
/// Enough to see that it runs; its figures are not for publishing.
pub const SHORT: Extent = Extent {
    turns: 1,
    lines: [("begun", 10_000), ("whole", 3000), ("result", 500)],
    batches: 1,
    growth: &[10_000],
    openings: 1,
    results: &["200"],
    path: "target/bench/performance.md",
};

/// Builds, measures, and writes down what came out.
///
/// # Errors
/// When a build or a bench fails.
pub fn all(workspace: &Workspace, extent: &Extent) -> Result<bool> {
    let within_budget = build::all(workspace)?;
    command(workspace)?;
    fs::create_dir_all(workspace.path("target/bench"))?;
    let mut text = head(workspace)?;
    text.push_str(&steps(workspace, extent)?);
    text.push_str(&batches(workspace, extent)?);
    text.push_str(&page(workspace, extent)?);
    text.push_str(&beside(workspace, extent)?);
    text.push_str(&desk(workspace, extent)?);
    fs::write(workspace.path(extent.path), text)?;
    println!("{} is written", extent.path);
    Ok(within_budget)
}

/// Compiles the command, and what makes assessments.
///
/// # Errors
/// When they do not compile.
pub fn command(workspace: &Workspace) -> Result<()> {
    let build =
        ["build", "--release", "--locked", "--features", "cli", "--bin", "iso27001-readiness", "--example", "bench"];
    workspace.cargo().args(build).run()
}

fn head(workspace: &Workspace) -> Result<String> {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let information = read("/proc/cpuinfo");
    let model = information.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = read("/proc/loadavg");
    let rust = Tool::new("rustc", workspace.root()).arg("--version").output()?;
    let node = workspace.node().arg("--version").output()?;
    let day = workspace.node().args(["--print", "new Date().toISOString().slice(0, 10)"]).output()?;
    Ok(format!(
        "# Performance\n\nWritten by `cargo xtask bench` on {day}, in one run. {}, {cores} cores, {rust}, Node {node}. \
         Load of the machine when it began: {}. Above 1 other programs took part, and times are too long.\n",
        model.map_or("unknown processor", |(_, name)| name),
        load.split(' ').next().unwrap_or("unknown"),
    ))
}

fn made(workspace: &Workspace) -> PathBuf {
    workspace.cargo_target().join("release/examples/bench")
}

/// Each step natively and in the package.
fn steps(workspace: &Workspace, extent: &Extent) -> Result<String> {
    let mut best: BTreeMap<String, [f64; 2]> = BTreeMap::new();
    let mut order = Vec::new();
    for _ in 0..extent.turns {
        let native = Tool::new(&made(workspace).to_string_lossy(), workspace.root()).arg("times").output()?;
        let package = workspace.node().arg("tests/bench/core.mjs").arg(made(workspace)).output()?;
        for (place, lines) in [native, package].iter().enumerate() {
            for line in lines.lines() {
                let (name, time) = line.split_once('\t').context("a name and a time")?;
                let time: f64 = time.parse()?;
                if !best.contains_key(name) {
                    order.push(name.to_owned());
                }
                let both = best.entry(name.to_owned()).or_insert([f64::INFINITY; 2]);
                if let Some(kept) = both.get_mut(place) {
                    *kept = kept.min(time);
                }
            }
        }
    }
    let mut text = format!(
        "\n## A step\n\nMicroseconds: the median of 360 runs, the best of {} turns, natively and in the package taking \
         turns. Natively a step ends with its JSON text, in the package with an object of JavaScript. *begun* is a file of \
         some 3 KB with a third of the answers, *whole* one of some 13 KB with all of them, half with a note and an owner, a \
         *result* the 50 KB that a portal receives.\n\n| step | native | package | package ÷ native |\n| --- | --: | --: | --: |\n",
        extent.turns,
    );
    for name in order {
        let [native, package] = best.get(&name).copied().unwrap_or_default();
        if native.is_finite() {
            writeln!(text, "| {name} | {native:.0} | {package:.0} | {} |", ratio(package, native))?;
        } else {
            writeln!(text, "| {name} | | {package:.0} | |")?;
        }
    }
    Ok(text)
}

#[expect(clippy::float_arithmetic, reason = "times are measured, not computed with")]
fn ratio(one: f64, other: f64) -> String {
    format!("{:.1}", one / other)
}

#[expect(clippy::float_arithmetic, reason = "times are measured, not computed with")]
fn a_second(lines: u64, time: Duration) -> String {
    let count: f64 = u32::try_from(lines).map_or(f64::INFINITY, f64::from);
    grouped(&format!("{:.0}", count / time.as_secs_f64()))
}

/// With a comma between thousands.
fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len().saturating_sub(place)).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The batch by sort and threads, then its growth.
fn batches(workspace: &Workspace, extent: &Extent) -> Result<String> {
    let mut text = format!(
        "\n## The batch\n\nAssessments or results a second, reading and writing included; the best of {}.\n\n\
         | input | bytes a line | 1 thread | 2 threads |\n| --- | --: | --: | --: |\n",
        extent.batches,
    );
    for (size, lines) in extent.lines {
        let input = input(workspace, size, lines)?;
        let bytes = fs::metadata(&input)?.len() / lines;
        let mut cells = Vec::new();
        for threads in ["1", "2"] {
            let mut best = Duration::MAX;
            for _ in 0..extent.batches {
                best = best.min(batch(workspace, &input, threads)?.0);
            }
            cells.push(a_second(lines, best));
        }
        writeln!(text, "| {size} | {} | {} |", grouped(&bytes.to_string()), cells.join(" | "))?;
        fs::remove_file(input)?;
    }
    text.push_str(
        "\nReading is a thread of its own beside those that compute. Memory and time by the number of lines, *begun*, two \
         threads:\n\n| lines | seconds | lines a second | largest memory, MB |\n| --: | --: | --: | --: |\n",
    );
    for &lines in extent.growth {
        let input = input(workspace, "begun", lines)?;
        let (time, peak) = batch(workspace, &input, "2")?;
        fs::remove_file(input)?;
        let seconds = format!("{:.2}", time.as_secs_f64());
        let megabytes = peak / 1024;
        writeln!(text, "| {} | {seconds} | {} | {megabytes} |", grouped(&lines.to_string()), a_second(lines, time))?;
    }
    Ok(text)
}

fn input(workspace: &Workspace, size: &str, lines: u64) -> Result<PathBuf> {
    let path = workspace.path("target/bench").join(format!("{size}.ndjson"));
    let status =
        Command::new(made(workspace)).args(["made", &lines.to_string(), size]).stdout(File::create(&path)?).status()?;
    ensure!(status.success(), "making {lines} assessments failed ({status})");
    Ok(path)
}

/// How long a batch takes, and the most memory that it held, in kilobytes.
fn batch(workspace: &Workspace, input: &PathBuf, threads: &str) -> Result<(Duration, u64)> {
    let start = Instant::now();
    let mut child = Command::new(workspace.cargo_target().join("release/iso27001-readiness"))
        .args(["batch", "--threads", threads])
        .arg(input)
        .stdout(Stdio::null())
        .spawn()?;
    let mut peak = 0;
    loop {
        if let Some(status) = child.try_wait()? {
            ensure!(status.success(), "the batch failed ({status})");
            return Ok((start.elapsed(), peak));
        }
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let held =
            status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        peak = peak.max(held.unwrap_or(0));
        sleep(Duration::from_millis(5));
    }
}

/// The page in Chromium.
fn page(workspace: &Workspace, extent: &Extent) -> Result<String> {
    let table = workspace.node().arg("tests/bench/page.mjs").arg(extent.openings.to_string()).output()?;
    println!("{table}");
    Ok(format!(
        "\n## The page\n\nIn Chromium, from its file, with a processor slowed down so many times. Views: the time that the \
         page's own thread is at work when one is opened for the first time.\n\n```text\n{table}\n```\n"
    ))
}

/// The page beside the peer, which is installed for this alone.
fn beside(workspace: &Workspace, extent: &Extent) -> Result<String> {
    println!("bench: installing SurveyJS (npm ci --ignore-scripts, in tests/bench/peer)");
    workspace.npm().args(["ci", "--ignore-scripts", "--silent", "--prefix", "tests/bench/peer"]).run()?;
    let table = workspace.node().arg("tests/bench/beside.mjs").arg(extent.turns.to_string()).output()?;
    println!("{table}");
    Ok(format!(
        "\n## Beside SurveyJS\n\nThe same 123 questions with seven choices each and a page for each topic, as a survey of \
         SurveyJS (`survey-core`, `survey-js-ui`), whose score is a mean by topic and one of all; this page computes \
         verdicts, findings and must-haves besides. In Chromium, from a host over a line of 1.6 Mbit/s with 150 ms there and \
         back, packed by brotli, with a processor slowed down so many times. Medians; both take turns, each in a browser of \
         its own. An answer to its score is computed without drawing.\n\n{table}\n"
    ))
}

/// The review desk in Chromium.
fn desk(workspace: &Workspace, extent: &Extent) -> Result<String> {
    let lines = workspace.node().arg("tests/bench/desk.mjs").args(extent.results).output()?;
    println!("{lines}");
    Ok(format!(
        "\n## The review desk\n\nIn Chromium, from its file: results read from one ZIP archive, each recomputed, and how \
         long a key press waits meanwhile that changes the rows in sight.\n\n```text\n{lines}\n```\n"
    ))
}

/// The native tests named `fuzz…`, each with this many cases.
pub fn fuzz(workspace: &Workspace, cases: u64) -> Tool {
    workspace
        .cargo()
        .args(["test", "--release", "--locked", "--package", "iso27001-readiness", "fuzz"])
        .args(["--", "--include-ignored", "--nocapture"])
        .env("FUZZ_CASES", cases.to_string())
        .env("PROPTEST_CASES", cases.to_string())
}
