//! The command: one assessment at a time, or hundreds of thousands, one a line.
//!
//! It ends with 0 if all is well, 1 if something was found (differences, a stage that is not ready), and 2 if it was
//! called wrongly or could not read its input; then it says where and why on standard error.

// Before all that speaks: `words!("command.text")` is the text of that key in the language of the build.
include!(concat!(env!("OUT_DIR"), "/words.rs"));

mod arguments;
mod batch;
mod failure;
mod files;
mod fill;
mod import;
mod line;
mod lines;
mod passphrase;
mod sheets;
mod single;

use std::io::{Write, stdout};
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use failure::{Failure, Outcome};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        // Help and version come this way as well.
        Err(error) => return said(&error),
    };
    passphrase::stands_in(arguments.passphrase_file.as_deref());
    match run(arguments.command) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        // Whoever reads our output has enough of it, as `head` does.
        Err(Failure::ReaderGone) => ExitCode::SUCCESS,
        Err(Failure::Said(reason)) => {
            files::say(format_args!("iso27001-readiness: {reason}\n"));
            ExitCode::from(2)
        }
    }
}

/// Prints what clap has to say. Where that cannot be written, it was not said, and the run has failed.
fn said(error: &clap::Error) -> ExitCode {
    let written = error.print().and_then(|()| stdout().flush());
    match written.map_err(|error| Failure::writing(words!("command.standard-output"), &error)) {
        Err(Failure::Said(reason)) => {
            files::say(format_args!("iso27001-readiness: {reason}\n"));
            ExitCode::from(2)
        }
        _ => ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2)),
    }
}

fn run(command: Command) -> Result<Outcome, Failure> {
    match command {
        Command::Report(it) => single::report(&it),
        Command::Verify(it) => single::verify(&it),
        Command::Plan(it) => single::plan(&it),
        Command::Statement(it) => single::statement(&it),
        Command::Checklist(it) => single::checklist(&it),
        Command::FirstVersion(it) => single::first_version(&it),
        Command::Merge(it) => single::merge(&it),
        Command::CarryOver(it) => single::carry_over(&it),
        Command::Catalog(it) => single::catalog(&it),
        Command::New(it) => single::new(&it),
        Command::Import(it) => import::import(&it),
        Command::Fill(it) => fill::fill(&it),
        Command::Batch(it) => batch::batch(&it),
        Command::Completions { shell } => single::completions(shell),
        Command::Manual => single::manual(),
    }
}
