//! Chunks that were written line by line, whatever the length of their lines:
//! verse, centred lines, tables, code, comments and lists of names.

use super::line::{Ending, Line, Opening};

/// So many lines that begin with a capital in the middle of a sentence show verse.
const FEW_VERSES: usize = 3;

/// In verse hardly one line in so many that goes on after another begins with a small letter.
const VERSES: usize = 4;

/// Whether lines that go on after others begin with capitals, as verses do.
/// Lines that are set in go on where a verse was too long, and do not count.
pub fn is_verse(lines: &[Line]) -> bool {
    let (capital, small) = begun(lines);
    capital >= FEW_VERSES && capital >= small * VERSES
}

/// Whether the lines of a chunk are verse, where the document is so otherwise.
pub fn may_be_verse(lines: &[Line]) -> bool {
    let (capital, small) = begun(lines);
    capital >= small
}

/// How many lines begin with a capital and with a small letter where no sentence ends before them.
fn begun(lines: &[Line]) -> (usize, usize) {
    let (mut capital, mut small) = (0, 0);
    for pair in lines.windows(2).filter(|pair| pair[0].need.is_some()) {
        let open = matches!(pair[0].ending, Ending::Word | Ending::Comma | Ending::Semicolon);
        if open && pair[0].indent == pair[1].indent {
            capital += usize::from(pair[1].opening == Opening::Capital);
            small += usize::from(pair[1].opening == Opening::Small);
        }
    }
    (capital, small)
}

/// Whether no line of several stands below the one before it, as where each is centred.
fn is_centred(lines: &[Line]) -> bool {
    lines.len() > 2
        && lines.windows(2).all(|pair| pair[0].indent.abs_diff(pair[1].indent) >= LEAST_SHIFT)
}

/// Columns by which lines that are centred stand apart at least: one may be a slip.
const LEAST_SHIFT: usize = 2;

/// Whether all lines end at one column but the last, which is shorter: wide
/// blanks only fill them.
fn is_justified(lines: &[Line]) -> bool {
    let Some((last, others)) = lines.split_last() else { return false };
    others.windows(2).all(|pair| pair[0].end == pair[1].end)
        && others.first().is_some_and(|line| last.end < line.end)
}

/// Whether the lines of a chunk are centred, or most are rows, code, comments, or names: of no sentence.
pub fn is_drawn(lines: &[Line]) -> bool {
    let most =
        |is: &dyn Fn(&Line) -> bool| lines.iter().filter(|line| is(line)).count() * 2 > lines.len();
    let code = |line: &Line| {
        matches!(line.ending, Ending::Semicolon | Ending::Closed | Ending::Sign)
            && line.opening != Opening::Label
    };
    lines.len() > 2
        && (is_centred(lines)
            || (most(&|line| line.row) && !is_justified(lines))
            || most(&|line| line.name)
            || most(&|line| line.opening == Opening::Sign)
            || (most(&code) && lines.windows(2).any(|pair| pair[0].indent != pair[1].indent)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(text: &str) -> Vec<Line> {
        let lines = crate::import::lines::chunks(text).swap_remove(0).lines;
        let next = |at: usize| lines.get(at + 1).map(|(next, _)| next);
        lines.iter().enumerate().map(|(at, (line, _))| Line::of(text, line, next(at))).collect()
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
