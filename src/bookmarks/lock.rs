//! A lock that instances of the program take in turn. It is a separate file
//! beside the file that it guards, since that file is replaced.
//!
//! A thread waits for it in the operating system's queue. Polling would be a
//! lottery under load.

use crate::messages::errors;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};
use std::{fmt, io, thread};

/// A shorter wait needs no message on the screen.
const UNNOTICED: Duration = Duration::from_millis(300);

/// How to wait for a lock that another program holds.
pub struct Waiting {
    most: Option<Duration>,
    unnoticed: Duration,
    tell: Box<dyn FnMut() + Send>,
}

impl Waiting {
    /// Waits at most this long, without a message.
    pub fn at_most(most: Duration) -> Self {
        Self { most: Some(most), unnoticed: UNNOTICED, tell: Box::new(|| ()) }
    }

    /// Waits until the lock is free.
    pub fn without_end() -> Self {
        Self { most: None, unnoticed: UNNOTICED, tell: Box::new(|| ()) }
    }

    /// Calls `tell` when the wait becomes noticeable.
    #[must_use]
    pub fn telling(self, tell: impl FnMut() + Send + 'static) -> Self {
        Self { tell: Box::new(tell), ..self }
    }

    /// Sets after how long a wait becomes noticeable.
    #[must_use]
    pub fn unnoticed_for(self, unnoticed: Duration) -> Self {
        Self { unnoticed, ..self }
    }
}

impl fmt::Debug for Waiting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiting").field("most", &self.most).finish_non_exhaustive()
    }
}

/// Why a lock could not be taken.
#[derive(Debug)]
pub enum LockError {
    /// Another process holds it.
    Held,
    /// The lock file cannot be created.
    Unwritable(io::Error),
    /// The file cannot be locked.
    Unlockable(io::Error),
}

/// Takes the lock at this path; dropping the file releases it.
///
/// # Errors
/// If another process holds it for longer than `waiting` allows, or if it cannot
/// be created.
pub fn take(path: &Path, waiting: &mut Waiting) -> Result<File, LockError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(LockError::Unwritable)?;
    }
    let file = open(path).map_err(LockError::Unwritable)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => queue(file, waiting),
        Err(TryLockError::Error(error)) => Err(LockError::Unlockable(error)),
    }
}

/// Opens the lock file, which only its owner can use. Does not block on a pipe in
/// its place.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let at_once = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();
        options.mode(0o600).custom_flags(at_once);
    }
    let not_a_file = || io::Error::other(errors::LOCK_NOT_REGULAR);
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(not_a_file());
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(not_a_file()) }
}

/// Waits in the operating system's queue.
fn queue(file: File, waiting: &mut Waiting) -> Result<File, LockError> {
    let begun = Instant::now();
    let (sender, locked) = mpsc::channel();
    let wait = move || {
        // If nobody waits any more, the lock is released.
        let _ = sender.send(file.lock().map(|()| file));
    };
    thread::Builder::new().name("lock".to_owned()).spawn(wait).map_err(LockError::Unlockable)?;
    let most = waiting.most.unwrap_or(Duration::MAX);
    let mut result = locked.recv_timeout(waiting.unnoticed.min(most));
    if matches!(result, Err(RecvTimeoutError::Timeout)) {
        (waiting.tell)();
        result = match most.checked_sub(begun.elapsed()) {
            Some(_) if waiting.most.is_none() => {
                locked.recv().map_err(|_| RecvTimeoutError::Disconnected)
            }
            Some(left) => locked.recv_timeout(left),
            None => Err(RecvTimeoutError::Timeout),
        };
    }
    match result {
        Ok(locked) => locked.map_err(LockError::Unlockable),
        Err(_) => Err(LockError::Held),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn path() -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sub/lock");
        (folder, path)
    }

    #[test]
    fn a_held_lock_is_reported_and_waited_for() {
        let (_folder, path) = path();
        let held = take(&path, &mut Waiting::without_end()).expect("taken");
        let mut brief = Waiting::at_most(Duration::from_millis(10));
        assert!(matches!(take(&path, &mut brief), Err(LockError::Held)));
        let (sender, told) = mpsc::channel();
        let mut waiting = Waiting::without_end().telling(move || sender.send(()).expect("told"));
        thread::scope(|scope| {
            let taken = scope.spawn(|| take(&path, &mut waiting).map(drop));
            told.recv().expect("told while it is held");
            drop(held);
            taken.join().expect("no panic").expect("taken");
        });
    }

    #[test]
    fn everybody_gets_it_in_turn() {
        let (_folder, path) = path();
        let inside = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..20 {
                        let _lock = take(&path, &mut Waiting::without_end()).expect("taken");
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0, "two hold it");
                        thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_may_use_it() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, path) = path();
        let lock = take(&path, &mut Waiting::without_end()).expect("taken");
        let mode = lock.metadata().expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_or_a_folder_in_its_place_is_refused_at_once() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe");
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
        for path in [pipe.as_path(), folder.path(), Path::new("/dev/null")] {
            let refused = take(path, &mut Waiting::without_end());
            assert!(matches!(refused, Err(LockError::Unwritable(_))), "{}", path.display());
        }
    }
}
