//! Provisions that were put in later (`67.1` behind `67`), which look like sub-clauses.

use super::candidate::Candidate;
use crate::lexicon::keywords::Role;
use crate::structure::trace::{Figure, Rule, Subject, Trace};

/// Where hardly an article has a number of two (`67.1`) among those of one, it
/// was put in behind that (`67`), and is of the same level.
pub fn settle(candidates: &mut [Candidate], trace: &impl Trace) {
    let article = |candidate: &Candidate, components: u8| {
        let style = candidate.label.style;
        style.role() == Some(Role::Article) && style.components == components
    };
    let count = |components: u8| candidates.iter().filter(|c| article(c, components)).count();
    let (whole, dotted) = (count(1), count(2));
    if dotted == 0 || dotted * RARELY > whole {
        return;
    }
    for (at, candidate) in candidates.iter_mut().enumerate() {
        if !article(candidate, 2) {
            continue;
        }
        trace.tell(Subject::Reading(at), Rule::PutInLater, || {
            vec![
                Figure::count("articles of two parts", dotted),
                Figure::count("articles of one", whole),
            ]
        });
        let label = &mut candidate.label;
        if let Some(own) = label.value.components.pop() {
            label.value.suffix = own;
            label.style.components = 1;
        }
    }
}

/// For one article that was put in there are at least so many that were not.
const RARELY: usize = 2;
