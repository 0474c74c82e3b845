//! The npm package, as it would be packed.
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::texts;
use super::wasm::{self, Module};
use crate::sizes::gzip;
use crate::workspace::Workspace;

/// Jest's jsdom has no coders of text, which the bindings make as soon as they are loaded; the Node under it has.
const TEXT_CODERS: &str = "const { TextDecoder, TextEncoder } = \
    globalThis.TextDecoder ? globalThis : globalThis.process.getBuiltinModule(\"node:util\");";

/// The package's name and version come from Cargo.toml, everything else from pkg-config/npm and what was built.
pub fn assemble(workspace: &Workspace, bundles: &[(&str, &str)]) -> Result<()> {
    let package = workspace.package();
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    let source = workspace.path("pkg-config/npm");
    copy(&source, &package).context("pkg-config/npm")?;
    for (file, bundle) in bundles {
        fs::write(package.join(file), bundle)?;
    }
    let bindings = workspace.path(wasm::BINDINGS);
    for module in Module::PACKAGE {
        let name = module.name();
        let glue = fs::read_to_string(bindings.join(format!("{name}.js"))).with_context(|| format!("{name}.js"))?;
        fs::write(
            package.join(format!("{name}.js")),
            format!("{TEXT_CODERS}\n{}", own_part(&glue, &module.leaves_out())?),
        )?;
        let bytes = fs::read(workspace.path(&module.optimised()))?;
        let packed = STANDARD.encode(gzip(&bytes)?);
        fs::write(package.join(module.file()), bytes)?;
        fs::write(package.join(format!("{name}_bg.inline.js")), format!("export default \"{packed}\";\n"))?;
    }
    fs::write(package.join("core.d.ts"), public_typings(&fs::read_to_string(bindings.join("core.d.ts"))?)?)?;
    workspace.node().arg("pkg-config/element_api.mjs").arg(&package).run().context("the element's typings")?;
    fs::copy(workspace.path(texts::MODULE), package.join("texts.js"))?;
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

/// The bindings without what this module has not.
fn own_part(glue: &str, without: &[&str]) -> Result<String> {
    let mut kept = glue.to_owned();
    for name in without {
        let start = kept.find(&format!("export function {name}(")).with_context(|| format!("no binding of {name}"))?;
        let comment = kept.get(..start).and_then(|before| before.rfind("/**")).unwrap_or(start);
        let end = kept.get(start..).and_then(|rest| rest.find("\n}\n")).context("a binding without an end")?;
        kept.replace_range(comment..start + end + "\n}\n".len(), "");
    }
    Ok(kept)
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

/// How declarations begin that are nobody's to call: they start the module, feed it, need the types of a browser, or are
/// called in another module.
const INTERNAL: [&str; 23] = [
    "export default function __wbg_",
    "export function __wbg_",
    "export function apply(",
    "export function calendar(",
    "export function checkRules(",
    "export function decrypt(",
    "export function exportAs(",
    "export function exportNames(",
    "export function fillText(",
    "export function fillWorkbook(",
    "export function firstVersion(",
    "export function initSync(",
    "export function oscalBundle(",
    "export function propose(",
    "export function provide",
    "export function readFile(",
    "export function readOscal(",
    "export function review(",
    "export function rowsAs(",
    "export interface Calendar ",
    "export interface InitOutput ",
    "export interface Reviewed ",
    "export type SyncInitInput ",
];

/// Leaves out what is internal, and names the library that `Symbol.dispose` is from, which a strict user of the package may
/// not have listed.
fn public_typings(typings: &str) -> Result<String> {
    let (public, start) = typings.split_once("export type InitInput =").context("the typings name no InitInput")?;
    ensure!(
        start.split("\n\n").all(|block| block.starts_with(' ') || is_internal(block)),
        "the typings have more after InitInput than how the module starts"
    );
    let kept: Vec<&str> = public.trim_end().split("\n\n").filter(|block| !is_internal(block)).collect();
    Ok(format!("/// <reference lib=\"esnext.disposable\" />\n{}\n", kept.join("\n\n")))
}

fn is_internal(block: &str) -> bool {
    block.lines().any(|line| INTERNAL.iter().any(|start| line.starts_with(start)))
}

/// The version that a manifest names.
pub fn version(manifest: &str) -> Option<&str> {
    manifest.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_internal_is_left_out_of_the_typings_and_nothing_else() {
        let start = "export type InitInput = RequestInfo | URL;\n\nexport interface InitOutput {\n    \
            readonly memory: WebAssembly.Memory;\n}\n\nexport function initSync(module: any): InitOutput;\n";
        let typings = format!(
            "export interface A {{\n    readonly a: number;\n}}\n\n/**\n * Reads.\n */\nexport function readFile(file: File): B;\n\n\
            /**\n * Says.\n */\nexport function catalog(): A;\n\n{start}"
        );
        let expected = "/// <reference lib=\"esnext.disposable\" />\nexport interface A {\n    readonly a: number;\n}\n\n\
            /**\n * Says.\n */\nexport function catalog(): A;\n";
        assert_eq!(super::public_typings(&typings).expect("the start is there"), expected);
        assert!(super::public_typings("export interface A {}\n").is_err());
        assert!(super::public_typings(&format!("{typings}\nexport function more(): void;\n")).is_err());
    }

    #[test]
    fn bindings_of_a_module_are_those_of_its_calls() {
        let function =
            |name: &str| format!("/**\n * Says.\n */\nexport function {name}(a) {{\n    if (a) {{\n    }}\n}}\n\n");
        let glue = ["catalog", "checkRules", "decrypt", "review", "rowsAs", "verify"].map(function).concat();
        let kept = super::own_part(&glue, &["checkRules", "decrypt", "review", "rowsAs"]).expect("all are there");
        assert_eq!(kept.replace('\n', ""), [function("catalog"), function("verify")].concat().replace('\n', ""));
        assert!(super::own_part(&function("catalog"), &["review"]).is_err());
    }

    #[test]
    fn the_version_is_that_of_the_crate() {
        assert_eq!(super::version("[package]\nname = \"x\"\nversion = \"1.2.3\"\n"), Some("1.2.3"));
    }
}
