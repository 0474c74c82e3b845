//! The functions that only say of what a panic is. In a browser nobody hears them: the standard library writes to a stream
//! that leads nowhere, and what reaches the caller is the trap. So they trap at once, and with them goes what they need:
//! the optimiser takes out the arguments at every place where something could fail.
use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// Rooms of the standard library in which nothing returns.
const ROOMS: [&str; 14] = [
    "::panicking::",
    "::cell::panic_already_",
    "::option::expect_failed",
    "::option::unwrap_failed",
    "::result::unwrap_failed",
    "::slice::index::slice_",
    "::slice::copy_from_slice_impl::len_mismatch_fail",
    "::slice::sort::shared::smallsort::panic_on_ord_violation",
    "::str::slice_error_fail",
    "::thread::local::panic_access_error",
    "::raw_vec::handle_error",
    "::raw_vec::capacity_overflow",
    "::alloc::handle_alloc_error",
    "::rust_panic",
];

/// The functions of the linked module, by the names that the linker has left.
///
/// # Errors
/// When it holds no names.
pub fn panics(linked: &[u8]) -> Result<BTreeSet<u32>> {
    let mut found = BTreeSet::new();
    for payload in Parser::new(0).parse_all(linked) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(names) = section.as_known() else { continue };
        for part in names {
            let Name::Function(functions) = part? else { continue };
            for function in functions {
                let function = function?;
                if is_panic(function.name) {
                    found.insert(function.index);
                }
            }
        }
    }
    ensure!(!found.is_empty(), "the module names no function that panics");
    Ok(found)
}

/// Of the standard library; the name as the compiler wrote it.
fn is_panic(name: &str) -> bool {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let library = ["core", "alloc", "std", "__rustc"].into_iter().find_map(|library| name.strip_prefix(library));
    library.is_some_and(|path| ROOMS.iter().any(|room| path.starts_with(room)))
}
