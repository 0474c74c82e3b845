//! Every check there is, each a timed step; CI runs the same.
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::command::Tool;
use crate::workspace::Workspace;
use crate::{bench, build, release, setup};

/// The longest that one file of Node's tests may take, every day and in the long run.
const FILE_MS: u64 = 20 * 60 * 1000;
const LONG_FILE_MS: u64 = 120 * 60 * 1000;

/// Tests have moments to keep to, which more browsers at once would disturb.
const MOST_FILES_AT_ONCE: usize = 4;

/// A file that failed beside another runs once more alone, since two browsers on two cores can disturb each other; both
/// outcomes are printed. Where more fail, something is broken.
const MOST_FILES_AGAIN: usize = 5;

/// What the command line asked for.
#[derive(Default)]
pub struct Options {
    /// Empty: all steps.
    only: Vec<String>,
    long: bool,
    bless: bool,
    /// What failed, repeated below the sum: a log is read from its end.
    failures: RefCell<Vec<String>>,
}

impl Options {
    /// # Errors
    /// When an option or a step is not known.
    pub fn parse(words: &[&str]) -> Result<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--long" => options.long = true,
                "--bless" => options.bless = true,
                "--only" => {
                    let step = words.next().context("--only takes the name of a step")?;
                    let names = || STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ");
                    ensure!(
                        STEPS.iter().any(|known| known.name == *step),
                        "there is no step {step:?}; there are {}",
                        names()
                    );
                    options.only.push((*step).to_owned());
                }
                other => bail!("test takes --only STEP, --long and --bless, not {other:?}"),
            }
        }
        Ok(options)
    }

    fn wants(&self, step: &Step) -> bool {
        if self.only.is_empty() { self.long || !step.long } else { self.only.iter().any(|name| name == step.name) }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Count {
    passed: u64,
    failed: u64,
}

impl Count {
    const ONE: Self = Self { passed: 1, failed: 0 };

    fn add(&mut self, other: Self) {
        self.passed = self.passed.saturating_add(other.passed);
        self.failed = self.failed.saturating_add(other.failed);
    }
}

struct Step {
    name: &'static str,
    /// Left out of the everyday run.
    long: bool,
    /// Programs besides those of the build.
    programs: &'static [&'static str],
    run: fn(&Workspace, &Options) -> Result<Count>,
}

const STEPS: [Step; 25] = [
    Step { name: "format", long: false, programs: &[], run: format },
    Step { name: "lint", long: false, programs: &[], run: lint },
    Step { name: "lint-wasm", long: false, programs: &[], run: lint_wasm },
    Step { name: "native", long: false, programs: &[], run: native },
    Step { name: "docs", long: false, programs: &[], run: docs },
    Step { name: "package", long: false, programs: &[], run: package },
    Step { name: "vectors", long: false, programs: &["python3"], run: vectors },
    Step { name: "build", long: false, programs: &[], run: build },
    Step { name: "reproducible", long: false, programs: &[], run: reproducible },
    Step { name: "boundary", long: false, programs: &["python3"], run: boundary },
    Step { name: "exports", long: false, programs: &[], run: exports },
    Step { name: "sheets", long: false, programs: &[], run: sheets },
    Step { name: "drafts", long: false, programs: &[], run: drafts },
    Step { name: "types", long: false, programs: &[], run: types },
    Step {
        name: "browser",
        long: false,
        programs: &["chromium", "firefox-esr", "WebKitWebDriver", "Xvfb"],
        run: browser,
    },
    Step { name: "languages", long: false, programs: &["chromium"], run: languages },
    Step { name: "same", long: false, programs: &["chromium", "firefox-esr", "WebKitWebDriver", "Xvfb"], run: same },
    Step { name: "frame", long: false, programs: &["chromium", "firefox-esr", "WebKitWebDriver", "Xvfb"], run: frame },
    Step {
        name: "consumers",
        long: false,
        programs: &["chromium", "firefox-esr", "WebKitWebDriver", "Xvfb"],
        run: consumers,
    },
    Step { name: "semver", long: true, programs: &[], run: semver },
    Step { name: "dependencies", long: true, programs: &[], run: dependencies },
    Step { name: "readers", long: true, programs: &["python3", setup::VENV, "soffice"], run: readers },
    Step { name: "portfolio", long: true, programs: &["python3", setup::VENV, "java"], run: portfolio },
    Step { name: "fuzz", long: true, programs: &[], run: fuzz },
    Step { name: "mutants", long: true, programs: &[], run: mutants },
];

