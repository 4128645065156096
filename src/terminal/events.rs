//! Converts what [`termina`] reads from the terminal to the events of this program.

use super::Input;
use super::conversion::conversion;
use crate::settings::Background;
use termina::Event as Reported;
use termina::escape::csi::{Csi, DecModeSetting, DecPrivateMode, DecPrivateModeCode, Device, Mode};
use termina::escape::osc::{ColorOrQuery, DynamicColorNumber, Osc};
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

conversion!(termina::event, Modifiers, Escape, Function);
