//! What a proposal says: which columns were read, what words mean, what would change, and what is not taken, with its reason.

use super::grid::Source;
use super::headings::Role;
use super::words::Meaning;
use crate::assessment::{Answer, DocumentStatus, EvidenceLink, InclusionReason};
use crate::catalog::Edition;
use crate::json::{Json, ObjectWriter, Value, json_by_name, json_object, list};

/// What can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Field {
    /// The answer.
    Answer,
    /// Why it is not applicable.
    Reason,
    /// Why it is in the Statement of Applicability.
    Because,
    /// More on that.
    InclusionNote,
    /// Who looks after it.
    Owner,
    /// When it is to be done.
    Due,
    /// Where the evidence is.
    Evidence,
    /// The note.
    Note,
    /// The state of a document.
    Status,
    /// Where a document is kept.
    Href,
}

json_by_name!(Field, RefusalReason, NoticeKind);

impl Field {
    /// All, in the order in which they are changed.
    pub const ALL: [Self; 10] = [
        Self::Answer,
        Self::Reason,
        Self::Because,
        Self::InclusionNote,
        Self::Owner,
        Self::Due,
        Self::Evidence,
        Self::Note,
        Self::Status,
        Self::Href,
    ];

    /// Its name in proposals.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Reason => "reason",
            Self::Because => "because",
            Self::InclusionNote => "inclusionNote",
            Self::Owner => "owner",
            Self::Due => "due",
            Self::Evidence => "evidence",
            Self::Note => "note",
            Self::Status => "status",
            Self::Href => "href",
        }
    }

    /// The field with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == name)
    }
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldValue {
    /// Of [`Field::Answer`].
    Answer(Option<Answer>),
    /// Of every field that holds text.
    Text(String),
    /// Of [`Field::Because`].
    Because(Vec<InclusionReason>),
    /// Of [`Field::Evidence`].
    Evidence(Vec<EvidenceLink>),
    /// Of [`Field::Status`].
    Status(Option<DocumentStatus>),
}

impl Json for FieldValue {
    fn json(&self) -> Value<'_> {
        match self {
            Self::Answer(answer) => answer.json(),
            Self::Text(text) => Value::Text(text),
            Self::Because(because) => list(because),
            Self::Evidence(links) => list(links),
            Self::Status(status) => status.json(),
        }
    }
}

/// One field that would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The id of the requirement, or `document:` and the key of a document.
    pub id: String,
    /// What changes.
    pub field: Field,
    /// What it holds now.
    pub from: FieldValue,
    /// What it would hold.
    pub to: FieldValue,
    /// Where that was read.
    pub source: Source,
}

json_object! {
    Change { field, from, id, source, to }
    Refusal { reason, source, value }
    Notice { kind, sheet, value }
    Word { count, means, of = |it| Value::Text(it.of), word }
}

/// Why a row or a cell is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RefusalReason {
    /// No such requirement or document.
    UnknownId,
    /// The row names no requirement.
    NoId,
    /// A heading of the standard, which nobody answers.
    Heading,
    /// The requirement stands in the sheet already.
    Twice,
    /// The number may be a clause or a control.
    ClauseOrControl,
    /// The spreadsheet has taken the id for a date.
    DateForId,
    /// The id is one requirement's, the title another's.
    IdAndTitle,
    /// The requirement is of the other edition and has no place in this one.
    OtherEdition,
    /// Not applicable, but nothing says why.
    NeedsReason,
    /// A clause cannot be not applicable.
    ClauseNotApplicable,
    /// The level of a control that is said not to apply.
    ExcludedLevel,
    /// A word without a meaning.
    Word,
    /// No date, or one that can be read two ways.
    BadDate,
    /// No address of http, https or mailto.
    UnsafeAddress,
    /// More than one of the columns is crossed.
    SeveralCrosses,
    /// A text of more than 10,000 characters.
    TooLong,
    /// The cell shows an error.
    CellError,
    /// Two sheets say different things.
    Clash,
}

