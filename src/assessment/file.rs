//! The assessment file, version 1: read strictly, written canonically.

use super::validate::{check_exclusion, is_date};
use super::{
    Answer, Assessment, DocumentResponse, DocumentStatus, EvidenceLink, Inclusion, InclusionReason, MAX_HEADCOUNT,
    NO_SUCH_DOCUMENT, Organisation, Response, SizeBudget, Snapshot, Statement, Subject,
};
use crate::catalog::Edition;
use crate::error::{ErrorCode, ReadinessError};
use crate::json::{Array, Kind, Members, Object, Reader, Text, string};
use crate::questionnaire::{Level, Target};
use crate::score_range::{ScoreRange, WHOLE};
use crate::text::contains;

/// What the member `format` of an assessment file says.
pub const FORMAT: &str = "iso27001-readiness/assessment";
/// The major version of the file format that is read and written.
pub const VERSION: u32 = 1;

type Result<T> = std::result::Result<T, ReadinessError>;

impl Assessment {
    /// Reads an assessment file.
    ///
    /// Members that this version does not know are kept and written back. What it knows is read strictly.
    ///
    /// # Errors
    /// The code says what was wrong, the subject is the JSON path of the offending value.
    ///
    /// ```
    /// use iso27001_readiness::assessment::Assessment;
    /// let text = r#"{"edition":"2022","format":"iso27001-readiness/assessment","target":3,"version":1}"#;
    /// assert_eq!(Assessment::parse(text)?.to_json(), text);
    /// # Ok::<(), iso27001_readiness::ReadinessError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self> {
        let edition = head(text)?;
        let mut reader = Reader::new(text)?;
        let mut it = Self::new(edition);
        reader.object(&mut |r, key| {
            let place = match key {
                // Read by `head` already.
                "format" | "version" | "edition" => return r.any().map(drop),
                "target" => {
                    let number = r.integer()?;
                    it.target = number
                        .and_then(Target::new)
                        .ok_or_else(|| r.error(ErrorCode::TargetOutOfRange, "expected a target from 1 to 5"))?;
                    return Ok(());
                }
                "id" => &mut it.id,
                "assessor" => &mut it.assessor,
                "created" => &mut it.created,
                "modified" => &mut it.modified,
                "organisation" => return organisation(r, &mut it.organisation),
                "statement" => return statement(r, &mut it.statement),
                "requirements" => return r.object(&mut |r, id| requirement(r, id, &mut it)),
                "areas" => return r.object(&mut |r, key| area(r, key, &mut it)),
                "documents" => return r.object(&mut |r, key| document(r, key, &mut it)),
                "snapshots" => return r.array(&mut |r| snapshot(r, &mut it.snapshots)),
                _ => return r.keep(key, &mut it.unknown),
            };
            *place = r.text()?;
            Ok(())
        })?;
        reader.end()?;
        it.budget = SizeBudget::of_file(text.len());
        if it.budget.is_none() {
            it.measure("$")?;
        }
        Ok(it)
    }

    /// Reads an assessment file from bytes: UTF-8, with or without a byte order mark.
    ///
    /// # Errors
    /// `not-utf-8` for other encodings, `too-large`; else as [`parse`](Self::parse).
    pub fn parse_bytes(bytes: &[u8]) -> Result<Self> {
        Self::parse(utf8(bytes)?)
    }

    /// The canonical text of the assessment file: RFC 8785, the same assessment gives the same bytes.
    pub fn to_json(&self) -> String {
        let mut file = Object::default();
        file.text("format", FORMAT);
        file.integer("version", VERSION);
        file.text("edition", self.edition.year());
        file.integer("target", u32::from(self.target.number()));
        file.text_if_any("id", &self.id);
        file.raw_if_any("organisation", write_organisation(&self.organisation));
        file.text_if_any("assessor", &self.assessor);
        file.text_if_any("created", &self.created);
        file.text_if_any("modified", &self.modified);
        file.raw_if_any("statement", write_statement(&self.statement));
        let mut requirements = Object::default();
        for (requirement, response) in self.edition.requirements().zip(&self.requirements) {
            requirements.raw_if_any(requirement.id(), write_response(response));
        }
        file.raw_if_any("requirements", requirements.finish());
        let mut areas = Object::default();
        for (area, response) in self.edition.areas().iter().zip(&self.areas) {
            areas.raw_if_any(area.key, write_response(response));
        }
        file.raw_if_any("areas", areas.finish());
        let mut documents = Object::default();
        for (document, response) in self.edition.documents().zip(&self.documents) {
            documents.raw_if_any(document.key, write_document(response));
        }
        file.raw_if_any("documents", documents.finish());
        let mut snapshots = Array::new();
        for snapshot in &self.snapshots {
            snapshots.raw(&write_snapshot(snapshot));
        }
        file.raw_if_any("snapshots", snapshots.finish());
        file.members(&self.unknown);
        file.finish()
    }
}

