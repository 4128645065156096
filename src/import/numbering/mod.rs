//! The numbers of provisions, whatever the script and the style.
//!
//! * [`counter`] reads what counts: digits, numerals, letters, words;
//! * [`words`] is the table of words that name provisions and divisions;
//! * [`label`] reads what stands in front of a provision, [`worded`] or [`bare`];
//! * [`insertion`] reads what tells a provision that was put in later from the one before;
//! * [`refrain`] finds the labels of a document whose words no table has;
//! * [`figures`] finds columns of numbers that are no labels;
//! * [`candidate`] collects the lines that begin so;
//! * [`lead`] tells what stands before each of them;
//! * [`run`] finds which of them follow one another, by what is [`ahead`], and
//!   [`strays`] those that are written otherwise than the run that they stand in;
//! * [`scope`] tells what may stand inside a provision;
//! * [`recitals`] finds the numbers before the first provision;
//! * [`outline`](mod@outline) finds which runs are the document's levels, by the [`choice`]
//!   of the outermost, one for each [`instrument`].

mod ahead;
mod bare;
mod candidate;
mod choice;
mod counter;
mod figures;
mod insertion;
mod instrument;
mod label;
mod lead;
mod outline;
mod recitals;
mod refrain;
mod run;
mod scope;
mod strays;
mod worded;
mod words;

pub use candidate::{LONGEST_HEADING, Place, candidates, columns_before};
pub use counter::counters_of;
pub use insertion::suffix;
pub use instrument::{LONG, MANY};
pub use label::{Standing, labels};
pub use outline::{Heading, Mark, Unit, outline};
pub use words::{Rank, is_preamble};
