//! Translates crossterm's events into this program's.

use super::Input;
use crate::action::{Key, KeyCode, Modifiers, Mouse, MouseKind, Size};
use crossterm::event::{
    Event as Reported, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers, MouseButton,
    MouseEvent, MouseEventKind,
};

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

fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let mut modifiers = Modifiers {
        control: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift: event.modifiers.contains(KeyModifiers::SHIFT),
    };
    let code = match event.code {
        Code::Char(c) => {
            // The case of a letter already shows whether Shift was down.
            modifiers.shift = false;
            KeyCode::Char(if modifiers.control { c.to_ascii_lowercase() } else { c })
        }
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Escape,
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
        Code::F(n) => KeyCode::Function(n),
        _ => return None,
    };
    Some(Key { code, modifiers })
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
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
