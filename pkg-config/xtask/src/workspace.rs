//! Where things are.
use std::path::{Path, PathBuf};

use crate::command::Tool;

/// The repository, and the folders that a build writes.
pub struct Workspace {
    root: PathBuf,
    cargo_target: PathBuf,
}

impl Workspace {
    /// The repository that this program belongs to, whatever folder it is called from.
    pub fn here() -> Self {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf);
        let cargo_target =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
        Self { root, cargo_target }
    }

    /// A copy of the repository, with nothing in common but the machine.
    pub fn copy(root: PathBuf) -> Self {
        Self { cargo_target: root.join("target"), root }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Where cargo puts what it compiles.
    pub fn cargo_target(&self) -> &Path {
        &self.cargo_target
    }

    /// The folder that any static host can serve as it is.
    pub fn site(&self) -> PathBuf {
        self.path("dist/site")
    }

    /// The package as npm would pack it.
    pub fn package(&self) -> PathBuf {
        self.path("dist/npm")
    }

    pub fn cargo(&self) -> Tool {
        Tool::new("cargo", &self.root)
    }

    pub fn node(&self) -> Tool {
        Tool::new("node", &self.root)
    }

    pub fn npm(&self) -> Tool {
        Tool::new("npm", &self.root)
    }

    /// A command of a development dependency, run by Node itself, so that no shell wrapper is needed.
    pub fn node_tool(&self, script: &str) -> Tool {
        self.node().arg(self.path("node_modules").join(script))
    }
}
