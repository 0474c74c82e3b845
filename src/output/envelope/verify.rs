//! Recomputes an envelope from its answers.

use super::differences::{Difference, Differences, Path};
use super::{Binding, FORMAT, MAX_ENVELOPE, computed};
use crate::assessment::Assessment;
use crate::error::{ErrorCode, ReadinessError};
use crate::json::{Kind, MAX_DEPTH, Object, Reader, TextSet, Value, json_object, push_key, string};
use crate::output::sha256::sha256;
use crate::scoring::{METHOD, Report};
use crate::text::shortened;

/// An assessment that may be held stands one level further down in an envelope.
const DEEPEST: usize = MAX_DEPTH + 1;

type Result<T> = std::result::Result<T, ReadinessError>;

/// What recomputing an envelope gave.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verification {
    /// The answers that were sent, to compute further from.
    pub assessment: Assessment,
    /// For which request the result was made, if for one. Whether it is yours, and new, only you can know.
    pub binding: Option<Binding>,
    /// Where the claim differs, at most [`MAX_DIFFERENCES`](super::MAX_DIFFERENCES) places.
    pub differences: Vec<Difference>,
    /// How many further places differ.
    pub more: u32,
    /// The report that follows from the answers. Use this one, never the claimed one.
    pub report: Report,
    /// The JSON paths of what nothing was computed from: names, times, notes, evidence, snapshots, provenance, members
    /// that this version does not know, and titles in the report that are not those of this version and language. Whoever
    /// sealed the envelope could write there what they liked. The answers themselves are what the sender says of themselves.
    pub unverified: Vec<String>,
}

json_object! {
    Verification {
        binding, differences, more, ok = |it| Value::Flag(it.is_ok()), report, unverified,
    }
}

impl Verification {
    /// Whether every figure is the one that the answers give, and the seal holds.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.differences.is_empty()
    }
}

/// Recomputes an envelope from its answers, as its published schema describes it. A member that does not belong in it, or
/// in its report, is a difference.
///
/// The engine may be another version, or speak another language: the figures decide. A title in other words is no
/// difference, and stands among what is not verified.
///
/// # Errors
/// If the text is not JSON, is not an envelope of this version and method, or holds an assessment that cannot be read or
/// has times that are none; the subject is the path.
///
/// ```
/// use iso27001_readiness::{assessment::Assessment, catalog::Edition, output::envelope::{seal, verify}};
///
/// let envelope = seal(&Assessment::example(Edition::E2022)?);
/// assert!(verify(&envelope)?.is_ok());
///
/// let forged = envelope.replacen("\"state\":\"not-ready\"", "\"state\":\"ready\"", 1);
/// let found = verify(&forged)?;
/// assert_eq!(found.differences[0].computed, "\"not-ready\"");
/// # Ok::<(), iso27001_readiness::ReadinessError>(())
/// ```
pub fn verify(text: &str) -> Result<Verification> {
    let mut rest = Object::default();
    let mut seal = None;
    let mut is_signed = false;
    let mut differences = Differences::default();
    let mut reader = Reader::up_to(MAX_ENVELOPE, DEEPEST, words!("error.result.large"), text)?;
    reader.object(&mut |r, key| {
        // Over everything else, the seal included; whose it is takes the platform's cryptography to say.
        if key == "signature" {
            is_signed = true;
            return r.text().map(drop);
        }
        let value = r.any()?;
        if key == "sha256" {
            seal = Some(value);
            return Ok(());
        }
        if !matches!(key, "assessment" | "binding" | "catalog" | "engine" | "format" | "method" | "report" | "version")
        {
            differences.add(&Path::of(&string(key)), &value, "");
        }
        rest.raw(key, value);
        Ok(())
    })?;
    reader.end()?;
    check_header(&rest)?;
    let Some(assessment) = rest.get("assessment") else {
        return Err(ReadinessError::new(ErrorCode::MissingKey, "$.assessment", words!("error.assessment")));
    };
    let mut unverified = unverified(assessment)?;
    if is_signed {
        unverified.push(String::from("$.signature"));
    }
    let mut assessment = Assessment::parse(assessment).map_err(|error| error.below("$.assessment"))?;
    let mut bad_time = None;
    assessment.visit_bad_times(&mut |_, path| {
        bad_time.get_or_insert(path);
    });
    if let Some(path) = bad_time {
        let expected = words!("error.time");
        return Err(ReadinessError::new(ErrorCode::BadDate, &path, expected).below("$.assessment"));
    }
    let binding = rest.get("binding").map(|text| binding(text, &mut differences)).transpose()?;

    let report = Report::of(&assessment);
    for (key, value) in computed(&assessment, &report) {
        differences.compare(&Path::of(&string(key)), rest.get(key).unwrap_or_default(), &value);
    }
    let checksum = string(&sha256(&rest.finish()));
    differences.compare(&Path::of("\"sha256\""), &seal.unwrap_or_default(), &checksum);
    let Differences { list, more, titles } = differences;
    unverified.extend(titles);
    Ok(Verification { assessment, binding, differences: list, more, report, unverified })
}