/// Text from the bytes of a file.
///
/// # Errors
/// `too-large`, `not-utf-8`.
pub fn utf8(bytes: &[u8]) -> Result<&str> {
    let refuse = |code, message: &'static str| Err(ReadinessError::new(code, "$", message));
    if bytes.len() > crate::json::MAX_BYTES {
        return refuse(ErrorCode::TooLarge, "the file is larger than 2 MiB");
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return refuse(ErrorCode::NotUtf8, "the file is UTF-16; save it as UTF-8");
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(_) => refuse(ErrorCode::NotUtf8, "the file is not UTF-8 text"),
    }
}

/// Reads what decides how the rest is read; the edition may stand anywhere in the file.
fn head(text: &str) -> Result<Edition> {
    let mut reader = Reader::new(text)?;
    // Canonical texts; empty if missing.
    let [mut format, mut version, mut edition] = [const { String::new() }; 3];
    let read = reader.object(&mut |r, key| {
        let value = r.any()?;
        match key {
            "format" => format = value,
            "version" => version = value,
            "edition" => edition = value,
            _ => {}
        }
        Ok(())
    });
    let read = read.and_then(|()| reader.end());
    if format == string(FORMAT) && is_newer(&version) {
        // Nothing else of it is ours to judge.
        return Err(ReadinessError::new(
            ErrorCode::NewerVersion,
            "$.version",
            "this file was written by a newer version of this tool: open it there; this one reads version 1",
        ));
    }
    read?;
    if format != string(FORMAT) {
        return Err(refused("$.format", &format, ErrorCode::WrongFormat, "expected \"iso27001-readiness/assessment\""));
    }
    if version != "1" {
        return Err(refused(
            "$.version",
            &version,
            ErrorCode::OutOfRange,
            "expected the version of the file format, 1",
        ));
    }
    let year = edition.strip_prefix('"').and_then(|year| year.strip_suffix('"')).unwrap_or_default();
    Edition::from_year(year)
        .ok_or_else(|| refused("$.edition", &edition, ErrorCode::UnknownEdition, "expected \"2013\" or \"2022\""))
}

/// What is wrong with a member of the head whose canonical text is not the one that was expected.
fn refused(path: &str, value: &str, code: ErrorCode, expected: &'static str) -> ReadinessError {
    let (sort, of_that_sort) = match code {
        ErrorCode::OutOfRange => (Kind::Number, "expected a number"),
        _ => (Kind::Text, "expected a text"),
    };
    if value.is_empty() {
        return ReadinessError::new(ErrorCode::MissingKey, path, expected);
    }
    match Reader::new(value).map(|mut reader| reader.kind()) {
        Ok(found) if found == sort => ReadinessError::new(code, path, expected),
        _ => ReadinessError::new(ErrorCode::WrongType, path, of_that_sort),
    }
}

/// Whether a version, as canonical text, is a whole number above [`VERSION`], however large.
fn is_newer(version: &str) -> bool {
    let is_whole = version.bytes().all(|byte| byte.is_ascii_digit()) || contains(version, "e+");
    is_whole && !version.starts_with(['-', '"', '[', '{']) && !matches!(version, "" | "0" | "1")
}

fn date(r: &mut Reader<'_>) -> Result<Text> {
    let text = r.text()?;
    if is_date(&text) {
        return Ok(text);
    }
    Err(r.error(ErrorCode::BadDate, "expected a date of the form YYYY-MM-DD"))
}

fn organisation(r: &mut Reader<'_>, it: &mut Organisation) -> Result<()> {
    r.object(&mut |r, key| {
        let place = match key {
            "name" => &mut it.name,
            "scope" => &mut it.scope,
            "headcount" => {
                let expected = "expected a headcount from 1 to 10,000,000";
                it.headcount = Some(r.integer_within(1, MAX_HEADCOUNT, expected)?);
                return Ok(());
            }
            _ => return r.keep(key, &mut it.unknown),
        };
        *place = r.text()?;
        Ok(())
    })
}

fn write_organisation(it: &Organisation) -> String {
    let mut out = Object::default();
    out.text_if_any("name", &it.name);
    out.text_if_any("scope", &it.scope);
    if let Some(headcount) = it.headcount {
        out.integer("headcount", headcount);
    }
    out.members(&it.unknown);
    out.finish()
}

fn statement(r: &mut Reader<'_>, it: &mut Statement) -> Result<()> {
    r.object(&mut |r, key| {
        match key {
            "version" => it.version = r.text()?,
            "approver" => it.approver = r.text()?,
            "date" => it.date = date(r)?,
            _ => r.keep(key, &mut it.unknown)?,
        }
        Ok(())
    })
}

