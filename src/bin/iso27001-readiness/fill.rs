//! The answers of an assessment into somebody's own spreadsheet.

use std::fmt::Write;

use iso27001_readiness::fill::Filled;
use iso27001_readiness::import::Options;

use crate::arguments;
use crate::failure::{Failure, Outcome};
use crate::import::{place, push_rows, shown, words};
use crate::{files, sheets};

/// So many cells that could not be filled are listed.
const MOST_LISTED: usize = 200;

pub fn fill(it: &arguments::Fill) -> Result<Outcome, Failure> {
    let assessment = files::assessment(&it.from)?;
    let words = it.words.as_deref().map(words).transpose()?.unwrap_or_default();
    let (bytes, read) = sheets::read_with_bytes(&it.sheet)?;
    let options = Options { words, columns: Vec::new(), edition: it.edition.map(Into::into) };
    let filled = sheets::fill(&bytes, &read.sheets, &assessment, &options)
        .map_err(|error| Failure::about(files::name(&it.sheet), error.message()))?;
    files::write(it.output.out.as_deref(), &filled.bytes)?;
    eprint!("{}", summary(&filled, &read.notices));
    let is_whole = filled.kept.is_empty() && filled.unplaced.is_empty() && filled.missing.is_empty();
    Ok(if is_whole { Outcome::Fine } else { Outcome::Found })
}

/// How much was filled, and all that the spreadsheet has no place or word for.
fn summary(filled: &Filled, notices: &[String]) -> String {
    let mut out = String::new();
    for notice in notices {
        let _ = writeln!(out, "{}", shown(notice, usize::MAX));
    }
    if filled.computes {
        out.push_str(
            "It holds formulas: calculate it again in your spreadsheet, which shows their last results until then.\n",
        );
    }
    if filled.signed {
        out.push_str("It was signed: the signature no longer fits and has to be made anew.\n");
    }
    for (field, rows) in &filled.unplaced {
        let _ = writeln!(out, "no column for {}: {rows} rows", field.as_str());
    }
    if !filled.missing.is_empty() {
        let _ = writeln!(out, "answered, but without a row: {}", filled.missing.join(", "));
    }
    let _ = writeln!(out, "{} cells filled, {} not or not exactly", filled.cells.len(), filled.kept.len());
    if !filled.kept.is_empty() {
        let mut rows = vec![["Not filled, or not exactly", "Why", "Where"].map(String::from).to_vec()];
        for kept in filled.kept.iter().take(MOST_LISTED) {
            rows.push(vec![kept.value.clone(), kept.reason.as_str().into(), place(&kept.source)]);
        }
        push_rows(&mut out, &rows);
    }
    out
}
