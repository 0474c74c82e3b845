//! The language of what is built: a folder that holds all its words.
use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// The language that is published, and built where none is named.
pub const PUBLISHED: &str = "languages/en";

/// What `language.json` says of a language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Language {
    /// Its BCP 47 tag, as HTML names it.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// The title of the page.
    pub title: String,
    /// What a search engine or a portal may say of the page.
    pub description: String,
}

/// The folder of a language, relative to the root: `de` is `languages/de`, and a path is itself.
pub fn folder(named: &str) -> String {
    if named.contains('/') { named.trim_end_matches('/').to_owned() } else { format!("languages/{named}") }
}

impl Language {
    /// # Errors
    /// When a member is missing, or would not stand in an attribute as it is.
    pub fn parse(text: &str) -> Result<Self> {
        let language: Self = serde_json::from_str(text).context("language.json")?;
        let tag = language.tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && !language.tag.is_empty();
        ensure!(tag, "language.json: {:?} is no tag of a language", language.tag);
        ensure!(["ltr", "rtl"].contains(&language.direction.as_str()), "language.json: direction is ltr or rtl");
        let plain = [&language.title, &language.description].iter().all(|text| !text.contains(['<', '>', '"', '&']));
        ensure!(plain, "language.json: title and description are plain text, without <, >, & and straight quotes");
        Ok(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_named_by_its_tag_or_by_its_folder() {
        assert_eq!(folder("en"), PUBLISHED);
        assert_eq!(folder("target/languages/en-XA/"), "target/languages/en-XA");
    }

    #[test]
    fn what_would_break_the_page_is_refused() {
        let text = |tag: &str, direction: &str, title: &str| {
            format!(
                r#"{{"tag":"{tag}","locale":"en-GB","direction":"{direction}","title":"{title}","description":"B"}}"#
            )
        };
        assert_eq!(Language::parse(&text("en", "ltr", "A")).expect("a language").tag, "en");
        for refused in
            [text("", "ltr", "A"), text("en\\\"", "ltr", "A"), text("en", "up", "A"), text("en", "rtl", "<b>")]
        {
            assert!(Language::parse(&refused).is_err(), "{refused}");
        }
        assert!(Language::parse(r#"{"tag":"en"}"#).is_err());
    }
}
