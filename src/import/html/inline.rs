//! A single tag inside text that is not a page.

use super::builder;
use super::tag::Tag;
use super::tree::{Content, NodeId};
use crate::document::InlineKind;
use crate::import::raised::Raised;
use crate::import::writer;

/// The effect of a tag inside text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InlineTag {
    /// A line break.
    Break,
    /// An image, with its alternative text.
    Image(String),
    /// The start of marked words.
    Start(InlineMark),
    /// The end of words marked by an element of this name.
    End(String),
}

/// A mark on words by an element of this name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InlineMark {
    /// The name of the element.
    pub name: String,
    /// Its effect on the words.
    pub effect: InlineEffect,
}

/// The effect of an element on its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InlineEffect {
    /// A style.
    Style(InlineKind),
    /// Struck out.
    Struck,
    /// Superscript or subscript.
    Raised(Raised),
    /// A link.
    Link(String),
}

/// Parses a tag; returns its effect, and its name as a link target, if it has
/// one.
pub fn tag(markup: &str) -> (Option<InlineTag>, Option<String>) {
    if let Some(name) = markup.strip_prefix("</") {
        let name = name.trim_end_matches('>').trim().to_ascii_lowercase();
        return (Some(InlineTag::End(name)), None);
    }
    let tree = builder::tree(markup);
    let Some(id) = tree.children(NodeId::ROOT).next() else { return (None, None) };
    let Content::Element { tag, name, .. } = tree.content(id) else { return (None, None) };
    let anchor = ["id", "name"].iter().find_map(|name| tree.attribute(id, name));
    let anchor = anchor.filter(|name| !name.is_empty()).map(str::to_owned);
    let start = |effect| Some(InlineTag::Start(InlineMark { name: name.to_string(), effect }));
    let read = match tag {
        Tag::Break => Some(InlineTag::Break),
        Tag::Image => {
            Some(InlineTag::Image(tree.attribute(id, "alt").unwrap_or_default().to_owned()))
        }
        Tag::Style(kind) => start(InlineEffect::Style(*kind)),
        Tag::Struck => start(InlineEffect::Struck),
        Tag::Superscript => start(InlineEffect::Raised(Raised::Above)),
        Tag::Subscript => start(InlineEffect::Raised(Raised::Below)),
        Tag::Link => tree
            .attribute(id, "href")
            .and_then(writer::target)
            .and_then(|target| start(InlineEffect::Link(target))),
        _ => None,
    };
    (read, anchor)
}
