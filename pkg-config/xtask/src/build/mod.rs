//! From source to dist/: wasm, page, package and the single file.
mod core_part;
mod encoding;
pub mod html;
pub mod package;
mod page;
mod texts;
pub mod wasm;

use std::fs;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::command::Tool;
use crate::language::Language;
use crate::setup::hex;
use crate::sizes::{self, Part};
use crate::workspace::Workspace;

/// The file that people save; its digest has the same name and `.sha256`.
const SINGLE_FILE: &str = "iso27001-readiness.html";
/// The review desk, likewise.
const DESK_FILE: &str = "iso27001-desk.html";

/// Builds everything and says whether it is within its budgets.
///
/// # Errors
/// When a step fails; the message names it.
pub fn all(workspace: &Workspace) -> Result<bool> {
    bindings(workspace)?;
    let element = page::element(workspace)?;
    let (sheets, text_file) = (page::sheets(workspace)?, page::text_file(workspace)?);
    let bundles = [("element.js", element.as_str()), ("sheets.js", &sheets), ("text_file.js", &text_file)];
    package::assemble(workspace, &bundles)?;

    let Made { mut page, app, deferred, wasm: [core, deferred_wasm] } = page_of(workspace)?;
    let mut desk = desk(workspace, &workspace.language()?)?;
    println!("build: listing what is shipped");
    let notices = components(workspace, "notices", &deferred).output()?;
    fs::write(workspace.package().join("LICENSE-THIRD-PARTY"), format!("{notices}\n"))?;
    let notices = format!("<!--\n{}\n-->\n", notices.replace("--", "–"));
    page.text.push_str(&notices);
    desk.push_str(&notices);
    publish(workspace, page.text.as_bytes(), desk.as_bytes())?;
    components(workspace, "bom", &deferred).arg(workspace.path("dist")).run()?;
    if !workspace.is_published() {
        println!("build: {} in {}", workspace.path("dist").join(SINGLE_FILE).display(), workspace.language()?.tag);
        return Ok(true);
    }

    sizes::check(
        workspace,
        &[
            Part { name: "start page painted", bytes: page.leading(page.painted) },
            Part { name: "page to the running app", bytes: page.leading(page.running) },
            Part { name: "page, whole", bytes: page.text.into_bytes() },
            Part { name: "review desk", bytes: desk.into_bytes() },
            Part { name: "app script", bytes: app.script.into_bytes() },
            Part { name: "app style", bytes: app.style.into_bytes() },
            Part { name: "core_bg.wasm", bytes: core },
            Part { name: "deferred_bg.wasm", bytes: deferred_wasm },
            Part { name: "desk_bg.wasm", bytes: fs::read(workspace.path(&wasm::Module::Desk.optimised()))? },
            Part { name: "exchange_bg.wasm", bytes: fs::read(workspace.path(&wasm::Module::Exchange.optimised()))? },
            Part { name: "core.js", bytes: fs::read(workspace.package().join("core.js"))? },
            Part { name: "element.js", bytes: element.into_bytes() },
            Part { name: "host.js", bytes: fs::read(workspace.package().join("host.js"))? },
        ],
    )
}

/// The page and the desk in a language that is not published, of which a test reads the words: neither small nor fast.
///
/// # Errors
/// When a step fails.
pub fn plain(workspace: &Workspace) -> Result<()> {
    ensure!(!workspace.is_published(), "the page that is published is built whole");
    wasm::build_plain(workspace)?;
    texts::build(workspace)?;
    let made = page_of(workspace)?;
    let desk = desk(workspace, &workspace.language()?)?;
    let dist = workspace.path("dist");
    fs::create_dir_all(&dist)?;
    fs::write(dist.join(SINGLE_FILE), made.page.text)?;
    Ok(fs::write(dist.join(DESK_FILE), desk)?)
}

/// The page and the parts that it was made of.
struct Made {
    page: html::Page,
    app: page::Bundle,
    deferred: Vec<page::Bundle>,
    /// The core and the deferred module.
    wasm: [Vec<u8>; 2],
}

