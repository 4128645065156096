//! The real program in a real pseudo-terminal.
#![cfg(unix)]

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Longer than anything here takes; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

const ROWS: NonZeroU16 = NonZeroU16::new(30).expect("not zero");
const COLUMNS: NonZeroU16 = NonZeroU16::new(100).expect("not zero");

struct Program {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    _master: Box<dyn MasterPty + Send>,
}

impl Program {
    fn start(home: &Path) -> Self {
        let size =
            PtySize { rows: ROWS.get(), cols: COLUMNS.get(), pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_bulletin"));
        command.arg("--built-in");
        command.env("HOME", home);
        command.env("XDG_CONFIG_HOME", home.join("config"));
        command.env("XDG_STATE_HOME", home.join("state"));
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).expect("the program");
        let screen = Arc::new(Mutex::new(vt100::Parser::new(ROWS, COLUMNS, 0)));
        let (mut output, seen) =
            (pair.master.try_clone_reader().expect("output"), Arc::clone(&screen));
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                seen.lock().expect("the screen").process(&bytes[..count]);
            }
        });
        let keys = pair.master.take_writer().expect("keys");
        Self { child, keys, screen, _master: pair.master }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("written");
        self.keys.flush().expect("written");
    }

    /// Sends a signal to the program.
    fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("a process").to_string();
        let sent = std::process::Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.expect("kill").success());
    }

    fn until(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while !holds(self.screen.lock().expect("the screen").screen()) {
            let words = || self.screen.lock().expect("the screen").screen().contents();
            assert!(start.elapsed() < PATIENCE, "never came: {what}\n{}", words());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn shows(&self, words: &str) {
        self.until(words, |screen| screen.contents().contains(words));
    }

    fn ends(&mut self) -> u32 {
        let code = self.child.wait().expect("an end").exit_code();
        self.until("the terminal as it was", |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        });
        code
    }
}

#[test]
fn a_bookmark_and_the_place_are_there_again() {
    let home = tempfile::tempdir().expect("a folder");
    let mut program = Program::start(home.path());
    program.shows("F1 help");
    program.press("11");
    program.shows("Go to: 11");
    program.press("\r");
    program.shows("11 · energy supply security");
    program.press("/energy");
    program.shows("of 6");
    program.press("\r");
    program.press("vv");
    program.shows("by sentence");
    program.press("m");
    program.shows("bookmark added: 11");
    program.press("q");
    assert_eq!(program.ends(), 0);
    let kept = home.path().join("config/bulletin/bookmarks.toml");
    assert!(std::fs::read_to_string(kept).expect("bookmarks").contains("energy"));
    let mut program = Program::start(home.path());
    program.shows("11 · energy supply security");
    program.press("B");
    program.shows("1 bookmark");
    program.press("\u{3}");
    assert_eq!(program.ends(), 0);
}

#[test]
fn signals_give_the_terminal_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let home = tempfile::tempdir().expect("a folder");
        let mut program = Program::start(home.path());
        program.shows("F1 help");
        program.signal(signal);
        assert_ne!(program.ends(), 0, "{signal}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_suspended_program_gives_the_terminal_back_and_draws_again() {
    let home = tempfile::tempdir().expect("a folder");
    let mut program = Program::start(home.path());
    program.shows("F1 help");
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("\u{1a}");
    program.until("the terminal as it was", |screen| !screen.alternate_screen());
    let id = program.child.process_id().expect("a process");
    let start = Instant::now();
    while !std::fs::read_to_string(format!("/proc/{id}/stat")).expect("stat").contains(") T ") {
        assert!(start.elapsed() < PATIENCE, "it does not stop");
        std::thread::sleep(Duration::from_millis(10));
    }
    program.signal("CONT");
    program.until("the screen again", vt100::Screen::alternate_screen);
    program.shows("11 · energy supply security");
    program.press("q");
    assert_eq!(program.ends(), 0);
}
