//! The properties of a line that decide whether it was wrapped, measured once: its
//! columns, the columns it would have needed, its beginning and its end.

use crate::import::indent::{columns_before, has_wide_blanks};
use std::num::NonZeroU32;
use std::ops::Range;

/// A line of a chunk. All lines of a text are measured at once, so each takes little space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChunkLine {
    indent: u32,
    end: u32,
    need: Option<NonZeroU32>,
    /// How it begins.
    pub opening: WordOpening,
    /// How it ends.
    pub ending: WordEnding,
    /// Whether it has enough words for a part of a sentence.
    pub prose: bool,
    /// Whether it is a single word, like a name.
    pub name: bool,
    /// Whether its words are in columns.
    pub row: bool,
}

/// How a line or word begins, apart from opening quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordOpening {
    /// With a lower-case letter.
    Small,
    /// With a capital.
    Capital,
    /// With a letter of a script without capitals.
    Letter,
    /// With a number or a letter marked as a label: `(a)`, `2.`, `iv)`.
    Label,
    /// With another number, or one after `§`, which may be a reference.
    Number,
    /// With a bullet.
    Bullet,
    /// With words in brackets.
    Aside,
    /// With another symbol.
    Sign,
}

impl WordOpening {
    /// The number of variants.
    pub const COUNT: usize = Self::Sign as usize + 1;

    /// Returns how words begin.
    pub fn of(words: &str) -> Self {
        let word = words.split(char::is_whitespace).next().unwrap_or("");
        // The most common case.
        if word.bytes().all(|byte| byte.is_ascii_alphabetic()) && !word.is_empty() {
            let small = word.starts_with(|c: char| c.is_ascii_lowercase());
            return if small { Self::Small } else { Self::Capital };
        }
        if is_bullet(word) {
            return Self::Bullet;
        }
        if word.starts_with('§') {
            return Self::Number;
        }
        if is_label(word) {
            return Self::Label;
        }
        if word.starts_with(['(', '[', '{', '（', '［']) {
            return Self::Aside;
        }
        let inner = word.trim_start_matches(|c: char| "\"'“‘„‚«‹¿¡*_`<".contains(c));
        match inner.chars().next() {
            Some(c) if c.is_lowercase() => Self::Small,
            Some(c) if c.is_uppercase() => Self::Capital,
            Some(c) if c.is_alphabetic() => Self::Letter,
            Some(c) if c.is_numeric() => Self::Number,
            _ => Self::Sign,
        }
    }
}

/// How a line or word ends, apart from closing quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordEnding {
    /// With a word.
    Word,
    /// With the end of a sentence.
    Stop,
    /// With a semicolon.
    Semicolon,
    /// With a colon.
    Colon,
    /// With a comma.
    Comma,
    /// With a closing bracket or quote.
    Closed,
    /// With a dash.
    Dash,
    /// With the word that joins the last of several clauses: `; and`.
    Conjunction,
    /// With another symbol.
    Sign,
}

impl WordEnding {
    /// The number of variants.
    pub const COUNT: usize = Self::Sign as usize + 1;

    /// Returns how words end.
    pub fn of(words: &str) -> Self {
        let mut tail = words.split_whitespace().rev();
        let last = tail.next().unwrap_or("");
        let ending = Self::of_word(last);
        let joins = ending == Self::Word && last.chars().count() <= LONGEST_CONJUNCTION;
        if joins && tail.next().is_some_and(|word| word.ends_with([';', ','])) {
            return Self::Conjunction;
        }
        ending
    }

    /// Returns how a word ends.
    pub fn of_word(word: &str) -> Self {
        let bare = word.trim_end_matches(|c: char| ")]}>\"'”’»›*_`".contains(c));
        match bare.chars().next_back() {
            Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।') => {
                Self::Stop
            }
            _ if bare.len() < word.len() => Self::Closed,
            Some(';' | '；' | '؛') => Self::Semicolon,
            Some(':' | '：') => Self::Colon,
            Some(',' | '，' | '、' | '،') => Self::Comma,
            Some('-' | '–' | '—') => Self::Dash,
            Some(c) if c.is_alphanumeric() => Self::Word,
            _ => Self::Sign,
        }
    }
}

/// The minimum number of words in a line of prose: shorter ones may be of a list.
const FEWEST_WORDS: usize = 3;

/// The maximum length of a conjunction such as `and`, in characters.
const LONGEST_CONJUNCTION: usize = 4;

impl ChunkLine {
    /// Measures a line, given the one after it.
    pub fn of(text: &str, range: &Range<usize>, next: Option<&Range<usize>>) -> Self {
        let indent = columns_before(text, range.start);
        let words = &text[range.clone()];
        let end = indent + words.chars().count();
        let need = next.map(|next| short(end + needed(&text[next.clone()])));
        Self {
            indent: short(indent),
            end: short(end),
            need: need.and_then(NonZeroU32::new),
            opening: WordOpening::of(words),
            ending: WordEnding::of(words),
            prose: words.split_whitespace().nth(FEWEST_WORDS - 1).is_some(),
            name: !words.contains(char::is_whitespace),
            row: is_row(words),
        }
    }

    /// Returns the columns before it.
    pub fn indent(&self) -> usize {
        self.indent as usize
    }

