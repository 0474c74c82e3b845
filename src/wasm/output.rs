//! What JavaScript gets: plain objects, one for each type in `types.d.ts`.

use super::catalog::{document_kind, effort};
use crate::assessment::{Answer, DocumentStatus, EvidenceLink};
use crate::output::checklist::ChecklistRow;
use crate::output::statement::StatementRow;
use crate::scoring::gates::State;
use crate::scoring::points::Points;
use crate::scoring::{
    Action, Coverage, Estimate, Finding, Interval, ItemKind, OpenQuestion, Parts, Plan, Report, StageReport,
    StageSummary, Summary,
};
use serde::Serialize;

#[derive(Serialize)]
struct Ends {
    low: u16,
    high: u16,
}

impl From<Interval> for Ends {
    fn from(interval: Interval) -> Self {
        Self { low: interval.low(), high: interval.high() }
    }
}

/// Both ends of a score beside other members; null where nothing can be scored.
#[derive(Serialize)]
struct MaybeEnds {
    low: Option<u16>,
    high: Option<u16>,
}

impl From<Option<Interval>> for MaybeEnds {
    fn from(score: Option<Interval>) -> Self {
        Self { low: score.map(Interval::low), high: score.map(Interval::high) }
    }
}

#[derive(Serialize)]
struct CoverageDto {
    answered: u16,
    provisional: u16,
    applicable: u16,
    total: u16,
}

impl From<Coverage> for CoverageDto {
    fn from(coverage: Coverage) -> Self {
        let Coverage { answered, provisional, applicable, total } = coverage;
        Self { answered, provisional, applicable, total }
    }
}

#[derive(Serialize)]
struct PartsDto {
    clauses: Option<Ends>,
    controls: Option<Ends>,
    documents: Option<Ends>,
}

impl From<Parts> for PartsDto {
    fn from(parts: Parts) -> Self {
        let Parts { clauses, controls, documents } = parts;
        Self {
            clauses: clauses.map(Ends::from),
            controls: controls.map(Ends::from),
            documents: documents.map(Ends::from),
        }
    }
}

#[derive(Serialize)]
struct PointsDto {
    earned: u16,
    open: u16,
    lost: u16,
}

impl From<Points> for PointsDto {
    fn from(points: Points) -> Self {
        let Points { earned, open, lost } = points;
        Self { earned, open, lost }
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum AnswerDto {
    Level(u8),
    Word(&'static str),
}

impl From<Answer> for AnswerDto {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Level(level) => Self::Level(level.number()),
            Answer::Unknown => Self::Word("unknown"),
            Answer::NotApplicable => Self::Word("not-applicable"),
        }
    }
}

fn stage_state(state: State) -> &'static str {
    match state {
        State::Met => "ready",
        State::Open => "not-ready",
        State::Undetermined => "undetermined",
    }
}

#[derive(Serialize)]
struct SectionDto {
    id: &'static str,
    title: &'static str,
    #[serde(flatten)]
    score: MaybeEnds,
    #[serde(flatten)]
    coverage: CoverageDto,
}

#[derive(Serialize)]
struct AreaDto {
    key: &'static str,
    title: &'static str,
    #[serde(flatten)]
    score: MaybeEnds,
}

#[derive(Serialize)]
struct GateDto {
    id: &'static str,
    title: &'static str,
    state: &'static str,
    refs: Vec<&'static str>,
    documents: &'static [&'static str],
}

#[derive(Serialize)]
struct StageDto {
    stage: u8,
    state: &'static str,
    gates: Vec<GateDto>,
}

