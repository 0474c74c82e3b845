//! One sheet's part with some of its cells filled: every other byte of it stays.

use super::KeptReason;
use super::cells::{Kind, Wanted};
use super::markup::{Placed, Result, Token, Tokens, attributes, local, malformed, prefix, value};
use super::other_file;
use super::styles::{Shown, serial};
use crate::import::column_at;
use crate::output::exports::escape::guard;
use crate::output::exports::xlsx::{MOST_IN_CELL, units, written};
use crate::text::{clean, column_letters};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of the workbook around the sheet.
pub(super) struct Around<'a> {
    pub(super) styles: &'a [Shown],
    pub(super) from_1904: bool,
}

/// A cell of the part that is to be filled.
struct Spot<'a> {
    /// What is replaced: the whole cell, or nothing where there is none.
    start: usize,
    end: usize,
    /// The tag's name and attributes; of a cell that is new, the name alone.
    name: String,
    attributes: &'a str,
    is_new: bool,
    has_formula: bool,
    style: usize,
}

/// Rows and columns, counted from 0, first and last.
type Range = (usize, usize, usize, usize);

/// What a look through the part has found.
#[derive(Default)]
struct Found<'a> {
    spots: BTreeMap<(usize, usize), Spot<'a>>,
    merged: Vec<Range>,
    /// The ranges of formulas that fill more than their own cell.
    spread: Vec<Range>,
    /// Rows that are written without an end, by their number: where to open them.
    unopened: BTreeMap<usize, (usize, String)>,
    /// Where the value of a row's `spans` stands, by the row's number.
    spans: BTreeMap<usize, (usize, usize)>,
    /// Columns among whose wanted cells are numbers, or something else.
    numbers: BTreeSet<usize>,
    texts: BTreeSet<usize>,
    /// The style of a date among the wanted cells of a column.
    dates: BTreeMap<usize, usize>,
    pub(super) computes: bool,
}

fn place(reference: &str) -> Option<(usize, usize)> {
    let split = reference.find(|sign: char| sign.is_ascii_digit())?;
    let (column, row) = reference.split_at_checked(split)?;
    let row: usize = row.parse().ok().filter(|row| *row > 0)?;
    Some((row.checked_sub(1)?, column_at(column)?))
}

fn range(reference: &str) -> Option<Range> {
    let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    Some((top, bottom, left, right))
}

fn within(range: &Range, row: usize, column: usize) -> bool {
    (range.0..=range.1).contains(&row) && (range.2..=range.3).contains(&column)
}

fn number(tag: &str, name: &str) -> Result<Option<usize>> {
    Ok(value(tag, name)?.and_then(|text| text.parse().ok()))
}

/// The row that is being read.
struct Open<'a> {
    row: usize,
    /// The next column that a cell without a name has.
    next: usize,
    style: Option<usize>,
    prefix: &'a str,
    /// Columns of this row that are still to be found, the last first.
    left: Vec<usize>,
}

struct Reader<'a, 'w> {
    part: &'a str,
    tokens: Tokens<'a>,
    wanted: &'w BTreeMap<(usize, usize), &'w Wanted>,
    around: &'w Around<'w>,
    columns: Vec<(usize, usize, usize)>,
    found: Found<'a>,
}

