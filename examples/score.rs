//! Answers a few questions and prints the score: `cargo run --example score`.

use iso27001_readiness::ReadinessError;
use iso27001_readiness::assessment::{Answer, Assessment, DocumentStatus};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::scoring::Report;

fn main() -> Result<(), ReadinessError> {
    let now = "2026-11-23T10:00:00Z";
    let mut assessment = Assessment::new(Edition::E2022);
    assessment.respond("4.1", Answer::level(3)?, now)?;
    assessment.respond("area:policy", Answer::level(2)?, now)?;
    assessment.exclude("A.7.4", "no premises", now)?;
    assessment.set_document("isms_scope", DocumentStatus::InForce, now)?;

    let report = Report::of(&assessment);
    println!("overall: {} to {} of 10000 basis points", report.overall.low(), report.overall.high());
    for stage in &report.stages {
        println!("stage {}: {}", stage.stage.number(), stage.state.as_str());
        for gate in &stage.gates {
            println!("  {:<13} {}", gate.state.as_str(), gate.title);
        }
    }
    Ok(())
}
