//! The questionnaire's texts that come apart from the module, as one JavaScript module: the page and the package hand its
//! text to the core.
//!
//! Blocks with the same keys stand together, behind one line that names the keys, and their own lines stand without: 1.4 KB
//! of brotli less.
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, ensure};

use crate::workspace::Workspace;

/// The finished module.
pub const MODULE: &str = "target/texts.js";

const STATEMENTS: &str = "statements";
/// What the core holds itself.
const FIRST: &str = "areas_2022.txt";
/// Begins a line that names the keys of the blocks behind it.
const KEYS: char = '#';
/// Begins a block.
const BLOCK: char = '=';
/// Begins a line that has the key of the line before it.
const AGAIN: char = '|';
/// What stands behind a key.
const COLON: &str = ": ";

/// The text as the core reads it, from `packed`.
const UNPACK: &str = r##"
let keys, at;
export default packed.replace(/.+/g, (line) => {
  if (line[0] === "#") {
    keys = line.split(" ");
    return "";
  }
  if (line[0] === "=") {
    at = 0;
    return "=" + line;
  }
  return line[0] === "|" ? keys[at] + ": " + line.slice(1) : keys[++at] + ": " + line;
});
"##;

pub fn build(workspace: &Workspace) -> Result<()> {
    let mut names = Vec::new();
    for file in fs::read_dir(workspace.words(STATEMENTS)).context(STATEMENTS)? {
        let name = file?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".txt") && name != FIRST {
            names.push(name);
        }
    }
    // A block of 2013 may take the text of one of 2022, which must have been read before.
    names.sort_by_key(|name| (!name.contains("2022"), name.clone()));
    let mut all = String::new();
    for name in names {
        all.push_str(&fs::read_to_string(workspace.words(STATEMENTS).join(&name)).context(name)?);
    }
    let packed = serde_json::to_string(&packed(&all)?)?;
    Ok(fs::write(workspace.path(MODULE), format!("const packed = {packed};{UNPACK}"))?)
}

/// Without the comments, the blank lines and the keys.
fn packed(text: &str) -> Result<String> {
    // In the order in which their first blocks come: what takes a text of 2022 still stands behind it.
    let mut groups: Vec<(Vec<&str>, String)> = Vec::new();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut head = "";
    let mut block: Vec<(&str, &str)> = Vec::new();
    for line in lines.chain(["=="]) {
        let Some(next) = line.strip_prefix("==") else {
            block.push(line.split_once(COLON).with_context(|| format!("no key: {line}"))?);
            continue;
        };
        let mut keys: Vec<&str> = block.iter().map(|(key, _)| *key).collect();
        keys.dedup();
        let at = groups.iter().position(|(known, _)| *known == keys).unwrap_or(groups.len());
        // Before the first block there is none.
        if at == groups.len() && !head.is_empty() {
            groups.push((keys, String::new()));
        }
        if let Some((_, group)) = groups.get_mut(at) {
            writeln!(group, "{BLOCK}{head}")?;
            let mut before = "";
            for (key, text) in &block {
                ensure!(!text.starts_with([KEYS, BLOCK, AGAIN]), "a text begins with a sign of the packing: {text}");
                if before == *key {
                    group.push(AGAIN);
                }
                writeln!(group, "{text}")?;
                before = key;
            }
        }
        head = next;
        block.clear();
    }
    Ok(groups.into_iter().map(|(keys, group)| format!("{KEYS} {}\n{group}", keys.join(" "))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# A\n\n== area 2013 A.5\nas: policy\n\n== document d\nholds: H\noutline: a\noutline: b\n\
        == area 2013 A.6\nas: roles: all\n";

    #[test]
    fn blocks_of_the_same_keys_stand_together_without_comments_and_keys() -> Result<()> {
        let expected =
            "# as\n= area 2013 A.5\npolicy\n= area 2013 A.6\nroles: all\n# holds outline\n= document d\nH\na\n|b\n";
        assert_eq!(packed(TEXT)?, expected);
        Ok(())
    }

    #[test]
    fn what_could_not_be_read_back_is_refused() {
        for text in ["== area\nno key\n", "== area\nas: =1\n", "== area\nas: |1\n", "== area\nas: #1\n"] {
            assert!(packed(text).is_err(), "{text}");
        }
    }
}
