//! Handles the files that are kept on disk: sends requests, and applies the answers to the
//! state.
//!
//! Keys wait for an answer only for an unnoticeable time, so that keys typed in one go see
//! the effects of those before them. Slower answers, for example when another program
//! holds the bookmarks, are applied when they come.

use super::event::Event;
use super::events::Events;
use super::state::{Arrival, KeptState, Reader};
use crate::action::Action;
use crate::app::{Availability, News, Recent};
use crate::bookmarks::{Bookmark, Change};
use crate::cli::error::warn;
use crate::document::Origin;
use crate::find::Target;
use crate::keeping::{
    Answer, BookmarkRequest, FilePlaces, Finish, Keeper, Left, StateRequest, put_aside,
};
use crate::messages::{errors, notices};
use crate::settings::{Security, Switch};
use crate::terminal::Input;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long the program waits at its end for requests to finish, and then for changes to
/// be put aside. A signal leaves little more time.
const LAST: Duration = Duration::from_millis(900);

const PUT_ASIDE: Duration = Duration::from_millis(500);

impl Reader {
    /// Returns the next event, if there is one already; answers come before keys typed
    /// after the request.
    pub(super) fn next_event(&mut self, events: &Events) -> Option<Event> {
        while let Some(patience) = self.kept.patience() {
            match events.next_within(patience) {
                Some(
                    event @ (Event::Kept(_)
                    | Event::Ready
                    | Event::Input(Input::End(_))
                    | Event::Input(Input::Closed)),
                ) => {
                    return Some(event);
                }
                Some(event) => self.kept.held.push_back(event),
                None => self.kept.until = None,
            }
        }
        self.arrive();
        self.kept.held.pop_front().or_else(|| events.waiting())
    }

    pub(super) fn ask_bookmarks(&mut self, request: BookmarkRequest, events: &Events) {
        let waits = !self.kept.unwritten.is_empty();
        if let BookmarkRequest::Change(change) = &request {
            self.kept.unwritten.push_back(change.clone());
        }
        if waits {
            // It waits behind the delayed requests: all there is to see is that it will be
            // done.
            self.kept.open += 1;
            self.show_bookmarks(events);
            self.app.tell(notices::WAITING_FOR_BOOKMARKS);
        } else {
            self.kept.awaiting(1);
        }
        self.keeper.ask_bookmarks(request);
    }

    pub(super) fn ask_state(&mut self, request: StateRequest) {
        self.kept.awaiting(usize::from(request.is_answered()));
        self.keeper.ask_state(request);
    }

    /// Requests the last reading position of the document in view, to go there or to a
    /// target.
    pub(super) fn ask_for_place(&mut self, target: Option<Target>) {
        if !self.app.settings.is_on(Switch::History) {
            if let Some(target) = target {
                self.app.open_at(&target);
            }
            return;
        }
        let (content, source) = (self.identity.content.clone(), self.identity.source.clone());
        self.kept.arriving = Some(Arrival { content: content.clone(), target });
        self.ask_state(StateRequest::FindPlace { content, source });
    }

    /// Goes to the target at which the document is opened, whether or not its last
    /// position is known yet.
    pub(super) fn arrive(&mut self) {
        let target = self.kept.arriving.as_mut().and_then(|arrival| arrival.target.take());
        if let Some(target) = target {
            // Its last position no longer matters.
            self.kept.arriving = None;
            self.app.open_at(&target);
        }
    }

    /// Applies an answer.
    pub(super) fn answered(&mut self, answer: Answer, events: &Events) {
        if !matches!(answer, Answer::Waiting | Answer::TakenUp { .. }) {
            self.kept.answered();
        }
        match answer {
            Answer::Opened { bookmarks, trouble } => {
                self.take_bookmarks(bookmarks, events);
                self.kept.trouble = trouble;
                self.tell_trouble();
            }
            Answer::TakenUp { changes, bookmarks } => {
                self.take_bookmarks(bookmarks, events);
                self.app.tell(notices::changes_saved(changes));
            }
            Answer::Waiting => {
                self.kept.until = None;
                self.show_bookmarks(events);
                self.app.tell(notices::WAITING_FOR_BOOKMARKS);
            }
            Answer::Changed { change, remarks, bookmarks } => {
                self.kept.trouble = None;
                self.kept.unwritten.pop_front();
                self.take_bookmarks(bookmarks, events);
                let all = self.kept.bookmarks();
                self.app.changed(&change, &remarks, &all);
            }
            Answer::Undone { change, bookmarks } => {
                self.take_bookmarks(bookmarks, events);
                match change {
                    Some((change, remarks)) => {
                        let all = self.kept.bookmarks();
                        self.app.undone(&change, &remarks, &all);
                    }
                    None => self.app.tell(notices::NOTHING_TO_UNDO),
                }
            }
            Answer::Refused { change, error } => {
                if change.is_some() {
                    self.kept.unwritten.pop_front();
                    self.show_bookmarks(events);
                }
                self.app.refused(change.as_ref(), &error.to_string());
            }
            Answer::LooksSaved(saved) => self.saved(*saved),
            Answer::LooksForgotten(config) => self.reset(*config),
            Answer::Left { content, left } => self.place_found(&content, &left),
            Answer::Recent(recent) => self.show_documents(recent),
            Answer::Forgotten { title, recent } => {
                self.show_documents(recent);
                let key = self.app.key_hint(Action::Undo);
                self.app.tell(match title {
                    Some(title) => notices::forgotten(title, key),
                    None => notices::FORGOTTEN_ALREADY.to_owned(),
                });
            }
            Answer::Recollected { title: Some(title), recent } => {
                self.show_documents(recent);
                self.app.tell(notices::recollected(title));
            }
            Answer::Recollected { title: None, .. } => self.app.tell(notices::NOTHING_TO_UNDO),
            Answer::Unremembered(why) => self.app.complain(why),
        }
    }

