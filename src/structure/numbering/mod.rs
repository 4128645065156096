//! The numbers of provisions, whatever the script and the style.
//!
//! * [`learned`] finds the labels of a document whose words no table has;
//! * [`figures`] finds columns of numbers that are no labels;
//! * `quoted` and [`given`] find provisions of another text that an amending act gives;
//! * [`running`] finds bare numbers that label lines which no blank line parts;
//! * [`candidate`] collects the lines that begin as a provision would;
//! * [`bracketed`] finds out whether numbers in square brackets number the paragraphs, and
//!   [`raised`] whether raised ones do;
//! * [`beginnings`] finds which lines may begin one, and [`leader`] those of a table of
//!   contents;
//! * [`lead`] finds what comes before each of them;
//! * [`alphabets`] finds the alphabet of the letters of a text;
//! * [`ambiguous`] distinguishes the numeral `(i)` from the letter;
//! * [`stepped`] evens out numbers that count by tens;
//! * [`peers`] distinguishes `2.1` inserted between 2 and 3 from one below 2;
//! * [`lettered`] finds parts that are letters behind a decimal number;
//! * [`sequences`] finds which of them follow one another, by their [`successors`], and
//!   [`gap_filling`] those that are written otherwise than their run;
//! * [`scope`] defines what may be inside a provision;
//! * [`recitals`] finds the numbers before the first provision;
//! * [`annexes`] finds the headings of annexes;
//! * [`marker`] makes a [`mark`] of each provision, from the outside in;
//! * [`outline`](mod@outline) finds which runs are the document's levels, by the [`choice`]
//!   of the outermost, one for each [`instrument`];
//! * [`thresholds`](mod@thresholds) lists the figures that rules compare with;
//! * [`verdicts`] reports to the trace what became of labels and sequences.

mod alphabets;
mod ambiguous;
mod annexes;
mod beginnings;
mod bracketed;
mod candidate;
mod candidates;
mod choice;
mod extent;
mod figures;
mod gap_filling;
mod given;
mod instrument;
mod kind;
mod lead;
mod leader;
mod learned;
mod lettered;
mod line_labels;
mod mark;
mod marker;
mod outline;
mod peers;
mod place;
mod quoted;
mod raised;
mod recitals;
mod run;
mod running;
mod scope;
mod sequences;
mod stepped;
mod successors;
mod thresholds;
mod verdicts;

pub use kind::{LONG, MANY};
pub use mark::{Heading, Mark, ProvisionUnit};
pub use outline::outline;
use place::ManuscriptPlace;
pub use thresholds::thresholds;

use crate::import::manuscript::{Element, ElementKind};
use crate::lexicon::text_languages::TextLanguages;
use crate::structure::trace::Trace;
use candidate::Candidate;

/// The lines of a text that begin as a provision would, with every reading of their labels, in
/// order.
pub fn candidates(
    text: &str,
    elements: &[Element],
    languages: &TextLanguages<'_>,
    trace: &impl Trace,
) -> Vec<Candidate> {
    let mut candidates = candidates::candidates(text, elements, languages, trace);
    stepped::settle(&mut candidates, trace);
    peers::settle(text, elements, &mut candidates, trace);
    lettered::settle(&mut candidates, trace);
    ambiguous::settle(&mut candidates);
    alphabets::settle(&mut candidates);
    verdicts::sighted(trace, text, elements, &candidates);
    candidates
}

/// The headings that no label begins: one with a number may be that of a sub-clause.
pub fn headings(elements: &[Element], candidates: &[Candidate]) -> Vec<Heading> {
    let numbered = |element: usize| {
        let at = candidates.partition_point(|c| c.place.element < element);
        candidates.get(at).is_some_and(|c| c.place.element == element)
    };
    let heading = |(element, at): (usize, &Element)| match at.kind {
        ElementKind::Heading { level } if !numbered(element) => {
            Some(Heading { place: ManuscriptPlace { element, line: 0, column: 0 }, level })
        }
        _ => None,
    };
    elements.iter().enumerate().filter_map(heading).collect()
}
