//! A program in a pseudo-terminal: what is typed into it, and what its screen
//! shows.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Longer than anything here takes; a test that waits this long has failed.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The size that a terminal has at first.
pub const ROWS: u16 = 30;
pub const COLUMNS: u16 = 100;

/// The folders of a person who has never run the program before.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn bookmarks(&self) -> PathBuf {
        self.config("bookmarks.toml")
    }

    pub fn config(&self, name: &str) -> PathBuf {
        let folder = self.path().join("config/bulletin");
        fs::create_dir_all(&folder).expect("a folder");
        folder.join(name)
    }

    /// Writes a document of that name.
    pub fn document(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path().join(name);
        fs::write(&path, text).expect("written");
        path
    }

    /// A command of this person.
    pub fn command(&self, program: &str) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.env("HOME", self.path());
        command.env("XDG_CONFIG_HOME", self.path().join("config"));
        command.env("XDG_STATE_HOME", self.path().join("state"));
        command.env("TERM", "xterm-256color");
        for name in ["NO_COLOR", "COLORTERM", "COLORFGBG"] {
            command.env_remove(name);
        }
        command
    }

    /// The program itself.
    pub fn bulletin(&self) -> CommandBuilder {
        self.command(env!("CARGO_BIN_EXE_bulletin"))
    }

    /// The program, opened on the bulletin that it carries.
    pub fn begun(&self) -> Program {
        let mut command = self.bulletin();
        command.arg("--built-in");
        Program::start(command)
    }

    /// The same, once it is drawn and has nothing to tell.
    pub fn reading(&self) -> Program {
        let program = self.begun();
        program.shows("F1 help");
        program
    }
}

/// All that a program has written: as it came, and as a terminal shows it.
struct Output {
    bytes: Vec<u8>,
    terminal: vt100::Parser,
}

/// A program in a terminal.
pub struct Program {
    pub child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Arc<Mutex<Output>>,
    master: Box<dyn MasterPty + Send>,
}

impl Program {
    pub fn start(command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(size(COLUMNS, ROWS)).expect("a pseudo-terminal");
        let child = pair.slave.spawn_command(command).expect("the program");
        let terminal = vt100::Parser::new(cells(ROWS), cells(COLUMNS), 0);
        let output = Arc::new(Mutex::new(Output { bytes: Vec::new(), terminal }));
        let (mut from, seen) =
            (pair.master.try_clone_reader().expect("output"), Arc::clone(&output));
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = from.read(&mut bytes) {
                let mut seen = seen.lock().expect("the output");
                seen.bytes.extend_from_slice(&bytes[..count]);
                seen.terminal.process(&bytes[..count]);
            }
        });
        let keys = pair.master.take_writer().expect("keys");
        Self { child, keys, output, master: pair.master }
    }

    fn output(&self) -> MutexGuard<'_, Output> {
        self.output.lock().expect("the output")
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("written");
        self.keys.flush().expect("written");
    }

    /// Presses Escape, and waits for what is shown then: with the next key at
    /// its heels it would be Alt and that key.
    pub fn escape(&mut self, words: &str) {
        self.press("\u{1b}");
        self.shows(words);
    }

    /// The main button goes down at a cell, counted from 0; then the mouse
    /// moves to the others, and the button goes up there.
    pub fn drag(&mut self, cells: &[(u16, u16)]) {
        let mut events = String::new();
        for (nth, (column, row)) in cells.iter().enumerate() {
            let button = if nth == 0 { 0 } else { 32 };
            write!(events, "\x1b[<{button};{};{}M", column + 1, row + 1).expect("written");
        }
        if let Some((column, row)) = cells.last() {
            write!(events, "\x1b[<0;{};{}m", column + 1, row + 1).expect("written");
        }
        self.press(&events);
    }

    pub fn click(&mut self, cell: (u16, u16)) {
        self.drag(&[cell]);
    }

    /// A notch of the wheel towards the person.
    pub fn wheel_down(&mut self, (column, row): (u16, u16)) {
        self.press(&format!("\x1b[<65;{};{}M", column + 1, row + 1));
    }

    /// Gives the terminal another size.
    pub fn resize(&self, columns: u16, rows: u16) {
        self.output().terminal.screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(size(columns, rows)).expect("another size");
    }

    /// Sends a signal to the program.
    pub fn signal(&self, name: &str) {
        let id = self.id().to_string();
        let sent = std::process::Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.expect("kill").success());
    }

    pub fn id(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    pub fn until(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while !holds(self.output().terminal.screen()) {
            let words = self.words();
            assert!(start.elapsed() < PATIENCE, "never came: {what}\n{words}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn shows(&self, words: &str) {
        self.until(words, |screen| screen.contents().contains(words));
    }

    /// What the screen shows.
    pub fn words(&self) -> String {
        self.output().terminal.screen().contents()
    }

    /// Every byte that was written to the terminal.
    pub fn bytes(&self) -> Vec<u8> {
        self.output().bytes.clone()
    }

    /// The words of a row from a column on, so many columns of them.
    pub fn row(&self, row: u16, from: u16, columns: u16) -> String {
        let output = self.output();
        let rows = output.terminal.screen().rows(from, columns);
        rows.into_iter().nth(usize::from(row)).unwrap_or_default()
    }

    /// The cell where words begin, from a column of the screen on.
    pub fn find(&self, words: &str, from: u16) -> (u16, u16) {
        let found = (0..ROWS).find_map(|row| {
            let text = self.row(row, from, COLUMNS - from);
            let at = text.find(words)?;
            let before = u16::try_from(text[..at].chars().count()).expect("a column");
            Some((from + before, row))
        });
        found.unwrap_or_else(|| panic!("“{words}” is nowhere:\n{}", self.words()))
    }

    /// Waits for the end, and for the terminal as it was; gives the status.
    pub fn ends(&mut self) -> u32 {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "it does not end:\n{}", self.words());
            std::thread::sleep(Duration::from_millis(10));
        };
        self.until("the terminal as it was", |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        });
        status.exit_code()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // A test that failed leaves no program behind.
        let _ = self.child.kill();
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("not zero")
}
