//! Detects chunks written line by line, whatever the length of their lines: verse, centred lines,
//! tables, code, comments and lists of names.

use super::line::{ChunkLine, WordEnding, WordOpening};

/// The minimum number of lines in verse that begin with a capital within a sentence.
const FEW_VERSES: usize = 3;

/// The minimum ratio of such lines to those that begin with a lower-case letter.
const VERSES: usize = 4;

/// Whether lines begin with capitals within sentences, as in verse. Indented lines do not count:
/// they continue an overlong verse.
pub fn is_verse(lines: &[ChunkLine]) -> bool {
    let (capital, small) = begun(lines);
    capital >= FEW_VERSES && capital >= small * VERSES
}

/// Whether the lines of a chunk may be verse, given that the rest of the document is.
pub fn may_be_verse(lines: &[ChunkLine]) -> bool {
    let (capital, small) = begun(lines);
    capital >= small
}

/// Counts lines that begin with a capital and with a lower-case letter, without a sentence ending
/// before them.
fn begun(lines: &[ChunkLine]) -> (usize, usize) {
    let (mut capital, mut small) = (0, 0);
    for pair in lines.windows(2).filter(|pair| pair[0].need().is_some()) {
        let open =
            matches!(pair[0].ending, WordEnding::Word | WordEnding::Comma | WordEnding::Semicolon);
        if open && pair[0].indent() == pair[1].indent() {
            capital += usize::from(pair[1].opening == WordOpening::Capital);
            small += usize::from(pair[1].opening == WordOpening::Small);
        }
    }
    (capital, small)
}

/// Whether no two consecutive lines have about the same indent, as in centred text.
fn is_centred(lines: &[ChunkLine]) -> bool {
    lines.len() > 2
        && lines.windows(2).all(|pair| pair[0].indent().abs_diff(pair[1].indent()) >= LEAST_SHIFT)
}

/// The minimum difference between the indents of centred lines: one column may be a slip.
const LEAST_SHIFT: usize = 2;

/// Whether all lines end at the same column, except for a shorter last one: wide blanks only
/// justify them.
fn is_justified(lines: &[ChunkLine]) -> bool {
    let Some((last, others)) = lines.split_last() else { return false };
    others.windows(2).all(|pair| pair[0].end() == pair[1].end())
        && others.first().is_some_and(|line| last.end() < line.end())
}

/// Whether the lines of a chunk are centred, or mostly table rows, code, comments or names.
pub fn is_drawn(lines: &[ChunkLine]) -> bool {
    let most = |is: &dyn Fn(&ChunkLine) -> bool| {
        lines.iter().filter(|line| is(line)).count() * 2 > lines.len()
    };
    let code = |line: &ChunkLine| {
        matches!(line.ending, WordEnding::Semicolon | WordEnding::Closed | WordEnding::Sign)
            && line.opening != WordOpening::Label
    };
    lines.len() > 2
        && (is_centred(lines)
            || (most(&|line| line.row) && !is_justified(lines))
            || most(&|line| line.name)
            || most(&|line| line.opening == WordOpening::Sign)
            || (most(&code) && lines.windows(2).any(|pair| pair[0].indent() != pair[1].indent())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(text: &str) -> Vec<ChunkLine> {
        let lines = crate::import::lines::chunks(text).swap_remove(0).lines;
        let next = |at: usize| lines.get(at + 1).map(|(next, _)| next);
        lines
            .iter()
            .enumerate()
            .map(|(at, (line, _))| ChunkLine::of(text, line, next(at)))
            .collect()
    }

    #[test]
    fn verse_begins_its_lines_with_capitals() {
        let verse = "The lamp is lit on the tower,\nAnd the boats are coming home,\nFor the night is near and the sea\nIs dark as the stones below.\n";
        let prose = "The lamp is lit on the tower\nand the boats of the Harbour\nare coming home, for the night\nis near and the sea is dark.\n";
        assert!(is_verse(&measured(verse)));
        assert!(!is_verse(&measured(prose)));
    }

    #[test]
    fn code_names_and_comments_are_of_no_sentence() {
        for text in [
            "fn light(lamp) {\n    lamp.fill();\n    lamp.on();\n}\n",
            "lamps/red/tower\nlamps/green/gate\nboats/old/ferry\n",
            "# The lamp is lit at dusk\n# and put out at dawn by\n# the keeper alone.\n",
            "      Lamps of the Harbour\n    as they are lit at night\n  and put out in the morning\n",
            "red lamp      12 hours\ngreen lamp    11 hours\ntall lamp      9 hours\n",
        ] {
            assert!(is_drawn(&measured(text)), "{text}");
        }
        assert!(!is_drawn(&measured("The lamp is lit;\nthe boats come home;\nthe sea is dark.\n")));
    }
}
