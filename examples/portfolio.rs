//! The scores of many organisations, the weakest first: `cargo run --example portfolio a.json b.json`.
//!
//! Ends with 2 if a file cannot be read. For hundreds of thousands there is the command: `iso27001-readiness batch`.

use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::scoring::Summary;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut rows = Vec::new();
    for path in std::env::args().skip(1) {
        let read = std::fs::read(&path).map_err(|error| error.to_string());
        match read.and_then(|bytes| Assessment::parse_bytes(&bytes).map_err(|error| error.to_string())) {
            Ok(assessment) => rows.push((Summary::of(&assessment).overall, assessment.organisation().name.clone())),
            Err(error) => {
                eprintln!("{path}: {error}");
                return ExitCode::from(2);
            }
        }
    }
    rows.sort_by_key(|(score, _)| score.low());
    for (score, name) in rows {
        println!("{:>5} to {:>5} of 10000 basis points  {name}", score.low(), score.high());
    }
    ExitCode::SUCCESS
}
