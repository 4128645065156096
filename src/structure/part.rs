//! A part: the lines that become one block, and what their form alone shows.

use super::numbering::{Mark, ProvisionUnit};
use super::subject;
use crate::document::BlockKind;
use crate::import::clean::{self, Break};
use crate::import::indent;
use crate::import::manuscript::{ElementKind, LineBytes};
use crate::lexicon::bulletins::BulletinLanguages;
use crate::lexicon::keywords;
use crate::lexicon::phrase;
use crate::lexicon::subjects;
use crate::lexicon::text_languages::TextLanguages;
use crate::lexicon::wording::RECITAL_OPENINGS;
use std::borrow::Cow;
use std::ops::Range;

/// Lines that become one block. Its words are read from the text whenever they are asked for: all
/// of them together would be a copy of it.
#[derive(Debug)]
pub struct Part<'a> {
    /// What its element is.
    pub kind: ElementKind,
    /// Its lines; those of its element, unless a label begins in the middle of one.
    pub lines: Cow<'a, [LineBytes]>,
    /// Columns of white space before its first line.
    pub indent: usize,
    /// Blank lines before it.
    pub blank_before: usize,
    /// What begins here.
    pub mark: Option<&'a Mark>,
    /// Whether it goes on in the part before it, which is as long as a block may be.
    pub goes_on: bool,
}

/// More words than a title or a headline has, in characters.
const LONGEST_TITLE: usize = 160;

/// The most words of a title.
pub(super) const MOST_TITLE_WORDS: usize = 9;

/// Lines at the beginning of a part that are looked at.
const MOST_LINES: usize = 3;

/// Words of a line of results, at most.
pub(super) const MOST_IN_ROW: usize = 8;

/// How the addresses of sites begin.
const SITES: [&str; 3] = ["www.", "http://", "https://"];

