//! Which row of a sheet is about what, for whoever writes into it.

use super::collect::Subject;
use super::dates::Order;
use super::grid::Sheet;
use super::headings::Role;
use super::options::Options;
use super::reading::Scale;
use super::row::{self, Row};
use super::sheet::{Own, cell};
use crate::assessment::Assessment;

/// A sheet as it was read.
pub(crate) struct Mapping {
    /// The place of the row of headings.
    pub(crate) heading: Option<usize>,
    /// That of the headings of columns with crosses.
    pub(crate) labels: Option<usize>,
    /// In the order of the roles; several with one role are crossed.
    pub(crate) columns: Vec<(Role, usize)>,
    pub(crate) own: Option<Own>,
    pub(crate) scale: Scale,
    pub(crate) order: Order,
    pub(crate) is_documents: bool,
    /// The place of each row that is read, and what it is about in the assessment's edition.
    pub(crate) rows: Vec<(usize, Vec<Subject>)>,
}

impl Mapping {
    pub(crate) fn column(&self, role: Role) -> Option<usize> {
        self.columns.iter().find(|(of, _)| *of == role).map(|(_, column)| *column)
    }

    /// The columns with crosses, and what stands above each; none where the role has one column.
    pub(crate) fn crosses<'s>(&self, sheet: &'s Sheet, role: Role) -> Vec<(usize, &'s str)> {
        let labels = self.labels.and_then(|row| sheet.rows.get(row));
        let of = self.columns.iter().filter(|(of, _)| *of == role);
        let found: Vec<_> = of.map(|(_, column)| (*column, labels.map_or("", |row| cell(row, *column)))).collect();
        if found.len() > 1 { found } else { Vec::new() }
    }
}

/// How each of these sheets is read: the same as for a proposal.
pub(crate) fn mappings(assessment: &Assessment, sheets: &[Sheet], options: &Options) -> Vec<Mapping> {
    let (mapped, collector) = super::mapped(assessment, sheets, options);
    let mut found = Vec::new();
    for one in &mapped {
        let order = row::order(one);
        let is_documents = row::is_documents(one);
        let is_read = !one.is_other && (is_documents || one.ids().is_some() || one.column(Role::Title).is_some());
        let mut seen = Vec::new();
        let mut rows = Vec::new();
        for (at, cells) in one.rows().filter(|_| is_read) {
            let row = Row { mapped: one, at, cells, order };
            if let Ok((key, subjects)) = row::subjects(&collector, &row, is_documents)
                && !seen.contains(&key)
            {
                seen.push(key);
                rows.push((at, subjects));
            }
        }
        let (heading, labels, columns) = (one.heading, one.labels, one.columns.clone());
        found.push(Mapping { heading, labels, columns, own: one.own, scale: one.scale, order, is_documents, rows });
    }
    found
}
