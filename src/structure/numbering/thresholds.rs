//! The thresholds of the rules about labels and sequences, in words.

use super::{
    bracketed, choice, figures, given, instrument, kind, learned, lettered, marker, outline, peers,
    quoted, raised, recitals, run, running, sequences, stepped,
};
use crate::messages::thresholds;
use crate::structure::trace::{Rule, Threshold};

/// Returns what a rule compares with.
pub fn thresholds(rule: Rule) -> Vec<Threshold> {
    let of = Threshold::all;
    match rule {
        Rule::ColumnOfFigures => of(&[
            (thresholds::at_least_lines_in_the_column, figures::LEAST),
            (thresholds::at_most_characters_in_a_figure, figures::LONGEST),
        ]),
        Rule::Quoted => of(&[(thresholds::at_most_lines_in_a_quotation, quoted::LONGEST)]),
        Rule::Given => of(&[
            (thresholds::at_most_paragraphs_between_the_number_and_the_lead_in, given::NEAR),
            (thresholds::at_most_paragraphs_inserted_in_one_place, given::LONGEST),
        ]),
        Rule::RunningNumber => of(&[
            (thresholds::at_least_consecutive_numbers, running::LEAST),
            (thresholds::at_least_percent_after_the_end_of_a_sentence, running::PARTED.percent()),
            (thresholds::without_a_heading_at_least_percent_with_titles, running::TITLED.percent()),
        ]),
        Rule::BracketedNumber => of(&[
            (thresholds::at_least_paragraphs, bracketed::LEAST),
            (thresholds::at_least_percent_of_the_text, bracketed::SPANNED.percent()),
            (thresholds::unless_they_have_fewer_than_bytes_on_average, bracketed::LONGEST_ENTRY),
            (thresholds::and_at_least_percent_have_a_year, bracketed::DATED.percent()),
            (thresholds::years_of_books_begin_at, bracketed::BOOK_YEARS.start as usize),
            (thresholds::years_of_books_end_before, bracketed::BOOK_YEARS.end as usize),
        ]),
        Rule::LetteredPart => {
            of(&[(thresholds::at_least_letters_that_follow_one_another, lettered::LEAST)])
        }
        Rule::RaisedNumber => {
            of(&[(thresholds::at_least_articles_with_raised_numbers, raised::LEAST)])
        }
        Rule::SteppedNumber => of(&[(thresholds::at_least_numbers_by_tens, stepped::LEAST)]),
        Rule::LearnedLabel => of(&[
            (thresholds::at_least_lines_that_are_alike, learned::LEAST),
            (thresholds::chapters_have_more_than_bytes_below_each, learned::LONGEST_ARTICLE),
            (
                thresholds::at_least_percent_of_the_headings_with_changing_words,
                learned::NEARLY_ALL.percent(),
            ),
        ]),
        Rule::PutInLater => of(&[
            (thresholds::at_least_articles_with_one_part_for_each_with_two, peers::RARELY),
            (
                thresholds::or_at_least_percent_of_the_numbers_with_a_point_beside_the_whole_ones,
                peers::MOSTLY.percent(),
            ),
        ]),
        Rule::PartOfLaw | Rule::BeginsLate => {
            of(&[(thresholds::at_least_labels, run::LEAST_OF_PART)])
        }
        Rule::SeriesAnywhere => of(&[
            (thresholds::at_least_labels, run::LEAST_OF_PART),
            (thresholds::at_most_numbers_for_each_label, sequences::SPARSE),
            (thresholds::years_begin_at, sequences::YEARS.start as usize),
            (thresholds::years_end_before, sequences::YEARS.end as usize),
        ]),
        Rule::BeginsAgain => of(&[(thresholds::more_than_lists, kind::AGAIN)]),
        Rule::ParagraphsOfReport => of(&[
            (thresholds::at_least_paragraphs, kind::MANY),
            (thresholds::at_least_bytes_in_each, kind::LONG),
            (thresholds::at_least_times_as_many_as_in_any_list, kind::ALONE),
        ]),
        Rule::ArticlesAgain => {
            of(&[(thresholds::at_least_one_in_as_many_labels_as_the_longest_sequence, kind::MUCH)])
        }
        Rule::LesserList => {
            of(&[(thresholds::provisions_more_than_times_as_long_as_these, kind::MUCH)])
        }
        Rule::TooMany => of(&[(thresholds::the_best_sequences, choice::MOST_RUNS)]),
        Rule::InsideAnother => {
            of(&[(thresholds::at_least_percent_of_the_numbers_held, choice::HELD.percent())])
        }
        Rule::NumberedThrough | Rule::NotNumberedThrough => of(&[
            (thresholds::at_least_percent_headings, outline::HEADINGS.percent()),
            (thresholds::at_least_percent_with_provisions, outline::FILLED.percent()),
        ]),
        Rule::PartOfOutline => of(&[(thresholds::at_least_times_as_much_text, choice::OUTLINED)]),
        Rule::SeveralTexts | Rule::ShortText => of(&[
            (thresholds::at_least_provisions_in_each_on_average, kind::LEAST),
            (thresholds::at_least_bytes_in_each_provision_on_average, kind::SHORTEST),
            (thresholds::at_least_percent_below_headings, kind::HEADED.percent()),
            (thresholds::at_most_percent_after_a_colon, kind::LED_IN.percent()),
            (thresholds::at_least_percent_of_the_text, kind::WHOLE.percent()),
        ]),
        Rule::TextBelowHeading => of(&[
            (thresholds::at_least_provisions, kind::LEAST),
            (thresholds::at_least_one_in_of_the_length_of_the_others, kind::MUCH),
        ]),
        Rule::LargeText => of(&[
            (thresholds::at_least_provisions, kind::LEAST),
            (
                thresholds::at_least_percent_of_the_length_of_the_chosen_text,
                instrument::LARGE.percent(),
            ),
        ]),
        Rule::Recital => of(&[(thresholds::at_least_recitals, recitals::LEAST)]),
        Rule::HoldsNumbers => {
            of(&[(thresholds::at_least_percent_with_numbers_below_them, run::HOLDING.percent())])
        }
        Rule::OnlyParagraph => {
            of(&[(thresholds::at_least_percent_of_the_articles_beside_it, marker::ALIKE.percent())])
        }
        Rule::LoneLikeOthers => of(&[
            (thresholds::at_least_lists_beside_it, marker::LEAST_ALIKE),
            (thresholds::at_least_percent_of_the_provisions_beside_it, marker::ALIKE.percent()),
        ]),
        Rule::TooDeep => of(&[(thresholds::at_most_levels, marker::DEEPEST)]),
        _ => Vec::new(),
    }
}
