//! The rules of recognition: each decision about a label has one.
//!
//! What a rule says, and why, is in `assets/messages/rules.toml`: `bulletin explain --rules` prints
//! it. The figures that a rule compares are named constants of its pass; the
//! [`rulebook`](crate::structure::rulebook) has their values.

use crate::messages::rules;

/// What a rule says of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleEffect {
    /// It supports a provision, or another section of the outline.
    For,
    /// It refuses one.
    Against,
    /// It is about a reference, and says nothing of the label.
    Neither,
}

impl RuleEffect {
    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Against => "against",
            Self::Neither => "neither",
        }
    }
}

/// The rules: the name of each, its effect, and its message in `assets/messages/rules.toml`.
macro_rules! rules {
    ($($rule:ident = $name:literal, $effect:ident, $sentence:ident;)+) => {
        /// A rule of recognition.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Rule {
            $(#[doc = concat!("`", $name, "`")] $rule,)+
        }

        impl Rule {
            /// All of them, in the order in which the passes apply them.
            pub const ALL: &[Self] = &[$(Self::$rule,)+];

            /// Its name.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)+
                }
            }

            /// What it says, and why.
            pub const fn sentence(self) -> &'static str {
                match self {
                    $(Self::$rule => rules::$sentence,)+
                }
            }

            /// Whether it supports a provision or refuses one.
            pub const fn effect(self) -> RuleEffect {
                match self {
                    $(Self::$rule => RuleEffect::$effect,)+
                }
            }
        }
    };
}

