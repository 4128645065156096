//! Carries the inline markup of a format (styles, links) over to the document's
//! blocks.

use crate::document::{BlockId, Builder, Fragment, InlineKind, LinkTarget, Passage, Point};
use std::collections::HashMap;
use std::ops::Range;

/// The marks of a manuscript, in text order.
#[derive(Debug, Default)]
pub struct Markup {
    styles: Vec<(Range<usize>, InlineKind)>,
    links: Vec<(Range<usize>, String)>,
    anchors: Vec<(usize, String)>,
    /// Links in finished blocks whose anchor is not yet resolved.
    waiting: Vec<(BlockId, Range<usize>, String)>,
    /// The places of the anchors passed so far.
    found: HashMap<String, Point>,
    next_anchor: usize,
}

impl Markup {
    /// Creates the markup; ranges and offsets are those of the manuscript's text.
    pub fn new(
        mut styles: Vec<(Range<usize>, InlineKind)>,
        mut links: Vec<(Range<usize>, String)>,
        mut anchors: Vec<(usize, String)>,
    ) -> Self {
        styles.sort_by_key(|(range, _)| range.start);
        links.sort_by_key(|(range, _)| range.start);
        anchors.sort_by_key(|(at, _)| *at);
        Self { styles, links, anchors, ..Self::default() }
    }

    /// Returns the end of bold text that begins at a byte of the text.
    pub fn strong_from(&self, at: usize) -> Option<usize> {
        let from = self.styles.partition_point(|(range, _)| range.start < at);
        let mut here = self.styles[from..].iter().take_while(|(range, _)| range.start == at);
        here.find(|(_, kind)| *kind == InlineKind::Strong).map(|(range, _)| range.end)
    }

    /// Carries the marks over to a block made from `source`, a range of the text,
    /// which begins `skipped` bytes after the start of the source.
    pub fn carry(
        &mut self,
        builder: &mut Builder,
        block: BlockId,
        body: &[Fragment<'_>],
        source: Range<usize>,
        skipped: usize,
    ) {
        let styles = starting_in(&self.styles, &source);
        let links = starting_in(&self.links, &source);
        let end = source.end.max(source.start + 1);
        let anchored = self.anchors.get(self.next_anchor).is_some_and(|(at, _)| *at < end);
        // Most blocks have none of them.
        if styles.is_empty() && links.is_empty() && !anchored {
            return;
        }
        let places = FragmentOffsets::of(body);
        let place = |at: usize| places.place(at + skipped);
        for (range, kind) in styles {
            let marked = place(range.start)..place(range.end);
            if !marked.is_empty() {
                builder.style(block, marked, *kind);
            }
        }
        for (range, target) in links {
            let marked = place(range.start)..place(range.end);
            match target.strip_prefix('#') {
                _ if marked.is_empty() => {}
                Some(name) => self.waiting.push((block, marked, name.to_owned())),
                None => builder.link(block, marked, LinkTarget::Outside(target.clone())),
            }
        }
        // An anchor between two blocks belongs to the second one.
        while let Some((at, name)) = self.anchors.get(self.next_anchor) {
            if *at >= end {
                break;
            }
            let point = Point { block, byte: place(*at) };
            self.found.entry(name.clone()).or_insert(point);
            self.next_anchor += 1;
        }
    }

    /// Creates the links within the document, now that all anchors are known; a
    /// link without a target is dropped.
    pub fn finish(self, builder: &mut Builder) {
        for (block, range, name) in self.waiting {
            if let Some(point) = self.found.get(&name) {
                let end = Point { block: point.block, byte: builder.body_len(point.block) };
                let target = LinkTarget::Passage(Passage { start: *point, end });
                builder.link(block, range, target);
            }
        }
    }
}

fn starting_in<'a, T>(
    marks: &'a [(Range<usize>, T)],
    source: &Range<usize>,
) -> &'a [(Range<usize>, T)] {
    let from = marks.partition_point(|(range, _)| range.start < source.start);
    let to = marks.partition_point(|(range, _)| range.start < source.end);
    &marks[from..to.max(from)]
}

/// The offsets of a body's fragments, for finding bytes of the source.
struct FragmentOffsets<'a> {
    body: &'a [Fragment<'a>],
    starts: Vec<usize>,
}

impl<'a> FragmentOffsets<'a> {
    fn of(body: &'a [Fragment<'a>]) -> Self {
        let mut passed = 0;
        let starts = body.iter().map(|fragment| {
            passed += fragment.text.len();
            passed - fragment.text.len()
        });
        Self { body, starts: starts.collect() }
    }

    /// Returns the offset in the body of the byte at a source offset.
    fn place(&self, at: usize) -> usize {
        // A cell separator and the cell after it have the same source offset;
        // prefer the cell.
        let last = self.body.partition_point(|fragment| fragment.source <= at).checked_sub(1);
        let Some(last) = last else { return 0 };
        let Fragment { source, text } = self.body[last];
        let inside = (at - source).min(text.len());
        self.starts[last] + if text.is_char_boundary(inside) { inside } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_for_other_bytes_move_no_mark() {
        let piece = |source, text| Fragment { source, text };
        let body = [piece(0, "lamp"), piece(5, " | "), piece(5, "x"), piece(7, " "), piece(9, "é")];
        let places = FragmentOffsets::of(&body);
        let found: Vec<usize> = (0..12).map(|at| places.place(at)).collect();
        assert_eq!(found, [0, 1, 2, 3, 4, 7, 8, 8, 9, 9, 9, 11]);
    }
}