/// Refuses what is no envelope, or one that was computed by another method.
fn check_header(envelope: &Object) -> Result<()> {
    let refuse = |code, path: &str, expected: &'static str| Err(ReadinessError::new(code, path, expected));
    if envelope.get("format") != Some(string(FORMAT).as_str()) {
        return refuse(ErrorCode::WrongFormat, "$.format", "expected \"iso27001-readiness/result\"");
    }
    match envelope.get("version") {
        None | Some("1") => {}
        Some(version) if !version.starts_with(['-', '"', '[', '{', '0', 'n', 't', 'f']) => {
            let newer = words!("error.result.newer");
            return refuse(ErrorCode::NewerVersion, "$.version", newer);
        }
        Some(_) => {}
    }
    for (key, path) in [("engine", "$.engine"), ("method", "$.method")] {
        match envelope.get(key) {
            None => {
                return refuse(ErrorCode::MissingKey, path, words!("error.result.engine"));
            }
            Some(text) if !text.starts_with('"') || text == "\"\"" => {
                return refuse(ErrorCode::WrongType, path, words!("error.result.engine"));
            }
            Some(_) => {}
        }
    }
    if envelope.get("method") != Some(string(METHOD).as_str()) {
        return refuse(ErrorCode::OtherMethod, "$.method", words!("error.result.method"));
    }
    Ok(())
}

fn binding(text: &str, differences: &mut Differences) -> Result<Binding> {
    let (mut nonce, mut audience) = (None, None);
    Reader::up_to(MAX_ENVELOPE, DEEPEST, words!("error.result.large"), text)?
        .object(&mut |r, key| {
            match key {
                "nonce" => nonce = Some(r.text()?),
                "audience" => audience = Some(r.text()?),
                _ => {
                    let value = r.any()?;
                    differences.add(&Path::below(&Path::of("\"binding\""), &string(key)), &value, "");
                }
            }
            Ok(())
        })
        .map_err(|error| error.below("$.binding"))?;
    match (nonce, audience) {
        (Some(nonce), Some(audience)) => Ok(Binding { audience, nonce }),
        _ => Err(ReadinessError::new(ErrorCode::MissingKey, "$.binding", words!("error.binding"))),
    }
}

/// The most paths that are listed.
const MAX_UNVERIFIED: usize = 100;

/// The paths of what no figure follows from; `[*]` stands for every requirement, area or document that has it.
fn unverified(assessment: &str) -> Result<Vec<String>> {
    let mut paths = vec![String::from("$.engine")];
    let mut seen = TextSet::default();
    let mut reader = Reader::new(assessment)?;
    if reader.kind() != Kind::Object {
        return Ok(paths);
    }
    let mut add = |path: String| {
        if paths.len() < MAX_UNVERIFIED && seen.insert(&path) {
            paths.push(shortened(&path, 200));
        }
    };
    reader.object(&mut |r, key| {
        let mut path = String::from("$.assessment");
        push_key(&mut path, key);
        match key {
            "format" | "version" | "edition" | "target" => {}
            "requirements" | "areas" | "documents" if r.kind() == Kind::Object => {
                return r.object(&mut |r, _| {
                    if r.kind() != Kind::Object {
                        return r.skip();
                    }
                    r.object(&mut |r, member| {
                        if !matches!(member, "answer" | "status") {
                            let mut path = path.clone();
                            path.push_str("[*]");
                            push_key(&mut path, member);
                            add(path);
                        }
                        r.skip()
                    })
                });
            }
            _ => add(path),
        }
        r.skip()
    })?;
    Ok(paths)
}
