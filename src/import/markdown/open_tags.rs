//! The HTML tags that are open in the words of a block, which mark these words.

use crate::import::html::{InlineEffect, InlineMark};
use crate::import::raised::Raised;
use crate::import::writer::Writer;

/// The maximum number of open tags in a block.
const MOST_OPEN: usize = 64;

/// The open tags of a block.
#[derive(Debug, Default)]
pub struct OpenTags {
    marks: Vec<InlineMark>,
    /// Superscript or subscript, if the words are raised.
    pub raised: Option<Raised>,
}

impl OpenTags {
    /// Opens a tag; has no effect if too many are open.
    pub fn open(&mut self, mark: InlineMark, writer: &mut Writer) {
        if self.marks.len() >= MOST_OPEN {
            return;
        }
        match &mark.effect {
            InlineEffect::Style(kind) => writer.style(*kind),
            InlineEffect::Struck => writer.strike(true),
            InlineEffect::Raised(raised) => self.raised = Some(*raised),
            InlineEffect::Link(target) => writer.link(target.clone()),
        }
        self.marks.push(mark);
    }

    /// Closes the last open tag of a name, if there is one.
    pub fn close(&mut self, name: &str, writer: &mut Writer) {
        if let Some(at) = self.marks.iter().rposition(|mark| mark.name == name) {
            let mark = self.marks.remove(at);
            self.end(&mark.effect, writer);
        }
    }

    /// Closes the tags left open at the end of a block.
    pub fn close_all(&mut self, writer: &mut Writer) {
        while let Some(mark) = self.marks.pop() {
            self.end(&mark.effect, writer);
        }
    }

    fn end(&mut self, effect: &InlineEffect, writer: &mut Writer) {
        match effect {
            InlineEffect::Style(kind) => writer.unstyle(*kind),
            InlineEffect::Struck => writer.strike(false),
            InlineEffect::Raised(_) => self.raised = None,
            InlineEffect::Link(_) => writer.unlink(),
        }
    }
}
