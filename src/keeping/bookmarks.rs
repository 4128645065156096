//! The thread that reads and writes the bookmarks.

use super::answer::Answer;
use super::unwritten::take_up;
use crate::bookmarks::{Change, Store, Waiting};
use crate::files::clear_leftovers;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};

/// A request to the thread.
#[derive(Debug, Clone)]
pub enum BookmarkRequest {
    /// Change the bookmarks.
    Change(Change),
    /// Undo the last change.
    Undo,
    /// Drop the sender once all earlier requests are done.
    Rest(Sender<()>),
}

/// Serves requests for a bookmark file until all senders are gone.
pub(super) fn keep(
    file: PathBuf,
    unwritten: Option<&Path>,
    requests: &Receiver<BookmarkRequest>,
    answer: &(impl Fn(Answer) + Clone + Send + 'static),
) {
    let tell = answer.clone();
    let waiting = Waiting::without_end().telling(move || tell(Answer::Waiting));
    let mut store = Store::open(file).waiting(waiting);
    answer(Answer::Opened {
        bookmarks: store.bookmarks().to_vec(),
        trouble: store.trouble().cloned(),
    });
    if let Some(unwritten) = unwritten {
        take_up_at_start(unwritten, &mut store, answer);
    }
    for request in requests {
        answer(match request {
            BookmarkRequest::Change(change) => match store.make(&change) {
                Ok(remarks) => {
                    Answer::Changed { change, remarks, bookmarks: store.bookmarks().to_vec() }
                }
                Err(error) => Answer::Refused { change: Some(change), error },
            },
            BookmarkRequest::Undo => match store.undo() {
                Ok(change) => Answer::Undone { change, bookmarks: store.bookmarks().to_vec() },
                Err(error) => Answer::Refused { change: None, error },
            },
            BookmarkRequest::Rest(held) => {
                drop(held);
                continue;
            }
        });
    }
}

/// Removes what killed instances left, and makes the changes that were put aside.
fn take_up_at_start(unwritten: &Path, store: &mut Store, answer: &impl Fn(Answer)) {
    let folders = [store.path().parent(), Some(unwritten)];
    folders.into_iter().flatten().for_each(clear_leftovers);
    match take_up(unwritten, store) {
        Ok(0) => {}
        Ok(changes) => {
            answer(Answer::TakenUp { changes, bookmarks: store.bookmarks().to_vec() });
        }
        Err(error) => answer(Answer::Refused { change: None, error }),
    }
}
