//! Compares the document in view with another: both are read and compared in the background, and the
//! comparison is one more open document. Leaving it returns to the text at the same words.

use super::awaited::Pending;
use super::documents::{DocumentSlot, Opened, Way};
use super::events::Events;
use super::paths::meant;
use super::state::{Comparing, Occasion, Reader};
use crate::app::Prepared;
use crate::bookmarks::DocumentIdentity;
use crate::cache::Personal;
use crate::cli::arguments::Source;
use crate::cli::error::Failure;
use crate::cli::history::{Version, Versions};
use crate::comparison::{Comparison, Redline};
use crate::document::{Document, Origin};
use crate::messages::{errors, notices};
use crate::terminal::Stamp;
use std::path::PathBuf;
use std::sync::Arc;

impl Reader {
    /// Compares the version named on the command line with the first document.
    pub(super) fn compare_first(&mut self, old: Option<PathBuf>, events: &Events) {
        if let Some(old) = old {
            self.compare(&old.to_string_lossy(), events);
        }
    }

    /// Compares the document at a typed path with the one in view.
    pub(super) fn compare(&mut self, typed: &str, events: &Events) {
        let old = self.side(&meant(typed).to_string_lossy());
        let Some(new) = Version::whole(&self.app.document) else {
            return self.app.complain(notices::STILL_BEING_READ);
        };
        self.begin_comparing(old, new, Occasion::Chosen, events);
    }

    /// Exchanges the old and the new text of the comparison in view.
    pub(super) fn swap_comparison(&mut self, events: &Events) {
        if let Some(comparison) = self.app.comparing() {
            let old = Version::Open(Arc::clone(comparison.new_text()));
            let new = Version::Open(Arc::clone(comparison.old()));
            self.begin_comparing(old, new, Occasion::Swapped, events);
        }
    }

    /// Reads both texts of the comparison in view again, and compares them.
    pub(super) fn compare_again(&mut self, events: &Events) {
        let side = |text: &Arc<Document>| match &text.metadata().origin {
            origin @ Origin::File(_) => Version::Unread(Source::at(&origin.place())),
            _ => Version::Open(Arc::clone(text)),
        };
        self.replace_comparison(side, events);
    }

    /// Marks the changed words of the comparison in view as its look wants it.
    pub(super) fn suit_redline(&mut self, events: &Events) {
        if self.comparing.is_none() && self.app.has_other_redline() {
            self.replace_comparison(|text| Version::Open(Arc::clone(text)), events);
        }
    }

    /// Compares both texts of the comparison in view again, at the same words; `side` returns where
    /// each is taken from.
    fn replace_comparison(&mut self, side: fn(&Arc<Document>) -> Version, events: &Events) {
        let Some(comparison) = self.app.comparing() else { return };
        let [old, new] = [comparison.old(), comparison.new_text()].map(side);
        let occasion = Occasion::Again(self.app.place_in_new());
        self.begin_comparing(old, new, occasion, events);
    }

    /// The document at a place: as it is open, or to be read.
    fn side(&self, place: &str) -> Version {
        let whole = |document: &Arc<Document>| document.metadata().read.is_none();
        if self.identity.source == place && whole(&self.app.document) {
            return Version::Open(Arc::clone(&self.app.document));
        }
        match self.documents.opened(place) {
            Some(opened) if whole(&opened.app.document) => {
                Version::Open(Arc::clone(&opened.app.document))
            }
            _ => Version::Unread(Source::at(place)),
        }
    }

    fn begin_comparing(&mut self, old: Version, new: Version, occasion: Occasion, events: &Events) {
        self.leave_opening();
        self.leave_comparing();
        let name = short_name(&old);
        let (cache, redline) = (self.cache.clone(), self.app.wanted_redline());
        let work = move || made(old, new, redline, &cache);
        match Pending::begin(events.sender(), work) {
            Ok(made) => {
                // Keys typed in one go are for the comparison.
                self.kept.awaiting(1);
                self.app.go_on_reading();
                self.app.tell(notices::comparing_with(name));
                self.comparing = Some(Comparing { occasion, made });
            }
            Err(error) => self.app.complain(errors::cannot_open(name, error)),
        }
    }

    /// Gives up a comparison that is being made.
    fn leave_comparing(&mut self) {
        if self.comparing.take().is_some_and(|comparing| !comparing.made.has_come()) {
            self.kept.answered();
        }
    }

    /// Takes the comparison that was being made.
    pub(super) fn take_compared(&mut self) {
        if self.comparing.as_mut().is_some_and(|comparing| comparing.made.arrives()) {
            self.kept.answered();
        }
    }

    /// Brings the comparison that was made into view, once nothing is being typed or selected.
    pub(super) fn show_compared(&mut self, events: &Events) {
        if !self.app.can_reload() {
            return;
        }
        let Some(comparing) = self.comparing.take_if(|one| one.made.has_come()) else { return };
        let Comparing { occasion, made } = comparing;
        let prepared = match made.into_result() {
            Some(Ok(prepared)) => prepared,
            Some(Err(failure)) => return self.app.complain(failure.to_string()),
            None => return,
        };
        let next = self.opened(prepared, Stamp::Absent);
        match occasion {
            Occasion::Chosen => self.exchange(next, Way::next(true)),
            // The comparison that was to be replaced is not in view any more.
            _ if self.app.comparing().is_none() => return,
            Occasion::Again(point) => {
                self.replace_closed(next);
                if let Some(point) = point {
                    self.app.go_to_compared(point);
                }
            }
            Occasion::Swapped => {
                self.replace_closed(next);
                if let Some((old, new)) = self.app.compared_names() {
                    self.app.tell(notices::compared_swapped(old, new));
                }
            }
        }
        self.come_into_view(events);
    }

