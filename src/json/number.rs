//! Numbers as RFC 8785 writes them, computed on the decimal digits.

use super::double::is_exact;
use crate::text::integer;

/// From here on a double-precision number is infinite: the first 22 digits of 2^1024 - 2^970, of the 309 that it has.
const INFINITE: &str = "1797693134862315807937";
/// Up to here it is zero: the first 22 digits of 2^-1075, after 323 zeros behind the point.
const ZERO: &str = "2470328229206232720882";

/// Why a number is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// A double-precision number would make it infinite, or zero though it is not.
    OutOfRange,
    /// A double-precision number would be written with other digits.
    Inexact,
}

/// The canonical form of a JSON number token.
///
/// A number that a double cannot hold is refused: JavaScript would read another one, and the same file would not be the
/// same as text and as an object. Of all others the canonical form is a matter of layout alone.
pub(super) fn canonical(token: &str) -> Result<String, Refusal> {
    layout(token).unwrap_or(Err(Refusal::OutOfRange))
}

/// `None` where an exponent does not fit.
fn layout(token: &str) -> Option<Result<String, Refusal>> {
    let (mantissa, exponent) = match token.bytes().position(|byte| matches!(byte, b'e' | b'E')) {
        Some(at) => {
            let exponent = token.get(at.saturating_add(1)..)?;
            (token.get(..at)?, integer(exponent.strip_prefix('+').unwrap_or(exponent)))
        }
        None => (token, Some(0)),
    };
    let (mut negative, mut fraction) = (false, false);
    let mut digits = String::new();
    // The value is 0.d1d2d3… × 10^point.
    let mut point = 0_i64;
    for byte in mantissa.bytes() {
        match byte {
            b'-' => negative = true,
            b'.' => fraction = true,
            b'0' if digits.is_empty() => point = point.saturating_sub(i64::from(fraction)),
            _ => {
                digits.push(char::from(byte));
                point = point.saturating_add(i64::from(!fraction));
            }
        }
    }
    while digits.ends_with('0') {
        digits.pop();
    }
    if digits.is_empty() {
        return Some(Ok(String::from("0")));
    }
    let point = point.saturating_add(exponent?);
    let too_great = point > 309 || (point == 309 && digits.as_str() >= INFINITE);
    let too_small = point < -323 || (point == -323 && digits.as_str() <= ZERO);
    if too_great || too_small {
        return None;
    }
    if !is_exact(&digits, point) {
        return Some(Err(Refusal::Inexact));
    }

    let mut out = String::new();
    if negative {
        out.push('-');
    }
    let count = i64::try_from(digits.len()).ok()?;
    let zeros = |out: &mut String, n: i64| {
        for _ in 0..n {
            out.push('0');
        }
    };
    if (1..=21).contains(&point) {
        if count <= point {
            out.push_str(&digits);
            zeros(&mut out, point.saturating_sub(count));
        } else {
            let (before, after) = digits.split_at_checked(usize::try_from(point).ok()?)?;
            out.push_str(before);
            out.push('.');
            out.push_str(after);
        }
    } else if (-5..=0).contains(&point) {
        out.push_str("0.");
        zeros(&mut out, point.saturating_neg());
        out.push_str(&digits);
    } else {
        let (first, rest) = digits.split_at_checked(1)?;
        out.push_str(first);
        if !rest.is_empty() {
            out.push('.');
            out.push_str(rest);
        }
        let power = point.saturating_sub(1);
        out.push_str(if power < 0 { "e-" } else { "e+" });
        super::writer::push_integer(&mut out, power.unsigned_abs());
    }
    Some(Ok(out))
}

#[cfg(test)]
mod tests {
    use super::{Refusal, canonical};

    #[test]
    fn numbers_are_laid_out_as_ecmascript_does() {
        for (token, expected) in [
            ("0", "0"),
            ("-0", "0"),
            ("0.0e5", "0"),
            ("3.0", "3"),
            ("30e-1", "3"),
            ("-12.50", "-12.5"),
            ("0.000001", "0.000001"),
            ("0.0000001", "1e-7"),
            ("1e21", "1e+21"),
            ("1e20", "100000000000000000000"),
            ("123456789e15", "1.23456789e+23"),
            ("12.3e-9", "1.23e-8"),
            ("3.141592653589793", "3.141592653589793"),
        ] {
            assert_eq!(canonical(token).as_deref(), Ok(expected), "{token}");
        }
    }

    #[test]
    fn numbers_beyond_a_double_are_refused() {
        for token in ["1e999", "-1e400", "1e-999", "1e99999999999999999999", "-1e-99999999999999999999"] {
            assert_eq!(canonical(token), Err(Refusal::OutOfRange), "{token}");
        }
    }

    #[test]
    fn numbers_that_a_double_would_change_are_refused() {
        for token in
            ["9007199254740993", "0.1000000000000000055511151231257827", "12345678901234567890", "4.940656e-324"]
        {
            assert_eq!(canonical(token), Err(Refusal::Inexact), "{token}");
        }
        for token in
            ["9007199254740992", "0.30000000000000004", "123456789012345680000", "5e-324", "1.7976931348623157e308"]
        {
            assert!(canonical(token).is_ok(), "{token}");
        }
    }

    #[test]
    fn numbers_are_refused_exactly_where_a_double_becomes_infinite_or_zero() {
        let edges = ["17976931348623157", "2470328229206232720", "24703282292062327209", "49", "1"];
        let mut refused = 0;
        for edge in
            edges.into_iter().chain([super::INFINITE, super::ZERO].map(|edge| edge.get(..20).unwrap_or_default()))
        {
            for last in 0..=9 {
                for exponent in -390..=310 {
                    let token = format!("{edge}{last}e{exponent}");
                    let double: f64 = token.parse().unwrap_or(0.0);
                    let held = double.is_finite() && double != 0.0;
                    assert_eq!(canonical(&token) != Err(Refusal::OutOfRange), held, "{token}");
                    refused += usize::from(!held);
                }
            }
        }
        assert!(refused > 1000);
    }
}
