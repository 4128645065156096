//! Finds at what level the parties of a roster were represented, if a sentence about delegations
//! says so: `presidents of A and B lead their delegations`, `A and B were represented by deputy
//! ministers`, `A sent a minister`.

use super::enumeration::sentence_end;
use super::mentions::{self, Names};
use crate::document::{Document, Passage, RepresentationLevel};
use crate::lexicon::cursor::Cursor;
use crate::lexicon::parties::PartyWords;
use crate::lexicon::phrase;
use std::ops::Range;

/// Maximum number of words between `deputy` and the rank: `deputy foreign minister`.
const WITHIN_RANK: usize = 3;

/// Maximum number of words between `lead` and `delegations`.
const BEFORE_DELEGATION: usize = 3;

/// Maximum number of words before a rank that say whose it is: `their foreign ministers`.
const BEFORE_RANK: usize = 3;

/// The same before a rank that follows another with its parties.
const BEFORE_NEXT_RANK: usize = 2;

/// Maximum number of words of an office after `of`: `minister of finance and trade`.
const WITHIN_OFFICE: usize = 5;

/// Maximum number of words before the form of a state: `of the Free City of`.
const BEFORE_STATE_FORM: usize = 2;

/// Maximum number of words before a rank that may make it that of another party.
const FOREIGN_REACH: usize = 2;

/// Returns the ranks in a sentence with their words, without a level for those that do not count.
fn ranks(
    sentence: &str,
    language: &PartyWords,
) -> Vec<(Option<RepresentationLevel>, Range<usize>)> {
    let mut out: Vec<(Option<RepresentationLevel>, Range<usize>)> = Vec::new();
    for at in phrase::starts(sentence, 0) {
        if out.last().is_some_and(|(_, known)| at < known.end) {
            continue;
        }
        let found = rank(Cursor::new(sentence, at), language);
        out.extend(found.map(|(level, end)| (level, at..end.place())));
    }
    out
}

/// Returns the rank that begins at a position.
fn rank<'a>(
    at: Cursor<'a>,
    language: &PartyWords,
) -> Option<(Option<RepresentationLevel>, Cursor<'a>)> {
    let PartyWords { presidents, prime_ministers, ministers, .. } = *language;
    if let Some(behind) = at.here(language.deputies).and_then(Cursor::gap) {
        let words = std::iter::successors(Some(behind), |at| at.word_here()?.blank());
        let minister = || words.take(WITHIN_RANK + 1).find_map(|at| at.here(ministers));
        return (behind.here(presidents).map(|end| (None, end)))
            .or_else(|| {
                Some((
                    Some(RepresentationLevel::DeputyPrimeMinister),
                    behind.here(prime_ministers)?,
                ))
            })
            .or_else(|| Some((Some(RepresentationLevel::DeputyMinister), minister()?)));
    }
    if let Some(behind) = at.here(language.former).and_then(Cursor::gap)
        && let Some(end) = behind.here(presidents)
    {
        return Some((None, end));
    }
    [
        (RepresentationLevel::PrimeMinister, prime_ministers),
        (RepresentationLevel::President, presidents),
        (RepresentationLevel::Minister, ministers),
    ]
    .into_iter()
    .find_map(|(level, words)| Some((Some(level), at.here(words)?)))
}

/// Whether the next words say what office holders do who represent their parties: without them,
/// `the president of A` may be anything, such as the writer of a letter.
fn is_leading(after: &str, language: &PartyWords) -> bool {
    let at = Cursor::new(after, 0).maybe_mark(&[',']).all(language.adverbs);
    let delegation = |at: Cursor<'_>| at.then(language.delegations).is_some();
    at.then(language.represents).is_some()
        || at
            .then(language.leads)
            .is_some_and(|at| at.words(BEFORE_DELEGATION).skip(1).any(delegation))
}

/// Whether words connect an office holder's party with the next rank of the same sentence.
fn is_also(between: &str, language: &PartyWords) -> bool {
    let at = Cursor::new(between, 0).maybe_mark(&[',']).maybe(language.further);
    at.place() > 0 && at.maybe(language.articles).words(BEFORE_NEXT_RANK).any(is_blank_end)
}

