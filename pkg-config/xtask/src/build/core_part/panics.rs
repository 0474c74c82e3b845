//! The functions that only put a panic into words. In a browser nobody reads them: the standard library writes to a stream
//! that leads nowhere, and what reaches the caller is the trap. So they trap at once, and with them goes what they need:
//! the optimiser takes out the arguments at every place where something could fail, and `reach` the data.
use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use wasmparser::{FunctionBody, KnownCustom, Name, Operator, Parser, Payload};

use super::imported;

/// Rooms of the standard library for what never returns, and for a few things that do.
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

/// The functions of the linked module, by the names that the linker has left, and only those that never return.
///
/// # Errors
/// When it holds no names.
pub fn panics(linked: &[u8]) -> Result<BTreeSet<u32>> {
    let (mut found, mut returning, mut function) = (BTreeSet::new(), BTreeSet::new(), 0);
    for payload in Parser::new(0).parse_all(linked) {
        let section = match payload? {
            Payload::ImportSection(imports) => {
                function = imported(imports)?;
                continue;
            }
            Payload::CodeSectionEntry(body) => {
                if returns(&body)? {
                    returning.insert(function);
                }
                function += 1;
                continue;
            }
            Payload::CustomSection(section) => section,
            _ => continue,
        };
        let KnownCustom::Name(names) = section.as_known() else { continue };
        for part in names {
            let Name::Function(functions) = part? else { continue };
            for function in functions {
                let function = function?;
                if is_panic(function.name) && !returning.contains(&function.index) {
                    found.insert(function.index);
                }
            }
        }
    }
    ensure!(!found.is_empty(), "the module names no function that panics");
    Ok(found)
}

/// What cannot come back ends in a trap, behind the call that does not return.
fn returns(body: &FunctionBody<'_>) -> Result<bool> {
    let mut last = [None, None];
    for operator in body.get_operators_reader()? {
        last = [last[1].take(), Some(operator?)];
    }
    Ok(!matches!(last, [Some(Operator::Unreachable), Some(Operator::End)]))
}

/// Of the standard library; the name as the compiler wrote it.
fn is_panic(name: &str) -> bool {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let library = ["core", "alloc", "std", "__rustc"].into_iter().find_map(|library| name.strip_prefix(library));
    library.is_some_and(|path| ROOMS.iter().any(|room| path.starts_with(room)))
}

#[cfg(test)]
mod tests {
    use super::is_panic;

    #[test]
    fn only_what_never_returns_is_meant() {
        for name in [
            "_ZN4core9panicking18panic_bounds_check17h0123456789abcdefE",
            "_ZN4core6option13unwrap_failed17h0123456789abcdefE",
            "_RNvNtCsdN2_4core9panicking9panic_fmt",
        ] {
            assert!(is_panic(name), "{name}");
        }
        for name in [
            "_ZN4core6option15Option$LT$T$GT$6unwrap17h0123456789abcdefE",
            "_ZN18iso27001_readiness9panicking4mine17h0123456789abcdefE",
            "memcpy",
        ] {
            assert!(!is_panic(name), "{name}");
        }
    }
}
