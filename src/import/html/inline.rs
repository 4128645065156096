//! One tag by itself, as it stands in the words of a text that is no page.

use super::builder;
use super::tag::Tag;
use super::tree::{Content, NodeId};
use crate::document::InlineKind;
use crate::import::raised::Raised;
use crate::import::writer;

/// What a tag in the words of a text does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InlineTag {
    /// A line ends.
    Break,
    /// A picture, and the words that stand for it.
    Image(String),
    /// Words begin that are marked so.
    Start(InlineMark),
    /// Words end that were marked by an element of this name.
    End(String),
}

/// How words are marked, by an element of this name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InlineMark {
    /// The element's name.
    pub name: String,
    /// What it does to its words.
    pub effect: Effect,
}

/// What an element does to its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// They have a style.
    Style(InlineKind),
    /// They are struck out.
    Struck,
    /// They stand above or below the line.
    Raised(Raised),
    /// They lead somewhere.
    Link(String),
}

/// Reads a tag; with the name by which links lead to it, where it has one.
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
        Tag::Style(kind) => start(Effect::Style(*kind)),
        Tag::Struck => start(Effect::Struck),
        Tag::Superscript => start(Effect::Raised(Raised::Above)),
        Tag::Subscript => start(Effect::Raised(Raised::Below)),
        Tag::Link => tree
            .attribute(id, "href")
            .and_then(writer::target)
            .and_then(|target| start(Effect::Link(target))),
        _ => None,
    };
    (read, anchor)
}