/// Whether only blanks are left.
fn is_blank_end(at: Cursor<'_>) -> bool {
    at.blank().is_some_and(Cursor::is_end)
}

/// Returns the words between a verb of sending and the rank, and whether only `by` of the verb is
/// there. `words` are those between a party and a rank.
fn sending<'a>(words: &'a str, language: &PartyWords) -> Option<(&'a str, bool)> {
    let start = Cursor::new(words, 0);
    let own = start.here(language.possessive).and_then(|at| at.then(language.delegations));
    let at = own.or_else(|| start.then(language.delegations)).unwrap_or(start);
    let at = at.maybe_mark(&[',']).all(language.auxiliaries);
    let passive = at.then(language.represented);
    let verb = passive.and_then(|at| at.maybe(language.there).then(language.by));
    let verb = verb.or_else(|| at.then(language.sends));
    let elided = verb.is_none();
    let verb = verb.or_else(|| at.then(language.by))?;
    let end = verb.words(BEFORE_RANK).find(|at| is_blank_end(*at))?;
    Some((&words[verb.place()..end.place()], elided))
}

/// Whether words connect a rank with the first party that holds it. A president is that of the
/// party, not of a bank or a club; the office of a minister may precede the party.
fn is_holding(words: &str, minister: bool, language: &PartyWords) -> bool {
    let start = Cursor::new(words, 0);
    match own(start, language) {
        Some(is_own) => is_own || minister,
        None if minister => start.then(language.for_office).is_some_and(|at| {
            let offices = std::iter::successors(Some(at), |at| {
                Some(at.maybe(language.and).word()?.maybe_mark(&[',']))
            });
            offices.skip(1).take(WITHIN_OFFICE).any(|at| own(at, language).is_some())
        }),
        None => false,
    }
}

/// Whether the words before a party make a rank its own: `of`, with the form of its state or
/// without. `None` if they lead to no party.
fn own(at: Cursor<'_>, language: &PartyWords) -> Option<bool> {
    let of = at.then(language.of)?.maybe(language.articles);
    if is_blank_end(of) {
        return Some(true);
    }
    of.words(BEFORE_STATE_FORM).find_map(|before| {
        let form = before.word()?;
        let of = mentions::behind_state_form(form, language)?;
        let ends = is_blank_end(of.maybe(language.articles));
        ends.then(|| mentions::is_state_form(before.rest().trim_start(), language))
    })
}

/// Whether words separate two parties of one enumeration.
fn is_between(words: &str, language: &PartyWords) -> bool {
    let PartyWords { and, of, articles, further, .. } = *language;
    let mut at = Cursor::new(words, 0);
    while let Some(c) = at.rest().chars().next() {
        let phrase = || [and, of, articles, further].into_iter().find_map(|words| at.here(words));
        let next = match c {
            ',' => Some(at.maybe_mark(&[','])),
            c if c.is_whitespace() => at.blank(),
            c if c.is_uppercase() => phrase().or_else(|| at.word_here()),
            _ => phrase(),
        };
        let Some(next) = next else { return false };
        at = next;
    }
    true
}

/// Returns, for each of `count` parties, the level that the text states first, with the words that
/// do so.
pub fn told(
    document: &Document,
    names: &Names,
    count: usize,
) -> Vec<Option<(RepresentationLevel, Passage)>> {
    let mut levels = vec![None; count];
    for block in document.block_ids() {
        let body = document.body(block);
        let strict = mentions::is_strict(document, block);
        let mut start = 0;
        while start < body.len() {
            let end = sentence_end(body, start);
            let sentence = &body[start..end];
            for statement in statements(sentence, names, strict) {
                let words = &statement.words;
                let evidence = Passage::within(block, start + words.start..start + words.end);
                for party in statement.parties {
                    if let Some(level) = levels.get_mut(party).filter(|l| l.is_none()) {
                        *level = Some((statement.level, evidence));
                    }
                }
            }
            start = end + body[end..].chars().next().map_or(1, char::len_utf8);
        }
    }
    levels
}

/// What a sentence states: a level, the parties, and the words that are the evidence.
struct RankStatement {
    level: RepresentationLevel,
    parties: Vec<usize>,
    words: Range<usize>,
}

