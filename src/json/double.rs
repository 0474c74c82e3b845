//! Whether a decimal is the one by which a double-precision number is written: then it is the same as text and as a
//! number of JavaScript. Worked out in whole numbers; the standard library's way costs some 22 kB of WebAssembly.

use std::cmp::Ordering;

/// Whether `0.d₁d₂… × 10^point` is what ECMAScript writes of the nearest double-precision number. The digits neither begin
/// nor end with a zero; the number is neither infinite nor zero as a double.
pub(super) fn is_exact(digits: &str, point: i64) -> bool {
    // A decimal of at most 15 digits survives the way through a double that is not next to zero; 17 always are enough.
    if digits.len() <= 15 && point > -307 {
        return true;
    }
    let decimal = digits
        .bytes()
        .fold(0_u64, |value, digit| value.saturating_mul(10).saturating_add(u64::from(digit.saturating_sub(b'0'))));
    let exponent = point.saturating_sub(i64::try_from(digits.len()).unwrap_or(i64::MAX));
    digits.len() <= 17 && Nearest::of(decimal, exponent).is_written_as(decimal, exponent)
}

/// The double that is nearest to a decimal: `mantissa × 2^(unit + 2)`.
struct Nearest {
    mantissa: u64,
    /// The exponent of a quarter of the last place.
    unit: i64,
}

/// The smallest exponent of a quarter of the last place: the smallest double is 2^-1074.
const LEAST_UNIT: i64 = -1076;
/// The smallest mantissa of a double that is not next to zero.
const LEAST_MANTISSA: u64 = 1 << 52;

impl Nearest {
    fn of(decimal: u64, exponent: i64) -> Self {
        let (mut numerator, mut denominator) = (Whole::of(decimal), Whole::of(1));
        numerator.times_ten_to(exponent);
        denominator.times_ten_to(exponent.saturating_neg());
        // From here on the fraction is less than one, and the number is it times 2^unit.
        let mut unit = numerator.bits().saturating_sub(denominator.bits()).saturating_add(1);
        denominator.times_two_to(unit);
        numerator.times_two_to(unit.saturating_neg());
        let mut quarters = 0_u64;
        while quarters < LEAST_MANTISSA.wrapping_mul(4) && unit > LEAST_UNIT {
            numerator.times_two_to(1);
            let is_one = numerator.compare(&denominator) != Ordering::Less;
            if is_one {
                numerator.subtract(&denominator);
            }
            quarters = quarters.wrapping_shl(1) | u64::from(is_one);
            unit = unit.saturating_sub(1);
        }
        let mantissa = quarters.wrapping_shr(2);
        let rounds_up = match quarters & 3 {
            2 => numerator.bits() > 0 || mantissa & 1 == 1,
            quarter => quarter == 3,
        };
        let mantissa = mantissa.saturating_add(u64::from(rounds_up));
        if mantissa == LEAST_MANTISSA.wrapping_mul(2) {
            return Self { mantissa: LEAST_MANTISSA, unit: unit.saturating_add(1) };
        }
        Self { mantissa, unit }
    }

    fn is_written_as(&self, decimal: u64, exponent: i64) -> bool {
        // A decimal with fewer digits would be written instead, and one with as many that is nearer.
        let (shorter, tens) = (decimal / 10, exponent.saturating_add(1));
        let is_shortest = !self.reads(shorter, tens) && !self.reads(shorter.saturating_add(1), tens);
        let is_nearer = |other: u64| {
            let middle = decimal.saturating_add(other);
            let middle = compare(middle, exponent, self.mantissa.wrapping_mul(8), self.unit);
            // Of two that are equally near the even one is written.
            let is_other = if middle == Ordering::Equal {
                other & 1 == 0
            } else {
                (middle == Ordering::Less) == (other > decimal)
            };
            is_other && self.reads(other, exponent)
        };
        is_shortest && !is_nearer(decimal.saturating_sub(1)) && !is_nearer(decimal.saturating_add(1))
    }

    /// Whether it is what `decimal × 10^exponent` is read as.
    fn reads(&self, decimal: u64, exponent: i64) -> bool {
        let quarters = self.mantissa.wrapping_mul(4);
        // Below a power of two the doubles lie twice as close.
        let is_narrow = self.mantissa == LEAST_MANTISSA && self.unit > LEAST_UNIT;
        let low = compare(decimal, exponent, quarters.saturating_sub(if is_narrow { 1 } else { 2 }), self.unit);
        let high = compare(decimal, exponent, quarters.saturating_add(2), self.unit);
        // A boundary is read as the even mantissa.
        let is_even = self.mantissa & 1 == 0;
        (low == Ordering::Greater && high == Ordering::Less)
            || (is_even && (low == Ordering::Equal || high == Ordering::Equal))
    }
}

/// `decimal × 10^exponent` against `binary × 2^power`.
fn compare(decimal: u64, exponent: i64, binary: u64, power: i64) -> Ordering {
    let (mut one, mut other) = (Whole::of(decimal), Whole::of(binary));
    one.times_ten_to(exponent);
    one.times_two_to(power.saturating_neg());
    other.times_ten_to(exponent.saturating_neg());
    other.times_two_to(power);
    one.compare(&other)
}

