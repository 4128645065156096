//! Files on disk: reads only regular files of limited size, and never blocks on
//! opening.
//!
//! A path may lead to anything: to an endless device, to a pipe that nobody
//! writes to, to a file larger than the memory. [`open`] and [`read`] reject
//! these at once, with a reason that helps the user. [`own_stream`] opens pipes
//! named by a shell, as in `bulletin <(command)`. [`TomlForm`] preserves the
//! format of an edited TOML file. [`temporary`] creates files that an instance which is killed
//! leaves behind, and [`clear_leftovers`] removes these. [`make_private`] creates folders that only
//! their owner can read.

mod leftover;
mod private;
mod regular;
mod stream;
pub mod toml_form;

pub use leftover::{clear as clear_leftovers, temporary};
pub use private::make_private;
pub use regular::{Refused, check, check_size, open, read, read_text};
pub use stream::{is_own_stream, own_stream, read_stream};
pub use toml_form::TomlForm;
