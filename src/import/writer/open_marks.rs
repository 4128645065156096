//! The styles and the link that are open while words are written. They continue across the end of an
//! element and begin again in the next.

use crate::document::InlineKind;
use crate::import::manuscript::Manuscript;
use std::ops::Range;

/// An open style or link.
#[derive(Debug, Clone)]
struct On<T> {
    what: T,
    /// The nesting depth of this style or link.
    depth: usize,
    /// The position of its first character, once there is one.
    from: Option<usize>,
}

/// The open styles, and the open link.
#[derive(Debug, Default)]
pub struct OpenMarks {
    styles: Vec<On<InlineKind>>,
    link: Option<On<String>>,
}

impl OpenMarks {
    /// Extends everything open to words that begin at a byte of the text.
    pub fn reach(&mut self, at: usize) {
        for style in &mut self.styles {
            style.from.get_or_insert(at);
        }
        if let Some(link) = &mut self.link {
            link.from.get_or_insert(at);
        }
    }

    /// Adds the marks of an element whose words end at `end`.
    pub fn end_element(&mut self, end: usize, into: &mut Manuscript<'_>) {
        for style in &mut self.styles {
            if let Some(from) = style.from.take() {
                push_style(from..end, style.what, into);
            }
        }
        if let Some(link) = &mut self.link
            && let Some(from) = link.from.take()
            && from < end
        {
            into.links.push((from..end, link.what.clone()));
        }
    }

    /// Begins a style. A style inside another of its kind has no effect.
    pub fn style(&mut self, what: InlineKind) {
        match self.styles.iter_mut().find(|on| on.what == what) {
            Some(on) => on.depth += 1,
            None => self.styles.push(On { what, depth: 1, from: None }),
        }
    }

    /// Ends a style at the end of the text.
    pub fn unstyle(&mut self, what: InlineKind, end: usize, into: &mut Manuscript<'_>) {
        let Some(at) = self.styles.iter().position(|on| on.what == what) else { return };
        self.styles[at].depth -= 1;
        if self.styles[at].depth == 0
            && let Some(from) = self.styles.remove(at).from
        {
            push_style(from..end, what, into);
        }
    }

    /// Begins a link. A link inside another has no effect.
    pub fn link(&mut self, target: String) {
        match &mut self.link {
            Some(on) => on.depth += 1,
            None => self.link = Some(On { what: target, depth: 1, from: None }),
        }
    }

    /// Ends a link at the end of the text.
    pub fn unlink(&mut self, end: usize, into: &mut Manuscript<'_>) {
        let Some(on) = &mut self.link else { return };
        on.depth -= 1;
        if on.depth == 0
            && let Some(On { what, from: Some(from), .. }) = self.link.take()
            && from < end
        {
            into.links.push((from..end, what));
        }
    }
}

fn push_style(range: Range<usize>, what: InlineKind, into: &mut Manuscript<'_>) {
    if !range.is_empty() {
        into.styles.push((range, what));
    }
}
