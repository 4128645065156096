//! The words of the program are in `assets/messages`, where a translator finds them: the code of these
//! folders has none of its own.

use bulletin::cli::arguments::Arguments;
use clap::{Command, CommandFactory};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders whose words are all in `assets/messages`.
const FOLDERS: [&str; 19] = [
    "src/action",
    "src/align",
    "src/app",
    "src/bookmarks",
    "src/cli",
    "src/comparison",
    "src/document",
    "src/files",
    "src/find",
    "src/import",
    "src/keeping",
    "src/library",
    "src/linear",
    "src/run",
    "src/settings",
    "src/source",
    "src/structure",
    "src/terminal",
    "src/ui",
];

/// Files of these folders whose literals are not words of the program, and what they are.
const EXCEPTIONS: [(&str, &str); 18] = [
    ("src/cli/compare/markup.rs", "HTML"),
    ("src/cli/manual.rs", "names of commands and of variables of the environment"),
    ("src/import/html/signature.rs", "HTML"),
    ("src/import/package/docx/body.rs", "names of the format"),
    ("src/import/package/docx/body/paragraphs.rs", "names of the format"),
    ("src/import/package/docx/body/references.rs", "names of the format"),
    ("src/import/package/docx/styles.rs", "names of the format"),
    ("src/import/package/odt/body.rs", "names of the format"),
    ("src/import/package/odt/body/references.rs", "names of the format"),
    ("src/import/pdf/extract.rs", "names of the format"),
    ("src/import/pdf/measure.rs", "names of the format"),
    ("src/import/printout/entries.rs", "what other programs print"),
    ("src/import/printout/kind.rs", "what other programs print"),
    ("src/import/statement.rs", "what the program writes and reads back"),
    ("src/import/writer/mod.rs", "HTML"),
    ("src/settings/schema.rs", "the reference of the settings, which the documentation repeats"),
    ("src/settings/table.rs", "the reference of the settings, which the documentation repeats"),
    ("src/structure/references/faults.rs", "addresses, as a user types them"),
];

/// Returns the files of a folder and of those in it, without tests and their texts.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let is_test = ["tests", "cases", "fixture"]
            .iter()
            .any(|name| path.file_stem() == Some(name.as_ref()));
        match path.is_dir() {
            _ if is_test => {}
            true => found.extend(sources(&path)),
            false => found.push(path),
        }
    }
    found
}

/// Returns the string literals of a source text, each with the number of its line, up to the tests.
/// Leaves out what only developers read: why something cannot fail, or why a lint is off.
fn literals(source: &str) -> Vec<(usize, &str)> {
    let source = source.split("mod tests {").next().unwrap_or(source);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
        at += if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(body) = rest.strip_prefix('"') {
            let len = end(body);
            let before = source[..at].trim_end();
            if ["expect(", "panic!(", "unreachable!(", "reason ="]
                .iter()
                .all(|word| !before.ends_with(word))
            {
                found.push((source[..at].lines().count(), &body[..len]));
            }
            len + 2
        } else if rest.starts_with('\'') {
            character(rest)
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
    }
    found
}

/// Returns the length of the inside of a string literal.
fn end(body: &str) -> usize {
    let mut escaped = false;
    let is_end = |c: char| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    };
    body.find(is_end).unwrap_or(body.len())
}

/// Returns the length of a character literal, or of the sign of a lifetime.
fn character(rest: &str) -> usize {
    let mut inside = rest.char_indices().skip(1);
    match (inside.next(), inside.next(), inside.next()) {
        (Some((_, '\\')), Some(_), Some(_)) => rest[2..].find('\'').map_or(1, |at| at.max(1) + 3),
        (Some(_), Some((end, '\'')), _) => end + 1,
        _ => 1,
    }
}

/// Whether a literal is words for the user: at least one word, and a space beside it. What is in
/// braces is filled in; a key and its value are not words.
fn is_message(literal: &str) -> bool {
    let (mut depth, mut word) = (0_usize, 0);
    let mut longest = 0;
    for c in literal.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        word = if c.is_alphabetic() && depth == 0 { word + 1 } else { 0 };
        longest = longest.max(word);
    }
    longest > 1 && literal.contains(' ') && !literal.contains(" = {")
}

#[test]
fn the_code_has_no_messages_of_its_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut own = Vec::new();
    for path in FOLDERS.iter().flat_map(|folder| sources(&root.join(folder))) {
        let source = fs::read_to_string(&path).expect("a source");
        let path = path.strip_prefix(root).expect("in the project");
        if EXCEPTIONS.iter().any(|(file, _)| path == Path::new(file)) {
            continue;
        }
        let name = path.display();
        for (line, literal) in literals(&source) {
            if is_message(literal) {
                own.push(format!("{name}:{line}: “{literal}”"));
            }
        }
    }
    assert!(own.is_empty(), "to be moved to assets/messages:\n{}", own.join("\n"));
}

/// The help of a command and of its arguments, and of the commands below it, without what clap itself
/// says of `help` and `--version`.
fn helps(command: &Command) -> Vec<String> {
    let told = |text: Option<&clap::builder::StyledStr>| text.map(ToString::to_string);
    let mut found: Vec<String> = told(command.get_about()).into_iter().collect();
    for argument in command.get_arguments() {
        found.extend(told(argument.get_help()));
        let values = argument.get_possible_values();
        // Those of the shells are clap's.
        let values = values.iter().filter(|_| argument.get_id() != "shell");
        found.extend(values.filter_map(|value| told(value.get_help())));
    }
    let below = command.get_subcommands().filter(|below| below.get_name() != "help");
    found.extend(below.flat_map(helps));
    found
}

#[test]
fn the_help_of_every_argument_is_in_the_messages() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/messages/usage.toml");
    let messages: toml::Table =
        fs::read_to_string(file).expect("the messages").parse().expect("TOML");
    let known: HashSet<&str> = messages.values().filter_map(toml::Value::as_str).collect();
    let helps = helps(&Arguments::command());
    assert!(helps.len() > 60, "{helps:?}");
    for help in helps {
        assert!(known.contains(help.as_str()), "“{help}” is to be moved to assets/messages");
    }
}

#[test]
fn messages_are_distinguished_from_other_literals() {
    let source = "fn f<'a>(c: char) -> &'a str {\n    // \"not this\"\n    match c {\n        '\"' | '\\'' => \"nothing \\\"here\\\"\",\n        _ => \"{a} of {b}\",\n    }\n}\n";
    let found = literals(source);
    assert_eq!(found, [(4, "nothing \\\"here\\\""), (5, "{a} of {b}")]);
    assert!(found.iter().all(|(_, literal)| is_message(literal)));
    for other in
        ["line-down", "{name} · {}", " › ", "\u{1b}[2K", "{count}× · {told}", "version = {VERSION}"]
    {
        assert!(!is_message(other), "{other}");
    }
}
