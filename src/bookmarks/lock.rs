//! A lock that instances of the program take in turn. It is a file of its own
//! beside what it guards, since that is replaced.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long another instance may hold a lock before it is told.
const PATIENCE: Duration = Duration::from_secs(2);

/// Why a lock could not be taken.
#[derive(Debug)]
pub enum LockError {
    /// Another process holds it.
    Held,
    /// The file of the lock cannot be made.
    Unwritable(io::Error),
    /// The file cannot be locked.
    Unlockable(io::Error),
}

/// Takes the lock of that path; it is held until the file is dropped.
///
/// # Errors
/// Where it is held by another for longer than it is waited for, or cannot be
/// made.
pub fn take(path: &Path) -> Result<File, LockError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(LockError::Unwritable)?;
    }
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .map_err(LockError::Unwritable)?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(10));
            }
            Err(TryLockError::WouldBlock) => return Err(LockError::Held),
            Err(TryLockError::Error(error)) => return Err(LockError::Unlockable(error)),
        }
    }
}
