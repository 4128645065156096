//! `bulletin library update`: reads what changed in the folders.

use super::own;
use crate::bookmarks::Waiting;
use crate::cli::error::{Failure, warn};
use crate::cli::output::emit;
use crate::library::{UpdateEvent, Updated};
use crate::messages::library;
use crate::settings::{LibrarySettings, Security};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// How often progress is reported on a terminal.
const OFTEN: Duration = Duration::from_secs(5);

/// Updates the library of the folders in the config.
///
/// # Errors
/// If the config has none or is invalid, or as [`update`].
pub fn run() -> Result<(), Failure> {
    let settings = own::folders()?;
    if settings.folders.is_empty() {
        return Err(Failure::NoFolders);
    }
    update(&settings)
}

/// Updates the library and prints what changed. Reports what could not be read on standard error.
///
/// # Errors
/// If the library cannot be read or written; [`Failure::Told`] if a folder could not be read.
pub fn update(settings: &LibrarySettings) -> Result<(), Failure> {
    Security::of_environment().may_write()?;
    let mut waiting = Waiting::without_end().telling(|| warn(library::WAITING));
    let is_seen = io::stderr().is_terminal();
    let mut reported = Instant::now();
    let updated = own::shelf()?.update(settings, &mut waiting, &mut |event| match event {
        UpdateEvent::Trouble(reason) => warn(reason),
        UpdateEvent::Unread(file) => warn(&library::of_file(file.path.display(), &file.fault)),
        UpdateEvent::Progress { done, of } => {
            if is_seen && reported.elapsed() >= OFTEN {
                reported = Instant::now();
                warn(&library::progress(done, of));
            }
        }
    })?;
    emit(&(summary(&updated) + "\n"))?;
    if updated.troubles > 0 { Err(Failure::Told(2)) } else { Ok(()) }
}

/// `12 added, 1 moved, 2 unreadable`.
fn summary(updated: &Updated) -> String {
    let words = [
        (updated.added, library::added(updated.added)),
        (updated.edited, library::edited(updated.edited)),
        (updated.moved, library::moved(updated.moved)),
        (updated.missing, library::missing(updated.missing)),
        (updated.returned, library::returned(updated.returned)),
        (updated.unreadable, library::unread(updated.unreadable)),
    ];
    let words: Vec<String> =
        words.into_iter().filter(|(number, _)| *number > 0).map(|(_, told)| told).collect();
    if words.is_empty() { library::UNCHANGED.to_owned() } else { words.join(", ") }
}
