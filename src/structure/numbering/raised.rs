//! Raised numbers, as Swiss law numbers the paragraphs of articles: `¹ This Act applies to lamps.`
//! Notes look alike, but each of them has a mark in the text; paragraphs have none.

use crate::import::manuscript::{Element, ElementKind};
use crate::lexicon::label;

/// Minimum number of articles with such paragraphs: sequences of `¹` and `²`.
pub(super) const LEAST: usize = 2;

/// Whether raised numbers number the paragraphs of a text.
pub fn number_paragraphs(text: &str, elements: &[Element]) -> bool {
    if !text.contains('¹') {
        return false;
    }
    let (mut paragraphs, mut sequences, mut marks) = (0, 0, 0);
    let mut last = 0;
    let own = |kind| {
        matches!(kind, ElementKind::Paragraph | ElementKind::Item | ElementKind::Heading { .. })
    };
    for line in elements
        .iter()
        .filter(|element| own(element.kind))
        .flat_map(|element| &element.lines)
        .map(|(line, _)| text[line.clone()].trim_start())
    {
        let number = label::raised(line).map(|label| label.value.last());
        if let Some(number) = number {
            paragraphs += 1;
            sequences += usize::from(number == last + 1 && number == 2);
            last = number;
        }
        marks += count_marks(line);
    }
    sequences >= LEAST && marks < paragraphs
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

    fn told(text: &str) -> bool {
        number_paragraphs(text, &lines::chunks(text))
    }

    #[test]
    fn paragraphs_have_no_marks_in_the_text() {
        let law = "Art. 1\n\n¹ Lamps are lit.\n\n² Oil is dry.\n\nArt. 2\n\n¹ Ropes hold 10 m².\n\n² Nets are wide.\n";
        assert!(told(law));
        let notes = "Lamps¹ are lit with oil².\n\n¹ Of brass.\n\n² Of whales.\n\nRopes¹ hold nets².\n\n¹ Of hemp.\n\n² Of cord.\n";
        assert!(!told(notes));
        assert!(!told("Art. 1\n\n¹ Lamps are lit.\n\n² Oil is dry.\n"));
    }
}
