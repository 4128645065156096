//! HTML, and the XHTML of publications.
//!
//! ```text
//! page --builder--> tree --survey--> what of it is text --walk--> manuscript
//! ```

mod attributes;
mod builder;
mod charset;
mod inline;
mod marker;
mod signature;
mod survey;
mod table;
mod tag;
#[cfg(test)]
mod tests;
mod tree;
mod walk;

pub use charset::charset;
pub use inline::{InlineEffect, InlineMark, InlineTag, tag};
pub use signature::is_html;

use super::manuscript::Manuscript;
use crate::messages::formats;
use survey::Survey;
use tag::Tag;
use walk::Walk;

/// Whether the name after `<` is that of a block element that is not part of a table row.
pub fn begins_block(tag: &[u8]) -> bool {
    let len = tag.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let name = tag[..len.min(LONGEST_NAME)].to_ascii_lowercase();
    let tag = std::str::from_utf8(&name).map(Tag::of);
    tag.is_ok_and(|tag| match tag {
        Tag::Cell { .. } | Tag::Caption | Tag::RowGroup => false,
        tag => len > 0 && tag.is_block(),
    })
}

/// The maximum length of a block element's name, in bytes.
const LONGEST_NAME: usize = 16;

/// Returns the manuscript of a page, or of a part of one.
pub fn manuscript(html: &str) -> Manuscript<'static> {
    let tree = builder::tree(&attributes::cut(html));
    let survey = Survey::of(&tree);
    let mut writer = Walk::of(&tree, &survey);
    let aside: Vec<&str> = survey.furniture.iter().map(|furniture| furniture.words()).collect();
    if !aside.is_empty() {
        writer.remark(formats::left_out(aside.join(", ")));
    }
    if tree.cut {
        writer.remark(formats::MANY_TAGS.into());
    }
    let declared = writer.declared();
    declared.title = tree.title_words();
    declared.language.clone_from(&tree.language);
    declared.direction = tree.direction;
    writer.finish()
}
