//! The thread that reads whole lines: from standard input, or from the terminal where standard
//! input is a document.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::thread;

/// Where lines come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineSource {
    /// Standard input.
    Input,
    /// The terminal itself.
    Terminal,
}

/// The maximum number of bytes of a line; a longer one is read as several.
const LONGEST: u64 = 64 << 10;

/// Reads lines until there are no more, and then hands over `None`; `hear` says whether anybody
/// still listens.
///
/// # Errors
/// If there is no terminal to read from, or no thread can be started.
pub fn listen_to_lines(
    source: LineSource,
    hear: impl Fn(Option<String>) -> bool + Send + 'static,
) -> io::Result<()> {
    let lines: Box<dyn Read + Send> = match source {
        LineSource::Input => Box::new(io::stdin()),
        LineSource::Terminal => Box::new(terminal()?),
    };
    let mut lines = BufReader::new(lines);
    let listen = move || {
        loop {
            let mut line = Vec::new();
            match (&mut lines).take(LONGEST).read_until(b'\n', &mut line) {
                Ok(count) if count > 0 => {
                    let line = String::from_utf8_lossy(&line);
                    if !hear(Some(line.trim_end_matches(['\r', '\n']).to_owned())) {
                        return;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                _ => {
                    hear(None);
                    return;
                }
            }
        }
    };
    thread::Builder::new().name("lines".to_owned()).spawn(listen)?;
    Ok(())
}

#[cfg(unix)]
fn terminal() -> io::Result<File> {
    super::keyboard::open().map(File::from)
}

#[cfg(not(unix))]
fn terminal() -> io::Result<File> {
    File::open("CONIN$")
}
