//! Breaks one block into lines according to its kind.

use super::direction::direction_of_block;
use super::indent::{hang_of, indent_of, run_in};
use super::mark::{self, SideMark};
use super::segment::MarkedText;
use super::wrap::{Fitting, LayoutSetting, LinePlace, Paragraph, Shape, fill};
use super::{Line, code, printed, table};
use crate::document::{BlockId, BlockKind, Direction, Document, InlineKind};

/// Extra indent, in columns, of the continuation of an overlong line.
const CONTINUED: u16 = 2;

/// Breaks a block into lines. Every byte that is not white space is in exactly one
/// line; an empty block yields one empty line.
pub(super) fn set(document: &Document, id: BlockId, setting: LayoutSetting) -> Vec<Line> {
    let block = document.block(id);
    let body = document.body(id);
    let running = block.kind.is_paragraph() || block.kind == BlockKind::Note;
    let setting = LayoutSetting {
        hyphenation: setting.hyphenation.filter(|_| running),
        justify: setting.justify && running,
        ..setting
    };
    let direction = direction_of_block(document, id);
    let indent = indent_of(document, id, setting.columns);
    let hang = if block.kind == BlockKind::ListItem { hang_of(body) } else { 0 };
    let shape = Shape {
        direction,
        first: indent + run_in(document, id, setting),
        rest: (indent + hang).min(setting.columns / 2),
        centred: block.kind == BlockKind::Ornament,
    };
    match block.kind {
        BlockKind::Preformatted => preformatted(body, setting, shape),
        BlockKind::Code => code::set(body, setting, indent),
        BlockKind::Printed => printed::set(body, setting),
        BlockKind::Table => {
            let marks = code_marks(document, id);
            table::set(body, &document.table(id), &marks, setting, table_shape(direction, indent))
        }
        _ => fill(body, &code_marks(document, id), setting, shape),
    }
}

/// Returns the shape of a table in the measure.
pub(super) fn table_shape(direction: Direction, indent: u16) -> Shape {
    Shape { first: indent, rest: indent, ..Shape::flush(direction) }
}

/// Returns the marks around code in the text of a block.
pub(super) fn code_marks(document: &Document, id: BlockId) -> Vec<SideMark> {
    let start = document.block(id).body.start.get();
    let code = document.inlines(id).iter().filter(|inline| inline.kind == InlineKind::Code);
    let ranges = code.map(|code| code.span.range()).map(|r| r.start - start..r.end - start);
    mark::around(document.body(id), ranges)
}

/// Sets lines whose breaks and blanks are significant: an overlong line continues
/// on the next row with a deeper indent.
fn preformatted(body: &str, setting: LayoutSetting, shape: Shape) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for hard in body.split('\n') {
        let text = hard.trim_end();
        let first = if start == 0 { shape.first } else { shape.rest };
        let shape = Shape { first, ..shape };
        let wide = super::columns(text).saturating_add(first);
        if wide <= setting.columns {
            let marked = MarkedText { text, start, marks: &[] };
            let paragraph = Paragraph::new(marked, setting, shape);
            lines.push(paragraph.line(0..text.len(), LinePlace::First, Fitting::default()));
        } else {
            let blanks = text.len() - text.trim_start().len();
            let inner = super::columns(&text[..blanks]).min(setting.columns / 3);
            let (first, rest) = (first + inner, shape.rest + inner + CONTINUED);
            let half = setting.columns / 2;
            let shape = Shape { first: first.min(half), rest: rest.min(half), ..shape };
            let marked = MarkedText { text: &text[blanks..], start: start + blanks, marks: &[] };
            Paragraph::new(marked, setting, shape).wrap_full(&mut lines);
        }
        start += hard.len() + 1;
    }
    lines
}
