//! Converts the keys and mouse events of a library to those of this program: the libraries for Unix
//! and for other systems have types of their own, which differ in three names only.

/// Defines `key` and `mouse`, which convert the events of a library. It gives the module of their
/// types, its name for the set of modifiers, and its names for Escape and for a function key.
macro_rules! conversion {
    ($($library:ident)::+, $modifiers:ident, $escape:ident, $function:ident) => {
        fn key(event: $($library)::+::KeyEvent) -> Option<$crate::action::Key> {
            use $crate::action::{Key, KeyCode, Modifiers};
            use $($library)::+::{KeyCode as Code, KeyEventKind, $modifiers as Held};
            if event.kind == KeyEventKind::Release {
                return None;
            }
            let mut modifiers = Modifiers {
                control: event.modifiers.contains(Held::CONTROL),
                alt: event.modifiers.contains(Held::ALT),
                shift: event.modifiers.contains(Held::SHIFT),
            };
            let code = match event.code {
                Code::Char(c) => {
                    // The case of a letter already shows whether Shift was down.
                    modifiers.shift = false;
                    KeyCode::Char(if modifiers.control { c.to_ascii_lowercase() } else { c })
                }
                Code::Enter => KeyCode::Enter,
                Code::$escape => KeyCode::Escape,
                Code::Tab => KeyCode::Tab,
                Code::BackTab => {
                    modifiers.shift = false;
                    KeyCode::BackTab
                }
                Code::Backspace => KeyCode::Backspace,
                Code::Delete => KeyCode::Delete,
                Code::Insert => KeyCode::Insert,
                Code::Up => KeyCode::Up,
                Code::Down => KeyCode::Down,
                Code::Left => KeyCode::Left,
                Code::Right => KeyCode::Right,
                Code::Home => KeyCode::Home,
                Code::End => KeyCode::End,
                Code::PageUp => KeyCode::PageUp,
                Code::PageDown => KeyCode::PageDown,
                Code::$function(n) => KeyCode::Function(n),
                _ => return None,
            };
            Some(Key { code, modifiers })
        }

        fn mouse(event: $($library)::+::MouseEvent) -> Option<$crate::action::Mouse> {
            use $crate::action::{Mouse, MouseKind};
            use $($library)::+::{MouseButton, MouseEventKind};
            let kind = match event.kind {
                MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
                MouseEventKind::Down(MouseButton::Right) => MouseKind::Menu,
                MouseEventKind::Up(MouseButton::Left) => MouseKind::Release,
                MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
                MouseEventKind::ScrollDown => MouseKind::WheelDown,
                MouseEventKind::ScrollUp => MouseKind::WheelUp,
                _ => return None,
            };
            Some(Mouse { kind, column: event.column, row: event.row })
        }
    };
}

pub(super) use conversion;
