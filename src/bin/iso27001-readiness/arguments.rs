//! What the command takes; its help, manual page and completions are made of this.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use iso27001_readiness::assessment::Resolution;
use iso27001_readiness::catalog::Edition;

/// Readiness self-assessment for ISO/IEC 27001, from files.
///
/// FILE is a path, or "-" for standard input. Everything is written to standard output unless --out names a file.
/// Nothing is sent anywhere. Ends with 0 if all is well, 1 if something was found, 2 if the call or the input is wrong.
/// Not affiliated with ISO or IEC; a score is a self-assessment and no audit.
#[derive(Debug, Parser)]
#[command(name = "iso27001-readiness", version)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Score an assessment: verdict, findings, must-haves, every requirement.
    Report(Report),
    /// Recompute a result from its answers, and say where its claim differs.
    Verify(Verify),
    /// List what to do, in order.
    Plan(Listing),
    /// Write the Statement of Applicability.
    Statement(Listing),
    /// List the documents that the standard asks for.
    Checklist(Listing),
    /// Write a first version of a document, with what the assessment knows in it.
    FirstVersion(FirstVersion),
    /// Join the answers of two assessors into one assessment.
    Merge(Merge),
    /// Carry an assessment over to the other edition.
    CarryOver(CarryOver),
    /// Print the clauses, controls, documents and must-haves of an edition as JSON.
    Catalog(Catalog),
    /// Begin an empty assessment.
    New(New),
    /// Say what somebody's spreadsheet would change in an assessment, and take it with --apply.
    Import(Import),
    /// Write the answers of an assessment into somebody's own spreadsheet, untouched elsewhere.
    Fill(Fill),
    /// Score many: one assessment or result a line in, one line out, in the same order.
    Batch(Batch),
    /// Print completions for a shell.
    Completions { shell: Shell },
    /// Print the manual page.
    Manual,
}

