//! Parts: the runs of lines that become one block each, with what can be told
//! of them by their form alone.

use super::numbering::{Mark, ProvisionUnit};
use super::subject;
use crate::document::BlockKind;
use crate::import::clean::{self, Break};
use crate::import::manuscript::{Element, ElementKind};
use crate::import::shapes::is_bullet;
use crate::import::{indent, stretches};
use crate::lexicon::bulletins::{CONTACT_LABELS, CONTACT_OPENINGS, CONTACT_WORDS};
use crate::lexicon::keywords;
use crate::lexicon::label::{self, LineRole};
use crate::lexicon::phrase;
use crate::lexicon::wording::RECITAL_OPENINGS;
use std::ops::Range;

/// Lines with their words, safe and even.
#[derive(Debug)]
pub struct Part {
    /// The lines.
    pub chunk: Element,
    /// The words of all lines, parted by blanks; of more than a title has, the
    /// first and the last: what a part is shows at its ends.
    pub words: String,
    /// Bytes of all of its lines.
    pub size: usize,
    /// What begins here.
    pub mark: Option<Mark>,
    /// Bytes of the first line's words that its label takes.
    pub label: usize,
    /// Whether it goes on in the part before it, which is as long as a block may be.
    pub goes_on: bool,
}

/// More words than a title or a headline has, in characters.
const LONGEST_TITLE: usize = 160;

/// The parts of a manuscript's elements: cut where something begins, and where
/// a list goes on with its next item.
pub fn parts(text: &str, elements: &[Element], marks: &[Mark]) -> Vec<Part> {
    let mut out = Vec::with_capacity(elements.len());
    let mut rest = marks;
    for (at, element) in elements.iter().enumerate() {
        let own = rest.partition_point(|mark| mark.place.element <= at);
        let (here, later) = rest.split_at(own);
        rest = later;
        cut(text, element, here, &mut out);
    }
    out
}

/// Cuts one element into its parts.
fn cut(text: &str, element: &Element, marks: &[Mark], out: &mut Vec<Part>) {
    let first = out.len();
    let mut lines: Vec<(Range<usize>, Break)> = Vec::new();
    let mut mark: Option<Mark> = None;
    let items = items(text, element);
    let mut rest = marks;
    let mut begun = false;
    let mut end = |lines: &mut Vec<(Range<usize>, Break)>,
                   mark: Option<Mark>,
                   out: &mut Vec<Part>| {
        let Some((range, _)) = lines.first() else { return };
        let indent = if begun { indent::columns_before(text, range.start) } else { element.indent };
        let blank_before = if begun { 0 } else { element.blank_before };
        begun = true;
        let mut blocks = stretches::of(text, element.kind, std::mem::take(lines)).into_iter();
        let Some(lines) = blocks.next() else { return };
        let chunk = Element { kind: element.kind, lines, indent, blank_before };
        out.push(part(text, chunk, mark));
        out.extend(
            blocks
                .map(|lines| Part { goes_on: true, ..part(text, going_on(element, lines), None) }),
        );
    };
    for (i, (range, after)) in element.lines.iter().enumerate() {
        let mut range = range.clone();
        let own = rest.partition_point(|mark| mark.place.line <= i);
        let (here, later) = rest.split_at(own);
        rest = later;
        let item = i > 0 && items.binary_search(&i).is_ok();
        let ended = lines.last().is_some_and(|(_, after)| *after == Break::Paragraph)
            || (!marks.is_empty() && ends_paragraph(text, &lines, mark.as_ref()));
        if here.is_empty() && (item || ended) {
            end(&mut lines, mark.take(), out);
        }
        for next in here {
            let at = element.lines[i].0.start + next.place.column;
            if at > range.start {
                lines.push((range.start..at, Break::Soft));
                range.start = at;
            }
            end(&mut lines, mark.take(), out);
            mark = Some(next.clone());
        }
        lines.push((range, *after));
    }
    end(&mut lines, mark, out);
    let is_item = |part: &Part| {
        let start = part.chunk.lines.first().map(|(range, _)| range.start);
        start.is_some_and(|start| {
            items.binary_search_by_key(&start, |line| element.lines[*line].0.start).is_ok()
        })
    };
    for part in out[first..].iter_mut().filter(|part| part.mark.is_none() && is_item(part)) {
        part.chunk.kind = ElementKind::Item;
    }
}

