//! Standard output: written at once, quiet when nobody listens any more.

use super::error::Failure;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, ErrorKind, Write};

/// Writes text to standard output. A reader that went away (a closed pipe) is
/// no failure.
///
/// # Errors
/// Where standard output cannot be written for another reason.
pub fn emit(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written = out.write_all(printable(text).as_bytes()).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => Ok(()),
    }
}

/// Writes a value as JSON, indented.
///
/// # Errors
/// As [`emit`].
pub fn emit_json(value: &impl Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(value).map_err(|e| Failure::Output(e.into()))?;
    text.push('\n');
    emit(&text)
}

/// Text without control characters but line ends and tabs: file names and
/// hand-written notes may hold any, and none may reach a terminal.
pub fn printable(text: &str) -> Cow<'_, str> {
    let harmful = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if text.contains(harmful) {
        Cow::Owned(text.replace(harmful, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_is_printed() {
        assert_eq!(printable("a\tb\n"), "a\tb\n");
        assert_eq!(printable("a\u{1b}[31mb\u{9b}c\r"), "a\u{fffd}[31mb\u{fffd}c\u{fffd}");
    }
}
