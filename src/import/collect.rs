//! What the rows say, gathered by requirement and field, until it is known what that changes.

use super::evidence;
use super::grid::Source;
use super::options::Options;
use super::plain::plain;
use super::proposal::{
    Change, Field, FieldValue, Notice, NoticeKind, Proposal, Refusal, RefusalReason, SheetReading, Word,
};
use super::reading::{Scale, meaning};
use super::titles::Titles;
use super::words::{Meaning, Table};
use crate::assessment::{Answer, Assessment, EvidenceLink};
use crate::catalog::{Edition, Requirement};
use crate::json::{MAX_TEXT, push_integer};
use crate::order::{Index, sort_by};
use crate::text::{aside, contains, is_blank, length, named, shortened};

const MOST_REFUSED: usize = 1000;
const MOST_WORDS: usize = 500;
/// The longest text that is repeated.
const MOST_SHOWN: usize = 120;

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Subject {
    Requirement(usize),
    Document(usize),
}

/// What a cell wants of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wish {
    /// This and nothing else.
    Set(FieldValue),
    /// This text as well.
    Add(String),
    /// These links as well.
    AddLinks(Vec<EvidenceLink>),
}

struct Wished {
    subject: Subject,
    field: Field,
    wish: Wish,
    source: Source,
}

impl Wished {
    /// What it would say, and where: `3 (Plan!E7)`.
    fn said(&self) -> String {
        let said = match &self.wish {
            Wish::Set(FieldValue::Text(text)) | Wish::Add(text) => text.clone(),
            Wish::Set(value) => crate::json::text(value),
            Wish::AddLinks(links) => crate::assessment::evidence_lines(links),
        };
        let mut place = self.source.sheet.clone();
        place.push('!');
        place.push_str(&self.source.column);
        push_integer(&mut place, u64::from(self.source.row));
        aside(&shortened(&said, MOST_SHOWN / 2), &place)
    }
}

struct Counted {
    table: Table,
    set: usize,
    word: String,
    count: u32,
    means: Option<Meaning>,
}

/// What has been gathered so far.
pub(super) struct Collector<'a> {
    pub(super) assessment: &'a Assessment,
    /// Those of the sheets' edition.
    pub(super) titles: Titles,
    /// Those of the assessment's.
    pub(super) own_titles: Titles,
    /// The words that the options settle, as they are compared.
    settled: Index,
    meanings: Vec<Option<Meaning>>,
    wishes: Vec<Wished>,
    /// The words that were read, by their table and as they are compared.
    known: Index,
    words: Vec<Counted>,
    refused: Vec<Refusal>,
    refusals: usize,
    notices: Vec<Notice>,
    sheets: Vec<SheetReading>,
}

impl<'a> Collector<'a> {
    pub(super) fn new(assessment: &'a Assessment, options: &Options, edition: Edition) -> Self {
        let mut settled = Index::default();
        let mut meanings = Vec::new();
        // Of words that are the same in plain letters the last counts.
        for (word, means) in options.words.iter().rev() {
            settled.place(plain(word), meanings.len());
            meanings.push(*means);
        }
        Self {
            assessment,
            titles: Titles::of(edition),
            own_titles: Titles::of(assessment.edition()),
            settled,
            meanings,
            wishes: Vec::new(),
            known: Index::default(),
            words: Vec::new(),
            refused: Vec::new(),
            refusals: 0,
            notices: Vec::new(),
            sheets: Vec::new(),
        }
    }

    /// Whether rows are carried over into the other edition.
    pub(super) fn carries(&self) -> bool {
        self.titles.edition() != self.assessment.edition()
    }

    pub(super) fn requirement(&self, index: usize) -> Option<Requirement> {
        Requirement::at(self.assessment.edition(), index)
    }

    pub(super) fn sheet(&mut self, reading: SheetReading) {
        self.sheets.push(reading);
    }

    pub(super) fn notice(&mut self, kind: NoticeKind, sheet: &str, value: &str) {
        self.notices.push(Notice { kind, sheet: String::from(sheet), value: String::from(value) });
    }

    pub(super) fn refuse(&mut self, source: Source, reason: RefusalReason, value: &str) {
        self.refusals = self.refusals.saturating_add(1);
        if self.refused.len() < MOST_REFUSED {
            self.refused.push(Refusal { source, reason, value: shortened(value, MOST_SHOWN) });
        }
    }

    /// How much is refused so far.
    pub(super) fn told(&self) -> usize {
        self.refusals
    }

    /// Takes back what was refused since.
    pub(super) fn untell(&mut self, told: usize) {
        self.refusals = told;
        self.refused.truncate(told);
    }

