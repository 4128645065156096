//! Lines that a program printed: each begins at the edge. An overlong line breaks wherever it is
//! full, as on a terminal, and goes on in the next row.

use super::line::Line;
use super::segment::MarkedText;
use super::width::cluster_columns;
use super::wrap::{Fitting, LayoutSetting, LinePlace, Paragraph, Shape};
use crate::document::Direction;
use unicode_segmentation::UnicodeSegmentation;

/// Breaks lines into rows.
pub(super) fn set(body: &str, setting: LayoutSetting) -> Vec<Line> {
    let setting = LayoutSetting { justify: false, hyphenation: None, ..setting };
    let shape = Shape::flush(Direction::LeftToRight);
    let room = setting.columns.max(1);
    let mut lines = Vec::new();
    let mut start = 0;
    for text in body.split('\n') {
        let paragraph = Paragraph::new(MarkedText { text, start, marks: &[] }, setting, shape);
        let mut push = |range, place| {
            lines.push(paragraph.line(range, place, Fitting::default()));
        };
        // Blanks at the end of a line, which may have a background, take no row of their own.
        let words = text.trim_end().len();
        let (mut from, mut wide, mut end) = (0, 0, text.len());
        for (at, cluster) in text.grapheme_indices(true) {
            let more = cluster_columns(cluster);
            if at > from && wide + more > room {
                if at >= words {
                    end = at;
                    break;
                }
                push(from..at, LinePlace::of(from));
                (from, wide) = (at, 0);
            }
            wide += more;
        }
        push(from..end, LinePlace::of(from));
        start += text.len() + 1;
    }
    lines
}
