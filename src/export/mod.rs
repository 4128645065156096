//! Exports a document as text for other programs that can be read again as the
//! same document: with the same outline, addresses and words.
//!
//! * [`markdown`] writes CommonMark with the tables and footnotes of GitHub;
//! * [`text`] writes plain text, one paragraph per line.
//!
//! Both write forms that the importer recognizes, and check this: see [`style`].

pub mod escaping;
mod level;
mod markdown;
mod stated;
mod style;
mod text;

pub use escaping::{LinePosition, escaped};
pub use markdown::markdown;
pub use text::text;
