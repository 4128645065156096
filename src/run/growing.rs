//! Shows a large text from its beginning while the rest is read in the background,
//! more at each step, until the whole replaces the part shown. The same goes for
//! standard input as it comes. Whoever goes to the end of a file sees its last bytes at once, without
//! numbers, behind the part that was read.

use super::event::Grown;
use super::events::Events;
use super::growth::Growth;
use super::state::Reader;
use crate::document::Origin;
use crate::messages::{errors, notices};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::thread;

impl Reader {
    /// Continues reading the document in view, if only its beginning is there.
    pub(super) fn grow(&mut self, events: &Events) {
        let turn = self.growing.turn.fetch_add(1, Ordering::Relaxed) + 1;
        self.growing.pending.clear();
        self.growing.growth = None;
        let metadata = self.app.document.metadata();
        let Some(read) = metadata.read else { return };
        let growth = Growth {
            cache: self.cache.clone(),
            shown: Arc::new(Mutex::new(Arc::clone(&self.app.document))),
            turn,
            latest: Arc::clone(&self.growing.turn),
            events: events.sender(),
        };
        let work: Box<dyn FnOnce() + Send> = match (&metadata.origin, &self.growing.stream) {
            (Origin::File(path), _) => {
                let path = path.clone();
                self.growing.growth = Some((growth.clone(), path.clone()));
                Box::new(move || growth.of_file(&path, read))
            }
            (Origin::StandardInput, Some(stream)) => {
                let stream = Arc::clone(stream);
                Box::new(move || growth.of_stream(&stream))
            }
            _ => return,
        };
        if let Err(error) = thread::Builder::new().name("growing".to_owned()).spawn(work) {
            self.app.complain(errors::beginning_only(error));
        }
    }

    /// Reads the end of the document in view, of which only the beginning is there.
    pub(super) fn read_end(&self) {
        let Some((growth, path)) = self.growing.growth.clone() else { return };
        // If no thread can be started, the end is seen when all is read.
        let _ = thread::Builder::new().name("end".to_owned()).spawn(move || growth.of_end(&path));
    }

    /// Accepts a part that was read, unless its document is no longer in view.
    pub(super) fn grown(&mut self, turn: u64, read: Result<Box<Grown>, String>) {
        if turn != self.growing.turn.load(Ordering::Relaxed) {
            return;
        }
        match read {
            Ok(grown) => self.growing.pending.push(*grown),
            Err(why) => self.app.complain(errors::showing_part(why)),
        }
    }

    /// Shows the parts that were read, once nothing is being typed or selected.
    pub(super) fn show_grown(&mut self, events: &Events) {
        if self.growing.pending.is_empty() || !self.app.can_reload() {
            return;
        }
        for Grown { prepared, revision } in std::mem::take(&mut self.growing.pending) {
            let whole = prepared.document.metadata().read.is_none();
            let untouched = self.app.is_at_beginning();
            let follows = self.app.follows_end();
            self.replace(prepared, revision, events);
            if follows {
                self.app.go_to_end();
                if whole {
                    self.app.tell(notices::END_OF_DOCUMENT);
                }
            }
            if whole {
                if untouched {
                    self.ask_for_place(None);
                }
                if let Some(lack) = self.app.document.lacks()
                    && self.app.notice.is_none()
                {
                    self.app.tell(lack.to_string());
                }
                self.watch(events);
            }
        }
    }
}