    /// What a cell's word means; the word is counted.
    pub(super) fn word(&mut self, cell: &str, table: Table, scale: Scale) -> Option<Meaning> {
        let short = shortened(cell, MOST_SHOWN);
        let plain = plain(&short);
        let means = match self.settled.get(&plain).and_then(|place| self.meanings.get(place)) {
            Some(means) => *means,
            None => meaning(cell, table, scale),
        };
        // In a scale of its own it may mean something else.
        let set = if let Scale::Words(set) = scale { set.saturating_add(1) } else { 0 };
        let mut known = String::from(table.as_str());
        push_integer(&mut known, u64::try_from(set).unwrap_or_default());
        known.push(' ');
        known.push_str(&plain);
        let place = self.known.place(known, self.words.len());
        match self.words.get_mut(place) {
            Some(counted) => counted.count = counted.count.saturating_add(1),
            None => self.words.push(Counted { table, set, word: short, count: 1, means }),
        }
        means
    }

    /// Takes a wish, unless a text in it is longer than a field may be.
    pub(super) fn wish(&mut self, subject: Subject, field: Field, wish: Wish, source: Source) {
        let is_long = |text: &str| text.len() > MAX_TEXT && length(text) > MAX_TEXT;
        let any_long = match &wish {
            Wish::Set(FieldValue::Text(text)) | Wish::Add(text) => is_long(text),
            Wish::Set(FieldValue::Evidence(links)) | Wish::AddLinks(links) => {
                links.iter().any(|link| is_long(&link.label) || is_long(&link.href))
            }
            Wish::Set(_) => false,
        };
        if any_long {
            return self.refuse(source, RefusalReason::TooLong, field.as_str());
        }
        self.wishes.push(Wished { subject, field, wish, source });
    }

    /// What a field holds now.
    pub(super) fn current(&self, subject: Subject, field: Field) -> FieldValue {
        let text = |text: &str| FieldValue::Text(String::from(text));
        match subject {
            Subject::Requirement(index) => {
                let Some(requirement) = self.requirement(index) else { return text("") };
                let response = self.assessment.response(requirement);
                match field {
                    Field::Answer => FieldValue::Answer(response.answer()),
                    Field::Reason => text(response.reason()),
                    Field::Because => FieldValue::Because(response.inclusion().because().to_vec()),
                    Field::InclusionNote => text(response.inclusion().note()),
                    Field::Owner => text(response.owner()),
                    Field::Due => text(response.due()),
                    Field::Evidence => FieldValue::Evidence(response.evidence().to_vec()),
                    Field::Note => text(response.note()),
                    Field::Status | Field::Href => text(""),
                }
            }
            Subject::Document(index) => {
                let response = self.assessment.document_response(index);
                match field {
                    Field::Status => FieldValue::Status(response.status()),
                    Field::Owner => text(response.owner()),
                    Field::Href => text(response.href()),
                    _ => text(response.note()),
                }
            }
        }
    }

    fn id(&self, subject: Subject) -> String {
        match subject {
            Subject::Requirement(index) => self.requirement(index).map_or("", Requirement::id).into(),
            Subject::Document(index) => {
                let mut id = String::from("document:");
                id.push_str(self.assessment.edition().documents().nth(index).map_or("", |document| document.key));
                id
            }
        }
    }

    /// What all wishes for a field come to together; `None` if they contradict each other.
    fn joined(&self, subject: Subject, field: Field, wished: &[Wished]) -> Option<FieldValue> {
        let current = self.current(subject, field);
        let mut sum: Option<FieldValue> = None;
        for one in wished {
            sum = Some(match (&one.wish, sum.take()) {
                (Wish::Set(value), None) => value.clone(),
                (Wish::Set(value), Some(before)) if *value == before => before,
                (Wish::Set(value), Some(before)) if self.carries() => of_both(before, value),
                (Wish::Set(_), Some(_)) => return None,
                (Wish::Add(text), before) => match before.unwrap_or_else(|| current.clone()) {
                    FieldValue::Text(before) => FieldValue::Text(with(before, text)),
                    other => other,
                },
                (Wish::AddLinks(links), before) => match before.unwrap_or_else(|| current.clone()) {
                    FieldValue::Evidence(mut before) => {
                        let mut known = Index::default();
                        for (place, link) in before.iter().enumerate() {
                            known.place(evidence::line(link), place);
                        }
                        for link in links {
                            let next = before.len();
                            if known.place(evidence::line(link), next) == next {
                                before.push(link.clone());
                            }
                        }
                        FieldValue::Evidence(before)
                    }
                    other => other,
                },
            });
        }
        sum
    }

