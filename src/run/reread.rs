//! Reading a file again, in the background: what became of the document.

use super::{Event, Stamp};
use crate::app::Prepared;
use crate::bookmarks::Revision;
use crate::document::{ContentId, Document, Origin};
use crate::source::{self, ImportError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// What became of a document whose file was read again.
#[derive(Debug, Clone)]
pub struct Reread {
    /// The document that was shown when the reading began.
    pub of: ContentId,
    /// Which reading it was: an earlier one is worth nothing any more.
    pub turn: u64,
    /// The file as it was when it was read.
    pub stamp: Stamp,
    /// What was found.
    pub found: Found,
}

/// What was found where a file was read again.
#[derive(Debug, Clone)]
pub enum Found {
    /// The same, to the byte.
    Same,
    /// Another wording.
    Edited {
        /// It.
        prepared: Box<Prepared>,
        /// What it changed.
        revision: Revision,
    },
    /// No file.
    Gone,
    /// A file without words.
    Empty,
    /// A file that lost so many of its words that it may be half written; it
    /// is read once more after a while.
    Partial,
    /// A file that cannot be read, and why, with its name.
    Unreadable(String),
}

/// How long a file that may be half written must stand still.
const HALF_WRITTEN: Duration = Duration::from_millis(1500);

/// Reads the file of a document again, and sends what was found as
/// [`Event::Reread`].
pub fn reread(document: Arc<Document>, path: PathBuf, turn: u64, events: Sender<Event>) {
    let of = document.metadata().content;
    let work = move || {
        // A program that has ended needs it no more.
        let send = |stamp, found| {
            let _ = events.send(Event::Reread(Box::new(Reread { of, turn, stamp, found })));
        };
        let mut stamp = Stamp::of(&path);
        let mut read = source::open(&path);
        if let Ok(new) = &read
            && is_partial(&document, new)
        {
            send(stamp, Found::Partial);
            thread::sleep(HALF_WRITTEN);
            let now = Stamp::of(&path);
            // What goes on changing is told of, and read, by another turn.
            if now != stamp {
                stamp = now;
                read = source::open(&path);
            }
        }
        send(stamp, found(&document, read, &path));
    };
    // Where no thread can be had, what is shown stays.
    drop(thread::Builder::new().name("reread".to_owned()).spawn(work));
}

/// Whether a new wording may be one that is still being written: it lost more
/// than a quarter of the words.
fn is_partial(old: &Document, new: &Document) -> bool {
    let (was, is) = (old.text().len(), new.text().trim().len());
    is > 0 && is < was - was / 4
}

fn found(old: &Document, read: Result<Document, ImportError>, path: &Path) -> Found {
    match read {
        Ok(new) if new.metadata().content == old.metadata().content => Found::Same,
        Ok(new) if new.text().trim().is_empty() => Found::Empty,
        Ok(new) => {
            let revision = Revision::of(old, &new);
            Found::Edited { prepared: Box::new(Prepared::from(new)), revision }
        }
        Err(ImportError::Unreadable { source, .. }) if source.kind() == ErrorKind::NotFound => {
            Found::Gone
        }
        Err(_) if std::fs::metadata(path).is_ok_and(|file| file.len() == 0) => Found::Empty,
        Err(error) => {
            // Its name is enough: that it is another file than before is not meant.
            let name = Path::new(path.file_name().unwrap_or(path.as_os_str()));
            let [name, whole] = [name, path].map(|path| Origin::File(path.to_path_buf()));
            Found::Unreadable(error.to_string().replace(&whole.to_string(), &name.to_string()))
        }
    }
}
