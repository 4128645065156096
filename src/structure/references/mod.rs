//! Cross references: words of the text that lead to another place of it.
//!
//! 1. [`scan`] finds the words of a language's table ([`referring`], [`place_words`]) with the
//!    numbers behind them ([`number_list`], [`number`], [`compound`]) or before them
//!    ([`number_first`], [`number_before`]), ordinals among them ([`ordinals`]), and numbers
//!    without a word ([`bare_parts`], [`bare_numbers`]); [`relation`] tells which [`mention`] is a
//!    part of which, and [`other_texts`] which are of another text, by its name
//!    ([`names_of_texts`]);
//! 2. [`naming`] finds what the provisions of annexes are called;
//! 3. [`finder`] looks each up from where it is among the [`places`], by the one grammar of
//!    addresses: a chapter or annex by its name ([`parts`]), an article by its
//!    number, a paragraph in the provision around it first; where the outline
//!    has none of it, by the number that the text itself shows ([`shown`], [`inside`]).
//!
//! What is found is a link of the document. One that must lead somewhere but leads nowhere
//! ([`faults`]) is kept, so that a check reports it. What a person types is read by the same words
//! ([`typed`]).

mod bare_numbers;
mod bare_parts;
mod compound;
mod faults;
mod finder;
mod inside;
mod mention;
mod names_of_texts;
mod naming;
mod number;
mod number_before;
mod number_first;
mod number_list;
mod ordinals;
mod other_texts;
mod parts;
mod place_words;
mod places;
mod relation;
mod scan;
mod shown;
#[cfg(test)]
mod tests;
mod typed;
mod written;

use crate::document::{
    BlockId, BlockKind, ClauseNumber, Document, Link, LinkOrigin, LinkTarget, Passage, SectionId,
    SectionKind, Span,
};
use crate::lexicon::referring;
use crate::messages::thresholds;
use crate::structure::share::Share;
use crate::structure::trace::{Rule, Threshold};
use compound::Compounds;
use finder::{Astray, Finder, MentionsOfBlock};
use mention::Mention;
use naming::Naming;
use scan::Scanner;
use std::ops::Range;
pub use typed::typed;

/// Minimum number of references that lead nowhere from which it is asked whether the text speaks of
/// another one.
const MANY: usize = 3;

/// Share of the references that must lead nowhere for that.
const MOST: Share = Share::new(1, 2);

/// The thresholds of the rules about references.
pub fn thresholds(rule: Rule) -> Vec<Threshold> {
    match rule {
        Rule::MostlyAstray => Threshold::all(&[
            (thresholds::at_least_references_that_lead_nowhere, MANY),
            (thresholds::more_than_percent_of_the_references, MOST.percent()),
        ]),
        _ => Vec::new(),
    }
}

/// The references of a document, in reading order.
pub fn find(document: &Document) -> Vec<Link> {
    let mut links = all(document);
    if are_astray(&links) {
        links.retain(|link| link.target.leads());
    }
    links
}

/// The references that are not reported since most lead nowhere, and how many there are in all.
pub fn astray(document: &Document) -> (Vec<Link>, usize) {
    let mut links = all(document);
    let count = links.len();
    let are_astray = are_astray(&links);
    links.retain(|link| are_astray && !link.target.leads());
    (links, count)
}

/// Whether references mostly lead nowhere: then the text speaks of another.
fn are_astray(links: &[Link]) -> bool {
    let lost = links.iter().filter(|link| !link.target.leads()).count();
    lost >= MANY && MOST.is_passed(lost, links.len())
}

