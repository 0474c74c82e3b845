//! How many passed and failed, as the test runners say it.
use anyhow::Result;

use crate::command::Tool;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl Count {
    pub const ONE: Self = Self { passed: 1, failed: 0 };

    pub fn add(&mut self, other: Self) {
        self.passed = self.passed.saturating_add(other.passed);
        self.failed = self.failed.saturating_add(other.failed);
    }
}

/// A step that either holds or does not.
pub fn one(tool: Tool) -> Result<Count> {
    tool.run().map(|()| Count::ONE)
}

/// Sums what a test runner says of itself; a runner that fails without naming a failed test counts as one.
pub fn counted(tool: Tool, mut read: impl FnMut(&str) -> Count) -> Result<Count> {
    let mut count = Count::default();
    let succeeded = tool.watch(|line| count.add(read(line)))?;
    if !succeeded && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

/// Reads `test result: ok. 12 passed; 0 failed; …`.
pub fn cargo_count(line: &str) -> Count {
    let number = |word: &str| {
        let (before, _) = line.split_once(word)?;
        before.rsplit(' ').next()?.parse().ok()
    };
    if !line.starts_with("test result: ") {
        return Count::default();
    }
    Count { passed: number(" passed;").unwrap_or(0), failed: number(" failed;").unwrap_or(0) }
}

/// Reads `12 passed, 0 failed`, the last line of a program of ours.
pub fn sum_count(line: &str) -> Count {
    let number = |text: &str, word: &str| text.strip_suffix(word)?.parse().ok();
    let both = line.split_once(", ").and_then(|(passed, failed)| {
        Some(Count { passed: number(passed, " passed")?, failed: number(failed, " failed")? })
    });
    both.unwrap_or_default()
}

/// Reads `12 mutants tested in 4m: 1 missed, 9 caught, 1 unviable, 1 timeout`. One that never ends is noticed too.
pub fn mutants_count(line: &str) -> Count {
    let Some((_, sums)) = line.split_once(" mutants tested in ").and_then(|(_, rest)| rest.split_once(": ")) else {
        return Count::default();
    };
    let number = |word: &str| sums.split(", ").find_map(|sum| sum.strip_suffix(word)?.trim().parse().ok()).unwrap_or(0);
    let timeouts: u64 = number("timeout");
    Count {
        passed: number("caught").saturating_add(timeouts).saturating_add(number("timeouts")),
        failed: number("missed"),
    }
}

/// Reads `ℹ pass 12` and `ℹ fail 0`.
pub fn node_count(line: &str) -> Count {
    let number = |start: &str| line.strip_prefix(start).and_then(|rest| rest.parse().ok()).unwrap_or(0);
    Count { passed: number("ℹ pass "), failed: number("ℹ fail ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_read_from_what_the_runners_print() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(cargo_count(cargo), Count { passed: 12, failed: 3 });
        assert_eq!(cargo_count("running 15 tests"), Count::default());
        assert_eq!(sum_count("322 passed, 1 failed"), Count { passed: 322, failed: 1 });
        assert_eq!(sum_count("322 passed, none failed"), Count::default());
        let mutants = "12 mutants tested in 4m: 1 missed, 8 caught, 1 unviable, 2 timeouts";
        assert_eq!(mutants_count(mutants), Count { passed: 10, failed: 1 });
        assert_eq!(node_count("ℹ pass 7"), Count { passed: 7, failed: 0 });
        assert_eq!(node_count("ℹ fail 2"), Count { passed: 0, failed: 2 });
    }
}