#[derive(Debug, Args)]
pub struct Output {
    /// Write to this file instead of standard output; it appears when it is whole.
    #[arg(short, long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Report {
    /// The assessment file.
    pub file: PathBuf,
    /// What to write.
    #[arg(long, value_enum, default_value_t = ReportFormat::Json)]
    pub format: ReportFormat,
    /// Leave out everything that people typed: names, owners, notes, reasons, links.
    #[arg(long)]
    pub anonymous: bool,
    /// End with 1 unless this stage is ready.
    #[arg(long, value_enum, value_name = "STAGE")]
    pub require: Option<Required>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ReportFormat {
    /// Everything that the method says.
    Json,
    /// The report to read, as text.
    Markdown,
    /// The report as one HTML file.
    Html,
    /// The gaps as a table.
    Csv,
    /// The workbook with everything.
    Xlsx,
    /// OSCAL assessment results.
    Oscal,
    /// The OSCAL that other tools import: catalog, profile, plans, results and plan of action in one ZIP.
    OscalBundle,
    /// The result, sealed, as a receiver can verify it.
    Result,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Required {
    #[value(name = "stage-1")]
    Stage1,
    #[value(name = "stage-2")]
    Stage2,
}

#[derive(Debug, Args)]
pub struct Verify {
    /// The result file.
    pub file: PathBuf,
    /// The nonce that you gave for this request; another one, or none, is a difference.
    #[arg(long)]
    pub nonce: Option<String>,
    /// The audience that you gave for this request; another one, or none, is a difference.
    #[arg(long)]
    pub audience: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Listing {
    /// The assessment file.
    pub file: PathBuf,
    /// What to write.
    #[arg(long, value_enum, default_value_t = ListFormat::Json)]
    pub format: ListFormat,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ListFormat {
    Json,
    Csv,
}

#[derive(Debug, Args)]
pub struct FirstVersion {
    /// The key of the document, as checklist lists them: isms_scope.
    pub document: String,
    /// The assessment file.
    pub file: PathBuf,
    /// What to write.
    #[arg(long, value_enum, default_value_t = DocumentFormat::Markdown)]
    pub format: DocumentFormat,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum DocumentFormat {
    Markdown,
    Html,
}

#[derive(Debug, Args)]
pub struct Merge {
    /// The first assessor's file.
    pub here: PathBuf,
    /// The second assessor's file.
    pub there: PathBuf,
    /// Whose answer counts where they differ.
    #[arg(long, value_enum, default_value_t = Prefer::Lower)]
    pub prefer: Prefer,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Prefer {
    /// The first assessor's.
    Here,
    /// The second assessor's.
    There,
    /// The lower one.
    Lower,
}

impl From<Prefer> for Resolution {
    fn from(prefer: Prefer) -> Self {
        match prefer {
            Prefer::Here => Self::Here,
            Prefer::There => Self::There,
            Prefer::Lower => Self::Lower,
        }
    }
}

#[derive(Debug, Args)]
pub struct CarryOver {
    /// The assessment file.
    pub file: PathBuf,
    /// The edition to carry it to.
    #[arg(long, value_enum, default_value_t = Year::E2022)]
    pub to: Year,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Catalog {
    #[arg(value_enum)]
    pub edition: Year,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct New {
    #[arg(long, value_enum, default_value_t = Year::E2022)]
    pub edition: Year,
    /// The name of the organisation.
    #[arg(long, default_value = "")]
    pub organisation: String,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Year {
    #[value(name = "2013")]
    E2013,
    #[value(name = "2022")]
    E2022,
}

impl From<Year> for Edition {
    fn from(year: Year) -> Self {
        match year {
            Year::E2013 => Self::E2013,
            Year::E2022 => Self::E2022,
        }
    }
}

#[derive(Debug, Args)]
pub struct Import {
    /// The spreadsheet: XLSX, CSV or TSV.
    pub sheet: PathBuf,
    /// The assessment file that it goes into.
    #[arg(long, value_name = "FILE")]
    pub into: PathBuf,
    /// What words mean, as a JSON object such as {"Umgesetzt": 3, "Offen": null}: a level, "unknown", "not-applicable",
    /// "applicable", "open", "missing", "draft", "in-force", or null for nothing.
    #[arg(long, value_name = "PATH")]
    pub words: Option<PathBuf>,
    /// The edition that the sheet is of, where its ids do not tell.
    #[arg(long, value_enum)]
    pub edition: Option<Year>,
    /// Write the changed assessment, and how much was changed to standard error. Ends with 1 if anything was not taken.
    #[arg(long)]
    pub apply: bool,
    /// How the proposal is written.
    #[arg(long, value_enum, default_value_t = ProposalFormat::Table, conflicts_with = "apply")]
    pub format: ProposalFormat,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ProposalFormat {
    /// A table to read.
    Table,
    /// Everything that the proposal says.
    Json,
}

#[derive(Debug, Args)]
pub struct Fill {
    /// The spreadsheet: XLSX, CSV or TSV. It is read only; the filled one is written anew.
    pub sheet: PathBuf,
    /// The assessment file with the answers. Ends with 1 if the spreadsheet has no place or word for one of them.
    #[arg(long, value_name = "FILE")]
    pub from: PathBuf,
    /// What the spreadsheet's words mean, as import takes it.
    #[arg(long, value_name = "PATH")]
    pub words: Option<PathBuf>,
    /// The edition that the spreadsheet is of, where its ids do not tell.
    #[arg(long, value_enum)]
    pub edition: Option<Year>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Batch {
    /// Files with one assessment or result a line (NDJSON); folders, of which every *.json file is one assessment or
    /// result. Without any: standard input.
    pub inputs: Vec<PathBuf>,
    /// How many threads; 0 for one a core.
    #[arg(long, default_value_t = 0)]
    pub threads: usize,
    /// Least levels by requirement, as a JSON object such as {"A.8.13": 3}. What is under them is listed as a shortfall.
    #[arg(long, value_name = "PATH")]
    pub minimums: Option<PathBuf>,
    #[command(flatten)]
    pub output: Output,
}
