//! The native half of the bench: made assessments, and what each step costs.
//!
//! `made NUMBER begun|whole|result` writes so many, one a line; `times` says what each step costs.

mod made;
mod times;

use made::Size;
use std::error::Error;
use std::io::{BufWriter, Write, stdout};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["made", number, size] => {
            let size = Size::named(size).ok_or("expected begun, whole or result")?;
            let mut out = BufWriter::new(stdout().lock());
            for number in 0..number.parse()? {
                writeln!(out, "{}", made::text(number, size)?)?;
            }
            Ok(out.flush()?)
        }
        ["times"] => times::print(),
        _ => Err("expected made NUMBER SIZE, or times".into()),
    }
}
