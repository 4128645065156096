//! The thresholds of the rules about labels and sequences, by their names.

use super::{choice, figures, kind, learned, outline, peers, quoted, recitals, run};
use crate::structure::trace::{Rule, Threshold};

/// What a rule compares with.
pub fn thresholds(rule: Rule) -> Vec<Threshold> {
    let of = |figures: &[(&'static str, usize)]| {
        figures.iter().map(|(name, value)| Threshold { name, value: *value }).collect()
    };
    match rule {
        Rule::ColumnOfFigures => of(&[
            ("lines in a column, at least", figures::LEAST),
            ("characters of a figure, at most", figures::LONGEST),
        ]),
        Rule::Quoted => of(&[("lines of a quotation, at most", quoted::LONGEST)]),
        Rule::LearnedLabel => of(&[
            ("lines that are alike, at least", learned::LEAST),
            ("bytes below each of a chapter, more than", learned::LONGEST_ARTICLE),
        ]),
        Rule::PutInLater => {
            of(&[("articles of one part for each of two, at least", peers::RARELY)])
        }
        Rule::PartOfLaw | Rule::BeginsLate => of(&[("labels, at least", run::LEAST_OF_PART)]),
        Rule::BeginsAgain => of(&[
            ("paragraphs of a report, at least", kind::MANY),
            ("bytes of each, at least", kind::LONG),
        ]),
        Rule::LesserList => of(&[("times as long as those of the list", kind::MUCH)]),
        Rule::TooMany => of(&[("sequences that are compared", choice::MOST_RUNS)]),
        Rule::PartOfOutline => of(&[("times as long as the sequence", choice::OUTLINED)]),
        Rule::AnotherText => of(&[
            ("provisions, at least", kind::LEAST),
            ("bytes of each, at least", kind::SHORTEST),
        ]),
        Rule::Recital => of(&[("recitals, at least", recitals::LEAST)]),
        Rule::TooDeep => of(&[("levels, at most", outline::DEEPEST)]),
        _ => Vec::new(),
    }
}
