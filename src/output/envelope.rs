//! The result envelope: an assessment with its report, sealed so that a receiver can recompute it.
//!
//! A score that reaches somebody else is a claim. [`verify`] takes nothing from it but the answers, computes everything
//! again, and says where the claim differs. The seal is a checksum, not a signature: it finds damage, not forgery.

use super::sha256::sha256;
use crate::assessment::Assessment;
use crate::error::{ErrorCode, ReadinessError};
use crate::json::{Kind, MAX_BYTES, Object, Reader, json_object, push_integer, string};
use crate::scoring::{METHOD, Report};

/// What the member `format` of an envelope says.
pub const FORMAT: &str = "iso27001-readiness/result";
/// The major version of the envelope that is written and read.
pub const VERSION: u32 = 1;
/// The largest envelope that is read, in bytes: an assessment of any size with its report.
pub const MAX_ENVELOPE: usize = MAX_BYTES + 256 * 1024;
/// Name and version of what computed an envelope.
pub const ENGINE: &str = concat!("iso27001-readiness ", env!("CARGO_PKG_VERSION"));

/// Where a claim differs from what was computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The JSON path in the envelope.
    pub path: String,
    /// The JSON text that was claimed; empty if the envelope holds nothing there.
    pub claimed: String,
    /// The JSON text that was computed; empty if nothing belongs there.
    pub computed: String,
}

json_object! {
    Difference { claimed, computed, path }
}

/// The envelope of an assessment: canonical JSON (RFC 8785).
pub fn seal(assessment: &Assessment) -> String {
    let mut envelope = Object::default();
    for (key, value) in computed(assessment) {
        envelope.raw(key, value);
    }
    envelope.text("engine", ENGINE);
    envelope.raw("assessment", assessment.to_json());
    let checksum = sha256(&envelope.finish());
    envelope.text("sha256", &checksum);
    envelope.finish()
}

/// What an envelope says besides the answers, the engine and the seal.
fn computed(assessment: &Assessment) -> [(&'static str, String); 5] {
    let edition = assessment.edition();
    let mut version = String::new();
    push_integer(&mut version, u64::from(VERSION));
    let mut catalog = Object::default();
    catalog.text("edition", edition.year());
    catalog.text("sha256", super::catalog_json::digest(edition));
    [
        ("catalog", catalog.finish()),
        ("format", string(FORMAT)),
        ("method", string(METHOD)),
        ("report", Report::of(assessment).to_json()),
        ("version", version),
    ]
}

/// Recomputes an envelope from its answers: the differences, none if every figure is right and the seal holds.
///
/// The engine may be another version: the figures decide.
///
/// # Errors
/// If the text is not JSON, is not an envelope, or holds an assessment that cannot be read; the subject is the path.
pub fn verify(text: &str) -> Result<Vec<Difference>, ReadinessError> {
    let mut rest = Object::default();
    let mut seal = None;
    let mut reader = Reader::up_to(MAX_ENVELOPE, "the result is larger than 2.25 MiB", text)?;
    reader.object(&mut |r, key| {
        let value = r.any()?;
        if key == "sha256" {
            seal = Some(value);
        } else {
            rest.raw(key, value);
        }
        Ok(())
    })?;
    reader.end()?;
    if rest.get("format") != Some(string(FORMAT).as_str()) {
        return Err(ReadinessError::new(ErrorCode::WrongFormat, "$.format", "expected \"iso27001-readiness/result\""));
    }
    let Some(assessment) = rest.get("assessment") else {
        return Err(ReadinessError::new(ErrorCode::MissingKey, "$.assessment", "expected an assessment"));
    };
    let assessment = Assessment::parse(assessment)?;

    let mut differences = Vec::new();
    for (key, value) in computed(&assessment) {
        let mut path = String::from("$.");
        path.push_str(key);
        compare(&path, rest.get(key).unwrap_or_default(), &value, &mut differences)?;
    }
    compare("$.sha256", &seal.unwrap_or_default(), &string(&sha256(&rest.finish())), &mut differences)?;
    Ok(differences)
}

/// Adds the leaves in which two canonical texts differ.
fn compare(path: &str, claimed: &str, computed: &str, found: &mut Vec<Difference>) -> Result<(), ReadinessError> {
    if claimed == computed {
        return Ok(());
    }
    let (mut claimed, mut computed) = (leaves(path, claimed)?, leaves(path, computed)?);
    for (path, value) in claimed.iter() {
        let other = computed.get(path).unwrap_or_default();
        if value != other {
            found.push(Difference { path: path.clone(), claimed: value.clone(), computed: String::from(other) });
        }
    }
    for (path, value) in computed.iter() {
        if claimed.get(path).is_none() {
            found.push(Difference { path: path.clone(), claimed: String::new(), computed: value.clone() });
        }
    }
    Ok(())
}

/// The scalars of a canonical text, and its empty objects and arrays, with their paths.
fn leaves(path: &str, text: &str) -> Result<Object, ReadinessError> {
    let mut out = Object::default();
    if !text.is_empty() {
        walk(&mut Reader::new(text)?, path, &mut out)?;
    }
    Ok(out)
}

fn walk(reader: &mut Reader<'_>, prefix: &str, out: &mut Object) -> Result<(), ReadinessError> {
    let mut is_empty = true;
    let empty = match reader.kind() {
        Kind::Object => {
            reader.object(&mut |r, _| {
                is_empty = false;
                walk(r, prefix, out)
            })?;
            "{}"
        }
        Kind::Array => {
            reader.array(&mut |r| {
                is_empty = false;
                walk(r, prefix, out)
            })?;
            "[]"
        }
        _ => {
            let value = reader.any()?;
            out.raw(&reader.path(prefix), value);
            return Ok(());
        }
    };
    if is_empty {
        out.raw(&reader.path(prefix), String::from(empty));
    }
    Ok(())
}
