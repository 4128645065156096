//! What the rules count.

use crate::messages::explanations;

/// Defines the quantities: the key of each in JSON, and its message in
/// `assets/messages/explanations.toml`.
macro_rules! quantities {
    ($($quantity:ident = $key:literal, $message:ident;)+) => {
        /// What a rule counts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Quantity {
            $(#[doc = concat!("`", $key, "`")] $quantity,)+
        }

        impl Quantity {
            /// Its key in JSON.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$quantity => $key,)+
                }
            }

            /// Its name in an explanation.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$quantity => explanations::$message,)+
                }
            }
        }
    };
}

quantities! {
    Headings = "headings", COUNTED_HEADINGS;
    HeadingsWithProvisions = "headings-with-provisions", COUNTED_HOLDING_PROVISIONS;
    LettersThatFollowOneAnother = "letters-that-follow-one-another", COUNTED_LETTERS_THAT_FOLLOW_ONE_ANOTHER;
    References = "references", COUNTED_REFERENCES;
    ReferencesThatLeadNowhere = "references-that-lead-nowhere", COUNTED_REFERENCES_THAT_LEAD_NOWHERE;
    Lines = "lines", COUNTED_LINES;
    Entries = "entries", COUNTED_ENTRIES;
    ListsOfThisStyleBesideIt = "lists-of-this-style-beside-it", COUNTED_LISTS_OF_THIS_STYLE_BESIDE_IT;
    NumbersWithAPoint = "numbers-with-a-point", COUNTED_NUMBERS_WITH_A_POINT;
    NumbersWithoutAPoint = "numbers-without-a-point", COUNTED_NUMBERS_WITHOUT;
    DifferentLabels = "different-labels", COUNTED_DIFFERENT_LABELS;
    Score = "score", COUNTED_SCORE;
    Rows = "rows", COUNTED_ROWS;
    Clauses = "clauses", COUNTED_CLAUSES;
    Questions = "questions", COUNTED_QUESTIONS;
    BytesOfClauses = "bytes-of-clauses", COUNTED_BYTES_OF_CLAUSES;
    Bytes = "bytes", COUNTED_BYTES;
    ClausesWithoutABlankLine = "clauses-without-a-blank-line", COUNTED_WITHOUT_A_BLANK_LINE;
}
