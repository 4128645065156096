//! Breaks blocks into lines at a measure.
//!
//! The work has four steps:
//!
//! 1. The text of a block is split into unbreakable [`segment`]s: by UAX #14, and
//!    inside words by [`hyphenation`] if the language is known. No segment splits
//!    a grapheme cluster, and all counting is in cluster [`width`]s.
//! 2. [`mod@wrap`] fits segments into lines so that the paragraph as a whole looks
//!    best (optimal fit). Other kinds of block have their own layout: see
//!    [`block`] and [`table`]. [`indent`] gives a block's indent.
//! 3. A [`Line`] maps characters to columns and columns to characters, with
//!    right-to-left text in visual order ([`bidi`]) and its letters joined
//!    ([`joining`]).
//! 4. A [`Flow`] strings the lines of blocks and the space between them into rows.
//!    Given a [`Top`], which is a place in the text, it returns the rows of one
//!    screen, or the `Top` some rows up or down. It typesets only the blocks that
//!    it passes. A [`Companion`] is another text beside it: then the rows of a
//!    [`Pairing`] take the place of blocks.

mod bidi;
mod block;
mod cells;
mod code;
mod companion;
mod direction;
mod flow;
mod hyphenation;
mod indent;
mod joining;
mod line;
mod mark;
mod pairing;
mod piece;
mod plain;
mod printed;
mod row;
mod segment;
mod shown;
mod table;
#[cfg(test)]
mod tests;
mod width;
mod wrap;

pub use bidi::{Bidi, has_right_to_left, in_visual_order, in_visual_order_of, typed};
pub use cells::Placing;
pub use companion::{BesideRow, Companion, LackingCell, RowTie};
pub use direction::document_direction;
pub use flow::Flow;
pub use hyphenation::patterns;
pub use indent::{indent_of, run_in};
pub use line::{Line, Sign, SignKind};
pub use pairing::{BlocksBeside, PairedRow, Pairing, TextSide, Tie};
pub use piece::{Piece, PlacedCluster};
pub use plain::{LinkedWords, linked, plain};
pub use row::{Row, Top};
pub use shown::Shown;
pub use width::{cluster_columns, columns};
pub use wrap::{LayoutSetting, lines, running_lines, wrap};
