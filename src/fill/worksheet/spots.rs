//! Where the cells that are to be filled stand in a sheet's part.

use super::{Around, of_row};
use crate::fill::cells::Wanted;
use crate::fill::markup::{Placed, Result, Token, Tokens, attributes, local, malformed, prefix, value};
use crate::fill::styles::Shown;
use crate::import::column_at;

/// A cell of the part that is to be filled.
pub(super) struct Spot<'a> {
    /// What is replaced: the whole cell, or nothing where there is none.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The tag's name and attributes; of a cell that is new, the name alone.
    pub(super) name: String,
    pub(super) attributes: &'a str,
    pub(super) is_new: bool,
    pub(super) has_formula: bool,
    pub(super) style: usize,
    /// The place of its row among those of [`Spots::rows`].
    pub(super) row: usize,
}

/// A row that has such cells.
pub(super) struct RowSpot<'a> {
    /// Where to open it, if it is written without an end, and its name.
    pub(super) unopened: Option<(usize, &'a str)>,
    /// Where its `spans` stand.
    pub(super) spans: Option<(usize, usize)>,
}

/// Rows and columns, counted from 0, first and last.
pub(super) type Range = (usize, usize, usize, usize);

/// What the wanted cells of a column look like.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    column: usize,
    pub(super) has_numbers: bool,
    pub(super) has_texts: bool,
    /// The style of a date among them.
    pub(super) date: Option<usize>,
}

/// What a look through the part has found.
#[derive(Default)]
pub(super) struct Spots<'a> {
    /// One for each that is wanted.
    pub(super) cells: Vec<Option<Spot<'a>>>,
    pub(super) rows: Vec<RowSpot<'a>>,
    pub(super) merged: Vec<Range>,
    /// The ranges of formulas that fill more than their own cell.
    pub(super) spread: Vec<Range>,
    looks: Vec<Look>,
    pub(super) computes: bool,
}

impl Spots<'_> {
    pub(super) fn look(&self, column: usize) -> Look {
        self.looks.iter().find(|look| look.column == column).copied().unwrap_or_default()
    }

    fn look_at(&mut self, column: usize) -> Option<&mut Look> {
        if !self.looks.iter().any(|look| look.column == column) {
            self.looks.push(Look { column, ..Look::default() });
        }
        self.looks.iter_mut().find(|look| look.column == column)
    }
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

pub(super) fn within(range: &Range, row: usize, column: usize) -> bool {
    (range.0..=range.1).contains(&row) && (range.2..=range.3).contains(&column)
}

fn number(tag: &str, name: &str) -> Result<Option<usize>> {
    Ok(value(tag, name)?.and_then(|text| text.parse().ok()))
}

/// The row that is being read.
struct Open<'a> {
    row: usize,
    /// Its place among the rows that have wanted cells.
    spot: usize,
    /// The next column that a cell without a name has.
    next: usize,
    style: Option<usize>,
    prefix: &'a str,
    /// The wanted cells of this row that are still to be found, by their places: the next, and the one behind the last.
    left: (usize, usize),
}

struct Reader<'a, 'w> {
    part: &'a str,
    tokens: Tokens<'a>,
    wanted: &'w [&'w Wanted],
    around: &'w Around<'w>,
    /// First and last column, and their style.
    columns: Vec<(usize, usize, usize)>,
    found: Spots<'a>,
}

/// Looks through a part for the cells that are wanted, which are sorted by row and column.
pub(super) fn spots<'a>(part: &'a str, wanted: &[&Wanted], around: &Around<'_>) -> Result<Spots<'a>> {
    let mut found = Spots::default();
    found.cells.resize_with(wanted.len(), || None);
    Reader { part, tokens: Tokens::of(part), wanted, around, columns: Vec::new(), found }.read()
}

impl<'a> Reader<'a, '_> {
    fn read(mut self) -> Result<Spots<'a>> {
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
                        let open = self.row(at, name, attributes, &placed, is_empty)?;
                        if is_empty {
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

    fn row(&mut self, at: usize, name: &'a str, tag: &'a str, placed: &Placed<'a>, is_empty: bool) -> Result<Open<'a>> {
        let (first, wanted) = of_row(self.wanted, at);
        let left = (first, first.saturating_add(wanted.len()));
        let is_styled = value(tag, "customFormat")?.is_some_and(|is| is == "1" || is == "true");
        let style = if is_styled { number(tag, "s")? } else { None };
        let spot = self.found.rows.len();
        if !wanted.is_empty() {
            let mut spans = None;
            if let Some(said) = attributes(tag)?.iter().find(|one| one.name == "spans")
                && let Some(offset) = self.part.get(placed.start..placed.end).and_then(|tag| tag.find(said.whole))
            {
                let start = placed.start.saturating_add(offset);
                spans = Some((start, start.saturating_add(said.whole.len())));
            }
            self.found.rows.push(RowSpot { unopened: is_empty.then_some((placed.end, name)), spans });
        }
        Ok(Open { row: at, spot, next: 0, style, prefix: prefix(name), left })
    }

    fn put(&mut self, place: usize, spot: Spot<'a>) {
        if let Some(cell) = self.found.cells.get_mut(place) {
            *cell = Some(spot);
        }
    }

    /// The column of a wanted cell.
    fn column(&self, place: usize) -> usize {
        self.wanted.get(place).map_or(usize::MAX, |one| one.column)
    }

    /// A cell that the part has no place for yet.
    fn new_spot(&mut self, open: &Open<'a>, place: usize, at: usize) {
        let count = self.column(place).saturating_add(1);
        let of_column = self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&count));
        let style = open.style.or(of_column.map(|(_, _, style)| *style)).unwrap_or(0);
        let (name, row) = ([open.prefix, "c"].concat(), open.spot);
        self.put(
            place,
            Spot { start: at, end: at, name, attributes: "", is_new: true, has_formula: false, style, row },
        );
    }

    /// The cells of a row that were not found, at its end.
    fn rest(&mut self, open: &Open<'a>, at: usize) {
        for place in open.left.0..open.left.1 {
            self.new_spot(open, place, at);
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
        while open.left.0 < open.left.1 && self.column(open.left.0) < column {
            self.new_spot(open, open.left.0, placed.start);
            open.left.0 = open.left.0.saturating_add(1);
        }
        let (end, has_formula, has_value) = if is_empty { (placed.end, false, false) } else { self.content()? };
        self.found.computes |= has_formula;
        let place = open.left.0;
        if place == open.left.1 || self.column(place) != column {
            return Ok(());
        }
        open.left.0 = place.saturating_add(1);
        let style = number(tag, "s")?.unwrap_or(0);
        if has_value {
            let kind = value(tag, "t")?;
            let is_number = kind.as_deref().is_none_or(|kind| kind == "n");
            let is_date = is_number && self.around.styles.get(style) == Some(&Shown::Date);
            if let Some(look) = self.found.look_at(column) {
                look.has_numbers |= is_number;
                look.has_texts |= !is_number;
                look.date = if is_date { Some(style) } else { look.date };
            }
        }
        let (name, row) = (String::from(name), open.spot);
        self.put(
            place,
            Spot { start: placed.start, end, name, attributes: tag, is_new: false, has_formula, style, row },
        );
        Ok(())
    }

    /// Where a cell ends whose tag was read, whether it has a formula, and whether it has a value.
    fn content(&mut self) -> Result<(usize, bool, bool)> {
        let (mut has_formula, mut has_value) = (false, false);
        loop {
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
                Token::Close { name } if local(name) == "c" => return Ok((inside.end, has_formula, has_value)),
                _ => {}
            }
        }
    }
}
