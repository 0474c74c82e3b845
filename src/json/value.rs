//! Results as JSON knows them: whole numbers, texts, flags, lists and objects.
//!
//! Every result says itself as one [`Value`], and everything that leaves is made from that: canonical text, what
//! JavaScript gets, and what serde gets. The tree in between keeps all of it out of the types: WebAssembly pays for each
//! type that a serializer meets, and once only for a tree.
//!
//! Objects are written in the order in which their members were added. Results are declared with [`json_object!`], which
//! refuses to compile in any other than canonical order, so that nothing is sorted here.

use super::writer::{plain_length, push_integer, push_string};
use crate::score_range::ScoreRange;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// A result, or a part of one.
pub(crate) enum Value<'a> {
    Null,
    Flag(bool),
    Number(i32),
    Text(&'a str),
    List(Vec<Value<'a>>),
    Object(ObjectWriter<'a>),
}

/// What can be said in JSON.
pub(crate) trait Json {
    /// It, as JSON knows it.
    fn json(&self) -> Value<'_>;
}

/// The members of an object.
#[derive(Default)]
pub(crate) struct ObjectWriter<'a>(Vec<(&'static str, Value<'a>)>);

impl<'a> ObjectWriter<'a> {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a member. Not generic, so that a member costs one call.
    pub(crate) fn field(&mut self, key: &'static str, value: &'a dyn Json) {
        self.value(key, value.json());
    }

    /// Adds a member that is computed first.
    #[inline(never)]
    pub(crate) fn value(&mut self, key: &'static str, value: Value<'a>) {
        self.0.push((key, value));
    }
}

/// A list of what each item says.
pub(crate) fn list<T: Json>(items: &[T]) -> Value<'_> {
    let mut values = Vec::new();
    for item in items {
        values.push(item.json());
    }
    Value::List(values)
}

impl Value<'_> {
    /// The canonical text.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        push(&mut out, self);
        out
    }
}

/// The canonical text of a result.
pub(crate) fn text(value: &dyn Json) -> String {
    value.json().text()
}

fn push(out: &mut String, value: &Value<'_>) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => {
            if *number < 0 {
                out.push('-');
            }
            push_integer(out, u64::from(number.unsigned_abs()));
        }
        Value::Text(text) => push_string(out, text),
        Value::List(values) => {
            let mut before = '[';
            for value in values {
                out.push(before);
                before = ',';
                push(out, value);
            }
            out.push_str(if values.is_empty() { "[]" } else { "]" });
        }
        Value::Object(ObjectWriter(members)) => {
            let mut before = "{\"";
            for (key, value) in members {
                // A key is a name of ours, in which nothing is escaped.
                debug_assert!(plain_length(key.as_bytes()) == key.len(), "{key}");
                out.push_str(before);
                before = ",\"";
                out.push_str(key);
                out.push_str("\":");
                push(out, value);
            }
            out.push_str(if members.is_empty() { "{}" } else { "}" });
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serializer.serialize_i32(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(value)?;
                }
                list.end()
            }
            Self::Object(ObjectWriter(members)) => {
                let mut object = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    object.serialize_entry(key, value)?;
                }
                object.end()
            }
        }
    }
}

/// Says a struct as an object, to JSON and to serde. Each line is a member, in canonical order of the keys, which the
/// compiler checks: a field by its name, a field `as` another key, or a key with what it is made of.
///
/// ```text
/// json_object! {
///     Months { and_more as "andMore", from, to }
///     SectionScore { high = |it| high(it.score), id }
/// }
/// ```
macro_rules! json_object {
    ($($name:ty { $($member:ident $(as $key:literal)? $(= $value:expr)?),+ $(,)? })+) => {
        $(
            const _: () = assert!(
                $crate::json::is_canonical_order(&[$($crate::json::json_object!(@key $member $($key)?)),+]),
                "the members stand in the order of their keys"
            );

            impl $crate::json::Json for $name {
                fn json(&self) -> $crate::json::Value<'_> {
                    let mut object = $crate::json::ObjectWriter::new();
                    $($crate::json::json_object!(
                        @member object self $member ($crate::json::json_object!(@key $member $($key)?)) $($value)?
                    );)+
                    $crate::json::Value::Object(object)
                }
            }

            $crate::json::serialize_as_json!($name);
        )+
    };
    (@key $member:ident) => { stringify!($member) };
    (@key $member:ident $key:literal) => { $key };
    (@member $object:ident $self:ident $member:ident ($key:expr)) => { $object.field($key, &$self.$member) };
    (@member $object:ident $self:ident $member:ident ($key:expr) $value:expr) => {{
        let value: fn(&Self) -> $crate::json::Value<'_> = $value;
        $object.value($key, value($self));
    }};
}
pub(crate) use json_object;

