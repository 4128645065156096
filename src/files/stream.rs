//! Streams: sources that are read once, in order, and have no size.

use super::regular::{at_once, read_up_to};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Reads a stream of at most `limit` bytes.
///
/// # Errors
/// If it cannot be read, or exceeds the limit.
pub fn read_stream(stream: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    read_up_to(stream, limit, Vec::new())
}

/// Opens a pipe whose path is a descriptor of this process, such as `/dev/stdin`,
/// or `/dev/fd/63` from a shell's `<(command)`. The parent process has opened it,
/// and it is read to its end. Returns `None` for any other path.
///
/// # Errors
/// If the pipe cannot be opened.
pub fn own_stream(path: &Path) -> io::Result<Option<File>> {
    if !is_own_stream(path) {
        return Ok(None);
    }
    let pipe = at_once(OpenOptions::new().read(true)).open(path)?;
    wait_for_bytes(&pipe)?;
    Ok(Some(pipe))
}

/// Whether a path is a pipe and a descriptor of this process.
pub fn is_own_stream(path: &Path) -> bool {
    is_pipe(path) && is_own_descriptor(path)
}

#[cfg(unix)]
fn is_pipe(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    fs::metadata(path).is_ok_and(|metadata| metadata.file_type().is_fifo())
}

#[cfg(not(unix))]
fn is_pipe(_: &Path) -> bool {
    false
}

/// Makes reads from a pipe wait for data, although it was opened without waiting.
#[cfg(unix)]
fn wait_for_bytes(pipe: &File) -> io::Result<()> {
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    let flags = fcntl_getfl(pipe)?;
    Ok(fcntl_setfl(pipe, flags.difference(OFlags::NONBLOCK))?)
}

#[cfg(not(unix))]
fn wait_for_bytes(_: &File) -> io::Result<()> {
    Ok(())
}

/// Whether a path, or the target of its links, is in the folder of descriptors.
fn is_own_descriptor(path: &Path) -> bool {
    let folders: Vec<PathBuf> = ["/dev/fd", "/proc/self/fd", "/proc/thread-self/fd"]
        .into_iter()
        .flat_map(|folder| [Some(PathBuf::from(folder)), fs::canonicalize(folder).ok()])
        .flatten()
        .collect();
    let mut at = path.to_path_buf();
    // `/dev/stdin` is one link away from it.
    for _ in 0..MOST_LINKS {
        let Some(folder) = at.parent().map(Path::to_path_buf) else { return false };
        if fs::canonicalize(&folder).is_ok_and(|real| folders.contains(&real)) {
            return true;
        }
        match fs::read_link(&at) {
            Ok(target) => at = folder.join(target),
            Err(_) => return false,
        }
    }
    false
}

/// Maximum number of links to follow from a path to a descriptor.
const MOST_LINKS: usize = 8;

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::io::Write;
    use std::os::fd::AsRawFd;

    #[test]
    fn a_pipe_is_read_by_its_descriptor_also_when_its_writer_has_ended() {
        let (reader, mut writer) = io::pipe().expect("a pipe");
        let path = PathBuf::from(format!("/dev/fd/{}", reader.as_raw_fd()));
        let folder = tempfile::tempdir().expect("a folder");
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&path, &link).expect("a link");
        assert!(is_own_stream(&link));
        writer.write_all(b"lamp").expect("written");
        drop(writer);
        let stream = own_stream(&path).expect("opened").expect("a pipe");
        assert_eq!(read_stream(stream, 4).expect("read"), b"lamp");
    }

    #[test]
    fn a_pipe_is_waited_for_and_bounded() {
        let (reader, mut writer) = io::pipe().expect("a pipe");
        let path = PathBuf::from(format!("/proc/self/fd/{}", reader.as_raw_fd()));
        let stream = own_stream(&path).expect("opened").expect("a pipe");
        let slow = std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis(50));
            writer.write_all(b"lamps")
        });
        assert!(read_stream(stream, 4).is_err_and(|e| e.kind() == io::ErrorKind::FileTooLarge));
        slow.join().expect("no panic").expect("written");
    }

    #[test]
    fn a_named_pipe_is_not_a_stream_of_this_process() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("pipe");
        mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
        assert!(own_stream(&path).expect("looked at").is_none());
        assert!(own_stream(Path::new("/dev/null")).expect("looked at").is_none());
    }
}
