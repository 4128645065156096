//! Raised numbers, as Swiss law numbers the paragraphs of articles: `¹ This Act applies to lamps.`
//! Notes look alike, but each of them has a mark in the text; paragraphs have none. In a copy
//! whose numbers are no longer raised, plain ones are below the heads of the articles: `1 This Act …`

use crate::import::manuscript::{Element, ElementKind};
use crate::lexicon::keywords::Role;
use crate::lexicon::label::{self, LineRole, RaisedForm};

/// Minimum number of articles with such paragraphs: sequences of `¹` and `²`.
pub(super) const LEAST: usize = 2;

/// How raised numbers number the paragraphs of a text; `None` if they do not.
pub fn number_paragraphs(text: &str, elements: &[Element]) -> Option<RaisedForm> {
    if text.contains('¹') && are_raised(text, elements) {
        return Some(RaisedForm::Raised);
    }
    are_plain(text, elements).then_some(RaisedForm::Plain)
}

/// Elements that may be paragraphs.
fn paragraphs(elements: &[Element]) -> impl Iterator<Item = &Element> {
    elements.iter().filter(|element| {
        matches!(
            element.kind,
            ElementKind::Paragraph | ElementKind::Item | ElementKind::Heading { .. }
        )
    })
}

fn are_raised(text: &str, elements: &[Element]) -> bool {
    let (mut numbered, mut sequences, mut marks) = (0, 0, 0);
    let mut last = 0;
    for line in paragraphs(elements)
        .flat_map(|element| &element.lines)
        .map(|(line, _)| text[line.clone()].trim_start())
    {
        let number = label::raised(line, RaisedForm::Raised).map(|label| label.value.last());
        if let Some(number) = number {
            numbered += 1;
            sequences += usize::from(number == last + 1 && number == 2);
            last = number;
        }
        marks += count_marks(line);
    }
    sequences >= LEAST && marks < numbered
}

/// Whether plain numbers begin the paragraphs of articles: `1` right below the head of each, or
/// below its title, and `2` before the head of the next.
fn are_plain(text: &str, elements: &[Element]) -> bool {
    let mut lines = paragraphs(elements).filter_map(|element| element.lines.first());
    let mut above: [&str; 2] = [""; 2];
    let (mut sequences, mut last) = (0, 0);
    lines.any(|(line, _)| {
        let line = text[line.clone()].trim_start();
        let counts =
            line.starts_with(['1', '2']) && line[1..].starts_with(|c: char| c.is_whitespace());
        if counts {
            let label = label::raised(line, RaisedForm::Plain);
            let number = label.filter(|label| label.value.suffix.is_empty());
            match number.map(|label| label.value.last()) {
                Some(1) if above.into_iter().any(is_article) => last = 1,
                Some(2) if last == 1 => {
                    sequences += 1;
                    last = 2;
                }
                _ => {}
            }
        }
        above = [above[1], line];
        sequences >= LEAST
    })
}

/// Whether a line is the head of an article.
fn is_article(line: &str) -> bool {
    let labels = label::labels(line, LineRole::Heading);
    labels.iter().any(|label| label.style.role() == Some(Role::Article))
}

/// Counts the raised numbers of a line behind words, as the marks of notes are; one behind a digit
/// is an exponent.
fn count_marks(line: &str) -> usize {
    let pairs = line.chars().zip(line.chars().skip(1));
    let is_mark = |(before, c): &(char, char)| {
        label::is_raised(*c) && !before.is_whitespace() && !before.is_numeric()
    };
    pairs.filter(is_mark).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines;

    fn told(text: &str) -> Option<RaisedForm> {
        number_paragraphs(text, &lines::chunks(text))
    }

    #[test]
    fn paragraphs_have_no_marks_in_the_text() {
        let law = "Art. 1\n\n¹ Lamps are lit.\n\n² Oil is dry.\n\nArt. 2\n\n¹ Ropes hold 10 m².\n\n² Nets are wide.\n";
        assert_eq!(told(law), Some(RaisedForm::Raised));
        let notes = "Lamps¹ are lit with oil².\n\n¹ Of brass.\n\n² Of whales.\n\nRopes¹ hold nets².\n\n¹ Of hemp.\n\n² Of cord.\n";
        assert_eq!(told(notes), None);
        assert_eq!(told("Art. 1\n\n¹ Lamps are lit.\n\n² Oil is dry.\n"), None);
    }

    #[test]
    fn plain_numbers_are_below_the_heads_of_articles() {
        let law = "Art. 1 Lamps\n\n1 Lamps are lit.\n\n2 Oil is dry.\n\nArt. 2\nRopes\n\n1 Ropes hold.\n\n2 Nets are wide.\n";
        assert_eq!(told(law), Some(RaisedForm::Plain));
        for other in [
            law.replace("Art. 2\nRopes", "Of ropes"),
            law.replace("2 Nets", "3 Nets"),
            law.replace("2 Oil", "2 lamps"),
            law.replace("Art. ", "Lamp "),
        ] {
            assert_eq!(told(&other), None, "{other}");
        }
    }
}
