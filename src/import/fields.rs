//! What a row wants of each field.

use super::collect::{Collector, Subject, Wish};
use super::dates;
use super::evidence;
use super::headings::Role;
use super::proposal::{Field, FieldValue, RefusalReason};
use super::reading::Scale;
use super::row::{BECAUSE, Row, Words};
use super::sheet::Own;
use super::words::{Meaning, Table};
use crate::assessment::{InclusionReason, evidence_lines, is_address};
use crate::catalog::Requirement;

pub(super) fn because(collector: &mut Collector<'_>, row: &Row<'_, '_>, subject: Subject, words: &Words) {
    let FieldValue::Because(before) = collector.current(subject, Field::Because) else { return };
    let Some((role, _)) = BECAUSE.iter().find(|(role, _)| row.mapped.column(*role).is_some()) else { return };
    // A blank cell of somebody else's sheet takes no reason away.
    let keeps = |reason: &InclusionReason| match words.because.iter().find(|(of, _)| of == reason) {
        Some((_, yes)) => *yes || (!row.is_own() && before.contains(reason)),
        None => before.contains(reason),
    };
    let after: Vec<InclusionReason> = InclusionReason::ALL.into_iter().filter(keeps).collect();
    set(collector, row, subject, Field::Because, FieldValue::Because(after), *role);
}

/// Wants a field to hold this, if it is something else or will be joined with what other rows say.
pub(super) fn set(
    collector: &mut Collector<'_>,
    row: &Row<'_, '_>,
    subject: Subject,
    field: Field,
    value: FieldValue,
    role: Role,
) {
    if collector.carries() || collector.current(subject, field) != value {
        collector.wish(subject, field, Wish::Set(value), row.source(role));
    }
}

/// A text that replaces what is there: in our own sheets also by nothing.
fn replace(collector: &mut Collector<'_>, row: &Row<'_, '_>, subject: Subject, field: Field, role: Role) {
    let FieldValue::Text(before) = collector.current(subject, field) else { return };
    if row.holds(role, &before) {
        return;
    }
    let Some(text) = row.text(collector, role) else { return };
    if row.is_own() || !text.is_empty() {
        set(collector, row, subject, field, FieldValue::Text(text), role);
    }
}

pub(super) fn texts(
    collector: &mut Collector<'_>,
    row: &Row<'_, '_>,
    requirement: Requirement,
    reason_used: Option<Role>,
) {
    let subject = Subject::Requirement(requirement.index());
    replace(collector, row, subject, Field::Owner, Role::Owner);
    due(collector, row, subject);
    links(collector, row, subject);
    if row.is_own() {
        replace(collector, row, subject, Field::Note, Role::Note);
        replace(collector, row, subject, Field::InclusionNote, Role::Inclusion);
        return;
    }
    let why = if requirement.is_control() { Field::InclusionNote } else { Field::Note };
    for (role, field) in
        [(Role::Inclusion, why), (Role::Justification, why), (Role::Reason, Field::Note), (Role::Note, Field::Note)]
    {
        if reason_used != Some(role)
            && let Some(text) = row.filled(collector, role)
        {
            collector.wish(subject, field, Wish::Add(text), row.source(role));
        }
    }
}

fn due(collector: &mut Collector<'_>, row: &Row<'_, '_>, subject: Subject) {
    let Some(text) = row.text(collector, Role::Due) else { return };
    if text.is_empty() {
        if row.is_own() {
            set(collector, row, subject, Field::Due, FieldValue::Text(text), Role::Due);
        }
        return;
    }
    match dates::date(&text, row.order) {
        Some(date) => set(collector, row, subject, Field::Due, FieldValue::Text(date), Role::Due),
        None => collector.refuse(row.source(Role::Due), RefusalReason::BadDate, &text),
    }
}

fn links(collector: &mut Collector<'_>, row: &Row<'_, '_>, subject: Subject) {
    let FieldValue::Evidence(before) = collector.current(subject, Field::Evidence) else { return };
    if row.is_own() {
        if row.holds(Role::Evidence, &evidence_lines(&before)) {
            return;
        }
        let Some(text) = row.text(collector, Role::Evidence) else { return };
        let links = evidence::returned(&text, &before);
        return set(collector, row, subject, Field::Evidence, FieldValue::Evidence(links), Role::Evidence);
    }
    for role in [Role::Evidence, Role::Href] {
        if let Some(text) = row.filled(collector, role) {
            collector.wish(subject, Field::Evidence, Wish::AddLinks(evidence::links(&text)), row.source(role));
        }
    }
}

pub(super) fn document_row(collector: &mut Collector<'_>, row: &Row<'_, '_>, subject: Subject) {
    replace(collector, row, subject, Field::Owner, Role::Owner);
    // The plan shows the rest and reads it nowhere.
    if row.mapped.own == Some(Own::Plan) {
        return;
    }
    if let Some(text) = row.filled(collector, Role::Status) {
        match collector.word(&text, Table::Document, Scale::Levels) {
            Some(Meaning::Document(status)) => {
                set(collector, row, subject, Field::Status, FieldValue::Status(Some(status)), Role::Status);
            }
            Some(Meaning::Open) if row.is_own() => {
                set(collector, row, subject, Field::Status, FieldValue::Status(None), Role::Status);
            }
            Some(Meaning::Open) => {}
            _ => collector.refuse(row.source(Role::Status), RefusalReason::Word, &text),
        }
    }
    let place = if row.mapped.column(Role::Href).is_some() { Role::Href } else { Role::Evidence };
    if let Some(text) = row.text(collector, place) {
        if is_address(&text) {
            replace(collector, row, subject, Field::Href, place);
        } else {
            collector.refuse(row.source(place), RefusalReason::UnsafeAddress, &text);
        }
    }
    if row.is_own() {
        replace(collector, row, subject, Field::Note, Role::Note);
    } else if let Some(text) = row.filled(collector, Role::Note) {
        collector.wish(subject, Field::Note, Wish::Add(text), row.source(Role::Note));
    }
}
