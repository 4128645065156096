//! Standard output: written at once; a closed pipe is not an error.

use super::error::Failure;
use crate::document::is_hidden;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, ErrorKind, Write};

/// Writes text to standard output. A closed pipe is not an error.
///
/// # Errors
/// If standard output cannot be written for another reason.
pub fn emit(text: &str) -> Result<(), Failure> {
    write_out(&printable(text))
}

/// Writes text that is known to be printable, with the control sequences of its style.
///
/// # Errors
/// As [`emit`].
pub(super) fn write_out(text: &str) -> Result<(), Failure> {
    write_bytes(text.as_bytes())
}

/// Writes a file that is not text.
///
/// # Errors
/// As [`emit`].
pub(super) fn write_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written = out.write_all(bytes).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => Ok(()),
    }
}

/// Writes a value as [`json`].
///
/// # Errors
/// As [`emit`].
pub fn emit_json(value: &impl Serialize) -> Result<(), Failure> {
    emit(&json(value).map_err(|e| Failure::Output(e.into()))?)
}

/// A value as JSON, indented. Hidden characters are written as escapes, which mean the same to a
/// program and do no harm to a terminal.
///
/// # Errors
/// The value has a key that JSON cannot hold.
pub fn json(value: &impl Serialize) -> Result<String, serde_json::Error> {
    Ok(escaped_json(&serde_json::to_string_pretty(value)?) + "\n")
}

/// A list of values as [`json`], which are written as soon as they are known.
#[derive(Debug, Default)]
pub struct JsonList {
    /// Whether a value was written.
    is_begun: bool,
}

impl JsonList {
    /// Writes the next values, all at once.
    ///
    /// # Errors
    /// As [`emit_json`].
    pub fn extend(
        &mut self,
        values: impl IntoIterator<Item = impl Serialize>,
    ) -> Result<(), Failure> {
        let mut out = String::new();
        for value in values {
            let json = json(&value).map_err(|error| Failure::Output(error.into()))?;
            out.push_str(if self.is_begun { ",\n  " } else { "[\n  " });
            out.push_str(&json.trim_end().replace('\n', "\n  "));
            self.is_begun = true;
        }
        emit(&out)
    }

    /// Ends the list.
    ///
    /// # Errors
    /// As [`emit`].
    pub fn finish(self) -> Result<(), Failure> {
        emit(if self.is_begun { "\n]\n" } else { "[]\n" })
    }
}

/// JSON in which nothing is hidden but its own line ends.
fn escaped_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if is_hidden(c) && c != '\n' {
            // All of them are of one unit of UTF-16.
            escaped.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            escaped.push(c);
        }
    }
    escaped
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
    fn nothing_is_hidden_in_json() {
        let name = "rules\u{202e}txt.sh\u{9b}\n";
        let json = escaped_json(&serde_json::to_string_pretty(&[name]).expect("JSON"));
        assert_eq!(json, "[\n  \"rules\\u202etxt.sh\\u009b\\n\"\n]");
        assert_eq!(serde_json::from_str::<Vec<String>>(&json).expect("JSON"), [name]);
    }

    #[test]
    fn no_control_character_is_printed() {
        assert_eq!(printable("a\tb\n"), "a\tb\n");
        assert_eq!(printable("a\u{1b}[31mb\u{9b}c\r"), "a\u{fffd}[31mb\u{fffd}c\u{fffd}");
    }
}
