//! A reader of what was read at the start, with its files and its clipboard.

use super::event::Event;
use super::events::Events;
use super::looks;
use super::reading::Beginning;
use super::start::Loaded;
use super::state::{
    Growing, KeptState, LookupPrograms, PairingState, Reader, Rereading, Suggesting,
};
use crate::action::{Action, Size};
use crate::bookmarks::DocumentIdentity;
use crate::cli::error::Failure;
use crate::keeping::{FilePlaces, Keeper};
use crate::settings::{Directories, Security};
use crate::terminal::Clipboard;
use std::time::Instant;

impl Reader {
    /// A reader of what was read at the start, on a screen of some size.
    pub(super) fn new(
        begun: Loaded,
        held: Vec<Event>,
        size: Size,
        directories: &Directories,
        events: &Events,
    ) -> Result<Self, Failure> {
        let Loaded { beginning, cache, looks, faults, target, pattern, compared: _ } = begun;
        let Beginning { document, stamp, documents, unreadable, stream } = beginning;
        let security = Security::of_environment();
        let mut app = looks::app(document, &looks, size);
        app.security = security;
        let sender = events.sender();
        let places = FilePlaces {
            bookmarks: directories.bookmarks_file(),
            security,
            unwritten: directories.unwritten(),
            reading: directories.reading(),
            looks: directories.looks_file(),
            config: directories.config_file(),
        };
        let copied_to = events.sender();
        let copied = move |copied| drop(copied_to.send(Event::Copied(copied)));
        // A program that has ended needs no answers.
        let answer = move |answer| drop(sender.send(Event::Kept(Box::new(answer))));
        let mut kept = KeptState::holding(held);
        kept.awaiting(1);
        let mut reader = Self {
            clipboard: Clipboard::find(copied, security),
            identity: DocumentIdentity::of(&app.document),
            app,
            looks,
            stamp,
            documents,
            cache,
            rereading: Rereading::default(),
            growing: Growing::of(stream),
            opening: None,
            comparing: None,
            pairing: PairingState::default(),
            keeper: Keeper::begin(places.clone(), answer).map_err(Failure::Terminal)?,
            kept,
            places,
            wanted: None,
            suggesting: Suggesting::default(),
            outside: LookupPrograms::default(),
            begun: Instant::now(),
        };
        reader.drop_overruled_looks();
        reader.open(target, events);
        if let Some(pattern) = pattern {
            reader.app.update(Action::SearchForward);
            reader.app.answer(&pattern);
        }
        let troubles: Vec<String> = unreadable.into_iter().chain(faults).collect();
        if !troubles.is_empty() {
            reader.app.complain(troubles.join("; "));
        }
        Ok(reader)
    }
}
