//! The forms in which texts define their terms, in the words of their languages. Each is sought
//! where a quotation or a parenthesis opens.

use super::quotation::{self, QuotedWords};
use crate::lexicon::characters::{is_edge, is_of_word};
use crate::lexicon::defining;
use crate::lexicon::text_languages::TextLanguages;
use crate::lexicon::wording::CONJUNCTIONS;
use std::ops::Range;

/// Maximum number of characters between a term and the verb that defines it.
const LONGEST_ASIDE: usize = 140;

/// Maximum number of characters between `hereinafter` and the term.
const LONGEST_LEAD: usize = 50;

/// Maximum number of characters after `or` or `and` in parentheses with a term.
const LONGEST_FURTHER: usize = 80;

/// Maximum number of characters in the number of an item: `(iii)`.
const LONGEST_SIGN: usize = 4;

/// Words that define a term, in bytes of their text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinitionForm {
    /// The whole definition, as far as it was read.
    pub whole: Range<usize>,
    /// The term.
    pub name: Range<usize>,
}

/// Returns the forms that begin with the term, or shortly before it, in the order of [`LEADING`].
pub fn leading(text: &str, languages: &TextLanguages<'_>) -> Vec<DefinitionForm> {
    let openings = quotation::openings(text);
    let mut found = Vec::new();
    for form in LEADING {
        let mut from = 0;
        for at in &openings {
            if let Some(own) = form(text, *at, from, languages) {
                from = own.whole.end;
                found.push(own);
            }
        }
    }
    found
}

