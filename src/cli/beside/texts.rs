//! The two texts of a command.

use crate::cache::Personal;
use crate::cli::arguments::Source;
use crate::cli::error::Failure;
use crate::cli::source;
use crate::document::Document;
use std::path::Path;

/// Two texts that were read.
pub struct BothTexts {
    pub left: Document,
    pub right: Document,
}

impl BothTexts {
    /// Reads both.
    ///
    /// # Errors
    /// If one cannot be read, or both are standard input.
    pub fn read(left: &Source, right: &Path) -> Result<Self, Failure> {
        let right = Source::named(right.to_owned());
        source::refuse_several_inputs([left, &right])?;
        let cache = Personal::default();
        let left = source::open_telling(left, &cache)?;
        Ok(Self { left, right: source::open_telling(&right, &cache)? })
    }
}
