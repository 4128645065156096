//! Replaces a file as a whole or not at all.
//!
//! The steps are a trait, [`Steps`], so that tests can make each of them fail.

use crate::files;
use crate::messages::errors;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// The steps that replace a file, in order.
pub trait Steps: std::fmt::Debug + Send {
    /// Creates a temporary file in a folder; dropping it removes it.
    fn create(&mut self, folder: &Path) -> io::Result<NamedTempFile> {
        files::temporary(folder)
    }

    /// Writes the contents to it.
    fn write(&mut self, file: &mut NamedTempFile, contents: &[u8]) -> io::Result<()> {
        file.write_all(contents)
    }

    /// Gives it the permissions of the file that it replaces.
    fn permit(&mut self, file: &NamedTempFile, permissions: Permissions) -> io::Result<()> {
        file.as_file().set_permissions(permissions)
    }

    /// Flushes it to disk.
    fn sync(&mut self, file: &NamedTempFile) -> io::Result<()> {
        file.as_file().sync_all()
    }

    /// Renames it over the target.
    fn rename(&mut self, file: NamedTempFile, target: &Path) -> io::Result<()> {
        file.persist(target).map(drop).map_err(|error| error.error)
    }

    /// Flushes the folder entry to disk.
    fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }
}

/// The steps as the operating system performs them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Steps for Disk {}

/// Replaces a file with `contents`: writes a temporary file in the same folder,
/// syncs it and renames it over the target. Symbolic links stay; the file that
/// they lead to is replaced. An existing file keeps its permissions, and a
/// read-only file is not replaced.
pub fn write(path: &Path, contents: &str) -> io::Result<()> {
    write_by(&mut Disk, path, contents)
}

/// Like [`write()`], with other steps.
pub fn write_by(steps: &mut dyn Steps, path: &Path, contents: &str) -> io::Result<()> {
    let target = real(path)?;
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    // Renaming over the file would bypass its permissions.
    if let Ok(metadata) = fs::metadata(&target) {
        if !metadata.is_file() {
            return Err(io::Error::other(errors::NOT_REPLACEABLE));
        }
        if metadata.permissions().readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, errors::READ_ONLY));
        }
        OpenOptions::new().write(true).open(&target)?;
    }
    let mut file = steps.create(folder)?;
    steps.write(&mut file, contents.as_bytes())?;
    if let Ok(metadata) = fs::metadata(&target) {
        steps.permit(&file, metadata.permissions())?;
    }
    steps.sync(&file)?;
    steps.rename(file, &target)?;
    // Not every file system can sync a folder; the file itself is complete either way.
    let _ = steps.sync_folder(folder);
    Ok(())
}

/// Maximum number of links to follow, as on Linux.
const MOST_LINKS: usize = 40;

/// Follows symbolic links to the file that a path leads to, whether it exists or not.
pub fn real(path: &Path) -> io::Result<PathBuf> {
    let mut at = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        match fs::canonicalize(&at) {
            Ok(target) => return Ok(target),
            Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(&at) {
                // A link to another link, or to a file that does not exist yet.
                Ok(target) => at = at.parent().unwrap_or(Path::new(".")).join(target),
                Err(_) => return Ok(at),
            },
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other(errors::LINK_LOOP))
}

#[cfg(test)]
pub(in crate::bookmarks) mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep/er/file");
        write(&path, "one").expect("written");
        write(&path, "two").expect("written");
        assert_eq!(fs::read_to_string(&path).expect("read"), "two");
        assert_eq!(fs::read_dir(path.parent().expect("folder")).expect("folder").count(), 1);
    }

    /// Steps of which one fails halfway.
    #[derive(Debug)]
    pub(in crate::bookmarks) struct Failing {
        pub left: usize,
    }

    impl Failing {
        fn step(&mut self) -> io::Result<()> {
            match self.left.checked_sub(1) {
                Some(left) => {
                    self.left = left;
                    Ok(())
                }
                None => Err(io::Error::other("the disk has failed")),
            }
        }
    }

    impl Steps for Failing {
        fn create(&mut self, folder: &Path) -> io::Result<NamedTempFile> {
            self.step()?;
            Disk.create(folder)
        }

        fn write(&mut self, file: &mut NamedTempFile, contents: &[u8]) -> io::Result<()> {
            if let Err(error) = self.step() {
                Disk.write(file, &contents[..contents.len() / 2])?;
                return Err(error);
            }
            Disk.write(file, contents)
        }

        fn permit(&mut self, file: &NamedTempFile, permissions: Permissions) -> io::Result<()> {
            self.step()?;
            Disk.permit(file, permissions)
        }

        fn sync(&mut self, file: &NamedTempFile) -> io::Result<()> {
            self.step()?;
            Disk.sync(file)
        }

        fn rename(&mut self, file: NamedTempFile, target: &Path) -> io::Result<()> {
            self.step()?;
            Disk.rename(file, target)
        }

        fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
            self.step()?;
            Disk.sync_folder(folder)
        }
    }

    /// The number of steps that replace an existing file.
    pub(in crate::bookmarks) const STEPS: usize = 6;

    #[test]
    fn whichever_step_fails_the_file_is_the_old_one_or_the_new_one() {
        for left in 0..=STEPS {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("file");
            fs::write(&path, "old").expect("written");
            let mut steps = Failing { left };
            let written = write_by(&mut steps, &path, "new");
            // The last step only makes sure that the result is durable.
            assert_eq!(written.is_ok(), left >= STEPS - 1, "{left}");
            let expected = if written.is_ok() { "new" } else { "old" };
            assert_eq!(fs::read_to_string(&path).expect("read"), expected, "{left}");
            assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "{left}");
            assert_eq!(steps.left, 0, "every step is one of these");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "one").expect("written");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("set");
        symlink(&file, &link).expect("linked");
        write(&link, "two").expect("written");
        assert!(fs::symlink_metadata(&link).expect("link").is_symlink());
        assert_eq!(fs::read_to_string(&file).expect("read"), "two");
        assert_eq!(fs::metadata(&file).expect("file").permissions().mode() & 0o777, 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn links_to_what_is_not_there_yet_are_followed_to_their_end() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a folder");
        let (first, second) = (folder.path().join("first"), folder.path().join("second"));
        symlink("second", &first).expect("linked");
        symlink("deep/file", &second).expect("linked");
        write(&first, "one").expect("written");
        assert!(fs::symlink_metadata(&second).expect("link").is_symlink());
        assert_eq!(fs::read_to_string(folder.path().join("deep/file")).expect("read"), "one");
        let circle = folder.path().join("circle");
        symlink("circle", &circle).expect("linked");
        assert!(write(&circle, "one").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn only_writable_files_are_replaced() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "one").expect("written");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("set");
        assert!(write(&file, "two").is_err());
        assert_eq!(fs::read_to_string(&file).expect("read"), "one");
        symlink("/dev/null", &link).expect("linked");
        assert!(write(&link, "two").is_err());
    }
}
