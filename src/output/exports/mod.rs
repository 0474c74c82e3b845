//! Exports: files that people take with them. The same assessment gives the same bytes.
//!
//! Data walks one way here too: `Source` holds what was computed, tables and the report are made of it,
//! and each format writes those. What people typed is text in every format: `escape` says how.
//!
//! ```
//! use iso27001_readiness::{assessment::Assessment, catalog::Edition, output::exports::{self, ExportName, ExportOptions}};
//!
//! let assessment = Assessment::example(Edition::E2022)?;
//! let options = ExportOptions { day: "2026-11-23", ..ExportOptions::default() };
//! let statement = exports::export(ExportName::Statement, &assessment, &options)?;
//! assert!(statement.name.ends_with("-2026-11-23-statement.csv"));
//! assert_eq!(statement.media_type, "text/csv");
//! assert!(statement.bytes.starts_with("\u{feff}\"Control\"".as_bytes()));
//! # Ok::<(), iso27001_readiness::ReadinessError>(())
//! ```

mod address;
mod calendar;
mod csv;
pub(crate) mod escape;
mod first_version;
mod html;
mod markdown;
mod name;
mod oscal;
mod oscal_bundle;
mod pretty;
mod report;
mod rows;
mod source;
mod statement_table;
mod summary;
mod table;
mod time;
mod uuid;
mod verdict;
mod words;
mod worklists;
pub(crate) mod xlsx;

use super::envelope;
use crate::assessment::Assessment;
use crate::error::{ErrorCode, ReadinessError};
use source::Source;
use words::Words;

pub use calendar::Milestone;
pub use first_version::{TextFormat, first_version};
pub use rows::{Rows, RowsFormat};

/// What can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExportName {
    /// The assessment file itself.
    Assessment,
    /// The result envelope, which a receiver can verify.
    Result,
    /// One workbook of everything (XLSX).
    Workbook,
    /// The report as one HTML file.
    ReportHtml,
    /// The report as Markdown.
    ReportMarkdown,
    /// The catalog in OSCAL: ids, titles and our questions.
    OscalCatalog,
    /// The answers and findings in OSCAL.
    OscalResults,
    /// The Statement of Applicability (CSV).
    Statement,
    /// The gaps (CSV).
    Gaps,
    /// The plan (CSV).
    Plan,
    /// The documents (CSV).
    Documents,
    /// For the auditor of stage 1: every required document with where it is kept, as one HTML file.
    Stage1Pack,
}

impl ExportName {
    /// All, in the order of the list above.
    pub const ALL: [Self; 12] = [
        Self::Assessment,
        Self::Result,
        Self::Workbook,
        Self::ReportHtml,
        Self::ReportMarkdown,
        Self::OscalCatalog,
        Self::OscalResults,
        Self::Statement,
        Self::Gaps,
        Self::Plan,
        Self::Documents,
        Self::Stage1Pack,
    ];

    /// Its name: `assessment`, `result`, `workbook`, `report-html` and so on.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.row().0
    }

    /// The export with this name.
    ///
    /// # Errors
    /// `unknown-value`.
    pub fn from_name(name: &str) -> Result<Self, ReadinessError> {
        Self::ALL
            .into_iter()
            .find(|export| export.as_str() == name)
            .ok_or_else(|| ReadinessError::new(ErrorCode::UnknownValue, name, words!("error.export")))
    }

    /// Name, suffix of the file's name, media type.
    fn row(self) -> (&'static str, &'static str, &'static str) {
        const JSON: &str = "application/json";
        const CSV: &str = "text/csv";
        match self {
            Self::Assessment => ("assessment", ".iso27001.json", JSON),
            Self::Result => ("result", "-result.json", JSON),
            Self::Workbook => {
                ("workbook", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            }
            Self::ReportHtml => ("report-html", "-report.html", "text/html"),
            Self::ReportMarkdown => ("report-markdown", "-report.md", "text/markdown"),
            Self::OscalCatalog => ("oscal-catalog", "-oscal-catalog.json", JSON),
            Self::OscalResults => ("oscal-results", "-oscal-results.json", JSON),
            Self::Statement => ("statement", "-statement.csv", CSV),
            Self::Gaps => ("gaps", "-gaps.csv", CSV),
            Self::Plan => ("plan", "-plan.csv", CSV),
            Self::Documents => ("documents", "-documents.csv", CSV),
            Self::Stage1Pack => ("stage1-pack", "-stage1-pack.html", "text/html"),
        }
    }
}

/// How an export is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportOptions<'a> {
    /// Whether to leave out all that people typed: names, owners, notes, reasons, links.
    pub anonymous: bool,
    /// The day for the file's name, `YYYY-MM-DD`; empty to leave it out. It stands nowhere else.
    pub day: &'a str,
    /// The language. At first that of the build; the published build has English alone, `en`.
    pub language: &'a str,
}

