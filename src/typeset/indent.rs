//! How far in from its edge a block begins.

use super::Setting;
use super::direction::{direction_of_block, document_direction};
use super::width::columns;
use crate::document::{BlockId, BlockKind, Document};

/// Columns of one level of provisions inside one another, in a full measure.
const LEVEL: u16 = 2;

/// The measure from which a level takes [`LEVEL`] columns; in half of it a
/// level takes one, and in less none.
const FULL: u16 = 48;

/// Columns by which a quotation is set in.
const QUOTATION: u16 = 2;

/// Columns of the widest bullet or number under which a list's item hangs.
const WIDEST_MARK: u16 = 6;

/// Columns between a block's edge and its words in a measure of so many: two for
/// each provision that the block's own stands in, less where there is little
/// room, and never more than a third; a quotation's own on top, and an item's for each
/// list around its own.
pub fn indent_of(document: &Document, id: BlockId, measure: u16) -> u16 {
    let block = document.block(id);
    let provisions = document
        .ancestry(block.section)
        .filter(|section| document.section(*section).kind.is_provision())
        .count();
    let levels = u16::try_from(provisions.saturating_sub(1)).unwrap_or(u16::MAX);
    let each = match measure {
        FULL.. => LEVEL,
        _ if measure >= FULL / 2 => LEVEL / 2,
        _ => 0,
    };
    let own = match block.kind {
        BlockKind::Quotation => QUOTATION,
        BlockKind::ListItem => u16::from(block.nesting).saturating_mul(each),
        _ => 0,
    };
    levels.saturating_mul(each).saturating_add(own).min(measure / 3)
}

/// Columns before the first line's words for a number that does not hang in the
/// margin, and two blanks; none where it hangs there. It does not where it is too
/// wide, or where the block runs against its document, whose margin stands at
/// the other side.
pub fn run_in(document: &Document, id: BlockId, setting: Setting) -> u16 {
    let Some(label) = document.label(id) else { return 0 };
    let wide = columns(label);
    if wide <= setting.margin && direction_of_block(document, id) == document_direction(document) {
        return 0;
    }
    wide.saturating_add(2).min(setting.columns / 3 * 2)
}

/// Columns of the bullet or number that an item begins with, and its blank.
pub(super) fn hang_of(body: &str) -> u16 {
    let Some((mark, _)) = body.split_once(' ') else { return 0 };
    let is_bullet = ["•", "◦", "▪", "·", "*", "-", "–", "—"].contains(&mark);
    let is_number = mark.ends_with(['.', ')', '、', '.', '）'])
        && mark.chars().any(char::is_alphanumeric)
        && columns(mark) <= WIDEST_MARK;
    if is_bullet || is_number { columns(mark) + 1 } else { 0 }
}
