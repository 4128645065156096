//! Terms that the text defines: words in quotation marks before their meaning (`“Lamp” means …`, `A
//! "covered lamp" is a …`), words in parentheses after their meaning (`(hereinafter “the Port”)`),
//! a paragraph that is only the term, and stressed words at the start of paragraphs in a section
//! with the title of definitions.

mod patterns;
mod quotation;

use crate::document::{
    Abbreviation, BlockId, BlockKind, Definition, Document, InlineKind, Passage, Point, SectionId,
    Term, Title,
};
use crate::lexicon::characters::is_edge;
use crate::lexicon::defining;
use crate::lexicon::text_languages::TextLanguages;
use patterns::{DefinitionForm, behind_article};
use quotation::is_mark;
use std::collections::HashMap;
use std::ops::Range;

/// Maximum number of words in a term.
const MOST_WORDS: usize = 7;

/// Maximum length of a term, in characters.
const LONGEST_TERM: usize = 60;

/// Number of bytes before a term in which its sentence may begin.
const LONGEST_SENTENCE: usize = 1000;

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

/// Ends each meaning where that of the next term begins, so that the items of a list are separate
/// definitions.
fn part(document: &Document, found: &mut [(BlockId, Range<usize>, Passage)]) {
    for at in 1..found.len() {
        let next = found[at].2.start;
        let meaning = &mut found[at - 1].2;
        if meaning.start >= next || next >= meaning.end {
            continue;
        }
        let body = document.body(next.block);
        let before = body.get(..next.byte).unwrap_or("").trim_end();
        meaning.end = match document.block_at(next.block.index().wrapping_sub(1)) {
            Some(last) if before.is_empty() => document.end_of(last),
            _ => Point { block: next.block, byte: before.len() },
        };
    }
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

/// Returns where the sentence that contains `at` begins.
fn sentence_start(body: &str, at: usize) -> usize {
    let from = body.floor_char_boundary(at.saturating_sub(LONGEST_SENTENCE));
    let before = &body[from..at];
    let ends = before.match_indices([' ', '\n']).rev().find(|(blank, _)| {
        let rest = before[..*blank].trim_end();
        let word = rest.rsplit([' ', '\n']).next().unwrap_or("");
        // A full stop after a number or an initial does not end a sentence.
        rest.ends_with(['.', '!', '?', ';'])
            && word.chars().filter(|c| c.is_alphabetic()).count() > 2
    });
    from + ends.map_or(0, |(blank, _)| blank + 1)
}

/// Returns the passage from a byte of a block to its end, or to the end of its section if the block
/// introduces what follows.
fn to_end(document: &Document, block: BlockId, start: usize) -> Passage {
    let point = Point { block, byte: start };
    // A block that does not end a sentence introduces what follows.
    let closed = ['.', '!', '?', ')', '”', '"', '»', '’', '\'', '›'];
    let leads = !document.body(block).trim_end().ends_with(closed);
    let section = document.block(block).section;
    let end = match document.section_passage(section) {
        Some(whole) if leads && document.section(section).kind.is_provision() => whole.end,
        _ => document.end_of(block),
    };
    Passage { start: point, end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{
        BlockDraft, Builder, ContentId, Finders, Fragment, Metadata, Origin, SectionKind,
    };

    fn document(paragraphs: &[&str]) -> Document {
        let mut builder = Builder::new();
        builder.open(SectionKind::Clause, None);
        for words in paragraphs {
            builder.push(&BlockDraft {
                kind: BlockKind::Paragraph,
                source: 0..0,
                label: None,
                body: vec![Fragment { source: 0, text: words }],
                gap: false,
            });
        }
        let document = builder.finish(Metadata::new("", Origin::StandardInput, ContentId([0; 32])));
        document.read_by(Finders {
            terms: |document| find(document, &[]),
            endings: |_| &["s"],
            ..Finders::default()
        })
    }

    /// Each term with how often it is defined and used.
    fn told(paragraphs: &[&str]) -> String {
        let document = document(paragraphs);
        let told = document
            .terms()
            .iter()
            .map(|term| format!("{} {} {}", term.name, term.defined.len(), term.used.len()));
        told.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn every_form_of_definition_is_read() {
        for (words, name) in [
            ("“Lamp” means a light.", "Lamp"),
            ("\"Great Lamp\" shall mean a light.", "Great Lamp"),
            ("“Keeper”, for the purposes of this Code, means a person.", "Keeper"),
            ("the harbour of Esk (hereinafter “the Port”) keeps it.", "Port"),
            ("the harbour of Esk (hereinafter referred to as the \"Port\").", "Port"),
            ("the harbour of Esk (the “Port”)", "Port"),
            ("The term “oil” refers to what burns.", "oil"),
            ("A \"covered lamp\" means either this or that.", "covered lamp"),
            ("To \"trim\" a wick means to cut it.", "trim"),
            ("A \"Shore Light\" is a lamp by the sea.", "Shore Light"),
            ("\"The Lamp\" refers to any light.", "Lamp"),
            ("\"This Code\" refers to the code of lamps.", "Code"),
            ("\"Lamp Code\": means the code of lamps.", "Lamp Code"),
            ("(b) \"keeper\" includes a pilot;", "keeper"),
            ("a further meeting (each a \"Later Meeting\" and, with it, all)", "Later Meeting"),
            ("On entend: «Feu» désigne une lampe.", "Feu"),
            ("«Маяк» означает огонь.", "Маяк"),
            ("“Maker” and “Trimmer” of lamps mean one.", "Maker 1 0; Trimmer"),
            ("“Mark” (or “Sign”) means a light.", "Mark 1 0; Sign"),
            ("Гавань Эск (далее – «Порт») горит.", "Порт"),
            ("‘Lamp’ means a light.", "Lamp"),
            ("‘keeper’s lamp’ means a light of a keeper’s.", "keeper’s lamp"),
            ("„Lampe“ bedeutet ein Licht.", "Lampe"),
            ("'great lamp' means the keeper's light", "great lamp"),
            ("the keeper's ‘keeper’s lamp’ means his light", "keeper’s lamp"),
        ] {
            assert_eq!(told(&[words]), format!("{name} 1 0"), "{words}");
        }
        assert_eq!(told(&["“Wick”", "means what burns."]), "Wick 1 0");
    }

    #[test]
    fn definitions_of_a_list_are_told_one_by_one() {
        let meanings = |paragraphs: &[&str]| -> Vec<String> {
            let document = document(paragraphs);
            let told = document.terms().iter().map(|term| {
                format!("{}: {}", term.name, document.passage_text(term.defined[0].meaning))
            });
            told.collect()
        };
        let one = "In these Rules, 'lamp' means a light; 'oil' means what burns; and 'wick' means a thread.";
        assert_eq!(
            meanings(&[one]),
            [
                "lamp: In these Rules, 'lamp' means a light;",
                "oil: 'oil' means what burns;",
                "wick: and 'wick' means a thread.",
            ]
        );
        assert_eq!(
            meanings(&[
                "In these Rules—",
                "‘lamp’ means a light of",
                "brass or glass;",
                "‘oil’ means what burns."
            ]),
            ["lamp: ‘lamp’ means a light of\n\nbrass or glass;", "oil: ‘oil’ means what burns."]
        );
    }

    #[test]
    fn words_in_quotation_marks_are_no_terms_by_themselves() {
        for words in [
            "He said “the lamp” and went. It means nothing.",
            "What is (“here”, for example) means a fact.",
            "The sign reads \"Danger\".",
            "Old lamps (\"torches\") will be considered as means of light.",
            "It is a “light,” as that term is defined in the Act.",
            "He said “the lamp includes a torch” and went.",
            "The keepers' lamp means the ships' peace.",
            "“A lamp is a promise, and a promise is a lamp that burns,” he said, means much.",
        ] {
            assert_eq!(told(&[words]), "", "{words}");
        }
    }

    #[test]
    fn stressed_words_of_definitions_are_terms() {
        let terms = |heading: &str| {
            let mut builder = Builder::new();
            let section = builder.open(SectionKind::Clause, None);
            let push = |builder: &mut Builder, kind, text| {
                let body = vec![Fragment { source: 0, text }];
                builder.push(&BlockDraft { kind, source: 0..0, label: None, body, gap: false })
            };
            let title = push(&mut builder, BlockKind::Heading, heading);
            builder.set_title(section, Title::Words(builder.span_in(title, 0..heading.len())));
            let block = push(&mut builder, BlockKind::Paragraph, "Lamp: a light on the coast.");
            builder.style(block, 0..4, InlineKind::Strong);
            let all = push(&mut builder, BlockKind::Paragraph, "Nothing else.");
            builder.style(all, 0..13, InlineKind::Emphasis);
            let origin = Origin::StandardInput;
            let document = builder.finish(Metadata::new("", origin, ContentId([0; 32])));
            find(&document, &[]).into_iter().map(|term| term.name).collect::<Vec<_>>()
        };
        assert_eq!(terms("Definitions"), ["Lamp"]);
        assert_eq!(terms("Of lamps"), [""; 0]);
    }

    #[test]
    fn uses_are_whole_words_and_the_longest_term_has_them() {
        let paragraphs = [
            "“Lamp” means a light. “Great Lamp” means a great one.",
            "A Lamp, two Lamps, a Great Lamp, a lamp and a Lamplight.",
            "“Lamp” means a light, we said.",
        ];
        assert_eq!(told(&paragraphs), "Lamp 2 2; Great Lamp 1 1");
        let document = document(&paragraphs);
        let block = document.block_at(1).expect("a block");
        let used: Vec<&str> = document
            .explained_in(block)
            .into_iter()
            .map(|(range, _)| &document.body(block)[range])
            .collect();
        assert_eq!(used, ["Lamp", "Lamps", "Great Lamp"]);
    }
}
