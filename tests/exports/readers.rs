//! The formats read again, by readers that share no line with the crate.

/// The records of a CSV in RFC 4180, or nothing where it is none.
pub(crate) fn records(text: &str) -> Option<Vec<Vec<String>>> {
    let mut rest = text.strip_prefix('\u{feff}')?;
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    while !rest.is_empty() {
        let mut cell = String::new();
        if let Some(mut inner) = rest.strip_prefix('"') {
            loop {
                let end = inner.find('"')?;
                cell.push_str(&inner[..end]);
                inner = &inner[end + 1..];
                match inner.strip_prefix('"') {
                    Some(more) => {
                        cell.push('"');
                        inner = more;
                    }
                    None => break,
                }
            }
            rest = inner;
        } else {
            let end = rest.find([',', '\r'])?;
            cell.push_str(&rest[..end]);
            rest = &rest[end..];
        }
        row.push(cell);
        if let Some(after) = rest.strip_prefix("\r\n") {
            rows.push(std::mem::take(&mut row));
            rest = after;
        } else {
            rest = rest.strip_prefix(',')?;
        }
    }
    Some(rows)
}

pub(crate) fn begins_formula(cell: &str) -> bool {
    let is_space = |sign: char| sign.is_whitespace() || sign == '\u{feff}';
    cell.starts_with(['\t', '\r', '\n'])
        || cell.trim_start_matches(is_space).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Every tag of a text closes what the last one opened, and every `&` begins an entity.
pub(crate) fn is_well_formed(text: &str, is_void: &dyn Fn(&str) -> bool) -> Result<(), String> {
    let mut open = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let Some(end) = rest[at..].find('>') else { return Err("a tag without its end".to_owned()) };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        if tag.starts_with(['?', '!']) || tag.ends_with('/') {
            continue;
        }
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default().to_owned();
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b':') {
            return Err(format!("<{tag}>"));
        }
        if tag.starts_with('/') {
            if open.pop() != Some(name.clone()) {
                return Err(format!("</{name}>"));
            }
        } else if !is_void(&name) {
            open.push(name);
        }
    }
    for piece in text.split('&').skip(1) {
        if !["amp;", "lt;", "gt;", "quot;"].iter().any(|entity| piece.starts_with(entity)) {
            return Err(piece.chars().take(20).collect());
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?}")) }
}

pub(crate) fn has_control(text: &str) -> bool {
    text.chars().any(|sign| (sign.is_control() && !matches!(sign, '\n' | '\t' | '\r')) || sign == '\u{ffff}')
}

/// The text of every part of a workbook, taken out by the heads in front of them.
pub(crate) fn parts(workbook: &[u8]) -> Vec<(String, String)> {
    let four = |at: usize| u32::from_le_bytes(workbook[at..at + 4].try_into().expect("four bytes")) as usize;
    let two = |at: usize| usize::from(u16::from_le_bytes(workbook[at..at + 2].try_into().expect("two bytes")));
    let (mut at, mut parts) = (0, Vec::new());
    while four(at) == 0x0403_4b50 {
        let (size, name) = (four(at + 18), two(at + 26));
        let start = at + 30 + name;
        assert_eq!((two(at + 8), four(at + 22)), (0, size), "stored as it is");
        let name = String::from_utf8(workbook[at + 30..start].to_vec()).expect("a name");
        parts.push((name, String::from_utf8(workbook[start..start + size].to_vec()).expect("UTF-8")));
        at = start + size;
    }
    parts
}
