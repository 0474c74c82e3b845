//! What would be read otherwise once it is filled is left out: the rest of a column says how one of its cells is meant.

use super::cells::Entries;
use super::{Kept, KeptReason};
use crate::assessment::Assessment;
use crate::import::dates::{self, Order};
use crate::import::mapping::mappings;
use crate::import::plain::plain;
use crate::import::reading::Scale;
use crate::import::vocabulary;
use crate::import::words::Table;
use crate::import::{Options, Role, Sheet};
use crate::order::sort_by;

/// Leaves out what the sheets, so filled, would not be read as.
pub(super) fn checked(
    mut wanted_entries: Entries,
    assessment: &Assessment,
    sheets: &[Sheet],
    options: &Options,
) -> Entries {
    let settled: Vec<_> = options.words.iter().map(|(word, means)| (plain(word), *means)).collect();
    // Each turn leaves out at least one column, or is the last.
    for _ in 0..4 {
        let mut filled = sheets.to_vec();
        for wanted in wanted_entries.cells.iter().filter(|wanted| !wanted.stands) {
            let row = filled.get_mut(wanted.sheet).and_then(|sheet| sheet.rows.get_mut(wanted.row));
            let Some(row) = row else { continue };
            if row.len() <= wanted.column {
                row.resize(wanted.column.saturating_add(1), String::new());
            }
            if let Some(cell) = row.get_mut(wanted.column) {
                cell.clone_from(&wanted.cell.to);
            }
        }
        let read = mappings(assessment, &filled, options);
        let mut is_so = true;
        // A date that the rest of its column no longer tells the order of is written as files have it.
        for wanted in
            wanted_entries.cells.iter_mut().filter(|wanted| !wanted.day.is_empty() && wanted.cell.to != wanted.day)
        {
            let order = read.get(wanted.sheet).map_or(Order::Open, |mapping| mapping.order);
            if dates::date(&wanted.cell.to, order).as_deref() != Some(&*wanted.day) {
                wanted.cell.to.clone_from(&wanted.day);
                wanted.stands = false;
                is_so = false;
            }
        }
        let before = wanted_entries.cells.len();
        let mut kept = Vec::new();
        wanted_entries.cells.retain(|wanted| {
            let (Some(means), Some(mapping)) = (wanted.means, read.get(wanted.sheet)) else { return true };
            let (table, scale) = match wanted.cell.role {
                Role::Level | Role::Status if mapping.is_documents => (Table::Document, Scale::Levels),
                Role::Level | Role::Status => (Table::Status, mapping.scale),
                _ => (Table::Applicable, Scale::Levels),
            };
            let is_so = vocabulary::means(&wanted.cell.to, table, scale, &settled) == Some(means);
            if !is_so {
                let source = wanted.cell.source.clone();
                kept.push(Kept { source, reason: KeptReason::NoWord, value: wanted.cell.id.clone() });
            }
            is_so
        });
        wanted_entries.kept.append(&mut kept);
        if is_so && wanted_entries.cells.len() == before {
            break;
        }
    }
    sort_by(&mut wanted_entries.kept, &|one, other| (&one.source, &one.value).cmp(&(&other.source, &other.value)));
    wanted_entries.kept.dedup();
    wanted_entries
}
