//! Readiness self-assessment for ISO/IEC 27001.
#[cfg(target_arch = "wasm32")]
mod wasm;
