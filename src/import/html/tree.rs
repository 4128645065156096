//! The tree of a page: elements and their text.

use super::tag::Tag;
use crate::document::Direction;
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName};
use std::num::NonZeroU32;
use std::ops::Range;

/// A node of a [`Tree`]: its index plus one, so that an optional node is as small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(NonZeroU32);

impl NodeId {
    /// The root of every tree.
    pub const ROOT: Self = Self(NonZeroU32::MIN);

    /// Returns the node at an index; the last possible one of a tree that is too large.
    fn new(index: usize) -> Self {
        Self(
            u32::try_from(index)
                .map_or(NonZeroU32::MAX, |index| NonZeroU32::MIN.saturating_add(index)),
        )
    }

    /// Its index among all nodes; a node comes after its parent.
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// The attributes of an element: a range of those of the tree.
#[derive(Debug, Clone, Copy, Default)]
pub struct Attributes {
    from: u32,
    count: u32,
}

/// The content of a node.
#[derive(Debug)]
pub enum Content {
    /// An element.
    Element {
        /// The kind of the element.
        tag: Tag,
        /// Its name, to match its end tag.
        name: LocalName,
        /// The attributes that a reader needs.
        attributes: Attributes,
    },
    /// A range of bytes in the text of the tree.
    Text(Range<u32>),
}

#[derive(Debug)]
struct Node {
    parent: NodeId,
    first: Option<NodeId>,
    last: Option<NodeId>,
    next: Option<NodeId>,
    content: Content,
}

/// A page.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    text: String,
    attributes: Vec<(LocalName, StrTendril)>,
    /// The size of the page in bytes, which is more than that of its text.
    pub size: usize,
    /// The title element.
    pub title: Option<NodeId>,
    /// The language that the root declares.
    pub language: Option<String>,
    /// The direction that the root declares.
    pub direction: Option<Direction>,
    /// Whether tags were skipped because there are too many.
    pub cut: bool,
}

impl Tree {
    /// Creates a tree with only a root, with space for the text of a page of this many bytes.
    pub fn new(bytes: usize) -> Self {
        let name = LocalName::from("html");
        let content = Content::Element { tag: Tag::Block, name, attributes: Attributes::default() };
        let root = Node { parent: NodeId::ROOT, first: None, last: None, next: None, content };
        Self {
            nodes: vec![root],
            text: String::with_capacity(bytes),
            attributes: Vec::new(),
            size: bytes,
            title: None,
            language: None,
            direction: None,
            cut: false,
        }
    }

    /// The number of nodes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Returns all nodes, each after its parent.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.nodes.len()).map(NodeId::new)
    }

    /// Returns the content of a node.
    pub fn content(&self, id: NodeId) -> &Content {
        &self.nodes[id.index()].content
    }

    /// Returns the kind of element; `None` for text.
    pub fn tag(&self, id: NodeId) -> Option<Tag> {
        match self.content(id) {
            Content::Element { tag, .. } => Some(*tag),
            Content::Text(_) => None,
        }
    }

    /// Returns the words of a text node; empty for an element.
    pub fn words(&self, id: NodeId) -> &str {
        match self.content(id) {
            Content::Text(range) => &self.text[range.start as usize..range.end as usize],
            Content::Element { .. } => "",
        }
    }

    /// Returns the parent of a node; the root is its own parent.
    pub fn parent(&self, id: NodeId) -> NodeId {
        self.nodes[id.index()].parent
    }

    /// Returns the children of a node.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.nodes[id.index()].first, |child| self.nodes[child.index()].next)
    }

    /// Returns the value of an attribute.
    pub fn attribute(&self, id: NodeId, name: &str) -> Option<&str> {
        match self.content(id) {
            Content::Element { attributes: Attributes { from, count }, .. } => {
                let own = &self.attributes[*from as usize..][..*count as usize];
                own.iter().find(|(own, _)| &**own == name).map(|(_, value)| &**value)
            }
            Content::Text(_) => None,
        }
    }

    /// Whether an element has this name.
    pub fn is_named(&self, id: NodeId, wanted: &str) -> bool {
        matches!(self.content(id), Content::Element { name, .. } if &**name == wanted)
    }

    /// Whether a space-separated attribute contains one of these words.
    pub fn attribute_has(&self, id: NodeId, name: &str, wanted: &[&str]) -> bool {
        self.attribute(id, name).is_some_and(|value| {
            value
                .split_ascii_whitespace()
                .any(|word| wanted.iter().any(|w| word.eq_ignore_ascii_case(w)))
        })
    }

    /// Returns the title of the page.
    pub fn title_words(&self) -> Option<String> {
        let text: String = self.children(self.title?).map(|id| self.words(id)).collect();
        let words: Vec<&str> = text.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// Keeps attributes for an element.
    pub fn keep(&mut self, attributes: impl Iterator<Item = Attribute>) -> Attributes {
        let from = self.attributes.len();
        self.attributes.extend(attributes.map(|own| (own.name.local, own.value)));
        Attributes { from: short(from), count: short(self.attributes.len() - from) }
    }

    /// Appends a child to a node.
    pub fn push(&mut self, parent: NodeId, content: Content) -> NodeId {
        let id = NodeId::new(self.nodes.len());
        self.nodes.push(Node { parent, first: None, last: None, next: None, content });
        match self.nodes[parent.index()].last.replace(id) {
            Some(before) => self.nodes[before.index()].next = Some(id),
            None => self.nodes[parent.index()].first = Some(id),
        }
        id
    }

    /// Appends text to a node.
    pub fn push_text(&mut self, parent: NodeId, words: &str) {
        let from = short(self.text.len());
        self.text.push_str(words);
        let to = short(self.text.len());
        if let Some(last) = self.nodes[parent.index()].last
            && let Content::Text(range) = &mut self.nodes[last.index()].content
            && range.end == from
        {
            range.end = to;
            return;
        }
        self.push(parent, Content::Text(from..to));
    }
}

/// Returns a number of nodes, attributes or bytes, which the size of a page bounds.
fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Returns the value of an attribute.
pub fn value<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes.iter().find(|a| &*a.name.local == name).map(|a| &*a.value)
}
