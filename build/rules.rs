//! A hash of everything that a document depends on besides its bytes: the code that reads it, its
//! data and its dependencies. A document that was cached under other rules is read again.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

/// What a document depends on; a file that a package leaves out is skipped.
const OF: [&str; 11] = [
    "Cargo.lock",
    "assets/codes.toml",
    "assets/languages",
    "assets/messages/formats.toml",
    "assets/numbers",
    "build",
    "src/cache",
    "src/document",
    "src/import",
    "src/lexicon",
    "src/structure",
];

/// Returns the hash of the rules, for a set of features of the program.
pub fn number(features: &[String]) -> Result<u64, String> {
    let mut hasher = DefaultHasher::new();
    for of in OF {
        println!("cargo::rerun-if-changed={of}");
        add(Path::new(of), &mut hasher)?;
    }
    features.iter().for_each(|feature| hasher.write(feature.as_bytes()));
    Ok(hasher.finish())
}

/// Hashes a file, or all files of a folder, sorted by name.
fn add(path: &Path, hasher: &mut DefaultHasher) -> Result<(), String> {
    let at = |error| format!("{}: {error}", path.display());
    if path.is_dir() {
        let entries =
            fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(at)?;
        let mut paths: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
        paths.sort();
        return paths.iter().try_for_each(|path| add(path, hasher));
    }
    if path.exists() {
        hasher.write(path.as_os_str().as_encoded_bytes());
        hasher.write(&fs::read(path).map_err(at)?);
    }
    Ok(())
}
