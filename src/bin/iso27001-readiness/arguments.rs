//! What the command takes; its help, manual page and completions are made of this.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use iso27001_readiness::assessment::Resolution;
use iso27001_readiness::catalog::Edition;

#[derive(Debug, Parser)]
#[command(
    name = "iso27001-readiness",
    version,
    about = words!("help.about"),
    long_about = concat!(words!("help.about"), ".\n\n", words!("help.more"))
)]
pub struct Arguments {
    #[arg(long, value_name = "PATH", global = true, help = words!("help.passphrase-file"))]
    pub passphrase_file: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(about = words!("help.report"))]
    Report(Report),
    #[command(about = words!("help.verify"))]
    Verify(Verify),
    #[command(about = words!("help.plan"))]
    Plan(Listing),
    #[command(about = words!("help.statement"))]
    Statement(Listing),
    #[command(about = words!("help.checklist"))]
    Checklist(Listing),
    #[command(about = words!("help.first-version"))]
    FirstVersion(FirstVersion),
    #[command(about = words!("help.merge"))]
    Merge(Merge),
    #[command(about = words!("help.carry-over"))]
    CarryOver(CarryOver),
    #[command(about = words!("help.catalog"))]
    Catalog(Catalog),
    #[command(about = words!("help.new"))]
    New(New),
    #[command(about = words!("help.import"))]
    Import(Import),
    #[command(about = words!("help.fill"))]
    Fill(Fill),
    #[command(about = words!("help.batch"))]
    Batch(Batch),
    #[command(about = words!("help.completions"))]
    Completions { shell: Shell },
    #[command(about = words!("help.manual"))]
    Manual,
}

#[derive(Debug, Default, Args)]
pub struct Output {
    #[arg(short, long, value_name = "PATH", help = words!("help.out"))]
    pub out: Option<PathBuf>,
    #[arg(long, help = words!("help.encrypt"))]
    pub encrypt: bool,
}

#[derive(Debug, Args)]
pub struct Report {
    #[arg(help = words!("help.assessment"))]
    pub file: PathBuf,
    #[arg(long, value_enum, default_value_t = ReportFormat::Json, help = words!("help.format"))]
    pub format: ReportFormat,
    #[arg(long, help = words!("help.report.anonymous"))]
    pub anonymous: bool,
    #[arg(long, value_enum, value_name = "STAGE", help = words!("help.report.require"))]
    pub require: Option<Required>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ReportFormat {
    #[value(help = words!("help.report-format.json"))]
    Json,
    #[value(help = words!("help.report-format.markdown"))]
    Markdown,
    #[value(help = words!("help.report-format.html"))]
    Html,
    #[value(help = words!("help.report-format.csv"))]
    Csv,
    #[value(help = words!("help.report-format.xlsx"))]
    Xlsx,
    #[value(help = words!("help.report-format.oscal"))]
    Oscal,
    #[value(help = words!("help.report-format.oscal-bundle"))]
    OscalBundle,
    #[value(help = words!("help.report-format.result"))]
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
    #[arg(help = words!("help.verify.file"))]
    pub file: PathBuf,
    #[arg(long, help = words!("help.verify.nonce"))]
    pub nonce: Option<String>,
    #[arg(long, help = words!("help.verify.audience"))]
    pub audience: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Listing {
    #[arg(help = words!("help.assessment"))]
    pub file: PathBuf,
    #[arg(long, value_enum, default_value_t = ListFormat::Json, help = words!("help.format"))]
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
    #[arg(help = words!("help.first-version.document"))]
    pub document: String,
    #[arg(help = words!("help.assessment"))]
    pub file: PathBuf,
    #[arg(long, value_enum, default_value_t = DocumentFormat::Markdown, help = words!("help.format"))]
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
    #[arg(help = words!("help.merge.here"))]
    pub here: PathBuf,
    #[arg(help = words!("help.merge.there"))]
    pub there: PathBuf,
    #[arg(long, value_enum, default_value_t = Prefer::Lower, help = words!("help.merge.prefer"))]
    pub prefer: Prefer,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Prefer {
    #[value(help = words!("help.prefer.here"))]
    Here,
    #[value(help = words!("help.prefer.there"))]
    There,
    #[value(help = words!("help.prefer.lower"))]
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
    #[arg(help = words!("help.assessment"))]
    pub file: PathBuf,
    #[arg(long, value_enum, default_value_t = Year::E2022, help = words!("help.carry-over.to"))]
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
    #[arg(long, default_value = "", help = words!("help.new.organisation"))]
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
    #[arg(help = words!("help.import.sheet"))]
    pub sheet: PathBuf,
    #[arg(long, value_name = "FILE", help = words!("help.import.into"))]
    pub into: PathBuf,
    #[arg(long, value_name = "PATH", help = words!("help.import.words"))]
    pub words: Option<PathBuf>,
    #[arg(long, value_enum, help = words!("help.import.edition"))]
    pub edition: Option<Year>,
    #[arg(long, help = words!("help.import.apply"))]
    pub apply: bool,
    #[arg(long, value_enum, default_value_t = ProposalFormat::Table, conflicts_with = "apply", help = words!("help.import.format"))]
    pub format: ProposalFormat,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ProposalFormat {
    #[value(help = words!("help.proposal-format.table"))]
    Table,
    #[value(help = words!("help.proposal-format.json"))]
    Json,
}

#[derive(Debug, Args)]
pub struct Fill {
    #[arg(help = words!("help.fill.sheet"))]
    pub sheet: PathBuf,
    #[arg(long, value_name = "FILE", help = words!("help.fill.from"))]
    pub from: PathBuf,
    #[arg(long, value_name = "PATH", help = words!("help.fill.words"))]
    pub words: Option<PathBuf>,
    #[arg(long, value_enum, help = words!("help.fill.edition"))]
    pub edition: Option<Year>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Batch {
    #[arg(help = words!("help.batch.inputs"))]
    pub inputs: Vec<PathBuf>,
    #[arg(long, default_value_t = 0, help = words!("help.batch.threads"))]
    pub threads: usize,
    #[arg(long, value_name = "PATH", help = words!("help.batch.minimums"))]
    pub minimums: Option<PathBuf>,
    #[command(flatten)]
    pub output: Output,
}
