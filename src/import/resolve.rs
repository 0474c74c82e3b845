//! Which requirement a row means. What can be read two ways is refused, never guessed.

use super::ids::{self, Kind, Spelled};
use super::proposal::RefusalReason;
use super::sheet::{Bare, Mapped, cell, control_id, title_of};
use super::titles::Titles;
use super::words::is_of;
use crate::catalog::{Edition, Requirement};

/// The requirement of a row; `None` for a row that names none and holds nothing else.
pub(super) fn requirement(
    mapped: &Mapped<'_>,
    row: &[String],
    titles: &Titles,
) -> Result<Option<Requirement>, RefusalReason> {
    let id = mapped.ids().map_or("", |column| cell(row, column));
    let title = mapped.cell(row, super::headings::Role::Title);
    if id.is_empty() {
        if row.iter().all(|text| text.trim().is_empty()) {
            return Ok(None);
        }
        return titles.requirement(title).map(Some).ok_or(RefusalReason::NoId);
    }
    if let Some(spelled) = ids::spelled(id) {
        // "A.5.1, A.5.2", "A.8.1 - A.8.5": one of them is not what the row is about. What stands in brackets explains.
        if !spelled.rest.starts_with('(')
            && ids::spelled(&spelled.rest)
                .is_some_and(|next| next.parts > 1 && (next.rest.is_empty() || next.kind == Kind::Control))
        {
            return Err(RefusalReason::UnknownId);
        }
        let title = title_of(mapped, row, &spelled.rest);
        return of_id(&spelled, mapped.bare, titles.requirement(title), titles.edition()).map(Some);
    }
    let titled = titles.requirement(title);
    if let Some(numbers) = ids::taken_for_date(id) {
        // Only the title can say which of the two it was.
        let is_it = |found: &Requirement| numbers.iter().any(|number| is_numbered(*found, number));
        return titled.filter(is_it).map(Some).ok_or(RefusalReason::DateForId);
    }
    titled.or_else(|| titles.requirement(id)).map(Some).ok_or(RefusalReason::UnknownId)
}

/// Standards whose numbers look like ours.
const OTHERS: &str = "42001|27701|27017|27018|22301|9001|14001|20000|pci|cis";

/// Whether a text names our standard, or only others; `None` where it names none.
pub(super) fn names(text: &str) -> Option<bool> {
    let key = super::plain::key(text.get(..400).unwrap_or(text));
    let words = || key.split(' ').map(|word| word.strip_prefix("iso").unwrap_or(word));
    if words().any(|word| matches!(word, "27001" | "27002")) {
        return Some(true);
    }
    words().any(|word| is_of(OTHERS, word)).then_some(false)
}

/// Whether the numbers of a sheet are those of another standard: by what it is called, or by those that ours has not.
pub(super) fn is_of_others(mapped: &Mapped<'_>) -> bool {
    let Some(column) = mapped.ids().filter(|_| mapped.own.is_none()) else { return false };
    let heading = mapped.heading.unwrap_or_default();
    let above = mapped.sheet.rows.iter().take(heading).flatten();
    let head = mapped.sheet.rows.get(heading).filter(|_| mapped.heading.is_some()).map_or("", |row| cell(row, column));
    let said = above.map(String::as_str).chain([head, &mapped.sheet.name]);
    let (mut names_others, mut names_ours) = (false, false);
    for named in said.filter_map(names) {
        names_others |= !named;
        names_ours |= named;
    }
    if names_others && !names_ours {
        return true;
    }
    let (mut all, mut unknown) = (0_usize, 0_usize);
    for id in mapped.rows().filter_map(|(_, row)| ids::spelled(cell(row, column))).filter(|id| id.parts > 1) {
        all = all.saturating_add(1);
        unknown = unknown.saturating_add(usize::from(!is_ours(&id)));
    }
    unknown > 2 && unknown.saturating_mul(3) >= all
}

/// Whether a requirement has this number, as a control or as a clause; a spreadsheet that took it for a figure has lost
/// the zero at its end.
fn is_numbered(requirement: Requirement, number: &str) -> bool {
    let own = requirement.id();
    let own = own.strip_prefix("A.").unwrap_or(own);
    own == number || own.strip_suffix('0').is_some_and(|short| short == number)
}

fn of_id(
    spelled: &Spelled,
    bare: Bare,
    titled: Option<Requirement>,
    edition: Edition,
) -> Result<Requirement, RefusalReason> {
    let may_be_control = spelled.kind == Kind::Control || (spelled.kind == Kind::Bare && bare != Bare::Clauses);
    let may_be_clause = spelled.kind == Kind::Clause || (spelled.kind == Kind::Bare && bare != Bare::Controls);
    let control = edition.requirement(&control_id(&spelled.number)).filter(|_| may_be_control);
    let clause = edition.requirement(&spelled.number).filter(|_| may_be_clause);
    if let Some(titled) = titled {
        let fits = if titled.is_control() { may_be_control } else { may_be_clause };
        if fits && is_numbered(titled, &spelled.number) {
            return Ok(titled);
        }
        if control.is_some() || clause.is_some() {
            return Err(RefusalReason::IdAndTitle);
        }
    }
    match (control, clause) {
        (Some(_), Some(_)) => Err(RefusalReason::ClauseOrControl),
        (Some(found), None) | (None, Some(found)) => {
            // A heading of clauses that has a control's number is no less a heading.
            let is_heading = spelled.kind == Kind::Bare
                && bare == Bare::Open
                && found.is_control()
                && edition.clauses().iter().any(|clause| clause.id == spelled.number);
            if is_heading { Err(RefusalReason::ClauseOrControl) } else { Ok(found) }
        }
        (None, None) => Err(why_none(spelled, edition)),
    }
}

/// Whether this is the number of a requirement or of a heading, in either edition.
pub(super) fn is_ours(spelled: &Spelled) -> bool {
    Edition::ALL.into_iter().any(|edition| why_none(spelled, edition) != RefusalReason::UnknownId)
}

fn why_none(spelled: &Spelled, edition: Edition) -> RefusalReason {
    let control = control_id(&spelled.number);
    let is_heading = (spelled.kind != Kind::Control && edition.clauses().iter().any(|one| one.id == spelled.number))
        || (spelled.kind != Kind::Clause
            && (edition.groups().iter().any(|one| one.id == control)
                || edition.categories().iter().any(|one| one.id == control)));
    let is_elsewhere = Edition::ALL.into_iter().any(|other| {
        (spelled.kind != Kind::Clause && other.requirement(&control).is_some())
            || (spelled.kind != Kind::Control && other.requirement(&spelled.number).is_some())
    });
    match (is_heading, is_elsewhere) {
        (true, _) => RefusalReason::Heading,
        (false, true) => RefusalReason::OtherEdition,
        (false, false) => RefusalReason::UnknownId,
    }
}
