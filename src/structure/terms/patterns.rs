//! The forms in which texts say what their terms mean, made of the words of all
//! languages. Each is looked for where a quotation or a parenthesis opens.

use super::quotation::{self, QuotedWords};
use crate::lexicon::defining;
use crate::lexicon::scanning::{after, after_any, before, is_edge, is_of_word};
use crate::lexicon::wording::CONJUNCTIONS;
use std::ops::Range;

/// Characters between a term and what says that it means something, at most.
const LONGEST_ASIDE: usize = 140;

/// Characters between `hereinafter` and the term, at most.
const LONGEST_LEAD: usize = 50;

/// Characters behind `or` or `and` in the parentheses that tell a term, at most.
const LONGEST_FURTHER: usize = 80;

/// Characters of the sign of an item, as of `(iii)`, at most.
const LONGEST_SIGN: usize = 4;

/// Words that define a term, in bytes of their text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinitionForm {
    /// All of them.
    pub whole: Range<usize>,
    /// The term.
    pub name: Range<usize>,
}

/// The forms that begin with the term, or with little before it, in the order of [`LEADING`].
pub fn leading(text: &str) -> Vec<DefinitionForm> {
    let openings = quotation::openings(text);
    let mut found = Vec::new();
    for form in LEADING {
        let mut from = 0;
        for at in &openings {
            if let Some(own) = form(text, *at, from) {
                from = own.whole.end;
                found.push(own);
            }
        }
    }
    found
}

/// Reads a form whose quotation opens at a place; no byte before another is of it.
type FormReader = fn(&str, usize, usize) -> Option<DefinitionForm>;

const LEADING: [FormReader; 3] = [meaning, being, including];

/// `“Lamp” means a light`.
fn meaning(text: &str, at: usize, from: usize) -> Option<DefinitionForm> {
    (at >= from).then_some(())?;
    quotation::at(text, at).into_iter().find_map(|QuotedWords { words, end }| {
        let aside = text[end..].strip_prefix(':').unwrap_or(&text[end..]);
        let mut blank = false;
        for (count, (len, c)) in aside.char_indices().enumerate() {
            let parts = is_blank_or_dash(c);
            if parts && !blank {
                let said = aside[len..].trim_start_matches(is_blank_or_dash);
                if let Some(end) = means(said).find_map(closed_word) {
                    return Some(DefinitionForm { whole: at..text.len() - end.len(), name: words });
                }
            }
            blank = parts;
            if count >= LONGEST_ASIDE || matches!(c, '.' | ';' | ':' | '“' | '”' | '"' | '«' | '»')
            {
                break;
            }
        }
        None
    })
}

/// `A “lamp” is a light`.
fn being(text: &str, at: usize, from: usize) -> Option<DefinitionForm> {
    let lead = text.get(from..at)?.strip_suffix(' ')?;
    let begins = |before: &str| {
        let free = before.ends_with(|c: char| c.is_whitespace() || c == '(');
        free || (before.is_empty() && from == 0)
    };
    let mut articles = defining::ARTICLES.iter();
    articles.find(|article| before(lead, article).is_some_and(begins))?;
    quotation::at(text, at).into_iter().find_map(|QuotedWords { words, end }| {
        let said = text[end..].strip_prefix(' ')?;
        let kinds = after_any(said, defining::BEING)
            .filter_map(|rest| rest.strip_prefix(' '))
            .flat_map(|rest| after_any(rest, defining::KINDS));
        let rest = kinds.into_iter().find_map(behind_blank)?;
        Some(DefinitionForm { whole: at..text.len() - rest.len(), name: words })
    })
}

/// `“lamp” includes a torch`, at the beginning of what is said.
fn including(text: &str, at: usize, from: usize) -> Option<DefinitionForm> {
    let lead = text.get(from..at)?;
    let item = || {
        let sign = lead.strip_suffix(") ")?;
        let open = sign.trim_end_matches(is_of_word);
        let count = sign[open.len()..].chars().count();
        open.strip_suffix('(').filter(|_| (1..=LONGEST_SIGN).contains(&count))
    };
    let begins = |lead: &str| {
        let mark = lead.trim_end().ends_with([';', ',', '—', '–', '-']);
        let called = || {
            let called = lead.strip_suffix(' ')?;
            let mut terms = defining::TERM.iter().filter_map(|term| before(called, term));
            terms.find(|rest| is_edge(text, from + rest.len()))
        };
        (lead.is_empty() && from == 0) || mark || called().is_some()
    };
    (item().is_some_and(begins) || begins(lead)).then_some(())?;
    quotation::at(text, at).into_iter().find_map(|QuotedWords { words, end }| {
        let said = text[end..].strip_prefix(' ')?;
        let rest = after_any(said, defining::INCLUDES).find_map(behind_blank)?;
        Some(DefinitionForm { whole: at..text.len() - rest.len(), name: words })
    })
}

