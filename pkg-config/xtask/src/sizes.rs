//! Sizes of what is shipped, held against pkg-config/budgets.json.
use std::io::Write;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::workspace::Workspace;

/// A limit in bytes, and why it is where it is.
#[derive(Deserialize)]
struct Budget {
    name: String,
    unit: Unit,
    limit: usize,
    why: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Unit {
    Raw,
    Gzip,
    Brotli,
}

/// Something that is shipped.
pub struct Part {
    pub name: &'static str,
    pub bytes: Vec<u8>,
}

struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints a table and says whether every part is within its budget.
///
/// # Errors
/// When the budgets cannot be read, or name a part that is not there.
pub fn check(workspace: &Workspace, parts: &[Part]) -> Result<bool> {
    let budgets: Vec<Budget> = serde_json::from_slice(&std::fs::read(workspace.path("pkg-config/budgets.json"))?)?;
    if let Some(orphan) = budgets.iter().find(|budget| parts.iter().all(|part| part.name != budget.name)) {
        anyhow::bail!("pkg-config/budgets.json has a budget for {:?}, which is not built", orphan.name);
    }
    println!("\n{:<26}{:>10}{:>10}{:>10}   budget", "bytes", "raw", "gzip", "brotli");
    let mut within = true;
    for part in parts {
        let size = measure(&part.bytes)?;
        let verdict = match budgets.iter().find(|budget| budget.name == part.name) {
            None => String::new(),
            Some(budget) => {
                let used = match budget.unit {
                    Unit::Raw => size.raw,
                    Unit::Gzip => size.gzip,
                    Unit::Brotli => size.brotli,
                };
                match used.checked_sub(budget.limit) {
                    None | Some(0) => format!("{} of {}", used, budget.limit),
                    Some(over) => {
                        within = false;
                        format!("{used} of {}: {over} too many ({})", budget.limit, budget.why)
                    }
                }
            }
        };
        println!("{:<26}{:>10}{:>10}{:>10}   {verdict}", part.name, size.raw, size.gzip, size.brotli);
    }
    println!();
    Ok(within)
}

fn measure(bytes: &[u8]) -> Result<Size> {
    Ok(Size { raw: bytes.len(), gzip: gzip(bytes)?.len(), brotli: brotli(bytes)?.len() })
}

/// As small as gzip can be; the same bytes each time.
///
/// # Errors
/// Never in practice: it writes to memory.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut out).context("gzip")?;
    Ok(out)
}

/// As a host sends it: quality 11, window of 4 MiB.
fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 65_536, 11, 22);
    writer.write_all(bytes).context("brotli")?;
    drop(writer);
    Ok(out)
}