    /// Returns its end column, including the indent: a text is wrapped at the same column whatever
    /// the indent.
    pub fn end(&self) -> usize {
        self.end as usize
    }

    /// Returns its end column with the first word of the next line added; `None` for the last line
    /// of a chunk.
    pub fn need(&self) -> Option<usize> {
        self.need.map(|need| need.get() as usize)
    }

    /// Returns the number of columns left free at a width, if the next word would
    /// have fitted; otherwise 0.
    pub fn free(&self, width: usize) -> usize {
        self.need().map_or(0, |need| (width + 1).saturating_sub(need))
    }

    /// Whether the sentence of this line clearly continues in the next one.
    pub fn goes_on(&self, next: &Self) -> bool {
        self.prose
            && !self.row
            && matches!(self.ending, WordEnding::Word | WordEnding::Comma)
            && next.opening == WordOpening::Small
    }

    /// Whether the sentence of this line may continue in the next one: no sentence
    /// ends here or begins there.
    pub fn may_go_on(&self, next: &Self) -> bool {
        self.ending != WordEnding::Stop && next.opening == WordOpening::Small
    }
}

/// Returns a column; the last possible one of a line that is too long.
fn short(column: usize) -> u32 {
    u32::try_from(column).unwrap_or(u32::MAX)
}

/// Returns the columns that the first word of a line takes after another; without
/// blanks between words, a line may break before any character.
fn needed(next: &str) -> usize {
    let word = next.split_whitespace().next().unwrap_or("");
    if word.starts_with(is_unparted) { 1 } else { 1 + word.chars().count() }
}

/// Whether the script of this character has no blanks between words.
fn is_unparted(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// Whether wide blanks separate words after the first one, which may be a label.
/// Blanks after a sentence may be wide, and tabs narrow.
fn is_row(words: &str) -> bool {
    if !has_wide_blanks(words) {
        return false;
    }
    let (mut column, mut blanks, mut gaps, mut ended) = (0, 0, 0, false);
    for c in words.chars() {
        let width = if c == '\t' { TAB - column % TAB } else { 1 };
        column += width;
        if c.is_whitespace() {
            blanks += width;
            continue;
        }
        gaps += usize::from(blanks > 0);
        if blanks >= WIDE && gaps > 1 && !ended {
            return true;
        }
        ended = matches!(c, '.' | '!' | '?' | ':');
        blanks = 0;
    }
    false
}

/// Columns of a tab, and the minimum of blanks that separate columns.
const TAB: usize = 8;
const WIDE: usize = 3;

/// Whether a word is a bullet.
fn is_bullet(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|c| "•*-–·▪◦‣●○■□+".contains(c)) && chars.next().is_none()
}

/// Whether a word is a number or a few letters marked as a label.
fn is_label(word: &str) -> bool {
    let inner = word.trim_start_matches(['(', '[']);
    let opened = inner.len() < word.len();
    let value = inner.trim_end_matches(['.', ')', ']', '-', '–', '—', ':', '°', 'º']);
    let closed = value.len() < inner.len();
    let count = value.chars().count();
    let numbered = value.starts_with(|c: char| c.is_ascii_digit())
        && value.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '(' | ')'));
    let roman = value.chars().all(|c| "ivxlcIVXLC".contains(c)) && count <= LONGEST_ROMAN;
    let letter = count == 1 && value.starts_with(char::is_alphabetic);
    let doubled = count == 2 && {
        let mut chars = value.chars();
        chars.next() == chars.next() && value.starts_with(char::is_alphabetic)
    };
    let dotted = value.contains('.');
    let bracketed = inner.contains(')') || (opened && inner.contains(']'));
    (numbered && (closed || opened || dotted) && count <= LONGEST_NUMBER)
        || ((roman || letter || doubled) && bracketed)
        || ((roman || letter) && closed && !opened && inner.ends_with('.'))
}

/// The maximum length of a Roman numeral and of a number of several parts, in
/// characters.
const LONGEST_ROMAN: usize = 7;
const LONGEST_NUMBER: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_begin_with_letters_labels_and_bullets() {
        for (words, opening) in [
            ("lamps are lit", WordOpening::Small),
            ("(if any) lamps", WordOpening::Aside),
            ("“Lamp” means", WordOpening::Capital),
            ("(a) lamps", WordOpening::Label),
            ("iv) lamps", WordOpening::Label),
            ("2.1 Lamps", WordOpening::Label),
            ("§ 3 Lamps", WordOpening::Number),
            ("12 lamps", WordOpening::Number),
            ("- lamps", WordOpening::Bullet),
            ("المصابيح", WordOpening::Letter),
            ("= 3", WordOpening::Sign),
        ] {
            assert_eq!(WordOpening::of(words), opening, "{words}");
        }
    }

    #[test]
    fn lines_end_with_words_sentences_and_brackets() {
        for (words, ending) in [
            ("the lamp", WordEnding::Word),
            ("the lamp.”", WordEnding::Stop),
            ("the lamp (red)", WordEnding::Closed),
            ("the lamp;", WordEnding::Semicolon),
            ("the lamp; and", WordEnding::Conjunction),
            ("lamps and", WordEnding::Word),
            ("the lamp—", WordEnding::Dash),
        ] {
            assert_eq!(WordEnding::of(words), ending, "{words}");
        }
    }
}