/// A whole number of any size, its lowest 32 bits first; the last place is not zero.
struct Whole(Vec<u32>);

impl Whole {
    fn of(value: u64) -> Self {
        let mut it = Self(Vec::new());
        it.carry(value);
        it
    }

    fn carry(&mut self, mut value: u64) {
        while value > 0 {
            self.0.push(low_half(value));
            value = value.wrapping_shr(32);
        }
    }

    fn times(&mut self, factor: u32) {
        let mut carry = 0_u64;
        for place in &mut self.0 {
            carry = u64::from(*place).wrapping_mul(u64::from(factor)).wrapping_add(carry);
            *place = low_half(carry);
            carry = carry.wrapping_shr(32);
        }
        self.carry(carry);
    }

    /// Nothing for a negative power.
    fn times_ten_to(&mut self, mut power: i64) {
        while power >= 9 {
            self.times(1_000_000_000);
            power = power.saturating_sub(9);
        }
        for _ in 0..power {
            self.times(10);
        }
    }

    /// Nothing for a negative power.
    fn times_two_to(&mut self, mut power: i64) {
        let mut zeros = Vec::new();
        while power >= 32 {
            zeros.push(0);
            power = power.saturating_sub(32);
        }
        if !zeros.is_empty() && !self.0.is_empty() {
            zeros.append(&mut self.0);
            self.0 = zeros;
        }
        if power > 0 {
            self.times(1_u32.wrapping_shl(u32::try_from(power).unwrap_or(0)));
        }
    }

    fn bits(&self) -> i64 {
        let Some(last) = self.0.last() else { return 0 };
        let places = i64::try_from(self.0.len()).unwrap_or(i64::MAX);
        places.saturating_mul(32).saturating_sub(i64::from(last.leading_zeros()))
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    /// The other is not greater.
    fn subtract(&mut self, other: &Self) {
        let mut borrow = false;
        let mut others = other.0.iter();
        for place in &mut self.0 {
            let (value, first) = place.overflowing_sub(others.next().copied().unwrap_or(0));
            let (value, second) = value.overflowing_sub(u32::from(borrow));
            borrow = first || second;
            *place = value;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

fn low_half(value: u64) -> u32 {
    u32::try_from(value & 0xffff_ffff).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::is_exact;

    /// By the standard library: the digits and the point of the double that a decimal is read as.
    fn is_exact_by_float(digits: &str, point: i64) -> bool {
        let double: f64 = format!("0.{digits}e{point}").parse().unwrap_or(0.0);
        let written = format!("{double:e}");
        let (mantissa, exponent) = written.split_once('e').unwrap_or_default();
        mantissa.replace('.', "") == digits && exponent.parse() == Ok(point.saturating_sub(1))
    }

    /// Whether two decimals of that many digits are equally near: the standard library then writes the upper, ECMAScript
    /// the even one. `tests/boundary` tries those.
    fn is_tie(double: f64, digits: usize) -> bool {
        let exact = format!("{double:.900e}");
        let (mantissa, _) = exact.split_once('e').unwrap_or_default();
        let rest: String = mantissa.replace('.', "").chars().skip(digits).collect();
        rest.trim_end_matches('0') == "5"
    }

    #[test]
    fn a_decimal_is_exact_where_the_double_is_written_like_it() {
        let mut state = 1_u64;
        let mut random = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let mut counts = [0_u32; 2];
        for round in 0..60_000_u32 {
            // Half are written of a double, half are digits by chance; many lie next to the edges.
            let (digits, point) = if round % 2 == 0 {
                let mut bits = random() & !(1 << 63);
                if round % 8 == 0 {
                    bits &= 0x7ff0_0000_0000_0003;
                }
                if round % 16 == 2 {
                    bits &= 0x000f_ffff_ffff_ffff;
                }
                let double = f64::from_bits(bits);
                if !double.is_finite() || double == 0.0 {
                    continue;
                }
                let written = format!("{double:e}");
                let (mantissa, exponent) = written.split_once('e').unwrap_or_default();
                (mantissa.replace('.', ""), exponent.parse::<i64>().unwrap_or(0) + 1)
            } else {
                let length = [16, 17, 17, 18, 5, 15][usize::try_from(random() % 6).unwrap_or(0)];
                let digits: String = (random().to_string() + &random().to_string()).chars().take(length).collect();
                let digits = digits.trim_end_matches('0').to_owned();
                (digits, i64::try_from(random() % 620).unwrap_or(0) - 315)
            };
            let double: f64 = format!("0.{digits}e{point}").parse().unwrap_or(0.0);
            if digits.is_empty() || !double.is_finite() || double == 0.0 || is_tie(double, digits.len()) {
                continue;
            }
            let expected = is_exact_by_float(&digits, point);
            assert_eq!(is_exact(&digits, point), expected, "0.{digits}e{point}");
            counts[usize::from(expected)] += 1;
        }
        assert!(counts.into_iter().all(|count| count > 10_000), "{counts:?}");
    }
}