impl Default for ExportOptions<'_> {
    fn default() -> Self {
        Self { anonymous: false, day: "", language: words::TAG }
    }
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Export {
    /// A name for the file, safe on every file system.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What it holds; text is UTF-8.
    pub bytes: Vec<u8>,
}

/// Makes one export.
///
/// # Errors
/// `bad-date` for a day that is none, `unknown-value` for a language that there are no words in.
pub fn export(
    name: ExportName,
    assessment: &Assessment,
    options: &ExportOptions<'_>,
) -> Result<Export, ReadinessError> {
    let (_, suffix, media_type) = name.row();
    exported(assessment, options, suffix, media_type, &|assessment, words| {
        let source = &Source::of(assessment, words);
        match name {
            ExportName::Assessment => assessment.to_json().into_bytes(),
            ExportName::Result => envelope::seal(assessment).into_bytes(),
            ExportName::Workbook => xlsx::xlsx(source),
            ExportName::ReportHtml => html::html(source, "exports.heading", &report::report(source)).into_bytes(),
            ExportName::Stage1Pack => html::html(source, "pack.heading", &report::pack(source)).into_bytes(),
            ExportName::ReportMarkdown => markdown::markdown(source).into_bytes(),
            ExportName::OscalCatalog => oscal::catalog(source).into_bytes(),
            ExportName::OscalResults => oscal::results(source).into_bytes(),
            ExportName::Statement => csv::csv(&statement_table::statement(source)).into_bytes(),
            ExportName::Gaps => csv::csv(&worklists::gaps(source)).into_bytes(),
            ExportName::Plan => csv::csv(&worklists::plan(source)).into_bytes(),
            ExportName::Documents => csv::csv(&worklists::documents(source)).into_bytes(),
        }
    })
}

/// A calendar of the way to a certificate (iCalendar), and the steps in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Calendar {
    /// The file.
    pub file: Export,
    /// Its steps, in their order.
    pub milestones: Vec<Milestone>,
}

/// The way to a certificate: counted back from the day that it is wanted on, or from the day of the options as the first of
/// operation where `certificate` is empty.
///
/// # Errors
/// `bad-date` for a day that is none or too far off, and `unknown-value` for a language that there are no words in.
pub fn calendar(
    assessment: &Assessment,
    options: &ExportOptions<'_>,
    certificate: &str,
) -> Result<Calendar, ReadinessError> {
    let words = words_of(options)?;
    let milestones = calendar::milestones(words, options.day, certificate)?;
    let file = exported(assessment, options, "-calendar.ics", "text/calendar", &|assessment, words| {
        let made = if options.day.is_empty() { certificate } else { options.day };
        calendar::ics(words, assessment, made, &milestones).into_bytes()
    })?;
    Ok(Calendar { file, milestones })
}

fn words_of(options: &ExportOptions<'_>) -> Result<&'static Words, ReadinessError> {
    words::in_language(options.language)
        .ok_or_else(|| ReadinessError::new(ErrorCode::UnknownValue, options.language, words!("error.language")))
}

/// A file of what `write` makes of an assessment, without what people typed if so wanted.
fn exported(
    assessment: &Assessment,
    options: &ExportOptions<'_>,
    suffix: &str,
    media_type: &'static str,
    write: &dyn Fn(&Assessment, &'static Words) -> Vec<u8>,
) -> Result<Export, ReadinessError> {
    let words = words_of(options)?;
    crate::assessment::check_date("day", options.day)?;
    let anonymous;
    let assessment = if options.anonymous {
        anonymous = assessment.anonymised(words.text("exports.withheld"));
        &anonymous
    } else {
        assessment
    };
    let bytes = write(assessment, words);
    let part = match name::file_part(&assessment.organisation().name) {
        _ if options.anonymous => String::from(words.text("exports.anonymous")),
        empty if empty.is_empty() => String::from("iso27001"),
        part => part,
    };
    let hyphen = if options.day.is_empty() { "" } else { "-" };
    Ok(Export { name: [&part, hyphen, options.day, suffix].concat(), media_type, bytes })
}

/// The OSCAL that other tools import, as one archive (ZIP): catalog, profile, a minimal system security plan and assessment
/// plan, the assessment results, and a plan of action and milestones. Each file names the one that it goes by.
///
/// # Errors
/// Those of [`export`].
pub fn oscal_bundle(assessment: &Assessment, options: &ExportOptions<'_>) -> Result<Export, ReadinessError> {
    exported(assessment, options, "-oscal.zip", "application/zip", &|assessment, words| {
        oscal_bundle::bundle(&Source::of(assessment, words))
    })
}
