//! Many assessments: read in portions, computed on all cores, written in the order in which they came.
//!
//! Memory holds two portions and a million ids at most, whatever the input. A line that cannot be read is an error in its
//! line.

use std::collections::HashMap;
use std::fs::{self, File};
use std::hash::{BuildHasher, RandomState};
use std::io::{BufRead, BufReader, IsTerminal, Read, stderr, stdin};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use iso27001_readiness::assessment::utf8;
use iso27001_readiness::output::envelope::MAX_ENVELOPE;
use iso27001_readiness::output::portfolio::Minimums;
use rayon::prelude::*;

use crate::arguments;
use crate::failure::{Failure, Outcome};
use crate::files::{self, Sink};
use crate::line::{Input, Line, compute};
use crate::lines::{self, Text};

/// A portion ends at so many lines, or so many bytes.
const PORTION_LINES: usize = 4096;
const PORTION_BYTES: usize = 16 * 1024 * 1024;

type Result<T> = std::result::Result<T, Failure>;

pub fn batch(it: &arguments::Batch) -> Result<Outcome> {
    let minimums = it.minimums.as_deref().map(minimums).transpose()?;
    let sources = sources(&it.inputs)?;
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(it.threads)
        .build()
        .map_err(|error| Failure::about("--threads", error))?;
    if it.output.encrypt {
        return Err(Failure::about("--encrypt", words!("command.batch.encrypt")));
    }
    let mut sink = Sink::open(it.output.out.as_deref())?;
    let progress = progress();

    let outcome = thread::scope(|scope| {
        // One portion is read while another is computed.
        let (sender, receiver) = sync_channel::<Result<Vec<Input>>>(1);
        scope.spawn(|| Portions::new(sender).read(&sources));
        let mut outcome = Outcome::Fine;
        let mut failure = None;
        let mut ids = Ids::default();
        for portion in receiver {
            let portion = match portion {
                Ok(portion) => portion,
                Err(reason) => {
                    failure = Some(reason);
                    break;
                }
            };
            let minimums = minimums.as_ref();
            let mut computed: Vec<Line> =
                pool.install(|| portion.into_par_iter().map(|input| compute(input, minimums)).collect());
            computed.iter_mut().for_each(|line| ids.look(line));
            let written = pool.install(|| {
                let written = computed.par_iter().map(|line| {
                    let found = line.error.is_some() || line.ok == Some(false) || line.same_id_as.is_some();
                    serde_json::to_vec(line).map(|mut text| {
                        text.push(b'\n');
                        (text, found)
                    })
                });
                written.collect::<std::result::Result<Vec<_>, _>>()
            });
            let written = written.map_err(|error| Failure::about(words!("command.result"), error))?;
            for (text, found) in &written {
                if *found {
                    outcome = Outcome::Found;
                }
                sink.write(text)?;
            }
            progress.inc(u64::try_from(written.len()).unwrap_or(u64::MAX));
        }
        failure.map_or(Ok(outcome), Err)
    });
    progress.finish_and_clear();
    // What was computed before an input broke off is written, but gets no final name.
    let outcome = if let (Err(_), Sink::Standard(_)) = (&outcome, &sink) {
        sink.finish()?;
        return outcome;
    } else {
        outcome?
    };
    sink.finish()?;
    Ok(outcome)
}

fn minimums(path: &Path) -> Result<Minimums> {
    let fail = |error| Failure::about(files::name(path), error);
    Minimums::read(utf8(&files::bytes(path)?).map_err(fail)?).map_err(fail)
}

/// The ids so far, as hashes: of two with one id, the second names the first.
#[derive(Default)]
struct Ids {
    first: HashMap<u64, u64>,
    hashes: RandomState,
    is_full: bool,
}

/// So many ids are compared, in some 30 MB: memory is bounded, whatever the input.
const MOST_IDS: usize = 1 << 20;

impl Ids {
    fn look(&mut self, line: &mut Line) {
        let Some(id) = line.id.as_deref().filter(|id| !id.is_empty()) else { return };
        let hash = self.hashes.hash_one(id);
        if let Some(first) = self.first.get(&hash) {
            line.same_id_as = Some(*first);
        } else if self.first.len() < MOST_IDS {
            self.first.insert(hash, line.line);
        } else if !self.is_full {
            self.is_full = true;
            let text = format_args!(words!("command.ids"), line = line.line, most = MOST_IDS).to_string();
            files::say(format_args!("iso27001-readiness: {text}\n"));
        }
    }
}

