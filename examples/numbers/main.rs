//! Writes numbers in words and the signs of numerals, as in Unicode CLDR, into `assets/numbers`.
//!
//! `cargo run --example numbers -- FOLDER` takes the folder of the package `cldr-rbnf`. Each
//! language of `assets/languages` in the package gets a file: its cardinals and its ordinals from 1
//! to 100, each in all forms. Each script with its own number signs gets one in
//! `assets/numbers/signs`.

mod rules;
mod signs;

use rules::Rules;
use serde_json::Value;
use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The last number to spell.
const LAST: u64 = 100;

fn main() -> Result<(), Box<dyn Error>> {
    let package = std::env::args().nth(1).ok_or("name the folder of the package cldr-rbnf")?;
    let package = Path::new(&package);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let about: Value = serde_json::from_str(&fs::read_to_string(package.join("package.json"))?)?;
    let version = about["version"].as_str().ok_or("the package has no version")?;
    let out = root.join("numbers");
    fs::copy(package.join("LICENSE"), out.join("LICENSE"))?;
    for entry in fs::read_dir(root.join("languages"))? {
        let path = entry?.path();
        let Some(tag) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let Some(rules) = rules(package, name(tag), "SpelloutRules")? else { continue };
        let cardinals =
            table("cardinals", &spelled(&rules, &["%spellout-cardinal", "%spellout-numbering"]));
        let ordinals = table("ordinals", &spelled(&rules, &["%spellout-ordinal"]));
        if cardinals.is_empty() && ordinals.is_empty() {
            continue;
        }
        let head = format!("# Made from cldr-rbnf {version} by `cargo run --example numbers`.\n");
        fs::write(out.join(format!("{tag}.toml")), head + &cardinals + &ordinals)?;
    }
    let folder = out.join("signs");
    fs::create_dir_all(&folder)?;
    for system in &signs::SYSTEMS {
        let mut signs = signs::Signs::default();
        for (file, sets) in system.sources {
            let group = if *file == "und" { "NumberingSystemRules" } else { "SpelloutRules" };
            let rules = rules(package, file, group)?.ok_or("the package lacks a file")?;
            sets.iter().for_each(|set| signs.add(&rules, set, system.end));
        }
        let head = format!("# Made from cldr-rbnf {version} by `cargo run --example numbers`.\n");
        fs::write(folder.join(format!("{}.toml", system.name)), head + &signs.written())?;
    }
    Ok(())
}

/// Reads the rules of a group in a file of the package, if the file exists.
fn rules(package: &Path, file: &str, group: &str) -> Result<Option<Rules>, Box<dyn Error>> {
    let path = package.join("rbnf").join(format!("{file}.json"));
    let Ok(text) = fs::read_to_string(path) else { return Ok(None) };
    Rules::read(&serde_json::from_str(&text)?, group).map(Some)
}

/// Returns the package's name for a language, if it is not the tag.
fn name(tag: &str) -> &str {
    match tag {
        "nb" => "no",
        "tl" => "fil",
        tag => tag,
    }
}

/// Returns the forms of each number in all rule sets whose names begin with one of `begin`, except
/// years, which are spelled in pairs of digits.
fn spelled(rules: &Rules, begin: &[&str]) -> Vec<BTreeSet<String>> {
    let begins = |name: &str| begin.iter().any(|begin| name.starts_with(begin));
    let sets: Vec<&str> =
        rules.names().filter(|name| begins(name) && !name.ends_with("-year")).collect();
    let forms = |number| {
        sets.iter()
            .filter_map(|set| rules.spell(set, number))
            .map(|words| words.replace('\u{AD}', "").trim().to_lowercase())
            // The rules write numbers without words in digits.
            .filter(|words| !words.is_empty() && !words.contains(char::is_numeric))
            // Chinese numerals are already counters of their script.
            .filter(|words| !words.starts_with(|c| matches!(c, '\u{3007}'..='\u{9FFF}')))
            .collect()
    };
    (1..=LAST).map(forms).collect()
}

/// Writes the forms of each number, up to the first number without a form.
fn table(name: &str, numbers: &[BTreeSet<String>]) -> String {
    let known: Vec<_> = numbers.iter().take_while(|forms| !forms.is_empty()).collect();
    if known.is_empty() {
        return String::new();
    }
    let mut out = format!("\n[{name}]\n");
    for (number, forms) in (1..).zip(known) {
        let forms: Vec<String> = forms.iter().map(|form| format!("\"{form}\"")).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{number} = [{}]", forms.join(", "));
    }
    out
}
