//! HTML inside Markdown: blocks of it are read like a page; inline tags mark
//! words.

use super::MarkdownReading;
use crate::import::clean::Break;
use crate::import::html::{self, InlineEffect, InlineTag};
use crate::import::writer;

/// The maximum number of open tags in a block.
const MOST_OPEN: usize = 64;

impl MarkdownReading<'_> {
    /// Handles a tag in the words of a block.
    pub(super) fn inline_html(&mut self, markup: &str) {
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
            Some(InlineTag::Start(mark)) if self.marks.len() < MOST_OPEN => {
                match &mark.effect {
                    InlineEffect::Style(kind) => self.writer.style(*kind),
                    InlineEffect::Struck => self.writer.strike(true),
                    InlineEffect::Raised(raised) => self.raised = Some(*raised),
                    InlineEffect::Link(target) => self.writer.link(target.clone()),
                }
                self.marks.push(mark);
            }
            Some(InlineTag::End(name)) => {
                if let Some(at) = self.marks.iter().rposition(|mark| mark.name == name) {
                    let mark = self.marks.remove(at);
                    self.end_mark(&mark.effect);
                }
            }
            Some(InlineTag::Start(_)) | None => {}
        }
    }

    /// Closes the tags left open at the end of a block.
    pub(super) fn end_marks(&mut self) {
        while let Some(mark) = self.marks.pop() {
            self.end_mark(&mark.effect);
        }
    }

    fn end_mark(&mut self, effect: &InlineEffect) {
        match effect {
            InlineEffect::Style(kind) => self.writer.unstyle(*kind),
            InlineEffect::Struck => self.writer.strike(false),
            InlineEffect::Raised(_) => self.raised = None,
            InlineEffect::Link(_) => self.writer.unlink(),
        }
    }

    /// Writes the collected HTML blocks, if any.
    pub(super) fn html_blocks(&mut self) {
        if self.markup.is_empty() {
            return;
        }
        let page = html::manuscript(&std::mem::take(&mut self.markup));
        let around = self.context();
        self.writer.include(page, around.level);
        self.writer.begin(around.kind, around.level);
    }
}
