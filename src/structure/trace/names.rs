//! The words that explanations use for labels and blocks.

use crate::document::BlockKind;
use crate::lexicon::counter::Counter;
use crate::lexicon::keywords::Role;
use crate::lexicon::label::LabelForm;
use crate::messages::explanations;

/// Returns the words for the role of a keyword.
pub const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Division(_) => explanations::WORD_DIVISION,
        Role::Annex => explanations::WORD_ANNEX,
        Role::Article => explanations::WORD_ARTICLE,
        Role::Section => explanations::WORD_SECTION,
    }
}

/// Returns the words for the signs that a label counts with.
pub const fn counter_name(counter: Counter) -> &'static str {
    match counter {
        Counter::Digits => explanations::COUNTER_DIGITS,
        Counter::RomanCapital => explanations::COUNTER_CAPITAL_ROMAN_NUMERAL,
        Counter::RomanSmall => explanations::COUNTER_SMALL_ROMAN_NUMERAL,
        Counter::LetterCapital => explanations::COUNTER_CAPITAL_LETTER,
        Counter::LetterSmall => explanations::COUNTER_SMALL_LETTER,
        Counter::LetterTwice => explanations::COUNTER_SMALL_LETTER_TWICE,
        Counter::Alphabet(_) => explanations::COUNTER_LETTER,
        Counter::SignsCapital(_) | Counter::SignsSmall(_) => {
            explanations::COUNTER_NUMERAL_OF_LETTERS
        }
        Counter::Han => explanations::COUNTER_HAN_NUMERAL,
        Counter::Hebrew => explanations::COUNTER_HEBREW_NUMERAL,
        Counter::Word => explanations::COUNTER_WORD,
    }
}

/// Returns the words for the mark around the number of a label.
pub const fn mark_name(form: LabelForm) -> &'static str {
    match form {
        LabelForm::Worded | LabelForm::Bare => explanations::MARK_NO_MARK,
        LabelForm::Point => explanations::MARK_FULL_STOP,
        LabelForm::Close => explanations::MARK_CLOSING_PARENTHESIS,
        LabelForm::Both => explanations::MARK_PARENTHESES,
        LabelForm::Comma => explanations::MARK_COMMA,
        LabelForm::Dash => explanations::MARK_DASH,
        LabelForm::Space => explanations::MARK_BLANK,
        LabelForm::Round => explanations::MARK_FULL_STOP_AND_ZERO,
        LabelForm::Square => explanations::MARK_SQUARE_BRACKETS,
        LabelForm::Degree => explanations::MARK_ORDINAL_SIGN,
        LabelForm::Raised => explanations::MARK_RAISED,
        LabelForm::Operative | LabelForm::Preambular => explanations::MARK_INITIALS,
    }
}

/// The words for a kind of block.
pub struct BlockWords {
    /// As one of many: “a paragraph”.
    pub one: &'static str,
    /// As one that was named before: “the paragraph”.
    pub this: &'static str,
}

/// The words for a kind of block.
pub const fn block_words(kind: BlockKind) -> BlockWords {
    let (one, this) = match kind {
        BlockKind::Paragraph => (explanations::ONE_PARAGRAPH, explanations::THIS_PARAGRAPH),
        BlockKind::Heading => (explanations::ONE_HEADING, explanations::THIS_HEADING),
        BlockKind::Dateline => (explanations::ONE_DATELINE, explanations::THIS_DATELINE),
        BlockKind::ListItem => (explanations::ONE_LIST_ITEM, explanations::THIS_LIST_ITEM),
        BlockKind::Quotation => (explanations::ONE_QUOTATION, explanations::THIS_QUOTATION),
        BlockKind::Preformatted => {
            (explanations::ONE_PREFORMATTED_BLOCK, explanations::THIS_PREFORMATTED_BLOCK)
        }
        BlockKind::Code => (explanations::ONE_BLOCK_OF_CODE, explanations::THIS_BLOCK_OF_CODE),
        BlockKind::Printed => {
            (explanations::ONE_BLOCK_OF_OUTPUT, explanations::THIS_BLOCK_OF_OUTPUT)
        }
        BlockKind::Table => (explanations::ONE_TABLE, explanations::THIS_TABLE),
        BlockKind::Note => (explanations::ONE_NOTE, explanations::THIS_NOTE),
        BlockKind::Ornament => (explanations::ONE_MARK, explanations::THIS_MARK),
    };
    BlockWords { one, this }
}
