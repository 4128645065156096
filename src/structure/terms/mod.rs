//! Terms that the text defines: words in quotation marks before their meaning (`“Lamp” means …`, `A
//! "covered lamp" is a …`), words in parentheses after their meaning (`(hereinafter “the Port”)`),
//! a paragraph that is only the term, and stressed words at the start of paragraphs in a section
//! with the title of definitions.

mod meaning;
mod patterns;
mod quotation;
#[cfg(test)]
mod tests;

use crate::document::{
    Abbreviation, BlockId, BlockKind, Definition, Document, InlineKind, Passage, Point, SectionId,
    Term, Title,
};
use crate::lexicon::characters::is_edge;
use crate::lexicon::defining;
use crate::lexicon::text_languages::TextLanguages;
use meaning::{part, sentence_start, to_end};
use patterns::{DefinitionForm, behind_article};
use quotation::is_mark;
use std::collections::HashMap;
use std::ops::Range;

/// Maximum number of words in a term.
const MOST_WORDS: usize = 7;

/// Maximum length of a term, in characters.
const LONGEST_TERM: usize = 60;

/// Returns the terms of a document, in the order of their definitions.
pub fn find(document: &Document, abbreviations: &[Abbreviation]) -> Vec<Term> {
    let short: HashMap<&str, ()> = abbreviations.iter().map(|a| (a.short.as_str(), ())).collect();
    let mut terms: Vec<Term> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let metadata = document.metadata();
    let languages = &TextLanguages::of(metadata.language.as_deref(), document.text());
    let mut definitions = Titled::default();
    let mut all: Vec<(BlockId, Range<usize>, Passage)> = Vec::new();
    for block in document.block_ids() {
        let mut found = quoted(document, block, languages);
        if definitions.holds(document, block, languages) {
            found.extend(stressed(document, block));
        }
        found.sort_by_key(|(name, _)| name.start);
        all.extend(found.into_iter().map(|(name, meaning)| (block, name, meaning)));
    }
    part(document, &mut all);
    for (block, name, meaning) in all {
        let Some(name) = trimmed(document.body(block), name, languages) else { continue };
        let words = &document.body(block)[name.clone()];
        if short.contains_key(words) {
            continue;
        }
        let definition = Definition { name: Passage::within(block, name), meaning };
        match known.get(words) {
            Some(at) => terms[*at].defined.push(definition),
            None => {
                known.insert(words.to_owned(), terms.len());
                let name = words.to_owned();
                terms.push(Term { name, defined: vec![definition], used: Vec::new() });
            }
        }
    }
    terms
}

/// Returns the terms that a block defines by quotation marks, with their definitions.
fn quoted(
    document: &Document,
    block: BlockId,
    languages: &TextLanguages<'_>,
) -> Vec<(Range<usize>, Passage)> {
    let body = document.body(block);
    if !body.contains(quotation::opens) {
        return Vec::new();
    }
    let mut found: Vec<(Range<usize>, Passage)> = Vec::new();
    let mut add = |name: Range<usize>, meaning: Passage| {
        if fits(&body[name.clone()]) {
            found.push((name, meaning));
        }
    };
    for DefinitionForm { whole, name } in patterns::leading(body, languages) {
        if !fits(&body[name.clone()]) {
            continue;
        }
        // In `("is", for example) means`, words in parentheses are not a term.
        let behind = &body[name.end..whole.end];
        let closed = behind.find(')').filter(|close| !behind[..*close].contains('('));
        if closed.is_some_and(|close| !behind[..close].trim_start_matches(is_mark).is_empty()) {
            continue;
        }
        // In `("torches") … means`, the parenthesis is read separately.
        let enclosed = body[..name.start].trim_end_matches(is_mark).ends_with('(')
            && behind.trim_start_matches(is_mark).starts_with(')');
        if enclosed || names_elsewhere(behind, languages) {
            continue;
        }
        let start = sentence_start(body, name.start);
        let meaning = to_end(document, block, start);
        // `“Lamp” (or “Light”) means` defines both.
        if let Some(other) = patterns::also(&body[start..name.start], languages) {
            add(start + other.start..start + other.end, meaning);
        }
        add(name, meaning);
    }
    for DefinitionForm { whole, name } in patterns::behind(body, languages) {
        // `(“source”)` alone, in lower case, is another word for the same.
        let lead = body[whole.start + 1..name.start].chars().count();
        if lead == 1 && body[name.clone()].starts_with(char::is_lowercase) {
            continue;
        }
        let start = sentence_start(body, name.start);
        let end = crate::structure::enumeration::sentence_end(body, name.end);
        // The full stop belongs to the sentence.
        let end = end + body[end..].chars().next().filter(|c| *c == '.').map_or(0, char::len_utf8);
        add(name, Passage::within(block, start..end));
    }
    if let Some(name) = patterns::standing(body)
        && let Some(next) = document.block_at(block.index() + 1)
        && patterns::says(document.body(next), languages)
    {
        let end = to_end(document, next, 0).end;
        add(name, Passage { start: Point::start_of(block), end });
    }
    // Of two readings of the same words, the first applies.
    found.sort_by_key(|(name, _)| name.start);
    found.dedup_by(|second, first| second.0.start < first.0.end);
    found
}