fn statements(sentence: &str, names: &Names, strict: bool) -> Vec<RankStatement> {
    let language = names.language();
    let ranks = ranks(sentence, language);
    if ranks.is_empty() {
        return Vec::new();
    }
    let parties = names.find(sentence, strict);
    // After a party with such a verb, another may follow without it.
    let told = language.represented.find(sentence, 0).map(|verb| verb.end);
    let mut out = Vec::new();
    let mut from = 0;
    // Office holders whose verb has not been reached.
    let mut waiting: Vec<(Option<RepresentationLevel>, Vec<usize>, Range<usize>)> = Vec::new();
    for (i, (level, rank)) in ranks.iter().enumerate() {
        let until = ranks.get(i + 1).map_or(sentence.len(), |(_, next)| next.start);
        let elided = told.is_some_and(|end| end <= rank.start);
        let part = from..rank.start;
        if let Some((first, found)) = senders(sentence, &parties, part, elided, language) {
            waiting.clear();
            from = rank.end;
            out.push((*level, found, first..rank.end));
            continue;
        }
        let before = waiting.last().map(|(_, _, words)| words.end);
        if before.is_none_or(|end| !is_also(&sentence[end..rank.start], language)) {
            waiting.clear();
            let mut near = sentence[..rank.start].split_whitespace().rev().take(FOREIGN_REACH);
            if near.any(|word| language.foreign.has(word)) {
                continue;
            }
        }
        let minister = matches!(
            level,
            Some(RepresentationLevel::Minister | RepresentationLevel::DeputyMinister)
        );
        let part = rank.end..until;
        let Some((found, end)) = holders(sentence, &parties, part, minister, language) else {
            waiting.clear();
            continue;
        };
        from = end;
        waiting.push((*level, found, rank.start..end));
        if is_leading(&sentence[end..], language) {
            out.append(&mut waiting);
        }
    }
    out.into_iter()
        .filter_map(|(level, parties, words)| Some(RankStatement { level: level?, parties, words }))
        .collect()
}

type NamedDelegate = (usize, Range<usize>);

fn joined(sentence: &str, a: &NamedDelegate, b: &NamedDelegate, language: &PartyWords) -> bool {
    sentence.get(a.1.end..b.1.start).is_some_and(|words| is_between(words, language))
}

/// Returns the parties before a rank that a verb of sending connects with it, and the first byte of
/// their enumeration. After another such verb, `by` alone is enough.
fn senders(
    sentence: &str,
    parties: &[NamedDelegate],
    part: Range<usize>,
    passive: bool,
    language: &PartyWords,
) -> Option<(usize, Vec<usize>)> {
    let upto = parties.partition_point(|(_, r)| r.end <= part.end);
    let last = upto.checked_sub(1)?;
    let (between, elided) = sending(sentence.get(parties[last].1.end..part.end)?, language)?;
    let foreign = between.split_whitespace().any(|word| language.foreign.has(word));
    if foreign || (elided && !passive) {
        return None;
    }
    let mut first = last;
    while first > 0
        && parties[first - 1].1.start >= part.start
        && joined(sentence, &parties[first - 1], &parties[first], language)
    {
        first -= 1;
    }
    let found = parties[first..=last].iter().map(|(party, _)| *party).collect();
    Some((parties[first].1.start, found))
}

/// Returns the parties after a rank that hold it, and the end of their enumeration.
fn holders(
    sentence: &str,
    parties: &[NamedDelegate],
    part: Range<usize>,
    minister: bool,
    language: &PartyWords,
) -> Option<(Vec<usize>, usize)> {
    let first = parties.partition_point(|(_, r)| r.start < part.start);
    let inside = |i: usize| parties.get(i).filter(|(_, r)| r.end <= part.end);
    let start = inside(first)?.1.start;
    if !is_holding(sentence.get(part.start..start)?, minister, language) {
        return None;
    }
    let mut last = first;
    while inside(last + 1).is_some_and(|next| joined(sentence, &parties[last], next, language)) {
        last += 1;
    }
    let found = parties[first..=last].iter().map(|(party, _)| *party).collect();
    Some((found, parties[last].1.end))
}
