//! Parties that a sentence lists after their kind: `The member states are A, B and C.`

use super::naming_block::{KindWord, NamingBlock};
use crate::document::{Roster, RosterEntry, Standing};
use crate::lexicon::characters::is_digit;
use crate::lexicon::counter::{self, is_han};
use crate::lexicon::cursor::Cursor;
use crate::lexicon::parties::PartyWords;
use std::ops::Range;

/// Minimum number of names in a list.
const SHORTEST_LIST: usize = 3;

/// The same after another list, which shows that the text is about parties.
const SHORTEST_BESIDE: usize = 2;

/// Counts of parties that a text may state.
const COUNTS: Range<u32> = 2..1000;

/// Maximum number of words between a count and the kind.
const COUNT_REACH: usize = 4;

/// Maximum number of characters between a kind and the word that begins its list.
const LIST_REACH: usize = 60;

/// Maximum number of words before `organisations` that belong to it: `international regional
/// organisations`.
const BEFORE_ORGANISATIONS: usize = 3;

/// Marks that end the part of a sentence in which a list is sought.
const CLAUSE_ENDS: &[char] = &['.', ';', ':', '(', ')'];

impl NamingBlock<'_> {
    /// Adds the rosters of the kinds that its words list.
    pub fn add_listed(&self, kinds: &[KindWord], rosters: &mut Vec<Roster>) {
        let mut from = 0;
        for (kind, word) in kinds {
            let before = self.body[..word.start].trim_end();
            if word.start < from {
                continue;
            }
            if self.language.except_after.ended(before) {
                from = word.end;
                continue;
            }
            let Some(start) = self.list_behind(word.end) else { continue };
            let (entries, end) = self.entries(start);
            from = end.max(start);
            // What a member says is not a list.
            let mut between = self.body[word.end..start].split(|c: char| !c.is_alphabetic());
            if between.any(|word| self.language.saying.has(word)) {
                continue;
            }
            let least = if rosters.is_empty() { SHORTEST_LIST } else { SHORTEST_BESIDE };
            if entries.len() >= least && !rosters.iter().any(|known| known.kind == *kind) {
                let stated = self.stated(word.start);
                rosters.push(Roster { kind: *kind, stated, entries });
            }
        }
    }

    /// Returns where the first name of a list begins after a kind that ends at a byte.
    fn list_behind(&self, kind: usize) -> Option<usize> {
        if self.language.is_caseless() {
            return self.plain_list_behind(kind);
        }
        let PartyWords { lists, now, articles, .. } = *self.language;
        let behind = self.at(kind);
        let verb = behind.near(lists, LIST_REACH, CLAUSE_ENDS).find_map(|(_, verb)| {
            let marked = verb.maybe_mark(&[':', ',']);
            marked.maybe(now).name(articles).or_else(|| marked.name(articles))
        });
        let mark = || {
            let rest = behind.rest();
            let (at, _) =
                rest.char_indices().take(LIST_REACH + 1).find(|(_, c)| CLAUSE_ENDS.contains(c))?;
            rest[at..].starts_with(':').then(|| self.at(kind + at + 1).name(articles))?
        };
        let dash = || {
            let at = behind.blank().unwrap_or(behind);
            let marked = at.maybe_mark(&['–', '—']);
            (marked.place() > at.place()).then(|| marked.name(articles))?
        };
        verb.or_else(mark).or_else(dash)
    }

    /// Returns where names may begin in a script without capitals: directly after the words that
    /// begin a list, or after a colon, since other words may begin anything.
    fn plain_list_behind(&self, kind: usize) -> Option<usize> {
        let PartyWords { lists, now, .. } = *self.language;
        let blank =
            |at: Cursor<'_>| at.past(at.rest().len() - at.rest().trim_start().len()).place();
        let mut at = self.at(blank(self.at(kind)));
        while let Some(behind) = at.here(now) {
            at = self.at(blank(behind));
        }
        let behind_mark = |at: Cursor<'_>| {
            let mark = self.at(blank(at)).maybe_mark(&[':', '：', ',', '、', '，', '،']);
            blank(mark)
        };
        // `成员国，包括`
        let parted = self.at(behind_mark(at));
        if let Some(verb) = at.here(lists).or_else(|| parted.here(lists)) {
            let names = self.at(behind_mark(verb));
            return Some(names.here(now).map_or(names.place(), behind_mark));
        }
        let marked = at.maybe_mark(&[':', '：']);
        (marked.place() > at.place()).then(|| blank(marked))
    }

    /// Returns the count directly before a kind, possibly without a blank between them (`五个成员国`).
    fn plain_stated(&self, kind: usize) -> Option<u32> {
        let before = self.body[..kind].trim_end();
        let counted = self.language.counters.matches_at_end(before).map(|(_, rest)| rest);
        let before = counted.min_by_key(|rest| rest.len()).unwrap_or(before);
        let numeral = |c: char| is_digit(c) || is_han(c);
        let start = before.trim_end_matches(numeral).len();
        let readings = counter::readings(&before[start..]).into_iter();
        readings.filter(|own| own.len == before.len() - start).map(|own| own.value).next()
    }

    /// Returns the count before a kind (`17 CICA member states`).
    fn stated(&self, kind: usize) -> Option<u32> {
        let counts = |count: &u32| COUNTS.contains(count);
        if let Some(count) = self.plain_stated(kind).filter(counts) {
            return Some(count);
        }
        self.body[..kind]
            .rsplit(char::is_whitespace)
            .filter(|word| !word.is_empty())
            .take(COUNT_REACH)
            .take_while(|word| !word.ends_with(['.', ';', ':']))
            .filter_map(|word| self.numbers.count(word))
            .find(counts)
    }

    /// Returns the names from `start` on, group by group, and where they end.
    fn entries(&self, start: usize) -> (Vec<RosterEntry>, usize) {
        let mut out = Vec::new();
        let mut at = start;
        let mut standing = Standing::Listed;
        loop {
            let (names, end) = self.names(&self.body[at..]);
            if names.is_empty() {
                return (out, at);
            }
            let shift = |r: Range<usize>| at + r.start..at + r.end;
            out.extend(names.into_iter().map(|r| self.entry(shift(r), standing)));
            at += end;
            let Some((next, group)) = self.further_group(at) else { return (out, at) };
            if group == Standing::Organisation {
                standing = group;
            }
            at = next;
        }
    }

    /// Returns where another group of a list begins after the words between two (`as well as
    /// organizations such as`), and its standing.
    fn further_group(&self, at: usize) -> Option<(usize, Standing)> {
        let PartyWords { further, articles, organisations, such_as, .. } = *self.language;
        let behind = self.at(at).maybe_mark(&[',']).then(further)?;
        let group = behind.maybe(articles).words(BEFORE_ORGANISATIONS).find_map(|words| {
            let group = words.then(organisations)?;
            let more = group.maybe_mark(&[',']).then(such_as);
            let more = more.unwrap_or_else(|| group.maybe_mark(&[':']));
            Some((more.name(articles)?, Standing::Organisation))
        });
        group.or_else(|| Some((behind.name(articles)?, Standing::Listed)))
    }
}
