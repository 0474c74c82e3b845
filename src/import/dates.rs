//! Dates as people write them. Which of two numbers is the day is settled by the whole column, never by a guess.

use crate::assessment::is_date;
use crate::json::push_integer;

/// How a column of dates is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
    /// Nothing in the column says which.
    Open,
}

/// The three numbers of a date, and whether dots part them.
fn numbers(text: &str) -> Option<([u64; 3], [usize; 3], bool)> {
    // A time of day may stand behind.
    let date = text.trim().split([' ', 'T']).next()?.trim_end_matches('.');
    let mut values = [0_u64; 3];
    let mut lengths = [0_usize; 3];
    let mut parts = date.split(['.', '/', '-']);
    for (value, length) in values.iter_mut().zip(lengths.iter_mut()) {
        let part = parts.next().filter(|part| (1..=4).contains(&part.len()))?;
        *value = part.parse().ok()?;
        *length = part.len();
    }
    parts.next().is_none().then_some((values, lengths, date.contains('.')))
}

/// What the cells of a column say about their order.
pub(super) fn order<'a>(cells: impl Iterator<Item = &'a str>) -> Order {
    let mut found = Order::Open;
    for cell in cells {
        let Some(([first, second, _], [length, ..], dotted)) = numbers(cell) else { continue };
        if length == 4 {
            continue;
        }
        // Only Europe writes dots, and there the day comes first.
        if first > 12 || dotted {
            return Order::DayFirst;
        }
        if second > 12 {
            found = Order::MonthFirst;
        }
    }
    found
}

/// A date as files have it; `None` for what is no date, or one that can be read two ways.
pub(crate) fn date(text: &str, order: Order) -> Option<String> {
    let ([one, two, three], [length, _, year_length], _) = numbers(text)?;
    let (year, month, day) = if length == 4 {
        (one, two, three)
    } else {
        let year = if year_length == 2 { three.saturating_add(2000) } else { three };
        match order {
            Order::DayFirst => (year, two, one),
            Order::MonthFirst => (year, one, two),
            Order::Open if one == two => (year, one, two),
            Order::Open => return None,
        }
    };
    let mut out = String::new();
    push_integer(&mut out, year);
    for part in [month, day] {
        out.push('-');
        if part < 10 {
            out.push('0');
        }
        push_integer(&mut out, part);
    }
    is_date(&out).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::{Order, date, order};

    #[test]
    fn the_column_says_which_number_is_the_day() {
        assert_eq!(order(["03/04/2027", "31/01/2027"].into_iter()), Order::DayFirst);
        assert_eq!(order(["03/04/2027", "01/31/2027"].into_iter()), Order::MonthFirst);
        assert_eq!(order(["03/04/2027"].into_iter()), Order::Open);
        assert_eq!(order(["03.04.2027"].into_iter()), Order::DayFirst);
        assert_eq!(date("03/04/2027", Order::Open), None);
        assert_eq!(date("04/04/2027", Order::Open).as_deref(), Some("2027-04-04"));
        assert_eq!(date("3.4.27", Order::DayFirst).as_deref(), Some("2027-04-03"));
        assert_eq!(date("2027-04-03 12:30", Order::Open).as_deref(), Some("2027-04-03"));
        assert_eq!(date("04/31/2027", Order::MonthFirst), None);
        for text in ["soon", "Q3", "2027", "1/2", "1/2/3/4", "99.99.2027"] {
            assert_eq!(date(text, Order::DayFirst), None, "{text}");
        }
    }
}
