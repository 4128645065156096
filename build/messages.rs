//! Converts the messages in `assets/messages` to Rust: a text without placeholders becomes a
//! constant, a text with placeholders a function that takes their values.
//!
//! A misspelt name or a wrong number of values is then an error of the compiler, and a message that
//! nothing uses is a warning.

use std::fmt::Write;
use toml::{Table, Value};

/// The forms of a message that depends on a number, by their names in CLDR.
const FORMS: [&str; 2] = ["one", "other"];

/// The placeholder for the number that chooses the form.
const COUNT: &str = "count";

/// Writes the module of a file: its name, and a constant or a function for each message.
pub fn module(name: &str, text: &str) -> Result<String, String> {
    if !is_name(name, '_') {
        return Err("the name of a file must be that of a Rust module".to_owned());
    }
    let table: Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let mut out =
        format!("/// The messages of `assets/messages/{name}.toml`.\npub mod {name} {{\n");
    for (key, value) in &table {
        let written = match value {
            Value::String(text) => single(key, text),
            Value::Table(forms) => plural(key, forms),
            _ => Err("is neither a text nor forms of one".to_owned()),
        };
        out += &written.map_err(|fault| format!("{key}: {fault}"))?;
    }
    Ok(out + "}\n")
}

/// Writes a message with one form.
fn single(key: &str, text: &str) -> Result<String, String> {
    let identifier = identifier(key)?;
    let placeholders = placeholders(text)?;
    if placeholders.is_empty() {
        let (name, plain) = (identifier.to_uppercase(), plain(text));
        return Ok(format!("    /// {plain:?}\n    pub const {name}: &str = {plain:?};\n"));
    }
    let parameters = parameters(&placeholders);
    Ok(format!(
        "    /// {text:?}\n    pub fn {identifier}({parameters}) -> String {{ format!({text:?}) }}\n"
    ))
}

/// Writes a message whose form depends on `count`.
fn plural(key: &str, forms: &Table) -> Result<String, String> {
    let identifier = identifier(key)?;
    let text = |form: &str| match forms.get(form) {
        Some(Value::String(text)) => Ok(text.as_str()),
        _ => Err(format!("{form} is missing, or is not a text")),
    };
    let [one, other] = FORMS.map(text);
    let (one, other) = (one?, other?);
    if forms.len() != FORMS.len() {
        return Err(format!("has other forms than {}", FORMS.join(" and ")));
    }
    let placeholders = placeholders(other)?;
    if !placeholders.contains(&COUNT) {
        return Err(format!("other has no {{{COUNT}}}"));
    }
    if self::placeholders(one)?.iter().any(|name| !placeholders.contains(name)) {
        return Err("one has placeholders that other has not".to_owned());
    }
    // Without a placeholder, `format!` would be useless.
    let one = match self::placeholders(one)?.is_empty() {
        true => format!("{:?}.to_owned()", plain(one)),
        false => format!("format!({one:?})"),
    };
    let parameters = parameters(&placeholders);
    Ok(format!(
        "    /// {other:?}\n    pub fn {identifier}({parameters}) -> String {{\n        \
         match super::Plural::of({COUNT}) {{\n            \
         super::Plural::One => {one},\n            \
         super::Plural::Other => format!({other:?}),\n        }}\n    }}\n"
    ))
}

/// The text of a message without placeholders.
fn plain(text: &str) -> String {
    text.replace("{{", "{").replace("}}", "}")
}

/// The Rust name of a message.
fn identifier(key: &str) -> Result<String, String> {
    match is_name(key, '-') {
        true => Ok(key.replace('-', "_")),
        false => Err("a name consists of lower-case words with hyphens between them".to_owned()),
    }
}

/// The names in braces, each once, in the order of the text.
fn placeholders(text: &str) -> Result<Vec<&str>, String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let brace = &rest[at..=at];
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            rest = after;
            continue;
        }
        let end = rest.find('}').filter(|_| brace == "{").ok_or("a brace is not closed")?;
        let name = &rest[..end];
        if !is_name(name, '_') {
            return Err(format!("“{name}” is not the name of a placeholder"));
        }
        if !found.contains(&name) {
            found.push(name);
        }
        rest = &rest[end + 1..];
    }
    Ok(found)
}

/// The parameters for placeholders: anything that can be displayed, and a number for the one that
/// chooses the form.
fn parameters(placeholders: &[&str]) -> String {
    let mut out = String::new();
    for name in placeholders {
        let of = if *name == COUNT { "usize" } else { "impl std::fmt::Display" };
        let comma = if out.is_empty() { "" } else { ", " };
        // Writing to a string cannot fail.
        let _ = write!(out, "{comma}{name}: {of}");
    }
    out
}

/// Whether a name consists of lower-case words, separated by `separator`.
fn is_name(name: &str, separator: char) -> bool {
    name.split(separator).all(|word| {
        !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    })
}
