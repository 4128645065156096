//! Labels on the links, references and defined terms in view: typing one previews it.

use super::{App, Effect, Labelled, LinkHints, Mode, Page, PeekSubject, Previewed, labels};
use crate::action::{Key, KeyCode};
use crate::document::Point;
use crate::messages::notices;
use crate::typeset::Row;

impl App {
    /// Labels everything in view that can be previewed.
    pub(super) fn open_link_hints(&mut self) {
        if self.page != Page::Text {
            return self.tell(notices::NOTHING_TO_LABEL_HERE);
        }
        let found = self.previewable();
        if found.is_empty() {
            return self.tell(notices::NOTHING_TO_LABEL);
        }
        let labelled = |((point, what), label)| Labelled { label, point, what };
        let all = labels(found.len()).into_iter();
        let all = found.into_iter().zip(all).map(labelled).collect();
        self.hold();
        self.focus = super::Focus::Pane;
        self.mode = Mode::LinkHints(LinkHints { all, typed: String::new() });
    }

    /// Everything in view that can be previewed, in order; a repeated term counts once.
    fn previewable(&self) -> Vec<(Point, Previewed)> {
        let document = &self.document;
        let mut found: Vec<(Point, Previewed)> = Vec::new();
        for row in self.reading.rows() {
            let Row::Text { block, line, .. } = row else { continue };
            let begins = |byte: usize| line.holds(byte) && line.range().contains(&byte);
            let own = document.links_of(*block);
            let start = document.block(*block).body.start.get();
            let first = own.first().map_or(0, |link| {
                document.links().partition_point(|other| other.span.start < link.span.start)
            });
            let mut here: Vec<(Point, Previewed)> = own
                .iter()
                .enumerate()
                .filter(|(_, link)| link.target.leads())
                .map(|(at, link)| (link.span.start.get().saturating_sub(start), first + at))
                .filter(|(byte, _)| begins(*byte))
                .map(|(byte, at)| (Point { block: *block, byte }, Previewed::Link(at)))
                .collect();
            let in_link =
                |byte: usize| own.iter().any(|link| link.span.range().contains(&(start + byte)));
            for (range, explained) in document.explained_in(*block) {
                let what = Previewed::Words(explained);
                let known = found.iter().chain(&here).any(|(_, other)| *other == what);
                if begins(range.start) && !known && !in_link(range.start) {
                    here.push((Point { block: *block, byte: range.start }, what));
                }
            }
            here.sort_by_key(|(point, _)| *point);
            found.append(&mut here);
        }
        found
    }

    pub(super) fn link_hint_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::LinkHints(hints) = &mut self.mode else { return Vec::new() };
        match key.typed().map(|c| c.to_ascii_lowercase()) {
            Some(c) => hints.typed.push(c),
            None if key.code == KeyCode::Backspace && hints.typed.pop().is_some() => {}
            None => {
                self.give_back();
                return Vec::new();
            }
        }
        let typed = hints.typed.clone();
        let fitting: Vec<&Labelled> = hints.fitting().collect();
        let chosen = match fitting.as_slice() {
            [] => None,
            [one, ..] if one.label == typed => Some((one.what, one.point)),
            _ => return Vec::new(),
        };
        self.give_back();
        match chosen {
            None => self.tell(notices::no_label(typed)),
            Some((Previewed::Link(at), _)) => {
                self.mode = Mode::Read;
                self.peek_link(at);
            }
            Some((Previewed::Words(explained), point)) => {
                self.mode = Mode::Read;
                self.open_peek(PeekSubject::Words(vec![explained]), Some(point));
            }
        }
        Vec::new()
    }
}
