//! The numbers of provisions, whatever the script and the style.
//!
//! * [`counter`] reads what counts: digits, numerals, letters, words;
//! * [`words`] is the table of words that name provisions and divisions;
//! * [`label`] reads what stands in front of a provision, [`worded`] or [`bare`];
//! * [`refrain`] finds the labels of a document whose words no table has;
//! * [`candidate`] collects the lines that begin so;
//! * [`run`] finds which of them follow one another, and [`strays`] those that are
//!   written otherwise than the run that they stand in;
//! * [`outline`](mod@outline) finds which runs are the document's levels, by the [`choice`]
//!   of the outermost, one for each [`instrument`].

mod bare;
mod candidate;
mod choice;
mod counter;
mod instrument;
mod label;
mod outline;
mod refrain;
mod run;
mod strays;
mod worded;
mod words;

pub use candidate::{LONGEST_HEADING, Place, candidates, columns_before};
pub use counter::counters_of;
pub use label::{Standing, labels};
pub use outline::{Heading, Mark, Unit, outline};
pub use words::{Rank, is_preamble};
