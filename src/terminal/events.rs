//! Converts what [`termina`] reads from the terminal to the events of this program.

use super::Input;
use crate::action::{Key, KeyCode, Modifiers, Mouse, MouseKind};
use crate::settings::Background;
use termina::Event as Reported;
use termina::escape::csi::{Csi, DecModeSetting, DecPrivateMode, DecPrivateModeCode, Device, Mode};
use termina::escape::osc::{ColorOrQuery, DynamicColorNumber, Osc};
use termina::event::{
    KeyCode as Code, KeyEvent, KeyEventKind, Modifiers as Held, MouseButton, MouseEvent,
    MouseEventKind,
};
use termina::style::RgbColor;

/// Returns the event, if it matters to this program.
pub(super) fn event(reported: Reported) -> Option<Input> {
    match reported {
        Reported::Key(event) => key(event).map(Input::Key),
        Reported::Mouse(event) => mouse(event).map(Input::Mouse),
        Reported::Osc(Osc::ChangeDynamicColors(
            DynamicColorNumber::TextBackgroundColor,
            colours,
        )) => colours.into_iter().find_map(|colour| match colour {
            ColorOrQuery::Color(colour) => Some(Input::Background(background(colour))),
            ColorOrQuery::Query => None,
        }),
        Reported::Csi(Csi::Device(Device::DeviceAttributes(()))) => Some(Input::Answered),
        Reported::Csi(Csi::Mode(Mode::ReportDecPrivateMode {
            mode: DecPrivateMode::Code(DecPrivateModeCode::SynchronizedOutput),
            setting: DecModeSetting::Set | DecModeSetting::Reset,
        })) => Some(Input::Synchronises),
        // Unsolicited or late replies are not keys.
        _ => None,
    }
}

/// Returns whether a background colour is light or dark, by its relative luminance
/// (ITU-R BT.709).
fn background(RgbColor { red, green, blue }: RgbColor) -> Background {
    let linear = |channel: u8| (f32::from(channel) / 255.0).powf(2.2);
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    // The grey that looks half as light as white.
    if luminance > 0.18 { Background::Light } else { Background::Dark }
}

fn key(event: KeyEvent) -> Option<Key> {
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
        Code::Escape => KeyCode::Escape,
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
        Code::Function(n) => KeyCode::Function(n),
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
