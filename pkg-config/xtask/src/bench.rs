//! Times and long runs: figures to publish, not checks of every day.
use std::fs;

use anyhow::Result;

use crate::build;
use crate::command::Tool;
use crate::workspace::Workspace;

/// Builds, then runs every tests/bench/*.mjs.
///
/// # Errors
/// When a build or a bench fails.
pub fn all(workspace: &Workspace) -> Result<bool> {
    let within_budget = build::all(workspace)?;
    let mut scripts: Vec<_> = fs::read_dir(workspace.path("tests/bench"))?
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|file| file.extension().is_some_and(|extension| extension == "mjs"))
        .collect();
    scripts.sort();
    for script in scripts {
        workspace.node().arg(script).run()?;
    }
    Ok(within_budget)
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
