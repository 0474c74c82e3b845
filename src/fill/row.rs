//! What the cells of one row would say.

use super::KeptReason;
use super::cells::{Entries, Kind, Wanted, Words};
use super::{FilledCell, Kept};
use crate::assessment::{Answer, Assessment, EvidenceLink, evidence_lines};
use crate::catalog::Requirement;
use crate::catalog::constants::CONFORMITY_LEVEL;
use crate::import::crosses::mark;
use crate::import::dates::{self, Order};
use crate::import::mapping::Mapping;
use crate::import::plain::{said, same};
use crate::import::row::BECAUSE;
use crate::import::sheet::{Own, cell};
use crate::import::vocabulary::Vocabulary;
use crate::import::words::Table;
use crate::import::{Field, Meaning, Role, Sheet, Source, evidence};
use crate::questionnaire::Level;
use crate::text::{is_blank, named};

/// Whether a row's text takes the place of what is there or goes below it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Instead,
    Below,
}

/// One row that is read, and what it is about.
pub(super) struct Row<'r, 'a> {
    pub(super) sheet: &'r Sheet,
    pub(super) place: usize,
    pub(super) at: usize,
    pub(super) cells: &'r [String],
    pub(super) mapping: &'r Mapping,
    pub(super) assessment: &'a Assessment,
    pub(super) out: &'r mut Entries,
    pub(super) id: String,
}

/// Where whole lines of a text are another one: the first and the last of them.
fn lines_at(text: &str, part: &str) -> Option<(usize, usize)> {
    let (lines, wanted): (Vec<&str>, Vec<&str>) = (text.split('\n').collect(), part.split('\n').collect());
    let first = lines.windows(wanted.len()).position(|window| window == wanted)?;
    Some((first, first.saturating_add(wanted.len())))
}

impl Row<'_, '_> {
    fn is_own(&self) -> bool {
        self.mapping.own.is_some()
    }

    /// What the row says: of columns that are crossed, the heading of the one that is.
    fn shows(&self, role: Role) -> &str {
        let crosses = self.mapping.crosses(self.sheet, role);
        let crossed = crosses.iter().find(|(column, _)| mark(cell(self.cells, *column)) == Some(true));
        match crossed {
            Some((_, label)) => label,
            None if crosses.is_empty() => self.mapping.column(role).map_or("", |column| cell(self.cells, column)),
            None => "",
        }
    }

    fn keep(&mut self, role: Role, reason: KeptReason) {
        let source = Source::at(self.sheet, self.at, self.mapping.column(role));
        self.out.kept.push(Kept { source, reason, value: self.id.clone() });
    }

    fn want(&mut self, role: Role, to: String, kind: Kind, means: Option<Meaning>) {
        if let Some(column) = self.mapping.column(role) {
            self.want_at(column, role, to, kind, means);
        }
    }

    fn want_at(&mut self, column: usize, role: Role, to: String, kind: Kind, means: Option<Meaning>) {
        let from = String::from(cell(self.cells, column));
        let stands = to == from || (kind == Kind::Text && same(&from, &to));
        let source = Source::at(self.sheet, self.at, Some(column));
        let cell = FilledCell { source, id: self.id.clone(), role, from, to };
        let (sheet, row) = (self.place, self.at);
        self.out.cells.push(Wanted { sheet, row, column, kind, day: String::new(), cell, stands, means });
    }

    /// A word for this meaning, unless the cell has one.
    fn word(&mut self, role: Role, vocabulary: Option<&Vocabulary<'_>>, wanted: Meaning) {
        let Some(vocabulary) = vocabulary else { return };
        let crosses = self.mapping.crosses(self.sheet, role);
        if !crosses.is_empty() {
            return self.cross(role, &crosses, vocabulary, wanted);
        }
        let shown = String::from(self.shows(role));
        if !shown.is_empty() && vocabulary.means(&shown) == Some(wanted) {
            return self.want(role, shown, Kind::Word, Some(wanted));
        }
        match vocabulary.word(wanted) {
            Some((word, coarser)) => {
                let means = vocabulary.means(&word);
                // Our own statement has one word for several levels, and the level beside it.
                if coarser && !self.is_own() {
                    self.keep(role, KeptReason::Coarser);
                    if !shown.is_empty() && vocabulary.means(&shown) == means {
                        return self.want(role, shown, Kind::Word, means);
                    }
                }
                self.want(role, word, Kind::Word, means);
            }
            None => self.keep(role, KeptReason::NoWord),
        }
    }