/// The page from wasm and texts that are built.
fn page_of(workspace: &Workspace) -> Result<Made> {
    let app = page::bundle(workspace, "app/main")?;
    let deferred = page::deferred(workspace)?;
    let [core, deferred_wasm] = wasm::Module::PAGE.map(|module| fs::read(workspace.path(&module.optimised())));
    let wasm = [core?, deferred_wasm?];
    let template = html::in_language(
        &fs::read_to_string(workspace.path("www/index.html"))?,
        &workspace.language()?,
        &fs::read_to_string(workspace.words("without_scripts.html"))?,
    )?;
    let [core, deferred_wasm] = &wasm;
    let page = html::assemble(
        &template,
        &page::bundle(workspace, "early")?,
        &page::start(workspace)?,
        &html::Wasm { core, deferred: deferred_wasm },
        &app,
        &deferred,
    )?;
    Ok(Made { page, app, deferred, wasm })
}

/// The wasm, its bindings and the texts, as the page and the package import them.
///
/// # Errors
/// When the compiler, the bindings or the optimiser fail, or a text cannot be read.
pub fn bindings(workspace: &Workspace) -> Result<()> {
    wasm::build(workspace)?;
    texts::build(workspace)
}

/// A program that goes through all that is shipped, from what each bundle says it holds.
fn components(workspace: &Workspace, program: &str, deferred: &[page::Bundle]) -> Tool {
    let deferred = deferred.iter().map(|bundle| format!("target/page/deferred/{}", bundle.name));
    let bundles = ["target/element", "target/page/app/main", "target/page/desk/engine", "target/page/desk/main"];
    let bundles = bundles.map(str::to_owned).into_iter().chain(deferred);
    let lists = bundles.map(|bundle| workspace.path(&(bundle + "/packages.json")));
    workspace.node().arg(format!("pkg-config/{program}.mjs")).args(lists)
}

/// The review desk as one file, its title and what it says without scripts from its own words.
fn desk(workspace: &Workspace, language: &Language) -> Result<String> {
    let words: serde_json::Value =
        serde_json::from_slice(&fs::read(workspace.words("desk.json"))?).context("desk.json")?;
    let word = |key: &str| {
        let text =
            words.get(key).and_then(serde_json::Value::as_str).with_context(|| format!("desk.json has no {key}"))?;
        ensure!(!text.contains(['<', '>', '"', '&']), "desk.json: {key} stands in HTML as it is");
        Ok(text.to_owned())
    };
    let (title, description) = (word("desk.title")?, word("desk.description")?);
    let language = Language { title, description, ..language.clone() };
    let without_scripts = format!("<p>{}</p>", word("desk.without-scripts")?);
    let template =
        html::in_language(&fs::read_to_string(workspace.path("www/desk/index.html"))?, &language, &without_scripts)?;
    let wasm = fs::read(workspace.path(&wasm::Module::Desk.optimised()))?;
    html::assemble_desk(
        &template,
        &wasm,
        &page::bundle(workspace, "desk/engine")?,
        &page::bundle(workspace, "desk/main")?,
    )
}

/// Site, frame and offline file are the same bytes; the desk stands beside them.
fn publish(workspace: &Workspace, page: &[u8], desk: &[u8]) -> Result<()> {
    let site = workspace.site();
    // A folder of its own, since a host lets others frame this one alone.
    let manifest = fs::read_to_string(workspace.path("Cargo.toml"))?;
    let version = package::version(&manifest).context("no version in Cargo.toml")?;
    // By the version of its messages, and by its own for portals that have reviewed one.
    for name in ["v1", version] {
        let embed = site.join("embed").join(name);
        fs::create_dir_all(&embed)?;
        fs::write(embed.join("index.html"), page)?;
    }
    fs::write(site.join("index.html"), page)?;
    for (name, bytes) in [(SINGLE_FILE, page), (DESK_FILE, desk)] {
        let digest = format!("{}  {name}\n", hex(&Sha256::digest(bytes)));
        for folder in [&site, &workspace.path("dist")] {
            fs::write(folder.join(name), bytes)?;
            fs::write(folder.join(format!("{name}.sha256")), &digest)?;
        }
    }
    Ok(())
}
