//! The most helpful actions at the moment, for the bottom line to offer.

use super::{App, Focus, Mode, Page, PeekSubject, RegisterKind};
use crate::action::{Action, Key, KeyCode};
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
            (Mode::Documents, _) => &[
                A::Cancel,
                A::Confirm,
                A::FilterDocuments,
                A::OrderDocuments,
                A::ForgetDocument,
                A::Undo,
            ],
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
                A::FilterBookmarks,
                A::DeleteBookmark,
                A::OrderBookmarks,
                A::EditTags,
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
                | PeekSubject::Report { .. }
                | PeekSubject::LookedUp { .. } => &[A::Cancel, A::Copy],
                PeekSubject::Place(_)
                | PeekSubject::Words(_)
                | PeekSubject::Findings(_)
                | PeekSubject::History(_) => &[A::Cancel, A::Confirm, A::Copy],
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
                RegisterKind::CitedBy(_) | RegisterKind::References => {
                    &[A::Cancel, A::Confirm, A::FilterRegister, A::OrderRegister, A::Help]
                }
                _ => {
                    &[A::Cancel, A::Confirm, A::Left, A::FilterRegister, A::OrderRegister, A::Help]
                }
            },
            (Mode::Read, Page::Text) if self.comparison.is_some() && self.is_at_entry() => {
                &[A::Help, A::Confirm, A::LinkNext, A::NextChange, A::Cancel]
            }
            (Mode::Read, Page::Text) if self.comparison.is_some() && self.search.is_none() => &[
                A::Help,
                A::NextChange,
                A::PreviousChange,
                A::OnlyMatches,
                A::Peek,
                A::Compare,
                A::Beside,
                A::Cancel,
            ],
            (Mode::Read, Page::Text) if self.pair().is_some() && self.search.is_none() => &[
                A::Help,
                A::OtherText,
                A::Beside,
                A::OnlyMatches,
                A::ToggleCoupling,
                A::Jump,
                A::Cancel,
            ],
            (Mode::Read, Page::Text) if self.current_link().is_some() => {
                &[A::Help, A::Confirm, A::LinkNext, A::Cancel]
            }
            (Mode::Read, Page::Text) if self.search.is_some() => &[
                A::Help,
                A::SearchNext,
                A::SearchPrevious,
                A::Cancel,
                A::OnlyMatches,
                A::Mark,
                A::SearchForward,
            ],
            // The commands for the other documents are behind the palette.
            (Mode::Read, Page::Text) if self.among.is_some() && self.has_numbers() => {
                &[A::Help, A::Jump, A::Palette, A::SearchForward, A::Mark, A::Select]
            }
            (Mode::Read, Page::Text) if self.among.is_some() => {
                &[A::Help, A::Palette, A::SearchForward, A::Mark, A::Select, A::FocusOutline]
            }
            (Mode::Read, Page::Text) if self.has_numbers() => {
                &[A::Help, A::Jump, A::SearchForward, A::Mark, A::Palette, A::Select]
            }
            (Mode::Read, Page::Text) => {
                &[A::Help, A::SearchForward, A::Mark, A::Palette, A::Select, A::FocusOutline]
            }
            (Mode::Palette(_) | Mode::Menu(_), _) => &[A::Cancel, A::Confirm],
            _ => &[],
        };
        let possible = |action: &&A| **action != A::LookUp || self.settings.lookup.is_some();
        actions.iter().filter(possible).map(|action| self.hint(*action)).collect()
    }

    fn hint(&self, action: Action) -> Hint {
        let (key, words) = match action {
            // What is typed into has keys of its own.
            _ if let Some(key) = self.own_key(action) => {
                let words = if action == Action::Confirm { hints::RUN } else { action.hint() };
                (key.to_string(), words)
            }
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
            Action::Beside if self.pair().is_some() => {
                (self.key_hint(action), self.words_for_pair())
            }
            Action::OnlyMatches if self.pair().is_some() && self.search.is_none() => {
                (self.key_hint(action), hints::ONLY_UNMATCHED)
            }
            Action::ToggleCoupling if self.is_scrolling_free() => {
                (self.key_hint(action), hints::COUPLE)
            }
            Action::OnlyMatches if self.comparison.is_some() && self.search.is_none() => {
                (self.key_hint(action), hints::ONLY_CHANGES)
            }
            Action::Peek if self.comparison.is_some() => {
                (self.key_hint(action), hints::OLD_WORDING)
            }
            Action::FocusOutline if self.focus == Focus::Outline => {
                (self.key_hint(action), hints::FOCUS_TEXT)
            }
            Action::Cancel
                if (self.comparison.is_some() || self.pair().is_some())
                    && matches!(self.mode, Mode::Read)
                    && self.search.is_none() =>
            {
                (self.key_hint(action), hints::LEAVE)
            }
            Action::Cancel if matches!(self.mode, Mode::Read) && self.page == Page::Text => {
                (self.key_hint(action), hints::CLEAR)
            }
            _ => (self.key_hint(action), action.hint()),
        };
        Hint { action, key, words }
    }

    /// Returns the key of an action in the palette and in a menu, where keys cannot be bound.
    pub(super) fn own_key(&self, action: Action) -> Option<Key> {
        let code = match (&self.mode, action) {
            (Mode::Palette(_) | Mode::Menu(_), Action::Confirm) => KeyCode::Enter,
            (Mode::Palette(_) | Mode::Menu(_), Action::Cancel) => KeyCode::Escape,
            _ => return None,
        };
        Some(Key::plain(code))
    }

    /// Whether the document has provisions that a number leads to.
    fn has_numbers(&self) -> bool {
        self.example().is_some()
    }

    /// The first things to know about a document, until the first key, in full and in brief; `None`
    /// if there is something else to report.
    pub(super) fn greeting(&self) -> Option<[String; 2]> {
        let alone = self.notice.is_none() && self.among.is_none();
        let wanted = self.settings.hints == Hints::Shown;
        if !(self.untouched && self.is_at_beginning() && alone && wanted) {
            return None;
        }
        let key = |action| self.key_hint(action);
        let (search, mark) = (key(Action::SearchForward), key(Action::Mark));
        let help = key(Action::Help);
        let brief = match self.example() {
            Some((number, name)) => states::start_with_clause(number, name, search, mark, help),
            None => states::start(search, mark, help),
        };
        Some([states::start_and_quit(&brief, key(Action::Quit)), brief])
    }

    /// A provision as an example: the address to type, and its name.
    fn example(&self) -> Option<(&str, String)> {
        let id = self.progress.example()?;
        let address = self.document.section_address(id);
        let begins = address.starts_with(|c: char| c.is_ascii_digit());
        begins.then(|| (address, self.document.section_name_with_kind(id)))
    }
}
