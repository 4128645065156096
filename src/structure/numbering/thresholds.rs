//! The thresholds of the rules about labels and sequences, in words.

use super::{
    bracketed, choice, figures, given, instrument, kind, learned, marker, outline, peers, quoted,
    recitals, run, running, sequences,
};
use crate::structure::trace::{Rule, Threshold};

/// Returns what a rule compares with.
pub fn thresholds(rule: Rule) -> Vec<Threshold> {
    let of = Threshold::all;
    match rule {
        Rule::ColumnOfFigures => of(&[
            ("at least {} lines in the column", figures::LEAST),
            ("at most {} characters in a figure", figures::LONGEST),
        ]),
        Rule::Quoted => of(&[("at most {} lines in a quotation", quoted::LONGEST)]),
        Rule::Given => of(&[
            ("at most {} paragraphs between the number and the lead-in", given::NEAR),
            ("at most {} paragraphs inserted in one place", given::LONGEST),
        ]),
        Rule::RunningNumber => of(&[
            ("at least {} consecutive numbers", running::LEAST),
            ("at least {} percent after the end of a sentence", running::PARTED.percent()),
            ("without a heading, at least {} percent with titles", running::TITLED.percent()),
        ]),
        Rule::BracketedNumber => of(&[
            ("at least {} paragraphs", bracketed::LEAST),
            ("at least {} percent of the text", bracketed::SPANNED.percent()),
            ("unless they have fewer than {} bytes, on average,", bracketed::LONGEST_ENTRY),
            ("and at least {} percent have a year", bracketed::DATED.percent()),
            ("years of books begin at {}", bracketed::BOOK_YEARS.start as usize),
            ("years of books end before {}", bracketed::BOOK_YEARS.end as usize),
        ]),
        Rule::LearnedLabel => of(&[
            ("at least {} lines that are alike", learned::LEAST),
            ("chapters have more than {} bytes below each", learned::LONGEST_ARTICLE),
            (
                "at least {} percent of the headings with changing words",
                learned::NEARLY_ALL.percent(),
            ),
        ]),
        Rule::PutInLater => of(&[
            ("at least {} articles with one part for each with two", peers::RARELY),
            (
                "or at least {} percent of the numbers with a point beside the whole ones",
                peers::MOSTLY.percent(),
            ),
        ]),
        Rule::PartOfLaw | Rule::BeginsLate => of(&[("at least {} labels", run::LEAST_OF_PART)]),
        Rule::SeriesAnywhere => of(&[
            ("at least {} labels", run::LEAST_OF_PART),
            ("at most {} numbers for each label", sequences::SPARSE),
            ("years begin at {}", sequences::YEARS.start as usize),
            ("years end before {}", sequences::YEARS.end as usize),
        ]),
        Rule::BeginsAgain => of(&[("more than {} lists", kind::AGAIN)]),
        Rule::ParagraphsOfReport => of(&[
            ("at least {} paragraphs", kind::MANY),
            ("at least {} bytes in each", kind::LONG),
            ("at least {} times as many as in any list", kind::ALONE),
        ]),
        Rule::ArticlesAgain => {
            of(&[("at least 1/{} as many labels as the longest sequence", kind::MUCH)])
        }
        Rule::LesserList => of(&[("provisions more than {} times as long as these", kind::MUCH)]),
        Rule::TooMany => of(&[("the best {} sequences", choice::MOST_RUNS)]),
        Rule::InsideAnother => {
            of(&[("at least {} percent of the numbers held", choice::HELD.percent())])
        }
        Rule::NumberedThrough => of(&[
            ("at least {} percent headings", outline::HEADINGS.percent()),
            ("at least {} percent with provisions", outline::FILLED.percent()),
        ]),
        Rule::PartOfOutline => of(&[("at least {} times as much text", choice::OUTLINED)]),
        Rule::SeveralTexts | Rule::ShortText => of(&[
            ("at least {} provisions in each, on average", kind::LEAST),
            ("at least {} bytes in each provision, on average", kind::SHORTEST),
            ("at least {} percent below headings", kind::HEADED.percent()),
            ("at most {} percent after a colon", kind::LED_IN.percent()),
            ("at least {} percent of the text", kind::WHOLE.percent()),
        ]),
        Rule::TextBelowHeading => of(&[
            ("at least {} provisions", kind::LEAST),
            ("at least 1/{} of the length of the others", kind::MUCH),
        ]),
        Rule::LargeText => of(&[
            ("at least {} provisions", kind::LEAST),
            ("at least {} percent of the length of the chosen text", instrument::LARGE.percent()),
        ]),
        Rule::Recital => of(&[("at least {} recitals", recitals::LEAST)]),
        Rule::HoldsNumbers => {
            of(&[("at least {} percent with numbers below them", run::HOLDING.percent())])
        }
        Rule::OnlyParagraph => {
            of(&[("at least {} percent of the articles beside it", marker::ALIKE.percent())])
        }
        Rule::LoneLikeOthers => of(&[
            ("at least {} lists beside it", marker::LEAST_ALIKE),
            ("at least {} percent of the provisions beside it", marker::ALIKE.percent()),
        ]),
        Rule::TooDeep => of(&[("at most {} levels", marker::DEEPEST)]),
        _ => Vec::new(),
    }
}
