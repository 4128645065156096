//! Finds numbers that are missing, repeated or out of order, at every level:
//! compares each provision with those whose number differs only in the last part.
//!
//! Gaps in the outline are not always errors of the text: a missing number may
//! occur in the text between two provisions, a second list of a clause may start
//! again, and the alphabet of the language may lack a letter.

use super::finding::{Fault, Finding, finding};
use crate::document::{ClauseNumber, Document, Ordinal, SectionId, SectionKind, roman_numeral};
use crate::lexicon::{language, letters};
use crate::messages::findings;
use std::collections::{HashMap, HashSet};

/// Provisions in the same annex or in none, of the same kind, under the same number.
type SiblingKey = (Option<SectionId>, SectionKind, String);

/// A provision with the value of the last part of its number.
struct NumberStep {
    id: SectionId,
    value: u32,
    /// Whether it is part of another provision.
    inner: bool,
    /// Whether its number is a letter of the alphabet.
    lettered: bool,
    /// The punctuation of its label: `(.)`, `.)`.
    form: String,
}

/// Returns the errors in the numbers of a document.
pub fn check(document: &Document) -> Vec<Finding> {
    let mut levels: Vec<Vec<SectionId>> = Vec::new();
    let mut known: HashMap<SiblingKey, usize> = HashMap::new();
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

/// Returns the errors in one sequence.
fn sequence(document: &Document, level: &[SectionId]) -> Vec<Finding> {
    let steps = values(document, level);
    let alphabet = LatinLetters::of(document.metadata().language.as_deref());
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
            // The numbers start again in another chapter.
            first.clear();
        }
        // A whole list after another under the same number is reported once.
        let anew = before.value > step.value
            && step.value == steps[0].value
            && step.value <= 1
            && steps.get(at + 1).is_some_and(|next| next.value == step.value + 1);
        let known = first.get(&step.value).copied();
        if anew {
            first.clear();
        }
        let found = match known {
            // A clause may have two lists, and its paragraphs lists of their own.
            Some(_) if step.inner && anew => None,
            Some(known) if step.inner && step.form != form_of(&steps, known) => None,
            Some(known) => {
                let clause = named(document, step.id);
                let [first, again] = [known, step.id].map(|id| document.section_address(id));
                let words = match anew {
                    true => findings::repeated_from_start(clause, first, again),
                    false => findings::repeated(clause, first, again),
                };
                Some((Fault::Repeat, words))
            }
            None if step.value < before.value && !apart => {
                Some((Fault::Order, misplaced(document, step.id, before.id)))
            }
            None if step.value > before.value + 1 => {
                let missing: Vec<u32> = (before.value + 1..step.value)
                    .filter(|n| !all.contains(n) && alphabet.has(*n, step.lettered))
                    .collect();
                let shown = || shown_between(document, before, step, &missing);
                (!missing.is_empty() && !shown())
                    .then(|| (Fault::Gap, missing_words(document, before, step)))
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

/// Reads the values of a level: letters are `a`, `b`, or `i`, `ii` if the list begins with these.
fn values(document: &Document, level: &[SectionId]) -> Vec<NumberStep> {
    let last = |id: &SectionId| {
        let number = document.section(*id).number.as_ref()?;
        number.components().last().cloned()
    };
    let letters: Vec<String> = level
        .iter()
        .filter_map(last)
        .filter_map(|ordinal| match ordinal {
            Ordinal::Letters(letters) => Some(letters.to_uppercase()),
            Ordinal::Number(_) | Ordinal::Compound(_) => None,
        })
        .collect();
    let roman = letters.first().is_some_and(|first| first == "I")
        && letters.get(1).is_none_or(|second| second != "J");
    level
        .iter()
        .flat_map(|id| {
            let own = last(id);
            let (values, lettered) = match own.as_ref() {
                Some(Ordinal::Number(n)) => (*n..=*n, false),
                // An entry for several numbers has a step for each; inserted provisions leave no
                // gap.
                Some(own @ Ordinal::Compound(_)) => match own.covered() {
                    Some(covered) => (covered, false),
                    None => return Vec::new(),
                },
                Some(Ordinal::Letters(letters)) => match letter(letters, roman) {
                    Some((n, lettered)) => (n..=n, lettered),
                    None => return Vec::new(),
                },
                None => return Vec::new(),
            };
            let section = document.section(*id);
            let inner = section.number.as_ref().is_some_and(|n| n.components().len() > 1);
            let form = form(document, *id);
            let step = |value| NumberStep { id: *id, value, inner, lettered, form: form.clone() };
            values.map(step).collect()
        })
        .collect()
}

/// Returns the value of letters, and whether they are of the alphabet; a Roman
/// numeral among letters belongs to another list.
fn letter(letters: &str, roman: bool) -> Option<(u32, bool)> {
    if roman {
        return Some((Ordinal::Letters(letters.to_uppercase()).roman()?, false));
    }
    if letters.len() > 1 && letters.chars().all(|c| "ivxIVX".contains(c)) {
        return None;
    }
    Some((alphabetic(letters)?, true))
}

/// Returns the punctuation of the label at the start of a provision.
fn form(document: &Document, id: SectionId) -> String {
    let block = document.section_passage(id).map(|whole| whole.start.block);
    let label = block.and_then(|block| document.label(block)).unwrap_or("");
    label.trim().chars().filter(|c| !c.is_alphanumeric() && !c.is_whitespace()).collect()
}

fn form_of(steps: &[NumberStep], id: SectionId) -> &str {
    steps.iter().find(|step| step.id == id).map_or("", |step| step.form.as_str())
}

/// Whether the text between two provisions contains a missing number, even in the
/// middle of a line: `3. Repealed`, `… burns. 4. Of oil …`.
fn shown_between(
    document: &Document,
    before: &NumberStep,
    after: &NumberStep,
    missing: &[u32],
) -> bool {
    let start =
        |step: &NumberStep| document.section_passage(step.id).map(|whole| whole.start.block);
    let (Some(from), Some(to)) = (start(before), start(after)) else { return false };
    let signs: Vec<String> = missing
        .iter()
        .flat_map(|n| match u8::try_from(*n) {
            Ok(n) if before.lettered && n <= 26 => vec![char::from(b'a' + n - 1).to_string()],
            _ => [n.to_string()]
                .into_iter()
                .chain(roman_numeral(*n).map(|r| r.to_lowercase()))
                .collect(),
        })
        .collect();
    (from.index()..to.index()).filter_map(|index| document.block_at(index)).any(|block| {
        let body = document.body(block);
        signs.iter().any(|sign| shows(body, sign))
    })
}

/// Whether a text contains a number like a label: as a separate word, with
/// punctuation or a capital after it.
fn shows(body: &str, sign: &str) -> bool {
    let small = body.to_lowercase();
    let lowered = if small.len() == body.len() { small.as_str() } else { body };
    lowered.match_indices(sign).any(|(at, _)| {
        let before = &body[..at];
        let behind = &body[at + sign.len()..];
        let alone = !before.ends_with(char::is_alphanumeric)
            && !behind.starts_with(char::is_alphanumeric)
            && !before.ends_with(['§', ',']);
        let marked = behind.starts_with([')', ']', ':', '.', '-', '–', '—', '°', 'º'])
            && !behind.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
        let title = behind.trim_start().chars().next();
        let titled = title.is_none_or(|c| c.is_uppercase() || matches!(c, '[' | '('));
        let digits = sign.starts_with(|c: char| c.is_ascii_digit());
        alone && if digits { marked || titled } else { marked }
    })
}

/// The letters of the Latin alphabet that a language uses for numbers.
struct LatinLetters {
    /// The letters that it does not use.
    without: &'static str,
}

impl LatinLetters {
    fn of(language: Option<&str>) -> Self {
        let without = letters::unused(&language::primary(language));
        Self { without }
    }

    /// Whether a language uses the letter at this position of a list.
    fn has(&self, n: u32, lettered: bool) -> bool {
        let letter = u8::try_from(n).ok().filter(|n| (1..=26).contains(n));
        let letter = letter.filter(|_| lettered).map(|n| char::from(b'a' + n - 1));
        letter.is_none_or(|letter| !self.without.contains(letter))
    }
}

/// Returns the value of letters: `a` is 1, `z` 26, `aa` 27.
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

fn misplaced(document: &Document, id: SectionId, before: SectionId) -> String {
    findings::out_of_order(named(document, id), document.section_address(before))
}

/// Formats `clause 7 is missing between 6 and 8`.
fn missing_words(document: &Document, before: &NumberStep, after: &NumberStep) -> String {
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
    let [from, to] = numbers;
    match (count, number(before.value + 1), number(after.value - 1)) {
        (1, Some(number), _) => findings::missing(format!("{kind} {number}"), from, to),
        (2, Some(first), Some(last)) => findings::missing_two(kind, first, last, from, to),
        (3.., Some(first), Some(last)) => findings::missing_range(kind, first, last, from, to),
        _ => findings::missing_several(count as usize, kind, from, to),
    }
}
