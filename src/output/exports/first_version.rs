//! First versions of documents: an outline, filled with what the assessment knows. What it does not know stays in brackets.

use super::escape::markdown;
use super::html::{begin, lines, typed};
use super::words::Words;
use super::{Export, ExportOptions, exported};
use crate::assessment::Assessment;
use crate::catalog::Document;
use crate::error::{ErrorCode, ReadinessError};
use crate::questionnaire::document_advice;
use crate::text::{is_space, split_once};

const STYLE: &str = include_str!("first_version.css");

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextFormat {
    /// One HTML file, which needs nothing beside it.
    Html,
    /// Markdown.
    Markdown,
}

impl TextFormat {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Html, Self::Markdown];

    /// Its name: `html` or `markdown`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "markdown",
        }
    }

    /// The format with this name.
    ///
    /// # Errors
    /// `unknown-value`.
    pub fn from_name(name: &str) -> Result<Self, ReadinessError> {
        Self::ALL
            .into_iter()
            .find(|format| format.as_str() == name)
            .ok_or_else(|| ReadinessError::new(ErrorCode::UnknownValue, name, words!("error.format.text")))
    }

    /// Suffix of a file's name, media type.
    fn file(self) -> (&'static str, &'static str) {
        match self {
            Self::Html => (".html", "text/html"),
            Self::Markdown => (".md", "text/markdown"),
        }
    }
}

/// A first version of a document that the standard asks for: the outline of the questionnaire, with organisation, scope and
/// owner as the assessment has them. What is still to be written stands in brackets.
///
/// ```
/// use iso27001_readiness::{assessment::Assessment, catalog::Edition, output::exports::{self, ExportOptions, TextFormat}};
///
/// let assessment = Assessment::example(Edition::E2022)?;
/// let options = ExportOptions { day: "2026-11-23", ..ExportOptions::default() };
/// let policy = exports::first_version("isms_scope", &assessment, TextFormat::Markdown, &options)?;
/// assert!(policy.name.ends_with("-2026-11-23-isms-scope.md"));
/// assert!(policy.bytes.starts_with(b"# Scope of the ISMS\n"));
/// # Ok::<(), iso27001_readiness::ReadinessError>(())
/// ```
///
/// # Errors
/// `unknown-id` for a document that the edition has not, and those of [`export`](super::export).
pub fn first_version(
    document: impl AsRef<str>,
    assessment: &Assessment,
    format: TextFormat,
    options: &ExportOptions<'_>,
) -> Result<Export, ReadinessError> {
    let key = document.as_ref();
    let found = assessment.edition().documents().enumerate().find(|(_, document)| document.key == key);
    let found = found.ok_or_else(|| ReadinessError::new(ErrorCode::UnknownId, key, words!("error.document")))?;
    let (ending, media_type) = format.file();
    let suffix = ["-", &key.replace('_', "-"), ending].concat();
    exported(assessment, options, &suffix, media_type, &|assessment, words| {
        written(found, assessment, format, words).into_bytes()
    })
}

/// A document that is being written.
struct Draft<'a> {
    is_html: bool,
    words: &'static Words,
    assessment: &'a Assessment,
    owner: &'a str,
    out: String,
}

impl Draft<'_> {
    /// What stands between the texts.
    fn mark(&mut self, html: &str, markdown: &str) {
        self.out.push_str(if self.is_html { html } else { markdown });
    }

    fn text(&mut self, text: &str) {
        if self.is_html {
            lines(&mut self.out, text);
        } else {
            self.out.push_str(&markdown(text));
        }
    }

    /// Text with its `{placeholders}` filled.
    fn fill(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, after)) = split_once(rest, b'{') {
            let (name, behind) = split_once(after, b'}').unwrap_or((after, ""));
            self.text(before);
            self.value(name);
            rest = behind;
        }
        self.text(rest);
    }

    /// What people typed, or in brackets what they have yet to write.
    fn value(&mut self, name: &str) {
        let organisation = self.assessment.organisation();
        let value = match name {
            "organisation" => &organisation.name,
            "scope" => &organisation.scope,
            _ => self.owner,
        };
        let value = value.trim_start_matches(is_space).trim_end_matches(is_space);
        if value.is_empty() {
            self.mark("<mark>", "");
            self.text(&["[", self.words.named("first-version", name), "]"].concat());
            self.mark("</mark>", "");
        } else if self.is_html {
            typed(&mut self.out, value);
        } else {
            self.text(value);
        }
    }
}

/// The text of a document, which stands at this place in the assessment's edition.
fn written(
    (index, document): (usize, &Document),
    assessment: &Assessment,
    format: TextFormat,
    words: &'static Words,
) -> String {
    let owner = assessment.document_response(index).owner();
    let mut it = Draft { is_html: format == TextFormat::Html, words, assessment, owner, out: String::new() };
    if it.is_html {
        begin(&mut it.out, words.language, document.name, STYLE);
    }
    it.mark("<main>\n<h1>", "# ");
    it.text(document.name);
    it.mark("</h1>\n<p>", "\n\n");
    it.text(words.text("first-version.note"));
    it.mark("</p>\n<ul>\n", "\n\n");
    for line in ["first-version.line.organisation", "first-version.line.owner", "first-version.line.version"] {
        it.mark("<li>", "- ");
        it.fill(words.text(line));
        it.mark("</li>\n", "\n");
    }
    it.mark("</ul>\n", "");
    for section in &document_advice(document).outline {
        it.mark("<h2>", "\n## ");
        it.text(section.heading);
        it.mark("</h2>\n<p>", "\n\n");
        it.fill(section.text);
        it.mark("</p>\n", "\n");
    }
    it.mark("</main>\n</body>\n</html>\n", "");
    it.out
}
