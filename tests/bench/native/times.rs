//! What each step costs natively: a line each, `name<TAB>microseconds`, the median of many runs.

use super::made::{Size, text};
use iso27001_readiness::assessment::{Answer, Assessment};
use iso27001_readiness::output::envelope::verify;
use iso27001_readiness::scoring::{Plan, Report, Summary};
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

/// How often each step is run; the first tenth warms up.
const RUNS: i64 = 400;

fn median(name: &str, mut run: impl FnMut(i64) -> Result<(), Box<dyn Error>>) -> Result<(), Box<dyn Error>> {
    let mut times = Vec::new();
    for turn in 0..RUNS {
        let start = Instant::now();
        run(turn)?;
        if turn >= RUNS / 10 {
            times.push(start.elapsed());
        }
    }
    times.sort_unstable();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    println!("{name}\t{}.{:03}", median.as_micros(), median.subsec_nanos() % 1000);
    Ok(())
}

/// The steps, in the order of `tests/bench/core.mjs`.
pub fn print() -> Result<(), Box<dyn Error>> {
    let (begun, whole, result) = (text(1, Size::Begun)?, text(1, Size::Whole)?, text(1, Size::Result)?);
    let mut it = Assessment::parse(&whole)?;
    let requirements: Vec<_> = it.edition().requirements().collect();
    let answer = |it: &mut Assessment, turn: i64| -> Result<(), Box<dyn Error>> {
        let place = usize::try_from(turn)? % requirements.len();
        let id = requirements.get(place).ok_or("no requirement")?.id();
        Ok(it.respond(id, Answer::level(turn % 6)?, "2026-11-23T10:00:00Z")?)
    };
    median("answer, summary", |turn| {
        answer(&mut it, turn)?;
        black_box(serde_json::to_string(&Summary::of(&it))?);
        Ok(())
    })?;
    median("answer, report", |turn| {
        answer(&mut it, turn)?;
        black_box(Report::of(&it).to_json());
        Ok(())
    })?;
    median("answer, plan", |turn| {
        answer(&mut it, turn)?;
        black_box(serde_json::to_string(&Plan::of(&it))?);
        Ok(())
    })?;
    median("parse, begun", |_| {
        black_box(Assessment::parse(&begun)?);
        Ok(())
    })?;
    median("parse, whole", |_| {
        black_box(Assessment::parse(&whole)?);
        Ok(())
    })?;
    median("write, whole", |_| {
        black_box(it.to_json());
        Ok(())
    })?;
    median("verify a result", |_| {
        black_box(serde_json::to_string(&verify(&result)?)?);
        Ok(())
    })
}
