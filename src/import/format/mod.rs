//! Formats: what a source's bytes are, and how each becomes a [`Manuscript`].

mod decode;
mod package;
mod refusal;
mod text;
mod writer;

use super::manuscript::Manuscript;

/// The manuscript of a source; `None` where its bytes are of no format that is known.
pub fn manuscript(bytes: &[u8]) -> Option<Manuscript<'_>> {
    if package::is_package(bytes) {
        return package::manuscript(bytes).map_err(|e| eprintln!("{e}")).ok();
    }
    decode::decode(bytes).map(text::manuscript)
}
