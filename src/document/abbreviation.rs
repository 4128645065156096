//! Abbreviations that the text itself explains.

use super::Passage;
use serde::{Deserialize, Serialize};

/// An abbreviation, its expansion, and where both occur.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Abbreviation {
    /// The short form, in the singular (`CBM`).
    pub short: String,
    /// The words that it abbreviates, where the text first explains it.
    pub expansion: Passage,
    /// Every place that explains it, with the long and the short form, in order.
    pub explained: Vec<Passage>,
    /// Every other place that uses the short form, in reading order.
    pub used: Vec<Passage>,
}
