//! No two statements ask the same.

use super::{BOTH, none, of_field, words};
use std::collections::BTreeSet;

const FILLERS: [&str; 40] = [
    "a", "an", "and", "are", "as", "at", "by", "do", "does", "extent", "far", "for", "from", "has", "have", "how",
    "in", "into", "is", "it", "its", "of", "on", "or", "our", "so", "than", "that", "the", "their", "them", "they",
    "to", "well", "what", "when", "which", "who", "with", "your",
];

fn telling_words(text: &str) -> BTreeSet<String> {
    words(text).map(str::to_lowercase).filter(|word| !FILLERS.contains(&word.as_str())).collect()
}

/// Shared words of all words, in percent.
fn likeness(a: &BTreeSet<String>, b: &BTreeSet<String>) -> usize {
    100 * a.intersection(b).count() / a.union(b).count().max(1)
}

/// Shared words, of all telling words of both, from which on two statements count as alike.
const ALIKE_PERCENT: usize = 40;

#[test]
fn no_two_statements_of_an_edition_are_alike() {
    for edition in BOTH {
        for field in ["statement", "area statement"] {
            let pieces: Vec<_> = of_field(field).filter(|piece| piece.edition == Some(edition)).collect();
            let mut pairs = Vec::new();
            for (index, left) in pieces.iter().enumerate() {
                for right in pieces.iter().skip(index + 1) {
                    let percent = likeness(&telling_words(left.text), &telling_words(right.text));
                    pairs.push((percent, format!("{} and {}", left.owner, right.owner)));
                }
            }
            pairs.sort();
            println!("{} {field}: most alike are {:?}", edition.year(), pairs.iter().rev().take(3).collect::<Vec<_>>());
            pairs.retain(|(percent, _)| *percent >= ALIKE_PERCENT);
            none("alike", pairs.into_iter().map(|(percent, pair)| format!("{pair}: {percent} %")));
        }
    }
}
