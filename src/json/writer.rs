use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Members that this version does not know: their keys, and their values as canonical text.
pub(crate) type Members = Vec<(String, String)>;

/// A key in the order of RFC 8785: by UTF-16 code units.
#[derive(PartialEq, Eq)]
pub(super) struct Key(pub(super) String);

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.encode_utf16().cmp(other.0.encode_utf16())
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// An object under construction; its members stand in canonical order.
#[derive(Default)]
pub(crate) struct Object {
    members: BTreeMap<Key, String>,
}

impl Object {
    /// Adds a member whose value is canonical text already; false if the key was there.
    pub(crate) fn raw(&mut self, key: &str, value: String) -> bool {
        self.members.insert(Key(String::from(key)), value).is_none()
    }

    /// Adds a text.
    pub(crate) fn text(&mut self, key: &str, value: &str) {
        self.raw(key, string(value));
    }

    /// Adds a text unless it is empty.
    pub(crate) fn text_if_any(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.text(key, value);
        }
    }

    /// Adds a whole number.
    pub(crate) fn integer(&mut self, key: &str, value: u32) {
        let mut text = String::new();
        push_integer(&mut text, u64::from(value));
        self.raw(key, text);
    }

    /// Adds an object or array unless it is empty.
    pub(crate) fn raw_if_any(&mut self, key: &str, value: String) {
        if value != "{}" && value != "[]" {
            self.raw(key, value);
        }
    }

    /// Adds members that were kept from reading.
    pub(crate) fn members(&mut self, members: &Members) {
        for (key, value) in members {
            self.raw(key, value.clone());
        }
    }

    /// The text of a member.
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.members.get(&Key(String::from(key))).map(String::as_str)
    }

    /// All members in canonical order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.members.iter().map(|(key, value)| (key.0.as_str(), value.as_str()))
    }

    /// The canonical text.
    pub(crate) fn finish(&self) -> String {
        let mut out = String::from("{");
        for (index, (key, value)) in self.members.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            push_string(&mut out, &key.0);
            out.push(':');
            out.push_str(value);
        }
        out.push('}');
        out
    }
}

/// An array under construction.
pub(crate) struct Array {
    out: String,
}

impl Array {
    pub(crate) fn new() -> Self {
        Self { out: String::from("[") }
    }

    /// Adds a value that is canonical text already.
    pub(crate) fn raw(&mut self, value: &str) {
        if self.out.len() > 1 {
            self.out.push(',');
        }
        self.out.push_str(value);
    }

    /// The canonical text.
    pub(crate) fn finish(mut self) -> String {
        self.out.push(']');
        self.out
    }
}

/// A string in quotes, with the escapes of RFC 8785.
pub(crate) fn string(value: &str) -> String {
    let mut out = String::with_capacity(value.len().saturating_add(2));
    push_string(&mut out, value);
    out
}

pub(super) fn push_string(out: &mut String, value: &str) {
    out.push('"');
    for character in value.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\0'..='\u{1f}' => {
                out.push_str("\\u00");
                let code = u32::from(character);
                out.push(char::from_digit(code.wrapping_shr(4), 16).unwrap_or('0'));
                out.push(char::from_digit(code & 15, 16).unwrap_or('0'));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// Appends a whole number without the formatting machinery, which costs kilobytes of WebAssembly.
pub(crate) fn push_integer(out: &mut String, mut value: u64) {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(u32::try_from(value % 10).unwrap_or(0), 10).unwrap_or('0'));
        value /= 10;
        if value == 0 {
            break;
        }
    }
    out.extend(digits.iter().rev());
}
