//! Rosters told in prose: lists of parties that a sentence enumerates.
//!
//! A sentence lists parties where it names their kind (`member states`,
//! `observers`), then what begins a list (`including`, `are`, a colon), then at
//! least three names, two behind another list; or where names attend `as observers`. Another sentence
//! may add one that joined later. The words are those of the language of the text.

#[cfg(test)]
mod tests;

use super::mentions::{self, Names, Party};
use super::{enumeration, representation};
use crate::document::{
    Abbreviation, BlockId, Document, Passage, Roster, RosterEntry, RosterKind, Standing,
};
use crate::lexicon::parties::{self, PartyWords};
use crate::lexicon::phrase::{self, Cursor, Initials, Phrases};
use crate::lexicon::spelled::NumberWords;
use std::ops::Range;

/// Fewer names than this make no list.
const SHORTEST_LIST: usize = 3;

/// The same behind another list, which tells that the text is about parties.
const SHORTEST_BESIDE: usize = 2;

/// Words before the kind that are looked at for a count.
const COUNT_REACH: usize = 4;

/// Characters between a kind and what begins its list.
const LIST_REACH: usize = 60;

/// Characters between `attend` and `as observers`.
const ATTENDING_REACH: usize = 40;

/// Characters between `became` and what a party became.
const JOINED_REACH: usize = 80;

/// Characters between a name and what the party is welcomed as.
const WELCOMED_REACH: usize = 60;

/// Words before `organisations` that belong to it: `international regional organisations`.
const BEFORE_ORGANISATIONS: usize = 3;

/// What ends the part of a sentence that a list is looked for in.
const CLAUSE_ENDS: &[char] = &['.', ';', ':', '(', ')'];

/// What ends the part of a sentence that a verb and its object are in.
const SENTENCE_ENDS: &[char] = &['.', ';'];

/// A word for a kind of parties, in bytes of a body.
type KindWord = (RosterKind, Range<usize>);

/// The rosters of a document, in the order of its text.
pub fn find(document: &Document, abbreviations: &[Abbreviation]) -> Vec<Roster> {
    let tag = document.metadata().language.as_deref();
    let language = parties::of(tag);
    let words = words_for_kinds(language);
    let initials = Initials::of(&words.map(|(_, words)| words));
    let numbers = NumberWords::of(tag);
    let teller = |block| Teller { body: document.body(block), block, language, numbers };
    let mut rosters: Vec<Roster> = Vec::new();
    // The blocks that name kinds, and whether observers are among them.
    let mut named: Vec<(BlockId, bool)> = Vec::new();
    for block in document.block_ids() {
        let kinds = kinds(document.body(block), &words, &initials);
        if !kinds.is_empty() {
            let observed = kinds.iter().any(|(kind, _)| *kind == RosterKind::Observers);
            named.push((block, observed));
            teller(block).add_listed(&kinds, &mut rosters);
        }
    }
    for (block, observed) in named {
        let teller = teller(block);
        if observed {
            teller.add_attending(&mut rosters);
        }
        if !rosters.is_empty() {
            teller.add_joined(&mut rosters);
            teller.add_welcomed(&mut rosters);
        }
    }
    if rosters.is_empty() {
        return rosters;
    }
    let named: Vec<(String, Passage)> = rosters
        .iter()
        .flat_map(|r| r.entries.iter().map(|e| (e.name.clone(), e.evidence)))
        .collect();
    let parties: Vec<Party<'_>> =
        named.iter().map(|(name, evidence)| Party { name, evidence: *evidence }).collect();
    let names = Names::of(&parties, document, abbreviations, language);
    let mentions = mentions::of_parties(document, &names, &parties);
    let levels = representation::told(document, &names, parties.len());
    let entries = rosters.iter_mut().flat_map(|r| &mut r.entries);
    for (entry, (mentions, level)) in entries.zip(mentions.into_iter().zip(levels)) {
        entry.mentions = mentions;
        entry.level = level;
    }
    rosters
}

/// What kinds of parties are called in a language.
fn words_for_kinds(language: &PartyWords) -> [(RosterKind, Phrases); 4] {
    [
        (RosterKind::Members, language.members),
        (RosterKind::Observers, language.observers),
        (RosterKind::Signatories, language.signatories),
        (RosterKind::Observers, language.observer_status),
    ]
}

/// The words for kinds of parties in a text; `initials` are those of all of them.
fn kinds(body: &str, words: &[(RosterKind, Phrases)], initials: &Initials) -> Vec<KindWord> {
    let at = |at: usize| {
        let begun = |words: Phrases| Some(at..at + words.begun(&body[at..])?);
        words.iter().find_map(|(kind, words)| Some((*kind, begun(*words)?)))
    };
    let may_begin = |at: &usize| initials.may_begin(body, *at);
    phrase::starts(body, 0).filter(may_begin).filter_map(at).collect()
}

