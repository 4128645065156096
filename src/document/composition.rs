//! The text of a document under construction: the pieces of the source that it consists of, in
//! order. At the end the source becomes the text in its own memory, so both are never held at once.

/// The pieces of a text.
#[derive(Debug, Default)]
pub(super) struct Composition {
    pieces: Vec<Piece>,
    /// Words that are not in the source.
    others: String,
    /// The length of the text in bytes.
    len: usize,
}

/// A run of the source or of other words, and the blank or line end after it.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: u32,
    len: u32,
    of: PieceOrigin,
    after: Joint,
}

/// Where the words of a piece are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PieceOrigin {
    /// In the source.
    Source,
    /// Among the other words.
    Others,
}

/// What follows a piece: nearly every line of a source is followed by one of these, which would
/// take as much memory as the line if it were a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    None,
    Blank,
    LineEnd,
}

impl Joint {
    fn of(words: &str) -> Option<Self> {
        match words {
            " " => Some(Self::Blank),
            "\n" => Some(Self::LineEnd),
            _ => None,
        }
    }

    const fn byte(self) -> Option<u8> {
        match self {
            Self::None => None,
            Self::Blank => Some(b' '),
            Self::LineEnd => Some(b'\n'),
        }
    }
}

impl Piece {
    fn start(self) -> usize {
        self.start as usize
    }

    fn end(self) -> usize {
        self.start as usize + self.len as usize
    }

    /// The number of bytes of the text that it makes.
    fn size(self) -> usize {
        self.len as usize + usize::from(self.after != Joint::None)
    }
}

/// A source may have to move by at most this share of its length to make room for a text that is
/// longer at its beginning.
const MOST_ROOM: usize = 4;

impl Composition {
    /// Reserves space for pieces.
    pub fn reserve(&mut self, pieces: usize) {
        self.pieces.reserve_exact(pieces);
    }

    /// The length of the text so far, in bytes.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Adds words, which may be those at a byte of the source. A text ends at 4 GiB, where the
    /// offsets of documents end.
    pub fn push(&mut self, words: &str, source: &str, at: usize) {
        if words.is_empty() || u32::try_from(self.len + words.len()).is_err() {
            return;
        }
        self.len += words.len();
        if let Some(last) = self.pieces.last_mut().filter(|last| last.after == Joint::None)
            && let Some(joint) = Joint::of(words)
        {
            last.after = joint;
            return;
        }
        let own = source.get(at..at.saturating_add(words.len())) == Some(words);
        let (start, of) = match (own, u32::try_from(at)) {
            (true, Ok(start)) => (start, PieceOrigin::Source),
            _ => {
                self.others.push_str(words);
                (short(self.others.len() - words.len()), PieceOrigin::Others)
            }
        };
        let len = short(words.len());
        match self.pieces.last_mut() {
            Some(last)
                if last.of == of
                    && last.after == Joint::None
                    && last.start.checked_add(last.len) == Some(start)
                    && last.len.checked_add(len).is_some() =>
            {
                last.len += len;
            }
            _ => self.pieces.push(Piece { start, len, of, after: Joint::None }),
        }
    }

    /// Makes the text. The source is the bytes from `from` on.
    pub fn into_text(self, mut bytes: Vec<u8>, from: usize) -> String {
        let bytes = match self.room(from).filter(|room| *room <= bytes.len() / MOST_ROOM) {
            Some(room) => {
                let source = bytes.len();
                bytes.resize((source + room).max(self.len), 0);
                bytes.copy_within(from..source, from + room);
                self.write(&mut bytes, from + room);
                bytes.truncate(self.len);
                bytes.shrink_to_fit();
                bytes
            }
            None => self.copied(bytes.get(from..).unwrap_or_default()),
        };
        // The pieces are whole characters, so nothing is ever lost here.
        String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }

    /// By how many bytes the source must move so that writing the text overwrites no piece that
    /// is still to be read; `None` if the pieces are in another order than in the source.
    fn room(&self, from: usize) -> Option<usize> {
        let (mut room, mut written, mut read) = (0, 0_usize, 0);
        for piece in &self.pieces {
            if piece.of == PieceOrigin::Source {
                if piece.start() < read {
                    return None;
                }
                read = piece.end();
                room = room.max(written.saturating_sub(from + piece.start()));
            }
            written += piece.size();
        }
        Some(room)
    }

