//! The indent of a block.

use super::LayoutSetting;
use super::direction::{direction_of_block, document_direction};
use super::width::columns;
use crate::document::{BlockId, BlockKind, Document};

/// Columns per level of nested provisions, in a full measure.
const LEVEL: u16 = 2;

/// The measure from which a level takes [`LEVEL`] columns; from half of it a level
/// takes one column, below that none.
const FULL: u16 = 48;

/// The indent of a quotation, in columns.
const QUOTATION: u16 = 2;

/// Columns of the widest number that gives a list item a hanging indent.
const WIDEST_MARK: u16 = 6;

/// Returns the columns between a block's edge and its words in a measure of `measure`
/// columns: two for each provision around the block's own (fewer in a narrow measure),
/// plus the indent of a quotation, or of each list around an item's own; never more
/// than a third of the measure.
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

/// Returns the columns before the first line's words for a number that does not hang
/// in the margin, including two blanks; 0 if it hangs there. A number does not hang if
/// it is too wide, or if the block's direction differs from the document's, whose
/// margin is on the other side.
pub fn run_in(document: &Document, id: BlockId, setting: LayoutSetting) -> u16 {
    let Some(label) = document.label(id) else { return 0 };
    let wide = columns(label);
    if wide <= setting.margin && direction_of_block(document, id) == document_direction(document) {
        return 0;
    }
    wide.saturating_add(2).min(setting.columns / 3 * 2)
}

/// Returns the columns of the bullet or number at the start of an item, with the blank
/// after it.
pub(super) fn hang_of(body: &str) -> u16 {
    let Some((mark, _)) = body.split_once(' ') else { return 0 };
    let is_bullet = ["•", "◦", "▪", "·", "*", "-", "–", "—"].contains(&mark);
    let is_number = mark.ends_with(['.', ')', '、', '.', '）'])
        && mark.chars().any(char::is_alphanumeric)
        && columns(mark) <= WIDEST_MARK;
    if is_bullet || is_number { columns(mark) + 1 } else { 0 }
}
