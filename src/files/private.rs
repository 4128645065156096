//! Folders that only their owner can read.

use std::fs::DirBuilder;
use std::io;
use std::path::Path;

/// Creates a folder that only its owner can read, and the folders above it.
///
/// # Errors
/// If it cannot be created.
pub fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
