//! The crate as wasm: the same bytes from the same source, in whatever folder it is built.
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use super::core_part;
use crate::setup::{hex, sysroot};
use crate::workspace::Workspace;

/// The crate is compiled once, and each module is cut out of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Module {
    /// The assessment, its results and the catalog: what the first question needs.
    Core,
    /// The core and what `src/wasm/deferred` does, which comes behind it.
    Deferred,
    /// The core and what `src/wasm/desk` does, for the review desk.
    Desk,
}

/// The exports of `src/wasm/deferred`: the core does without them, and without all that only they need.
const DEFERRED_EXPORTS: [&str; 6] = ["apply", "calendar", "exportAs", "exportNames", "firstVersion", "propose"];
/// The exports of `src/wasm/desk`.
pub const DESK_EXPORTS: [&str; 3] = ["checkRules", "review", "rowsAs"];

impl Module {
    /// Those of the page and the package.
    pub const ALL: [Self; 2] = [Self::Core, Self::Deferred];

    /// The exports that it does without.
    fn without(self) -> Vec<&'static str> {
        match self {
            Self::Core => [DEFERRED_EXPORTS.as_slice(), &DESK_EXPORTS].concat(),
            Self::Deferred => DESK_EXPORTS.to_vec(),
            Self::Desk => DEFERRED_EXPORTS.to_vec(),
        }
    }

    /// How its files begin.
    pub fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Deferred => "deferred",
            Self::Desk => "desk",
        }
    }

    /// The finished module's file.
    pub fn file(self) -> String {
        format!("{}_bg.wasm", self.name())
    }

    /// Where the finished module is.
    pub fn optimised(self) -> String {
        format!("target/wasm/{}", self.file())
    }
}

/// Bindings of the page, the element and the package, each of which says where the module is.
pub const BINDINGS: &str = "target/wasm/bindings";

/// The whole, before what nobody reads is left out of its data.
const OPTIMISED: &str = "target/wasm/optimised.wasm";
const OPTIMISER: &str = "binaryen/bin/wasm-opt";
/// No feature is named: wasm-opt takes those that the module's own section lists, and engines read no others.
/// Little is inlined: calls make the module longer, and what goes over the line 4 % shorter.
/// The lowest kilobyte of the memory is the end of the stack, to which no computed address leads: it may be counted as
/// unused, and an address may be put together by the load itself.
const OPTIMISER_FLAGS: [&str; 9] = [
    "-Oz",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=20",
    "--always-inline-max-function-size=1",
    "--converge",
    "--code-folding",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

pub fn build(workspace: &Workspace) -> Result<()> {
    let linked = fs::read(compile(workspace)?)?;
    generate(workspace, &linked)?;
    optimise(workspace)?;
    cut(workspace, &linked)
}

/// As it comes from the compiler, without a thought for size or speed: for tests that look at words alone.
///
/// # Errors
/// When the compiler or the bindings fail.
pub fn build_plain(workspace: &Workspace) -> Result<()> {
    let linked = fs::read(compile_with(workspace, "dev")?)?;
    generate(workspace, &linked)?;
    fs::copy(workspace.path(BINDINGS).join(Module::Deferred.file()), workspace.path(OPTIMISED))?;
    cut(workspace, &linked)
}

/// The bindings, and beside them the whole module as they change it.
fn generate(workspace: &Workspace, linked: &[u8]) -> Result<()> {
    Bindgen::new()
        .input_bytes(Module::Deferred.name(), core_part::for_bindings(linked)?)
        .web(true)?
        .typescript(true)
        .keep_debug(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        // An instance that trapped is replaced.
        .reset_state_function(true)
        .generate(workspace.path(BINDINGS))
        .context("wasm-bindgen")?;
    // Bindings of each module's own: what they hold on to belongs to one instance.
    let bindings = |name: &str| workspace.path(BINDINGS).join(name);
    for ending in [".js", ".d.ts"] {
        fs::copy(bindings(&format!("deferred{ending}")), bindings(&format!("core{ending}")))?;
    }
    Ok(())
}

/// Each module without the exports and the data that are not its own.
fn cut(workspace: &Workspace, linked: &[u8]) -> Result<()> {
    let whole = fs::read(workspace.path(OPTIMISED))?;
    for module in [Module::Core, Module::Deferred, Module::Desk] {
        let without = module.without();
        let needed = core_part::reach(linked, &without)?;
        fs::write(workspace.path(&module.optimised()), core_part::cut(&whole, &needed, &without)?)?;
    }
    Ok(())
}

/// The crate as the compiler leaves it.
///
/// # Errors
/// When it does not compile.
pub fn compile(workspace: &Workspace) -> Result<PathBuf> {
    compile_with(workspace, "wasm")
}

fn compile_with(workspace: &Workspace, profile: &str) -> Result<PathBuf> {
    println!("build: compiling the wasm");
    workspace
        .cargo()
        .args(["build", "--quiet", "--profile", profile, "--locked", "--lib"])
        .args(["--package", "iso27001-readiness", "--target", "wasm32-unknown-unknown"])
        .arg("--target-dir")
        .arg(workspace.cargo_target())
        .env("CARGO_ENCODED_RUSTFLAGS", flags(workspace)?.join("\u{1f}"))
        // Nothing reads it, and it would be four fifths of the plain module.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .run()?;
    // Cargo's own name of the folder of its profile "dev".
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(workspace.cargo_target().join("wasm32-unknown-unknown").join(folder).join("iso27001_readiness.wasm"))
}

/// Panic messages hold paths: without this the bytes would depend on the folder, and tell it.
fn flags(workspace: &Workspace) -> Result<Vec<String>> {
    let mut flags = remappings(workspace)?;
    // The unrolled rounds of SHA-256 would take eight kilobytes, for a digest that is made once.
    flags.push("--cfg=sha2_backend_soft=\"compact\"".to_owned());
    // They say what the core needs of the whole.
    flags.push("-Clink-arg=--emit-relocs".to_owned());
    Ok(flags)
}

fn remappings(workspace: &Workspace) -> Result<Vec<String>> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let folders =
        [(Some(workspace.root().to_path_buf()), "crate"), (cargo_home, "cargo"), (Some(sysroot(workspace)?), "rust")];
    Ok(folders
        .into_iter()
        .filter_map(|(folder, name)| Some(format!("--remap-path-prefix={}=/{name}", folder?.display())))
        .collect())
}

fn optimise(workspace: &Workspace) -> Result<()> {
    let input = workspace.path(BINDINGS).join(Module::Deferred.file());
    let output = workspace.path(OPTIMISED);
    let stamp = output.with_extension("input");
    let optimiser = fs::read(workspace.path("node_modules/binaryen/package.json"))?;
    let key = hex(&Sha256::new()
        .chain_update(fs::read(&input)?)
        .chain_update(optimiser)
        .chain_update(OPTIMISER_FLAGS.join(" "))
        .finalize());
    // It takes seconds, and most builds change only the page.
    if output.is_file() && fs::read_to_string(&stamp).is_ok_and(|found| found == key) {
        return Ok(());
    }
    println!("build: optimising the wasm");
    workspace.node_tool(OPTIMISER).args(OPTIMISER_FLAGS).arg(&input).arg("-o").arg(&output).run()?;
    Ok(fs::write(stamp, key)?)
}
