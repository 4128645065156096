//! Splits the bytes of a terminal into keys and sequences (ECMA-48, 5.4 and 5.6).

/// The byte that starts a sequence.
pub(super) const ESCAPE: u8 = 0x1B;

/// What some bytes start with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InputPiece {
    /// A key or a sequence of this many bytes.
    Whole(usize),
    /// This many meaningless bytes.
    Wrong(usize),
    /// An incomplete key or sequence.
    Begun,
}

impl InputPiece {
    /// Returns the key or sequence at the start of some bytes, which are not empty.
    pub(super) fn at_start_of(bytes: &[u8]) -> Self {
        match bytes {
            [ESCAPE, b'[', b'M', ..] => Self::of_length(bytes, 6),
            [ESCAPE, b'[', b'[', ..] => Self::of_length(bytes, 4),
            [ESCAPE, b'[', rest @ ..] => Self::control_sequence(rest),
            [ESCAPE, b'O', ..] => Self::of_length(bytes, 3),
            [ESCAPE, b']' | b'P' | b'_' | b'^' | b'X', rest @ ..] => Self::string(rest),
            // Two Escapes are an Escape, plus whatever the second one starts.
            [ESCAPE, ESCAPE, ..] => Self::Whole(1),
            [ESCAPE] => Self::Begun,
            [ESCAPE, rest @ ..] => Self::character(rest, 1),
            _ => Self::character(bytes, 0),
        }
    }

    fn of_length(bytes: &[u8], length: usize) -> Self {
        if bytes.len() < length { Self::Begun } else { Self::Whole(length) }
    }

    /// Parameters and a final byte.
    fn control_sequence(rest: &[u8]) -> Self {
        match rest.iter().position(|byte| !(0x20..=0x3F).contains(byte)) {
            Some(at) if (0x40..=0x7E).contains(&rest[at]) => Self::Whole(at + 3),
            Some(at) => Self::Wrong(at + 2),
            None => Self::Begun,
        }
    }

    /// Anything up to the string terminator, or to the BEL that some terminals send
    /// instead.
    fn string(rest: &[u8]) -> Self {
        match rest.iter().position(|byte| *byte < 0x20) {
            Some(at) if rest[at] == 0x07 => Self::Whole(at + 3),
            Some(at) if rest[at..] == [ESCAPE] => Self::Begun,
            Some(at) if rest[at..].starts_with(b"\x1b\\") => Self::Whole(at + 4),
            Some(at) => Self::Wrong(at + 2),
            None => Self::Begun,
        }
    }

    /// One UTF-8 character after `before` other bytes.
    fn character(bytes: &[u8], before: usize) -> Self {
        let length = match bytes.first() {
            Some(0xC2..=0xDF) => 2,
            Some(0xE0..=0xEF) => 3,
            Some(0xF0..=0xF4) => 4,
            _ => 1,
        };
        let there = &bytes[..bytes.len().min(length)];
        match std::str::from_utf8(there) {
            Ok(_) => Self::Whole(before + length),
            Err(error) if error.error_len().is_none() => Self::Begun,
            Err(error) => Self::Wrong(before + error.error_len().unwrap_or(1)),
        }
    }
}
