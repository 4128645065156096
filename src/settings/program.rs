//! A program named in the config, with its arguments. They are passed to the system as they are,
//! without a shell.

use crate::messages::{errors, settings};
use thiserror::Error;

/// The placeholder for the text in a program's arguments.
const TEXT: &str = "{}";

/// A program and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    words: Vec<String>,
}

/// Why a setting names no program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ProgramError {
    /// It has no words.
    #[error("{}", errors::NO_PROGRAM)]
    Empty,
    /// A quotation mark is not closed.
    #[error("{}", settings::MISSING_QUOTATION_MARK)]
    Open,
}

impl Program {
    /// Creates a program from its words.
    ///
    /// # Errors
    /// If there are none.
    pub fn of(words: Vec<String>) -> Result<Self, ProgramError> {
        match words.first() {
            Some(program) if !program.is_empty() => Ok(Self { words }),
            _ => Err(ProgramError::Empty),
        }
    }

    /// Parses a command line: blanks outside quotation marks separate the words.
    ///
    /// # Errors
    /// If it names no program, or a closing quotation mark is missing.
    pub fn parse(line: &str) -> Result<Self, ProgramError> {
        let mut words: Vec<String> = Vec::new();
        let (mut word, mut quote): (Option<String>, Option<char>) = (None, None);
        for c in line.chars() {
            match (c, quote) {
                (c, Some(mark)) if c == mark => quote = None,
                ('"' | '\'', None) => {
                    quote = Some(c);
                    word.get_or_insert_default();
                }
                (c, None) if c.is_whitespace() => words.extend(word.take()),
                (c, _) => word.get_or_insert_default().push(c),
            }
        }
        if quote.is_some() {
            return Err(ProgramError::Open);
        }
        words.extend(word);
        Self::of(words)
    }

    /// The command for a text, and whether the text goes to standard input: it does if no argument
    /// contains `{}`.
    pub fn for_text(&self, text: &str) -> (Vec<String>, bool) {
        let takes = |word: &String| word.contains(TEXT);
        let by_input = !self.words.iter().skip(1).any(takes);
        let (program, arguments) = self.words.split_at(1);
        let arguments = arguments.iter().map(|word| word.replace(TEXT, text));
        (program.iter().cloned().chain(arguments).collect(), by_input)
    }

    /// The words, as the config writes them.
    pub fn words(&self) -> &[String] {
        &self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_parted_at_blanks_outside_of_quotation_marks() {
        let words = |line| Program::parse(line).map(|program| program.words);
        assert_eq!(words("dict {}"), Ok(vec!["dict".to_owned(), "{}".to_owned()]));
        let quoted = ["my reader", "-v", "it's", ""].map(str::to_owned).to_vec();
        assert_eq!(words("'my reader' -v \"it's\" ''"), Ok(quoted));
        assert_eq!(words("  "), Err(ProgramError::Empty));
        assert_eq!(words("dict 'x"), Err(ProgramError::Open));
    }

    #[test]
    fn the_text_is_one_argument_whatever_is_in_it() {
        let program = Program::parse("dict -d {} all").expect("a program");
        let (words, by_input) = program.for_text("lamp; rm -r $HOME {}");
        assert_eq!(words, ["dict", "-d", "lamp; rm -r $HOME {}", "all"]);
        assert!(!by_input);
        let (words, by_input) = Program::parse("say -e").expect("a program").for_text("x");
        assert_eq!((words.len(), by_input), (2, true));
    }
}
