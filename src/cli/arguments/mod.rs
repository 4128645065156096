//! What can be written on the command line.
//!
//! * [`Arguments`] are those of the program, of which some say what it reads ([`ReadingArguments`]);
//! * [`Command`] lists the commands that print; those with many options have a file of their own;
//! * [`Source`] names the document of a command, [`OutputFormat`] how it prints.

mod bookmarks;
mod command;
mod compare;
mod details;
mod format;
mod library;
mod print;
mod program;
mod reading;
mod source;

pub use bookmarks::{BookmarksCommand, ExportFormat, Marking};
pub use command::{Command, ConfigCommand, Explain, Find, History};
pub use compare::{Compare, CompareFormat, Compared};
pub use details::EXIT_STATUSES;
pub use format::OutputFormat;
pub use library::{Library, LibraryCommand};
pub use print::{Print, PrintFormat};
pub use program::Arguments;
pub use reading::{Begin, Manner, ReadingArguments};
pub use source::Source;
