//! Bare numbers in running lines: `1 This Act …`, `2 The keeper …` line under line, with no blank
//! line between. One such line may go on with a sentence that was wrapped, or be a row of a
//! table, a verse or a note. They are labels where several count on from one another, each behind
//! the end of a sentence, and their lines show a law: a chapter or a title in capitals is
//! among them, or most have a title of their own.

use super::figures::LineIndex;
use crate::import::manuscript::{Element, ElementKind};
use crate::lexicon::keywords::Role;
use crate::lexicon::label::{self, LabelForm, LineRole};
use crate::structure::share::Share;
use std::collections::HashMap;

/// Minimum number of lines with consecutive numbers.
pub(super) const LEAST: usize = 3;

/// Minimum share of them after the end of a sentence or at the start of a paragraph: the rows of a table
/// and the entries of its contents do not.
pub(super) const PARTED: Share = Share::new(2, 3);

/// Minimum share of them with titles, if nothing else shows that they belong to a law.
pub(super) const TITLED: Share = Share::new(1, 2);

/// Maximum number of words in such a title.
const LONGEST_TITLE: usize = 9;

/// What ends a sentence, or a part of one that goes on below.
const SENTENCE_ENDS: [char; 11] = ['.', ';', ':', '!', '?', '”', '"', '»', ')', ']', '—'];

/// A line that begins with a bare number.
#[derive(Debug, Clone, Copy)]
struct BareLine {
    at: LineIndex,
    /// Whether the line before it ends a sentence, or is none of its paragraph.
    parted: bool,
    /// What shows that it is of a law.
    shown: LawEvidence,
    /// The heading of a chapter above it, after the label before it.
    chapter: Option<LineIndex>,
}

/// The lines inside of paragraphs whose bare numbers are labels, and the headings of chapters
/// among them, both in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct RunningLines {
    pub labels: Vec<LineIndex>,
    pub chapters: Vec<LineIndex>,
}

/// What shows that a line is of a law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LawEvidence {
    /// The heading of a chapter, or one in capitals, is above it in its paragraph.
    ByHeading,
    /// It is a title, with a sentence in the next line.
    ByTitle,
    /// Nothing.
    Not,
}

/// Lines that count on from one another, up to a number.
#[derive(Debug, Default)]
struct Chain {
    lines: Vec<BareLine>,
}

impl Chain {
    fn is_of_labels(&self) -> bool {
        let of = |is: fn(&BareLine) -> bool| self.lines.iter().filter(|line| is(line)).count();
        let shown = of(|line| line.shown == LawEvidence::ByHeading) > 0
            || TITLED.is_reached(of(|line| line.shown == LawEvidence::ByTitle), self.lines.len());
        shown
            && self.lines.len() >= LEAST
            && PARTED.is_reached(of(|line| line.parted), self.lines.len())
    }
}

/// The lines of a text that are labels by what they count on from.
pub fn lines(text: &str, elements: &[Element]) -> RunningLines {
    let mut chains: Vec<Chain> = Vec::new();
    // The chain that reached each number last.
    let mut reached: HashMap<u32, usize> = HashMap::new();
    for (element, own) in elements.iter().enumerate() {
        if own.kind != ElementKind::Paragraph {
            continue;
        }
        // Most paragraphs have no such line, and nothing after the last one is read.
        let words = |line: usize| &text[own.lines[line].0.clone()];
        let Some(end) = (0..own.lines.len()).rposition(|line| number(words(line)).is_some()) else {
            continue;
        };
        let (mut headed, mut chapter) = (false, None);
        for line in 0..=end {
            let words = words(line);
            let Some((first, last)) = number(words) else {
                headed |= is_heading(words);
                if is_chapter(words) {
                    chapter = Some((element, line));
                }
                continue;
            };
            let next = own.lines.get(line + 1).map(|(next, _)| &text[next.clone()]);
            let shown = match next {
                _ if headed => LawEvidence::ByHeading,
                Some(next) if is_title(words) && begins_sentence(next) => LawEvidence::ByTitle,
                _ => LawEvidence::Not,
            };
            let before = line.checked_sub(1).map(|before| &text[own.lines[before].0.clone()]);
            let parted = before.is_none_or(ends);
            let before = first.checked_sub(1).and_then(|before| reached.remove(&before));
            let inserted = || reached.remove(&first);
            let chain = before.or_else(inserted).unwrap_or_else(|| {
                chains.push(Chain::default());
                chains.len() - 1
            });
            let chapter = chapter.take();
            chains[chain].lines.push(BareLine { at: (element, line), parted, shown, chapter });
            reached.insert(last, chain);
        }
    }
    let of_labels = chains.iter().filter(|chain| chain.is_of_labels());
    let mut out = RunningLines::default();
    for line in of_labels.flat_map(|chain| &chain.lines) {
        out.labels.extend(Some(line.at).filter(|(_, line)| *line > 0));
        out.chapters.extend(line.chapter);
    }
    out.labels.sort_unstable();
    out.chapters.sort_unstable();
    out
}

