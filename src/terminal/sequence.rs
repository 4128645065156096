//! OSC 52, the sequence that makes a terminal copy text to its clipboard, and
//! the wrapping that a multiplexer needs.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A multiplexer between the program and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// None known.
    Nothing,
    /// tmux: passes a wrapped sequence through if `allow-passthrough` is on.
    Tmux,
    /// GNU screen: passes short pieces through.
    Screen,
}

/// The length of a string that every GNU screen accepts, in bytes; it drops
/// longer ones.
const SCREEN_PIECE: usize = 512;

/// The length of a sequence that nearly all terminals accept, in bytes; hterm
/// and others silently drop longer ones.
pub(super) const SURE: usize = 100_000;

/// Returns the sequence that copies `words` to the clipboard.
pub(super) fn copying(words: &str, between: Between) -> String {
    let plain = format!("\u{1b}]52;c;{}\u{7}", STANDARD.encode(words));
    match between {
        Between::Nothing => plain,
        Between::Tmux => wrapped_for_tmux(&plain),
        Between::Screen => {
            // The sequence is ASCII, so any cut is between characters.
            let mut out = String::with_capacity(plain.len() + plain.len() / 64);
            for piece in plain.as_bytes().chunks(SCREEN_PIECE) {
                out.push_str("\u{1b}P");
                out.extend(piece.iter().map(|byte| char::from(*byte)));
                out.push_str("\u{1b}\\");
            }
            out
        }
    }
}

/// Wraps a sequence for tmux, which needs each escape doubled. The plain
/// sequence follows, which tmux handles itself if `set-clipboard` is on; it
/// drops the one that it does not support.
fn wrapped_for_tmux(plain: &str) -> String {
    let doubled = plain.replace('\u{1b}', "\u{1b}\u{1b}");
    format!("\u{1b}Ptmux;{doubled}\u{1b}\\{plain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_base64() {
        assert_eq!(copying("Lämp", Between::Nothing), "\u{1b}]52;c;TMOkbXA=\u{7}");
    }

    #[test]
    fn a_multiplexer_lets_the_sequence_through() {
        assert_eq!(
            copying("Lamp", Between::Tmux),
            "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;TGFtcA==\u{7}\u{1b}\\\u{1b}]52;c;TGFtcA==\u{7}"
        );
        let long = copying(&"lamp ".repeat(400), Between::Screen);
        let pieces: Vec<&str> = long.split_terminator("\u{1b}\\").collect();
        assert!(pieces.iter().all(|p| p.starts_with("\u{1b}P") && p.len() <= SCREEN_PIECE + 2));
        let whole: String = pieces.iter().filter_map(|p| p.strip_prefix("\u{1b}P")).collect();
        assert_eq!(whole, copying(&"lamp ".repeat(400), Between::Nothing));
    }
}
