//! Tells the compiler which folder holds the words, `languages/en` or the one that `READINESS_LANGUAGE` names, and what
//! language that is.
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=READINESS_LANGUAGE");
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let language = std::env::var_os("READINESS_LANGUAGE").map_or_else(|| PathBuf::from("languages/en"), PathBuf::from);
    let folder = root.join(language);
    let about = folder.join("language.json");
    println!("cargo::rerun-if-changed={}", about.display());
    let text = std::fs::read_to_string(&about).map_err(|error| format!("{}: {error}", about.display()))?;
    let tag =
        text.split_once("\"tag\": \"").and_then(|(_, rest)| rest.split_once('"')).ok_or("language.json: no tag")?.0;
    println!("cargo::rustc-env=LANGUAGE={}", folder.display());
    println!("cargo::rustc-env=LANGUAGE_TAG={tag}");
    Ok(())
}
