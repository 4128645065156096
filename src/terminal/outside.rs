//! Runs the programs named in the config: without a shell, away from the terminal, and only as
//! long as their output is wanted.

use crate::messages::errors;
use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// How often to check whether a program has ended.
const STEP: Duration = Duration::from_millis(40);

/// The most output of a program that is kept, in bytes.
const LARGEST: u64 = 256 << 10;

/// The output of a program that has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgramOutput {
    /// Its standard output.
    pub output: String,
    /// Its standard error.
    pub error: String,
    /// Whether it reported success.
    pub success: bool,
}

/// Runs a program with a text on its standard input until it ends. It is killed, and `None`
/// returned, when `stop` receives a message or loses its sender, or when `patience` runs out.
///
/// # Errors
/// The program cannot be started.
pub fn run(
    words: &[String],
    input: Option<String>,
    patience: Option<Duration>,
    stop: &Receiver<()>,
) -> io::Result<Option<ProgramOutput>> {
    let Some((program, arguments)) = words.split_first() else {
        return Err(io::Error::other(errors::NO_PROGRAM));
    };
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let (Some(mut pipe), Some(text)) = (child.stdin.take(), input) {
        // A program that does not read its input has closed the pipe, or will be killed.
        thread::spawn(move || drop(pipe.write_all(text.as_bytes())));
    }
    let output = child.stdout.take().map(|pipe| thread::spawn(move || taken(pipe)));
    let error = child.stderr.take().map(|pipe| thread::spawn(move || taken(pipe)));
    let Some(status) = wait(&mut child, patience, stop)? else { return Ok(None) };
    let joined = |reader: Option<thread::JoinHandle<String>>| {
        reader.and_then(|reader| reader.join().ok()).unwrap_or_default()
    };
    Ok(Some(ProgramOutput {
        output: joined(output),
        error: joined(error),
        success: status.success(),
    }))
}

/// Waits until a program ends; `None` if it was stopped.
fn wait(
    child: &mut Child,
    patience: Option<Duration>,
    stop: &Receiver<()>,
) -> io::Result<Option<ExitStatus>> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        let late = patience.is_some_and(|patience| begun.elapsed() > patience);
        if late || stop.recv_timeout(STEP) != Err(RecvTimeoutError::Timeout) {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
    }
}

/// Reads a pipe to its end and keeps the beginning. The rest is read too, so that the program
/// does not block on a full pipe.
fn taken(mut pipe: impl Read) -> String {
    let mut bytes = Vec::new();
    let _ = pipe.by_ref().take(LARGEST).read_to_end(&mut bytes);
    let _ = io::copy(&mut pipe, &mut io::sink());
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::sync::mpsc;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn what_a_program_prints_is_taken() {
        let (_go_on, stop) = mpsc::channel();
        let printed = run(&words(&["cat"]), Some("lamp".to_owned()), None, &stop);
        let printed = printed.expect("started").expect("ended");
        assert_eq!((printed.output.as_str(), printed.success), ("lamp", true));
        let failed = run(&words(&["ls", "/no such place"]), None, None, &stop);
        let failed = failed.expect("started").expect("ended");
        assert!(!failed.success && !failed.error.is_empty());
        assert!(run(&words(&["no such program"]), None, None, &stop).is_err());
    }

    #[test]
    fn a_program_is_stopped_when_it_is_not_wanted_any_more() {
        let (go_on, stop) = mpsc::channel::<()>();
        drop(go_on);
        let stopped = run(&words(&["sleep", "600"]), None, None, &stop).expect("started");
        assert_eq!(stopped, None);
        let (_go_on, stop) = mpsc::channel();
        let late = run(&words(&["sleep", "600"]), None, Some(Duration::ZERO), &stop);
        assert_eq!(late.expect("started"), None);
    }
}
