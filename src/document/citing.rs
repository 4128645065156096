//! The links of a document in the order of their targets.

use super::{Link, LinkTarget, Passage, Point};

/// Links of a document to its own places, in the order of these places.
#[derive(Debug, Clone)]
pub(super) struct Citing {
    /// For each link: its target, the furthest end of the targets before it, and
    /// its index among the document's links.
    pub by_target: Vec<(Passage, Point, usize)>,
}

impl Citing {
    pub fn of(links: &[Link]) -> Self {
        let mut targets: Vec<(Passage, usize)> = links
            .iter()
            .enumerate()
            .filter_map(|(at, link)| match link.target {
                LinkTarget::Passage(passage) => Some((passage, at)),
                LinkTarget::Outside(_) | LinkTarget::Nowhere(_) => None,
            })
            .collect();
        targets.sort_unstable();
        let mut reach = Point::default();
        let by_target = targets
            .into_iter()
            .map(|(passage, at)| {
                reach = reach.max(passage.end);
                (passage, reach, at)
            })
            .collect();
        Self { by_target }
    }
}