impl<'a> Part<'a> {
    /// The words of all lines, safe and even, parted by blanks; of more than a title has, the
    /// first and the last: what a part is shows at its ends.
    pub fn words<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut pieces = self.pieces(text);
        let Some(first) = pieces.next() else { return Cow::Borrowed("") };
        let Some(second) = pieces.next() else { return first };
        let mut words = first.into_owned();
        for piece in std::iter::once(second).chain(pieces) {
            words.push(' ');
            words.push_str(&piece);
        }
        Cow::Owned(words)
    }

    /// The lines that say one thing each in a masthead: each line, but of a heading those that its
    /// words wrap over together.
    pub fn statements(&self) -> Vec<Range<usize>> {
        let heading = matches!(self.kind, ElementKind::Heading { .. });
        let goes_on = |at: usize| heading && self.lines[at].1 == Break::Soft;
        let mut out: Vec<Range<usize>> = Vec::new();
        for at in 0..self.lines.len() {
            match out.last_mut() {
                Some(last) if goes_on(at - 1) => last.end = at + 1,
                _ => out.push(at..at + 1),
            }
        }
        out
    }

    /// The same piece by piece.
    fn pieces<'t>(&self, text: &'t str) -> impl DoubleEndedIterator<Item = Cow<'t, str>> {
        let count = self.lines.len();
        let many = count > 2 * MOST_LINES && self.size() > 2 * LONGEST_TITLE;
        let (begin, end) = if many { (MOST_LINES, count - 1) } else { (count, count) };
        let looked_at = self.lines[..begin].iter().chain(&self.lines[end..]);
        let ends = looked_at.flat_map(|(line, _)| ends(text, line));
        ends.filter(|range| !range.is_empty()).map(|range| clean::even(text, range))
    }

    /// Bytes of all of its lines.
    pub fn size(&self) -> usize {
        self.lines.iter().map(|(line, _)| line.len()).sum()
    }

    /// Bytes of the first line's words that its label takes.
    pub fn label(&self) -> usize {
        self.mark.map_or(0, |mark| mark.len)
    }

    /// Whether it is a heading by its format.
    pub fn is_heading(&self) -> bool {
        matches!(self.kind, ElementKind::Heading { .. })
    }

    /// Whether its words have capitals alone, as a title may.
    pub fn is_in_capitals(&self, text: &str) -> bool {
        self.pieces(text).any(|piece| piece.contains(char::is_uppercase))
            && !self.pieces(text).any(|piece| piece.contains(char::is_lowercase))
    }

    /// Whether its last line ends with one of some signs.
    pub fn ends_with(&self, text: &str, signs: &[char]) -> bool {
        self.pieces(text).next_back().is_some_and(|last| last.ends_with(signs))
    }

    /// Whether its words have more than this many characters.
    fn has_more(&self, text: &str, characters: usize) -> bool {
        let mut left = characters;
        let mut pieces = self.pieces(text).enumerate();
        pieces.any(|(at, piece)| {
            let taken = piece.chars().take(left + 1).count() + usize::from(at > 0);
            let more = taken > left;
            left = left.saturating_sub(taken);
            more
        })
    }

    /// The provision that begins here: how deep it is.
    pub fn provision(&self) -> Option<usize> {
        match self.mark?.unit {
            ProvisionUnit::Provision { depth, .. } => Some(depth),
            ProvisionUnit::Division(_) | ProvisionUnit::Annex(_) | ProvisionUnit::Recital(_) => {
                None
            }
        }
    }

    /// Whether its words are a label and no more.
    pub fn is_label_alone(&self, text: &str) -> bool {
        self.mark.is_some() && self.first_behind_label(text).is_none()
    }

    /// The first character of its words, after their label.
    pub fn first_behind_label(&self, text: &str) -> Option<char> {
        let mut skipped = self.label();
        self.pieces(text).find_map(|piece| {
            let behind = piece.get(std::mem::take(&mut skipped)..);
            behind.unwrap_or_default().trim_start().chars().next()
        })
    }

    /// Whether it is the heading of a preamble.
    pub fn is_preamble_heading(&self, text: &str) -> bool {
        self.is_heading() && keywords::is_preamble(&self.words(text))
    }

    pub fn is_ornament(&self, text: &str) -> bool {
        let first = self.lines.first().and_then(|(line, _)| text[line.clone()].chars().next());
        if first.is_some_and(char::is_alphanumeric) {
            return false;
        }
        let mut marks = 0;
        let of_marks = self.pieces(text).all(|piece| {
            piece.chars().all(|c| {
                marks += usize::from(!c.is_whitespace());
                c.is_whitespace() || "*-–—_=~#•·⁂".contains(c)
            })
        });
        of_marks && (1..=20).contains(&marks)
    }

    /// The block that it becomes if it is not a title: an ornament, or a paragraph.
    pub fn kind_of_paragraph(&self, text: &str) -> BlockKind {
        if self.is_ornament(text) { BlockKind::Ornament } else { BlockKind::Paragraph }
    }

    /// Short, or a heading by its form, and no sentence.
    pub fn is_title(&self, text: &str) -> bool {
        !self.ends_with(text, &['.', ';', ',', ':', '!', '”', '"'])
            && (self.is_heading() || !self.has_more(text, LONGEST_TITLE))
    }

    /// Whether more words than a title has are after its label.
    fn has_many_words(&self, text: &str) -> bool {
        let mut skipped = self.label();
        let mut left = MOST_TITLE_WORDS;
        self.pieces(text).any(|piece| {
            let behind = piece.get(std::mem::take(&mut skipped)..).unwrap_or_default();
            let count = behind.split_whitespace().take(left + 1).count();
            let more = count > left;
            left -= count.min(left);
            more
        })
    }

    /// A few words after a number that are its title rather than a sentence.
    pub fn is_clause_title(&self, text: &str) -> bool {
        if self.has_many_words(text) {
            return false;
        }
        let words = self.words(text);
        let body = &words[self.label()..];
        let words = || body.split_whitespace().take(MOST_TITLE_WORDS + 1);
        let count = words().count();
        if !(1..=MOST_TITLE_WORDS).contains(&count) {
            return false;
        }
        let mut capital =
            words().map(|word| word.chars().count() < 5 || word.starts_with(char::is_uppercase));
        let capitals = capital.all(|capital| capital);
        !body.ends_with([';', ',', ':'])
            && !body.trim_start().starts_with(|c: char| c.is_lowercase() || "\"“«„‘".contains(c))
            && (capitals || count <= 2 || !body.ends_with('.'))
    }

    /// Lines such as a masthead and a headline have; wrapped lines are one.
    pub fn is_head(&self, text: &str) -> bool {
        let mut length = 0;
        let short = self.lines.iter().all(|(range, after)| {
            length += clean::words(text, range.clone()).chars().count() + 1;
            let fits = length <= LONGEST_TITLE;
            if after.is_meant() {
                length = 0;
            }
            fits
        });
        short && !self.ends_with(text, &['.']) && !self.is_ornament(text)
    }

    pub fn is_recital(&self, text: &str) -> bool {
        const SHORTEST: usize = 8;
        self.ends_with(text, &[';', ',', ':']) && self.has_more(text, SHORTEST)
    }

    /// A recital by its first words, not by its end alone.
    pub fn opens_as_recital(
        &self,
        text: &str,
        language: &subjects::SubjectWords,
        languages: &TextLanguages<'_>,
    ) -> bool {
        self.is_recital(text) && {
            let words = self.words(text);
            (words.starts_with(|c: char| !c.is_lowercase())
                && RECITAL_OPENINGS.is_begun(&words, languages))
                || subject::operative(&words, language).is_some()
        }
    }

    /// How many marks of an address, a telephone or a site it has.
    pub fn contact_marks(&self, text: &str, languages: BulletinLanguages<'_>) -> usize {
        contact_marks(&self.words(text), languages)
    }

    /// Lines of an address, a telephone or a site.
    pub fn is_contact(&self, text: &str, languages: BulletinLanguages<'_>) -> bool {
        let words = self.words(text);
        let opens = || languages.find(|own| own.contact_openings.begun(&words)).is_some();
        contact_marks(&words, languages) >= 2
            || (words.contains('@') && words.chars().count() < LONGEST_TITLE)
            || opens()
    }

    /// Columns of words parted by wide blanks, as a row of a table has.
    pub fn is_row(&self, text: &str) -> bool {
        let mut wide = self.lines.iter().enumerate();
        wide.any(|(i, (range, _))| {
            let line = &text[range.clone()];
            if !indent::has_wide_blanks(line) {
                return false;
            }
            let label = if i == 0 { self.end_of_label(text, line) } else { 0 };
            let words = line[label..].trim_start();
            let words = words.trim_start_matches(|c: char| !c.is_whitespace());
            // In a line that is a whole paragraph wide blanks are a slip.
            let short = words.len() <= 2 * LONGEST_TITLE;
            short && indent::has_wide_blanks(words.trim())
        })
    }

    /// Whether it is a short line that ends with a figure or has one in each second word, as
    /// results and moves are: `Ada Marlow 31:02`, `Nf3 Nc6`.
    pub fn is_of_figures(&self, text: &str) -> bool {
        if self.lines.len() != 1 || self.is_heading() {
            return false;
        }
        let words = self.words(text);
        let words = words[self.label()..].split_whitespace();
        let sign = |c: char| c.is_ascii_digit() || matches!(c, ':' | ',' | '-' | '–' | '\'');
        let (mut count, mut figures, mut ends_in_figure) = (0, 0, false);
        for word in words.take(MOST_IN_ROW + 1) {
            // `[Repealed, 2003, c. 22]` is not a result.
            if word.ends_with(['.', ']', ')', ';']) {
                return false;
            }
            count += 1;
            figures += usize::from(word.contains(|c: char| c.is_ascii_digit()));
            ends_in_figure =
                word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(sign);
        }
        (2..=MOST_IN_ROW).contains(&count) && (ends_in_figure || figures * 2 >= count)
    }

    /// Where the label ends in the first line, as that is in the source.
    fn end_of_label(&self, text: &str, line: &str) -> usize {
        let signs = |words: &str| words.chars().filter(|c| !c.is_whitespace()).count();
        let own = self.words(text).get(..self.label()).map_or(0, signs);
        let mut all = line.char_indices().filter(|(_, c)| !c.is_whitespace());
        own.checked_sub(1).and_then(|last| all.nth(last)).map_or(0, |(at, c)| at + c.len_utf8())
    }
}