/// `(hereinafter “the Port”)`: the whole begins with the parenthesis.
pub fn behind(text: &str) -> Vec<DefinitionForm> {
    let mut found = Vec::new();
    let mut from = 0;
    for open in memchr::memchr_iter(b'(', text.as_bytes()) {
        if open < from {
            continue;
        }
        let led = || {
            after_any(&text[open + 1..], defining::HEREINAFTER)
                .find_map(|rest| told_behind(text, rest))
        };
        if let Some((name, end)) = led().or_else(|| enclosed(text, open + 1)) {
            from = end;
            found.push(DefinitionForm { whole: open..end, name });
        }
    }
    found
}

/// The term that is some words behind `hereinafter`, and where its parenthesis ends.
fn told_behind(text: &str, rest: &str) -> Option<(Range<usize>, usize)> {
    for (count, len) in boundaries(rest).enumerate() {
        let words = &rest[len..];
        let run = words.len() - words.trim_start_matches(is_blank_or_mark).len();
        let mut starts: Vec<usize> = boundaries(&words[..run]).collect();
        starts.reverse();
        let start = text.len() - words.len();
        if let Some(found) = starts.iter().find_map(|skipped| enclosed(text, start + skipped)) {
            return Some(found);
        }
        let ends = words.starts_with(['(', ')', '“', '"', '«', '„', '‘']);
        if ends || count >= LONGEST_LEAD {
            break;
        }
    }
    None
}

/// All places between the characters of a text, and its ends.
fn boundaries(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()])
}

/// A term with or without its article and what closes the parenthesis behind it.
fn enclosed(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let rest = &text[at..];
    let articles = defining::ARTICLES.iter().filter_map(|article| {
        let noun = after(rest, article)?;
        if is_elided(article) { Some(noun) } else { noun.strip_prefix(' ') }
    });
    articles.chain([rest]).find_map(|noun| {
        quotation::at(text, text.len() - noun.len()).into_iter().find_map(
            |QuotedWords { words, end }| {
                let closed = further(&text[end..]).or_else(|| text[end..].strip_prefix(')'))?;
                Some((words, text.len() - closed.len()))
            },
        )
    })
}

/// What follows the parenthesis that `, or a lamp)` closes.
fn further(text: &str) -> Option<&str> {
    let said = text.strip_prefix(',').unwrap_or(text).strip_prefix(' ')?;
    let mut words = after_any(said, defining::FURTHER);
    words.find_map(|rest| {
        is_edge(said, said.len() - rest.len()).then_some(())?;
        let len = rest.find(['(', ')'])?;
        let short = rest[..len].chars().count() <= LONGEST_FURTHER;
        rest[len..].strip_prefix(')').filter(|_| short)
    })
}

/// `“Lamp” or “`, before another term of the same meaning: the term.
pub fn also(text: &str) -> Option<Range<usize>> {
    quotation::openings(text).into_iter().find_map(|at| {
        quotation::at(text, at).into_iter().find_map(|QuotedWords { words, end }| {
            let rest = text[end..].strip_prefix(',').unwrap_or(&text[end..]).strip_prefix(' ')?;
            let rest = rest.strip_prefix('(').unwrap_or(rest);
            let mut behind =
                after_any(rest, CONJUNCTIONS).filter_map(|rest| rest.strip_prefix(' '));
            behind.find(|rest| matches!(*rest, "“" | "\"" | "«" | "„" | "‘" | "'")).map(|_| words)
        })
    })
}

/// A term that is a block of its own.
pub fn standing(text: &str) -> Option<Range<usize>> {
    let alone = |own: &QuotedWords| matches!(&text[own.end..], "" | "." | ":");
    quotation::at(text, 0).into_iter().find(alone).map(|own| own.words)
}

/// Whether a block begins with what says that the term before it means something.
pub fn says(text: &str) -> bool {
    means(text).next().is_some()
        || after_any(text, defining::BEING).any(|rest| behind_blank(rest).is_some())
}

/// Whether a title is that of a provision that holds definitions.
pub fn titles_definitions(title: &str) -> bool {
    let places = title.char_indices().map(|(at, _)| at).filter(|at| is_edge(title, *at));
    places.into_iter().any(|at| {
        let mut rests = after_any(&title[at..], defining::TITLES);
        rests.any(|rest| is_edge(title, title.len() - rest.len()))
    })
}

/// What follows words that say that those before them mean what follows.
fn means(text: &str) -> impl Iterator<Item = &str> {
    let adverbs = after_any(text, defining::ADVERBS).filter_map(|rest| rest.strip_prefix(' '));
    adverbs.chain([text]).flat_map(|rest| after_any(rest, defining::MEANS))
}

/// What follows the end of a word, and the sign that tells it.
fn closed_word(rest: &str) -> Option<&str> {
    let mut signs = rest.chars();
    match signs.next() {
        Some(c) if is_of_word(c) => None,
        _ => Some(signs.as_str()),
    }
}

/// What follows a blank.
fn behind_blank(rest: &str) -> Option<&str> {
    rest.strip_prefix(char::is_whitespace)
}

fn is_blank_or_dash(c: char) -> bool {
    c.is_whitespace() || matches!(c, '—' | '–' | '-')
}

fn is_blank_or_mark(c: char) -> bool {
    is_blank_or_dash(c) || c == ','
}

/// Whether no blank follows a word: `l’`.
pub fn is_elided(word: &str) -> bool {
    word.ends_with(['’', '\''])
}
