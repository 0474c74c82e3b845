use super::number::Refusal;
use super::{Array, MAX_BYTES, MAX_DEPTH, MAX_TEXT, Members, Object, TextSet, number, string, writer::push_integer};
use crate::error::{ErrorCode, ReadinessError};
use crate::text::{integer, length};
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

/// Finds the keys that stand twice in an object.
#[derive(Default)]
struct Seen {
    /// Whether a key came before one that was there already.
    is_unordered: bool,
    /// All keys so far, once they are unordered and many.
    many: Option<TextSet>,
}

/// So many keys without an order are compared one by one.
const FEW: usize = 16;

impl Seen {
    /// Whether a key is not among those before.
    fn is_new(&mut self, before: &[Cow<'_, str>], key: &str) -> bool {
        match before.last() {
            None => return true,
            // A canonical file, and so most: behind the greatest there is none that is the same.
            Some(last) if !self.is_unordered && **last < *key => return true,
            Some(_) => self.is_unordered = true,
        }
        if before.len() < FEW {
            return before.iter().all(|other| *other != key);
        }
        let many = self.many.get_or_insert_with(|| {
            let mut many = TextSet::default();
            for key in before {
                many.insert(key);
            }
            many
        });
        many.insert(key)
    }
}

impl<'a> Reader<'a> {
    /// Starts at the beginning of a text, after a byte order mark if there is one. The mark counts as three bytes of it,
    /// as it does in a file.
    pub(crate) fn new(text: &'a str) -> Result<Self> {
        Self::up_to(MAX_BYTES, MAX_DEPTH, "the file is larger than 2 MiB", text)
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
        let mut message = String::from(if self.at >= self.text.len() { "the text ends where " } else { "" });
        message.push_str(expected);
        message.push_str(if self.at >= self.text.len() { " should be (line " } else { " expected (line " });
        push_integer(&mut message, line);
        message.push_str(", column ");
        push_integer(&mut message, column);
        message.push(')');
        ReadinessError::described(ErrorCode::Syntax, self.path("$"), Cow::Owned(message))
    }

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
        Err(self.syntax("a value"))
    }

    /// Steps into an object or an array.
    fn enter(&mut self, found: Kind, expected: &'static str) -> Result<()> {
        self.expect(found, expected)?;
        if self.path.len() >= self.deepest {
            return Err(self.error(ErrorCode::TooDeep, "objects and arrays are nested more than 32 deep"));
        }
        self.step();
        Ok(())
    }

    /// Reads an object: `member` is called at each value and must read it.
    pub(crate) fn object(&mut self, member: &mut dyn FnMut(&mut Self, &str) -> Result<()>) -> Result<()> {
        self.enter(Kind::Object, "expected an object")?;
        let (first, mut seen) = (self.keys.len(), Seen::default());
        if self.take(b'}') {
            return Ok(());
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                return Err(self.syntax("a key in quotes"));
            }
            let key = self.quoted()?;
            let is_new = seen.is_new(self.keys.get(first..).unwrap_or_default(), &key);
            // Without characters beyond ASCII the canonical order is that of the bytes.
            self.is_canonical &= !seen.is_unordered && key.is_ascii();
            self.path.push(Step::Key(self.keys.len()));
            self.keys.push(key.clone());
            if !is_new {
                return Err(self.error(ErrorCode::DuplicateKey, "expected each key once: this object has it twice"));
            }
            if !self.take(b':') {
                return Err(self.syntax("a colon"));
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
            return Err(self.syntax("a comma or a closing brace"));
        }
    }

