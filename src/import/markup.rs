//! What a format marks in its text (styles, links), carried over to the blocks
//! that are made of it.

use crate::document::{BlockId, Builder, Fragment, InlineKind, LinkTarget, Passage, Point};
use std::collections::HashMap;
use std::ops::Range;

/// The marks of a manuscript, in order of its text.
#[derive(Debug, Default)]
pub struct Markup {
    styles: Vec<(Range<usize>, InlineKind)>,
    links: Vec<(Range<usize>, String)>,
    anchors: Vec<(usize, String)>,
    /// Words of finished blocks that lead to an anchor.
    waiting: Vec<(BlockId, Range<usize>, String)>,
    /// Where the anchors that were passed stand.
    found: HashMap<String, Point>,
    next_anchor: usize,
}

impl Markup {
    /// Ranges and offsets are of the manuscript's text.
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

    /// Carries the marks over to a block that was made of `source`, a range of
    /// the text that begins `skipped` bytes after the source.
    pub fn carry(
        &mut self,
        builder: &mut Builder,
        block: BlockId,
        body: &[Fragment<'_>],
        source: Range<usize>,
        skipped: usize,
    ) {
        let place = |at: usize| place(body, at + skipped);
        for (range, kind) in starting_in(&self.styles, &source) {
            let marked = place(range.start)..place(range.end);
            if !marked.is_empty() {
                builder.style(block, marked, *kind);
            }
        }
        for (range, target) in starting_in(&self.links, &source) {
            let marked = place(range.start)..place(range.end);
            match target.strip_prefix('#') {
                _ if marked.is_empty() => {}
                Some(name) => self.waiting.push((block, marked, name.to_owned())),
                None => builder.link(block, marked, LinkTarget::Outside(target.clone())),
            }
        }
        // An anchor between two blocks is that of the one after it.
        while let Some((at, name)) = self.anchors.get(self.next_anchor) {
            if *at >= source.end.max(source.start + 1) {
                break;
            }
            let point = Point { block, byte: place(*at) };
            self.found.entry(name.clone()).or_insert(point);
            self.next_anchor += 1;
        }
    }

    /// Makes the links between places of the document, now that all of them are
    /// known; one that leads nowhere is no link.
    pub fn finish(self, builder: &mut Builder) {
        for (block, range, name) in self.waiting {
            if let Some(point) = self.found.get(&name) {
                let end = Point { block: point.block, byte: builder.body(point.block).len() };
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

/// Where in a body the byte at an offset of the source stands, in bytes.
fn place(body: &[Fragment<'_>], at: usize) -> usize {
    let mut passed = 0;
    for fragment in body {
        if at < fragment.source {
            break;
        }
        let inside = (at - fragment.source).min(fragment.text.len());
        if inside < fragment.text.len() {
            return passed + if fragment.text.is_char_boundary(inside) { inside } else { 0 };
        }
        passed += fragment.text.len();
    }
    passed
}
