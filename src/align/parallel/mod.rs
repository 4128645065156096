//! Two languages side by side: which provision of one text is which of the other, by their numbers, and
//! which paragraphs and sentences belong together, by their lengths, the signs that both have, and the
//! words that the pair of texts itself teaches.
//!
//! A provision that one text lacks is a row with an empty side; it never shifts what follows.

mod differences;
mod fnv;
mod paragraphs;
mod part;
mod program;
mod ratio;
mod row;
mod sections;
mod sentences;
mod shapes;
mod side_by_side;
mod signs;
mod stretches;
mod vocabulary;

pub use differences::{LocatedDifference, ParallelDifference};
pub use row::{LEAST_CERTAIN, ParallelRow, ParallelSide, SectionPair};
pub use sentences::SentencePair;
pub use side_by_side::Parallel;
