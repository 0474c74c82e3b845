//! Evidence as cells hold it: a line for each, `label <address>`, an address, or a label.

use crate::assessment::{EvidenceLink, evidence_lines, is_address};
use crate::order::Index;
use crate::text::clean;

/// Whether it can be an address, which in angle brackets may hold white space.
fn is_link(text: &str) -> bool {
    !text.is_empty() && is_address(text)
}

/// The links that a cell names. What is no safe address stays a label.
pub(crate) fn links(cell: &str) -> Vec<EvidenceLink> {
    let mut found = Vec::new();
    for line in cell.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        let parts = line.strip_suffix('>').and_then(|rest| rest.rsplit_once('<'));
        found.push(match parts {
            Some((label, href)) if is_link(href) => EvidenceLink::new(label.trim(), href),
            _ if is_link(line) && !line.contains(char::is_whitespace) => EvidenceLink::new("", line),
            _ => EvidenceLink::new(line, ""),
        });
    }
    found
}

/// The line that a link is written as; links with the same line are one.
pub(crate) fn line(link: &EvidenceLink) -> String {
    clean(&evidence_lines(std::iter::once(link)))
}

/// The links of a cell of our own. A line that stands for a link that is there already stands for all of it: what a line
/// has no place for, and what a newer version has written beside it.
pub(super) fn returned(cell: &str, before: &[EvidenceLink]) -> Vec<EvidenceLink> {
    // Of links that say the same the first counts.
    let mut known = Index::default();
    for (place, link) in before.iter().enumerate() {
        known.place(line(link), place);
    }
    let mut links = links(cell);
    for link in &mut links {
        if let Some(known) = known.get(&line(link)).and_then(|place| before.get(place)) {
            *link = known.clone();
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::links;
    use crate::assessment::evidence_lines;

    #[test]
    fn links_are_read_as_they_are_written() {
        let cell = "Policy <https://example.com/p r>\nhttps://example.com/q\nhttps://example.com/ s\nPaper\nX <javascript:alert(1)>\n<a> b";
        let found = links(cell);
        let parts: Vec<(&str, &str)> = found.iter().map(|link| (link.label.as_str(), link.href.as_str())).collect();
        assert_eq!(
            parts,
            [
                ("Policy", "https://example.com/p r"),
                ("", "https://example.com/q"),
                ("https://example.com/ s", ""),
                ("Paper", ""),
                ("X <javascript:alert(1)>", ""),
                ("<a> b", ""),
            ]
        );
        assert_eq!(evidence_lines(&found), cell);
    }
}
