//! What is kept on disk: it is asked for here, and what was answered goes into
//! the state.
//!
//! Keys wait for an answer only as long as a person would not notice, so that
//! those that were typed in one go see what the ones before them did. What takes
//! longer, as when another program holds the bookmarks, is told when it is done.

use super::Reader;
use super::events::{Event, Events};
use crate::action::Action;
use crate::app::{Availability, News, Recent};
use crate::bookmarks::{Bookmark, Change, StoreError, preview};
use crate::cli::error::warn;
use crate::document::Origin;
use crate::find::Target;
use crate::keeping::{
    Answer, BookmarkRequest, Finish, Keeper, Left, Places, StateRequest, put_aside,
};
use crate::settings::Security;
use crate::terminal::Input;
use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// How long a key may wait for what the one before it asked for: no longer than a
/// person would notice.
pub const UNNOTICED: Duration = Duration::from_millis(150);

/// What is told while another program holds the bookmarks.
const WAITING: &str = "waiting for another program that is using the bookmarks";

/// How long the end waits for what is still to be kept, and then for what is put
/// aside. A signal leaves little more.
const LAST: Duration = Duration::from_millis(900);
const PUT_ASIDE: Duration = Duration::from_millis(500);

/// What is known of what is kept, and what is still to be answered.
#[derive(Debug, Default)]
pub struct Kept {
    /// All bookmarks, as they were on disk last.
    on_disk: Vec<Bookmark>,
    /// Changes that are still to be written, the first one first.
    unwritten: VecDeque<Change>,
    /// Why none can be kept, where none can.
    pub trouble: Option<StoreError>,
    /// How many answers are still to come.
    open: usize,
    /// How long they are waited for.
    until: Option<Instant>,
    /// What happened meanwhile.
    held: VecDeque<Event>,
    /// The document whose place is asked for.
    arriving: Option<Arrival>,
}

/// A document that was opened and whose place is asked for.
#[derive(Debug)]
struct Arrival {
    content: String,
    /// Where to go then instead.
    target: Option<Target>,
}

impl Kept {
    /// With what happened before there was anything to be asked for.
    pub fn holding(held: Vec<Event>) -> Self {
        Self { held: held.into(), ..Self::default() }
    }

    /// All bookmarks, as they will be once everything is written.
    pub fn bookmarks(&self) -> Cow<'_, [Bookmark]> {
        if self.unwritten.is_empty() {
            Cow::Borrowed(&self.on_disk)
        } else {
            Cow::Owned(preview(&self.on_disk, &self.unwritten))
        }
    }

    /// So many answers are awaited.
    pub fn awaiting(&mut self, answers: usize) {
        self.open += answers;
        self.until = Some(Instant::now() + UNNOTICED);
    }

    /// One of the answers has come.
    pub fn answered(&mut self) {
        self.open = self.open.saturating_sub(1);
    }

    /// Whether an answer is about to come.
    pub fn is_awaited(&self) -> bool {
        self.open > 0 && self.until.is_some()
    }

    /// How long an answer may still be waited for.
    fn patience(&mut self) -> Option<Duration> {
        let left = self.until?.checked_duration_since(Instant::now());
        if left.is_none() || self.open == 0 {
            self.until = None;
            return None;
        }
        left
    }
}

