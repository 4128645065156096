//! How the passes report their decisions, and the trace that ignores them.

use super::figure::Figure;
use super::rule::Rule;
use super::sighting::Sighting;
use crate::import::manuscript::Element;

/// What a decision is about.
#[derive(Debug, Clone, Copy)]
pub enum TraceSubject<'s> {
    /// The line that begins at a byte of the text.
    Line(usize),
    /// A reading of a label, by its place among all of them.
    Reading(usize),
    /// A sequence of labels, by their places.
    Sequence(&'s [usize]),
    /// All readings.
    Document,
}

/// Takes what the passes decide.
///
/// A pass that must compute more than a figure to tell a decision asks
/// [`ASKED`](Self::ASKED) first.
pub trait Trace {
    /// Whether anybody asks.
    const ASKED: bool;

    /// The text that the passes read, and its elements.
    fn manuscript(&self, text: &str, skipped: usize, elements: &[Element]);

    /// All readings of labels.
    fn sightings(&self, sightings: impl FnOnce() -> Vec<Sighting>);

    /// The provision that is looked into from now on.
    fn look_into(&self, provision: impl FnOnce() -> Option<String>);

    /// A decision.
    fn tell(&self, subject: TraceSubject<'_>, rule: Rule, figures: impl FnOnce() -> Vec<Figure>);
}

/// The trace that ignores all reports.
#[derive(Debug, Clone, Copy)]
pub struct Untraced;

impl Trace for Untraced {
    const ASKED: bool = false;

    #[inline]
    fn manuscript(&self, _: &str, _: usize, _: &[Element]) {}

    #[inline]
    fn sightings(&self, _: impl FnOnce() -> Vec<Sighting>) {}

    #[inline]
    fn look_into(&self, _: impl FnOnce() -> Option<String>) {}

    #[inline]
    fn tell(&self, _: TraceSubject<'_>, _: Rule, _: impl FnOnce() -> Vec<Figure>) {}
}
