//! Values as a whole, whatever they hold: passed over, or kept as canonical text.

use super::{Kind, Reader, Result};
use crate::json::{Array, Members, Object, string};
use std::borrow::Cow;

impl Reader<'_> {
    /// Reads any value and keeps nothing of it.
    pub(crate) fn skip(&mut self) -> Result<()> {
        match self.kind() {
            Kind::Object => self.object(&mut |reader, _| reader.skip()),
            Kind::Array => self.array(&mut |reader| reader.skip()),
            Kind::Text => self.quoted().map(drop),
            Kind::Number => self.number().map(drop),
            Kind::Other => self.literal().map(drop),
        }
    }

    /// Reads any value and gives it back as canonical text.
    pub(crate) fn any(&mut self) -> Result<String> {
        self.skip_space();
        let (start, text) = (self.at, self.text);
        self.is_canonical = true;
        self.skip()?;
        if std::mem::take(&mut self.is_canonical) {
            return Ok(String::from(text.get(start..self.at).unwrap_or_default()));
        }
        self.at = start;
        self.rewritten()
    }

    /// The same for a value that is known to be readable and not to be canonical.
    fn rewritten(&mut self) -> Result<String> {
        match self.kind() {
            Kind::Object => {
                let mut object = Object::default();
                self.object(&mut |reader, key| {
                    let value = reader.rewritten()?;
                    object.raw(key, value);
                    Ok(())
                })?;
                Ok(object.finish())
            }
            Kind::Array => {
                let mut array = Array::new();
                self.array(&mut |reader| {
                    array.raw(&reader.rewritten()?);
                    Ok(())
                })?;
                Ok(array.finish())
            }
            Kind::Text => Ok(string(&self.quoted()?)),
            Kind::Number => self.number().map(Cow::into_owned),
            Kind::Other => self.literal().map(String::from),
        }
    }

    /// Keeps a member that this version does not know.
    pub(crate) fn keep(&mut self, key: &str, members: &mut Members) -> Result<()> {
        members.add(key, self.any()?);
        Ok(())
    }
}
