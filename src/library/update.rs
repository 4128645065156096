//! Brings the catalogue up to date with the files: compares what the walk finds with what is known,
//! reads what differs, and saves now and then, so that a program that is killed loses little.

use super::catalogue::Catalogue;
use super::error::ShelfError;
use super::file_state::FileState;
use super::kept::KeptDocuments;
use super::places::LibraryPlaces;
use super::reading::{FileReader, FileReading, KnownContents};
use super::record::{KnownFile, Presence, Record, Standing, UnreadFile};
use super::stored_path::StoredPath;
use super::walk::{Found, Uncovered, is_within, walk};
use crate::bookmarks::Trust;
use crate::cache::PROGRAM;
use crate::document::ContentId;
use crate::parallel::in_order;
use crate::settings::LibrarySettings;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// The shortest time between two saves while files are read.
const OFTEN: Duration = Duration::from_secs(2);

/// Saving takes at most about this share of the time.
const SHARE: u32 = 20;

/// What happens during an update.
#[derive(Debug)]
pub enum UpdateEvent<'a> {
    /// A folder or an entry of it cannot be read, for this reason.
    Trouble(&'a str),
    /// A file cannot be read.
    Unread(&'a UnreadFile),
    /// A file that differs was read.
    Progress {
        /// How many were read.
        done: usize,
        /// How many there are to read.
        of: usize,
    },
}

/// What an update changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Updated {
    /// New documents.
    pub added: usize,
    /// Documents whose file was edited.
    pub edited: usize,
    /// Documents that are in another file now, or in one more.
    pub moved: usize,
    /// Documents whose files are gone now.
    pub missing: usize,
    /// Documents whose files are there again.
    pub returned: usize,
    /// Files that could not be read.
    pub unreadable: usize,
    /// Folders and entries of them that could not be read.
    pub troubles: usize,
}

/// An update under way. The caller holds the lock.
#[derive(Debug)]
pub struct Update<'a> {
    places: &'a LibraryPlaces,
    settings: &'a LibrarySettings,
    catalogue: Catalogue,
    updated: Updated,
}

impl<'a> Update<'a> {
    /// Begins to update a catalogue.
    pub fn new(
        places: &'a LibraryPlaces,
        settings: &'a LibrarySettings,
        catalogue: Catalogue,
    ) -> Self {
        Self { places, settings, catalogue, updated: Updated::default() }
    }