    /// Replaces the document in view by another, and closes the former.
    fn replace_closed(&mut self, next: Opened) {
        (self.app, self.identity, self.stamp) = (next.app, next.identity, next.stamp);
    }

    /// Closes the comparison in view and returns to the text, at the same words.
    pub(super) fn leave_comparison(&mut self, events: &Events) {
        let Some(comparison) = self.app.comparing() else { return };
        let place = self.app.place_in_new();
        let sources =
            [comparison.new_text(), comparison.old()].map(|text| DocumentIdentity::of(text).source);
        let is_open = |way: &Way| matches!(self.documents.at(*way), Some(DocumentSlot::Opened(_)));
        let way_to = |source: &String| self.documents.way_to(source).filter(is_open);
        let new = way_to(&sources[0]);
        // It was made from a document that is open still: at least the one before it.
        let way = new.or_else(|| way_to(&sources[1])).unwrap_or(Way::next(false));
        let is_new = new.is_some();
        let Some(DocumentSlot::Opened(mut opened)) = self.documents.take(way) else { return };
        opened.app.go_on_from(&self.app);
        self.replace_closed(*opened);
        self.documents.pass(way);
        if let Some(point) = place.filter(|_| is_new) {
            self.app.open_at_point(point);
        }
        self.come_into_view(events);
        self.app.tell(notices::COMPARISON_LEFT);
    }
}

/// The name of a version without its folders.
fn short_name(version: &Version) -> String {
    match version {
        Version::Unread(Source { file: Some(file), .. }) => Origin::File(file.clone()).name(),
        _ => version.name(),
    }
}

/// Reads both sides and compares them.
fn made(
    old: Version,
    new: Version,
    redline: Redline,
    cache: &Personal,
) -> Result<Prepared, Failure> {
    let mut read = Versions::quietly(vec![old, new], cache.clone());
    let (old, new) = (Arc::clone(read.open(0)?), Arc::clone(read.open(1)?));
    Ok(Prepared::of_comparison(Comparison::of(old, new, redline)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Size;
    use crate::bookmarks::Revision;
    use crate::run::documents::Documents;
    use crate::run::event::Grown;
    use crate::run::reading::Beginning;
    use crate::run::start::Loaded;
    use crate::run::state::Looks;
    use crate::settings::{Config, Directories, LookMemory};
    use crate::terminal::{Abilities, Environment};
    use std::path::Path;
    use std::sync::atomic::Ordering;
    use std::time::Duration;

    fn reader(file: &Path, folder: &Path, events: &Events) -> Reader {
        let [config, state, cache, data] =
            ["config", "state", "cache", "data"].map(|name| folder.join(name));
        let directories = Directories { config, state, cache, data };
        let cache = Personal::default();
        let read =
            crate::cli::source::open(&Source::named(file.to_owned()), &cache).expect("a text");
        let beginning = Beginning {
            document: Prepared::from(Arc::new(read.kept())),
            stamp: Stamp::of(file),
            documents: Documents::default(),
            unreadable: Vec::new(),
            stream: None,
        };
        let memory = LookMemory::new(directories.looks_file());
        let abilities = Abilities::of(&Environment::default());
        let begun = Loaded {
            beginning,
            cache,
            looks: Looks::find(Config::default(), &memory, abilities),
            faults: None,
            target: None,
            pattern: None,
            compared: None,
        };
        let size = Size { columns: 80, rows: 24 };
        Reader::new(begun, Vec::new(), size, &directories, events).expect("a reader")
    }

    #[test]
    fn more_of_the_text_that_was_in_view_does_not_replace_the_comparison() {
        let folder = tempfile::tempdir().expect("a folder");
        let [old, new] = ["old.txt", "new.txt"].map(|name| folder.path().join(name));
        std::fs::write(&old, "1. The lamp is lit.\n").expect("written");
        std::fs::write(&new, "1. The lamp is lit at dusk.\n").expect("written");
        let events = Events::default();
        let mut reader = reader(&new, folder.path(), &events);
        let (document, turn) =
            (Arc::clone(&reader.app.document), reader.growing.turn.load(Ordering::Relaxed));
        reader.compare(&old.to_string_lossy(), &events);
        while reader.app.comparing().is_none() {
            assert!(events.next_within(Duration::from_secs(30)).is_some(), "nothing was compared");
            reader.take_compared();
            reader.show_compared(&events);
        }
        let revision = Revision::grown(&document, &document);
        let prepared = Prepared::from(document);
        reader.grown(turn, Ok(Box::new(Grown { prepared, revision })));
        reader.show_grown(&events);
        assert!(reader.app.comparing().is_some());
    }
}
