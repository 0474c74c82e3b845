//! The keys of an object: none may stand twice.

use crate::json::TextSet;
use std::borrow::Cow;

/// Finds the keys that stand twice in an object.
#[derive(Default)]
pub(super) struct Seen {
    /// Whether a key came before one that was there already.
    pub(super) is_unordered: bool,
    /// All keys so far, once they are unordered and many.
    many: Option<TextSet>,
}

/// So many keys without an order are compared one by one.
const FEW: usize = 16;

impl Seen {
    /// Whether a key is not among those before.
    pub(super) fn is_new(&mut self, before: &[Cow<'_, str>], key: &str) -> bool {
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
