//! What secure mode refuses, before the user types anything for it.

use super::{App, Effect};
use crate::action::Action;
use crate::settings::{Forbidden, Security};

impl App {
    /// Why secure mode refuses an action.
    pub(super) fn forbidden(&self, action: Action) -> Option<Forbidden> {
        forbidden(self.security, action)
    }

    /// Returns an effect that writes, unless writing is not allowed.
    pub(super) fn if_may_write(&mut self, effect: Effect) -> Vec<Effect> {
        match self.security.may_write() {
            Ok(()) => vec![effect],
            Err(forbidden) => {
                self.complain(forbidden.to_string());
                Vec::new()
            }
        }
    }
}

fn forbidden(security: Security, action: Action) -> Option<Forbidden> {
    let allowed = match action {
        Action::EditNoteOutside
        | Action::LookUp
        | Action::SpeakOn
        | Action::SpeakParagraph
        | Action::SpeakClause => security.may_start(),
        Action::Mark
        | Action::MarkWithNote
        | Action::QuickMark
        | Action::DeleteBookmark
        | Action::EditNote
        | Action::EditTags
        | Action::NextHighlight
        | Action::Accept
        | Action::AcceptAll
        | Action::Undo
        | Action::ForgetDocument
        | Action::SaveSettings
        | Action::ResetSettings => security.may_write(),
        _ => Ok(()),
    };
    allowed.err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_writes_or_starts_a_program_is_refused_and_all_else_is_not() {
        let refused: Vec<&str> = Action::ALL
            .iter()
            .filter(|action| forbidden(Security::Secure, **action).is_some())
            .map(|action| action.name())
            .collect();
        assert_eq!(
            refused,
            [
                "forget-document",
                "mark",
                "mark-with-note",
                "quick-mark",
                "look-up",
                "speak-on",
                "speak-paragraph",
                "speak-clause",
                "edit-note",
                "edit-note-outside",
                "edit-tags",
                "next-highlight",
                "accept",
                "accept-all",
                "delete-bookmark",
                "undo",
                "save-settings",
                "reset-settings"
            ]
        );
        assert!(Action::ALL.iter().all(|action| forbidden(Security::Open, *action).is_none()));
    }
}
