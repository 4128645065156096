//! Control sequences (ECMA-48): where they end, and what they mean for a document.
//!
//! Every sequence is bounded; an unfinished one extends at most to the end of its line.

use super::look::TextLook;
use crate::document::Colour;
use crate::import::lines::is_line_end;
use crate::import::writer;
use anstyle_parse::{DefaultCharAccumulator, Params, Parser, Perform};

pub const ESCAPE: u8 = 0x1B;

/// The first UTF-8 byte of the controls U+0080 to U+009F.
pub const C1_LEAD: u8 = 0xC2;

/// The maximum length of a sequence's parameters, in bytes.
const LONGEST: usize = 4096;

/// The meaning of a sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Changes the look of the following characters.
    Look(Vec<TextLookChange>),
    /// Begins a link, or ends it (`None`).
    Link(Option<String>),
    /// Nothing that a document keeps.
    None,
}

/// A change of look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextLookChange {
    /// Adds a look.
    On(TextLook),
    /// Removes a look.
    Off(TextLook),
    /// Sets the colour of the letters, or the usual one.
    Foreground(Option<Colour>),
    /// Sets the colour behind them, or the usual one.
    Background(Option<Colour>),
    /// Resets the look.
    Reset,
}

impl TextLookChange {
    /// Returns the look after the change.
    pub const fn made(self, look: TextLook) -> TextLook {
        match self {
            Self::On(more) => look.with(more),
            Self::Off(less) => look.without(less),
            Self::Foreground(foreground) => look.lettered(foreground),
            Self::Background(background) => look.grounded(background),
            Self::Reset => TextLook::PLAIN,
        }
    }
}

/// The kind of sequence that an introducer begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SequenceKind {
    /// `ESC [`: parameters and one final character.
    Csi,
    /// `ESC ]`: words up to a terminator, on one line.
    Osc,
    /// `ESC P` and the like: data up to a terminator.
    Data,
    /// A control that is complete in itself.
    Whole,
}

/// Whether a text begins with a one-character control sequence.
pub fn begins(text: &str) -> bool {
    introducer(text).is_some()
}

/// Parses the sequence at the beginning of a text; returns its length in bytes and its meaning.
pub fn read(text: &str) -> Option<(usize, Meaning)> {
    let (kind, start) = introducer(text)?;
    let (len, whole) = end(text, kind, start);
    let meaning = if whole { meaning(kind, &text[start..len]) } else { Meaning::None };
    Some((len, meaning))
}

/// Returns the end of a sequence, and whether it is complete and has content.
fn end(text: &str, kind: SequenceKind, start: usize) -> (usize, bool) {
    match kind {
        SequenceKind::Whole => (start, false),
        SequenceKind::Csi => csi(text, start),
        SequenceKind::Osc | SequenceKind::Data => string(text, start, kind),
    }
}

/// Returns the kind of sequence that begins here, and where its content begins.
fn introducer(text: &str) -> Option<(SequenceKind, usize)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let kind = match first {
        '\u{9B}' => SequenceKind::Csi,
        '\u{9D}' => SequenceKind::Osc,
        '\u{90}' => SequenceKind::Data,
        _ => SequenceKind::Whole,
    };
    if kind != SequenceKind::Whole {
        let start = first.len_utf8();
        return is_meant(text, kind, start).then_some((kind, start));
    }
    if first != char::from(ESCAPE) {
        return None;
    }
    match chars.next()? {
        '[' => Some((SequenceKind::Csi, 2)),
        ']' => Some((SequenceKind::Osc, 2)),
        'P' | 'X' | '^' | '_' => Some((SequenceKind::Data, 2)),
        '\u{30}'..='\u{7E}' => Some((SequenceKind::Whole, 2)),
        ' ' => matches!(chars.next(), Some('F' | 'G' | 'L' | 'M' | 'N'))
            .then_some((SequenceKind::Whole, 3)),
        '\u{21}'..='\u{2F}' => {
            let more = text[1..].bytes().take_while(|b| (0x20..0x30).contains(b)).take(LONGEST);
            let end = 1 + more.count();
            let last = text.as_bytes().get(end).is_some_and(|b| (0x30..0x7F).contains(b));
            Some((SequenceKind::Whole, end + usize::from(last)))
        }
        _ => None,
    }
}

/// Whether a one-character control begins a sequence. In a text decoded with the wrong encoding
/// it may be a letter or a quotation mark, so only common sequences count.
fn is_meant(text: &str, kind: SequenceKind, start: usize) -> bool {
    let (len, whole) = end(text, kind, start);
    let sequence = &text[start..len];
    whole
        && match sequence.char_indices().next_back() {
            Some((last, 'm' | 'K')) if kind == SequenceKind::Csi => is_plain(&sequence[..last]),
            Some((last, _)) if kind == SequenceKind::Csi => last > 0 && is_plain(&sequence[..last]),
            _ => true,
        }
}

/// Whether parameters are numeric.
fn is_plain(parameters: &str) -> bool {
    parameters.bytes().all(|b| b.is_ascii_digit() || b";:?".contains(&b))
}

