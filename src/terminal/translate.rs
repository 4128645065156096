//! Translates crossterm's events into this program's.

use super::Input;
use super::conversion::conversion;
use crate::action::Size;
use crossterm::event::Event as Reported;

/// Returns the event, if it matters to this program.
pub(super) fn input(reported: Reported) -> Option<Input> {
    match reported {
        Reported::Key(event) => key(event).map(Input::Key),
        Reported::Mouse(event) => mouse(event).map(Input::Mouse),
        Reported::Paste(text) => Some(Input::Paste(text)),
        Reported::Resize(columns, rows) => Some(Input::Resize(Size::of_terminal(columns, rows))),
        Reported::FocusGained | Reported::FocusLost => None,
    }
}

conversion!(crossterm::event, KeyModifiers, Esc, F);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Mouse, MouseKind};
    use crossterm::event::{
        KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
    };

    fn typed(code: KeyCode, modifiers: KeyModifiers) -> Option<String> {
        match input(Reported::Key(KeyEvent::new(code, modifiers)))? {
            Input::Key(key) => Some(key.to_string()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn keys_have_the_names_that_the_config_gives_them() {
        for (code, modifiers, name) in [
            (KeyCode::Char('A'), KeyModifiers::SHIFT, "A"),
            (KeyCode::Char('R'), KeyModifiers::CONTROL, "Ctrl-r"),
            (KeyCode::Char('x'), KeyModifiers::ALT, "Alt-x"),
            (KeyCode::Esc, KeyModifiers::NONE, "Escape"),
            (KeyCode::BackTab, KeyModifiers::SHIFT, "BackTab"),
            (KeyCode::F(1), KeyModifiers::NONE, "F1"),
        ] {
            assert_eq!(typed(code, modifiers).as_deref(), Some(name));
        }
        assert_eq!(typed(KeyCode::CapsLock, KeyModifiers::NONE), None);
        let kind = KeyEventKind::Release;
        let released = KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, kind);
        assert!(input(Reported::Key(released)).is_none(), "a key that is released");
    }

    #[test]
    fn the_mouse_presses_and_turns_its_wheel() {
        let used = |kind| {
            let modifiers = KeyModifiers::NONE;
            input(Reported::Mouse(MouseEvent { kind, column: 3, row: 5, modifiers }))
        };
        for (kind, wanted) in [
            (MouseEventKind::Down(MouseButton::Left), MouseKind::Press),
            (MouseEventKind::Down(MouseButton::Right), MouseKind::Menu),
            (MouseEventKind::ScrollDown, MouseKind::WheelDown),
        ] {
            let Some(Input::Mouse(mouse)) = used(kind) else { panic!("{kind:?}") };
            assert_eq!(mouse, Mouse { kind: wanted, column: 3, row: 5 });
        }
        assert!(used(MouseEventKind::Moved).is_none());
    }
}