/// Lines that go on in the block before: no heading or item of their own.
fn going_on(element: &Element, lines: Vec<(Range<usize>, Break)>) -> Element {
    let kind = match element.kind {
        ElementKind::Heading { .. } | ElementKind::Item | ElementKind::Ornament => {
            ElementKind::Paragraph
        }
        kind => kind,
    };
    Element { kind, lines, indent: element.indent, blank_before: 0 }
}

/// Whether lines of a provision are a paragraph by themselves, though no blank
/// line follows: its title, or several lines of which the last was not full.
fn ends_paragraph(text: &str, lines: &[(Range<usize>, Break)], mark: Option<&Mark>) -> bool {
    let Some((last, Break::Hard)) = lines.last() else { return false };
    let words = text[last.clone()].trim_end();
    match lines {
        [_] => mark.is_some_and(|mark| {
            let title = text[last.clone()].get(mark.len..).unwrap_or("").trim();
            mark.len < words.len() && is_title_line(title)
        }),
        _ => words.ends_with(['.', '!', '?', ':']),
    }
}

/// Whether a line after a label is a title: a few words, and no sentence.
fn is_title_line(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let name = words.starts_with(|c: char| c.is_uppercase());
    let sentence = words.strip_suffix('.').map_or(0, |_| 2);
    (1..=MOST_TITLE_WORDS).contains(&count)
        && name
        && !words.ends_with([',', ';', ':'])
        && (sentence == 0 || count <= sentence)
}

/// The most words of a title.
const MOST_TITLE_WORDS: usize = 9;

/// The lines that begin items of a list which is none of provisions: with a
/// bullet, or with numbers that follow one another.
fn items(text: &str, element: &Element) -> Vec<usize> {
    if element.kind != ElementKind::Paragraph {
        return Vec::new();
    }
    let hard = |line: usize| line == 0 || element.lines[line - 1].1.is_meant();
    let words = |line: usize| &text[element.lines[line].0.clone()];
    let mut bullets = Vec::new();
    let mut numbers: Vec<(usize, u32)> = Vec::new();
    for line in 0..element.lines.len() {
        if hard(line) && is_bullet(words(line)) {
            bullets.push(line);
        }
        let labels = label::labels(words(line), LineRole::Running);
        let number = labels.first().filter(|l| l.style.named.is_none()).map(|l| l.value.last());
        let Some(n) = number else { continue };
        let led_in = line > 0 && words(line - 1).ends_with([':', '：']);
        match numbers.last() {
            Some((_, last)) if n == last + 1 => numbers.push((line, n)),
            None if n <= 1 && (hard(line) || led_in) => numbers.push((line, n)),
            _ => {}
        }
    }
    let numbered = numbers.iter().map(|(line, _)| *line).filter(|_| numbers.len() > 1);
    let mut lines: Vec<usize> = bullets.into_iter().chain(numbered).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

fn part(text: &str, chunk: Element, mark: Option<Mark>) -> Part {
    let size = chunk.lines.iter().map(|(line, _)| line.len()).sum();
    let mut words = String::with_capacity(size);
    for (at, range) in ends(text, &chunk).into_iter().enumerate() {
        if at > 0 {
            words.push(' ');
        }
        words.push_str(&clean::even(text, range));
    }
    words.shrink_to_fit();
    let label = mark.as_ref().map_or(0, |mark| mark.len);
    Part { words, size, mark, label, chunk, goes_on: false }
}

/// The lines of a part, or the first and the last of many: of a line that is
/// long by itself, its ends.
fn ends(text: &str, chunk: &Element) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = chunk.lines.iter().map(|(line, _)| line.clone()).collect();
    let size: usize = lines.iter().map(Range::len).sum();
    if lines.len() > 2 * MOST_LINES && size > 2 * LONGEST_TITLE {
        lines.drain(MOST_LINES..lines.len() - 1);
    }
    lines
        .into_iter()
        .flat_map(|line| {
            if line.len() <= 4 * LONGEST_TITLE {
                return [line.clone(), line.end..line.end];
            }
            [
                line.start..text.ceil_char_boundary(line.start + 2 * LONGEST_TITLE),
                text.floor_char_boundary(line.end - LONGEST_TITLE)..line.end,
            ]
        })
        .filter(|range| !range.is_empty())
        .collect()
}