    /// A cross in the column that says this, and none in the others.
    fn cross(&mut self, role: Role, crosses: &[(usize, &str)], vocabulary: &Vocabulary<'_>, wanted: Meaning) {
        let is_marked = |row: &Self, column: usize| mark(cell(row.cells, column)) == Some(true);
        let mut tried = vec![wanted];
        // The nearest column where there is none for it: what is better than done is done, what has begun is partly so.
        if let Meaning::Answer(Answer::Level(level)) = wanted {
            let nearer: &[u8] = match level.number() {
                5 => &[4, CONFORMITY_LEVEL],
                4 => &[CONFORMITY_LEVEL],
                1 => &[2],
                _ => &[],
            };
            let levels = nearer.iter().filter_map(|number| Level::new(i64::from(*number)));
            tried.extend(levels.map(|level| Meaning::Answer(Answer::Level(level))));
        }
        let found = tried.into_iter().find_map(|means| {
            let of = || crosses.iter().filter(|(_, label)| vocabulary.means(label) == Some(means));
            let first = of().find(|(column, _)| is_marked(self, *column)).or_else(|| of().next());
            first.map(|(column, _)| (*column, means))
        });
        let Some((place, means)) = found else { return self.keep(role, KeptReason::NoWord) };
        if means != wanted {
            self.keep(role, KeptReason::Coarser);
        }
        // As the other rows mark it, and leave it unmarked.
        let like = |wanted: bool| {
            let rows = self.mapping.rows.iter().filter_map(|(at, _)| self.sheet.rows.get(*at));
            let mut cells = rows.flat_map(|row| crosses.iter().map(|(column, _)| cell(row, *column)));
            cells.find(|text| !text.is_empty() && mark(text) == Some(wanted)).map(String::from)
        };
        let (crossed, uncrossed) = (like(true).unwrap_or_else(|| String::from("x")), like(false).unwrap_or_default());
        for (column, _) in crosses {
            let shown = String::from(cell(self.cells, *column));
            let to = match (*column == place, is_marked(self, *column)) {
                (true, false) => crossed.clone(),
                (false, true) => uncrossed.clone(),
                _ => shown,
            };
            self.want_at(*column, role, to, Kind::Word, None);
        }
    }

    /// A text. What is there and stands nowhere in the assessment is kept, and this goes below it.
    fn text(&mut self, role: Role, text: &str, place: Place) {
        if self.mapping.column(role).is_none() {
            return;
        }
        let shown = self.shows(role);
        let theirs = said(shown);
        let is_own = self.is_own();
        if is_blank(text) && !is_own {
            return;
        }
        let to = if same(shown, text) || (!is_own && place == Place::Below && lines_at(&theirs, text.trim()).is_some())
        {
            String::from(shown)
        } else if is_own || place == Place::Instead || theirs.is_empty() || lines_at(text, &theirs).is_some() {
            String::from(text.trim())
        } else {
            [&theirs, "\n", text.trim()].concat()
        };
        self.want(role, to, Kind::Text, None);
    }

    /// A value that has no column is counted.
    fn unplaced(&mut self, field: Field, text: &str) {
        if !is_blank(text) {
            self.out.count(field, 1);
        }
    }

    pub(super) fn requirement(mut self, requirement: Requirement, words: &Words<'_>) {
        let response = self.assessment.response(requirement);
        self.answer(requirement, words);
        let owner = response.owner();
        if self.mapping.column(Role::Owner).is_some() {
            self.text(Role::Owner, owner, Place::Instead);
        } else {
            self.unplaced(Field::Owner, owner);
        }
        self.due(response.due());
        self.links(response.evidence());
        self.because(requirement, words);
        self.remarks(requirement);
    }

