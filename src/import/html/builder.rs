//! Builds the [`Tree`] of a page.
//!
//! html5ever splits the page into tokens; this module builds the tree by HTML's rules for
//! omitted tags, as far as a reader needs them. No element is deeper than [`DEEPEST`], as in
//! browsers, so code that walks the tree may recurse, and each token takes time bounded by
//! that depth.

use super::tag::Tag;
use super::tree::{Attributes, Content, NodeId, Tree, value};
use crate::document::Direction;
use crate::import::writer::is_language;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::{Attribute, LocalName, TokenizerResult};
use std::cell::RefCell;
use std::collections::HashMap;

/// The maximum nesting of elements; the content of a deeper one becomes its sibling.
const DEEPEST: usize = 256;

/// The maximum number of elements and runs of text; further tags are skipped, but not their
/// words.
const MOST_NODES: usize = 4_000_000;

/// The number of bytes fed to the tokenizer at once.
const PIECE: usize = 1 << 20;

/// The attributes that a reader needs.
const ATTRIBUTES: [&str; 19] = [
    "id",
    "name",
    "href",
    "start",
    "value",
    "reversed",
    "type",
    "alt",
    "lang",
    "xml:lang",
    "dir",
    "hidden",
    "aria-hidden",
    "style",
    "role",
    "epub:type",
    "colspan",
    "rowspan",
    "open",
];

/// Builds the tree of a page.
pub fn tree(html: &str) -> Tree {
    let xml = is_xml(html);
    let builder = TreeBuilder { state: RefCell::new(TreeState::new(html.len(), xml)) };
    let tokenizer = Tokenizer::new(builder, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let mut rest = html;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        rest = after;
        queue.push_back(StrTendril::from_slice(piece));
        // It would stop only if its sink asked it to.
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    }
    tokenizer.end();
    tokenizer.sink.state.into_inner().tree
}

/// Whether the page is XML, where tags may be self-closing.
fn is_xml(html: &str) -> bool {
    let head = &html[..html.floor_char_boundary(1024)];
    head.trim_start_matches('\u{FEFF}').trim_start().starts_with("<?xml")
        || head.contains("http://www.w3.org/1999/xhtml")
}

/// Builds a tree from tokens.
struct TreeBuilder {
    /// A cell, since the tokenizer lends its sink by shared reference.
    state: RefCell<TreeState>,
}

struct TreeState {
    tree: Tree,
    xml: bool,
    /// The open elements, outermost first.
    open: Vec<NodeId>,
    /// Whether any element was foreign to HTML.
    foreign: bool,
    /// For each name, the number of too deep elements that are still open.
    too_deep: HashMap<LocalName, usize>,
    /// Whether a line end that comes next is the first in preformatted text.
    after_pre: bool,
}

impl TokenSink for TreeBuilder {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::CharacterTokens(words) => state.characters(&words),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                state.after_pre = false;
                return state.start(tag);
            }
            Token::TagToken(tag) => state.end(&tag.name),
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        let state = self.state.borrow();
        state.xml || state.is_foreign()
    }
}

impl TreeState {
    fn new(bytes: usize, xml: bool) -> Self {
        let tree = Tree::new(bytes);
        Self {
            tree,
            xml,
            foreign: false,
            open: vec![NodeId::ROOT],
            too_deep: HashMap::new(),
            after_pre: false,
        }
    }

    fn top(&self) -> NodeId {
        self.open.last().copied().unwrap_or(NodeId::ROOT)
    }

    fn tag_of(&self, id: NodeId) -> Tag {
        self.tree.tag(id).unwrap_or(Tag::Inline)
    }

    fn is_foreign(&self) -> bool {
        self.foreign && self.open.iter().any(|id| self.tag_of(*id).is_foreign())
    }

