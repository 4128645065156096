//! Parties that attend as observers, or are observers: `A and B attended as observers.`

use super::naming_block::{NamingBlock, SENTENCE_ENDS};
use crate::document::{Roster, RosterEntry, RosterKind, Standing};
use crate::lexicon::characters::is_unspaced;
use crate::lexicon::cursor::Cursor;
use crate::lexicon::parties::PartyWords;
use crate::lexicon::phrase;

/// Maximum number of characters between `attend` and `as observers`.
const ATTENDING_REACH: usize = 40;

impl NamingBlock<'_> {
    /// Adds the parties that attend as observers, or are observers.
    pub fn add_attending(&self, rosters: &mut Vec<Roster>) {
        let mut from = 0;
        for start in phrase::starts(self.body, 0) {
            let parted = |c: char| c.is_whitespace() || is_unspaced(c);
            if start < from || !self.body[..start].ends_with(parted) {
                continue;
            }
            let Some(end) = self.attending(start) else { continue };
            let names = self.names_before(from, start);
            from = end;
            let entries: Vec<RosterEntry> =
                names.into_iter().map(|range| self.entry(range, Standing::Listed)).collect();
            // A single name counts only if members are known.
            if entries.is_empty() || (entries.len() == 1 && rosters.is_empty()) {
                continue;
            }
            match rosters.iter_mut().find(|r| r.kind == RosterKind::Observers) {
                Some(known) => entries.into_iter().for_each(|entry| add(known, entry)),
                None => {
                    let kind = RosterKind::Observers;
                    rosters.push(Roster { kind, stated: None, entries });
                }
            }
        }
    }

    /// Returns the end of the words from a byte on that make observers of the names before them.
    fn attending(&self, start: usize) -> Option<usize> {
        let PartyWords { articles, observers, observer_status, .. } = *self.language;
        let (verb, language) = (self.at(start), self.language);
        let attends = verb.here(language.attends).and_then(|verb| {
            let mut near = verb.near(language.attends_as, ATTENDING_REACH, SENTENCE_ENDS);
            near.find_map(|(_, as_what)| as_what.maybe(articles).then(observers))
        });
        let being = || verb.here(language.being)?.maybe(articles).then(observers);
        let having = || verb.here(language.having)?.maybe(articles).then(observer_status);
        attends.or_else(being).or_else(having).map(Cursor::place)
    }
}

/// Adds a party that a roster does not name yet.
fn add(roster: &mut Roster, entry: RosterEntry) {
    if !roster.entries.iter().any(|known| known.name == entry.name) {
        roster.entries.push(entry);
    }
}
