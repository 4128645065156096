//! Styles of characters, and the sequences that set them (ECMA-48, 8.3.117).

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The modifiers that are visible on a blank.
const SEEN_ON_BLANKS: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// The modifiers with the parameters that set them (ECMA-48, 8.3.117).
const PARAMETERS: [(Modifier, &str); 9] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::RAPID_BLINK, "6"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

/// The modifiers with the parameters that end them.
const ENDINGS: [(Modifier, &str); 7] = [
    (Modifier::BOLD.union(Modifier::DIM), "22"),
    (Modifier::ITALIC, "23"),
    (Modifier::UNDERLINED, "24"),
    (Modifier::SLOW_BLINK.union(Modifier::RAPID_BLINK), "25"),
    (Modifier::REVERSED, "27"),
    (Modifier::HIDDEN, "28"),
    (Modifier::CROSSED_OUT, "29"),
];

/// The style of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CharacterStyle {
    fore: Color,
    back: Color,
    underline: Color,
    modifier: Modifier,
}

impl CharacterStyle {
    /// The terminal's default style.
    pub const PLAIN: Self = Self {
        fore: Color::Reset,
        back: Color::Reset,
        underline: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// Returns the style of a cell.
    pub fn of(cell: &Cell) -> Self {
        Self {
            fore: cell.fg,
            back: cell.bg,
            underline: cell.underline_color,
            modifier: cell.modifier,
        }
    }

    /// Whether a blank looks the same in both styles.
    pub fn is_same_on_blanks(self, other: Self) -> bool {
        let seen = (self.modifier | other.modifier).intersects(SEEN_ON_BLANKS);
        self == other || (self.back == other.back && !seen)
    }

    /// Whether the background is the terminal's own.
    pub fn is_on_plain(self) -> bool {
        self.back == Color::Reset
    }

    /// Whether a blank in this style looks like an erased cell.
    pub fn is_erased(self) -> bool {
        self.is_same_on_blanks(Self::PLAIN)
    }

    /// Returns the sequence that changes this style into another; empty if they are equal.
    pub fn change(self, look: Self) -> String {
        if look == self {
            return String::new();
        }
        if look == CharacterStyle::PLAIN {
            return "\x1b[m".to_owned();
        }
        let mut parameters = String::new();
        let mut add = |parameter: &str| {
            if !parameters.is_empty() {
                parameters.push(';');
            }
            parameters.push_str(parameter);
        };
        let mut before = self;
        for (modifiers, parameter) in ENDINGS {
            let gone = before.modifier.intersection(modifiers).difference(look.modifier);
            if !gone.is_empty() {
                add(parameter);
                before.modifier.remove(modifiers);
            }
        }
        for (modifier, parameter) in PARAMETERS {
            if look.modifier.contains(modifier) && !before.modifier.contains(modifier) {
                add(parameter);
            }
        }
        if look.fore != before.fore {
            add(&colour(look.fore, '3'));
        }
        if look.back != before.back {
            add(&colour(look.back, '4'));
        }
        if look.underline != before.underline {
            add(&colour(look.underline, '5'));
        }
        format!("\x1b[{parameters}m")
    }
}

/// Returns the parameters of a colour for the text (`3`), the background (`4`) or lines
/// (`5`).
fn colour(colour: Color, place: char) -> String {
    let index = match colour {
        Color::Reset => return format!("{place}9"),
        Color::Rgb(r, g, b) => return format!("{place}8;2;{r};{g};{b}"),
        Color::Indexed(index) => index,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    format!("{place}8;5;{index}")
}
