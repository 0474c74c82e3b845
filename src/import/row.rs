//! What the rows of a sheet want changed.

use super::collect::{Collector, Subject, Wish};
use super::crosses::mark;
use super::dates::{self, Order};
use super::fields::{because, document_row, set, texts};
use super::grid::Source;
use super::headings::Role;
use super::plain::{said, same};
use super::proposal::{Field, FieldValue, NoticeKind, RefusalReason, SheetReading};
use super::reading::Scale;
use super::resolve;
use super::sheet::{Bare, Mapped, Own, cell, unread};
use super::words::{Meaning, Table};
use crate::assessment::carry_over::counterparts;
use crate::assessment::{Answer, InclusionReason};
use crate::catalog::Requirement;
use crate::catalog::constants::CONFORMITY_LEVEL;
use crate::text::{aside, column_letters, named};

/// What spreadsheets show where a formula has come to nothing.
const ERRORS: [&str; 8] = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!"];
pub(crate) const BECAUSE: [(Role, InclusionReason); 4] = [
    (Role::Risk, InclusionReason::Risk),
    (Role::Law, InclusionReason::Law),
    (Role::Contract, InclusionReason::Contract),
    (Role::GoodPractice, InclusionReason::GoodPractice),
];

/// A row, and what it is about.
pub(super) struct Row<'m, 'a> {
    pub(super) mapped: &'m Mapped<'a>,
    pub(super) at: usize,
    pub(super) cells: &'a [String],
    pub(super) order: Order,
}

impl Row<'_, '_> {
    pub(super) fn source(&self, role: Role) -> Source {
        Source::at(self.mapped.sheet, self.at, self.mapped.column_in(self.cells, role))
    }

    /// The heading of the column that is crossed; `None` where that cannot be said.
    fn crossed(&self, collector: &mut Collector<'_>, role: Role) -> Option<String> {
        let mut said: Option<&str> = None;
        for (_, column) in self.mapped.columns.iter().filter(|(of, _)| *of == role) {
            let (text, heading) = (cell(self.cells, *column), self.mapped.heading(*column));
            let source = Source::at(self.mapped.sheet, self.at, Some(*column));
            match (mark(text), said) {
                (Some(false), _) => {}
                (Some(true), None) => said = Some(heading),
                (Some(true), Some(said)) => {
                    collector.refuse(source, RefusalReason::SeveralCrosses, &aside(said, heading));
                    return None;
                }
                (None, _) => collector.refuse(source, RefusalReason::Word, text),
            }
        }
        Some(String::from(said.unwrap_or_default()))
    }

    /// The cell of a column that says something; `None` where there is none. Errors are refused.
    pub(super) fn text(&self, collector: &mut Collector<'_>, role: Role) -> Option<String> {
        if self.mapped.is_crossed(role) {
            return self.crossed(collector, role);
        }
        let column = self.mapped.column(role)?;
        let text = cell(self.cells, column);
        if ERRORS.contains(&text) {
            collector.refuse(self.source(role), RefusalReason::CellError, text);
            return None;
        }
        Some(said(text))
    }

    /// Whether it says nothing of what it is about.
    fn is_blank(&self) -> bool {
        self.mapped.columns.iter().all(|(role, column)| {
            matches!(role, Role::Id | Role::Control | Role::Clause | Role::Title)
                || cell(self.cells, *column).is_empty()
        })
    }

    /// The same where it is not blank.
    pub(super) fn filled(&self, collector: &mut Collector<'_>, role: Role) -> Option<String> {
        self.text(collector, role).filter(|text| !text.is_empty())
    }

    /// Whether a column holds what was written there for this text.
    pub(super) fn holds(&self, role: Role, text: &str) -> bool {
        self.mapped.column(role).is_some_and(|column| same(cell(self.cells, column), text))
    }

    pub(super) fn heading(&self, role: Role) -> String {
        self.mapped.name(self.mapped.column_in(self.cells, role).unwrap_or_default())
    }

    pub(super) fn is_own(&self) -> bool {
        self.mapped.own.is_some()
    }
}

/// How the dates of a sheet are written.
pub(super) fn order(mapped: &Mapped<'_>) -> Order {
    mapped.column(Role::Due).map_or(Order::Open, |column| dates::order(mapped.rows().map(|(_, row)| cell(row, column))))
}

/// Whether the rows of a sheet are documents.
pub(super) fn is_documents(mapped: &Mapped<'_>) -> bool {
    mapped.own == Some(Own::Documents) || (mapped.ids().is_none() && mapped.column(Role::Document).is_some())
}

