use super::WHOLE;
use crate::json::{Json, Row, Value, serialize_as_json};

/// Both ends of a score, in basis points: 0 to 10000, where 4123 is 41.23 %. The low end counts what is unanswered as
/// nothing, the high end as full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    high: u16,
    low: u16,
}

impl Json for Interval {
    fn json(&self) -> Value<'_> {
        let mut row = Row::new();
        row.add("high", &self.high);
        row.add("low", &self.low);
        Value::Object(row)
    }
}

serialize_as_json!(Interval);

impl Interval {
    /// Nothing is known: 0 to 100 %.
    pub const UNKNOWN: Self = Self { low: 0, high: WHOLE };

    pub(crate) fn new(low: u16, high: u16) -> Self {
        Self { low, high }
    }

    /// The low end in basis points.
    pub fn low(self) -> u16 {
        self.low
    }

    /// The high end in basis points.
    pub fn high(self) -> u16 {
        self.high
    }
}

/// The high end in results; null without a score.
pub(super) fn high(score: Option<Interval>) -> Value<'static> {
    score.map_or(Value::Null, |score| Value::Number(i32::from(score.high)))
}

/// The low end in results; null without a score.
pub(super) fn low(score: Option<Interval>) -> Value<'static> {
    score.map_or(Value::Null, |score| Value::Number(i32::from(score.low)))
}

/// `numerator / denominator` in basis points, rounded half up; 0 for a denominator of 0.
pub(super) fn basis_points(numerator: u64, denominator: u64) -> u16 {
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
