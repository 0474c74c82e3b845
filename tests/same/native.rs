//! What the native build makes of files, for `same.test.mjs` to compare: a JSON text of a file on each line of the input.
//! On each line of the output three SHA-256 of file, result and plan; with the argument `exports` one of every export, its
//! name and its bytes, whole and anonymous.

use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::output::envelope::seal;
use iso27001_readiness::output::exports::{ExportName, ExportOptions, export};
use iso27001_readiness::output::sha256::sha256;
use iso27001_readiness::scoring::Plan;
use sha2::{Digest, Sha256};
use std::error::Error;
use std::io::{BufRead, BufWriter, Write, stdin, stdout};

fn exports(assessment: &Assessment) -> Result<String, Box<dyn Error>> {
    let mut digest = Sha256::new();
    for anonymous in [false, true] {
        for name in ExportName::ALL {
            let options = ExportOptions { anonymous, day: "2026-11-23", ..ExportOptions::default() };
            let made = export(name, assessment, &options)?;
            digest.update(made.name);
            digest.update(made.bytes);
        }
    }
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn main() -> Result<(), Box<dyn Error>> {
    let of_exports = std::env::args().nth(1).as_deref() == Some("exports");
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let text: String = serde_json::from_str(&line?)?;
        let assessment = Assessment::parse(&text)?;
        if of_exports {
            writeln!(out, "{}", exports(&assessment)?)?;
            continue;
        }
        let plan = serde_json::to_string(&Plan::of(&assessment))?;
        let [file, result, plan] = [assessment.to_json(), seal(&assessment), plan].map(|text| sha256(&text));
        writeln!(out, "{file} {result} {plan}")?;
    }
    Ok(out.flush()?)
}
