//! Reads an assessment file strictly, member by member.

use super::header::{FORMAT, VERSION, edition_of, utf8};
use crate::assessment::validate::{ADDRESS, check_exclusion, is_address, is_date};
use crate::assessment::{
    Answer, Assessment, DocumentResponse, DocumentStatus, EvidenceLink, Inclusion, InclusionReason, MAX_HEADCOUNT,
    NO_SUCH_DOCUMENT, Organisation, Response, SizeBudget, Snapshot, Statement, Subject,
};
use crate::catalog::Edition;
use crate::error::{ErrorCode, ReadinessError};
use crate::json::{Kind, Members, Reader, Text};
use crate::questionnaire::{Level, Target};
use crate::score_range::{ScoreRange, WHOLE};

type Result<T> = std::result::Result<T, ReadinessError>;

/// Never shown: [`edition_of`] says more exactly what is wrong with a head.
const HEAD: &str = words!("error.file.format");

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
        // What decides how the rest is read may stand behind it, so each edition is tried. Only where none fits, the
        // file is gone through for its head first, which is what an error is about before all else.
        for edition in [Edition::E2022, Edition::E2013] {
            if let Ok(it) = Self::parse_as(edition, text) {
                return Ok(it);
            }
        }
        Self::parse_as(edition_of(text)?, text)
    }

    fn parse_as(edition: Edition, text: &str) -> Result<Self> {
        let mut reader = Reader::new(text)?;
        let mut head = 0_u8;
        let mut it = Self::new(edition);
        reader.object(&mut |r, key| {
            let place = match key {
                "format" | "version" | "edition" => {
                    let is_expected = match key {
                        "format" => r.word()? == FORMAT,
                        "version" => r.integer()? == Some(i64::from(VERSION)),
                        _ => r.word()? == edition.year(),
                    };
                    head = head.saturating_add(u8::from(is_expected));
                    return if is_expected { Ok(()) } else { Err(r.error(ErrorCode::WrongFormat, HEAD)) };
                }
                "target" => {
                    let number = r.integer()?;
                    it.target = number
                        .and_then(Target::new)
                        .ok_or_else(|| r.error(ErrorCode::TargetOutOfRange, words!("error.target")))?;
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
        if head < 3 {
            return Err(reader.error(ErrorCode::WrongFormat, HEAD));
        }
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
}

fn date(r: &mut Reader<'_>) -> Result<Text> {
    let text = r.text()?;
    if is_date(&text) {
        return Ok(text);
    }
    Err(r.error(ErrorCode::BadDate, words!("error.date")))
}

fn address(r: &mut Reader<'_>) -> Result<Text> {
    let text = r.text()?;
    if is_address(&text) {
        return Ok(text);
    }
    Err(r.error(ErrorCode::UnsafeAddress, ADDRESS))
}

fn organisation(r: &mut Reader<'_>, it: &mut Organisation) -> Result<()> {
    r.object(&mut |r, key| {
        let place = match key {
            "name" => &mut it.name,
            "scope" => &mut it.scope,
            "headcount" => {
                let expected = words!("error.headcount");
                it.headcount = Some(r.integer_within(1, MAX_HEADCOUNT, expected)?);
                return Ok(());
            }
            _ => return r.keep(key, &mut it.unknown),
        };
        *place = r.text()?;
        Ok(())
    })
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

fn answer(r: &mut Reader<'_>) -> Result<Answer> {
    match r.kind() {
        Kind::Number => r
            .integer()?
            .and_then(Level::new)
            .map(Answer::Level)
            .ok_or_else(|| r.error(ErrorCode::LevelOutOfRange, words!("error.level"))),
        Kind::Text => match r.word()?.as_ref() {
            "unknown" => Ok(Answer::Unknown),
            "not-applicable" => Ok(Answer::NotApplicable),
            _ => Err(r.error(ErrorCode::UnknownValue, words!("error.answer"))),
        },
        _ => {
            r.skip()?;
            Err(r.error(ErrorCode::WrongType, words!("error.answer")))
        }
    }
}

fn requirement(r: &mut Reader<'_>, id: &str, it: &mut Assessment) -> Result<()> {
    let requirement =
        it.edition.requirement(id).ok_or_else(|| r.error(ErrorCode::UnknownId, words!("error.requirement.edition")))?;
    let response = response(r, Subject::Requirement(requirement), it)?;
    if let Some(place) = it.requirements.get_mut(requirement.index()) {
        *place = response;
    }
    Ok(())
}

fn area(r: &mut Reader<'_>, key: &str, it: &mut Assessment) -> Result<()> {
    let index =
        it.edition.area_index(key).ok_or_else(|| r.error(ErrorCode::UnknownId, words!("error.area.edition")))?;
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

fn evidence(r: &mut Reader<'_>, links: &mut Vec<EvidenceLink>) -> Result<()> {
    let mut it = EvidenceLink::default();
    r.object(&mut |r, key| {
        let place = match key {
            "label" => &mut it.label,
            "href" => {
                it.href = address(r)?;
                return Ok(());
            }
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
                    because.push(InclusionReason::from_name(&r.word()?).ok_or_else(|| {
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
            "note" => &mut it.note,
            "href" => {
                it.href = address(r)?;
                return Ok(());
            }
            "status" => {
                it.status = Some(DocumentStatus::from_name(&r.word()?).ok_or_else(|| {
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

fn snapshot(r: &mut Reader<'_>, snapshots: &mut Vec<Snapshot>) -> Result<()> {
    let mut it = Snapshot {
        at: Text::new(),
        label: Text::new(),
        method: None,
        overall: ScoreRange::UNKNOWN,
        unknown_of_overall: Members::new(),
        unknown: Members::new(),
    };
    let mut scored = false;
    r.object(&mut |r, key| {
        let place = match key {
            "at" => &mut it.at,
            "label" => &mut it.label,
            "method" => it.method.get_or_insert_default(),
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
        return Err(r.error_at("overall", ErrorCode::MissingKey, words!("error.snapshot.overall")));
    }
    snapshots.push(it);
    Ok(())
}

fn score_range(r: &mut Reader<'_>, unknown: &mut Members) -> Result<ScoreRange> {
    const EXPECTED: &str = words!("error.snapshot.score");
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
        return Err(r.error(ErrorCode::OutOfRange, words!("error.snapshot.order")));
    }
    Ok(ScoreRange::new(low, high))
}
