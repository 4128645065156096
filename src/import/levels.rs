//! At what level the parties of a roster were represented, where a sentence
//! about delegations says so.

use super::mentions;
use super::rosters::sentence_end;
use crate::document::{BlockId, Document, Level, Passage, Roster};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static RANK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:(?P<dpm>deputy\s+prime\s+ministers?)|(?P<pm>prime\s+ministers?)|(?P<p>presidents?)|(?P<dm>deputy\s+(?:\p{L}+\s+){0,2}ministers?)|(?P<m>ministers?))\b",
    )
    .ok()
});

/// A sentence that has one of these tells of delegations.
const TELLING: [&str; 5] = ["delegation", "represented by", " sent a", " sent its", " headed by"];

/// Verbs between a party and the rank of its delegate.
const VERBS: [&str; 5] = [" represented by ", " sent ", " headed by ", " led by ", " dispatched "];

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

/// Adds the levels that the text tells.
pub fn tell(document: &Document, rosters: &mut [Roster]) {
    for block in document.block_ids() {
        let body = document.body(block);
        let mut start = 0;
        while start < body.len() {
            let end = sentence_end(body, start).max(start + 1).min(body.len());
            let sentence = body.get(start..end).unwrap_or("");
            if TELLING.iter().any(|word| sentence.contains(word)) {
                for (level, names, evidence) in statements(sentence) {
                    let shift = |r: Range<usize>| start + r.start..start + r.end;
                    apply(body, block, level, shift(names), shift(evidence), rosters);
                }
            }
            start = end + body[end..].chars().next().map_or(1, char::len_utf8);
        }
    }
}

/// What a sentence states: a level, the bytes that hold the names, and the
/// bytes that are the evidence.
fn statements(sentence: &str) -> Vec<(Level, Range<usize>, Range<usize>)> {
    let Some(rank) = RANK.as_ref() else { return Vec::new() };
    let ranks: Vec<(Level, Range<usize>)> = rank
        .captures_iter(sentence)
        .filter_map(|found| Some((level(&found)?, found.get(0)?.range())))
        .collect();
    let mut out = Vec::new();
    let mut from = 0;
    for (i, (level, range)) in ranks.iter().enumerate() {
        if sentence[range.end..].starts_with(" of ") {
            // `presidents of A, B and C`: up to the next rank, or the verb.
            let next = ranks.get(i + 1).map_or(sentence.len(), |(_, r)| r.start);
            let end = verb(&sentence[range.end..next]).map_or(next, |at| range.end + at);
            out.push((*level, range.end..end, range.start..end));
            from = end;
        } else if let Some(at) =
            VERBS.iter().filter_map(|v| sentence[from..range.start].rfind(v)).max()
        {
            // `A, B and C were represented by …`, `while P sent …`.
            let names = clause_start(sentence, from, from + at)..from + at;
            out.push((*level, names.clone(), names.start..range.end));
            from = range.end;
        }
    }
    out
}

/// The first word that can be no part of an enumeration of names.
fn verb(list: &str) -> Option<usize> {
    let mut at = 0;
    for piece in list.split_inclusive(' ') {
        let word = piece.trim_end_matches([' ', ',']);
        let joining = matches!(word, "" | "of" | "the" | "and" | "for" | "in");
        if !joining && word.starts_with(char::is_lowercase) {
            return Some(at);
        }
        at += piece.len();
    }
    None
}

/// Where the part of the sentence begins that ends in a verb: after the last
/// `while`, or an `and` that follows another statement.
fn clause_start(sentence: &str, from: usize, verb: usize) -> usize {
    let part = &sentence[from..verb];
    let lead = part.rfind("while ").map(|at| at + "while ".len());
    let lead =
        lead.or_else(|| (from > 0).then(|| part.find(" and ").map(|at| at + " and ".len()))?);
    let start = from + lead.unwrap_or(0);
    start + (sentence[start..].len() - sentence[start..].trim_start_matches([' ', ',']).len())
}

fn apply(
    body: &str,
    block: BlockId,
    level: Level,
    names: Range<usize>,
    evidence: Range<usize>,
    rosters: &mut [Roster],
) {
    let Some(words) = body.get(names) else { return };
    let length = body.get(evidence.clone()).map_or(0, |e| e.trim_end_matches([' ', ',']).len());
    let evidence = Passage::within(block, evidence.start..evidence.start + length);
    for entry in rosters.iter_mut().flat_map(|r| &mut r.entries) {
        if entry.level.is_none() && mentions::whole_words(words, &entry.name).next().is_some() {
            entry.level = Some((level, evidence));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_statement_is_read_with_its_names() {
        let told = |sentence: &str| -> Vec<(Level, String)> {
            statements(sentence)
                .into_iter()
                .map(|(l, n, _)| (l, sentence[n].trim().to_owned()))
                .collect()
        };
        assert_eq!(
            told(
                "At the fair, presidents of Ald, Bren and Cor and the prime minister of Dun lead their delegations"
            ),
            [
                (Level::President, "of Ald, Bren and Cor and the".to_owned()),
                (Level::PrimeMinister, "of Dun".to_owned())
            ]
        );
        assert_eq!(
            told(
                "Esk and Fen were represented by deputy prime ministers, while Gor sent a cabinet-level minister and Hul sent a deputy trade minister"
            ),
            [
                (Level::DeputyPrimeMinister, "Esk and Fen were".to_owned()),
                (Level::Minister, "Gor".to_owned()),
                (Level::DeputyMinister, "Hul".to_owned())
            ]
        );
    }
}
