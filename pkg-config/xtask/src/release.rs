//! Prepares a release and sends nothing: checks, packages, checksums.
use std::fs;

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};

use crate::command::Tool;
use crate::setup::{self, hex};
use crate::workspace::Workspace;
use crate::{build, test};

/// Leaves everything that a release consists of in `dist/release`, and says what is left to do by hand.
///
/// # Errors
/// When the tree is not clean, the changelog does not know the version, or a check fails.
pub fn prepare(workspace: &Workspace, skip_tests: bool) -> Result<bool> {
    setup::for_build(workspace)?;
    let version = build::package::version(&fs::read_to_string(workspace.path("Cargo.toml"))?)
        .context("no version in Cargo.toml")?
        .to_owned();
    let changes = fs::read_to_string(workspace.path("CHANGELOG.md"))?;
    ensure!(has_section(&changes, &version), "CHANGELOG.md has no section `## {version}`: name what is unreleased so");
    let status = Tool::new("git", workspace.root()).args(["status", "--porcelain"]).output()?;
    ensure!(status.is_empty(), "there are changes that are not committed:\n{status}");
    if skip_tests {
        println!("release: the checks were skipped; do not publish this");
        ensure!(build::all(workspace)?, "over budget");
    } else if !test::all(workspace, &test::Options::default())? {
        bail!("a check failed; nothing was packed");
    }

    let folder = workspace.path("dist/release");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    crate_package(workspace).run()?;
    let packed = format!("iso27001-readiness-{version}.crate");
    fs::copy(workspace.cargo_target().join("package").join(&packed), folder.join(&packed))?;
    workspace.npm().args(["pack", "--silent", "--pack-destination"]).arg(&folder).arg("./dist/npm").run()?;
    for name in ["iso27001-readiness.html", "iso27001-desk.html", "iso27001-readiness.cdx.json"] {
        fs::copy(workspace.path("dist").join(name), folder.join(name))?;
    }
    fs::write(folder.join("SHA256SUMS"), checksums(&folder)?)?;
    println!(
        "\ndist/release holds version {version}; nothing was sent. Left to do by hand:\n  \
         cargo deny check advisories, npm audit: both ask a database that the checks do without\n  \
         git tag v{version}\n  cargo publish\n  npm publish dist/release/iso27001-readiness-{version}.tgz\n  \
         attach the page, the review desk, the bill of materials and SHA256SUMS to the tag\n  \
         put dist/site on the host beside the embed/ folders of earlier versions, and look at its headers"
    );
    Ok(true)
}

/// The crate as it would be published, compiled from the packed sources.
pub fn crate_package(workspace: &Workspace) -> Tool {
    workspace.cargo().args(["package", "--quiet", "--package", "iso27001-readiness", "--locked", "--allow-dirty"])
}

fn has_section(changes: &str, version: &str) -> bool {
    changes.lines().any(|line| {
        line.strip_prefix("## ").and_then(|rest| rest.strip_prefix(version)).is_some_and(|rest| {
            // A date may follow.
            rest.is_empty() || rest.starts_with(' ')
        })
    })
}

/// A line for each file, as `sha256sum --check` reads them.
fn checksums(folder: &std::path::Path) -> Result<String> {
    let mut names = Vec::new();
    for file in fs::read_dir(folder)? {
        names.push(file?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    let mut lines = String::new();
    for name in names {
        let digest = hex(&Sha256::digest(fs::read(folder.join(&name))?));
        lines.push_str(&format!("{digest}  {name}\n"));
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::has_section;

    #[test]
    fn a_version_is_found_in_the_changelog_by_its_whole_number() {
        let changes = "# Changes\n\n## 0.1.10 (2026-12-01)\n\n## Unreleased\n";
        assert!(has_section(changes, "0.1.10"));
        assert!(!has_section(changes, "0.1.1"));
        assert!(!has_section(changes, "1.10"));
    }
}
