//! The tree of a page: elements and their text.

use super::tag::Tag;
use crate::document::Direction;
use html5ever::{Attribute, LocalName};
use std::ops::Range;

/// A node of a [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(usize);

impl NodeId {
    /// The root of every tree.
    pub const ROOT: Self = Self(0);

    /// Its place among all nodes; a node stands after its parent.
    pub fn index(self) -> usize {
        self.0
    }
}

/// What a node is.
#[derive(Debug)]
pub enum Content {
    /// An element.
    Element {
        /// What it is.
        tag: Tag,
        /// Its name, for its end.
        name: LocalName,
        /// Those of its attributes that a reader needs.
        attributes: Vec<Attribute>,
    },
    /// Bytes of the tree's text.
    Text(Range<usize>),
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
    /// The element that holds its title.
    pub title: Option<NodeId>,
    /// The language of the page, as its root says.
    pub language: Option<String>,
    /// The direction of the page, as its root says.
    pub direction: Option<Direction>,
    /// Whether tags were passed over, since there are too many.
    pub cut: bool,
}

impl Tree {
    /// A tree of nothing but its root.
    pub fn new() -> Self {
        let content =
            Content::Element { tag: Tag::Block, name: LocalName::from("html"), attributes: vec![] };
        let root = Node { parent: NodeId::ROOT, first: None, last: None, next: None, content };
        Self {
            nodes: vec![root],
            text: String::new(),
            title: None,
            language: None,
            direction: None,
            cut: false,
        }
    }

    /// How many nodes it has.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// All nodes, each after its parent.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.nodes.len()).map(NodeId)
    }

    /// What a node is.
    pub fn content(&self, id: NodeId) -> &Content {
        &self.nodes[id.0].content
    }

    /// What element a node is; `None` for text.
    pub fn tag(&self, id: NodeId) -> Option<Tag> {
        match self.content(id) {
            Content::Element { tag, .. } => Some(*tag),
            Content::Text(_) => None,
        }
    }

    /// The words of a node that is text.
    pub fn words(&self, id: NodeId) -> &str {
        match self.content(id) {
            Content::Text(range) => &self.text[range.clone()],
            Content::Element { .. } => "",
        }
    }

    /// The node around another; the root is around itself.
    pub fn parent(&self, id: NodeId) -> NodeId {
        self.nodes[id.0].parent
    }

    /// The nodes directly inside another.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.nodes[id.0].first, |child| self.nodes[child.0].next)
    }

    /// The value of an attribute.
    pub fn attribute(&self, id: NodeId, name: &str) -> Option<&str> {
        match self.content(id) {
            Content::Element { attributes, .. } => value(attributes, name),
            Content::Text(_) => None,
        }
    }

    /// Whether an element has this name.
    pub fn is_named(&self, id: NodeId, wanted: &str) -> bool {
        matches!(self.content(id), Content::Element { name, .. } if &**name == wanted)
    }

    /// Whether a list of names or declarations in an attribute holds one of these.
    pub fn attribute_has(&self, id: NodeId, name: &str, wanted: &[&str]) -> bool {
        self.attribute(id, name).is_some_and(|value| {
            value
                .split_ascii_whitespace()
                .any(|word| wanted.iter().any(|w| word.eq_ignore_ascii_case(w)))
        })
    }

    /// The title of the page.
    pub fn title_words(&self) -> Option<String> {
        let text: String = self.children(self.title?).map(|id| self.words(id)).collect();
        let words: Vec<&str> = text.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// Puts a node last into another.
    pub fn push(&mut self, parent: NodeId, content: Content) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { parent, first: None, last: None, next: None, content });
        match self.nodes[parent.0].last.replace(id) {
            Some(before) => self.nodes[before.0].next = Some(id),
            None => self.nodes[parent.0].first = Some(id),
        }
        id
    }

    /// Puts words last into a node.
    pub fn push_text(&mut self, parent: NodeId, words: &str) {
        let from = self.text.len();
        self.text.push_str(words);
        let to = self.text.len();
        if let Some(last) = self.nodes[parent.0].last
            && let Content::Text(range) = &mut self.nodes[last.0].content
            && range.end == from
        {
            range.end = to;
            return;
        }
        self.push(parent, Content::Text(from..to));
    }
}

/// The value of an attribute.
pub fn value<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes.iter().find(|a| &*a.name.local == name).map(|a| &*a.value)
}