impl From<StageReport> for StageDto {
    fn from(stage: StageReport) -> Self {
        let StageReport { stage, state, gates } = stage;
        Self {
            stage: stage.number(),
            state: stage_state(state),
            gates: gates
                .into_iter()
                .map(|gate| GateDto {
                    id: gate.id,
                    title: gate.title,
                    state: gate.state.as_str(),
                    refs: gate.refs,
                    documents: gate.documents,
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct RequirementDto {
    id: &'static str,
    answer: Option<AnswerDto>,
    provisional: bool,
    #[serde(flatten)]
    score: MaybeEnds,
    finding: Option<&'static str>,
    points: Option<PointsDto>,
}

#[derive(Serialize)]
struct DocumentDto {
    key: &'static str,
    required: bool,
    because: Vec<&'static str>,
    status: Option<&'static str>,
    points: Option<PointsDto>,
}

#[derive(Serialize)]
pub(super) struct ReportDto {
    method: &'static str,
    edition: &'static str,
    target: u8,
    overall: Ends,
    coverage: CoverageDto,
    parts: PartsDto,
    sections: Vec<SectionDto>,
    areas: Vec<AreaDto>,
    stages: Vec<StageDto>,
    requirements: Vec<RequirementDto>,
    documents: Vec<DocumentDto>,
}

impl From<Report> for ReportDto {
    fn from(report: Report) -> Self {
        let Report {
            method,
            edition,
            target,
            overall,
            coverage,
            parts,
            sections,
            areas,
            stages,
            requirements,
            documents,
        } = report;
        Self {
            method,
            edition: edition.year(),
            target,
            overall: overall.into(),
            coverage: coverage.into(),
            parts: parts.into(),
            sections: sections
                .into_iter()
                .map(|section| SectionDto {
                    id: section.id,
                    title: section.title,
                    score: section.score.into(),
                    coverage: section.coverage.into(),
                })
                .collect(),
            areas: areas
                .into_iter()
                .map(|area| AreaDto { key: area.key, title: area.title, score: area.score.into() })
                .collect(),
            stages: stages.into_iter().map(StageDto::from).collect(),
            requirements: requirements
                .into_iter()
                .map(|row| RequirementDto {
                    id: row.id,
                    answer: row.answer.map(AnswerDto::from),
                    provisional: row.provisional,
                    score: row.score.into(),
                    finding: row.finding.map(Finding::as_str),
                    points: row.points.map(PointsDto::from),
                })
                .collect(),
            documents: documents
                .into_iter()
                .map(|row| DocumentDto {
                    key: row.key,
                    required: row.required,
                    because: row.because,
                    status: row.status.map(DocumentStatus::as_str),
                    points: row.points.map(PointsDto::from),
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct StageSummaryDto {
    stage: u8,
    state: &'static str,
    met: u16,
    open: u16,
    undetermined: u16,
}

impl From<StageSummary> for StageSummaryDto {
    fn from(summary: StageSummary) -> Self {
        let StageSummary { stage, state, met, open, undetermined } = summary;
        Self { stage: stage.number(), state: stage_state(state), met, open, undetermined }
    }
}

#[derive(Serialize)]
pub(super) struct SummaryDto {
    overall: Ends,
    coverage: CoverageDto,
    parts: PartsDto,
    stages: [StageSummaryDto; 2],
}

impl From<Summary> for SummaryDto {
    fn from(summary: Summary) -> Self {
        let Summary { overall, coverage, parts, stages } = summary;
        Self {
            overall: overall.into(),
            coverage: coverage.into(),
            parts: parts.into(),
            stages: stages.map(StageSummaryDto::from),
        }
    }
}

fn item_kind(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Requirement => "requirement",
        ItemKind::Document => "document",
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ActionDto {
    id: &'static str,
    kind: &'static str,
    title: &'static str,
    gates: Vec<&'static str>,
    stage: Option<u8>,
    gain: i32,
    effort: &'static str,
    next_step: &'static str,
    finding: Option<&'static str>,
    status: Option<&'static str>,
    owner: String,
    due: String,
}

impl From<Action> for ActionDto {
    fn from(action: Action) -> Self {
        let Action { id, kind, title, gates, stage, gain, effort: size, next_step, finding, status, owner, due } =
            action;
        Self {
            id,
            kind: item_kind(kind),
            title,
            gates,
            stage: stage.map(|stage| stage.number()),
            gain,
            effort: effort(size),
            next_step,
            finding: finding.map(Finding::as_str),
            status: status.map(DocumentStatus::as_str),
            owner,
            due,
        }
    }
}

#[derive(Serialize)]
struct QuestionDto {
    id: &'static str,
    kind: &'static str,
    title: &'static str,
    gates: Vec<&'static str>,
}

impl From<OpenQuestion> for QuestionDto {
    fn from(question: OpenQuestion) -> Self {
        let OpenQuestion { id, kind, title, gates } = question;
        Self { id, kind: item_kind(kind), title, gates }
    }
}

#[derive(Serialize)]
pub(super) struct PlanDto {
    actions: Vec<ActionDto>,
    questions: Vec<QuestionDto>,
}

impl From<Plan> for PlanDto {
    fn from(plan: Plan) -> Self {
        let Plan { actions, questions } = plan;
        Self {
            actions: actions.into_iter().map(ActionDto::from).collect(),
            questions: questions.into_iter().map(QuestionDto::from).collect(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct ChecklistRowDto {
    key: &'static str,
    name: &'static str,
    kind: &'static str,
    required: bool,
    always: bool,
    because: Vec<&'static str>,
    refs: &'static [&'static str],
    stage: Option<u8>,
    status: Option<&'static str>,
    owner: String,
    href: String,
    note: String,
}

impl From<ChecklistRow> for ChecklistRowDto {
    fn from(row: ChecklistRow) -> Self {
        let ChecklistRow { key, name, kind, required, always, because, refs, stage, status, owner, href, note } = row;
        Self {
            key,
            name,
            kind: document_kind(kind),
            required,
            always,
            because,
            refs,
            stage: stage.map(|stage| stage.number()),
            status: status.map(DocumentStatus::as_str),
            owner,
            href,
            note,
        }
    }
}

#[derive(Serialize)]
struct EvidenceDto {
    label: String,
    href: String,
}

impl From<&EvidenceLink> for EvidenceDto {
    fn from(link: &EvidenceLink) -> Self {
        Self { label: link.label.clone(), href: link.href.clone() }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct StatementRowDto {
    id: &'static str,
    title: &'static str,
    group: &'static str,
    applicable: Option<bool>,
    reason: String,
    because: Vec<&'static str>,
    inclusion_note: String,
    answer: Option<AnswerDto>,
    provisional: bool,
    state: &'static str,
    owner: String,
    evidence: Vec<EvidenceDto>,
    note: String,
}

impl From<StatementRow> for StatementRowDto {
    fn from(row: StatementRow) -> Self {
        Self {
            id: row.control.id(),
            title: row.control.title(),
            group: row.control.section(),
            applicable: row.applicable,
            reason: row.reason,
            because: row.because.into_iter().map(|reason| reason.as_str()).collect(),
            inclusion_note: row.inclusion_note,
            answer: row.answer.map(AnswerDto::from),
            provisional: row.provisional,
            state: row.state.as_str(),
            owner: row.owner,
            evidence: row.evidence.iter().map(EvidenceDto::from).collect(),
            note: row.note,
        }
    }
}

#[derive(Serialize)]
struct LikelyDto {
    low: u32,
    high: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MonthsDto {
    from: u32,
    to: u32,
    and_more: bool,
    likely: LikelyDto,
}

#[derive(Serialize)]
struct AuditDaysDto {
    total: u32,
    stage1: u32,
    stage2: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct EstimateDto {
    headcount: u32,
    months: MonthsDto,
    audit_days: Option<AuditDaysDto>,
}

impl From<Estimate> for EstimateDto {
    fn from(estimate: Estimate) -> Self {
        let Estimate { headcount, months, audit_tenths } = estimate;
        Self {
            headcount,
            months: MonthsDto {
                from: months.from,
                to: months.to,
                and_more: months.and_more,
                likely: LikelyDto { low: months.likely_low, high: months.likely_high },
            },
            audit_days: audit_tenths.zip(estimate.stage_1_tenths()).map(|(total, stage1)| AuditDaysDto {
                total,
                stage1,
                stage2: total.saturating_sub(stage1),
            }),
        }
    }
}
