//! Tells the compiler which folder holds the words, `languages/en` or the one that `READINESS_LANGUAGE` names, and what
//! language that is. What the crate itself says, `core.txt`, becomes a macro that gives the text of a key: a key without a
//! text does not compile.
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
    let words = folder.join("core.txt");
    println!("cargo::rerun-if-changed={}", words.display());
    let macro_rules = constants(&std::fs::read_to_string(&words)?)?;
    let output = std::env::var_os("OUT_DIR").map(PathBuf::from).ok_or("cargo names no folder for what is made")?;
    std::fs::write(output.join("words.rs"), macro_rules)?;
    println!("cargo::rustc-env=LANGUAGE={}", folder.display());
    println!("cargo::rustc-env=LANGUAGE_TAG={tag}");
    Ok(())
}

fn constants(text: &str) -> Result<String, String> {
    let mut rules = String::from("macro_rules! words {\n");
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (key, words) = line.split_once(": ").ok_or_else(|| format!("core.txt: {line}: no `key: text`"))?;
        rules.push_str(&format!("    ({key:?}) => {{ {words:?} }};\n"));
    }
    rules.push_str("}\n");
    Ok(rules)
}
