//! The rows of the catalog against the standard's own counts and numbering, and against the project's fact tables.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

mod annex_a;
mod areas;
mod audit_days;
mod clauses;
mod documents;
mod facts;
mod gates;
mod links;
mod lookups;
mod profiles;
mod rows;
mod weights;
