//! Text for standard output in pieces that have a role, which a terminal shows by colour.
//!
//! Only this module writes control sequences for commands that print, and only around text from
//! which they were removed.

use super::error::Failure;
use super::output::{printable, write_out};
use crate::terminal::Environment;
use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use std::io::{self, IsTerminal};

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ColourChoice {
    /// On a terminal, unless the environment says otherwise
    #[default]
    Auto,
    /// Always, even into a pipe
    Always,
    /// Never
    Never,
}

/// Whether roles are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rendition {
    /// As plain text.
    Plain,
    /// In colours.
    Coloured,
}

impl Rendition {
    /// Decides for standard output.
    pub fn of_output(choice: ColourChoice) -> Self {
        Self::of(choice, &Environment::read(), io::stdout().is_terminal())
    }

    /// Decides by the choice, else by `NO_COLOR`, `CLICOLOR_FORCE` and the type of the terminal, in
    /// this order.
    fn of(choice: ColourChoice, environment: &Environment, is_terminal: bool) -> Self {
        let coloured = match choice {
            ColourChoice::Always => true,
            ColourChoice::Never => false,
            ColourChoice::Auto if environment.no_color => false,
            ColourChoice::Auto if environment.clicolor_force => true,
            ColourChoice::Auto => {
                is_terminal && environment.has_screen() && !environment.term.is_empty()
            }
        };
        if coloured { Self::Coloured } else { Self::Plain }
    }
}

/// What a piece of the output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
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
}

impl Role {
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
        }
    }
}

/// Text in pieces.
#[derive(Debug, Default)]
pub struct Styled {
    pieces: Vec<(Option<Role>, String)>,
}

impl Styled {
    /// Adds text without a role.
    pub fn push(&mut self, text: impl Into<String>) -> &mut Self {
        self.pieces.push((None, text.into()));
        self
    }

    /// Adds text with a role.
    pub fn put(&mut self, role: Role, text: impl Into<String>) -> &mut Self {
        self.pieces.push((Some(role), text.into()));
        self
    }

    /// Returns the text for standard output.
    fn rendered(&self, rendition: Rendition) -> String {
        let mut out = String::new();
        for (role, text) in &self.pieces {
            let text = printable(text);
            match role.filter(|_| rendition == Rendition::Coloured && !text.is_empty()) {
                Some(role) => {
                    let style = role.style();
                    out.push_str(&format!("{style}{text}{style:#}"));
                }
                None => out.push_str(&text),
            }
        }
        out
    }

    /// Writes it to standard output.
    ///
    /// # Errors
    /// If standard output cannot be written, except where nobody reads it any more.
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
            let wanted = if coloured { Rendition::Coloured } else { Rendition::Plain };
            assert_eq!(rendition, wanted, "{choice:?} {environment:?} {is_terminal}");
        }
    }

    #[test]
    fn only_roles_make_control_sequences() {
        let mut text = Styled::default();
        text.put(Role::Found, "a\u{1b}[2Jb").push(" c\u{9b}31m\n").put(Role::Address, "");
        assert_eq!(text.rendered(Rendition::Plain), "a\u{fffd}[2Jb c\u{fffd}31m\n");
        let coloured = text.rendered(Rendition::Coloured);
        assert_eq!(coloured, "\u{1b}[1m\u{1b}[31ma\u{fffd}[2Jb\u{1b}[0m c\u{fffd}31m\n");
    }
}
