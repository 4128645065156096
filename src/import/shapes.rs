//! Recognises elements of plain text by their shape: underlined, centred or capitalised
//! headings, and lines whose blanks are significant.

use super::bytes;
use super::clean::Break;
use super::indent;
use super::manuscript::{Element, ElementKind, LineBytes};
use super::statement::{StatedBlock, Statement};
use crate::document::BlockKind;
use crate::lexicon::keywords;
use crate::lexicon::label::{self, LineRole};
use crate::lexicon::text_languages::TextLanguages;
use crate::lexicon::wording::CAPTIONS;
use std::collections::HashSet;
use std::ops::Range;

/// Heading levels by the form of the heading.
const DOUBLE_UNDERLINE: u8 = 1;
const UNDERLINE: u8 = 2;
const WAVES: u8 = 3;
const CARETS: u8 = 4;
const QUOTES: u8 = 5;
const CENTRED: u8 = 2;
const CAPITALS: u8 = 3;

/// The longest heading, in characters.
pub const LONGEST_HEADING: usize = 120;

/// The minimum indent of a centred heading, in columns.
const CENTRED_FROM: usize = 10;

/// The maximum number of words in a centred heading that ends with a full stop.
const MOST_CENTRED_WORDS: usize = 6;

/// Sets the kinds of a plain text's elements.
pub fn mark(text: &str, elements: Vec<Element>, languages: &TextLanguages<'_>) -> Vec<Element> {
    let width = width(text, &elements);
    let hashed = has_hashes(text, &elements);
    let (elements, plain) = without_statements(text, elements);
    let mut shaped: Vec<(Element, KindReading)> = Vec::with_capacity(elements.len());
    for (at, element) in elements.into_iter().enumerate() {
        let reading = if plain.contains(&at) { KindReading::Plain } else { KindReading::ByShape };
        let element = if hashed { unhash(text, element) } else { element };
        let (heading, rest) = underline(text, element);
        shaped.push((heading, reading));
        shaped.extend(rest.map(|rest| (rest, reading)));
    }
    let alone = |at: usize| {
        shaped.get(at + 1).is_none_or(|(next, _)| next.blank_before > 0)
            && (at == 0 || shaped[at].0.blank_before > 0)
    };
    let kinds: Vec<ElementKind> = shaped
        .iter()
        .enumerate()
        .map(|(at, (element, reading))| match reading {
            KindReading::Plain => element.kind,
            KindReading::ByShape => kind(text, element, width, alone(at), languages),
        })
        .collect();
    shaped.into_iter().zip(kinds).map(|((element, _), kind)| Element { kind, ..element }).collect()
}

/// How the kind of an element is determined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KindReading {
    /// By its shape.
    ByShape,
    /// As stated: a paragraph.
    Plain,
}

/// Returns the elements without lines that state that the next one is a paragraph, and the
/// indices of those paragraphs.
fn without_statements(text: &str, elements: Vec<Element>) -> (Vec<Element>, HashSet<usize>) {
    let states = |element: &Element| {
        element.lines.first().is_some_and(|(line, _)| {
            let stated = StatedBlock::Kind(BlockKind::Paragraph);
            Statement::in_text(&text[line.clone()]) == Some(Statement::Block(stated))
        })
    };
    let mut out: Vec<Element> = Vec::with_capacity(elements.len());
    let mut plain = HashSet::new();
    let mut blank = None;
    for mut element in elements {
        if states(&element) {
            element.lines.remove(0);
            blank = Some(element.blank_before);
        }
        if element.lines.is_empty() {
            continue;
        }
        if let Some(blank) = blank.take() {
            element.blank_before = element.blank_before.max(blank);
            element.indent = indent::columns_before(text, element.lines[0].0.start);
            plain.insert(out.len());
        }
        out.push(element);
    }
    (out, plain)
}

/// The maximum end column of a line that was formatted for a page.
const WIDEST: usize = 100;

/// Returns the end column of the longest line that was formatted for a page.
fn width(text: &str, elements: &[Element]) -> usize {
    let lines = elements.iter().flat_map(|element| &element.lines);
    lines.fold(0, |widest, (line, _)| {
        let before = indent::columns_before(text, line.start);
        // A line has at most as many columns as bytes.
        if before + line.len() <= widest {
            return widest;
        }
        let end = before + text[line.clone()].chars().count();
        if end <= WIDEST { widest.max(end) } else { widest }
    })
}