/// The bare number that a line begins with, as that of a paragraph would, and the last that it
/// stands for.
fn number(line: &str) -> Option<(u32, u32)> {
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_bare = |label: &label::Label| {
        label.style.form == LabelForm::Bare
            && label.style.components == 1
            && label.style.named.is_none()
    };
    let label = label::labels(line, LineRole::Paragraph).into_iter().find(is_bare)?;
    // A number alone on its line may be that of a page.
    let words = !line[label.len..].trim().is_empty();
    words.then(|| (label.value.last(), label.reached().last()))
}

/// Whether a line ends a sentence, or is a heading in the midst of lines.
fn ends(line: &str) -> bool {
    line.trim_end().ends_with(SENTENCE_ENDS) || is_heading(line)
}

/// Whether a line is the heading of a chapter, or one in capitals.
fn is_heading(line: &str) -> bool {
    let capitals = line.contains(char::is_uppercase) && !line.contains(char::is_lowercase);
    capitals || is_chapter(line)
}

/// Whether a line is the heading of a chapter, by its word.
fn is_chapter(line: &str) -> bool {
    let is_division = |own: &label::Label| matches!(own.style.role(), Some(Role::Division(_)));
    is_title(line) && label::labels(line, LineRole::Heading).iter().any(is_division)
}

/// Whether a line has a few words and ends no sentence.
fn is_title(line: &str) -> bool {
    let end = |c: char| SENTENCE_ENDS.contains(&c) || matches!(c, ',' | '-' | '–');
    !line.trim_end().ends_with(end) && line.split_whitespace().count() <= LONGEST_TITLE + 1
}

fn begins_sentence(line: &str) -> bool {
    line.starts_with(|c: char| !c.is_lowercase() && !c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines as of_text;

    fn found(text: &str) -> Vec<LineIndex> {
        lines(text, &of_text::chunks(text)).labels
    }

    #[test]
    fn numbers_behind_ended_sentences_are_labels() {
        let text = "Part 1 — Lamps\n1 Title\nThis Act is the Lamp Act.\n2 Start\nIt begins in May.\n3 Oil\nIt is dry.\n";
        assert_eq!(found(text), [(0, 1), (0, 3), (0, 5)]);
        let parts = "Part 1 — Lamps\n1 Lamps are lit.\n\nPart 2 — Oil\n2 Oil is dry.\n2A Oil is kept.\n3 Wicks are cut.\n";
        assert_eq!(found(parts), [(0, 1), (1, 1), (1, 2), (1, 3)]);
    }

    #[test]
    fn rows_and_wrapped_lines_are_none() {
        for text in [
            "1 Marten Oake 31:02\n2 Silas Brand 31:40\n3 Ilse Ward 32:11\n4 Peter Lorn 33:05\n",
            "1 Title\n2 Commencement\n3 Interpretation\n4 Licences\n",
            "The fee is\n12 crowns for a hive.\nIt is due on\n2 May of each year.\n",
            "LAMPS\n1 Lamps are lit.\n2 Oil is dry.\n",
            "1 In the morning the wheel turned.\n2 And the miller rose.\n3 And they ate.\n",
            "1 So the keeper in his letter of the\nfourth of May.\n2 Moor, Tides, p. 12.\n3 See the map.\n",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
