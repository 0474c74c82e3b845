//! JSON for people and tools to read, indented by two, its members in the order in which they are written.

use crate::json::string;

/// An object that is being written.
pub(super) struct Object<'w> {
    out: &'w mut String,
    depth: usize,
    is_empty: bool,
}

/// A list that is being written.
pub(super) struct List<'w> {
    out: &'w mut String,
    depth: usize,
    is_empty: bool,
}

/// A text of one object with one member, which is an object.
pub(super) fn document(root: &str, body: impl FnOnce(&mut Object<'_>)) -> String {
    let mut out = String::new();
    object(&mut out, 0, |it| it.object(root, body));
    out.push('\n');
    out
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

fn object(out: &mut String, depth: usize, body: impl FnOnce(&mut Object<'_>)) {
    out.push('{');
    let mut it = Object { out, depth: depth.saturating_add(1), is_empty: true };
    body(&mut it);
    if !it.is_empty {
        line(out, depth);
    }
    out.push('}');
}

impl Object<'_> {
    #[inline(never)]
    fn key(&mut self, key: &str) {
        if !self.is_empty {
            self.out.push(',');
        }
        self.is_empty = false;
        line(self.out, self.depth);
        self.out.push_str(&string(key));
        self.out.push_str(": ");
    }

    #[inline(never)]
    pub(super) fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.out.push_str(&string(value));
    }

    pub(super) fn object(&mut self, key: &str, body: impl FnOnce(&mut Object<'_>)) {
        self.key(key);
        object(self.out, self.depth, body);
    }

    pub(super) fn list(&mut self, key: &str, body: impl FnOnce(&mut List<'_>)) {
        self.key(key);
        self.out.push('[');
        let mut it = List { out: self.out, depth: self.depth.saturating_add(1), is_empty: true };
        body(&mut it);
        if !it.is_empty {
            line(self.out, self.depth);
        }
        self.out.push(']');
    }
}

impl List<'_> {
    #[inline(never)]
    fn place(&mut self) {
        if !self.is_empty {
            self.out.push(',');
        }
        self.is_empty = false;
        line(self.out, self.depth);
    }

    pub(super) fn text(&mut self, value: &str) {
        self.place();
        self.out.push_str(&string(value));
    }

    pub(super) fn object(&mut self, body: impl FnOnce(&mut Object<'_>)) {
        self.place();
        object(self.out, self.depth, body);
    }
}
