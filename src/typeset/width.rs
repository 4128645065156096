//! Columns that text takes on a terminal.

use icu_properties::props::{EnumeratedProperty, GeneralCategory};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that a text takes: the sum of its grapheme clusters, each drawn as
/// one unit whatever stands beside it.
pub fn columns(text: &str) -> u16 {
    let sum: usize = if text.is_ascii() {
        text.bytes().filter(|byte| !byte.is_ascii_control()).count()
    } else {
        text.graphemes(true).map(|cluster| usize::from(cluster_columns(cluster))).sum()
    };
    u16::try_from(sum).unwrap_or(u16::MAX)
}

/// Columns of one grapheme cluster: the most that a terminal gives it.
///
/// Unicode says how wide a character is (UAX #11), and nothing of the vowel signs
/// that take room of their own beside their letter (general category Mc), nor of
/// letters below another. `unicode-width` gives some of them no column, since they
/// extend a cluster, and so do terminals that count clusters; `wcwidth`, by
/// which most terminals count, gives each one. A terminal that gives fewer leaves
/// a gap; were fewer counted, one that gives more would shift the rest of the row.
/// So each letter and sign of a cluster is counted, but in Emoji, which every
/// terminal joins that can show them.
///
/// A soft hyphen has none: it is a place and no character. Each halfwidth
/// sound mark of Katakana has one, as the screen's own cells count them.
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

/// Columns of a character where it stands alone, by its own category.
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
            // Lam and alef are two cells, though a font may join them to one form.
            ("لا", 2),
            ("ｶﾞ", 3),
            // Vowel signs beside their letter, and a letter below another.
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
