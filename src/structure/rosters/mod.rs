//! Rosters in prose: parties that a sentence enumerates.
//!
//! A sentence lists parties if it names their kind (`member states`, `observers`), then has a word
//! that begins a list (`including`, `are`, a colon), and then at least three names, or two after
//! another list; or if parties attend `as observers`. Another sentence may add a party that joined
//! later. The words are those of the language of the text, or of the languages of its passages if
//! the first has no list.

mod attending;
mod joining;
mod listed;
mod naming_block;
#[cfg(test)]
mod tests;

use super::mentions::{self, Names, Party};
use super::representation;
use crate::document::{Abbreviation, BlockId, Document, Passage, Roster, RosterKind};
use crate::lexicon::parties::{self, KINDS, PartyWords};
use crate::lexicon::phrase::{self, Phrases};
use crate::lexicon::spelled::NumberWords;
use crate::lexicon::text_languages::{LanguageSet, TextLanguages};
use naming_block::{KindWord, NamingBlock};

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
    let naming = |block| NamingBlock { body: document.body(block), block, language, numbers };
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
            naming(block).add_listed(&kinds, &mut rosters);
        }
    }
    for (block, observed) in named {
        let naming = naming(block);
        if observed {
            naming.add_attending(&mut rosters);
        }
        if !rosters.is_empty() {
            naming.add_joined(&mut rosters);
            naming.add_welcomed(&mut rosters);
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
