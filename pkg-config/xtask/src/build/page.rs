//! The page's scripts and styles, each bundle one classic script.
use std::fs;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::wasm::Module;
use crate::workspace::Workspace;

/// The deferred script that starts the second module, and so stands behind all others with the module's bytes.
pub const MODULE: &str = "module";

/// The deferred scripts in the page's order: first the views and the words of all questions, for which somebody may wait.
const DEFERRED: [&str; 7] = ["views", "texts", "import", "frame", "exports", "learn", MODULE];

/// One bundle.
pub struct Bundle {
    /// Last part of its entry's path.
    pub name: String,
    pub script: String,
    /// Empty when it has none of its own.
    pub style: String,
}

/// Bundles www/`entry`.ts.
///
/// # Errors
/// When Vite fails.
pub fn bundle(workspace: &Workspace, entry: &str) -> Result<Bundle> {
    println!("build: bundling www/{entry}.ts");
    workspace.npm().args(["run", "--silent", "build", "--", "--logLevel", "warn"]).env("PAGE_ENTRY", entry).run()?;
    let name = entry.rsplit('/').next().unwrap_or(entry).to_owned();
    let folder = workspace.path("target/page").join(entry);
    let script =
        fs::read_to_string(folder.join(format!("{name}.js"))).context("the bundle that Vite should have written")?;
    let style = fs::read_to_string(folder.join(format!("{name}.css"))).unwrap_or_default();
    Ok(Bundle { name, script: script.trim_end().to_owned(), style: style.trim_end().to_owned() })
}

/// The start page as the app draws it.
#[derive(Deserialize)]
pub struct StartPage {
    pub style: String,
    pub markup: String,
}

/// Runs the app's bundle on an empty document.
///
/// # Errors
/// When it does not come to draw the start page.
pub fn start(workspace: &Workspace) -> Result<StartPage> {
    println!("build: drawing the start page");
    let drawn = workspace
        .node()
        .arg("pkg-config/first_paint.mjs")
        .args(["target/page/app/main/main.js", &Module::Core.optimised()].map(|path| workspace.path(path)))
        .output()?;
    serde_json::from_str(&drawn).context("the start page")
}

/// Bundles www/element: the page as a custom element, one ES module.
///
/// # Errors
/// When Vite fails.
pub fn element(workspace: &Workspace) -> Result<String> {
    module(workspace, "element", "target/element/element.js")
}

/// Bundles www/sheets: the reader of spreadsheets, one ES module.
///
/// # Errors
/// When Vite fails.
pub fn sheets(workspace: &Workspace) -> Result<String> {
    module(workspace, "sheets", "target/sheets-entry/sheets.js")
}

/// Bundles www/sheets/text_file.ts: text back into the encoding of a file, one ES module.
///
/// # Errors
/// When Vite fails.
pub fn text_file(workspace: &Workspace) -> Result<String> {
    module(workspace, "text_file", "target/text_file-entry/text_file.js")
}

fn module(workspace: &Workspace, name: &str, file: &str) -> Result<String> {
    println!("build: bundling {name}");
    let script = format!("build:{name}");
    workspace.npm().args(["run", "--silent", &script, "--", "--logLevel", "warn"]).run()?;
    fs::read_to_string(workspace.path(file)).context("the bundle that Vite should have written")
}

/// Bundles every www/deferred/*.ts: what a running app can do without for a while.
///
/// # Errors
/// When Vite fails, or one of them has no place in the order.
pub fn deferred(workspace: &Workspace) -> Result<Vec<Bundle>> {
    for file in fs::read_dir(workspace.path("www/deferred"))? {
        let file = file?.file_name().to_string_lossy().into_owned();
        let name = file.strip_suffix(".ts").filter(|name| !name.ends_with(".d"));
        ensure!(name.is_none_or(|name| DEFERRED.contains(&name)), "www/deferred/{file} has no place in the page");
    }
    DEFERRED.iter().map(|name| bundle(workspace, &format!("deferred/{name}"))).collect()
}
