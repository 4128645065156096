//! The width of text on a terminal, in columns.

use icu_properties::props::{EnumeratedProperty, GeneralCategory};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Returns the columns of a text: the sum of its grapheme clusters, each drawn as
/// one unit whatever its neighbours.
pub fn columns(text: &str) -> u16 {
    let sum: usize = if text.is_ascii() {
        text.bytes().filter(|byte| !byte.is_ascii_control()).count()
    } else {
        text.graphemes(true).map(|cluster| usize::from(cluster_columns(cluster))).sum()
    };
    u16::try_from(sum).unwrap_or(u16::MAX)
}

/// Returns the columns of one grapheme cluster: the most that any terminal gives
/// it.
///
/// Unicode defines the width of characters (UAX #11), but not of spacing vowel
/// signs (general category Mc) or of subjoined letters. `unicode-width` gives some
/// of them no column because they extend a cluster, as do terminals that count
/// clusters; `wcwidth`, which most terminals use, gives each one. With too large a
/// count, a terminal leaves a gap; with too small a count, it shifts the rest of
/// the row. So every letter and sign of a cluster counts, except in emoji, which
/// every terminal that can show them joins.
///
/// A soft hyphen takes no column: it is a position, not a character. Each
/// halfwidth sound mark of Katakana takes one, matching the screen's own cell
/// count.
pub fn cluster_columns(cluster: &str) -> u16 {
    if cluster.len() == 1 {
        return u16::from(!cluster.as_bytes()[0].is_ascii_control());
    }
    if cluster.starts_with('\u{AD}') || cluster.contains(char::is_control) {
        return 0;
    }
    let marks = cluster.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
    let counted =
        if cluster.starts_with(char::is_alphabetic) { cluster.chars().map(alone).sum() } else { 0 };
    u16::try_from(cluster.width().max(counted) + marks).unwrap_or(u16::MAX)
}

/// Returns the columns of a character on its own, by its general category.
fn alone(c: char) -> usize {
    let wide = c.width().unwrap_or(0);
    if wide == 0 && GeneralCategory::for_char(c) == GeneralCategory::SpacingMark { 1 } else { wide }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clusters_have_the_width_of_what_a_person_sees() {
        for (text, wide) in [
            ("", 0),
            ("harbour", 7),
            ("ne\u{301}w", 3),
            ("港口", 4),
            ("👩\u{200D}🚀", 2),
            ("🇰🇿", 2),
            ("각", 2),
            ("har\u{AD}bour", 7),
            ("a\u{200B}b", 2),
            // Lam and alef take two cells, though a font may join them into one
            // form.
            ("لا", 2),
            ("ｶﾞ", 3),
            // Spacing vowel signs, and a subjoined letter.
            ("কা", 2),
            ("பா", 2),
            ("ಗೂ", 2),
            ("മാ", 2),
            ("की", 2),
            ("ទ្ធិ", 2),
            ("ខ្លួន", 3),
            ("ℹ\u{FE0F}", 2),
        ] {
            assert_eq!(columns(text), wide, "{text:?}");
        }
    }
}
