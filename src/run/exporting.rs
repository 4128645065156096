//! Exports bookmarks and the document to files and imports bookmarks, in threads of their own, so
//! that no key waits for a disk.

use super::event::Event;
use super::events::Events;
use super::paths::meant;
use super::state::Reader;
use crate::app::{Export, ExportForm, Exported, IfThere, Outcome};
use crate::bookmarks::exchange::{ReadAnnotations, markdown, merge, page, read};
use crate::bookmarks::{Bookmark, LARGEST, Template, atomic};
use crate::cli::outline;
use crate::cli::output::json;
use crate::cli::places::{self, Printed};
use crate::document::Document;
use crate::find::check;
use crate::keeping::BookmarkRequest;
use crate::messages::{commands, counts, errors, notices};
use crate::{export, files};
use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::sync::Arc;
use std::thread;

/// What an export needs.
struct Work {
    export: Export,
    document: Arc<Document>,
    bookmarks: Vec<Bookmark>,
    template: Template,
}

impl Reader {
    /// Writes a file and reports the outcome.
    pub(super) fn export(&mut self, export: Export, events: &Events) {
        let index = &self.app.bookmark_index;
        let kept = match export.what {
            Exported::Bookmarks => index.kept(),
            Exported::AllBookmarks => index.all(),
            Exported::Document | Exported::Outline | Exported::Passage(_) => &[],
        };
        let work = Work {
            bookmarks: kept.iter().map(|kept| kept.bookmark.clone()).collect(),
            export,
            document: Arc::clone(&self.app.document),
            template: self.app.settings.citations.template(),
        };
        let sender = events.sender();
        let work = move || {
            let outcome = work.done();
            // A program that is ending no longer needs it.
            let _ = sender.send(Event::Exported(Box::new(work.export), outcome));
        };
        if let Err(error) = thread::Builder::new().name("export".to_owned()).spawn(work) {
            self.app.complain(errors::not_written(error));
        }
    }

    /// Reads the bookmarks of a file that is to be imported.
    pub(super) fn import(&mut self, typed: &str, events: &Events) {
        let (sender, typed) = (events.sender(), typed.to_owned());
        let work = move || {
            let bytes = files::read(&meant(&typed), LARGEST).map_err(|error| error.to_string());
            let read = bytes.and_then(|bytes| read(&bytes).map_err(|error| error.to_string()));
            let _ = sender.send(Event::Imported { typed, read: read.map(Box::new) });
        };
        if let Err(error) = thread::Builder::new().name("import".to_owned()).spawn(work) {
            self.app.complain(errors::not_imported(error));
        }
    }

    /// Adds the bookmarks that were read.
    pub(super) fn imported(
        &mut self,
        typed: &str,
        read: Result<Box<ReadAnnotations>, String>,
        events: &Events,
    ) {
        match read {
            Ok(read) => {
                let (change, merged) = merge(&self.kept.bookmarks(), &read.bookmarks);
                let told = notices::bookmarks_imported(
                    typed,
                    merged.added,
                    merged.present,
                    merged.updated,
                );
                if change.is_empty() {
                    return self.app.tell(told);
                }
                self.ask_bookmarks(BookmarkRequest::Change(change), events);
            }
            Err(why) => self.app.complain(errors::not_importable(typed, why)),
        }
    }

    /// Checks the document, as `bulletin check` does.
    pub(super) fn check(&mut self, events: &Events) {
        let (document, sender) = (Arc::clone(&self.app.document), events.sender());
        let work = move || {
            let findings = check(&document);
            let document = document.metadata().content;
            let _ = sender.send(Event::Checked { document, findings });
        };
        if let Err(error) = thread::Builder::new().name("check".to_owned()).spawn(work) {
            self.app.complain(errors::not_checked(error));
        }
    }
}

impl Work {
    fn done(&self) -> Outcome {
        let path = meant(&self.export.path);
        let written = match self.export.if_there {
            IfThere::Ask => write_new(&path, &self.text()),
            IfThere::Replace => atomic::write(&path, &self.text()),
        };
        match written {
            Ok(()) => Outcome::Written(self.told()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Outcome::There,
            Err(error) => Outcome::Failed(error.to_string()),
        }
    }

    /// Names what was written.
    fn told(&self) -> String {
        match self.export.what {
            Exported::Bookmarks | Exported::AllBookmarks => counts::bookmarks(self.bookmarks.len()),
            Exported::Document => commands::THE_DOCUMENT.to_owned(),
            Exported::Outline => commands::THE_OUTLINE.to_owned(),
            Exported::Passage(passage) => self.document.passage_name(passage),
        }
    }

    fn text(&self) -> String {
        let all: Vec<&Bookmark> = self.bookmarks.iter().collect();
        let passage = match self.export.what {
            Exported::Passage(passage) => Some(passage),
            Exported::Document => self.document.whole(),
            Exported::Outline => {
                return match self.export.form {
                    ExportForm::Markdown => outline::markdown(&self.document),
                    ExportForm::Text => outline::plain(&self.document),
                    ExportForm::Json | ExportForm::JsonLd => {
                        in_json(&outline::outline(&self.document))
                    }
                };
            }
            Exported::Bookmarks | Exported::AllBookmarks => {
                return match self.export.form {
                    ExportForm::Markdown | ExportForm::Text => markdown(&all, &self.template),
                    ExportForm::JsonLd | ExportForm::Json => in_json(&page(&all)),
                };
            }
        };
        let Some(passage) = passage else { return String::new() };
        match self.export.form {
            ExportForm::Markdown => export::markdown(&self.document, passage),
            ExportForm::Text => export::text(&self.document, passage),
            ExportForm::Json | ExportForm::JsonLd if self.export.what == Exported::Document => {
                in_json(&places::all(&self.document, &self.template))
            }
            ExportForm::Json | ExportForm::JsonLd => {
                let parts = self.document.parts(passage).into_iter().map(Printed::Words);
                let place = |part: Printed| part.place(&self.document, &self.template);
                in_json(&parts.map(place).collect::<Vec<_>>())
            }
        }
    }
}

fn in_json(value: &impl serde::Serialize) -> String {
    // Everything serialised here has string keys, so this cannot fail.
    json(value).unwrap_or_default()
}

/// Creates a file, and removes it again if writing fails. An existing file is an error.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        drop(file);
        let _ = std::fs::remove_file(path);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("notes.md");
        write_new(&path, "one").expect("written");
        let again = write_new(&path, "two").expect_err("it is there");
        assert_eq!(again.kind(), ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "one");
    }
}