impl RefusalReason {
    /// Its name in proposals.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownId => "unknown-id",
            Self::NoId => "no-id",
            Self::Heading => "heading",
            Self::Twice => "twice",
            Self::ClauseOrControl => "clause-or-control",
            Self::DateForId => "date-for-id",
            Self::IdAndTitle => "id-and-title",
            Self::OtherEdition => "other-edition",
            Self::NeedsReason => "needs-reason",
            Self::ClauseNotApplicable => "clause-not-applicable",
            Self::ExcludedLevel => "excluded-level",
            Self::Word => "word",
            Self::BadDate => "bad-date",
            Self::UnsafeAddress => "unsafe-address",
            Self::SeveralCrosses => "several-crosses",
            Self::TooLong => "too-long",
            Self::CellError => "cell-error",
            Self::Clash => "clash",
        }
    }
}

/// A row or a cell that is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refusal {
    /// Where it is.
    pub source: Source,
    /// Why it is not taken.
    pub reason: RefusalReason,
    /// What it says, shortened.
    pub value: String,
}

/// What is to be known beside the changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum NoticeKind {
    /// Nothing of the sheet was read: its rows are not about requirements or documents.
    NotRead,
    /// Numbers without a letter were taken for controls.
    BareControls,
    /// Numbers without a letter were taken for clauses.
    BareClauses,
    /// The sheet is of the other edition: its rows are carried over.
    CarriedOver,
    /// Which number of a date was taken for the day; `value` is `day-first` or `month-first`.
    DateOrder,
    /// There are more words than are listed; `value` is how many.
    MoreWords,
    /// More is not taken than is listed; `value` is how many.
    MoreRefused,
    /// Nothing of the sheet was read: its numbers are those of another standard.
    OtherStandard,
}

impl NoticeKind {
    /// Its name in proposals.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotRead => "not-read",
            Self::BareControls => "bare-controls",
            Self::BareClauses => "bare-clauses",
            Self::CarriedOver => "carried-over",
            Self::DateOrder => "date-order",
            Self::MoreWords => "more-words",
            Self::MoreRefused => "more-refused",
            Self::OtherStandard => "other-standard",
        }
    }
}

/// Something to be known beside the changes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Notice {
    /// What.
    pub kind: NoticeKind,
    /// The sheet it is about; empty for all.
    pub sheet: String,
    /// A figure or a name, by the kind.
    pub value: String,
}

/// A word of the sheets, and what it is taken to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Word {
    /// How many cells say it.
    pub count: u32,
    /// What it means; `None`: nothing, and it goes into the note.
    pub means: Option<Meaning>,
    /// What its columns are about: `applicable`, `document` or `status`.
    pub of: &'static str,
    /// The word as it was first written.
    pub word: String,
}

/// How a sheet was read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SheetReading {
    /// Its name.
    pub name: String,
    /// The row of headings as the spreadsheet counts it; 0 where there is none.
    pub row: u32,
    /// The headings of all columns.
    pub headings: Vec<String>,
    /// What columns hold, by their letters; those of several that are crossed are parted by spaces.
    pub columns: Vec<(Role, String)>,
    /// How many of 100 rows were understood.
    pub confidence: u8,
    /// How many rows were read.
    pub read: u32,
    /// The columns that hold something and are not read.
    pub unread: Vec<String>,
}

impl Json for SheetReading {
    fn json(&self) -> Value<'_> {
        let mut columns = ObjectWriter::new();
        for (role, letters) in &self.columns {
            columns.field(role.as_str(), letters);
        }
        let mut object = ObjectWriter::new();
        object.value("columns", Value::Object(columns));
        object.field("confidence", &self.confidence);
        object.field("headings", &self.headings);
        object.field("name", &self.name);
        object.field("read", &self.read);
        object.field("row", &self.row);
        object.field("unread", &self.unread);
        Value::Object(object)
    }
}

/// What the sheets would change. Nothing is changed by it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Proposal {
    /// What would change, in the order of the catalog.
    pub changes: Vec<Change>,
    /// The edition that the sheets are taken to be of.
    pub edition: Edition,
    /// What is to be known.
    pub notices: Vec<Notice>,
    /// What is not taken.
    pub refused: Vec<Refusal>,
    /// How each sheet was read.
    pub sheets: Vec<SheetReading>,
    /// What words are taken to mean.
    pub words: Vec<Word>,
}

json_object! {
    Proposal { changes, edition, notices, refused, sheets, words }
}
