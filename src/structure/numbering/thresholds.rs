//! The thresholds of the rules about labels and sequences, by their names.

use super::{
    choice, figures, given, instrument, kind, learned, marker, outline, peers, quoted, recitals,
    run, running,
};
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
        Rule::Given => of(&[
            ("paragraphs from the number to the lead-in, at most", given::NEAR),
            ("paragraphs that are given, at most", given::LONGEST),
        ]),
        Rule::RunningNumber => of(&[
            ("numbers that count on, at least", running::LEAST),
            ("percent that stand behind a sentence, at least", running::PARTED.percent()),
            ("percent with titles, at least, without a heading", running::TITLED.percent()),
        ]),
        Rule::LearnedLabel => of(&[
            ("lines that are alike, at least", learned::LEAST),
            ("bytes below each of a chapter, more than", learned::LONGEST_ARTICLE),
            ("percent of headings whose words change, at least", learned::NEARLY_ALL.percent()),
        ]),
        Rule::PutInLater => {
            of(&[("articles of one part for each of two, at least", peers::RARELY)])
        }
        Rule::PartOfLaw | Rule::BeginsLate => of(&[("labels, at least", run::LEAST_OF_PART)]),
        Rule::BeginsAgain => of(&[
            ("lists, more than", kind::AGAIN),
            ("paragraphs of a report, at least", kind::MANY),
            ("bytes of each, at least", kind::LONG),
        ]),
        Rule::LesserList => of(&[("times as long as those of the list", kind::MUCH)]),
        Rule::TooMany => of(&[("sequences that are compared", choice::MOST_RUNS)]),
        Rule::InsideAnother => {
            of(&[("percent of the numbers that it holds, at least", choice::HELD.percent())])
        }
        Rule::NumberedThrough => of(&[
            ("percent that are headings, at least", outline::HEADINGS.percent()),
            ("percent that hold provisions, at least", outline::FILLED.percent()),
        ]),
        Rule::PartOfOutline => of(&[("times as long as the sequence", choice::OUTLINED)]),
        Rule::AnotherText => of(&[
            ("provisions, at least", kind::LEAST),
            ("bytes of each, at least", kind::SHORTEST),
            (
                "percent of the chosen text, at least, without a heading",
                instrument::LARGE.percent(),
            ),
            ("percent below headings, at least, of many", kind::HEADED.percent()),
            ("percent that are led in to, at most, of many", kind::LED_IN.percent()),
            ("percent of the text, at least, of many", kind::WHOLE.percent()),
        ]),
        Rule::Recital => of(&[("recitals, at least", recitals::LEAST)]),
        Rule::HoldsNumbers => {
            of(&[("percent that have numbers below them, at least", run::HOLDING.percent())])
        }
        Rule::OnlyParagraph => {
            of(&[("percent of what stands beside it, at least", marker::ALIKE.percent())])
        }
        Rule::LoneLikeOthers => of(&[
            ("lists beside it, at least", marker::LEAST_ALIKE),
            ("percent of what stands beside it, at least", marker::ALIKE.percent()),
        ]),
        Rule::TooDeep => of(&[("levels, at most", marker::DEEPEST)]),
        _ => Vec::new(),
    }
}
