//! Work grows with the input, and no faster: hostile shapes in sizes n, 2n, 4n and 8n, for every entry that takes foreign
//! bytes.
//!
//! The slope of time over size, both as logarithms, is 1 for linear work and 2 for quadratic. What a busy machine adds only
//! ever slows one size down: of all runs the fastest counts, and more are made before a slope fails.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::ErrorCode;
use iso27001_readiness::assessment::{Assessment, Resolution};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::import::{Options, Sheet, apply, propose};
use iso27001_readiness::output::envelope::{self, verify};
use iso27001_readiness::output::statement;
use iso27001_readiness::scoring::{Plan, Report};
use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const STEEPEST: f64 = 1.3;
const PATIENCE: Duration = Duration::from_secs(20);
/// Small enough for most runs to end before the machine turns to somebody else.
const SIZES: [usize; 4] = [8 * 1024, 16 * 1024, 32 * 1024, 64 * 1024];
/// One measurement at a time: the tests of a file run at once.
static ALONE: Mutex<()> = Mutex::new(());
const NOW: &str = "2026-11-23T10:00:00Z";

/// Makes a text of about this many bytes.
type Shape = fn(usize) -> String;

fn file(members: &str) -> String {
    format!(r#"{{"format":"iso27001-readiness/assessment","version":1,"edition":"2022",{members}}}"#)
}

/// As many pieces as fill this many bytes.
fn pieces(bytes: usize, piece: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    for index in 0.. {
        if out.len() >= bytes {
            break;
        }
        let comma = if index > 0 { "," } else { "" };
        let _ = write!(out, "{comma}{}", piece(index));
    }
    out
}

/// Keys in an order that no sorted run likes.
fn shuffled(index: usize) -> u32 {
    u32::try_from(index).unwrap().wrapping_mul(2_654_435_761)
}

/// Member names of a file, and what fills them; every one is of one kind that something once took long for.
const SHAPES: [(&str, Shape); 14] = [
    ("unknown members at the top", |bytes| file(&pieces(bytes, |n| format!(r#""k{n}":{n}"#)))),
    ("unknown members in no order", |bytes| file(&pieces(bytes, |n| format!(r#""k{:08x}":0"#, shuffled(n))))),
    ("unknown members of a response", |bytes| {
        file(&format!(r#""requirements":{{"4.1":{{{}}}}}"#, pieces(bytes, |n| format!(r#""k{n}":[]"#))))
    }),
    ("deep values", |bytes| {
        file(&format!(r#""x":[{}]"#, pieces(bytes, |_| format!("{}{}", "[".repeat(30), "]".repeat(30)))))
    }),
    ("one deep path with many leaves", |bytes| {
        let path: String = (0..28).map(|n| format!(r#"{{"step{n}":"#)).collect();
        file(&format!(r#""x":{path}[{}]{}"#, pieces(bytes, |n| n.to_string()), "}".repeat(28)))
    }),
    ("many leaves under a long key", |bytes| {
        file(&format!(r#""x":{{"{}":[{}]}}"#, "k".repeat(bytes / 2), pieces(bytes / 2, |_| String::from("0"))))
    }),
    ("evidence links", |bytes| {
        let links = pieces(bytes, |n| format!(r#"{{"label":"l{n}","href":"https://example.com/{n}"}}"#));
        file(&format!(r#""requirements":{{"4.1":{{"evidence":[{links}]}}}}"#))
    }),
    ("evidence links with unknown members", |bytes| {
        let links = pieces(bytes, |n| format!(r#"{{"z":{n},"a":{}}}"#, shuffled(n)));
        file(&format!(r#""requirements":{{"4.1":{{"evidence":[{links}]}}}}"#))
    }),
    ("provenance", |bytes| {
        file(&format!(r#""requirements":{{"4.1":{{"provenance":[{}]}}}}"#, pieces(bytes, |n| format!(r#""p{n}""#))))
    }),
    ("snapshots", |bytes| {
        file(&format!(
            r#""snapshots":[{}]"#,
            pieces(bytes, |n| format!(r#"{{"label":"s{n}","overall":{{"low":0,"high":{}}}}}"#, n % 10_000))
        ))
    }),
    ("numbers that need all their digits", |bytes| {
        file(&format!(r#""x":[{}]"#, pieces(bytes, |_| String::from("2.2250738585072014e-308"))))
    }),
    ("escapes", |bytes| file(&format!(r#""x":"{}""#, r"\u0001".repeat(bytes / 6)))),
    ("notes that nearly hold each other", |bytes| {
        let ids: Vec<_> = Edition::E2022.requirements().map(|it| it.id()).collect();
        let notes = ids.iter().map(|id| {
            let length = (bytes / ids.len()).min(9_000);
            format!(r#""{id}":{{"note":"{}b"}}"#, "a".repeat(length / 2))
        });
        file(&format!(r#""requirements":{{{}}}"#, notes.collect::<Vec<_>>().join(",")))
    }),
    ("white space", |bytes| format!("{}{}", " ".repeat(bytes), file(r#""x":1"#))),
];

/// The fastest of three runs.
fn seconds(work: &dyn Fn()) -> f64 {
    let run = |_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    };
    (0..3).map(run).fold(f64::INFINITY, f64::min)
}

/// The slope of the line that fits best through the logarithms.
#[expect(clippy::float_arithmetic, reason = "a test measures")]
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.iter().map(|_| 1.0).sum::<f64>();
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(|point| of(point).ln()).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let covariance: f64 = points.iter().map(|point| (point.0.ln() - x) * (point.1.ln() - y)).sum();
    covariance / points.iter().map(|point| (point.0.ln() - x).powi(2)).sum::<f64>()
}

/// Tries an entry on every shape.
fn grows_no_faster_than_the_input(entry: &str, prepare: &dyn Fn(&str) -> Box<dyn Fn()>) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    for (name, shape) in SHAPES {
        grows(entry, name, &SIZES.map(|size| prepare(&shape(size))));
    }
}

/// Times the same work on each of the sizes.
fn grows(entry: &str, name: &str, works: &[Box<dyn Fn()>; 4]) {
    let mut points = SIZES.map(|size| (f64::from(u32::try_from(size).unwrap()), f64::INFINITY));
    let mut steepness = f64::INFINITY;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        for (point, work) in points.iter_mut().zip(works) {
            point.1 = point.1.min(seconds(&**work));
        }
        steepness = slope(&points);
        if steepness < STEEPEST {
            break;
        }
    }
    assert!(steepness < STEEPEST, "{entry}, {name}: {steepness:.2} of {points:?}");
    println!("{entry}, {name}: {steepness:.2}");
}

/// The same file as another person would have it: the same members and values, each a little different.
fn other(text: &str) -> Assessment {
    let twin = text.replace(":0", ":1").replace("\"k", "\"m").replace("\"p", "\"q").replace("\"l", "\"n");
    // Names that the file knows stay.
    let twin = twin.replace("\"nabel", "\"label").replace("\"now\"", "\"low\"").replace("\"qrovenance", "\"provenance");
    Assessment::parse(&twin.replace("aab", "aac").replace("\"low\":1,\"high\":0", "\"low\":0,\"high\":1")).unwrap()
}

#[test]
fn a_file_is_read_and_written() {
    grows_no_faster_than_the_input("parse", &|text| {
        let text = String::from(text);
        Box::new(move || {
            black_box(Assessment::parse(&text).unwrap().to_json());
        })
    });
}

#[test]
fn bytes_that_are_no_file_are_refused() {
    grows_no_faster_than_the_input("refuse", &|text| {
        // Cut off, so that all of it is read before it is refused.
        let text = text.strip_suffix('}').unwrap().to_owned();
        Box::new(move || {
            black_box(Assessment::parse_bytes(text.as_bytes()).unwrap_err());
        })
    });
}

#[test]
fn two_files_are_compared_and_merged() {
    grows_no_faster_than_the_input("merge", &|text| {
        let (here, there) = (Assessment::parse(text).unwrap(), other(text));
        Box::new(move || {
            black_box(here.compare(&there).unwrap());
            let mut merged = here.clone();
            // Refused or not: the work is the same.
            black_box(merged.merge(&there, &|_| Resolution::Lower, NOW)).unwrap();
            black_box(merged.merge(&there, &|_| Resolution::Lower, NOW)).unwrap();
        })
    });
}

#[test]
fn an_assessment_is_carried_over_and_reported() {
    grows_no_faster_than_the_input("carry over, report, plan, statement", &|text| {
        let here = Assessment::parse(text).unwrap();
        Box::new(move || {
            black_box(here.carry_over(NOW).unwrap());
            black_box((Report::of(&here), Plan::of(&here), statement::rows(&here).len(), here.is_empty()));
        })
    });
}

#[test]
fn a_result_is_sealed_and_verified() {
    grows_no_faster_than_the_input("verify", &|text| {
        let here = Assessment::parse(text).unwrap();
        Box::new(move || {
            assert!(verify(&envelope::seal(&here)).unwrap().is_ok());
        })
    });
}

#[test]
fn a_claim_of_any_shape_is_compared() {
    grows_no_faster_than_the_input("a claimed report", &|text| {
        // The hostile value stands where the report should be, at its top and in every one of its lists.
        let honest = envelope::seal(&Assessment::new(Edition::E2022));
        let in_report = honest.replacen("\"report\":{", &format!("\"report\":{{\"zz\":{text},"), 1);
        let in_list = honest.replacen("\"areas\":[", &format!("\"areas\":[{text},{text},"), 1);
        let alone = honest.replacen("\"report\":{", &format!("\"aa\":{text},\"report\":{{"), 1);
        Box::new(move || {
            for text in [&in_report, &in_list, &alone] {
                match verify(text) {
                    Ok(found) => assert!(!found.is_ok() && found.differences.len() <= envelope::MAX_DIFFERENCES),
                    Err(error) => assert_eq!(error.code(), ErrorCode::TooDeep),
                }
            }
        })
    });
}

/// The cells of a sheet that fill this many bytes.
type Grid = fn(usize) -> Vec<Vec<String>>;

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| String::from(*cell)).collect()
}

/// A sheet with one cell under this heading.
fn one_cell(heading: &str, text: &str) -> Vec<Vec<String>> {
    vec![row(&["Control", heading]), row(&["A.5.1", text])]
}

const GRIDS: [(&str, Grid); 9] = [
    ("rows of unknown ids, words and titles", |bytes| {
        let rows = (0..bytes / 40).map(|n| row(&[&format!("A.9.{n}"), &format!("title {n}"), &format!("word {n}")]));
        [row(&["Control", "Title", "Status"])].into_iter().chain(rows).collect()
    }),
    ("one row again and again", |bytes| {
        let rows = (0..bytes / 40).map(|n| row(&["A.5.1", "Implemented", &format!("note {n}")]));
        [row(&["Control", "Status", "Note"])].into_iter().chain(rows).collect()
    }),
    ("a cell of many links", |bytes| {
        let links: Vec<String> = (0..bytes / 30).map(|n| format!("https://example.com/{n}")).collect();
        one_cell("Evidence", &links.join("\n"))
    }),
    ("a cell of one link again and again", |bytes| one_cell("Evidence", &"https://example.com/\n".repeat(bytes / 21))),
    ("a cell of apostrophes", |bytes| one_cell("Note", &format!(";{}x", "'".repeat(bytes)))),
    ("a cell of separators", |bytes| one_cell("Note", &";'=".repeat(bytes / 3))),
    ("a cell of white space", |bytes| one_cell("Status", &format!("Implemented{}(x", " ".repeat(bytes)))),
    ("a heading without end", |bytes| one_cell(&"status ".repeat(bytes / 7), "x")),
    ("many columns", |bytes| {
        let heads = (0..bytes / 16).map(|n| format!("Status {n}"));
        vec![[String::from("Control")].into_iter().chain(heads).collect(), row(&["A.5.1", "Implemented"])]
    }),
];

#[test]
fn foreign_sheets_are_read_in_time_that_grows_with_them() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let assessment = Assessment::new(Edition::E2022);
    for (name, grid) in GRIDS {
        let works = SIZES.map(|size| {
            let sheets = [Sheet { name: "S".into(), rows: grid(size) }];
            let assessment = assessment.clone();
            Box::new(move || {
                let proposal = propose(&assessment, &sheets, &Options::default());
                let _ = black_box(apply(&assessment, &proposal.changes, NOW));
            }) as Box<dyn Fn()>
        });
        grows("propose", name, &works);
    }
}

#[cfg(feature = "encryption")]
mod encrypted {
    use super::*;
    use iso27001_readiness::age::{RANDOM_BYTES, decrypt, encrypt};

    const HEAD: &str = "age-encryption.org/v1\n";

    /// Makes a file of about this many bytes.
    type Make = fn(usize) -> Vec<u8>;

    /// Files that begin as encrypted ones do.
    const FILES: [(&str, Make); 6] = [
        ("stanzas", |bytes| format!("{HEAD}{}", "-> a\n\n".repeat(bytes / 6)).into_bytes()),
        ("arguments", |bytes| format!("{HEAD}->{}\n", " a".repeat(bytes / 2)).into_bytes()),
        ("a long argument", |bytes| format!("{HEAD}-> {}\n", "a".repeat(bytes)).into_bytes()),
        ("a long body", |bytes| {
            format!("{HEAD}-> a\n{}", ["A".repeat(64), "\n".into()].concat().repeat(bytes / 65)).into_bytes()
        }),
        ("armour without end", |bytes| {
            let lines = ["A".repeat(64), "\n".into()].concat().repeat(bytes / 65);
            format!("{}-----BEGIN AGE ENCRYPTED FILE-----\n{lines}", " ".repeat(bytes)).into_bytes()
        }),
        ("chunks", |bytes| encrypt(&vec![7; bytes * 16], "secret", 1, &[7; RANDOM_BYTES]).unwrap()),
    ];

    #[test]
    fn an_encrypted_file_is_opened_or_refused_in_time_that_grows_with_it() {
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        for (name, make) in FILES {
            let works = SIZES.map(|size| {
                let file = make(size);
                Box::new(move || {
                    let _ = black_box(decrypt(&file, "secret"));
                }) as Box<dyn Fn()>
            });
            grows("decrypt", name, &works);
        }
    }
}