    fn answer(&mut self, requirement: Requirement, words: &Words<'_>) {
        let Some(answer) = self.assessment.response(requirement).answer() else { return };
        let wanted = Meaning::Answer(answer);
        let has_applicable = self.mapping.column(Role::Applicable).is_some();
        if requirement.is_control() && has_applicable {
            let applies = if answer == Answer::NotApplicable { wanted } else { Meaning::Applicable };
            self.word(Role::Applicable, words.applicable.as_ref(), applies);
        }
        // A document's status stands in the same sheet of ours, and is another thing.
        let status = words.status.as_ref().filter(|status| status.table == Table::Status);
        let mut is_said = false;
        if self.is_own() && answer == Answer::NotApplicable {
            self.want(Role::Level, String::new(), Kind::Word, None);
            return self.word(Role::Status, status, wanted);
        }
        for (role, vocabulary) in [(Role::Level, words.level.as_ref()), (Role::Status, status)] {
            let Some(vocabulary) = vocabulary else { continue };
            is_said = true;
            if let (Answer::Level(level), true, Role::Status) = (answer, self.is_own(), role) {
                let state = match level.number() {
                    0 => 0,
                    1..CONFORMITY_LEVEL => CONFORMITY_LEVEL.saturating_sub(1),
                    _ => CONFORMITY_LEVEL,
                };
                if let Some(state) = Level::new(i64::from(state)) {
                    self.word(role, Some(vocabulary), Meaning::Answer(Answer::Level(state)));
                }
                continue;
            }
            if answer == Answer::NotApplicable && has_applicable {
                // What is excluded may stand as absent or blank, but not as done.
                let is_done = matches!(vocabulary.means(self.shows(role)),
                    Some(Meaning::Answer(Answer::Level(level))) if level.number() > 0);
                if !is_done {
                    continue;
                }
            }
            self.word(role, Some(vocabulary), wanted);
        }
        let is_settled = is_said || (has_applicable && answer == Answer::NotApplicable);
        if !is_settled {
            self.unplaced(Field::Answer, "answer");
        }
    }

    fn due(&mut self, due: &str) {
        if due.is_empty() {
            return;
        }
        let Some(column) = self.mapping.column(Role::Due) else { return self.unplaced(Field::Due, due) };
        let shown = String::from(self.shows(Role::Due));
        let stands = dates::date(&shown, self.mapping.order).as_deref() == Some(due);
        let to = if stands { shown } else { self.dated(due, column) };
        self.want(Role::Due, to, Kind::Date, None);
        if let Some(last) = self.out.cells.last_mut() {
            last.day = String::from(due);
        }
    }

    /// The date as the other cells of its column are written.
    fn dated(&self, due: &str, column: usize) -> String {
        let other =
            self.mapping.rows.iter().filter_map(|(at, _)| self.sheet.rows.get(*at)).map(|row| cell(row, column));
        let pattern = other.filter(|text| dates::date(text, self.mapping.order).is_some()).find_map(|text| {
            let sign =
                text.chars().find(|sign| !sign.is_ascii_digit()).filter(|sign| matches!(sign, '.' | '/' | '-'))?;
            let (first, _) = text.split_once(sign)?;
            (first.len() < 4).then_some(sign)
        });
        let mut parts = due.split('-');
        let (Some(sign), Some(year), Some(month), Some(day)) = (pattern, parts.next(), parts.next(), parts.next())
        else {
            return String::from(due);
        };
        let (one, two) = match self.mapping.order {
            Order::DayFirst => (day, month),
            Order::MonthFirst => (month, day),
            Order::Open => return String::from(due),
        };
        let mut out = String::new();
        for part in [one, two] {
            out.push_str(part);
            out.push(sign);
        }
        out.push_str(year);
        out
    }

    fn links(&mut self, links: &[EvidenceLink]) {
        let roles = [Role::Evidence, Role::Href];
        let Some(role) = roles.into_iter().find(|role| self.mapping.column(*role).is_some()) else {
            return self.unplaced(Field::Evidence, &evidence_lines(links));
        };
        if self.is_own() {
            return self.text(role, &evidence_lines(links), Place::Instead);
        }
        let mut there = evidence::links(&said(self.shows(Role::Evidence)));
        there.extend(evidence::links(&said(self.shows(Role::Href))));
        let more = links.iter().filter(|link| !there.iter().any(|one| evidence::line(one) == evidence::line(link)));
        self.text(role, &evidence_lines(more), Place::Below);
    }

