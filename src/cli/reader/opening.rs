//! Opening documents, leaving them, and going from one to another.

use super::Reader;
use super::documents::{Documents, Opened, Slot, Way};
use super::growing;
use crate::app::App;
use crate::bookmarks::{Bookmark, DocumentIdentity};
use crate::cli::arguments::Source;
use crate::cli::error::Failure;
use crate::cli::source;
use crate::document::{Document, Origin};
use crate::find::Target;
use crate::terminal::{Events, Stamp};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What there is to read at the start.
pub struct Beginning {
    /// The first that can be read.
    pub document: Document,
    /// Its file as it was.
    pub stamp: Stamp,
    /// The others.
    pub documents: Documents,
    /// What cannot be read, each in one line.
    pub unreadable: Vec<String>,
}

impl Beginning {
    /// Opens the first document that can be read, all of it at once where it
    /// is wanted `whole`; what is known to be unreadable is told and left out.
    ///
    /// # Errors
    /// Where none can be read.
    pub fn of(sources: &[Source], whole: bool) -> Result<Self, Failure> {
        let mut unreadable: Vec<Failure> = Vec::new();
        for (at, source) in sources.iter().enumerate() {
            match read(source, whole) {
                Ok((document, stamp)) => {
                    let mut unread = Vec::new();
                    for source in &sources[at + 1..] {
                        match source::check(source) {
                            Ok(()) => unread.extend(source.file.clone()),
                            Err(failure) => unreadable.push(failure),
                        }
                    }
                    let unreadable = unreadable.iter().map(ToString::to_string).collect();
                    let documents = Documents::new(unread);
                    return Ok(Self { document, stamp, documents, unreadable });
                }
                Err(failure) => unreadable.push(failure),
            }
        }
        match unreadable.pop() {
            Some(only) if unreadable.is_empty() => Err(only),
            last => {
                unreadable.iter().chain(&last).for_each(Failure::tell);
                Err(Failure::Told(2))
            }
        }
    }
}

/// Reads a document, or the beginning of a large one unless it is wanted
/// `whole`, with the stamp of its file.
fn read(source: &Source, whole: bool) -> Result<(Document, Stamp), Failure> {
    // Taken before, so that a change while it is read is not missed.
    let before = source.file.as_deref().map(Stamp::of);
    let file = source.file.as_deref().filter(|file| !whole && *file != Path::new("-"));
    let document = match file.and_then(growing::beginning) {
        Some(beginning) => beginning,
        None => source::open(source)?,
    };
    let stamp = before.unwrap_or_else(|| match &document.metadata().origin {
        Origin::File(path) => Stamp::of(path),
        _ => Stamp::Absent,
    });
    Ok((document, stamp))
}

impl Reader {
    /// The document as it was left, or at the place that was asked for.
    pub(super) fn open(&mut self, target: Option<Target>, events: &Events) {
        self.app.among = self.documents.place();
        self.show_bookmarks(events);
        let mut remarks = self.app.document.metadata().remarks.clone();
        remarks.extend(self.app.document.lacks().map(|lack| lack.to_string()));
        if !remarks.is_empty() {
            self.app.tell(remarks.join("; "));
        }
        self.tell_trouble();
        // What a document is known by is not known before its end.
        if self.app.document.metadata().read.is_none() {
            self.ask_for_place(target);
        }
        self.follow_file(events);
    }

    /// Watches the file of the document in view, or reads on in it.
    fn follow_file(&mut self, events: &Events) {
        self.grow(events);
        if self.app.document.metadata().read.is_none() {
            self.watch(events);
        } else {
            self.watch_none();
        }
    }

    /// Goes to the next of the open documents, or to the one before; those
    /// that cannot be read are told and left out.
    pub(super) fn step_document(&mut self, forward: bool, events: &Events) {
        let mut unreadable: Vec<String> = Vec::new();
        let way = Way::next(forward);
        while let Some(slot) = self.documents.take(way) {
            match self.bring(slot, way, events) {
                Ok(()) => break,
                Err(failure) => unreadable.push(failure.to_string()),
            }
        }
        self.app.among = self.documents.place();
        if !unreadable.is_empty() {
            self.app.complain(unreadable.join("; "));
        } else if self.app.notice.is_none() {
            let edge = if forward { "last" } else { "first" };
            self.app.tell(match self.documents.place() {
                None => "no other document is open".to_owned(),
                Some((_, of)) => format!("this is the {edge} of {of} documents"),
            });
        }
    }

