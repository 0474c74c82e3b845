//! Sorting and looking up by text, each compiled once for all types: every type's own copy costs WebAssembly three to five
//! kilobytes. The map is the standard library's; its sort would be more over the line than the twenty lines here.

use std::cmp::Ordering;
use std::collections::BTreeMap;

/// The places from 0 to before `len` in the order that `compare` gives them; equal ones stay as they were.
pub(crate) fn places(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    // Merged from runs of one, two, four and so on.
    let mut width = 1_usize;
    while width < len {
        places = places.chunks(width.saturating_mul(2)).flat_map(|runs| merged(runs, width, compare)).collect();
        width = width.saturating_mul(2);
    }
    places
}

/// Two runs that are in order, the first of this width, as one.
fn merged(runs: &[usize], width: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let (mut one, mut other) = runs.split_at_checked(width).unwrap_or((runs, &[]));
    let mut out = Vec::with_capacity(runs.len());
    while let ([first, rest_of_one @ ..], [second, rest_of_other @ ..]) = (one, other) {
        if compare(*first, *second) == Ordering::Greater {
            out.push(*second);
            other = rest_of_other;
        } else {
            out.push(*first);
            one = rest_of_one;
        }
    }
    out.extend_from_slice(one);
    out.extend_from_slice(other);
    out
}

/// What `Vec::sort_by` does.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let order = places(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut rest: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    for place in order {
        items.extend(rest.get_mut(place).and_then(Option::take));
    }
}

/// Texts with the place that each has in a list.
#[derive(Debug, Default)]
pub(crate) struct Index(BTreeMap<String, usize>);

impl Index {
    /// The place of a text.
    pub(crate) fn get(&self, text: &str) -> Option<usize> {
        self.0.get(text).copied()
    }

    /// The place of a text: `place` unless it had one before.
    pub(crate) fn place(&mut self, text: String, place: usize) -> usize {
        *self.0.entry(text).or_insert(place)
    }
}

#[cfg(test)]
mod tests {
    use super::{Index, sort_by};
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_library_does(pairs in vec((0_u8..20, any::<u16>()), 0..300)) {
            let (mut ours, mut theirs) = (pairs.clone(), pairs);
            sort_by(&mut ours, &|one, other| one.0.cmp(&other.0));
            theirs.sort_by_key(|pair| pair.0);
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn the_first_place_of_a_text_stays() {
        let mut index = Index::default();
        assert_eq!((index.place("a".into(), 4), index.place("a".into(), 5)), (4, 4));
        assert_eq!((index.get("a"), index.get("b")), (Some(4), None));
    }
}
