//! Rosters told in prose: lists of parties that a sentence enumerates.
//!
//! A sentence lists parties where it names their kind (`member states`,
//! `observers`), then what begins a list (`including`, `are`, a colon), then at
//! least three names; or where names attend `as observers`. Another sentence
//! may add one that joined later.

use super::mentions::{self, Names, Party};
use super::{enumeration, representation};
use crate::document::{
    Abbreviation, BlockId, Document, Passage, Roster, RosterEntry, RosterKind, Standing,
};
use crate::lexicon::spelled;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Fewer names than this make no list.
const SHORTEST_LIST: usize = 3;

/// A colon after one of these begins what somebody says.
const SAYING: [&str; 7] = ["said", "says", "say", "told", "asked", "added", "wrote"];

/// Words before the kind that are looked at for a count.
const COUNT_REACH: usize = 4;

static LIST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\b(?P<kind>(?i:member|observer|signator(?:y|ie)))s?\b(?:[^.;:()]{0,60}?\b(?:including|includes?|namely|comprises?|are|were)(?:\s+today|\s+now|:|,)?|[^.;:()]{0,60}?:|\s*[–—])\s+(?:the\s+)?\p{Lu}",
    )
    .ok()
});

static ATTENDING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\s(?:attend(?:s|ed)?|participate[sd]?|t(?:ake|akes|ook)\s+part|s(?:it|its|at)|serve[sd]?|act(?:s|ed)?|(?:are|is|were|was)\s+(?:present|admitted))\b[^.;]{0,40}?\bas\s+(?:an\s+|the\s+)?(?P<kind>observer)s?\b|\s(?:are|is)\s+(?:an\s+)?(?P<being>observer)s?\b|\s(?:have|has|hold|holds|held|enjoy|enjoys|enjoyed)\s+(?P<status>observer)\s+status\b",
    )
    .ok()
});

static JOINED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\s(?:became|(?:has|have)\s+become|(?:was|were)\s+(?:admitted|welcomed|received|accepted)\s+as|joined)\b(?P<between>[^.;]{0,80}?)\b(?P<kind>member|observer)\b",
    )
    .ok()
});

static WELCOMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b(?:welcome[sd]?|admit(?:s|ted)|accepted)\s+(?:the\s+)?\p{Lu}").ok()
});

static WELCOMED_AS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^\s+as\b(?P<between>[^.;]{0,60}?)\b(?P<kind>member|observer)\b").ok()
});

fn kind(word: &str) -> RosterKind {
    match word.to_lowercase().as_str() {
        "member" => RosterKind::Members,
        "observer" => RosterKind::Observers,
        _ => RosterKind::Signatories,
    }
}

/// The rosters of a document, in the order of its text.
pub fn find(document: &Document, abbreviations: &[Abbreviation]) -> Vec<Roster> {
    let mut rosters: Vec<Roster> = Vec::new();
    for block in document.block_ids() {
        add_listed(document.body(block), block, &mut rosters);
    }
    for block in document.block_ids() {
        let body = document.body(block);
        add_attending(body, block, &mut rosters);
        if !rosters.is_empty() {
            add_joined(body, block, &mut rosters);
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
    let names = Names::of(&parties, document, abbreviations);
    let mentions = mentions::of_parties(document, &names, &parties);
    let levels = representation::told(document, &names, parties.len());
    let entries = rosters.iter_mut().flat_map(|r| &mut r.entries);
    for (entry, (mentions, level)) in entries.zip(mentions.into_iter().zip(levels)) {
        entry.mentions = mentions;
        entry.level = level;
    }
    rosters
}

fn entry(body: &str, block: BlockId, range: Range<usize>, standing: Standing) -> RosterEntry {
    RosterEntry {
        name: body[range.clone()].to_owned(),
        evidence: Passage::within(block, range),
        standing,
        level: None,
        mentions: Vec::new(),
    }
}

fn add_listed(body: &str, block: BlockId, rosters: &mut Vec<Roster>) {
    let Some(list) = LIST.as_ref() else { return };
    let mut from = 0;
    while let Some(found) = list.captures_at(body, from) {
        let (Some(whole), Some(word)) = (found.get(0), found.name("kind")) else { return };
        // The match ends with the first letter of the first name.
        let last = whole.as_str().chars().next_back().map_or(0, char::len_utf8);
        let (entries, end) = entries(body, block, whole.end() - last);
        from = end.max(whole.end());
        // What a member says is no list.
        let between = &body[word.end()..whole.end() - last];
        if between.split(|c: char| !c.is_alphabetic()).any(|w| SAYING.contains(&w)) {
            continue;
        }
        let kind = kind(word.as_str());
        if entries.len() >= SHORTEST_LIST && !rosters.iter().any(|known| known.kind == kind) {
            let stated = stated(&body[..word.start()]);
            rosters.push(Roster { kind, stated, entries });
        }
    }
}

/// The count that stands before a kind (`17 CICA member states`).
fn stated(before: &str) -> Option<u32> {
    before
        .rsplit(char::is_whitespace)
        .filter(|word| !word.is_empty())
        .take(COUNT_REACH)
        .take_while(|word| !word.ends_with(['.', ';', ':']))
        .filter_map(spelled::count)
        .find(|count| (2..1000).contains(count))
}

/// The names from `start` on, group by group, and where they end.
fn entries(body: &str, block: BlockId, start: usize) -> (Vec<RosterEntry>, usize) {
    let mut out = Vec::new();
    let mut at = start;
    let mut standing = Standing::Listed;
    loop {
        let (names, end) = enumeration::names(&body[at..]);
        if names.is_empty() {
            return (out, at);
        }
        let shift = |r: Range<usize>| at + r.start..at + r.end;
        out.extend(names.into_iter().map(|r| entry(body, block, shift(r), standing)));
        at += end;
        let Some((len, organisations)) = further_group(&body[at..]) else { return (out, at) };
        if organisations {
            standing = Standing::Organisation;
        }
        at += len;
    }
}

static FURTHER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^,?\s+(?:as\s+well\s+as|and|together\s+with|along\s+with)\s+(?P<organisations>(?:the\s+)?(?:[^\s\d.,;:()]+\s+){0,3}organi[sz]ations?(?:\s+such\s+as|,?\s+including|,?\s+namely|:)?\s+)?(?:the\s+)?\p{Lu}",
    )
    .ok()
});

