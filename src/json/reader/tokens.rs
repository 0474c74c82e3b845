//! Numbers and texts, sign by sign.

use super::{Reader, Result};
use crate::error::{ErrorCode, ReadinessError};
use crate::json::number::{self, Refusal};
use crate::json::string;
use crate::json::writer::plain_length;
use std::borrow::Cow;

impl<'a> Reader<'a> {
    pub(super) fn number(&mut self) -> Result<Cow<'a, str>> {
        let (start, whole) = (self.at, self.text);
        self.accept(b"-");
        if !self.accept(b"0") {
            self.digits()?;
        }
        if self.accept(b".") {
            self.digits()?;
        }
        if self.accept(b"eE") {
            self.accept(b"+-");
            self.digits()?;
        }
        let token = whole.get(start..self.at).unwrap_or_default();
        // Every double holds so many digits as they are.
        if token.len() < 16 && token.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Cow::Borrowed(token));
        }
        let canonical = number::canonical(token).map_err(|refusal| {
            let message = match refusal {
                Refusal::OutOfRange => words!("error.number.range"),
                Refusal::Inexact => {
                    words!("error.number.digits")
                }
            };
            self.error(ErrorCode::NumberOutOfRange, message)
        })?;
        self.is_canonical &= canonical == token;
        Ok(Cow::Owned(canonical))
    }

    fn digits(&mut self) -> Result<()> {
        if !self.accept(b"0123456789") {
            return Err(self.syntax(words!("error.syntax.digit")));
        }
        while self.accept(b"0123456789") {}
        Ok(())
    }

    pub(super) fn quoted(&mut self) -> Result<Cow<'a, str>> {
        let from = self.at;
        self.step();
        let run = self.run();
        if self.accept(b"\"") {
            return Ok(Cow::Borrowed(run));
        }
        let mut out = String::from(run);
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.step();
                    self.is_canonical =
                        self.is_canonical && self.text.get(from..self.at).is_some_and(|text| text == string(&out));
                    return Ok(Cow::Owned(out));
                }
                Some(b'\\') => {
                    self.step();
                    out.push(self.escape()?);
                }
                Some(_) => return Err(self.syntax(words!("error.syntax.control"))),
                None => return Err(self.syntax(words!("error.syntax.quote"))),
            }
            out.push_str(self.run());
        }
    }

    /// Steps to the next quote, backslash or control character, over what is returned.
    fn run(&mut self) -> &'a str {
        let (start, text) = (self.at, self.text);
        self.at = start.saturating_add(plain_length(text.as_bytes().get(start..).unwrap_or_default()));
        // The bytes stopped at are ASCII, so both ends are character boundaries.
        text.get(start..self.at).unwrap_or_default()
    }

    fn escape(&mut self) -> Result<char> {
        let byte = self.peek();
        let plain = match byte {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.step();
                return self.unicode();
            }
            _ => return Err(self.syntax(words!("error.syntax.escape"))),
        };
        self.step();
        Ok(plain)
    }

    fn unicode(&mut self) -> Result<char> {
        let first = self.hex()?;
        if let Some(character) = char::from_u32(first) {
            return Ok(character);
        }
        let rest = self.text.get(self.at..).unwrap_or_default();
        if first < 0xdc00 && rest.starts_with("\\u") {
            self.at = self.at.saturating_add(2);
            let second = self.hex()?;
            if matches!(second, 0xdc00..=0xdfff) {
                // Ten bits of each half, over the 0x10000 characters that need no pair.
                let pair = (first & 0x3ff).wrapping_shl(10) | (second & 0x3ff);
                return Ok(char::from_u32(pair.saturating_add(0x1_0000)).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
        }
        Err(self.lone_surrogate())
    }

    fn lone_surrogate(&self) -> ReadinessError {
        self.error(ErrorCode::LoneSurrogate, words!("error.surrogate"))
    }

    fn hex(&mut self) -> Result<u32> {
        let mut value = 0_u32;
        let mut end = self.at;
        for _ in 0..4 {
            let digit = self.text.as_bytes().get(end).and_then(|byte| char::from(*byte).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.syntax(words!("error.syntax.hexadecimal")));
            };
            value = value.wrapping_shl(4) | digit;
            end = end.saturating_add(1);
        }
        self.at = end;
        Ok(value)
    }
}
