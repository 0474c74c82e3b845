//! Brings a fresh machine to where it can build and test, and says what it installs.
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::command::Tool;
use crate::workspace::Workspace;

const WASM: &str = "wasm32-unknown-unknown";
/// Oldest Node that Vite runs on and that can `require()` an ES module.
const NODE: (u32, u32) = (20, 19);

/// A part of Python that Debian packs apart, and that is no program.
pub const VENV: &str = "python3 -m venv";

/// Programs that tests use, and the Debian package that has each.
const PACKAGES: [(&str, &str); 13] = [
    ("age", "age"),
    ("chromium", "chromium"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
    ("python3", "python3"),
    (VENV, "python3-venv"),
    ("soffice", "libreoffice-calc"),
    ("java", "default-jre-headless"),
    ("orca", "orca"),
    ("openbox", "openbox"),
    ("xdotool", "xdotool"),
    ("dbus-run-session", "dbus-daemon"),
];

/// # Errors
/// When something is missing that this cannot install; the message names the command that does.
pub fn for_build(workspace: &Workspace) -> Result<()> {
    rust_target(workspace)?;
    node(workspace)?;
    node_modules(workspace)
}

/// Sets up for the build and for tests that use these programs.
///
/// # Errors
/// As [`for_build`].
pub fn for_test(workspace: &Workspace, programs: &[&str]) -> Result<()> {
    rust_components(workspace)?;
    for_build(workspace)?;
    install(workspace, programs)
}

/// The compiler's folder; rustup's automatic installation may be switched off, so a `targets` line is not enough.
pub fn sysroot(workspace: &Workspace) -> Result<PathBuf> {
    Ok(Tool::new("rustc", workspace.root()).args(["--print", "sysroot"]).output()?.into())
}

fn rust_target(workspace: &Workspace) -> Result<()> {
    if sysroot(workspace)?.join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    println!("setup: adding the Rust target {WASM}");
    Tool::new("rustup", workspace.root())
        .args(["target", "add", WASM])
        .run()
        .with_context(|| format!("the Rust target is missing; install it with `rustup target add {WASM}`"))
}

fn rust_components(workspace: &Workspace) -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if workspace.cargo().args([subcommand, "--version"]).succeeds() {
            continue;
        }
        println!("setup: adding the Rust component {component}");
        Tool::new("rustup", workspace.root())
            .args(["component", "add", component])
            .run()
            .with_context(|| format!("`rustup component add {component}` installs it"))?;
    }
    Ok(())
}

fn node(workspace: &Workspace) -> Result<()> {
    let (major, minor) = NODE;
    let found = workspace.node().arg("--version").output().with_context(|| {
        format!("Node.js {major}.{minor} or newer is needed; install it with `nvm install {major}` or from nodejs.org")
    })?;
    if node_version(&found).is_none_or(|version| version < NODE) {
        bail!("Node.js {found} is too old: {major}.{minor} or newer is needed; `nvm install {major}` installs it");
    }
    Ok(())
}

fn node_version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn node_modules(workspace: &Workspace) -> Result<()> {
    let stamp = workspace.path("node_modules/.lock-sha256");
    let lock = std::fs::read(workspace.path("package-lock.json"))?;
    let wanted = hex(&Sha256::digest(&lock));
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    println!("setup: installing what package-lock.json names (npm ci --ignore-scripts)");
    workspace.npm().args(["ci", "--ignore-scripts"]).run()?;
    std::fs::write(stamp, wanted)?;
    Ok(())
}

fn install(workspace: &Workspace, programs: &[&str]) -> Result<()> {
    let missing: Vec<&str> = PACKAGES
        .iter()
        .filter(|(program, _)| programs.contains(program) && !is_there(workspace, program))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    if !(Path::new("/etc/debian_version").exists() && is_root(workspace)) {
        bail!(
            "these Debian packages are missing: {packages}; install them with\n  \
             sudo apt-get update && sudo apt-get install --yes --no-install-recommends {packages}"
        );
    }
    println!("setup: installing Debian packages: {packages}");
    let apt = || Tool::new("apt-get", workspace.root()).env("DEBIAN_FRONTEND", "noninteractive");
    apt().args(["update", "--quiet"]).run()?;
    apt().args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(&missing).run()
}

fn is_there(workspace: &Workspace, program: &str) -> bool {
    if program == VENV {
        return Tool::new("python3", workspace.root()).args(["-c", "import ensurepip"]).succeeds();
    }
    on_path(program).is_some()
}

/// Where a program is, if a shell would find it.
pub fn on_path(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn is_root(workspace: &Workspace) -> bool {
    Tool::new("id", workspace.root()).arg("-u").output().is_ok_and(|id| id == "0")
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_version_is_read_and_compared_by_number() {
        assert_eq!(node_version("v20.19.0"), Some((20, 19)));
        assert!(node_version("v9.30.1").is_some_and(|version| version < NODE));
        assert_eq!(node_version("20.19.0"), None);
    }

    #[test]
    fn hexadecimal_keeps_leading_zeroes() {
        assert_eq!(hex(&[0, 15, 255]), "000fff");
    }
}
