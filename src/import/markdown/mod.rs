//! Markdown by CommonMark, with tables, footnotes and front matter.

mod evidence;
mod fence;
mod front_matter;
mod open_tags;
mod slugs;
mod table;
#[cfg(test)]
mod tests;
mod tight;

pub use evidence::{is_markdown, is_stated};
pub use fence::is_fence;
pub use slugs::{Slugs, slug};

use super::clean::Break;
use super::html::{self, InlineTag};
use super::manuscript::{ElementKind, Manuscript};
use super::statement::Statement;
use super::writer::{self, ItemMarker, STRUCK, Writer, is_number};
use crate::document::InlineKind;
use crate::lexicon::numeral::BULLET;
use crate::messages::formats;
use open_tags::OpenTags;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Returns the manuscript of a Markdown text.
pub fn manuscript(markdown: &str) -> Manuscript<'static> {
    let spaced = tight::headings_apart(markdown);
    let markdown = spaced.as_ref();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reading = MarkdownReading {
        source: markdown,
        writer: Writer::with_capacity(markdown.len() + markdown.len() / BULLETS),
        around: Vec::new(),
        lists: Vec::new(),
        heading: None,
        slugs: Slugs::default(),
        alternative: None,
        images: 0,
        table: table::TableColumns::default(),
        markup: String::new(),
        tags: OpenTags::default(),
        front_matter: false,
    };
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        reading.event(event, range);
    }
    reading.finish()
}

/// The text that is written is longer than the source by one byte in so many, if it is longer at all:
/// a bullet takes more bytes than its mark.
const BULLETS: usize = 8;

/// The kind and level of a block's words.
#[derive(Debug, Clone, Copy)]
struct BlockState {
    kind: ElementKind,
    level: usize,
}

/// The heading being read.
#[derive(Debug)]
struct OpenHeading {
    place: usize,
    words: String,
}

struct MarkdownReading<'a> {
    source: &'a str,
    writer: Writer,
    /// The enclosing blocks, outermost first.
    around: Vec<BlockState>,
    /// For each list, the number of its last item; `None` if it has bullets.
    lists: Vec<Option<u64>>,
    heading: Option<OpenHeading>,
    slugs: Slugs,
    /// The alternative text of the image being read.
    alternative: Option<String>,
    images: usize,
    /// The table being read.
    table: table::TableColumns,
    /// Consecutive blocks of HTML.
    markup: String,
    /// HTML elements open in the words of this block.
    tags: OpenTags,
    front_matter: bool,
}

/// Whether a word is a number in bold: `**(a)**`, `**3.1**`.
fn is_bold_number(word: &str) -> bool {
    let inner = word.strip_prefix("**").and_then(|inner| inner.strip_suffix("**"));
    inner.is_some_and(|inner| is_number(inner) || inner.starts_with(|c: char| c.is_ascii_digit()))
}

/// Returns the name of the anchor at a note's mark.
fn mark_name(note: &str) -> String {
    format!("fn-{note}:mark")
}