impl<'a> Reader<'a, '_> {
    fn read(mut self) -> Result<Found<'a>> {
        let mut row: Option<Open<'a>> = None;
        let mut last = None;
        while let Some(placed) = self.tokens.next()? {
            match placed.token {
                Token::Open { name, attributes, is_empty } => match local(name) {
                    "col" => {
                        let of = |name| number(attributes, name);
                        if let (Some(first), Some(end), Some(style)) = (of("min")?, of("max")?, of("style")?) {
                            self.columns.push((first, end, style));
                        }
                    }
                    "row" => {
                        let at = match number(attributes, "r")? {
                            Some(at) => at.checked_sub(1).ok_or_else(malformed)?,
                            None => last.map_or(0, |last: usize| last.saturating_add(1)),
                        };
                        last = Some(at);
                        let open = self.row(at, prefix(name), attributes, &placed)?;
                        if is_empty {
                            if !open.left.is_empty() {
                                self.found.unopened.insert(at, (placed.end, String::from(name)));
                            }
                            self.rest(&open, placed.end);
                        } else {
                            row = Some(open);
                        }
                    }
                    "c" => {
                        let Some(open) = row.as_mut() else { return Err(malformed()) };
                        self.cell(open, &placed, name, attributes, is_empty)?;
                    }
                    "mergeCell" => {
                        self.found.merged.extend(value(attributes, "ref")?.as_deref().and_then(range));
                    }
                    _ => {}
                },
                Token::Close { name } if local(name) == "row" => {
                    if let Some(open) = row.take() {
                        self.rest(&open, placed.start);
                    }
                }
                _ => {}
            }
        }
        Ok(self.found)
    }

    fn row(&mut self, at: usize, prefix: &'a str, tag: &'a str, placed: &Placed<'a>) -> Result<Open<'a>> {
        let mut left: Vec<usize> =
            self.wanted.range((at, 0)..=(at, usize::MAX)).map(|((_, column), _)| *column).collect();
        left.reverse();
        let is_styled = value(tag, "customFormat")?.is_some_and(|is| is == "1" || is == "true");
        let style = if is_styled { number(tag, "s")? } else { None };
        if !left.is_empty()
            && let Some(spans) = attributes(tag)?.iter().find(|one| one.name == "spans")
            && let Some(offset) = self.part.get(placed.start..placed.end).and_then(|tag| tag.find(spans.whole))
        {
            let start = placed.start.saturating_add(offset);
            self.found.spans.insert(at, (start, start.saturating_add(spans.whole.len())));
        }
        Ok(Open { row: at, next: 0, style, prefix, left })
    }

    /// A cell that the part has no place for yet.
    fn new_spot(&mut self, open: &Open<'a>, column: usize, at: usize) {
        let count = column.saturating_add(1);
        let of_column = self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&count));
        let style = open.style.or(of_column.map(|(_, _, style)| *style)).unwrap_or(0);
        let name = [open.prefix, "c"].concat();
        let spot = Spot { start: at, end: at, name, attributes: "", is_new: true, has_formula: false, style };
        self.found.spots.insert((open.row, column), spot);
    }

    /// The cells of a row that were not found, at its end.
    fn rest(&mut self, open: &Open<'a>, at: usize) {
        for column in open.left.iter().rev() {
            self.new_spot(open, *column, at);
        }
    }

    fn cell(
        &mut self,
        open: &mut Open<'a>,
        placed: &Placed<'a>,
        name: &'a str,
        tag: &'a str,
        is_empty: bool,
    ) -> Result<()> {
        let column = match value(tag, "r")? {
            Some(reference) => {
                let (row, column) = place(&reference).ok_or_else(malformed)?;
                if row != open.row || column < open.next {
                    return Err(malformed());
                }
                column
            }
            None => open.next,
        };
        open.next = column.saturating_add(1);
        while open.left.last().is_some_and(|wanted| *wanted < column) {
            if let Some(before) = open.left.pop() {
                self.new_spot(open, before, placed.start);
            }
        }
        let mut end = placed.end;
        let (mut has_formula, mut has_value) = (false, false);
        let mut is_open = !is_empty;
        while is_open {
            let Some(inside) = self.tokens.next()? else { return Err(malformed()) };
            match inside.token {
                Token::Open { name, attributes, .. } => match local(name) {
                    "f" => {
                        has_formula = true;
                        if matches!(value(attributes, "t")?.as_deref(), Some("array" | "dataTable")) {
                            self.found.spread.extend(value(attributes, "ref")?.as_deref().and_then(range));
                        }
                    }
                    "v" | "is" => has_value = true,
                    _ => {}
                },
                Token::Close { name } if local(name) == "c" => {
                    end = inside.end;
                    is_open = false;
                }
                _ => {}
            }
        }
        self.found.computes |= has_formula;
        if open.left.last() != Some(&column) {
            return Ok(());
        }
        open.left.pop();
        let style = number(tag, "s")?.unwrap_or(0);
        if has_value {
            let kind = value(tag, "t")?;
            if kind.as_deref().is_none_or(|kind| kind == "n") {
                self.found.numbers.insert(column);
                if self.around.styles.get(style) == Some(&Shown::Date) {
                    self.found.dates.insert(column, style);
                }
            } else {
                self.found.texts.insert(column);
            }
        }
        let name = String::from(name);
        let spot = Spot { start: placed.start, end, name, attributes: tag, is_new: false, has_formula, style };
        self.found.spots.insert((open.row, column), spot);
        Ok(())
    }
}

