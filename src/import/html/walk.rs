//! Writes the tree of a page as a manuscript. Its tables are written by [`table`], which walks the
//! blocks in their cells with this module in turn.

use super::marker::ItemCounter;
use super::survey::{Survey, Treatment, is_note, is_note_reference};
use super::table;
use super::tag::Tag;
use super::tree::{Content, NodeId, Tree};
use crate::document::InlineKind;
use crate::import::clean::Break;
use crate::import::manuscript::ElementKind;
use crate::import::raised::Raised;
use crate::import::writer::{self, ItemMarker, STRUCK, Writer};
use crate::lexicon::numeral::BULLET;
use crate::messages::formats;

/// What the surrounding blocks determine for the words of a block.
#[derive(Debug, Clone, Copy)]
pub(super) struct BlockContext {
    kind: ElementKind,
    level: usize,
    /// Whether everything goes into one line, as in a table cell.
    flat: bool,
    raised: Option<Raised>,
}

/// Parts of the names of note anchors.
const NOTE_NAMES: [&str; 3] = ["note", "fn", "ftn"];

/// The maximum number of empty cells in a page that are covered by spanning ones.
const MOST_SPANNED: usize = 1 << 20;

/// Walks a tree by recursion, which the depth of the tree bounds.
pub(super) struct Walk<'t> {
    pub(super) tree: &'t Tree,
    pub(super) survey: &'t Survey,
    pub(super) writer: Writer,
    lists: Vec<ItemCounter>,
    images: usize,
    media: usize,
    /// The number of further empty cells that may be written for spanning ones.
    pub(super) spanned: usize,
}

impl<'t> Walk<'t> {
    /// Writes the visible content of a page.
    pub(super) fn of(tree: &'t Tree, survey: &'t Survey) -> Writer {
        let writer = Writer::with_capacity(tree.size);
        let mut walk = Self {
            tree,
            survey,
            writer,
            lists: Vec::new(),
            images: 0,
            media: 0,
            spanned: MOST_SPANNED,
        };
        let context =
            BlockContext { kind: ElementKind::Paragraph, level: 0, flat: false, raised: None };
        walk.block(survey.root, context);
        walk.writer.end();
        let mut remarks = Vec::new();
        if walk.images > 0 {
            remarks.push(formats::pictures(walk.images));
        }
        if walk.media > 0 {
            remarks.push(formats::objects(walk.media));
        }
        for remark in remarks {
            walk.writer.remark(remark);
        }
        walk.writer
    }

    pub(super) fn children(&mut self, id: NodeId, context: BlockContext) {
        for child in self.tree.children(id) {
            self.node(child, context);
        }
    }

    /// Writes an element's content, separated from its surroundings.
    fn block(&mut self, id: NodeId, context: BlockContext) {
        if context.flat {
            let inside_row = matches!(self.tree.tag(id), Some(Tag::Cell { .. }));
            let parted = if inside_row { Writer::space } else { Writer::cell_line_end };
            parted(&mut self.writer);
            self.children(id, context);
            parted(&mut self.writer);
            return;
        }
        self.writer.begin(context.kind, context.level);
        self.children(id, context);
        self.writer.end();
    }

    pub(super) fn node(&mut self, id: NodeId, context: BlockContext) {
        let tag = match self.tree.content(id) {
            Content::Text(_) => return self.words(self.tree.words(id), context),
            Content::Element { tag, .. } => *tag,
        };
        if self.survey.fate(id) != Treatment::Shown {
            return;
        }
        let named = ["id", "name"].iter().find_map(|name| self.tree.attribute(id, name));
        if let Some(name) = named.filter(|name| !name.is_empty()) {
            self.writer.anchor(name);
        }
        if tag.is_block() {
            self.of_block(id, tag, context);
            // Words that follow belong to the surrounding block.
            if !context.flat {
                self.writer.begin(context.kind, context.level);
            }
        } else {
            self.of_inline(id, tag, context);
        }
    }

    fn of_block(&mut self, id: NodeId, tag: Tag, context: BlockContext) {
        let note = is_note(self.tree, id);
        let context =
            if note { BlockContext { kind: ElementKind::Note, ..context } } else { context };
        let deeper = BlockContext { level: context.level + 1, ..context };
        match tag {
            Tag::Heading(level) => {
                self.block(id, BlockContext { kind: ElementKind::Heading { level }, ..context });
            }
            Tag::Ordered | Tag::Unordered => {
                self.lists.push(ItemCounter::new(self.tree, id));
                self.block(id, context);
                self.lists.pop();
            }
            Tag::Item => self.item(id, context),
            Tag::Detail => self.block(id, deeper),
            Tag::Quotation => {
                self.block(id, BlockContext { kind: ElementKind::Quotation, ..deeper });
            }
            Tag::Preformatted if !context.flat => {
                let code = self.is_code(id);
                let kind = if code { ElementKind::Code } else { ElementKind::Preformatted };
                self.block(id, BlockContext { kind, ..context });
            }
            Tag::Table if !context.flat => table::walk(self, id, context),
            Tag::Rule if !context.flat => self.writer.ornament(),
            _ => self.block(id, context),
        }
    }