/// All references, in reading order.
fn all(document: &Document) -> Vec<Link> {
    let language = referring::of(document.metadata().language.as_deref());
    let title = &document.metadata().title;
    let scanner = Scanner::new(language, title, document.text());
    let (titled, titles) = titled(document, &scanner);
    let labels = document.section_ids().filter_map(|id| {
        let own = document.section(id);
        document.label(own.block_ids().next().filter(|_| own.kind.is_provision())?)
    });
    let scanner = scanner.knowing(titles, Compounds::of(document), labels);
    let mentions: Vec<Vec<Mention>> =
        document.block_ids().map(|block| scanner.mentions(document.body(block))).collect();
    let of_blocks = document.block_ids().zip(mentions.iter().map(Vec::as_slice));
    let naming = Naming::of(document, &scanner, of_blocks);
    let finder = Finder::new(document, titled, &scanner, naming);
    let mut links = Vec::new();
    // Where the changes of another text end that were introduced.
    let mut amending = 0;
    for (block, mentions) in document.block_ids().zip(&mentions) {
        let body = document.body(block);
        let heading = document.block(block).kind == BlockKind::Heading;
        if scanner.amends(body) {
            amending = amending.max(end_of_provision(document, block));
        }
        let beside: Vec<(Range<usize>, Passage)> = scanner
            .relative(body)
            .into_iter()
            .filter_map(|(range, relative)| {
                let target = finder.places().beside(block, relative.unit, relative.forward);
                Some((range, target?))
            })
            .collect();
        let is_own = |mention: &Mention| {
            let end = mention.range().end;
            !mention.elsewhere
                && (block.index() >= amending || scanner.texts().is_of_this(&body[end..]))
        };
        let around: Vec<Option<SectionId>> = match beside.is_empty() {
            true => Vec::new(),
            false => mentions
                .iter()
                .map(|mention| finder.around(block, mention, &beside, &scanner))
                .collect(),
        };
        let here = MentionsOfBlock { block, mentions, around: &around };
        for (at, mention) in mentions.iter().enumerate().filter(|(_, mention)| is_own(mention)) {
            for item in &mention.items {
                let target = match finder.target(&here, at, item) {
                    Ok(passage) => LinkTarget::Passage(passage),
                    // A heading names its own place.
                    Err(Astray::Nowhere(address)) if !heading => LinkTarget::Nowhere(address),
                    Err(_) => continue,
                };
                if !finder.heads(block, item, &target) {
                    links.push(link(document, block, item.words.clone(), target));
                }
            }
        }
        for (range, target) in beside {
            links.push(link(document, block, range, LinkTarget::Passage(target)));
        }
    }
    links.sort_by_key(|link| link.span.start);
    // Of two that would overlap, the first has the words.
    let mut end = crate::document::TextOffset::default();
    links.retain(|link| {
        let free = link.span.start >= end;
        if free {
            end = link.span.end;
        }
        free
    });
    links
}

/// The index behind the last block of the provision that a block is in, or
/// behind the block itself.
fn end_of_provision(document: &Document, block: BlockId) -> usize {
    let section = document.section(document.block(block).section);
    if section.kind.is_provision() { section.blocks.end } else { block.index() + 1 }
}

/// Sections that go by a title of several words, with it; one that goes by a
/// number too has both.
fn titled(document: &Document, scanner: &Scanner) -> (Vec<SectionId>, Vec<String>) {
    let division = |id: &SectionId| match document.section(*id).kind {
        SectionKind::Annex => true,
        SectionKind::Heading => document.section(*id).blocks.start > 0,
        _ => false,
    };
    let titles = document.section_ids().filter(division).flat_map(|id| {
        let title = document.title(id).into_owned();
        let numbered = scanner.begins(&title, 0).filter(|mention| mention.range().start == 0);
        let mention = numbered.map(|mention| mention.range().end);
        let number = document.section(id).number.as_ref().and_then(|number| label(&title, number));
        let words = |end: usize| title[end..].trim_start_matches(|c: char| !c.is_alphanumeric());
        let rest = mention.or(number).map(|end| words(end).to_owned());
        [Some(title), rest].into_iter().flatten().map(move |title| (id, title))
    });
    titles.filter(|(_, title)| title.contains(' ')).unzip()
}

/// Returns the end of the number with which a title begins: `A. Rules of the Quay`.
fn label(title: &str, number: &ClauseNumber) -> Option<usize> {
    let shown = number.to_string();
    let is_label = title.strip_prefix(&shown)?.starts_with(['.', ')', ':', ' ']);
    is_label.then_some(shown.len())
}

fn link(
    document: &Document,
    block: BlockId,
    range: std::ops::Range<usize>,
    target: LinkTarget,
) -> Link {
    let start = document.block(block).body.start.get();
    let span = Span::new(start + range.start, start + range.end);
    Link { span, target, origin: LinkOrigin::Found }
}
