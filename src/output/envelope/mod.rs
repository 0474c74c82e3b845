//! The result envelope: an assessment with its report, sealed so that a receiver can recompute it.
//!
//! A score that reaches somebody else is a claim. [`verify`] takes nothing from it but the answers, computes everything
//! again, and says where the claim differs and what it cannot know. The seal is a checksum, not a signature: it finds
//! damage, not forgery. A receiver who asked gives a [`Binding`], and knows by it that a result was made for that request.
//!
//! ```
//! use iso27001_readiness::{assessment::Assessment, catalog::Edition};
//! use iso27001_readiness::output::envelope::{Binding, seal_for, verify};
//!
//! let asked = Binding { nonce: "8f14e45f".into(), audience: "https://portal.example".into() };
//! let envelope = seal_for(&Assessment::new(Edition::E2022), &asked);
//! let verification = verify(&envelope)?;
//! assert!(verification.is_ok());
//! assert_eq!(verification.binding, Some(asked));
//! # Ok::<(), iso27001_readiness::ReadinessError>(())
//! ```

mod differences;
mod verify;

pub use differences::{Difference, MAX_DIFFERENCES};
pub use verify::{Verification, verify};

use super::sha256::sha256;
use crate::assessment::Assessment;
use crate::json::{MAX_BYTES, Object, json_object, push_integer, string, text};
use crate::scoring::{METHOD, Report};

/// What the member `format` of an envelope says.
pub const FORMAT: &str = "iso27001-readiness/result";
/// The major version of the envelope that is written and read.
pub const VERSION: u32 = 1;
/// The largest envelope that is read, in bytes: an assessment of any size with its report.
pub const MAX_ENVELOPE: usize = MAX_BYTES + 256 * 1024;
/// Name and version of what computed an envelope.
pub const ENGINE: &str = concat!("iso27001-readiness ", env!("CARGO_PKG_VERSION"));

/// For which request a result was made. It stands inside the sealed part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// Who is to receive it, for example the portal's origin.
    pub audience: String,
    /// What the receiver made up for this request, to be used once.
    pub nonce: String,
}

json_object! {
    Binding { audience, nonce }
}

/// The envelope of an assessment: canonical JSON (RFC 8785). A time that is not one of RFC 3339 is left out.
#[must_use]
pub fn seal(assessment: &Assessment) -> String {
    sealed(assessment, None)
}

/// The same, made for a request.
#[must_use]
pub fn seal_for(assessment: &Assessment, binding: &Binding) -> String {
    sealed(assessment, Some(binding))
}

fn sealed(assessment: &Assessment, binding: Option<&Binding>) -> String {
    let mut assessment = assessment.clone();
    assessment.visit_bad_times(&mut |time, _| time.clear());
    let mut envelope = Object::default();
    for (key, value) in computed(&assessment, &Report::of(&assessment)) {
        envelope.raw(key, value);
    }
    if let Some(binding) = binding {
        envelope.raw("binding", text(binding));
    }
    envelope.text("engine", ENGINE);
    envelope.raw("assessment", assessment.to_json());
    let checksum = sha256(&envelope.finish());
    envelope.text("sha256", &checksum);
    envelope.finish()
}

/// What an envelope says besides the answers, the binding, the engine and the seal.
fn computed(assessment: &Assessment, report: &Report) -> [(&'static str, String); 5] {
    let edition = assessment.edition();
    let mut version = String::new();
    push_integer(&mut version, u64::from(VERSION));
    let mut catalog = Object::default();
    catalog.text("edition", edition.year());
    catalog.text("sha256", super::catalog_json::digest(edition));
    [
        ("catalog", catalog.finish()),
        ("format", string(FORMAT)),
        ("method", string(METHOD)),
        ("report", report.to_json()),
        ("version", version),
    ]
}