    /// Whether preformatted lines are code: all of their words are marked as code, or
    /// the class says so.
    fn is_code(&self, id: NodeId) -> bool {
        let blank = |child: &NodeId| {
            self.tree.tag(*child).is_none() && self.tree.words(*child).trim().is_empty()
        };
        let mut inside = self.tree.children(id).filter(|child| !blank(child)).peekable();
        let marked = inside.peek().is_some()
            && inside.all(|child| self.tree.tag(child) == Some(Tag::Style(InlineKind::Code)));
        let classed = self.tree.attribute(id, "class").is_some_and(|class| {
            class.split_ascii_whitespace().any(|class| {
                class.starts_with("language-")
                    || ["code", "highlight", "programlisting", "screen", "sourcecode"]
                        .iter()
                        .any(|known| class.eq_ignore_ascii_case(known))
            })
        });
        marked || classed
    }

    fn item(&mut self, id: NodeId, context: BlockContext) {
        let marker = match self.lists.last_mut() {
            Some(counter) => counter.marker(self.tree, id),
            None => Some((BULLET.to_owned(), false)),
        };
        // An item that begins with its own number needs no bullet.
        let marker = marker.filter(|(_, number)| *number || !self.is_numbered(id));
        let Some((words, alone)) = marker else {
            return self.block(id, context);
        };
        if context.flat {
            self.writer.cell_line_end();
            self.writer.words(&words);
            self.writer.space();
            self.children(id, context);
            return self.writer.cell_line_end();
        }
        self.marked(ItemMarker { words, level: context.level, alone }, id, context);
    }

    /// Writes an item after a marker.
    pub(super) fn marked(&mut self, marker: ItemMarker, id: NodeId, context: BlockContext) {
        self.writer.mark(marker);
        self.block(id, BlockContext { level: context.level + 1, ..context });
        self.writer.write_marker();
    }

    /// Whether the first word inside is a number or a letter such as `1.`, `(a)`.
    fn is_numbered(&self, id: NodeId) -> bool {
        let mut node = id;
        loop {
            let words = self.tree.words(node).split_whitespace().next();
            if let Some(word) = words {
                return writer::is_number(word);
            }
            let has_words = |child: &NodeId| {
                self.tree.tag(*child).is_some() || !self.tree.words(*child).trim().is_empty()
            };
            match self.tree.children(node).find(has_words) {
                Some(child) => node = child,
                None => return false,
            }
        }
    }

    fn of_inline(&mut self, id: NodeId, tag: Tag, context: BlockContext) {
        match tag {
            Tag::Break if context.kind.is_verbatim() => self.writer.verbatim("\n"),
            Tag::Break if context.flat => self.writer.cell_line_end(),
            Tag::Break => self.writer.line_end(Break::Hard),
            Tag::Image => {
                self.images += 1;
                let words = writer::image(self.tree.attribute(id, "alt").unwrap_or(""));
                self.writer.words(&words);
            }
            Tag::Media | Tag::Drawing => self.media += 1,
            Tag::Link => {
                let raised = self.is_note_sign(id).then_some(Raised::Above).or(context.raised);
                let context = BlockContext { raised, ..context };
                match self.tree.attribute(id, "href").and_then(writer::target) {
                    Some(target) => {
                        self.writer.link(target);
                        self.children(id, context);
                        self.writer.unlink();
                    }
                    None => self.children(id, context),
                }
            }
            Tag::Style(InlineKind::Code) if context.kind.is_verbatim() => {
                self.children(id, context);
            }
            Tag::Style(kind) => self.styled(id, kind, context),
            Tag::Struck => self.between(STRUCK.0, STRUCK.1, id, context),
            Tag::Quoted => self.between("“", "”", id, context),
            Tag::Reading => self.between("(", ")", id, context),
            Tag::ReadingMark => {}
            Tag::Superscript => {
                self.children(id, BlockContext { raised: Some(Raised::Above), ..context });
            }
            Tag::Subscript => {
                self.children(id, BlockContext { raised: Some(Raised::Below), ..context });
            }
            _ => self.children(id, context),
        }
    }

    /// Whether a link is a note reference, even without a superscript tag: it is
    /// marked as one, or it is a number directly after a word that links to an anchor
    /// named like a note.
    fn is_note_sign(&self, id: NodeId) -> bool {
        if is_note_reference(self.tree, id) {
            return true;
        }
        let is_number = |words: &str| {
            let words = words.trim();
            !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit())
        };
        let href = self.tree.attribute(id, "href").unwrap_or("");
        let name = href.split_once('#').map_or("", |(_, name)| name).to_ascii_lowercase();
        self.writer.joins_word()
            && NOTE_NAMES.iter().any(|known| name.contains(known))
            && self.tree.children(id).all(|child| is_number(self.tree.words(child)))
    }

    pub(super) fn styled(&mut self, id: NodeId, kind: InlineKind, context: BlockContext) {
        self.writer.style(kind);
        self.children(id, context);
        self.writer.unstyle(kind);
    }

    fn between(&mut self, before: &str, after: &str, id: NodeId, context: BlockContext) {
        self.writer.words(before);
        self.children(id, context);
        self.writer.words(after);
    }

    fn words(&mut self, words: &str, context: BlockContext) {
        let raised = context.raised.and_then(|raised| raised.words(words));
        let words = raised.as_deref().unwrap_or(words);
        if context.kind.is_verbatim() {
            self.writer.verbatim(words);
        } else {
            self.writer.words(words);
        }
    }
}

impl BlockContext {
    /// The context inside a table cell.
    pub(super) fn cell(self) -> Self {
        Self { kind: ElementKind::Table, flat: true, ..self }
    }

    pub(super) fn level(self) -> usize {
        self.level
    }
}
