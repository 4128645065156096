//! The most helpful actions at the moment, for the bottom line to offer.

use super::{App, Focus, Mode, Page, PeekSubject, RegisterKind};
use crate::action::Action;
use crate::messages::{hints, states};
use crate::settings::Hints;

/// An action that helps at the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The action.
    pub action: Action,
    /// The key shown for it.
    pub key: String,
    /// Its effect, in a word or two.
    pub words: &'static str,
}

impl App {
    /// The most helpful actions at the moment: first the one that is always offered, then the
    /// others, most helpful first. Empty while something is being typed.
    pub fn hints(&self) -> Vec<Hint> {
        use Action as A;
        let accept = self.chosen_bookmark().is_some_and(|kept| kept.can_be_accepted());
        let actions: &[A] = match (&self.mode, self.page) {
            _ if self.settings.hints == Hints::HelpOnly => &[A::Help],
            (Mode::Help(_), _) => &[A::Cancel, A::SearchForward, A::Confirm, A::PageDown],
            (Mode::Documents, _) => {
                &[A::Cancel, A::Confirm, A::FilterDocuments, A::ForgetDocument, A::Undo]
            }
            (Mode::Bookmarks, _) if accept => {
                &[A::Cancel, A::Accept, A::AcceptAll, A::Confirm, A::DeleteBookmark, A::Help]
            }
            (Mode::Bookmarks, _) if self.listed().len() == 0 => {
                &[A::Cancel, A::AllBookmarks, A::FilterBookmarks, A::Undo]
            }
            (Mode::Bookmarks, _) => &[
                A::Cancel,
                A::Confirm,
                A::EditNote,
                A::EditTags,
                A::FilterBookmarks,
                A::DeleteBookmark,
            ],
            (Mode::Select(_), _) => &[
                A::Cancel,
                A::Mark,
                A::MarkWithNote,
                A::Copy,
                A::CopyWithCitation,
                A::LookUp,
                A::Select,
                A::SelectOtherEnd,
            ],
            (Mode::Peek(peek), _) => match peek.subject {
                PeekSubject::Outside(_)
                | PeekSubject::Structure(_)
                | PeekSubject::LookedUp { .. } => &[A::Cancel, A::Copy],
                PeekSubject::Place(_) if self.can_pin() => {
                    &[A::Cancel, A::Confirm, A::Peek, A::Copy]
                }
                PeekSubject::Place(_) | PeekSubject::Words(_) | PeekSubject::Findings(_) => {
                    &[A::Cancel, A::Confirm, A::Copy]
                }
            },
            (Mode::Read, _) if self.focus == Focus::Outline => &[
                A::Help,
                A::Confirm,
                A::Peek,
                A::Fold,
                A::FoldAll,
                A::FocusOutline,
                A::WiderContents,
            ],
            (Mode::Read, Page::Register(register)) => match register.kind {
                RegisterKind::CitedBy(_) => &[A::Cancel, A::Confirm, A::Help],
                _ => {
                    &[A::Cancel, A::Confirm, A::Left, A::FilterRegister, A::OrderRegister, A::Help]
                }
            },
            (Mode::Read, Page::Text) if self.current_link().is_some() => {
                &[A::Help, A::Confirm, A::LinkNext, A::Cancel]
            }
            (Mode::Read, Page::Text) if self.search.is_some() => &[
                A::Help,
                A::SearchNext,
                A::SearchPrevious,
                A::OnlyMatches,
                A::SearchForward,
                A::Mark,
                A::Cancel,
            ],
            (Mode::Read, Page::Text) if self.has_numbers() => {
                &[A::Help, A::Jump, A::SearchForward, A::Mark, A::Bookmarks, A::Palette]
            }
            (Mode::Read, Page::Text) => {
                &[A::Help, A::SearchForward, A::Mark, A::Bookmarks, A::FocusOutline, A::Palette]
            }
            _ => &[],
        };
        let possible = |action: &&A| **action != A::LookUp || self.settings.lookup.is_some();
        actions.iter().filter(possible).map(|action| self.hint(*action)).collect()
    }

    fn hint(&self, action: Action) -> Hint {
        let (key, words) = match action {
            // A digit starts an address.
            Action::Jump => ("0–9".to_owned(), action.hint()),
            Action::Left => ("← →".to_owned(), action.hint()),
            Action::SearchForward if matches!(self.mode, Mode::Help(_)) => {
                (self.key_hint(action), hints::FIND_KEY)
            }
            Action::Confirm if matches!(self.mode, Mode::Help(_)) => {
                (self.key_hint(action), hints::RUN)
            }
            Action::Help if self.settings.hints == Hints::HelpOnly => (self.key_hint(action), ""),
            // In a selection the key selects the next larger unit.
            Action::Select => {
                let larger = self.selection_unit().and_then(super::Granularity::larger);
                (self.key_hint(action), larger.map_or(action.hint(), |unit| unit.name()))
            }
            Action::Peek if matches!(self.mode, Mode::Peek(_)) => {
                (self.key_hint(action), hints::PIN)
            }
            Action::OnlyMatches if self.only.is_some() => {
                (self.key_hint(action), hints::ALL_CLAUSES)
            }
            Action::FocusOutline if self.focus == Focus::Outline => {
                (self.key_hint(action), hints::FOCUS_TEXT)
            }
            Action::Cancel if matches!(self.mode, Mode::Read) && self.page == Page::Text => {
                (self.key_hint(action), hints::CLEAR)
            }
            _ => (self.key_hint(action), action.hint()),
        };
        Hint { action, key, words }
    }

    /// Whether the document has provisions that a number leads to.
    fn has_numbers(&self) -> bool {
        self.example().is_some()
    }

    /// The first three things to know about a document, until the first key; `None` if there is
    /// something else to report.
    pub(super) fn greeting(&self) -> Option<String> {
        let alone = self.notice.is_none() && self.among.is_none();
        let wanted = self.settings.hints == Hints::Shown;
        if !(self.untouched && self.is_at_beginning() && alone && wanted) {
            return None;
        }
        let key = |action| self.key_hint(action);
        let (search, mark) = (key(Action::SearchForward), key(Action::Mark));
        let help = key(Action::Help);
        Some(match self.example() {
            Some((number, name)) => states::start_with_clause(number, name, search, mark, help),
            None => states::start(search, mark, help),
        })
    }

    /// A provision as an example: the address to type, and its name.
    fn example(&self) -> Option<(&str, String)> {
        let id = self.progress.example()?;
        let address = self.document.section_address(id);
        let begins = address.starts_with(|c: char| c.is_ascii_digit());
        begins.then(|| (address, self.document.section_name_with_kind(id)))
    }
}
