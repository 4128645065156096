//! One-line messages.

use crate::document::visible;

/// The kind of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Something was done.
    Done,
    /// Something went wrong.
    Trouble,
}

/// A one-line message, shown until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its kind.
    pub news: News,
    /// The line.
    pub text: String,
}

impl Notice {
    pub(in crate::app) fn new(news: News, text: &str) -> Self {
        Self { news, text: visible(text).into_owned() }
    }
}
