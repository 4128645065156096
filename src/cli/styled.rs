//! Text for standard output in pieces that have a role, which a terminal shows by colour.
//!
//! Only this module writes control sequences for commands that print, and only around text from
//! which they were removed.

use super::error::Failure;
use super::output::{printable, write_out};
use crate::messages::usage;
use crate::terminal::Environment;
use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use std::io::{self, IsTerminal};

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ColourChoice {
    #[value(help = usage::COLOUR_AUTO)]
    #[default]
    Auto,
    #[value(help = usage::COLOUR_ALWAYS)]
    Always,
    #[value(help = usage::COLOUR_NEVER)]
    Never,
}

/// Whether something is shown by control sequences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sequences {
    Used,
    Unused,
}

impl Sequences {
    const fn of(used: bool) -> Self {
        if used { Self::Used } else { Self::Unused }
    }
}

/// How text is written to standard output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rendition {
    colours: Sequences,
    links: Sequences,
}

impl Rendition {
    /// Plain text.
    pub const PLAIN: Self = Self { colours: Sequences::Unused, links: Sequences::Unused };

    /// Whether colours are shown.
    pub fn shows_colours(self) -> bool {
        self.colours == Sequences::Used
    }

    /// Whether links are shown.
    pub fn shows_links(self) -> bool {
        self.links == Sequences::Used
    }

    /// Decides for standard output.
    pub fn of_output(choice: ColourChoice) -> Self {
        Self::of(choice, &Environment::read(), io::stdout().is_terminal())
    }

    /// Decides about colours by the choice, else by `NO_COLOR`, `CLICOLOR_FORCE` and the type of
    /// the terminal, in this order. Links are only for terminals.
    fn of(choice: ColourChoice, environment: &Environment, is_terminal: bool) -> Self {
        let is_capable = is_terminal && environment.has_screen() && !environment.term.is_empty();
        let coloured = match choice {
            ColourChoice::Always => true,
            ColourChoice::Never => false,
            ColourChoice::Auto if environment.no_color => false,
            ColourChoice::Auto if environment.clicolor_force => true,
            ColourChoice::Auto => is_capable,
        };
        // The console of Linux shows the targets of links as text.
        let linked = is_capable && choice != ColourChoice::Never && environment.term != "linux";
        Self { colours: Sequences::of(coloured), links: Sequences::of(linked) }
    }
}

/// What a piece of the output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextRole {
    /// A title, or the name of a term.
    Heading,
    /// An address of the document.
    Address,
    /// The name of a file.
    File,
    /// Words that were searched for.
    Found,
    /// A fault of the document.
    Fault,
    /// Something that may be intended.
    Remark,
    /// Words that are only in the old version of a text.
    Gone,
    /// Words that are only in the new version of a text.
    New,
}

impl TextRole {
    /// The colours are those of the terminal's own scheme, so that they suit its background.
    fn style(self) -> Style {
        let coloured =
            |colour: AnsiColor| Style::new().fg_color(Some(anstyle::Color::Ansi(colour)));
        match self {
            Self::Heading => Style::new().bold(),
            Self::Address => coloured(AnsiColor::Green),
            Self::File => coloured(AnsiColor::Magenta),
            Self::Found | Self::Fault => coloured(AnsiColor::Red).bold(),
            Self::Remark => coloured(AnsiColor::Yellow),
            Self::Gone => coloured(AnsiColor::Red).strikethrough(),
            Self::New => coloured(AnsiColor::Green).underline(),
        }
    }
}

/// Text in pieces.
#[derive(Debug, Clone, Default)]
pub struct Styled {
    text: String,
    pieces: Vec<StyledPiece>,
}

/// A piece of text: where it ends, its look, and where it leads.
#[derive(Debug, Clone)]
struct StyledPiece {
    end: usize,
    style: Option<Style>,
    target: Option<Box<str>>,
}

impl StyledPiece {
    /// Whether it is text and no more.
    const fn is_plain(&self) -> bool {
        self.style.is_none() && self.target.is_none()
    }
}

/// The kinds of targets that are made links.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

impl From<String> for Styled {
    fn from(text: String) -> Self {
        let pieces = vec![StyledPiece { end: text.len(), style: None, target: None }];
        Self { text, pieces }
    }
}

impl Styled {
    /// Adds text without a role.
    pub fn push(&mut self, text: impl AsRef<str>) -> &mut Self {
        self.add(text.as_ref(), None, None)
    }

    /// Adds text with a role.
    pub fn put(&mut self, role: TextRole, text: impl AsRef<str>) -> &mut Self {
        self.ink(role.style(), text)
    }

    /// Adds text with a look of its own.
    pub fn ink(&mut self, style: Style, text: impl AsRef<str>) -> &mut Self {
        self.add(text.as_ref(), Some(style).filter(|style| !style.is_plain()), None)
    }

    /// Adds text that leads to a target.
    pub fn link(&mut self, target: &str, text: impl AsRef<str>) -> &mut Self {
        self.link_ink(target, Style::new(), text)
    }

