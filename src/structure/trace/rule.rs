//! The rules of recognition: each decision about a label has one.
//!
//! A rule's doc comment is its sentence, and what `bulletin explain --rules` prints. The
//! figures that a rule compares are named constants of its pass; the
//! [`rulebook`](crate::structure::rulebook) tells their values.

/// What a rule says of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleEffect {
    /// It speaks for a provision, or for another section of the outline.
    For,
    /// It speaks against one.
    Against,
}

impl RuleEffect {
    /// The word that stands for it in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Against => "against",
        }
    }
}

/// The rules, with their names and what they do; the doc comment is the sentence.
macro_rules! rules {
    ($($(#[doc = $sentence:literal])+ $rule:ident = $name:literal, $effect:ident;)+) => {
        /// A rule of recognition.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Rule {
            $($(#[doc = $sentence])+ $rule,)+
        }

        impl Rule {
            /// All of them, in the order in which the passes apply them.
            pub const ALL: &[Self] = &[$(Self::$rule,)+];

            /// The name that it goes by.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)+
                }
            }

            /// What it says, and why.
            pub const fn sentence(self) -> &'static str {
                match self {
                    $(Self::$rule => concat!($($sentence),+).trim_ascii(),)+
                }
            }

            /// Whether it speaks for a provision or against one.
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

    /// The text itself states what each line is, so nothing has to be recognised.
    Stated = "stated", For;
    /// Numbers of pages, and lines that each page repeats, are left out before anything is read.
    PageFurniture = "page-furniture", Against;
    /// The line does not begin with a number, a letter or a word that labels a provision.
    NoLabel = "no-label", Against;
    /// Preformatted lines, code, tables, notes and ornaments hold no provisions.
    SetApart = "set-apart", Against;
    /// In a long column of lines with only a number or a letter each, these are figures, not
    /// labels.
    ColumnOfFigures = "column-of-figures", Against;
    /// A day and a month begin the entry of a diary or a chronicle, not a provision.
    DatedEntry = "dated-entry", Against;
    /// What an amending act puts in quotation marks is inserted into another text: the provisions
    /// belong to that text.
    Quoted = "quoted", Against;
    /// What an amending act inserts into another text without quotation marks belongs to that text,
    /// up to where the act's own numbers continue.
    Given = "given", Against;
    /// The line before ends with a word such as “section”, so the number belongs to a reference.
    WrappedReference = "wrapped-reference", Against;
    /// The line before does not end a sentence and may have been wrapped: this line continues it.
    MiddleOfSentence = "middle-of-sentence", Against;
    /// The line ends with a leader or a page number, like an entry in a table of contents.
    ContentsLine = "contents-line", Against;

    // Readings of labels.

    /// An article's label in a line that may be wrapped: it counts only if it fills a gap in a
    /// sequence.
    DoubtfulArticle = "doubtful-article", For;
    /// Short lines differ only in a number that increases: the repeated words are the document's
    /// own name for its provisions or chapters.
    LearnedLabel = "learned-label", For;
    /// Bare numbers begin lines with no blank line between them: if several are consecutive and
    /// each follows the end of a sentence, they are labels.
    RunningNumber = "running-number", For;
    /// Numbers in square brackets number the paragraphs of a text, such as a judgment, if they go
    /// through most of it.
    BracketedNumber = "bracketed-number", For;
    /// A sign such as `*` beside a number refers to a note and is not part of the number.
    NotedNumber = "noted-number", For;
    /// Behind another label in the same line, the first label of a sequence begins a
    /// sub-provision.
    SecondLabel = "second-label", For;
    /// Where hardly any article has a number of two parts, one that does was inserted later and is
    /// on the same level as the article before it.
    PutInLater = "put-in-later", For;
    /// Of two labels `(i)` between `(h)` and `(j)`, the one before `(ii)` is a numeral and the
    /// other a letter.
    NumeralNotLetter = "numeral-not-letter", Against;
    /// Before `(bb)`, the label `(aa)` begins a list of its own: the two were not inserted after
    /// `(a)` and `(b)`.
    ListOfPairs = "list-of-pairs", Against;
    /// Doubled letters make a list only where it begins with `(aa)` and continues with `(bb)`.
    NoListOfPairs = "no-list-of-pairs", Against;
    /// Its letter has another position in the alphabet that the text mostly follows: after `(ґ)`,
    /// the letter `(д)` is the sixth.
    OtherAlphabet = "other-alphabet", Against;

    // Annexes.

    /// A heading with a word for an annex begins an annex.
    Annex = "annex", For;
    /// A word for an annex inside running text is a reference.
    AnnexInText = "annex-in-text", Against;
    /// Words below a provision's label that is alone on its line are its title, even if they begin
    /// like an annex.
    TitleOfProvision = "title-of-provision", Against;
    /// The label of an annex has another reading, which agrees with the other annexes.
    OtherReading = "other-reading", Against;

    // Sequences.

    /// Single letters, small numerals and numbers in parentheses mostly belong to lists: they do
    /// not number the outermost provisions.
    WeakLabel = "weak-label", Against;
    /// Where counting starts at 0, `1.0` is an ordinary number and contains no others.
    CountsFromNought = "counts-from-nought", Against;
    /// The label continues no sequence of its style, and begins none.
    ContinuesNothing = "continues-nothing", Against;
    /// A sequence that begins above 1 counts only if words show that it is part of a law.
    BeginsLate = "begins-late", Against;
    /// A code may number several series of articles, each with a letter of its own (`L. 1`,
    /// `R. 1`): they follow one another in the order of the text.
    SeveralSeries = "several-series", For;
    /// A sequence with a word, such as “Section”, may begin above 1: it is a part of a law.
    PartOfLaw = "part-of-law", For;
    /// Two provisions with a word may begin above 1 if nothing but a heading is before them and the
    /// second follows the first.
    TwoOfLaw = "two-of-law", For;
    /// Numbers without a word may begin above 1 if each begins a paragraph, hardly any is left out,
    /// and they are not years: an excerpt.
    SeriesAnywhere = "series-anywhere", For;
    /// The first paragraph of an article may have no number: the sequence begins with the second.
    FirstUnnumbered = "first-unnumbered", For;
    /// Inside a provision, numbers that begin with its own may begin above 1: `4.2` and `4.3` in 4.
    GoesOnFromAround = "goes-on-from-around", For;
    /// A sequence of headings may begin above 1 if other numbers continue theirs: `4 Watches`
    /// contains `4.2`.
    HoldsNumbers = "holds-numbers", For;
    /// The label is written differently from its sequence but fills a gap in it.
    FillsGap = "fills-gap", For;
    /// A single label is not a sequence.
    LoneLabel = "lone-label", Against;

    // The choice of the provisions of a region.

    /// A sequence that begins above 1 and has no word, such as notes whose first is missing, gives
    /// way to one that begins at 1 and has at least as much weight.
    WeakerSeries = "weaker-series", Against;
    /// The style of the sequence has no weight, as chapters have none.
    NoWeight = "no-weight", Against;
    /// Sequences of this style begin again and again, as lists and the steps of manuals do.
    BeginsAgain = "begins-again", Against;
    /// Sequences of this style begin again and again, but this one has many long paragraphs, far
    /// more than any other: a report with lists in it.
    ParagraphsOfReport = "paragraphs-of-report", For;
    /// Articles may begin again and again, as in quotations; the longest sequences are provisions.
    ArticlesAgain = "articles-again", For;
    /// Sequences of this style begin again and again, but most are below headings, hardly any
    /// follows a colon, and there is little text between them: each is a text of its own.
    SeveralTexts = "several-texts", For;
    /// A colon introduces the sequence, and another one of the same style without a colon takes up
    /// more of the text: this is a list.
    LedInList = "led-in-list", Against;
    /// Another sequence of the same style takes up more of the text and has much longer provisions:
    /// this is a list.
    LesserList = "lesser-list", Against;
    /// Only the sequences with the highest scores are compared.
    TooMany = "too-many", Against;
    /// The outline of the text takes up much more of it than this sequence.
    PartOfOutline = "part-of-outline", Against;
    /// The sequence lies in a gap between two labels of another one, or holds its numbers.
    InsideAnother = "inside-another", Against;
    /// Another outermost sequence has a higher score: different labels times the weight of
    /// their style.
    Outweighed = "outweighed", Against;
    /// Of the sequences that lie in no gap of another, this one has the highest score: these
    /// are the provisions.
    Outermost = "outermost", For;
    /// Articles after the last provision belong to another text in the same document, such as a
    /// protocol or transitional provisions.
    ArticlesBehind = "articles-behind", For;
    /// Articles that the format marks as headings, outside the others, belong to another text.
    HeadedArticles = "headed-articles", For;
    /// Articles that begin with the first, outside the others, belong to another text.
    ArticlesBegun = "articles-begun", For;
    /// A sequence below a heading that is written like the provisions, outside them and about as
    /// long, is the provisions of another text.
    TextBelowHeading = "text-below-heading", For;
    /// A sequence written like the provisions, outside them and about as large, is another text
    /// even without a heading.
    LargeText = "large-text", For;
    /// In a document of many texts, even a short sequence below a heading is one of them.
    ShortText = "short-text", For;
    /// A heading with a word for a chapter, part or the like divides the document.
    Division = "division", For;
    /// A word for a chapter, part or the like inside running text is a reference.
    DivisionInText = "division-in-text", Against;
    /// The numbering of the provisions continues across these headings: they divide the document.
    NumberedThrough = "numbered-through", For;
    /// Numbers in parentheses before the articles, introduced by a colon, belong to recitals.
    Recital = "recital", For;
    /// Headings with capital letters after the last provision, aligned with it, are appendices.
    LetteredAppendix = "lettered-appendix", For;

    // Sub-provisions.

    /// The first paragraph of an article may have no number: behind its items `一`, `二` the
    /// label `２` begins the second paragraph, beside them.
    SecondBehindItems = "second-behind-items", For;
    /// A heading without a number ended the provision: what follows it is not inside.
    BehindHeading = "behind-heading", Against;
    /// Provisions are nested only up to a maximum depth.
    TooDeep = "too-deep", Against;
    /// A number of several parts belongs inside the provision whose number it begins with, and in
    /// no other.
    ForeignPrefix = "foreign-prefix", Against;
    /// A label with a word such as “Chapter” begins nothing inside a provision.
    WordInside = "word-inside", Against;
    /// A number without any mark begins nothing inside a provision.
    BareInside = "bare-inside", Against;
    /// The label is further left than the provision around it.
    Outdented = "outdented", Against;
    /// The label is written like those of an enclosing level and is indented no further.
    StyleTaken = "style-taken", Against;
    /// Plain numbers before sub-provisions that write their whole number are a list.
    PlainBeforeWhole = "plain-before-whole", Against;
    /// A single label begins a sub-provision only if its place or number shows that it is one.
    LoneInside = "lone-inside", Against;
    /// Provisions beside this one have lists of the same style: a label that is alone begins a
    /// sub-provision too.
    LoneLikeOthers = "lone-like-others", For;
    /// Where the articles beside this one have paragraphs, a number right below its heading is that
    /// of its only paragraph.
    OnlyParagraph = "only-paragraph", For;
    /// Another sequence began first in the provision: that one is its sub-provisions.
    LaterList = "later-list", Against;
    /// Inside a provision the sequence that begins first is its sub-provisions, with those that
    /// begin again in the same style behind it.
    SubProvisions = "sub-provisions", For;

    // The veto of the whole document.

    /// The text begins as mail does: its numbers are the points of a letter.
    Mail = "mail", Against;
    /// Most of the numbered lines are rows of a table, or results or moves: short lines that end
    /// with a figure, or in which at least half of the words have one.
    RowsOfTable = "rows-of-table", Against;
    /// Most of the numbered lines are questions with nothing below them but answers to choose
    /// from: a quiz.
    Questions = "questions", Against;
    /// The lines below the numbers are verse.
    Verse = "verse", Against;
    /// What is numbered is a small part of the text: a list inside prose.
    SmallPart = "small-part", Against;
    /// The numbered lines are together in a paragraph that prose introduces or continues.
    ListInProse = "list-in-prose", Against;
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
