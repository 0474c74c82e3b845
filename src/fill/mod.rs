//! The company's own spreadsheet written back with the answers.
//!
//! The file that was imported comes back with the answers in its own columns, in its own words. Nothing else of it changes:
//! of a workbook every other part stays as it is packed, and of the sheet's part every byte but those of the cells that are
//! filled, whose styles stay. A text file keeps its encoding, its separator, its line ends and its quotation marks. No
//! formula is ever written, and none is overwritten. What the assessment does not say is never deleted, and what the
//! spreadsheet has no place or word for is named.
//!
//! ```
//! use iso27001_readiness::{assessment::{Answer, Assessment}, catalog::Edition, fill, import::{Options, Sheet}};
//!
//! let text = "Nr.;Status;Owner\r\nA.5.1;offen;\r\nA.5.7;Erfüllt;Ana\r\n";
//! let row = |cells: [&str; 3]| cells.map(String::from).to_vec();
//! let rows = vec![row(["Nr.", "Status", "Owner"]), row(["A.5.1", "offen", ""]), row(["A.5.7", "Erfüllt", "Ana"])];
//! let mut assessment = Assessment::new(Edition::E2022);
//! assessment.respond("A.5.1", Answer::level(3)?, "2026-11-23T10:00:00Z")?;
//! let file = fill::TextFile { bytes: text.as_bytes(), text, encode: &|text| Some(text.as_bytes().to_vec()) };
//! let sheet = Sheet { name: "Statement".into(), rows };
//! let filled = fill::delimited(&file, &sheet, &assessment, &Options::default())?;
//! assert_eq!(filled.bytes, "Nr.;Status;Owner\r\nA.5.1;Erfüllt;\r\nA.5.7;Erfüllt;Ana\r\n".as_bytes());
//! # Ok::<(), iso27001_readiness::ReadinessError>(())
//! ```

mod cells;
mod checked;
mod delimited;
mod hidden;
mod markup;
mod row;
mod styles;
mod workbook;
mod worksheet;

use crate::archive::refused;
use crate::assessment::Assessment;
use crate::error::ReadinessError;
use crate::import::{Field, Role, Source};
use crate::json::{Json, ObjectWriter, Value, json_by_name, json_object};
use cells::Entries;

pub use delimited::{TextFile, delimited};
pub use hidden::{Hidden, hidden};
pub use workbook::workbook;

/// The largest file that is filled, in bytes: 20 MiB.
pub const MAX_SPREADSHEET: usize = 20 * 1024 * 1024;

/// A cell that was filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledCell {
    /// Where it is.
    pub source: Source,
    /// The id of the requirement, or `document:` and the key of a document.
    pub id: String,
    /// What its column holds.
    pub role: Role,
    /// What it said.
    pub from: String,
    /// What it says.
    pub to: String,
}

/// Why a cell does not say what was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum KeptReason {
    /// The column has no word for it, and figures cannot say it.
    NoWord,
    /// The spreadsheet has no word for more than done or less than partly: the nearest one stands there.
    Coarser,
    /// The row has become several requirements, which are answered differently.
    Several,
    /// A formula stands there.
    Formula,
    /// The cell is merged with those of other rows, which are answered differently.
    Merged,
    /// The text is longer than a cell may be.
    TooLong,
    /// The file's encoding has no place for a letter of the text.
    Encoding,
}

json_by_name!(KeptReason);

impl KeptReason {
    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoWord => "no-word",
            Self::Coarser => "coarser",
            Self::Several => "several",
            Self::Formula => "formula",
            Self::Merged => "merged",
            Self::TooLong => "too-long",
            Self::Encoding => "encoding",
        }
    }
}

/// A cell that does not say, or not exactly, what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where it is.
    pub source: Source,
    /// Why.
    pub reason: KeptReason,
    /// The id of the requirement, or `document:` and the key of a document.
    pub value: String,
}

/// A spreadsheet with the answers in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Filled {
    /// The file.
    pub bytes: Vec<u8>,
    /// The cells that were filled, in the order of the file.
    pub cells: Vec<FilledCell>,
    /// The cells that do not say, or not exactly, what was answered.
    pub kept: Vec<Kept>,
    /// What no column holds, and for how many rows that would have been.
    pub unplaced: Vec<(Field, u32)>,
    /// What is answered and has no row.
    pub missing: Vec<String>,
    /// Whether the workbook computes something: it shows what that last came to until it is calculated again.
    pub computes: bool,
    /// Whether the workbook was signed: the signature no longer fits.
    pub signed: bool,
}

json_object! {
    FilledCell { from, id, role, source, to }
    Kept { reason, source, value }
}

/// Everything but the bytes.
impl Json for Filled {
    fn json(&self) -> Value<'_> {
        let mut unplaced = ObjectWriter::new();
        for (field, rows) in &self.unplaced {
            unplaced.field(field.as_str(), rows);
        }
        let mut object = ObjectWriter::new();
        object.field("cells", &self.cells);
        object.field("computes", &self.computes);
        object.field("kept", &self.kept);
        object.field("missing", &self.missing);
        object.field("signed", &self.signed);
        object.value("unplaced", Value::Object(unplaced));
        Value::Object(object)
    }
}

crate::json::serialize_as_json!(Filled);

/// A file that is not the one whose cells were given.
fn other_file() -> ReadinessError {
    refused(words!("error.sheet.other"))
}

/// What is answered and has no row.
fn missing(assessment: &Assessment, wanted_entries: &Entries) -> Vec<String> {
    let edition = assessment.edition();
    let mut missing = Vec::new();
    for requirement in edition.requirements() {
        if assessment.response(requirement).answer().is_some() && wanted_entries.found.get(requirement.id()).is_none() {
            missing.push(String::from(requirement.id()));
        }
    }
    for (index, document) in edition.documents().enumerate() {
        let id = ["document:", document.key].concat();
        if assessment.document_response(index).status().is_some() && wanted_entries.found.get(&id).is_none() {
            missing.push(id);
        }
    }
    missing
}
