//! The clipboard: the ways to copy text to it, and whether that worked.
//!
//! On a local machine the system's own clipboard is used. Over ssh that would be
//! the clipboard of the remote machine, so the program asks the terminal by OSC
//! 52, which a terminal may ignore and does not answer. tmux itself copies text
//! to the terminal's clipboard (`load-buffer -w`) with its default settings; an
//! escape sequence from inside tmux needs other settings.

use super::sequence::{Between, SURE, copying};
use crate::messages::{notices, states};
use crate::settings::Security;
use std::ffi::OsString;
use std::fmt;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation;

/// How long to wait for a program to take the text.
const PATIENCE: Duration = Duration::from_secs(2);

/// The environment as far as it concerns the clipboard.
#[derive(Debug, Clone, Default)]
struct Surroundings {
    host: Host,
    multiplexer: Multiplexer,
    /// The clipboards of the machine, in the order in which they are tried.
    systems: Vec<ClipboardSystem>,
    path: OsString,
}

/// The machine on which the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Host {
    /// The one in front of the user.
    #[default]
    Local,
    /// One that is reached by ssh.
    Remote,
}

/// The program that divides the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Multiplexer {
    #[default]
    None,
    Tmux,
    Screen,
    /// tmux on the other side of ssh: only `TERM` reveals it.
    RemoteTmux,
}

impl Multiplexer {
    /// Finds the innermost one by the variables that are set and by the name of the terminal.
    fn of(is_set: impl Fn(&str) -> bool, term: &str) -> Self {
        if is_set("TMUX") {
            Self::Tmux
        } else if is_set("STY") {
            Self::Screen
        } else if term.starts_with("tmux") {
            Self::RemoteTmux
        } else {
            Self::None
        }
    }
}

/// A clipboard of a machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ClipboardSystem {
    Mac,
    Wayland,
    X11,
    Windows,
}

impl ClipboardSystem {
    /// All systems, in the order in which they are tried.
    const ALL: [Self; 4] = [Self::Mac, Self::Wayland, Self::X11, Self::Windows];

    /// Returns the programs that take text for it, the preferred one first.
    const fn takers(self) -> &'static [Taker] {
        match self {
            Self::Mac => &[MAC],
            Self::Wayland => &[WAYLAND],
            Self::X11 => &[XCLIP, XSEL],
            Self::Windows => &[WINDOWS],
        }
    }
}

impl Surroundings {
    fn read() -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let remote = set("SSH_TTY") || set("SSH_CONNECTION");
        let term = std::env::var("TERM").unwrap_or_default();
        let is_there = |system: &ClipboardSystem| match system {
            ClipboardSystem::Mac => cfg!(target_os = "macos"),
            ClipboardSystem::Wayland => set("WAYLAND_DISPLAY"),
            ClipboardSystem::X11 => set("DISPLAY"),
            ClipboardSystem::Windows => {
                cfg!(windows) || set("WSL_DISTRO_NAME") || set("WSL_INTEROP")
            }
        };
        Self {
            host: if remote { Host::Remote } else { Host::Local },
            multiplexer: Multiplexer::of(set, &term),
            systems: ClipboardSystem::ALL.into_iter().filter(is_there).collect(),
            path: std::env::var_os("PATH").unwrap_or_default(),
        }
    }

    /// Whether a program is on the search path.
    fn has(&self, program: &str) -> bool {
        std::env::split_paths(&self.path)
            .filter(|folder| folder.is_absolute())
            .any(|folder| is_program(&folder.join(program)))
    }

    fn between(&self) -> Between {
        match self.multiplexer {
            Multiplexer::Tmux | Multiplexer::RemoteTmux => Between::Tmux,
            Multiplexer::Screen => Between::Screen,
            Multiplexer::None => Between::Nothing,
        }
    }
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// A program that reads the text from its standard input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Taker {
    program: &'static str,
    arguments: &'static [&'static str],
    means: Means,
}

