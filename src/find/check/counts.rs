//! Counts that the text states, held against what it then lists.

use super::{Fault, Finding, finding};
use crate::document::{BlockId, BlockKind, Document, Standing};
use crate::lexicon::scanning::{after, is_digit, is_edge, is_letter};
use crate::lexicon::spelled::Numbers;
use std::ops::RangeInclusive;

/// Characters of what is counted, behind the count: `principles of the harbour`.
const COUNTED: RangeInclusive<usize> = 3..=60;

/// Characters of one word that says what is counted.
const COUNTED_WORD: RangeInclusive<usize> = 3..=30;

/// What is wrong with the counts of a document.
pub fn check(document: &Document) -> Vec<Finding> {
    let rosters = document.rosters().iter().filter_map(|roster| {
        let stated = usize::try_from(roster.stated?).ok()?;
        let all = roster.entries.len();
        let counts = |standing| roster.entries.iter().filter(|e| e.standing != standing).count();
        // Who joined later may be counted or not; so may organisations.
        let fits = [all, counts(Standing::Joined), counts(Standing::Organisation)];
        let block = roster.entries.first()?.evidence.start.block;
        let words = format!("the text states {stated} {}, and names {all}", roster.kind.name());
        (!fits.contains(&stated)).then(|| finding(document, Fault::Count, block, words))
    });
    let numbers = Numbers::of(document.metadata().language.as_deref());
    let lists = document.block_ids().filter_map(|block| {
        let written = count_of_following(document.body(block).trim_end().strip_suffix(':')?)?;
        let stated = usize::try_from(numbers.count(written)?).ok().filter(|n| *n > 1)?;
        let listed = items_after(document, block);
        let words = format!("the text states {written}, and lists {listed}");
        (listed > 1 && listed != stated).then(|| finding(document, Fault::Count, block, words))
    });
    rosters.chain(lists).collect()
}

/// How many are to follow, as the words before a colon say it: `the following five principles`.
fn count_of_following(words: &str) -> Option<&str> {
    let starts = words.char_indices().map(|(at, _)| at).filter(|at| is_edge(words, *at));
    starts.map(|at| &words[at..]).find_map(|words| {
        let turned = || {
            let (count, rest) = number(after(words, "the ")?)?;
            is_counted(after(rest, " following ")?, COUNTED).then_some(count)
        };
        let usual = || {
            let (count, rest) = number(after(words, "the following ")?)?;
            is_counted(rest.strip_prefix(' ')?, COUNTED).then_some(count)
        };
        let before = || {
            let (count, rest) = number(words)?;
            let (counted, rest) = rest.strip_prefix(' ')?.split_once(' ')?;
            let follows = after(rest, "as follows").is_some_and(str::is_empty);
            (follows && is_counted(counted, COUNTED_WORD)).then_some(count)
        };
        let bare = || {
            let (count, rest) = number(after(words, "following ")?)?;
            rest.is_empty().then_some(count)
        };
        turned().or_else(usual).or_else(before).or_else(bare)
    })
}

/// A number in digits or in one word, and what follows it.
fn number(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start_matches(|c| is_letter(c) || is_digit(c) || c == '-');
    let number = &text[..text.len() - rest.len()];
    (!number.is_empty()).then_some((number, rest))
}

/// Whether all of a text says what is counted, in no more and no fewer characters.
fn is_counted(text: &str, characters: RangeInclusive<usize>) -> bool {
    let count = text.chars().take(characters.end() + 1).count();
    let says = |c: char| is_letter(c) || c == ' ' || c == '-';
    characters.contains(&count) && text.chars().all(says)
}

/// How many items follow a block: the sub-clauses that it leads in, or the
/// items of a list.
fn items_after(document: &Document, block: BlockId) -> usize {
    let section = document.block(block).section;
    let next = document.block_at(block.index() + 1).map(|next| document.block(next));
    let Some(next) = next else { return 0 };
    if next.kind == BlockKind::ListItem && next.section == section {
        let blocks = document.blocks()[block.index() + 1..].iter();
        return blocks
            .take_while(|b| b.kind == BlockKind::ListItem && b.section == section)
            .count();
    }
    if document.section(next.section).parent != Some(section) {
        return 0;
    }
    document
        .children(Some(section))
        .filter(|id| document.section(*id).blocks.start > block.index())
        .filter(|id| document.section(*id).number.is_some())
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_read_in_every_order_of_its_words() {
        for (words, count) in [
            ("We adopt the following five principles", Some("five")),
            ("The three following duties of a keeper", Some("three")),
            ("There are thirty-five lamps as follows", Some("thirty-five")),
            ("The keepers shall do the following 4", Some("4")),
            ("the following", None),
            ("the following five lamps, of which", None),
            ("clothe following x", Some("x")),
        ] {
            assert_eq!(count_of_following(words), count, "{words}");
        }
    }
}
