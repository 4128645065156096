//! Two languages side by side: which provision of one text is which of the other, by their numbers, and
//! which paragraphs belong together, by their lengths and the signs that both have.
//!
//! A provision that one text lacks is a row with an empty side; it never shifts what follows.

mod differences;
mod lengths;
mod paragraphs;
mod row;
mod sections;
mod side_by_side;
mod signs;

pub use differences::{LocatedDifference, ParallelDifference, ParallelSide};
pub use row::{LEAST_CERTAIN, ParallelRow, SectionPair};
pub use side_by_side::Parallel;