const fn system(program: &'static str, arguments: &'static [&'static str]) -> Taker {
    Taker { program, arguments, means: Means::System }
}

const WAYLAND: Taker = system("wl-copy", &["--type", "text/plain;charset=utf-8"]);
const XCLIP: Taker = system("xclip", &["-selection", "clipboard", "-in"]);
const XSEL: Taker = system("xsel", &["--clipboard", "--input"]);
const MAC: Taker = system("pbcopy", &[]);
const WINDOWS: Taker = system("clip.exe", &[]);
const TMUX: Taker =
    Taker { program: "tmux", arguments: &["load-buffer", "-w", "-"], means: Means::Tmux };

/// A way to copy text to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// A program of the system.
    System,
    /// tmux.
    Tmux,
    /// The terminal, which does not confirm it.
    Terminal,
}

impl Means {
    /// The name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => states::CLIPBOARD,
            Self::Tmux => "tmux",
            Self::Terminal => states::TERMINAL,
        }
    }
}

/// The text passed to another program, and whether the program took it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    words: String,
    means: Means,
    taken: bool,
}

impl Copied {
    /// Whether the program took the text.
    pub fn taken(&self) -> bool {
        self.taken
    }

    /// The copied text.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The message that reports the copy.
    pub fn notice(&self) -> String {
        let notice = told(&self.words, self.means);
        // tmux passes the text on as an escape sequence.
        if self.means == Means::Tmux { with_limit(notice, &self.words) } else { notice }
    }
}

fn told(words: &str, means: Means) -> String {
    let count = words.graphemes(true).count();
    notices::copied(count, means.name())
}

fn with_limit(notice: String, words: &str) -> String {
    if is_sure(words) { notice } else { notices::copied_much(notice) }
}

fn is_sure(words: &str) -> bool {
    copying(words, Between::Nothing).len() <= SURE
}

/// Access to the clipboard.
pub struct Clipboard {
    taker: Option<Taker>,
    between: Between,
    told: Arc<dyn Fn(Copied) + Send + Sync>,
    /// The thread that passes on the latest text.
    giving: Option<JoinHandle<()>>,
}

impl fmt::Debug for Clipboard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clipboard").field("taker", &self.taker).finish_non_exhaustive()
    }
}

impl Clipboard {
    /// Finds the clipboard that suits the environment: that of the terminal if
    /// no program may be started. `told` receives the result of each copy by
    /// another program.
    pub fn find(told: impl Fn(Copied) + Send + Sync + 'static, security: Security) -> Self {
        let surroundings = Surroundings::read();
        let has = |program: &str| security.may_start().is_ok() && surroundings.has(program);
        let taker = taker(&surroundings, has);
        Self { taker, between: surroundings.between(), told: Arc::new(told), giving: None }
    }

    /// Passes text to the clipboard program, if there is one; returns whether
    /// there is. It does not wait: the result is reported later.
    pub fn hand_over(&mut self, words: &str) -> bool {
        let Some(taker) = self.taker else { return false };
        let (words, told) = (words.to_owned(), Arc::clone(&self.told));
        let earlier = self.giving.take();
        let started = thread::Builder::new().name("clipboard".to_owned()).spawn(move || {
            // The text copied last must arrive last.
            if let Some(earlier) = earlier {
                let _ = earlier.join();
            }
            let taken = give(taker, &words).is_ok_and(|taken| taken);
            told(Copied { words, means: taker.means, taken });
        });
        self.giving = started.ok();
        self.giving.is_some()
    }

    /// Waits, for a limited time, until the text copied last is taken; the end
    /// of the program would cut it short.
    pub fn finish(&mut self) {
        if let Some(giving) = self.giving.take() {
            let _ = giving.join();
        }
    }

    /// Stops using the program that did not take the text, so that later copies
    /// do not wait in vain.
    pub fn give_up_on_program(&mut self) {
        self.taker = None;
    }

    /// Returns the sequence that asks the terminal to take the text.
    pub fn sequence(&self, words: &str) -> String {
        copying(words, self.between)
    }

    /// Returns the message for text that the terminal was asked to take.
    pub fn notice(words: &str) -> String {
        with_limit(told(words, Means::Terminal), words)
    }
}

