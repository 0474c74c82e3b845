//! The ways in which an input is made.

use crate::bases::{SMALL, TOKENS, base, pieces};
use crate::grammar::by_grammar;
use crate::random::Random;

/// Changes whole pieces, so that much of what comes out is JSON still.
fn by_pieces(random: &mut Random) -> Vec<u8> {
    let mut pieces = pieces(base(random));
    for _ in 0..=random.under(3) {
        let (one, other) = (random.under(pieces.len()), random.under(pieces.len()));
        match random.under(7) {
            0 => drop(pieces.remove(one)),
            1 => pieces.swap(one, other),
            2 => pieces.insert(one, random.of_these(&TOKENS)),
            3 | 4 => *pieces.get_mut(one).unwrap() = random.of_these(&TOKENS),
            5 => *pieces.get_mut(one).unwrap() = pieces.get(other).copied().unwrap(),
            _ => {
                let run: Vec<_> = pieces.get(one.min(other)..one.max(other)).unwrap().to_vec();
                let run = run.into_iter().take(24).collect::<Vec<_>>();
                pieces.splice(one..one, run);
            }
        }
        if pieces.is_empty() {
            break;
        }
    }
    pieces.concat().into_bytes()
}

/// Puts another value of the same sort in the place of one: the result is JSON, and often an assessment.
pub fn by_values(random: &mut Random) -> Vec<u8> {
    const KEYS: [&str; 12] = [
        "\"x\"",
        "\"answer\"",
        "\"note\"",
        "\"4.1\"",
        "\"A.5.1\"",
        "\"A.8.34\"",
        "\"A.10.1.1\"",
        "\"policy\"",
        "\"backup\"",
        "\"isms_scope\"",
        "\"\"",
        "\"__proto__\"",
    ];
    const VALUES: [&str; 24] = [
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "-1",
        "3.0",
        "50e-1",
        "1e400",
        "\"unknown\"",
        "\"not-applicable\"",
        "\"in-force\"",
        "\"draft\"",
        "\"\"",
        "\" \"",
        "null",
        "true",
        "[]",
        "{}",
        "[1,{\"a\":[]}]",
        "\"2026-12-31\"",
        "\"\\u0041\\ud83d\\udd12\"",
    ];
    let mut pieces = pieces(base(random));
    for _ in 0..=random.under(4) {
        let after_colon = |place: usize| place.checked_sub(1).and_then(|p| pieces.get(p)) == Some(&":");
        let chosen = random.under(pieces.len());
        let scalar = |place: usize| pieces.get(place).is_some_and(|piece| !"{}[],:".contains(piece.trim()));
        let Some(place) = (chosen..pieces.len()).chain(0..chosen).find(|place| scalar(*place)) else { break };
        let value = after_colon(place) || random.one_in(4);
        *pieces.get_mut(place).unwrap() = if value { random.of_these(&VALUES) } else { random.of_these(&KEYS) };
    }
    pieces.concat().into_bytes()
}

/// Changes bytes, without regard for what they mean.
fn by_bytes(random: &mut Random) -> Vec<u8> {
    let mut bytes = base(random).as_bytes().to_vec();
    for _ in 0..=random.under(5) {
        if bytes.is_empty() {
            break;
        }
        let (one, other) = (random.under(bytes.len()), random.under(bytes.len()));
        let (from, to) = (one.min(other), one.max(other));
        match random.under(9) {
            0 => *bytes.get_mut(one).unwrap() ^= 1_u8.wrapping_shl(u32::from(random.byte() % 8)),
            1 => *bytes.get_mut(one).unwrap() = random.byte(),
            2 => bytes.insert(one, random.byte()),
            3 => drop(bytes.remove(one)),
            4 => drop(bytes.drain(from..to.min(from.saturating_add(40)))),
            5 => bytes.truncate(one),
            6 => bytes.swap(one, other),
            7 => {
                let run: Vec<u8> = bytes.get(from..to.min(from.saturating_add(60))).unwrap().to_vec();
                bytes.splice(one..one, run);
            }
            _ => drop(bytes.splice(one..one, random.of_these(&TOKENS).bytes())),
        }
    }
    bytes
}

/// Puts the head of one file before the tail of another.
fn by_splicing(random: &mut Random) -> Vec<u8> {
    let (one, other) = (pieces(base(random)), pieces(base(random)));
    let (head, tail) = (random.under(one.len()), random.under(other.len()));
    one.into_iter().take(head).chain(other.into_iter().skip(tail)).collect::<String>().into_bytes()
}

/// Something that was never a file.
fn from_nothing(random: &mut Random) -> Vec<u8> {
    let length = random.under(300);
    match random.under(4) {
        0 => (0..length).map(|_| random.byte()).collect(),
        1 => (0..length)
            .map(|_| *random.of_these(&[&b'{', &b'}', &b'[', &b']', &b',', &b':', &b'"', &b'\\', &b'0', &b'u', &b' ']))
            .collect(),
        2 => (0..length / 4).flat_map(|_| random.of_these(&TOKENS).bytes()).collect(),
        _ => {
            let head = SMALL.first().unwrap().trim_end_matches('}');
            let noise: String = (0..length / 8).map(|_| random.of_these(&TOKENS)).collect();
            format!("{head},\"x\":{noise}").into_bytes()
        }
    }
}

type Source = fn(&mut Random) -> Vec<u8>;
pub const SOURCES: [(&str, Source); 6] = [
    ("pieces", by_pieces),
    ("values", by_values),
    ("bytes", by_bytes),
    ("splices", by_splicing),
    ("nothing", from_nothing),
    ("grammar", by_grammar),
];
