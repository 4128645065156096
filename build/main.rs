//! Turns the languages of `assets/languages` into tables of Rust, so that a start
//! of the program reads no file and builds no index.
//!
//! 1. [`schema`] says what a file may hold, and [`check`] what must be true of it.
//! 2. [`labels`], [`references`] and [`wording`] write the tables that `src/lexicon` includes.

mod check;
mod labels;
mod literal;
mod references;
mod schema;
mod wording;

use schema::Language;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// Where the files are.
const FOLDER: &str = "assets/languages";

fn main() {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed=build");
    if let Err(fault) = run() {
        println!("cargo::error={fault}");
        process::exit(1);
    }
}

fn run() -> Result<(), String> {
    let languages = languages(Path::new(FOLDER))?;
    check::together(&languages)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let tables = [
        ("labels.rs", labels::tables(&languages)),
        ("references.rs", references::tables(&languages)),
        ("dates.rs", wording::dates(&languages)),
        ("numbers.rs", wording::numbers(&languages)),
        ("words.rs", wording::words(&languages)),
        ("definitions.rs", wording::definitions(&languages)),
    ];
    for (name, table) in tables {
        let path = out.join(name);
        fs::write(&path, table).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// The languages of a folder, in the order of their tags.
fn languages(folder: &Path) -> Result<Vec<Language>, String> {
    let at = |error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(at)? {
        paths.push(entry.map_err(at)?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    paths.iter().map(|path| language(path)).collect()
}

fn language(path: &Path) -> Result<Language, String> {
    let tag = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let told = |fault: String| format!("{}: {fault}", path.display());
    let text = fs::read_to_string(path).map_err(|error| told(error.to_string()))?;
    check::language(tag, &text).map_err(told)
}
