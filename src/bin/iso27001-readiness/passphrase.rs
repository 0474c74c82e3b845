//! The passphrase of encrypted files. It is never an argument: those can be read in the list of processes.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use iso27001_readiness::age::{self, RANDOM_BYTES, WORK_FACTOR};

use crate::failure::Failure;
use crate::files;

/// The environment variable that holds it.
const VARIABLE: &str = "ISO27001_READINESS_PASSPHRASE";
/// A passphrase in a file has fewer bytes than this.
const LONGEST: usize = 64 * 1024;

static FILE: OnceLock<PathBuf> = OnceLock::new();
/// It is asked for once, however many files it opens.
static KNOWN: OnceLock<String> = OnceLock::new();

/// Where it stands, if somebody said so.
pub fn stands_in(file: Option<&Path>) {
    if let Some(file) = file {
        let _ = FILE.set(file.to_path_buf());
    }
}

/// What a file holds: its bytes, or what the passphrase opens.
pub fn opened(path: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, Failure> {
    if !age::is_encrypted(&bytes) {
        return Ok(bytes);
    }
    let name = files::name(path);
    let passphrase = passphrase(&|| asked(&name, &format!(words!("command.passphrase"), file = name)))?;
    age::decrypt(&bytes, passphrase).map_err(|error| Failure::about(&name, error.message()))
}

/// These bytes as a file that the passphrase opens.
pub fn encrypted(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let about = words!("command.result");
    let passphrase = passphrase(&|| {
        let passphrase = asked(about, words!("command.passphrase.new"))?;
        if asked(about, words!("command.passphrase.again"))? == passphrase {
            Ok(passphrase)
        } else {
            Err(Failure::about(about, words!("command.passphrase.differs")))
        }
    })?;
    let mut random = [0; RANDOM_BYTES];
    getrandom::fill(&mut random).map_err(|error| Failure::about(about, error))?;
    age::encrypt(bytes, passphrase, WORK_FACTOR, &random).map_err(|error| Failure::about(about, error.message()))
}

fn passphrase(ask: &dyn Fn() -> Result<String, Failure>) -> Result<&'static str, Failure> {
    if let Some(known) = KNOWN.get() {
        return Ok(known);
    }
    let found = if let Some(file) = FILE.get() {
        let text = String::from_utf8(files::bytes_of(file, LONGEST)?)
            .map_err(|error| Failure::about(file.display(), error))?;
        text.lines().next().unwrap_or_default().to_owned()
    } else if let Ok(text) = std::env::var(VARIABLE) {
        text
    } else {
        ask()?
    };
    Ok(KNOWN.get_or_init(|| found))
}

/// Asks at the terminal, whatever standard input is; what is typed is not shown.
fn asked(about: &str, question: &str) -> Result<String, Failure> {
    rpassword::prompt_password(format!("{question} "))
        .map_err(|_| Failure::about(about, words!("command.passphrase.missing")))
}
