//! What the real program copies and by which means, in a pseudo-terminal.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Longer than any step takes; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

struct Program {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Arc<Mutex<Vec<u8>>>,
    _master: Box<dyn MasterPty + Send>,
}

impl Program {
    fn start(home: &Path, variables: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_bulletin"));
        command.arg("--built-in");
        // The environment of the test run must not matter.
        for name in ["SSH_TTY", "SSH_CONNECTION", "TMUX", "STY", "WAYLAND_DISPLAY", "DISPLAY"] {
            command.env_remove(name);
        }
        for name in ["WSL_DISTRO_NAME", "WSL_INTEROP"] {
            command.env_remove(name);
        }
        command.env("HOME", home);
        command.env("XDG_CONFIG_HOME", home.join("config"));
        command.env("XDG_STATE_HOME", home.join("state"));
        command.env("TERM", "xterm-256color");
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program");
        let output = Arc::new(Mutex::new(Vec::new()));
        let (mut stream, seen) =
            (pair.master.try_clone_reader().expect("output"), Arc::clone(&output));
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = stream.read(&mut bytes) {
                seen.lock().expect("the output").extend_from_slice(&bytes[..count]);
            }
        });
        let keys = pair.master.take_writer().expect("keys");
        Self { child, keys, output, _master: pair.master }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("written");
        self.keys.flush().expect("written");
    }

    /// Waits until the screen shows these words.
    fn shows(&self, words: &str) {
        self.until(words, |output| {
            let mut screen = vt100::Parser::default();
            screen.screen_mut().set_size(
                std::num::NonZeroU16::new(30).expect("rows"),
                std::num::NonZeroU16::new(100).expect("columns"),
            );
            screen.process(output);
            screen.screen().contents().contains(words)
        });
    }

    fn until(&self, what: &str, holds: impl Fn(&[u8]) -> bool) {
        let start = Instant::now();
        while !holds(&self.output.lock().expect("the output")) {
            assert!(start.elapsed() < PATIENCE, "never came: {what}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn copy_clause_11(&mut self) {
        self.shows("F1 help");
        self.press("11\r");
        self.shows("11 · energy supply security");
        self.press("y");
    }

    fn end(mut self) {
        self.press("q");
        assert_eq!(self.child.wait().expect("an end").exit_code(), 0);
    }
}

/// Returns the words that the output asks the terminal to copy.
fn sent(output: &[u8]) -> Option<String> {
    use base64::Engine;
    let text = String::from_utf8_lossy(output);
    let (_, from) = text.split_once("\u{1b}]52;c;")?;
    let (encoded, _) = from.split_once('\u{7}')?;
    let bytes = base64::engine::general_purpose::STANDARD.decode(encoded).ok()?;
    String::from_utf8(bytes).ok()
}

fn is_clause_11(words: &str) -> bool {
    words.starts_with("We recognize that energy supply security") && !words.contains('\n')
}

#[test]
fn over_ssh_the_terminal_is_asked_to_copy() {
    let home = tempfile::tempdir().expect("a folder");
    let mut program =
        Program::start(home.path(), &[("SSH_TTY", "/dev/pts/9"), ("WAYLAND_DISPLAY", "wayland-0")]);
    program.copy_clause_11();
    program.until("the sequence", |output| sent(output).is_some_and(|words| is_clause_11(&words)));
    let count = sent(&program.output.lock().expect("the output")).map_or(0, |w| w.chars().count());
    program.shows(&format!("copied {count} characters (OSC 52)"));
    program.end();
}

/// Creates a folder with a `wl-copy` that runs a script.
fn fake(home: &Path, script: &str) -> String {
    let program = home.join("wl-copy");
    std::fs::write(&program, script).expect("a script");
    let mode = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&program, mode).expect("a program");
    format!("{}:/usr/bin:/bin", home.display())
}

#[test]
fn the_clipboard_of_the_system_is_taken_where_there_is_one() {
    let home = tempfile::tempdir().expect("a folder");
    let path = fake(home.path(), "#!/bin/sh\nexec cat > \"$HOME/copied\"\n");
    let variables = [("PATH", path.as_str()), ("WAYLAND_DISPLAY", "wayland-0")];
    let mut program = Program::start(home.path(), &variables);
    program.copy_clause_11();
    program.shows("characters (clipboard)");
    let copied = std::fs::read_to_string(home.path().join("copied")).expect("copied words");
    assert!(is_clause_11(&copied), "{copied}");
    assert_eq!(sent(&program.output.lock().expect("the output")), None);
    program.end();
}

#[test]
fn who_leaves_at_once_has_the_last_words_whole() {
    let home = tempfile::tempdir().expect("a folder");
    let slow = "#!/bin/sh\nsleep 0.3\nexec cat > \"$HOME/copied\"\n";
    let path = fake(home.path(), slow);
    let variables = [("PATH", path.as_str()), ("WAYLAND_DISPLAY", "wayland-0")];
    let mut program = Program::start(home.path(), &variables);
    program.copy_clause_11();
    program.press("@");
    program.end();
    let copied = std::fs::read_to_string(home.path().join("copied")).expect("copied words");
    assert_eq!(copied, "11");
}

#[test]
fn where_the_system_refuses_the_terminal_is_asked() {
    let home = tempfile::tempdir().expect("a folder");
    let path = fake(home.path(), "#!/bin/sh\nexit 1\n");
    let variables = [("PATH", path.as_str()), ("WAYLAND_DISPLAY", "wayland-0")];
    let mut program = Program::start(home.path(), &variables);
    program.copy_clause_11();
    program.shows("characters (OSC 52)");
    assert!(sent(&program.output.lock().expect("the output")).is_some());
    program.end();
}