/// Runs the steps, all of them even after a failure; the last line printed is the sum.
///
/// # Errors
/// When the machine cannot be set up.
pub fn all(workspace: &Workspace, options: &Options) -> Result<bool> {
    let programs: Vec<&str> =
        STEPS.iter().filter(|step| options.wants(step)).flat_map(|step| step.programs).copied().collect();
    setup::for_test(workspace, &programs)?;
    let mut sum = Count::default();
    let mut table = Vec::new();
    for step in STEPS.iter().filter(|step| options.wants(step)) {
        println!("\n=== {}", step.name);
        let start = Instant::now();
        let count = (step.run)(workspace, options).unwrap_or_else(|error| {
            println!("{}: {error:#}", step.name);
            options.failures.borrow_mut().push(format!("{}: {error:#}", step.name));
            Count { passed: 0, failed: 1 }
        });
        sum.add(count);
        table.push(format!(
            "{:<14}{:>6} s{:>8} passed{:>6} failed",
            step.name,
            start.elapsed().as_secs(),
            count.passed,
            count.failed
        ));
    }
    let failures = options.failures.borrow();
    if !failures.is_empty() {
        println!("\n=== what failed\n{}", failures.join("\n"));
    }
    println!("\n{}\n{} passed, {} failed", table.join("\n"), sum.passed, sum.failed);
    Ok(sum.failed == 0)
}

/// A step that either holds or does not.
fn one(tool: Tool) -> Result<Count> {
    tool.run().map(|()| Count::ONE)
}

fn format(workspace: &Workspace, _: &Options) -> Result<Count> {
    let mut count = one(workspace.cargo().args(["fmt", "--all", "--check"]))?;
    count.add(one(workspace.node_tool("@biomejs/biome/bin/biome").args(["ci", "--error-on-warnings"]))?);
    Ok(count)
}

