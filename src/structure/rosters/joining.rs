//! Parties that a sentence adds to a roster: `A became the fifth member`, `We welcome A as a full
//! member`.

use super::naming_block::{KindWord, NamingBlock, SENTENCE_ENDS};
use crate::document::{Roster, RosterKind, Standing};
use crate::lexicon::cursor::Cursor;
use crate::lexicon::parties::PartyWords;
use crate::lexicon::phrase::{self, Phrases};
use std::ops::Range;

/// Maximum number of characters between `became` and what a party became.
const JOINED_REACH: usize = 80;

/// Maximum number of characters between a name and what the party is welcomed as.
const WELCOMED_REACH: usize = 60;

impl NamingBlock<'_> {
    /// Returns what a party became after a position: the words before that, and its kind.
    fn became(&self, from: Cursor<'_>, most: usize) -> Option<(Range<usize>, KindWord)> {
        let PartyWords { members, observers, .. } = *self.language;
        let found = |kind, words: Phrases| {
            let near = from.near(words, most, SENTENCE_ENDS).next();
            near.map(|(at, end)| (from.place()..at, (kind, at..end.place())))
        };
        let all = [(RosterKind::Members, members), (RosterKind::Observers, observers)];
        all.into_iter().filter_map(|(kind, words)| found(kind, words)).min_by_key(|(r, _)| r.end)
    }

    /// Adds the parties that joined (`Esk became the fifth member`).
    pub fn add_joined(&self, rosters: &mut [Roster]) {
        let mut from = 0;
        for start in phrase::starts(self.body, 0) {
            if start < from || !self.body[..start].ends_with(char::is_whitespace) {
                continue;
            }
            let Some(verb) = self.at(start).here(self.language.joins) else { continue };
            let Some((between, kind)) = self.became(verb, JOINED_REACH) else { continue };
            let name = self.names_before(from, start).pop();
            from = kind.1.end;
            if let Some(name) = name {
                self.join(name, between, kind.0, rosters);
            }
        }
    }

    /// Adds the parties that are welcomed (`we welcome Jorvel as a full member`).
    pub fn add_welcomed(&self, rosters: &mut [Roster]) {
        let PartyWords { welcomes, welcomes_as, articles, .. } = *self.language;
        let mut from = 0;
        while let Some(verb) = welcomes.find(self.body, from) {
            from = verb.end;
            let Some(start) = self.at(verb.end).name(articles) else { continue };
            let (names, end) = self.names(&self.body[start..]);
            from = from.max(start + end);
            let as_what = self.at(start + end).then(welcomes_as);
            let Some((between, kind)) = as_what.and_then(|at| self.became(at, WELCOMED_REACH))
            else {
                continue;
            };
            for name in names {
                let name = start + name.start..start + name.end;
                self.join(name, between.clone(), kind.0, rosters);
            }
        }
    }

    /// Adds a party that joined: the words between verb and kind state its place in the order, or
    /// that it is new.
    fn join(
        &self,
        name: Range<usize>,
        between: Range<usize>,
        kind: RosterKind,
        rosters: &mut [Roster],
    ) {
        let words = || self.body[between.clone()].split_whitespace();
        let ordinal = words().rev().find_map(|word| self.numbers.ordinal(word));
        let new = words().any(|word| self.language.new.has(word));
        let Some(roster) = rosters.iter_mut().find(|r| r.kind == kind) else { return };
        let known = roster.entries.iter().any(|e| e.name == self.body[name.clone()]);
        if (ordinal.is_none() && !new) || known {
            return;
        }
        roster.stated = ordinal.or(roster.stated);
        roster.entries.push(self.entry(name, Standing::Joined));
    }
}
