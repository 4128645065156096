//! The real program in a real pseudo-terminal.

mod bookmarks;
mod commands;
mod comparing;
mod endings;
mod faults;
mod files;
mod kills;
mod large;
mod linear;
mod looks;
mod mouse;
mod paging;
mod panics;
mod pasting;
mod printing;
mod program;
mod reading;
mod settings;
mod side_by_side;
mod spoken;
mod starting;
mod trouble;
mod walk;
mod wide;
