//! The library as a whole: its catalogue and its kept documents on disk.

use super::catalogue::Catalogue;
use super::error::ShelfError;
use super::places::LibraryPlaces;
use super::reading::FileReader;
use super::update::{Update, UpdateEvent, Updated};
use crate::bookmarks::{Waiting, lock};
use crate::files;
use crate::settings::LibrarySettings;
use std::fs::{self, File};

/// The library of a user.
#[derive(Debug, Clone)]
pub struct Shelf {
    places: LibraryPlaces,
}

impl Shelf {
    /// Returns the library in a folder.
    pub const fn new(places: LibraryPlaces) -> Self {
        Self { places }
    }

    /// Its places.
    pub const fn places(&self) -> &LibraryPlaces {
        &self.places
    }

    /// Reads the catalogue.
    ///
    /// # Errors
    /// If it cannot be read, or a later program wrote it.
    pub fn catalogue(&self) -> Result<Catalogue, ShelfError> {
        Catalogue::load(&self.places)
    }

    /// Reads all files that differ from what the catalogue knows; waits while another instance
    /// writes.
    ///
    /// # Errors
    /// If the library cannot be read or written.
    pub fn update(
        &self,
        settings: &LibrarySettings,
        waiting: &mut Waiting,
        tell: &mut dyn FnMut(UpdateEvent<'_>),
    ) -> Result<Updated, ShelfError> {
        self.update_by(settings, waiting, |reader| reader, tell)
    }

    /// Like [`Shelf::update`], by a reader that `prepare` changes.
    ///
    /// # Errors
    /// As [`Shelf::update`].
    pub fn update_by(
        &self,
        settings: &LibrarySettings,
        waiting: &mut Waiting,
        prepare: impl FnOnce(FileReader) -> FileReader,
        tell: &mut dyn FnMut(UpdateEvent<'_>),
    ) -> Result<Updated, ShelfError> {
        let _lock = self.lock(waiting)?;
        let catalogue = self.catalogue()?;
        Update::new(&self.places, settings, catalogue).run(prepare, tell)
    }

    /// Takes the lock of the writer; dropping the file releases it.
    fn lock(&self, waiting: &mut Waiting) -> Result<File, ShelfError> {
        let folder = self.places.folder();
        files::make_private(folder)
            .map_err(|source| ShelfError::Unwritable { path: folder.to_path_buf(), source })?;
        let path = self.places.lock();
        let lock =
            lock::take(&path, waiting).map_err(|error| ShelfError::locked(path.clone(), error))?;
        // What a program that was killed left unfinished.
        files::clear_leftovers(folder);
        let shelves = fs::read_dir(self.places.kept()).into_iter().flatten().flatten();
        shelves.for_each(|shelf| files::clear_leftovers(&shelf.path()));
        Ok(lock)
    }
}
