//! What a document depends on beside its bytes: the sources that read it, their data and their dependencies,
//! in one number. A document that was kept by other rules is read again.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

/// Whatever a document depends on; a file that a package leaves out says nothing.
const OF: [&str; 9] = [
    "Cargo.lock",
    "assets/languages",
    "assets/numbers",
    "build",
    "src/cache",
    "src/document",
    "src/import",
    "src/lexicon",
    "src/structure",
];

/// The number of these rules, with such features of the program.
pub fn number(features: &[String]) -> Result<u64, String> {
    let mut hasher = DefaultHasher::new();
    for of in OF {
        println!("cargo::rerun-if-changed={of}");
        add(Path::new(of), &mut hasher)?;
    }
    features.iter().for_each(|feature| hasher.write(feature.as_bytes()));
    Ok(hasher.finish())
}

/// Adds a file, or all files of a folder in the order of their names.
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
