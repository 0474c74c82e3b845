//! Lines of any input, in bounded memory: of a line that is too long nothing is kept.

use std::io::{BufRead, Result};

/// What stands in a line.
#[derive(Debug, PartialEq, Eq)]
pub enum Text {
    /// Its bytes, without the end of the line.
    Whole(Vec<u8>),
    /// It has more bytes than the bound.
    TooLong,
    /// A file of its own that could not be read, and why.
    Unreadable(String),
}

/// The next line; none at the end. The last one may lack its line feed.
pub fn next(input: &mut dyn BufRead, bound: usize) -> Result<Option<Text>> {
    let mut line = Vec::new();
    let (mut any, mut too_long) = (false, false);
    loop {
        let held = input.fill_buf()?;
        if held.is_empty() {
            break;
        }
        any = true;
        let end = memchr::memchr(b'\n', held);
        let part = held.get(..end.unwrap_or(held.len())).unwrap_or_default();
        if !too_long && line.len().saturating_add(part.len()) <= bound {
            line.extend_from_slice(part);
        } else {
            too_long = true;
            line = Vec::new();
        }
        let used = part.len().saturating_add(usize::from(end.is_some()));
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(any.then_some(if too_long { Text::TooLong } else { Text::Whole(line) }))
}

#[cfg(test)]
mod tests {
    use super::{Text, next};
    use std::io::{BufReader, Cursor};

    #[test]
    fn lines_are_read_whole_whatever_the_size_of_the_buffer() {
        for buffer in 1..12 {
            let mut input = BufReader::with_capacity(buffer, Cursor::new(b"one\r\n\n1234567\nlast".to_vec()));
            let mut found = Vec::new();
            while let Ok(Some(text)) = next(&mut input, 6) {
                found.push(text);
            }
            let whole = |text: &str| Text::Whole(text.as_bytes().to_vec());
            assert_eq!(found, [whole("one"), whole(""), Text::TooLong, whole("last")], "a buffer of {buffer}");
        }
    }
}
