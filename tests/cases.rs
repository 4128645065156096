//! Cases: texts, and what the program finds in each. `tests/cases/README.md` tells how to add one.

use crate::shell::{self, text};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Set to write what the program prints into the cases, to be looked at as a diff.
const UPDATE: &str = "UPDATE_CASES";

/// A fenced block of a case.
struct Fence<'a> {
    /// What stands behind the opening fence.
    info: &'a str,
    /// The lines between the fences.
    body: &'a str,
    /// Where the body stands in the file, in bytes.
    start: usize,
}

/// The fenced blocks of a file, in order.
fn fences(markdown: &str) -> Vec<Fence<'_>> {
    let mut found = Vec::new();
    let mut open: Option<(&str, &str, usize)> = None;
    let mut at = 0;
    for line in markdown.split_inclusive('\n') {
        let (start, end) = (at, at + line.len());
        at = end;
        let line = line.trim_end();
        match open {
            None if line.starts_with("```") => {
                let info = line.trim_start_matches('`');
                open = Some((&line[..line.len() - info.len()], info.trim(), end));
            }
            Some((fence, info, body)) if line == fence => {
                found.push(Fence { info, body: &markdown[body..start], start: body });
                open = None;
            }
            _ => {}
        }
    }
    assert!(open.is_none(), "a fence is not closed");
    found
}

/// What a command prints of the text of a case.
fn printed(command: &str, folder: &Path, name: &str) -> String {
    let arguments: Vec<&str> = command.split_whitespace().chain([name]).collect();
    let output = shell::run(&arguments, folder, b"");
    format!("{}{}", text(&output.stdout), text(&output.stderr))
}

/// The file as it should be, with what the program prints now.
fn as_it_is(markdown: &str, folder: &Path) -> String {
    let mut out = String::with_capacity(markdown.len());
    let (mut copied, mut name) = (0, None);
    for Fence { info, body, start } in fences(markdown) {
        if let Some(file) = info.strip_prefix("text") {
            let file = if file.is_empty() { "case.txt" } else { file.trim() };
            fs::write(folder.join(file), body).expect("written");
            name = Some(file);
            continue;
        }
        let name = name.expect("a text stands before what is found in it");
        out.push_str(&markdown[copied..start]);
        out.push_str(&printed(info, folder, name));
        copied = start + body.len();
    }
    out.push_str(&markdown[copied..]);
    out
}

/// All cases, in the order of their names.
fn cases(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the cases").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(cases(&path));
        } else if path.extension().is_some_and(|end| end == "md") && !path.ends_with("README.md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The first lines that differ.
fn difference(expected: &str, printed: &str) -> String {
    let mut out = String::new();
    let mut lines = expected.lines().zip(printed.lines());
    if let Some((was, is)) = lines.find(|(was, is)| was != is) {
        let _ = write!(out, "- {was}\n+ {is}");
    } else {
        out.push_str("one is longer than the other");
    }
    out
}

#[test]
fn every_case_is_found_as_it_says() {
    let all = cases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"));
    assert!(!all.is_empty(), "no case is found");
    let mut failures = Vec::new();
    for path in &all {
        let markdown = fs::read_to_string(path).expect("a case");
        assert!(fences(&markdown).len() > 1, "{}: nothing is expected", path.display());
        let folder = tempfile::tempdir().expect("a folder");
        let now = as_it_is(&markdown, folder.path());
        if now == markdown {
            continue;
        }
        if std::env::var_os(UPDATE).is_some() {
            fs::write(path, &now).expect("written");
        } else {
            failures.push(format!("{}:\n{}", path.display(), difference(&markdown, &now)));
        }
    }
    let told = failures.join("\n\n");
    assert!(
        failures.is_empty(),
        "{told}\n\n{UPDATE}=1 cargo test --test all cases takes these over"
    );
}
