//! Cuts words to a width: at their end, between two words, or at their start.

use crate::typeset::columns;
use unicode_segmentation::UnicodeSegmentation;

/// Cuts words to a width, with an ellipsis if anything was cut.
pub(super) fn cut(words: &str, width: u16) -> String {
    if columns(words) <= width {
        return words.to_owned();
    }
    let Some(room) = width.checked_sub(1) else { return String::new() };
    let mut kept = String::new();
    for grapheme in words.graphemes(true) {
        if columns(&kept) + columns(grapheme) > room {
            break;
        }
        kept.push_str(grapheme);
    }
    let len = kept.trim_end().len();
    kept.truncate(len);
    kept.push('…');
    kept
}

/// Cuts words to a width at a word boundary, if that leaves most of the width filled.
pub(super) fn cut_between(words: &str, width: u16) -> String {
    let kept = cut(words, width);
    if kept.len() >= words.len() || width < 2 {
        return kept;
    }
    let whole = kept.strip_suffix('…').unwrap_or(&kept);
    let ends_word = words[whole.len()..].starts_with(char::is_whitespace);
    match whole.rfind(char::is_whitespace).map(|at| whole[..at].trim_end()) {
        Some(between) if !ends_word && columns(between) * 3 >= width => format!("{between}…"),
        _ => kept,
    }
}

/// Cuts words to a width at their start, as for paths, whose end matters most.
pub(super) fn cut_start(words: &str, width: u16) -> String {
    if columns(words) <= width {
        return words.to_owned();
    }
    let Some(room) = width.checked_sub(1) else { return String::new() };
    let (mut from, mut taken) = (words.len(), 0);
    for (at, grapheme) in words.grapheme_indices(true).rev() {
        taken += columns(grapheme);
        if taken > room {
            break;
        }
        from = at;
    }
    format!("…{}", &words[from..])
}

/// Cuts a title to a width: a path at its start, other words between two of them.
pub(super) fn cut_title(title: &str, width: u16) -> String {
    let is_path = title.contains('/') && !title.contains(char::is_whitespace);
    if is_path { cut_start(title, width) } else { cut_between(title, width) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_at_graphemes_and_columns() {
        assert_eq!(cut("harbour", 7), "harbour");
        assert_eq!(cut("harbour", 6), "harbo…");
        assert_eq!(cut("a harbour", 3), "a…");
        assert_eq!(cut("語語語", 4), "語…");
        assert_eq!(cut("harbour", 0), "");
        assert_eq!(cut_between("harbour lamps burn", 12), "harbour…");
        assert_eq!(cut_between("harbour lamps burn", 14), "harbour lamps…");
        assert_eq!(cut_between("a harbour", 8), "a harbo…", "a word alone is cut");
        assert_eq!(cut_between("harbour", 7), "harbour");
        assert_eq!(cut_start("/sea/harbour.txt", 12), "…harbour.txt");
        assert_eq!(cut_start("/語語語", 4), "…語");
        assert_eq!(cut_start("/sea", 4), "/sea");
        assert_eq!(cut_title("sea/harbour/lamps.txt", 12), "…r/lamps.txt");
        assert_eq!(cut_title("sea/lamps.txt", 13), "sea/lamps.txt");
        assert_eq!(cut_title("harbour and/or lamps", 12), "harbour…");
        assert_eq!(cut("ne\u{301}w lamps", 4), "ne\u{301}w…");
    }
}