    /// Writes the text at the start of the bytes, in which the source begins at `from`.
    fn write(&self, bytes: &mut [u8], from: usize) {
        let mut end = 0;
        for piece in &self.pieces {
            match piece.of {
                PieceOrigin::Source => {
                    bytes.copy_within(from + piece.start()..from + piece.end(), end);
                }
                PieceOrigin::Others => {
                    let words = &self.others.as_bytes()[piece.start()..piece.end()];
                    bytes[end..end + words.len()].copy_from_slice(words);
                }
            }
            end += piece.size();
            if let Some(joint) = piece.after.byte() {
                bytes[end - 1] = joint;
            }
        }
    }

    /// Returns the text in memory of its own.
    fn copied(&self, source: &[u8]) -> Vec<u8> {
        let mut text = Vec::with_capacity(self.len);
        for piece in &self.pieces {
            let of = match piece.of {
                PieceOrigin::Source => source,
                PieceOrigin::Others => self.others.as_bytes(),
            };
            text.extend_from_slice(&of[piece.start()..piece.end()]);
            text.extend(piece.after.byte());
        }
        text
    }
}

/// Returns an offset of 32 bits: no text is longer than that.
fn short(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn composed(source: &str, before: usize, pieces: &[(usize, &str)]) -> String {
        let mut composition = Composition::default();
        for (at, words) in pieces {
            composition.push(words, source, *at);
        }
        let bytes = [vec![b'#'; before], source.as_bytes().to_vec()].concat();
        composition.into_text(bytes, before)
    }

    #[test]
    fn lines_are_joined_in_the_memory_of_the_source() {
        let source = "1. The lamp\n   is lit.\n\nOil\n";
        let pieces = [(0, "1."), (2, " "), (3, "The lamp"), (11, " "), (15, "is lit.")];
        let mut composition = Composition::default();
        for (at, words) in pieces {
            composition.push(words, source, at);
        }
        assert_eq!(composition.room(0), Some(0));
        let bytes = source.as_bytes().to_vec();
        let memory = bytes.as_ptr();
        let mut text = bytes;
        composition.write(&mut text, 0);
        assert_eq!((text.as_ptr(), &text[..19]), (memory, &b"1. The lamp is lit."[..]));
    }

    #[test]
    fn a_text_may_be_longer_than_its_source_at_the_beginning_and_in_another_order() {
        let source = "\tlamp\n\tGlöckchen and much oil\n\twick\n\trope\n";
        let longer = [(0, "    "), (1, "lamp"), (5, "\n"), (6, "    "), (7, "Glöckchen")];
        assert_eq!(composed(source, 0, &longer), "    lamp\n    Glöckchen");
        assert_eq!(composed(source, 3, &longer), "    lamp\n    Glöckchen");
        let turned =
            [(32, "wick"), (0, "\n"), (1, "lamp"), (0, "; much longer than its source was")];
        assert_eq!(composed(source, 0, &turned), "wick\nlamp; much longer than its source was");
        assert_eq!(composed("", 0, &[(0, "lamp"), (0, " "), (9, "oil")]), "lamp oil");
    }

    proptest! {
        #[test]
        fn the_text_is_that_of_its_pieces(
            source in "[a-zé ]{0,60}",
            before in 0_usize..4,
            pieces in prop::collection::vec((0_usize..70, 0_usize..9, "[ \n]|[a-z]{0,12}"), 0..20),
        ) {
            let words: Vec<(usize, &str)> = pieces
                .iter()
                .map(|(at, len, other)| (*at, source.get(*at..at + len).unwrap_or(other)))
                .collect();
            let whole: String = words.iter().map(|(_, words)| *words).collect();
            prop_assert_eq!(composed(&source, before, &words), whole);
            let mut ordered = words;
            ordered.sort_by_key(|(at, _)| *at);
            let whole: String = ordered.iter().map(|(_, words)| *words).collect();
            prop_assert_eq!(composed(&source, before, &ordered), whole);
        }
    }
}