/// Whether keys of ASCII stand in the order of RFC 8785, each once.
pub(crate) const fn is_canonical_order(keys: &[&str]) -> bool {
    let mut rest = keys;
    while let [first, others @ ..] = rest {
        if let [second, ..] = others
            && !is_before(first.as_bytes(), second.as_bytes())
        {
            return false;
        }
        rest = others;
    }
    true
}

const fn is_before(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other) {
        if *a != *b {
            return *a < *b;
        }
        (one, other) = (one_rest, other_rest);
    }
    one.len() < other.len()
}

/// Lets serde write what can be said in JSON.
macro_rules! serialize_as_json {
    ($($name:ty),+ $(,)?) => {
        $(impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                $crate::json::Json::json(self).serialize(serializer)
            }
        })+
    };
}
pub(crate) use serialize_as_json;

/// Names of variants in JSON: what `as_str` says.
macro_rules! json_by_name {
    ($($name:ty),+ $(,)?) => {
        $(impl $crate::json::Json for $name {
            fn json(&self) -> $crate::json::Value<'_> {
                $crate::json::Value::Text(self.as_str())
            }
        })+
        $crate::json::serialize_as_json!($($name),+);
    };
}
pub(crate) use json_by_name;

// Here, so that `score_range` knows nobody.
json_object! {
    ScoreRange { high = |it| Value::Number(i32::from(it.high())), low = |it| Value::Number(i32::from(it.low())) }
}

impl Json for bool {
    fn json(&self) -> Value<'_> {
        Value::Flag(*self)
    }
}

impl Json for u8 {
    fn json(&self) -> Value<'_> {
        Value::Number(i32::from(*self))
    }
}

impl Json for u16 {
    fn json(&self) -> Value<'_> {
        Value::Number(i32::from(*self))
    }
}

impl Json for u32 {
    fn json(&self) -> Value<'_> {
        // The largest number in a result is a headcount, and that ends far below.
        Value::Number(i32::try_from(*self).unwrap_or(i32::MAX))
    }
}

impl Json for i32 {
    fn json(&self) -> Value<'_> {
        Value::Number(*self)
    }
}

impl Json for &str {
    fn json(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl Json for String {
    fn json(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl<T: Json> Json for Option<T> {
    fn json(&self) -> Value<'_> {
        match self {
            Some(value) => value.json(),
            None => Value::Null,
        }
    }
}

impl<T: Json> Json for Vec<T> {
    fn json(&self) -> Value<'_> {
        list(self)
    }
}

impl<T: Json> Json for &[T] {
    fn json(&self) -> Value<'_> {
        list(self)
    }
}

impl<T: Json, const N: usize> Json for [T; N] {
    fn json(&self) -> Value<'_> {
        list(self)
    }
}

#[cfg(test)]
mod tests {
    use super::is_canonical_order;

    #[test]
    fn keys_stand_in_order_and_once() {
        assert!(is_canonical_order(&[]) && is_canonical_order(&["a"]) && is_canonical_order(&["a", "aB", "b"]));
        assert!(
            !is_canonical_order(&["b", "a"]) && !is_canonical_order(&["a", "a"]) && !is_canonical_order(&["ab", "a"])
        );
    }
}
