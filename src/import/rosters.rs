//! Rosters told in prose: lists of parties that a sentence enumerates.
//!
//! A sentence lists parties where it names their kind (`member states`,
//! `observers`), then a word that begins a list (`including`), then at least
//! three capitalised names. Another sentence may add one that joined later.

use super::{levels, mentions};
use crate::document::{BlockId, Document, Passage, Roster, RosterEntry, RosterKind, Standing};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Fewer names than this make no list.
const SHORTEST_LIST: usize = 3;

static LIST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:\b(?P<count>\d{1,3})\s+)?(?:[\p{L}’'-]+\s+){0,3}?\b(?P<kind>member|observer|signator(?:y|ie))s?\b(?:[^.;()]{0,60}?)\b(?:including|includes?|namely|comprises?|are|were)(?:\s+today|\s+now|:|,)?\s+(?:the\s+)?\p{Lu}",
    )
    .ok()
});

static JOINED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\b(?:[Tt]he\s+)?(?P<name>\p{Lu}[\p{L}’-]*(?:\s+(?:(?:of|and|the)\s+)*\p{Lu}[\p{L}-]*)*)\s+(?:became|has\s+become|was\s+admitted\s+as|joined\s+as)\b[^.;]{0,60}?\b(?P<ordinal>\d{1,3})(?:st|nd|rd|th)\s+(?:\p{L}+\s+){0,2}(?P<kind>member|observer)\b",
    )
    .ok()
});

fn kind(word: &str) -> RosterKind {
    match word {
        "member" => RosterKind::Members,
        "observer" => RosterKind::Observers,
        _ => RosterKind::Signatories,
    }
}

/// The rosters of a document, in the order of its text.
pub fn find(document: &Document) -> Vec<Roster> {
    let mut rosters: Vec<Roster> = Vec::new();
    for block in document.block_ids() {
        for roster in listed(document, block) {
            if !rosters.iter().any(|known| known.kind == roster.kind) {
                rosters.push(roster);
            }
        }
    }
    for block in document.block_ids() {
        add_joined(document, block, &mut rosters);
    }
    if rosters.is_empty() {
        return rosters;
    }
    let names: Vec<String> =
        rosters.iter().flat_map(|r| r.entries.iter().map(|e| e.name.clone())).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let found = mentions::of_names(document, &names);
    for (entry, found) in rosters.iter_mut().flat_map(|r| &mut r.entries).zip(found) {
        entry.mentions = found.into_iter().filter(|m| !m.overlaps(entry.evidence)).collect();
    }
    levels::tell(document, &mut rosters);
    rosters
}

fn listed(document: &Document, block: BlockId) -> Vec<Roster> {
    let body = document.body(block);
    let Some(list) = LIST.as_ref() else { return Vec::new() };
    list.captures_iter(body)
        .filter_map(|found| {
            let whole = found.get(0)?;
            // The match ends with the first letter of the first name.
            let last = whole.as_str().chars().next_back().map_or(0, char::len_utf8);
            let entries = entries(body, block, whole.end() - last);
            let stated = found.name("count").and_then(|m| m.as_str().parse().ok());
            let kind = kind(found.name("kind")?.as_str());
            (entries.len() >= SHORTEST_LIST).then_some(Roster { kind, stated, entries })
        })
        .collect()
}

/// The end of the sentence that begins at or before `from`, in bytes.
pub(super) fn sentence_end(body: &str, from: usize) -> usize {
    let rest = &body[from..];
    rest.char_indices()
        .filter(|(_, c)| matches!(c, '.' | '!' | '?' | ';'))
        .find(|(at, c)| {
            let after = rest[at + c.len_utf8()..].chars().next();
            let word = rest[..*at].rsplit(char::is_whitespace).next().unwrap_or("");
            // `St.` and `U.S.` end no sentence.
            let short = word.chars().count() <= 2 && word.starts_with(char::is_uppercase);
            !short && after.is_none_or(|c| c.is_whitespace() || matches!(c, '”' | '"' | ')'))
        })
        .map_or(body.len(), |(at, _)| from + at)
}

/// The names from `start` to the end of the sentence.
fn entries(body: &str, block: BlockId, start: usize) -> Vec<RosterEntry> {
    let end = sentence_end(body, start);
    let mut entries = Vec::new();
    let mut at = start;
    let mut standing = Standing::Listed;
    for group in body[start..end].split("as well as") {
        let lead = group_lead(group);
        if lead > 0 && at > start {
            standing = Standing::Organisation;
        }
        for range in names(&group[lead..]) {
            let range = at + lead + range.start..at + lead + range.end;
            entries.push(RosterEntry {
                name: body[range.clone()].to_owned(),
                evidence: Passage::within(block, range),
                standing,
                level: None,
                mentions: Vec::new(),
            });
        }
        at += group.len() + "as well as".len();
    }
    entries
}

/// Bytes of what stands before the names of a group (`organizations such as`).
fn group_lead(group: &str) -> usize {
    ["such as ", "including ", "namely "]
        .iter()
        .filter_map(|word| group.find(word).map(|at| at + word.len()))
        .filter(|end| {
            let words = group[..*end].to_lowercase();
            words.contains("organization") || words.contains("organisation")
        })
        .min()
        .unwrap_or(0)
}

/// The names of an enumeration: parted by commas, and by `and` before the last
/// where no comma stands there. A name ends where it is no longer capitalised.
fn names(list: &str) -> Vec<Range<usize>> {
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for item in list.split(',') {
        items.push(at..at + item.len());
        at += item.len() + 1;
    }
    while items.last().is_some_and(|r| list[r.clone()].trim().is_empty()) {
        items.pop();
    }
    if let Some(last) = items.pop() {
        let words = &list[last.clone()];
        match words.find(" and ") {
            Some(and) if !words.trim_start().starts_with("and ") => {
                items.push(last.start..last.start + and);
                items.push(last.start + and + " and ".len()..last.end);
            }
            _ => items.push(last),
        }
    }
    items.into_iter().map_while(|range| name(list, range)).collect()
}

/// The name in an item, without `and`, an article or what stands in parentheses.
fn name(list: &str, range: Range<usize>) -> Option<Range<usize>> {
    let item = &list[range.clone()];
    let mut start = item.len() - item.trim_start().len();
    for word in ["and ", "the "] {
        if item[start..].starts_with(word) {
            start += word.len();
        }
    }
    let end = item.find(" (").unwrap_or(item.len());
    let words = item.get(start..end)?.trim_end();
    let capital = words.starts_with(char::is_uppercase);
    capital.then(|| range.start + start..range.start + start + words.len())
}

fn add_joined(document: &Document, block: BlockId, rosters: &mut [Roster]) {
    let body = document.body(block);
    let Some(joined) = JOINED.as_ref() else { return };
    for found in joined.captures_iter(body) {
        let (Some(name), Some(word)) = (found.name("name"), found.name("kind")) else { continue };
        let kind = kind(word.as_str());
        let Some(roster) = rosters.iter_mut().find(|r| r.kind == kind) else { continue };
        if roster.entries.iter().any(|entry| entry.name == name.as_str()) {
            continue;
        }
        roster.stated =
            found.name("ordinal").and_then(|m| m.as_str().parse().ok()).or(roster.stated);
        roster.entries.push(RosterEntry {
            name: name.as_str().to_owned(),
            evidence: Passage::within(block, name.range()),
            standing: Standing::Joined,
            level: None,
            mentions: Vec::new(),
        });
    }
}