/// Whether a plain text marks its headings by `#`, as Markdown does, and nothing else:
/// comments have `#` on consecutive lines.
fn has_hashes(text: &str, elements: &[Element]) -> bool {
    let mut several = false;
    for element in elements {
        let mut lines = element.lines.iter().map(|(line, _)| &text[line.clone()]);
        let level = lines.next().and_then(hashes).unwrap_or(0);
        if lines.any(|line| line.starts_with('#')) {
            return false;
        }
        several |= level > 1 && element.lines.len() == 1;
    }
    several
}

/// Returns the number of `#` at the start of a line, if words follow.
fn hashes(line: &str) -> Option<u8> {
    let words = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - words.len()).ok().filter(|n| (1..=6).contains(n))?;
    words.starts_with(' ').then_some(level)
}

/// Turns a line of its own after `#` into a heading.
fn unhash(text: &str, mut element: Element) -> Element {
    if let [(line, _)] = element.lines.as_mut_slice()
        && let Some(level) = hashes(&text[line.clone()])
    {
        let words = text[line.clone()].trim_start_matches('#').trim_start();
        line.start = line.end - words.len();
        element.kind = ElementKind::Heading { level };
    }
    element
}

/// Splits an element with an underline below its first lines into a heading and the rest; any other
/// is returned as it is.
fn underline(text: &str, element: Element) -> (Element, Option<Element>) {
    let rule =
        element.lines.iter().position(|(line, _)| underline_level(&text[line.clone()]).is_some());
    let Some(at) = rule.filter(|at| (1..=2).contains(at)) else { return (element, None) };
    let line = &text[element.lines[at].0.clone()];
    let over = &text[element.lines[at - 1].0.clone()];
    let (drawn, words) = (line.chars().count(), over.chars().count());
    let fits = drawn * 2 >= words && words * 3 >= drawn && words <= LONGEST_HEADING;
    // An underline that ends at the same column as the words belongs to them.
    if !fits && drawn != indent::columns_before(text, element.lines[at - 1].0.start) + words {
        return (element, None);
    }
    let level = underline_level(line).unwrap_or(UNDERLINE);
    let mut lines = element.lines;
    let after = lines.split_off(at + 1);
    lines.truncate(at);
    let rest = after.first().map(|(first, _)| indent::columns_before(text, first.start));
    let rest = rest.map(|indent| Element {
        kind: ElementKind::Paragraph,
        lines: after,
        indent,
        blank_before: 0,
    });
    (Element { kind: ElementKind::Heading { level }, lines, ..element }, rest)
}

/// Returns the level of a heading above a line of one repeated sign.
pub fn underline_level(line: &str) -> Option<u8> {
    let sign = line.chars().next()?;
    let drawn = line.len() >= 3 && line.chars().all(|c| c == sign);
    match sign {
        '=' if drawn => Some(DOUBLE_UNDERLINE),
        '-' | '─' | '—' if drawn => Some(UNDERLINE),
        '~' if drawn => Some(WAVES),
        '^' if drawn => Some(CARETS),
        '"' if drawn => Some(QUOTES),
        _ => None,
    }
}

