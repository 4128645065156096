//! Numbers that are missing, stand twice or stand in the wrong order, at every
//! level: each provision is held against those whose number differs in the
//! last part alone.

use super::{Fault, Finding, finding};
use crate::document::{ClauseNumber, Document, Ordinal, SectionId, SectionKind};
use std::collections::{HashMap, HashSet};

/// Provisions of one annex or of none, of one kind, under one number.
type Level = (Option<SectionId>, SectionKind, String);

/// A provision with the value of the last part of its number.
struct Step {
    id: SectionId,
    value: u32,
}

/// What is wrong with the numbers of a document.
pub fn check(document: &Document) -> Vec<Finding> {
    let mut levels: Vec<Vec<SectionId>> = Vec::new();
    let mut known: HashMap<Level, usize> = HashMap::new();
    for id in document.section_ids() {
        let section = document.section(id);
        let Some(number) = &section.number else { continue };
        let counted = section.kind.is_provision() || section.kind == SectionKind::Annex;
        let Some((_, outer)) = number.components().split_last().filter(|_| counted) else {
            continue;
        };
        let outer: Vec<String> = outer.iter().map(ToString::to_string).collect();
        let around = section.parent.and_then(|parent| document.annex_of(parent));
        let level = (around, section.kind, outer.join("."));
        let at = *known.entry(level).or_insert_with(|| {
            levels.push(Vec::new());
            levels.len() - 1
        });
        levels[at].push(id);
    }
    levels.iter().flat_map(|level| sequence(document, level)).collect()
}

/// What is wrong with one sequence.
fn sequence(document: &Document, level: &[SectionId]) -> Vec<Finding> {
    let steps = values(document, level);
    let mut findings = Vec::new();
    let all: HashSet<u32> = steps.iter().map(|step| step.value).collect();
    let mut first: HashMap<u32, SectionId> = HashMap::new();
    for (at, step) in steps.iter().enumerate() {
        let parent = document.section(step.id).parent;
        let Some(before) = at.checked_sub(1).map(|at| &steps[at]) else {
            first.insert(step.value, step.id);
            continue;
        };
        let apart = document.section(before.id).parent != parent;
        if apart && step.value <= before.value {
            // It begins anew in another chapter.
            first.clear();
        }
        // A whole list that stands behind another under one number is told once.
        let anew = before.value > step.value
            && step.value == steps[0].value
            && step.value <= 1
            && steps.get(at + 1).is_some_and(|next| next.value == step.value + 1);
        let known = first.get(&step.value).copied();
        if anew {
            first.clear();
        }
        let found = match known {
            Some(known) if anew => {
                let words = repeated(document, known, step.id);
                Some((Fault::Repeat, format!("{words}; the numbers begin anew")))
            }
            Some(known) => Some((Fault::Repeat, repeated(document, known, step.id))),
            None if step.value < before.value && !apart => {
                Some((Fault::Order, misplaced(document, step.id, before.id)))
            }
            None if step.value > before.value + 1 => {
                let missing = (before.value + 1..step.value).filter(|n| !all.contains(n)).count();
                (missing > 0).then(|| (Fault::Gap, missing_words(document, before, step)))
            }
            None => None,
        };
        first.entry(step.value).or_insert(step.id);
        let block = document.section_passage(step.id).map(|whole| whole.start.block);
        if let (Some((fault, words)), Some(block)) = (found, block) {
            findings.push(finding(document, fault, block, words));
        }
    }
    findings
}

/// Letters count as `a`, `b`, or as `i`, `ii` where the list begins so.
fn values(document: &Document, level: &[SectionId]) -> Vec<Step> {
    let last = |id: &SectionId| {
        let number = document.section(*id).number.as_ref()?;
        number.components().last().cloned()
    };
    let letters: Vec<String> = level
        .iter()
        .filter_map(last)
        .filter_map(|ordinal| match ordinal {
            Ordinal::Letters(letters) => Some(letters.to_uppercase()),
            Ordinal::Number(_) => None,
        })
        .collect();
    let roman = letters.first().is_some_and(|first| first == "I")
        && letters.get(1).is_none_or(|second| second != "J");
    level
        .iter()
        .filter_map(|id| {
            let value = match last(id)? {
                Ordinal::Number(n) => n,
                Ordinal::Letters(letters) if roman => {
                    Ordinal::Letters(letters.to_uppercase()).roman()?
                }
                Ordinal::Letters(letters) => alphabetic(&letters)?,
            };
            Some(Step { id: *id, value })
        })
        .collect()
}

/// `a` is 1, `z` 26, `aa` 27.
fn alphabetic(letters: &str) -> Option<u32> {
    let mut characters = letters.chars().map(|c| c.to_ascii_lowercase());
    let first = characters.next().filter(char::is_ascii_lowercase)?;
    let again = u32::try_from(characters.clone().count()).ok()?;
    let value = u32::from(first) - u32::from('a') + 1;
    characters.all(|c| c == first).then(|| value + 26 * again)
}

fn named(document: &Document, id: SectionId) -> String {
    let section = document.section(id);
    let number = section.number.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{} {number}", section.kind.name())
}

fn repeated(document: &Document, first: SectionId, again: SectionId) -> String {
    let (a, b) = (document.section_address(first), document.section_address(again));
    format!("{} stands twice: {a} and {b}", named(document, again))
}

fn misplaced(document: &Document, id: SectionId, before: SectionId) -> String {
    format!("{} stands after {}", named(document, id), document.section_address(before))
}

/// `clause 7 is missing between 6 and 8`.
fn missing_words(document: &Document, before: &Step, after: &Step) -> String {
    let section = document.section(after.id);
    let numbers = [before.id, after.id].map(|id| {
        document.section(id).number.as_ref().map(ToString::to_string).unwrap_or_default()
    });
    let count = after.value - before.value - 1;
    let number = |value: u32| {
        let (last, outer) = section.number.as_ref()?.components().split_last()?;
        let Ordinal::Number(_) = last else { return None };
        let mut components = outer.to_vec();
        components.push(Ordinal::Number(value));
        ClauseNumber::from_components(components)
    };
    let kind = section.kind.name();
    let what = match (count, number(before.value + 1), number(after.value - 1)) {
        (1, Some(number), _) => format!("{kind} {number} is"),
        (1, None, _) => format!("one {kind} is"),
        (2, Some(first), Some(last)) => format!("{kind}s {first} and {last} are"),
        (_, Some(first), Some(last)) => format!("{kind}s {first} to {last} are"),
        _ => format!("{count} {kind}s are"),
    };
    format!("{what} missing between {} and {}", numbers[0], numbers[1])
}
