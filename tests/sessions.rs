//! Sessions: lines typed into `bulletin --linear`, and its answers.
//!
//! The first line of a file in `tests/sessions` is the command; a line that begins with `> ` is
//! input, and the lines below it are the answer. To add a session, write the command and the input
//! and run `UPDATE_SESSIONS=1 cargo test --test all sessions::`; review the answers as a diff.

use crate::shell::{self, text};
use std::fs;
use std::path::Path;

/// If set, the test writes the answers into the sessions.
const UPDATE: &str = "UPDATE_SESSIONS";

/// Returns the session with the program's current answers.
fn as_it_is(session: &str, folder: &Path) -> String {
    let command = session.lines().next().expect("a command");
    let arguments: Vec<&str> =
        command.strip_prefix("$ bulletin ").expect("a command").split_whitespace().collect();
    let typed: Vec<&str> = session.lines().filter_map(|line| line.strip_prefix(">")).collect();
    let input: String = typed.iter().map(|line| format!("{}\n", line.trim_start())).collect();
    let output = shell::run(&arguments, folder, input.as_bytes());
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    // A blank line ends each answer, and no answer contains one.
    let printed = text(&output.stdout);
    let mut answers = printed.split_terminator("\n\n");
    let mut out = format!("{command}\n{}\n", answers.next().unwrap_or(""));
    for line in typed {
        out.push_str(format!("\n> {}", line.trim_start()).trim_end());
        out.push('\n');
        out.extend(answers.next().map(|answer| format!("{answer}\n")));
    }
    out
}

#[test]
fn every_session_is_answered_as_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut sessions: Vec<_> = fs::read_dir(root.join("sessions"))
        .expect("sessions")
        .flatten()
        .map(|e| e.path())
        .collect();
    sessions.sort();
    assert!(!sessions.is_empty());
    let mut wrong = Vec::new();
    for path in sessions {
        let folder = tempfile::tempdir().expect("a folder");
        for fixture in fs::read_dir(root.join("fixtures")).expect("fixtures").flatten() {
            fs::copy(fixture.path(), folder.path().join(fixture.file_name())).expect("copied");
        }
        let session = fs::read_to_string(&path).expect("a session");
        let now = as_it_is(&session, folder.path());
        if std::env::var_os(UPDATE).is_some() {
            fs::write(&path, now).expect("written");
        } else if now != session {
            wrong.push(format!("{}:\n{now}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// No line of an answer is wider than requested, whatever the command.
#[test]
fn no_line_is_wider_than_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let input = ":width 30\n11\nc\nr\nt\na\n?\ni\nW\ncheck\n/summit\nn\nb\no\n";
    let output = shell::run(&["--linear", "--built-in"], folder.path(), input.as_bytes());
    let printed = text(&output.stdout);
    let after = printed.split_once("30 columns").expect("the width").1;
    for line in after.lines() {
        assert!(line.chars().count() <= 30, "{line}");
    }
}