fn kind(
    text: &str,
    element: &Element,
    width: usize,
    alone: bool,
    languages: &TextLanguages<'_>,
) -> ElementKind {
    if element.kind != ElementKind::Paragraph {
        return element.kind;
    }
    let lines = || element.lines.iter().map(|(line, _)| &text[line.clone()]);
    let words = || lines().flat_map(str::chars);
    let is_short =
        || lines().map(|line| line.chars().count() + 1).sum::<usize>() <= LONGEST_HEADING;
    let has_letters = || words().filter(|c| c.is_alphabetic()).nth(2).is_some();
    if alone && element.lines.len() <= 3 && is_short() && has_letters() {
        let sentence =
            lines().next_back().is_some_and(|line| line.ends_with([';', ',', ':', '>', '@']));
        let cased = words().filter(|c| c.is_uppercase() || c.is_lowercase()).count();
        // `III` is a numeral like `II`.
        let numeral = words().all(|c| c.is_whitespace() || "IVXLC.".contains(c));
        let capitals = words().all(|c| !c.is_lowercase()) && cased >= 3 && !numeral;
        // An indented sentence may look centred because of its length.
        let told = lines().next_back().is_some_and(|line| line.ends_with('.'))
            && lines().flat_map(str::split_whitespace).count() > MOST_CENTRED_WORDS;
        // `- END -` is not a list item.
        let framed = lines().next_back().is_some_and(|line| line.ends_with(['-', '–', '*']));
        let bulleted = !framed && lines().next().is_some_and(is_bullet);
        let centred = || element.lines.iter().all(|(line, _)| is_centred(text, line, width));
        let caption = || lines().next().is_some_and(|line| is_caption(line, languages));
        let sentence = sentence || bulleted || caption();
        if !sentence && !told && centred() {
            return ElementKind::Heading { level: CENTRED };
        }
        let address = words().any(|c| matches!(c, '@' | '|' | '\t' | '=' | '{' | '<'))
            || lines().flat_map(str::split_whitespace).all(|word| word.contains('_'));
        if !sentence && capitals && !address && !has_columns(text, element) {
            return ElementKind::Heading { level: CAPITALS };
        }
        if keywords::is_preamble(lines().next().unwrap_or("")) && element.lines.len() == 1 {
            return ElementKind::Heading { level: CAPITALS };
        }
    }
    if is_drawn(text, element) { ElementKind::Preformatted } else { ElementKind::Paragraph }
}

/// Whether a line begins with a bullet.
pub fn is_bullet(words: &str) -> bool {
    let mut chars = words.chars();
    let sign = chars.next().is_some_and(|c| "•*-–·▪◦‣●○■□+".contains(c));
    sign && chars.next() == Some(' ')
        && chars.next().is_some_and(|c| !c.is_whitespace() && c != '-')
}

/// Whether a line is a caption of a figure or a table: `Figure 3: …`.
fn is_caption(line: &str, languages: &TextLanguages<'_>) -> bool {
    let number = |rest: &str| rest.trim_start().chars().next().filter(char::is_ascii_digit);
    CAPTIONS.find(line, languages, number).is_some()
}

/// Whether the space before a line is about equal to that after it.
fn is_centred(text: &str, line: &Range<usize>, width: usize) -> bool {
    let before = indent::columns_before(text, line.start);
    let length = text[line.clone()].chars().count();
    let after = width.saturating_sub(before + length);
    before >= CENTRED_FROM && before.abs_diff(after) <= 8 + width / 10
}

/// Whether words are in columns: wide blanks separate them after any label.
fn has_columns(text: &str, element: &Element) -> bool {
    element.lines.iter().any(|(line, _)| is_row(&text[line.clone()]))
}

fn is_row(line: &str) -> bool {
    if !indent::has_wide_blanks(line) {
        return false;
    }
    let label = label::labels(line, LineRole::Running).first().map_or(0, |label| label.len);
    indent::has_wide_blanks(line[label..].trim())
}

/// The approximate number of lines of an element to examine.
const MOST_LINES: usize = 1000;

/// Whether the blanks and breaks of an element are significant: most of its lines are in
/// columns or consist of symbols, or it is code.
fn is_drawn(text: &str, element: &Element) -> bool {
    // Sample the lines of a long element.
    let step = element.lines.len() / MOST_LINES + 1;
    let looked_at = || element.lines.iter().step_by(step);
    let lines = || looked_at().map(|(line, _)| &text[line.clone()]);
    let count = looked_at().count();
    if count < 2 {
        return false;
    }
    let mostly = |n: usize| n * 2 > count;
    let number = |is: fn(&str) -> bool| lines().filter(|line| is(line)).count();
    let hard = looked_at().filter(|(_, after)| after.is_meant()).count();
    let set = element.indent >= 2 && hard * 4 >= count * 3;
    (mostly(number(is_row) + number(is_of_signs)) || (set && mostly(number(is_of_code))))
        && number(|line| !label::labels(line, LineRole::Running).is_empty()) * 2 < count
}

/// Whether a line begins or ends as one of a program does.
fn is_of_code(line: &str) -> bool {
    line.ends_with(['{', '}', ';', '\\']) || line.starts_with(['#', '$', '>'])
}