/// Returns the end of a CSI sequence, and whether it is complete.
fn csi(text: &str, start: usize) -> (usize, bool) {
    let bytes = &text.as_bytes()[start..];
    let bytes = &bytes[..bytes.len().min(LONGEST)];
    let parameters = bytes.iter().take_while(|b| (0x30..0x40).contains(*b)).count();
    let rest = &bytes[parameters..];
    let end = start + parameters + rest.iter().take_while(|b| (0x20..0x30).contains(*b)).count();
    let whole = text.as_bytes().get(end).is_some_and(|b| (0x40..0x7F).contains(b));
    (end + usize::from(whole), whole)
}

/// Returns the end of a string sequence, and whether it is terminated.
fn string(text: &str, start: usize, kind: SequenceKind) -> (usize, bool) {
    let body = &text[start..];
    let stop = body.find(|c: char| {
        matches!(c, '\u{7}' | '\u{18}' | '\u{1A}' | '\u{1B}' | '\u{80}'..='\u{9F}')
            || (kind == SequenceKind::Osc && is_line_end(c))
    });
    let at = stop.unwrap_or(body.len());
    for end in ["\u{7}", "\u{1B}\\", "\u{9C}", "\u{18}", "\u{1A}"] {
        if body[at..].starts_with(end) {
            return (start + at + end.len(), true);
        }
    }
    // Unfinished: ends with the line, and takes none of the text after it.
    let line = body[..at].find(is_line_end).unwrap_or(at);
    (start + body.floor_char_boundary(line.min(LONGEST)), false)
}

fn meaning(kind: SequenceKind, sequence: &str) -> Meaning {
    let introducer: &[u8] = match kind {
        SequenceKind::Csi => b"\x1B[",
        SequenceKind::Osc if sequence.len() <= LONGEST => b"\x1B]",
        _ => return Meaning::None,
    };
    let mut reader = SequenceReader(Meaning::None);
    let mut parser = Parser::<DefaultCharAccumulator>::default();
    // Replace a one-character terminator.
    let sequence = sequence.trim_end_matches('\u{9C}');
    let end: &[u8] = if kind == SequenceKind::Osc { b"\x07" } else { b"" };
    for byte in introducer.iter().chain(sequence.as_bytes()).chain(end) {
        parser.advance(&mut reader, *byte);
    }
    reader.0
}

/// Records the meaning of a parsed sequence.
struct SequenceReader(Meaning);

impl Perform for SequenceReader {
    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], _: bool, action: u8) {
        if action == b'm' && intermediates.is_empty() {
            self.0 = Meaning::Look(changes(params));
        }
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], _: bool) {
        if let [b"8", _, target @ ..] = params {
            // The target may contain `;`, too.
            let target = target.iter().map(|part| String::from_utf8_lossy(part));
            let target = target.collect::<Vec<_>>().join(";");
            self.0 = Meaning::Link(writer::target(&target));
        }
    }
}

/// Returns the changes made by SGR parameters (ECMA-48, 8.3.117).
fn changes(params: &Params) -> Vec<TextLookChange> {
    use TextLookChange::{Background, Foreground, Off, On, Reset};
    let mut out = Vec::new();
    let mut params = params.iter();
    while let Some(param) = params.next() {
        let change = match *param {
            [0] => Reset,
            [1] => On(TextLook::BOLD),
            [2] => On(TextLook::FAINT),
            [3] => On(TextLook::ITALIC),
            [4, 0] | [24] => Off(TextLook::UNDERLINED),
            [4 | 21, ..] => On(TextLook::UNDERLINED),
            [7] => On(TextLook::REVERSED),
            [22] => Off(TextLook::BOLD.with(TextLook::FAINT)),
            [23] => Off(TextLook::ITALIC),
            [27] => Off(TextLook::REVERSED),
            [n @ 30..=37] => Foreground(ansi(n - 30)),
            [n @ 90..=97] => Foreground(ansi(n - 90 + BRIGHT)),
            [n @ 40..=47] => Background(ansi(n - 40)),
            [n @ 100..=107] => Background(ansi(n - 100 + BRIGHT)),
            [39] => Foreground(None),
            [49] => Background(None),
            [what @ (38 | 48 | 58), ref rest @ ..] => {
                let colour = match rest {
                    [] => following(&mut params),
                    [5, n, ..] => ansi(*n),
                    // With or without the identifier of a colour space.
                    [2, _, r, g, b, ..] | [2, r, g, b] => rgb(*r, *g, *b),
                    _ => None,
                };
                match (what, colour) {
                    (38, Some(colour)) => Foreground(Some(colour)),
                    (48, Some(colour)) => Background(Some(colour)),
                    // The colour of underlines, or one that is invalid.
                    _ => continue,
                }
            }
            _ => continue,
        };
        out.push(change);
    }
    out
}

/// The first of the bright colours.
const BRIGHT: u16 = 8;

/// Reads the index of a colour, or its red, green and blue, from the following parameters.
fn following<'p>(params: &mut impl Iterator<Item = &'p [u16]>) -> Option<Colour> {
    let mut next = || params.next()?.first().copied();
    match next()? {
        5 => ansi(next()?),
        2 => rgb(next()?, next()?, next()?),
        _ => None,
    }
}

/// Returns one of the terminal's 256 colours.
fn ansi(n: u16) -> Option<Colour> {
    u8::try_from(n).ok().map(Colour::Ansi)
}

fn rgb(r: u16, g: u16, b: u16) -> Option<Colour> {
    Some(Colour::Rgb(u8::try_from(r).ok()?, u8::try_from(g).ok()?, u8::try_from(b).ok()?))
}
