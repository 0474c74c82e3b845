//! What the native build makes of files, for `same.test.mjs` to compare: a JSON text of a file on each line of the
//! input, three SHA-256 on each line of the output.

use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::output::envelope::seal;
use iso27001_readiness::output::sha256::sha256;
use iso27001_readiness::scoring::Plan;
use std::error::Error;
use std::io::{BufRead, BufWriter, Write, stdin, stdout};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let text: String = serde_json::from_str(&line?)?;
        let assessment = Assessment::parse(&text)?;
        let plan = serde_json::to_string(&Plan::of(&assessment))?;
        let [file, result, plan] = [assessment.to_json(), seal(&assessment), plan].map(|text| sha256(&text));
        writeln!(out, "{file} {result} {plan}")?;
    }
    Ok(out.flush()?)
}