/// Returns the program that receives the text; `None` if the terminal is asked.
fn taker(surroundings: &Surroundings, has: impl Fn(&str) -> bool) -> Option<Taker> {
    let systems: &[ClipboardSystem] = match surroundings.host {
        Host::Local => &surroundings.systems,
        Host::Remote => &[],
    };
    let tmux = (surroundings.multiplexer == Multiplexer::Tmux).then_some(TMUX);
    let takers = systems.iter().flat_map(|system| system.takers()).copied();
    takers.chain(tmux).find(|taker| has(taker.program))
}

/// Passes text to a program and waits a limited time until it has taken it.
fn give(taker: Taker, words: &str) -> io::Result<bool> {
    let mut command = Command::new(taker.program);
    command.args(taker.arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    // Some stay in the background to serve the text, and outlive this program.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    let bytes = encoded(taker, words);
    let input = child.stdin.take();
    let (sender, written) = mpsc::channel();
    // A program that reads nothing would block the writer.
    thread::Builder::new().name("clipboard-input".to_owned()).spawn(move || {
        let whole = input.is_some_and(|mut input| input.write_all(&bytes).is_ok());
        let _ = sender.send(whole);
    })?;
    let start = Instant::now();
    let status = loop {
        match child.try_wait()? {
            Some(status) => break status,
            None if start.elapsed() > PATIENCE => {
                child.kill()?;
                child.wait()?;
                return Ok(false);
            }
            None => thread::sleep(Duration::from_millis(5)),
        }
    };
    let left = PATIENCE.saturating_sub(start.elapsed());
    Ok(status.success() && written.recv_timeout(left).unwrap_or(false))
}

/// `clip.exe` reads anything but UTF-16 in the legacy code page of the system.
fn encoded(taker: Taker, words: &str) -> Vec<u8> {
    if taker == WINDOWS {
        words.encode_utf16().flat_map(u16::to_le_bytes).collect()
    } else {
        words.as_bytes().to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(surroundings: &Surroundings, there: &[&str]) -> Option<&'static str> {
        taker(surroundings, |program| there.contains(&program)).map(|taker| taker.program)
    }

    #[test]
    fn the_clipboard_is_that_of_the_machine_before_the_person() {
        let all = ["wl-copy", "xclip", "xsel", "tmux", "clip.exe"];
        let desktop = vec![ClipboardSystem::Wayland, ClipboardSystem::X11];
        let here = Surroundings { systems: desktop, ..Surroundings::default() };
        assert_eq!(chosen(&here, &all), Some("wl-copy"));
        assert_eq!(chosen(&here, &["xsel", "tmux"]), Some("xsel"));
        assert_eq!(chosen(&here, &[]), None);
        let console = Surroundings::default();
        assert_eq!(chosen(&console, &all), None);
        let far = Surroundings { host: Host::Remote, ..here.clone() };
        assert_eq!(chosen(&far, &all), None);
        let far = Surroundings { multiplexer: Multiplexer::Tmux, ..far };
        assert_eq!(chosen(&far, &all), Some("tmux"));
        assert_eq!(chosen(&far, &["xclip"]), None);
        let windows =
            Surroundings { systems: vec![ClipboardSystem::Windows], ..Surroundings::default() };
        assert_eq!(chosen(&windows, &all), Some("clip.exe"));
    }

    #[test]
    fn the_sequence_suits_the_multiplexer() {
        for (set, term, between) in [
            (&[][..], "xterm", Between::Nothing),
            (&["STY"], "screen", Between::Screen),
            (&[], "tmux-256color", Between::Tmux),
            (&["TMUX", "STY"], "screen", Between::Tmux),
        ] {
            let multiplexer = Multiplexer::of(|name| set.contains(&name), term);
            let surroundings = Surroundings { multiplexer, ..Surroundings::default() };
            assert_eq!(surroundings.between(), between, "{set:?} {term}");
        }
    }

    #[test]
    fn the_notice_counts_visible_characters_and_warns_of_limits() {
        assert_eq!(Clipboard::notice("e\u{301}a"), "copied 2 characters (OSC 52)");
        assert_eq!(told("x", Means::System), "copied 1 character (clipboard)");
        assert!(Clipboard::notice(&"x".repeat(74_990)).ends_with("(OSC 52)"));
        assert!(Clipboard::notice(&"x".repeat(75_000)).contains("more than many terminals accept"));
    }
}
