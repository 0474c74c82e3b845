//! The answers of an assessment into somebody's own spreadsheet.

use std::fmt::Write;

use iso27001_readiness::fill::Filled;
use iso27001_readiness::import::Options;

use crate::arguments;
use crate::failure::{Failure, Outcome};
use crate::import::{listed, place, push_rows, shown, words};
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
    files::write(&it.output, &filled.bytes)?;
    files::say(format_args!("{}", summary(&filled, &read.notices)));
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
        let _ = writeln!(out, "{}", words!("command.computes"));
    }
    if filled.signed {
        let _ = writeln!(out, "{}", words!("command.signed"));
    }
    for (field, rows) in &filled.unplaced {
        let _ = writeln!(out, words!("command.no-column"), field = field.as_str(), rows = rows);
    }
    if !filled.missing.is_empty() {
        let _ = writeln!(out, words!("command.no-row"), ids = listed(&filled.missing));
    }
    let _ = writeln!(out, words!("command.filled"), n = filled.cells.len(), kept = filled.kept.len());
    if !filled.kept.is_empty() {
        let mut rows = vec![
            [words!("command.head.kept"), words!("command.head.why"), words!("command.head.where")]
                .map(String::from)
                .to_vec(),
        ];
        for kept in filled.kept.iter().take(MOST_LISTED) {
            rows.push(vec![kept.value.clone(), kept.reason.as_str().into(), place(&kept.source)]);
        }
        push_rows(&mut out, &rows);
    }
    out
}