/// Lines at the beginning of a part that are looked at.
const MOST_LINES: usize = 3;

/// Blank lines that usually part two parts.
pub fn usual_blanks(parts: &[Part]) -> usize {
    let mut counts = [0usize; 8];
    for part in parts.iter().skip(1) {
        counts[part.chunk.blank_before.min(7)] += 1;
    }
    (1..8).max_by_key(|n| (counts[*n], std::cmp::Reverse(*n))).unwrap_or(1)
}

/// The places of the parts that begin a provision of the outermost level.
pub fn top_level(parts: &[Part]) -> Vec<usize> {
    (0..parts.len()).filter(|at| parts[*at].provision() == Some(0)).collect()
}

impl Part {
    /// The provision that begins here: how deep it stands.
    pub fn provision(&self) -> Option<usize> {
        match self.mark.as_ref()?.unit {
            ProvisionUnit::Provision { depth, .. } => Some(depth),
            ProvisionUnit::Division(_) | ProvisionUnit::Annex(_) | ProvisionUnit::Recital(_) => {
                None
            }
        }
    }

    /// Whether its words are a label and no more.
    pub fn is_label_alone(&self) -> bool {
        self.mark.is_some() && self.words[self.label..].trim().is_empty()
    }

    /// Whether it is the heading of a preamble.
    pub fn is_preamble_heading(&self) -> bool {
        matches!(self.chunk.kind, ElementKind::Heading { .. }) && keywords::is_preamble(&self.words)
    }

    pub fn is_ornament(&self) -> bool {
        let marks = self.words.chars().filter(|c| !c.is_whitespace()).count();
        (1..=20).contains(&marks)
            && self.words.chars().all(|c| c.is_whitespace() || "*-–—_=~#•·⁂".contains(c))
    }

    /// The block that it makes where it is no title: an ornament, or a paragraph.
    pub fn kind_of_paragraph(&self) -> BlockKind {
        if self.is_ornament() { BlockKind::Ornament } else { BlockKind::Paragraph }
    }

    /// Short, or a heading by its form, and no sentence.
    pub fn is_title(&self) -> bool {
        let heading = matches!(self.chunk.kind, ElementKind::Heading { .. });
        (heading || self.words.chars().nth(LONGEST_TITLE).is_none())
            && !self.words.ends_with(['.', ';', ',', ':', '!', '”', '"'])
    }

    /// A few words after a number that are its title rather than a sentence.
    pub fn is_clause_title(&self) -> bool {
        let body = &self.words[self.label..];
        let words: Vec<&str> = body.split_whitespace().take(MOST_TITLE_WORDS + 1).collect();
        if !(1..=MOST_TITLE_WORDS).contains(&words.len()) {
            return false;
        }
        let capital =
            |word: &&&str| word.chars().count() < 5 || word.starts_with(char::is_uppercase);
        let capitals = words.iter().filter(capital).count() == words.len();
        !body.ends_with([';', ',', ':'])
            && !body.trim_start().starts_with(|c: char| c.is_lowercase() || "\"“«„‘".contains(c))
            && (capitals || words.len() <= 2 || !body.ends_with('.'))
    }

    /// Lines such as a masthead and a headline have; wrapped lines are one.
    pub fn is_head(&self, text: &str) -> bool {
        let mut length = 0;
        let short = self.chunk.lines.iter().all(|(range, after)| {
            length += clean::words(text, range.clone()).chars().count() + 1;
            let fits = length <= LONGEST_TITLE;
            if after.is_meant() {
                length = 0;
            }
            fits
        });
        short && !self.words.ends_with('.') && !self.is_ornament()
    }

    pub fn is_recital(&self) -> bool {
        self.words.ends_with([';', ',', ':']) && self.words.chars().count() > 8
    }

    /// A recital by its first words, not by its end alone.
    pub fn opens_as_recital(&self) -> bool {
        self.is_recital()
            && (self.words.starts_with(|c: char| !c.is_lowercase())
                && RECITAL_OPENINGS.begun(&self.words).is_some()
                || subject::operative(&self.words).is_some())
    }

