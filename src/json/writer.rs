use std::cmp::Ordering;

/// Members that this version does not know: their keys, and their values as canonical text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Members(Run);

/// Members in some order.
type Run = Vec<(String, String)>;

impl Members {
    pub(crate) const fn new() -> Self {
        Self(Run::new())
    }

    /// Adds a member; the reader has seen that its key is not there yet.
    pub(crate) fn add(&mut self, key: &str, value: String) {
        self.0.push((String::from(key), value));
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds those of others whose keys are not there yet.
    pub(crate) fn join(&mut self, others: &Self) {
        let mut seen = TextSet::default();
        for (key, _) in &self.0 {
            seen.insert(key);
        }
        for member in &others.0 {
            if seen.insert(&member.0) {
                self.0.push(member.clone());
            }
        }
    }

    fn text(&self) -> String {
        let mut object = Object::default();
        object.members(self);
        object.finish()
    }
}

/// Members are the same in whatever order they came.
impl PartialEq for Members {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.text() == other.text()
    }
}

impl Eq for Members {}

/// The order of RFC 8785, by UTF-16 code units. That is the order of UTF-8 bytes, except that what UTF-16 writes as
/// surrogates (a first byte from 0xf0) comes before U+E000 to U+FFFF (a first byte of 0xee or 0xef).
fn order(one: &str, other: &str) -> Ordering {
    if one.is_ascii() && other.is_ascii() {
        return one.cmp(other);
    }
    let rank = |byte: u8| if matches!(byte, 0xee | 0xef) { byte | 0x10 } else { byte };
    one.bytes().map(rank).cmp(other.bytes().map(rank))
}

/// An object under construction; its members stand in canonical order.
///
/// They are kept in sorted runs, each longer than the next, as a merge sort does: the members of a canonical file make
/// one run, and a hostile file of any order costs no more than sorting it.
#[derive(Default)]
pub(crate) struct Object {
    runs: Vec<Run>,
    hashes: Hashes,
}

/// Hashes of keys, in a table of at least twice their number: a key whose hash is not there need not be looked for.
#[derive(Default)]
struct Hashes {
    /// Zero where none is.
    slots: Vec<u64>,
    count: usize,
    /// Whether a hash found no place: then every key is looked for. Somebody chose the keys so.
    is_crowded: bool,
}

/// How many places a hash may try.
const TRIES: usize = 32;

impl Hashes {
    /// Adds the hash of a key; false if it was there, perhaps of another key.
    fn insert(&mut self, key: &str) -> bool {
        if self.count.saturating_mul(2) >= self.slots.len() {
            let larger = vec![0; self.slots.len().saturating_mul(2).max(8)];
            for hash in std::mem::replace(&mut self.slots, larger) {
                if hash != 0 {
                    self.place(hash);
                }
            }
        }
        // FNV-1a, of 64 bits.
        let hash = key
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let is_new = self.place(hash.max(1));
        self.count = self.count.saturating_add(usize::from(is_new));
        is_new && !self.is_crowded
    }

    fn place(&mut self, hash: u64) -> bool {
        let mask = self.slots.len().saturating_sub(1);
        let mut at = usize::try_from(hash.wrapping_shr(32)).unwrap_or(0) & mask;
        for _ in 0..TRIES {
            let Some(slot) = self.slots.get_mut(at) else { break };
            if *slot == 0 {
                *slot = hash;
                return true;
            }
            if *slot == hash {
                return false;
            }
            at = at.wrapping_add(1) & mask;
        }
        self.is_crowded = true;
        false
    }
}

impl Object {
    /// Adds a member whose value is canonical text already; false if the key was there.
    pub(crate) fn raw(&mut self, key: &str, value: String) -> bool {
        let is_behind = |run: &Run| run.last().is_none_or(|(last, _)| order(last, key) == Ordering::Less);
        if !self.hashes.insert(key) && self.get(key).is_some() {
            return false;
        }
        let member = (String::from(key), value);
        match self.runs.last_mut() {
            Some(run) if is_behind(run) => run.push(member),
            _ => self.runs.push(vec![member]),
        }
        self.merge(false);
        true
    }

