//! Formats: what a source's bytes are, and how each becomes a [`Manuscript`].

mod decode;
mod text;

use super::manuscript::Manuscript;

/// The manuscript of a source; `None` where its bytes are of no format that is known.
pub fn manuscript(bytes: &[u8]) -> Option<Manuscript<'_>> {
    decode::decode(bytes).map(text::manuscript)
}