/// What stands between two groups of a list (`as well as organizations such
/// as`): its length, and whether organisations follow.
fn further_group(rest: &str) -> Option<(usize, bool)> {
    let found = FURTHER.as_ref()?.captures(rest)?;
    let whole = found.get(0)?;
    let last = whole.as_str().chars().next_back().map_or(0, char::len_utf8);
    Some((whole.end() - last, found.name("organisations").is_some()))
}

fn add_attending(body: &str, block: BlockId, rosters: &mut Vec<Roster>) {
    let Some(attending) = ATTENDING.as_ref() else { return };
    let mut from = 0;
    while let Some(found) = attending.captures_at(body, from) {
        let Some(whole) = found.get(0) else { return };
        let part = &body[from..whole.start()];
        let start = from + enumeration::start_of_names(part);
        let (names, _) = enumeration::names(&body[start..whole.start()]);
        from = whole.end();
        let kinds = ["kind", "being", "status"];
        let Some(word) = kinds.iter().find_map(|name| found.name(name)) else { continue };
        let kind = kind(word.as_str());
        let entries: Vec<RosterEntry> = names
            .into_iter()
            .map(|r| entry(body, block, start + r.start..start + r.end, Standing::Listed))
            .collect();
        // One name alone observes only where members are known.
        if entries.is_empty() || (entries.len() == 1 && rosters.is_empty()) {
            continue;
        }
        match rosters.iter_mut().find(|r| r.kind == kind) {
            Some(known) => entries.into_iter().for_each(|entry| add(known, entry)),
            None => rosters.push(Roster { kind, stated: None, entries }),
        }
    }
}

fn add(roster: &mut Roster, entry: RosterEntry) {
    if !roster.entries.iter().any(|known| known.name == entry.name) {
        roster.entries.push(entry);
    }
}

fn add_joined(body: &str, block: BlockId, rosters: &mut [Roster]) {
    let (Some(joined), Some(welcomed), Some(welcomed_as)) =
        (JOINED.as_ref(), WELCOMED.as_ref(), WELCOMED_AS.as_ref())
    else {
        return;
    };
    let mut from = 0;
    while let Some(found) = joined.captures_at(body, from) {
        let Some(whole) = found.get(0) else { break };
        let start = from + enumeration::start_of_names(&body[from..whole.start()]);
        let (names, _) = enumeration::names(&body[start..whole.start()]);
        from = whole.end();
        if let Some(last) = names.last() {
            join(body, block, start + last.start..start + last.end, &found, rosters);
        }
    }
    let mut from = 0;
    while let Some(found) = welcomed.find_at(body, from) {
        let last = found.as_str().chars().next_back().map_or(0, char::len_utf8);
        let start = found.end() - last;
        let (names, end) = enumeration::names(&body[start..]);
        if let Some(found) = welcomed_as.captures(&body[start + end..]) {
            for name in names {
                join(body, block, start + name.start..start + name.end, &found, rosters);
            }
        }
        from = (start + end).max(found.end());
    }
}

/// Adds a party that joined: the words between verb and kind tell its place in
/// the order, or that it is new.
fn join(
    body: &str,
    block: BlockId,
    name: Range<usize>,
    found: &regex::Captures<'_>,
    rosters: &mut [Roster],
) {
    let (Some(between), Some(word)) = (found.name("between"), found.name("kind")) else { return };
    let ordinal = between.as_str().split_whitespace().rev().find_map(spelled::ordinal);
    let new = between.as_str().split_whitespace().any(|w| matches!(w, "new" | "newest" | "full"));
    let kind = kind(word.as_str());
    let Some(roster) = rosters.iter_mut().find(|r| r.kind == kind) else { return };
    if (ordinal.is_none() && !new) || roster.entries.iter().any(|e| e.name == body[name.clone()]) {
        return;
    }
    roster.stated = ordinal.or(roster.stated);
    roster.entries.push(entry(body, block, name, Standing::Joined));
}
