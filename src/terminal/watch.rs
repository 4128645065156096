//! Notices changes of a file.
//!
//! It watches the folder rather than the file, since editors replace files. If the system does
//! not [report every change](reports_all), or cannot be asked, the thread checks the file
//! [every second](LOOK); otherwise it sleeps until a report arrives, or for [half a minute](SELDOM).

use super::reports::reports_all;
use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// The state of a file, compared without reading the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// It does not exist or is not accessible.
    Absent,
    /// It exists.
    Present {
        /// Its length in bytes.
        length: u64,
        /// The time of the last write, if known.
        written: Option<SystemTime>,
        /// Its inode number, or 0 if unknown.
        inode: u64,
    },
}

impl Stamp {
    /// Returns the current stamp of a file.
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

/// How often to check a file whose changes are not all reported.
const LOOK: Duration = Duration::from_secs(1);

/// How often to check a file whose changes are all reported. The system reports nothing to the watchers of a
/// folder when a folder above it is renamed.
const SELDOM: Duration = Duration::from_secs(30);

/// Changes within this time of each other count as one.
const QUIET: Duration = Duration::from_millis(100);

/// How long to wait for a file that keeps changing.
const UNREST: Duration = Duration::from_secs(2);

/// A message to the watching thread.
#[derive(Debug)]
enum WatchMessage {
    /// Something happened to the file.
    Look,
    /// Its folder is gone, and with it the reports.
    Lost,
    /// Nobody is interested any more.
    Stop,
}

/// Watches a file until dropped.
#[derive(Debug)]
pub struct Watch {
    words: Sender<WatchMessage>,
}

impl Watch {
    /// Watches a file: `touched` is called whenever its stamp differs from `known` and has
    /// settled; it returns whether anybody still listens.
    pub fn begin(path: PathBuf, known: Stamp, touched: impl Fn() -> bool + Send + 'static) -> Self {
        let (words, heard) = mpsc::channel();
        let ears = words.clone();
        let spawned = thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || watch(&path, known, &ears, &heard, SELDOM, &touched));
        // If no thread can be started, the file can still be reloaded by hand.
        drop(spawned);
        Self { words }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // The thread may have ended already.
        let _ = self.words.send(WatchMessage::Stop);
    }
}

fn watch(
    path: &Path,
    mut known: Stamp,
    ears: &Sender<WatchMessage>,
    heard: &Receiver<WatchMessage>,
    seldom: Duration,
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
            // A link may have a new target. The new stamp is checked for changes made until now.
            attention = Attention::to(path, ears);
            continue;
        }
        let word = heard.recv_timeout(match attention {
            Attention::Reported(_) => seldom,
            Attention::PartlyReported(_) | Attention::None => LOOK,
        });
        match (word, &attention) {
            (Ok(WatchMessage::Lost), _) | (Err(RecvTimeoutError::Timeout), Attention::None) => {
                attention = Attention::to(path, ears);
            }
            (Ok(WatchMessage::Look) | Err(RecvTimeoutError::Timeout), _) => {}
            (Ok(WatchMessage::Stop) | Err(RecvTimeoutError::Disconnected), _) => return,
        }
    }
}

