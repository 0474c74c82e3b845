//! Files that are made up from a grammar.

use crate::bases::SMALL;
use crate::random::Random;

/// A file whose members and unknown values are made up from a grammar: nearly always JSON.
pub fn by_grammar(random: &mut Random) -> Vec<u8> {
    fn value(random: &mut Random, depth: usize, out: &mut String) {
        match random.under(if depth > 4 { 5 } else { 8 }) {
            0 => out.push_str(random.of_these(&["null", "true", "false"])),
            1 => out.push_str(random.of_these(&[
                "0",
                "-0",
                "3",
                "12.50",
                "1e5",
                "-1E-7",
                "123456789012345678",
                "0.000001",
                "1e21",
            ])),
            2..5 => text(random, out),
            5 | 6 => {
                out.push('[');
                for index in 0..random.under(4) {
                    out.push_str(if index > 0 { "," } else { "" });
                    value(random, depth.saturating_add(1), out);
                }
                out.push(']');
            }
            _ => {
                out.push('{');
                for index in 0..random.under(4) {
                    out.push_str(if index > 0 { ",\"" } else { "\"" });
                    out.push_str(&index.to_string());
                    out.push_str(random.of_these(&["", "a", "é", "\\u0000", "__proto__", "\\n"]));
                    out.push_str("\":");
                    value(random, depth.saturating_add(1), out);
                }
                out.push('}');
            }
        }
    }
    fn text(random: &mut Random, out: &mut String) {
        out.push('"');
        for _ in 0..random.under(6) {
            let plain = char::from_u32(u32::try_from(random.under(0x3000)).unwrap())
                .filter(|c| *c >= ' ' && !"\"\\".contains(*c));
            match plain {
                Some(character) if random.one_in(2) => out.push(character),
                _ => out.push_str(random.of_these(&[
                    "\\n",
                    "\\u0000",
                    "\\ud834\\udd1e",
                    "\\/",
                    "\\\"",
                    "\\\\",
                    "\u{202e}",
                    "=1+1",
                    "<b>",
                    "\u{7f}",
                ])),
            }
        }
        out.push('"');
    }
    let mut out = String::from(SMALL.first().unwrap().trim_end_matches('}'));
    for (name, chance) in [
        ("x", 2),
        ("organisation", 3),
        ("requirements", 2),
        ("id", 3),
        ("snapshots", 5),
        ("areas", 3),
        ("documents", 4),
    ] {
        if !random.one_in(chance) {
            continue;
        }
        out.push_str(",\"");
        out.push_str(name);
        out.push_str("\":");
        match name {
            "x" => value(random, 0, &mut out),
            "id" => text(random, &mut out),
            "organisation" => {
                out.push_str("{\"name\":");
                text(random, &mut out);
                out.push_str(",\"y\":");
                value(random, 1, &mut out);
                out.push('}');
            }
            "snapshots" => out.push_str("[{\"overall\":{\"low\":1,\"high\":2},\"q\":[]}]"),
            _ => {
                let key = match name {
                    "areas" => random.of_these(&["policy", "backup", "secure-areas", "nowhere"]),
                    "documents" => random.of_these(&["isms_scope", "event_logs", "nothing"]),
                    _ => random.of_these(&["4.1", "A.5.1", "A.7.4", "10.2", "A.9.2.3"]),
                };
                out.push_str(&format!("{{\"{key}\":{{\"note\":"));
                text(random, &mut out);
                let (member, word) = random.of_these(&[
                    &("answer", "3"),
                    &("answer", "\"unknown\""),
                    &("answer", "\"not-applicable\",\"reason\":\"r\""),
                    &("status", "\"draft\""),
                    &("zz", "[{}]"),
                ]);
                out.push_str(&format!(",\"{member}\":{word}}}}}"));
            }
        }
    }
    out.push('}');
    out.into_bytes()
}