fn write_statement(it: &Statement) -> String {
    let mut out = Object::default();
    out.text_if_any("version", &it.version);
    out.text_if_any("approver", &it.approver);
    out.text_if_any("date", &it.date);
    out.members(&it.unknown);
    out.finish()
}

fn answer(r: &mut Reader<'_>) -> Result<Answer> {
    match r.kind() {
        Kind::Number => r
            .integer()?
            .and_then(Level::new)
            .map(Answer::Level)
            .ok_or_else(|| r.error(ErrorCode::LevelOutOfRange, "expected a level from 0 to 5")),
        Kind::Text => match r.text()?.as_str() {
            "unknown" => Ok(Answer::Unknown),
            "not-applicable" => Ok(Answer::NotApplicable),
            _ => {
                Err(r.error(ErrorCode::UnknownValue, "expected a level from 0 to 5, \"unknown\" or \"not-applicable\""))
            }
        },
        _ => {
            r.any()?;
            Err(r.error(ErrorCode::WrongType, "expected a level from 0 to 5, \"unknown\" or \"not-applicable\""))
        }
    }
}

fn requirement(r: &mut Reader<'_>, id: &str, it: &mut Assessment) -> Result<()> {
    let requirement = it
        .edition
        .requirement(id)
        .ok_or_else(|| r.error(ErrorCode::UnknownId, "expected the id of a requirement of this edition"))?;
    let response = response(r, Subject::Requirement(requirement), it)?;
    if let Some(place) = it.requirements.get_mut(requirement.index()) {
        *place = response;
    }
    Ok(())
}

fn area(r: &mut Reader<'_>, key: &str, it: &mut Assessment) -> Result<()> {
    let index = it
        .edition
        .area_index(key)
        .ok_or_else(|| r.error(ErrorCode::UnknownId, "expected the key of an area of this edition"))?;
    let response = response(r, Subject::Area(index), it)?;
    if let Some(place) = it.areas.get_mut(index) {
        *place = response;
    }
    Ok(())
}

fn response(r: &mut Reader<'_>, subject: Subject, assessment: &Assessment) -> Result<Response> {
    let mut it = Response::default();
    r.object(&mut |r, key| {
        let place = match key {
            "reason" => &mut it.reason,
            "note" => &mut it.note,
            "owner" => &mut it.owner,
            "modified" => &mut it.modified,
            "answer" => {
                it.answer = Some(answer(r)?);
                return Ok(());
            }
            "due" => {
                it.due = date(r)?;
                return Ok(());
            }
            "evidence" => return r.array(&mut |r| evidence(r, &mut it.evidence)),
            "inclusion" => return inclusion(r, &mut it.inclusion),
            "provenance" => {
                return r.array(&mut |r| {
                    it.provenance.push(r.text()?);
                    Ok(())
                });
            }
            _ => return r.keep(key, &mut it.unknown),
        };
        *place = r.text()?;
        Ok(())
    })?;
    if it.answer == Some(Answer::NotApplicable) {
        check_exclusion(subject, assessment, &it.reason).map_err(|(code, message)| {
            r.error_at(if code == ErrorCode::BlankReason { "reason" } else { "answer" }, code, message)
        })?;
    }
    Ok(it)
}

fn write_response(it: &Response) -> String {
    let mut out = Object::default();
    match it.answer {
        Some(Answer::Level(level)) => out.integer("answer", u32::from(level.number())),
        Some(Answer::Unknown) => out.text("answer", "unknown"),
        Some(Answer::NotApplicable) => out.text("answer", "not-applicable"),
        None => {}
    }
    out.text_if_any("reason", &it.reason);
    out.text_if_any("note", &it.note);
    out.text_if_any("owner", &it.owner);
    out.text_if_any("due", &it.due);
    let mut links = Array::new();
    for link in &it.evidence {
        let mut one = Object::default();
        one.text_if_any("label", &link.label);
        one.text_if_any("href", &link.href);
        one.members(&link.unknown);
        links.raw(&one.finish());
    }
    out.raw_if_any("evidence", links.finish());
    let mut inclusion = Object::default();
    let mut because = Array::new();
    for reason in &it.inclusion.because {
        because.raw(&string(reason.as_str()));
    }
    inclusion.raw_if_any("because", because.finish());
    inclusion.text_if_any("note", &it.inclusion.note);
    inclusion.members(&it.inclusion.unknown);
    out.raw_if_any("inclusion", inclusion.finish());
    let mut provenance = Array::new();
    for said in &it.provenance {
        provenance.raw(&string(said));
    }
    out.raw_if_any("provenance", provenance.finish());
    out.text_if_any("modified", &it.modified);
    out.members(&it.unknown);
    out.finish()
}

