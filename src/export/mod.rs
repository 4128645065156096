//! A document as text for other programs, which reads back as the same
//! document: the same outline, the same addresses and the same words.
//!
//! * [`markdown`] writes CommonMark with the tables and footnotes of GitHub;
//! * [`text`] writes plain text, one paragraph a line.
//!
//! Both write what the importer takes for the same thing, and try it: see
//! [`style`].

mod escaping;
mod level;
mod markdown;
mod stated;
mod style;
mod text;

pub use escaping::{At, escaped};
pub use markdown::markdown;
pub use text::text;
