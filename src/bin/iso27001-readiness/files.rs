//! Reading files and standard input, and writing so that no half file ever has the final name.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write, stderr, stdin, stdout};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use iso27001_readiness::age::MAX_ENCRYPTED;
use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::output::envelope::MAX_ENVELOPE;
use tempfile::NamedTempFile;

use crate::arguments::Output;
use crate::failure::Failure;
use crate::passphrase;

/// Standard input, as commands call it.
const STANDARD: &str = "-";

/// What a path is called in messages.
pub fn name(path: &Path) -> String {
    if path.as_os_str() == STANDARD { words!("command.standard-input").into() } else { path.display().to_string() }
}

/// The bytes of a file, or of standard input for `-`, opened if they are encrypted; a little over the bound at most, so that
/// the reader refuses it.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    bytes_up_to(path, MAX_ENVELOPE)
}

/// The same with another bound.
pub fn bytes_up_to(path: &Path, bound: usize) -> Result<Vec<u8>, Failure> {
    passphrase::opened(path, bytes_of(path, bound.max(MAX_ENCRYPTED))?)
}

/// The bytes as they stand there, one over the bound at most.
pub fn bytes_of(path: &Path, bound: usize) -> Result<Vec<u8>, Failure> {
    let bound = u64::try_from(bound).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == STANDARD {
        stdin().lock().take(bound).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(bound).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure::about(name(path), error))?;
    Ok(bytes)
}

/// An assessment file.
pub fn assessment(path: &Path) -> Result<Assessment, Failure> {
    Assessment::parse_bytes(&bytes(path)?).map_err(|error| Failure::about(name(path), error))
}

/// Where a result goes.
pub enum Sink {
    Standard(BufWriter<io::Stdout>),
    /// What takes bytes and is no file, such as a pipe with a name or a device.
    Open {
        writer: BufWriter<File>,
        to: PathBuf,
    },
    /// A file that gets its name when all of it is written.
    File {
        writer: BufWriter<NamedTempFile>,
        to: PathBuf,
    },
}

impl Sink {
    pub fn open(out: Option<&Path>) -> Result<Self, Failure> {
        let Some(named) = out else { return Ok(Self::Standard(BufWriter::new(stdout()))) };
        let fail = |error: io::Error| Failure::about(named.display(), error);
        // Behind a link lies the file that is meant.
        let to = fs::canonicalize(named).unwrap_or_else(|_| named.to_path_buf());
        let found = fs::metadata(&to).ok();
        if found.as_ref().is_some_and(|found| !found.is_file() && !found.is_dir()) {
            let writer = BufWriter::new(File::options().write(true).open(&to).map_err(fail)?);
            return Ok(Self::Open { writer, to });
        }
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = removed_if_interrupted(|| unfinished_in(folder)).map_err(fail)?;
        if let Some(found) = found {
            file.as_file().set_permissions(found.permissions()).map_err(fail)?;
        }
        Ok(Self::File { writer: BufWriter::new(file), to })
    }

    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match self {
            Self::Standard(out) => {
                out.write_all(bytes).map_err(|error| Failure::writing(words!("command.standard-output"), &error))
            }
            Self::Open { writer, to } => {
                writer.write_all(bytes).map_err(|error| Failure::writing(to.display(), &error))
            }
            Self::File { writer, to } => {
                writer.write_all(bytes).map_err(|error| Failure::writing(to.display(), &error))
            }
        }
    }

    pub fn finish(self) -> Result<(), Failure> {
        match self {
            Self::Standard(mut out) => {
                out.flush().map_err(|error| Failure::writing(words!("command.standard-output"), &error))
            }
            Self::Open { mut writer, to } => writer.flush().map_err(|error| Failure::writing(to.display(), &error)),
            Self::File { writer, to } => {
                let fail = |error: io::Error| Failure::about(to.display(), error);
                let file = writer.into_inner().map_err(|error| fail(error.into_error()))?;
                file.as_file().sync_all().map_err(fail)?;
                file.persist(&to).map_err(|error| fail(error.error))?;
                keep();
                Ok(())
            }
        }
    }
}

/// A new file, which others may read as far as the user's mask lets them.
fn unfinished_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// The file that is being written, under the name that it has until it is whole.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);
/// How a shell tells a run that was interrupted.
const INTERRUPTED: i32 = 130;

fn unfinished() -> MutexGuard<'static, Option<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file of which nothing is left behind when somebody interrupts the run, not even while it is being made. Where the
/// signals are taken already, the default holds.
fn removed_if_interrupted(make: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<NamedTempFile> {
    let mut path = unfinished();
    let _ = ctrlc::set_handler(|| {
        if let Some(path) = unfinished().take() {
            let _ = fs::remove_file(path);
        }
        std::process::exit(INTERRUPTED);
    });
    let file = make()?;
    *path = Some(file.path().to_path_buf());
    Ok(file)
}

/// The file has its final name.
fn keep() {
    *unfinished() = None;
}

/// Says something on standard error. Where nobody can be told, the exit code still tells.
pub fn say(text: std::fmt::Arguments<'_>) {
    let _ = stderr().write_fmt(text);
}

/// Writes all of a result at once, encrypted if that is asked for.
pub fn write(output: &Output, bytes: &[u8]) -> Result<(), Failure> {
    let encrypted = if output.encrypt { Some(passphrase::encrypted(bytes)?) } else { None };
    let mut sink = Sink::open(output.out.as_deref())?;
    sink.write(encrypted.as_deref().unwrap_or(bytes))?;
    sink.finish()
}
