//! Where a label with a word ends, and what shows that it is a reference in running text instead.

use super::characters::{DASHES, is_gap};
use super::note_signs::NOTE_SIGNS;
use super::parsed::LineRole;
use crate::lexicon::characters::is_east_asian;
use crate::lexicon::counter;
use crate::lexicon::keywords::{CITING, Keyword, PART_WORDS, Role, WordSide};

/// Marks after the number of a worded label.
const CLOSING_MARKS: [char; 8] = ['.', ':', ')', '：', '．', 'º', 'ª', '°'];

/// Returns where a worded label ends whose counter ends at `end`: after the mark that follows.
/// `None` if what follows makes it a reference in running text.
pub(super) fn closed(line: &str, end: usize, standing: LineRole, word: &Keyword) -> Option<usize> {
    let rest = &line[end..];
    // `Article 5**)`: signs of footnotes, or of amended text.
    let is_mark = |c: char| CLOSING_MARKS.contains(&c) || NOTE_SIGNS.contains(&c);
    let marks = rest.trim_start_matches(is_mark);
    let marked = marks.len() < rest.len();
    let gap = marks.trim_start_matches(is_gap);
    let dash = gap.strip_prefix(DASHES).filter(|rest| {
        // `Subpart A—General`
        let tight = standing == LineRole::Heading && gap.starts_with('—');
        rest.is_empty() || rest.starts_with(is_gap) || marked || tight
    });
    let after = dash.map_or(gap, |rest| rest.trim_start_matches(is_gap));
    let end = line.len() - if dash.is_some() { dash.unwrap_or("").len() } else { marks.len() };
    let Some(next) = after.chars().next() else { return Some(end) };
    // `Stk. 3. Stk. 2 gælder ikke`: after the full stop, a sentence begins.
    let sentence = marked && gap.starts_with(char::is_uppercase);
    if goes_on_behind_parts(rest) || (!sentence && names_a_part(gap)) {
        return None;
    }
    let parted = marked || dash.is_some() || gap.len() < marks.len();
    let reference = next.is_lowercase() || matches!(next, ',' | ';' | ')' | '/' | '-' | '–');
    let east_asian = word.word.chars().any(is_east_asian);
    let title = matches!(next, '(' | '（' | '【' | '［' | '[' | '「' | '《' | '〈')
        || (matches!(word.side, WordSide::Around(_)) && is_tight_title(after));
    // `附件一的修订` is about an annex and not its label.
    if word.role == Role::Annex && east_asian && !parted && is_cited(after) {
        return None;
    }
    if standing == LineRole::Heading {
        return (parted || title || east_asian).then_some(end);
    }
    if !marked && dash.is_none() && reference {
        return None;
    }
    (parted || title).then_some(end)
}

/// Whether parts of a provision follow its number directly and a sentence continues after them:
/// `Article 3(4) of the Annex`.
fn goes_on_behind_parts(rest: &str) -> bool {
    let mut behind = rest;
    while let Some((part, after)) = behind.strip_prefix('(').and_then(|inner| inner.split_once(')'))
        && part.len() <= LONGEST_PART
        && part.chars().all(char::is_alphanumeric)
    {
        behind = after;
    }
    let sentence = behind.trim_start_matches(is_gap);
    behind.len() < rest.len()
        && sentence.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';'))
}

/// Whether the words after a number name a numbered part of the provision. The line is then a
/// reference to that part: `§ 1 Abs. 2 gilt entsprechend`.
fn names_a_part(words: &str) -> bool {
    let len = words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len());
    let (word, rest) = words.split_at(len);
    let number = rest.trim_start_matches(['.', ' ', '\u{A0}']);
    number.len() < rest.len()
        && number.starts_with(|c| counter::digit(c).is_some())
        && PART_WORDS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

/// Maximum length of the number of a part, in bytes.
const LONGEST_PART: usize = 8;

/// Whether a title follows a Chinese label without a space.
fn is_tight_title(after: &str) -> bool {
    after.starts_with(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')) && !is_cited(after)
}

/// Whether the text after a number makes it a reference: `第五条规定的灯`.
fn is_cited(after: &str) -> bool {
    CITING.iter().any(|sign| after.starts_with(sign))
}
