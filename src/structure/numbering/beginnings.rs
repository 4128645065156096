//! Beginnings: which lines of a paragraph may begin a provision, and which go on with a sentence
//! that was wrapped.

use crate::import::manuscript::Element;
use crate::lexicon::keywords::{self, NUMBER_SIGNS, REFERENCE_WORDS, WORDS};
use crate::lexicon::label::{self, LineRole};
use crate::lexicon::text_languages::TextLanguages;
use crate::lexicon::wording::{self, CONJUNCTIONS, has};
use crate::structure::share::Share;
use crate::structure::trace::Rule;

/// A line at least this long, compared with the longest of its paragraph, may have been wrapped.
const FULL: Share = Share::new(3, 4);

/// How sure it is that a provision may begin where a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onset {
    /// The label begins an element, or a line whose predecessor was not full.
    Sure,
    /// The label is in a line that may have been wrapped, after the end of a sentence.
    AfterSentence,
    /// The label may be a reference in a line that was wrapped: it takes a place only where nothing
    /// else does.
    Doubtful,
}

impl Onset {
    /// Whether the label begins an element, or a line whose predecessor was not full.
    pub const fn is_sure(self) -> bool {
        matches!(self, Self::Sure)
    }

    /// Whether the label may be a reference in a line that was wrapped.
    pub const fn is_doubtful(self) -> bool {
        matches!(self, Self::Doubtful)
    }
}

/// Whether a provision may begin with a line; not in the middle of a sentence
/// that was wrapped. `longest` is the longest line of the
/// element, in bytes.
pub fn begins(
    text: &str,
    element: &Element,
    line: usize,
    longest: usize,
    languages: &TextLanguages<'_>,
) -> Result<Onset, Rule> {
    let Some((before, after)) = line.checked_sub(1).map(|i| &element.lines[i]) else {
        return Ok(Onset::Sure);
    };
    let own = &element.lines[line].0;
    let full = FULL.is_reached(before.len(), longest);
    let before = text[before.clone()].trim_end();
    // `lamps;3`: the sign of a note follows the mark.
    let unnoted = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let ended = before.ends_with(SENTENCE_ENDS)
        || unnoted.ends_with(';')
        || ends_with_conjunction(before, languages)
        || (before.ends_with(',') && begins_sentences(&text[own.clone()]));
    let ended = ended || (is_in_capitals(before) && !is_in_capitals(&text[own.clone()]));
    let listed = || !label::labels(before, LineRole::Running).is_empty();
    // “see sec.” ends no sentence, but a title such as “The law” may.
    let wrapped = !after.is_meant() || full;
    if wrapped && ends_with_reference(before) {
        return Err(Rule::WrappedReference);
    }
    if after.is_meant() && (ended || !full || listed()) {
        return Ok(Onset::Sure);
    }
    if ended { Ok(Onset::AfterSentence) } else { Err(Rule::MiddleOfSentence) }
}

/// Whether the last word of a line is one that a number belongs to.
fn ends_with_reference(line: &str) -> bool {
    let last = line.rsplit(char::is_whitespace).next().unwrap_or("");
    let last = wording::in_small_letters(last);
    let last = last.trim_start_matches(['(', '“', '"']);
    let words = last.chars().next().map_or(0..0, keywords::beginning_with);
    has(REFERENCE_WORDS, last)
        || (has(NUMBER_SIGNS, last) && !last.ends_with(char::is_alphabetic))
        || WORDS[words].iter().any(|word| word.word == last)
}

/// Whether a line is in capitals, as a title is.
fn is_in_capitals(line: &str) -> bool {
    !line.contains(char::is_lowercase) && line.contains(char::is_uppercase)
}

/// Whether a line begins the first of several sentences, as after recitals: `1. Calls upon all
/// harbours`.
fn begins_sentences(line: &str) -> bool {
    let words = line.strip_prefix("1.").map(str::trim_start);
    words.is_some_and(|words| words.starts_with(char::is_uppercase))
}

/// Whether a line ends as the last but one of several sub-clauses does: `; and`.
fn ends_with_conjunction(line: &str, languages: &TextLanguages<'_>) -> bool {
    line.rsplit_once(char::is_whitespace).is_some_and(|(before, last)| {
        before.trim_end().ends_with([';', ',']) && CONJUNCTIONS.has(last, languages)
    })
}

/// What ends a sentence, or a part of one that sub-clauses go on from.
const SENTENCE_ENDS: [char; 18] =
    ['.', ';', ':', '!', '?', '”', '"', '»', ')', ']', '—', '–', '。', '；', '：', '।', '۔', '؛'];
