//! Decodes the bytes of a terminal into keys, mouse events, pastes and replies.
//!
//! [`InputPiece`] splits them into keys and sequences; [`termina`] interprets each of these. An
//! incomplete sequence, from a lost connection or typed by
//! hand (Alt and a bracket), delays nothing for long.

use super::Input;
use super::events::event;
use super::input_piece::{ESCAPE, InputPiece};
use termina::Parser;

/// What a terminal sends before and after a paste.
const PASTE: &[u8] = b"\x1b[200~";
const PASTED: &[u8] = b"\x1b[201~";

/// The maximum number of bytes of a paste to keep: more than any input line holds.
const LONGEST_PASTE: usize = 1 << 20;

/// Whether bytes were typed before the program took the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typed {
    /// Before: the terminal has turned Enter into a line feed.
    Ahead,
    /// After.
    Since,
}

/// The state of input that is not yet complete.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    /// The bytes of an incomplete key or sequence.
    begun: Vec<u8>,
    /// The text pasted so far, during a paste.
    paste: Option<Vec<u8>>,
    parser: Parser,
}

impl Decoder {
    /// Takes bytes; returns the events that they complete.
    pub(super) fn take(&mut self, bytes: &[u8], typed: Typed) -> Vec<Input> {
        let mut events = Vec::new();
        let mut all = std::mem::take(&mut self.begun);
        match typed {
            Typed::Since => all.extend_from_slice(bytes),
            Typed::Ahead => {
                all.extend(bytes.iter().map(|byte| if *byte == b'\n' { b'\r' } else { *byte }));
            }
        }
        let mut left = all.as_slice();
        while !left.is_empty() {
            let taken = match self.paste {
                Some(_) => self.take_paste(left, &mut events),
                None => match InputPiece::at_start_of(left) {
                    InputPiece::Whole(length) => {
                        self.take_piece(&left[..length], &mut events);
                        length
                    }
                    InputPiece::Wrong(length) => length,
                    InputPiece::Begun => 0,
                },
            };
            if taken == 0 {
                break;
            }
            left = &left[taken..];
        }
        if left.len() < LONGEST_SEQUENCE {
            self.begun = left.to_vec();
        }
        events
    }

    /// Takes pasted bytes; returns how many it consumed.
    fn take_paste(&mut self, bytes: &[u8], events: &mut Vec<Input>) -> usize {
        let end = memchr::memmem::find(bytes, PASTED);
        // Keep bytes that may be the start of the end marker for later.
        let length = end.unwrap_or(bytes.len() - begun(bytes, PASTED));
        if let Some(paste) = &mut self.paste {
            let room = LONGEST_PASTE.saturating_sub(paste.len());
            paste.extend_from_slice(&bytes[..length.min(room)]);
        }
        if end.is_none() {
            return length;
        }
        let paste = self.paste.take().unwrap_or_default();
        events.push(Input::Paste(String::from_utf8_lossy(&paste).into_owned()));
        length + PASTED.len()
    }

    /// Takes a complete key or sequence.
    fn take_piece(&mut self, piece: &[u8], events: &mut Vec<Input>) {
        match piece {
            PASTE => self.paste = Some(Vec::new()),
            // Strings and private sequences that answer no query of this program.
            [ESCAPE, b'P' | b'_' | b'^' | b'X', ..] | [ESCAPE, b'[', b'=' | b'>', ..] => {}
            _ => {
                self.parser.parse(piece, false);
                let mut known = false;
                while let Some(reported) = self.parser.pop() {
                    known = true;
                    events.extend(event(reported));
                }
                if !known {
                    // The parser may be waiting for more, but there is no more.
                    self.parser = Parser::default();
                }
            }
        }
    }

    /// Called after a short pause: an Escape that nothing follows is a key.
    pub(super) fn pause(&mut self) -> Vec<Input> {
        let mut events = Vec::new();
        if self.paste.is_none() && self.begun == [ESCAPE] {
            self.begun.clear();
            self.take_piece(&[ESCAPE], &mut events);
        }
        events
    }

    /// Discards incomplete input after a long pause: the rest of it will not come.
    pub(super) fn give_up(&mut self) {
        self.begun.clear();
    }
}

/// The maximum length of a sequence; a longer one is dropped.
const LONGEST_SEQUENCE: usize = 4096;

