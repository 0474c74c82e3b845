//! Anybody's sheet in: what it would change, as a table or as JSON, and taking that.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use iso27001_readiness::import::{Meaning, Options, Proposal, Source, apply, propose};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::arguments::{self, ProposalFormat};
use crate::failure::{Failure, Outcome};
use crate::single::{line, now, write_assessment};
use crate::{files, sheets};

type Result<T> = std::result::Result<T, Failure>;

/// The widest cell of a table, in characters.
const WIDEST: usize = 48;

pub fn import(it: &arguments::Import) -> Result<Outcome> {
    let assessment = files::assessment(&it.into)?;
    let words = it.words.as_deref().map(words).transpose()?.unwrap_or_default();
    let read = sheets::read(&it.sheet)?;
    let options = Options { words, columns: Vec::new(), edition: it.edition.map(Into::into) };
    let proposal = propose(&assessment, &read.sheets, &options);
    // What is not taken is said by the exit code too: nothing is dropped in silence.
    let outcome = if proposal.refused.is_empty() && proposal.sheets.iter().any(|sheet| sheet.read > 0) {
        Outcome::Fine
    } else {
        Outcome::Found
    };
    if it.apply {
        let taken = apply(&assessment, &proposal.changes, &now()?)
            .map_err(|error| Failure::about(files::name(&it.sheet), error))?;
        write_assessment(&it.output, &taken)?;
        files::say(format_args!("{}", summary(&proposal, &read.notices)));
        return Ok(outcome);
    }
    let bytes = match it.format {
        ProposalFormat::Json => line(&proposal)?,
        ProposalFormat::Table => table(&proposal, &read.notices).into_bytes(),
    };
    files::write(&it.output, &bytes)?;
    Ok(outcome)
}

/// A level may be written as a number.
#[derive(Deserialize)]
#[serde(untagged)]
enum Said {
    Level(u8),
    Name(String),
}

/// What words mean, by a JSON object such as `{"Umgesetzt": 3, "Offen": null}`.
pub fn words(path: &Path) -> Result<Vec<(String, Option<Meaning>)>> {
    let fail = |reason: &dyn std::fmt::Display| Failure::about(files::name(path), reason);
    let said: BTreeMap<String, Option<Said>> =
        serde_json::from_slice(&files::bytes(path)?).map_err(|error| fail(&error))?;
    let mut words = Vec::new();
    for (word, means) in said {
        let means = match means {
            None => None,
            Some(said) => {
                let name = match said {
                    Said::Level(level) => level.to_string(),
                    Said::Name(name) => name,
                };
                let expected = || fail(&format!("{word:?}: {}", words!("command.word")));
                Some(Meaning::from_name(&name).ok_or_else(expected)?)
            }
        };
        words.push((word, means));
    }
    Ok(words)
}

/// What a member of it is in JSON, without the quotes of a text.
fn member(of: &impl Serialize, name: &str) -> String {
    let object = serde_json::to_value(of).unwrap_or_default();
    match object.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(value) => value.to_string(),
    }
}

pub fn place(source: &Source) -> String {
    format!("{}!{}{}", source.sheet, source.column, source.row)
}

/// Everything that the proposal says: sheets, words, changes, and what is not taken.
fn table(proposal: &Proposal, notices: &[String]) -> String {
    let mut out = summary(proposal, notices);
    let mut words = vec![
        [words!("command.head.word"), words!("command.head.means"), words!("command.head.cells")]
            .map(String::from)
            .to_vec(),
    ];
    for word in &proposal.words {
        let means = if word.means.is_some() { member(word, "means") } else { words!("command.note").into() };
        words.push(vec![word.word.clone(), means, word.count.to_string()]);
    }
    let mut changes = vec![
        [
            words!("command.head.requirement"),
            words!("command.head.field"),
            words!("command.head.now"),
            words!("command.head.then"),
            words!("command.head.from"),
        ]
        .map(String::from)
        .to_vec(),
    ];
    for change in &proposal.changes {
        let (from, to) = (member(change, "from"), member(change, "to"));
        changes.push(vec![change.id.clone(), change.field.as_str().into(), from, to, place(&change.source)]);
    }
    let mut refused = vec![
        [words!("command.head.refused"), words!("command.head.why"), words!("command.head.from")]
            .map(String::from)
            .to_vec(),
    ];
    for one in &proposal.refused {
        refused.push(vec![one.value.clone(), one.reason.as_str().into(), place(&one.source)]);
    }
    for rows in [words, changes, refused] {
        if rows.len() > 1 {
            out.push('\n');
            push_rows(&mut out, &rows);
        }
    }
    out
}

/// How much of it there is, and what is to be known beside it.
fn summary(proposal: &Proposal, notices: &[String]) -> String {
    let mut out = String::new();
    let mut say = |line: String| {
        out.push_str(&shown(&line, usize::MAX));
        out.push('\n');
    };
    for sheet in &proposal.sheets {
        let columns: Vec<_> =
            sheet.columns.iter().map(|(role, letters)| format!("{} {letters}", role.as_str())).collect();
        say(format!(words!("command.read"), sheet = sheet.name, n = sheet.read));
        if !columns.is_empty() {
            say(format!(words!("command.columns"), sheet = sheet.name, columns = listed(&columns)));
        }
        if !sheet.unread.is_empty() {
            say(format!(words!("command.unread"), sheet = sheet.name, columns = listed(&sheet.unread)));
        }
    }
    for notice in &proposal.notices {
        let parts = [notice.sheet.as_str(), notice.kind.as_str(), notice.value.as_str()];
        say(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": "));
    }
    for notice in notices {
        say(notice.clone());
    }
    let year = proposal.edition.year();
    say(format!(
        words!("command.changes"),
        n = proposal.changes.len(),
        refused = proposal.refused.len(),
        edition = year
    ));
    out
}

/// Names one after the other, as the language parts them.
pub fn listed<T: AsRef<str>>(names: &[T]) -> String {
    let mut list = String::new();
    for name in names {
        let item = name.as_ref();
        if list.is_empty() {
            list.push_str(item);
        } else {
            // Behind the list, which is not written anew for each.
            let _ = write!(list, words!("command.list"), list = "", item = item);
        }
    }
    list
}

/// Columns as wide as what they hold.
pub fn push_rows(out: &mut String, rows: &[Vec<String>]) {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| shown(cell, WIDEST)).collect()).collect();
    let mut widths = Vec::new();
    for row in &rows {
        widths.resize(row.len().max(widths.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    for row in &rows {
        let cells: Vec<_> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        out.push_str(cells.join("  ").trim_end());
        out.push('\n');
    }
}

/// On one line, and so that a terminal takes nothing in it for a command or for a change of direction.
pub fn shown(text: &str, most: usize) -> String {
    let mut out = String::new();
    for (count, sign) in text.chars().enumerate() {
        if count >= most {
            out.pop();
            out.push('…');
            break;
        }
        let is_hidden = sign.is_control()
            || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}');
        out.push(if is_hidden { ' ' } else { sign });
    }
    out
}
