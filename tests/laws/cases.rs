//! How many cases a law gets, and where one that fails is kept.

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

/// How many cases each law gets when nobody says how many.
const EVERY_DAY: u32 = 2000;

/// For laws about whole files, which take some five times as long as those about answers.
pub fn fewer() -> ProptestConfig {
    let all = cases();
    ProptestConfig { cases: all.cases / 2, ..all }
}

pub fn cases() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(EVERY_DAY);
    ProptestConfig {
        cases,
        // A law that looks at one kind of assessment only passes over a share of them, however many there are.
        max_global_rejects: cases.saturating_mul(4),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/fuzz/laws.txt"
        )))),
        ..ProptestConfig::default()
    }
}
