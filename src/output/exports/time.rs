//! Times as the strictest readers take them.

/// A time of RFC 3339 if OSCAL and W3C take it too, else none: a year from 1900 to 2999, a second under 60, and a shift
/// from UTC that some place on earth has.
pub(super) fn instant(time: &str) -> Option<&str> {
    let year = time.get(..4)?;
    let second = time.get(17..19)?;
    let zone = time.get(time.len().checked_sub(6)?..)?;
    let is_shift = time.ends_with('Z')
        || match zone.split_at_checked(1)? {
            ("+", shift) => {
                matches!(shift, "03:30" | "04:30" | "05:30" | "06:30" | "09:30" | "10:30" | "05:45" | "08:45" | "12:45")
                    || is_whole(shift, "14")
            }
            ("-", shift) => matches!(shift, "03:30" | "09:30") || is_whole(shift, "12"),
            _ => false,
        };
    ((year.starts_with("19") || year.starts_with('2')) && second < "60" && is_shift).then_some(time)
}

/// Whether a shift is of whole hours up to the most.
fn is_whole(shift: &str, most: &str) -> bool {
    shift.strip_suffix(":00").is_some_and(|hours| hours <= most)
}

#[cfg(test)]
mod tests {
    use super::instant;

    #[test]
    fn a_time_that_a_stricter_format_refuses_is_none() {
        for time in ["2026-11-23T10:00:00Z", "1999-12-31T23:59:59.123+14:00", "2026-11-23T10:00:00-03:30"] {
            assert_eq!(instant(time), Some(time));
        }
        for time in [
            "",
            "0001-01-01T00:00:00Z",
            "2026-11-23T10:00:60Z",
            "2026-11-23T10:00:00+23:59",
            "2026-11-23T10:00:00-13:00",
            "3000-11-23T10:00:00Z",
        ] {
            assert_eq!(instant(time), None, "{time}");
        }
    }
}
