use super::{Area, Category, Clause, Control, Edition, ExclusionClass, Gravity, Group, links::LINKS, weights};
use crate::text::split_once;
use std::sync::OnceLock;

/// A requirement: a leaf clause of 4 to 10 or a control of Annex A. A small handle; its order is catalog order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Requirement {
    edition: Edition,
    index: u8,
}

/// Goes through the requirements of an edition. A type of its own, and not a chain of adaptors: it is used everywhere,
/// and WebAssembly pays for each closure that such a chain is compiled with.
pub(super) struct Requirements {
    edition: Edition,
    next: usize,
}

impl Iterator for Requirements {
    type Item = Requirement;

    #[inline(never)]
    fn next(&mut self) -> Option<Requirement> {
        let next = Requirement::at(self.edition, self.next);
        self.next = self.next.saturating_add(1);
        next
    }
}

enum Row {
    Clause(&'static Clause),
    Control(&'static Control),
}

/// Sorts ids as the standard does: clauses before controls, and 10 after 9. Two ids never have the same one.
fn numbering(id: &str) -> Option<[u8; 4]> {
    let (annex, numbers) = match id.strip_prefix("A.") {
        Some(rest) => (1, rest),
        None => (0, id),
    };
    let mut key = [annex, 0_u8, 0, 0];
    let mut places = key.iter_mut().skip(1);
    let mut place = places.next()?;
    for byte in numbers.bytes() {
        match byte {
            b'.' if *place > 0 => place = places.next()?,
            // No leading zero: an id has one spelling.
            b'0'..=b'9' if *place > 0 || byte > b'0' => {
                *place = place.checked_mul(10)?.checked_add(byte.checked_sub(b'0')?)?;
            }
            _ => return None,
        }
    }
    (*place > 0).then_some(key)
}

/// Those of an edition, in catalog order, computed once: every file asks for each of its ids.
fn numberings(edition: Edition) -> &'static [[u8; 4]] {
    static OF_2013: OnceLock<Vec<[u8; 4]>> = OnceLock::new();
    static OF_2022: OnceLock<Vec<[u8; 4]>> = OnceLock::new();
    let kept = match edition {
        Edition::E2013 => &OF_2013,
        Edition::E2022 => &OF_2022,
    };
    kept.get_or_init(|| {
        let mut numberings = Vec::new();
        for requirement in Requirement::all(edition) {
            numberings.push(numbering(requirement.id()).unwrap_or_default());
        }
        numberings
    })
}

impl Requirement {
    pub(super) fn all(edition: Edition) -> Requirements {
        Requirements { edition, next: 0 }
    }

    /// The requirement at a place in catalog order.
    #[must_use]
    pub fn at(edition: Edition, index: usize) -> Option<Self> {
        if index >= edition.requirement_count() {
            return None;
        }
        Some(Self { edition, index: u8::try_from(index).ok()? })
    }

    pub(super) fn find(edition: Edition, id: &str) -> Option<Self> {
        Self::at(edition, numberings(edition).binary_search(&numbering(id)?).ok()?)
    }

    fn row(self) -> Row {
        let index = self.index();
        match index.checked_sub(self.edition.clause_requirements()) {
            Some(control) => match self.edition.controls().get(control) {
                Some(row) => Row::Control(row),
                None => Row::Clause(&NOWHERE),
            },
            None => {
                Row::Clause(self.edition.clauses().iter().filter(|c| c.is_requirement()).nth(index).unwrap_or(&NOWHERE))
            }
        }
    }

    /// Its place in catalog order, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.index)
    }

    /// The edition it belongs to.
    #[must_use]
    pub fn edition(self) -> Edition {
        self.edition
    }

