use crate::text::shortened;
use std::borrow::Cow;
use std::fmt;

/// What was wrong, as a stable name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ErrorCode {
    /// The text is not JSON; the message says where.
    Syntax,
    /// The text is larger than is read, 2 MiB for a file, or would be after this change.
    TooLarge,
    /// Objects and arrays are nested more than 32 deep.
    TooDeep,
    /// One object has a key twice.
    DuplicateKey,
    /// A number that no double-precision number can hold.
    NumberOutOfRange,
    /// Half of a surrogate pair stands alone in a string.
    LoneSurrogate,
    /// The bytes are not UTF-8, or are UTF-16.
    NotUtf8,
    /// A text field has more than 10,000 characters.
    TextTooLong,
    /// A value of another type was expected.
    WrongType,
    /// A key that must be there is missing.
    MissingKey,
    /// The file is of another format.
    WrongFormat,
    /// The file is of a newer major version.
    NewerVersion,
    /// The edition is neither 2013 nor 2022.
    UnknownEdition,
    /// The result was computed by another version of the method.
    OtherMethod,
    /// The two assessments are about different editions.
    WrongEdition,
    /// No such requirement, area or document in this edition.
    UnknownId,
    /// An answer or a status that does not exist.
    UnknownValue,
    /// A level outside 0 to 5.
    LevelOutOfRange,
    /// A target outside 1 to 5.
    TargetOutOfRange,
    /// A whole number outside its bounds.
    OutOfRange,
    /// A clause, or an area of clauses, cannot be not applicable.
    ClauseNotApplicable,
    /// Not applicable needs a reason that is not blank.
    BlankReason,
    /// An address that is neither http, https nor mailto.
    UnsafeAddress,
    /// Not a date of the form YYYY-MM-DD, or not a time of RFC 3339.
    BadDate,
    /// A passphrase that is empty.
    BlankPassphrase,
    /// The passphrase does not open the file.
    WrongPassphrase,
    /// An encrypted file is not as it was written.
    Damaged,
}

impl ErrorCode {
    /// The stable name, in kebab case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::TooLarge => "too-large",
            Self::TooDeep => "too-deep",
            Self::DuplicateKey => "duplicate-key",
            Self::NumberOutOfRange => "number-out-of-range",
            Self::LoneSurrogate => "lone-surrogate",
            Self::NotUtf8 => "not-utf-8",
            Self::TextTooLong => "text-too-long",
            Self::WrongType => "wrong-type",
            Self::MissingKey => "missing-key",
            Self::WrongFormat => "wrong-format",
            Self::NewerVersion => "newer-version",
            Self::UnknownEdition => "unknown-edition",
            Self::OtherMethod => "other-method",
            Self::WrongEdition => "wrong-edition",
            Self::UnknownId => "unknown-id",
            Self::UnknownValue => "unknown-value",
            Self::LevelOutOfRange => "level-out-of-range",
            Self::TargetOutOfRange => "target-out-of-range",
            Self::OutOfRange => "out-of-range",
            Self::ClauseNotApplicable => "clause-not-applicable",
            Self::BlankReason => "blank-reason",
            Self::UnsafeAddress => "unsafe-address",
            Self::BadDate => "bad-date",
            Self::BlankPassphrase => "blank-passphrase",
            Self::WrongPassphrase => "wrong-passphrase",
            Self::Damaged => "damaged",
        }
    }
}

/// The longest subject, in characters: keys of a file may be as long as the file.
const MAX_SUBJECT: usize = 200;

/// What a caller got wrong: a stable code, the id or JSON path it is about, and what was expected.
///
/// ```
/// use iso27001_readiness::{assessment::Assessment, ErrorCode};
///
/// let error = Assessment::parse(r#"{ "format": "iso27001-readiness/assessment", "version": 1, "edition": "2022",
///     "requirements": { "4.1": { "answer": 7 } } }"#).unwrap_err();
/// assert_eq!(error.code(), ErrorCode::LevelOutOfRange);
/// assert_eq!(error.subject(), r#"$.requirements["4.1"].answer"#);
/// assert_eq!(error.message(), "expected a level from 0 to 5");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadinessError {
    // Behind one pointer: every `?` moves a result, and WebAssembly pays for each word of it.
    inner: Box<Inner>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    code: ErrorCode,
    subject: String,
    message: Cow<'static, str>,
}

impl ReadinessError {
    /// Kept out of line, as all that leads to an error is cold.
    #[inline(never)]
    pub(crate) fn new(code: ErrorCode, subject: &str, message: &'static str) -> Self {
        Self::described(code, String::from(subject), Cow::Borrowed(message))
    }

    /// An error whose message was put together.
    pub(crate) fn described(code: ErrorCode, subject: String, message: Cow<'static, str>) -> Self {
        let subject = shortened(&subject, MAX_SUBJECT);
        Self { inner: Box::new(Inner { code, subject, message }) }
    }

    /// The same about a part of something: its path, which begins with `$`, goes on from that part's.
    pub(crate) fn below(mut self, part: &str) -> Self {
        let mut subject = String::from(part);
        subject.push_str(self.inner.subject.strip_prefix('$').unwrap_or_default());
        self.inner.subject = shortened(&subject, MAX_SUBJECT);
        self
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.inner.code
    }

    /// The offending id or JSON path; of a longer one the first 199 characters and an ellipsis.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.inner.subject
    }

    /// What was expected.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.inner.message
    }
}

impl fmt::Display for ReadinessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.subject())?;
        f.write_str(": ")?;
        f.write_str(self.message())
    }
}

impl std::error::Error for ReadinessError {}
