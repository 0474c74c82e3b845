//! Both ends of a score in basis points. Knows nobody: snapshots in a file and results of the method hold the same type.

/// A whole score in basis points: 100 %.
pub const WHOLE: u16 = 10_000;

/// Both ends of a score, in basis points: 0 to 10000, where 4123 is 41.23 %. The low end counts what is unanswered as
/// nothing, the high end as full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ScoreRange {
    high: u16,
    low: u16,
}

impl ScoreRange {
    /// Nothing is known: 0 to 100 %.
    pub const UNKNOWN: Self = Self { low: 0, high: WHOLE };

    pub(crate) fn new(low: u16, high: u16) -> Self {
        Self { low, high }
    }

    /// The low end in basis points.
    #[must_use]
    pub fn low(self) -> u16 {
        self.low
    }

    /// The high end in basis points.
    #[must_use]
    pub fn high(self) -> u16 {
        self.high
    }
}

/// `numerator / denominator` in basis points, rounded half up; 0 for a denominator of 0.
pub(crate) fn basis_points(numerator: u64, denominator: u64) -> u16 {
    let doubled = numerator.saturating_mul(2).saturating_mul(u64::from(WHOLE)).saturating_add(denominator);
    let rounded = doubled.checked_div(denominator.saturating_mul(2)).unwrap_or(0);
    u16::try_from(rounded).unwrap_or(WHOLE)
}

#[cfg(test)]
mod tests {
    use super::basis_points;

    #[test]
    fn halves_are_rounded_up() {
        assert_eq!(basis_points(1, 20_000), 1);
        assert_eq!(basis_points(1, 20_001), 0);
        assert_eq!(basis_points(1, 3), 3333);
        assert_eq!(basis_points(2, 3), 6667);
        assert_eq!(basis_points(3, 3), 10_000);
    }
}
