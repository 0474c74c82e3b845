//! Where things are.
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::Tool;
use crate::language::{self, Language, PUBLISHED};

/// The repository, and the folders that a build writes.
pub struct Workspace {
    root: PathBuf,
    cargo_target: PathBuf,
    /// The folder of the words, relative to the root.
    words: String,
    /// For a language that is not published, the tag by which its own `target/languages/TAG` and `dist/languages/TAG` go.
    apart: Option<String>,
}

impl Workspace {
    /// The repository that this program belongs to, whatever folder it is called from.
    pub fn here() -> Self {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf);
        let cargo_target =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
        Self { root, cargo_target, words: PUBLISHED.to_owned(), apart: None }
    }

    /// A copy of the repository, with nothing in common but the machine.
    pub fn copy(root: PathBuf) -> Self {
        Self { cargo_target: root.join("target"), root, words: PUBLISHED.to_owned(), apart: None }
    }

    /// The same repository, to be built in another language.
    ///
    /// # Errors
    /// When there is no such language, or its description is wrong.
    pub fn speaking(&self, named: &str) -> Result<Self> {
        let words = language::folder(named);
        let other = Self { words, root: self.root.clone(), cargo_target: self.cargo_target.clone(), apart: None };
        let tag = other.language().with_context(|| format!("there is no language {named:?}"))?.tag;
        let apart = (other.words != PUBLISHED).then_some(tag);
        Ok(Self { apart, ..other })
    }

    /// What the language of this build says of itself.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn language(&self) -> Result<Language> {
        let file = self.words("language.json");
        Language::parse(&std::fs::read_to_string(&file).with_context(|| file.display().to_string())?)
    }

    /// A file of the words.
    pub fn words(&self, name: &str) -> PathBuf {
        self.root.join(&self.words).join(name)
    }

    /// Whether this is the language that is published, which the budgets are for.
    pub fn is_published(&self) -> bool {
        self.apart.is_none()
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path in the repository. What is built, below `target` and `dist`, lies apart for another language.
    pub fn path(&self, relative: &str) -> PathBuf {
        match (&self.apart, relative.split_once('/')) {
            (Some(tag), Some((folder @ ("target" | "dist"), rest))) => {
                self.root.join(folder).join("languages").join(tag).join(rest)
            }
            (Some(tag), None) if relative == "dist" => self.root.join("dist/languages").join(tag),
            _ => self.root.join(relative),
        }
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
        self.tool("cargo")
    }

    pub fn node(&self) -> Tool {
        self.tool("node")
    }

    pub fn npm(&self) -> Tool {
        self.tool("npm")
    }

    /// A program that hears of the language, unless it is the published one: cargo would compile anew for it.
    fn tool(&self, program: &str) -> Tool {
        let tool = Tool::new(program, &self.root);
        match &self.apart {
            Some(tag) => tool.env("READINESS_LANGUAGE", &self.words).env("READINESS_BUILT", format!("languages/{tag}")),
            None => tool,
        }
    }

    /// A command of a development dependency, run by Node itself, so that no shell wrapper is needed.
    pub fn node_tool(&self, script: &str) -> Tool {
        self.node().arg(self.path("node_modules").join(script))
    }
}
