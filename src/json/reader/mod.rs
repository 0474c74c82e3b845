//! Strict reading: one walk over the text, which knows the path of the value that it stands at.

mod keys;
mod tokens;
mod whole;

use super::{MAX_BYTES, MAX_DEPTH, MAX_TEXT, string, writer::push_integer};
use crate::error::{ErrorCode, ReadinessError};
use crate::text::{filled, integer, length};
use keys::Seen;
use std::borrow::Cow;

type Result<T> = std::result::Result<T, ReadinessError>;

/// The sort of the next value, told by its first byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    Array,
    Text,
    Number,
    Other,
}

/// A text field within its limit.
pub(crate) type Text = String;

enum Step {
    /// A member, by the place of its key among those that are kept.
    Key(usize),
    Index(usize),
}

/// Walks a JSON text once. Knows the path of the value it stands at. A text without escapes is a part of the whole, and
/// is copied only where it is kept.
pub(crate) struct Reader<'a> {
    text: &'a str,
    at: usize,
    deepest: usize,
    path: Vec<Step>,
    /// Of each object that it stands in, the keys so far.
    keys: Vec<Cow<'a, str>>,
    /// Whether what was read since this was set is canonical text.
    is_canonical: bool,
}

impl<'a> Reader<'a> {
    /// Starts at the beginning of a text, after a byte order mark if there is one. The mark counts as three bytes of it,
    /// as it does in a file.
    pub(crate) fn new(text: &'a str) -> Result<Self> {
        Self::up_to(MAX_BYTES, MAX_DEPTH, words!("error.file.large"), text)
    }

    /// The same with other limits, in bytes and in levels, and what is said of a longer text.
    pub(crate) fn up_to(limit: usize, deepest: usize, too_large: &'static str, text: &'a str) -> Result<Self> {
        if text.len() > limit {
            return Err(ReadinessError::new(ErrorCode::TooLarge, "$", too_large));
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Ok(Self { text, at: 0, deepest, path: Vec::new(), keys: Vec::new(), is_canonical: false })
    }

    /// An error about the value at the current path.
    #[inline(never)]
    pub(crate) fn error(&self, code: ErrorCode, message: &'static str) -> ReadinessError {
        ReadinessError::new(code, &self.path("$"), message)
    }

    /// A whole number within bounds, or an error about the value at the current path.
    pub(crate) fn integer_within(&mut self, from: u32, to: u32, expected: &'static str) -> Result<u32> {
        match self.integer()?.and_then(|number| u32::try_from(number).ok()) {
            Some(number) if (from..=to).contains(&number) => Ok(number),
            _ => Err(self.error(ErrorCode::OutOfRange, expected)),
        }
    }

    /// An error about a member of the object at the current path.
    pub(crate) fn error_at(&self, key: &str, code: ErrorCode, message: &'static str) -> ReadinessError {
        let mut path = self.path("$");
        push_key(&mut path, key);
        ReadinessError::new(code, &path, message)
    }

    /// The path of the value it stands at, under the name of the whole.
    pub(crate) fn path(&self, root: &str) -> String {
        let mut out = String::from(root);
        for step in &self.path {
            match step {
                Step::Key(place) => push_key(&mut out, self.keys.get(*place).map_or("", Cow::as_ref)),
                Step::Index(index) => {
                    out.push('[');
                    push_integer(&mut out, u64::try_from(*index).unwrap_or(u64::MAX));
                    out.push(']');
                }
            }
        }
        out
    }

    fn syntax(&self, expected: &str) -> ReadinessError {
        let (mut line, mut column) = (1_u64, 1_u64);
        for character in self.text.get(..self.at).unwrap_or_default().chars() {
            column = column.saturating_add(1);
            if character == '\n' {
                line = line.saturating_add(1);
                column = 1;
            }
        }
        let (mut at_line, mut at_column) = (String::new(), String::new());
        push_integer(&mut at_line, line);
        push_integer(&mut at_column, column);
        let ended = self.at >= self.text.len();
        let message = if ended { words!("error.syntax.at-end") } else { words!("error.syntax") };
        let message = filled(message, &[("what", expected), ("line", &at_line), ("column", &at_column)]);
        ReadinessError::described(ErrorCode::Syntax, self.path("$"), Cow::Owned(message))
    }

    // Called for every sign: as a call, WebAssembly hands its result over in memory.
    #[inline(always)]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    /// Steps over one of these bytes, if it is next.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn accept(&mut self, bytes: &[u8]) -> bool {
        let there = self.peek().is_some_and(|next| bytes.contains(&next));
        if there {
            self.step();
        }
        there
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.step();
            self.is_canonical = false;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        self.skip_space();
        let there = self.peek() == Some(byte);
        if there {
            self.step();
        }
        there
    }

