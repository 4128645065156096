//! Regular files of a bounded size.

use crate::messages::{counts, errors};
use std::fmt;
use std::fs::{self, File, FileType, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use thiserror::Error;

/// Why an existing file is rejected; contained in an [`io::Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refused {
    /// It is a directory.
    #[error("{}", errors::DIRECTORY)]
    Directory,
    /// It is a device, such as `/dev/zero` or a terminal.
    #[error("{}", errors::DEVICE)]
    Device,
    /// It is a named pipe.
    #[error("{}", errors::NAMED_PIPE)]
    Pipe,
    /// It is a socket.
    #[error("{}", errors::SOCKET)]
    Socket,
    /// It is of a type specific to this system.
    #[error("{}", errors::NOT_REGULAR)]
    Other,
    /// It is larger than the limit.
    #[error("{}", errors::too_large(ByteSize(*size), ByteSize(*limit)))]
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// It exceeds the limit, and its size is unknown.
    #[error("{}", errors::too_large_of_unknown_size(ByteSize(*limit)))]
    Endless {
        /// The limit in bytes.
        limit: u64,
    },
}

impl Refused {
    /// Returns the reason inside an error, if there is one.
    pub fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref::<Self>().copied()
    }

    /// Returns why a file of this type is rejected; `None` for a regular file.
    fn type_of(file: FileType) -> Option<Self> {
        if file.is_file() {
            return None;
        }
        if file.is_dir() {
            return Some(Self::Directory);
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::FileTypeExt;
            if file.is_fifo() {
                return Some(Self::Pipe);
            }
            if file.is_socket() {
                return Some(Self::Socket);
            }
            if file.is_char_device() || file.is_block_device() {
                return Some(Self::Device);
            }
        }
        Some(Self::Other)
    }

    fn check(metadata: &fs::Metadata, limit: u64) -> io::Result<()> {
        if let Some(refused) = Self::type_of(metadata.file_type()) {
            return Err(refused.into());
        }
        check_size(metadata.len(), limit)
    }
}

impl From<Refused> for io::Error {
    fn from(refused: Refused) -> Self {
        let kind = match refused {
            Refused::Directory => io::ErrorKind::IsADirectory,
            Refused::TooLarge { .. } | Refused::Endless { .. } => io::ErrorKind::FileTooLarge,
            _ => io::ErrorKind::InvalidInput,
        };
        Self::new(kind, refused)
    }
}

/// A size in bytes, displayed as `3.4 GiB`. It is rounded up, so that a size
/// above a limit never reads as the limit.
struct ByteSize(u64);

impl fmt::Display for ByteSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = [("GiB", 30), ("MiB", 20), ("KiB", 10)];
        let Some((unit, bits)) = units.into_iter().find(|(_, bits)| self.0 >> bits > 0) else {
            return f.write_str(&counts::bytes(self.0 as usize));
        };
        let tenths = (u128::from(self.0) * 10).div_ceil(1 << bits);
        match tenths % 10 {
            0 => write!(f, "{} {unit}", tenths / 10),
            rest => write!(f, "{}.{rest} {unit}", tenths / 10),
        }
    }
}

/// Checks that a size in bytes is within a limit.
///
/// # Errors
/// If it is not.
pub fn check_size(size: u64, limit: u64) -> io::Result<()> {
    if size > limit { Err(Refused::TooLarge { size, limit }.into()) } else { Ok(()) }
}

/// Checks that a path leads to a regular file of at most `limit` bytes, without
/// opening it.
///
/// # Errors
/// If it does not, or does not exist.
pub fn check(path: &Path, limit: u64) -> io::Result<()> {
    Refused::check(&fs::metadata(path)?, limit)
}