fn lint(workspace: &Workspace, _: &Options) -> Result<Count> {
    one(workspace.cargo().args([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--features",
        "cli",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))
}

fn lint_wasm(workspace: &Workspace, _: &Options) -> Result<Count> {
    let package =
        ["clippy", "--quiet", "--package", "iso27001-readiness", "--lib", "--target", "wasm32-unknown-unknown"];
    one(workspace.cargo().args(package).args(["--locked", "--", "-D", "warnings"]))
}

fn native(workspace: &Workspace, _: &Options) -> Result<Count> {
    counted(
        workspace.cargo().args(["test", "--quiet", "--workspace", "--features", "cli", "--locked", "--no-fail-fast"]),
        cargo_count,
    )
}

/// The documentation of the crate without a warning: a broken link is one.
fn docs(workspace: &Workspace, _: &Options) -> Result<Count> {
    let doc = ["doc", "--quiet", "--package", "iso27001-readiness", "--no-deps", "--locked"];
    one(workspace.cargo().args(doc).env("RUSTDOCFLAGS", "-D warnings"))
}

/// The crate as it would be published compiles from its packed sources alone.
fn package(workspace: &Workspace, _: &Options) -> Result<Count> {
    one(release::crate_package(workspace))
}

/// The public API against that of the last released version.
fn semver(workspace: &Workspace, _: &Options) -> Result<Count> {
    let tag = Tool::new("git", workspace.root()).args(["describe", "--tags", "--abbrev=0", "--match", "v*"]);
    let Ok(tag) = tag.output() else {
        println!("nothing was released yet, so there is no API to keep");
        return Ok(Count::default());
    };
    if !workspace.cargo().args(["semver-checks", "--version"]).succeeds() {
        println!("setup: installing cargo-semver-checks; this takes minutes");
        workspace.cargo().args(["install", "--quiet", "--locked", "cargo-semver-checks"]).run()?;
    }
    one(workspace.cargo().args(["semver-checks", "--package", "iso27001-readiness", "--baseline-rev", &tag]))
}

/// The facts and the score, computed a second time by programs that share no line with the crate.
fn vectors(workspace: &Workspace, _: &Options) -> Result<Count> {
    let mut count = Count::default();
    for script in ["tests/vectors/check_facts.py", "tests/vectors/check.py", "tests/words/check.py"] {
        count.add(counted(Tool::new("python3", workspace.root()).arg(script), sum_count)?);
    }
    Ok(count)
}

fn build(workspace: &Workspace, _: &Options) -> Result<Count> {
    ensure!(build::all(workspace)?, "over budget");
    Ok(Count::ONE)
}

/// A copy in another folder compiles to the same bytes; what follows the compiler sees nothing but those.
fn reproducible(workspace: &Workspace, _: &Options) -> Result<Count> {
    let elsewhere = std::env::temp_dir().join(format!("readiness-elsewhere-{}", std::process::id()));
    let compiled = compile_copy(workspace, &elsewhere);
    fs::remove_dir_all(&elsewhere)?;
    ensure!(
        compiled? == fs::read(build::wasm::compile(workspace)?)?,
        "the wasm depends on the folder it is compiled in"
    );
    Ok(Count::ONE)
}

fn compile_copy(workspace: &Workspace, elsewhere: &Path) -> Result<Vec<u8>> {
    fs::create_dir_all(elsewhere)?;
    let sources = [
        "Cargo.toml",
        "Cargo.lock",
        "rust-toolchain.toml",
        "README.md",
        "build.rs",
        "languages",
        "src",
        "tests",
        "pkg-config",
    ];
    let present = sources.iter().map(|name| workspace.path(name)).filter(|path| path.exists());
    Tool::new("cp", workspace.root()).arg("-R").args(present).arg(elsewhere).run()?;
    Ok(fs::read(build::wasm::compile(&Workspace::copy(elsewhere.to_path_buf()))?)?)
}

fn boundary(workspace: &Workspace, options: &Options) -> Result<Count> {
    node_tests(workspace, options, "tests/boundary")
}

/// In Chromium alone every day; in the long run in all engines.
fn consumers(workspace: &Workspace, options: &Options) -> Result<Count> {
    node_tests(workspace, options, "tests/consumers")
}

fn exports(workspace: &Workspace, options: &Options) -> Result<Count> {
    node_tests(workspace, options, "tests/exports")
}

fn sheets(workspace: &Workspace, options: &Options) -> Result<Count> {
    node_tests(workspace, options, "tests/sheets")
}

fn drafts(workspace: &Workspace, options: &Options) -> Result<Count> {
    node_tests(workspace, options, "tests/drafts")
}

/// The exports before LibreOffice, openpyxl and compliance-trestle; the latter two in an environment of their own.
fn readers(workspace: &Workspace, _: &Options) -> Result<Count> {
    ensure!(workspace.package().is_dir(), "dist/ is not built; `cargo xtask build` builds it");
    bench::command(workspace)?;
    in_python(workspace, "target/readers", "tests/exports/requirements.txt", "tests/exports/long.py")
}

/// DuckDB and Spark over the batch of a hundred thousand made assessments.
fn portfolio(workspace: &Workspace, _: &Options) -> Result<Count> {
    bench::command(workspace)?;
    in_python(workspace, "target/portfolio", "pkg-config/portfolio/requirements.txt", "tests/portfolio/long.py")
}

/// A program in Python, in an environment of its own with what it requires.
fn in_python(workspace: &Workspace, environment: &str, requirements: &str, script: &str) -> Result<Count> {
    let environment = workspace.path(environment);
    let python = environment.join("bin/python");
    if !python.is_file() {
        println!("setup: installing what {requirements} names");
        Tool::new("python3", workspace.root()).args(["-m", "venv"]).arg(&environment).run()?;
    }
    let python = python.to_string_lossy().into_owned();
    let install = ["-m", "pip", "install", "--quiet", "--requirement", requirements];
    Tool::new(&python, workspace.root()).args(install).run()?;
    counted(Tool::new(&python, workspace.root()).arg(script), sum_count)
}

fn browser(workspace: &Workspace, options: &Options) -> Result<Count> {
    node_tests(workspace, options, "tests/browser")
}

/// No word that people see stands in code; and the page in two languages that nobody speaks, in Chromium alone: the words are
/// the same in every engine.
fn languages(workspace: &Workspace, options: &Options) -> Result<Count> {
    let made = "target/pseudo";
    workspace.node().args(["tests/languages/pseudo.mjs", made]).run()?;
    for tag in ["en-XA", "he-XB"] {
        build::plain(&workspace.speaking(&format!("{made}/{tag}"))?)?;
    }
    node_tests(workspace, options, "tests/languages")
}

/// The same bytes of a thousand files natively, in Node and in the page in every engine.
fn same(workspace: &Workspace, options: &Options) -> Result<Count> {
    node_tests(workspace, options, "tests/same")
}

/// The sandboxes in all engines; the rest in Chromium alone every day, and in all of them in the long run.
fn frame(workspace: &Workspace, options: &Options) -> Result<Count> {
    node_tests(workspace, options, "tests/frame")
}

/// The page, a user of the package, and the package's typings against those that were agreed.
fn types(workspace: &Workspace, options: &Options) -> Result<Count> {
    let mut count = Count::default();
    for project in ["tsconfig.json", "tests/boundary/tsconfig.json"] {
        count.add(one(workspace.node_tool("typescript/bin/tsc").args(["--noEmit", "--project", project]))?);
    }
    for name in ["core", "element"] {
        let golden = workspace.path(&format!("tests/boundary/{name}.golden.d.ts"));
        let built = workspace.package().join(format!("{name}.d.ts"));
        if options.bless {
            fs::copy(&built, &golden)?;
        }
        let same = fs::read(&built)? == fs::read(&golden)?;
        if !same {
            // Its exit code says only that they differ, which is known.
            let _ = Tool::new("diff", workspace.root()).arg("-u").arg(&golden).arg(&built).run();
        }
        ensure!(same, "the package's typings changed; `cargo xtask test --only types --bless` accepts them");
        count.add(Count::ONE);
    }
    Ok(count)
}

fn dependencies(workspace: &Workspace, _: &Options) -> Result<Count> {
    if !workspace.cargo().args(["deny", "--version"]).succeeds() {
        println!("setup: installing cargo-deny; this takes minutes");
        workspace.cargo().args(["install", "--quiet", "--locked", "cargo-deny"]).run()?;
    }
    one(workspace.cargo().args(["deny", "--locked", "check", "licenses", "bans", "sources"]))
}

/// The rooms whose every line decides something, and the native tests that are to notice a change of it.
const MUTATED: [&str; 3] = ["src/scoring/**", "src/json/**", "src/assessment/**"];
const NOTICING: [&str; 9] =
    ["carry_over", "empty", "envelope", "file", "laws", "merge", "situations", "vectors", "worked_example"];

/// Each line of the method, the reader and the assessment changed on purpose: a test has to fail. `MUTANTS=3/40` tries
/// the fourth of forty parts; what is left out for good stands in `.cargo/mutants.toml` with its reason.
fn mutants(workspace: &Workspace, _: &Options) -> Result<Count> {
    if !workspace.cargo().args(["mutants", "--version"]).succeeds() {
        println!("setup: installing cargo-mutants; this takes minutes");
        workspace.cargo().args(["install", "--quiet", "--locked", "cargo-mutants"]).run()?;
    }
    let mut cargo = workspace.cargo().args(["mutants", "--package", "iso27001-readiness", "--output", "target"]);
    for files in MUTATED {
        cargo = cargo.args(["--file", files]);
    }
    if let Some(part) = std::env::var_os("MUTANTS") {
        // Of every part of the code some.
        cargo = cargo.args(["--sharding", "round-robin", "--shard"]).arg(part);
    }
    cargo = cargo.args(["--jobs", "1", "--timeout", "300", "--no-shuffle", "--colors", "never"]);
    cargo = cargo.args(["--", "--lib"]);
    for test in NOTICING {
        cargo = cargo.args(["--test", test]);
    }
    counted(cargo, mutants_count)
}

fn fuzz(workspace: &Workspace, _: &Options) -> Result<Count> {
    fuzzed(workspace, 10_000_000)
}

/// Runs the fuzz tests alone, each with this many cases.
///
/// # Errors
/// When there are none, or cargo cannot be started.
pub fn fuzz_with(workspace: &Workspace, cases: u64) -> Result<bool> {
    Ok(fuzzed(workspace, cases)?.failed == 0)
}

fn fuzzed(workspace: &Workspace, cases: u64) -> Result<Count> {
    let count = counted(bench::fuzz(workspace, cases), cargo_count)?;
    ensure!(count != Count::default(), "there is no native test named `fuzz…`");
    Ok(count)
}

/// As many files as there are cores: a browser waits half of its time. Each file has its own browsers, ports and folders.
fn files_at_once() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(MOST_FILES_AT_ONCE)
}