fn evidence(r: &mut Reader<'_>, links: &mut Vec<EvidenceLink>) -> Result<()> {
    let mut it = EvidenceLink::default();
    r.object(&mut |r, key| {
        let place = match key {
            "label" => &mut it.label,
            "href" => &mut it.href,
            _ => return r.keep(key, &mut it.unknown),
        };
        *place = r.text()?;
        Ok(())
    })?;
    links.push(it);
    Ok(())
}

fn inclusion(r: &mut Reader<'_>, it: &mut Inclusion) -> Result<()> {
    r.object(&mut |r, key| {
        match key {
            "because" => {
                let mut because = Vec::new();
                r.array(&mut |r| {
                    because.push(InclusionReason::from_name(&r.text()?).ok_or_else(|| {
                        r.error(
                            ErrorCode::UnknownValue,
                            "expected \"risk\", \"law\", \"contract\" or \"good-practice\"",
                        )
                    })?);
                    Ok(())
                })?;
                it.because = Inclusion::in_order(&because);
            }
            "note" => it.note = r.text()?,
            _ => r.keep(key, &mut it.unknown)?,
        }
        Ok(())
    })
}

fn document(r: &mut Reader<'_>, key: &str, assessment: &mut Assessment) -> Result<()> {
    let Ok(index) = assessment.document_index(key) else {
        return Err(r.error(ErrorCode::UnknownId, NO_SUCH_DOCUMENT));
    };
    let mut it = DocumentResponse::default();
    r.object(&mut |r, key| {
        let place = match key {
            "owner" => &mut it.owner,
            "href" => &mut it.href,
            "note" => &mut it.note,
            "status" => {
                it.status = Some(DocumentStatus::from_name(&r.text()?).ok_or_else(|| {
                    r.error(ErrorCode::UnknownValue, "expected \"missing\", \"draft\" or \"in-force\"")
                })?);
                return Ok(());
            }
            _ => return r.keep(key, &mut it.unknown),
        };
        *place = r.text()?;
        Ok(())
    })?;
    if let Some(place) = assessment.documents.get_mut(index) {
        *place = it;
    }
    Ok(())
}

fn write_document(it: &DocumentResponse) -> String {
    let mut out = Object::default();
    out.text_if_any("status", it.status.map(DocumentStatus::as_str).unwrap_or_default());
    out.text_if_any("owner", &it.owner);
    out.text_if_any("href", &it.href);
    out.text_if_any("note", &it.note);
    out.members(&it.unknown);
    out.finish()
}

fn snapshot(r: &mut Reader<'_>, snapshots: &mut Vec<Snapshot>) -> Result<()> {
    let mut it = Snapshot {
        at: Text::new(),
        label: Text::new(),
        overall: ScoreRange::UNKNOWN,
        unknown_of_overall: Members::new(),
        unknown: Members::new(),
    };
    let mut scored = false;
    r.object(&mut |r, key| {
        let place = match key {
            "at" => &mut it.at,
            "label" => &mut it.label,
            "overall" => {
                it.overall = score_range(r, &mut it.unknown_of_overall)?;
                scored = true;
                return Ok(());
            }
            _ => return r.keep(key, &mut it.unknown),
        };
        *place = r.text()?;
        Ok(())
    })?;
    if !scored {
        return Err(r.error_at("overall", ErrorCode::MissingKey, "expected the overall score of the snapshot"));
    }
    snapshots.push(it);
    Ok(())
}

fn score_range(r: &mut Reader<'_>, unknown: &mut Members) -> Result<ScoreRange> {
    const EXPECTED: &str = "expected basis points from 0 to 10000";
    let (mut low, mut high) = (None, None);
    r.object(&mut |r, key| {
        let end = match key {
            "low" => &mut low,
            "high" => &mut high,
            _ => return r.keep(key, unknown),
        };
        *end = u16::try_from(r.integer_within(0, u32::from(WHOLE), EXPECTED)?).ok();
        Ok(())
    })?;
    let missing = |key| r.error_at(key, ErrorCode::MissingKey, EXPECTED);
    let (low, high) = (low.ok_or_else(|| missing("low"))?, high.ok_or_else(|| missing("high"))?);
    if low > high {
        return Err(r.error(ErrorCode::OutOfRange, "expected a low end that is not above the high end"));
    }
    Ok(ScoreRange::new(low, high))
}

fn write_snapshot(it: &Snapshot) -> String {
    let mut overall = Object::default();
    overall.integer("low", u32::from(it.overall.low()));
    overall.integer("high", u32::from(it.overall.high()));
    overall.members(&it.unknown_of_overall);
    let mut out = Object::default();
    out.text("at", &it.at);
    out.text("label", &it.label);
    out.raw("overall", overall.finish());
    out.members(&it.unknown);
    out.finish()
}
