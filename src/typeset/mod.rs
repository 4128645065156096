//! A block becomes lines at a measure.
//!
//! The work has four steps:
//!
//! 1. The text of a block is parted into [`segment`]s that no line break
//!    parts: by UAX #14, and inside words by [`hyphenation`] where the language
//!    is known. None is parted inside a grapheme cluster, whose [`width`] is
//!    the unit of all counting.
//! 2. [`mod@wrap`] puts segments into lines so that the whole paragraph looks best
//!    (optimal fit). What is no running text is set as its kind wants it: see
//!    [`block`] and [`table`]; how far in it begins, [`indent`] tells.
//! 3. A [`Line`] tells in which column each character stands, and which stands
//!    in a column: in visual order where text runs right to left ([`bidi`]), its
//!    letters in the forms in which they join ([`joining`]).
//! 4. A [`Flow`] strings the lines of blocks, and the space between them, into
//!    rows: from a [`Top`], which is a place in the text, it gives the rows of
//!    one screen, and the `Top` that lies some rows up or down. Only blocks
//!    that this passes over are typeset.

mod bidi;
mod block;
mod code;
mod direction;
mod flow;
mod hyphenation;
mod indent;
mod joining;
mod line;
mod mark;
mod plain;
mod segment;
mod shown;
mod table;
#[cfg(test)]
mod tests;
mod width;
mod wrap;

pub use bidi::{Bidi, has_right_to_left, in_visual_order, in_visual_order_of, typed};
pub use direction::document_direction;
pub use flow::{Flow, Row, Top};
pub use hyphenation::patterns;
pub use indent::{indent_of, run_in};
pub use line::{Glyph, Line, Piece, Sign, SignKind};
pub use plain::plain;
pub use shown::Shown;
pub use width::{cluster_columns, columns};
pub use wrap::{Setting, lines, running_lines, wrap};
