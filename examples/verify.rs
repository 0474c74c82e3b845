//! Recomputes a result envelope from its answers: `cargo run --example verify result.json`.
//!
//! Ends with 1 if a figure is not the one that the answers give, and with 2 if the file is no result.

use iso27001_readiness::output::envelope::verify;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: verify FILE");
        return ExitCode::from(2);
    };
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::from(2);
        }
    };
    match verify(&text) {
        Ok(verification) if verification.is_ok() => {
            println!(
                "every figure is the one that the answers give; not verified: {}",
                verification.unverified.join(", ")
            );
            ExitCode::SUCCESS
        }
        Ok(verification) => {
            for found in verification.differences {
                println!("{}: {} is claimed, {} is computed", found.path, found.claimed, found.computed);
            }
            if verification.more > 0 {
                println!("and {} more", verification.more);
            }
            ExitCode::from(1)
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