    /// How many marks of an address, a telephone or a site it has.
    pub fn contact_marks(&self) -> usize {
        let sentence = self.words.ends_with('.') && self.words.chars().count() > LONGEST_TITLE;
        if sentence {
            return 0;
        }
        let begins = |text: &str, site: &str| {
            text.get(..site.len()).is_some_and(|begun| begun.eq_ignore_ascii_case(site))
        };
        let is_mark = |at: &usize| {
            let rest = &self.words[*at..];
            let label = CONTACT_LABELS.begun(rest).map(|len| rest[len..].trim_start());
            label.is_some_and(|rest| rest.starts_with(['.', ':']))
                || CONTACT_WORDS.begun(rest).is_some()
                || SITES.iter().any(|site| begins(rest, site))
        };
        phrase::starts(&self.words, 0).filter(is_mark).count()
    }

    /// Lines of an address, a telephone or a site.
    pub fn is_contact(&self) -> bool {
        self.contact_marks() >= 2
            || (self.words.contains('@') && self.words.chars().count() < LONGEST_TITLE)
            || CONTACT_OPENINGS.begun(&self.words).is_some()
    }

    /// Columns of words parted by wide blanks, as a row of a table has.
    pub fn is_row(&self, text: &str) -> bool {
        let is_wide = |line: &str| line.contains("   ") || line.contains('\t');
        let mut wide = self.chunk.lines.iter().enumerate();
        wide.any(|(i, (range, _))| {
            if !is_wide(&text[range.clone()]) {
                return false;
            }
            let label = if i == 0 { self.end_of_label(&text[range.clone()]) } else { 0 };
            let words = text[range.clone()][label..].trim_start();
            let words = words.trim_start_matches(|c: char| !c.is_whitespace());
            // In a line that is a whole paragraph wide blanks are a slip.
            let short = words.len() <= 2 * LONGEST_TITLE;
            short && is_wide(words.trim())
        })
    }

    /// Whether it is a short line that ends with a figure or has one in each second word, as
    /// results and moves are: `Ada Marlow 31:02`, `Nf3 Nc6`.
    pub fn is_of_figures(&self) -> bool {
        let words: Vec<&str> = self.words[self.label..].split_whitespace().collect();
        let figures = words.iter().filter(|word| word.contains(|c: char| c.is_ascii_digit()));
        let sign = |c: char| c.is_ascii_digit() || matches!(c, ':' | ',' | '-' | '–' | '\'');
        let ends_in_figure = words.last().is_some_and(|last| {
            last.starts_with(|c: char| c.is_ascii_digit()) && last.chars().all(sign)
        });
        // `[Repealed, 2003, c. 22]` is no result.
        let sentence = words.iter().any(|word| word.ends_with(['.', ']', ')', ';']));
        let heading = matches!(self.chunk.kind, ElementKind::Heading { .. });
        self.chunk.lines.len() == 1
            && !heading
            && !sentence
            && (2..=MOST_IN_ROW).contains(&words.len())
            && (ends_in_figure || figures.count() * 2 >= words.len())
    }
}

impl Part {
    /// Where the label ends in the first line, as that stands in the source.
    fn end_of_label(&self, line: &str) -> usize {
        let signs = |words: &str| words.chars().filter(|c| !c.is_whitespace()).count();
        let own = self.words.get(..self.label).map_or(0, signs);
        let mut all = line.char_indices().filter(|(_, c)| !c.is_whitespace());
        own.checked_sub(1).and_then(|last| all.nth(last)).map_or(0, |(at, c)| at + c.len_utf8())
    }
}

/// Words of a line of results, at the most.
pub(super) const MOST_IN_ROW: usize = 8;

/// How the addresses of sites begin.
const SITES: [&str; 3] = ["www.", "http://", "https://"];

/// The block that an element makes, where nothing but its kind tells.
pub fn block_kind(kind: ElementKind) -> BlockKind {
    match kind {
        ElementKind::Paragraph => BlockKind::Paragraph,
        ElementKind::Heading { .. } => BlockKind::Heading,
        ElementKind::Item => BlockKind::ListItem,
        ElementKind::Quotation => BlockKind::Quotation,
        ElementKind::Preformatted => BlockKind::Preformatted,
        ElementKind::Code => BlockKind::Code,
        ElementKind::Table => BlockKind::Table,
        ElementKind::Note => BlockKind::Note,
        ElementKind::Ornament => BlockKind::Ornament,
    }
}
