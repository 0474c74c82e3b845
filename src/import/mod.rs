//! From other people's sheets to a proposal, and from a proposal to an assessment.
//!
//! A sheet is a grid of text. The proposal says which columns were read, what each word is taken to mean, what would change,
//! and what is not taken, with its reason: nothing is dropped in silence, and nothing changes before somebody takes it.
//!
//! ```
//! use iso27001_readiness::{assessment::{Answer, Assessment}, catalog::Edition, import::{Options, Sheet, apply, propose}};
//!
//! let row = |cells: [&str; 2]| cells.map(String::from).to_vec();
//! let sheet = Sheet { name: "SoA".into(), rows: vec![row(["Control", "Status"]), row(["A.5.1", "Umgesetzt"])] };
//! let assessment = Assessment::new(Edition::E2022);
//! let proposal = propose(&assessment, &[sheet], &Options::default());
//! let taken = apply(&assessment, &proposal.changes, "2026-11-23T10:00:00Z")?;
//! let policies = Edition::E2022.requirement("A.5.1").expect("a control of 2022");
//! assert_eq!(taken.response(policies).answer(), Some(Answer::level(3)?));
//! # Ok::<(), iso27001_readiness::ReadinessError>(())
//! ```

mod apply;
pub(crate) mod collect;
mod columns;
mod composed;
pub(crate) mod crosses;
pub(crate) mod dates;
pub(crate) mod delimited;
pub(crate) mod evidence;
mod fields;
mod grid;
mod headings;
mod ids;
pub(crate) mod mapping;
mod number_format;
mod options;
mod oscal;
pub(crate) mod plain;
mod proposal;
pub(crate) mod reading;
mod resolve;
pub(crate) mod row;
pub(crate) mod sheet;
mod titles;
pub(crate) mod vocabulary;
pub(crate) mod words;

use crate::assessment::Assessment;
use crate::catalog::Edition;

pub use apply::apply;
pub use delimited::{Delimited, delimited};
pub use grid::{Sheet, Source, column_at};
pub use headings::Role;
pub use number_format::bare_code;
pub use options::{ColumnChoice, Options};
pub use oscal::{is_oscal, oscal};
pub use proposal::{
    Change, Field, FieldValue, Notice, NoticeKind, Proposal, Refusal, RefusalReason, SheetReading, Word,
};
pub use words::Meaning;

/// What these sheets would change in an assessment. The same sheets give the same proposal; their order, and that of their
/// columns, changes nothing but the places that it names.
#[must_use]
pub fn propose(assessment: &Assessment, sheets: &[Sheet], options: &Options) -> Proposal {
    let (mapped, mut collector) = mapped(assessment, sheets, options);
    for one in &mapped {
        row::read_sheet(&mut collector, one);
    }
    collector.finish()
}

/// The sheets with their columns named, and where what their rows say is gathered.
fn mapped<'a>(
    assessment: &'a Assessment,
    sheets: &'a [Sheet],
    options: &Options,
) -> (Vec<sheet::Mapped<'a>>, collect::Collector<'a>) {
    let mut mapped: Vec<_> = sheets.iter().map(|sheet| sheet::map(sheet, options)).collect();
    let edition = options.edition.unwrap_or_else(|| edition_of(&mapped, assessment.edition()));
    let collector = collect::Collector::new(assessment, options, edition);
    for one in &mut mapped {
        one.bare = sheet::bare(one, edition, &collector.titles);
    }
    (mapped, collector)
}

/// The edition that the ids of the sheets are of: whichever they name more controls of that the other has not.
fn edition_of(mapped: &[sheet::Mapped<'_>], own: Edition) -> Edition {
    let (mut older, mut newer) = (0_usize, 0_usize);
    for one in mapped {
        let Some(column) = one.ids().filter(|_| !one.is_other) else { continue };
        for (_, row) in one.rows() {
            let Some(id) = ids::spelled(sheet::cell(row, column)).filter(|id| id.kind != ids::Kind::Clause) else {
                continue;
            };
            let control = sheet::control_id(&id.number);
            // A bare number of three parts is a clause of one edition and a control of the other.
            if id.kind == ids::Kind::Bare && id.parts == 3 && Edition::E2022.requirement(&id.number).is_some() {
                continue;
            }
            older = older.saturating_add(usize::from(Edition::E2013.requirement(&control).is_some()));
            newer = newer.saturating_add(usize::from(Edition::E2022.requirement(&control).is_some()));
        }
    }
    match older.cmp(&newer) {
        std::cmp::Ordering::Greater => Edition::E2013,
        std::cmp::Ordering::Less => Edition::E2022,
        std::cmp::Ordering::Equal => own,
    }
}
