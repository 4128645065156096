//! However the program ends, it restores the terminal.

use super::program::{Home, PATIENCE, Program};
use std::fs;
use std::time::{Duration, Instant};

#[test]
fn keys_end_it_wherever_one_is() {
    // The first Ctrl-C may only close a prompt or a selection.
    for keys in
        ["q", "\u{3}", "B\u{3}", "/energy\u{3}\u{3}", ":\u{3}\u{3}", "M\u{3}\u{3}", "v\u{3}\u{3}"]
    {
        let home = Home::new();
        let mut program = home.reading();
        program.press(keys);
        assert_eq!(program.ends(), 0, "{keys:?}");
    }
}

#[test]
fn signals_give_the_terminal_back() {
    for (signal, told) in [
        ("TERM", "Terminated"),
        ("HUP", "Hangup"),
        ("INT", "Interrupt"),
        ("QUIT", "Quit"),
        ("ABRT", "Aborted"),
        ("ALRM", "Alarm clock"),
        ("USR1", "User defined signal 1"),
        ("USR2", "User defined signal 2"),
        ("XCPU", "CPU time limit exceeded"),
        ("XFSZ", "File size limit exceeded"),
        ("VTALRM", "Virtual timer expired"),
        ("PROF", "Profiling timer expired"),
        ("BUS", "Bus error"),
        ("SYS", "Bad system call"),
        ("TRAP", "Trace/breakpoint trap"),
    ] {
        let home = Home::new();
        let mut program = home.reading();
        program.signal(signal);
        program.ends();
        let status = program.child.wait().expect("a status");
        // The parent sees which signal ended it.
        assert!(status.signal().is_some_and(|by| by.starts_with(told)), "{signal}: {status:?}");
    }
}

/// Some systems do not report these signals as the end of a program; the status gives their number.
#[cfg(target_os = "linux")]
#[test]
fn signals_of_this_system_give_the_terminal_back_too() {
    for (signal, number) in [("IO", 29), ("PWR", 30), ("STKFLT", 16), ("RTMIN", 34)] {
        let home = Home::new();
        let mut program = home.reading();
        program.signal(signal);
        assert_eq!(program.ends(), 128 + number, "{signal}");
    }
}

#[test]
fn a_signal_ends_it_while_a_lock_is_waited_for() {
    let home = Home::new();
    // Opening it waits for another program that never comes.
    let lock = home.config("bookmarks.toml.lock");
    assert!(std::process::Command::new("mkfifo").arg(&lock).status().expect("mkfifo").success());
    let mut program = home.reading();
    program.press("m");
    std::thread::sleep(Duration::from_millis(200));
    program.signal("TERM");
    assert_ne!(program.ends(), 0);
}

#[test]
fn a_terminal_that_takes_nothing_any_more_does_not_hold_up_the_end() {
    let home = Home::new();
    let mut program = home.reading();
    program.stall();
    // Enough frames to fill the terminal.
    for _ in 0..200 {
        program.press("\u{c}");
    }
    std::thread::sleep(Duration::from_millis(300));
    program.signal("TERM");
    program.signal("TERM");
    let start = Instant::now();
    while program.child.try_wait().expect("a child").is_none() {
        assert!(start.elapsed() < PATIENCE, "it does not end");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_suspended_program_gives_the_terminal_back_and_draws_again() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("\u{1a}");
    program.until("the terminal as it was", |screen| !screen.alternate_screen());
    until_state(program.id(), "T");
    program.signal("CONT");
    program.until("the screen again", vt100::Screen::alternate_screen);
    program.shows("11 · energy supply security");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

/// Passes the person's folder to the test below, which otherwise does nothing.
#[cfg(target_os = "linux")]
const HOME_OF_THE_LEFT: &str = "BULLETIN_TEST_HOME";

/// A terminal whose window is closed: it vanishes at once, and the program remains.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "run by the test of a closed terminal, in a process of its own"]
fn a_terminal_that_goes_away() {
    let Some(home) = std::env::var_os(HOME_OF_THE_LEFT) else { return };
    let mut command = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_bulletin"));
    command.arg("--built-in");
    command.env("HOME", &home);
    command.env("XDG_STATE_HOME", std::path::Path::new(&home).join("state"));
    command.env("XDG_CONFIG_HOME", std::path::Path::new(&home).join("config"));
    let mut program = Program::start(command);
    program.shows("F1 help");
    program.press("11\r");
    program.shows("11 · energy supply security");
    fs::write(std::path::Path::new(&home).join("id"), program.id().to_string()).expect("written");
    // Skips all clean-up, which would type something first.
    std::process::exit(0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_closed_terminal_ends_it_and_the_place_is_remembered() {
    let home = Home::new();
    let status = std::process::Command::new(std::env::current_exe().expect("this program"))
        .args(["--ignored", "--exact", "terminal::endings::a_terminal_that_goes_away"])
        .env(HOME_OF_THE_LEFT, home.path())
        .env("TERM", "xterm-256color")
        .stdout(std::process::Stdio::null())
        .status();
    assert!(status.expect("the terminal").success());
    let id = fs::read_to_string(home.path().join("id")).expect("an id");
    until_state(id.parse().expect("a number"), "Z");
    let program = home.reading();
    program.shows("11 · energy supply security");
}

/// Waits until a process is in a state, as named by Linux; a process that is gone is in state `Z`.
#[cfg(target_os = "linux")]
fn until_state(id: u32, wanted: &str) {
    let start = Instant::now();
    loop {
        let stat = fs::read_to_string(format!("/proc/{id}/stat"));
        let state = stat.as_ref().map_or("Z", |stat| {
            stat.rsplit_once(") ").and_then(|(_, rest)| rest.get(..1)).unwrap_or("?")
        });
        if state == wanted {
            return;
        }
        assert!(start.elapsed() < PATIENCE, "it is in state {state}, never in {wanted}");
        std::thread::sleep(Duration::from_millis(10));
    }
}
