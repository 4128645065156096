//! Cases: texts, and what the program finds in each. `tests/cases/README.md` explains how to add
//! one.

use crate::shell::{self, text};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// If set, the test writes the program's output into the cases, for review as a diff.
const UPDATE: &str = "UPDATE_CASES";

/// A fenced block of a case.
struct Fence<'a> {
    /// The text after the opening fence.
    info: &'a str,
    /// The lines between the fences.
    body: &'a str,
    /// The offset of the body in the file, in bytes.
    start: usize,
}

/// Returns the fenced blocks of a file, in order.
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

/// Represents a form feed in a text, since editors do not show one.
const FORM_FEED: &str = "\u{240C}";

/// Splits a command into its arguments: words, or text in quotes.
fn arguments(command: &str) -> Vec<&str> {
    let quoted = command.split('\'').enumerate();
    let parts =
        quoted.map(
            |(index, part)| {
                if index % 2 == 1 { vec![part] } else { part.split_whitespace().collect() }
            },
        );
    parts.flatten().collect()
}

/// Returns what a command prints about the text of a case, followed by its standard error.
fn printed(command: &str, folder: &Path, name: &str) -> String {
    let mut arguments = arguments(command);
    arguments.push(name);
    let output = shell::run(&arguments, folder, b"");
    format!("{}{}", text(&output.stdout), text(&output.stderr))
}

/// Returns the file with the program's current output filled in.
fn as_it_is(markdown: &str, folder: &Path) -> String {
    let mut out = String::with_capacity(markdown.len());
    let (mut copied, mut name) = (0, None);
    for Fence { info, body, start } in fences(markdown) {
        if let Some(file) = info.strip_prefix("text") {
            let file = if file.is_empty() { "case.txt" } else { file.trim() };
            fs::write(folder.join(file), body.replace(FORM_FEED, "\u{C}")).expect("written");
            name = Some(file);
            continue;
        }
        if let Some(file) = info.strip_prefix("fixture ") {
            let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
            fs::copy(fixtures.join(file), folder.join(file)).expect("a fixture");
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

/// Returns all cases, sorted by name.
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

/// Returns the first line that differs, with its number and the last heading above it.
fn difference(path: &Path, expected: &str, printed: &str) -> String {
    let (was, is): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), printed.lines().collect());
    let same = was.iter().zip(&is).take_while(|(was, is)| was == is).count();
    let heading = was[..same].iter().rfind(|line| line.starts_with('#')).unwrap_or(&"");
    let line = |lines: &[&str]| lines.get(same).map_or(String::new(), |line| (*line).to_owned());
    format!(
        "{}:{}: {}\n- {}\n+ {}",
        path.display(),
        same + 1,
        heading.trim_start_matches(['#', ' ']),
        line(&was),
        line(&is)
    )
}

/// Returns what is wrong with the case in a file; with [`UPDATE`], writes the file instead.
fn fault(path: &Path) -> Option<String> {
    let markdown = fs::read_to_string(path).expect("a case");
    let given = |fence: &Fence| ["text", "fixture"].iter().any(|word| fence.info.starts_with(word));
    let expected = fences(&markdown).iter().any(|fence| !given(fence));
    assert!(expected, "{}: nothing is expected", path.display());
    let folder = tempfile::tempdir().expect("a folder");
    let now = as_it_is(&markdown, folder.path());
    if now != markdown && std::env::var_os(UPDATE).is_some() {
        fs::write(path, &now).expect("written");
        return None;
    }
    (now != markdown).then(|| difference(path, &markdown, &now))
}

#[test]
fn every_case_is_found_as_it_says() {
    let all = cases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"));
    assert!(!all.is_empty(), "no case is found");
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let work = || {
        let paths = std::iter::from_fn(|| all.get(next.fetch_add(1, Ordering::Relaxed)));
        paths.filter_map(|path| fault(path)).collect::<Vec<_>>()
    };
    let mut faults: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker")).collect()
    });
    faults.sort();
    let told = faults.join("\n\n");
    assert!(faults.is_empty(), "{told}\n\n{UPDATE}=1 cargo test --test all cases takes these over");
}

#[test]
fn quotes_hold_an_argument_together() {
    assert_eq!(arguments("print --at 'recital 3'"), ["print", "--at", "recital 3"]);
}