/// The part with its cells filled; those that cannot be, with the reason; and whether it computes anything.
pub(super) struct Outcome {
    pub(super) part: String,
    pub(super) kept: Vec<((usize, usize), KeptReason)>,
    /// Cells that are merged with one above, which says it for them.
    pub(super) hidden: Vec<(usize, usize)>,
    pub(super) computes: bool,
}

/// Fills the cells of a sheet.
pub(super) fn fill(part: &str, wanted: &BTreeMap<(usize, usize), &Wanted>, around: &Around<'_>) -> Result<Outcome> {
    let tokens = Tokens::of(part);
    let found = Reader { part, tokens, wanted, around, columns: Vec::new(), found: Found::default() }.read()?;
    let (mut kept, mut hidden) = (Vec::new(), Vec::new());
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    let mut widest: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut opened: BTreeMap<usize, String> = BTreeMap::new();
    for (at, one) in wanted {
        if one.stands {
            continue;
        }
        let spot = found.spots.get(at).ok_or_else(other_file)?;
        match reason_to_keep(*at, one, spot, &found, wanted) {
            Some(reason) => {
                kept.push((*at, reason));
                continue;
            }
            None if found.merged.iter().any(|range| within(range, at.0, at.1) && range.0 != at.0) => {
                hidden.push(*at);
                continue;
            }
            None => {}
        }
        let text = cell(spot, *at, one, &found, around);
        if spot.is_new {
            let row = widest.entry(at.0).or_insert((at.1, at.1));
            *row = (row.0.min(at.1), row.1.max(at.1));
        }
        if found.unopened.contains_key(&at.0) {
            opened.entry(at.0).or_default().push_str(&text);
        } else {
            edits.push((spot.start, spot.end, text));
        }
    }
    for (row, text) in opened {
        if let Some((end, name)) = found.unopened.get(&row) {
            // The tag ends with "/>"; what stands before it stays.
            let text = [">", &text, "</", name, ">"].concat();
            edits.push((end.saturating_sub(2), *end, text));
        }
    }
    for (row, (first, last)) in widest {
        edits.extend(found.spans.get(&row).and_then(|(start, end)| spans(part, *start, *end, first, last)));
    }
    // What is put in at one place keeps the order of its columns.
    edits.sort_by_key(|(start, _, _)| *start);
    let mut out = String::with_capacity(part.len());
    let mut done = 0_usize;
    for (start, end, text) in edits {
        out.push_str(part.get(done..start).ok_or_else(malformed)?);
        out.push_str(&text);
        done = end;
    }
    out.push_str(part.get(done..).ok_or_else(malformed)?);
    Ok(Outcome { part: out, kept, hidden, computes: found.computes })
}

/// The hint of which columns a row has, made wide enough.
fn spans(part: &str, start: usize, end: usize, first: usize, last: usize) -> Option<(usize, usize, String)> {
    let whole = part.get(start..end)?;
    let said = whole.split(['"', '\'']).nth(1)?;
    // Several ranges are left as they are: it is but a hint.
    let (from, to) = said.split_once(':')?;
    let (from, to): (usize, usize) = (from.parse().ok()?, to.parse().ok()?);
    let (wide_from, wide_to) = (from.min(first.saturating_add(1)), to.max(last.saturating_add(1)));
    if (wide_from, wide_to) == (from, to) {
        return None;
    }
    let mut text = String::from("spans=\"");
    crate::json::push_integer(&mut text, u64::try_from(wide_from).ok()?);
    text.push(':');
    crate::json::push_integer(&mut text, u64::try_from(wide_to).ok()?);
    text.push('"');
    Some((start, end, text))
}

fn reason_to_keep(
    (row, column): (usize, usize),
    one: &Wanted,
    spot: &Spot<'_>,
    found: &Found<'_>,
    wanted: &BTreeMap<(usize, usize), &Wanted>,
) -> Option<KeptReason> {
    if spot.has_formula || found.spread.iter().any(|range| within(range, row, column)) {
        return Some(KeptReason::Formula);
    }
    if units(&guard(&clean(&one.cell.to))) > MOST_IN_CELL {
        return Some(KeptReason::TooLong);
    }
    let merged = found.merged.iter().find(|range| within(range, row, column))?;
    // One cell for several rows: it may be filled if all of them are to say the same, and the first of them says it.
    let rows = merged.0..=merged.1;
    let says_same = |row: usize| wanted.get(&(row, column)).is_some_and(|other| other.cell.to == one.cell.to);
    let is_small = merged.1.saturating_sub(merged.0) < 1000;
    (column != merged.2 || !is_small || !rows.into_iter().all(says_same)).then_some(KeptReason::Merged)
}

