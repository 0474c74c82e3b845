//! Addresses that may be opened, written as strict readers of addresses take them.

use crate::text::is_space;
use crate::text::starts_with_word;

/// An address of http, https or mailto.
pub(super) struct Address {
    /// What a link leads to.
    pub(super) href: String,
    /// Whether it is a URI of RFC 3986; a host in other letters than ASCII makes it none.
    pub(super) is_uri: bool,
}

impl Address {
    /// The address that a text is; none if it is no address, or of another scheme.
    pub(super) fn of(text: &str) -> Option<Self> {
        let text = text.trim_matches(|sign: char| sign <= ' ');
        if text.contains(|sign: char| sign.is_ascii_control()) {
            return None;
        }
        for (word, port) in [("https://", ":443"), ("http://", ":80")] {
            if starts_with_word(text, word) {
                return Self::of_host(word, port, text.get(word.len()..)?);
            }
        }
        if starts_with_word(text, "mailto:") {
            let mut href = String::from("mailto:");
            encode(&mut href, text.get("mailto:".len()..)?, &|_| false);
            return Some(Self { href, is_uri: true });
        }
        None
    }

    fn of_host(scheme: &str, default_port: &str, rest: &str) -> Option<Self> {
        let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(end)?;
        let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
        let host: String =
            host.strip_suffix(default_port).unwrap_or(host).chars().flat_map(char::to_lowercase).collect();
        if !is_host(&host) {
            return None;
        }
        let mut href = String::from(scheme);
        if !user.is_empty() {
            encode(&mut href, user, &|sign| matches!(sign, '[' | ']' | '@'));
            href.push('@');
        }
        href.push_str(&host);
        let (path, query) = path.split_at_checked(path.find(['?', '#']).unwrap_or(path.len()))?;
        if path.is_empty() {
            href.push('/');
        }
        encode(&mut href, &path.replace('\\', "/"), &|sign| matches!(sign, '[' | ']'));
        encode(&mut href, query, &|sign| matches!(sign, '[' | ']' | '\'' | '\\'));
        Some(Self { href, is_uri: host.is_ascii() })
    }
}

/// Letters, figures, hyphens and dots, or an address of version 6 in brackets; perhaps with a port.
fn is_host(text: &str) -> bool {
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    if let Some(rest) = text.strip_prefix('[') {
        let Some((inner, port)) = rest.split_once(']') else { return false };
        return !inner.is_empty()
            && inner.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'))
            && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port));
    }
    let (name, is_right) = match text.split_once(':') {
        Some((name, port)) => (name, is_port(port)),
        None => (text, true),
    };
    is_right && !name.is_empty() && name.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '.' | '_'))
}

/// Writes what RFC 3986 allows in an address as it is, and everything else by its bytes.
fn encode(out: &mut String, text: &str, is_refused: &dyn Fn(char) -> bool) {
    let mut is_fragment = false;
    for (at, sign) in text.char_indices() {
        let is_allowed = match sign {
            '%' => {
                let digits = text.as_bytes().get(at.saturating_add(1)..at.saturating_add(3));
                digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
            }
            // A fragment begins once.
            '#' => !std::mem::replace(&mut is_fragment, true),
            _ => (sign.is_ascii_alphanumeric() || "-._~:/?[]@!$&'()*+,;=".contains(sign)) && !is_refused(sign),
        };
        if is_allowed {
            out.push(sign);
            continue;
        }
        for byte in sign.encode_utf8(&mut [0; 4]).bytes() {
            out.push('%');
            for half in [byte.wrapping_shr(4), byte & 15] {
                out.push(char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
}

/// The address that a line is, or that stands at its end in angle brackets, with the label before it.
pub(super) fn of_line(line: &str) -> (&str, &str, Option<Address>) {
    if let Some((label, inside)) = line.strip_suffix('>').and_then(|line| line.rsplit_once('<'))
        && !inside.is_empty()
        && !inside.contains(|sign: char| sign == '>' || is_space(sign))
    {
        let address = Address::of(inside);
        return if address.is_some() { (label.trim_end_matches(is_space), inside, address) } else { ("", line, None) };
    }
    ("", line, Address::of(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_written_as_strict_readers_take_it() {
        for (text, href) in [
            ("HTTPS://Example.COM", "https://example.com/"),
            ("http://example.com:80/a b?q=\"x\"#y#z", "http://example.com/a%20b?q=%22x%22#y%23z"),
            ("https://u:p@example.com:8443/%41%zz[1]", "https://u:p@example.com:8443/%41%25zz%5B1%5D"),
            ("https://[::1]:80/é", "https://[::1]:80/%C3%A9"),
            ("mailto:a b@example.com", "mailto:a%20b@example.com"),
        ] {
            let address = Address::of(text).expect(text);
            assert_eq!((address.href.as_str(), address.is_uri), (href, true));
        }
        let foreign = Address::of("https://münchen.example/").expect("an address");
        assert_eq!((foreign.href.as_str(), foreign.is_uri), ("https://münchen.example/", false));
        for text in
            ["javascript:alert(1)", "https://", "https:///x", "https://a b/", "x", "", "http://a:99999/", "ftp://x"]
        {
            assert!(Address::of(text).is_none(), "{text}");
        }
    }

    #[test]
    fn an_address_in_angle_brackets_has_a_label() {
        let (label, shown, address) = of_line("Policy <draft> <https://example.com/a>");
        assert_eq!((label, shown, address.is_some()), ("Policy <draft>", "https://example.com/a", true));
        assert_eq!(of_line("Policy <javascript:x>").1, "Policy <javascript:x>");
        assert!(of_line("https://example.com/").2.is_some());
    }
}
