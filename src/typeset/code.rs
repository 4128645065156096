//! Code: keeps its lines, behind an edge at the left. An overlong line breaks
//! wherever it is full and continues on the next row behind a continuation sign.

use super::line::{Line, Sign, SignKind};
use super::segment::MarkedText;
use super::width::cluster_columns;
use super::wrap::{Fitting, LayoutSetting, LinePlace, Paragraph, Shape};
use crate::document::Direction;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// Columns of the edge and the blank after it.
const EDGE: u16 = 2;

/// Columns of the continuation sign and the blank after it.
const CONTINUED: u16 = 2;

/// Breaks code into lines, each indented like its block.
pub(super) fn set(body: &str, setting: LayoutSetting, indent: u16) -> Vec<Line> {
    let setting = LayoutSetting { justify: false, hyphenation: None, ..setting };
    let indent = indent.min(setting.columns / 2);
    let shape = Shape {
        first: indent + EDGE,
        rest: indent + EDGE + CONTINUED,
        ..Shape::flush(Direction::LeftToRight)
    };
    let room = |before: u16| setting.columns.saturating_sub(before).max(1);
    let mut lines = Vec::new();
    let mut start = 0;
    for hard in body.split('\n') {
        let text = hard.trim_end();
        let paragraph = Paragraph::new(MarkedText { text, start, marks: &[] }, setting, shape);
        let (mut from, mut wide) = (0, 0);
        let mut push = |range, place| {
            let mut signs = vec![sign(indent, "│", SignKind::Edge)];
            if place == LinePlace::Continued {
                signs.push(sign(indent + EDGE, "↪", SignKind::Continued));
            }
            lines.push(paragraph.line(range, place, Fitting::default()).with_signs(signs));
        };
        for (at, cluster) in text.grapheme_indices(true) {
            let more = cluster_columns(cluster);
            let room = room(if from == 0 { shape.first } else { shape.rest });
            if at > from && wide + more > room {
                push(from..at, LinePlace::of(from));
                (from, wide) = (at, 0);
            }
            wide += more;
        }
        push(from..text.len(), LinePlace::of(from));
        start += hard.len() + 1;
    }
    lines
}

fn sign(column: u16, text: &'static str, kind: SignKind) -> Sign {
    Sign { column, text: Cow::Borrowed(text), kind }
}
