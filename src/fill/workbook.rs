//! Workbooks: which part holds which sheet, and the archive with those parts filled.

use super::cells::{Wanted, wanted_entries};
use super::checked::checked;
use super::markup::{Result, Token, Tokens, local, text_of, value};
use super::styles::styles;
use super::worksheet::{Around, Fate, fill, of_row};
use super::{Filled, Kept, KeptReason, MAX_SPREADSHEET, missing, other_file};
use crate::archive::{Archive, refused, too_large};
use crate::assessment::Assessment;
use crate::error::ReadinessError;
use crate::import::{Options, Role, Sheet};
use crate::order::{Index, sort_by};

/// The relations of a part: the end of their kind, and the part they lead to.
#[derive(Default)]
struct Relations {
    ids: Index,
    parts: Vec<(String, String)>,
}

impl Relations {
    fn of_kind(&self, kind: &str) -> Option<&str> {
        self.parts.iter().find(|(of, _)| of == kind).map(|(_, part)| part.as_str())
    }

    fn get(&self, id: &str) -> Option<&(String, String)> {
        self.parts.get(self.ids.get(id)?)
    }
}

fn relations(archive: &mut Archive<'_>, of: &str) -> Result<Relations> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let slash = if folder.is_empty() { "" } else { "/" };
    let listed = archive.find(&[folder, slash, "_rels/", file, ".rels"].concat()).ok_or_else(no_workbook)?;
    let part = text_of(archive.unpacked(&listed)?)?;
    let mut found = Relations::default();
    let mut tokens = Tokens::of(&part);
    while let Some(placed) = tokens.next()? {
        let Token::Open { name, attributes, .. } = placed.token else { continue };
        if local(name) != "Relationship" || value(attributes, "TargetMode")?.as_deref() == Some("External") {
            continue;
        }
        let of = |name| value(attributes, name);
        if let (Some(id), Some(kind), Some(target)) = (of("Id")?, of("Type")?, of("Target")?) {
            let kind = kind.rsplit('/').next().unwrap_or_default();
            found.ids.place(id, found.parts.len());
            found.parts.push((String::from(kind), resolved(folder, &target)));
        }
    }
    Ok(found)
}

/// The name of a part that another one of this folder leads to.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return String::from(absolute);
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn no_workbook() -> ReadinessError {
    refused(words!("error.sheet.kind"))
}

/// The parts of a workbook that are read here.
pub(super) struct Workbook {
    from_1904: bool,
    /// The part of each sheet, by its name.
    pub(super) sheets: Vec<(String, String)>,
    styles: Option<String>,
}

pub(super) fn book(archive: &mut Archive<'_>) -> Result<Workbook> {
    if archive.has(|part| part.ends_with("workbook.bin")) {
        return Err(refused(words!("error.sheet.binary")));
    }
    let links = relations(archive, "")?;
    let main = links.of_kind("officeDocument").and_then(|part| archive.find(part)).ok_or_else(no_workbook)?;
    let links = relations(archive, &main)?;
    let part = text_of(archive.unpacked(&main)?)?;
    let styles = links.of_kind("styles").map(String::from);
    let mut book = Workbook { from_1904: false, sheets: Vec::new(), styles };
    let mut tokens = Tokens::of(&part);
    while let Some(placed) = tokens.next()? {
        let Token::Open { name, attributes, .. } = placed.token else { continue };
        match local(name) {
            "workbookPr" => {
                book.from_1904 = value(attributes, "date1904")?.is_some_and(|is| is == "1" || is == "true");
            }
            "sheet" => {
                if let (Some(name), Some(id)) = (value(attributes, "name")?, value(attributes, "id")?)
                    && let Some((kind, part)) = links.get(&id)
                    && kind == "worksheet"
                {
                    book.sheets.push((name, part.clone()));
                }
            }
            _ => {}
        }
    }
    if book.sheets.is_empty() {
        return Err(no_workbook());
    }
    Ok(book)
}

