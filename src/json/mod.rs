//! Strict reading and canonical writing of JSON.
//!
//! A file that somebody opens may be damaged, hostile or written by a newer version. The reader walks the text once and
//! hands each member to typed code; it builds no value tree. What that code does not know is kept as canonical text, so
//! that it can be written back. Refused by name, with the JSON path: duplicate keys, lone surrogates, numbers out of
//! range, nesting over [`MAX_DEPTH`], text over [`MAX_BYTES`].
//!
//! Writing follows RFC 8785 (JSON Canonicalization Scheme): no white space, members in the order of their UTF-16 code
//! units, the shortest escapes.
//!
//! No library was found that does all of this: serde's derive ignores unknown members or buffers them in a tree, lets
//! the last of two duplicate keys win in maps, and reports lines where a person needs the path.

mod double;
mod number;
mod reader;
mod value;
mod writer;

pub(crate) use reader::{Kind, Reader, Text, push_key, push_quoted_key};
pub(crate) use value::{
    Json, ObjectWriter, Value, is_canonical_order, json_by_name, json_object, list, serialize_as_json, text,
};
pub(crate) use writer::{Array, Members, Object, TextSet, push_integer, string};

/// The largest text that is read, in bytes: 2 MiB.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// How deep objects and arrays may nest.
pub const MAX_DEPTH: usize = 32;
/// The longest text field, in characters (Unicode scalar values).
pub const MAX_TEXT: usize = 10_000;
