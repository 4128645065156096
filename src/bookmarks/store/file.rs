//! The bookmark file on disk: its tables, its comments and its format.

use super::StoreError;
use crate::bookmarks::merging::Slot;
use crate::bookmarks::{Bookmark, record};
use crate::files::TomlForm;
use crate::messages::{errors, states};
use std::collections::HashMap;
use std::io;
use std::path::Path;
use toml_edit::{ArrayOfTables, Document, DocumentMut, Item, Table};

/// The version of the file format that this program writes.
const VERSION: i64 = 1;

/// Tables removed in this run, by the ids of their bookmarks: they may
/// contain fields that this program does not know.
pub type RemovedTables = HashMap<String, Table>;

/// A bookmark file.
#[derive(Debug)]
pub struct BookmarksFile {
    document: DocumentMut,
    form: TomlForm,
}

impl BookmarksFile {
    /// Parses a file, `None` if there is none; an error includes as much of it as
    /// could be parsed.
    pub fn parse(
        path: &Path,
        read: io::Result<Option<Vec<u8>>>,
    ) -> Result<Self, (StoreError, Option<Box<Self>>)> {
        let bytes = match read {
            Ok(bytes) => bytes.unwrap_or_else(|| new_file().into_bytes()),
            Err(error) => return Err((StoreError::io(path, "read", &error), None)),
        };
        let malformed = |line: usize, reason: String| {
            (StoreError::Malformed { path: path.to_path_buf(), line, reason }, None)
        };
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            malformed(line_of(error.as_bytes(), valid), errors::NOT_TEXT.to_owned())
        })?;
        // Parsed immutably first: a mutable document no longer has line numbers.
        let parsed = Document::parse(text.as_str()).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let reason = error.message().lines().next().unwrap_or(errors::NOT_TOML).to_owned();
            malformed(line_of(text.as_bytes(), at), reason)
        })?;
        let line = |item: &Item| line_of(text.as_bytes(), item.span().map_or(0, |span| span.start));
        let version = match parsed.get("version") {
            None => VERSION,
            Some(item) => item
                .as_integer()
                .ok_or_else(|| malformed(line(item), errors::version_not_a_number(VERSION)))?,
        };
        if let Some(item) =
            parsed.get("bookmark").filter(|item| item.as_array_of_tables().is_none())
        {
            let reason = errors::NO_BOOKMARK_LIST.to_owned();
            return Err(malformed(line(item), reason));
        }
        let file = Self { document: parsed.into_mut(), form: TomlForm::of(&text) };
        if version > VERSION {
            let error = StoreError::Newer { path: path.to_path_buf(), version };
            return Err((error, Some(Box::new(file))));
        }
        Ok(file)
    }

    /// All bookmarks, in the order of the file.
    pub fn bookmarks(&self) -> Vec<Bookmark> {
        self.tables().map(record::read).collect()
    }

    /// Returns the bookmarks with the indices of their tables.
    pub fn slots(&self) -> Vec<Slot> {
        let slot = |(at, table)| Slot { origin: Some(at), bookmark: record::read(table) };
        self.tables().enumerate().map(slot).collect()
    }

    fn tables(&self) -> impl Iterator<Item = &Table> {
        self.document.get("bookmark").and_then(Item::as_array_of_tables).into_iter().flatten()
    }

    /// Replaces the tables with those of these bookmarks; removed tables go to
    /// `removed`, and return from there.
    pub fn put(&mut self, slots: &[Slot], removed: &mut RemovedTables) {
        let old: Vec<Table> = self.tables().cloned().collect();
        for (at, table) in old.iter().enumerate() {
            if !slots.iter().any(|slot| slot.origin == Some(at)) {
                removed.insert(record::read(table).id, table.clone());
            }
        }
        let mut tables = ArrayOfTables::new();
        for Slot { origin, bookmark } in slots {
            let mut table = match origin.and_then(|at| old.get(at)) {
                Some(table) => table.clone(),
                None => match removed.remove(&bookmark.id) {
                    Some(mut table) => {
                        // Without a position of its own, it is written after the
                        // previous table.
                        table.set_position(None);
                        table
                    }
                    None => {
                        let mut table = record::write(bookmark);
                        table.decor_mut().set_prefix("\n");
                        table
                    }
                },
            };
            record::update(&mut table, bookmark);
            tables.push(table);
        }
        self.document.insert("bookmark", Item::ArrayOfTables(tables));
    }

    /// Returns the text to write.
    pub fn text(&self) -> String {
        self.form.text(self.document.clone())
    }
}

fn new_file() -> String {
    format!("# {}\nversion = {VERSION}\n", states::BOOKMARKS_FILE)
}

fn line_of(text: &[u8], byte: usize) -> usize {
    text.iter().take(byte).filter(|b| **b == b'\n').count() + 1
}
