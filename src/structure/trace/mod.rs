//! The trace of recognition: why a line became a provision, or did not.
//!
//! The passes tell each decision to a [`Trace`], by the name of a [`Rule`] and its figures.
//! Who only reads a document gives [`Untraced`], which does nothing and for which nothing is
//! compiled in; who asks gives a [`Recorder`], whose [`Trail`] holds the decisions by the lines
//! that they are about. An [`Explainer`] puts them beside what became of a line.

mod explainer;
mod explanation;
mod figure;
mod names;
mod quantity;
mod rule;
mod sighting;
mod telling;
#[cfg(test)]
mod tests;
mod trail;
mod wording;

pub use explainer::Explainer;
pub use explanation::{Becomes, Explanation, LabelReading, Reason, Sequence};
pub use figure::{Figure, Threshold};
pub use quantity::Quantity;
pub use rule::{Rule, RuleEffect};
pub use sighting::{Bearing, Sighting};
pub use telling::{Trace, TraceSubject, Untraced};
pub use trail::{Recorder, Trail};