    /// The sort of the next value.
    pub(crate) fn kind(&mut self) -> Kind {
        self.skip_space();
        match self.peek() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::Text,
            Some(b'-' | b'0'..=b'9') => Kind::Number,
            _ => Kind::Other,
        }
    }

    fn expect(&mut self, found: Kind, expected: &'static str) -> Result<()> {
        if self.kind() == found {
            return Ok(());
        }
        if self.kind() == Kind::Other {
            // Tells nonsense from a value of another type.
            self.literal()?;
        }
        Err(self.error(ErrorCode::WrongType, expected))
    }

    fn literal(&mut self) -> Result<&'static str> {
        self.skip_space();
        let rest = self.text.get(self.at..).unwrap_or_default();
        for word in ["true", "false", "null"] {
            if rest.starts_with(word) {
                self.at = self.at.saturating_add(word.len());
                return Ok(word);
            }
        }
        Err(self.syntax(words!("error.syntax.value")))
    }

    /// Steps into an object or an array.
    fn enter(&mut self, found: Kind, expected: &'static str) -> Result<()> {
        self.expect(found, expected)?;
        if self.path.len() >= self.deepest {
            return Err(self.error(ErrorCode::TooDeep, words!("error.deep")));
        }
        self.step();
        Ok(())
    }

    /// Reads an object: `member` is called at each value and must read it.
    pub(crate) fn object(&mut self, member: &mut dyn FnMut(&mut Self, &str) -> Result<()>) -> Result<()> {
        self.enter(Kind::Object, words!("error.object"))?;
        let (first, mut seen) = (self.keys.len(), Seen::default());
        if self.take(b'}') {
            return Ok(());
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                return Err(self.syntax(words!("error.syntax.key")));
            }
            let key = self.quoted()?;
            let is_new = seen.is_new(self.keys.get(first..).unwrap_or_default(), &key);
            // Without characters beyond ASCII the canonical order is that of the bytes.
            self.is_canonical &= !seen.is_unordered && key.is_ascii();
            self.path.push(Step::Key(self.keys.len()));
            self.keys.push(key.clone());
            if !is_new {
                return Err(self.error(ErrorCode::DuplicateKey, words!("error.key.twice")));
            }
            if !self.take(b':') {
                return Err(self.syntax(words!("error.syntax.colon")));
            }
            member(self, &key)?;
            self.path.pop();
            if self.take(b',') {
                continue;
            }
            if self.take(b'}') {
                self.keys.truncate(first);
                return Ok(());
            }
            return Err(self.syntax(words!("error.syntax.brace")));
        }
    }

    /// Reads an array: `item` is called at each value and must read it.
    pub(crate) fn array(&mut self, item: &mut dyn FnMut(&mut Self) -> Result<()>) -> Result<()> {
        self.enter(Kind::Array, words!("error.array"))?;
        if self.take(b']') {
            return Ok(());
        }
        for index in 0.. {
            self.path.push(Step::Index(index));
            item(self)?;
            self.path.pop();
            if self.take(b',') {
                continue;
            }
            if self.take(b']') {
                return Ok(());
            }
            return Err(self.syntax(words!("error.syntax.bracket")));
        }
        Ok(())
    }

    /// Reads a text field.
    pub(crate) fn text(&mut self) -> Result<Text> {
        self.word().map(Cow::into_owned)
    }

    /// Reads a text field that is not kept.
    pub(crate) fn word(&mut self) -> Result<Cow<'a, str>> {
        self.expect(Kind::Text, words!("error.text"))?;
        let text = self.quoted()?;
        // Bytes first: counting characters of every field would cost more than it tells.
        if text.len() > MAX_TEXT && length(&text) > MAX_TEXT {
            return Err(self.error(ErrorCode::TextTooLong, words!("error.text.long")));
        }
        Ok(text)
    }

    /// Reads a whole number; `None` if it is a number, but not a whole one that fits.
    pub(crate) fn integer(&mut self) -> Result<Option<i64>> {
        self.expect(Kind::Number, words!("error.number"))?;
        Ok(integer(&self.number()?))
    }

    /// Makes sure that nothing follows.
    pub(crate) fn end(&mut self) -> Result<()> {
        self.skip_space();
        if self.at < self.text.len() {
            return Err(self.syntax(words!("error.syntax.nothing")));
        }
        Ok(())
    }
}

/// Adds a member to a JSON path.
pub(crate) fn push_key(out: &mut String, key: &str) {
    push_quoted_key(out, &string(key));
}

/// The same for a key that is canonical text already.
pub(crate) fn push_quoted_key(out: &mut String, quoted: &str) {
    let key = quoted.strip_prefix('"').and_then(|key| key.strip_suffix('"')).unwrap_or_default();
    let plain = key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if plain {
        out.push('.');
        out.push_str(key);
    } else {
        out.push('[');
        out.push_str(quoted);
        out.push(']');
    }
}