fn node_tests(workspace: &Workspace, options: &Options, folder: &str) -> Result<Count> {
    ensure!(workspace.package().is_dir(), "dist/ is not built; `cargo xtask build` builds it");
    let mut files: Vec<_> = fs::read_dir(workspace.path(folder))?
        .filter_map(|file| Some(format!("{folder}/{}", file.ok()?.file_name().to_string_lossy())))
        .filter(|file| file.ends_with(".test.mjs"))
        .collect();
    files.sort();
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

/// Sums what a test runner says of itself; a runner that fails without naming a failed test counts as one.
fn counted(tool: Tool, mut read: impl FnMut(&str) -> Count) -> Result<Count> {
    let mut count = Count::default();
    let succeeded = tool.watch(|line| count.add(read(line)))?;
    if !succeeded && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

/// Reads `test result: ok. 12 passed; 0 failed; …`.
fn cargo_count(line: &str) -> Count {
    let number = |word: &str| {
        let (before, _) = line.split_once(word)?;
        before.rsplit(' ').next()?.parse().ok()
    };
    if !line.starts_with("test result: ") {
        return Count::default();
    }
    Count { passed: number(" passed;").unwrap_or(0), failed: number(" failed;").unwrap_or(0) }
}

/// Reads `12 passed, 0 failed`, the last line of a program of ours.
fn sum_count(line: &str) -> Count {
    let number = |text: &str, word: &str| text.strip_suffix(word)?.parse().ok();
    let both = line.split_once(", ").and_then(|(passed, failed)| {
        Some(Count { passed: number(passed, " passed")?, failed: number(failed, " failed")? })
    });
    both.unwrap_or_default()
}

/// Reads `12 mutants tested in 4m: 1 missed, 9 caught, 1 unviable, 1 timeout`. One that never ends is noticed too.
fn mutants_count(line: &str) -> Count {
    let Some((_, sums)) = line.split_once(" mutants tested in ").and_then(|(_, rest)| rest.split_once(": ")) else {
        return Count::default();
    };
    let number = |word: &str| sums.split(", ").find_map(|sum| sum.strip_suffix(word)?.trim().parse().ok()).unwrap_or(0);
    let timeouts: u64 = number("timeout");
    Count {
        passed: number("caught").saturating_add(timeouts).saturating_add(number("timeouts")),
        failed: number("missed"),
    }
}

/// Reads `ℹ pass 12` and `ℹ fail 0`.
fn node_count(line: &str) -> Count {
    let number = |start: &str| line.strip_prefix(start).and_then(|rest| rest.parse().ok()).unwrap_or(0);
    Count { passed: number("ℹ pass "), failed: number("ℹ fail ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_read_from_what_the_runners_print() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(cargo_count(cargo), Count { passed: 12, failed: 3 });
        assert_eq!(cargo_count("running 15 tests"), Count::default());
        assert_eq!(sum_count("322 passed, 1 failed"), Count { passed: 322, failed: 1 });
        assert_eq!(sum_count("322 passed, none failed"), Count::default());
        let mutants = "12 mutants tested in 4m: 1 missed, 8 caught, 1 unviable, 2 timeouts";
        assert_eq!(mutants_count(mutants), Count { passed: 10, failed: 1 });
        assert_eq!(node_count("ℹ pass 7"), Count { passed: 7, failed: 0 });
        assert_eq!(node_count("ℹ fail 2"), Count { passed: 0, failed: 2 });
        assert_eq!(
            failing_file("test at tests/browser/undo.test.mjs:12:3").as_deref(),
            Some("tests/browser/undo.test.mjs")
        );
        assert_eq!(failing_file("✖ undo (12 ms)"), None);
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_names_of_those_there_are() {
        let message = Options::parse(&["--only", "nothing"]).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(STEPS.iter().all(|step| message.contains(step.name)), "{message}");
    }
}