/// Reads a sheet whose columns are known.
pub(super) fn read_sheet(collector: &mut Collector<'_>, mapped: &Mapped<'_>) {
    let order = order(mapped);
    let is_documents = is_documents(mapped);
    let is_read = !mapped.is_other && (is_documents || mapped.ids().is_some() || mapped.column(Role::Title).is_some());
    let told = collector.told();
    let mut is_other = true;
    let (mut rows, mut read) = (0_u32, 0_u32);
    // No more than the edition has requirements and documents.
    let mut seen = Vec::new();
    for (at, cells) in mapped.rows().filter(|_| is_read) {
        if cells.iter().all(|text| text.trim().is_empty()) {
            continue;
        }
        rows = rows.saturating_add(1);
        let row = Row { mapped, at, cells, order };
        let id = mapped.ids().or_else(|| mapped.column(Role::Document)).map_or("", |column| cell(cells, column));
        match subjects(collector, &row, is_documents) {
            Err(reason) => {
                let first = cells.iter().map(|text| text.trim()).find(|text| !text.is_empty()).unwrap_or_default();
                let said = if id.is_empty() { first } else { id };
                collector.refuse(Source::at(mapped.sheet, at, None), reason, said);
                is_other &= matches!(reason, RefusalReason::NoId | RefusalReason::UnknownId);
            }
            // The heading of several rows with one number says nothing itself.
            Ok(_) if !row.is_own() && row.is_blank() => read = read.saturating_add(1),
            Ok((key, subjects)) => {
                if seen.contains(&key) {
                    collector.refuse(Source::at(mapped.sheet, at, None), RefusalReason::Twice, id);
                    continue;
                }
                seen.push(key);
                read = read.saturating_add(1);
                let words = words_of(collector, &row);
                for subject in subjects {
                    match subject {
                        Subject::Requirement(index) => {
                            if let Some(requirement) = collector.requirement(index) {
                                requirement_row(collector, &row, requirement, &words);
                            }
                        }
                        Subject::Document(_) => document_row(collector, &row, subject),
                    }
                }
            }
        }
    }
    if read == 0 {
        // A list of something else is said to be one, not row by row.
        if is_other {
            collector.untell(told);
        }
        let kind = if mapped.is_other { NoticeKind::OtherStandard } else { NoticeKind::NotRead };
        collector.notice(kind, &mapped.sheet.name, "");
    } else {
        notices(collector, mapped, order, is_documents);
    }
    let headings = mapped.heading.and_then(|heading| mapped.sheet.rows.get(heading));
    let share = read.saturating_mul(100).checked_div(rows).unwrap_or_default();
    let mut columns: Vec<(Role, String)> = Vec::new();
    for (role, column) in &mapped.columns {
        match columns.last_mut().filter(|(last, _)| last == role) {
            Some((_, letters)) => {
                letters.push(' ');
                letters.push_str(&column_letters(*column));
            }
            None => columns.push((*role, column_letters(*column))),
        }
    }
    collector.sheet(SheetReading {
        name: mapped.sheet.name.clone(),
        row: mapped.heading.and_then(|at| u32::try_from(at).ok()).map_or(0, |at| at.saturating_add(1)),
        headings: headings.cloned().unwrap_or_default(),
        columns,
        confidence: u8::try_from(share).unwrap_or(100),
        read,
        unread: unread(mapped),
    });
}

fn notices(collector: &mut Collector<'_>, mapped: &Mapped<'_>, order: Order, is_documents: bool) {
    let name = &mapped.sheet.name;
    let has_bare = mapped.ids().is_some_and(|column| {
        mapped
            .rows()
            .any(|(_, row)| super::ids::spelled(cell(row, column)).is_some_and(|id| id.kind == super::ids::Kind::Bare))
    });
    match mapped.bare {
        Bare::Controls if has_bare => collector.notice(NoticeKind::BareControls, name, ""),
        Bare::Clauses if has_bare => collector.notice(NoticeKind::BareClauses, name, ""),
        _ => {}
    }
    if collector.carries() && !is_documents {
        collector.notice(NoticeKind::CarriedOver, name, "");
    }
    match order {
        Order::DayFirst => collector.notice(NoticeKind::DateOrder, name, "day-first"),
        Order::MonthFirst => collector.notice(NoticeKind::DateOrder, name, "month-first"),
        Order::Open => {}
    }
}