/// Returns how many bytes at the end may be the beginning of `sign`.
fn begun(bytes: &[u8], sign: &[u8]) -> usize {
    (1..sign.len()).rev().find(|length| bytes.ends_with(&sign[..*length])).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Returns all events from bytes sent in pieces, with a pause after the last.
    fn told(pieces: &[&[u8]]) -> String {
        let mut decoder = Decoder::default();
        let mut events = Vec::new();
        for piece in pieces {
            events.extend(decoder.take(piece, Typed::Since));
        }
        events.extend(decoder.pause());
        events.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    fn one(event: &Input) -> String {
        match event {
            Input::Key(key) => key.to_string(),
            Input::Mouse(mouse) => format!("{:?}@{},{}", mouse.kind, mouse.column, mouse.row),
            Input::Paste(text) => format!("“{text}”"),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn bytes_are_keys_the_mouse_and_pastes() {
        for (bytes, wanted) in [
            (&b"jG/"[..], "j G /"),
            ("öß語🎏".as_bytes(), "ö ß 語 🎏"),
            (b"\r\t\x7f\x03", "Enter Tab Backspace Ctrl-c"),
            (b"\x1b", "Escape"),
            (b"\x1bj", "Alt-j"),
            (b"\x1b[A\x1bOB\x1b[1;5C", "Up Down Ctrl-Right"),
            (b"\x1b[5~\x1b[6~\x1b[H\x1b[4~", "PageUp PageDown Home End"),
            (b"\x1bOP\x1b[15~\x1b[24~", "F1 F5 F12"),
            (b"\x1b[Z\x1b[13;3u", "BackTab Alt-Enter"),
            (b"\x1b[<0;3;4M\x1b[<32;5;4M\x1b[<0;5;4m", "Press@2,3 Drag@4,3 Release@4,3"),
            (b"\x1b[<65;1;1M", "WheelDown@0,0"),
            (b"a\x1b[200~b\nc\x1b[201~d", "a “b\nc” d"),
            (b"\x1b[200~\x1b[31m\x1b[201~", "“\x1b[31m”"),
            (b"\x1b[I\x1b[O", ""),
            (b"\x1b\x1b[A", "Escape Up"),
            ("\x1bö".as_bytes(), "Alt-ö"),
            (b"a\xff\xc3b", "a b"),
            (b"\x1b[\x01j", "Ctrl-a j"),
        ] {
            assert_eq!(told(&[bytes]), wanted, "{bytes:?}");
            // The events do not depend on how the bytes are split.
            let parted: Vec<&[u8]> = bytes.chunks(1).collect();
            assert_eq!(told(&parted), wanted, "{bytes:?} one by one");
        }
    }

    #[test]
    fn a_reply_is_not_a_key() {
        for (answer, wanted) in [
            (&b"\x1b]11;rgb:0000/0000/0000\x1b\\"[..], "Background(Dark)"),
            (b"\x1b]11;rgb:ffff/fefe/f0f0\x07", "Background(Light)"),
            (b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\", ""),
            (b"\x1b[?64;22c", "Answered"),
            (b"\x1b[?2026;2$y", "Synchronises"),
            (b"\x1b[?2026;0$y", ""),
            (b"\x1b[?1;2$y", ""),
            (b"\x1b[>1;95;0c", ""),
            (b"\x1b[12;40R", ""),
            (b"\x1b]52;c;bGFtcA==\x07", ""),
            (b"\x1bP>|term 1.0\x1b\\", ""),
            (b"\x1b_Gi=1;OK\x1b\\", ""),
            (b"\x1b[?997;1n", ""),
            (b"\x1b[?12;3x", ""),
        ] {
            let around = [b"j", answer, b"k"].concat();
            let wanted: Vec<&str> =
                ["j", wanted, "k"].into_iter().filter(|w| !w.is_empty()).collect();
            assert_eq!(told(&[&around]), wanted.join(" "), "{answer:?}");
            let parted: Vec<&[u8]> = around.chunks(1).collect();
            assert_eq!(told(&parted), wanted.join(" "), "{answer:?} one by one");
        }
    }

    #[test]
    fn enter_that_was_typed_ahead_is_enter() {
        let mut decoder = Decoder::default();
        let events = decoder.take(b"11\n", Typed::Ahead);
        assert_eq!(events.iter().map(one).collect::<Vec<_>>(), ["1", "1", "Enter"]);
        let events = decoder.take(b"\n", Typed::Since);
        assert_eq!(events.iter().map(one).collect::<Vec<_>>(), ["Ctrl-j"]);
    }

    #[test]
    fn what_is_broken_off_holds_up_nothing_for_long() {
        let mut decoder = Decoder::default();
        // Alt and a bracket, pressed by hand.
        assert!(decoder.take(b"\x1b]", Typed::Since).is_empty());
        assert!(decoder.pause().is_empty());
        decoder.give_up();
        assert_eq!(decoder.take(b"j", Typed::Since).len(), 1);
    }

    #[test]
    fn a_paste_without_end_does_not_fill_the_memory() {
        let mut decoder = Decoder::default();
        decoder.take(PASTE, Typed::Since);
        for _ in 0..40 {
            assert!(decoder.take(&[b'x'; 65_536], Typed::Since).is_empty());
        }
        let events = decoder.take(PASTED, Typed::Since);
        let [Input::Paste(text)] = events.as_slice() else { panic!("{} events", events.len()) };
        assert_eq!(text.len(), LONGEST_PASTE);
    }

    proptest! {
        /// No bytes crash the program, and after a long pause a key is a key. Mouse
        /// coordinates count from 1, so they contain no 0.
        #[test]
        fn no_bytes_do_harm(
            bytes in prop::collection::vec(any::<u8>().prop_filter("0", |b| *b != b'0'), 0..60),
        ) {
            let mut decoder = Decoder::default();
            decoder.take(&bytes, Typed::Since);
            decoder.pause();
            decoder.give_up();
            let events = decoder.take(b"j", Typed::Since);
            prop_assert_eq!(events.iter().map(one).collect::<Vec<_>>(), ["j"]);
        }
    }
}
