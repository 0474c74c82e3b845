//! What must hold of every input, and the keeping of one that fails.

use iso27001_readiness::ReadinessError;
use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::scoring::Scores;
use std::path::PathBuf;

/// Keeps an input that makes a test fail.
pub struct Keep<'a>(pub &'a str, pub &'a [u8]);

pub fn kept() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fuzz"))
}

impl Drop for Keep<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let Self(test, input) = *self;
            let sum = input.iter().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte)));
            let path = kept().join(format!("{test}-{sum:08x}.bin"));
            let written = std::fs::create_dir_all(kept()).and_then(|()| std::fs::write(&path, input));
            eprintln!("{written:?} {}\n{}", path.display(), String::from_utf8_lossy(input));
        }
    }
}

/// Refused with a message, or read; and what was read comes back the same, and has a report.
pub fn refused_or_round_trips(input: &[u8]) -> &'static str {
    let assessment = match Assessment::parse_bytes(input) {
        Ok(assessment) => assessment,
        Err(error) => return refused(&error),
    };
    let text = assessment.to_json();
    let again = Assessment::parse(&text).unwrap();
    assert_eq!(again.to_json(), text);
    assert_eq!((again.edition(), again.target()), (assessment.edition(), assessment.target()));
    for requirement in assessment.edition().requirements() {
        assert_eq!(again.effective_answer(requirement), assessment.effective_answer(requirement));
    }
    let overall = Scores::of(&assessment).overall();
    assert!(overall.low() <= overall.high() && overall.high() <= 10_000);
    assert_eq!(Scores::of(&again).overall(), overall);
    "accepted"
}

pub fn refused(error: &ReadinessError) -> &'static str {
    assert!(!error.message().is_empty() && error.subject().starts_with('$'), "{error}");
    error.code().as_str()
}