    /// Brings the document of a place into view; tells whether it is.
    pub(super) fn go_to_document(&mut self, place: &str, events: &Events) -> bool {
        if self.identity.source == place {
            self.app.go_on_reading();
            return true;
        }
        let (slot, way) = match self.documents.way_to(place) {
            Some(way) => (self.documents.take(way), way),
            None => (None, Way::next(true)),
        };
        let brought = match slot {
            Some(slot) => self.bring(slot, way, events),
            // What was opened from inside stands after what it was opened from.
            None => {
                let built_in = place == Origin::BuiltIn.to_string();
                let file = (!built_in).then(|| PathBuf::from(place));
                self.show_new(&Source { file, built_in }, way, events)
            }
        };
        self.app.among = self.documents.place();
        match brought {
            Ok(()) => true,
            Err(failure) => {
                self.app.complain(failure.to_string());
                false
            }
        }
    }

    /// Brings a document into view that was taken from the end of a way.
    fn bring(&mut self, slot: Slot, way: Way, events: &Events) -> Result<(), Failure> {
        match slot {
            Slot::Unread(path) => {
                self.show_new(&Source { file: Some(path), built_in: false }, way, events)
            }
            Slot::Opened(mut opened) => {
                opened.app.go_on_from(&self.app);
                self.exchange(*opened, way);
                self.app.among = self.documents.place();
                self.show_bookmarks(events);
                self.tell_place();
                self.follow_file(events);
                Ok(())
            }
        }
    }

    fn show_new(&mut self, source: &Source, way: Way, events: &Events) -> Result<(), Failure> {
        let (document, stamp) = read(source, false)?;
        let (settings, theme) = (self.app.settings.clone(), self.app.theme);
        let mut app = App::new(document, settings, theme, self.app.size);
        app.go_on_from(&self.app);
        let identity = DocumentIdentity::of(&app.document);
        self.exchange(Opened { app, identity, stamp }, way);
        self.open(None, events);
        self.tell_place();
        Ok(())
    }

    fn tell_place(&mut self) {
        if self.app.notice.is_none() {
            self.app.tell(self.app.file_name());
        }
    }

    /// Puts the document in view aside for another.
    fn exchange(&mut self, next: Opened, way: Way) {
        self.remember();
        self.wanted = None;
        let left = Opened {
            app: std::mem::replace(&mut self.app, next.app),
            identity: std::mem::replace(&mut self.identity, next.identity),
            stamp: std::mem::replace(&mut self.stamp, next.stamp),
        };
        self.documents.put(way, left);
    }

    /// Opens the document of a bookmark, at its passage.
    pub(super) fn open_of(&mut self, bookmark: &Bookmark, events: &Events) {
        let place = bookmark.document.source.as_str();
        let open = place == self.identity.source || self.documents.way_to(place).is_some();
        if !open && (place == Origin::StandardInput.to_string() || place.is_empty()) {
            self.app
                .complain("its document was read from standard input, and is not there any more");
        } else if self.go_to_document(place, events) {
            self.wanted = Some(bookmark.id.clone());
            self.go_to_wanted();
        }
    }

    /// Finds in the background what cannot be found at once: passages of texts
    /// that were edited since.
    pub(super) fn find_passages(&self, events: &Events) {
        let pending = self.app.shelf.pending();
        if pending.is_empty() {
            return;
        }
        let (document, sender) = (Arc::clone(&self.app.document), events.sender());
        std::thread::spawn(move || {
            let index = crate::bookmarks::Index::new(&document);
            let find = |bookmark: Bookmark| {
                let anchor = index.find(&bookmark);
                (bookmark.id, anchor)
            };
            let passages = pending.into_iter().map(find).collect();
            let document = document.metadata().content;
            // A program that has ended needs them no more.
            let _ = sender.send(crate::terminal::Event::Found { document, passages });
        });
    }
}
