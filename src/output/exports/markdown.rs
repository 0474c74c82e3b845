//! The report as Markdown.

use super::escape::markdown as plain;
use super::report::{Block, report};
use super::source::Source;
use super::table::{Cell, Table};

fn line(out: &mut String, cells: impl IntoIterator<Item = String>) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        out.push_str(&cell);
        out.push_str(" |");
    }
    out.push('\n');
}

/// A table; columns of figures are set to the right.
pub(super) fn rows(out: &mut String, table: &Table<'_>) {
    line(out, table.columns.iter().map(|column| plain(column.label)));
    let is_figures = |index: usize| table.rows.iter().all(|row| row.get(index).is_some_and(Cell::is_number));
    let rules = (0..table.columns.len()).map(|index| if is_figures(index) { "--:" } else { "---" });
    line(out, rules.map(String::from));
    for row in &table.rows {
        line(out, row.iter().map(|cell| plain(&cell.text())));
    }
}

/// The report; text in it stays text.
pub(super) fn markdown(source: &Source<'_>) -> String {
    let mut out = String::from("# ");
    out.push_str(&plain(source.t("exports.heading")));
    out.push('\n');
    for block in report(source) {
        out.push('\n');
        match block {
            Block::Heading { text, .. } => {
                out.push_str("## ");
                out.push_str(&plain(text));
                out.push('\n');
            }
            Block::Text(text) => {
                out.push_str(&plain(text));
                out.push('\n');
            }
            Block::Facts(facts) => {
                line(&mut out, [String::new(), String::new()]);
                line(&mut out, ["---", "---"].map(String::from));
                for fact in facts {
                    let label = plain(&fact.label);
                    line(&mut out, [["**", &label, "**"].concat(), plain(&fact.value)]);
                }
            }
            Block::Table(table) => rows(&mut out, &table),
        }
    }
    out
}
