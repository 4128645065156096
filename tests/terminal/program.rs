//! A program in a pseudo-terminal: the keys typed into it, and what its screen shows.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Longer than any step takes; a test that waits this long has failed.
pub const PATIENCE: Duration = Duration::from_secs(90);

/// The initial size of a terminal.
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

    /// Writes a document with this name.
    pub fn document(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path().join(name);
        fs::write(&path, text).expect("written");
        path
    }

    /// Builds a command for this person.
    pub fn command(&self, program: &str) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.env("HOME", self.path());
        command.env("XDG_CONFIG_HOME", self.path().join("config"));
        command.env("XDG_STATE_HOME", self.path().join("state"));
        command.env("XDG_CACHE_HOME", self.path().join("cache"));
        command.env("TERM", "xterm-256color");
        for name in ["NO_COLOR", "COLORTERM", "COLORFGBG"] {
            command.env_remove(name);
        }
        command
    }

    /// Builds the command of the program itself.
    pub fn bulletin(&self) -> CommandBuilder {
        self.command(env!("CARGO_BIN_EXE_bulletin"))
    }

    /// Starts the program with the built-in bulletin.
    pub fn begun(&self) -> Program {
        let mut command = self.bulletin();
        command.arg("--built-in");
        Program::start(command)
    }

    /// The same, once it is drawn and shows no message.
    pub fn reading(&self) -> Program {
        let program = self.begun();
        program.shows("F1 help");
        program
    }
}

/// A terminal that a program is started in.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    pub columns: u16,
    pub rows: u16,
    /// Whether it reports its colours, as xterm does. A program that asks a terminal that does not
    /// will wait for some time.
    pub answers: bool,
}

/// The program's last query to a terminal, and xterm's answer to all queries.
const QUESTION: &[u8] = b"\x1b[c";
const ANSWER: &[u8] =
    b"\x1b]10;rgb:e5e5/e5e5/e5e5\x1b\\\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?64;22c";

/// All output of a program: as written, and as a terminal shows it.
struct Output {
    /// Whether the terminal accepts no more output.
    stalled: bool,
    bytes: Vec<u8>,
    terminal: vt100::Parser,
    /// When the last output arrived.
    at: Instant,
}

/// The output, and the signal that there is more.
struct Shown {
    output: Mutex<Output>,
    more: Condvar,
}

impl Shown {
    fn lock(&self) -> MutexGuard<'_, Output> {
        self.output.lock().expect("the output")
    }

    /// Waits for more output, at most this long.
    fn wait<'a>(&self, output: MutexGuard<'a, Output>, most: Duration) -> MutexGuard<'a, Output> {
        self.more.wait_timeout(output, most).unwrap_or_else(PoisonError::into_inner).0
    }
}

/// The input of a program.
type Keys = Arc<Mutex<Box<dyn Write + Send>>>;

/// A program in a terminal.
pub struct Program {
    pub child: Box<dyn Child + Send + Sync>,
    keys: Keys,
    shown: Arc<Shown>,
    master: Box<dyn MasterPty + Send>,
}

impl Program {
    pub fn start(command: CommandBuilder) -> Self {
        Self::start_in(Terminal { columns: COLUMNS, rows: ROWS, answers: false }, command)
    }

