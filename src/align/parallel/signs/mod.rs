//! Signs that a translation keeps: numbers in figures or in words, dates, references by the number of
//! their target, names and abbreviations, the marks of lists.
//!
//! [`SignKeys`] are the signs of a part of a text as numbers, which say whether two parts may
//! correspond. [`StatedSigns`] are those that a check of two texts compares, as they are written.

mod figures;
mod keys;
mod names;
mod spelled;
mod stated;

pub use keys::{NumbersInWords, SignKeys, keys_of};
pub use stated::{Sign, SignAt, StatedSigns};