    /// Reports why no bookmark can be saved, after any other trouble.
    pub(super) fn tell_trouble(&mut self) {
        let Some(trouble) = &self.kept.trouble else { return };
        let before = self.app.notice.take().filter(|notice| notice.news == News::Trouble);
        let before = before.map_or(String::new(), |notice| format!("{}; ", notice.text));
        self.app.complain(format!("{before}{trouble}"));
    }

    fn take_bookmarks(&mut self, bookmarks: Vec<Bookmark>, events: &Events) {
        self.kept.on_disk = bookmarks;
        self.show_bookmarks(events);
    }

    /// Shows the bookmarks in the document in view.
    pub(super) fn show_bookmarks(&mut self, events: &Events) {
        // The identity of a document is not known before its end.
        if self.app.document.metadata().read.is_none() {
            self.app.take_bookmarks(&self.kept.bookmarks());
            self.find_passages(events);
            self.go_to_wanted();
        }
    }

    /// Goes to the last reading position in the document in view, unless the user has
    /// moved by then.
    fn place_found(&mut self, content: &str, left: &Left) {
        let Some(arrival) = self.kept.arriving.take_if(|a| a.content == content) else { return };
        if arrival.target.is_none() && !self.app.is_at_beginning() {
            return;
        }
        match left {
            Left::Here(state) => self.app.restore(state),
            Left::InAnotherWording(state) => self.app.resume(state),
            Left::Never => {}
        }
        if let Some(target) = arrival.target {
            self.app.open_at(&target);
        }
    }

    /// Lists recently read documents, marking those of this run; not while something is
    /// being typed or selected.
    fn show_documents(&mut self, mut documents: Vec<Recent>) {
        if !self.app.can_reload() {
            return;
        }
        for one in &mut documents {
            if one.source == self.identity.source {
                one.standing = Availability::InView;
            } else if self.documents.open().any(|source| source == one.source) {
                one.standing = Availability::Open;
            }
        }
        self.app.show_recent(documents);
    }

    /// Saves the reading position.
    pub(super) fn remember(&mut self) {
        let remembered =
            self.app.settings.is_on(Switch::History) && self.app.security == Security::Open;
        let is_text = self.app.document.metadata().read.is_none() && self.app.comparing().is_none();
        if !remembered || !is_text {
            return;
        }
        let mut state = self.app.reading_state(jiff::Timestamp::now().to_string());
        // A relative path would mean another file in another folder.
        if let Origin::File(path) = &self.app.document.metadata().origin
            && let Ok(path) = std::path::absolute(path)
        {
            state.source = path.display().to_string();
        }
        let content = self.identity.content.clone();
        self.ask_state(StateRequest::Remember { content, state: Box::new(state) });
    }
}

/// Waits for the requests to finish. Changes that cannot be written now are put aside for
/// the next start; errors go to standard error, since nobody sees the screen any more.
pub fn finish(keeper: Keeper, kept: KeptState, places: FilePlaces, events: &Events) {
    let finish = keeper.finish(LAST);
    let mut unwritten = kept.unwritten;
    while let Some(event) = events.waiting() {
        let Event::Kept(answer) = event else { continue };
        match *answer {
            Answer::Changed { .. } => drop(unwritten.pop_front()),
            Answer::Refused { change, error } => {
                if change.is_some() {
                    unwritten.pop_front();
                }
                warn(&error.to_string());
            }
            _ => {}
        }
    }
    if unwritten.is_empty() {
        if finish == Finish::HeldUp {
            warn(errors::NOT_ALL_SAVED);
        }
        return;
    }
    let changes: Vec<Change> = unwritten.into();
    let (count, lost) = (changes.len(), notes(&changes));
    let (sender, aside) = mpsc::channel();
    let put = move || sender.send(put_aside(&places.unwritten, &places.bookmarks, changes));
    let put = thread::Builder::new().name("aside".to_owned()).spawn(put);
    match put.map(|_| aside.recv_timeout(PUT_ASIDE)) {
        Ok(Ok(Ok(()))) => warn(&errors::changes_postponed(count)),
        _ => warn(&errors::changes_lost(count, lost)),
    }
}

/// Returns the notes in changes, for a message in case they cannot be saved.
fn notes(changes: &[Change]) -> String {
    let typed = changes.iter().filter_map(Change::typed_note);
    typed.map(errors::lost_note).collect()
}
