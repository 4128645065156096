//! Noticing that a file has changed.
//!
//! The folder is watched and not the file, since editors put another file in
//! its place. Where the system does not [tell of all changes](is_told_of_all), or cannot be
//! asked, the file is looked at every now and then; else the thread sleeps until it is told.

use super::told::is_told_of_all;
use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// What tells one state of a file from another without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// It is not there, or may not be looked at.
    Absent,
    /// It is there.
    Present {
        /// Its length in bytes.
        length: u64,
        /// When it was written, where the file system says so.
        written: Option<SystemTime>,
        /// Which file it is, where the file system says so.
        inode: u64,
    },
}

impl Stamp {
    /// That of a file as it is now.
    pub fn of(path: &Path) -> Self {
        match fs::metadata(path) {
            Ok(metadata) => Self::Present {
                length: metadata.len(),
                written: metadata.modified().ok(),
                inode: inode(&metadata),
            },
            Err(_) => Self::Absent,
        }
    }
}

#[cfg(unix)]
fn inode(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_: &fs::Metadata) -> u64 {
    0
}

/// How often a file is looked at of which nothing is told.
const LOOK: Duration = Duration::from_secs(1);

/// Changes that follow one another faster than this are one.
const QUIET: Duration = Duration::from_millis(100);

/// A file that never rests is told of after so long.
const UNREST: Duration = Duration::from_secs(2);

/// What the watching thread is told.
#[derive(Debug)]
enum Word {
    /// Something happened to the file.
    Look,
    /// Its folder went away, and with it what tells of changes there.
    Lost,
    /// Nobody wants to know any more.
    Stop,
}

/// A file that is watched, until this is dropped.
#[derive(Debug)]
pub struct Watch {
    words: Sender<Word>,
}

impl Watch {
    /// Watches a file: `touched` is called whenever it has another stamp
    /// than `known`, and has had it for a moment; it says whether anybody still listens.
    pub fn begin(path: PathBuf, known: Stamp, touched: impl Fn() -> bool + Send + 'static) -> Self {
        let (words, heard) = mpsc::channel();
        let ears = words.clone();
        let spawned = thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || watch(&path, known, &ears, &heard, &touched));
        // Where no thread can be had, the file can still be read again by hand.
        drop(spawned);
        Self { words }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // The thread may have ended before.
        let _ = self.words.send(Word::Stop);
    }
}

fn watch(
    path: &Path,
    mut known: Stamp,
    ears: &Sender<Word>,
    heard: &Receiver<Word>,
    touched: &impl Fn() -> bool,
) {
    let mut attention = Attention::to(path, ears);
    loop {
        let now = Stamp::of(path);
        if now != known {
            match rested(path, now, heard) {
                Some(stamp) if stamp == known => {}
                Some(stamp) => {
                    known = stamp;
                    if !touched() {
                        return;
                    }
                }
                None => return,
            }
            // A link may lead elsewhere now. What happens till then is seen by looking again.
            attention = Attention::to(path, ears);
            continue;
        }
        let word = match attention {
            Attention::Told(_) => heard.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Attention::Partly(_) | Attention::None => heard.recv_timeout(LOOK),
        };
        match (word, &attention) {
            (Ok(Word::Lost), _) | (Err(RecvTimeoutError::Timeout), Attention::None) => {
                attention = Attention::to(path, ears);
            }
            (Ok(Word::Look) | Err(RecvTimeoutError::Timeout), _) => {}
            (Ok(Word::Stop) | Err(RecvTimeoutError::Disconnected), _) => return,
        }
    }
}

/// How it is learnt that a file changes. The watcher is held, since one that is dropped tells
/// nothing.
enum Attention {
    /// The system tells of every change.
    Told(#[expect(dead_code, reason = "it tells as long as it is held")] RecommendedWatcher),
    /// The system tells of some; the file is looked at as well.
    Partly(#[expect(dead_code, reason = "it tells as long as it is held")] RecommendedWatcher),
    /// The system tells of none.
    None,
}

/// The stamp of a file once it has stood still for a moment; `None` where
/// nobody wants to know any more.
fn rested(path: &Path, mut stamp: Stamp, heard: &Receiver<Word>) -> Option<Stamp> {
    let start = Instant::now();
    loop {
        thread::sleep(QUIET);
        while let Ok(word) = heard.try_recv() {
            if matches!(word, Word::Stop) {
                return None;
            }
        }
        let now = Stamp::of(path);
        if now == stamp || start.elapsed() > UNREST {
            return Some(now);
        }
        stamp = now;
    }
}

impl Attention {
    /// Lets the system tell of changes in the folder of a file, and in that of the
    /// file that it links to.
    fn to(path: &Path, ears: &Sender<Word>) -> Self {
        let real = fs::canonicalize(path).ok();
        let files: Vec<&Path> = std::iter::once(path).chain(real.as_deref()).collect();
        let folders: HashSet<PathBuf> = files.iter().map(|file| folder_of(file)).collect();
        if !folders.iter().any(|folder| folder.is_dir()) {
            return Self::None;
        }
        let Some(mut watcher) = watcher(&files, folders.clone(), ears) else { return Self::None };
        let mut watch = |folder: &PathBuf| {
            let begun = watcher.watch(folder, RecursiveMode::NonRecursive).is_ok();
            (begun, begun && is_told_of_all(folder) && is_reached_directly(folder))
        };
        let found: Vec<(bool, bool)> = folders.iter().map(&mut watch).collect();
        if found.iter().all(|(_, all)| *all) {
            Self::Told(watcher)
        } else if found.iter().any(|(begun, _)| *begun) {
            Self::Partly(watcher)
        } else {
            Self::None
        }
    }
}

/// The folder that a file stands in.
fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().unwrap_or(file);
    if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_path_buf() }
}

