//! The questionnaire's texts that come apart from the module, as one JavaScript module: the page and the package hand its
//! text to the core.
use std::fs;

use anyhow::{Context, Result};

use crate::workspace::Workspace;

/// The finished module.
pub const MODULE: &str = "target/texts.js";

const STATEMENTS: &str = "statements";
/// What the core holds itself.
const FIRST: &str = "areas_2022.txt";

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
        let text = fs::read_to_string(workspace.words(STATEMENTS).join(&name)).context(name)?;
        all.push_str(&packed(&text));
    }
    Ok(fs::write(workspace.path(MODULE), format!("export default {};\n", serde_json::to_string(&all)?))?)
}

/// Without the comments and the blank lines.
fn packed(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn comments_and_blank_lines_are_left_out() {
        assert_eq!(super::packed("# A\n\n== area 2013 A.5\nas: policy\n\n"), "== area 2013 A.5\nas: policy\n");
    }
}
