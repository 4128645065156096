//! Rosters in prose: parties that a sentence enumerates.
//!
//! A sentence lists parties if it names their kind (`member states`, `observers`), then has a word
//! that begins a list (`including`, `are`, a colon), and then at least three names, or two after
//! another list; or if parties attend `as observers`. Another sentence may add a party that joined
//! later. The words are those of the language of the text, or of the languages of its passages if
//! the first has no list.

#[cfg(test)]
mod tests;

use super::mentions::{self, Names, Party};
use super::{enumeration, plain_names, representation};
use crate::document::{
    Abbreviation, BlockId, Document, Passage, Roster, RosterEntry, RosterKind, Standing,
};
use crate::lexicon::characters::{is_digit, is_unspaced};
use crate::lexicon::counter::{self, is_han};
use crate::lexicon::parties::{self, KINDS, PartyWords};
use crate::lexicon::phrase::{self, Cursor, Phrases};
use crate::lexicon::spelled::NumberWords;
use crate::lexicon::text_languages::{LanguageSet, TextLanguages};
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

/// Maximum number of characters between `attend` and `as observers`.
const ATTENDING_REACH: usize = 40;

/// Maximum number of characters between `became` and what a party became.
const JOINED_REACH: usize = 80;

/// Maximum number of characters between a name and what the party is welcomed as.
const WELCOMED_REACH: usize = 60;

/// Maximum number of words before `organisations` that belong to it: `international regional
/// organisations`.
const BEFORE_ORGANISATIONS: usize = 3;

/// Marks that end the part of a sentence in which a list is sought.
const CLAUSE_ENDS: &[char] = &['.', ';', ':', '(', ')'];

/// Marks that end the part of a sentence that has a verb and its object.
const SENTENCE_ENDS: &[char] = &['.', ';'];

/// A word for a kind of parties, and its bytes in a body.
type KindWord = (RosterKind, Range<usize>);

/// Returns the rosters of a document, in the order of its text.
pub fn find(document: &Document, abbreviations: &[Abbreviation]) -> Vec<Roster> {
    let tag = document.metadata().language.as_deref();
    let in_language = |language: &'static PartyWords, places: &[KindPlace]| {
        let found = in_language(document, abbreviations, language, places);
        (!found.is_empty()).then_some(found)
    };
    let own = parties::of(tag);
    if let Some(found) = own.and_then(|own| in_language(own, &own_places(document, own))) {
        return found;
    }
    let languages = TextLanguages::of(tag, document.text());
    let others = parties::all().filter(|other| own.is_none_or(|own| own.tag != other.tag));
    let others: Vec<&PartyWords> =
        others.filter(|other| languages.include_tag(other.tag)).collect();
    if others.is_empty() {
        return Vec::new();
    }
    let places = |block| {
        let found = KINDS.places(document.body(block));
        found.map(move |(at, languages)| KindPlace { block, at, languages })
    };
    let places: Vec<KindPlace> = document.block_ids().flat_map(places).collect();
    let named = places.iter().fold(LanguageSet::NONE, |all, place| all.with(place.languages));
    let mut others = others.into_iter().filter(|other| named.has(other.tag));
    others.find_map(|other| in_language(other, &places)).unwrap_or_default()
}

/// The places of the words for kinds of parties in one language.
fn own_places(document: &Document, language: &PartyWords) -> Vec<KindPlace> {
    let (words, languages) = (words_for_kinds(language), LanguageSet::alone(language.tag));
    let places = |block| {
        let body = document.body(block);
        let places = phrase::starts(body, 0).filter(move |at| kind(body, *at, &words).is_some());
        places.map(move |at| KindPlace { block, at, languages })
    };
    document.block_ids().flat_map(places).collect()
}

/// A place with a word for a kind of parties.
struct KindPlace {
    block: BlockId,
    /// Where the word begins in the body of the block, in bytes.
    at: usize,
    /// The languages that have the word.
    languages: LanguageSet,
}

/// Returns the rosters that a document lists in the words of a language. `places` are those of words
/// for kinds of parties, in all languages.
fn in_language(
    document: &Document,
    abbreviations: &[Abbreviation],
    language: &'static PartyWords,
    places: &[KindPlace],
) -> Vec<Roster> {
    let words = words_for_kinds(language);
    let numbers = NumberWords::of(Some(language.tag));
    let teller = |block| Teller { body: document.body(block), block, language, numbers };
    let mut rosters: Vec<Roster> = Vec::new();
    // The blocks that name kinds, and whether observers are among them.
    let mut named: Vec<(BlockId, bool)> = Vec::new();
    let of_language = LanguageSet::alone(language.tag);
    for places in places.chunk_by(|one, next| one.block == next.block) {
        let block = places[0].block;
        let own = places.iter().filter(|place| place.languages.shares(of_language));
        let body = document.body(block);
        let kinds: Vec<KindWord> = own.filter_map(|own| kind(body, own.at, &words)).collect();
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

/// Returns the words for each kind of parties in a language.
fn words_for_kinds(language: &PartyWords) -> [(RosterKind, Phrases); 4] {
    [
        (RosterKind::Members, language.members),
        (RosterKind::Observers, language.observers),
        (RosterKind::Signatories, language.signatories),
        (RosterKind::Observers, language.observer_status),
    ]
}

/// Returns the word for a kind of parties at a byte of a text.
fn kind(body: &str, at: usize, words: &[(RosterKind, Phrases)]) -> Option<KindWord> {
    let begun = |words: Phrases| Some(at..at + words.begun(&body[at..])?);
    words.iter().find_map(|(kind, words)| Some((*kind, begun(*words)?)))
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

    /// Returns the names at the start of a text, and where they end.
    fn names(&self, list: &str) -> (Vec<Range<usize>>, usize) {
        if self.language.is_caseless() {
            plain_names::names(list, self.language)
        } else {
            enumeration::names(list, self.language)
        }
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

    /// Adds the parties that attend as observers, or are observers.
    fn add_attending(&self, rosters: &mut Vec<Roster>) {
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

    /// Returns the names directly before a byte, and after another.
    fn names_before(&self, from: usize, end: usize) -> Vec<Range<usize>> {
        let part = &self.body[from..end];
        if self.language.is_caseless() {
            let names = plain_names::names_at_end(part, self.language).into_iter();
            return names.map(|range| from + range.start..from + range.end).collect();
        }
        let start = from + enumeration::start_of_names(part, self.language);
        let (names, _) = enumeration::names(&self.body[start..end], self.language);
        names.into_iter().map(|range| start + range.start..start + range.end).collect()
    }

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

    /// Adds the parties that are welcomed (`we welcome Jorvel as a full member`).
    fn add_welcomed(&self, rosters: &mut [Roster]) {
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

fn add(roster: &mut Roster, entry: RosterEntry) {
    if !roster.entries.iter().any(|known| known.name == entry.name) {
        roster.entries.push(entry);
    }
}
