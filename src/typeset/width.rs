//! Columns that text takes on a terminal.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

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

/// Columns of one grapheme cluster, by the rules of `unicode-width`; but none
/// for a soft hyphen, which is a place and no character, and one more for each
/// halfwidth sound mark of Katakana, as the screen's own cells count them.
pub fn cluster_columns(cluster: &str) -> u16 {
    if cluster.len() == 1 {
        return u16::from(!cluster.as_bytes()[0].is_ascii_control());
    }
    if cluster.starts_with('\u{AD}') || cluster.contains(char::is_control) {
        return 0;
    }
    let marks = cluster.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
    u16::try_from(cluster.width() + marks).unwrap_or(u16::MAX)
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
        ] {
            assert_eq!(columns(text), wide, "{text:?}");
        }
    }
}
