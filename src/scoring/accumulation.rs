//! Small faults that pile up are a large fault: what an auditor would likely write up once, as a major.

use super::answers::Answers;
use super::finding::{Finding, Findings, is_nonconformity};
use crate::catalog::Edition;
use crate::catalog::constants::{ACCUMULATED_LEAST, ACCUMULATED_PERCENT, SYSTEM_PERCENT};
use crate::json::{Value, json_by_name, json_object};

/// Where small faults have piled up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In a clause 4 to 10.
    Clause,
    /// In an area of controls.
    Area,
    /// All over the management system.
    System,
}

json_by_name!(Scope);

impl Scope {
    /// Its name in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Area => "area",
            Self::System => "system",
        }
    }
}

/// Requirements that together make a further major.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accumulated {
    /// The number of the clause, the key of the area, none for the system.
    pub id: Option<&'static str>,
    /// Where.
    pub scope: Scope,
    /// The places in catalog order of the requirements that are touched.
    pub touched: Vec<usize>,
    edition: Edition,
}

impl Accumulated {
    /// The ids of the requirements that are touched, in catalog order.
    #[must_use]
    pub fn touched_ids(&self) -> Vec<&'static str> {
        let mut ids = Vec::new();
        for requirement in self.edition.requirements() {
            if self.touched.contains(&requirement.index()) {
                ids.push(requirement.id());
            }
        }
        ids
    }
}

json_object! {
    Accumulated {
        id, scope, touched = |it| Value::List(it.touched_ids().into_iter().map(Value::Text).collect()),
    }
}

/// Which requirements carry a likely nonconformity of their own or of a document: each counts once.
pub(super) fn touched(answers: &Answers, findings: &Findings) -> Vec<bool> {
    let outline = answers.outline;
    let mut touched = Vec::with_capacity(outline.requirements.len());
    for (row, finding) in outline.requirements.iter().zip(&findings.requirements) {
        touched.push(if row.gravity.is_some() { is_nonconformity(*finding) } else { *finding == Some(Finding::Minor) });
    }
    for (row, finding) in outline.documents.iter().zip(&findings.documents) {
        if is_nonconformity(*finding)
            && let Some(place) = row.first_clause.and_then(|clause| touched.get_mut(clause))
        {
            *place = true;
        }
    }
    touched
}

/// A sum over the applicable requirements of a set.
#[derive(Clone, Copy, Default)]
struct Pile {
    touched: u32,
    touched_weight: u32,
    weight: u32,
}

impl Pile {
    fn add(&mut self, weight: u32, is_touched: bool) {
        self.weight = self.weight.saturating_add(weight);
        if is_touched {
            self.touched = self.touched.saturating_add(1);
            self.touched_weight = self.touched_weight.saturating_add(weight);
        }
    }

    fn exceeds(self, percent: u32) -> bool {
        self.touched_weight.saturating_mul(100) > self.weight.saturating_mul(percent)
    }

    fn is_large(self) -> bool {
        self.touched >= ACCUMULATED_LEAST && self.exceeds(ACCUMULATED_PERCENT)
    }
}

/// What has piled up: in clauses, then in areas of controls, then all over the system.
pub fn accumulated(answers: &Answers, findings: &Findings) -> Vec<Accumulated> {
    let (outline, edition) = (answers.outline, answers.edition);
    let touched = touched(answers, findings);
    let mut piles = Vec::new();
    piles.resize(outline.areas, Pile::default());
    let mut clauses: Vec<(&'static str, Pile)> = Vec::new();
    let mut system = Pile::default();
    for (index, (row, is_touched)) in outline.requirements.iter().zip(&touched).enumerate() {
        if !answers.is_applicable(index) {
            continue;
        }
        system.add(row.weight, *is_touched);
        if row.gravity.is_none() {
            if let Some(pile) = piles.get_mut(row.area) {
                pile.add(row.weight, *is_touched);
            }
            continue;
        }
        match clauses.last_mut() {
            Some((section, pile)) if *section == row.section => pile.add(row.weight, *is_touched),
            _ => {
                let mut pile = Pile::default();
                pile.add(row.weight, *is_touched);
                clauses.push((row.section, pile));
            }
        }
    }

    let of = |within: &dyn Fn(usize) -> bool| {
        let mut places = Vec::new();
        for (index, is_touched) in touched.iter().enumerate() {
            if *is_touched && within(index) {
                places.push(index);
            }
        }
        places
    };
    let row = |index: usize| outline.requirements.get(index);
    let mut all = Vec::new();
    for (section, pile) in clauses {
        if pile.is_large() {
            let touched = of(&|index| row(index).is_some_and(|row| row.gravity.is_some() && row.section == section));
            all.push(Accumulated { scope: Scope::Clause, id: Some(section), touched, edition });
        }
    }
    for ((area, pile), row_of_area) in piles.into_iter().enumerate().zip(edition.areas()) {
        if pile.is_large() {
            let touched = of(&|index| row(index).is_some_and(|row| row.gravity.is_none() && row.area == area));
            all.push(Accumulated { scope: Scope::Area, id: Some(row_of_area.key), touched, edition });
        }
    }
    if system.exceeds(SYSTEM_PERCENT) {
        all.push(Accumulated { scope: Scope::System, id: None, touched: of(&|_| true), edition });
    }
    all
}