    fn characters(&mut self, words: &str) {
        let top = self.top();
        let mut words = words;
        if std::mem::take(&mut self.after_pre) {
            words = words.strip_prefix('\n').unwrap_or(words);
        }
        if !words.is_empty() && self.tag_of(top) != Tag::Silent {
            self.tree.push_text(top, words);
        }
    }

    fn start(&mut self, token: html5ever::tokenizer::Tag) -> TokenSinkResult<()> {
        let tag = Tag::of(&token.name);
        if matches!(&*token.name, "html" | "head" | "body") {
            self.declare(&token.attrs);
            return TokenSinkResult::Continue;
        }
        let foreign = self.is_foreign();
        if foreign && tag.is_block() {
            self.leave_foreign();
        }
        if !self.end_implied(tag) {
            return TokenSinkResult::Continue;
        }
        if self.tree.len() >= MOST_NODES {
            self.tree.cut = true;
            return TokenSinkResult::Continue;
        }
        let own = token.attrs.into_iter().filter(|a| ATTRIBUTES.contains(&&*a.name.local));
        let attributes = self.tree.keep(own);
        let name = token.name;
        let raw = raw_kind(&name);
        let content = Content::Element { tag, name: name.clone(), attributes };
        let id = self.tree.push(self.top(), content);
        if tag.is_void() || (token.self_closing && (self.xml || foreign || tag.is_foreign())) {
            return TokenSinkResult::Continue;
        }
        self.after_pre = tag == Tag::Preformatted;
        self.foreign |= tag.is_foreign();
        if tag == Tag::Title && !foreign {
            self.tree.title.get_or_insert(id);
        }
        match raw {
            Some(kind) if !foreign => {
                self.open.push(id);
                return TokenSinkResult::RawData(kind);
            }
            _ if &*name == "plaintext" => {
                self.open.push(id);
                return TokenSinkResult::Plaintext;
            }
            _ if self.open.len() < DEEPEST => self.open.push(id),
            _ => *self.too_deep.entry(name).or_default() += 1,
        }
        TokenSinkResult::Continue
    }

    /// Reads the language and direction that the root declares.
    fn declare(&mut self, attributes: &[Attribute]) {
        let language = value(attributes, "lang").or_else(|| value(attributes, "xml:lang"));
        let language = language.map(str::trim).filter(|l| is_language(l));
        if self.tree.language.is_none() {
            self.tree.language = language.map(str::to_owned);
        }
        let direction = match value(attributes, "dir").map(str::to_ascii_lowercase).as_deref() {
            Some("rtl") => Some(Direction::RightToLeft),
            Some("ltr") => Some(Direction::LeftToRight),
            _ => None,
        };
        self.tree.direction = self.tree.direction.or(direction);
    }

    /// Closes an unclosed drawing before a block of HTML, unless the drawing may contain
    /// blocks.
    fn leave_foreign(&mut self) {
        let may_hold = |id: &NodeId| match self.tree.content(*id) {
            Content::Element { name, .. } => &**name == "foreignobject",
            Content::Text(_) => false,
        };
        if !self.open.iter().any(may_hold)
            && let Some(at) = self.open.iter().position(|id| self.tag_of(*id).is_foreign())
        {
            self.open.truncate(at);
        }
    }

