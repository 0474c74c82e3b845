//! The steps, in the order in which they run.
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use super::count::{Count, cargo_count, counted, mutants_count, one, sum_count};
use super::node::node_tests;
use super::{Options, Step};
use crate::command::Tool;
use crate::workspace::Workspace;
use crate::{bench, build, release, setup};

pub const STEPS: [Step; 27] = [
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
    Step { name: "age", long: true, programs: &["python3", "age"], run: age },
    Step {
        name: "screen-reader",
        long: true,
        programs: &["firefox-esr", "Xvfb", "orca", "openbox", "xdotool", "dbus-run-session"],
        run: screen_reader,
    },
    Step { name: "fuzz", long: true, programs: &[], run: fuzz },
    Step { name: "mutants", long: true, programs: &[], run: mutants },
];

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
    one(workspace.cargo().args(package).args(["--features", "encryption", "--locked", "--", "-D", "warnings"]))
}

/// The crate in the profile for tests. These tasks as they are run, in that for development: what they depend on is compiled
/// already, and to optimize it would take minutes.
fn native(workspace: &Workspace, _: &Options) -> Result<Count> {
    let mut count = Count::default();
    for package in
        [["--package", "iso27001-readiness", "--features", "cli"], ["--package", "xtask", "--profile", "dev"]]
    {
        let test = workspace.cargo().args(["test", "--quiet", "--locked", "--no-fail-fast"]).args(package);
        count.add(counted(test, cargo_count)?);
    }
    Ok(count)
}

/// The documentation of the crate without a warning: a broken link is one.
fn docs(workspace: &Workspace, _: &Options) -> Result<Count> {
    let doc =
        ["doc", "--quiet", "--package", "iso27001-readiness", "--features", "encryption", "--no-deps", "--locked"];
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

/// The command `age` and ours read each other's files.
fn age(workspace: &Workspace, _: &Options) -> Result<Count> {
    bench::command(workspace)?;
    counted(Tool::new("python3", workspace.root()).arg("tests/age/long.py"), sum_count)
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

/// What Orca says of the page in Firefox.
fn screen_reader(workspace: &Workspace, options: &Options) -> Result<Count> {
    node_tests(workspace, options, "tests/screen_reader")
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
