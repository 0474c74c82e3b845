//! One line of a batch: what was computed of one assessment or result.

use iso27001_readiness::catalog::{Edition, Stage};
use iso27001_readiness::output::envelope::Difference;
use iso27001_readiness::output::portfolio::{Minimums, Received, read};
use iso27001_readiness::scoring::gates::State;
use iso27001_readiness::scoring::{FindingCounts, Summary};
use iso27001_readiness::{ErrorCode, MAX_BYTES, ReadinessError, ScoreRange};
use serde::Serialize;

use crate::lines::Text;

/// What comes in: its number, where it is from, its text.
pub struct Input {
    pub line: u64,
    /// The file, for one that is a document of its own.
    pub file: Option<String>,
    pub text: Text,
}

/// What goes out. Of a line that cannot be read only its number and the error.
#[derive(Serialize)]
pub struct Line {
    pub line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    pub id: Option<String>,
    /// The line before this one that has the same id.
    #[serde(rename = "sameIdAs")]
    pub same_id_as: Option<u64>,
    /// Whether every figure that a result claims follows from its answers; null for a bare assessment.
    pub ok: Option<bool>,
    differences: Option<Vec<Difference>>,
    organisation: Option<String>,
    edition: Option<Edition>,
    overall: Option<ScoreRange>,
    stages: Option<[StageLine; 2]>,
    findings: Option<FindingCounts>,
    /// Requirements under the minimums that were given; null without any.
    shortfalls: Option<Vec<&'static str>>,
    pub error: Option<ErrorLine>,
}

#[derive(Serialize)]
struct StageLine {
    stage: Stage,
    state: &'static str,
    certifiable: bool,
}

#[derive(Serialize)]
pub struct ErrorLine {
    code: &'static str,
    subject: String,
    message: String,
}

/// Computes a line. A text that says it is a result is verified; every other one is read as an assessment.
pub fn compute(input: Input, minimums: Option<&Minimums>) -> Line {
    let Input { line, file, text } = input;
    let read = match &text {
        Text::TooLong => Err(ErrorLine {
            code: ErrorCode::TooLarge.as_str(),
            subject: "$".into(),
            message: format!(words!("command.line-long"), bytes = MAX_BYTES),
        }),
        Text::Unreadable(reason) => Err(ErrorLine { code: "unreadable", subject: "$".into(), message: reason.clone() }),
        Text::Whole(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => read(text).map_err(|error| ErrorLine::from(&error)),
            Err(_) => Err(ErrorLine {
                code: ErrorCode::NotUtf8.as_str(),
                subject: "$".into(),
                message: words!("command.line-text").into(),
            }),
        },
    };
    let empty = Line {
        line,
        file,
        id: None,
        same_id_as: None,
        ok: None,
        differences: None,
        organisation: None,
        edition: None,
        overall: None,
        stages: None,
        findings: None,
        shortfalls: None,
        error: None,
    };
    let Received { assessment, differences, .. } = match read {
        Ok(found) => found,
        Err(error) => return Line { error: Some(error), ..empty },
    };
    let summary = Summary::of(&assessment);
    Line {
        id: Some(assessment.id().into()),
        ok: differences.as_ref().map(Vec::is_empty),
        differences,
        organisation: Some(assessment.organisation().name.clone()),
        edition: Some(assessment.edition()),
        overall: Some(summary.overall),
        stages: Some(summary.stages.map(|of| StageLine {
            stage: of.stage,
            state: match of.state {
                State::Met => "ready",
                State::Open => "not-ready",
                State::Undetermined => "undetermined",
            },
            certifiable: of.certifiable,
        })),
        findings: Some(summary.findings),
        shortfalls: minimums.map(|minimums| minimums.shortfalls(&assessment)),
        ..empty
    }
}

impl From<&ReadinessError> for ErrorLine {
    fn from(error: &ReadinessError) -> Self {
        Self { code: error.code().as_str(), subject: error.subject().into(), message: error.message().into() }
    }
}