/// Opens a regular file of at most `limit` bytes. Never blocks.
///
/// # Errors
/// If it cannot be opened, is larger, or is not a regular file: [`Refused`].
pub fn open(path: &Path, limit: u64) -> io::Result<File> {
    // Opening a device may have side effects, so it is checked before.
    check(path, limit)?;
    let file = at_once(OpenOptions::new().read(true)).open(path)?;
    // Another file may have replaced it in the meantime.
    Refused::check(&file.metadata()?, limit)?;
    Ok(file)
}

/// Opens without waiting for the writer of a pipe.
#[cfg(unix)]
pub(super) fn at_once(options: &mut OpenOptions) -> &mut OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed())
}

#[cfg(not(unix))]
pub(super) fn at_once(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Reads a regular file of at most `limit` bytes.
///
/// # Errors
/// As [`open`], and if the file cannot be read.
pub fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let file = open(path, limit)?;
    let length = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
    let mut bytes = Vec::new();
    // One byte more, to detect the end without another allocation.
    bytes.try_reserve_exact(length.saturating_add(1))?;
    read_up_to(file, limit, bytes)
}

/// Reads to the end, at most `limit` bytes. The size that a file reports may be
/// wrong, as for `/proc/version`, or out of date.
pub(super) fn read_up_to(source: impl Read, limit: u64, mut bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    source.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(Refused::Endless { limit }.into()) } else { Ok(bytes) }
}

/// Reads the text of a regular file of at most `limit` bytes.
///
/// # Errors
/// As [`read`], and if it is not UTF-8.
pub fn read_text(path: &Path, limit: u64) -> io::Result<String> {
    String::from_utf8(read(path, limit)?)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.utf8_error()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(path: &Path, limit: u64) -> Option<Refused> {
        let read = read(path, limit);
        assert_eq!(
            open(path, limit).err().and_then(|error| Refused::of(&error)),
            read.as_ref()
                .err()
                .and_then(Refused::of)
                .filter(|r| !matches!(r, Refused::Endless { .. }))
        );
        read.err().and_then(|error| Refused::of(&error))
    }

    #[test]
    fn a_file_is_read_up_to_the_limit() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        fs::write(&path, "lamp").expect("written");
        assert_eq!(read_text(&path, 4).expect("read"), "lamp");
        assert_eq!(refused(&path, 3), Some(Refused::TooLarge { size: 4, limit: 3 }));
        assert_eq!(refused(folder.path(), 3), Some(Refused::Directory));
        let gone = read(&folder.path().join("gone"), 3).expect_err("nothing");
        assert_eq!((gone.kind(), Refused::of(&gone)), (io::ErrorKind::NotFound, None));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_not_a_regular_file_is_refused_at_once() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        mknodat(CWD, at("pipe"), FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
        let _socket = std::os::unix::net::UnixListener::bind(at("socket")).expect("a socket");
        std::os::unix::fs::symlink("/dev/zero", at("link")).expect("a link");
        for (path, kind) in [
            (at("pipe"), Refused::Pipe),
            (at("socket"), Refused::Socket),
            (at("link"), Refused::Device),
            ("/dev/zero".into(), Refused::Device),
            ("/dev/null".into(), Refused::Device),
        ] {
            assert_eq!(refused(&path, 3), Some(kind), "{}", path.display());
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_states_no_size_is_read_and_bounded() {
        let path = Path::new("/proc/version");
        assert_eq!(fs::metadata(path).expect("there").len(), 0);
        assert!(read_text(path, 1 << 20).expect("read").contains("Linux"));
        assert_eq!(refused(path, 3), Some(Refused::Endless { limit: 3 }));
    }

    #[test]
    fn sizes_are_shown_as_people_count() {
        let shown = [0, 1023, 1024, 1536, (1 << 20) + 1, 2 << 30, (2 << 30) + 1, u64::MAX]
            .map(|bytes| ByteSize(bytes).to_string());
        assert_eq!(
            shown,
            [
                "0 bytes",
                "1023 bytes",
                "1 KiB",
                "1.5 KiB",
                "1.1 MiB",
                "2 GiB",
                "2.1 GiB",
                "17179869184 GiB"
            ]
        );
    }
}
