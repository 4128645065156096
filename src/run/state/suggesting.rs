//! The thread that completes typed paths.

use std::sync::mpsc::Sender;

/// The suggesting thread, once it was needed.
#[derive(Debug, Default)]
pub struct Suggesting {
    pub(in crate::run) asked: Option<String>,
    pub(in crate::run) thread: Option<Sender<String>>,
}
