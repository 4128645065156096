//! Typed paths: `~` is the home folder, and relative paths are in the current folder.

use std::path::PathBuf;

/// Returns the absolute path for a typed one.
pub fn meant(typed: &str) -> PathBuf {
    let home = || directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
    let path = match typed.strip_prefix('~') {
        Some("") => home(),
        Some(rest) => rest.strip_prefix('/').and_then(|rest| Some(home()?.join(rest))),
        None => None,
    };
    let path = path.unwrap_or_else(|| PathBuf::from(typed));
    std::path::absolute(&path).unwrap_or(path)
}
