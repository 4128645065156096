//! Opening the document that the arguments name.

use super::arguments::Source;
use super::error::{Failure, warn};
use super::input::{self, Called};
use crate::bookmarks::ReadingStore;
use crate::cache::{CachedReading, Personal};
use crate::document::{Document, Origin};
use crate::messages::errors;
use crate::settings::{Config, Directories, Settings, Switch};
use crate::source::{self, ImportError, Unread};
use crate::structure::trace::Trace;
use std::path::{Path, PathBuf};

/// Opens a document for a command that prints. Reports on standard error what was assumed to read
/// it, what cannot be shown and what is lacking.
///
/// # Errors
/// As [`open`].
pub fn open_telling(source: &Source, cache: &Personal) -> Result<Document, Failure> {
    let document = open_version(source, cache)?;
    lack(&document).iter().for_each(|lack| warn(lack));
    Ok(document)
}

/// Opens one of several versions of a text. Reports the same, except what the document lacks, which is
/// reported for all versions together.
///
/// # Errors
/// As [`open`].
pub fn open_version(source: &Source, cache: &Personal) -> Result<Document, Failure> {
    let document = open(source, cache)?.kept();
    tell(&remarks(&document));
    Ok(document)
}

/// Returns what a document lacks that users expect.
pub fn lack(document: &Document) -> Option<String> {
    document.lacks().map(|lack| format!("{}: {lack}", document.metadata().origin))
}

/// Returns what was assumed to read a document, and which parts of it cannot be shown.
pub fn remarks(document: &Document) -> Vec<String> {
    let metadata = document.metadata();
    metadata.remarks.iter().map(|remark| format!("{}: {remark}", metadata.origin)).collect()
}

/// Prints each remark on a line of standard error.
pub fn tell(remarks: &[String]) {
    remarks.iter().for_each(|remark| warn(remark));
}

/// Returns how standard input was requested; `None` if the source is something else.
pub fn input(source: &Source) -> Option<Called> {
    match &source.file {
        Some(file) => (file == Path::new("-")).then_some(Called::ByName),
        None => (!source.built_in && input::is_piped()).then_some(Called::ByPipe),
    }
}

/// Returns an error if more than one source is standard input.
pub fn refuse_several_inputs<'a>(
    sources: impl IntoIterator<Item = &'a Source>,
) -> Result<(), Failure> {
    let inputs = sources.into_iter().filter(|source| input(source).is_some()).count();
    if inputs > 1 { Err(Failure::SeveralFromInput) } else { Ok(()) }
}

/// Opens a file, standard input, the document read last, or the built-in bulletin; from the cache if
/// it is there.
///
/// # Errors
/// If it cannot be read, or its format is not supported.
pub fn open(source: &Source, cache: &Personal) -> Result<CachedReading, Failure> {
    open_by(source, |unread| cache.read(unread), || source::built_in().map(CachedReading::from))
}

/// Like [`open`], but never from the cache; reports each decision of the recognition to `trace`.
///
/// # Errors
/// As [`open`].
pub fn open_traced(source: &Source, trace: &impl Trace) -> Result<Document, Failure> {
    open_by(source, |unread| unread.read(trace), || source::built_in_traced(trace))
}

/// Opens a source: `read` reads what is loaded, `built_in` the built-in bulletin.
fn open_by<D>(
    source: &Source,
    read: impl Fn(Unread) -> Result<D, ImportError>,
    built_in: impl Fn() -> Result<D, ImportError>,
) -> Result<D, Failure> {
    if let Some(unread) = load(source)? {
        return Ok(read(unread)?);
    }
    match last_path(source).map(|last| Unread::load(&last).and_then(read)) {
        Some(Ok(document)) => return Ok(document),
        Some(Err(error)) => warn(&errors::opening_built_in(error)),
        None => {}
    }
    Ok(built_in()?)
}

/// Returns an error if a web address is given instead of a file.
fn refuse_web(source: &Source) -> Result<(), Failure> {
    let name = source.file.as_ref().and_then(|file| file.to_str()).unwrap_or("");
    if ["http://", "https://"].iter().any(|scheme| name.starts_with(scheme)) {
        return Err(Failure::Web(name.to_owned()));
    }
    Ok(())
}

/// Loads a named file or standard input; returns `None` if the source is neither.
///
/// # Errors
/// If it cannot be read.
pub fn load(source: &Source) -> Result<Option<Unread>, Failure> {
    refuse_web(source)?;
    match (input(source), &source.file) {
        (Some(called), _) => input::load(called, &source.head).map(Some),
        (None, Some(file)) => Ok(Some(Unread::load(file)?)),
        (None, None) => Ok(None),
    }
}

/// Checks that a document to be read later is probably there.
///
/// # Errors
/// If there is no such file, or it is not one that can be read.
pub fn check(source: &Source) -> Result<(), Failure> {
    let Some(file) = source.file.as_deref().filter(|file| *file != Path::new("-")) else {
        return Ok(());
    };
    refuse_web(source)?;
    Ok(source::check(file)?)
}

/// Returns the file that was read last, if a source that names none means it.
pub fn last_path(source: &Source) -> Option<PathBuf> {
    if source.built_in {
        return None;
    }
    let directories = Directories::find().ok()?;
    // The code that uses the settings reports their faults.
    if !Config::load(&directories.config_file()).settings.is_on(Switch::History) {
        return None;
    }
    let last = ReadingStore::new(directories.reading()).recent().into_iter().next()?;
    (last.source != Origin::BuiltIn.place()).then(|| last.source.into())
}

/// Returns the settings; the faults of the config are reported elsewhere.
pub fn settings_quietly() -> Settings {
    Directories::find()
        .map_or_else(|_| Settings::default(), |found| Config::load(&found.config_file()).settings)
}

/// Returns the settings for a command that prints, and reports the faults of the config.
pub fn settings() -> Settings {
    let Config { settings, faults, .. } = match Directories::find() {
        Ok(found) => Config::load(&found.config_file()),
        Err(error) => Config { faults: vec![error], ..Config::default() },
    };
    faults.iter().for_each(|fault| warn(&fault.to_string()));
    settings
}