/// What a row is about: its key within the sheet, and whatever that is in the assessment's edition.
pub(super) fn subjects(
    collector: &Collector<'_>,
    row: &Row<'_, '_>,
    is_documents: bool,
) -> Result<(Subject, Vec<Subject>), RefusalReason> {
    let document = |name: &str| collector.own_titles.document(name).map(Subject::Document);
    if is_documents {
        let name = row.mapped.cell(row.cells, Role::Document);
        let subject =
            document(name).ok_or(if name.is_empty() { RefusalReason::NoId } else { RefusalReason::UnknownId })?;
        return Ok((subject, vec![subject]));
    }
    // The plan names documents by their titles.
    if row.mapped.own == Some(Own::Plan)
        && super::plain::key(row.mapped.ids().map_or("", |column| cell(row.cells, column))) == "document"
        && let Some(subject) = document(row.mapped.cell(row.cells, Role::Title))
    {
        return Ok((subject, vec![subject]));
    }
    let found = resolve::requirement(row.mapped, row.cells, &collector.titles)?.ok_or(RefusalReason::NoId)?;
    let of = |requirement: Requirement| Subject::Requirement(requirement.index());
    if !collector.carries() {
        return Ok((of(found), vec![of(found)]));
    }
    let targets: Vec<Subject> = counterparts(found, collector.assessment.edition()).into_iter().map(of).collect();
    if targets.is_empty() { Err(RefusalReason::OtherEdition) } else { Ok((of(found), targets)) }
}

/// What the words of a row mean; counted once, however many requirements the row is carried into.
pub(super) struct Words {
    applicable: Option<Meaning>,
    level: Option<Meaning>,
    status: Option<Meaning>,
    pub(super) because: Vec<(InclusionReason, bool)>,
    /// Columns whose word has no meaning, with the word.
    without: Vec<(Role, String)>,
}

fn words_of(collector: &mut Collector<'_>, row: &Row<'_, '_>) -> Words {
    let mut without = Vec::new();
    let mut word = |collector: &mut Collector<'_>, role: Role, table: Table| {
        let text = row.filled(collector, role)?;
        let scale = if table == Table::Status { row.mapped.scale } else { Scale::Levels };
        let means = collector.word(&text, table, scale);
        if means.is_none() {
            let column = row.mapped.column_in(row.cells, role).unwrap_or_default();
            without.push((role, said(cell(row.cells, column))));
        }
        means
    };
    let applicable = word(collector, Role::Applicable, Table::Applicable);
    let level = word(collector, Role::Level, Table::Status);
    // The documents of our own plan and list have statuses of another kind.
    let is_state = row.mapped.own != Some(Own::Documents) && row.mapped.column(Role::Document).is_none();
    let status = if is_state { word(collector, Role::Status, Table::Status) } else { None };
    let mut because = Vec::new();
    for (role, reason) in BECAUSE {
        if row.mapped.column(role).is_none() {
            continue;
        }
        match word(collector, role, Table::Applicable) {
            Some(Meaning::Applicable) => because.push((reason, true)),
            _ => because.push((reason, false)),
        }
    }
    Words { applicable, level, status, because, without }
}

/// The answer of our own statement's row, if its cells say another than is shown there.
fn own_answer(
    shown: Option<Answer>,
    row: &Row<'_, '_>,
    level: Option<Answer>,
    status: Option<Answer>,
) -> Option<Answer> {
    if row.mapped.own != Some(Own::Statement) {
        return status.filter(|status| *status == Answer::NotApplicable).or(level).or(status);
    }
    if level.is_some() && level != shown {
        return level;
    }
    // A level of 1 or 2 is partly done, one from conformity up is done.
    let state = |answer: Answer| match answer {
        Answer::Level(level) if level.number() >= CONFORMITY_LEVEL => 3,
        Answer::Level(level) => u8::from(level.number() > 0),
        Answer::Unknown => 8,
        Answer::NotApplicable => 9,
    };
    match status {
        Some(status) if shown.map(state) != Some(state(status)) => Some(status),
        _ => level,
    }
}

