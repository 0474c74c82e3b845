//! The npm package, as it would be packed.
use std::fs;

use anyhow::{Context, Result};

use super::wasm;
use crate::workspace::Workspace;

/// The package's name and version come from Cargo.toml, everything else from pkg-config/npm.
pub fn assemble(workspace: &Workspace) -> Result<()> {
    let package = workspace.package();
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;
    let source = workspace.path("pkg-config/npm");
    for file in fs::read_dir(&source).context("pkg-config/npm")? {
        let file = file?;
        if file.file_type()?.is_file() && file.file_name() != "package.json" {
            fs::copy(file.path(), package.join(file.file_name()))?;
        }
    }
    for file in ["core.js", "core.d.ts"] {
        fs::copy(workspace.path(wasm::FOR_PACKAGE).join(file), package.join(file)).context(file)?;
    }
    fs::copy(workspace.path(wasm::OPTIMISED), package.join("core_bg.wasm"))?;
    for file in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(workspace.path(file), package.join(file)).context(file)?;
    }
    let manifest = fs::read_to_string(source.join("package.json"))?;
    let version =
        version(&fs::read_to_string(workspace.path("Cargo.toml"))?).context("no version in Cargo.toml")?.to_owned();
    Ok(fs::write(package.join("package.json"), manifest.replace("\"0.0.0\"", &format!("\"{version}\"")))?)
}

fn version(manifest: &str) -> Option<&str> {
    manifest.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_version_is_that_of_the_crate() {
        assert_eq!(super::version("[package]\nname = \"x\"\nversion = \"1.2.3\"\n"), Some("1.2.3"));
    }
}
