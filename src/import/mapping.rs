//! Which row of a sheet is about what, for whoever writes into it.

use super::collect::Subject;
use super::dates::Order;
use super::grid::Sheet;
use super::headings::Role;
use super::options::Options;
use super::reading::Scale;
use super::row::{self, Row};
use super::sheet::Own;
use crate::assessment::Assessment;

/// A sheet as it was read.
pub(crate) struct Mapping {
    /// The place of the row of headings.
    pub(crate) heading: Option<usize>,
    /// In the order of the roles.
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
        let (heading, columns) = (one.heading, one.columns.clone());
        found.push(Mapping { heading, columns, own: one.own, scale: one.scale, order, is_documents, rows });
    }
    found
}
