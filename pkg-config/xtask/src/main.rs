//! The one way to build, serve and test the project: `cargo xtask help`.
mod bench;
mod build;
mod command;
mod language;
mod release;
mod serve;
mod setup;
mod sizes;
mod test;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};
use workspace::Workspace;

const HELP: &str = "\
cargo xtask build [--language TAG]   wasm, page, package and single file into dist/, measured against the budgets; in
                                     another language than English into dist/languages/TAG
cargo xtask serve [--port N] [--language TAG]
                                     build, then serve the site on 127.0.0.1 (8080, or the next free port)
cargo xtask test [--only STEP] [--long] [--bless]
                                     every check there is; --long adds the slow ones, --bless accepts new typings
cargo xtask gallery                  the page's components in development, with reload
cargo xtask bench [--short]          times of the crate, the package, the batch, the page beside SurveyJS, and the desk,
                                     into docs/performance.md; --short shows that it runs, into target/bench
cargo xtask fuzz [CASES]             the native fuzz tests with this many cases (10000000)
cargo xtask release [--skip-tests]   checks, packages and checksums into dist/release; sends nothing
Each of them sets up first what it needs, and says so.";

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<bool> {
    let workspace = Workspace::here();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(true)
        }
        ["build", options @ ..] => {
            let workspace = match options {
                [] => workspace,
                ["--language", language] => workspace.speaking(language)?,
                _ => bail!("build takes --language TAG"),
            };
            setup::for_build(&workspace)?;
            build::all(&workspace)
        }
        ["serve", options @ ..] => {
            let (mut port, mut workspace) = (None, workspace);
            for pair in options.chunks(2) {
                match pair {
                    ["--port", number] => port = Some(number.parse()?),
                    ["--language", language] => workspace = workspace.speaking(language)?,
                    _ => bail!("serve takes --port N and --language TAG"),
                }
            }
            setup::for_build(&workspace)?;
            let within_budget = build::all(&workspace)?;
            serve::site(&workspace.site(), port)?;
            Ok(within_budget)
        }
        ["test", options @ ..] => test::all(&workspace, &test::Options::parse(options)?),
        ["gallery"] => {
            setup::for_build(&workspace)?;
            build::bindings(&workspace)?;
            workspace.npm().args(["run", "gallery"]).run()?;
            Ok(true)
        }
        ["bench", options @ ..] => {
            let extent = match options {
                [] => &bench::WHOLE,
                ["--short"] => &bench::SHORT,
                _ => bail!("bench takes --short"),
            };
            setup::for_test(&workspace, &["chromium"])?;
            bench::all(&workspace, extent)
        }
        ["release"] => release::prepare(&workspace, false),
        ["release", "--skip-tests"] => release::prepare(&workspace, true),
        ["fuzz"] => test::fuzz_with(&workspace, 10_000_000),
        ["fuzz", cases] => test::fuzz_with(&workspace, cases.parse()?),
        [other, ..] => bail!("there is no `cargo xtask {other}`\n\n{HELP}"),
    }
}