    /// Closes the elements that the start of another implicitly ends; returns false if that
    /// element may not be here.
    fn end_implied(&mut self, tag: Tag) -> bool {
        if tag.ends_paragraph() {
            self.end_nearest(|t| t == Tag::Paragraph, Tag::is_boundary);
        }
        match tag {
            Tag::Heading(_) if matches!(self.tag_of(self.top()), Tag::Heading(_)) => {
                self.open.pop();
            }
            Tag::Item => {
                let list = |t| matches!(t, Tag::Ordered | Tag::Unordered) || Tag::is_boundary(t);
                self.end_nearest(|t| t == Tag::Item, list);
            }
            Tag::Term | Tag::Detail => {
                let list = |t| t == Tag::Definitions || Tag::is_boundary(t);
                self.end_nearest(|t| matches!(t, Tag::Term | Tag::Detail), list);
            }
            Tag::Reading | Tag::ReadingMark => {
                self.end_nearest(|t| matches!(t, Tag::Reading | Tag::ReadingMark), Tag::is_block);
            }
            Tag::Link => self.end_inline(&LocalName::from("a")),
            Tag::Cell { .. } | Tag::Row | Tag::RowGroup | Tag::Caption => {
                let place = self.open.iter().rposition(|id| match self.tag_of(*id) {
                    Tag::Table => true,
                    Tag::RowGroup => !matches!(tag, Tag::RowGroup | Tag::Caption),
                    Tag::Row => matches!(tag, Tag::Cell { .. }),
                    _ => false,
                });
                let Some(place) = place else { return false };
                self.open.truncate(place + 1);
                if matches!(tag, Tag::Cell { .. }) && self.tag_of(self.top()) != Tag::Row {
                    let name = LocalName::from("tr");
                    let content =
                        Content::Element { tag: Tag::Row, name, attributes: Attributes::default() };
                    let row = self.tree.push(self.top(), content);
                    self.open.push(row);
                }
            }
            _ => {}
        }
        true
    }

    /// Closes the innermost open element that is `wanted`, with everything inside it, unless
    /// an element that `stops` the search comes first.
    fn end_nearest(&mut self, wanted: impl Fn(Tag) -> bool, stops: impl Fn(Tag) -> bool) {
        for at in (1..self.open.len()).rev() {
            let tag = self.tag_of(self.open[at]);
            if wanted(tag) {
                return self.open.truncate(at);
            }
            if stops(tag) {
                return;
            }
        }
    }

    fn end(&mut self, name: &LocalName) {
        self.after_pre = false;
        if let Some(count) = self.too_deep.get_mut(name).filter(|count| **count > 0) {
            *count -= 1;
            return;
        }
        let tag = Tag::of(name);
        match tag {
            Tag::Break => {
                let content =
                    Content::Element { tag, name: name.clone(), attributes: Attributes::default() };
                self.tree.push(self.top(), content);
            }
            Tag::Heading(_) => {
                self.end_nearest(|t| matches!(t, Tag::Heading(_)), Tag::is_boundary);
            }
            _ if tag.is_formatting() => self.end_inline(name),
            _ => self.end_named(name, tag),
        }
    }

    fn is_named(&self, id: NodeId, wanted: &LocalName) -> bool {
        matches!(self.tree.content(id), Content::Element { name, .. } if name == wanted)
    }

    fn end_named(&mut self, name: &LocalName, tag: Tag) {
        for at in (1..self.open.len()).rev() {
            if self.is_named(self.open[at], name) {
                return self.open.truncate(at);
            }
            let other = self.tag_of(self.open[at]);
            let stops = match tag {
                _ if tag.is_of_table() => other == Tag::Table,
                Tag::Item => matches!(other, Tag::Ordered | Tag::Unordered) || other.is_boundary(),
                _ if tag.is_inline() => other.is_block(),
                _ => other.is_boundary(),
            };
            if stops {
                return;
            }
        }
    }

    /// Closes a style or a link, but not the blocks that began inside it.
    fn end_inline(&mut self, name: &LocalName) {
        let mut blocks = false;
        for at in (1..self.open.len()).rev() {
            if self.is_named(self.open[at], name) {
                if blocks {
                    self.open.remove(at);
                } else {
                    self.open.truncate(at);
                }
                return;
            }
            let tag = self.tag_of(self.open[at]);
            blocks |= tag.is_block();
            if tag.is_boundary() {
                return;
            }
        }
    }
}

/// Returns how the tokenizer reads the content of an element that contains no tags.
fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "title" | "textarea" => Some(RawKind::Rcdata),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
        "script" => Some(RawKind::ScriptData),
        _ => None,
    }
}
