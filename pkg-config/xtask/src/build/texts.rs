//! The questionnaire's texts that come apart from the module, as one JavaScript module: the page and the package hand its
//! text to the core.
use std::fs;

use anyhow::{Context, Result, ensure};

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
    Ok(fs::write(workspace.path(MODULE), module(&columns(&all)?)?)?)
}

/// The module, which puts the blocks together again.
fn module(columns: &str) -> Result<String> {
    let text = serde_json::to_string(columns)?;
    Ok(format!(
        r#"const [blocks, ...columns] = {text}.split("\t").map((part) => part.split("\n"));
const lineOf = (letter) => {{
  const column = columns[letter.charCodeAt(0) - 97];
  return column[0].replace("|", () => column.splice(1, 1)[0]) + "\n";
}};
let kind = "";
export default blocks
  .map((block) => {{
    const [head, letters] = block.split("|");
    const at = head.lastIndexOf(" ") + 1;
    kind = head.slice(0, at) || kind;
    return `== ${{kind}}${{head.slice(at)}}\n${{[...letters].map(lineOf).join("")}}`;
  }})
  .join("");
"#
    ))
}

/// All values of a key one after the other, since like stands next to like then and takes a thirtieth less: first the heads
/// of the blocks, each with a letter for every line, then for each letter its key and its values. A head that is of the same
/// kind as the one before it is its last word alone, and what all values of a key begin and end with stands at the key.
fn columns(text: &str) -> Result<String> {
    let mut heads: Vec<String> = Vec::new();
    let mut columns: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut last_kind = "";
    ensure!(!text.contains('\t'), "a tab parts what is read");
    for line in text.lines() {
        if let Some(head) = line.strip_prefix("== ") {
            let (kind, name) = head.rsplit_once(' ').with_context(|| format!("no name in {line:?}"))?;
            heads.push(if kind == last_kind { format!("{name}|") } else { format!("{head}|") });
            last_kind = kind;
            continue;
        }
        let (key, value) = line.split_once(": ").with_context(|| format!("no key in {line:?}"))?;
        let at = columns.iter().position(|(name, _)| *name == key).unwrap_or(columns.len());
        if at == columns.len() {
            columns.push((key, Vec::new()));
        }
        let letter = ('a'..='z').nth(at).context("more keys than letters")?;
        heads.last_mut().with_context(|| format!("no block before {line:?}"))?.push(letter);
        columns.get_mut(at).context("a column")?.1.push(value);
    }
    let columns = columns.into_iter().map(|(key, values)| {
        let (start, end) = in_common(&values);
        let inner = values.iter().map(|value| value.get(start.len()..value.len() - end.len()).unwrap_or_default());
        [format!("{key}: {start}|{end}")].into_iter().chain(inner.map(str::to_owned)).collect::<Vec<_>>().join("\n")
    });
    Ok(std::iter::once(heads.join("\n")).chain(columns).collect::<Vec<_>>().join("\t"))
}

/// What all of these begin with and, behind that, end with. None holds the sign that parts them, which would end it early.
fn in_common<'t>(values: &[&'t str]) -> (&'t str, &'t str) {
    let first = values.first().copied().unwrap_or_default();
    let places = || first.char_indices().map(|(at, _)| at).chain([first.len()]);
    let start = places()
        .filter_map(|at| first.get(..at))
        .take_while(|start| values.iter().all(|value| value.starts_with(start)));
    let start = start.last().unwrap_or_default();
    let shortest = values.iter().map(|value| value.len()).min().unwrap_or_default() - start.len();
    let end = places()
        .filter_map(|at| first.get(at..))
        .find(|end| end.len() <= shortest && values.iter().all(|value| value.ends_with(end)));
    let (start, end) = (start, end.unwrap_or_default());
    if start.contains('|') || end.contains('|') { ("", "") } else { (start, end) }
}

/// Without the comments and the blank lines.
fn packed(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_values_of_a_key_stand_together_and_each_block_says_which_are_its_own() {
        let text = "== requirement 2022 4.1\nevidence: A list.\nevidence: A plan: more.\nnext: Go\n\
            == requirement 2022 4.2\nnext: Go\n== area 2013 A.5\nas: policy\n";
        let columns = super::columns(text).expect("columns");
        assert_eq!(
            columns,
            "requirement 2022 4.1|aab\n4.2|b\narea 2013 A.5|c\t\
             evidence: A |.\nlist\nplan: more\tnext: Go|\n\n\tas: policy|\n"
        );
        assert!(super::columns("key: before any block\n").is_err());
    }

    #[test]
    fn what_all_values_share_is_never_counted_twice() {
        assert_eq!(super::in_common(&["For a.", "For be."]), ("For ", "."));
        assert_eq!(super::in_common(&["aa", "a"]), ("a", ""));
        assert_eq!(super::in_common(&["é.", "è."]), ("", "."));
        assert_eq!(super::in_common(&["a|b", "a|c"]), ("", ""));
        assert_eq!(super::in_common(&[]), ("", ""));
    }

    #[test]
    fn comments_and_blank_lines_are_left_out() {
        assert_eq!(super::packed("# A\n\n== area 2013 A.5\nas: policy\n\n"), "== area 2013 A.5\nas: policy\n");
    }
}