/// A line, or the ends of one that is long by itself.
fn ends(text: &str, line: &Range<usize>) -> [Range<usize>; 2] {
    if line.len() <= 4 * LONGEST_TITLE {
        return [line.clone(), line.end..line.end];
    }
    [
        line.start..text.ceil_char_boundary(line.start + 2 * LONGEST_TITLE),
        text.floor_char_boundary(line.end - LONGEST_TITLE)..line.end,
    ]
}

/// How many signs of an address, a telephone number or a site there are in words that are not a
/// sentence.
fn contact_marks(words: &str, languages: BulletinLanguages<'_>) -> usize {
    if words.ends_with('.') && words.chars().count() > LONGEST_TITLE {
        return 0;
    }
    let begins = |text: &str, site: &str| {
        text.get(..site.len()).is_some_and(|begun| begun.eq_ignore_ascii_case(site))
    };
    let is_mark = |at: &usize| {
        let rest = &words[*at..];
        let says_so = languages.find(|own| {
            let label = own.contact_labels.begun(rest);
            let marked = label.filter(|len| rest[*len..].trim_start().starts_with(['.', ':']));
            marked.or_else(|| own.contact_words.begun(rest))
        });
        says_so.is_some() || SITES.iter().any(|site| begins(rest, site))
    };
    phrase::starts(words, 0).filter(is_mark).count()
}

/// The places of the parts that begin a provision of the outermost level.
pub fn top_level(parts: &[Part<'_>]) -> Vec<usize> {
    (0..parts.len()).filter(|at| parts[*at].provision() == Some(0)).collect()
}

/// Blank lines that usually part two parts.
pub fn usual_blanks(parts: &[Part<'_>]) -> usize {
    let mut counts = [0usize; 8];
    for part in parts.iter().skip(1) {
        counts[part.blank_before.min(7)] += 1;
    }
    (1..8).max_by_key(|n| (counts[*n], std::cmp::Reverse(*n))).unwrap_or(1)
}

/// The block that an element becomes, if only its kind shows it.
pub fn block_kind(kind: ElementKind) -> BlockKind {
    match kind {
        ElementKind::Paragraph => BlockKind::Paragraph,
        ElementKind::Heading { .. } => BlockKind::Heading,
        ElementKind::Item => BlockKind::ListItem,
        ElementKind::Quotation => BlockKind::Quotation,
        ElementKind::Preformatted => BlockKind::Preformatted,
        ElementKind::Code => BlockKind::Code,
        ElementKind::Printed => BlockKind::Printed,
        ElementKind::Table => BlockKind::Table,
        ElementKind::Note => BlockKind::Note,
        ElementKind::Ornament => BlockKind::Ornament,
    }
}
