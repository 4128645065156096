//! At what level the parties of a roster were represented, where a sentence
//! about delegations says so: `presidents of A and B lead their delegations`,
//! `A and B were represented by deputy ministers`, `A sent a minister`.

use super::enumeration::sentence_end;
use super::mentions::{self, Names, STATE_FORMS};
use crate::document::{Document, Level, Passage};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static RANK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:(?P<none>(?:vice|deputy|former|acting)[-\s]+presidents?)|(?P<dpm>(?:deputy|vice)[-\s]+(?:prime\s+minister|premier)s?)|(?P<pm>prime\s+ministers?|premiers?)|(?P<p>presidents?)|(?P<dm>(?:deputy|vice)[-\s]+(?:[^\s\d.,;:()]+\s+){0,3}?ministers?)|(?P<m>ministers?))\b",
    )
    .ok()
});

/// What office holders do who stand for their parties: without it, `the
/// president of A` may be anything, as the writer of a letter.
static LEADING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^,?\s+(?:(?:each|both|all|also|themselves|personally)\s+)*(?:(?:lead|leads|led|head|heads|headed)\s+(?:[^\s\d.,;:()]+\s+){1,3}delegations?|represent(?:s|ed)?|attend(?:s|ed)?|t(?:akes?|ook)\s+part|participate[sd]?)\b",
    )
    .ok()
});

/// Between an office holder's party and the next rank of the same sentence.
static ALSO: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:,|,?\s+and|,?\s+as\s+well\s+as)\s+(?:the\s+)?(?:[^\s\d.,;:()]+\s+){0,2}$").ok()
});

/// A party represented, before another that is so by an elided verb.
static PASSIVE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(?:represented|headed|led)\b").ok());

/// A party, then this, then the rank of its delegate.
static SENDING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x) ^ (?: [’']s\s+delegation | \s+delegation )? ,?
        (?: \s+ (?:was|were|is|are|being|each|all|both|also) )*
        \s+ (?: (?:represented|headed|led) \s+ (?:there\s+)? (?:at\s+the\s+level\s+of|by)
              | sent | dispatched | (?P<by>by) )
        (?P<between> (?: \s+ [^\s\d.,;:()]+ ){0,3} ) \s+ $",
    )
    .ok()
});

/// A rank, then this, then the first party: `of`, for a minister also an
/// office and `of`; and the form of a state that is no part of its name.
static HOLDING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?P<office>\s+(?:of|for)(?:\s+(?:and\s+)?[^\s\d.,;:()]+,?){1,5})??\s+of(?:\s+the)?(?:\s+(?:[^\s\d.,;:()]+\s+){0,2}(?P<form>[^\s\d.,;:()]+)\s+of(?:\s+the)?)?\s+$",
    )
    .ok()
});

/// Between two parties of one enumeration.
static BETWEEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:,|\s|\band\b|\bof\b|\bthe\b|\bas\s+well\s+as\b|\p{Lu}[\p{L}’-]*)*$").ok()
});

/// Between a verb of sending and a rank, these make it another's rank or none.
const FOREIGN: [&str; 10] =
    ["to", "of", "from", "with", "for", "no", "not", "about", "letter", "message"];

fn level(found: &regex::Captures<'_>) -> Option<Level> {
    [
        ("dpm", Level::DeputyPrimeMinister),
        ("pm", Level::PrimeMinister),
        ("p", Level::President),
        ("dm", Level::DeputyMinister),
        ("m", Level::Minister),
    ]
    .into_iter()
    .find(|(name, _)| found.name(name).is_some())
    .map(|(_, level)| level)
}