    /// Reads an array: `item` is called at each value and must read it.
    pub(crate) fn array(&mut self, item: &mut dyn FnMut(&mut Self) -> Result<()>) -> Result<()> {
        self.enter(Kind::Array, "expected an array")?;
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
            return Err(self.syntax("a comma or a closing bracket"));
        }
        Ok(())
    }

    /// Reads a text field.
    pub(crate) fn text(&mut self) -> Result<Text> {
        self.word().map(Cow::into_owned)
    }

    /// Reads a text field that is not kept.
    pub(crate) fn word(&mut self) -> Result<Cow<'a, str>> {
        self.expect(Kind::Text, "expected a text")?;
        let text = self.quoted()?;
        // Bytes first: counting characters of every field would cost more than it tells.
        if text.len() > MAX_TEXT && length(&text) > MAX_TEXT {
            return Err(self.error(ErrorCode::TextTooLong, "a text field has at most 10,000 characters"));
        }
        Ok(text)
    }

    /// Reads a whole number; `None` if it is a number, but not a whole one that fits.
    pub(crate) fn integer(&mut self) -> Result<Option<i64>> {
        self.expect(Kind::Number, "expected a number")?;
        Ok(integer(&self.number()?))
    }

    fn number(&mut self) -> Result<Cow<'a, str>> {
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
                Refusal::OutOfRange => "a number out of range",
                Refusal::Inexact => {
                    "a number with more digits than a double-precision number holds: write it as a text"
                }
            };
            self.error(ErrorCode::NumberOutOfRange, message)
        })?;
        self.is_canonical &= canonical == token;
        Ok(Cow::Owned(canonical))
    }

    fn digits(&mut self) -> Result<()> {
        if !self.accept(b"0123456789") {
            return Err(self.syntax("a digit"));
        }
        while self.accept(b"0123456789") {}
        Ok(())
    }

    fn quoted(&mut self) -> Result<Cow<'a, str>> {
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
                Some(_) => return Err(self.syntax("an escape in place of this control character")),
                None => return Err(self.syntax("a closing quote")),
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
            _ => return Err(self.syntax("a valid JSON escape")),
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
        self.error(ErrorCode::LoneSurrogate, "expected both halves of a surrogate pair: a character is cut in two")
    }

    fn hex(&mut self) -> Result<u32> {
        let mut value = 0_u32;
        let mut end = self.at;
        for _ in 0..4 {
            let digit = self.text.as_bytes().get(end).and_then(|byte| char::from(*byte).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.syntax("four hexadecimal digits"));
            };
            value = value.wrapping_shl(4) | digit;
            end = end.saturating_add(1);
        }
        self.at = end;
        Ok(value)
    }

    /// Reads any value and keeps nothing of it.
    pub(crate) fn skip(&mut self) -> Result<()> {
        match self.kind() {
            Kind::Object => self.object(&mut |reader, _| reader.skip()),
            Kind::Array => self.array(&mut |reader| reader.skip()),
            Kind::Text => self.quoted().map(drop),
            Kind::Number => self.number().map(drop),
            Kind::Other => self.literal().map(drop),
        }
    }

    /// Reads any value and gives it back as canonical text.
    pub(crate) fn any(&mut self) -> Result<String> {
        self.skip_space();
        let (start, text) = (self.at, self.text);
        self.is_canonical = true;
        self.skip()?;
        if std::mem::take(&mut self.is_canonical) {
            return Ok(String::from(text.get(start..self.at).unwrap_or_default()));
        }
        self.at = start;
        self.rewritten()
    }

    /// The same for a value that is known to be readable and not to be canonical.
    fn rewritten(&mut self) -> Result<String> {
        match self.kind() {
            Kind::Object => {
                let mut object = Object::default();
                self.object(&mut |reader, key| {
                    let value = reader.rewritten()?;
                    object.raw(key, value);
                    Ok(())
                })?;
                Ok(object.finish())
            }
            Kind::Array => {
                let mut array = Array::new();
                self.array(&mut |reader| {
                    array.raw(&reader.rewritten()?);
                    Ok(())
                })?;
                Ok(array.finish())
            }
            Kind::Text => Ok(string(&self.quoted()?)),
            Kind::Number => self.number().map(Cow::into_owned),
            Kind::Other => self.literal().map(String::from),
        }
    }

    /// Keeps a member that this version does not know.
    pub(crate) fn keep(&mut self, key: &str, members: &mut Members) -> Result<()> {
        members.add(key, self.any()?);
        Ok(())
    }

    /// Makes sure that nothing follows.
    pub(crate) fn end(&mut self) -> Result<()> {
        self.skip_space();
        if self.at < self.text.len() {
            return Err(self.syntax("the end of the text"));
        }
        Ok(())
    }
}

/// How many bytes stand before the first quote, backslash or control character. Eight are looked at together: notes
/// are most of a file.
fn plain_length(bytes: &[u8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let (eights, rest) = bytes.as_chunks();
    let mut length = 0_usize;
    for eight in eights {
        let word = u64::from_le_bytes(*eight);
        // The highest bit of each byte under a bound. One that is not may be marked too, behind one that is.
        let under = |word: u64, bound: u64| word.wrapping_sub(EACH.wrapping_mul(bound)) & !word;
        let same = |sign: u8| under(word ^ EACH.wrapping_mul(u64::from(sign)), 1);
        let stops = (under(word, 0x20) | same(b'"') | same(b'\\')) & EACH.wrapping_mul(0x80);
        if stops != 0 {
            return length.saturating_add(usize::try_from(stops.trailing_zeros() / 8).unwrap_or(0));
        }
        length = length.saturating_add(8);
    }
    let stops = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    length.saturating_add(rest.iter().position(stops).unwrap_or(rest.len()))
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

#[cfg(test)]
mod tests {
    use super::plain_length;

    #[test]
    fn a_text_ends_at_the_first_byte_that_is_not_plain() {
        for stop in 0..=255_u8 {
            let is_plain = stop >= 0x20 && !matches!(stop, b'"' | b'\\');
            for length in 0..20 {
                for (at, other) in (0..length).flat_map(|at| [b' ', b'!', 0x7f, 0x80, 0xff, 0].map(|other| (at, other)))
                {
                    // What stands behind the stop is of no account.
                    let mut bytes = vec![b'a'; length];
                    bytes[at..].fill(other);
                    bytes[at] = stop;
                    let expected = if !is_plain {
                        at
                    } else if other == 0 && at + 1 < length {
                        at + 1
                    } else {
                        length
                    };
                    assert_eq!(plain_length(&bytes), expected, "{bytes:?}");
                }
            }
        }
    }
}
