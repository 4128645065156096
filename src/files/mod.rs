//! Files on disk: what is read is a regular file of a bounded size, and opening
//! it never blocks.
//!
//! A path may lead to anything: to a device that never ends, to a pipe that
//! nobody writes to, to a file larger than the memory. [`open`] and [`read`]
//! refuse these at once, with a reason that a person can act on. [`own_stream`]
//! is for the pipes that a shell names, as in `bulletin <(command)`. [`TomlForm`]
//! keeps how a file of TOML is written where it is edited.

mod regular;
mod stream;
pub mod toml_form;

pub use regular::{Refused, check, check_size, open, read, read_text};
pub use stream::{is_own_stream, own_stream, read_stream};
pub use toml_form::TomlForm;