    /// Merges the last two runs until each is longer than the next, or all of them.
    fn merge(&mut self, all: bool) {
        while let [.., one, other] = self.runs.as_slice()
            && (all || one.len() <= other.len())
        {
            let mut other = self.runs.pop().unwrap_or_default();
            let mut one = self.runs.pop().unwrap_or_default();
            // From behind, so that nothing has to move up.
            let mut merged = Run::new();
            loop {
                let greater = match (one.last(), other.last()) {
                    (Some((key, _)), Some((than, _))) if order(key, than) == Ordering::Greater => &mut one,
                    (_, Some(_)) => &mut other,
                    (Some(_), None) => &mut one,
                    (None, None) => break,
                };
                if let Some(member) = greater.pop() {
                    merged.push(member);
                }
            }
            merged.reverse();
            self.runs.push(merged);
        }
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
        for (key, value) in &members.0 {
            self.raw(key, value.clone());
        }
    }

    /// The text of a member.
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        for run in &self.runs {
            if let Ok(place) = run.binary_search_by(|(other, _)| order(other, key)) {
                return run.get(place).map(|(_, value)| value.as_str());
            }
        }
        None
    }

    /// All members in canonical order.
    pub(crate) fn iter(&mut self) -> impl Iterator<Item = &(String, String)> {
        self.merge(true);
        self.runs.iter().flatten()
    }

    /// The canonical text.
    pub(crate) fn finish(&mut self) -> String {
        let mut out = String::from("{");
        for (key, value) in self.iter() {
            if out.len() > 1 {
                out.push(',');
            }
            push_string(&mut out, key);
            out.push(':');
            out.push_str(value);
        }
        out.push('}');
        out
    }
}

/// Texts, each once: what a lookup in a list would cost for each of many.
#[derive(Default)]
pub(crate) struct TextSet(Object);

impl TextSet {
    /// False if it was there.
    pub(crate) fn insert(&mut self, text: &str) -> bool {
        self.0.raw(text, String::new())
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
    let mut rest = value;
    // Most texts are plain to their end, and are written at once: nothing is done for each byte.
    while let Some((plain, special)) = rest.split_at_checked(plain_length(rest.as_bytes())) {
        out.push_str(plain);
        let Some(&byte) = special.as_bytes().first() else { break };
        let short = match byte {
            b'"' => '"',
            b'\\' => '\\',
            0x08 => 'b',
            b'\t' => 't',
            b'\n' => 'n',
            0x0c => 'f',
            b'\r' => 'r',
            _ => 'u',
        };
        out.push('\\');
        out.push(short);
        if short == 'u' {
            out.push_str(if byte < 0x10 { "000" } else { "001" });
            out.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
        }
        // What is escaped is ASCII, so this is a character boundary.
        rest = special.get(1..).unwrap_or_default();
    }
    out.push('"');
}

/// How many bytes stand before the first quote, backslash or control character. Eight are looked at together: notes
/// are most of a file.
pub(super) fn plain_length(bytes: &[u8]) -> usize {
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

/// Appends a whole number without the formatting machinery, which costs kilobytes of WebAssembly.
pub(crate) fn push_integer(out: &mut String, value: u64) {
    if value > 9 {
        push_integer(out, value / 10);
    }
    out.push(char::from(b'0' | u8::try_from(value % 10).unwrap_or(0)));
}

#[cfg(test)]
mod tests {
    use super::{Object, TextSet, plain_length};

    #[test]
    fn a_text_is_new_once_whatever_its_hash() {
        for is_crowded in [false, true] {
            let mut set = TextSet(Object::default());
            set.0.hashes.is_crowded = is_crowded;
            let text = |n: u32| format!("{:x}", n.wrapping_mul(2_654_435_761));
            assert!((0..5000).all(|n| set.insert(&text(n))));
            assert!(!(0..5000).any(|n| set.insert(&text(n))));
            assert!(set.insert("new") && !set.insert("new"));
        }
    }

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