/// Whether words refer to another text for the definition.
fn names_elsewhere(words: &str, languages: &TextLanguages<'_>) -> bool {
    let begins = |at: usize| defining::ELSEWHERE.find(&words[at..], languages, Some).is_some();
    words.char_indices().any(|(at, _)| is_edge(words, at) && begins(at))
}

/// Returns the stressed words at the start of a block of definitions.
fn stressed(document: &Document, block: BlockId) -> Option<(Range<usize>, Passage)> {
    let start = document.block(block).body.start.get();
    let first = document.inlines(block).first()?;
    let marked =
        matches!(first.kind, InlineKind::Strong | InlineKind::Emphasis | InlineKind::Underlined);
    let range = first.span.start.get() - start..first.span.end.get() - start;
    let body = document.body(block);
    let lead = body[..range.start].trim_matches(['“', '"', '«', ' ']).is_empty();
    // A block in a single style is not a term.
    let rest = body[range.end..].trim_matches(['”', '"', '»', ' ', '.']);
    (marked && lead && !rest.is_empty() && document.block(block).kind != BlockKind::Heading)
        .then(|| (range, to_end(document, block, 0)))
}

/// Whether blocks are in a section with the title of definitions; each section is looked at once.
#[derive(Default)]
struct Titled(HashMap<SectionId, bool>);

impl Titled {
    fn holds(
        &mut self,
        document: &Document,
        block: BlockId,
        languages: &TextLanguages<'_>,
    ) -> bool {
        let section = document.block(block).section;
        if let Some(known) = self.0.get(&section) {
            return *known;
        }
        let titled =
            document.ancestry(section).take(3).any(|id| match document.section(id).title {
                Title::Words(_) | Title::Damaged(_) => {
                    patterns::titles_definitions(&document.title(id), languages)
                }
                Title::Subject(_) | Title::Unnamed => false,
            });
        self.0.insert(section, titled);
        titled
    }
}

/// Whether words are no longer than a term.
fn fits(words: &str) -> bool {
    words.chars().count() <= LONGEST_TERM
}

/// Returns a term without its article and without the comma that belongs to the sentence; `None`
/// for a whole sentence.
fn trimmed(body: &str, range: Range<usize>, languages: &TextLanguages<'_>) -> Option<Range<usize>> {
    let mut words = body.get(range.clone())?.trim_end_matches([',', '.', ';', ':', ' ']);
    let mut start = range.start;
    let noun = |rest| behind_article(&words[..words.len() - str::len(rest)], rest);
    let article = defining::ARTICLES.find(words, languages, noun);
    if let Some(rest) = article {
        start += words.len() - rest.len();
        words = rest;
    }
    let fits = words.starts_with(char::is_alphanumeric)
        && words.chars().any(char::is_alphabetic)
        && words.split_whitespace().count() <= MOST_WORDS;
    fits.then(|| start..start + words.len())
}