    /// Walks the folders, reads what differs, and saves the catalogue.
    ///
    /// # Errors
    /// If documents cannot be kept, or the catalogue cannot be saved; what was read until then is
    /// saved if possible.
    pub fn run(
        mut self,
        prepare: impl FnOnce(FileReader) -> FileReader,
        tell: &mut dyn FnMut(UpdateEvent<'_>),
    ) -> Result<Updated, ShelfError> {
        let before = self.standings();
        let mut seen = HashSet::new();
        let mut differing = Vec::new();
        let ids = self.ids();
        let uncovered = walk(self.settings, |found| match found {
            Found::Trouble(reason) => tell(UpdateEvent::Trouble(&reason)),
            Found::File(path, state) => {
                if seen.insert(path.clone()) {
                    match compare(&self.catalogue, &ids, &path, &state) {
                        Comparison::Unchanged => {}
                        own => differing.push((path, state, own)),
                    }
                }
            }
        });
        self.updated.troubles = uncovered.troubles;
        let to_read = self.take_moved(differing);
        let reader = FileReader::new(KeptDocuments::of(self.places), self.known());
        let read = self.read(to_read, &prepare(reader), tell);
        self.take_absent(&seen, &uncovered);
        self.count(&before);
        if self.catalogue.is_changed() {
            self.catalogue.save(self.places)?;
        }
        read.map(|()| self.updated)
    }

    fn standings(&self) -> HashMap<ContentId, Standing> {
        self.catalogue.records().map(|record| (record.content, record.standing())).collect()
    }

    /// The files of all documents, by what identifies them.
    fn ids(&self) -> HashMap<(u64, u64), (FileState, ContentId, StoredPath)> {
        let mut ids = HashMap::new();
        for record in self.catalogue.records().filter(|record| record.by == PROGRAM) {
            for file in &record.files {
                if let Some(id) = file.state.id() {
                    ids.insert(id, (file.state, record.content, record.name.clone()));
                }
            }
        }
        ids
    }

    /// What this program has read already.
    fn known(&self) -> KnownContents {
        let own = self.catalogue.records().filter(|record| record.by == PROGRAM);
        own.map(|record| (record.content, record.name.clone())).collect()
    }

    /// Notes the files that need not be read; returns the others.
    fn take_moved(
        &mut self,
        differing: Vec<(StoredPath, FileState, Comparison)>,
    ) -> Vec<(StoredPath, FileState)> {
        let mut to_read = Vec::new();
        for (path, state, comparison) in differing {
            match comparison {
                Comparison::SameFile(content) => self.place(content, path, state),
                Comparison::Differs | Comparison::Unchanged => to_read.push((path, state)),
            }
        }
        to_read
    }

    fn place(&mut self, content: ContentId, path: StoredPath, state: FileState) {
        let is_there =
            self.catalogue.document_at(&path).is_some_and(|(own, _)| own.content == content);
        let was_known = self.catalogue.record(&content).is_some_and(|own| !own.files.is_empty());
        if was_known && !is_there {
            self.updated.moved += 1;
        }
        self.catalogue.place(content, KnownFile { path, state, presence: Presence::Here });
    }

    /// Reads files on all cores.
    fn read(
        &mut self,
        to_read: Vec<(StoredPath, FileState)>,
        reader: &FileReader,
        tell: &mut dyn FnMut(UpdateEvent<'_>),
    ) -> Result<(), ShelfError> {
        let of = to_read.len();
        let mut done = 0;
        let (mut saved, mut pause) = (Instant::now(), OFTEN);
        let mut failure = None;
        let work = |(path, state): (StoredPath, FileState)| {
            let reading = reader.read(&path);
            (path, state, reading)
        };
        in_order(to_read.into_iter(), work, |(path, state, reading)| {
            let taken = self.take_reading(path, state, reading, reader, tell);
            done += 1;
            tell(UpdateEvent::Progress { done, of });
            let stored = taken.and_then(|()| {
                if saved.elapsed() < pause {
                    return Ok(());
                }
                let begun = Instant::now();
                self.catalogue.save(self.places)?;
                pause = OFTEN.max(begun.elapsed() * SHARE);
                saved = Instant::now();
                Ok(())
            });
            match stored {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    failure = Some(error);
                    ControlFlow::Break(())
                }
            }
        });
        failure.map_or(Ok(()), Err)
    }

    fn take_reading(
        &mut self,
        path: StoredPath,
        state: FileState,
        reading: FileReading,
        reader: &FileReader,
        tell: &mut dyn FnMut(UpdateEvent<'_>),
    ) -> Result<(), ShelfError> {
        match reading {
            FileReading::Known(content) => self.place(content, path, state),
            FileReading::Read(record) => {
                let content = record.content;
                let edition_of = self.edition_of(&record, &path);
                if self.catalogue.record(&content).is_none() {
                    match edition_of {
                        Some(_) => self.updated.edited += 1,
                        None => self.updated.added += 1,
                    }
                }
                self.catalogue.put(Record { edition_of, ..*record });
                self.place(content, path, state);
            }
            FileReading::Unread(fault) => {
                let file = UnreadFile { path, state, fault, by: PROGRAM.to_owned() };
                if !file.is_other_format() {
                    self.updated.unreadable += 1;
                    tell(UpdateEvent::Unread(&file));
                }
                self.catalogue.fail(file);
            }
            FileReading::Unkept(source) => {
                let path = reader.kept.folder().to_path_buf();
                return Err(ShelfError::Unwritable { path, source });
            }
        }
        Ok(())
    }

    /// Returns the document of which a new one is a later edition: the one that its file had, or one
    /// with the same description whose file is gone.
    fn edition_of(&self, record: &Record, path: &StoredPath) -> Option<ContentId> {
        if let Some((before, _)) = self.catalogue.document_at(path) {
            return (before.content != record.content).then_some(before.content);
        }
        let identity = record.identity();
        if !identity.is_described() {
            return None;
        }
        let mut gone = self.catalogue.records().filter(|own| own.standing() == Standing::Missing);
        gone.find(|own| own.identity().same_as(&identity) == Some(Trust::Description))
            .map(|own| own.content)
    }

    /// Notes which files are gone, and drops those that the library no longer covers.
    fn take_absent(&mut self, seen: &HashSet<StoredPath>, uncovered: &Uncovered) {
        let unread = self.catalogue.unread().map(|file| &file.path);
        let absent: Vec<StoredPath> = self
            .catalogue
            .paths()
            .chain(unread)
            .filter(|path| !seen.contains(*path) && !is_within(path, &uncovered.silent))
            .cloned()
            .collect();
        for path in seen {
            if self.catalogue.unread_at(path).is_none() {
                self.catalogue.set_presence(path, Presence::Here);
            }
        }
        for path in absent {
            match fs::metadata(&*path) {
                // It is there, but in no folder of the library any more.
                Ok(_) if uncovered.troubles == 0 => self.drop_file(&path),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    if self.catalogue.document_at(&path).is_some() {
                        self.catalogue.set_presence(&path, Presence::Gone);
                    } else {
                        self.catalogue.drop_file(&path);
                    }
                }
                // Whether it is there cannot be determined now.
                _ => {}
            }
        }
        self.catalogue.drop_moved();
    }

    fn drop_file(&mut self, path: &StoredPath) {
        if let Some(record) = self.catalogue.drop_file(path) {
            KeptDocuments::of(self.places).remove(&KeptDocuments::key(&record));
        }
    }

    /// Counts the documents that are missing now, or there again.
    fn count(&mut self, before: &HashMap<ContentId, Standing>) {
        for record in self.catalogue.records() {
            match (before.get(&record.content), record.standing()) {
                (Some(Standing::Here), Standing::Missing) => self.updated.missing += 1,
                (Some(Standing::Missing | Standing::Earlier), Standing::Here) => {
                    self.updated.returned += 1;
                }
                _ => {}
            }
        }
    }
}

/// How a file that was found relates to what is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    /// It is known, and did not change.
    Unchanged,
    /// It is a known file, with this content, at another path.
    SameFile(ContentId),
    /// It must be read.
    Differs,
}

fn compare(
    catalogue: &Catalogue,
    ids: &HashMap<(u64, u64), (FileState, ContentId, StoredPath)>,
    path: &StoredPath,
    state: &FileState,
) -> Comparison {
    if let Some(file) = catalogue.unread_at(path) {
        let is_final = file.by == PROGRAM && !file.fault.may_pass();
        return match is_final && state.is_unchanged_since(&file.state) {
            true => Comparison::Unchanged,
            false => Comparison::Differs,
        };
    }
    if let Some((record, file)) = catalogue.document_at(path) {
        return match record.by == PROGRAM && state.is_unchanged_since(&file.state) {
            true => Comparison::Unchanged,
            false => Comparison::Differs,
        };
    }
    match state.id().and_then(|id| ids.get(&id)) {
        // Its name may decide its format and title.
        Some((own, content, name))
            if state.is_same_file(own) && path.file_name() == Some(name.as_os_str()) =>
        {
            Comparison::SameFile(*content)
        }
        _ => Comparison::Differs,
    }
}
