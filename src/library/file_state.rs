//! The state of a file, from which follows whether it changed since it was read.

use serde::{Deserialize, Serialize};
use std::fs::Metadata;
use std::time::SystemTime;

/// A file that was modified less than this number of seconds before it was looked at may change again
/// without a new time: the times of some file systems are as coarse as this.
const COARSE: i64 = 2;

/// What a file system says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileState {
    /// Its size in bytes.
    pub size: u64,
    /// When it was last modified: seconds and nanoseconds since 1970.
    modified: (i64, u32),
    /// The numbers of its device and of the file on it, where the system has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<(u64, u64)>,
    /// When the program looked at it, in seconds since 1970.
    looked: i64,
}

impl FileState {
    /// Returns the state of a file that was looked at now.
    pub fn of(metadata: &Metadata) -> Self {
        let (modified, id) = stamps(metadata);
        Self { size: metadata.len(), modified, id, looked: since_1970(SystemTime::now()).0 }
    }

    /// Whether a file that is in this state now certainly has the content that it had in the other
    /// state. The number of the device does not matter, since it may change when the device is
    /// mounted again.
    pub fn is_unchanged_since(&self, other: &Self) -> bool {
        let own = |state: &Self| (state.size, state.modified, state.id.map(|(_, file)| file));
        own(self) == own(other) && other.is_settled()
    }

    /// Whether both are certainly of the same file with the same content, whatever its path.
    pub fn is_same_file(&self, other: &Self) -> bool {
        self.id.is_some() && self.id == other.id && self.is_unchanged_since(other)
    }

    /// What identifies the file, if the system says so.
    pub const fn id(&self) -> Option<(u64, u64)> {
        self.id
    }

    /// Whether every later change gives the file another time.
    fn is_settled(&self) -> bool {
        self.modified.0 + COARSE <= self.looked
    }
}

/// The time of the last modification, and the number of the file.
#[cfg(unix)]
fn stamps(metadata: &Metadata) -> ((i64, u32), Option<(u64, u64)>) {
    use std::os::unix::fs::MetadataExt;
    let nanoseconds = u32::try_from(metadata.mtime_nsec()).unwrap_or_default();
    ((metadata.mtime(), nanoseconds), Some((metadata.dev(), metadata.ino())))
}

#[cfg(not(unix))]
fn stamps(metadata: &Metadata) -> ((i64, u32), Option<(u64, u64)>) {
    (since_1970(metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH)), None)
}

/// Seconds and nanoseconds since 1970.
fn since_1970(time: SystemTime) -> (i64, u32) {
    let passed = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    (i64::try_from(passed.as_secs()).unwrap_or(i64::MAX), passed.subsec_nanos())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_settled_file_counts_as_unchanged() {
        let old = FileState { size: 5, modified: (100, 7), id: Some((1, 2)), looked: 102 };
        let now = FileState { looked: 500, ..old };
        assert!(now.is_unchanged_since(&old) && now.is_same_file(&old));
        let fresh = FileState { looked: 101, ..old };
        assert!(!now.is_unchanged_since(&fresh), "it may have changed in the same second");
        for other in [
            FileState { size: 6, ..now },
            FileState { modified: (100, 8), ..now },
            FileState { id: Some((1, 3)), ..now },
        ] {
            assert!(!other.is_unchanged_since(&old), "{other:?}");
        }
        let remounted = FileState { id: Some((9, 2)), ..now };
        assert!(remounted.is_unchanged_since(&old) && !remounted.is_same_file(&old));
    }
}