    /// Its number, for example `"9.2.1"` or `"A.5.1"`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self.row() {
            Row::Clause(row) => row.id,
            Row::Control(row) => row.id,
        }
    }

    /// Its title as published.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self.row() {
            Row::Clause(row) => row.title,
            Row::Control(row) => row.title,
        }
    }

    /// Whether it is a control of Annex A, which can be not applicable; a clause never can.
    #[must_use]
    pub fn is_control(self) -> bool {
        self.index() >= self.edition.clause_requirements()
    }

    /// The clause 4 to 10 that a clause requirement belongs to, or the group of a control.
    ///
    /// ```
    /// use iso27001_readiness::catalog::Edition;
    /// let section = |id| Edition::E2022.requirement(id).map(|r| r.section());
    /// assert_eq!(section("10.2"), Some("10"));
    /// assert_eq!(section("A.8.34"), Some("A.8"));
    /// ```
    #[must_use]
    pub fn section(self) -> &'static str {
        match self.group() {
            Some(group) => group.id,
            None => split_once(self.id(), b'.').map_or(self.id(), |(clause, _)| clause),
        }
    }

    /// The group of a control; none for a clause.
    #[must_use]
    pub fn group(self) -> Option<&'static Group> {
        match self.row() {
            Row::Clause(_) => None,
            Row::Control(row) => self.edition.groups().get(usize::from(row.group)),
        }
    }

    /// The category of a control of 2013.
    #[must_use]
    pub fn category(self) -> Option<&'static Category> {
        match self.row() {
            Row::Clause(_) => None,
            Row::Control(row) => self.edition.categories().get(usize::from(row.category?)),
        }
    }

    /// Whether it is a control that 2022 added.
    #[must_use]
    pub fn is_new(self) -> bool {
        matches!(self.row(), Row::Control(row) if row.is_new)
    }

    /// What it weighs among the requirements of its part: 1 to 4 for a clause, 1 for a control.
    ///
    /// ```
    /// use iso27001_readiness::catalog::{Edition, Gravity};
    /// let review = Edition::E2013.requirement("9.3").expect("a clause of 2013");
    /// assert_eq!((review.weight(), review.gravity()), (4, Some(Gravity::Core)));
    /// ```
    #[must_use]
    pub fn weight(self) -> u8 {
        self.weighed().map_or(1, |(weight, _)| weight)
    }

    /// How grave it is that a clause is not met; none for a control.
    #[must_use]
    pub fn gravity(self) -> Option<Gravity> {
        self.weighed().map(|(_, gravity)| gravity)
    }

    fn weighed(self) -> Option<(u8, Gravity)> {
        let rows: &[(&str, u8, Gravity)] = match self.edition {
            Edition::E2013 => &weights::WEIGHTS_2013,
            Edition::E2022 => &weights::WEIGHTS_2022,
        };
        rows.get(self.index()).map(|(_, weight, gravity)| (*weight, *gravity))
    }

    /// How often an auditor accepts that a control is not applicable; none for a clause, which always is.
    #[must_use]
    pub fn exclusion(self) -> Option<ExclusionClass> {
        match self.row() {
            Row::Clause(_) => None,
            Row::Control(row) => Some(row.exclusion),
        }
    }

    /// The place of its area in [`Edition::areas`].
    #[must_use]
    pub fn area_index(self) -> usize {
        usize::from(match self.row() {
            Row::Clause(row) => row.area.unwrap_or_default(),
            Row::Control(row) => row.area,
        })
    }

    /// The area whose quick question covers it.
    #[must_use]
    pub fn area(self) -> Option<&'static Area> {
        self.edition.areas().get(self.area_index())
    }

    /// The controls of 2013 that it was made of; empty in 2013 and for new controls.
    pub fn predecessors(self) -> impl Iterator<Item = &'static str> {
        self.linked(Edition::E2022)
    }

    /// The controls of 2022 that it went into; empty in 2022.
    pub fn successors(self) -> impl Iterator<Item = &'static str> {
        self.linked(Edition::E2013)
    }

    /// The controls at the other end of its links, if it is a control of this edition.
    fn linked(self, edition: Edition) -> impl Iterator<Item = &'static str> {
        let here = (self.edition == edition && self.is_control()).then(|| self.id());
        LINKS.iter().filter_map(move |(old, new)| {
            let (one, other) = if edition == Edition::E2013 { (old, new) } else { (new, old) };
            (Some(*one) == here).then_some(*other)
        })
    }
}

/// Stands where no row is; a `Requirement` is only ever made with an index inside its edition.
static NOWHERE: Clause = Clause { id: "", parent: None, title: "", area: None };
