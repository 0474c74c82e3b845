//! The crate as wasm: the same bytes from the same source, in whatever folder it is built.
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
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
    /// What `src/wasm/exchange` does, for the package alone: the core is none of it.
    Exchange,
}

/// The exports of `src/wasm/deferred`: the core does without them, and without all that only they need.
const DEFERRED_EXPORTS: [&str; 6] = ["apply", "calendar", "exportAs", "exportNames", "firstVersion", "propose"];
/// The exports of `src/wasm/desk`.
const DESK_EXPORTS: [&str; 4] = ["checkRules", "decrypt", "review", "rowsAs"];
/// The exports of `src/wasm/exchange`.
const EXCHANGE_EXPORTS: [&str; 4] = ["fillText", "fillWorkbook", "oscalBundle", "readOscal"];
/// What every module is given: the words of the questionnaire.
const SHARED_EXPORT: &str = "provideTexts";

impl Module {
    /// Those of the page.
    pub const PAGE: [Self; 2] = [Self::Core, Self::Deferred];
    /// Those of the package.
    pub const PACKAGE: [Self; 3] = [Self::Core, Self::Deferred, Self::Exchange];

    /// Of all exports of the whole, those that it does without.
    fn without<'a>(self, all: &[&'a str]) -> Vec<&'a str> {
        all.iter().copied().filter(|name| !self.has(name)).collect()
    }

    fn has(self, name: &str) -> bool {
        match self {
            // What the bindings themselves call has such a name.
            Self::Exchange => EXCHANGE_EXPORTS.contains(&name) || name == SHARED_EXPORT || name.starts_with("__"),
            _ => !self.leaves_out().contains(&name),
        }
    }

    /// The exports of other modules that the bindings name and it has not.
    pub fn leaves_out(self) -> Vec<&'static str> {
        match self {
            Self::Core => [DEFERRED_EXPORTS.as_slice(), &DESK_EXPORTS, &EXCHANGE_EXPORTS].concat(),
            Self::Deferred => [DESK_EXPORTS.as_slice(), &EXCHANGE_EXPORTS].concat(),
            Self::Desk => [DEFERRED_EXPORTS.as_slice(), &EXCHANGE_EXPORTS].concat(),
            Self::Exchange => [DEFERRED_EXPORTS.as_slice(), &DESK_EXPORTS].concat(),
        }
    }

    /// How its files begin.
    pub fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Deferred => "deferred",
            Self::Desk => "desk",
            Self::Exchange => "exchange",
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
    cut(workspace, &linked, optimise)
}

/// As it comes from the compiler, without a thought for size or speed: for tests that look at words alone.
///
/// # Errors
/// When the compiler or the bindings fail.
pub fn build_plain(workspace: &Workspace) -> Result<()> {
    let linked = fs::read(compile_with(workspace, "dev")?)?;
    generate(workspace, &linked)?;
    cut(workspace, &linked, |_, _, module| Ok(module.to_vec()))
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
        for name in ["core", "exchange"] {
            fs::copy(bindings(&format!("deferred{ending}")), bindings(&format!("{name}{ending}")))?;
        }
    }
    Ok(())
}

/// Each module without the exports and the data that are not its own, its functions in an order that suits brotli. What stands
/// in a file of its own is cut out before it is optimised, so that nothing of the others is left in it; the core only after that,
/// out of what comes behind it, so that it is the same bytes as there.
fn cut(
    workspace: &Workspace,
    linked: &[u8],
    optimise: impl Fn(&Workspace, Module, &[u8]) -> Result<Vec<u8>>,
) -> Result<()> {
    let exports = core_part::exports(linked)?;
    for name in [DEFERRED_EXPORTS.as_slice(), &DESK_EXPORTS, &EXCHANGE_EXPORTS, &[SHARED_EXPORT]].concat() {
        ensure!(exports.contains(&name), "the crate exports no {name}");
    }
    let part = |whole: &[u8], module: Module| {
        let without = module.without(&exports);
        core_part::cut(whole, &core_part::reach(linked, &without)?, &without)
    };
    let core = Module::Core.without(&exports);
    let reach_of_core = core_part::reach(linked, &core)?;
    let whole = fs::read(workspace.path(BINDINGS).join(Module::Deferred.file()))?;
    for module in [Module::Deferred, Module::Desk, Module::Exchange] {
        let optimised = optimise(workspace, module, &part(&whole, module)?)?;
        let optimised = core_part::ordered(&optimised, &core_part::functions(&optimised, &reach_of_core, &core)?)?;
        fs::write(workspace.path(&module.optimised()), part(&optimised, module)?)?;
        if module == Module::Deferred {
            fs::write(workspace.path(&Module::Core.optimised()), part(&optimised, Module::Core)?)?;
        }
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
        .args(["build", "--quiet", "--profile", profile, "--locked", "--lib", "--features", "encryption"])
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

fn optimise(workspace: &Workspace, module: Module, part: &[u8]) -> Result<Vec<u8>> {
    let input = workspace.path(&format!("target/wasm/{}_part.wasm", module.name()));
    let output = input.with_file_name(format!("{}_optimised.wasm", module.name()));
    let stamp = output.with_extension("input");
    let optimiser = fs::read(workspace.path("node_modules/binaryen/package.json"))?;
    let key = hex(&Sha256::new()
        .chain_update(part)
        .chain_update(optimiser)
        .chain_update(OPTIMISER_FLAGS.join(" "))
        .finalize());
    // It takes seconds, and most builds change only the page.
    let is_done = output.is_file() && fs::read_to_string(&stamp).is_ok_and(|found| found == key);
    if !is_done {
        println!("build: optimising the wasm, {}", module.name());
        fs::write(&input, part)?;
        workspace.node_tool(OPTIMISER).args(OPTIMISER_FLAGS).arg(&input).arg("-o").arg(&output).run()?;
        fs::write(stamp, key)?;
    }
    Ok(fs::read(output)?)
}