impl MarkdownReading<'_> {
    fn context(&self) -> BlockState {
        self.around.last().copied().unwrap_or(BlockState { kind: ElementKind::Paragraph, level: 0 })
    }

    /// Enters a block.
    fn enter(&mut self, context: BlockState) {
        self.writer.begin(context.kind, context.level);
        self.around.push(context);
    }

    /// Leaves a block, for words of the one around it.
    fn leave(&mut self) {
        self.tags.close_all(&mut self.writer);
        self.around.pop();
        let around = self.context();
        self.writer.begin(around.kind, around.level);
    }

    fn is_preformatted(&self) -> bool {
        self.context().kind.is_verbatim()
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if !matches!(
            event,
            Event::Html(_) | Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock)
        ) {
            self.html_blocks();
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.front_matter => {
                front_matter::read(&words, self.writer.declared())
            }
            Event::Text(words) => self.words(&words),
            Event::Code(words) => {
                self.writer.style(InlineKind::Code);
                self.words(&words);
                self.writer.unstyle(InlineKind::Code);
            }
            Event::InlineMath(words) | Event::DisplayMath(words) => self.words(&words),
            Event::Html(markup) => match Statement::in_markdown(&markup) {
                Some(statement) => {
                    self.html_blocks();
                    self.writer.state(statement);
                }
                None => self.markup.push_str(&markup),
            },
            Event::InlineHtml(markup) => self.inline_html(&markup),
            Event::FootnoteReference(name) => {
                self.writer.anchor(&mark_name(&name));
                self.writer.link(format!("#fn-{name}"));
                self.words(&format!("[{name}]"));
                self.writer.unlink();
            }
            Event::SoftBreak => self.line_end(Break::Soft),
            Event::HardBreak => self.line_end(Break::Hard),
            Event::Rule => {
                self.writer.ornament();
                let around = self.context();
                self.writer.begin(around.kind, around.level);
            }
            Event::TaskListMarker(done) => self.words(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(alternative) = &mut self.alternative {
            alternative.push_str(words);
        } else if self.is_preformatted() {
            self.writer.verbatim(words);
        } else {
            if let Some(heading) = &mut self.heading {
                heading.words.push_str(words);
            }
            let raised = self.tags.raised.and_then(|raised| raised.words(words));
            self.writer.words(raised.as_deref().unwrap_or(words));
        }
    }

    /// Handles a tag in the words of a block.
    fn inline_html(&mut self, markup: &str) {
        let (tag, anchor) = html::tag(markup);
        if let Some(name) = anchor {
            self.writer.anchor(&name);
        }
        match tag {
            Some(InlineTag::Break) => self.line_end(Break::Hard),
            Some(InlineTag::Image(alternative)) => {
                self.images += 1;
                self.words(&writer::image(&alternative));
            }
            Some(InlineTag::Start(mark)) => self.tags.open(mark, &mut self.writer),
            Some(InlineTag::End(name)) => self.tags.close(&name, &mut self.writer),
            None => {}
        }
    }

    /// Writes the collected HTML blocks, if any; they are read like a page.
    fn html_blocks(&mut self) {
        if self.markup.is_empty() {
            return;
        }
        let page = html::manuscript(&std::mem::take(&mut self.markup));
        let around = self.context();
        self.writer.include(page, around.level);
        self.writer.begin(around.kind, around.level);
    }

    fn line_end(&mut self, after: Break) {
        if let Some(alternative) = &mut self.alternative {
            alternative.push(' ');
            return;
        }
        if let Some(heading) = &mut self.heading {
            heading.words.push(' ');
        }
        match self.context().kind {
            ElementKind::Table => self.writer.cell_line_end(),
            _ => self.writer.line_end(after),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let context = self.context();
        let deeper = BlockState { level: context.level + 1, ..context };
        match tag {
            Tag::Paragraph | Tag::DefinitionListTitle => self.enter(context),
            Tag::Heading { level, id, .. } => {
                let place = self.writer.place();
                if let Some(id) = id {
                    self.writer.anchor(&id);
                }
                self.heading = Some(OpenHeading { place, words: String::new() });
                self.enter(BlockState {
                    kind: ElementKind::Heading { level: level as u8 },
                    ..context
                });
            }
            Tag::BlockQuote(_) => self.enter(BlockState { kind: ElementKind::Quotation, ..deeper }),
            Tag::CodeBlock(_) => self.enter(BlockState { kind: ElementKind::Code, ..context }),
            Tag::List(start) => {
                self.lists.push(start.map(|start| start.saturating_sub(1)));
                self.enter(context);
            }
            Tag::Item => {
                self.item(range, context.level);
                self.enter(deeper);
            }
            Tag::DefinitionListDefinition => self.enter(deeper),
            Tag::FootnoteDefinition(name) => {
                self.writer.anchor(&format!("fn-{name}"));
                let words = format!("[{name}]");
                let marker = ItemMarker { words, level: context.level, alone: true };
                self.writer.mark_linked(marker, format!("#{}", mark_name(&name)));
                self.enter(BlockState { kind: ElementKind::Note, ..context });
            }
            Tag::Table(alignments) => {
                self.table = table::TableColumns::new(&alignments);
                self.enter(BlockState { kind: ElementKind::Table, ..context });
            }
            Tag::TableHead => self.table.begin_row(table::RowKind::Head),
            Tag::TableRow => self.table.begin_row(table::RowKind::Data),
            Tag::TableCell => self.table.begin_cell(&mut self.writer),
            Tag::Emphasis => self.writer.style(InlineKind::Emphasis),
            Tag::Strong => self.writer.style(InlineKind::Strong),
            Tag::Strikethrough => self.words(STRUCK.0),
            Tag::Link { dest_url, .. } => self.writer.link(dest_url.into_string()),
            Tag::Image { .. } => {
                self.images += 1;
                self.alternative.get_or_insert_default();
            }
            Tag::MetadataBlock(_) => self.front_matter = true,
            Tag::HtmlBlock | Tag::DefinitionList => {}
            Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.leave();
                if let Some(heading) = self.heading.take() {
                    let name = self.slugs.name(&heading.words);
                    self.writer.anchor_at(heading.place, name);
                }
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.leave();
            }
            TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.leave();
                self.writer.write_marker();
                let around = self.context();
                self.writer.begin(around.kind, around.level);
            }
            TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::Table
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => self.leave(),
            TagEnd::TableHead | TagEnd::TableRow => self.writer.row_end(),
            TagEnd::TableCell => {
                self.tags.close_all(&mut self.writer);
                self.table.end_cell(&mut self.writer);
            }
            TagEnd::Emphasis => self.writer.unstyle(InlineKind::Emphasis),
            TagEnd::Strong => self.writer.unstyle(InlineKind::Strong),
            TagEnd::Strikethrough => self.words(STRUCK.1),
            TagEnd::Link => self.writer.unlink(),
            TagEnd::Image => {
                if let Some(alternative) = self.alternative.take() {
                    self.words(&writer::image(&alternative));
                }
            }
            TagEnd::MetadataBlock(_) => self.front_matter = false,
            TagEnd::DefinitionList
            | TagEnd::HtmlBlock
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
        }
    }

    /// Begins a list item. Its number is that of the source if it is higher than the
    /// next one, as after repealed items; otherwise, as when all are 1, the next.
    fn item(&mut self, range: Range<usize>, level: usize) {
        let item = self.source.get(range).unwrap_or("").trim_start();
        let marker = match self.lists.last_mut() {
            Some(Some(last)) => {
                let digits = item.find(|c: char| !c.is_ascii_digit()).unwrap_or(item.len());
                let after = if item[digits..].starts_with(')') { ')' } else { '.' };
                let stated = item[..digits].parse().unwrap_or(0);
                *last = stated.max(last.saturating_add(1));
                Some(ItemMarker { words: format!("{last}{after}"), level, alone: true })
            }
            _ => {
                let first = item.split_whitespace().nth(1);
                // An item that begins with its own number needs no bullet.
                let plain = !first.is_some_and(|word| is_number(word) || is_bold_number(word));
                plain.then(|| ItemMarker { words: BULLET.to_owned(), level, alone: false })
            }
        };
        if let Some(marker) = marker {
            self.writer.mark(marker);
        }
    }

    fn finish(mut self) -> Manuscript<'static> {
        self.html_blocks();
        if self.images > 0 {
            self.writer.remark(formats::pictures(self.images));
        }
        self.writer.finish()
    }
}
