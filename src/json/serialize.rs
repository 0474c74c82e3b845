//! Canonical text of our own results: whole numbers, texts, lists and structs. A struct declares its fields in canonical
//! order, so nothing is sorted here; a test holds the results to RFC 8785.

use super::writer::{push_integer, push_string};
use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};
use std::fmt;

/// The text of a result; null for what results do not hold: floats, bytes, maps, variants with data.
pub(crate) fn text(value: &impl Serialize) -> String {
    let mut out = String::new();
    match value.serialize(Writer { out: &mut out }) {
        Ok(()) => out,
        Err(NoSuchResult) => String::from("null"),
    }
}

/// What no result of ours holds.
#[derive(Debug)]
pub(super) struct NoSuchResult;

impl fmt::Display for NoSuchResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no result holds this")
    }
}

impl std::error::Error for NoSuchResult {}

impl serde::ser::Error for NoSuchResult {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Done = Result<(), NoSuchResult>;

struct Writer<'a> {
    out: &'a mut String,
}

/// Items of a list, or members of an object.
pub(super) struct Items<'a> {
    out: &'a mut String,
    separator: &'static str,
    end: char,
}

impl Items<'_> {
    fn next<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.out.push_str(self.separator);
        self.separator = ",";
        value.serialize(Writer { out: self.out })
    }

    fn finish(self) -> Done {
        self.out.push(self.end);
        Ok(())
    }
}

impl<'a> Writer<'a> {
    fn items(self, start: char, end: char) -> Items<'a> {
        self.out.push(start);
        Items { out: self.out, separator: "", end }
    }

    fn signed(self, value: i64) -> Done {
        if value < 0 {
            self.out.push('-');
        }
        push_integer(self.out, value.unsigned_abs());
        Ok(())
    }
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = NoSuchResult;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeStruct = Items<'a>;
    type SerializeTupleStruct = Impossible<(), NoSuchResult>;
    type SerializeTupleVariant = Impossible<(), NoSuchResult>;
    type SerializeMap = Impossible<(), NoSuchResult>;
    type SerializeStructVariant = Impossible<(), NoSuchResult>;

    fn serialize_bool(self, value: bool) -> Done {
        self.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Done {
        self.signed(value.into())
    }

    fn serialize_i16(self, value: i16) -> Done {
        self.signed(value.into())
    }

    fn serialize_i32(self, value: i32) -> Done {
        self.signed(value.into())
    }

    fn serialize_i64(self, value: i64) -> Done {
        self.signed(value)
    }

    fn serialize_u8(self, value: u8) -> Done {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Done {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Done {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Done {
        push_integer(self.out, value);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Done {
        Err(NoSuchResult)
    }

    fn serialize_f64(self, _: f64) -> Done {
        Err(NoSuchResult)
    }

    fn serialize_char(self, _: char) -> Done {
        Err(NoSuchResult)
    }

    fn serialize_str(self, value: &str) -> Done {
        push_string(self.out, value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Done {
        Err(NoSuchResult)
    }

    fn serialize_none(self) -> Done {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Done {
        Err(NoSuchResult)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, NoSuchResult> {
        Ok(self.items('[', ']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'a>, NoSuchResult> {
        Ok(self.items('[', ']'))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, NoSuchResult> {
        Err(NoSuchResult)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NoSuchResult> {
        Err(NoSuchResult)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, NoSuchResult> {
        Err(NoSuchResult)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, NoSuchResult> {
        Ok(self.items('{', '}'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NoSuchResult> {
        Err(NoSuchResult)
    }
}

impl SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = NoSuchResult;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.next(value)
    }

    fn end(self) -> Done {
        self.finish()
    }
}

impl SerializeTuple for Items<'_> {
    type Ok = ();
    type Error = NoSuchResult;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.next(value)
    }

    fn end(self) -> Done {
        self.finish()
    }
}

impl SerializeStruct for Items<'_> {
    type Ok = ();
    type Error = NoSuchResult;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Done {
        self.out.push_str(self.separator);
        push_string(self.out, key);
        self.separator = ":";
        self.next(value)
    }

    fn end(self) -> Done {
        self.finish()
    }
}