/// How changes of a file are noticed. The watcher is kept because dropping it ends its reports.
enum Attention {
    /// The system reports every change.
    Reported(#[expect(dead_code, reason = "it reports as long as it is held")] RecommendedWatcher),
    /// The system reports some changes; the file is checked as well.
    PartlyReported(
        #[expect(dead_code, reason = "it reports as long as it is held")] RecommendedWatcher,
    ),
    /// The system reports none.
    None,
}

/// Returns the stamp of a file once it has settled; `None` if nobody is interested any more.
fn rested(path: &Path, mut stamp: Stamp, heard: &Receiver<WatchMessage>) -> Option<Stamp> {
    let start = Instant::now();
    loop {
        thread::sleep(QUIET);
        while let Ok(word) = heard.try_recv() {
            if matches!(word, WatchMessage::Stop) {
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
    /// Asks the system to report changes in the folder of a file and, for a link, in that of its
    /// target.
    fn to(path: &Path, ears: &Sender<WatchMessage>) -> Self {
        let real = fs::canonicalize(path).ok();
        let files: Vec<&Path> = std::iter::once(path).chain(real.as_deref()).collect();
        let folders: HashSet<PathBuf> = files.iter().map(|file| folder_of(file)).collect();
        if !folders.iter().any(|folder| folder.is_dir()) {
            return Self::None;
        }
        let Some(mut watcher) = watcher(&files, folders.clone(), ears) else { return Self::None };
        let mut watch = |folder: &PathBuf| {
            let begun = watcher.watch(folder, RecursiveMode::NonRecursive).is_ok();
            (begun, begun && reports_all(folder) && is_reached_directly(folder))
        };
        let found: Vec<(bool, bool)> = folders.iter().map(&mut watch).collect();
        if found.iter().all(|(_, all)| *all) {
            Self::Reported(watcher)
        } else if found.iter().any(|(begun, _)| *begun) {
            Self::PartlyReported(watcher)
        } else {
            Self::None
        }
    }
}

/// Returns the folder of a file.
fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().unwrap_or(file);
    if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_path_buf() }
}

/// Whether a path to a folder contains no link: changing a link causes no event in its target.
fn is_reached_directly(folder: &Path) -> bool {
    let whole = std::path::absolute(folder);
    whole.is_ok_and(|whole| fs::canonicalize(&whole).is_ok_and(|real| real == whole))
}

/// Creates a watcher that reports changes of some files in their folders.
fn watcher(
    files: &[&Path],
    folders: HashSet<PathBuf>,
    ears: &Sender<WatchMessage>,
) -> Option<RecommendedWatcher> {
    let names: HashSet<_> =
        files.iter().filter_map(|file| Some(file.file_name()?.to_owned())).collect();
    let ears = ears.clone();
    let hear = move |report: notify::Result<notify::Event>| {
        let word = report.map_or(Some(WatchMessage::Look), |event| {
            let moved =
                matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
            if moved && event.paths.iter().any(|path| folders.contains(path)) {
                return Some(WatchMessage::Lost);
            }
            // Reading the file, as this program does, is not a change.
            let read = match event.kind {
                EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
                EventKind::Access(_) => true,
                _ => false,
            };
            let named = |path: &PathBuf| path.file_name().is_some_and(|name| names.contains(name));
            let concerns = !read && (event.need_rescan() || event.paths.iter().any(named));
            concerns.then_some(WatchMessage::Look)
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
        assert!(events.recv_timeout(5 * QUIET).is_err(), "reported once");
    }

    #[test]
    fn changes_that_the_system_does_not_report_are_polled() {
        let folder = tempfile::tempdir().expect("a folder");
        // A folder that does not exist cannot be watched.
        let path = folder.path().join("later/rules.txt");
        let (sender, events) = mpsc::channel();
        let _watch = Watch::begin(path.clone(), Stamp::Absent, move || sender.send(()).is_ok());
        thread::sleep(QUIET);
        fs::create_dir(folder.path().join("later")).expect("a folder");
        fs::write(&path, "one").expect("written");
        assert!(touched(&events));
    }

    #[test]
    fn a_change_before_the_watch_began_is_reported() {
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

    #[test]
    fn a_file_is_followed_when_a_folder_above_its_own_is_renamed() {
        let home = tempfile::tempdir().expect("a folder");
        let (above, other) = (home.path().join("state"), home.path().join("other"));
        let path = above.join("laws/rules.txt");
        fs::create_dir_all(above.join("laws")).expect("a folder");
        fs::write(&path, "one").expect("written");
        let (sender, events) = mpsc::channel();
        let (words, heard) = mpsc::channel();
        let (ears, known) = (words.clone(), Stamp::of(&path));
        let followed = path.clone();
        let thread = thread::spawn(move || {
            watch(&followed, known, &ears, &heard, QUIET, &|| sender.send(()).is_ok());
        });
        thread::sleep(QUIET);
        fs::rename(&above, &other).expect("renamed");
        assert!(touched(&events), "the end");
        fs::rename(&other, &above).expect("renamed");
        assert!(touched(&events), "the return");
        fs::write(&path, "one and two").expect("written");
        assert!(touched(&events), "an edit");
        words.send(WatchMessage::Stop).expect("it listens");
        thread.join().expect("no panic");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_system_reports_a_plain_folder_but_not_one_behind_a_link() {
        let home = tempfile::tempdir().expect("a folder");
        let (ears, _heard) = mpsc::channel();
        let real = fs::canonicalize(home.path()).expect("a folder");
        fs::create_dir(real.join("one")).expect("a folder");
        std::os::unix::fs::symlink(real.join("one"), real.join("current")).expect("a link");
        for (folder, reported) in [("one", true), ("current", false)] {
            let path = real.join(folder).join("rules.txt");
            fs::write(&path, "one").expect("written");
            let all = matches!(Attention::to(&path, &ears), Attention::Reported(_));
            assert_eq!(all, reported && reports_all(&real), "{folder}");
        }
    }
}
