//! The report as one HTML file without a script, and without anything that comes from elsewhere.

use super::address::of_line;
use super::escape::{markup, seen};
use super::report::Block;
use super::source::{Source, joined};
use super::table::{Cell, Column, Fact, Holds, Table, figure};
use crate::score_range::ScoreRange;

/// Colours as on the page.
const STYLE: &str = include_str!("report.css");

/// Text in lines.
pub(super) fn lines(out: &mut String, text: &str) {
    let seen = seen(text);
    for (index, line) in seen.split('\n').enumerate() {
        if index > 0 {
            out.push_str("<br>");
        }
        markup(out, line);
    }
}

/// What people typed, isolated so that it cannot turn what stands beside it.
pub(super) fn typed(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push_str("<bdi>");
        lines(out, text);
        out.push_str("</bdi>");
    }
}

/// A line that is an address, or ends in one in angle brackets, leads there.
fn linked(out: &mut String, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push_str("<br>");
        }
        let (label, shown, address) = of_line(line);
        typed(out, label);
        if !label.is_empty() {
            out.push(' ');
        }
        match address {
            None => typed(out, shown),
            Some(address) => {
                out.push_str("<a href=\"");
                markup(out, &address.href);
                out.push_str("\" rel=\"noopener noreferrer\">");
                typed(out, shown);
                out.push_str("</a>");
            }
        }
    }
}

/// Classes, where there are any.
fn look(out: &mut String, names: &[Option<&str>]) {
    let names = joined(names.iter().flatten(), " ");
    if !names.is_empty() {
        out.push_str(" class=\"");
        out.push_str(&names);
        out.push('"');
    }
}

fn cell(out: &mut String, value: &Cell<'_>, column: &Column<'_>, index: usize, tone: Option<&str>) {
    if value.is_number() {
        out.push_str("<td class=\"n\">");
        out.push_str(&value.text());
        out.push_str("</td>");
        return;
    }
    let tag = if index == 0 { "th" } else { "td" };
    out.push('<');
    out.push_str(tag);
    if index == 0 {
        out.push_str(" scope=\"row\"");
    }
    let (is_whole, is_typed) = (column.is_whole(), column.is_typed());
    let is_long = column.holds == Holds::Sentences;
    look(out, &[is_whole.then_some("w"), is_long.then_some("l"), (is_typed && !is_whole).then_some("t"), tone]);
    out.push('>');
    let text = value.text();
    match column.holds {
        Holds::Links => linked(out, &text),
        _ if is_typed => typed(out, &text),
        _ => lines(out, &text),
    }
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

fn table(out: &mut String, table: &Table<'_>) {
    out.push_str("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
    lines(out, table.title);
    out.push_str("\"><table aria-label=\"");
    lines(out, table.title);
    out.push_str("\"><thead><tr>");
    for (index, column) in table.columns.iter().enumerate() {
        let is_figure = |cell: &Cell<'_>| cell.is_number() || cell.text().is_empty();
        let is_figures = table.rows.iter().all(|row| row.get(index).is_some_and(is_figure));
        out.push_str("<th scope=\"col\"");
        look(out, &[is_figures.then_some("n")]);
        out.push('>');
        lines(out, column.label);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead><tbody>\n");
    for (place, row) in table.rows.iter().enumerate() {
        out.push_str("<tr>");
        for (index, (value, column)) in row.iter().zip(&table.columns).enumerate() {
            let tone = match &table.tone {
                Some((key, tones)) if *key == column.key => tones.get(place).copied().flatten(),
                _ => None,
            };
            cell(out, value, column, index, tone.map(super::table::Tone::as_str));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div>");
}

/// From nought to a hundred: what is certain, what is possible. The figures stand beside it.
fn bar(out: &mut String, score: ScoreRange) {
    out.push_str("<span class=\"bar\" style=\"--low:");
    figure(out, i32::from(score.low()));
    out.push_str("%;--high:");
    figure(out, i32::from(score.high()));
    out.push_str("%\"></span>");
}

fn facts(out: &mut String, facts: &[Fact<'_>]) {
    out.push_str("<table class=\"facts\"><tbody>\n");
    for fact in facts {
        out.push_str("<tr><th scope=\"row\">");
        lines(out, &fact.label);
        out.push_str("</th><td");
        look(out, &[fact.tone.map(super::table::Tone::as_str), fact.is_typed.then_some("t")]);
        out.push('>');
        if fact.is_typed {
            typed(out, &fact.value);
        } else {
            lines(out, &fact.value);
        }
        if let Some(score) = fact.score {
            bar(out, score);
        }
        out.push_str("</td></tr>\n");
    }
    out.push_str("</tbody></table>");
}

/// The head of a file, whose own policy forbids scripts and whatever would be loaded, and the beginning of its body.
pub(super) fn begin(out: &mut String, language: &str, title: &str, style: &str) {
    out.push_str("<!doctype html>\n<html lang=\"");
    markup(out, language);
    out.push_str(HEAD);
    lines(out, title);
    out.push_str("</title>\n<style>\n");
    out.push_str(style);
    out.push_str("</style>\n</head>\n<body>\n");
}

/// A report.
pub(super) fn html(source: &Source<'_>, heading: &'static str, blocks: &[Block<'_>]) -> String {
    let mut contents = Vec::new();
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for block in blocks {
        let mut out = String::new();
        match block {
            Block::Heading { name, text } => {
                let mut words = String::new();
                lines(&mut words, text);
                contents.push(["<a href=\"#", name, "\">", &words, "</a>"].concat());
                out = ["<h2 id=\"", name, "\">", &words, "</h2>"].concat();
            }
            Block::Text(text) => {
                out.push_str("<p>");
                lines(&mut out, text);
                out.push_str("</p>");
            }
            Block::Facts(rows) => facts(&mut out, rows),
            Block::Table(of) => table(&mut out, of),
        }
        if contents.is_empty() { &mut first } else { &mut rest }.push(out);
    }

    let title = source.t(heading);
    let mut out = String::new();
    begin(&mut out, source.words.language, title, STYLE);
    out.push_str("<header class=\"first\">\n<h1>");
    lines(&mut out, title);
    out.push_str("</h1>\n");
    let organisation = &source.assessment.organisation().name;
    if !organisation.is_empty() {
        out.push_str("<p class=\"who\">");
        typed(&mut out, organisation);
        out.push_str("</p>\n");
    }
    out.push_str(&joined(first, "\n"));
    out.push_str("\n<nav aria-label=\"");
    lines(&mut out, source.t("exports.contents"));
    out.push_str("\">");
    out.push_str(&joined(contents, "\n"));
    out.push_str("</nav>\n</header>\n<main>\n");
    out.push_str(&joined(rest, "\n"));
    out.push_str("\n</main>\n</body>\n</html>\n");
    out
}

const HEAD: &str = "\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"referrer\" content=\"no-referrer\">
<title>";