    fn because(&mut self, requirement: Requirement, words: &Words<'_>) {
        let reasons = self.assessment.response(requirement).inclusion().because();
        for ((role, reason), vocabulary) in BECAUSE.into_iter().zip(&words.because) {
            let Some(vocabulary) = vocabulary else { continue };
            let says_yes = vocabulary.means(self.shows(role)) == Some(Meaning::Applicable);
            if reasons.contains(&reason) {
                self.word(role, Some(vocabulary), Meaning::Applicable);
            } else if self.is_own() && says_yes {
                self.want(role, String::new(), Kind::Word, None);
            }
        }
    }

    /// Reason, justification and note, each in the column that it would be read from.
    fn remarks(&mut self, requirement: Requirement) {
        let response = self.assessment.response(requirement);
        let is_excluded = response.answer() == Some(Answer::NotApplicable);
        let has = |row: &Self, role: Role| row.mapping.column(role).is_some();
        let first = |row: &Self, roles: &[Role]| roles.iter().copied().find(|role| has(row, *role));
        let mut used = None;
        if is_excluded {
            let roles: &[Role] = if self.is_own() {
                &[Role::Reason]
            } else {
                &[Role::Reason, Role::Justification, Role::Inclusion, Role::Note]
            };
            used = first(self, roles);
            match used {
                Some(role) => self.text(role, response.reason(), Place::Instead),
                None => self.unplaced(Field::Reason, response.reason()),
            }
        } else if self.is_own() {
            self.text(Role::Reason, "", Place::Instead);
        }
        let inclusion = response.inclusion().note();
        if requirement.is_control() && (self.is_own() || !is_excluded) {
            match first(self, if self.is_own() { &[Role::Inclusion] } else { &[Role::Inclusion, Role::Justification] })
            {
                Some(role) => self.text(role, inclusion, Place::Below),
                None => self.unplaced(Field::InclusionNote, inclusion),
            }
        }
        let note = if self.is_own() { String::from(response.note()) } else { self.note_alone(requirement, used) };
        if used == Some(Role::Note) {
            return self.unplaced(Field::Note, &note);
        }
        match first(self, &[Role::Note]) {
            Some(role) => self.text(role, &note, Place::Below),
            None => self.unplaced(Field::Note, &note),
        }
    }

    /// The note without what other cells of the row have brought into it.
    fn note_alone(&self, requirement: Requirement, used: Option<Role>) -> String {
        let mut others = Vec::new();
        let headings = self.mapping.heading.and_then(|heading| self.sheet.rows.get(heading));
        for role in [Role::Level, Role::Status] {
            let crosses = self.mapping.crosses(self.sheet, role);
            for (column, label) in &crosses {
                others.push(named(label, cell(self.cells, *column)));
            }
            if let Some(column) = self.mapping.column(role).filter(|_| crosses.is_empty()) {
                let word = cell(self.cells, column);
                others.push(named(headings.map_or("", |row| cell(row, column)), word));
            }
        }
        for role in [Role::Reason, Role::Inclusion, Role::Justification] {
            let is_note = !requirement.is_control() || role == Role::Reason;
            if is_note && used != Some(role) {
                others.push(said(self.shows(role)));
            }
        }
        let note = self.assessment.response(requirement).note();
        let mut lines: Vec<&str> = note.split('\n').collect();
        for other in others.iter().filter(|other| !other.is_empty()) {
            if let Some((first, last)) = lines_at(&lines.join("\n"), other) {
                lines.drain(first..last);
            }
        }
        lines.join("\n")
    }

    pub(super) fn document(mut self, index: usize, words: &Words<'_>) {
        let response = self.assessment.document_response(index);
        self.text(Role::Owner, response.owner(), Place::Instead);
        // The plan shows the rest and reads it nowhere.
        if self.mapping.own == Some(Own::Plan) {
            return;
        }
        if let Some(status) = response.status() {
            self.word(Role::Status, words.status.as_ref(), Meaning::Document(status));
        }
        let place = if self.mapping.column(Role::Href).is_some() { Role::Href } else { Role::Evidence };
        self.text(place, response.href(), Place::Instead);
        self.text(Role::Note, response.note(), Place::Below);
    }
}