    pub(super) fn finish(mut self) -> Proposal {
        let mut changes = Vec::new();
        let mut wishes = std::mem::take(&mut self.wishes);
        // Whichever order the sheets and their columns came in.
        sort_by(&mut wishes, &|one, other| {
            (one.subject, one.field)
                .cmp(&(other.subject, other.field))
                .then_with(|| (&one.source.sheet, one.source.row).cmp(&(&other.source.sheet, other.source.row)))
        });
        for wished in wishes.chunk_by(|one, other| (one.subject, one.field) == (other.subject, other.field)) {
            let Some(&Wished { subject, field, .. }) = wished.first() else { continue };
            let from = self.current(subject, field);
            match self.joined(subject, field, wished) {
                None => {
                    for one in wished {
                        let other = wished.iter().find(|other| other.wish != one.wish).unwrap_or(one);
                        let value = named(&[&self.id(subject), " ", field.as_str()].concat(), &other.said());
                        self.refuse(one.source.clone(), RefusalReason::Clash, &value);
                    }
                }
                Some(to) if to != from => {
                    let Some(source) = wished.first().map(|first| first.source.clone()) else { continue };
                    if matches!(&to, FieldValue::Text(text) if length(text) > MAX_TEXT) {
                        self.refuse(source, RefusalReason::TooLong, field.as_str());
                    } else {
                        changes.push(Change { id: self.id(subject), field, from, to, source });
                    }
                }
                Some(_) => {}
            }
        }
        drop_reasonless(&mut changes, &mut self);
        sort_by(&mut self.refused, &|one, other| one.source.cmp(&other.source));
        let mut words: Vec<Word> = Vec::new();
        sort_by(&mut self.words, &|one, other| {
            other
                .count
                .cmp(&one.count)
                .then_with(|| (&one.word, one.table, one.set).cmp(&(&other.word, other.table, other.set)))
        });
        for Counted { table, word, count, means, .. } in std::mem::take(&mut self.words) {
            words.push(Word { count, means, of: table.as_str(), word });
        }
        for (most, all, kind) in
            [(MOST_WORDS, words.len(), NoticeKind::MoreWords), (MOST_REFUSED, self.refusals, NoticeKind::MoreRefused)]
        {
            if all > most {
                let mut value = String::new();
                push_integer(&mut value, u64::try_from(all.saturating_sub(most)).unwrap_or_default());
                self.notice(kind, "", &value);
            }
        }
        words.truncate(MOST_WORDS);
        let edition = self.titles.edition();
        Proposal { changes, edition, notices: self.notices, refused: self.refused, sheets: self.sheets, words }
    }
}

/// An exclusion whose reason two sheets contradict each other about waits for one.
fn drop_reasonless(changes: &mut Vec<Change>, collector: &mut Collector<'_>) {
    let mut waiting = Vec::new();
    for change in &*changes {
        if change.to == FieldValue::Answer(Some(Answer::NotApplicable))
            && !changes.iter().any(|other| other.id == change.id && other.field == Field::Reason)
            && matches!(collector.assessment.edition().requirement(&change.id), Some(requirement)
                if is_blank(collector.assessment.response(requirement).reason()))
        {
            waiting.push((change.id.clone(), change.source.clone()));
        }
    }
    for (id, source) in waiting {
        changes.retain(|change| change.id != id || change.field != Field::Answer);
        collector.refuse(source, RefusalReason::NeedsReason, &id);
    }
}

/// A text with another one below it, unless it says that already.
fn with(mut before: String, text: &str) -> String {
    if is_blank(&before) {
        return String::from(text);
    }
    if !contains(&before, text) {
        before.push('\n');
        before.push_str(text);
    }
    before
}

/// What two requirements of the other edition come to in the one that they became: the lower answer, the earlier date,
/// every name.
fn of_both(before: FieldValue, other: &FieldValue) -> FieldValue {
    let rank = |answer: Option<Answer>| match answer {
        None => 0_u8,
        Some(Answer::Unknown) => 1,
        Some(Answer::Level(level)) => level.number().saturating_add(2),
        Some(Answer::NotApplicable) => 9,
    };
    match (before, other) {
        (FieldValue::Answer(one), FieldValue::Answer(two)) => {
            FieldValue::Answer(if rank(*two) < rank(one) { *two } else { one })
        }
        (FieldValue::Text(one), FieldValue::Text(two)) => {
            let is_day = |text: &str| crate::assessment::is_date(text) && !text.is_empty();
            if is_day(&one) && is_day(two) {
                FieldValue::Text(if *two < one { two.clone() } else { one })
            } else {
                FieldValue::Text(with(one, two))
            }
        }
        (one, _) => one,
    }
}
