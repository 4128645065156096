//! Temporary files, and their removal after an instance was killed.
//!
//! The name of a temporary file contains its machine and process: the file is
//! removed once that process has ended, or after a day if that cannot be
//! determined.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;
use tempfile::{Builder, NamedTempFile};

const PREFIX: &str = ".bulletin-";
const SUFFIX: &str = ".tmp";

/// Younger files are never removed: the process may run in another container.
const YOUNG: Duration = Duration::from_secs(5);

/// No write takes this long, on any machine.
const OLD: Duration = Duration::from_secs(24 * 60 * 60);

/// Creates a temporary file in a folder.
///
/// # Errors
/// If it cannot be created.
pub fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let prefix = format!("{PREFIX}{}-{}-", machine(), std::process::id());
    Builder::new().prefix(&prefix).suffix(SUFFIX).tempfile_in(folder)
}

/// Removes the temporary files of killed instances from a folder.
pub fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(owner) = Owner::of(&name) else { continue };
        let Ok(metadata) = entry.metadata() else { continue };
        let age = metadata.modified().ok().and_then(|at| at.elapsed().ok());
        if metadata.is_file() && age.is_some_and(|age| owner.has_left(age)) {
            // A file that cannot be removed does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The instance that created a temporary file.
struct Owner<'a> {
    machine: &'a str,
    process: i32,
}

impl<'a> Owner<'a> {
    /// Returns the owner of the file with this name; `None` if it is not a temporary file.
    fn of(name: &'a OsStr) -> Option<Self> {
        let inner = name.to_str()?.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
        let mut parts = inner.splitn(3, '-');
        let (machine, process) = (parts.next()?, parts.next()?.parse().ok()?);
        parts.next().map(|_| Self { machine, process })
    }

    /// Whether it has abandoned a file of this age.
    fn has_left(&self, age: Duration) -> bool {
        match process_stands(self.process) {
            Process::Ended if self.machine == machine() => age > YOUNG,
            Process::Lives if self.machine == machine() => false,
            _ => age > OLD,
        }
    }
}

/// The state of a process on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Process {
    Lives,
    Ended,
    #[cfg_attr(unix, allow(dead_code, reason = "other systems cannot be asked"))]
    Unknown,
}

#[cfg(unix)]
fn process_stands(id: i32) -> Process {
    use rustix::process::{Pid, test_kill_process};
    match Pid::from_raw(id).filter(|_| id > 0).map(test_kill_process) {
        Some(Err(error)) if error == rustix::io::Errno::SRCH => Process::Ended,
        None => Process::Ended,
        Some(_) => Process::Lives,
    }
}

#[cfg(not(unix))]
fn process_stands(_: i32) -> Process {
    Process::Unknown
}

/// A name for this machine, in letters and digits.
#[cfg(unix)]
fn machine() -> String {
    let name = rustix::system::uname();
    let name = name.nodename().to_string_lossy();
    name.chars().filter(char::is_ascii_alphanumeric).take(24).collect()
}

#[cfg(not(unix))]
fn machine() -> String {
    "this".to_owned()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs::File;
    use std::time::SystemTime;

    /// Creates a file of this name and age.
    fn put(folder: &Path, name: &str, age: Duration) {
        let file = File::create(folder.join(name)).expect("a file");
        file.set_modified(SystemTime::now() - age).expect("an age");
    }

    #[test]
    fn only_what_a_process_that_has_ended_has_left_is_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut child = std::process::Command::new("true").spawn().expect("a process");
        let ended = child.id();
        child.wait().expect("an end");
        let (here, own) = (machine(), std::process::id());
        let minute = Duration::from_secs(60);
        let all = [
            (format!(".bulletin-{here}-{ended}-a1b2c3.tmp"), minute, false),
            (format!(".bulletin-elsewhere-{ended}-a1b2c3.tmp"), 2 * OLD, false),
            // Of a live process, just created, of another machine, and names that do not match.
            (format!(".bulletin-{here}-{own}-a1b2c3.tmp"), 2 * OLD, true),
            (format!(".bulletin-{here}-{ended}-d4e5f6.tmp"), Duration::ZERO, true),
            (format!(".bulletin-elsewhere-{ended}-d4e5f6.tmp"), minute, true),
            (".bulletin-notes.tmp".to_owned(), 2 * OLD, true),
            (format!(".bulletin-{here}-{ended}-a1b2c3.txt"), 2 * OLD, true),
            (".tmpa1b2c3".to_owned(), 2 * OLD, true),
            ("bookmarks.toml".to_owned(), 2 * OLD, true),
        ];
        for (name, age, _) in &all {
            put(folder.path(), name, *age);
        }
        clear(folder.path());
        for (name, _, stays) in &all {
            assert_eq!(folder.path().join(name).exists(), *stays, "{name}");
        }
    }

    #[test]
    fn one_that_is_made_is_known_by_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = temporary(folder.path()).expect("a file");
        let name = file.path().file_name().expect("a name").to_owned();
        let is_left = |name: &OsStr, age| Owner::of(name).expect("an owner").has_left(age);
        assert!(!is_left(&name, OLD * 2), "its process is running");
        let other = name.to_string_lossy().replace(&machine(), "elsewhere");
        assert!(is_left(OsStr::new(&other), OLD * 2));
    }
}