/// The cells that are wanted of a sheet, by row and column; of two for one cell the last counts.
fn of_sheet(cells: &[Wanted], sheet: usize) -> Vec<&Wanted> {
    let mut all: Vec<&Wanted> = cells.iter().filter(|one| one.sheet == sheet).collect();
    sort_by(&mut all, &|one, other| (one.row, one.column).cmp(&(other.row, other.column)));
    let mut wanted: Vec<&Wanted> = Vec::new();
    for one in all {
        match wanted.last_mut().filter(|last| (last.row, last.column) == (one.row, one.column)) {
            Some(last) => *last = one,
            None => wanted.push(one),
        }
    }
    wanted
}

fn has_level(wanted: &[&Wanted], row: usize) -> bool {
    of_row(wanted, row).1.iter().any(|one| one.cell.role == Role::Level)
}

/// The very workbook that these sheets were read from, with the answers of an assessment in its cells. The sheets, with the
/// options that they were read by, say which cell is which.
///
/// # Errors
/// `too-large` over [`MAX_SPREADSHEET`] or what it may unpack to; `wrong-format` for what is no workbook, a damaged one, one
/// with a password, or one that lacks a sheet or a row of these. What the cells beside them say is not compared: whoever keeps
/// sheets longer than their file has to hold them against it.
pub fn workbook(
    bytes: &[u8],
    sheets: &[Sheet],
    assessment: &Assessment,
    options: &Options,
) -> std::result::Result<Filled, ReadinessError> {
    if bytes.len() > MAX_SPREADSHEET {
        return Err(too_large());
    }
    let mut archive = Archive::open(bytes)?;
    let book = book(&mut archive)?;
    let shown = match book.styles.as_ref().and_then(|part| archive.find(part)) {
        Some(part) => styles(&text_of(archive.unpacked(&part)?)?)?,
        None => Vec::new(),
    };
    let around = Around { styles: &shown, from_1904: book.from_1904 };
    let mut wanted_entries = checked(wanted_entries(assessment, sheets, options), assessment, sheets, options);
    let mut replaced: Vec<(String, Vec<u8>)> = Vec::new();
    let mut cells = Vec::new();
    let mut computes = archive.has(|part| part.ends_with("calcChain.xml"));
    for (place, sheet) in sheets.iter().enumerate() {
        let wanted = of_sheet(&wanted_entries.cells, place);
        if wanted.iter().all(|one| one.stands) {
            continue;
        }
        let part = book.sheets.iter().find(|(name, _)| *name == sheet.name).ok_or_else(other_file)?;
        let part = archive.find(&part.1).ok_or_else(other_file)?;
        let outcome = fill(&text_of(archive.unpacked(&part)?)?, &wanted, &around)?;
        computes |= outcome.computes;
        let before = cells.len();
        for (one, fate) in wanted.iter().zip(outcome.fates) {
            match fate {
                Fate::Filled => cells.push(one.cell.clone()),
                // What follows by a formula from the level beside it needs no filling.
                Fate::Kept(KeptReason::Formula) if one.cell.role == Role::Status && has_level(&wanted, one.row) => {}
                Fate::Kept(reason) => {
                    wanted_entries.kept.push(Kept {
                        source: one.cell.source.clone(),
                        reason,
                        value: one.cell.id.clone(),
                    });
                }
                Fate::Stands | Fate::Hidden => {}
            }
        }
        if cells.len() > before {
            replaced.push((part, outcome.part.into_bytes()));
        }
    }
    // Formulas of other sheets count as well; one that cannot be looked into may hold some.
    for (_, part) in &book.sheets {
        let is_filled = |part: &String| replaced.iter().any(|(name, _)| name == part);
        if let Some(part) = archive.find(part).filter(|part| !computes && !is_filled(part)) {
            let has = |bytes: Vec<u8>| bytes.windows(3).any(|three| matches!(three, b"<f>" | b"<f " | b":f>" | b":f "));
            computes = archive.unpacked(&part).map_or(true, has);
        }
    }
    let signed = archive.has(|part| part.starts_with("_xmlsignatures/"));
    let bytes = if replaced.is_empty() { bytes.to_vec() } else { archive.with(&replaced)? };
    let missing = missing(assessment, &wanted_entries);
    Ok(Filled { bytes, cells, kept: wanted_entries.kept, unplaced: wanted_entries.unplaced, missing, computes, signed })
}
