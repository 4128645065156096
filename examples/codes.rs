//! Writes `assets/codes.toml`: codes of languages with the ones to use instead, as in Unicode CLDR.
//!
//! `cargo run --example codes -- FOLDER` takes the folder of the npm package `cldr-core`. Of its
//! aliases, those count whose replacement has a file in `assets/languages` or two letters: codes of
//! three letters (`eng`), deprecated codes (`iw`), and the usual form of a language (`arb`).

use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let package = std::env::args().nth(1).ok_or("name the folder of the package cldr-core")?;
    let package = Path::new(&package);
    let read = |file: &str| -> Result<Value, Box<dyn Error>> {
        Ok(serde_json::from_str(&fs::read_to_string(package.join(file))?)?)
    };
    let about = read("package.json")?;
    let version = about["version"].as_str().ok_or("the package has no version")?;
    let aliases = read("supplemental/aliases.json")?;
    let aliases = &aliases["supplemental"]["metadata"]["alias"]["languageAlias"];
    let aliases = aliases.as_object().ok_or("the package lists no aliases of languages")?;
    let is_code = |code: &str| (2..=3).contains(&code.len()) && code.is_ascii();
    let replaced: BTreeMap<&str, &str> = aliases
        .iter()
        .filter_map(|(code, alias)| Some((code.as_str(), alias["_replacement"].as_str()?)))
        .filter(|(code, new)| is_code(code) && (new.len() == 2 || *new == FILIPINO))
        .collect();
    let mut out = format!(
        "# Made from cldr-core {version} by `cargo run --example codes`; the licence is `numbers/LICENSE`.\n\n[replaced]\n"
    );
    for (code, new) in replaced {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{code} = \"{new}\"");
    }
    fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/codes.toml"), out)?;
    Ok(())
}

/// The one language with a file whose code in CLDR has three letters.
const FILIPINO: &str = "fil";