    /// Adds text with a look of its own that leads to a target.
    pub fn link_ink(&mut self, target: &str, style: Style, text: impl AsRef<str>) -> &mut Self {
        let is_safe = SCHEMES.iter().any(|scheme| target.starts_with(scheme))
            && target.bytes().all(|byte| byte.is_ascii_graphic());
        let style = Some(style).filter(|style| !style.is_plain());
        self.add(text.as_ref(), style, is_safe.then(|| target.into()))
    }

    fn add(&mut self, text: &str, style: Option<Style>, target: Option<Box<str>>) -> &mut Self {
        self.text.push_str(text);
        let piece = StyledPiece { end: self.text.len(), style, target };
        match self.pieces.last_mut() {
            Some(last) if last.is_plain() && piece.is_plain() => last.end = piece.end,
            _ => self.pieces.push(piece),
        }
        self
    }

    /// Adds other text.
    pub fn append(&mut self, other: Self) -> &mut Self {
        let from = self.text.len();
        self.text.push_str(&other.text);
        let moved = |piece: StyledPiece| StyledPiece { end: piece.end + from, ..piece };
        self.pieces.extend(other.pieces.into_iter().map(moved));
        self
    }

    /// Whether it has no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Returns the text alone.
    pub fn plain(&self) -> &str {
        &self.text
    }

    /// Returns the text for standard output.
    pub fn rendered(&self, rendition: Rendition) -> String {
        let (mut out, mut start) = (String::with_capacity(self.text.len()), 0);
        for StyledPiece { end, style, target } in &self.pieces {
            let text = printable(&self.text[start..*end]);
            start = *end;
            if text.is_empty() {
                continue;
            }
            let target = target.as_ref().filter(|_| rendition.links == Sequences::Used);
            if let Some(target) = target {
                out.push_str(&format!("\u{1b}]8;;{target}\u{1b}\\"));
            }
            match style.filter(|_| rendition.colours == Sequences::Used) {
                Some(style) => {
                    out.push_str(&format!("{style}{text}{style:#}"));
                }
                None => out.push_str(&text),
            }
            if target.is_some() {
                out.push_str("\u{1b}]8;;\u{1b}\\");
            }
        }
        out
    }

    /// Writes it to standard output.
    ///
    /// # Errors
    /// If standard output cannot be written, unless it is a closed pipe.
    pub fn emit(&self, rendition: Rendition) -> Result<(), Failure> {
        write_out(&self.rendered(rendition))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ColourChoice::{Always, Auto, Never};

    #[test]
    fn the_choice_comes_before_the_environment_and_that_before_the_terminal() {
        let xterm = Environment { term: "xterm".to_owned(), ..Environment::default() };
        let dumb = Environment { term: "dumb".to_owned(), ..Environment::default() };
        let none = Environment { no_color: true, ..xterm.clone() };
        let force = Environment { clicolor_force: true, ..dumb.clone() };
        let both = Environment { no_color: true, ..force.clone() };
        for (choice, environment, is_terminal, coloured) in [
            (Auto, &xterm, true, true),
            (Auto, &xterm, false, false),
            (Auto, &dumb, true, false),
            (Auto, &Environment::default(), true, false),
            (Auto, &none, true, false),
            (Auto, &force, false, true),
            (Auto, &both, true, false),
            (Always, &both, false, true),
            (Never, &force, true, false),
        ] {
            let rendition = Rendition::of(choice, environment, is_terminal);
            let wanted = Sequences::of(coloured);
            assert_eq!(rendition.colours, wanted, "{choice:?} {environment:?} {is_terminal}");
            let linked = is_terminal && environment.term == "xterm" && choice != Never;
            assert_eq!(rendition.links, Sequences::of(linked), "{choice:?} {environment:?}");
        }
    }

    #[test]
    fn only_roles_make_control_sequences() {
        let mut text = Styled::default();
        text.put(TextRole::Found, "a\u{1b}[2Jb").push(" c\u{9b}31m\n").put(TextRole::Address, "");
        assert_eq!(text.rendered(Rendition::PLAIN), "a\u{fffd}[2Jb c\u{fffd}31m\n");
        let coloured = Rendition { colours: Sequences::Used, ..Rendition::PLAIN };
        let coloured = text.rendered(coloured);
        assert_eq!(coloured, "\u{1b}[1m\u{1b}[31ma\u{fffd}[2Jb\u{1b}[0m c\u{fffd}31m\n");
    }

    #[test]
    fn only_safe_targets_are_links() {
        let linked = Rendition { links: Sequences::Used, ..Rendition::PLAIN };
        let render = |target: &str| {
            let mut text = Styled::default();
            text.link(target, "lamp");
            assert_eq!(text.rendered(Rendition::PLAIN), "lamp");
            text.rendered(linked)
        };
        assert_eq!(
            render("https://lamps.example/a"),
            "\u{1b}]8;;https://lamps.example/a\u{1b}\\lamp\u{1b}]8;;\u{1b}\\"
        );
        for target in ["javascript:lamp()", "#a", "https://a\u{1b}\\", "http://a b", "https://ä"] {
            assert_eq!(render(target), "lamp", "{target:?}");
        }
    }
}
