//! The npm package, as it would be packed.
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::wasm;
use crate::sizes::gzip;
use crate::workspace::Workspace;

/// The package's name and version come from Cargo.toml, everything else from pkg-config/npm and what was built.
pub fn assemble(workspace: &Workspace, element: &str, sheets: &str) -> Result<()> {
    let package = workspace.package();
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    let source = workspace.path("pkg-config/npm");
    copy(&source, &package).context("pkg-config/npm")?;
    fs::write(package.join("element.js"), element)?;
    fs::write(package.join("sheets.js"), sheets)?;
    let bindings = workspace.path(wasm::FOR_PACKAGE);
    let core = fs::read_to_string(bindings.join("core.js")).context("core.js")?;
    fs::write(package.join("core.js"), named_faults(&core)?)?;
    fs::write(package.join("core.d.ts"), public_typings(&fs::read_to_string(bindings.join("core.d.ts"))?)?)?;
    fs::copy(workspace.path(wasm::OPTIMISED), package.join("core_bg.wasm"))?;
    let packed = STANDARD.encode(gzip(&fs::read(workspace.path(wasm::OPTIMISED))?)?);
    fs::write(package.join("core_bg.inline.js"), format!("export default \"{packed}\";\n"))?;
    let advice = fs::read_to_string(workspace.path("src/questionnaire/en/advice.txt")).context("advice.txt")?;
    fs::write(package.join("advice.en.js"), format!("export default {};\n", serde_json::to_string(&advice)?))?;
    let schemas = package.join("schema");
    fs::create_dir_all(&schemas)?;
    for file in fs::read_dir(workspace.path("pkg-config/schema")).context("pkg-config/schema")? {
        let file = file?;
        fs::copy(file.path(), schemas.join(file.file_name()))?;
    }
    for file in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(workspace.path(file), package.join(file)).context(file)?;
    }
    let manifest = fs::read_to_string(source.join("package.json"))?;
    ensure!(
        manifest.matches("\"0.0.0\"").count() == 1,
        "pkg-config/npm/package.json has no place for the version, or two"
    );
    let version =
        version(&fs::read_to_string(workspace.path("Cargo.toml"))?).context("no version in Cargo.toml")?.to_owned();
    Ok(fs::write(package.join("package.json"), manifest.replace("\"0.0.0\"", &format!("\"{version}\"")))?)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let file = file?;
        let target = to.join(file.file_name());
        if file.file_type()?.is_dir() {
            copy(&file.path(), &target)?;
        } else {
            fs::copy(file.path(), target)?;
        }
    }
    Ok(())
}

/// What the bindings refuse of themselves, a call on an assessment that was freed, has the form of every other refusal.
fn named_faults(bindings: &str) -> Result<String> {
    let bare = "throw new Error(getStringFromWasm0(arg0, arg1));";
    ensure!(bindings.matches(bare).count() == 1, "the bindings of core.js throw in another way than they did");
    let named = "throw Object.assign(new Error(\"the assessment was freed, or is just being used\"), \
        { name: \"ReadinessError\", code: \"not-usable\", subject: \"\" });";
    Ok(bindings.replace(bare, named))
}

/// Leaves out the module's raw exports, which are nobody's to call and change with every build, and names the library that
/// `Symbol.dispose` is from, which a strict user of the package may not have listed.
fn public_typings(typings: &str) -> Result<String> {
    ensure!(
        typings.contains("export interface InitOutput {\n"),
        "the typings name the module's exports in another way"
    );
    let mut inside = false;
    let mut kept = String::from("/// <reference lib=\"esnext.disposable\" />\n");
    for line in typings.lines() {
        inside = (inside || line == "export interface InitOutput {") && line != "}";
        if !(inside && line.starts_with("    readonly ") && !line.ends_with(": WebAssembly.Memory;")) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    Ok(kept)
}

/// The version that a manifest names.
pub fn version(manifest: &str) -> Option<&str> {
    manifest.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
}

#[cfg(test)]
mod tests {
    #[test]
    fn raw_exports_are_left_out_of_the_typings_and_nothing_else() {
        let typings = "export interface A {\n    readonly a: number;\n}\nexport interface InitOutput {\n    \
            readonly memory: WebAssembly.Memory;\n    readonly catalog: (a: number) => any;\n}\n\nexport type B = 1;\n";
        let expected = "/// <reference lib=\"esnext.disposable\" />\nexport interface A {\n    readonly a: number;\n}\n\
            export interface InitOutput {\n    readonly memory: WebAssembly.Memory;\n}\n\nexport type B = 1;\n";
        assert_eq!(super::public_typings(typings).expect("the exports are there"), expected);
        assert!(super::public_typings("export type B = 1;\n").is_err());
    }

    #[test]
    fn the_version_is_that_of_the_crate() {
        assert_eq!(super::version("[package]\nname = \"x\"\nversion = \"1.2.3\"\n"), Some("1.2.3"));
    }
}
