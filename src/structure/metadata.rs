//! What is known of a document as a whole: its title, publisher, date and language.

use super::masthead::Masthead;
use crate::document::{ContentId, Metadata, Origin, visible};
use crate::import::clean;
use crate::import::manuscript::Declared;

/// What the masthead says, else what was `found` in the text, else what the format declared.
pub fn of(
    masthead: Option<Masthead>,
    found: Option<String>,
    declared: Declared,
    origin: Origin,
    content: ContentId,
) -> Metadata {
    let file = match &origin {
        Origin::File(path) => path.file_stem().map(|stem| clean_name(&stem.to_string_lossy())),
        Origin::BuiltIn | Origin::StandardInput | Origin::Comparison { .. } => None,
    };
    let title = masthead.as_ref().map(|m| m.title.clone()).or(found).or(declared.title).or(file);
    let mut metadata =
        Metadata::new(title.unwrap_or_else(|| "Untitled".to_owned()), origin, content);
    metadata.language = declared.language;
    metadata.direction = declared.direction;
    if let Some(head) = masthead {
        metadata.publisher = head.publisher;
        metadata.date = head.date;
        metadata.volume = head.volume;
        metadata.number = head.number;
        metadata.edition = head.edition;
    }
    metadata
}

/// The name of a file, safe to show.
fn clean_name(name: &str) -> String {
    let name = visible(name);
    clean::words(&name, 0..name.len())
}
