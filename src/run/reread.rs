//! Reads a file again in the background, and compares the document.

use super::event::{Event, Followed, Reread, RereadOutcome};
use crate::app::Prepared;
use crate::bookmarks::Revision;
use crate::document::{Document, Origin};
use crate::source::{self, ImportError};
use crate::terminal::Stamp;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// How long a file that may be incomplete must stay unchanged.
const HALF_WRITTEN: Duration = Duration::from_millis(1500);

/// Reads the file of a document again, and sends the result as [`Event::Reread`].
pub fn reread(
    (document, followed): (Arc<Document>, Followed),
    path: PathBuf,
    turn: u64,
    events: Sender<Event>,
) {
    let of = document.metadata().content;
    let work = move || {
        // A program that is ending no longer needs it.
        let send = |stamp, found| {
            let _ =
                events.send(Event::Reread(Box::new(Reread { followed, of, turn, stamp, found })));
        };
        let mut stamp = Stamp::of(&path);
        let mut read = source::open(&path);
        if let Ok(new) = &read
            && is_partial(&document, new)
        {
            send(stamp, RereadOutcome::Partial);
            thread::sleep(HALF_WRITTEN);
            let now = Stamp::of(&path);
            // If it continues to change, another turn will report and read it.
            if now != stamp {
                stamp = now;
                read = source::open(&path);
            }
        }
        send(stamp, found(&document, read, &path));
    };
    // If no thread can be started, the document in view stays.
    drop(thread::Builder::new().name("reread".to_owned()).spawn(work));
}

/// Whether a new text may still be in the process of being written: it lost more
/// than a quarter of the words.
fn is_partial(old: &Document, new: &Document) -> bool {
    let (was, is) = (old.text().len(), new.text().trim().len());
    is > 0 && is < was - was / 4
}

fn found(old: &Document, read: Result<Document, ImportError>, path: &Path) -> RereadOutcome {
    match read {
        Ok(new) if new.metadata().content == old.metadata().content => RereadOutcome::Same,
        Ok(new) if new.text().trim().is_empty() => RereadOutcome::Empty,
        Ok(new) => {
            let revision = Revision::of(old, &new);
            RereadOutcome::Edited { prepared: Box::new(Prepared::from(new)), revision }
        }
        Err(ImportError::Unreadable { source, .. }) if source.kind() == ErrorKind::NotFound => {
            RereadOutcome::Gone
        }
        Err(_) if std::fs::metadata(path).is_ok_and(|file| file.len() == 0) => RereadOutcome::Empty,
        Err(error) => {
            // Only its name, since a full path would suggest another file than
            // before.
            let origin = Origin::File(path.to_path_buf());
            RereadOutcome::Unreadable(
                error.to_string().replace(&origin.to_string(), &origin.name()),
            )
        }
    }
}
