//! The running programs that look words up and read aloud.

use std::sync::mpsc::Sender;

/// The running programs; dropping a sender stops its program.
#[derive(Debug, Default)]
pub struct LookupPrograms {
    pub(in crate::run) looking_up: Option<Sender<()>>,
    pub(in crate::run) speaking: Option<Sender<()>>,
}