fn requirement_row(collector: &mut Collector<'_>, row: &Row<'_, '_>, requirement: Requirement, words: &Words) {
    let subject = Subject::Requirement(requirement.index());
    let effective = collector.assessment.effective_answer(requirement);
    let own = collector.assessment.response(requirement).answer();
    let answer_of = |meaning: Option<Meaning>| match meaning {
        Some(Meaning::Answer(answer)) => Some(answer),
        _ => None,
    };
    let answer = own_answer(effective.answer, row, answer_of(words.level), answer_of(words.status));
    let says_no = words.applicable == Some(Meaning::Answer(Answer::NotApplicable));
    let mut reason_used = None;
    let level = answer_of(words.level);
    let is_of_level = row.mapped.column(Role::Level).is_some() && (row.is_own() || answer == level);
    let level_role = if is_of_level { Role::Level } else { Role::Status };
    if says_no || answer == Some(Answer::NotApplicable) {
        let role = if says_no { Role::Applicable } else { level_role };
        let shown = if row.is_own() { answer } else { level.or(answer) };
        if matches!(shown, Some(Answer::Level(level)) if level.number() > 0) && own != Some(Answer::NotApplicable) {
            let role = if shown == level { Role::Level } else { level_role };
            collector.refuse(row.source(role), RefusalReason::ExcludedLevel, requirement.id());
        }
        reason_used = exclude(collector, row, requirement, role);
    } else if let Some(answer) = answer {
        // What an area says is said again only where nobody marks it as provisional.
        let is_marked =
            row.is_own() && super::plain::key(row.mapped.cell(row.cells, level_role)).ends_with("provisional");
        if !(is_marked && effective.provisional && effective.answer == Some(answer)) {
            set(collector, row, subject, Field::Answer, FieldValue::Answer(Some(answer)), level_role);
        }
    } else if own == Some(Answer::NotApplicable)
        && matches!(words.applicable, Some(Meaning::Applicable | Meaning::Open))
        || (row.mapped.own == Some(Own::Statement)
            && own.is_some()
            && own != Some(Answer::NotApplicable)
            && row.mapped.column(Role::Level).is_some_and(|column| cell(row.cells, column).is_empty()))
    {
        set(collector, row, subject, Field::Answer, FieldValue::Answer(None), Role::Applicable);
    }
    because(collector, row, subject, words);
    texts(collector, row, requirement, reason_used);
    for (role, word) in &words.without {
        if row.is_own()
            || matches!(role, Role::Applicable | Role::Risk | Role::Law | Role::Contract | Role::GoodPractice)
        {
            collector.refuse(row.source(*role), RefusalReason::Word, word);
        } else {
            let note = named(&row.heading(*role), word);
            collector.wish(subject, Field::Note, Wish::Add(note), row.source(*role));
        }
    }
}

/// Whether a row of ours gives the very reason that the control's area is excluded by.
fn is_of_area(collector: &Collector<'_>, row: &Row<'_, '_>, requirement: Requirement) -> bool {
    let area = collector.assessment.area_response(requirement.area_index());
    area.answer() == Some(Answer::NotApplicable) && row.holds(Role::Reason, area.reason())
}

/// Wants a control not applicable; the column that its reason was taken from.
fn exclude(collector: &mut Collector<'_>, row: &Row<'_, '_>, requirement: Requirement, role: Role) -> Option<Role> {
    let subject = Subject::Requirement(requirement.index());
    if !requirement.is_control() {
        collector.refuse(row.source(role), RefusalReason::ClauseNotApplicable, requirement.id());
        return None;
    }
    let response = collector.assessment.response(requirement);
    let is_excluded = response.answer() == Some(Answer::NotApplicable);
    let before = String::from(if is_excluded { response.reason() } else { "" });
    // What stands there already is what somebody wrote, also where it reads like an error of the spreadsheet.
    let stays = is_excluded && !before.is_empty() && row.holds(Role::Reason, &before);
    // What its area is excluded by is no answer of the control's own.
    if row.is_own() && (stays || response.answer().is_none() && is_of_area(collector, row, requirement)) {
        return Some(Role::Reason);
    }
    let roles: &[Role] =
        if row.is_own() { &[Role::Reason] } else { &[Role::Reason, Role::Justification, Role::Inclusion, Role::Note] };
    let mut reason = None;
    for role in roles {
        if reason.is_none() {
            reason = row.filled(collector, *role).map(|text| (*role, text));
        }
    }
    match reason {
        Some((role, text)) => {
            set(collector, row, subject, Field::Answer, FieldValue::Answer(Some(Answer::NotApplicable)), role);
            if !row.holds(role, &before) {
                set(collector, row, subject, Field::Reason, FieldValue::Text(text), role);
            }
            Some(role)
        }
        None => {
            if before.is_empty() {
                collector.refuse(row.source(role), RefusalReason::NeedsReason, requirement.id());
            }
            None
        }
    }
}
