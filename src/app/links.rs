//! Links in the text: moving from one to the next, and clicks on them.

use super::{App, Mode, Page, Peek, PeekSubject, target_words};
use crate::document::{
    BlockId, BlockKind, Explained, Link, LinkTarget, Passage, Point, TextOffset,
};
use crate::messages::notices;
use crate::typeset::Row;

impl App {
    /// The chosen link, while its words are in view.
    pub fn current_link(&self) -> Option<&Link> {
        let link = self.document.links().get(self.link?)?;
        let start = self.document.point_at(link.span.start)?;
        let shows = |row: &Row| match row {
            Row::Text { block, line, .. } => *block == start.block && line.holds(start.byte),
            Row::Space => false,
        };
        let here = self.page == Page::Text && self.reading.rows().iter().any(shows);
        here.then_some(link)
    }

    /// Moves the choice by `times` links, forward or back, and brings the link into view. Without a
    /// further link nothing changes.
    pub(super) fn step_link(&mut self, forward: bool, times: i64) {
        for _ in 0..times.clamp(1, 1000) {
            let links = self.document.links();
            let leads = |at: &usize| links[*at].target.leads();
            let next = match (self.current_link().and(self.link), forward) {
                (Some(at), true) => (at + 1..links.len()).find(leads),
                (Some(at), false) => (0..at).rev().find(leads),
                // An empty text has no words in view either.
                (None, _) if links.is_empty() => None,
                (None, true) => {
                    let top = self.document.offset_of(self.here());
                    (links.partition_point(|l| l.span.start < top)..links.len()).find(leads)
                }
                (None, false) => {
                    let end = self.view_end();
                    (0..links.partition_point(|l| l.span.start < end)).rev().find(leads)
                }
            };
            let Some(at) = next else {
                let end = if forward { notices::BELOW_NO_LINK } else { notices::ABOVE_NO_LINK };
                self.tell(end);
                return;
            };
            let Some(start) = self.document.point_at(self.document.links()[at].span.start) else {
                return;
            };
            self.mode = Mode::Read;
            self.focus = super::Focus::Pane;
            self.attend(start);
            self.link = Some(at);
            self.tell(target_words(&self.document, &self.document.links()[at].target));
        }
    }

    /// The offset after the last words in view.
    fn view_end(&self) -> TextOffset {
        let last = self.reading.rows().iter().rev().find_map(|row| match row {
            Row::Text { block, line, .. } => Some(Point { block: *block, byte: line.range().end }),
            Row::Space => None,
        });
        last.map_or(TextOffset::default(), |point| self.document.offset_of(point))
    }

    /// Previews the target of the chosen link, else of the first link in the paragraph being read;
    /// in the contents, the section of the entry.
    pub(super) fn peek(&mut self) {
        if self.focus == super::Focus::Outline {
            if let Some(super::OutlineEntry::Section(id)) = self.outline.chosen()
                && let Some(passage) = self.document.section_passage(id)
            {
                self.open_peek(PeekSubject::Place(passage), None);
            }
            return;
        }
        if let Page::Register(register) = self.page {
            if let Some(place) = self.chosen_place(register) {
                let passage = self.document.block_passage(place.passage.start.block);
                self.open_peek(PeekSubject::Place(passage), None);
            }
            return;
        }
        let chosen = self.link.filter(|_| self.current_link().is_some());
        if chosen.is_none() && self.peek_old() {
            return;
        }
        let at = chosen.or_else(|| {
            let links = self.document.links();
            self.blocks_read().into_iter().find_map(|block| {
                let start = self.document.links_of(block).iter().find(|l| l.target.leads())?;
                Some(links.partition_point(|link| link.span.start < start.span.start))
            })
        });
        match at {
            Some(at) => self.peek_link(at),
            None => self.tell(notices::NO_LINKS),
        }
    }

    /// Previews the target of a link, by its index; the link stays chosen while the window is open.
    pub(super) fn peek_link(&mut self, at: usize) {
        if self.follow_entry(at) {
            return;
        }
        let Some(link) = self.document.links().get(at) else { return };
        let from = self.document.point_at(link.span.start);
        match &link.target {
            LinkTarget::Passage(passage) => {
                self.open_peek(PeekSubject::Place(self.headed(*passage)), from);
            }
            LinkTarget::Outside(address) => {
                self.open_peek(PeekSubject::Outside(address.clone()), from)
            }
            LinkTarget::Nowhere(address) => {
                return self.complain(notices::no_target(address));
            }
        }
        self.link = Some(at);
    }

    /// Extends a passage in a section's title to the whole section: a link to a title is meant for
    /// the text below it.
    fn headed(&self, passage: Passage) -> Passage {
        let document = &self.document;
        let block = document.block(passage.start.block);
        let title = block.kind == BlockKind::Heading && passage.end.block == passage.start.block;
        let whole = document.section_passage(block.section).filter(|_| title);
        whole.filter(|whole| whole.start.block == passage.start.block).unwrap_or(passage)
    }

    /// Shows explanations of the words used in the paragraph being read.
    pub(super) fn explain_words(&mut self) {
        let blocks = self.blocks_read();
        let Some(first) = blocks.first().copied() else { return };
        let mut words: Vec<Explained> = Vec::new();
        for block in blocks {
            for (_, explained) in self.document.explained_in(block) {
                if !words.contains(&explained) {
                    words.push(explained);
                }
            }
        }
        if words.is_empty() {
            self.tell(notices::NO_TERMS_IN_PARAGRAPH);
        } else {
            self.open_peek(PeekSubject::Words(words), Some(Point::start_of(first)));
        }
    }

    /// The block being read; if that is a title, also the blocks of its section in view.
    fn blocks_read(&self) -> Vec<BlockId> {
        let Some(first) = self.block_in_view() else { return Vec::new() };
        let document = &self.document;
        let mut blocks = vec![first];
        if document.block(first).kind == BlockKind::Heading {
            let section = document.block(first).section;
            let rows = self.reading.rows().iter();
            blocks.extend(rows.filter_map(|row| match row {
                Row::Text { block, index: 0, .. } if *block > first => Some(*block),
                _ => None,
            }));
            blocks.retain(|block| document.block(*block).section == section);
        }
        blocks
    }

    /// Handles a click: previews a link, or a word that the text explains.
    pub(super) fn click(&mut self, point: Point) {
        let offset = self.document.offset_of(point);
        let on = |link: &Link| link.span.start <= offset && offset < link.span.end;
        let links = self.document.links();
        let at = links.partition_point(|link| link.span.end <= offset);
        if links.get(at).is_some_and(|link| on(link) && link.target.leads()) {
            self.peek_link(at);
            return;
        }
        let words = self.document.explained_in(point.block);
        if let Some((_, explained)) = words.into_iter().find(|(r, _)| r.contains(&point.byte)) {
            self.open_peek(PeekSubject::Words(vec![explained]), Some(point));
        }
    }

    pub(super) fn open_peek(&mut self, subject: PeekSubject, from: Option<Point>) {
        self.hold();
        self.mode = Mode::Peek(Box::new(Peek::new(subject, from)));
    }
}
