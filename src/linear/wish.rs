//! What a line requests.

use crate::action::{Action, Context, Key, KeyMap};
use crate::app::SearchDirection;
use crate::find::PatternSyntax;

/// What a line requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish<'a> {
    /// The next paragraph.
    Next,
    /// The paragraph before.
    Previous,
    /// The next match during a search, otherwise the next paragraph.
    Further,
    /// The paragraph that was read last.
    Again,
    /// The place of an address.
    Address(&'a str),
    /// The place of an address, if the line is an address.
    PerhapsAddress(&'a str),
    /// This many clauses or paragraphs forward.
    Steps(u32, Action),
    /// A part of the whole, in hundredths.
    Part(u32),
    /// A search; without words, the end of the current search.
    Search(SearchDirection, PatternSyntax, &'a str),
    /// To select a passage.
    Select(&'a str),
    /// An action on a passage.
    On(Action, &'a str),
    /// The contents, or those of one section.
    Contents(&'a str),
    /// A list, or one of its entries.
    List(Action, &'a str),
    /// The references of the paragraph, or one of them.
    References(&'a str),
    /// A command of the palette.
    Command(&'a str),
    /// An action that takes a letter.
    Letter(Action, char),
    /// A bookmark with a note.
    Note(&'a str),
    /// Any other action.
    Act(Action),
    /// An action about rows and columns, which plain lines do not have.
    OnScreen(Action),
    /// What can be typed.
    Guide,
}

impl<'a> Wish<'a> {
    /// Reads a line by the keys that mean actions on the screen.
    pub fn of(line: &'a str, keys: &KeyMap) -> Self {
        let line = line.trim();
        let mut rest = line.chars();
        let Some(first) = rest.next() else { return Self::Next };
        let behind = rest.as_str().trim();
        match first {
            '/' => return Self::search(SearchDirection::Forward, '/', rest.as_str()),
            '?' if behind.is_empty() => return Self::Guide,
            '?' => return Self::search(SearchDirection::Backward, '?', rest.as_str()),
            ':' => return Self::Command(behind),
            '\'' => return Self::Address(behind),
            '0'..='9' => return Self::counted(line, keys).unwrap_or(Self::Address(line)),
            '+' | '-' if behind.starts_with(|c: char| c.is_ascii_digit()) => {
                return Self::Address(line);
            }
            _ => {}
        }
        let (word, argument) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let argument = argument.trim();
        let mut letters = word.chars();
        let named = match (letters.next(), letters.next(), letters.next()) {
            (Some(c), None, _) => match Self::by_letter(c, argument) {
                Some(wish) => return wish,
                None => keys.action(Context::Everywhere, Key::char(c)),
            },
            (Some(c), Some(letter), None) => match keys.action(Context::Everywhere, Key::char(c)) {
                Some(action @ (Action::QuickMark | Action::GoToMark)) => {
                    return Self::Letter(action, letter);
                }
                _ => None,
            },
            _ => Action::from_name(word),
        };
        named.map_or(Self::PerhapsAddress(line), |action| Self::by_action(action, argument))
    }

    /// Whether it is about the passage that is selected.
    pub fn is_about_selection(self) -> bool {
        match self {
            Self::Note(_) => true,
            Self::Act(action) => matches!(
                action,
                Action::Mark
                    | Action::MarkWithNote
                    | Action::Copy
                    | Action::CopyWithCitation
                    | Action::CopyAddress
                    | Action::LookUp
                    | Action::SpeakParagraph
                    | Action::Cancel
            ),
            _ => false,
        }
    }

    /// A search; doubling the sign searches by a regular expression.
    fn search(direction: SearchDirection, sign: char, behind: &'a str) -> Self {
        match behind.strip_prefix(sign) {
            Some(expression) => Self::Search(direction, PatternSyntax::Regex, expression.trim()),
            None => Self::Search(direction, PatternSyntax::Literal, behind.trim()),
        }
    }

    /// The meaning of letters that the screen uses for rows, windows and the palette.
    fn by_letter(letter: char, argument: &'a str) -> Option<Self> {
        Some(match letter {
            'n' => Self::Further,
            'p' => Self::Previous,
            '.' => Self::Again,
            'h' => Self::Guide,
            'b' => Self::List(Action::Bookmarks, argument),
            'c' => Self::Contents(argument),
            'x' => Self::References(argument),
            'q' => Self::Act(Action::Quit),
            _ => return None,
        })
    }

    /// The meaning of an action with an argument.
    pub fn by_action(action: Action, argument: &'a str) -> Self {
        match action {
            Action::ParagraphNext | Action::LineDown | Action::HalfPageDown | Action::PageDown => {
                Self::Next
            }
            Action::ParagraphPrevious | Action::LineUp | Action::HalfPageUp | Action::PageUp => {
                Self::Previous
            }
            Action::Jump => Self::Address(argument),
            Action::FocusOutline => Self::Contents(argument),
            Action::Bookmarks
            | Action::RecentDocuments
            | Action::Members
            | Action::Abbreviations
            | Action::Terms
            | Action::References
            | Action::CitedBy => Self::List(action, argument),
            Action::LinkNext | Action::LinkPrevious | Action::LinkHints => {
                Self::References(argument)
            }
            Action::Mark | Action::MarkWithNote if !argument.is_empty() => Self::Note(argument),
            // On the screen the key twice goes back.
            Action::GoToMark => Self::Act(Action::Back),
            Action::Help => Self::Guide,
            Action::Palette => Self::Command(argument),
            Action::SearchForward => {
                Self::Search(SearchDirection::Forward, PatternSyntax::Literal, argument)
            }
            Action::SearchRegex => {
                Self::Search(SearchDirection::Forward, PatternSyntax::Regex, argument)
            }
            Action::SearchBackward => {
                Self::Search(SearchDirection::Backward, PatternSyntax::Literal, argument)
            }
            Action::Select => Self::Select(argument),
            Action::Copy
            | Action::CopyWithCitation
            | Action::CopyAddress
            | Action::LookUp
            | Action::SpeakParagraph
                if !argument.is_empty() =>
            {
                Self::On(action, argument)
            }
            action if is_for_the_screen(action) => Self::OnScreen(action),
            action => Self::Act(action),
        }
    }

    /// A number and the key of what it counts.
    fn counted(line: &str, keys: &KeyMap) -> Option<Self> {
        let key = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let count: u32 = line[..line.len() - key.len()].parse().ok()?;
        let mut letters = key.chars();
        let (Some(c), None) = (letters.next(), letters.next()) else { return None };
        match keys.action(Context::Everywhere, Key::char(c))? {
            Action::GoToPart => Some(Self::Part(count)),
            action @ (Action::ClauseNext
            | Action::ClausePrevious
            | Action::ParagraphNext
            | Action::ParagraphPrevious) => Some(Self::Steps(count, action)),
            _ => None,
        }
    }
}

/// Whether an action is about rows, columns, colours or a list that is open on the screen.
pub fn is_for_the_screen(action: Action) -> bool {
    action.context() != Context::Everywhere
        || matches!(
            action,
            Action::Left
                | Action::Right
                | Action::Confirm
                | Action::Peek
                | Action::ToggleOutline
                | Action::Beside
                | Action::Fold
                | Action::FoldAll
                | Action::Wider
                | Action::Narrower
                | Action::ToggleJustify
                | Action::ToggleHyphenation
                | Action::ToggleBidi
                | Action::NextTheme
                | Action::ToggleMouse
                | Action::Redraw
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_an_address_a_search_a_command_or_an_action() {
        let keys = KeyMap::default();
        for (line, wish) in [
            ("", Wish::Next),
            (" 8:3 ", Wish::Address("8:3")),
            ("3]", Wish::Steps(3, Action::ClauseNext)),
            ("50%", Wish::Part(50)),
            ("5(c)", Wish::Address("5(c)")),
            ("+1", Wish::Address("+1")),
            (
                "/of the sea",
                Wish::Search(SearchDirection::Forward, PatternSyntax::Literal, "of the sea"),
            ),
            ("//l[ai]mp", Wish::Search(SearchDirection::Forward, PatternSyntax::Regex, "l[ai]mp")),
            ("?", Wish::Guide),
            ("?sea", Wish::Search(SearchDirection::Backward, PatternSyntax::Literal, "sea")),
            (":width 60", Wish::Command("width 60")),
            ("b 2 d", Wish::List(Action::Bookmarks, "2 d")),
            ("m for the talk", Wish::Note("for the talk")),
            ("Qa", Wish::Letter(Action::QuickMark, 'a')),
            ("`a", Wish::Letter(Action::GoToMark, 'a')),
            ("``", Wish::Letter(Action::GoToMark, '`')),
            ("check", Wish::Act(Action::Check)),
            ("v own fund", Wish::Select("own fund")),
            ("y 4-8", Wish::On(Action::Copy, "4-8")),
            ("y", Wish::Act(Action::Copy)),
            ("z", Wish::OnScreen(Action::Fold)),
            ("pp3", Wish::PerhapsAddress("pp3")),
        ] {
            assert_eq!(Wish::of(line, &keys), wish, "{line}");
        }
    }
}