/// A block that names kinds of parties.
struct Teller<'a> {
    body: &'a str,
    block: BlockId,
    language: &'static PartyWords,
    numbers: &'static NumberWords,
}

impl Teller<'_> {
    fn at(&self, byte: usize) -> Cursor<'_> {
        Cursor::new(self.body, byte)
    }

    fn entry(&self, range: Range<usize>, standing: Standing) -> RosterEntry {
        RosterEntry {
            name: self.body[range.clone()].to_owned(),
            evidence: Passage::within(self.block, range),
            standing,
            level: None,
            mentions: Vec::new(),
        }
    }

    fn add_listed(&self, kinds: &[KindWord], rosters: &mut Vec<Roster>) {
        let mut from = 0;
        for (kind, word) in kinds {
            if word.start < from {
                continue;
            }
            let Some(start) = self.list_behind(word.end) else { continue };
            let (entries, end) = self.entries(start);
            from = end.max(start);
            // What a member says is no list.
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

    /// Where the first name of a list begins that a kind leads in, which ends at a byte.
    fn list_behind(&self, kind: usize) -> Option<usize> {
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

    /// The count that is before a kind (`17 CICA member states`).
    fn stated(&self, kind: usize) -> Option<u32> {
        self.body[..kind]
            .rsplit(char::is_whitespace)
            .filter(|word| !word.is_empty())
            .take(COUNT_REACH)
            .take_while(|word| !word.ends_with(['.', ';', ':']))
            .filter_map(|word| self.numbers.count(word))
            .find(|count| (2..1000).contains(count))
    }

    /// The names from `start` on, group by group, and where they end.
    fn entries(&self, start: usize) -> (Vec<RosterEntry>, usize) {
        let mut out = Vec::new();
        let mut at = start;
        let mut standing = Standing::Listed;
        loop {
            let (names, end) = enumeration::names(&self.body[at..], self.language);
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

    /// Where another group of a list begins behind what is between two (`as well as
    /// organizations such as`), and what it is.
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

    /// Adds what names attend as, or are, where the text names observers.
    fn add_attending(&self, rosters: &mut Vec<Roster>) {
        let mut from = 0;
        for start in phrase::starts(self.body, 0) {
            if start < from || !self.body[..start].ends_with(char::is_whitespace) {
                continue;
            }
            let Some(end) = self.attending(start) else { continue };
            let names = self.names_before(from, start);
            from = end;
            let entries: Vec<RosterEntry> =
                names.into_iter().map(|range| self.entry(range, Standing::Listed)).collect();
            // One name alone observes only where members are known.
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

    /// The end of words from a byte on that make observers of the names before them.
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

    /// The names that are right before a byte, and behind another.
    fn names_before(&self, from: usize, end: usize) -> Vec<Range<usize>> {
        let part = &self.body[from..end];
        let start = from + enumeration::start_of_names(part, self.language);
        let (names, _) = enumeration::names(&self.body[start..end], self.language);
        names.into_iter().map(|range| start + range.start..start + range.end).collect()
    }

    /// What a party became behind a place: the words before that, and its kind.
    fn became(&self, from: Cursor<'_>, most: usize) -> Option<(Range<usize>, KindWord)> {
        let PartyWords { members, observers, .. } = *self.language;
        let found = |kind, words: Phrases| {
            let near = from.near(words, most, SENTENCE_ENDS).next();
            near.map(|(at, end)| (from.place()..at, (kind, at..end.place())))
        };
        let all = [(RosterKind::Members, members), (RosterKind::Observers, observers)];
        all.into_iter().filter_map(|(kind, words)| found(kind, words)).min_by_key(|(r, _)| r.end)
    }

    /// Adds who joined (`Esk became the fifth member`).
    fn add_joined(&self, rosters: &mut [Roster]) {
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

    /// Adds who is welcomed (`we welcome Jorvel as a full member`).
    fn add_welcomed(&self, rosters: &mut [Roster]) {
        let PartyWords { welcomes, welcomes_as, articles, .. } = *self.language;
        let mut from = 0;
        while let Some(verb) = welcomes.find(self.body, from) {
            from = verb.end;
            let Some(start) = self.at(verb.end).name(articles) else { continue };
            let (names, end) = enumeration::names(&self.body[start..], self.language);
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

    /// Adds a party that joined: the words between verb and kind tell its place in
    /// the order, or that it is new.
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

fn add(roster: &mut Roster, entry: RosterEntry) {
    if !roster.entries.iter().any(|known| known.name == entry.name) {
        roster.entries.push(entry);
    }
}
