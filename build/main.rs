//! Converts the languages in `assets/languages` and the messages in `assets/messages` to Rust, so
//! that the program reads no file and builds no index at start.
//!
//! 1. [`schema`] defines the contents of a language file, and [`check`] validates them.
//! 2. [`rules`] hashes everything that the recognition depends on.
//! 3. [`messages`] writes what `src/messages.rs` includes.
//! 4. [`relocations`] asks the linker for a smaller program.
//! 5. The other modules write the tables that `src/lexicon` includes.

mod check;
mod detection;
mod labels;
mod letters;
mod literal;
mod messages;
mod numbers;
mod parties;
mod references;
mod relocations;
mod rules;
mod schema;
mod wording;

use numbers::Numbers;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// The folder of the language files.
const FOLDER: &str = "assets/languages";

/// The folder of spelled-out numbers from CLDR.
const NUMBERS: &str = "assets/numbers";

/// The codes of languages from CLDR.
const CODES: &str = "assets/codes.toml";

/// The folder of the messages.
const MESSAGES: &str = "assets/messages";

fn main() {
    if let Err(fault) = run() {
        println!("cargo::error={fault}");
        process::exit(1);
    }
}

fn run() -> Result<(), String> {
    let languages = files(Path::new(FOLDER))?
        .iter()
        .map(|path| read(path, check::language))
        .collect::<Result<Vec<_>, _>>()?;
    check::together(&languages)?;
    let spelled = files(Path::new(NUMBERS))?
        .iter()
        .map(|path| read(path, |tag, text| Ok((tag.to_owned(), check::numbers(text)?))))
        .collect::<Result<Vec<_>, _>>()?;
    let signs = files(&Path::new(NUMBERS).join("signs"))?
        .iter()
        .map(|path| read(path, |name, text| Ok((name.to_owned(), check::signs(text)?))))
        .collect::<Result<Vec<_>, _>>()?;
    let codes = read(Path::new(CODES), |_, text| {
        toml::from_str::<schema::Codes>(text).map_err(|error| error.to_string())
    })?;
    let numbers = Numbers::new(&languages, &spelled)?;
    let features =
        env::vars().map(|(name, _)| name).filter(|name| name.starts_with("CARGO_FEATURE_"));
    let mut features: Vec<String> = features.collect();
    features.sort();
    println!("cargo::rustc-env=RULES={:016x}", rules::number(&features)?);
    relocations::pack();
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let tables = [
        ("labels.rs", labels::tables(&languages, &numbers)),
        ("references.rs", references::tables(&languages)),
        ("parties.rs", parties::tables(&languages)),
        ("detection.rs", detection::tables(&languages, &codes)),
        ("languages.rs", detection::files(&languages)),
        ("dates.rs", wording::dates(&languages)),
        ("numbers.rs", numbers.table(&languages, &spelled)?),
        ("bulletins.rs", wording::bulletins(&languages)),
        ("words.rs", wording::words(&languages)),
        ("subjects.rs", wording::subjects(&languages)),
        ("counts.rs", wording::counts(&languages)),
        ("letters.rs", letters::tables(&languages)),
        ("signs.rs", letters::signs(&languages, &signs)?),
        ("definitions.rs", wording::definitions(&languages)),
        ("endings.rs", wording::endings(&languages)),
        ("messages.rs", messages()?),
    ];
    for (name, table) in tables {
        let path = out.join(name);
        fs::write(&path, table).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// Returns the modules of all messages.
fn messages() -> Result<String, String> {
    println!("cargo::rerun-if-changed={MESSAGES}");
    files(Path::new(MESSAGES))?.iter().map(|path| read(path, messages::module)).collect()
}

/// Returns the data files of a folder, sorted by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let at = |error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(at)? {
        paths.push(entry.map_err(at)?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    Ok(paths)
}

/// Parses a file with `of`, which gets the tag in the file name and the text.
fn read<T>(path: &Path, of: impl Fn(&str, &str) -> Result<T, String>) -> Result<T, String> {
    let tag = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let told = |fault: String| format!("{}: {fault}", path.display());
    let text = fs::read_to_string(path).map_err(|error| told(error.to_string()))?;
    of(tag, &text).map_err(told)
}
