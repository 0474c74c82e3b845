//! The tags of a part of a workbook, with their places. No entity that the part itself declares is known.

use crate::archive::refused;
use crate::error::ReadinessError;

pub(super) type Result<T> = std::result::Result<T, ReadinessError>;

pub(super) fn malformed() -> ReadinessError {
    refused(words!("error.sheet.markup"))
}

/// A piece of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open { name: &'a str, attributes: &'a str, is_empty: bool },
    Close { name: &'a str },
    Text,
}

/// A token, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed<'a> {
    pub(super) token: Token<'a>,
    pub(super) start: usize,
    pub(super) end: usize,
}

pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

/// The text of a part.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|_| malformed())
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The prefix of a name, with its colon.
pub(super) fn prefix(name: &str) -> &str {
    name.get(..name.len().saturating_sub(local(name).len())).unwrap_or_default()
}

/// Where a tag ends: behind the first sign that is in no quotation.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(mark), _) if mark == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return Some(at.saturating_add(1)),
            (None, b'<') if at > 0 => return None,
            _ => {}
        }
    }
    None
}

impl<'a> Tokens<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The next token; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Placed<'a>>> {
        loop {
            let start = self.at;
            let rest = self.text.get(start..).unwrap_or_default();
            if rest.is_empty() {
                return Ok(None);
            }
            let Some(tag) = rest.strip_prefix('<') else {
                self.at = start.saturating_add(rest.find('<').unwrap_or(rest.len()));
                return Ok(Some(Placed { token: Token::Text, start, end: self.at }));
            };
            let skipped = [("!--", "-->"), ("?", "?>"), ("![CDATA[", "]]>")]
                .into_iter()
                .find(|(begin, _)| tag.starts_with(begin));
            if let Some((begin, end)) = skipped {
                let inside = tag.get(begin.len()..).unwrap_or_default();
                let length = inside.find(end).ok_or_else(malformed)?;
                self.at = start.saturating_add(1 + begin.len()).saturating_add(length).saturating_add(end.len());
                if begin == "![CDATA[" {
                    return Ok(Some(Placed { token: Token::Text, start, end: self.at }));
                }
                continue;
            }
            // A document type may declare anything.
            if tag.starts_with('!') {
                return Err(malformed());
            }
            let length = tag_end(rest).ok_or_else(malformed)?;
            self.at = start.saturating_add(length);
            let inside = rest.get(1..length.saturating_sub(1)).unwrap_or_default();
            let token = match inside.strip_prefix('/') {
                Some(name) => Token::Close { name: name.trim_end() },
                None => {
                    let (inside, is_empty) = inside.strip_suffix('/').map_or((inside, false), |rest| (rest, true));
                    let end = inside.find(|sign: char| sign.is_ascii_whitespace()).unwrap_or(inside.len());
                    let (name, attributes) = inside.split_at_checked(end).unwrap_or((inside, ""));
                    Token::Open { name, attributes, is_empty }
                }
            };
            return Ok(Some(Placed { token, start, end: self.at }));
        }
    }
}

/// An attribute as it is written: the whole of it, its name, and its value.
pub(super) struct Attribute<'a> {
    pub(super) whole: &'a str,
    pub(super) name: &'a str,
    pub(super) value: &'a str,
}

/// The attributes of a tag.
pub(super) fn attributes(mut text: &str) -> Result<Vec<Attribute<'_>>> {
    let mut found = Vec::new();
    loop {
        text = text.trim_start();
        if text.is_empty() {
            return Ok(found);
        }
        let (name, behind) = text.split_once('=').ok_or_else(malformed)?;
        let behind = behind.trim_start();
        let mark = behind.chars().next().filter(|mark| matches!(mark, '"' | '\'')).ok_or_else(malformed)?;
        let (value, rest) = behind.get(1..).and_then(|inside| inside.split_once(mark)).ok_or_else(malformed)?;
        let whole = text.get(..text.len().saturating_sub(rest.len())).unwrap_or_default();
        found.push(Attribute { whole, name: name.trim_end(), value });
        text = rest;
    }
}

/// The value of an attribute by its name without a prefix.
pub(super) fn value(tag: &str, name: &str) -> Result<Option<String>> {
    let found = attributes(tag)?.into_iter().find(|attribute| local(attribute.name) == name);
    found.map(|attribute| plain(attribute.value)).transpose()
}

/// A text with its entities resolved.
pub(super) fn plain(text: &str) -> Result<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let (name, after) = behind.split_once(';').ok_or_else(malformed)?;
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => {
                let code = match name.strip_prefix("#x") {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => name.strip_prefix('#').and_then(|number| number.parse().ok()),
                };
                code.and_then(char::from_u32).ok_or_else(malformed)?
            }
        });
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_with_their_places() {
        let text = "<?xml version='1.0'?><a:b c=\"x>y\" d='&lt;&#65;'><!-- <no> --><e/>t</a:b>";
        let mut tokens = Tokens::of(text);
        let mut seen = Vec::new();
        while let Some(placed) = tokens.next().unwrap() {
            seen.push(text.get(placed.start..placed.end).unwrap());
            if let Token::Open { name: "a:b", attributes, .. } = placed.token {
                assert_eq!(value(attributes, "d").unwrap().as_deref(), Some("<A"));
                assert_eq!((local("a:b"), prefix("a:b"), prefix("b")), ("b", "a:", ""));
            }
        }
        assert_eq!(seen, ["<a:b c=\"x>y\" d='&lt;&#65;'>", "<e/>", "t", "</a:b>"]);
    }

    #[test]
    fn what_is_no_mark_up_is_refused() {
        for text in ["<!DOCTYPE a>", "<a", "<!-- ", "<![CDATA[x", "<a b=\"<a>", "<a <b>"] {
            let mut tokens = Tokens::of(text);
            let end = loop {
                match tokens.next() {
                    Ok(Some(_)) => {}
                    other => break other.is_err(),
                }
            };
            assert!(end, "{text}");
        }
        for text in ["&x;", "&amp", "&#xd800;", "&#99999999;"] {
            assert!(plain(text).is_err(), "{text}");
        }
        assert!(attributes("a").is_err() && attributes("a=b").is_err() && attributes("a=\"b").is_err());
    }
}