    pub fn start_in(terminal: Terminal, command: CommandBuilder) -> Self {
        let Terminal { columns, rows, answers } = terminal;
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a pseudo-terminal");
        let terminal = vt100::Parser::new(cells(rows), cells(columns), 0);
        let output =
            Mutex::new(Output { stalled: false, bytes: Vec::new(), terminal, at: Instant::now() });
        let shown = Arc::new(Shown { output, more: Condvar::new() });
        let keys: Keys = Arc::new(Mutex::new(pair.master.take_writer().expect("keys")));
        let mut from = pair.master.try_clone_reader().expect("output");
        let (seen, to) = (Arc::clone(&shown), Arc::clone(&keys));
        let child = pair.slave.spawn_command(command).expect("the program");
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = from.read(&mut bytes) {
                let bytes = &bytes[..count];
                if answers && bytes.windows(QUESTION.len()).any(|window| window == QUESTION) {
                    write(&to, ANSWER);
                }
                let mut output = seen.lock();
                while output.stalled {
                    output = seen.wait(output, PATIENCE);
                }
                output.bytes.extend_from_slice(bytes);
                output.terminal.process(bytes);
                output.at = Instant::now();
                seen.more.notify_all();
            }
        });
        Self { child, keys, shown, master: pair.master }
    }

    /// Makes the terminal accept no more output.
    pub fn stall(&self) {
        self.output().stalled = true;
    }

    fn output(&self) -> MutexGuard<'_, Output> {
        self.shown.lock()
    }

    pub fn press(&mut self, keys: &str) {
        write(&self.keys, keys.as_bytes());
    }

    /// Presses Escape, and waits for words on the screen: with the next key right after it, it
    /// would be Alt and that key.
    pub fn escape(&mut self, words: &str) {
        self.press("\u{1b}");
        self.shows(words);
    }

    /// Presses the main button at the first cell, counted from 0, moves the mouse to the others,
    /// and releases the button there.
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

    /// Turns the wheel one notch towards the person.
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
            // No faster than a person, so that the work behind the words is done too.
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn shows(&self, words: &str) {
        self.until(words, |screen| screen.contents().contains(words));
    }

    /// Returns the contents of the screen.
    pub fn words(&self) -> String {
        self.output().terminal.screen().contents()
    }

    /// Returns every byte written to the terminal.
    pub fn bytes(&self) -> Vec<u8> {
        self.output().bytes.clone()
    }

    /// Returns `columns` columns of a row, from column `from` on.
    pub fn row(&self, row: u16, from: u16, columns: u16) -> String {
        let output = self.output();
        let rows = output.terminal.screen().rows(from, columns);
        rows.into_iter().nth(usize::from(row)).unwrap_or_default()
    }

    /// Returns the column and row where words begin, searching from column `from` on.
    pub fn find(&self, words: &str, from: u16) -> (u16, u16) {
        let found = (0..ROWS).find_map(|row| {
            let text = self.row(row, from, COLUMNS - from);
            let at = text.find(words)?;
            let before = u16::try_from(text[..at].chars().count()).expect("a column");
            Some((from + before, row))
        });
        found.unwrap_or_else(|| panic!("“{words}” is nowhere:\n{}", self.words()))
    }

    /// Waits for the program to end and the terminal to be restored; returns the status.
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

/// Waiting with precision to the microsecond.
#[allow(dead_code, reason = "only the benchmark beside less asks for it")]
impl Program {
    /// Waits until a condition holds of the screen; returns the time at which it became true.
    pub fn until_within(
        &self,
        patience: Duration,
        what: &str,
        holds: impl Fn(&vt100::Screen) -> bool,
    ) -> Instant {
        let start = Instant::now();
        let mut output = self.output();
        while !holds(output.terminal.screen()) {
            let left = patience.saturating_sub(start.elapsed());
            if left.is_zero() {
                let words = output.terminal.screen().contents();
                drop(output);
                panic!("never came: {what}\n{words}");
            }
            output = self.shown.wait(output, left);
        }
        output.at
    }

    /// Waits until the program has written nothing for this long; returns the time of its last
    /// output.
    pub fn rests(&self, quiet: Duration) -> Instant {
        let mut output = self.output();
        loop {
            let left = quiet.saturating_sub(output.at.elapsed());
            if left.is_zero() {
                return output.at;
            }
            output = self.shown.wait(output, left);
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // A failed test leaves no program running.
        let _ = self.child.kill();
    }
}

fn write(keys: &Keys, bytes: &[u8]) {
    let mut keys = keys.lock().expect("the keys");
    keys.write_all(bytes).expect("written");
    keys.flush().expect("written");
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("not zero")
}