/// For each of `count` parties, the level that the text tells first, with the
/// words that say so.
pub fn told(document: &Document, names: &Names, count: usize) -> Vec<Option<(Level, Passage)>> {
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

/// What a sentence states: a level, whose, and the words that are the evidence.
struct Statement {
    level: Level,
    parties: Vec<usize>,
    words: Range<usize>,
}

fn statements(sentence: &str, names: &Names, strict: bool) -> Vec<Statement> {
    let (Some(rank), Some(passive)) = (RANK.as_ref(), PASSIVE.as_ref()) else { return Vec::new() };
    let ranks: Vec<(Option<Level>, Range<usize>)> = rank
        .captures_iter(sentence)
        .filter_map(|found| Some((level(&found), found.get(0)?.range())))
        .collect();
    if ranks.is_empty() {
        return Vec::new();
    }
    let parties = names.find(sentence, strict);
    let told = passive.find(sentence).map(|verb| verb.end());
    let mut out = Vec::new();
    let mut from = 0;
    // Office holders whose verb is still to come.
    let mut waiting: Vec<(Option<Level>, Vec<usize>, Range<usize>)> = Vec::new();
    for (i, (level, rank)) in ranks.iter().enumerate() {
        let until = ranks.get(i + 1).map_or(sentence.len(), |(_, next)| next.start);
        let elided = told.is_some_and(|end| end <= rank.start);
        if let Some((first, found)) = senders(sentence, &parties, from..rank.start, elided) {
            waiting.clear();
            from = rank.end;
            out.push((*level, found, first..rank.end));
            continue;
        }
        let before = waiting.last().map(|(_, _, words)| words.end);
        if before.is_none_or(|end| !matches(&ALSO, &sentence[end..rank.start])) {
            waiting.clear();
            let near = sentence[..rank.start].split_whitespace().rev().take(2);
            if near.into_iter().any(|word| FOREIGN.contains(&word)) {
                continue;
            }
        }
        let minister = matches!(level, Some(Level::Minister | Level::DeputyMinister));
        let Some((found, end)) = holders(sentence, &parties, rank.end..until, minister) else {
            waiting.clear();
            continue;
        };
        from = end;
        waiting.push((*level, found, rank.start..end));
        if matches(&LEADING, &sentence[end..]) {
            out.append(&mut waiting);
        }
    }
    out.into_iter()
        .filter_map(|(level, parties, words)| Some(Statement { level: level?, parties, words }))
        .collect()
}

fn matches(pattern: &LazyLock<Option<Regex>>, text: &str) -> bool {
    pattern.as_ref().is_some_and(|re| re.is_match(text))
}

type Named = (usize, Range<usize>);

fn joined(sentence: &str, a: &Named, b: &Named) -> bool {
    let between = sentence.get(a.1.end..b.1.start);
    between.is_some_and(|words| BETWEEN.as_ref().is_some_and(|re| re.is_match(words)))
}

/// The parties before a rank that a verb of sending binds to it, and the first
/// byte of their enumeration. `by` alone is such a verb after another.
fn senders(
    sentence: &str,
    parties: &[Named],
    part: Range<usize>,
    passive: bool,
) -> Option<(usize, Vec<usize>)> {
    let upto = parties.partition_point(|(_, r)| r.end <= part.end);
    let last = upto.checked_sub(1)?;
    let verb = SENDING.as_ref()?.captures(sentence.get(parties[last].1.end..part.end)?)?;
    let foreign = verb.name("between")?.as_str().split_whitespace().any(|w| FOREIGN.contains(&w));
    if foreign || (verb.name("by").is_some() && !passive) {
        return None;
    }
    let mut first = last;
    while first > 0
        && parties[first - 1].1.start >= part.start
        && joined(sentence, &parties[first - 1], &parties[first])
    {
        first -= 1;
    }
    let found = parties[first..=last].iter().map(|(party, _)| *party).collect();
    Some((parties[first].1.start, found))
}

/// The parties after a rank that hold it, and the end of their enumeration. A
/// president is a party's own, not one of a bank or a club.
fn holders(
    sentence: &str,
    parties: &[Named],
    part: Range<usize>,
    minister: bool,
) -> Option<(Vec<usize>, usize)> {
    let first = parties.partition_point(|(_, r)| r.start < part.start);
    let inside = |i: usize| parties.get(i).filter(|(_, r)| r.end <= part.end);
    let start = inside(first)?.1.start;
    let holding = HOLDING.as_ref()?.captures(sentence.get(part.start..start)?)?;
    let own = holding.name("office").is_none()
        && holding.name("form").is_none_or(|form| STATE_FORMS.contains(&form.as_str()));
    if !own && !minister {
        return None;
    }
    let mut last = first;
    while inside(last + 1).is_some_and(|next| joined(sentence, &parties[last], next)) {
        last += 1;
    }
    let found = parties[first..=last].iter().map(|(party, _)| *party).collect();
    Some((found, parties[last].1.end))
}
