//! Several screens, one after another, as an animated SVG.

use super::drawing::Window;
use ratatui::buffer::Buffer;
use std::collections::HashMap;
use std::fmt::Write;

/// A screen, and how long it is visible.
pub struct Frame {
    /// The visible screen.
    pub screen: Buffer,
    /// Duration in tenths of a second.
    pub tenths: u32,
}

/// Plays the frames in order, repeatedly. With reduced motion, only the last one is visible.
pub fn animation(window: &Window, frames: &[Frame], label: &str) -> String {
    let all: u32 = frames.iter().map(|frame| frame.tenths).sum();
    let mut out = window.head(label);
    // A row that several frames share is drawn once.
    let mut known: HashMap<String, usize> = HashMap::new();
    let (mut rows, mut shown, mut style) = (String::new(), String::new(), String::new());
    let mut begin = 0;
    for (at, frame) in frames.iter().enumerate() {
        let last = at + 1 == frames.len();
        let end = begin + frame.tenths;
        let percent = |tenths: u32| f64::from(tenths) * 100.0 / f64::from(all);
        let (from, to) = (percent(begin), percent(end));
        let before = if at == 0 { "" } else { "0%{visibility:hidden}" };
        let after = if last { "" } else { &format!("{to:.2}%{{visibility:hidden}}") };
        let seen = if last { "visible" } else { "hidden" };
        let _ = writeln!(
            style,
            "#f{at}{{visibility:{seen};animation:f{at} {}s step-end infinite}}\
             @keyframes f{at}{{{before}{from:.2}%{{visibility:visible}}{after}}}",
            f64::from(all) / 10.0
        );
        let _ = writeln!(shown, "<g id=\"f{at}\">");
        for row in window.rows(&frame.screen).into_iter().filter(|row| !row.is_empty()) {
            let next = known.len();
            let id = *known.entry(row.clone()).or_insert_with(|| {
                let _ = write!(rows, "<g id=\"r{next}\">\n{row}</g>\n");
                next
            });
            let _ = write!(shown, "<use href=\"#r{id}\"/>");
        }
        shown.push_str("\n</g>\n");
        begin = end;
    }
    let still = "@media (prefers-reduced-motion:reduce){g{animation:none!important}}";
    let _ = write!(out, "<style>\n{style}{still}\n</style>\n<defs>\n{rows}</defs>\n{shown}");
    out.push_str("</g>\n</svg>\n");
    out
}
