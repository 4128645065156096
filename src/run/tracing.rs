//! Follows the clause in view through the versions of its text: the open documents, in their order,
//! and perhaps an older one that the user names. All are read and compared in the background.

use super::documents::DocumentSlot;
use super::event::{Event, Traced};
use super::events::Events;
use super::paths::meant;
use super::state::{Destination, Reader};
use crate::align::are_versions;
use crate::app::{App, ClauseHistory, HistoryEntry, VersionPlace};
use crate::bookmarks::DocumentIdentity;
use crate::cache::Personal;
use crate::cli::arguments::Source;
use crate::cli::error::Failure;
use crate::cli::history::{self, Clause, Report, Version, Versions};
use crate::document::{ContentId, Document};
use crate::messages::{headings, notices};
use std::sync::Arc;
use std::thread;

/// A version, and where it is read from.
#[derive(Debug, Clone)]
struct PlacedVersion {
    source: String,
    version: Version,
}

impl PlacedVersion {
    /// A document that is open; `None` if only a part of it was read that cannot be read again.
    fn of(document: &Arc<Document>) -> Option<Self> {
        let source = DocumentIdentity::of(document).source;
        Some(Self { source, version: Version::whole(document)? })
    }

    fn unread(source: String) -> Self {
        let version = Version::Unread(Source::at(&source));
        Self { source, version }
    }
}

/// The versions in their order, each once.
#[derive(Debug, Default)]
struct PlacedVersions(Vec<PlacedVersion>);

impl PlacedVersions {
    fn at(&self, source: &str) -> Option<usize> {
        self.0.iter().position(|known| known.source == source)
    }

    fn put(&mut self, version: Option<PlacedVersion>) {
        self.0.extend(version.filter(|one| self.at(&one.source).is_none()));
    }

    /// Puts the version of a document; of a comparison, both texts, the old one before the new one.
    fn put_app(&mut self, app: &App) {
        let Some(comparison) = app.comparing() else {
            return self.put(PlacedVersion::of(&app.document));
        };
        self.put(PlacedVersion::of(comparison.new_text()));
        let new = self.at(&DocumentIdentity::of(comparison.new_text()).source);
        let old = PlacedVersion::of(comparison.old()).filter(|old| self.at(&old.source).is_none());
        if let (Some(at), Some(old)) = (new, old) {
            self.0.insert(at, old);
        }
    }

    fn put_slot(&mut self, slot: &DocumentSlot) {
        match slot {
            DocumentSlot::Unread(_) => {
                self.put(Some(PlacedVersion::unread(slot.source().into_owned())));
            }
            DocumentSlot::Opened(opened) => self.put_app(&opened.app),
        }
    }
}

impl Reader {
    /// Follows the clause in view.
    pub(super) fn trace(&mut self, older: Option<&str>, events: &Events) {
        let Some((text, address)) = self.app.traced_clause() else { return };
        let (from, address) = (DocumentIdentity::of(text).source, address.to_owned());
        let mut versions = PlacedVersions::default();
        let (before, after) = self.documents.in_order();
        before.for_each(|slot| versions.put_slot(slot));
        versions.put_app(&self.app);
        after.for_each(|slot| versions.put_slot(slot));
        if let Some(typed) = older.filter(|typed| !typed.is_empty()) {
            let source = meant(typed).display().to_string();
            if versions.at(&source).is_none() {
                versions.0.insert(0, PlacedVersion::unread(source));
            }
        }
        let document = self.app.document.metadata().content;
        let sender = events.sender();
        let Some(from) = versions.at(&from) else {
            let found = Err(notices::STILL_BEING_READ.to_owned());
            return drop(sender.send(Event::Traced { document, found }));
        };
        let number = versions.0.len();
        if number < 2 {
            let found = Ok(Traced::Alone);
            return drop(sender.send(Event::Traced { document, found }));
        }
        self.app.tell(notices::tracing(&address, number));
        let cache = self.cache.clone();
        let work = move || {
            let found = traced(versions, from, &address, cache).map_err(|error| error.to_string());
            // A program that is ending no longer needs it.
            let _ = sender.send(Event::Traced { document, found });
        };
        // If no thread can be started, there is no history.
        drop(thread::Builder::new().name("trace".to_owned()).spawn(work));
    }

    /// Takes what was found.
    pub(super) fn traced(&mut self, document: ContentId, found: Result<Traced, String>) {
        match found {
            Ok(Traced::History(history, others)) => {
                self.app.show_history(document, *history, others);
            }
            Ok(Traced::Alone) => self.app.choose_version_to_trace(),
            Err(why) => self.app.complain(why),
        }
    }

    /// Goes to a clause of a version.
    pub(super) fn open_version(&mut self, place: VersionPlace, events: &Events) {
        let VersionPlace { source, address } = place;
        let from = self.identity.source.clone();
        let destination = Destination::Clause { address, from };
        self.go_to_document(&source, Some(destination), events);
    }
}

/// Follows a clause of the version at an index through those of the versions that are of the same text.
fn traced(
    versions: PlacedVersions,
    from: usize,
    address: &str,
    cache: Personal,
) -> Result<Traced, Failure> {
    let all = versions.0;
    let mut read =
        Versions::quietly(all.iter().map(|one| one.version.clone()).collect(), cache.clone());
    let own = Arc::clone(read.open(from)?);
    let mut same: Vec<PlacedVersion> = Vec::new();
    let mut at = 0;
    for (index, one) in all.iter().enumerate() {
        let document = read.open(index)?;
        if index == from {
            at = same.len();
        } else if !are_versions(&own, document) {
            continue;
        }
        let version = Version::Open(Arc::clone(document));
        same.push(PlacedVersion { version, ..one.clone() });
    }
    if same.len() < 2 {
        return Ok(Traced::Alone);
    }
    let others = all.len() - same.len();
    let open = same.iter().map(|one| one.version.clone()).collect();
    let report = history::traced(&mut Versions::quietly(open, cache), at, address)?;
    Ok(Traced::History(Box::new(shown(&report, &same, address)), others))
}

/// The history as it is shown.
fn shown(report: &Report, versions: &[PlacedVersion], address: &str) -> ClauseHistory {
    let place = |at: usize| match (&report.versions.get(at)?.1, versions.get(at)) {
        (Clause::Present(present), Some(version)) => Some(VersionPlace {
            source: version.source.clone(),
            address: present.addresses.first()?.clone(),
        }),
        _ => None,
    };
    let entry = |text: &str, at: usize| {
        let mut lines = text.lines().map(str::to_owned);
        let name = lines.next().unwrap_or_default();
        HistoryEntry { name, lines: lines.collect(), place: place(at) }
    };
    let told = report.versions.iter().map(|(source, clause)| history::version(source, clause));
    let mut entries: Vec<HistoryEntry> =
        told.enumerate().map(|(at, text)| entry(text.plain(), at)).collect();
    entries.extend(history::origins(report).map(|words| entry(words.plain(), report.last)));
    ClauseHistory { title: headings::history(address), entries }
}