/// On standard error, and only when somebody sees it.
fn progress() -> ProgressBar {
    if !stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template(words!("command.progress")) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// Where lines come from.
enum Source {
    Standard,
    /// One a line.
    Lines(PathBuf),
    /// The whole file is one.
    Document(PathBuf),
}

/// How files begin that hold no lines: archives, packed files, documents, databases, and text in UTF-16.
const OTHERS: [&[u8]; 9] = [
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"\x28\xb5\x2f\xfd",
    b"%PDF",
    b"PAR1",
    b"\xd0\xcf\x11\xe0",
    b"\xff\xfe",
    b"\xfe\xff",
];

/// Every input is looked at before the first is computed, so that a wrong name stops nothing halfway.
fn sources(inputs: &[PathBuf]) -> Result<Vec<Source>> {
    if inputs.is_empty() {
        return Ok(vec![Source::Standard]);
    }
    let mut sources = Vec::new();
    for input in inputs {
        if input.as_os_str() == "-" {
            sources.push(Source::Standard);
            continue;
        }
        let fail = |error| Failure::about(input.display(), error);
        if !fs::metadata(input).map_err(fail)?.is_dir() {
            sources.push(Source::Lines(input.clone()));
            continue;
        }
        let mut documents = Vec::new();
        let mut others = 0_usize;
        for entry in fs::read_dir(input).map_err(fail)? {
            let path = entry.map_err(fail)?.path();
            if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
                documents.push(path);
            } else {
                others = others.saturating_add(1);
            }
        }
        documents.sort();
        if documents.is_empty() {
            return Err(Failure::about(input.display(), words!("command.no-json")));
        }
        if others > 0 {
            let text = format_args!(words!("command.others"), n = others).to_string();
            files::say(format_args!("iso27001-readiness: {}: {text}\n", input.display()));
        }
        sources.extend(documents.into_iter().map(Source::Document));
    }
    Ok(sources)
}

/// Collects lines into portions, and sends each on; stops when nobody takes them any more.
struct Portions {
    sender: SyncSender<Result<Vec<Input>>>,
    inputs: Vec<Input>,
    bytes: usize,
    line: u64,
}

impl Portions {
    fn new(sender: SyncSender<Result<Vec<Input>>>) -> Self {
        Self { sender, inputs: Vec::new(), bytes: 0, line: 0 }
    }

    fn read(mut self, sources: &[Source]) {
        for source in sources {
            let going_on = match source {
                Source::Standard => self.lines(words!("command.standard-input"), &mut stdin().lock()),
                Source::Lines(path) => match File::open(path) {
                    Ok(file) => self.lines(&path.display().to_string(), &mut BufReader::with_capacity(1 << 16, file)),
                    Err(error) => self.fail(Failure::about(path.display(), error)),
                },
                Source::Document(path) => self.add(Some(path.display().to_string()), document(path)),
            };
            if !going_on {
                return;
            }
        }
        self.flush();
    }

    /// Every line but the blank ones. Whether somebody still takes them.
    fn lines(&mut self, name: &str, input: &mut dyn BufRead) -> bool {
        match input.fill_buf() {
            Ok(begin) if OTHERS.iter().any(|other| begin.starts_with(other)) => {
                return self.add(Some(name.to_owned()), Text::Unreadable(words!("command.other-format").into()));
            }
            Ok(_) => {}
            Err(error) => return self.fail(Failure::about(name, error)),
        }
        loop {
            match lines::next(input, MAX_ENVELOPE) {
                Ok(None) => return true,
                Ok(Some(Text::Whole(bytes))) if bytes.trim_ascii().is_empty() => {
                    self.line = self.line.saturating_add(1)
                }
                Ok(Some(text)) => {
                    if !self.add(None, text) {
                        return false;
                    }
                }
                Err(error) => return self.fail(Failure::about(name, error)),
            }
        }
    }

    fn add(&mut self, file: Option<String>, text: Text) -> bool {
        self.line = self.line.saturating_add(1);
        if let Text::Whole(bytes) = &text {
            self.bytes = self.bytes.saturating_add(bytes.len());
        }
        self.inputs.push(Input { line: self.line, file, text });
        self.inputs.len() < PORTION_LINES && self.bytes < PORTION_BYTES || self.flush()
    }

    fn flush(&mut self) -> bool {
        self.bytes = 0;
        self.sender.send(Ok(std::mem::take(&mut self.inputs))).is_ok()
    }

    /// What was read so far is still computed and written.
    fn fail(&mut self, failure: Failure) -> bool {
        let _ = self.flush() && self.sender.send(Err(failure)).is_ok();
        false
    }
}

/// A file that is one document; one that cannot be read is an error in its line.
fn document(path: &Path) -> Text {
    let bound = u64::try_from(MAX_ENVELOPE).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    match File::open(path).and_then(|file| file.take(bound).read_to_end(&mut bytes)) {
        Ok(read) if read > MAX_ENVELOPE => Text::TooLong,
        Ok(_) => Text::Whole(bytes),
        Err(error) => Text::Unreadable(error.to_string()),
    }
}
