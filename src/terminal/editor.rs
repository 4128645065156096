//! Edits a text in the user's own editor.

use crate::files;
use crate::messages::errors;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::process::Command;

/// The editor to use if none is set.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// The maximum length of the edited text, in bytes.
const LARGEST: u64 = 1 << 20;

/// Lets the user edit a text in `$VISUAL` or `$EDITOR`, and returns the result.
/// The caller must have released the terminal.
///
/// # Errors
/// The editor cannot be started or fails, or the temporary file cannot be read;
/// the text is then unchanged.
pub fn edit(text: &str) -> io::Result<String> {
    let mut file = tempfile::Builder::new().prefix("bulletin-note-").suffix(".txt").tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    let named = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let editor = named("VISUAL").or_else(|| named("EDITOR")).unwrap_or_else(|| USUAL.to_owned());
    // A shell splits the variable as in every other program: it may contain
    // arguments.
    let mut command = if cfg!(windows) {
        let mut command = Command::new(&editor);
        command.arg(file.path());
        command
    } else {
        let mut command = Command::new("sh");
        command.arg("-c").arg(format!("{editor} \"$1\"")).arg("sh").arg(file.path());
        command
    };
    let status = command.status()?;
    if !status.success() {
        return Err(io::Error::other(errors::editor_failed(editor, status)));
    }
    // The editor may have replaced the file, so read it by name.
    match files::read_text(file.path(), LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let mut edited = String::new();
            file.seek(SeekFrom::Start(0))?;
            file.take(LARGEST).read_to_string(&mut edited)?;
            Ok(edited)
        }
        replaced => replaced,
    }
}