rules! {
    // Lines.

    Stated = "stated", For, STATED;
    PrintedLog = "printed-log", Against, PRINTED_LOG;
    PrintedDiff = "printed-diff", Against, PRINTED_DIFF;
    PrintedBlame = "printed-blame", Against, PRINTED_BLAME;
    StampedLines = "stamped-lines", Against, STAMPED_LINES;
    QueryResult = "query-result", Against, QUERY_RESULT;
    ServiceStatus = "service-status", Against, SERVICE_STATUS;
    ColouredLines = "coloured-lines", Against, COLOURED_LINES;
    PageFurniture = "page-furniture", Against, PAGE_FURNITURE;
    NoLabel = "no-label", Against, NO_LABEL;
    SetApart = "set-apart", Against, SET_APART;
    ColumnOfFigures = "column-of-figures", Against, COLUMN_OF_FIGURES;
    DatedEntry = "dated-entry", Against, DATED_ENTRY;
    Quoted = "quoted", Against, QUOTED;
    Given = "given", Against, GIVEN;
    WrappedReference = "wrapped-reference", Against, WRAPPED_REFERENCE;
    MiddleOfSentence = "middle-of-sentence", Against, MIDDLE_OF_SENTENCE;
    ContentsLine = "contents-line", Against, CONTENTS_LINE;

    // Readings of labels.

    DoubtfulArticle = "doubtful-article", For, DOUBTFUL_ARTICLE;
    LearnedLabel = "learned-label", For, LEARNED_LABEL;
    RunningNumber = "running-number", For, RUNNING_NUMBER;
    BracketedNumber = "bracketed-number", For, BRACKETED_NUMBER;
    RaisedNumber = "raised-number", For, RAISED_NUMBER;
    SteppedNumber = "stepped-number", For, STEPPED_NUMBER;
    NotedNumber = "noted-number", For, NOTED_NUMBER;
    SecondLabel = "second-label", For, SECOND_LABEL;
    PutInLater = "put-in-later", For, PUT_IN_LATER;
    LetteredPart = "lettered-part", For, LETTERED_PART;
    NumeralNotLetter = "numeral-not-letter", Against, NUMERAL_NOT_LETTER;
    ListOfPairs = "list-of-pairs", Against, LIST_OF_PAIRS;
    NoListOfPairs = "no-list-of-pairs", Against, NO_LIST_OF_PAIRS;
    OtherAlphabet = "other-alphabet", Against, OTHER_ALPHABET;

    // Annexes.

    Annex = "annex", For, ANNEX;
    AnnexInText = "annex-in-text", Against, ANNEX_IN_TEXT;
    TitleOfProvision = "title-of-provision", Against, TITLE_OF_PROVISION;
    OtherReading = "other-reading", Against, OTHER_READING;

    // Sequences.

    WeakLabel = "weak-label", Against, WEAK_LABEL;
    CountsFromNought = "counts-from-nought", Against, COUNTS_FROM_NOUGHT;
    ContinuesNothing = "continues-nothing", Against, CONTINUES_NOTHING;
    BeginsLate = "begins-late", Against, BEGINS_LATE;
    SeveralSeries = "several-series", For, SEVERAL_SERIES;
    PartOfLaw = "part-of-law", For, PART_OF_LAW;
    TwoOfLaw = "two-of-law", For, TWO_OF_LAW;
    SeriesAnywhere = "series-anywhere", For, SERIES_ANYWHERE;
    SupplementaryArticles = "supplementary-articles", For, SUPPLEMENTARY_ARTICLES;
    FirstUnnumbered = "first-unnumbered", For, FIRST_UNNUMBERED;
    GoesOnFromAround = "goes-on-from-around", For, GOES_ON_FROM_AROUND;
    HoldsNumbers = "holds-numbers", For, HOLDS_NUMBERS;
    FillsGap = "fills-gap", For, FILLS_GAP;
    LoneLabel = "lone-label", Against, LONE_LABEL;

    // The choice of the provisions of a region.

    WeakerSeries = "weaker-series", Against, WEAKER_SERIES;
    NoWeight = "no-weight", Against, NO_WEIGHT;
    BeginsAgain = "begins-again", Against, BEGINS_AGAIN;
    ParagraphsOfReport = "paragraphs-of-report", For, PARAGRAPHS_OF_REPORT;
    ArticlesAgain = "articles-again", For, ARTICLES_AGAIN;
    SeveralTexts = "several-texts", For, SEVERAL_TEXTS;
    LedInList = "led-in-list", Against, LED_IN_LIST;
    LesserList = "lesser-list", Against, LESSER_LIST;
    TooMany = "too-many", Against, TOO_MANY;
    PartOfOutline = "part-of-outline", Against, PART_OF_OUTLINE;
    HeadedInGap = "headed-in-gap", For, HEADED_IN_GAP;
    InsideAnother = "inside-another", Against, INSIDE_ANOTHER;
    Outweighed = "outweighed", Against, OUTWEIGHED;
    Outermost = "outermost", For, OUTERMOST;
    ArticlesBehind = "articles-behind", For, ARTICLES_BEHIND;
    HeadedArticles = "headed-articles", For, HEADED_ARTICLES;
    ArticlesBegun = "articles-begun", For, ARTICLES_BEGUN;
    TextBelowHeading = "text-below-heading", For, TEXT_BELOW_HEADING;
    LargeText = "large-text", For, LARGE_TEXT;
    ShortText = "short-text", For, SHORT_TEXT;
    AnewInDivision = "anew-in-division", For, ANEW_IN_DIVISION;
    InsideOtherText = "inside-other-text", Against, INSIDE_OTHER_TEXT;
    Division = "division", For, DIVISION;
    DivisionInText = "division-in-text", Against, DIVISION_IN_TEXT;
    DivisionWordOfProvisions = "division-word-of-provisions", Against, DIVISION_WORD_OF_PROVISIONS;
    NumberedThrough = "numbered-through", For, NUMBERED_THROUGH;
    NotNumberedThrough = "not-numbered-through", Against, NOT_NUMBERED_THROUGH;
    Recital = "recital", For, RECITAL;
    LetteredAppendix = "lettered-appendix", For, LETTERED_APPENDIX;
    AppendixWithoutText = "appendix-without-text", Against, APPENDIX_WITHOUT_TEXT;
    LaterAppendices = "later-appendices", Against, LATER_APPENDICES;

    // Sub-provisions.

    SecondBehindItems = "second-behind-items", For, SECOND_BEHIND_ITEMS;
    BehindHeading = "behind-heading", Against, BEHIND_HEADING;
    TooDeep = "too-deep", Against, TOO_DEEP;
    ForeignPrefix = "foreign-prefix", Against, FOREIGN_PREFIX;
    WordInside = "word-inside", Against, WORD_INSIDE;
    BareInside = "bare-inside", Against, BARE_INSIDE;
    Outdented = "outdented", Against, OUTDENTED;
    StyleTaken = "style-taken", Against, STYLE_TAKEN;
    PlainBeforeWhole = "plain-before-whole", Against, PLAIN_BEFORE_WHOLE;
    LoneInside = "lone-inside", Against, LONE_INSIDE;
    LoneLikeOthers = "lone-like-others", For, LONE_LIKE_OTHERS;
    OnlyParagraph = "only-paragraph", For, ONLY_PARAGRAPH;
    LaterList = "later-list", Against, LATER_LIST;
    SubProvisions = "sub-provisions", For, SUB_PROVISIONS;

    // The veto of the whole document.

    Mail = "mail", Against, MAIL;
    RowsOfTable = "rows-of-table", Against, ROWS_OF_TABLE;
    Questions = "questions", Against, QUESTIONS;
    Verse = "verse", Against, VERSE;
    SmallPart = "small-part", Against, SMALL_PART;
    ListInProse = "list-in-prose", Against, LIST_IN_PROSE;

    // References.

    MostlyAstray = "mostly-astray", Neither, MOSTLY_ASTRAY;
}

impl Rule {
    /// Whether it decides what every line of a text is.
    pub const fn is_of_whole_text(self) -> bool {
        matches!(
            self,
            Self::Stated
                | Self::PrintedLog
                | Self::PrintedDiff
                | Self::PrintedBlame
                | Self::StampedLines
                | Self::QueryResult
                | Self::ServiceStatus
                | Self::ColouredLines
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_rule_has_a_name_of_its_own_and_a_sentence() {
        let names: HashSet<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        assert_eq!(names.len(), Rule::ALL.len());
        for rule in Rule::ALL {
            let (name, sentence) = (rule.name(), rule.sentence());
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{name}");
            assert!(sentence.starts_with(char::is_uppercase), "{name}: {sentence}");
            assert!(sentence.ends_with('.') && !sentence.contains("  "), "{name}: {sentence}");
        }
    }
}