/// Reads a form whose quotation opens at a byte and which begins no earlier than at another.
type FormReader = fn(&str, usize, usize, &TextLanguages<'_>) -> Option<DefinitionForm>;

const LEADING: [FormReader; 3] = [meaning, being, including];

/// Reads `“Lamp” means a light`.
fn meaning(
    text: &str,
    at: usize,
    from: usize,
    languages: &TextLanguages<'_>,
) -> Option<DefinitionForm> {
    (at >= from).then_some(())?;
    quotation::at(text, at).into_iter().find_map(|QuotedWords { words, end }| {
        let aside = text[end..].strip_prefix(':').unwrap_or(&text[end..]);
        let mut blank = false;
        for (count, (len, c)) in aside.char_indices().enumerate() {
            let parts = is_blank_or_dash(c);
            if parts && !blank {
                let said = aside[len..].trim_start_matches(is_blank_or_dash);
                if let Some(end) = means(said, languages, closed_word) {
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

/// Reads `A “lamp” is a light`.
fn being(
    text: &str,
    at: usize,
    from: usize,
    languages: &TextLanguages<'_>,
) -> Option<DefinitionForm> {
    let lead = text.get(from..at)?.strip_suffix(' ')?;
    let begins = |before: &str| {
        let free = before.ends_with(|c: char| c.is_whitespace() || c == '(');
        free || (before.is_empty() && from == 0)
    };
    defining::ARTICLES.find_before(lead, languages, |before| begins(before).then_some(()))?;
    quotation::at(text, at).into_iter().find_map(|QuotedWords { words, end }| {
        let said = text[end..].strip_prefix(' ')?;
        let rest = defining::BEING.find(said, languages, |rest| {
            defining::KINDS.find(rest.strip_prefix(' ')?, languages, behind_blank)
        })?;
        Some(DefinitionForm { whole: at..text.len() - rest.len(), name: words })
    })
}

/// Reads `“lamp” includes a torch`, at the start of a statement.
fn including(
    text: &str,
    at: usize,
    from: usize,
    languages: &TextLanguages<'_>,
) -> Option<DefinitionForm> {
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
            let edge = |rest: &str| is_edge(text, from + rest.len()).then_some(());
            defining::TERM.find_before(called, languages, edge)
        };
        (lead.is_empty() && from == 0) || mark || called().is_some()
    };
    (item().is_some_and(begins) || begins(lead)).then_some(())?;
    quotation::at(text, at).into_iter().find_map(|QuotedWords { words, end }| {
        let said = text[end..].strip_prefix(' ')?;
        let rest = defining::INCLUDES.find(said, languages, behind_blank)?;
        Some(DefinitionForm { whole: at..text.len() - rest.len(), name: words })
    })
}

/// Returns the forms such as `(hereinafter “the Port”)`, from the opening parenthesis on.
pub fn behind(text: &str, languages: &TextLanguages<'_>) -> Vec<DefinitionForm> {
    let mut found = Vec::new();
    let mut from = 0;
    for open in memchr::memchr_iter(b'(', text.as_bytes()) {
        if open < from {
            continue;
        }
        let led = || {
            let told = |rest| told_behind(text, rest, languages);
            defining::HEREINAFTER.find(&text[open + 1..], languages, told)
        };
        if let Some((name, end)) = led().or_else(|| enclosed(text, open + 1, languages)) {
            from = end;
            found.push(DefinitionForm { whole: open..end, name });
        }
    }
    found
}

/// Returns the term shortly after `hereinafter`, and where its parenthesis ends.
fn told_behind(
    text: &str,
    rest: &str,
    languages: &TextLanguages<'_>,
) -> Option<(Range<usize>, usize)> {
    for (count, len) in boundaries(rest).enumerate() {
        let words = &rest[len..];
        let run = words.len() - words.trim_start_matches(is_blank_or_mark).len();
        let mut starts: Vec<usize> = boundaries(&words[..run]).collect();
        starts.reverse();
        let start = text.len() - words.len();
        if let Some(found) =
            starts.iter().find_map(|skipped| enclosed(text, start + skipped, languages))
        {
            return Some(found);
        }
        let ends = words.starts_with(['(', ')', '“', '"', '«', '„', '‘']);
        if ends || count >= LONGEST_LEAD {
            break;
        }
    }
    None
}

/// Returns the offsets of all characters of a text, and of its end.
fn boundaries(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()])
}

/// Returns a term after an optional article, and the end of the parenthesis after it.
fn enclosed(text: &str, at: usize, languages: &TextLanguages<'_>) -> Option<(Range<usize>, usize)> {
    let rest = &text[at..];
    let closed = |noun: &str| {
        let quotations = quotation::at(text, text.len() - noun.len());
        quotations.into_iter().find_map(|QuotedWords { words, end }| {
            let closed =
                further(&text[end..], languages).or_else(|| text[end..].strip_prefix(')'))?;
            Some((words, text.len() - closed.len()))
        })
    };
    let with_article = |noun| closed(behind_article(&rest[..rest.len() - str::len(noun)], noun)?);
    defining::ARTICLES.find(rest, languages, with_article).or_else(|| closed(rest))
}

/// Returns the text after a parenthesis that ends like `, or a lamp)`.
fn further<'t>(text: &'t str, languages: &TextLanguages<'_>) -> Option<&'t str> {
    let said = text.strip_prefix(',').unwrap_or(text).strip_prefix(' ')?;
    defining::FURTHER.find(said, languages, |rest| {
        is_edge(said, said.len() - rest.len()).then_some(())?;
        let len = rest.find(['(', ')'])?;
        let short = rest[..len].chars().count() <= LONGEST_FURTHER;
        rest[len..].strip_prefix(')').filter(|_| short)
    })
}

/// Returns the term of `“Lamp” or “`, before another term with the same meaning.
pub fn also(text: &str, languages: &TextLanguages<'_>) -> Option<Range<usize>> {
    quotation::openings(text).into_iter().find_map(|at| {
        quotation::at(text, at).into_iter().find_map(|QuotedWords { words, end }| {
            let rest = text[end..].strip_prefix(',').unwrap_or(&text[end..]).strip_prefix(' ')?;
            let rest = rest.strip_prefix('(').unwrap_or(rest);
            CONJUNCTIONS.find(rest, languages, |rest| {
                matches!(rest.strip_prefix(' ')?, "“" | "\"" | "«" | "„" | "‘" | "'").then_some(())
            })?;
            Some(words)
        })
    })
}

/// Returns a term that is a whole block.
pub fn standing(text: &str) -> Option<Range<usize>> {
    let alone = |own: &QuotedWords| matches!(&text[own.end..], "" | "." | ":");
    quotation::at(text, 0).into_iter().find(alone).map(|own| own.words)
}

/// Whether a block begins with a verb that defines the term before it.
pub fn says(text: &str, languages: &TextLanguages<'_>) -> bool {
    means(text, languages, Some).is_some()
        || defining::BEING.find(text, languages, behind_blank).is_some()
}

/// Whether a title is that of a provision with definitions.
pub fn titles_definitions(title: &str, languages: &TextLanguages<'_>) -> bool {
    let places = title.char_indices().map(|(at, _)| at).filter(|at| is_edge(title, *at));
    places.into_iter().any(|at| {
        let edge = |rest: &str| is_edge(title, title.len() - rest.len()).then_some(());
        defining::TITLES.find(&title[at..], languages, edge).is_some()
    })
}

/// Returns the first result of `then` for the text after a verb of meaning.
fn means<'t, T>(
    text: &'t str,
    languages: &TextLanguages<'_>,
    then: impl Fn(&'t str) -> Option<T>,
) -> Option<T> {
    let said = |rest| defining::MEANS.find(rest, languages, &then);
    let adverb = |rest: &'t str| said(rest.strip_prefix(' ')?);
    defining::ADVERBS.find(text, languages, adverb).or_else(|| said(text))
}

/// Returns the text after the character that ends a word.
fn closed_word(rest: &str) -> Option<&str> {
    let mut signs = rest.chars();
    match signs.next() {
        Some(c) if is_of_word(c) => None,
        _ => Some(signs.as_str()),
    }
}

/// Returns the text after a blank.
fn behind_blank(rest: &str) -> Option<&str> {
    rest.strip_prefix(char::is_whitespace)
}

fn is_blank_or_dash(c: char) -> bool {
    c.is_whitespace() || matches!(c, '—' | '–' | '-')
}

fn is_blank_or_mark(c: char) -> bool {
    is_blank_or_dash(c) || c == ','
}

/// Returns the noun after an article: after a blank, or directly after an elided one (`l’`).
pub fn behind_article<'t>(article: &str, rest: &'t str) -> Option<&'t str> {
    if article.ends_with(['’', '\'']) { Some(rest) } else { rest.strip_prefix(' ') }
}
