//! Evidence as cells hold it: a line for each, `label <address>`, an address, or a label.

use crate::assessment::{EvidenceLink, is_address};

/// Whether it can be an address of its own: a known scheme, and no white space.
fn is_link(text: &str) -> bool {
    !text.is_empty() && is_address(text) && !text.contains(char::is_whitespace)
}

/// The links that a cell names. What is no safe address stays a label.
pub(super) fn links(cell: &str) -> Vec<EvidenceLink> {
    let mut found = Vec::new();
    for line in cell.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        let parts = line.strip_suffix('>').and_then(|rest| rest.rsplit_once('<'));
        found.push(match parts {
            Some((label, href)) if is_link(href) => EvidenceLink::new(label.trim(), href),
            _ if is_link(line) => EvidenceLink::new("", line),
            _ => EvidenceLink::new(line, ""),
        });
    }
    found
}

/// What a link says; those that say the same are one.
pub(super) fn key(link: &EvidenceLink) -> (&str, &str) {
    (&link.label, &link.href)
}

#[cfg(test)]
mod tests {
    use super::links;
    use crate::assessment::evidence_lines;

    #[test]
    fn links_are_read_as_they_are_written() {
        let cell = "Policy <https://example.com/p>\nhttps://example.com/q\nPaper\nX <javascript:alert(1)>\n<a> b";
        let found = links(cell);
        let parts: Vec<(&str, &str)> = found.iter().map(|link| (link.label.as_str(), link.href.as_str())).collect();
        assert_eq!(
            parts,
            [
                ("Policy", "https://example.com/p"),
                ("", "https://example.com/q"),
                ("Paper", ""),
                ("X <javascript:alert(1)>", ""),
                ("<a> b", ""),
            ]
        );
        assert_eq!(evidence_lines(&found), cell);
    }
}
