//! Numbers as RFC 8785 writes them, worked out on the decimal digits.

use crate::plain::{cut, integer};

/// The canonical form of a JSON number token; `None` when its magnitude is outside 1e-300 to 1e300.
///
/// A decimal of at most 15 significant digits survives the way through a double-precision number, so its canonical
/// form is a matter of layout alone. Longer ones keep all their digits, so that nothing is lost.
pub(super) fn canonical(token: &str) -> Option<String> {
    let (negative, unsigned) = match token.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, token),
    };
    let (mantissa, exponent) = cut(unsigned, b'e').or_else(|| cut(unsigned, b'E')).unwrap_or((unsigned, "0"));
    let (whole, fraction) = cut(mantissa, b'.').unwrap_or((mantissa, ""));

    let mut all = String::from(whole);
    all.push_str(fraction);
    let leading = all.bytes().take_while(|digit| *digit == b'0').count();
    let trailing = all.bytes().rev().take_while(|digit| *digit == b'0').count();
    let digits = all.get(leading..all.len().saturating_sub(trailing)).unwrap_or_default();
    if digits.is_empty() {
        return Some(String::from("0"));
    }
    // The value is 0.d1d2d3… × 10^point.
    let exponent = integer(exponent.strip_prefix('+').unwrap_or(exponent))?;
    let point = i64::try_from(whole.len()).ok()?.checked_sub(i64::try_from(leading).ok()?)?.checked_add(exponent)?;
    if !(-300..=300).contains(&point) {
        return None;
    }

    let mut out = String::new();
    if negative {
        out.push('-');
    }
    let count = i64::try_from(digits.len()).ok()?;
    let zeros = |out: &mut String, n: i64| (0..n).for_each(|_| out.push('0'));
    if (1..=21).contains(&point) {
        if count <= point {
            out.push_str(digits);
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
        out.push_str(digits);
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
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::canonical;

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
            assert_eq!(canonical(token).as_deref(), Some(expected), "{token}");
        }
    }

    #[test]
    fn numbers_beyond_a_double_are_refused() {
        for token in ["1e999", "-1e400", "1e-999", "1e99999999999999999999"] {
            assert_eq!(canonical(token), None, "{token}");
        }
    }
}
