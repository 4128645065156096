//! A pattern to search for, and what to restore if an unfinished search finds nothing.

use super::{Search, View};
use crate::find::PatternSyntax;

/// A pattern that was searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchPattern {
    /// The words or the expression.
    pub text: String,
    /// Its syntax.
    pub syntax: PatternSyntax,
}

/// What was replaced by a search that was confirmed before it had found anything.
#[derive(Debug, Clone)]
pub(in crate::app) struct Unsettled {
    /// The previous search.
    pub(in crate::app) before: Option<Search>,
    /// Where it started.
    pub(in crate::app) from: View,
}
