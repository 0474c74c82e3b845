//! Every check there is, each a timed step; CI runs the same.
mod count;
mod node;
mod steps;

use std::cell::RefCell;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use count::Count;
use steps::STEPS;

use crate::setup;
use crate::workspace::Workspace;

pub use steps::fuzz_with;

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

struct Step {
    name: &'static str,
    /// Left out of the everyday run.
    long: bool,
    /// Programs besides those of the build.
    programs: &'static [&'static str],
    run: fn(&Workspace, &Options) -> Result<Count>,
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_step_is_refused_with_the_names_of_those_there_are() {
        let message = Options::parse(&["--only", "nothing"]).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(STEPS.iter().all(|step| message.contains(step.name)), "{message}");
    }
}