impl Reader {
    /// The next event that is to be taken, if there is one already; answers come
    /// before what was typed after the question.
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
            // It comes after what is held up: that it will be done is all there is to see.
            self.kept.open += 1;
            self.show_bookmarks(events);
            self.app.tell(WAITING);
        } else {
            self.kept.awaiting(1);
        }
        self.keeper.ask_bookmarks(request);
    }

    pub(super) fn ask_state(&mut self, request: StateRequest) {
        self.kept.awaiting(usize::from(request.is_answered()));
        self.keeper.ask_state(request);
    }

    /// Asks where the document in view was left, to go there or to a target.
    pub(super) fn ask_for_place(&mut self, target: Option<Target>) {
        if !self.app.settings.history {
            if let Some(target) = target {
                self.app.open_at(&target);
            }
            return;
        }
        let (content, source) = (self.identity.content.clone(), self.identity.source.clone());
        self.kept.arriving = Some(Arrival { content: content.clone(), target });
        self.ask_state(StateRequest::FindPlace { content, source });
    }

    /// Goes to where the document was to be opened, whether it is known by now
    /// where it was left or not.
    fn arrive(&mut self) {
        let target = self.kept.arriving.as_mut().and_then(|arrival| arrival.target.take());
        if let Some(target) = target {
            // Where it was left is no matter any more.
            self.kept.arriving = None;
            self.app.open_at(&target);
        }
    }

    /// Takes an answer.
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
                let what = if changes == 1 { "change" } else { "changes" };
                self.app.tell(format!("saved {changes} {what} to bookmarks from the last run"));
            }
            Answer::Waiting => {
                self.kept.until = None;
                self.show_bookmarks(events);
                self.app.tell(WAITING);
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
                    None => self.app.tell("nothing to undo"),
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
                    Some(title) => format!("removed from the list: {title} · {key} undoes it"),
                    None => "already forgotten".to_owned(),
                });
            }
            Answer::Recollected { title: Some(title), recent } => {
                self.show_documents(recent);
                self.app.tell(format!("restored: {title}"));
            }
            Answer::Recollected { title: None, .. } => self.app.tell("nothing to undo"),
            Answer::Unremembered(why) => self.app.complain(why),
        }
    }

    /// Tells why no bookmark can be kept, beside what else is amiss.
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
        // What a document is known by is not known before its end.
        if self.app.document.metadata().read.is_none() {
            self.app.take_bookmarks(&self.kept.bookmarks());
            self.find_passages(events);
            self.go_to_wanted();
        }
    }

    /// Goes to where the document in view was left, unless the person has gone
    /// elsewhere by then.
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

    /// Lists documents that were read lately, those of this run marked; not over
    /// what is being typed or selected.
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

    /// Remembers where the reading stopped.
    pub(super) fn remember(&mut self) {
        let remembered = self.app.settings.history && self.app.security == Security::Open;
        if !remembered || self.app.document.metadata().read.is_some() {
            return;
        }
        let mut state = self.app.reading_state(jiff::Timestamp::now().to_string());
        // A relative path would name another file from another folder.
        if let Origin::File(path) = &self.app.document.metadata().origin
            && let Ok(path) = std::path::absolute(path)
        {
            state.source = path.display().to_string();
        }
        let content = self.identity.content.clone();
        self.ask_state(StateRequest::Remember { content, state: Box::new(state) });
    }
}

/// Waits for what is still to be kept. What cannot be written now is put aside for
/// the next start; nobody looks at the screen any more, so that what went wrong is
/// told on standard error.
pub fn finish(keeper: Keeper, kept: Kept, places: Places, events: &Events) {
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
            warn("another program is using a file: not everything was saved");
        }
        return;
    }
    let changes: Vec<Change> = unwritten.into();
    let (count, lost) = (changes.len(), notes(&changes));
    let (sender, aside) = mpsc::channel();
    let put = move || sender.send(put_aside(&places.unwritten, &places.bookmarks, changes));
    let put = thread::Builder::new().name("aside".to_owned()).spawn(put);
    match put.map(|_| aside.recv_timeout(PUT_ASIDE)) {
        Ok(Ok(Ok(()))) => warn(&format!(
            "another program is using the bookmarks: {count} of your changes will be saved at the next start"
        )),
        _ => warn(&format!("{count} changes to the bookmarks could not be saved{lost}")),
    }
}

/// The notes that were typed, to be told where they cannot be kept.
fn notes(changes: &[Change]) -> String {
    let typed = changes.iter().filter_map(Change::typed_note);
    typed.map(|note| format!("; note: {note}")).collect()
}