/// The cell as it is written: its attributes stay, but those of the value that it had.
fn cell(
    spot: &Spot<'_>,
    (row, column): (usize, usize),
    one: &Wanted,
    found: &Found<'_>,
    around: &Around<'_>,
) -> String {
    let mut style = spot.style;
    let mut shown = around.styles.get(style).copied().unwrap_or(Shown::Plain);
    let mut out = ["<", &spot.name].concat();
    let mut dated = None;
    if one.kind == Kind::Date {
        // A cell without a style of its own takes that of the dates beside it.
        if let Some(of_column) = found.dates.get(&column).filter(|_| style == 0) {
            (style, shown) = (*of_column, Shown::Date);
        }
        dated = serial(&one.day, around.from_1904).filter(|_| shown == Shown::Date);
    }
    if spot.is_new {
        out.push_str(" r=\"");
        out.push_str(&column_letters(column));
        crate::json::push_integer(&mut out, u64::try_from(row).unwrap_or(u64::MAX).saturating_add(1));
        out.push('"');
    }
    for attribute in attributes(spot.attributes).unwrap_or_default() {
        let is_of_value = matches!(attribute.name, "t" | "cm" | "vm") || (attribute.name == "s" && style != spot.style);
        if !is_of_value {
            out.push(' ');
            out.push_str(attribute.whole);
        }
    }
    if style != 0 && (spot.is_new || style != spot.style) {
        out.push_str(" s=\"");
        crate::json::push_integer(&mut out, u64::try_from(style).unwrap_or(0));
        out.push('"');
    }
    let tag = prefix(&spot.name);
    let is_number = found.numbers.contains(&column) || !found.texts.contains(&column);
    let figure =
        if one.kind == Kind::Word && is_number && shown != Shown::Text { figure(&one.cell.to, shown) } else { None };
    let typed = match one.cell.to.as_str() {
        "TRUE" if one.kind == Kind::Word => Some("1"),
        "FALSE" if one.kind == Kind::Word => Some("0"),
        _ => None,
    };
    match (dated.or(figure), typed) {
        (Some(value), _) => out.push_str(&["><", tag, "v>", &value, "</", tag, "v></", &spot.name, ">"].concat()),
        (None, Some(value)) => {
            out.push_str(&[" t=\"b\"><", tag, "v>", value, "</", tag, "v></", &spot.name, ">"].concat());
        }
        (None, None) if one.cell.to.is_empty() => out.push_str("/>"),
        (None, None) => {
            out.push_str(&[" t=\"inlineStr\"><", tag, "is><", tag, "t xml:space=\"preserve\">"].concat());
            written(&mut out, &one.cell.to);
            out.push_str(&["</", tag, "t></", tag, "is></", &spot.name, ">"].concat());
        }
    }
    out
}

/// A figure as a number of the file: "3", "0.5"; of a percentage, its hundredth.
fn figure(text: &str, shown: Shown) -> Option<String> {
    let is_plain = |text: &str| {
        (1..=6).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && text.starts_with(|sign: char| sign.is_ascii_digit())
            && text.ends_with(|sign: char| sign.is_ascii_digit())
            && text.bytes().filter(|byte| *byte == b'.').count() < 2
    };
    let Some(percent) = text.strip_suffix('%') else {
        let text = text.replace(',', ".");
        return is_plain(&text).then_some(text).filter(|_| shown != Shown::Percent);
    };
    let whole: u32 = percent.trim_end().parse().ok().filter(|whole| *whole <= 100)?;
    if shown != Shown::Percent {
        return None;
    }
    let mut out = String::new();
    crate::json::push_integer(&mut out, u64::from(whole / 100));
    if !whole.is_multiple_of(100) {
        out.push('.');
        crate::json::push_integer(&mut out, u64::from(whole % 100 / 10));
        if !whole.is_multiple_of(10) {
            crate::json::push_integer(&mut out, u64::from(whole % 10));
        }
    }
    Some(out)
}
