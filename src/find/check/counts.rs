//! Compares the counts that a text states with the lists that follow.

use super::finding::{Fault, Finding, finding};
use crate::document::{BlockId, BlockKind, Document, Standing};
use crate::lexicon::characters::{is_digit, is_letter};
use crate::lexicon::counting::CountWords;
use crate::lexicon::cursor::Cursor;
use crate::lexicon::phrase;
use crate::lexicon::spelled::NumberWords;
use crate::messages::findings;
use std::ops::RangeInclusive;

/// Length of the counted thing after the count, in characters: `principles of the harbour`.
const COUNTED: RangeInclusive<usize> = 3..=60;

/// Length of a single word for the counted thing, in characters.
const COUNTED_WORD: RangeInclusive<usize> = 3..=30;

/// Returns the errors in the counts of a document.
pub fn check(document: &Document) -> Vec<Finding> {
    let rosters = document.rosters().iter().filter_map(|roster| {
        let stated = usize::try_from(roster.stated?).ok()?;
        let all = roster.entries.len();
        let counts = |standing| roster.entries.iter().filter(|e| e.standing != standing).count();
        // The count may include parties that joined later, and organisations, or not.
        let fits = [all, counts(Standing::Joined), counts(Standing::Organisation)];
        let block = roster.entries.first()?.evidence.start.block;
        let words = findings::party_count(stated, roster.kind.name(), all);
        (!fits.contains(&stated)).then(|| finding(document, Fault::Count, block, words))
    });
    let counting = Counting::of(document.metadata().language.as_deref());
    let lists = document.block_ids().filter_map(|block| {
        let words = document.body(block).trim_end().strip_suffix(':')?;
        let (stated, written) = counting.read(words.trim_end()).filter(|(n, _)| *n > 1)?;
        let listed = items_after(document, block);
        let words = findings::list_count(written, listed);
        (listed > 1 && listed != stated).then(|| finding(document, Fault::Count, block, words))
    });
    rosters.chain(lists).collect()
}

/// Reads the number that the words before a colon announce, and the word that states it:
/// `the following five principles`.
struct Counting {
    language: &'static CountWords,
    numbers: &'static NumberWords,
}

impl Counting {
    fn of(language: Option<&str>) -> Self {
        Self { language: CountWords::of(language), numbers: NumberWords::of(language) }
    }

    fn read<'t>(&self, words: &'t str) -> Option<(usize, &'t str)> {
        phrase::starts(words, 0).find_map(|at| self.read_at(Cursor::new(words, at)))
    }

    fn read_at<'t>(&self, at: Cursor<'t>) -> Option<(usize, &'t str)> {
        let CountWords { following, behind, .. } = *self.language;
        if let Some(number) = at.here(following).and_then(Cursor::blank) {
            let (count, rest) = self.number(number)?;
            return (rest.is_end() || is_counted(rest)).then_some(count);
        }
        let (count, rest) = self.number(at)?;
        let turned = || rest.then(following).is_some_and(is_counted);
        let before = || {
            let end = rest.word().filter(|word| is_counted_word(rest, *word));
            end.and_then(|word| word.then(behind)).is_some_and(Cursor::is_end)
        };
        (turned() || before()).then_some(count)
    }

    /// Reads a number in digits or in one word, and returns the rest.
    fn number<'t>(&self, at: Cursor<'t>) -> Option<((usize, &'t str), Cursor<'t>)> {
        let text = at.rest();
        let rest = text.trim_start_matches(|c| is_letter(c) || is_digit(c) || is_joint(c));
        let word = &text[..text.len() - rest.len()];
        let stated = usize::try_from(self.numbers.count(word)?).ok()?;
        Some(((stated, word), at.past(word.len())))
    }
}

/// Characters within a spelled-out number: `thirty-five`, `п’ять`.
fn is_joint(c: char) -> bool {
    matches!(c, '-' | '’' | '\'' | 'ʼ')
}

/// Whether the whole rest is the counted thing, within the limits of its length.
fn is_counted(at: Cursor<'_>) -> bool {
    let Some(text) = at.rest().strip_prefix(' ') else { return false };
    says(text, COUNTED)
}

/// Whether one word, from a blank to its end, is the counted thing.
fn is_counted_word(before: Cursor<'_>, behind: Cursor<'_>) -> bool {
    let len = before.rest().len() - behind.rest().len();
    says(before.rest()[..len].trim_start(), COUNTED_WORD)
}

fn says(text: &str, characters: RangeInclusive<usize>) -> bool {
    let count = text.chars().take(characters.end() + 1).count();
    let says = |c: char| is_letter(c) || c == ' ' || is_joint(c);
    characters.contains(&count) && text.chars().all(says)
}

/// Returns the number of items after a block: the sub-clauses that it introduces,
/// or the items of a list.
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
        for (tag, words, count) in [
            ("en", "We adopt the following five principles", Some("five")),
            ("en", "The three following duties of a keeper", Some("three")),
            ("en", "There are thirty-five lamps as follows", Some("thirty-five")),
            ("en", "The keepers shall do the following 4", Some("4")),
            ("en", "the following", None),
            ("en", "the following five lamps, of which", None),
            ("en", "clothe following x", None),
            ("en", "Two lamps burn as follows", None),
            ("de", "Es gelten die folgenden drei Regeln", Some("drei")),
            ("fr", "Les parties adoptent les cinq principes suivants", Some("cinq")),
            ("es", "Se adoptan los siguientes tres principios", Some("tres")),
            ("it", "Valgono i seguenti due principi", Some("due")),
            ("pt", "São estes os três princípios seguintes", Some("três")),
            ("ru", "Действуют следующие четыре правила", Some("четыре")),
            ("uk", "Діють такі п’ять правил", Some("п’ять")),
            ("fi", "Noudatetaan seuraavia kolmea sääntöä", None),
            ("xx", "the following two lamps", Some("two")),
        ] {
            let read = Counting::of(Some(tag)).read(words);
            assert_eq!(read.map(|(_, written)| written), count, "{words}");
        }
    }
}
