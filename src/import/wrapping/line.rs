//! What decides whether a line was wrapped, measured once for each line: the
//! columns it takes, those it would have needed, how it begins and how it ends.

use crate::import::indent::{columns_before, has_wide_blanks};
use std::ops::Range;

/// A line of a chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Columns before it.
    pub indent: usize,
    /// Columns up to its end, those before it counted: a text is wrapped at the
    /// same column however far in its lines stand.
    pub end: usize,
    /// Columns that the line would take with the first word of the next one;
    /// `None` for the last line of a chunk.
    pub need: Option<usize>,
    /// How it begins.
    pub opening: Opening,
    /// How it ends.
    pub ending: Ending,
    /// Whether it has so many words that it may be of a sentence.
    pub prose: bool,
    /// Whether it is one word, as a name is.
    pub name: bool,
    /// Whether its words stand in columns.
    pub row: bool,
}

/// How a line, or a word, begins; opening quotes are passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// With a small letter.
    Small,
    /// With a capital.
    Capital,
    /// With a letter of a script without capitals.
    Letter,
    /// With a number or a letter that is set apart as a label is: `(a)`, `2.`, `iv)`.
    Label,
    /// With another number, or one behind `§`, which may be a reference.
    Number,
    /// With the sign of an item.
    Bullet,
    /// With words in brackets.
    Aside,
    /// With another sign.
    Sign,
}

impl Opening {
    /// How many there are.
    pub const COUNT: usize = Self::Sign as usize + 1;

    /// How words begin.
    pub fn of(words: &str) -> Self {
        let word = words.split(char::is_whitespace).next().unwrap_or("");
        // As most begin.
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

/// How a line, or a word, ends; closing quotes are passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
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
    /// With another sign.
    Sign,
}

impl Ending {
    /// How many there are.
    pub const COUNT: usize = Self::Sign as usize + 1;

    /// How words end.
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

    /// How a word ends.
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

/// A line of fewer words may be one of a list.
const FEWEST_WORDS: usize = 3;

/// No `and` is longer, in characters.
const LONGEST_CONJUNCTION: usize = 4;

impl Line {
    /// Measures a line and the one that follows it.
    pub fn of(text: &str, range: &Range<usize>, next: Option<&Range<usize>>) -> Self {
        let indent = columns_before(text, range.start);
        let words = &text[range.clone()];
        let end = indent + words.chars().count();
        Self {
            indent,
            end,
            need: next.map(|next| end + needed(&text[next.clone()])),
            opening: Opening::of(words),
            ending: Ending::of(words),
            prose: words.split_whitespace().nth(FEWEST_WORDS - 1).is_some(),
            name: !words.contains(char::is_whitespace),
            row: is_row(words),
        }
    }

    /// Columns that were left free at a width though the next word had found room.
    pub fn free(&self, width: usize) -> usize {
        self.need.map_or(0, |need| (width + 1).saturating_sub(need))
    }

    /// Whether the sentence of this line clearly goes on in the next one.
    pub fn goes_on(&self, next: &Self) -> bool {
        self.prose
            && !self.row
            && matches!(self.ending, Ending::Word | Ending::Comma)
            && next.opening == Opening::Small
    }

    /// Whether the sentence of this line goes on in the next one: no sentence
    /// ends here, and none begins there.
    pub fn may_go_on(&self, next: &Self) -> bool {
        self.ending != Ending::Stop && next.opening == Opening::Small
    }
}

/// Columns that the first word of a line takes behind another: where words are
/// not parted by blanks, a line may break before any sign.
fn needed(next: &str) -> usize {
    let word = next.split_whitespace().next().unwrap_or("");
    if word.starts_with(is_unparted) { 1 } else { 1 + word.chars().count() }
}

/// Whether words with this sign are not parted by blanks.
fn is_unparted(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// Whether wide blanks part words behind the first one, which may be a label.
/// Blanks behind a sentence may be wide, and tabs narrow.
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

/// Columns of a tab, and of blanks that part columns.
const TAB: usize = 8;
const WIDE: usize = 3;

/// Whether a word is the sign of an item.
fn is_bullet(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|c| "•*-–·▪◦‣●○■□+".contains(c)) && chars.next().is_none()
}

/// Whether a word is a number or a few letters that are set apart as a label.
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

/// No label is longer, in characters: a Roman numeral, and a number of several parts.
const LONGEST_ROMAN: usize = 7;
const LONGEST_NUMBER: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_begin_with_letters_labels_and_bullets() {
        for (words, opening) in [
            ("lamps are lit", Opening::Small),
            ("(if any) lamps", Opening::Aside),
            ("“Lamp” means", Opening::Capital),
            ("(a) lamps", Opening::Label),
            ("iv) lamps", Opening::Label),
            ("2.1 Lamps", Opening::Label),
            ("§ 3 Lamps", Opening::Number),
            ("12 lamps", Opening::Number),
            ("- lamps", Opening::Bullet),
            ("المصابيح", Opening::Letter),
            ("= 3", Opening::Sign),
        ] {
            assert_eq!(Opening::of(words), opening, "{words}");
        }
    }

    #[test]
    fn lines_end_with_words_sentences_and_brackets() {
        for (words, ending) in [
            ("the lamp", Ending::Word),
            ("the lamp.”", Ending::Stop),
            ("the lamp (red)", Ending::Closed),
            ("the lamp;", Ending::Semicolon),
            ("the lamp; and", Ending::Conjunction),
            ("lamps and", Ending::Word),
            ("the lamp—", Ending::Dash),
        ] {
            assert_eq!(Ending::of(words), ending, "{words}");
        }
    }
}
