//! Completes a typed path and previews the files, in a separate thread, since a disk may be
//! slow.

use super::event::Event;
use super::events::Events;
use super::paths::meant;
use super::state::Reader;
use crate::app::{Recent, Suggested, Suggestion, Suggestions};
use crate::bookmarks::ReadingStore;
use crate::files;
use crate::keeping::recent_documents;
use crate::messages::states;
use crate::settings::Switch;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::{fs, thread};

/// The maximum number of entries of a folder to examine, and of suggestions.
const MOST_ENTRIES: usize = 20_000;

const MOST_SUGGESTIONS: usize = 200;

/// The maximum number of recently read documents among the suggestions.
const MOST_READ: usize = 20;

/// The maximum number of files with a preview, and the lines and bytes of each.
const MOST_PREVIEWS: usize = 40;

const LINES: usize = 5;

const BYTES: u64 = 2048;

impl Reader {
    /// Requests suggestions for the path that is being typed or chosen.
    pub(super) fn suggest(&mut self, events: &Events) {
        let typed = self.app.wanted_path().map(str::to_owned);
        if typed == self.suggesting.asked {
            return;
        }
        self.suggesting.asked.clone_from(&typed);
        let Some(typed) = typed else { return };
        let reading = self.app.settings.is_on(Switch::History).then(|| self.places.reading.clone());
        let thread = self.suggesting.thread.get_or_insert_with(|| begin(reading, events.sender()));
        // The thread receives requests as long as this sender exists.
        let _ = thread.send(typed);
    }
}

impl Reader {
    /// Adds the open documents to the suggestions of what to compare with.
    pub(super) fn with_open(&self, mut found: Suggestions) -> Suggestions {
        if self.app.is_choosing_other() {
            let open = self.documents.sources().filter(|place| place.contains(&found.typed));
            let open = open.map(|path| {
                let what = Suggested::Open;
                Suggestion { path, what, preview: Vec::new() }
            });
            let open: Vec<Suggestion> = open.collect();
            found.all.retain(|known| !open.iter().any(|one| one.path == known.path));
            found.all.splice(0..0, open);
        }
        found
    }
}

/// Starts the thread; it skips outdated requests.
fn begin(reading: Option<PathBuf>, events: Sender<Event>) -> Sender<String> {
    let (sender, typed) = mpsc::channel();
    let work = move || {
        while let Some(typed) = latest(&typed) {
            let found = suggestions(&typed, reading.as_deref());
            if events.send(Event::Suggested(found)).is_err() {
                return;
            }
        }
    };
    // If no thread can be started, there are no suggestions.
    drop(thread::Builder::new().name("suggesting".to_owned()).spawn(work));
    sender
}

/// Waits for requests and returns the latest.
fn latest(typed: &Receiver<String>) -> Option<String> {
    let first = typed.recv().ok()?;
    Some(typed.try_iter().last().unwrap_or(first))
}

/// Returns suggestions: documents read before, then files.
fn suggestions(typed: &str, reading: Option<&Path>) -> Suggestions {
    let mut all = reading.map_or_else(Vec::new, |reading| read_before(typed, reading));
    all.extend(files_of(typed));
    Suggestions { typed: typed.to_owned(), all }
}

fn read_before(typed: &str, reading: &Path) -> Vec<Suggestion> {
    let words = typed.to_lowercase();
    let fits = |recent: &Recent| {
        recent.title.to_lowercase().contains(&words)
            || recent.source.to_lowercase().contains(&words)
    };
    let recent = recent_documents(&ReadingStore::new(reading.to_path_buf())).into_iter();
    let suggestion = |recent: Recent| {
        let progress = recent.progress.map(states::read_so_far);
        let day = Some(states::last_opened(recent.day())).filter(|_| !recent.opened.is_empty());
        let told: Vec<String> = progress.into_iter().chain(day).collect();
        let preview = vec![recent.source.clone(), told.join(" · ")];
        Suggestion { path: recent.source, what: Suggested::Read(recent.title), preview }
    };
    recent.filter(fits).take(MOST_READ).map(suggestion).collect()
}

/// Returns the files and folders whose names begin with the typed text.
fn files_of(typed: &str) -> Vec<Suggestion> {
    let (folder, begun) = match typed.rfind('/') {
        Some(at) => typed.split_at(at + 1),
        None if typed == "~" => ("~/", ""),
        None => ("", typed),
    };
    let Ok(entries) = fs::read_dir(meant(if folder.is_empty() { "." } else { folder })) else {
        return Vec::new();
    };
    let mut found: Vec<(bool, String)> = entries
        .flatten()
        .take(MOST_ENTRIES)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let hidden = name.starts_with('.') && !begun.starts_with('.');
            if !name.starts_with(begun) || hidden {
                return None;
            }
            // Follows links, as opening does.
            let data = fs::metadata(entry.path()).ok()?;
            (data.is_dir() || data.is_file()).then_some((data.is_dir(), name))
        })
        .collect();
    found.sort_unstable_by(|(_, a), (_, b)| a.cmp(b));
    found.truncate(MOST_SUGGESTIONS);
    let suggestion = |(at, (is_folder, name)): (usize, (bool, String))| {
        let path = format!("{folder}{name}");
        if is_folder {
            let path = format!("{path}/");
            return Suggestion { path, what: Suggested::Folder, preview: Vec::new() };
        }
        let preview = if at < MOST_PREVIEWS {
            beginning(&meant(&path)).unwrap_or_default()
        } else {
            Vec::new()
        };
        Suggestion { path, what: Suggested::File, preview }
    };
    found.into_iter().enumerate().map(suggestion).collect()
}

/// Returns the first lines of a file, if it is text.
fn beginning(path: &Path) -> Option<Vec<String>> {
    let mut bytes = Vec::new();
    files::open(path, u64::MAX).ok()?.take(BYTES).read_to_end(&mut bytes).ok()?;
    // A character may be cut off at the end.
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text,
        Err(error) if bytes.len() - error.valid_up_to() < 4 => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    let is_text = !text.contains('\0');
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    is_text.then(|| lines.take(LINES).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_go_on_from_what_was_typed() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("rules.txt"), "Harbour rules\n\n1. The lamp is lit.\n").expect("written");
        fs::write(at("rules.bin"), [0xff, 0, 1]).expect("written");
        fs::write(at(".hidden"), "x").expect("written");
        fs::create_dir(at("rulings")).expect("a folder");
        let typed = |begun: &str| format!("{}/{begun}", folder.path().display());
        let found = files_of(&typed("rul"));
        let names: Vec<&str> = found
            .iter()
            .map(|one| one.path.rsplit_once("/r").map_or("", |(_, name)| name))
            .collect();
        assert_eq!(names, ["ules.bin", "ules.txt", "ulings/"]);
        assert_eq!(found[1].preview, ["Harbour rules", "1. The lamp is lit."]);
        assert!(found[0].preview.is_empty() && found[2].what == Suggested::Folder);
        assert_eq!(files_of(&typed("")).len(), 3, "hidden files are not offered");
        assert_eq!(files_of(&typed(".h")).len(), 1, "unless they are asked for");
        assert!(files_of(&typed("none/x")).is_empty());
    }
}