/// Whether no link leads to a folder: where one is changed, nothing happens in the folder that it
/// led to.
fn is_reached_directly(folder: &Path) -> bool {
    let whole = std::path::absolute(folder);
    whole.is_ok_and(|whole| fs::canonicalize(&whole).is_ok_and(|real| real == whole))
}

/// What tells of changes to some files in their folders.
fn watcher(
    files: &[&Path],
    folders: HashSet<PathBuf>,
    ears: &Sender<Word>,
) -> Option<RecommendedWatcher> {
    let names: HashSet<_> =
        files.iter().filter_map(|file| Some(file.file_name()?.to_owned())).collect();
    let ears = ears.clone();
    let hear = move |told: notify::Result<notify::Event>| {
        let word = told.map_or(Some(Word::Look), |event| {
            let moved =
                matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
            if moved && event.paths.iter().any(|path| folders.contains(path)) {
                return Some(Word::Lost);
            }
            // Reading the file, as this program does, is no change of it.
            let read = match event.kind {
                EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
                EventKind::Access(_) => true,
                _ => false,
            };
            let named = |path: &PathBuf| path.file_name().is_some_and(|name| names.contains(name));
            let concerns = !read && (event.need_rescan() || event.paths.iter().any(named));
            concerns.then_some(Word::Look)
        });
        if let Some(word) = word {
            // The thread may have ended.
            let _ = ears.send(word);
        }
    };
    notify::recommended_watcher(hear).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(20);

    fn touched(events: &Receiver<()>) -> bool {
        events.recv_timeout(PATIENCE).is_ok()
    }

    #[test]
    fn a_file_is_watched_through_edits_replacements_and_its_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("rules.txt");
        fs::write(&path, "one").expect("written");
        let (sender, events) = mpsc::channel();
        let _watch = Watch::begin(path.clone(), Stamp::of(&path), move || sender.send(()).is_ok());
        fs::write(&path, "one and two").expect("written");
        assert!(touched(&events), "an edit");
        let other = folder.path().join("other");
        fs::write(&other, "one and two!").expect("written");
        fs::rename(&other, &path).expect("replaced");
        assert!(touched(&events), "a replacement");
        fs::remove_file(&path).expect("removed");
        assert!(touched(&events), "the end");
        fs::write(&path, "again").expect("written");
        assert!(touched(&events), "the return");
    }

    #[test]
    fn changes_that_follow_one_another_are_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("rules.txt");
        fs::write(&path, "").expect("written");
        let (sender, events) = mpsc::channel();
        let _watch = Watch::begin(path.clone(), Stamp::of(&path), move || sender.send(()).is_ok());
        for count in 1..10 {
            fs::write(&path, "word ".repeat(count)).expect("written");
            thread::sleep(QUIET / 10);
        }
        assert!(touched(&events));
        assert!(events.recv_timeout(5 * QUIET).is_err(), "told once");
    }

    #[test]
    fn what_the_system_tells_nothing_of_is_looked_at() {
        let folder = tempfile::tempdir().expect("a folder");
        // A folder that is not there cannot be watched.
        let path = folder.path().join("later/rules.txt");
        let (sender, events) = mpsc::channel();
        let _watch = Watch::begin(path.clone(), Stamp::Absent, move || sender.send(()).is_ok());
        thread::sleep(QUIET);
        fs::create_dir(folder.path().join("later")).expect("a folder");
        fs::write(&path, "one").expect("written");
        assert!(touched(&events));
    }

    #[test]
    fn what_changed_before_it_was_watched_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("rules.txt");
        let (sender, events) = mpsc::channel();
        fs::write(&path, "one").expect("written");
        let _watch = Watch::begin(path, Stamp::Absent, move || sender.send(()).is_ok());
        assert!(touched(&events));
    }

    #[test]
    fn a_folder_that_is_put_in_the_place_of_another_is_watched_too() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("laws");
        fs::create_dir(&folder).expect("a folder");
        let path = folder.join("rules.txt");
        fs::write(&path, "one").expect("written");
        let (sender, events) = mpsc::channel();
        let _watch = Watch::begin(path.clone(), Stamp::of(&path), move || sender.send(()).is_ok());
        thread::sleep(QUIET);
        fs::rename(&folder, home.path().join("old")).expect("renamed");
        assert!(touched(&events), "the end");
        fs::create_dir(&folder).expect("a folder");
        fs::write(&path, "one and two").expect("written");
        assert!(touched(&events), "the return");
        fs::write(&path, "one, two and three").expect("written");
        assert!(touched(&events), "an edit");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_system_tells_of_a_plain_folder_and_not_behind_a_link() {
        let home = tempfile::tempdir().expect("a folder");
        let (ears, _heard) = mpsc::channel();
        let real = fs::canonicalize(home.path()).expect("a folder");
        fs::create_dir(real.join("one")).expect("a folder");
        std::os::unix::fs::symlink(real.join("one"), real.join("current")).expect("a link");
        for (folder, told) in [("one", true), ("current", false)] {
            let path = real.join(folder).join("rules.txt");
            fs::write(&path, "one").expect("written");
            let all = matches!(Attention::to(&path, &ears), Attention::Told(_));
            assert_eq!(all, told && is_told_of_all(&real), "{folder}");
        }
    }
}
