//! A bug in the program: it restores the terminal and reports the bug in one line.
//!
//! The product has no bug to trigger on demand, so this program runs itself in the terminal, as a
//! test that takes over the terminal and panics.

use super::program::{Home, Program};
use bulletin::terminal::Session;

/// Set in the terminal; without it, the tests that panic do nothing.
const IN_A_TERMINAL: &str = "BULLETIN_TEST_PANIC";

fn takes_the_terminal() -> Option<Session> {
    std::env::var_os(IN_A_TERMINAL)?;
    Some(Session::enter(None, true).expect("a terminal"))
}

#[test]
#[ignore = "run in a terminal by the test of a fault"]
fn on_the_main_thread() {
    let Some(_session) = takes_the_terminal() else { return };
    panic!("the lamp went out");
}

#[test]
#[ignore = "run in a terminal by the test of a fault"]
fn on_another_thread() {
    let Some(_session) = takes_the_terminal() else { return };
    let lamp = std::thread::spawn(|| panic!("the lamp went out"));
    let _ = lamp.join();
}

#[test]
#[ignore = "run in a terminal by the test of a fault"]
fn with_words_of_several_lines() {
    let Some(_session) = takes_the_terminal() else { return };
    panic!("the lamp\nwent \u{1b}[31mout");
}

fn faulty(name: &str) -> (u32, String, Vec<u8>) {
    let home = Home::new();
    let this = std::env::current_exe().expect("this program");
    let mut command = home.command(this.to_str().expect("UTF-8"));
    // With one thread, the test runs on the main thread.
    command.args(["--ignored", "--exact", "--nocapture", "--test-threads=1"]);
    command.arg(format!("terminal::panics::{name}"));
    command.env(IN_A_TERMINAL, "1");
    let mut program = Program::start(command);
    let status = program.ends();
    program.shows("Please report this line.");
    (status, program.words(), program.bytes())
}

#[test]
fn a_panic_restores_the_terminal_and_is_reported_in_one_line() {
    for name in ["on_the_main_thread", "on_another_thread", "with_words_of_several_lines"] {
        let (status, words, bytes) = faulty(name);
        assert_eq!(status, 101, "{name}");
        // `contents` joins the rows of a wrapped line.
        let told: Vec<&str> =
            words.lines().filter(|line| line.contains("internal error")).collect();
        let [line] = told.as_slice() else { panic!("{name}: {words}") };
        assert!(line.contains("the lamp") && line.ends_with("Please report this line."), "{line}");
        assert!(!words.contains("panicked at"), "{name}: {words}");
        let left = find(&bytes, b"\x1b[?1049l").expect("the other screen is left");
        let told = find(&bytes, b"bulletin: internal error").expect("a line");
        assert!(left < told, "{name}: the line is told where it can be read");
        assert_eq!(find(&bytes, b"\x1b[31m"), None, "{name}");
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