/// Whether a line has more symbols than letters and digits.
fn is_of_signs(line: &str) -> bool {
    let (letters, blanks, all) = if line.is_ascii() {
        let letters = bytes::count(line, |byte| byte.is_ascii_alphanumeric());
        (letters, bytes::count(line, bytes::is_blank), line.len())
    } else {
        line.chars().fold((0, 0, 0), |(letters, blanks, all): (usize, usize, usize), c| {
            let (letter, blank) = (c.is_alphanumeric(), c.is_whitespace());
            (letters + usize::from(letter), blanks + usize::from(blank), all + 1)
        })
    };
    line.len() > 2 && (all - blanks - letters) * 2 > all - blanks
}

/// Returns the lines of a preformatted element with their indent, relative to the line with
/// the least indent.
pub fn with_indents(text: &str, lines: &[LineBytes]) -> Vec<LineBytes> {
    let column = |line: &Range<usize>| indent::columns_before(text, line.start);
    let least = lines.iter().map(|(line, _)| column(line)).min().unwrap_or(0);
    lines
        .iter()
        .map(|(line, _)| {
            // A space is one byte; a line with any other indent is returned without it.
            let more = column(line) - least;
            let start = line.start.checked_sub(more).filter(|start| {
                text.get(*start..line.start).is_some_and(|s| s.bytes().all(|b| b == b' '))
            });
            (start.unwrap_or(line.start)..line.end, Break::Hard)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines;

    fn kinds(text: &str) -> Vec<ElementKind> {
        mark(text, lines::chunks(text), &TextLanguages::undetected(text))
            .iter()
            .map(|element| element.kind)
            .collect()
    }

    #[test]
    fn headings_are_known_by_their_shape() {
        use ElementKind::{Heading, Paragraph};
        let text = "Lamp Rules\n==========\n\nOf Oil\n------\nThe oil shall be clean and it shall be kept dry in the store.\n\nGENERAL PROVISIONS\n\n                     Of the Keeper\n\nThe keeper shall light the lamps at dusk, and no one else.\n";
        assert_eq!(
            kinds(text),
            [
                Heading { level: 1 },
                Heading { level: 2 },
                Paragraph,
                Heading { level: 3 },
                Heading { level: 2 },
                Paragraph
            ]
        );
    }

    #[test]
    fn an_indented_sentence_is_not_a_centred_heading() {
        let text = "    1. The keeper may lend the lamp of the tower to whoever asks\n       for it by day.\n\n          For the sake of peace, no lamp is lent by night.\n\n    2. No one else may lend it, and no one may sell it either.\n";
        assert_eq!(kinds(text), [ElementKind::Paragraph; 3]);
    }

    #[test]
    fn hashes_mark_headings_where_they_mark_nothing_else() {
        use ElementKind::{Heading, Paragraph};
        let text =
            "# Lamps\n\n## 1.0 Oil\n\nThe oil is clean.\n\n### 1.1 Rope\n\nThe rope is #1.\n";
        let (h1, h2, h3) = (Heading { level: 1 }, Heading { level: 2 }, Heading { level: 3 });
        assert_eq!(kinds(text), [h1, h2, Paragraph, h3, Paragraph]);
        let comments = "## Lamps\n\nlight = 1\n\n## 1. Oil that is\n## clean\n\noil = 2\n";
        assert!(!kinds(comments).contains(&h2));
    }

    #[test]
    fn a_line_that_is_stated_to_be_a_paragraph_is_not_a_heading() {
        use ElementKind::{Heading, Paragraph};
        let text = "Lamps\n=====\n\n.. paragraph\nTHE BOARD DECREES\n\nOIL\n\nIt is dry.\n";
        let (h1, h3) = (Heading { level: 1 }, Heading { level: 3 });
        assert_eq!(kinds(text), [h1, Paragraph, h3, Paragraph]);
    }

    #[test]
    fn columns_and_code_are_kept_unchanged() {
        let table =
            "lamp        oil      hours\nred         3        12\ngreen       4        11\n";
        let code = "    fn light() {\n        lamp.on();\n    }\n";
        assert_eq!(kinds(table), [ElementKind::Preformatted]);
        assert_eq!(kinds(code), [ElementKind::Preformatted]);
        assert_eq!(kinds("The lamp\nis lit.\n"), [ElementKind::Paragraph]);
    }
}
