//! The widths of the numbers in the margin of a document.

use crate::document::Document;
use crate::typeset::columns;

/// The widest number that hangs in the margin; wider ones are set in the text.
const WIDEST_LABEL: u16 = 8;

/// The widths of the widest numbers that hang in the margin, at least 2.
///
/// If there is no room for all of them (`Article premier`), all numbers in words are set in the
/// text, so that the articles of one document look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LabelWidths {
    /// That of all numbers if none is too wide; otherwise of numerals.
    pub all: u16,
    /// That of numbers that are not words.
    pub numerals: u16,
    /// The columns before the numbers for the signs of changes.
    pub signs: u16,
}

impl LabelWidths {
    /// Those of two documents in margins of the same width.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            all: self.all.max(other.all),
            numerals: self.numerals.max(other.numerals),
            signs: self.signs.max(other.signs),
        }
    }

    /// Measures a document's numbers.
    pub fn of(document: &Document) -> Self {
        let (mut all, mut numerals, mut too_wide) = (2, 2, false);
        for span in document.blocks().iter().filter_map(|block| block.label) {
            let label = document.slice(span);
            let wide = columns(label);
            if wide > WIDEST_LABEL {
                too_wide = true;
                continue;
            }
            all = wide.max(all);
            if wide > numerals && !is_words(label) {
                numerals = wide;
            }
        }
        Self { all: if too_wide { numerals } else { all }, numerals, signs: 0 }
    }
}

/// Whether a number is written in words, or contains them: not `4.1`, `(c)`, `VII.`
fn is_words(label: &str) -> bool {
    let roman = |c: char| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'i' | 'v' | 'x' | 'l' | 'c');
    let letters = || label.chars().filter(|c| c.is_alphabetic());
    letters().any(|c| c >= '\u{2E80}') || (letters().count() > 1 && !letters().all(roman))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    fn widths(labels: &[&str]) -> (u16, u16) {
        let clauses: Vec<String> = labels
            .iter()
            .map(|label| format!("{label} The lamp is lit at dusk, and put out at dawn."))
            .collect();
        let text = format!("Harbour rules\n\n{}\n", clauses.join("\n\n"));
        let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
        assert!(
            document.blocks().iter().filter(|block| block.label.is_some()).count() == labels.len()
        );
        let LabelWidths { all, numerals, .. } = LabelWidths::of(&document);
        (all, numerals)
    }

    #[test]
    fn numbers_hang_where_all_of_a_kind_can() {
        assert_eq!(widths(&["1.", "2.", "3."]), (2, 2));
        assert_eq!(widths(&["第一条", "第二条", "第三条"]), (6, 2));
        assert_eq!(widths(&["Article 1.", "Article 2.", "Article 3."]), (2, 2));
    }
}
