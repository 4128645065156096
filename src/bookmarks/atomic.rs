//! Replacing a file as a whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Writes `contents` in place of a file: to a temporary file in the same
/// folder, synced, then renamed over it. A symbolic link stays one, what it
/// leads to is replaced; the permissions of a file that was there are kept, and
/// one that is read-only is not replaced.
pub fn write(path: &Path, contents: &str) -> io::Result<()> {
    let target = real(path)?;
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    // Renaming over it would get round what its permissions say.
    if let Ok(metadata) = fs::metadata(&target) {
        if !metadata.is_file() {
            return Err(io::Error::other("it is no file that can be replaced"));
        }
        if metadata.permissions().readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        OpenOptions::new().write(true).open(&target)?;
    }
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(contents.as_bytes())?;
    if let Ok(metadata) = fs::metadata(&target) {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(())
}

/// As many links as Linux follows.
const MOST_LINKS: usize = 40;

/// The file that a path leads to, through links, whether it exists or not.
pub fn real(path: &Path) -> io::Result<PathBuf> {
    let mut at = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        match fs::canonicalize(&at) {
            Ok(target) => return Ok(target),
            Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(&at) {
                // A link that leads nowhere yet, or to another link.
                Ok(target) => at = at.parent().unwrap_or(Path::new(".")).join(target),
                Err(_) => return Ok(at),
            },
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("its links lead in a circle"))
}

/// A rename lasts once its folder is on disk. Not every file system can sync
/// a folder; the file itself is whole either way.
fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
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
    fn what_is_no_file_or_may_not_be_written_is_not_replaced() {
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
